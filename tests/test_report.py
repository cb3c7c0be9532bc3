"""What reports count: articles, texts and outlets, by the periods of a zone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from reportsamples import DAY, HOUR, fill
from sqlalchemy import text
from storesamples import NOW, announce, article, filler, mention, saving, source

from crawler.flag import Forum, load_watchlist
from crawler.periods import TooMany, midnight, periods
from crawler.reported import edition_rows
from storage import schema
from storage.database import Database
from storage.reports import volumes
from storage.reports.coverage import coverage
from storage.reports.firsts import firsts
from storage.reports.volumes import Scope, Volume
from storage.sources import losses
from storage.sources import state as sources

BANGKOK, NEW_YORK, BEIRUT = map(ZoneInfo, ("Asia/Bangkok", "America/New_York", "Asia/Beirut"))
EVER = Scope(NOW - 1000 * DAY, NOW + 1000 * DAY)


@pytest.fixture
def db(database: Database) -> Database:
    fill(database)
    return database


def counts(found: list[Volume]) -> dict:
    return {v.key: (v.articles, v.texts, v.outlets) for v in found}


def test_articles_texts_and_outlets_are_counted_each_for_itself(db):
    assert counts(db.read(volumes.volumes, "forum", EVER)) == {"gdec": (3, 2, 2), "wic": (1, 1, 1)}
    assert counts(db.read(volumes.volumes, "edition", EVER)) == {"gdec 2025": (3, 2, 2), "wic -": (1, 1, 1)}
    assert counts(db.read(volumes.volumes, "country", EVER)) == {"TH": (2, 2, 1), None: (2, 2, 2)}
    assert counts(db.read(volumes.volumes, "language", EVER)) == {"en": (2, 2, 1), "th": (2, 2, 2)}
    assert counts(db.read(volumes.volumes, "relation", EVER)) == {"original": (3, 3, 1), "exact": (1, 1, 1)}
    total = db.read(volumes.total, EVER)
    assert (total.mentions, total.articles, total.texts, total.outlets) == (4, 4, 3, 2)


def test_what_is_gone_or_rejected_or_outside_is_not_counted(db):
    def total(scope: Scope = EVER) -> int:
        return db.read(volumes.total, scope).articles

    assert total(Scope(NOW - 3 * DAY, NOW)) == 3
    assert total(replace(EVER, forum=("wic",))) == 1
    assert total(replace(EVER, edition=2025)) == 3
    db.call(lambda conn: conn.execute(text("UPDATE mentions SET triage = 'rejected' WHERE id = 1")) and None)
    db.call(lambda conn: conn.execute(text("UPDATE mentions SET gone_at = 1 WHERE id = 2")) and None)
    assert total() == 2


def test_origin_tells_a_wire_from_what_is_the_outlets_own(db):
    def origins() -> dict[str, int]:
        return {v.key: v.articles for v in db.read(volumes.volumes, "origin", EVER)}

    wire = article("http://x.example/4", "GDEC " + filler(4), credit="Xinhua")
    db.call(saving(wire, mention(wire, "GDEC"), source_id="a"))
    assert origins() == {"original": 3, "copy": 1, "wire": 1}
    own = replace(wire, text="GDEC " + filler(5), credit=None)
    db.call(saving(own, mention(own, "GDEC"), source_id="a"))
    assert origins() == {"original": 4, "copy": 1}


def test_every_period_counts_what_a_clock_there_would(db):
    """Each hour of a year with two changes of the clock falls into the day that Python says."""
    hours = [datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=13 * n) for n in range(400)]
    for zone in (BANGKOK, NEW_YORK, BEIRUT):
        spans = periods("day", hours[0], hours[-1], zone)
        scope = Scope(spans[0].start, hours[-1] + DAY)
        sample = hours[:: len(hours) // 4][:4]
        for number, at in enumerate(sample, 1):
            moved = schema.mentions.update().where(schema.mentions.c.id == number).values(told_at=at)
            db.call(lambda conn, moved=moved: conn.execute(moved) and None)
        found = db.read(volumes.in_periods, [span.start for span in spans], scope)
        named = {span.name: v.mentions for span, v in zip(spans, found, strict=True) if v.mentions}
        expected = [at.astimezone(zone).date().isoformat() for at in sample]
        assert named == {day: expected.count(day) for day in expected}, zone


def test_days_weeks_and_months_begin_where_the_calendar_says():
    since, until = datetime(2026, 3, 27, 12, tzinfo=UTC), datetime(2026, 3, 30, tzinfo=UTC)
    days = periods("day", since, until, NEW_YORK)
    assert [d.name for d in days] == ["2026-03-27", "2026-03-28", "2026-03-29"]
    assert days[0].start == datetime(2026, 3, 27, 4, tzinfo=UTC)
    # in Beirut clocks leap from midnight to one o'clock on that day
    assert midnight(date(2026, 3, 29), BEIRUT) == datetime(2026, 3, 28, 22, tzinfo=UTC)
    assert midnight(date(2026, 3, 30), BEIRUT) - midnight(date(2026, 3, 29), BEIRUT) == timedelta(hours=23)
    year = (datetime(2025, 12, 30, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC))
    assert [w.name for w in periods("week", *year, UTC)][:2] == ["2026-W01", "2026-W02"]
    assert [m.name for m in periods("month", *year, UTC)] == ["2025-12", "2026-01", "2026-02"]
    with pytest.raises(TooMany, match="more than 4000 days; ask for a shorter time, or by month"):
        periods("day", datetime(1990, 1, 1, tzinfo=UTC), until, UTC)


def test_periods_without_news_are_told_as_such(db):
    starts = [NOW - 4 * DAY + n * DAY for n in range(5)]
    found = db.read(volumes.in_periods, starts, Scope(starts[0], NOW + DAY))
    assert [v.articles for v in found] == [0, 2, 0, 1, 1]
    assert [v.texts for v in found] == [0, 1, 0, 1, 1]


def test_who_was_first_and_how_far_it_came(db):
    (only,) = db.read(firsts, "gdec", EVER)
    assert (only.edition, only.outlet, only.url) == (2025, "x.example", "http://x.example/1")
    assert (only.first_at, only.articles, only.texts, only.outlets) == (NOW - 3 * DAY, 3, 2, 2)
    assert (only.outlets_1h, only.outlets_6h, only.outlets_1d, only.outlets_7d) == (1, 2, 2, 2)
    assert db.read(firsts, "mwc", EVER) == []


def test_a_date_without_an_hour_is_no_scoop(database):
    """Bangkok's second of July began at 17:00 UTC of the first; the page says no more than the day."""
    database.call(sources.sync, [source("a")], NOW)
    bangkok, morning = timezone(7 * HOUR), datetime(2026, 7, 2, 2, tzinfo=UTC)
    dates = {
        "day.example": datetime(2026, 7, 2, tzinfo=bangkok),
        "hour.example": morning,
        "later.example": morning + 5 * HOUR,
        "unknown.example": None,
        "next.example": datetime(2026, 7, 3, tzinfo=bangkok),
    }
    for number, (host, at) in enumerate(dates.items()):
        made = article(
            f"http://{host}/1", f"GDEC {filler(number)}", published_at=at, published_confidence=0.9
        )
        call = saving(made, mention(made, "GDEC"))
        call.keywords["now"] = morning + 30 * HOUR
        database.call(call)
    (told,) = database.read(firsts, "gdec", EVER)
    assert (told.outlet, told.first_at, told.known, told.confidence) == (
        "hour.example",
        morning,
        "minute",
        0.9,
    )
    assert (told.outlets, told.outlets_1h, told.outlets_6h, told.outlets_1d) == (5, 1, 2, 3)
    assert told.outlets_7d == 5
    gone = schema.mentions.update().where(schema.mentions.c.outlet == "hour.example").values(gone_at=NOW)
    database.call(lambda conn: conn.execute(gone) and None)
    (told,) = database.read(firsts, "gdec", EVER)
    assert told.outlet == "later.example"
    gone = schema.mentions.update().where(schema.mentions.c.outlet == "later.example").values(gone_at=NOW)
    database.call(lambda conn: conn.execute(gone) and None)
    (told,) = database.read(firsts, "gdec", EVER)
    end = datetime(2026, 7, 2, 17, tzinfo=UTC)
    assert (told.outlet, told.first_at, told.known) == ("day.example", end, "day")


def test_coverage_says_who_was_heard_and_what_may_be_missing(db):
    announce(db, "http://x.example/9", by="a")
    db.call(losses.note, "b", NOW - 2 * DAY, NOW - DAY)
    db.call(losses.note, "b", NOW - 40 * DAY, NOW - 39 * DAY)
    seen = db.read(coverage, Scope(NOW - 7 * DAY, NOW + DAY), NOW)
    assert (seen.sources, seen.not_polled, seen.polled_lately, seen.oldest_poll_at) == (2, 1, 1, NOW)
    assert (seen.asked_every_s, seen.brought_nothing, seen.nothing_sources) == (900, 1, ("b",))
    old = schema.sources.update().where(schema.sources.c.id == "a").values(new_at=NOW - 8 * DAY)
    db.call(lambda conn: conn.execute(old) and None)
    assert db.read(coverage, Scope(NOW - 7 * DAY, NOW + DAY), NOW).nothing_sources == ("a", "b")
    assert (seen.windows, seen.windows_open, seen.open_hours, seen.open_sources) == (1, 1, 24.0, 1)
    assert (seen.announced, seen.waiting) == (1, 1)
    assert (seen.texts_feeds, seen.texts_pages, seen.texts_both) == (2, 2, 1)
    assert (seen.outlets_feeds, seen.outlets_pages) == (1, 2)
    cut = db.read(coverage, Scope(NOW - 1.5 * DAY, NOW + DAY), NOW)
    assert (cut.windows_open, cut.open_hours) == (1, 12.0)
    assert (cut.overdue, cut.unheard_hours) == (0, 0.0)


def test_coverage_knows_when_nobody_polled(db):
    announce(db, "http://x.example/9", by="a", at=NOW - 2 * DAY)
    seen = db.read(coverage, Scope(NOW - DAY, NOW), NOW)
    assert (seen.healthy, seen.polled_lately, seen.overdue, seen.unheard_hours) == (1, 0, 1, 24.0)
    assert db.read(coverage, Scope(NOW - 9 * DAY, NOW), NOW).unheard_hours == 48.0
    before = db.read(coverage, Scope(NOW - 9 * DAY, NOW - 3 * DAY), NOW)
    assert before.unheard_hours == 0.0


def test_a_day_that_has_yet_to_come_is_not_told_as_one_without_mentions(db):
    """Slush 2025 opened on 19 November, Slush 2026 opens on the 18th: on the 10th it is eight days to come."""
    forum = load_watchlist().known["slush"]
    now = datetime(2026, 11, 10, 12, tzinfo=UTC)
    found = edition_days(db, forum, ZoneInfo("UTC"), now)
    assert [day for year, day in sorted(found) if year == 2026] == list(range(-30, -7))
    assert [day for year, day in sorted(found) if year == 2025] == list(range(-30, 31))
    here = {day for year, day in edition_days(db, forum, BANGKOK, now.replace(hour=17)) if year == 2026}
    assert max(here) == -7  # where the eleventh has begun


def edition_days(db: Database, forum: Forum, zone: ZoneInfo, now: datetime) -> set[tuple[int, int]]:
    return {(row["edition"], row["day"]) for row in db.read(edition_rows, forum, zone, now)}
