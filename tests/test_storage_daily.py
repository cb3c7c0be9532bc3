"""Days that are over are summed, and what is told by the sums is what counting tells."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, func, insert, select
from storesamples import NOW, announce, with_sources

from storage import schema
from storage.database import Database, engines, parsed_url, upgrade
from storage.migrations import migrate
from storage.records import Entry, SourceState
from storage.reports import heard_days
from storage.sources import clock, losses
from storage.sources import state as sources
from storage.upkeep import retention
from storage.waiting import daily, entries

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BEGUN = NOW - 9 * DAY - NOW.hour * HOUR


def told(db, since, until, now):
    """What the sums and what is not summed yet tell."""
    return db.read(all_told, since, until, now)


def all_told(conn, since, until, now):
    announced = daily.announced(conn, since, until)
    return heard_days.history(conn, since, until, now, 9), announced, entries.counts(conn)


def summed(db):
    return db.read(
        lambda conn: conn.execute(select(schema.days.c.day).order_by(schema.days.c.day)).scalars().all()
    )


def anew(db, times, now):
    """The same times told without any sums; what there were stays."""
    with db._writer.connect() as conn:
        conn.execute(delete(schema.days))
        found = [all_told(conn, *time, now) for time in times]
        conn.rollback()
    return found


def times():
    """Whole days and parts of them, before, within and after what is summed."""
    hours = ((-72, 300), (0, 216), (3, 5), (3, 25), (24, 48), (25, 168), (100, 190), (200, 217))
    ends = [(BEGUN + since * HOUR, BEGUN + until * HOUR) for since, until in hours]
    return [*ends, (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))]


def polled(db):
    """Nine days of polls, failures, entries, a search, a standstill of two days and a source that is late."""
    chance = random.Random(3)
    with_sources(db, "a", "b")
    for hours in sorted(chance.sample(range(9 * 24), 60)):
        at, by = BEGUN + hours * HOUR, chance.choice("ab")
        if 72 < hours < 120 and by == "a":
            continue
        state = SourceState(by, at + HOUR, polled_at=at, heard_from=BEGUN, heard_until=at + HOUR)
        state = replace(state, succeeded_at=at) if chance.random() < 0.8 else replace(state, failures=1.0)
        entries = [
            (f"{by}{hours}/{n}", Entry(f"http://{by}.example/{hours}/{n}"))
            for n in range(chance.randint(0, 2))
        ]
        late = at - 30 * HOUR if hours == 72 or chance.random() < 0.1 else None
        db.call(sources.record_visit, by, entries, lambda known, state=state: state, at, late=late)
    db.call(losses.note, "a", BEGUN, BEGUN + DAY)
    (loss,) = db.call(losses.claim, BEGUN + DAY, 1)
    found = [("older", Entry("http://a.example/older"))]
    db.call(sources.record_search, loss, found, BEGUN + 2 * DAY, proved=True, message="")


def test_sums_tell_what_counting_tells(database):
    polled(database)
    counted = [told(database, *time, NOW) for time in times()]
    assert summed(database) == []
    goes = 0
    while database.call(daily.sum_days, NOW):
        goes += 1
        assert [told(database, *time, NOW) for time in times()] == counted
    assert goes == 4  # two at a time
    assert summed(database) == list(range(daily.number(BEGUN), daily.number(NOW) - 1))
    assert sum(found[1] for found in counted) > 100


def test_days_go_on_being_summed_by_what_forgets(database):
    polled(database)
    for days in range(12):
        now = NOW + days * DAY
        announce(database, f"http://b.example/late{days}", by="b", at=now)
        database.call(retention.prune, now)
        if days % 5:
            continue
        assert [told(database, *time, now) for time in times()] == anew(database, times(), now)
    assert summed(database)[-1] == daily.number(NOW + 9 * DAY)


@pytest.mark.parametrize("put", [clock.put_right, lambda conn, now: clock.set_back(conn, now, 5 * DAY)])
def test_a_clock_that_is_put_back_finds_its_days_open(database, put):
    polled(database)
    while database.call(daily.sum_days, NOW + 9 * DAY):
        pass
    before = NOW - 5 * DAY
    database.call(put, before)
    assert summed(database)[-1] == daily.number(before) - daily.OVER
    announce(database, "http://b.example/again", by="b", at=before)
    assert [told(database, *time, NOW) for time in times()] == anew(database, times(), NOW)


def test_a_store_of_before_is_summed_by_its_upgrade(empty_url):
    url = empty_url()
    engine, other = engines(parsed_url(url, create=True))
    source_row = {
        "name": "A",
        "kind": "feed",
        "url": "http://a.example",
        "enabled": True,
        "recipe": "",
        "configured": True,
    }
    with engine.begin() as conn:
        migrate(conn, "0008")
        conn.execute(insert(schema.sources).values(id="a", heard_from=BEGUN, polled_at=NOW, **source_row))
        counts = {"failed": 1, "unchanged": 2, "new": 3, "unheard_s": 60}
        first = daily.number(BEGUN)
        rows = [{"day": first + n, "source_id": "a", "polls": 10 + n, **counts} for n in range(9)]
        conn.execute(insert(schema.polls), rows)
        for n in range(50):
            at = BEGUN + (n * 5 - 40) * HOUR
            entry = {"source_id": "a", "url": "http://a.example", "host": "a.example", "state": "read"}
            conn.execute(insert(schema.entries).values(key_hash=n.to_bytes(16), seen_at=at, **entry))
    engine.dispose()
    other.dispose()
    upgrade(url)
    with Database(url, create=False) as db:
        assert summed(db) == list(range(first - 2, first + 7))
        assert [told(db, *time, NOW) for time in times()] == anew(db, times(), NOW)
        assert db.call(daily.sum_days, NOW) == 1
        total = select(func.sum(schema.days.c.announced))
        assert 30 < db.read(lambda conn: conn.execute(total).scalar()) < 50
