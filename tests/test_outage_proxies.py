"""A proxy that is down, one that says nothing and one that answers for others."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import replace
from datetime import timedelta

import pytest
from badserver import BadServer
from linesamples import FEED, SETTINGS, START, WATCHED, Line, crew_of
from sqlalchemy import select

from crawler.fetch import Fetcher, Uplink, domains
from crawler.fetch.faults import Unreachable
from crawler.schedule import OFFLINE_S
from storage import schema
from storage.database import Database
from storage.records import Failure, Source
from storage.reports import standing as reports
from storage.sources import state as sources


async def answering(first: bytes, then: bytes) -> asyncio.Server:
    """What answers whatever it is told: with `first`, then with `then`."""

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.closing(writer):
            for said in filter(None, (first, then)):
                await reader.read(4096)
                writer.write(said)
            await reader.read(4096)

    return await asyncio.start_server(connected, "127.0.0.1", 0)


def socks(reply: int) -> tuple[bytes, bytes]:
    return b"\x05\x00", b"\x05" + bytes([reply]) + b"\x00\x01\0\0\0\0\0\0"


PROXIES = {  # what a proxy is and says → whether nobody can be reached through it
    "is not there": ("http", None, True),
    "is not there, for SOCKS": ("socks5", None, True),
    "has no name": ("http://nobody.invalid:3128", None, True),
    "reaches nobody": ("http", (b"HTTP/1.1 502 Bad Gateway\r\n\r\n", b""), True),
    "has no time": ("http", (b"HTTP/1.1 504 Gateway Timeout\r\n\r\n", b""), True),
    "does not let us": ("http", (b"HTTP/1.1 403 Forbidden\r\n\r\n", b""), False),
    "wants a login": ("http", (b"HTTP/1.1 407 Proxy\r\n\r\n", b""), False),
    "reaches no network, for SOCKS": ("socks5", socks(3), True),
    "reaches no host, for SOCKS": ("socks5", socks(4), True),
    "is refused, for SOCKS": ("socks5", socks(5), False),
}


@pytest.mark.parametrize("case", PROXIES)
async def test_a_proxy_that_is_down_is_held_against_none_of_those_behind_it(case: str) -> None:
    scheme, says, down = PROXIES[case]
    line = Line()
    uplink = Uplink(line.time, 3, WATCHED)

    async def resolve(host: str) -> tuple[str, ...]:
        raise Unreachable("hard", f"unknown host {host}", unreached=True)

    server = await answering(*(says or (b"", b"")))
    port = server.sockets[0].getsockname()[1]
    if says is None:
        server.close()
    proxy = scheme if "://" in scheme else f"{scheme}://127.0.0.1:{port}"
    async with Fetcher(SETTINGS, now=line.time, resolve=resolve, uplink=uplink) as fetcher:
        came = [await fetcher.get(f"https://www.site{n}.com/feed", proxy=proxy) for n in range(4)]
        for _ in range(3):  # who was connected hears that nobody is any more
            await asyncio.sleep(0)
    server.close()
    failed = [one for one in came if isinstance(one, Failure)]
    assert uplink.down is down
    assert [one.kind for one in failed] == (
        ["temporary"] * 2 + ["offline"] * 2 if down else ["temporary"] * 4
    ), failed
    assert all("the proxy on the way to www.site" in one.message for one in failed)


async def test_a_proxy_that_is_down_keeps_nobody_else_from_being_asked(database: Database) -> None:
    line = Line()
    scripts = {f"http://www.site{n}.com/feed": FEED for n in range(12)}
    async with BadServer(scripts) as well:
        lost, works = "http://127.0.0.1:9", f"http://{well.authority}"
        all_ = [
            Source(f"s{n:02}", "A", "feed", f"http://www.site{n}.com/feed", proxy=lost if n < 8 else works)
            for n in range(12)
        ]
        behind = {lost: domains(s.url for s in all_[:8]), works: domains(s.url for s in all_[8:])}
        uplink = Uplink(line.time, behind=behind)
        async with Fetcher(SETTINGS, now=line.time, uplink=uplink) as fetcher:
            await database.run(sources.sync, all_, line.now)
            crew = crew_of(database, fetcher, line, uplink, all_)
            for turn in range(1, 9):  # two hours
                await crew.until_idle()
                assert (uplink.down, crew._around.offline) == (False, False)
                assert {well.times(url) for url in [*scripts][8:]} == {turn}
                line.now += timedelta(seconds=950)
        assert (uplink.closed(lost), uplink.closed(works)) == (True, False)
    row = schema.sources.c
    told = select(row.failures, row.error, row.next_at).where(row.failures > 0)
    failed = await database.run(lambda conn: conn.execute(told).all())
    assert len(failed) == 8
    assert max(each.failures for each in failed) <= 0.5  # of what failed before it was noticed
    assert max(each.next_at for each in failed) <= line.now + timedelta(seconds=OFFLINE_S)
    assert {each.error.partition(",")[0] for each in failed} == {f"fetch: the proxy {lost} reaches nobody"}
    seen = await database.run(reports.status, line.now)
    assert (seen.failing, seen.offline_since) == (8, None)


async def test_a_proxy_that_says_nothing_takes_one_place_however_many_are_behind_it() -> None:
    asked, heard = 0, asyncio.Event()
    heard.set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal asked
        asked += 1
        await heard.wait()
        writer.write(b"HTTP/1.1 502 Bad Gateway\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    proxy = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    uplink = Uplink(lambda: START, 5, WATCHED, {proxy: WATCHED})
    urls = [f"https://www.site{n}.com/feed" for n in range(12)]
    async with Fetcher(replace(SETTINGS, timeout_s=5), uplink=uplink) as fetcher:
        for url in urls[:5]:
            await fetcher.get(url, proxy=proxy)
        assert (uplink.closed(proxy), asked) == (True, 5)
        heard.clear()
        going = [asyncio.create_task(fetcher.get(url, proxy=proxy)) for url in urls]
        while len(waits := [task for task in going if not task.done()]) > 1:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        heard.set()
        came = await asyncio.gather(*going)
        assert asked == 6
        assert {each.kind for each in came if isinstance(each, Failure)} == {"offline"}
        await fetcher.get(urls[0], proxy=proxy)  # whether it is back is asked again
        assert asked == 7
    server.close()


async def test_what_a_proxy_says_in_the_place_of_those_it_does_not_reach_is_no_answer_of_theirs() -> None:
    server = await answering(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n", b"")
    proxy = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    uplink = Uplink(lambda: START, 2, WATCHED, {proxy: WATCHED})
    async with Fetcher(SETTINGS, uplink=uplink) as fetcher:
        for url in ("https://www.site0.com/", "http://www.site1.com/", "https://www.site2.com/"):
            assert isinstance(await fetcher.get(url, proxy=proxy), Failure)
    server.close()
    assert uplink.closed(proxy)


def test_a_line_is_down_where_nobody_is_reached_by_any_way() -> None:
    behind = {
        "http://one:80": domains([f"http://site{n}.com/" for n in range(6)]),
        "http://two:80": domains(["http://a.com"]),
    }
    uplink = Uplink(lambda: START, 5, domains(["http://b.com/", "http://c.com/"]), behind)
    for n in range(6):
        uplink.unreached(f"site{n}.com", 0, "http://one:80")
    assert (uplink.down, uplink.closed("http://one:80"), uplink.closed()) == (False, True, False)
    uplink.unreached("a.com", 0, "http://two:80")
    uplink.unreached("b.com", 0)
    assert (uplink.down, uplink.closed("http://two:80")) == (False, False)
    uplink.unreached("c.com", 0)
    assert (uplink.down, uplink.closed("http://two:80"), uplink.closed()) == (True, True, True)
    uplink.answered("a.com", "http://two:80")
    assert (uplink.down, uplink.closed(), uplink.closed("http://two:80"), uplink.outages) == (
        False,
        True,
        False,
        1,
    )
    uplink.answered("b.com")
    assert (uplink.closed(), uplink.closed("http://one:80"), uplink.outages) == (False, True, 2)


def test_a_refused_connection_is_an_answer_and_a_proxy_may_answer_for_others() -> None:
    uplink = Uplink(lambda: START, 2, domains(["http://one.com/feed", "https://two.com/", "no address"]))
    uplink.unreached("www.one.com", 0)
    uplink.unreached("news.one.com:8080", 0)  # of the same domain
    assert not uplink.down
    uplink.unreached("two.com", 0)
    assert uplink.down
    for neighbour in ("localhost:1200", "127.0.0.1:1200", "rsshub", "[::1]"):  # it answers as long as it runs
        uplink.answered(neighbour)
    assert uplink.down
    uplink.answered("www.three.com")
    assert (uplink.down, uplink.answered_at, uplink.outages) == (False, START, 1)
