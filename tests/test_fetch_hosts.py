"""What a fetcher remembers of hosts: whose turn it is, who asked for peace, robots rules and cookies."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest

from crawler.fetch.answers import Answer
from crawler.fetch.bodies import HEAVY, HEAVY_PLACES, Bodies
from crawler.fetch.cookies import MAX_COOKIES, Cookies
from crawler.fetch.faults import FetchError
from crawler.fetch.hosts import Hosts
from crawler.fetch.locks import Places
from crawler.fetch.robots import Robots
from crawler.fetch.robotstxt import Rules
from crawler.fetch.urls import Target, parse

LIMIT_S = 120  # after it what is waited for never comes


class Clock:
    """A clock that a sleeper sets."""

    def __init__(self) -> None:
        self.at = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.at += seconds


async def test_a_host_is_left_in_peace_between_requests() -> None:
    clock = Clock()
    hosts = Hosts(clock, clock.sleep)
    for _ in range(3):
        async with hosts.turn("a.org:80", 2.0):
            clock.at += 0.5
    async with hosts.turn("b.org:80", 2.0):
        pass
    assert clock.slept == [2.0, 2.0]


async def test_a_short_retry_after_is_waited_for_and_a_long_one_sends_away() -> None:
    clock = Clock()
    hosts = Hosts(clock, clock.sleep)
    hosts.put_off("a.org:80", 30)
    async with hosts.turn("a.org:80", 0.0):
        assert clock.slept == [30.0]
    hosts.put_off("a.org:80", 3600)
    with pytest.raises(FetchError) as caught:
        async with hosts.turn("a.org:80", 0.0):
            pass
    assert caught.value.kind == "temporary"
    assert caught.value.retry_after_s == 3601


async def test_a_shorter_wish_for_peace_does_not_end_a_longer_one() -> None:
    clock = Clock()
    hosts = Hosts(clock, clock.sleep)
    hosts.put_off("a.org:80", 3600)
    hosts.heard("a.org:80", 0.0, 200, 5)
    with pytest.raises(FetchError, match="wants peace"):
        async with hosts.turn("a.org:80", 0.0):
            pass


async def test_the_other_hosts_of_a_domain_rest_while_one_that_was_asked_too_fast_does() -> None:
    clock = Clock()
    hosts = Hosts(clock, clock.sleep)
    async with hosts.turn("one.example.com", 2.0):
        hosts.heard("one.example.com", 2.0, 429, 30)
    async with hosts.turn("two.example.com", 2.0):
        assert clock.at == 1030.0


async def test_few_large_bodies_are_read_at_one_time_however_many_were() -> None:
    inside, most, go_on = 0, 0, asyncio.Event()

    class Large(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            nonlocal inside, most
            yield bytes(HEAVY + 1)
            inside += 1
            most = max(most, inside)
            await go_on.wait()
            inside -= 1
            yield b"."

    bodies = Bodies()
    go_on.set()
    for _ in range(3):
        assert len(await bodies.read(Large(), {}, 2 * HEAVY) or b"") == HEAVY + 2
    go_on.clear()
    reads = [asyncio.create_task(bodies.read(Large(), {}, 2 * HEAVY)) for _ in range(HEAVY_PLACES + 4)]
    for _ in range(20):
        await asyncio.sleep(0)
    assert inside == HEAVY_PLACES
    go_on.set()
    async with asyncio.timeout(LIMIT_S):
        await asyncio.gather(*reads)
    assert most == HEAVY_PLACES


async def test_requests_to_one_host_follow_each_other_and_a_cancelled_one_gives_its_turn_on() -> None:
    hosts = Hosts(asyncio.get_running_loop().time, asyncio.sleep)
    under_way, most, done = 0, 0, 0

    async def ask() -> None:
        nonlocal under_way, most, done
        async with hosts.turn("a.org:80", 0.0):
            under_way += 1
            most = max(most, under_way)
            try:
                await asyncio.sleep(0.001)
            finally:
                under_way -= 1
            done += 1

    tasks = [asyncio.create_task(ask()) for _ in range(40)]
    await asyncio.sleep(0.005)
    for task in tasks[::2]:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await ask()
    assert most == 1
    assert done >= 21


async def test_who_is_first_takes_the_next_place_and_a_cancelled_one_gives_it_on() -> None:
    places, order = Places(1), []

    async def use(name: str, first: bool) -> None:
        async with places.one(first=first):
            order.append(name)
            await asyncio.sleep(0)

    async with places.one(first=False):
        tasks = {n: asyncio.create_task(use(n, n.startswith("first"))) for n in ("a", "b", "first", "first2")}
        await asyncio.sleep(0)
        tasks["a"].cancel()
    tasks["first"].cancel()  # it was handed the place already
    async with asyncio.timeout(LIMIT_S):
        await asyncio.gather(*tasks.values(), return_exceptions=True)
        assert order == ["first2", "b"]
        async with places.one(first=False):
            order.append("free again")
    assert order[-1] == "free again"


async def test_tens_of_thousands_of_hosts_are_not_remembered() -> None:
    clock = Clock()
    hosts = Hosts(clock, clock.sleep)
    for n in range(20_000):
        async with hosts.turn(f"host{n}:80", 2.0):
            clock.at += 0.01
    assert len(hosts) < 1000


async def test_hosts_that_asked_for_peace_do_not_keep_others_remembered() -> None:
    clock = Clock()
    hosts = Hosts(clock, clock.sleep)
    for n in range(50):
        hosts.put_off(f"quiet{n}:80", 86_400)
    for n in range(5_000):
        async with hosts.turn(f"host{n}:80", 2.0):
            clock.at += 0.1
    assert len(hosts) < 200


async def test_a_refusal_counts_for_an_hour_however_many_others_are_asked_meanwhile() -> None:
    clock = Clock()
    hosts = Hosts(clock, clock.sleep)
    peace = []
    for later in (0.0, 600.0, 600.0, 2 * 3600.0):
        clock.at += later
        for n in range(20):
            async with hosts.turn(f"host{n}:80", 0.0):
                pass
        async with hosts.turn("a.org:80", 2.0):
            hosts.heard("a.org:80", 2.0, 503, None)
        began = clock.at
        async with hosts.turn("a.org:80", 2.0):
            peace.append(clock.at - began)
    assert peace == [10.0, 20.0, 40.0, 10.0]


async def test_who_gives_up_waiting_for_a_domain_leaves_its_place_to_others() -> None:
    clock, for_ever = Clock(), asyncio.Event()

    async def sleep(seconds: float) -> None:
        await for_ever.wait()

    async def ask(host: str) -> str:
        async with hosts.turn(host, 8.0):
            return host

    hosts = Hosts(clock, sleep)
    await ask("h0.example.com")
    for n in range(1, 7):  # more than may be under way at one time
        waits = asyncio.create_task(ask(f"h{n}.example.com"))
        await asyncio.sleep(0)
        waits.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waits
    clock.at += 100.0
    async with asyncio.timeout(LIMIT_S):
        assert await ask("h7.example.com") == "h7.example.com"


async def test_robots_rules_are_kept_for_a_day_and_failures_for_minutes() -> None:
    clock, asked = Clock(), []
    robots = Robots("forumwatch/1", clock)
    answers = [Answer(503, {}), Answer(200, {}, body=b"User-agent: *\nDisallow: /p")]

    async def fetch(target: Target) -> Answer:
        asked.append(target.url)
        return answers[min(len(asked) - 1, 1)]

    target = parse("http://a.org/x")
    for _ in range(2):
        with pytest.raises(FetchError, match=r"robots.txt of a.org answers 503"):
            await robots.rules(target, fetch)
    clock.at += 301
    assert [await robots.rules(target, fetch) for _ in range(2)] == [Rules("User-agent: *\nDisallow: /p")] * 2
    clock.at += 86_401
    await robots.rules(target, fetch)
    assert asked == ["http://a.org/robots.txt"] * 3


async def test_old_robots_rules_stand_in_for_a_month_and_are_asked_for_again_every_few_minutes() -> None:
    clock, asked = Clock(), 0
    robots = Robots("forumwatch/1", clock)
    said = Answer(200, {}, body=b"User-agent: *\nDisallow: /p")

    async def fetch(target: Target) -> Answer:
        nonlocal asked
        asked += 1
        return said

    target = parse("http://a.org/x")
    rules = await robots.rules(target, fetch)
    said = Answer(503, {})
    for day in range(1, 30):
        clock.at += 86_400
        assert [await robots.rules(target, fetch) for _ in range(3)] == [rules] * 3
        assert asked == 1 + day
    clock.at += 301
    assert await robots.rules(target, fetch) == rules
    said = Answer(404, {})
    clock.at += 301
    assert await robots.rules(target, fetch) == Rules()
    said = Answer(503, {})
    clock.at += 30 * 86_400
    with pytest.raises(FetchError, match="answers 503"):
        await robots.rules(target, fetch)


class Kept:
    """Rules of a process whose clock ran ten days ahead."""

    async def find(self, key: str) -> tuple[Rules, float] | None:
        return Rules("User-agent: *\nDisallow: /old"), 11 * 86_400.0

    def keep(self, key: str, rules: Rules, fresh_s: float) -> None:
        """Remembers nothing."""


async def test_robots_rules_kept_by_a_clock_that_ran_ahead_are_believed_for_no_longer_than_a_day() -> None:
    clock, asked = Clock(), 0
    robots = Robots("forumwatch/1", clock, Kept())

    async def fetch(target: Target) -> Answer:
        nonlocal asked
        asked += 1
        return Answer(404, {})

    target = parse("http://a.org/x")
    for passed in (0, 86_399):
        clock.at += passed
        assert await robots.rules(target, fetch) == Rules("User-agent: *\nDisallow: /old")
    assert asked == 0
    clock.at += 2
    assert (await robots.rules(target, fetch), asked) == (Rules(), 1)


async def test_many_askers_of_one_host_fetch_its_robots_txt_once() -> None:
    asked = []

    async def fetch(target: Target) -> Answer:
        asked.append(target.url)
        await asyncio.sleep(0.01)
        return Answer(404, {})

    robots = Robots("forumwatch/1", lambda: 0.0)
    tasks = [asyncio.create_task(robots.rules(parse(f"http://a.org/{n}"), fetch)) for n in range(20)]
    await asyncio.sleep(0)
    tasks[5].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert asked == ["http://a.org/robots.txt"]


async def test_robots_rules_of_many_hosts_stay_within_their_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.fetch.robots.MAX_CHARACTERS", 1_000_000)
    robots = Robots("forumwatch/1", lambda: 0.0)
    body = b"User-agent: *\n" + b"".join(b"Disallow: /%d\n" % n for n in range(2_000))

    async def fetch(target: Target) -> Answer:
        return Answer(200, {}, body=body)

    for n in range(100):
        await robots.rules(parse(f"http://host{n}.org/"), fetch)
    assert 900_000 < robots.characters <= 1_000_000


def test_a_site_makes_us_keep_no_more_cookies_than_a_few_and_may_change_those() -> None:
    target, cookies = parse("http://a.org/"), Cookies()
    assert cookies.keep(target, [f"c{n}=1" for n in range(MAX_COOKIES + 5)])
    assert cookies.header(target).count("=") == MAX_COOKIES
    assert cookies.keep(target, ["c0=2", "another=1"])
    assert cookies.header(target).startswith("c0=2; ")
    assert "another" not in cookies.header(target)
