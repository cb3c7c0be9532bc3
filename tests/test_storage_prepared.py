"""Prepared statements: what SQLAlchemy would have said, sent and given back, at a tenth of the price."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, Select, bindparam, func, insert, select
from sqlalchemy.exc import DBAPIError, IntegrityError
from storesamples import MINUTE, NOW, article, saving, with_sources

from storage import schema
from storage.database import Database, StoreError
from storage.engine.prepared import Prepared

A, S, M, T = schema.articles, schema.stories, schema.mentions, schema.sources
F = schema.fingerprints
SAMPLES: dict[str, tuple[Select, dict]] = {
    "moments, truths, lists, bytes": (select(A).where(A.c.title == bindparam("title")), {"title": "A title"}),
    "a moment asked for": (select(A.c.id).where(A.c.stored_at <= bindparam("at")), {"at": NOW}),
    "bytes asked for": (
        select(F.c.article_id, F.c.head).where(F.c.text_hash > bindparam("hash")),
        {"hash": b"\0"},
    ),
    "a bound that stands in it": (select(T.c.id).order_by(T.c.id).limit(1), {}),
    "a per cent sign": (select(A.c.url).where(A.c.url.like("http%")), {}),
    "nothing found": (select(A.c.id).where(A.c.title == bindparam("title")), {"title": "another"}),
}


@pytest.fixture
def filled(database: Database) -> Database:
    with_sources(database, "a", "b")
    of = article(tags=("x", "ข่าว"), published_at=NOW)
    database.call(saving(of))
    return database


@pytest.mark.parametrize("name", SAMPLES)
def test_a_prepared_select_gives_what_sqlalchemy_gives(filled: Database, name: str) -> None:
    statement, given = SAMPLES[name]
    theirs = filled.call(lambda conn: conn.execute(statement, given).all())
    ours = filled.call(lambda conn: Prepared(statement).rows(conn, given))
    packed = filled.call(lambda conn: Prepared(statement, packed=True).rows(conn, given))
    assert [tuple(row) for row in packed] == [tuple(row) for row in theirs]
    assert [tuple(row) for row in ours] == [tuple(row) for row in theirs]
    assert [row._fields for row in ours] == [row._fields for row in theirs]


def test_a_prepared_insert_fills_the_columns_it_names(database: Database) -> None:
    opened = Prepared(insert(S).returning(S.c.id), ["opened_at"])
    counted = Prepared(insert(S), ["opened_at"], S.c.id)
    ids = [database.call(opened.rows, {"opened_at": NOW})[0].id]
    ids.append(database.call(counted.add, {"opened_at": NOW + MINUTE}))
    stored = database.read(lambda conn: conn.execute(select(S).order_by(S.c.id)).all())
    assert stored == [(ids[0], NOW, None), (ids[1], NOW + MINUTE, None)]


def test_many_rows_are_inserted_at_once(database: Database) -> None:
    rows = [{"id": n, "opened_at": NOW} for n in range(30)]
    database.call(Prepared(insert(S), ["id", "opened_at"]).run, *rows)
    assert database.read(lambda conn: conn.execute(select(func.count()).select_from(S)).scalar()) == 30


def test_what_the_database_refuses_is_the_error_sqlalchemy_raises(filled: Database) -> None:
    same = Prepared(insert(T), ["id", "name", "kind", "url", "enabled", "recipe", "configured"])
    row = {
        "id": "a",
        "name": "a",
        "kind": "feed",
        "url": "u",
        "enabled": True,
        "recipe": "",
        "configured": True,
    }
    with pytest.raises(IntegrityError):
        filled.call(same.run, row)
    with pytest.raises(DBAPIError):
        filled.call(same.run, row, row)
    assert filled.read(lambda conn: conn.execute(select(func.count()).select_from(T)).scalar()) == 2


@pytest.mark.postgres
def test_a_server_lost_in_between_is_the_stores_trouble_and_the_next_call_works(postgres_server) -> None:
    opened = Prepared(insert(S).returning(S.c.id), ["opened_at"])
    with Database(postgres_server.new_database()) as db:

        def lost(conn: Connection) -> None:
            number = conn.exec_driver_sql("SELECT pg_backend_pid()").scalar()
            postgres_server.execute(f"SELECT pg_terminate_backend({number}, 5000)")
            opened.rows(conn, {"opened_at": NOW})

        with pytest.raises(StoreError):
            db.call(lost)
        assert len(db.call(opened.rows, {"opened_at": NOW})) == 1
