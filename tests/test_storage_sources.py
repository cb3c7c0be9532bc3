"""Sources: what is due, what a visit leaves behind, and what the configuration changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update
from storesamples import MINUTE, NOW, announce, article, counted_steps, mention, saving, source, with_sources
from visitedsources import due, status, visit

from crawler.gaps import unheard_since
from storage import schema
from storage.database import Database
from storage.records import Entry, Outcome, SourceState
from storage.sources import state as sources
from storage.waiting import entries, errors, leases


def test_what_was_announced_while_the_clock_ran_ahead_proves_an_overlap_once_it_is_right(database):
    with_sources(database)
    keyed = [(f"http://a.example/{n}", Entry(f"http://a.example/{n}")) for n in range(5)]
    tomorrow, before = NOW + timedelta(days=1), NOW - 15 * MINUTE
    assert database.call(sources.announce, "a", keyed, tomorrow, "always").new == 5
    again = database.call(sources.announce, "a", keyed, NOW, "always", visited_at=before)
    assert (again.known, again.early) == (5, 5)


def test_of_more_than_a_day_may_bring_the_newest_are_taken_and_a_day_ahead_is_another(database):
    with_sources(database)
    keyed = [(f"http://a.example/{n}", Entry(f"http://a.example/{n}")) for n in range(6)]
    tomorrow = NOW + timedelta(days=1)
    first = database.call(
        sources.announce, "a", keyed[2:], tomorrow, "always", most=2
    )  # by a clock that ran ahead
    assert (first.new, first.held) == (2, 2)
    waiting = database.call(entries.claim, NOW, 9, worker="w", lease_s=60)
    assert {each.url for each in waiting} == {"http://a.example/2", "http://a.example/3"}
    assert database.call(sources.announce, "a", keyed[:2], NOW, "always", most=2).new == 2


def test_a_loan_that_is_anothers_by_now_is_lengthened_by_nobody_else(database):
    with_sources(database)
    assert due(database) == ["a"]
    assert due(database, NOW + 2 * MINUTE, worker="other") == ["a"]
    database.call(leases.renew, "w", ["a"], NOW + 2 * MINUTE, 3600)
    assert due(database, NOW + 4 * MINUTE, worker="third") == ["a"]


def test_a_poll_that_is_brought_forward_is_missed_from_that_moment_on(database):
    """Planned for next year by a cron line that is every hour's by now: who does not come in an hour is unheard since."""
    with_sources(database)
    (state,) = database.call(sources.due_sources, NOW, 1, worker="w", lease_s=60)
    next_year = NOW + timedelta(days=365)
    visit(database, replace(state, polled_at=NOW, succeeded_at=NOW, next_at=next_year, heard_until=next_year))
    in_an_hour = NOW + timedelta(hours=1)
    database.call(sources.bring_forward, lambda name, polled_at: in_an_hour, NOW)
    (state,) = database.call(sources.due_sources, in_an_hour, 1, worker="w", lease_s=60)
    late = Outcome(in_an_hour + timedelta(hours=2), entries=1, known=1)
    assert unheard_since(state, late) == in_an_hour


def test_new_sources_are_due_at_once_and_lent_to_one_worker(database):
    with_sources(database, "a", "b", "c")
    assert due(database, limit=2) == ["a", "b"]
    assert due(database, worker="other") == ["c"]
    assert due(database) == []
    assert due(database, at=NOW + 2 * MINUTE) == ["a", "b", "c"]


def test_the_longest_due_comes_first(database):
    with_sources(database, "a", "b", "c", "d")
    for name, minutes in (("a", 20), ("b", 5), ("c", 10)):
        visit(database, SourceState(name, next_at=NOW + minutes * MINUTE))
    assert due(database, at=NOW + 15 * MINUTE) == ["d", "b", "c"]
    assert due(database, at=NOW + 15 * MINUTE, due_by=NOW + 30 * MINUTE) == ["a"]


def test_a_source_is_not_due_when(database):
    database.call(sources.sync, [source("off", enabled=False), source("gone"), source("removed")], NOW)
    database.call(sources.sync, [source("off", enabled=False), source("gone")], NOW)
    visit(database, SourceState("gone", gone=True))
    database.call(sources.make_due)
    assert due(database) == []


def test_a_source_that_was_gone_is_asked_once_more_when_it_is_turned_on_again(database):
    with_sources(database, "a", "b")
    for name in ("a", "b"):
        visit(database, SourceState(name, gone=True, polled_at=NOW, next_at=NOW + 99 * MINUTE))
    database.call(sources.sync, [source("a", enabled=False), source("b")], NOW)
    database.call(sources.sync, [source("a"), source("b")], NOW)
    assert due(database) == ["a"]


def test_a_clock_that_ran_ahead_puts_no_source_off(database):
    year = timedelta(days=365)
    with_sources(database, "a", "b")
    visit(database, SourceState("a", polled_at=NOW + year, next_at=NOW + year + MINUTE))
    visit(database, SourceState("b", polled_at=NOW - MINUTE, next_at=NOW + MINUTE))
    assert due(database) == []
    with_sources(database, "a", "b")
    assert due(database) == ["a"]


def test_make_due_brings_every_enabled_source(database):
    with_sources(database, "a", "b")
    visit(database, SourceState("a", next_at=NOW + 99 * MINUTE))
    database.call(sources.make_due)
    assert due(database) == ["a", "b"]


def test_a_state_comes_back_as_it_was_stored(database):
    with_sources(database)
    state = SourceState(
        "a",
        next_at=NOW,
        polled_at=NOW - MINUTE,
        succeeded_at=NOW - 2 * MINUTE,
        new_at=NOW - 3 * MINUTE,
        interval_s=600,
        etag='W/"x"',
        last_modified="Mon",
        body_hash="ab",
        failures=1.25,
        error="fetch: 503",
        rhythm_s=3600,
        moved_to="https://www.a.example/feed",
        moves=2,
    )
    visit(database, state)
    assert database.call(sources.due_sources, NOW, 1, worker="w", lease_s=9) == [state]


def test_a_visit_stores_what_is_new_and_tells_how_much_was_known(database):
    with_sources(database)
    told: list[int] = []

    def decide(known: int) -> SourceState:
        told.append(known)
        return SourceState("a")

    first = [
        ("1", Entry("http://a.example/1", "Title", "Summary", NOW, "th")),
        ("2", Entry("http://a.example/2")),
    ]
    database.call(sources.record_visit, "a", first, decide, NOW)
    again = [*first, ("3", Entry("http://b.example/3")), ("3", Entry("http://b.example/3?again"))]
    visited = database.call(sources.record_visit, "a", again, decide, NOW)
    assert (visited.new, visited.known, told) == (1, 2, [0, 2])
    assert visited.state.new_at == NOW
    waiting = {w.url: w for w in database.call(entries.claim, NOW, 9, worker="w", lease_s=9)}
    assert set(waiting) == {f"http://{rest}" for rest in ("a.example/1", "a.example/2", "b.example/3")}
    one = waiting["http://a.example/1"]
    assert (one.title, one.summary, one.published_at, one.language) == ("Title", "Summary", NOW, "th")


def test_a_visit_of_thousands_of_entries_is_stored(database):
    with_sources(database)
    assert announce(database, *(f"http://a.example/{i}" for i in range(2500))).new == 2500
    assert announce(database, *(f"http://a.example/{i}" for i in range(2600))).known == 2500


def test_what_went_wrong_is_recorded_once_beside_its_source(database):
    with_sources(database)
    visit(database, SourceState("a", error="fetch: 503 from a.example"), problem="fetch: 503 from a.example")
    visit(database, SourceState("a"), problem="no stage\x00here: at all")
    found = database.read(errors.list_errors)
    assert [(e.stage, e.message) for e in found] == [
        ("visit", "no stage\ufffdhere: at all"),
        ("fetch", "fetch: 503 from a.example"),
    ]
    assert {(e.source_id, e.source_url, e.url) for e in found} == {("a", *["http://a.example/feed"] * 2)}
    assert database.read(lambda conn: errors.list_errors(conn, source="b")) == []
    assert database.read(lambda conn: errors.list_errors(conn, since=NOW + MINUTE)) == []
    assert len(database.read(lambda conn: errors.list_errors(conn, limit=1))) == 1


def test_a_removed_source_leaves_the_lists_and_comes_back_with_its_state(database):
    with_sources(database, "a", "b")
    visit(database, SourceState("a", next_at=NOW + 99 * MINUTE, polled_at=NOW))
    with_sources(database, "b")
    assert [s.source_id for s in database.read(sources.statuses, NOW)] == ["b"]
    with_sources(database, "a", "b")
    assert status(database).next_at == NOW + 99 * MINUTE


STATES = {
    "new": (SourceState("a"), True),
    "ok": (SourceState("a", polled_at=NOW, new_at=NOW), True),
    "silent": (SourceState("a", polled_at=NOW, new_at=NOW - timedelta(days=8)), True),
    "failing": (SourceState("a", polled_at=NOW, error="fetch: no", failures=0.25), True),
    "gone": (SourceState("a", polled_at=NOW, error="fetch: 410", gone=True), True),
    "disabled": (SourceState("a", polled_at=NOW, error="fetch: no"), False),
}


@pytest.mark.parametrize("word", STATES)
def test_a_source_is_said_to_be(database, word):
    state, enabled = STATES[word]
    with_sources(database)
    visit(database, state)
    database.call(sources.sync, [source("a", enabled=enabled)], NOW)
    assert status(database).state == word


def test_statuses_count_what_each_source_brought(database):
    with_sources(database, "a", "b")
    announce(database, *(f"http://a.example/{i}" for i in range(4)))
    claimed = database.call(entries.claim, NOW, 2, worker="w", lease_s=9)
    database.call(entries.give_up, claimed[0].id, "fetch: 404", NOW)
    made = article(text="GDEC WIC " + article().text)
    both = (mention(made, "GDEC"), mention(made, "WIC", "wic"))
    database.call(saving(made, *both, entry_id=claimed[1].id))
    a, b = status(database), status(database, "b")
    assert (a.waiting, a.given_up, a.articles, a.mentions) == (2, 1, 1, 2)
    assert (b.waiting, b.given_up, b.articles, b.mentions) == (0, 0, 0, 0)
    gone = update(schema.mentions).where(schema.mentions.c.forum_id == "wic").values(gone_at=NOW)
    database.call(lambda conn: conn.execute(gone) and None)
    assert status(database).mentions == 1


def test_a_source_not_met_yet_has_a_status_too():
    unpolled = sources.unpolled(source("a", enabled=False, reason="asks for a password"))
    assert (unpolled.state, unpolled.reason, unpolled.articles) == ("disabled", "asks for a password", 0)


def test_asking_what_is_due_reads_no_more_rows_when_there_are_more_sources(tmp_path):
    spent = {}
    for size in (500, 5_000):
        with Database(f"sqlite:///{tmp_path / f'{size}.db'}") as db:
            with_sources(db, *(f"s{i}" for i in range(size)))
            later = update(schema.sources).values(next_at=NOW + timedelta(days=1))
            db.call(lambda conn, later=later: conn.execute(later) and None)
            few = update(schema.sources).where(schema.sources.c.id.in_(["s1", "s2"])).values(next_at=NOW)
            db.call(lambda conn, few=few: conn.execute(few) and None)
            steps = counted_steps(db)

            assert due(db) == ["s1", "s2"]
            spent[size] = len(steps)
    assert spent[5_000] < 1.2 * spent[500]


def test_a_state_with_a_naive_time_is_refused(database):
    with_sources(database)
    naive = replace(SourceState("a"), polled_at=NOW.replace(tzinfo=None))
    with pytest.raises(Exception, match="naive datetime"):
        visit(database, naive)
