"""Hosts that want peace, and domains of many hosts: a fetcher against real servers that count what is too much."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest
from badserver import Asked, BadServer, Script, answer

from crawler.fetch import Fetcher, FetchSettings
from crawler.fetch.faults import FetchError
from crawler.fetch.hosts import Hosts
from storage.records import Failure, Page

HTML = b"<title>A forum</title><p>opens in Bangkok"
LIMIT_S = 120  # after it what is waited for never comes


class Clock:
    """A clock that its sleepers set."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.at += seconds
        await asyncio.sleep(0)


class Limited:
    """Answers one request in `every_s`, and 429 to the rest."""

    def __init__(self, clock: Clock, every_s: float, **headers: str) -> None:
        self.clock, self.every_s, self.headers = clock, every_s, headers
        self.asked: list[float] = []
        self.too_early = 0

    async def __call__(self, asked: Asked, writer: asyncio.StreamWriter) -> None:
        early = bool(self.asked) and self.clock.at - self.asked[-1] < self.every_s
        self.asked.append(self.clock.at)
        self.too_early += early
        writer.write(answer(429, **self.headers) if early else answer(200, HTML))


def fetching(clock: Clock, **changes: object) -> Fetcher:
    usual: dict[str, object] = {"min_delay_s": 0.0, "robots": False, "allow_networks": ("127.0.0.0/8",)}
    return Fetcher(FetchSettings(**(usual | changes)), clock=clock, sleep=clock.sleep)  # type: ignore[arg-type]


@pytest.mark.parametrize("headers", [{}, {"retry_after": "1"}, {"retry_after": "0"}])
async def test_a_host_that_bears_a_request_a_second_is_asked_too_fast_once(headers: dict[str, str]) -> None:
    clock = Clock()
    limited = Limited(clock, 1.0, **headers)
    async with BadServer({f"/{n}": limited for n in range(60)}) as server, fetching(clock) as fetcher:
        got = await asyncio.gather(*(fetcher.get(server.url(f"/{n}")) for n in range(60)))
    assert limited.too_early == 1
    assert sum(isinstance(one, Page) for one in got) == 59


async def test_a_host_that_bears_less_is_asked_ever_more_slowly() -> None:
    clock = Clock()
    limited = Limited(clock, 10.0)
    async with BadServer({f"/{n}": limited for n in range(40)}) as server, fetching(clock) as fetcher:
        for n in range(40):
            await fetcher.get(server.url(f"/{n}"))
    assert limited.too_early <= 5
    assert min(after - before for before, after in pairwise(limited.asked[-20:])) >= 10.0


async def test_a_request_that_a_reset_has_sent_once_more_waits_for_its_turn() -> None:
    clock, asked, used = Clock(), list[float](), set[int]()

    async def once_a_connection(request: Asked, writer: asyncio.StreamWriter) -> None:
        asked.append(clock.at)
        if request.connection in used:
            writer.transport.abort()
        else:
            writer.write(answer(200, HTML))
        used.add(request.connection)

    server = BadServer({f"/{n}": once_a_connection for n in range(4)})
    async with server, fetching(clock, min_delay_s=3.0) as fetcher:
        got = [await fetcher.get(server.url(f"/{n}")) for n in range(4)]
        assert all(isinstance(one, Page) for one in got), got
    assert len(asked) == 7  # all but the first were asked for twice
    assert min(after - before for before, after in pairwise(asked)) >= 3.0


async def test_who_waits_for_a_turn_when_the_asking_ends_is_cancelled_and_who_is_being_answered_is_not() -> (
    None
):
    asked, go_on = asyncio.Event(), asyncio.Event()

    async def slow(request: Asked, writer: asyncio.StreamWriter) -> None:
        asked.set()
        await go_on.wait()
        writer.write(answer(200, HTML))

    async with BadServer({"/slow": slow, "/next": slow}) as server, fetching(Clock()) as fetcher:
        under_way = asyncio.create_task(fetcher.get(server.url("/slow")))
        await asked.wait()
        waits = asyncio.create_task(fetcher.get(server.url("/next")))
        await asyncio.sleep(0)
        fetcher.end()
        go_on.set()
        assert isinstance(await under_way, Page)
        await asyncio.wait({waits})
        assert waits.cancelled()
        with pytest.raises(asyncio.CancelledError):
            await fetcher.get(server.url("/next"))
        assert [one.path for one in server.asked] == ["/slow"]


@pytest.mark.parametrize("status", [429, 503])
async def test_a_host_that_goes_on_wanting_peace_is_left_in_it_twice_as_long_each_time(status: int) -> None:
    clock = Clock()
    asked: list[float] = []

    async def busy(said: Asked, writer: asyncio.StreamWriter) -> None:
        asked.append(clock.at)
        writer.write(answer(status))

    async with BadServer({"/a": busy}) as server, fetching(clock, min_delay_s=2.0) as fetcher:
        for _ in range(30):
            got = await fetcher.get(server.url("/a"))
            assert isinstance(got, Failure)
            clock.at += (got.retry_after_s or 0) if got.status is None else 0  # the scheduler comes back then
    pauses = [round(after - before) for before, after in pairwise(asked)]
    assert pauses[:3] == ([10, 20, 40] if status == 503 else [10, 40, 161])
    assert all(after >= min(2 * before - 1, 3600) for before, after in pairwise(pauses))
    assert max(pauses) <= 3601


async def test_a_503_that_passes_leaves_the_pace_as_it_was() -> None:
    clock = Clock()
    scripts: dict[str, Script] = {"/a": answer(503), "/b": answer(200, HTML)}
    async with BadServer(scripts) as server, fetching(clock) as fetcher:
        await fetcher.get(server.url("/a"))
        began = clock.at
        for _ in range(3):
            await fetcher.get(server.url("/b"))
    assert clock.at - began == 2.0


@pytest.mark.parametrize("status", [403, 404, 500, 502])
async def test_who_says_when_to_come_back_is_asked_no_earlier_whatever_else_the_answer_says(
    status: int,
) -> None:
    clock = Clock()
    scripts: dict[str, Script] = {"/a": answer(status, retry_after="30"), "/b": answer(200, HTML)}
    async with BadServer(scripts) as server, fetching(clock) as fetcher:
        began = clock.at
        await fetcher.get(server.url("/a"))
        assert isinstance(await fetcher.get(server.url("/b")), Page)
    assert clock.at - began == 30.0


@pytest.mark.parametrize(("between", "wait_s"), [(500, 20.0), (200, 10.0), (404, 10.0)])
async def test_only_an_answer_ends_a_row_of_refusals_and_an_error_does_not(
    between: int, wait_s: float
) -> None:
    """A server that has too much to do says so now with this number, now with that."""
    clock = Clock()
    hosts = Hosts(clock, clock.sleep)
    for status in (503, between, 503):
        async with hosts.turn("a.org", 2.0):
            hosts.heard("a.org", 2.0, status, None)
    began = clock.at
    async with hosts.turn("a.org", 2.0):
        assert clock.at - began == wait_s


async def test_a_host_that_says_when_to_come_back_is_believed_beyond_the_hour_that_we_give_by_ourselves() -> (
    None
):
    clock = Clock()
    hosts = Hosts(clock, clock.sleep)
    async with hosts.turn("a.org", 2.0):
        hosts.heard("a.org", 2.0, 503, 7200)
    with pytest.raises(FetchError) as sent_away:
        await hosts.turn("a.org", 2.0).__aenter__()
    assert sent_away.value.retry_after_s == 7201


async def test_who_waits_behind_one_that_is_told_to_come_back_tomorrow_is_sent_away_as_well() -> None:
    """A thousand places that sleep for a day would poll nobody else meanwhile."""
    clock = Clock()
    hosts = Hosts(clock, clock.sleep)

    async def ask() -> None:
        async with hosts.turn("a.org", 0.0):
            await asyncio.sleep(0)
            hosts.heard("a.org", 0.0, 503, 86_400)

    first, *others = await asyncio.gather(ask(), ask(), ask(), return_exceptions=True)
    assert first is None
    assert [type(other) for other in others] == [FetchError, FetchError]
    assert clock.at == 1000.0


async def test_a_date_to_come_back_at_is_kept() -> None:
    clock, now = Clock(), datetime.now(UTC).replace(microsecond=0)
    later = format_datetime(now + timedelta(seconds=45), usegmt=True)
    scripts: dict[str, Script] = {"/a": answer(503, retry_after=later), "/b": answer(200, HTML)}
    settings = FetchSettings(min_delay_s=0.0, robots=False, allow_networks=("127.0.0.0/8",))
    async with (
        BadServer(scripts) as server,
        Fetcher(settings, clock=clock, sleep=clock.sleep, now=lambda: now) as fetcher,
    ):
        await fetcher.get(server.url("/a"))
        assert isinstance(await fetcher.get(server.url("/b")), Page)
    assert clock.at == 1045.0


async def test_a_host_is_asked_slowly_for_a_day() -> None:
    clock = Clock()
    hosts = Hosts(clock, clock.sleep)
    async with hosts.turn("a.org", 2.0):
        hosts.heard("a.org", 2.0, 429, None)
    waits = []
    for later in (0.0, 0.0, 80_000.0, 0.0, 86_400.0, 0.0):
        clock.at += later
        began = clock.at
        async with hosts.turn("a.org", 2.0):
            waits.append(round(clock.at - began, 3))
    assert waits == [10.0, 4.0, 0.0, 4.0, 0.0, 2.0]


async def test_of_a_domain_with_many_hosts_a_few_are_asked_at_a_time() -> None:
    clock = asyncio.get_running_loop().time
    hosts, under_way, most, begun = Hosts(clock, asyncio.sleep), 0, 0, []
    full, wanted = asyncio.Event(), 4

    async def ask(host: str) -> None:
        nonlocal under_way, most
        async with hosts.turn(host, 0.08):
            begun.append(clock())
            under_way += 1
            most = max(most, under_way)
            if under_way >= wanted:
                full.set()
            await full.wait()
            await asyncio.sleep(0.1)  # in which one more would come
            under_way -= 1

    began = clock()
    async with asyncio.timeout(LIMIT_S):
        await asyncio.gather(*(ask(f"h{n}.example.com") for n in range(12)))
    assert most == 4
    assert max(begun) - began >= 11 * 0.02 - 0.001
    most, wanted = 0, 14
    full.clear()
    async with asyncio.timeout(LIMIT_S):
        await asyncio.gather(
            *(ask(f"h{n}.github.io") for n in range(12)), ask("127.0.0.1:80"), ask("127.0.0.2:80")
        )
    assert most == 14
    assert len(hosts) < 40


async def test_a_request_too_many_slows_down_its_whole_domain() -> None:
    """Ten hosts behind one limit of a request in two seconds."""
    clock = Clock()
    limited = Limited(clock, 2.0)

    async def resolve(host: str) -> tuple[str, ...]:
        return ("127.0.0.1",)

    settings = FetchSettings(min_delay_s=2.0, robots=False, allow_networks=("127.0.0.0/8",))
    async with (
        BadServer({"/a": limited}) as server,
        Fetcher(settings, clock=clock, sleep=clock.sleep, resolve=resolve) as fetcher,
    ):
        for n in range(60):
            await fetcher.get(f"http://h{n % 10}.example.com:{server.port}/a")
    assert limited.too_early <= 3


async def test_a_host_wants_peace_by_whatever_scheme_it_is_asked() -> None:
    clock = Clock()
    async with fetching(clock) as fetcher:
        hosts = fetcher._asker._hosts
        hosts.put_off("a.example", 3600)
        for scheme in ("http", "https"):
            got = await fetcher.get(f"{scheme}://a.example/")
            assert isinstance(got, Failure)
            assert got.retry_after_s == 3601
    with pytest.raises(FetchError, match="wants peace"):
        async with hosts.turn("a.example", 0.0):
            pass
