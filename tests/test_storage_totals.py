"""How many articles and stories there are is kept, and is what counting them all tells."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import event, func, insert, select
from storesamples import NOW, article, filler, saving, source, with_sources

from storage import schema
from storage.database import REVISIONS, Database, engines, parsed_url, upgrade
from storage.migrations import migrate
from storage.reports import counts
from storage.reports import standing as reports
from storage.sources import state as sources
from storage.stories import totals

TABLES = (schema.articles, schema.stories)
WRITERS, CALLS = 4, 25


class Broken(Exception):
    """What a writer meets after it has saved."""


def told_and_counted(conn):
    """What is told of each table, and how many rows it has at the same moment."""
    told = [totals.total(conn, table) for table in TABLES]
    return told, [conn.execute(select(func.count()).select_from(table)).scalar_one() for table in TABLES]


def places(conn):
    return dict(conn.execute(select(schema.totals.c.name, schema.totals.c.place)).all())


def several(chance, writer, call):
    """A call that saves up to five articles, among them copies, and then may fail."""
    made = [
        article(f"http://w{writer}.example/{call}/{n}", filler(chance.randrange(40) + 100 * writer))
        for n in range(chance.randint(1, 5))
    ]
    fails = chance.random() < 0.3

    def save(conn):
        for one in made:
            saving(one)(conn)
        if fails:
            raise Broken

    return save, fails


def write(url, writer):
    """CALLS transactions of one writer, each after a look at what is told; how many of them did not fail."""
    chance, done = random.Random(writer), 0
    with Database(url) as db:
        for call in range(CALLS):
            save, fails = several(chance, writer, call)
            if fails:
                with pytest.raises(Broken):
                    db.call(save)
            else:
                db.call(save)
                done += 1
            told, counted = db.read(told_and_counted)
            assert told == counted
    return done


@pytest.mark.slow
def test_what_is_told_is_what_counting_tells_while_four_write_and_some_fail(database_url, monkeypatch):
    monkeypatch.setattr(totals, "EVERY", 3)
    with Database(database_url) as db, ThreadPoolExecutor(WRITERS) as threads:
        with_sources(db)
        writing = [threads.submit(write, database_url, number) for number in range(WRITERS)]
        done = [each.result() for each in writing]
        assert sum(done) < WRITERS * CALLS
        told, counted = db.read(told_and_counted)
        assert told == counted
        assert counted[0] > counted[1] > sum(done)
        assert db.read(places)["articles"] > counted[0] / 2
        assert db.read(reports.status, NOW).copies == counted[0] - counted[1]
        assert db.read(reports.check) == []


def test_what_a_reader_counts_one_by_one_is_bounded(database, monkeypatch):
    monkeypatch.setattr(totals, "EVERY", 5)
    with_sources(database)
    for number in range(1, 13):
        database.call(saving(article(f"http://a.example/{number}", filler(number % 8))))
        assert database.read(places).get("articles", 0) == number // 5 * 5
        told, counted = database.read(told_and_counted)
        assert told == counted == [number, min(number, 8)]


def plans(db, ask):
    """How SQLite goes through the mentions for each of the statements that `ask` makes of them."""

    def explained(conn):
        asked = []

        @event.listens_for(conn, "before_cursor_execute")
        def hear(conn, cursor, statement, parameters, *rest):
            asked.append((statement, parameters))

        ask(conn)
        cursor = conn.connection.cursor()
        told = [cursor.execute(f"EXPLAIN QUERY PLAN {each}", given).fetchall() for each, given in asked]
        return [row[3] for rows in told for row in rows if "mentions" in row[3]]

    return db.read(explained)


def test_what_lists_show_is_counted_in_an_index_of_its_own_and_reports_are_not(tmp_path):
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        for ask in (reports._mentions, lambda conn: sources.statuses(conn, NOW)):
            assert any("ix_mentions_shown" in plan for plan in plans(db, ask))
        assert ["ix_mentions_counted" in plan for plan in plans(db, counts.forum_counts)] == [True]


def test_a_store_of_before_is_counted_by_its_upgrade(empty_url):
    url = empty_url()
    engine, other = engines(parsed_url(url, create=True))
    same = {"source_id": "a", "host": "a.example", "title": "Old", "text": "", "authors": [], "tags": []}
    same |= {"relation": "original", "similarity": 1, "version": 1, "stored_at": NOW, "updated_at": NOW}
    with engine.begin() as conn:
        migrate(conn, "0011")
        row = sources._config_row(source("a")) | {"id": "a", "configured": True}
        conn.execute(insert(schema.sources).values(row))
        conn.execute(insert(schema.stories), [{"id": number, "opened_at": NOW} for number in (1, 4)])
        for number in (1, 3, 9):
            address = {"key_hash": bytes([number]) * 16, "url": f"http://a.example/{number}"}
            conn.execute(
                insert(schema.articles).values(id=number, story_id=1 + number % 2 * 3, **address, **same)
            )
    engine.dispose()
    other.dispose()
    assert upgrade(url).endswith(f"upgraded from 0011 to {REVISIONS[-1]}")
    with Database(url, create=False) as db:
        assert db.read(places) == {"articles": 9, "stories": 4}
        assert db.read(told_and_counted) == ([3, 2], [3, 2])
