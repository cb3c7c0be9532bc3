"""Reports: what is counted, by whose days, who was first, and how complete it is."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine
import yaml
from click.testing import CliRunner, Result
from sqlalchemy import text
from storesamples import NOW, announce, article, filler, mention, saving, source

from crawler.cli import forumwatch as program
from crawler.flag import Forum, load_watchlist
from crawler.periods import TooMany, midnight, periods
from crawler.reported import coverage_row, edition_rows
from storage import schema
from storage.database import Database
from storage.records import SourceState
from storage.reports import volumes
from storage.reports.coverage import coverage
from storage.reports.firsts import firsts
from storage.reports.volumes import Scope, Volume
from storage.sources import losses
from storage.sources import state as sources

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BANGKOK, NEW_YORK, BEIRUT = map(ZoneInfo, ("Asia/Bangkok", "America/New_York", "Asia/Beirut"))
EVER = Scope(NOW - 1000 * DAY, NOW + 1000 * DAY)


@pytest.fixture
def db(database: Database) -> Database:
    fill(database)
    return database


def fill(db: Database) -> None:
    """Two texts of GDEC 2025, one told again by another outlet, one of WIC."""
    db.call(sources.sync, [source("a", country="TH"), replace(source("b"), kind="sitemap")], NOW)
    told = [
        ("http://x.example/1", "GDEC " + filler(1), "gdec", 2025, "a", NOW - 3 * DAY),
        ("http://y.example/1", "GDEC " + filler(1), "gdec", 2025, "b", NOW - 3 * DAY + timedelta(hours=5)),
        ("http://x.example/2", "GDEC " + filler(2), "gdec", 2025, "a", NOW - DAY),
        ("http://x.example/3", "WIC GDEC " + filler(3), "wic", None, "b", NOW),
    ]
    for url, words, forum, edition, by, at in told:
        made = article(url, words, language="en" if by == "a" else "th", published_at=at)
        db.call(saving(made, mention(made, "GDEC", forum, edition), source_id=by))


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


@pytest.fixture
def store(tmp_path: Path) -> Path:
    url = f"sqlite:///{tmp_path / 'watch.db'}"
    with Database(url) as db:
        fill(db)
    (tmp_path / "sources.yaml").write_text(yaml.safe_dump({"version": 1, "database": url, "sources": []}))
    return tmp_path / "sources.yaml"


def call(store: Path, *args: object) -> Result:
    return CliRunner().invoke(program, ["--config", str(store), "report", *map(str, args)])


def rows(store: Path, *args: object) -> list[dict]:
    ended = call(store, *args, "--format", "json")
    assert ended.exit_code == 0, ended.output
    return list(json.loads(ended.stdout))


SPAN = ("--since", "2026-10-29", "--until", "2026-11-01")


def test_a_report_counts_days_of_a_zone_and_the_last_day_whole(store):
    found = rows(store, "--by", "day", *SPAN)
    assert [(r["by"], r["key"], r["articles"], r["texts"]) for r in found] == [
        ("day", "2026-10-29", 2, 1), ("day", "2026-10-30", 0, 0), ("day", "2026-10-31", 1, 1),
        ("day", "2026-11-01", 1, 1),
    ]  # fmt: skip
    there = rows(store, "--by", "day", *SPAN, "--timezone", "Pacific/Kiritimati")
    assert [r["articles"] for r in there] == [1, 1, 1, 1]  # fourteen hours ahead
    said = call(store, "--since", "2026-10-29T07:30", "--timezone", "Asia/Bangkok").stderr
    assert said.startswith("2026-10-29 07:30 to ")
    assert " Asia/Bangkok" in said
    shown = call(store, "--by", "day", *SPAN)
    assert "only a part" not in shown.stderr
    assert "UTC; of 2026-10 and 2026-11 only a part: 4 articles" in call(store, "--by", "month", *SPAN).stderr
    assert "of 2026-W44 only a part" in call(store, "--by", "week", *SPAN).stderr
    assert "2026-10-29  2         1      2        ████████████████████████████████████████\n" in shown.stdout
    assert "4 articles (the bars), 3 distinct texts, 2 outlets" in shown.stderr
    assert [r["key"] for r in rows(store, "--by", "week", *SPAN)] == ["2026-W44"]
    assert rows(store, "--by", "outlet", *SPAN, "--forum", "wic")[0]["key"] == "x.example"


def test_shares_add_up_to_a_hundred(store):
    found = rows(store, "share", *SPAN)
    assert [(r["key"], r["articles_share"], r["texts_share"]) for r in found] == [
        ("gdec", 75.0, 66.67),
        ("wic", 25.0, 33.33),
    ]
    (alone,) = rows(store, "share", *SPAN, "--forum", "wic")  # of all that was told, as before
    assert alone == found[1]


def test_an_edition_is_counted_around_its_days(store):
    """GDEC 2025 was held from the second to the fifth of July 2025, by the watchlist."""
    with Database(f"sqlite:///{store.parent / 'watch.db'}") as db:
        for number, day in ((1, 1), (2, 2), (3, 2)):
            at = datetime(2025, 7, day, 12, tzinfo=UTC)
            moved = schema.mentions.update().where(schema.mentions.c.id == number).values(told_at=at)
            db.call(lambda conn, moved=moved: conn.execute(moved) and None)
    found = {r["day"]: r for r in rows(store, "editions", "GDEC") if r["edition"] == 2025}
    assert sorted(found) == list(range(-30, 31))
    opening = found[0]["date"]
    told = {r["date"]: r["articles"] for r in found.values() if r["articles"]}
    assert told == {"2025-07-01": 1, "2025-07-02": 2}
    assert opening in ("2025-07-01", "2025-07-02")
    shown = call(store, "editions", "gdec").stdout
    assert shown.splitlines()[0].split() == ["day", "2025"]


def test_of_a_time_before_the_watch_began_it_is_said_that_nobody_listened(store):
    """Beside an edition that was watched, one that was not looks as if nobody had spoken of it."""
    note = (
        "the watch began on 2026-11-01: of what was told before, only what its sources still showed is here"
    )
    for flags in ((*SPAN,), ("share", *SPAN), ("origin", *SPAN), ("first", "gdec", *SPAN)):
        assert note in call(store, *flags).stderr, flags
    assert note not in call(store, "--since", "2026-11-02", "--until", "2026-11-03").stderr
    nothing = call(store, "editions", "gdec")
    assert "nothing was told of any edition around its days" in nothing.stderr
    assert note in nothing.stderr


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


def test_who_was_first_is_a_line_for_each_edition(store):
    (only,) = rows(store, "first", "gdec", *SPAN)
    assert (only["outlet"], only["outlets_6h"], only["edition"]) == ("x.example", 2, 2025)
    assert [r["key"] for r in rows(store, "origin", *SPAN)] == ["original", "copy"]


def test_too_little_to_estimate_is_said_and_no_number_made_up(store):
    (told,) = rows(store, "coverage", *SPAN)
    assert (
        told["estimate"]
        == "too few to estimate: 0 of the texts that go round came by both ways, 7 are needed"
    )
    assert told["round_estimated"] is None
    with Database(f"sqlite:///{store.parent / 'watch.db'}") as db:
        for number in range(4, 14):
            for host, by in (("x", "a"), ("y", "b")):
                if number > 11 and by == "b":
                    continue
                made = article(f"http://{host}.example/{number}", "GDEC " + filler(number), published_at=NOW)
                made = replace(made, credit="Xinhua" if number < 12 or number == 13 else None)
                db.call(saving(made, mention(made, "GDEC"), source_id=by))
    (told,) = rows(store, "coverage", *SPAN)
    assert (told["texts_feeds"], told["texts_pages"], told["texts_both"], told["texts_seen"]) == (
        12,
        10,
        9,
        13,
    )
    assert (told["round_feeds"], told["round_pages"], told["round_both"], told["round_seen"]) == (9, 8, 8, 9)
    assert told["round_low"] <= 9 <= told["round_estimated"] <= told["round_high"]
    assert told["estimate"].startswith("9 of about 9 texts that go round (they credit an agency or another ")
    assert "were seen (95 %: 9 to 11), if" in told["estimate"]
    assert "like the other 4, which credit nobody, nobody can tell" in told["estimate"]


def test_a_text_of_one_outlet_alone_is_no_sign_that_others_are_missing(store):
    """The way that does not read that outlet cannot see it, however complete the watch is."""
    with Database(f"sqlite:///{store.parent / 'watch.db'}") as db:
        for number in range(4, 54):
            for host, by in (("x", "a"), ("y", "b")):
                if number < 14 or by == "ab"[number % 2]:
                    made = article(
                        f"http://{host}.example/{number}", "GDEC " + filler(number), published_at=NOW
                    )
                    db.call(saving(made, mention(made, "GDEC"), source_id=by))
    (told,) = rows(store, "coverage", *SPAN)
    assert (told["texts_feeds"], told["texts_pages"], told["texts_both"]) == (32, 32, 11)
    assert (told["round_feeds"], told["round_pages"], told["round_both"]) == (0, 0, 0)
    assert told["estimate"].startswith("too few to estimate: 0 of the texts that go round")


def test_a_text_that_was_seen_at_one_outlet_alone_is_among_those_that_go_round(store):
    """Else two ways that saw 24 each, 8 of them both, would have seen all that there were: "8 of about 8"."""
    with Database(f"sqlite:///{store.parent / 'watch.db'}") as db:
        for number in range(4, 44):
            for host, by in (("x", "a"), ("y", "b")):
                if number < 12 or by == "ab"[number % 2]:
                    made = article(
                        f"http://{host}.example/{number}", "GDEC " + filler(number), published_at=NOW
                    )
                    made = replace(made, credit="Xinhua")
                    db.call(saving(made, mention(made, "GDEC"), source_id=by))
    (told,) = rows(store, "coverage", *SPAN)
    assert (told["round_feeds"], told["round_pages"], told["round_both"], told["round_seen"]) == (
        24,
        24,
        8,
        40,
    )
    assert told["round_low"] > 45
    assert told["round_estimated"] == 68


def test_a_list_that_is_cut_says_how_many_it_leaves_out(store):
    with Database(f"sqlite:///{store.parent / 'watch.db'}") as db:
        many = [source(f"s{number:02}") for number in range(25)]
        db.call(sources.sync, many, NOW)
        for each in many:
            state = SourceState(each.id, polled_at=NOW, failures=1, error="fetch: 503")
            db.call(sources.record_visit, each.id, (), lambda known, state=state: state, NOW)
    shown = " ".join(call(store, "coverage", *SPAN).stdout.split())
    for heading in ("failing", "nothing new since"):
        assert re.search(rf" {heading} s00\b.*? s19\b.*?, and 5 more ", shown), shown


@time_machine.travel(NOW + 25 * DAY)  # polls are known for a while only
def test_who_was_heard_in_a_time_that_is_past_is_told_in_words(store):
    with Database(f"sqlite:///{store.parent / 'watch.db'}") as db:
        for by, days, late in (("a", 9, 0), ("b", 9, 0), ("a", 6, 2), ("b", 6, 0), ("a", 0, 0)):
            at, begun = NOW - days * DAY, NOW - 9 * DAY
            state = SourceState(
                by, polled_at=at, succeeded_at=at, heard_from=begun, heard_until=NOW + 30 * DAY
            )
            said = at - late * DAY if late else None
            db.call(sources.record_visit, by, [], lambda known, state=state: state, at, late=said)
    week = ("--since", "2026-10-24", "--until", "2026-10-29")
    (told,) = rows(store, "coverage", *week)
    assert told["heard"] == (
        "1 of 2 sources heard all the time, 1 not: for 48.0 of 288.0 hours (16.7 %) no answer came; "
        "0 of 2 polls failed"
    )
    (cut,) = rows(store, "coverage", "--since", "2026-10-24T12:00", "--until", "2026-10-29")
    assert (
        "no answer came (whole days, UTC: some of it may lie outside the time asked for, on 2026-10-24);"
        in cut["heard"]
    )
    with Database(f"sqlite:///{store.parent / 'watch.db'}") as db:
        scope = Scope(NOW - 8 * DAY - timedelta(hours=NOW.hour), NOW - timedelta(seconds=1))
        assert "outside the time" not in db.read(coverage_row, scope, NOW)["heard"]
    assert told["unheard_sources"] == ["a: 48.0 of 144.0 hours, on 2026-10-24 to 2026-10-26"]
    assert (
        "2026-10-24: 1 source unheard for 16.0 h, 2026-10-25: 1 source unheard"
        in call(store, "coverage", *week).stdout
    )
    words = call(store, "coverage", *week).stdout
    assert re.search(r"^sources now +2: ", words, re.MULTILINE)
    assert not re.search(r"asked every s|history hours|texts feeds", words)  # fields' names are for programs
    (before,) = rows(store, "coverage", "--since", "2026-09-01", "--until", "2026-09-30")
    assert before["heard"] == "of that time no poll is known"
    (later,) = rows(store, "coverage", "--since", "2026-09-01", "--until", "2026-10-29")
    assert later["heard"].startswith("polls are known since 2026-10-23 08:00 UTC only; 1 of 2 sources")


def test_what_nobody_can_mean_is_refused(store):
    for wrong in (
        ("--since", "2026-11-02", "--until", "2026-11-01"),
        ("--timezone", "Mars/Olympus"),
        ("--since", "yesteryear"),
        ("--by", "day", "--since", "1900-01-01"),
        ("--since", "0001-01-01", "--timezone", "Asia/Tokyo"),
        ("--until", "0001-01-01"),
        ("--until", "9999-12-31"),
        ("--forum", "gdce"),
        ("first", "nothing-of-the-kind"),
    ):
        ended = call(store, *wrong)
        assert (ended.exit_code, "Traceback" in ended.output) == (2, False), wrong
    later = call(store, "--since", "2190-01-01")
    assert "--since has yet to come" in later.output
    assert "--until" not in later.output


def test_an_empty_time_is_an_answer(store):
    ended = call(store, "--since", "2020-01-01", "--until", "2020-01-31")
    assert (ended.exit_code, ended.stdout) == (0, "")
    assert ended.stderr.startswith("nothing was told in that time\n")
