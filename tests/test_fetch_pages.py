"""crawler.fetch against a real server on loopback: pages, pace, robots.txt, statuses."""

from __future__ import annotations

import asyncio
import gzip
import re
from functools import partial
from itertools import pairwise

import brotli
import pytest
from badserver import Asked, BadServer, Script, answer, redirect, then_close, then_reset
from onefetcher import HTML, LIMIT_S, failure, page, settings

from crawler.fetch import Fetcher
from crawler.fetch.codings import zstd
from crawler.fetch.robots import MAX_BYTES

gzipped = partial(gzip.compress, mtime=0)  # bytes that name a test are those of every process


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
