"""What of sources.yaml cannot be kept is said before anybody waits for it: which host, how long, what to do."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import pytest
import yaml
from newsroom import ask, within
from storesamples import NOW
from storesamples import source as one
from tables import each

from crawler.ahead import ahead, ahead_of_polled, complaints, known
from crawler.commands.web import opened
from crawler.config import load_config
from crawler.config.models import WebShape
from crawler.fetch.hosts import Hosts
from crawler.flag import load_watchlist
from crawler.plan import ASK_S, Known, Pace, unkept
from storage import schema
from storage.database import Database
from storage.records import Source
from storage.sources import state as sources
from storage.sources.robots import KeptRules, save_rules

POLITE = Pace(2.0, 64)


def feeds(number: int, url: str = "http://news.example/{}", **values: object) -> list[Source]:
    return [one(f"s{n}", url=url.format(n), **values) for n in range(number)]


CASES = {  # the sources are made where they are tried: each worker loads this file
    "a host of many feeds": (
        lambda: feeds(600),
        Pace(5.0, 64),
        Known(),
        "news.example: a round over 600 sources, one at a time and 5 s apart (min_delay), takes 55 minutes if an answer takes 0.5 s, and should "
        "take 15 minutes; write every: 1h on them, or a shorter min_delay: under fetch: where the site allows it",
    ),
    "a robots.txt that wants a minute": (
        lambda: feeds(20),
        POLITE,
        Known(delays={"news.example": 60.0}),
        "news.example: a round over 20 sources, one at a time and 60 s apart (Crawl-delay of its robots.txt), takes "
        "20 minutes if an answer takes 0.5 s, and should take 15 minutes; write every: 30m on them",
    ),
    "a single source that is asked too often": (
        lambda: feeds(1, every_s=10),
        Pace(15.0, 64),
        Known(),
        "news.example: a round over 1 source, one at a time and 15 s apart (min_delay), takes 16 seconds if an answer takes 0.5 s, and should "
        "take 10 seconds; write every: 1m on them, or a shorter min_delay: under fetch: where the site allows it",
    ),
    "a few that are asked often among many that are not": (
        lambda: [*feeds(5, "http://news.example/f{}", every_s=30), *feeds(500, every_s=21_600)],
        Pace(5.0, 64),
        Known(),
        "news.example: a round over 505 sources, one at a time and 5 s apart (min_delay), takes 46 minutes if an answer takes 0.5 s, and should "
        "take 44 minutes; write every: 1h on them, or a shorter min_delay: under fetch: where the site allows it",
    ),
    "a domain of many hosts": (
        lambda: feeds(3000, "http://s{}.news.example/"),
        POLITE,
        Known(),
        "the hosts of news.example: a round over 3,000 sources, 4 at one time and 0.5 s apart (a quarter of "
        "min_delay), takes 25 minutes if an answer takes 0.5 s, and should take 15 minutes; write every: 30m on them, or a shorter min_delay: "
        "under fetch: where the site allows it",
    ),
    "a cron line that leaves out the night": (
        lambda: feeds(600, cron="*/20 6-23 * * *"),
        POLITE,
        Known(),
        "news.example: a round over 600 sources, one at a time and 2 s apart (min_delay), takes 25 minutes if an answer takes 0.5 s, and should "
        "take 20 minutes; write every: 30m on them, or a shorter min_delay: under fetch: where the site allows it",
    ),
    "more polls than may be under way": (
        lambda: feeds(20_000, "http://n{}.example/", every_s=60),
        POLITE,
        Known(),
        "20,000 sources are 333 polls a second, 167 requests at one time if an answer takes 0.5 s, and concurrency: lets 64 be under way; "
        "write concurrency: 384 under fetch:, or a longer every:",
    ),
    "more articles than a day can read": (
        lambda: feeds(1),
        POLITE,
        Known(delays={"news.example": 30.0}, waiting={"news.example": 9000, "b.example": 9000}),
        "news.example: 9,000 announced articles wait, and to read them 30 s apart (Crawl-delay of its robots.txt) "
        "takes 3.3 days if an answer takes 0.5 s; the newest come first. Write read: on_match on its sources, or watch fewer of them",
    ),
    "more articles than a day can read, of a host that is asked too often as it is": (
        lambda: feeds(400),
        POLITE,
        Known(waiting={"news.example": 9000}),
        "news.example: 9,000 announced articles wait, and to read them 2 s apart (min_delay) takes 2.6 days if an "
        "answer takes 0.5 s; the newest come first. Write read: on_match on its sources, or watch fewer of them",
        "news.example: a round over 400 sources, one at a time and 2 s apart (min_delay), takes 17 minutes if an answer "
        "takes 0.5 s, and should take 15 minutes; write every: 20m on them, or a shorter min_delay: under fetch: where "
        "the site allows it",
    ),
    "a host that is asked too often, of a domain that is so even more": (
        lambda: feeds(3000, "http://s{}.news.example/") + feeds(400, "http://slow.news.example/{}"),
        POLITE,
        Known(),
        "the hosts of news.example: a round over 3,400 sources, 4 at one time and 0.5 s apart (a quarter of min_delay), "
        "takes 28 minutes if an answer takes 0.5 s, and should take 15 minutes; write every: 30m on them, or a shorter "
        "min_delay: under fetch: where the site allows it",
    ),
    "more than max_new lets in": (
        lambda: feeds(1, max_new=500),
        POLITE,
        Known(day_new={"s0": 500}),
        "s0: it has brought 500 new entries within a day, and max_new: lets no more in; what else it announces is "
        "held back until the day is over. Write a larger max_new: on it",
    ),
    "no host that is asked too often, for they are not enabled": (
        lambda: feeds(600, enabled=False),
        Pace(5.0, 64),
        Known(),
    ),
    "a Crawl-delay that nobody obeys": (
        lambda: feeds(20),
        Pace(2.0, 64, False),
        Known({"news.example": 60.0}),
    ),
    "many hosts of one public suffix": (lambda: feeds(3000, "http://s{}.co.uk/"), POLITE, Known()),
    "hosts that are numbers": (lambda: feeds(250, "http://10.0.0.{}/"), POLITE, Known()),
    "what fits": (lambda: feeds(300), POLITE, Known(waiting={"news.example": 5000}, day_new={"s1": 4999})),
    "a morning's cron line twice": (lambda: feeds(400, cron="0,5 8 * * *"), POLITE, Known()),
    "what is gone": (lambda: feeds(600), POLITE, Known(gone={f"s{n}" for n in range(400)})),
    "a neighbour that makes feeds": (lambda: feeds(5000, "http://bridge:1200/{}"), Pace(0.0, 64), Known()),
    "a neighbour that has more feeds than it can make": (
        lambda: feeds(50_000, "http://bridge:1200/{}"),
        Pace(0.0, 64),
        Known(),
        "bridge:1200: a round over 50,000 sources, one at a time and 0 s apart (min_delay), takes 17 minutes if an answer "
        "takes 0.02 s, and should take 15 minutes; write every: 20m on them",
    ),
    "no pause at all": (lambda: feeds(100), Pace(0.0, 64), Known()),
    "nothing": (list, POLITE, Known()),
}


@each("case", CASES)
def test_what_cannot_be_kept_is_told_with_what_to_do(case: str) -> None:
    watched, pace, seen, *said = CASES[case]
    assert unkept(watched(), pace, seen, NOW) == said


def test_what_is_worst_is_told_first_and_a_host_for_itself_where_it_is_worse_than_its_domain() -> None:
    watched = feeds(3000, "http://s{}.news.example/") + feeds(2000, "http://slow.news.example/{}")
    said = unkept(watched, POLITE, Known(), NOW)
    assert [each.partition(":")[0] for each in said] == ["slow.news.example", "the hosts of news.example"]


async def measured(urls: list[str], delay_s: float) -> float:
    """The seconds that the fetch room needs to ask all, by a clock of its own."""
    loop = asyncio.get_running_loop()
    speed = 2000  # a second of the test's is half an hour of the hosts'

    async def sleep(seconds: float) -> None:
        await asyncio.sleep(seconds / speed)

    hosts = Hosts(lambda: loop.time() * speed, sleep)

    async def ask_one(site: str) -> None:
        async with hosts.turn(site, delay_s):
            await sleep(ASK_S)

    begun = loop.time()
    await asyncio.gather(*(ask_one(url.split("/")[2]) for url in urls))
    return (loop.time() - begun) * speed


@pytest.mark.parametrize("url", ["http://news.example/{}", "http://s{}.news.example/"])
async def test_what_is_said_to_take_too_long_takes_that_long(url: str) -> None:
    """The busier the machine, the longer it takes: what is told must be told with right."""
    watched = feeds(600, url, every_s=60)
    assert unkept(watched, POLITE, Known(), NOW)
    assert await within(60, measured([each.url for each in watched], 2.0)) > 60


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A sources.yaml that asks too much of one host, and its store, which knows two things more."""
    stanzas = [{"id": s.id, "kind": "feed", "url": s.url, "max_new": 50} for s in feeds(600)]
    said = {"version": 1, "database": f"sqlite:///{tmp_path / 'watch.db'}", "sources": stanzas}
    path = tmp_path / "sources.yaml"
    path.write_text(yaml.safe_dump(said | {"fetch": {"min_delay": "5s"}}))
    return path


def test_the_store_says_what_hosts_want_and_what_waits(plan: Path, database: Database) -> None:
    config = load_config(plan)
    rules = {
        "http://news.example": 20.0,
        "https://news.example socks5://a:1080": 30.0,
        "http://quick.example": 5.0,
    }
    kept = [(key, KeptRules("", delay_s, NOW)) for key, delay_s in rules.items()]
    database.call(sources.sync, config.sources, NOW)
    database.call(save_rules, token="forumwatch", kept=kept)
    database.call(save_rules, token="other", kept=[("http://other.example", KeptRules("", 50.0, NOW))])
    yesterday = NOW - timedelta(days=1)
    for source_id, day_from, count in (("s1", NOW, 50), ("s2", NOW, 49), ("s3", yesterday, 50)):
        row = schema.sources.c.id == source_id
        change = schema.sources.update().where(row).values(day_from=day_from, day_new=count)
        database.call(lambda conn, change=change: conn.execute(change) and None)
    lost = schema.sources.update().where(schema.sources.c.id == "s9").values(gone=True)
    database.call(lambda conn: conn.execute(lost) and None)
    seen = database.read(known, config, NOW)
    assert seen == Known({"news.example": 30.0}, {}, {"s1": 50}, frozenset({"s9"}))
    slow, held = complaints(config, seen, NOW)
    assert "30 s apart (Crawl-delay of its robots.txt), takes 5.1 hours" in slow
    assert held.startswith("s1: ")


def test_who_starts_or_asks_is_told_what_cannot_be_kept(plan: Path) -> None:
    config = load_config(plan)
    listed = ask("--config", plan, "sources", "list", "--format", "json")  # there is no store yet
    assert "note: cannot be kept: news.example: a round over 600 sources" in listed.err
    with Database(config.database) as db:
        db.call(sources.sync, config.sources, NOW)
    seen = ask("--config", plan, "status")
    assert "cannot be kept" in seen.out
    assert "takes 55 minutes" in seen.out
    (told,) = ask("--config", plan, "status", "--format", "json").rows[0]["cannot_be_kept"]
    assert told.startswith("news.example: a round over 600 sources")


async def test_who_looks_at_the_dashboard_alone_is_told_what_cannot_be_kept(plan: Path) -> None:
    """Also of a forum that is on; and both as programs hear it, and monitors."""
    config = load_config(plan)
    said = ask("--config", plan, "sources", "list", "--format", "json").err
    assert "news.example: a round over 600 sources" in said
    with Database(config.database) as db:
        db.call(sources.sync, config.sources, NOW)
        async with AsyncExitStack() as stack:
            at = await opened(stack, config, load_watchlist(), db, WebShape(port=0))
            web = await stack.enter_async_context(httpx.AsyncClient(base_url=at))
            told = (await web.get("/api/v1/status")).json()
            listed, first = (await web.get("/sources")).text, (await web.get("/")).text
            counted = (await web.get("/metrics")).text
    (row,) = ask("--config", plan, "status", "--format", "json").rows
    assert {name: told[name] for name in ("cannot_be_kept", "events_on")} == {
        name: row[name] for name in ("cannot_be_kept", "events_on")
    }
    (sentence,) = told["cannot_be_kept"]
    assert sentence in listed
    assert '<a href="/sources#plan">1 thing in sources.yaml that cannot be kept</a>' in first
    assert "forumwatch_cannot_be_kept 1.0" in counted.splitlines()


def test_of_a_store_that_is_shown_only_its_own_plan_is_told(plan: Path, database: Database) -> None:
    config, watchlist = load_config(plan), load_watchlist()
    database.call(sources.sync, [one("another", url="http://other.example/")], NOW)
    assert database.read(ahead, config, watchlist, NOW).cannot_be_kept
    assert not database.read(ahead_of_polled, config, watchlist, NOW).cannot_be_kept
    database.call(sources.sync, config.sources, NOW)
    shown = database.read(ahead_of_polled, config, watchlist, NOW)
    assert shown == database.read(ahead, config, watchlist, NOW)


def test_a_forum_that_is_on_is_said_with_how_many_sources_are_polled_for_it(
    plan: Path, database: Database
) -> None:
    config, watchlist = load_config(plan), load_watchlist()
    there = tuple(replace(each, country="CN") for each in config.sources)
    held = next(edition for edition in watchlist.forums["gdec"].editions if edition.start)
    during = datetime.combine(held.start, NOW.timetz())
    said = database.read(ahead, replace(config, sources=there), watchlist, during).events_on
    assert f"gdec {held.year}: 600 sources twice as often" in said
