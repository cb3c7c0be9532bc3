"""A clock that ran ahead and is put right, while the program runs or between two starts: no gap and no storm."""

from __future__ import annotations

import asyncio
import signal
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import insert, select, update
from storesamples import MINUTE, NOW, SlowFetcher, announce, article, filler, saving, source, with_sources
from structlog.testing import capture_logs

from crawler import daemon
from crawler.crew import Crew
from crawler.flag import load_watchlist
from crawler.pipeline import Pipeline
from storage import schema
from storage.articles import revisits
from storage.database import Database
from storage.records import NOTHING, Failure, Page, SourceState
from storage.sources import clock, losses
from storage.sources import state as sources
from storage.sources.hosts import KeptWord, save_word
from storage.waiting import entries

YEAR, HOUR, DAY = timedelta(days=365), timedelta(hours=1), timedelta(days=1)


def moments(db: Database, column) -> list[datetime | None]:
    return db.read(lambda conn: list(conn.execute(select(column).order_by(column)).scalars()))


def lived_ahead(db: Database, by: timedelta) -> None:
    """A source that was polled, an entry that was put off and a search, by a clock that ran ahead; and one of before."""
    with_sources(db, "ahead", "before")
    then = NOW + by
    for name, at in (("ahead", then), ("before", NOW - MINUTE)):
        announce(db, f"http://{name}.example/1", by=name, at=at)
    due = then + 15 * MINUTE
    state = SourceState("ahead", due, then, succeeded_at=then, new_at=then, heard_from=then, heard_until=due)
    db.call(sources.record_visit, "ahead", (), lambda known: state, then)
    for entry in db.call(entries.claim, NOW, 9, worker="w", lease_s=9):
        at = (then if "ahead" in entry.url else NOW) + HOUR
        db.call(entries.retry, entry.id, at, "fetch: 503", NOW)
    row = {"source_id": "ahead", "from_at": then - HOUR, "to_at": then, "search_at": then + HOUR}
    db.call(lambda conn: conn.execute(insert(schema.losses).values(**row)) and None)


@pytest.mark.parametrize("by", [timedelta(hours=3), YEAR], ids=["three hours", "a year"])
def test_what_was_put_off_by_a_clock_that_ran_ahead_keeps_its_distance(database, by):
    lived_ahead(database, by)
    database.call(clock.set_back, NOW, by)
    assert moments(database, schema.sources.c.next_at) == [NOW + 14 * MINUTE, NOW + 15 * MINUTE]
    assert set(moments(database, schema.sources.c.heard_until)) == {None, NOW + 15 * MINUTE}
    assert set(moments(database, schema.sources.c.heard_from)) == {None, NOW}
    assert moments(database, schema.entries.c.wake_at) == [NOW + HOUR, NOW + HOUR]
    assert moments(database, schema.losses.c.search_at) == [NOW + HOUR]
    for name in ("polled_at", "succeeded_at", "new_at"):
        assert max(moments(database, schema.sources.c[name])[-1:]) <= NOW


def test_a_start_after_the_clock_was_put_right_leaves_nothing_waiting_for_next_year(database):
    lived_ahead(database, YEAR)
    with_sources(database, "ahead", "before")
    assert [s.source_id for s in database.call(sources.due_sources, NOW, 9, worker="w", lease_s=9)] == [
        "ahead"
    ]
    waiting = database.call(entries.claim, NOW, 9, worker="w", lease_s=9)
    assert [entry.url for entry in waiting] == ["http://ahead.example/1"]
    assert [loss.source_id for loss in database.call(losses.claim, NOW, 9)] == ["ahead"]
    assert moments(database, schema.sources.c.new_at)[-1] == NOW
    assert set(moments(database, schema.sources.c.heard_until)) == {
        None
    }  # nobody waited for it until next year


@pytest.mark.parametrize("noticed", [True, False], ids=["while it runs", "at the next start"])
def test_an_article_whose_looks_a_clock_that_ran_ahead_ended_is_looked_at_again(database, noticed):
    with_sources(database)
    looks = {"due": (NOW + DAY, None), "ended": (None, NOW - DAY), "too early": (None, NOW + YEAR)}
    for number, (due_at, seen_at) in enumerate(looks.values()):
        at = database.call(saving(article(f"http://a.example/{number}", filler(number)))).article_id
        row = {"article_id": at, "due_at": due_at, "seen_at": seen_at, "visits": 1}
        database.call(lambda conn, row=row: conn.execute(insert(schema.revisits).values(**row)) and None)
    gone = update(schema.revisits).where(schema.revisits.c.article_id == 3).values(missing_at=NOW + YEAR)
    database.call(lambda conn: conn.execute(gone) and None)
    if noticed:
        database.call(clock.set_back, NOW, YEAR)
    else:
        database.call(clock.put_right, NOW)
    known = {name: moments(database, schema.revisits.c[name]) for name in ("due_at", "seen_at", "missing_at")}
    assert [at for at in known["due_at"] if at] == [NOW, NOW + DAY]
    assert [max(filter(None, known[name])) for name in ("seen_at", "missing_at")] == [NOW, NOW]
    due = database.call(revisits.claim, NOW, 9, worker="w", lease_s=9)
    assert [look.article_id for look in due] == [3]


def test_a_host_that_asked_for_an_hour_by_a_clock_that_ran_ahead_is_not_spared_until_then(database):
    """Each start would spare it for a day more else: for ever, where `once` is started each hour."""

    def said(*names: str, at: datetime) -> None:
        for name in names:
            word = KeptWord(name, at + HOUR, 1, 0.0, at, at + 2 * HOUR)
            database.call(lambda conn, word=word: save_word(conn, word) and None)

    said("before.example", at=NOW - MINUTE)
    said("ahead.example", at=NOW + 3 * HOUR)
    database.call(clock.set_back, NOW, 3 * HOUR)
    hosts = schema.hosts.c
    assert moments(database, hosts.quiet_until) == [NOW + HOUR - MINUTE, NOW + HOUR]
    assert moments(database, hosts.until) == [NOW + 2 * HOUR - MINUTE, NOW + 2 * HOUR]
    said("ahead.example", at=NOW + YEAR)
    said("day.example", at=NOW + DAY - HOUR)
    with_sources(database, "a")  # as at each start
    assert moments(database, hosts.quiet_until) == [NOW + HOUR - MINUTE, NOW + DAY]


def test_a_source_that_was_emptied_while_the_clock_ran_ahead_is_told_at_its_next_poll(database):
    with_sources(database, "a")
    then, later = NOW + YEAR, NOW + 15 * MINUTE
    state = SourceState("a", then, then, succeeded_at=then, new_at=NOW, body_hash=NOTHING, empty_from=then)
    database.call(sources.record_visit, "a", (), lambda known: state, then)
    database.call(clock.set_back, NOW, YEAR)
    told = {column: moments(database, schema.sources.c[column])[0] for column in ("new_at", "empty_from")}
    state = replace(state, **told, polled_at=later, succeeded_at=later)
    database.call(sources.record_visit, "a", (), lambda known: state, later)
    (stands,) = database.call(sources.statuses, later)
    assert (stands.state, "its document has been empty since 2026-11-01" in (stands.silent or "")) == (
        "silent",
        True,
    )


class Silent:
    """A way into the network that nobody goes."""

    async def get(self, url: str, **wish: object) -> Page:
        raise AssertionError(url)


def test_what_was_polled_in_a_leap_that_nobody_noticed_waits_no_longer_than_it_would(database):
    """The clock went a month ahead, and back before the daemon saw more than an hour of it."""
    lived_ahead(database, 30 * DAY)
    database.call(clock.set_back, NOW, HOUR)
    assert moments(database, schema.sources.c.next_at) == [NOW + 14 * MINUTE, NOW + 15 * MINUTE]


async def test_a_poll_that_was_under_way_while_the_clock_was_set_back_is_not_the_last(database):
    with_sources(database, "a")
    times, answered = [NOW + 30 * DAY], asyncio.Event()

    class Slow:
        async def get(self, url: str, **wish: object) -> Failure:
            await answered.wait()
            return Failure(url, "temporary", "fetch: 503", NOW + 30 * DAY)

    watched = {"a": source("a")}
    crew = Crew(Pipeline(database, Slow(), load_watchlist(watch=["gdec"]), watched, now=lambda: times[-1]))
    await crew.pump()
    times.append(NOW)
    await crew.pump()
    late = SourceState("a", NOW + 30 * DAY + HOUR, NOW + 30 * DAY)  # recorded by the clock of its beginning
    database.call(sources.record_visit, "a", (), lambda known: late, NOW)
    times.append(NOW + 2 * MINUTE)
    await crew.pump()
    assert moments(database, schema.sources.c.next_at) == [None]  # it is due
    await crew.stop(0)


async def test_a_daemon_that_the_clock_runs_away_from_by_decades_ticks_on_at_once(database, monkeypatch):
    monkeypatch.setattr(daemon, "TICK_S", 0.02)
    monkeypatch.setattr(daemon, "CLOSE_S", 60)  # the hourly work is due, too, and ends in its time
    crew = Crew(Pipeline(database, Silent(), load_watchlist(watch=["gdec"]), {}))
    running = asyncio.create_task(daemon.run_until_stopped(crew))
    async with asyncio.timeout(120):
        while True:
            if crew.tally.ticked_at is not None:
                break
            await asyncio.sleep(0.01)
        began = time.process_time()
        with time_machine.travel(datetime.now(UTC) + 50 * YEAR):
            ahead = datetime.now(UTC) - HOUR
            while True:
                if crew.tally.ticked_at > ahead:
                    break
                await asyncio.sleep(0.01)
        signal.raise_signal(signal.SIGTERM)
        await running
    assert time.process_time() - began < 20


async def test_a_crew_notices_that_the_clock_was_set_back(database):
    lived_ahead(database, YEAR)
    times = [NOW + YEAR + MINUTE]
    watched = {name: source(name, url=f"http://{name}.example/feed") for name in ("ahead", "before")}
    pipeline = Pipeline(database, Silent(), load_watchlist(watch=["gdec"]), watched, now=lambda: times[0])
    # one of before was due all the year: it is out of the way
    database.call(sources.sync, [source("ahead"), source("before", enabled=False)], NOW + YEAR)
    crew = Crew(pipeline)
    assert await crew.pump() == 0
    times[0] = NOW - HOUR  # by a year and an hour and a minute
    with capture_logs() as said:
        assert await crew.pump() == 0
        assert await crew.pump() == 0
    assert [line["event"] for line in said] == ["the clock was set back"]
    due = moments(database, schema.sources.c.next_at)[-1]
    assert abs(due - (NOW - HOUR + 14 * MINUTE)) < MINUTE
    await crew.stop()


async def test_what_is_under_way_while_the_clock_leaps_ahead_is_asked_once(database):
    with_sources(database, "a")
    announce(database, "http://b.example/1", by="a")
    times, slow = [NOW], SlowFetcher()
    watched = {"a": source("a")}
    crew = Crew(Pipeline(database, slow, load_watchlist(watch=["gdec"]), watched, now=lambda: times[0]))
    for _ in range(3):
        await crew.pump()
        await asyncio.sleep(0)
        times[0] += 8 * HOUR  # as after a night's sleep of the machine
    assert sorted(slow.asked) == ["http://a.example/feed", "http://b.example/1"]
    slow.answered.set()
    async with asyncio.timeout(120):
        while True:
            if not crew.busy:
                break
            await asyncio.sleep(0.01)
    times[0] += DAY
    await crew.pump()
    await asyncio.sleep(0)
    assert len(slow.asked) == 4  # and again when it is due
    await crew.stop()


async def test_a_daemon_ticks_on_when_the_clock_is_set_back(database, monkeypatch):
    monkeypatch.setattr(daemon, "TICK_S", 0.02)
    pipeline = Pipeline(database, Silent(), load_watchlist(watch=["gdec"]), {})
    crew = Crew(pipeline)

    async def ticked() -> None:
        before = crew.tally.ticked_at
        while True:
            if crew.tally.ticked_at != before:
                return
            await asyncio.sleep(0.01)

    running = asyncio.create_task(daemon.run_until_stopped(crew))
    async with asyncio.timeout(120):
        await ticked()
        with time_machine.travel(datetime.now(UTC) - 2 * HOUR):
            await ticked()  # this one may have been under way
            await ticked()
        signal.raise_signal(signal.SIGTERM)
        await running
