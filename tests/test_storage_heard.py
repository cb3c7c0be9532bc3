"""Who was heard on which days: counted by each poll, told also of a time in the past."""

from __future__ import annotations

import random
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, text
from storesamples import source

from crawler import gaps, schedule
from storage import schema
from storage.database import REVISIONS, Database, engines, parsed_url, upgrade
from storage.migrations import migrate
from storage.records import Failure, Outcome, SourceState
from storage.reports import heard_days
from storage.reports.coverage import coverage
from storage.reports.heard_days import HeardDay, History, history
from storage.reports.volumes import Scope
from storage.sources import clock, heard
from storage.sources import state as sources
from storage.upkeep import retention

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
        late = gaps.unheard_since(state, outcome)
        self.db.call(sources.record_visit, name, [], lambda known: after, at, late=late)
        self.states[name] = after

    def turn(self, name: str, at: datetime, values: dict[str, object] | None) -> None:
        """What its stanza says otherwise from now on; None: it is taken out."""
        kept = dict(self.sources)
        if values is None:
            del kept[name]
        else:
            kept[name] = replace(kept[name], **values)
        self.db.call(sources.sync, list(kept.values()), at)
        if values is not None:
            self.states[name] = self.db.read(stored, name)

    def hourly(self, name: str, since: datetime, until: datetime, fails: bool = False) -> None:
        while since < until:
            self.poll(name, since, fails)
            since += HOUR

    def told(self, since: datetime, until: datetime, now: datetime) -> History:
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
    watch.turn("b", START + DAY, {"enabled": False, "reason": "moved"})
    watch.hourly("a", START + DAY + HOUR, START + 3 * DAY)
    told = watch.told(START, START + 3 * DAY, START + 3 * DAY)
    assert (told.sources, told.throughout, told.unheard_hours, told.hours) == (2, 2, 0.0, 72 + 23.0)
    assert told.stopped == 1
    assert (
        watch.told(START, START + DAY / 2, START + 3 * DAY).stopped == 1
    )  # of whole days, and b ends within it


@pytest.mark.parametrize(
    ("off", "again", "failed"),
    [
        ({"enabled": False, "reason": "moved"}, {}, False),
        ({"enabled": False, "reason": "moved"}, {}, True),
        (None, {}, False),
        (None, {"url": "http://a.example/other"}, False),
    ],
    ids=["disabled", "disabled since it fails", "taken out", "taken out and moved"],
)
def test_a_source_that_is_asked_again_was_not_heard_in_between(database, off, again, failed):
    watch = Watch(database, "a")
    watch.hourly("a", START, START + DAY / 2)
    watch.hourly("a", START + DAY / 2, START + DAY, fails=failed)
    watch.turn("a", START + DAY, off)
    meanwhile = watch.told(START, START + 2 * DAY, START + 2 * DAY)
    assert (meanwhile.stopped, meanwhile.hours) == (1, 23.0)
    assert meanwhile.unheard_hours == pytest.approx(11 * failed, abs=0.1)  # until it was asked last
    watch.turn("a", START + 3 * DAY, again)
    for now in (START + 3 * DAY, START + 4 * DAY):  # while it waits to be asked, and afterwards
        told = watch.told(START, now, now)
        assert (told.stopped, told.throughout, told.hours) == (0, 0, (now - START) / HOUR)
        assert told.unheard_hours == pytest.approx(60 if failed else 48, abs=0.1)
        assert [day.unheard for day in told.days[1:]] == [1, 1, 0][: len(told.days) - 1]
        watch.hourly("a", now, now + DAY)


def test_a_source_that_an_older_version_turned_off_was_not_heard_either(database):
    watch = Watch(database, "a")
    watch.hourly("a", START, START + DAY)
    watch.turn("a", START + DAY, {"enabled": False, "reason": "moved"})
    forgotten = schema.sources.update().values(heard_until=None)
    database.call(lambda conn: conn.execute(forgotten))
    watch.turn("a", START + 3 * DAY, {})
    assert watch.told(START, START + 3 * DAY, START + 3 * DAY).unheard_hours == 49.0  # since its last answer


@pytest.mark.parametrize("ahead", [False, True], ids=["turned off by it", "while the clock ran ahead"])
def test_a_source_that_has_failed_since_before_polls_were_counted_is_unheard_since_they_are(database, ahead):
    watch = Watch(database, "a")
    watch.hourly("a", START, START + DAY, fails=True)
    last = START + 9 * DAY if ahead else START + DAY
    watch.turn("a", START + DAY, {} if ahead else {"enabled": False, "reason": "moved"})
    older = {"succeeded_at": START - 20 * DAY, "heard_until": None, "polled_at": last}
    database.call(lambda conn: conn.execute(schema.sources.update().values(older)))
    watch.turn("a", START + 3 * DAY, {})
    told = watch.told(START - 30 * DAY, START + 3 * DAY, START + 3 * DAY)
    assert (told.begins_at, told.hours, told.unheard_hours) == (START, 72.0, 72.0)
    assert [day.unheard_hours for day in told.days] == [24.0] * 3
    if not ahead:
        watch.poll("a", START + 3 * DAY)
        assert watch.told(START, START + 4 * DAY, START + 3 * DAY).unheard_hours == 72.0


@pytest.mark.parametrize("put", [clock.put_right, lambda conn, now: clock.set_back(conn, now, 6 * DAY)])
def test_a_source_that_failed_before_the_clock_ran_ahead_is_unheard_since_then(database, put):
    watch = Watch(database, "a", "b")
    watch.hourly("a", START, START + DAY)
    watch.hourly("a", START + DAY, START + 3 * DAY, fails=True)
    watch.hourly("b", START, START + 3 * DAY + HOUR)  # and fails as soon as the clock runs ahead
    now = START + 3 * DAY + HOUR / 2
    for name in ("a", "b"):
        watch.poll(name, now + 6 * DAY, fails=True)
    database.call(put, now)
    watch.states |= {name: database.read(stored, name) for name in ("a", "b")}
    for _ in ("while they fail", "afterwards"):
        told = watch.told(START, now, now)
        assert (told.hours, told.unheard_hours) == (145.0, pytest.approx(48.5, abs=0.6))
        for name in ("a", "b"):
            watch.poll(name, now)


def test_a_time_is_told_by_days_as_if_each_was_counted_for_itself():
    chance = random.Random(7)
    span = range(heard.number(START), heard.number(START) + 9)
    moments = [
        sorted(START + chance.choice((1, HOUR / DAY, 0.5)) * DAY * chance.randint(0, 9) for _ in range(2))
        for _ in range(300)
    ]
    late = [(begun, end) for begun, end in moments if begun < end]
    counted = [heard.seconds_by_day(*each) for each in late]
    told = list(heard_days._each_day(span, late))
    assert [sources for sources, _ in told] == [sum(day in each for each in counted) for day in span]
    assert [s for _, s in told] == pytest.approx([sum(each.get(day, 0) for each in counted) for day in span])


def stored(conn, name):
    row = conn.execute(select(schema.sources).where(schema.sources.c.id == name)).one()
    return SourceState(name, *(getattr(row, field.name) for field in fields(SourceState)[1:]))


def due(conn, now):
    return sources.due_sources(conn, now, 9, worker="w", lease_s=60)


def test_a_source_that_never_answered_is_unheard_from_its_first_poll(database):
    watch = Watch(database, "a")
    watch.hourly("a", START, START + DAY, fails=True)
    told = watch.told(START, START + DAY, START + DAY)
    assert (told.throughout, told.unheard_hours, told.hours) == (0, 24.0, 24.0)
    watch.poll("a", START + DAY)
    assert watch.told(START, START + DAY, START + 2 * DAY).unheard_hours == 24.0


def test_a_source_that_has_never_answered_was_not_heard_within_the_first_half_hour_either(database):
    watch = Watch(database, "a", "b")
    watch.poll("a", START, fails=True)
    watch.poll("b", START)
    told = watch.told(START, START + DAY, START + HOUR / 4)
    assert (told.sources, told.throughout, told.unheard_hours) == (2, 1, 0.25)


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
    assert [database.call(retention.prune, late)["polls"] for _ in range(3)] == [3, 1, 0]
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


def test_a_source_that_is_unheard_again_on_the_same_day_is_one_source(database):
    watch = Watch(database, "a", "b")
    for name in "ab":
        watch.hourly(name, START, START + 2 * HOUR)
        watch.hourly(name, START + 2 * HOUR, START + 5 * HOUR, fails=name == "a")
    watch.poll("a", START + 5 * HOUR)  # heard again, for an hour
    watch.hourly("b", START + 5 * HOUR, START + 30 * HOUR)
    watch.hourly("a", START + 6 * HOUR, START + 30 * HOUR, fails=True)
    told = watch.told(START, START + 2 * DAY, START + 30 * HOUR)
    assert [day.unheard for day in told.days] == [1, 1]
    assert [round(day.unheard_hours) for day in told.days] == [3 + 18, 6]
