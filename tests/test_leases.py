"""What a daemon has on loan stays its own while it lives, and is others' soon after its death."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from newsroom import Newsroom, ask, config_for, filler, start
from storesamples import MINUTE, NOW, SlowFetcher, announce, source, with_sources

from crawler.claims import LEASE_S, claim_entries, claim_sources
from crawler.crew import Crew
from crawler.flag import load_watchlist
from crawler.pipeline import Pipeline
from storage.database import Database
from storage.waiting import leases


def claimed_by(database: Database, worker: str, at) -> list[str]:
    polls = database.call(claim_sources, at, at, 9, worker)
    return [state.source_id for state in polls] + [
        waiting.url for waiting in database.call(claim_entries, at, 9, worker)
    ]


@pytest.mark.slow
async def test_what_takes_a_daemon_longer_than_a_lease_is_taken_by_no_other(database):
    with_sources(database, "a")
    announce(database, "http://b.example/1", by="a")
    times, slow = [NOW], SlowFetcher()
    crew = Crew(
        Pipeline(database, slow, load_watchlist(watch=["gdec"]), {"a": source("a")}, now=lambda: times[0])
    )
    for _ in range(3 * LEASE_S // 60):
        await crew.pump()
        await asyncio.sleep(0)
        assert claimed_by(database, "another", times[0]) == []
        times[0] += MINUTE
    assert sorted(slow.asked) == ["http://a.example/feed", "http://b.example/1"]
    await crew.stop(0)


def test_what_a_dead_daemon_had_is_others_after_ten_minutes(database):
    with_sources(database, "a", "b")
    announce(database, "http://b.example/1", by="b")
    first = claimed_by(database, "dead", NOW)
    assert first == ["a", "http://b.example/1"]
    assert claimed_by(database, "another", NOW + 9 * MINUTE) == []
    assert claimed_by(database, "another", NOW + 11 * MINUTE) == first
    database.call(
        leases.renew, "dead", {"a", 1}, NOW + 12 * MINUTE, LEASE_S
    )  # it was only stopped, and goes on
    assert set(first) < set(claimed_by(database, "third", NOW + 22 * MINUTE))


def test_what_a_daemon_does_not_know_that_it_has_runs_out(database):
    """The connection was cut when the claim was committed: the rows are lent, and nobody was told."""
    with_sources(database, "a", "b")
    claimed_by(database, "w", NOW)
    database.call(leases.renew, "w", {"b"}, NOW + 8 * MINUTE, LEASE_S)
    assert claimed_by(database, "another", NOW + 12 * MINUTE) == ["a"]


@pytest.mark.postgres
@pytest.mark.slow
async def test_after_a_kill_the_next_start_goes_on_at_once_also_on_a_server(postgres_server, tmp_path: Path):
    async with Newsroom() as site:
        for number in range(60):
            site.publish(f"story-{number}", f"Story number {number}", *filler(number))
        config = config_for(
            tmp_path, [{"id": "ledger", "url": site.url()}], database=postgres_server.new_database()
        )
        for paths in (1, 10, 20):  # within the poll, and twice among the articles
            wanted = site.asked.total() + paths
            daemon = await start("--config", config, "run", "--no-web")
            async with asyncio.timeout(120):
                while True:
                    if site.asked.total() >= wanted:
                        break
                    await asyncio.sleep(0.01)
            daemon.kill()
            await daemon.communicate()
        daemon = await start("--config", config, "once")
        await daemon.communicate()
    assert daemon.returncode == 0
    rows = ask("--config", config, "articles", "--limit", "0", "--format", "json").rows
    assert (len(rows), len({row["url"] for row in rows})) == (60, 60)
