"""What the command `report` tells of a store, and what it says that it cannot know."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
import yaml
from click.testing import CliRunner, Result
from reportsamples import DAY, fill
from storesamples import NOW, article, filler, mention, saving, source

from crawler.cli import forumwatch as program
from crawler.reported import coverage_row
from storage import schema
from storage.database import Database
from storage.records import SourceState
from storage.reports.volumes import Scope
from storage.sources import state as sources


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
