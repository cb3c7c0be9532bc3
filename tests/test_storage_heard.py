"""Who was heard on which days: counted by each poll, told also of a time in the past."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, text
from storesamples import source

from crawler import schedule
from storage import heard, reports, schema, sources
from storage.coverage import coverage
from storage.database import REVISIONS, Database, engines, parsed_url, upgrade
from storage.heard import HeardDay, history
from storage.migrations import migrate
from storage.records import Failure, Outcome, SourceState
from storage.volumes import Scope

START = datetime(2026, 10, 1, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Watch:
    """Sources polled each hour, when it says so, as the daemon does."""

    def __init__(self, db: Database, *names: str) -> None:
        self.db = db
        self.sources = {name: source(name, every_s=3600) for name in names}
        self.states = {name: SourceState(name) for name in names}
        db.call(sources.sync, list(self.sources.values()), START)

    def poll(self, name: str, at: datetime, fails: bool = False) -> None:
        failure = Failure("http://x", "soft", "fetch: 503 from x", at) if fails else None
        state, outcome = self.states[name], Outcome(at, failure, unchanged=not fails)
        after = schedule.next_state(self.sources[name], state, outcome, at)
        late = schedule.unheard_since(state, outcome)
        self.db.call(sources.record_visit, name, [], lambda known: after, at, late=late)
        self.states[name] = after

    def hourly(self, name: str, since: datetime, until: datetime, fails: bool = False) -> None:
        while since < until:
            self.poll(name, since, fails)
            since += HOUR

    def told(self, since: datetime, until: datetime, now: datetime) -> heard.History:
        return self.db.read(history, since, until, now, 20)


def test_days_on_which_a_source_failed_are_told_long_afterwards(database):
    watch = Watch(database, "a", "b")
    watch.hourly("a", START, START + 6 * DAY)
    watch.hourly("b", START, START + 2 * DAY)
    watch.hourly("b", START + 2 * DAY, START + 4 * DAY, fails=True)
    watch.hourly("b", START + 4 * DAY, START + 6 * DAY)
    now = START + 6 * DAY
    week = watch.told(START, START + 6 * DAY, now)
    assert (week.begins_at, week.sources, week.throughout, week.hours) == (START, 2, 1, 288.0)
    assert week.unheard_hours == pytest.approx(48, abs=1)
    (worst,) = week.worst
    assert (worst.source_id, worst.days) == ("b", ("2026-10-03", "2026-10-04"))
    assert "144.0 hours, on 2026-10-03 to 2026-10-04" in str(worst)
    assert [day.unheard for day in week.days] == [0, 0, 1, 1, 0, 0]
    assert week.days[2] == HeardDay("2026-10-03", 48, 24, 24, 0, 1, week.days[2].unheard_hours)
    before = watch.told(START, START + 2 * DAY, now)
    assert (before.throughout, before.unheard_hours, len(before.days)) == (2, 0.0, 2)


def test_a_standstill_is_told_while_it_lasts_and_when_it_is_over(database):
    watch = Watch(database, "a")
    watch.hourly("a", START, START + DAY)
    then = START + 4 * DAY
    during = watch.told(START, then, then)
    assert (during.throughout, [day.unheard for day in during.days]) == (0, [0, 1, 1, 1])
    watch.poll("a", then)
    after = watch.told(START, then, then + HOUR / 4)
    assert [day.polls for day in after.days] == [24, 0, 0, 0]
    assert [day.unheard for day in after.days] == [0, 1, 1, 1]
    assert after.unheard_hours == pytest.approx(during.unheard_hours, abs=0.01)
    assert after.unheard_hours == pytest.approx(72, abs=0.1)


def test_what_comes_a_little_late_or_is_not_asked_for_is_heard(database):
    watch = Watch(database, "a", "b")
    for name in ("a", "b"):
        watch.hourly(name, START, START + DAY)
    watch.poll("a", START + DAY + 20 * timedelta(minutes=1))
    off = replace(watch.sources["b"], enabled=False, reason="moved")
    database.call(sources.sync, [watch.sources["a"], off], START + DAY)
    watch.hourly("a", START + DAY + HOUR, START + 3 * DAY)
    told = watch.told(START, START + 3 * DAY, START + 3 * DAY)
    assert (told.sources, told.throughout, told.unheard_hours, told.hours) == (2, 2, 0.0, 72 + 23.0)
    database.call(sources.sync, list(watch.sources.values()), START + 3 * DAY)
    (state,) = [s for s in database.call(due, START + 3 * DAY) if s.source_id == "b"]
    watch.states["b"] = state
    watch.poll("b", START + 3 * DAY)
    assert watch.told(START, START + 4 * DAY, START + 3 * DAY + HOUR / 6).throughout == 2


def due(conn, now):
    return sources.due_sources(conn, now, 9, worker="w", lease_s=60)


def test_a_source_that_never_answered_is_unheard_from_its_first_poll(database):
    watch = Watch(database, "a")
    watch.hourly("a", START, START + DAY, fails=True)
    told = watch.told(START, START + DAY, START + DAY)
    assert (told.throughout, told.unheard_hours, told.hours) == (0, 24.0, 24.0)
    watch.poll("a", START + DAY)
    assert watch.told(START, START + DAY, START + 2 * DAY).unheard_hours == 24.0


def test_what_is_older_than_the_history_is_said_to_be_unknown(database):
    watch = Watch(database, "a")
    nothing = watch.told(START - 9 * DAY, START, START)
    assert (nothing.begins_at, nothing.sources, nothing.days) == (None, 0, ())
    watch.hourly("a", START + 5 * HOUR, START + DAY)
    told = watch.told(START - 9 * DAY, START + DAY, START + DAY)
    assert (told.begins_at, told.hours, len(told.days)) == (START + 5 * HOUR, 19.0, 1)
    seen = database.read(coverage, Scope(START - 9 * DAY, START + DAY), START + DAY)
    assert (seen.history_from, seen.heard_throughout, seen.polls) == (START + 5 * HOUR, 1, 19)


def test_polls_are_forgotten_after_four_hundred_days_a_slice_at_a_time(database, monkeypatch):
    monkeypatch.setattr(heard, "SLICE", 3)
    watch = Watch(database, "a", "b")
    for name in ("a", "b"):
        for day in range(4):
            watch.poll(name, START + day * DAY)
    late = START + (2 + heard.KEPT_DAYS) * DAY
    assert [database.call(reports.prune, late)["polls"] for _ in range(3)] == [3, 1, 0]
    left = select(func.min(schema.polls.c.day), func.count())
    assert tuple(database.read(lambda conn: conn.execute(left).one())) == (heard.number(START + 2 * DAY), 4)


def test_a_standstill_of_years_writes_no_more_than_is_kept(database):
    watch = Watch(database, "a")
    watch.poll("a", START)
    watch.poll("a", START + 2000 * DAY)
    rows = select(func.count()).select_from(schema.polls)
    assert database.read(lambda conn: conn.execute(rows).scalar_one()) == heard.KEPT_DAYS + 2
    now = START + 2000 * DAY + HOUR
    told = watch.told(START, now + 9000 * DAY, now)  # what is forgotten is not told as heard
    assert (told.begins_at, len(told.days)) == (START + (2000 - heard.KEPT_DAYS) * DAY, heard.KEPT_DAYS + 1)
    assert told.unheard_hours == pytest.approx(heard.KEPT_DAYS * 24, abs=2)
    assert watch.told(now + DAY, now + 9 * DAY, now).begins_at is None


@pytest.mark.parametrize("revision", ["0005", "0007"])
def test_a_store_without_a_history_begins_one(empty_url, revision):
    url = empty_url()
    engine, other = engines(parsed_url(url, create=True))
    with engine.begin() as conn:
        migrate(conn, revision)
        row = "INSERT INTO sources (id, name, kind, url, enabled, recipe, configured, polled_at, succeeded_at, next_at)"
        at = (START - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
        conn.execute(
            text(
                f"{row} VALUES ('a', 'A', 'feed', 'http://a.example/feed', true, '', true, {at}, {at}, {at})"
            )
        )
    engine.dispose()
    other.dispose()
    assert upgrade(url).endswith(f"upgraded from {revision} to {REVISIONS[-1]}")
    with Database(url, create=False) as db:
        watch = Watch(db, "a")
        assert watch.told(START, START + DAY, START + DAY).begins_at is None
        (watch.states["a"],) = db.call(due, START + DAY)
        watch.poll("a", START + DAY)
        told = watch.told(START, START + 2 * DAY, START + DAY + HOUR)
        assert (told.begins_at, told.throughout) == (START + DAY, 1)
