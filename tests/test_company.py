"""Several machines that crawl into one store: a host is asked by one of them at a time, for each keeps its own pauses."""

from __future__ import annotations

import asyncio
import sys
import time
from asyncio.subprocess import PIPE
from contextlib import AsyncExitStack
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from newsroom import Newsroom, ask, config_for, filler, start
from storesamples import MINUTE, NOW, announce, article, saving, source, with_sources

from crawler.claims import claim_entries, claim_revisits, claim_searches, claim_sources
from crawler.demo.server import Answer, Request
from storage.articles import revisits, watched
from storage.database import Database
from storage.sources import losses
from storage.sources import state as sources

# the program as it is started, where the clock is twenty minutes ahead
AHEAD = """
import datetime
told, ahead = datetime.datetime, datetime.timedelta(minutes=20)
class Kind(type):
    def __instancecheck__(cls, it):
        return isinstance(it, told)
class Ahead(told, metaclass=Kind):
    @classmethod
    def now(cls, tz=None):
        return told.now(tz) + ahead
datetime.datetime = Ahead
from crawler.cli import main
main()
"""
DELAY_S = 0.2
ARTICLES = 30  # of each site


class Watched(Newsroom):
    """A site that writes down when it was asked for articles."""

    def __init__(self) -> None:
        super().__init__()
        self.moments: list[float] = []
        self.all_asked = asyncio.Event()

    def answer(self, request: Request) -> Answer:
        if request.path.startswith("/2025/"):
            self.moments.append(time.monotonic())
            if len(self.moments) == ARTICLES:
                self.all_asked.set()
        return super().answer(request)


@pytest.mark.postgres
@pytest.mark.slow
async def test_two_machines_ask_a_host_no_faster_than_one_whatever_their_clocks_say(
    postgres_server, tmp_path: Path
):
    async with AsyncExitStack() as running:
        sites = [await running.enter_async_context(Watched()) for _ in range(8)]
        for of, site in enumerate(sites):
            for number in range(ARTICLES):
                site.publish(f"story-{number}", f"Story {of} of {number}", *filler(number + 100 * of))
        config = config_for(
            tmp_path,
            [{"id": f"ledger-{of}", "url": site.url()} for of, site in enumerate(sites)],
            database=postgres_server.new_database(),
            # so few places that neither could read all hosts by itself
            fetch={"min_delay": DELAY_S, "concurrency": 4, "allow_networks": ["127.0.0.0/8"]},
        )
        wrong = ("-c", AHEAD, "--config", config, "run", "--no-web")
        daemons: list[Any] = [
            await start("--config", config, "run", "--no-web"),
            await asyncio.create_subprocess_exec(sys.executable, *wrong, stdout=PIPE, stderr=PIPE),
        ]
        async with asyncio.timeout(120):
            for site in sites:
                await site.all_asked.wait()
        for daemon in daemons:
            daemon.terminate()
            await daemon.communicate()
    pauses = [after - before for site in sites for before, after in pairwise(site.moments)]
    assert [pause for pause in pauses if pause < 0.5 * DELAY_S] == []
    assert len(ask("--config", config, "articles", "--limit", "0", "--format", "json").rows) == 8 * ARTICLES


def crawling(database: Database, *workers: str, at: datetime = NOW) -> None:
    """Crawlers that live then."""
    for worker in workers:
        database.call(watched.stand_by, worker, {"gdec": "x"}, at)


def urls(database: Database, worker: str, limit: int = 9) -> list[str]:
    return [entry.url for entry in database.call(claim_entries, NOW, limit, worker)]


def polled(database: Database, worker: str, at: datetime = NOW) -> list[str]:
    return [state.source_id for state in database.call(claim_sources, at, at, 9, worker)]


def searched(database: Database, worker: str) -> list[str]:
    return [loss.source_id for loss in database.call(claim_searches, NOW, 1, worker)]


def looked_at(database: Database, worker: str) -> int:
    return len(database.call(claim_revisits, NOW, 9, worker, {}))


def test_what_one_has_of_a_domain_keeps_the_others_from_all_of_it(database: Database):
    database.call(
        sources.sync,
        [
            source("news", url="https://news.ledger.example/feed"),
            source("tech", url="https://tech.ledger.example/feed"),
            source("other", url="https://other.example/feed"),
        ],
        NOW,
    )
    crawling(database, "one", "two")
    announce(database, "https://news.ledger.example/1", "https://tech.ledger.example/2", by="news")
    announce(database, "https://other.example/3", by="other")
    assert urls(database, "one", 1) == ["https://other.example/3"]
    assert urls(database, "two", 1) == ["https://news.ledger.example/1"]
    assert urls(database, "one") == []  # the other one reads that domain
    assert urls(database, "two") == ["https://tech.ledger.example/2"]
    database.call(sources.make_due)
    assert polled(database, "one") == ["other"]
    assert len(polled(database, "two")) == 2


def test_a_domain_is_one_however_sources_yaml_writes_it(database: Database):
    database.call(sources.sync, [source("a", url="https://News.Bücher.example/feed")], NOW)
    announce(database, "https://xn--bcher-kva.example/1")
    database.call(sources.make_due)
    crawling(database, "one", "two")
    assert polled(database, "one") == ["a"]
    assert urls(database, "two") == []


def test_polls_and_looks_keep_others_away(database: Database):
    database.call(sources.sync, [source("a", url="https://a.example/feed")], NOW)
    database.call(saving(article("https://www.a.example/1")))
    database.call(revisits.begin, 1, NOW)
    announce(database, "http://a.example/2")
    database.call(sources.make_due)
    crawling(database, "one", "two")
    assert polled(database, "one") == ["a"]
    assert urls(database, "two") == []
    assert looked_at(database, "two") == 0
    database.call(sources.give_back, "one")
    crawling(database, "one")
    assert looked_at(database, "two") == 1
    assert urls(database, "one") == []
    assert urls(database, "two") == ["http://a.example/2"]


def test_a_search_for_what_was_missed_keeps_others_away_and_is_kept_away(database: Database):
    with_sources(database, "a", "b")
    for name in "ab":
        database.call(losses.note, name, NOW - MINUTE, NOW)
    announce(database, "http://a.example/1")
    database.call(sources.make_due)
    crawling(database, "one", "two")
    assert urls(database, "one") == ["http://a.example/1"]
    assert searched(database, "two") == ["b"]  # though that of a is the older one
    assert polled(database, "one") == ["a"]
    database.call(sources.give_back, "two")  # which has not searched to its end
    crawling(database, "two")
    assert polled(database, "one") == ["b"]
    database.call(sources.give_back, "one")
    assert [loss.tries for loss in database.read(losses.list_losses)] == [0, 0]


def test_what_a_dead_machine_looked_at_keeps_nobody_from_its_host_for_an_hour(database: Database):
    with_sources(database, "a")
    database.call(saving(article("http://a.example/1")))
    database.call(revisits.begin, 1, NOW)
    database.call(sources.make_due)
    crawling(database, "dead", "one")
    assert looked_at(database, "dead") == 1
    assert polled(database, "one") == []
    later = NOW + watched.LIVES
    crawling(database, "one", at=later)
    assert polled(database, "one", later) == ["a"]


def test_who_stood_by_within_four_minutes_is_company(database: Database):
    def others(worker: str, at: datetime = NOW) -> list[str]:
        return database.read(watched.others, worker, at)

    crawling(database, "one")
    assert others("one") == []
    crawling(database, "two")
    assert (others("one"), others("two")) == (["two"], ["one"])
    assert others("one", NOW + 5 * MINUTE) == []
    database.call(watched.leave, "two")
    assert others("one") == []
