"""What may have been missed: windows noticed, lent, searched for, told of and forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import insert, text, update
from storesamples import MINUTE, NOW, announce, source, with_sources

from crawler.dedupe import retold
from storage import schema
from storage.database import Database, engines, parsed_url, upgrade
from storage.migrations import migrate
from storage.records import Entry, SourceState
from storage.reports import standing as reports
from storage.sources import losses
from storage.sources import state as sources
from storage.text.clean import key_hash
from storage.upkeep import retention
from storage.waiting import entries

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def noted(db: Database, name: str = "a", start: datetime = NOW - HOUR, end: datetime = NOW) -> None:
    db.call(losses.note, name, start, end)


def claimed(db: Database, at: datetime = NOW, limit: int = 9) -> list[losses.Loss]:
    return db.call(losses.claim, at, limit)


def windows(db: Database, **asked: object) -> list[tuple[str, datetime, datetime]]:
    found = db.read(lambda conn: losses.list_losses(conn, **asked))
    return [(loss.source_id, loss.from_at, loss.to_at) for loss in found]


def test_a_visit_without_overlap_leaves_a_window_behind_in_its_transaction(database):
    with_sources(database)
    announce(database, "http://a.example/1")
    told: list[int] = []

    def lost(known: int) -> datetime | None:
        told.append(known)
        return None if known else NOW - HOUR

    state = SourceState("a", polled_at=NOW, succeeded_at=NOW)
    for url in ("http://a.example/1", "http://a.example/2"):
        keyed = [(url, Entry(url))]
        database.call(sources.record_visit, "a", keyed, lambda known: state, NOW, lost=lost)
    assert told == [1, 0]
    assert windows(database) == [("a", NOW - HOUR, NOW)]
    shown = {s.source_id: s for s in database.read(sources.statuses, NOW)}["a"]
    assert (shown.losses, shown.loss_from) == (1, NOW - HOUR)


@pytest.mark.parametrize(("stay", "windows_left"), [(8, 0), (4, 0), (3, 1), (0, 1)])
def test_a_site_that_gives_its_articles_other_addresses_has_lost_none(database, stay: int, windows_left: int):
    """Its document holds what it held, by titles and dates; no more than is kept on top proves nothing."""
    with_sources(database)

    def document(folder: str, numbers: range) -> list[tuple[str, Entry]]:
        urls = {n: f"http://a.example/{folder}/{n}" for n in numbers}
        return [(url, Entry(url, f"Title {n}", published_at=NOW - n * HOUR)) for n, url in urls.items()]

    def lost(known: int) -> datetime | None:
        return None if known else NOW - HOUR

    for at, said in (
        (NOW - HOUR, document("a", range(10, 20))),
        (NOW, document("b", range(20 - stay, 30 - stay))),
    ):
        state = SourceState("a", polled_at=at, succeeded_at=at, new_at=at)
        visit = {"lost": lost if at == NOW else None, "retold": retold}
        database.call(sources.record_visit, "a", said, lambda known, state=state: state, at, **visit)
    assert len(windows(database)) == windows_left


PINNED = [
    # how many of the entries that stay are known, first announced when … → whether that proves that nothing was missed
    (["pinned"], 20, False),
    (["pinned", "pinned-too"], 20, False),
    (["pinned", "new-1"], 20, True),  # one of what was new the last time is still there
    (["pinned"], 3, True),  # a few new ones above: it has forgotten nothing
    ([f"old-{n}" for n in range(4)], 20, True),  # more than anybody keeps on top
    (["of-another-0"], 20, False),  # which that one announced since: it was never in this one's document
    (["pinned", "of-another-0"], 20, False),
    ([f"of-another-{n}" for n in range(9)], 1, True),  # which announces nearly all of it
    ([f"of-another-{n}" for n in range(9)], 2, False),
]


@pytest.mark.parametrize(("stays", "more", "proved"), PINNED)
def test_what_is_kept_on_top_for_good_proves_no_overlap(database, stays, more, proved):
    def visit(name: str, slugs: list[str], at: datetime) -> None:
        keyed = [(f"http://a.example/{slug}", Entry(f"http://a.example/{slug}")) for slug in slugs]
        before = states.get(name, SourceState(name, polled_at=at))
        lost = lambda known: None if known else NOW - HOUR  # noqa: E731
        visited = {"lost": lost, "visited_at": before.succeeded_at}
        done = database.call(sources.record_visit, name, keyed, lambda known: before, at, **visited)
        states[name] = replace(done.state, succeeded_at=at)

    states: dict[str, SourceState] = {}
    with_sources(database, "a", "b")
    old = [f"old-{n}" for n in range(4)]
    visit("a", ["pinned", "pinned-too", *old], NOW - 2 * DAY)
    visit("a", [*(f"new-{n}" for n in range(9)), "pinned", "pinned-too", *old], NOW - HOUR)
    visit("b", [f"of-another-{n}" for n in range(9)], NOW - MINUTE)
    before = windows(database)
    visit("a", [*(f"newest-{n}" for n in range(more)), *stays], NOW)
    assert (windows(database) == before) is proved


def test_a_visit_without_overlap_is_decided_on_as_one_that_knew_nothing(database):
    """So that a source of which others announce the most comes sooner, and not later."""
    with_sources(database, "a", "b")
    keyed = [(f"http://a.example/{n}", Entry(f"http://a.example/{n}")) for n in range(5)]
    database.call(sources.record_visit, "b", keyed[:4], lambda known: SourceState("b"), NOW - MINUTE)
    told: list[int] = []

    def decide(known: int) -> SourceState:
        told.append(known)
        return SourceState("a", polled_at=NOW, succeeded_at=NOW, interval_s=900 if known else 225)

    for visited_at, interval_s in ((NOW - HOUR, 225), (NOW, 900)):
        done = database.call(sources.record_visit, "a", keyed, decide, NOW, visited_at=visited_at)
        assert done.state.interval_s == interval_s
    assert told == [4, 0, 5]


def test_what_was_announced_while_the_clock_ran_ahead_proves_an_overlap(database):
    """Else each source tells of a loss once the clock is put right."""
    with_sources(database, "a")
    keyed = [(f"http://a.example/{n}", Entry(f"http://a.example/{n}")) for n in range(9)]
    state = SourceState("a", polled_at=NOW, succeeded_at=NOW, new_at=NOW)
    lost = lambda known: None if known else NOW  # noqa: E731
    database.call(sources.announce, "a", keyed[:6], NOW + 3 * DAY, "always")
    visited = {"lost": lost, "visited_at": NOW}
    database.call(sources.record_visit, "a", keyed, lambda known: state, NOW + HOUR, **visited)
    assert windows(database) == []


def test_windows_close_together_are_one_until_a_search_has_begun(database):
    with_sources(database, "a", "b")
    noted(database)
    noted(database, start=NOW + 10 * MINUTE, end=NOW + 20 * MINUTE)
    noted(database, "b", NOW + 10 * MINUTE, NOW + 20 * MINUTE)
    noted(database, start=NOW + 3 * HOUR, end=NOW + 4 * HOUR)
    assert windows(database) == [
        ("a", NOW + 3 * HOUR, NOW + 4 * HOUR),
        ("b", NOW + 10 * MINUTE, NOW + 20 * MINUTE),
        ("a", NOW - HOUR, NOW + 20 * MINUTE),
    ]
    assert [loss.source_id for loss in claimed(database, NOW + 4 * HOUR)] == ["a", "b"]
    noted(database, start=NOW + 20 * MINUTE, end=NOW + 30 * MINUTE)
    assert len(windows(database, source="a")) == 3
    assert windows(database, since=NOW + 2 * HOUR) == [("a", NOW + 3 * HOUR, NOW + 4 * HOUR)]


def test_a_window_is_lent_once_and_a_source_searched_once_a_day(database):
    with_sources(database, "a", "b")
    noted(database)
    noted(database, start=NOW + 3 * HOUR, end=NOW + 4 * HOUR)
    noted(database, "b")
    late = NOW + 5 * HOUR
    lent = claimed(database, late)
    assert [(loss.source_id, loss.to_at) for loss in lent] == [("a", NOW), ("b", NOW)]
    assert claimed(database, late) == []
    for loss in lent:
        database.call(losses.end, loss, 3, True, "in its feed", late)
    assert claimed(database, late + 23 * HOUR) == []
    assert [loss.to_at for loss in claimed(database, late + 25 * HOUR)] == [NOW + 4 * HOUR]


def test_the_search_of_a_program_that_died_is_begun_again(database):
    with_sources(database)
    noted(database)
    assert [loss.tries for loss in claimed(database)] == [1]
    assert claimed(database, NOW + 59 * MINUTE) == []
    assert [loss.tries for loss in claimed(database, NOW + 61 * MINUTE)] == [2]


def test_a_search_that_kills_its_program_is_not_begun_for_ever(database):
    with_sources(database)
    noted(database)
    begun = [claimed(database, NOW + n * 2 * HOUR) for n in range(losses.MAX_TRIES + 2)]
    assert [len(loans) for loans in begun] == [1] * losses.MAX_TRIES + [0, 0]
    (loss,) = database.read(losses.list_losses)
    assert (loss.search_at, loss.proved, loss.message) == (None, False, losses.NO_END)


def test_a_source_that_fails_or_is_polled_no_more_is_not_searched(database):
    with_sources(database, "a", "b", "c", "d")
    for name in "abcd":
        noted(database, name)
    change = update(schema.sources)
    database.call(
        lambda conn: conn.execute(change.where(schema.sources.c.id == "a").values(failures=1)) and None
    )
    database.call(
        lambda conn: conn.execute(change.where(schema.sources.c.id == "b").values(gone=True)) and None
    )
    database.call(sources.sync, [source("a"), source("b"), source("c", enabled=False), source("d")], NOW)
    assert [loss.source_id for loss in claimed(database)] == ["d"]


def test_a_search_that_fails_is_tried_a_few_times_and_ends_without_proof(database):
    with_sources(database)
    noted(database)
    at, waits = NOW, []
    for _ in range(losses.MAX_TRIES):
        (loss,) = claimed(database, at)
        database.call(losses.put_off, loss, "fetch: 503 from a.example", at)
        (loss,) = database.read(losses.list_losses)
        if loss.search_at is not None:
            waits.append((loss.search_at - at) // HOUR)
            at = loss.search_at
    assert waits == [1, 4, 16]
    assert (loss.search_at, loss.proved, loss.found, loss.message) == (
        None,
        False,
        0,
        "fetch: 503 from a.example",
    )
    assert claimed(database, at + 30 * DAY) == []


def test_what_a_search_brought_waits_to_be_read_and_a_proof_ends_the_telling(database):
    with_sources(database)
    announce(database, "http://a.example/1")
    noted(database)
    assert database.read(reports.status, NOW).loss_sources == ("a: 2026-11-01 07:00 to 2026-11-01 08:00 UTC",)
    (loss,) = claimed(database)
    found = [(url, Entry(url)) for url in ("http://a.example/1", "http://a.example/2")]
    done = database.call(sources.record_search, loss, found, NOW, proved=True, message="in its feed")
    assert done == 1
    assert len(database.call(entries.claim, NOW, 9, worker="w", lease_s=9)) == 2
    (row,) = database.read(losses.list_losses)
    assert (row.searched_at, row.found, row.proved, row.message) == (NOW, 1, True, "in its feed")
    assert database.read(reports.status, NOW).possible_losses == 0


def test_a_window_that_nothing_proved_is_told_for_a_month_and_kept_for_a_year(database):
    with_sources(database)
    noted(database)
    noted(database, start=NOW + 3 * HOUR, end=NOW + 4 * HOUR)
    (loss,) = claimed(database)
    database.call(losses.end, loss, 0, False, "nothing", NOW)
    told = database.read(reports.status, NOW)
    assert told.loss_sources == ("a: 2026-11-01 07:00 to 2026-11-01 12:00 UTC, 2 windows",)
    assert database.read(reports.status, NOW + 31 * DAY).possible_losses == 0
    assert database.call(retention.prune, NOW + 364 * DAY)["losses"] == 0
    assert database.call(retention.prune, NOW + 365 * DAY + HOUR)["losses"] == 1
    assert len(windows(database)) == 1


def test_what_a_source_had_announced_by_then_is_known_with_its_date(database):
    with_sources(database, "a", "b")
    entry = Entry("http://a.example/0", published_at=NOW - 3 * DAY)
    state = SourceState("a")
    database.call(sources.record_visit, "a", [("0", entry)], lambda known: state, NOW - 2 * DAY)
    announce(database, "1", "2", at=NOW - DAY)
    announce(database, "3", at=NOW)
    announce(database, "4", at=NOW - DAY, by="b")

    def asked(limit: int) -> dict[bytes, datetime]:
        return database.read(lambda conn: sources.announced_before(conn, "a", NOW - HOUR, limit))

    dates = {"0": NOW - 3 * DAY, "1": NOW - DAY, "2": NOW - DAY}
    assert asked(9) == {key_hash(key): at for key, at in dates.items()}
    assert set(asked(2)) == {key_hash("1"), key_hash("2")}


@pytest.mark.parametrize("where", ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def test_a_window_of_the_last_version_becomes_a_row(where, request, tmp_path):
    made = f"sqlite:///{tmp_path / 'old.db'}"
    url = made if where == "sqlite" else request.getfixturevalue("postgres_server").new_database()
    engine, other = engines(parsed_url(url, create=True))
    with engine.begin() as conn:
        migrate(conn, "0003")
        said = "'{0}', '{0}', 'feed', 'http://{0}.example', true, true, '', {1}, 9000000"
        for values in (said.format("a", 5_000_000), said.format("b", "NULL")):
            names = "id, name, kind, url, enabled, configured, recipe, loss_from, succeeded_at"
            conn.execute(text(f"INSERT INTO sources ({names}) VALUES ({values})"))
    engine.dispose()
    other.dispose()
    upgrade(url)
    with Database(url, create=False) as db:
        (loss,) = db.read(losses.list_losses)
        at = datetime.fromtimestamp(5, NOW.tzinfo), datetime.fromtimestamp(9, NOW.tzinfo)
        assert (loss.source_id, loss.from_at, loss.to_at, loss.search_at) == ("a", *at, None)
        row = {"source_id": "b", "from_at": NOW, "to_at": NOW}
        db.call(lambda conn: conn.execute(insert(schema.losses).values(**row)) and None)


@pytest.mark.parametrize(
    ("shown", "whole", "proved"),
    [
        ((11, 10, 9), True, True),  # back to what came last before the window
        ((9, 11, 10), True, None),  # which stands on top for good, or was put there again
        ((11, 10, 9), False, None),  # of a document that never was in doubt it is told elsewhere
        ((0, 1, 2, 3, 10, 11), True, True),  # more of before than is kept on top
        ((0, 1, 2, 10, 11), True, None),
        ((11, 10), True, None),
    ],
)
def test_a_window_that_a_document_left_which_broke_off_ends_with_a_whole_one_that_shows_its_time(
    database, shown, whole, proved
):
    with_sources(database)
    announce(database, *(f"http://a.example/{n}" for n in reversed(range(10))), at=NOW - 2 * HOUR)
    noted(database)
    (searched,) = claimed(database)
    state = SourceState("a", polled_at=NOW, succeeded_at=NOW, new_at=NOW)
    keyed = [(url, Entry(url)) for url in (f"http://a.example/{n}" for n in shown)]
    told = {"visited_at": NOW - HOUR, "whole": whole}
    database.call(sources.record_visit, "a", keyed, lambda known: state, NOW + HOUR, **told)
    (loss,) = database.read(losses.list_losses)
    assert loss.proved is proved
    if proved:  # whatever a search says that was under way
        database.call(losses.put_off, searched, "search: 503", NOW + HOUR)
        database.call(losses.end, searched, 0, False, "searched", NOW + HOUR)
        (loss,) = database.read(losses.list_losses)
        assert (loss.proved, loss.search_at) == (True, None)
        assert database.read(losses.standing, NOW + HOUR) == {}


def test_a_window_that_is_prolonged_while_a_list_is_read_comes_once(database: Database) -> None:
    with_sources(database, "a", "b")
    for number, name in enumerate("aba"):
        noted(database, name, NOW + (2 * number - 1) * HOUR, NOW + 2 * number * HOUR)
    (last,) = database.read(lambda conn: losses.list_losses(conn, limit=1))
    noted(database, "b", NOW + 2 * HOUR, NOW + 9 * HOUR)
    rest = database.read(lambda conn: losses.list_losses(conn, before=last.id))
    assert [(loss.id, loss.to_at) for loss in rest] == [(2, NOW + 9 * HOUR), (1, NOW)]
