"""How sources stand: silence against their own rhythm, and pages that are read worse than before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from storesamples import NOW, announce, article, filler, saving, with_sources

from storage.database import Database
from storage.records import NOTHING, Entry, SourceState
from storage.reports import standing as reports
from storage.sources import losses
from storage.sources import state as sources
from storage.sources.quality import BEFORE, LATEST
from storage.waiting import entries

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FRIDAY = datetime(2026, 10, 30, 18, tzinfo=UTC)

SILENCES = [
    # rhythm, silent for → said
    (None, 6 * DAY, None),
    (None, 8 * DAY, "nothing new for 8 days"),
    (HOUR, 64 * HOUR, None),  # from Friday evening to Monday morning
    (HOUR, 4 * DAY, None),  # and one holiday more
    (HOUR, 5 * DAY, "nothing new for 5 days, which used to come every 60 minutes"),
    (7 * DAY, 40 * DAY, None),  # a weekly
    (7 * DAY, 43 * DAY, "nothing new for 43 days, which used to come every 7 days"),
    (30 * DAY, 91 * DAY, "nothing new for 91 days, which used to come every 30 days"),
]


@pytest.mark.parametrize(("rhythm", "since", "said"), SILENCES)
def test_a_source_is_silent_against_its_own_rhythm(database, rhythm, since, said):
    with_sources(database)
    now = FRIDAY + since
    seconds = rhythm and int(rhythm.total_seconds())
    state = SourceState("a", polled_at=now, succeeded_at=now, new_at=FRIDAY, rhythm_s=seconds)
    database.call(sources.record_visit, "a", (), lambda known: state, now)
    (found,) = database.read(sources.statuses, now)
    assert (found.silent, found.state) == (said, "silent" if said else "ok")
    told = database.read(reports.status, now)
    assert told.silent_sources == ((f"a: {said}",) if said else ())
    assert (told.silent, told.healthy) == (bool(said), not said)


EMPTY = {
    "at two polls": (NOW - HOUR, False, NOTHING, "empty since 2026-11-01 07:00 UTC, which is unusual for it"),
    "at one poll": (NOW, False, NOTHING, None),
    "one that rests": (NOW - HOUR, True, NOTHING, None),
    "one that is not": (None, False, NOTHING, None),
    "broken off": (NOW - HOUR, True, "aa", "broken off since 2026-11-01 07:00 UTC, with nothing new in it"),
}


@pytest.mark.parametrize("found", EMPTY)
def test_a_source_whose_document_is_suddenly_empty_is_silent_at_once(database, found):
    with_sources(database)
    since, rests, body_hash, words = EMPTY[found]
    said = words and f"its document has been {words}"
    lately = {"polled_at": NOW, "succeeded_at": NOW, "new_at": NOW - 2 * HOUR}
    state = SourceState("a", **lately, empty_from=since, rests=rests, body_hash=body_hash)
    database.call(sources.record_visit, "a", (), lambda known: state, NOW)
    (stands,) = database.read(sources.statuses, NOW)
    assert (stands.silent, stands.state) == (said, "silent" if said else "ok")
    assert database.read(reports.status, NOW).silent_sources == ((f"a: {said}",) if said else ())


def test_a_source_that_fails_is_failing_and_its_silence_is_told_all_the_same(database):
    with_sources(database)
    state = SourceState("a", polled_at=NOW, new_at=NOW - 9 * DAY, failures=1, error="fetch: 503")
    database.call(sources.record_visit, "a", (), lambda known: state, NOW)
    (found,) = database.read(sources.statuses, NOW)
    assert (found.state, found.silent) == ("failing", "nothing new for 9 days")


def read(db: Database, name: str, first: int, count: int, words: int = 120, **values: object) -> None:
    """So many articles of a source, of so many words."""
    for number in range(first, first + count):
        made = article(f"http://{name}.example/{number}", filler(first + number, words), **values)
        db.call(saving(made, source_id=name))


def test_a_source_whose_articles_become_worse_is_told_of_with_the_figures(database):
    names = ("short", "walled", "undated", "steady", "young")
    with_sources(database, *names)
    for number, name in enumerate(names):
        read(database, name, 1000 * number, BEFORE - (name == "young"), published_at=NOW)
    changes = {"short": {"words": 20}, "walled": {"partial": True}, "undated": {"published_at": None}}
    changes["young"] = changes["short"]  # though nobody knows yet what is usual of it
    for number, name in enumerate(names):
        read(database, name, 1000 * number + 500, LATEST, **{"published_at": NOW} | changes.get(name, {}))
    found = {s.source_id: s.quality for s in database.read(sources.statuses, NOW)}
    assert found["short"] is not None
    assert "characters long, before" in found["short"]
    begins = f"its last {LATEST} pages are worse read than those before: "
    assert found["walled"] == begins + "100% partial, before 0%"
    assert found["undated"] == begins + "100% without a date, before 0%"
    assert (found["steady"], found["young"]) == (None, None)
    told = database.read(reports.status, NOW)
    assert told.falling == 3
    assert [line.partition(":")[0] for line in told.falling_sources] == ["short", "undated", "walled"]


def test_what_was_announced_and_not_read_is_no_worse_page(database):
    """A site that refuses its pages for a day shows none: what its feed told stands in for them, partial and short."""
    with_sources(database)
    read(database, "a", 0, BEFORE)
    for number in range(LATEST):
        made = article(f"http://a.example/refused/{number}", filler(900 + number, 20), partial=True)
        database.call(saving(made, announced=True))
    assert database.read(sources.statuses, NOW)[0].quality is None
    read(database, "a", 500, LATEST, words=20, partial=True)
    assert database.read(sources.statuses, NOW)[0].quality is not None


def test_a_source_whose_pages_are_no_articles_any_more_is_told_of(database):
    with_sources(database)
    announce(database, *(f"http://a.example/{n}" for n in range(LATEST + BEFORE)))
    waiting = database.call(entries.claim, NOW, 99, worker="w", lease_s=9, per_host=99)
    for place, entry in enumerate(sorted(waiting, key=lambda entry: entry.id)):
        if place < BEFORE + LATEST // 2:
            made = article(entry.url, filler(entry.id))
            database.call(saving(made, entry_id=entry.id))
        else:
            database.call(entries.dismiss, entry.id, "parse: not an article: video", NOW)
    (found,) = database.read(sources.statuses, NOW)
    assert found.quality is not None
    assert found.quality.endswith("50% no article, before 0%")


@pytest.mark.parametrize("told", ["first by others", "nothing that was not there before"])
def test_a_source_that_tells_what_others_told_first_is_not_silent_but_one_that_stands_still_is(
    database, told
):
    """The feed of a section beside that of its site, whose document says when it was made."""
    with_sources(database, "a", "site")
    announce(database, "http://a.example/0", by="a", at=NOW)
    for day in range(1, 9):
        at = NOW + day * DAY
        if told == "first by others":
            announce(database, f"http://a.example/{day}", by="site", at=at - HOUR)
        again = [Entry(f"http://a.example/{n}") for n in range(day + 1 if told == "first by others" else 1)]
        state = SourceState("a", polled_at=at, succeeded_at=at, new_at=NOW, rhythm_s=3600, next_at=at + DAY)
        keyed = [(entry.url, entry) for entry in again]
        database.call(sources.record_visit, "a", keyed, lambda known: state, at, visited_at=at - DAY)  # noqa: B023
    said = {s.source_id: s.silent for s in database.read(sources.statuses, NOW + 8 * DAY)}
    silent = "nothing new for 8 days, which used to come every 60 minutes"
    assert said["a"] == (None if told == "first by others" else silent)


def test_a_source_that_tells_hours_later_what_others_told_first_is_not_silent(database):
    """An aggregator, polled several times before it tells: when it does, no entry is younger than its last poll."""
    with_sources(database, "a", "site")
    state = SourceState("a", polled_at=NOW, succeeded_at=NOW, next_at=NOW + 9 * DAY)
    for hour in range(0, 8 * 24, 2):
        at = NOW + hour * HOUR
        if hour % 8 == 0:
            announce(database, f"http://site.example/{hour}", by="site", at=at)
        shown = [Entry(f"http://site.example/{told}") for told in range(0, hour - 6, 8)]
        keyed = [(entry.url, entry) for entry in shown]
        visit = {"visited_at": at - 2 * HOUR}
        database.call(sources.record_visit, "a", keyed, lambda known: state, at, **visit)
    said = {s.source_id: s.silent for s in database.read(sources.statuses, NOW + 8 * DAY)}
    assert said["a"] is None


def test_what_a_search_for_missed_entries_brought_tells_nothing_of_how_a_source_is_read(database):
    """Old pages, of another time of the site: undated, and of those that are no articles many."""
    with_sources(database)
    new = [f"http://a.example/{n}" for n in range(LATEST + BEFORE)]
    announce(database, *new)
    database.call(losses.note, "a", NOW - DAY, NOW)
    (loss,) = database.call(losses.claim, NOW, 9)
    old = [(f"http://a.example/old/{n}", Entry(f"http://a.example/old/{n}")) for n in range(2 * LATEST)]
    later = NOW + HOUR
    database.call(sources.record_search, loss, old, later, proved=True, message="further pages")
    waiting = database.call(entries.claim, later, 999, worker="w", lease_s=9, per_host=999, per_domain=999)
    assert len(waiting) == len(new) + len(old)
    for entry in sorted(waiting, key=lambda entry: entry.id):
        sought = "/old/" in entry.url
        if sought and entry.id % 2:
            database.call(entries.dismiss, entry.id, "parse: not an article: list", later)
        else:
            made = article(entry.url, filler(entry.id), published_at=None if sought else NOW)
            database.call(saving(made, entry_id=entry.id))
    (found,) = database.read(sources.statuses, later)
    assert (found.articles, found.quality) == (LATEST + BEFORE + LATEST, None)


def test_pages_that_a_search_for_missed_entries_brought_make_no_source_blind(database):
    """They have the highest numbers, and are not the newest for it."""
    with_sources(database)
    announce(database, *(f"http://a.example/{n}" for n in range(10)))
    database.call(losses.note, "a", NOW - DAY, NOW)
    (loss,) = database.call(losses.claim, NOW, 9)
    old = [(f"http://a.example/old/{n}", Entry(f"http://a.example/old/{n}")) for n in range(6)]
    database.call(sources.record_search, loss, old, NOW + HOUR, proved=True, message="sitemap")
    for entry in database.call(
        entries.claim, NOW + HOUR, 99, worker="w", lease_s=9, per_host=99, per_domain=99
    ):
        if "/old/" in entry.url:
            database.call(entries.dismiss, entry.id, "parse: not an article: other-page", NOW + HOUR)
        else:
            database.call(saving(article(entry.url, filler(entry.id)), entry_id=entry.id))
    (found,) = database.read(sources.statuses, NOW + HOUR)
    assert (found.articles, found.blind) == (10, None)
