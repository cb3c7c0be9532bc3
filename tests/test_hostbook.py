"""What a host said of when it may be asked outlives a restart, and goes with its domain from machine to machine."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from badserver import BadServer, answer
from newsroom import config_for, start
from storesamples import NOW, with_sources

from crawler.claims import Beside, claim_sources
from crawler.fetch import Fetcher, FetchSettings
from crawler.fetch.hosts import Hosts, Word
from crawler.hostbook import Hostbook
from storage.articles import watched
from storage.database import Database
from storage.records import Failure
from storage.sources.hosts import prune_words, words_since

SETTINGS = FetchSettings(min_delay_s=0, timeout_s=5, robots=False, allow_networks=("127.0.0.0/8",))
BUSY = {"/busy": answer(429, retry_after="3600"), "/free": answer()}


@asynccontextmanager
async def machine(db: Database, later: timedelta = timedelta()) -> AsyncIterator[tuple[Fetcher, Hostbook]]:
    """What one asks with, and knows of hosts when it starts, `later`."""
    hostbook = Hostbook(db, lambda: datetime.now(UTC) + later)
    await db.run(hostbook.read)
    async with Fetcher(SETTINGS, memory=hostbook) as fetcher:
        yield fetcher, hostbook


async def test_a_host_that_wants_an_hour_of_peace_has_it_over_a_restart(database: Database):
    async with BadServer(BUSY) as server:
        async with machine(database) as (fetcher, _):
            assert isinstance(await fetcher.get(server.url("/busy")), Failure)
        for later, asked in ((60, 0), (3500, 0), (3601, 1)):
            before = server.times("/free")
            async with machine(database, timedelta(seconds=later)) as (fetcher, _):
                came = await fetcher.get(server.url("/free"))
                assert server.times("/free") == before + asked
                if not asked:
                    assert isinstance(came, Failure)
                    assert (came.kind, came.retry_after_s) == (
                        "temporary",
                        pytest.approx(3600 - later, abs=9),
                    )
        (said,) = [word for _, word in database.call(words_since, 0) if not word.name.startswith("*")]
        assert said.refusals == 0  # it answers again, and is known for nothing else
        assert said.pause_s > 0  # but that it was asked too fast
        assert database.call(prune_words, datetime.now(UTC)) == 0
        assert database.call(prune_words, datetime.now(UTC) + timedelta(days=3)) == 1


async def test_who_takes_a_host_over_knows_what_it_said_to_the_other(database: Database):
    with_sources(database, "a")
    async with BadServer(BUSY) as server, machine(database) as (one, _), machine(database) as (two, heard):
        database.call(watched.stand_by, "two", {}, NOW)
        assert isinstance(await one.get(server.url("/busy")), Failure)
        claim_ = (claim_sources, NOW, NOW, 9, "two", (), Beside(heard.listen))
        database.call(*claim_)
        assert (heard.company, heard.news()) == (False, [])  # alone it asks nothing of the store
        database.call(watched.stand_by, "one", {}, NOW)
        database.call(*claim_)
        assert heard.company
        assert isinstance(await two.get(server.url("/free")), Failure)
        assert server.times("/free") == 0
        database.call(*claim_)
        assert heard.news() == []  # it was told


async def test_what_one_alone_writes_of_hosts_gathers_nowhere(database: Database):
    """Neither in its memory, for years, nor in that of the next start, to which what is over says nothing."""
    with_sources(database, "a")
    word, alone = Word(quiet_s=60.0, refusals=1), Hostbook(database, lambda: NOW)
    for name in ("a.example", "b.example", "a.example"):
        alone.keep(name, word)
        database.call(claim_sources, NOW, NOW, 9, "w", (), Beside(alone.listen))
        assert (alone._own, alone.news()) == (set(), [])
    for later, heard in ((0, 2), (90_000, 0)):
        started = Hostbook(database, lambda later=later: NOW + timedelta(seconds=later))
        database.call(started.read)
        assert len(started.news()) == heard


class Company:
    """Others, who tell what `said` holds."""

    company = True

    def __init__(self) -> None:
        self.kept: list[tuple[str, Word]] = []
        self.said: list[tuple[str, Word]] = []

    def keep(self, site: str, word: Word) -> None:
        self.kept.append((site, word))

    def news(self) -> list[tuple[str, Word]]:
        said, self.said = self.said, []
        return said


async def test_where_others_ask_hosts_too_who_begins_with_one_leaves_its_pause_first():
    """Of the last request of whoever had it before nothing is known, but that it was before now."""
    now, waits, memory = [100.0], list[float](), Company()

    async def sleep(seconds: float) -> None:
        waits.append(round(seconds, 3))
        now[0] += seconds

    hosts = Hosts(lambda: now[0], sleep, memory)

    async def ask(delay_s: float, status: int = 200) -> None:
        async with hosts.turn("a.example", delay_s):
            hosts.heard("a.example", delay_s, status, None)

    await ask(30)
    await ask(30)  # after its own
    now[0] += 31  # others may have asked meanwhile
    await ask(30)
    await ask(0)  # what a page is made of
    assert waits == [30, 30, 30, 30]
    memory.company = False
    now[0] += 31
    await ask(30)
    assert len(waits) == 4

    await ask(1, 503)
    assert [(site, word.refusals, word.quiet_s) for site, word in memory.kept] == [("a.example", 1, 5)]
    memory.said = [("a.example", Word(50.0, 3))]
    await ask(1, 503)
    assert waits[-1] == 50
    assert memory.kept[-1][1].quiet_s == 5 * 2**3  # it is the fourth in a row
    memory.said = [("a.example", Word(0.0, 0, 7.0, 1000.0))]
    await ask(1)
    await ask(1)
    assert waits[-1] == 7

    await ask(1, 429)
    assert {site for site, _ in memory.kept[-2:]} == {
        "a.example",
        "*.a.example",
    }  # one limit may hold for all
    now[0] += 100_000
    memory.said = [("*.b.example", Word(0.0, 0, 9.0, 1000.0))]
    for host in ("x.b.example", "y.b.example"):
        async with hosts.turn(host, 1):
            pass
    assert waits[-1] == 9


@pytest.mark.postgres
@pytest.mark.slow
async def test_of_two_machines_and_a_third_one_is_told_to_come_later(postgres_server, tmp_path: Path):
    """Each of forty articles would be asked for else, by whoever has the domain just then."""
    paths = [f"/story-{number}" for number in range(40)]
    items = "".join(f"<item><title>Story</title><link>{path}</link></item>" for path in paths)
    feed = f'<rss version="2.0"><channel><title>The Ledger</title>{items}</channel></rss>'
    pages = dict.fromkeys(paths, answer(429, retry_after="3600"))
    pages |= {"/feed": answer(200, feed.encode()), "/robots.txt": answer(404)}
    async with BadServer(pages) as site:
        config = config_for(
            tmp_path,
            [{"id": "ledger", "url": site.url("/feed")}],
            database=postgres_server.new_database(),
            fetch={"min_delay": 0.1, "allow_networks": ["127.0.0.0/8"]},
        )

        def refused() -> int:
            return sum(map(site.times, paths))

        for machines in (2, 1):
            daemons = [await start("--config", config, "run", "--no-web") for _ in range(machines)]
            async with asyncio.timeout(60):
                while not refused():  # noqa: ASYNC110 - what another process has come to
                    await asyncio.sleep(0.05)
            await asyncio.sleep(4)
            for daemon in daemons:
                daemon.terminate()
                await daemon.communicate()
            assert refused() == 1
