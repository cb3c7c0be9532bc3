"""crawler.fetch against a real server on loopback: pages, redirects, secrets, pace, robots.txt."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import re
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from functools import partial
from itertools import pairwise

import brotli
import pytest
from badserver import Asked, BadServer, Script, answer, redirect, then_close, then_reset

from crawler.fetch import Fetcher, FetchSettings
from crawler.fetch.codings import zstd
from crawler.fetch.dial import MAX_ADDRESSES
from crawler.fetch.robots import MAX_BYTES
from crawler.reach import Reach
from storage.records import Failure, Page, Source

gzipped = partial(gzip.compress, mtime=0)  # bytes that name a test are those of every process

HTML = b"<title>A forum</title><p>opens in Bangkok"


LIMIT_S = 120  # after it something hangs


def settings(**changes: object) -> FetchSettings:
    usual = {"min_delay_s": 0.0, "timeout_s": 60.0, "deadline_s": 60.0, "allow_networks": ("127.0.0.0/8",)}
    return FetchSettings(**(usual | changes))  # type: ignore[arg-type]


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    async with Fetcher(settings()) as opened:
        yield opened


def page(got: Page | Failure) -> Page:
    assert isinstance(got, Page), got
    return got


def failure(got: Page | Failure) -> Failure:
    assert isinstance(got, Failure), got
    assert got.message.startswith("fetch: ")
    return got


async def test_a_page_is_its_bytes_with_what_was_asked_and_answered(fetcher: Fetcher) -> None:
    async with BadServer(
        {"/a": answer(200, HTML, content_type="text/html; charset=tis-620", etag='"1"')}
    ) as server:
        got = page(await fetcher.get(server.url("/a#top")))
    assert (got.url, got.final_url, got.status) == (server.url("/a#top"), server.url("/a"), 200)
    assert (got.body, got.content_type, got.headers["etag"]) == (HTML, "text/html; charset=tis-620", '"1"')
    assert got.redirects == ()
    assert got.fetched_at.tzinfo is not None


async def test_the_request_says_who_asks() -> None:
    async with (
        BadServer({"/a": answer(200, HTML)}) as server,
        Fetcher(settings(contact="press@example.org")) as fetcher,
    ):
        await fetcher.get(server.url("/a"))
        headers = server.last("/a").headers
    assert headers["host"] == server.authority
    assert headers["user-agent"].startswith("forumwatch/")
    assert headers["user-agent"].endswith("(+press@example.org)")
    assert headers["accept-encoding"] == "gzip, deflate, br, zstd"
    assert not {"cookie", "authorization", "if-none-match", "referer"} & headers.keys()


async def test_a_poll_goes_before_the_pages_that_wait_for_a_place() -> None:
    begun, freed, done = asyncio.Event(), asyncio.Event(), []

    async def slow(asked: Asked, writer: asyncio.StreamWriter) -> None:
        begun.set()
        await freed.wait()
        writer.write(answer(200, HTML))

    async with (
        BadServer({"/slow": slow}) as busy,
        BadServer({"/": answer(200, HTML)}, host="127.0.0.2") as read,
        BadServer({"/": answer(304)}, host="127.0.0.3") as polled,
        Fetcher(settings(concurrency=1, robots=False)) as fetcher,
    ):

        async def get(name: str, url: str, etag: str | None = None) -> None:
            page(await fetcher.get(url, etag=etag))
            done.append(name)

        waiting = [asyncio.create_task(get("slow", busy.url("/slow")))]
        await begun.wait()
        waiting.append(asyncio.create_task(get("page", read.url())))
        await asyncio.sleep(0)
        waiting.append(asyncio.create_task(get("poll", polled.url(), '"1"')))
        await asyncio.sleep(0)
        freed.set()
        await asyncio.gather(*waiting)
    assert done == ["slow", "poll", "page"]


async def test_a_page_that_did_not_change_is_a_304_without_a_body(fetcher: Fetcher) -> None:
    async def script(asked: Asked, writer: asyncio.StreamWriter) -> None:
        known = asked.headers.get("if-none-match") == '"1"' and "if-modified-since" in asked.headers
        writer.write(b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n' if known else answer(200, HTML))

    async with BadServer({"/feed": script}) as server:
        date = "Sun, 01 Nov 2026 12:00:00 GMT"
        got = page(await fetcher.get(server.url("/feed"), etag='"1"', last_modified=date))
        assert (got.status, got.body, got.not_modified) == (304, b"", True)
        assert server.last("/feed").headers["if-modified-since"] == date
        assert page(await fetcher.get(server.url("/feed"))).body == HTML
        assert server.connections == 1


async def test_a_validator_goes_back_as_it_came_and_one_that_cannot_is_left_out(fetcher: Fetcher) -> None:
    async with BadServer(
        {"/a": b'HTTP/1.1 200 OK\r\nETag: "\xe9\xff"\r\nContent-Length: 0\r\n\r\n'}
    ) as server:
        etag = page(await fetcher.get(server.url("/a"))).headers["etag"]
        await fetcher.get(server.url("/a"), etag=etag)
        assert server.last("/a").headers["if-none-match"] == '"\xe9\xff"'
        await fetcher.get(server.url("/a"), etag='"1"\r\nX-Evil: 1')
        assert not {"if-none-match", "x-evil"} & server.last("/a").headers.keys()


@pytest.mark.parametrize(
    ("coding", "body"),
    [("gzip", gzipped(HTML)), ("br", brotli.compress(HTML)), ("zstd", zstd.compress(HTML)), ("", HTML)],
)
async def test_a_body_is_decoded(fetcher: Fetcher, coding: str, body: bytes) -> None:
    async with BadServer({"/a": answer(200, body, content_encoding=coding)}) as server:
        assert page(await fetcher.get(server.url("/a"))).body == HTML


FRAMES = {
    "chunked": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>op\r\n3;x=1\r\nens\r\n0\r\nX-T: 1\r\n\r\n",
    "bare line feeds": b"HTTP/1.1 200\nContent-Length: 8\n\n<p>opens",
    "interim answers": b"HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n<p>opens",
    "folded headers": b"HTTP/1.1 200 OK\r\nX-Long: a\r\n  b\r\nContent-Length: 8\r\n\r\n<p>opens",
    "junk header lines": b"HTTP/1.1 200 OK\r\njunk\r\n: x\r\nContent-Length : 8\r\n\r\n<p>opens",
    "length said twice": b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\nContent-Length: 8\r\n\r\n<p>opens",
    "HTTP/1.0": b"HTTP/1.0 200 OK\r\nContent-Length: 8\r\n\r\n<p>opens",
    "chunked, hung up behind the last chunk": then_close(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n<p>opens\r\n0\r\n"
    ),
    "chunked, said twice": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n<p>opens\r\n0\r\n\r\n",
    "shorter than sent": b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n<p>opens and more that nobody asked for",
}


@pytest.mark.parametrize("data", FRAMES.values(), ids=FRAMES)
async def test_bodies_are_read_out_of_every_frame(fetcher: Fetcher, data: bytes) -> None:
    async with BadServer({"/a": data}) as server:
        for _ in range(2):  # the second on a connection that was kept or not, as the first one left it
            assert page(await fetcher.get(server.url("/a"))).body == b"<p>opens"


async def test_a_body_without_a_length_ends_with_the_connection(fetcher: Fetcher) -> None:
    async with BadServer({"/a": then_close(b"HTTP/1.1 200 OK\r\n\r\n" + HTML)}) as server:
        assert page(await fetcher.get(server.url("/a"))).body == HTML


async def test_an_empty_body_is_a_page(fetcher: Fetcher) -> None:
    async with BadServer({"/a": answer(200), "/b": b"HTTP/1.1 204 No Content\r\n\r\n"}) as server:
        assert page(await fetcher.get(server.url("/a"))).body == b""
        assert page(await fetcher.get(server.url("/b"))).body == b""


async def test_pages_of_one_host_come_over_one_connection(fetcher: Fetcher) -> None:
    async with BadServer({"/a": answer(200, HTML), "/gone": answer(404, b"x" * 900)}) as server:
        for path in ("/a", "/gone", "/a", "/a"):
            await fetcher.get(server.url(path))
        assert server.connections == 1


async def test_a_connection_that_died_while_idle_is_replaced(fetcher: Fetcher) -> None:
    async with BadServer({"/a": then_close(answer(200, HTML))}) as server:
        for _ in range(4):
            assert page(await fetcher.get(server.url("/a"))).body == HTML
        await asyncio.sleep(0.02)
        assert page(await fetcher.get(server.url("/a"))).body == HTML


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


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/", "http://0x7f.1:{port}/", "http://2130706433:{port}/", "http://017700000001:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/", "http://127.1:{port}/", "http://localhost:{port}/", "http://0:{port}/",
        "http://[::1]:{port}/", "http://127.0.0.1.:{port}/", "http://10.0.0.1/", "http://192.168.0.1/", "http://[fe80::1]/",
        "http://169.254.169.254/", "https://100.64.0.1/", "http://１２７.0.0.1:{port}/",
    ],
)  # fmt: skip
@pytest.mark.parametrize("robots", [True, False])
async def test_inside_addresses_are_never_asked(url: str, robots: bool) -> None:
    async with BadServer({"/": answer(200, b"inside")}) as server:
        async with Fetcher(settings(allow_networks=(), robots=robots)) as fetcher:
            got = failure(await fetcher.get(url.format(port=server.port)))
        assert (got.kind, server.connections) == ("refused", 0)
    assert "is not on the public internet" in got.message
    assert got.retry_after_s is None or "localhost" in url  # a number leads inside for ever


async def test_a_name_that_leads_inside_is_refused_at_each_connect() -> None:
    asked: list[str] = []

    async def rebinding(host: str) -> tuple[str, ...]:
        asked.append(host)
        return ("10.0.0.1",) if len(asked) > 1 else ("127.0.0.1",)

    async with (
        BadServer({"/a": then_close(answer(200, HTML))}) as server,
        Fetcher(settings(robots=False), resolve=rebinding) as fetcher,
    ):
        url = f"http://news.example:{server.port}/a"
        assert page(await fetcher.get(url)).body == HTML
        assert server.last("/a").headers["host"] == f"news.example:{server.port}"
        got = failure(await fetcher.get(url))
    assert (got.kind, "news.example is not on the public" in got.message) == ("refused", True)
    assert got.retry_after_s is not None  # a resolver that errs, as in a hotel before one has logged in


async def test_of_several_addresses_one_that_answers_is_used_and_none_that_is_inside() -> None:
    async def resolve(host: str) -> tuple[str, ...]:
        return ("10.0.0.1", "::1", "127.0.0.9", "127.0.0.1")  # nobody listens on the third

    async with (
        BadServer({"/a": answer(200, HTML)}) as server,
        Fetcher(settings(), resolve=resolve) as fetcher,
    ):
        assert page(await fetcher.get(f"http://news.example:{server.port}/a")).body == HTML


@contextlib.contextmanager
def nobody_answers(address: str, port: int) -> Iterator[None]:
    """Who connects there hears nothing: more wait already than there is room for."""
    with contextlib.ExitStack() as stack:
        listening = stack.enter_context(socket.socket())
        listening.bind((address, port))
        listening.listen(0)
        for _ in range(4):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex((address, port))
        yield


@pytest.mark.parametrize(
    "addresses",
    [
        ("127.0.0.9", "127.0.0.1"), ("127.0.0.9", "127.0.0.8", "127.0.0.1", "127.0.0.9"),
        ("127.0.0.8", "127.0.0.9", "127.0.0.1"),
    ],
)  # fmt: skip
async def test_an_address_that_answers_nothing_holds_up_none_of_the_others(
    addresses: tuple[str, ...],
) -> None:
    async def resolve(host: str) -> tuple[str, ...]:
        return addresses

    patient = settings(timeout_s=7200, deadline_s=7200)
    async with BadServer({"/a": answer(200, HTML)}) as server, Fetcher(patient, resolve=resolve) as fetcher:
        with nobody_answers("127.0.0.9", server.port):
            async with asyncio.timeout(LIMIT_S):
                assert page(await fetcher.get(f"http://news.example:{server.port}/a")).body == HTML


async def test_of_many_addresses_of_one_sort_none_keeps_the_other_sort_from_being_tried() -> None:
    """A large host has eight of IPv6 before those of IPv4, and a machine may have no way to any of them."""

    async def resolve(host: str) -> tuple[str, ...]:
        return (*(f"2001:db8::{n}" for n in range(1, 9)), "127.0.0.1")

    nets = ("127.0.0.0/8", "2001:db8::/32")
    patient = settings(timeout_s=7200, deadline_s=7200, allow_networks=nets)
    async with BadServer({"/a": answer(200, HTML)}) as server, Fetcher(patient, resolve=resolve) as fetcher:
        async with asyncio.timeout(LIMIT_S):
            assert page(await fetcher.get(f"http://news.example:{server.port}/a")).body == HTML


async def test_of_a_name_with_many_addresses_a_few_are_tried() -> None:
    async def resolve(host: str) -> tuple[str, ...]:
        return tuple(f"127.0.0.{number}" for number in range(50, 50 + MAX_ADDRESSES + 1))

    async with (
        BadServer({"/a": answer(200, HTML)}, host=f"127.0.0.{50 + MAX_ADDRESSES}") as server,
        Fetcher(settings(robots=False), resolve=resolve) as fetcher,
    ):
        failure(await fetcher.get(f"http://news.example:{server.port}/a"))
    assert server.connections == 0


async def test_where_no_address_answers_the_last_one_says_why() -> None:
    async def resolve(host: str) -> tuple[str, ...]:
        return ("127.0.0.9", "127.0.0.8", "127.0.0.7")

    async with BadServer({}) as server, Fetcher(settings(), resolve=resolve) as fetcher:
        got = failure(await fetcher.get(f"http://news.example:{server.port}/a"))
    assert (got.kind, "127.0.0.7" in got.message) == ("temporary", True)


async def test_a_host_is_asked_one_thing_at_a_time_and_then_left_in_peace() -> None:
    async def slow(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.02)
        writer.write(answer(200, HTML))

    async with BadServer({f"/{n}": slow for n in range(5)}) as server:
        async with Fetcher(settings(min_delay_s=0.05)) as fetcher:
            await asyncio.gather(*(fetcher.get(server.url(f"/{n}")) for n in range(5)))
        times = [asked.at for asked in server.asked]
        assert (server.most_at_once, server.times("/robots.txt")) == (1, 1)
    pauses = [after - before for before, after in pairwise(times[1:])]
    assert min(pauses) >= 0.07 - 0.005


async def test_a_crawl_delay_is_kept() -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(round(seconds))

    scripts = {"/robots.txt": answer(200, b"User-agent: *\nCrawl-delay: 7"), "/a": answer(200, HTML)}
    async with BadServer(scripts) as server, Fetcher(settings(), sleep=sleep) as fetcher:
        await fetcher.get(server.url("/a"))
        await fetcher.get(server.url("/a"))
    assert slept == [7]


async def test_waiting_for_a_turn_does_not_count_against_the_deadline() -> None:
    async def slow(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.3)
        writer.write(answer(200, HTML))

    async with BadServer({"/a": slow}) as server, Fetcher(settings(deadline_s=2.0)) as fetcher:
        got = await asyncio.gather(*(fetcher.get(server.url("/a")) for _ in range(8)))
    assert [page(one).body for one in got] == [HTML] * 8


async def test_who_waits_for_the_pause_of_one_host_takes_no_place_from_others() -> None:
    patient = settings(min_delay_s=3600.0, concurrency=1, robots=False)
    async with (
        BadServer({"/a": answer(200, HTML)}) as one,
        BadServer({"/b": answer(200, HTML)}) as other,
        Fetcher(patient) as fetcher,
    ):
        page(await fetcher.get(one.url("/a")))
        waits = asyncio.create_task(fetcher.get(one.url("/a")))
        await asyncio.sleep(0.05)  # it waits for an hour
        async with asyncio.timeout(LIMIT_S):
            page(await fetcher.get(other.url("/b")))
        assert not waits.done()
        waits.cancel()


async def test_a_host_that_asks_for_peace_is_given_it(fetcher: Fetcher) -> None:
    async with BadServer({"/a": answer(429, retry_after="3600"), "/b": answer(200, HTML)}) as server:
        first = failure(await fetcher.get(server.url("/a")))
        second = failure(await fetcher.get(server.url("/b")))
        assert server.times("/b") == 0
    assert (first.kind, first.status, first.retry_after_s) == ("soft", 429, 3600)
    assert first.message == f"fetch: 429 from {server.authority}"
    assert second.kind == "temporary"
    assert second.retry_after_s is not None
    assert 3590 < second.retry_after_s <= 3600


ROBOTS = [
    ({"/robots.txt": answer(200, b"User-agent: *\nDisallow: /a")}, "refused", "disallows /a"),
    ({"/robots.txt": answer(200, b"\xef\xbb\xbfUser-agent: *\nDisallow: /")}, "refused", "disallows /a"),
    ({"/robots.txt": answer(503)}, "temporary", "robots.txt of .* answers 503"),
    ({"/robots.txt": answer(429)}, "temporary", "robots.txt of .* answers 429"),
    ({"/robots.txt": answer(407)}, "temporary", "robots.txt of .* answers 407"),
    ({"/robots.txt": then_close(b"")}, "temporary", "robots.txt of .* cannot be had"),
    ({"/robots.txt": redirect("/r2"), "/r2": answer(200, b"User-agent: *\nDisallow: /a")}, "refused", "disallows /a"),
    ({"/robots.txt": answer(404)}, None, ""),
    ({"/robots.txt": then_close(answer(404, b"sorry", content_length="90"))}, None, ""),
    ({"/robots.txt": answer(403)}, None, ""),
    ({"/robots.txt": redirect("/robots.txt")}, None, ""),
    ({"/robots.txt": redirect("http://10.0.0.1/robots.txt")}, None, ""),
    ({"/robots.txt": redirect("file:///etc/passwd")}, None, ""),
    ({"/robots.txt": redirect("http://[")}, None, ""),
    ({"/robots.txt": answer(200, b"User-agent: *\n" + b"#" * 600_000 + b"\nDisallow: /a")}, None, ""),
    ({"/robots.txt": answer(200, b"User-agent: *\nDisallow: /a\n" + b"#" * 600_000)}, "refused", "disallows /a"),
    ({"/robots.txt": answer(200, b"User-agent: *\nDisallow: /archive/of-old-things\n".ljust(MAX_BYTES - 12, b"#") + b"\nDisallow: /archive\n")}, None, ""),
    ({"/robots.txt": answer(200, gzipped(b"User-agent: *\nDisallow: /a\n" + bytes(20_000_000)), content_encoding="gzip")}, "refused", "disallows /a"),
]  # fmt: skip


@pytest.mark.parametrize(("scripts", "kind", "message"), ROBOTS)
async def test_robots_txt_decides(
    fetcher: Fetcher, scripts: dict[str, bytes], kind: str | None, message: str
) -> None:
    async with BadServer(scripts | {"/a": answer(200, HTML)}) as server:
        got = await fetcher.get(server.url("/a"))
        assert server.times("/a") == (kind is None)
    if kind is None:
        assert page(got).body == HTML
    else:
        assert failure(got).kind == kind
        assert re.search(message, failure(got).message)


async def test_a_robots_txt_that_forbids_says_for_how_long_it_is_believed() -> None:
    now = 0.0
    rules = {"/robots.txt": answer(200, b"User-agent: *\nDisallow: /a"), "/a": answer(200, HTML)}
    async with BadServer(rules) as server, Fetcher(settings(), clock=lambda: now) as fetcher:
        first = failure(await fetcher.get(server.url("/a")))
        now = 80_000.0
        later = failure(await fetcher.get(server.url("/a")))
        assert (first.kind, first.retry_after_s, later.retry_after_s) == ("refused", 86_401, 6_401)
        rules["/robots.txt"] = answer(200, b"User-agent: *\nDisallow: /b")
        now += later.retry_after_s or 0
        assert page(await fetcher.get(server.url("/a"))).body == HTML


async def test_the_host_a_redirect_leads_to_has_its_own_robots_txt(fetcher: Fetcher) -> None:
    rules = answer(200, b"User-agent: *\nDisallow: /b")
    async with BadServer({"/b": answer(200, HTML), "/robots.txt": rules}) as other:
        async with BadServer({"/a": redirect(other.url("/b"))}) as server:
            got = failure(await fetcher.get(server.url("/a")))
        assert (got.kind, other.times("/b")) == ("refused", 0)


async def test_robots_can_be_left_out() -> None:
    scripts = {"/robots.txt": answer(200, b"User-agent: *\nDisallow: /"), "/a": answer(200, HTML)}
    async with BadServer(scripts) as server, Fetcher(settings(robots=False)) as fetcher:
        assert page(await fetcher.get(server.url("/a"))).body == HTML
        assert server.times("/robots.txt") == 0


STATUSES = [
    (403, "hard"),
    (408, "temporary"),
    (421, "temporary"),
    (425, "temporary"),
    (404, "soft"),
    (410, "gone"),
    (429, "soft"),
    (451, "hard"),
    (500, "temporary"),
    (503, "temporary"),
]


@pytest.mark.parametrize(("status", "kind"), STATUSES)
async def test_statuses_become_failures_that_say_what_and_where(
    fetcher: Fetcher, status: int, kind: str
) -> None:
    async with BadServer({"/a": answer(status, b"sorry")}) as server:
        got = failure(await fetcher.get(server.url("/a")))
    assert (got.kind, got.status, got.message) == (kind, status, f"fetch: {status} from {server.authority}")
    assert got.url == server.url("/a")


BROKEN = {
    "shorter than it says": then_close(b"Content-Length: 90\r\n\r\nsorry"),
    "never there": b"Content-Length: 90\r\n\r\n",
    "bad chunks": b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
    "reset": then_reset(b"Content-Length: 90\r\n\r\nsorry"),
}


@pytest.mark.parametrize("rest", BROKEN.values(), ids=BROKEN)
async def test_an_answer_counts_though_its_unwanted_body_breaks(
    fetcher: Fetcher, rest: Script, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A redirect is followed, and who wants peace has it."""
    monkeypatch.setattr("crawler.fetch.bodies.LEFTOVER_S", 0.1)
    async with BadServer({"/good": answer(200, HTML)}) as server:

        def begun(status: int, field: str) -> Script:
            async def script(asked: Asked, writer: asyncio.StreamWriter) -> None:
                writer.write(f"HTTP/1.1 {status} X\r\n{field}\r\n".encode())
                if isinstance(rest, bytes):
                    writer.write(rest)
                else:
                    await rest(asked, writer)

            return script

        server.scripts = server.scripts | {
            "/moved": begun(301, "Location: /good"),
            "/busy": begun(429, "Retry-After: 50"),
        }
        assert page(await fetcher.get(server.url("/moved"))).body == HTML
        got = failure(await fetcher.get(server.url("/busy")))
    assert (got.kind, got.status, got.retry_after_s) == ("soft", 429, 50)


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
