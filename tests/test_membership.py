"""A crawler that others took for dead: what it had on loan is theirs, and it finds out before it asks or writes more."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import forked
import pytest
from newsroom import Newsroom, ask, config_for, filler
from sqlalchemy import Connection, text
from storesamples import MINUTE, NOW, SlowFetcher, announce, source, with_sources

from crawler.claims import claim_entries, claim_sources
from crawler.crew import Crew
from crawler.daemon import run_until_stopped
from crawler.flag import load_watchlist
from crawler.membership import SURE_S, Membership, Superseded
from crawler.pipeline import Pipeline
from crawler.storetime import StoreClock
from storage.articles import watched
from storage.database import Database, StoreOutgrown
from storage.engine.servertime import server_time
from storage.sources import state as sources
from storage.sources.dead import KILLED, bury_silent
from storage.stories.walks import stop_at
from storage.waiting import entries

ARTICLES = 30
# the program as it is started, but that it looks sooner whether it was buried
HASTY = "import sys; from crawler import membership; membership.SURE_S = 0.2; from crawler.cli import main; main()"


def claimed(database: Database, worker: str, at: datetime) -> list[str]:
    polls = database.call(claim_sources, at, at, 99, worker)
    return [p.source_id for p in polls] + [e.url for e in database.call(claim_entries, at, 99, worker)]


async def until(done, limit_s: float = 60) -> None:
    async with asyncio.timeout(limit_s):
        while not done():  # noqa: ASYNC110 - what another process has come to
            await asyncio.sleep(0.01)


@pytest.mark.postgres
@pytest.mark.slow
async def test_of_what_others_took_over_from_a_stopped_daemon_it_asks_and_writes_nothing(
    postgres_server, tmp_path: Path
):
    """And of a killed one it is free once the server has seen its connection end, minutes before its leases run out."""
    async with Newsroom() as site:
        for number in range(ARTICLES):
            site.publish(f"story-{number}", f"Story number {number}", *filler(number))
        store = postgres_server.new_database()
        config = config_for(
            tmp_path,
            [{"id": "ledger", "url": site.url()}],
            database=store,
            fetch={"min_delay": 0.2, "allow_networks": ["127.0.0.0/8"]},
        )
        wish = forked.script(HASTY, "--config", config, "run", "--no-web")
        daemon = await forked.start(wish)
        try:
            await until(lambda: site.asked.total() >= 8)
            with Database(store) as db:
                clock = StoreClock()
                now = db.call(clock.look)
                daemon.send_signal(signal.SIGSTOP)
                await asyncio.sleep(0.3)  # what is on its way arrives
                assert db.call(bury_silent, "other", now + KILLED + MINUTE) == []  # its connection stands
                assert len(db.call(bury_silent, "other", now + watched.LIVES + MINUTE)) == 1
                db.call(watched.stand_by, "other", {}, now)
                mine = [url for url in claimed(db, "other", now) if url != "ledger"]
                assert len(mine) == 8  # as many of one host as may be
                asked, read = site.asked.total(), db.read(entries.counts)["read"]
                daemon.send_signal(signal.SIGCONT)
                await asyncio.sleep(2.5)
                assert (site.asked.total(), db.read(entries.counts)["read"]) == (asked, read)

                db.call(sources.give_back, "other")
                await until(lambda: db.read(entries.counts).get("read") == ARTICLES)
                assert [p for p, times in site.asked.items() if times > 2] == []

                site.publish("last", "The last story", *filler(99))
                db.call(sources.make_due)
                await until(lambda: db.read(watched.crawlers))
                daemon.kill()
                later = now + KILLED + MINUTE
                await until(lambda: len(db.call(bury_silent, "other", later)) == 1)
                assert db.read(watched.crawlers) == []
        finally:
            with suppress(ProcessLookupError):  # it was killed, and nobody has waited for it yet
                daemon.kill()
            _, said = await daemon.communicate()
        assert b"it begins anew" in said
    assert len(ask("--config", config, "articles", "--limit", "0", "--format", "json").rows) >= ARTICLES


@pytest.mark.postgres
async def test_what_was_under_way_is_dropped_where_others_took_it_over(postgres_server):
    """As after a machine's sleep: all of it at once, however far each step has come."""
    with Database(postgres_server.new_database()) as db:
        with_sources(db, "a")
        announce(db, "http://b.example/1", by="a")
        db.call(sources.make_due)
        times, ran, slow = [NOW], [0.0], SlowFetcher()
        membership = Membership(db, lambda: times[0], lambda: ran[0])
        pipeline = Pipeline(
            db,
            slow,
            load_watchlist(watch=["gdec"]),
            {"a": source("a")},
            now=lambda: times[0],
            membership=membership,
        )
        crew = Crew(pipeline)
        await crew.pump()
        await asyncio.sleep(0)
        before = crew.worker
        assert (crew.busy, await membership.leave_to_ask()) == (2, True)

        ran[0] = SURE_S  # it was only silent: nobody has buried it
        assert await membership.leave_to_ask()
        ran[0] += SURE_S
        times[0] += watched.LIVES + MINUTE
        assert len(db.call(bury_silent, "another", times[0])) == 1
        db.call(watched.stand_by, "another", {}, times[0])
        assert claimed(db, "another", times[0]) == ["a", "http://b.example/1"]

        with pytest.raises(asyncio.CancelledError):
            await membership.leave_to_ask()
        with pytest.raises(Superseded):
            await db.run(entries.skip, 1)
        assert db.read(entries.counts) == {"waiting": 1}
        await crew.pump()
        assert (crew.busy, crew.worker != before) == (0, True)
        assert sorted(slow.asked) == ["http://a.example/feed", "http://b.example/1"]
        db.call(sources.give_back, "another")
        await crew.pump()
        assert crew.busy == 2
        await crew.stop(0)


@pytest.mark.postgres
async def test_where_the_store_does_not_answer_nobody_is_asked_after_a_minute_of_silence(postgres_server):
    """Its loans cannot be renewed either: others may have them, where they reach the store."""
    ran = [0.0]
    with Database(postgres_server.new_database()) as db:
        membership = Membership(db, lambda: NOW, lambda: ran[0])
        await membership.stand_by({})
    assert await membership.leave_to_ask()
    ran[0] = SURE_S
    assert not await membership.leave_to_ask()


@pytest.mark.postgres
async def test_whose_connection_was_cut_looks_whether_it_was_buried(postgres_server):
    """A daemon that starts within the minute in which the server counts no other holds all before it for dead."""
    cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    store = postgres_server.new_database()
    with Database(store) as db, Database(store) as other:
        with_sources(db, "a")
        membership = Membership(db)
        await membership.stand_by({})
        db.read(lambda conn: conn.exec_driver_sql(cut).all())
        await db.run(sources.make_due)  # it lives for all that others know
        await membership.stand_by({})
        assert membership.sure
        db.read(lambda conn: conn.exec_driver_sql(cut).all())
        other.call(sources.free_all)
        with pytest.raises(Superseded):
            await db.run(sources.make_due)
        other.call(lambda conn: conn.execute(text("UPDATE alembic_version SET version_num = '9999'")))
        with pytest.raises(StoreOutgrown):  # nothing told whoever upgraded it that this one lives
            await db.run(sources.make_due)


@pytest.mark.postgres
async def test_what_was_handed_in_before_it_began_anew_is_not_written_by_its_new_name(postgres_server):
    """The writer is behind: what it is told to drop and what it is still to write are minutes apart."""
    ran, held, busy = [0.0], threading.Event(), threading.Event()

    def hold(conn: Connection) -> None:
        busy.set()
        held.wait()

    with Database(postgres_server.new_database()) as db:
        membership = Membership(db, lambda: NOW, lambda: ran[0])
        await membership.stand_by({})
        first = asyncio.create_task(db.run(hold))
        await asyncio.to_thread(busy.wait)
        db.later(watched.leave_all)  # it was buried
        late = asyncio.create_task(db.run(stop_at, "late", 1, NOW))
        await asyncio.sleep(0.1)
        membership.begin_anew()
        held.set()
        await first
        with pytest.raises(Superseded):
            await late
        await db.run(stop_at, "anew", 1, NOW)


@pytest.mark.postgres
async def test_who_is_buried_as_the_servers_clock_is_set_finds_out_with_its_next_word(postgres_server):
    """All others look silent to whoever sees first that it is ten minutes earlier, or later."""
    with Database(postgres_server.new_database()) as db:
        membership = Membership(db, lambda: NOW, lambda: 0.0)
        for leap in (-10 * MINUTE, 10 * MINUTE):
            await membership.stand_by({})
            await membership.stand_by({})
            assert db.call(bury_silent, "other", NOW + leap) == [membership.worker]
            assert membership.sure
            with pytest.raises(Superseded):
                await membership.stand_by({})
            membership.begin_anew()


@pytest.mark.postgres
async def test_once_goes_on_to_its_end_where_others_took_it_for_dead_between_two_looks(
    postgres_server, monkeypatch: pytest.MonkeyPatch
):
    ran = [0.0]
    with Database(postgres_server.new_database()) as db:
        membership = Membership(db, lambda: NOW, lambda: ran[0])
        crew = Crew(Pipeline(db, SlowFetcher(), load_watchlist(watch=["gdec"]), {}, membership=membership))
        pump, before = crew.pump, crew.worker

        async def pump_and_sleep() -> int:
            started = await pump()
            ran[0] += 10 * SURE_S
            await asyncio.to_thread(db.call, watched.leave_all)
            return started

        monkeypatch.setattr(crew, "pump", pump_and_sleep)
        await crew.until_idle()
        assert crew.worker != before
        await crew.stop(0)


@pytest.mark.postgres
async def test_who_has_given_back_all_is_not_asked_whether_it_lives(postgres_server):
    """As `once`, which forgets what is old at its end, for minutes perhaps."""
    ran = [0.0]
    with Database(postgres_server.new_database()) as db:
        membership = Membership(db, lambda: NOW, lambda: ran[0])
        crew = Crew(Pipeline(db, SlowFetcher(), load_watchlist(watch=["gdec"]), {}, membership=membership))
        await crew.pump()
        await crew.stop(0)
        ran[0] += 10 * SURE_S
        await db.run(sources.make_due)


async def test_on_a_file_no_sleep_is_too_long(tmp_path: Path):
    ran, times = [0.0], [NOW]
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        membership = Membership(db, lambda: times[0], lambda: ran[0])
        await membership.stand_by({})
        ran[0], times[0] = 1e6, NOW + timedelta(days=12)
        assert await membership.leave_to_ask()
        await membership.stand_by({})


def test_the_time_is_that_of_the_server_whatever_this_machine_says(database: Database):
    ran = [5.0]
    clock = StoreClock(lambda: ran[0])
    server = database.read(server_time)
    assert (server is None) == (database.dialect == "sqlite")
    before = server or datetime.now(UTC)
    now = database.call(clock.look)
    assert before <= now < before + MINUTE
    ran[0] += 3600  # by the clock that nobody can set
    ahead = timedelta(hours=1) if server else timedelta(0)
    assert now + ahead <= clock() < now + ahead + MINUTE


async def test_a_daemon_whose_store_a_newer_program_upgrades_ends_and_says_why(
    empty_url: Callable[[], str],
):
    """It would go on writing rows as they were before."""
    db = Database(empty_url())
    crew = Crew(Pipeline(db, SlowFetcher(), load_watchlist(watch=["gdec"]), {}))
    await crew.pump()  # all is well
    db.call(lambda conn: conn.execute(text("UPDATE alembic_version SET version_num = '9999'")))
    crew = Crew(crew.pipeline)  # a minute later
    with pytest.raises(StoreOutgrown, match=r"upgraded while this program ran .*9999"):
        async with asyncio.timeout(30):
            await run_until_stopped(crew)
