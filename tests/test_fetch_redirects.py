"""Where a page sends a fetcher, and what it takes along: redirects, cookies, secrets."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from itertools import pairwise

import pytest
from badserver import Asked, BadServer, answer, redirect
from onefetcher import HTML, failure, page

from crawler.fetch import Fetcher
from crawler.reach import Reach
from storage.records import Failure, Page, Source


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_redirects_are_followed_and_told(fetcher: Fetcher, status: int) -> None:
    scripts = {
        "/a": redirect("/b?x=1", status),
        "/b": redirect("c/ข่าว#here", status),
        "/c/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7": answer(200, HTML),
    }
    async with BadServer(scripts) as server:
        got = page(await fetcher.get(server.url("/a")))
    assert got.body == HTML
    assert got.redirects == ((status, server.url("/b?x=1")), (status, got.final_url))
    assert got.final_url == server.url("/c/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7")


REFRESHES = [
    ("0; url=b", HTML),
    ("1;URL='/b'", HTML),
    ("5, url=/b", HTML),
    ("300; url=/b", b"stay"),  # time to read it
    ("0; url=/a", b"stay"),  # the same page once more
    ("0", b"stay"),
    ("0; url=javascript:go()", b"stay"),
]


@pytest.mark.parametrize(("said", "body"), REFRESHES)
async def test_a_page_that_sends_on_by_its_header_is_followed(
    fetcher: Fetcher, said: str, body: bytes
) -> None:
    async with BadServer({"/a": answer(200, b"stay", refresh=said), "/b": answer(200, HTML)}) as server:
        got = page(await fetcher.get(server.url("/a")))
        assert got.body == body
        assert got.redirects == (((200, server.url("/b")),) if body == HTML else ())


BAD_REDIRECTS = [
    ({"/a": redirect("/a")}, "hard", "in a circle"),
    ({"/a": redirect("/b"), "/b": redirect("/a")}, "hard", "in a circle"),
    ({"/a": answer(302)}, "hard", "302 from"),
    ({"/a": redirect("ftp://example.org/")}, "refused", "only http and https"),
    ({"/a": redirect("http://user:pw@example.org/")}, "refused", "user name or password"),
    ({"/a": redirect("http://10.1.2.3/")}, "refused", "10.1.2.3 is not on the public internet"),
    ({"/a": redirect("http://[::1]/")}, "refused", "::1 is not on the public internet"),
    ({"/a": redirect("http://169.254.169.254/latest/meta-data/")}, "refused", "169.254.169.254"),
    (
        {f"/{n}": redirect(f"/{n + 1}") for n in range(20)} | {"/a": redirect("/0")},
        "hard",
        "more than 10 redirects",
    ),
]


@pytest.mark.parametrize(
    "addresses",
    [["/a", "/b"] * 10, ["/a", *(f"/a/{n}" for n in range(20))]],
    ids=["to and fro", "to ever others"],
)
async def test_a_page_that_loads_itself_anew_every_few_seconds_is_read(
    fetcher: Fetcher, addresses: list[str]
) -> None:
    ahead = pairwise(addresses)
    scripts = {path: answer(200, HTML, refresh=f"5; url={other}") for path, other in ahead}
    async with BadServer(scripts) as server:
        assert page(await fetcher.get(server.url("/a"))).body == HTML
        assert len(server.asked) < 8


@pytest.mark.parametrize(("scripts", "kind", "message"), BAD_REDIRECTS)
async def test_redirects_that_lead_nowhere_end(
    fetcher: Fetcher, scripts: dict[str, bytes], kind: str, message: str
) -> None:
    async with BadServer(scripts) as server:
        got = failure(await fetcher.get(server.url("/a")))
        assert (got.kind, len(server.asked) < 14) == (kind, True)
    assert message in got.message
    assert (got.retry_after_s is not None) is (kind == "refused")  # the site may lead elsewhere tomorrow


async def test_a_site_that_wants_its_cookie_back_gets_it_and_nobody_else_does(fetcher: Fetcher) -> None:
    async def gate(asked: Asked, writer: asyncio.StreamWriter) -> None:
        if "seen=1" in asked.headers.get("cookie", ""):
            writer.write(redirect(other.url("/b")))
        else:
            writer.write(redirect("/a", set_cookie="seen=1; Path=/; Expires=Wed, 21 Oct 2099 07:28:00 GMT"))

    async with BadServer({"/b": answer(200, HTML)}) as other, BadServer({"/a": gate}) as server:
        assert page(await fetcher.get(server.url("/a"))).body == HTML
        assert server.times("/a") == 2
        assert "cookie" not in other.last("/b").headers
        await fetcher.get(server.url("/a"), headers=(("Cookie", "id=7"),))
        assert server.last("/a").headers["cookie"] == "id=7; seen=1"
        await fetcher.get(server.url("/a"))
        assert "cookie" not in [asked for asked in server.asked if asked.path == "/a"][4].headers


async def test_secrets_and_validators_stay_with_their_origin(fetcher: Fetcher) -> None:
    async with BadServer({"/b": answer(200, HTML)}) as other:
        async with BadServer({"/a": redirect("/a2"), "/a2": redirect(other.url("/b"))}) as server:
            got = await fetcher.get(
                server.url("/a"),
                etag='"1"',
                last_modified="Sun, 01 Nov 2026 12:00:00 GMT",
                headers=(("X-Key", "secret"), ("Cookie", "id=1"), ("User-Agent", "special")),
                auth=("reader", "pässword"),
            )
            assert page(got).body == HTML
            for path in ("/a", "/a2"):
                headers = server.last(path).headers
                assert (headers["x-key"], headers["cookie"], headers["user-agent"]) == (
                    "secret",
                    "id=1",
                    "special",
                )
                assert headers["authorization"] == "Basic cmVhZGVyOnDDpHNzd29yZA=="
                assert headers["if-none-match"] == '"1"'
            assert "authorization" not in server.last("/robots.txt").headers
        told = other.last("/b").headers
    assert not {"x-key", "cookie", "authorization", "if-none-match", "if-modified-since"} & told.keys()
    assert told["user-agent"].startswith("forumwatch/")


@pytest.mark.parametrize("asks", [Reach.page, Reach.document], ids=["an article", "a part of a sitemap"])
async def test_what_lies_elsewhere_is_asked_for_without_its_source_s_secrets(
    fetcher: Fetcher, asks: Callable[..., Awaitable[Page | Failure]]
) -> None:
    async with BadServer({"/a": answer(200, HTML)}) as own, BadServer({"/a": answer(200, HTML)}) as other:
        for secrets in ({"headers": (("X-Key", "secret"),)}, {"auth": ("reader", "password")}):
            source = Source("s", "S", "sitemap", own.url("/sitemap.xml"), **secrets)
            for server in (own, other):
                assert page(await asks(Reach(fetcher), source, server.url("/a"))).body == HTML
            assert {"x-key", "authorization"} & own.last("/a").headers.keys()
            assert not {"x-key", "authorization"} & other.last("/a").headers.keys()
