"""Reports: how the watch is doing, what is forgotten, and how a damaged store is found out."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError
from storesamples import MINUTE, NOW, announce, article, filler, later, mention, saving, source, with_sources

from crawler.retries import PASSING
from storage.database import REVISIONS, Database, StoreError
from storage.records import UNSTORED, Entry, SourceState, Watch
from storage.reports import standing as reports
from storage.sources import state as sources
from storage.sources.blind import WALLS
from storage.upkeep import retention
from storage.upkeep.check import CONTRADICTIONS
from storage.waiting import entries, errors

DAY = timedelta(days=1)


def test_the_status_of_an_empty_store_is_all_nought(database):
    found = database.read(reports.status, NOW)
    assert (found.sources, found.entries_waiting, found.articles, found.mentions) == (0, 0, 0, 0)
    assert (found.last_poll_at, found.last_mention_at, found.schema_revision) == (None, None, REVISIONS[-1])


def test_the_status_counts_each_source_once(database):
    states = {
        "fresh": SourceState("fresh"),
        "failing": SourceState("failing", polled_at=NOW, error="fetch: 503", failures=1, next_at=NOW - DAY),
        "gone": SourceState("gone", polled_at=NOW, error="fetch: 410", failures=1, gone=True),
        "healthy": SourceState("healthy", polled_at=NOW, succeeded_at=NOW, new_at=NOW - DAY),
        "silent": SourceState(
            "silent", polled_at=NOW - MINUTE, succeeded_at=NOW - MINUTE, new_at=NOW - 8 * DAY
        ),
        "empty": SourceState("empty", polled_at=NOW - MINUTE, succeeded_at=NOW - MINUTE),
    }
    configured = [source(name) for name in states] + [source("off", enabled=False)]
    database.call(sources.sync, configured, NOW)
    for name, state in states.items():
        if name != "fresh":
            database.call(sources.record_visit, name, (), lambda known, state=state: state, NOW)
    found = database.read(reports.status, NOW)
    kinds = (found.disabled, found.gone, found.failing, found.new, found.silent, found.healthy)
    assert (found.sources, kinds) == (7, (1, 1, 1, 1, 2, 1))
    assert found.failing_sources == ("failing: fetch: 503",)
    assert found.silent_sources == (
        "empty: it has never announced anything new",
        "silent: nothing new for 8 days",
    )
    assert found.overdue == 1
    assert (found.last_poll_at, found.last_answer_at, found.last_new_entry_at) == (NOW, NOW, NOW - DAY)
    assert found.errors_24h == 2


def test_a_source_of_which_others_tell_all_before_is_not_silent(database):
    """As the feed of a section beside that of its site."""
    with_sources(database, "site", "section", "dead")
    told = [("1", Entry("http://a.example/1"))]
    for name, announced in (("site", told), ("section", told), ("dead", ())):
        state = SourceState(name, polled_at=NOW, succeeded_at=NOW)
        database.call(sources.record_visit, name, announced, lambda known, state=state: state, NOW)
    found = database.read(reports.status, NOW)
    assert found.silent_sources == ("dead: it has never announced anything new",)
    assert (found.healthy, found.silent) == (2, 1)
    stands = {each.source_id: each.state for each in database.read(sources.statuses, NOW)}
    assert stands == {"site": "ok", "section": "ok", "dead": "silent"}
    week_later = database.read(
        reports.status, NOW + 8 * DAY
    )  # all are by now, for nothing was announced since
    assert week_later.silent == 3


def test_the_status_counts_what_was_read(database):
    with_sources(database)
    announce(database, *(f"http://a.example/{i}" for i in range(4)))
    one, two, three, _ = database.call(entries.claim, NOW, 9, worker="w", lease_s=9)
    made = article(text="GDEC WIC " + filler(1))
    mentioned = (mention(made, "GDEC"), mention(made, "WIC", "wic", role="passing"))
    database.call(saving(made, *mentioned, entry_id=one.id))
    database.call(saving(article("http://b.example/1", made.text)))
    database.call(saving(later(made, text="GDEC " + filler(2)), mention(made, "GDEC")))
    database.call(entries.dismiss, two.id, "parse: no", NOW)
    database.call(entries.skip, three.id)
    found = database.read(reports.status, NOW)
    read = (found.entries_waiting, found.entries_read, found.entries_dismissed, found.entries_given_up)
    assert (read, found.entries_skipped) == ((1, 1, 1, 0), 1)
    assert (found.articles, found.stories, found.copies, found.edited) == (2, 1, 1, 1)
    assert (found.mentions, found.mentions_main, found.mentions_passing) == (1, 1, 0)
    assert (found.last_article_at, found.last_mention_at) == (NOW, NOW)


def test_the_status_counts_what_is_ready_and_read_by_nobody_for_half_an_hour(database):
    """What waits for its next try is not ready before, what is on loan is being read, and what is paused stays."""
    database.call(sources.sync, [source("a"), source("off")], NOW)
    announce(database, "http://off.example/1", by="off")
    announce(database, *(f"http://a.example/{i}" for i in range(5)))
    announce(database, "http://a.example/late", at=NOW + 5 * MINUTE)

    def overdue(minutes: float) -> int:
        return database.read(reports.status, NOW + minutes * MINUTE).entries_overdue

    assert [overdue(minutes) for minutes in (0, 29, 31, 36)] == [0, 0, 6, 7]
    database.call(sources.sync, [source("a"), source("off", enabled=False)], NOW)
    assert overdue(36) == 6
    first, again, begun = database.call(entries.claim, NOW + 36 * MINUTE, 3, worker="w", lease_s=600)
    assert overdue(36) == 3
    database.call(entries.dismiss, first.id, "parse: no", NOW)
    database.call(entries.retry, again.id, NOW + 120 * MINUTE, "fetch: 503", NOW)
    # until the loan ended half an hour ago, and so did the wait for the next try
    assert [overdue(minutes) for minutes in (36, 75, 77, 121, 151)] == [3, 3, 4, 4, 5]
    database.call(sources.give_back, "w")
    assert [overdue(minutes) for minutes in (37, 121)] == [4, 4]
    assert begun.source_id == "a"


def test_the_status_counts_what_was_asked_for_in_vain_and_what_was_never_shown(database):
    """What is on loan is being read, what is no article was shown, and what is older than a week is over."""
    with_sources(database)
    ended = {
        "fetch: 403 from a.example": entries.give_up,
        "parse: not an article: login (a form)": entries.dismiss,
        "parse: not an article: bot-wall": entries.dismiss,
        "parse: not an article: list-page": entries.dismiss,
    }
    announce(database, *(f"http://a.example/{i}" for i in range(len(ended) + 3)))
    waiting = database.call(entries.claim, NOW, len(ended) + 2, worker="w", lease_s=9)
    for one, (message, end) in zip(waiting, ended.items(), strict=False):
        database.call(end, one.id, message, NOW)
    database.call(entries.retry, waiting[-1].id, NOW + 60 * MINUTE, "fetch: 403 from a.example", NOW)

    def counted(days: int) -> tuple[int, int, int]:
        found = database.read(reports.status, NOW + days * 1440 * MINUTE)
        return found.entries_waiting, found.entries_in_vain, found.entries_unshown_7d

    assert [counted(days) for days in (0, 6, 8)] == [(3, 1, 3), (3, 1, 3), (3, 1, 0)]
    (last,) = database.call(entries.claim, NOW, 1, worker="w", lease_s=9)
    said = f"{UNSTORED}: database or disk is full"
    database.call(entries.retry, last.id, NOW + 60 * MINUTE, said, NOW, tried=False)
    found = database.read(reports.status, NOW)
    assert (found.entries_waiting, found.entries_in_vain, found.unstored) == (3, 1, 1)
    assert set(WALLS) == {reason for reason, kind in PASSING.items() if kind == "hard"}


def test_pruning_keeps_the_newest_errors(database, monkeypatch):
    monkeypatch.setattr(errors, "KEPT", 10)
    for number in range(25):
        database.call(errors.record_error, "a", "u", f"fetch: {number}", NOW)
    assert database.call(retention.prune, NOW) == {
        "errors": 15,
        "candidates": 0,
        "losses": 0,
        "polls": 0,
        "robots": 0,
        "anchor_keys": 0,
        "hosts": 0,
    }
    kept = [e.message for e in database.read(errors.list_errors)]
    assert kept == [f"fetch: {n}" for n in range(24, 14, -1)]
    assert set(database.call(retention.prune, NOW).values()) == {0}


def sound(db: Database) -> None:
    """A store with every kind of row, and nothing wrong: two articles, a copy, an edit, a cursor."""
    with_sources(db)
    announce(db, "http://a.example/1", "http://a.example/2")
    one, _ = db.call(entries.claim, NOW, 9, worker="w", lease_s=9)
    made = article(text="GDEC " + filler(1))
    saved = saving(made, mention(made, "GDEC"), entry_id=one.id)
    saved.keywords["look"] = Watch(NOW)
    db.call(saved)
    db.call(saving(article("http://b.example/1", made.text)))
    edited = later(made, text="Again GDEC " + filler(2))
    db.call(saving(edited, mention(edited, "GDEC")))
    db.call(
        lambda conn: (
            conn.execute(text("INSERT INTO cursors (name, position, moved_at) VALUES ('me', 1, 0)")) and None
        )
    )
    assert db.read(reports.check) == []


PLANTED = {
    "articles without a story": "UPDATE articles SET story_id = 99 WHERE id = 2",
    "stories without an article": "INSERT INTO stories (id, opened_at) VALUES (99, 0)",
    "stories joined into one that is not there, or no elder one": "INSERT INTO stories (id, opened_at, joined_to) VALUES (99, 0, 98)",
    "articles of a story that was joined into another": "UPDATE stories SET joined_to = 98 WHERE id = 1",
    "mentions of another story than their article's": "UPDATE mentions SET story_id = 99",
    "articles without the row of their version": "UPDATE articles SET version = 3 WHERE id = 1",
    "articles that lack an earlier version": "DELETE FROM versions WHERE article_id = 1 AND version = 1",
    "earlier versions without their words": "UPDATE versions SET text = NULL",
    "articles without a fingerprint": "DELETE FROM fingerprints WHERE article_id = 2",
    "totals that differ from their tables (DELETE FROM totals has them counted anew)": "INSERT INTO totals (name, place, number) VALUES ('articles', 2, 3)",
    "articles under one address": "UPDATE articles SET key_hash = (SELECT key_hash FROM articles WHERE id = 1)",
    "articles said to copy one that is not there": "UPDATE articles SET copy_of = 99 WHERE id = 2",
    "originals of a story that has an earlier article": "UPDATE articles SET relation = 'original'",
    "entries read without an article": "UPDATE entries SET state = 'read'",
    "entries with an article that are not read": "UPDATE entries SET state = 'waiting'",
    "entries on loan without an end": "UPDATE entries SET leased_by = 'w', wake_at = NULL",
    "looks on loan without an end": "UPDATE revisits SET leased_by = 'w', due_at = NULL",
    "changes of a mention that is not there": "INSERT INTO changes (position, mention_id, at, what) VALUES (9, 99, 0, 'gone')",
    "mentions without an article": "UPDATE mentions SET article_id = 99",
    "mentions without evidence": "UPDATE mentions SET evidence = '[]'",
    "mentions of an article's earlier version that still stand": "UPDATE mentions SET version = 1",
    "keys of an article that is not there": "UPDATE fingerprint_blocks SET pairs = CAST('keys1234' AS {bytes}) WHERE low = 0",
    "cursors beyond the last mention": "UPDATE cursors SET position = 2",
    "mentions whose evidence is not in their article": "UPDATE articles SET text = 'x'",
}


def test_the_quotes_of_a_mention_that_an_edit_took_away_are_looked_for_in_the_words_before(database):
    with_sources(database)
    made = article(text="GDEC " + filler(1))
    database.call(saving(made, mention(made, "GDEC")))
    database.call(saving(later(made, text=filler(2))))
    assert database.read(reports.check) == []
    database.call(
        lambda conn: conn.execute(text("UPDATE versions SET text = 'x' WHERE version = 1")) and None
    )
    assert database.read(reports.check) == ["1 mentions whose evidence is not in their article: 1"]


def test_a_store_that_was_restored_in_part_lacks_tables_and_is_told_so(empty_url):
    with Database(empty_url()) as db:
        db.call(lambda conn: conn.execute(text("DROP TABLE fingerprint_blocks")) and None)
        assert db.read(reports.check) == ["no table fingerprint_blocks: restore the store from a whole copy"]


def test_every_contradiction_the_check_knows_is_planted_here():
    assert set(PLANTED) == {
        *CONTRADICTIONS,
        "keys of an article that is not there",
        "mentions whose evidence is not in their article",
    }


@pytest.mark.parametrize(
    ("stories", "wrong"),
    [
        ("(97, 0, 98), (98, 0, NULL)", "97"),  # into a younger one
        (
            "(98, 0, 1), (99, 0, 98)",
            "99",
        ),  # into one that was joined itself: the way leads to its end at once
    ],
)
def test_a_story_is_joined_into_an_elder_one_that_stands(database, stories, wrong):
    sound(database)
    database.call(
        lambda conn: (
            conn.execute(text(f"INSERT INTO stories (id, opened_at, joined_to) VALUES {stories}")) and None
        )
    )
    said = "1 stories joined into one that is not there, or no elder one: "
    assert [line for line in database.read(reports.check) if line.startswith(said)] == [said + wrong]


@pytest.mark.parametrize("what", PLANTED)
def test_a_contradiction_is_found_where_the_database_does_not_prevent_it(database, what):
    sound(database)

    def plant(conn) -> None:
        prevented.clear()
        if conn.dialect.name == "postgresql":
            conn.execute(text("SET LOCAL session_replication_role = replica"))  # no foreign keys
            conn.execute(text("ALTER TABLE articles DROP CONSTRAINT IF EXISTS uq_articles_key_hash"))
        try:
            kind = "BYTEA" if conn.dialect.name == "postgresql" else "BLOB"
            conn.execute(text(PLANTED[what].format(bytes=kind)))
        except IntegrityError as err:
            prevented.append(str(err))
            raise Undo from None
        found.extend(reports.check(conn))
        raise Undo

    class Undo(Exception):
        pass

    if database.dialect == "sqlite":
        database._writer.dispose()

        @event.listens_for(database._writer, "connect")
        def unchecked(connection, record) -> None:
            connection.execute("PRAGMA foreign_keys=OFF")

    found: list[str] = []
    prevented: list[str] = []
    with pytest.raises(Undo):
        database.call(plant)
    lost_reference = [line for line in found if "refers to a row" in line]
    assert prevented or lost_reference or any(what in line for line in found), found
    assert not prevented or "UNIQUE" in prevented[0]
    assert database.read(reports.check) == []


def test_a_damaged_file_is_found_and_explained(tmp_path: Path):
    path = tmp_path / "store.db"
    with Database(f"sqlite:///{path}") as db:
        with_sources(db)
        for number in range(40):
            db.call(saving(article(f"http://a.example/{number}", filler(number, 400))))
        db.call(lambda conn: conn.execute(text("SELECT 1")) and None)
    broken = bytearray(path.read_bytes())
    for place in range(20_000, len(broken) - 2000, 9000):
        broken[place : place + 1500] = b"\xa5" * 1500
    path.write_bytes(broken)
    try:
        with Database(f"sqlite:///{path}", create=False) as db:
            said = db.read(reports.check)[0]
    except StoreError as err:  # so damaged that it cannot even be looked at
        said = str(err)
    assert "damaged" in said


def read_as(database: Database, name: str, **outcomes: int) -> None:
    """Announce and read pages of a source: so many articles, so many shells and the like."""
    urls = [f"http://{name}.example/{what}/{i}" for what, n in outcomes.items() for i in range(n)]
    announce(database, *urls, by=name)
    for entry in database.call(entries.claim, NOW, 99, worker="w", lease_s=9):
        what = entry.url.split("/")[3]
        if what == "article":
            made = article(url=entry.url, text=filler(entry.id))
            database.call(saving(made, entry_id=entry.id, source_id=name))
        elif what == "refused":
            database.call(entries.give_up, entry.id, "fetch: robots.txt disallows it", NOW)
        elif what == "forbidden":  # which is asked again tomorrow
            told = "fetch: robots.txt disallows /1 of a.example"
            database.call(entries.retry, entry.id, NOW + timedelta(days=1), told, NOW)
        elif what == "bot-wall":  # which may pass
            told = f"parse: not an article: {what}"
            database.call(entries.retry, entry.id, NOW + timedelta(hours=6), told, NOW)
        else:
            database.call(entries.dismiss, entry.id, f"parse: not an article: {what} (3 scripts)", NOW)


def test_a_source_whose_pages_bring_no_text_is_named_with_the_remedy(database):
    pages = {
        "drawn": {"article": 1, "shell": 4},
        "barred": {"article": 1, "bot-wall": 3},
        "walled": {"consent": 3},
        "closed": {"article": 2, "refused": 3},
        "forbidden": {"article": 2, "forbidden": 3},
        "patchy": {"article": 4, "refused": 3},
        "sound": {"article": 5, "shell": 4},
        "redrawn": {"shell": 5, "article": 20},  # the newest stand first
        "again": {"article": 20, "shell": 5},
        "young": {"shell": 2},
        "mixed": {"shell": 2, "consent": 1},
    }
    with_sources(database, *pages)
    for name, outcomes in pages.items():
        database.call(
            sources.record_visit,
            name,
            (),
            lambda known, name=name: SourceState(name, polled_at=NOW, new_at=NOW),
            NOW,
        )
        read_as(database, name, **outcomes)

    found = database.read(reports.status, NOW)
    assert (found.blind, found.healthy) == (6, 5)
    barred, closed, drawn, forbidden, redrawn, walled = found.blind_sources
    assert barred == "barred: 3 of 4 pages this week hold no text (bot-wall)"
    assert closed == "closed: 3 of 5 pages this week could not be read: `forumwatch errors` says why"
    assert forbidden == closed.replace("closed", "forbidden")
    assert drawn.startswith("drawn: 4 of 5 pages this week hold no text (shell): set render: true")
    assert redrawn.startswith("redrawn: its 5 newest pages hold no text (shell): set render: true")
    assert walled.startswith("walled: 3 of 3 pages this week hold no text (consent)")
    states = {s.source_id: (s.state, bool(s.blind)) for s in database.read(sources.statuses, NOW)}
    assert states == {
        "barred": ("blind", True),
        "drawn": ("blind", True),
        "walled": ("blind", True),
        "closed": ("blind", True),
        "forbidden": ("blind", True),
        "patchy": ("ok", False),
        "redrawn": ("blind", True),
        "again": ("ok", False),
        "sound": ("ok", False),
        "young": ("ok", False),
        "mixed": ("ok", False),
    }
    assert database.read(reports.status, NOW + 8 * DAY).blind == 0
