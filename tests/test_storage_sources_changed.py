"""Sources of which sources.yaml says something else by now: another address, id, recipe or password."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import select, update
from storesamples import MINUTE, NOW, announce, article, mention, saving, source, with_sources
from visitedsources import due, status, visit

from storage import schema
from storage.records import Entry, Selectors, SourceState
from storage.sources import losses
from storage.sources import state as sources
from storage.sources.blind import DISMISSED
from storage.waiting import entries, errors


def test_a_changed_configuration_keeps_the_state_but_not_over_a_new_address(database):
    with_sources(database)
    visit(
        database,
        SourceState(
            "a",
            etag="x",
            next_at=NOW + MINUTE,
            error="old",
            failures=2,
            moved_to="http://x.example/",
            moves=3,
        ),
    )
    database.call(sources.sync, [source("a", language="th")], NOW)
    kept = status(database)
    assert (kept.language, kept.failures, kept.moved_to) == ("th", 2, "http://x.example/")
    database.call(sources.sync, [source("a", url="http://a.example/new")], NOW)
    new = status(database)
    assert (new.failures, new.error, new.moved_to, new.state) == (0, None, None, "new")
    assert due(database) == ["a"]


RECIPES = {
    "kind": {"kind": "listing", "select": Selectors("li")},
    "select": {"select": Selectors("p", title="b")},
    "encoding": {"encoding": "gbk"},
    "max_entries": {"max_entries": 5},
    "auth": {"auth": ("reader", "secret")},
    "headers": {"headers": (("X-Key", "k"),)},
}


@pytest.mark.parametrize("changed", RECIPES)
def test_a_document_that_is_read_otherwise_is_asked_for_in_full(database, changed):
    with_sources(database)
    state = SourceState("a", etag="x", last_modified="Mon", body_hash="ab", interval_s=60, polled_at=NOW)
    state = replace(state, next_at=NOW + 99 * MINUTE)
    visit(database, state)
    with_sources(database)
    assert database.call(sources.due_sources, NOW + 100 * MINUTE, 1, worker="w", lease_s=9) == [state]
    database.call(sources.sync, [replace(source("a"), **RECIPES[changed])], NOW)
    database.call(sources.free_all)
    asked = replace(state, etag=None, last_modified=None, body_hash=None, next_at=None)
    assert database.call(sources.due_sources, NOW, 1, worker="w", lease_s=9) == [asked]


def test_a_version_that_finds_more_in_listings_reads_those_again_that_did_not_change(database):
    guessed = replace(source("a"), kind="listing")
    selected = replace(source("c"), kind="listing", select=Selectors("li"))
    kinds = {"a": guessed, "b": source("b"), "c": selected}
    database.call(sources.sync, list(kinds.values()), NOW)
    for name in kinds:
        visit(database, SourceState(name, etag="x", body_hash="ab", next_at=NOW + 99 * MINUTE))
    listing = schema.sources.c.id == "a"
    (said,) = database.read(lambda conn: conn.execute(select(schema.sources.c.recipe).where(listing)).one())
    older = "1" + said[1:]  # as the first version wrote it
    database.call(lambda conn: conn.execute(update(schema.sources).where(listing).values(recipe=older)))
    database.call(sources.sync, list(kinds.values()), NOW)
    (again,) = database.call(sources.due_sources, NOW, 9, worker="w", lease_s=9)
    assert (again.source_id, again.etag, again.body_hash) == ("a", None, None)
    others = select(schema.sources.c.recipe).where(~listing)
    assert {row.recipe[:2] for row in database.read(lambda conn: conn.execute(others).all())} == {"1:"}


LATER_TOLD = {  # why entries ended, and what is written beside the source later → which of them wait again
    "a password": ({"auth": ("reader", "secret")}, {"login", "wall", "401", "403", "later"}),
    "a header": ({"headers": (("X-Key", "k"),)}, {"login", "wall", "401", "403", "later"}),
    "a browser": ({"render": True}, {"shell"}),
    "another encoding": ({"encoding": "cp874"}, set()),
}


@pytest.mark.parametrize("written", LATER_TOLD)
def test_what_wanted_a_password_or_a_browser_waits_again_once_its_source_has_one(database, written):
    ends = {
        "login": (entries.dismiss, DISMISSED + "login (password field)"),
        "wall": (entries.dismiss, DISMISSED + "paywall"),
        "401": (entries.give_up, "fetch: 401 from a.example"),
        "403": (entries.give_up, "fetch: 403 from a.example"),
        "later": (partial(entries.retry, at=NOW + 99 * MINUTE), "fetch: 401 from a.example"),
        "404": (entries.give_up, "fetch: 404 from a.example"),
        "shell": (entries.dismiss, DISMISSED + "shell"),
        "list": (entries.dismiss, DISMISSED + "list"),
    }
    with_sources(database, "a", "b")
    announce(database, *ends)
    for waiting in database.call(entries.claim, NOW, 99, worker="w", lease_s=60, per_host=99):
        end, message = ends[waiting.url]
        database.call(end, waiting.id, message=message, now=NOW)
    changed, again = LATER_TOLD[written]
    database.call(sources.sync, [replace(source("a"), **changed), source("b")], NOW)
    ready = database.call(entries.claim, NOW, 99, worker="w", lease_s=60, per_host=99)
    assert {entry.url for entry in ready} == again
    assert {entry.tries for entry in ready} <= {0}


def test_what_is_being_read_as_its_source_gets_a_password_stays_with_its_reader(database):
    with_sources(database)
    announce(database, "http://a.example/1")
    (waiting,) = database.call(entries.claim, NOW, 9, worker="w", lease_s=3600)
    database.call(entries.retry, waiting.id, NOW + MINUTE, "fetch: 401 from a.example", NOW)
    later = NOW + 2 * MINUTE
    (again,) = database.call(entries.claim, later, 9, worker="w", lease_s=3600)
    database.call(sources.sync, [replace(source("a"), auth=("reader", "secret"))], later)
    assert database.call(entries.claim, later, 9, worker="other", lease_s=3600) == []
    assert again.tries == 1


def test_another_password_is_told_from_the_one_before_and_is_not_kept(database):
    logins = [("reader", "one"), ("reader", "two")]
    recipes = set()
    for login in logins:
        database.call(sources.sync, [replace(source("a"), auth=login)], NOW)
        recipes.add(database.read(lambda conn: conn.execute(select(schema.sources.c.recipe)).scalar()))
    assert len(recipes) == len(logins)
    assert all(len(recipe.rpartition(":")[2]) == 2 for recipe in recipes)


def test_a_source_that_is_called_otherwise_keeps_all_that_is_known_of_it(database):
    one, two = source("a", url="http://a.example/one"), source("b", url="http://a.example/two")
    database.call(sources.sync, [one, two], NOW)
    state = SourceState("a", polled_at=NOW, succeeded_at=NOW, new_at=NOW, heard_from=NOW, etag='"1"')
    visit(database, state, Entry("http://a.example/1"), problem="discover: in part")
    told = article()
    database.call(saving(told, mention(told, told.text.split()[0])))
    database.call(losses.note, "a", NOW - 99 * MINUTE, NOW)

    later = NOW + timedelta(days=7)
    database.call(sources.sync, [replace(one, id="press"), two], later)
    assert [s.source_id for s in database.read(sources.statuses, later)] == ["b", "press"]
    (kept,) = [s for s in database.call(sources.due_sources, later, 9, worker="w", lease_s=9) if s.etag]
    assert kept == replace(state, source_id="press")
    row = {s.source_id: s for s in database.read(sources.statuses, later)}["press"]
    assert (row.articles, row.mentions, row.waiting, row.losses) == (1, 1, 1, 1)
    assert {e.source_id for e in database.read(errors.list_errors)} == {"press"}
    polled = database.read(lambda conn: conn.execute(select(schema.polls.c.source_id)).scalars().all())
    assert polled == ["press"]


@pytest.mark.parametrize(
    ("failures", "announced"), [(0.0, ()), (0.25, ()), (0.0, (Entry("http://a.example/1"),))]
)
def test_what_came_of_a_source_that_is_called_otherwise_by_now_leaves_nothing_behind(
    database, failures, announced
):
    one = source("a", url="http://a.example/one")
    database.call(sources.sync, [one], NOW)
    database.call(sources.sync, [replace(one, id="press")], NOW)
    state = SourceState("a", polled_at=NOW, failures=failures, error="fetch: 500" if failures else None)
    visited = visit(database, state, *announced, problem="discover: in part" if announced else None)
    assert (visited.new, visited.known) == (0, 0)
    for table in (schema.polls, schema.entries, schema.errors):
        assert not database.read(lambda conn, table=table: conn.execute(select(table)).all())


def test_a_source_is_another_where_the_one_of_its_address_is_still_there_or_its_address_is_new(database):
    one = source("a", url="http://a.example/one")
    database.call(sources.sync, [one], NOW)
    visit(database, SourceState("a", polled_at=NOW, succeeded_at=NOW))
    database.call(sources.sync, [one, replace(one, id="again")], NOW)
    assert status(database, "again").polled_at is None
    database.call(sources.sync, [replace(one, id="b", url="http://a.example/other")], NOW)
    assert status(database, "b").polled_at is None


@pytest.mark.parametrize("kept", [False, True])
def test_a_source_that_is_written_anew_where_one_moved_to_keeps_what_was_known_of_that(database, kept):
    """It is the same, but while the old one is polled on."""
    old, new = source("old", url="http://a.example/feed"), source("new", url="http://b.example/feed")
    database.call(sources.sync, [old], NOW)
    moved = SourceState("old", polled_at=NOW, succeeded_at=NOW, new_at=NOW, moved_to=new.url, moves=1)
    visit(database, moved, Entry("http://a.example/1"))
    database.call(sources.sync, [old, new] if kept else [new], NOW)
    found = status(database, "new")
    assert (found.waiting, found.polled_at) == ((0, None) if kept else (1, None))
    heard = select(schema.sources.c.succeeded_at).where(schema.sources.c.id == "new")
    at = database.read(lambda conn: conn.execute(heard).scalar())
    assert (at == NOW) is not kept
