"""What the tests share of their stores is how a statement is written, and nothing that a store holds or answers."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Select, select
from sqlalchemy.engine.interfaces import CacheStats
from storesamples import with_sources
from test_storage_migrations import tables_of

from storage import schema, tables
from storage.database import Database

NUMBERS = count()


def asked(db: Database, statement: Select[Any]) -> tuple[CacheStats, list[str]]:
    def ask(conn):
        told = conn.execute(statement)
        return told.context.cache_hit, list(told.scalars())

    return db.read(ask)


def test_a_statement_is_made_once_for_each_database_and_answered_by_each_store(
    database: Database, tmp_path: Path
) -> None:
    statement = select(schema.sources.c.id.label(f"asked{next(NUMBERS)}")).order_by(schema.sources.c.id)
    with_sources(database, "a", "b")
    assert asked(database, statement) == (CacheStats.CACHE_MISS, ["a", "b"])
    with Database(f"sqlite:///{tmp_path / 'other.db'}") as other:
        with_sources(other, "c")
        again = CacheStats.CACHE_HIT if database.dialect == "sqlite" else CacheStats.CACHE_MISS
        assert asked(other, statement) == (again, ["c"])
        assert asked(other, statement)[0] is CacheStats.CACHE_HIT


def test_tables_that_are_made_as_those_before_are_those_that_are_made_anew(
    empty_url: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, again, anew = empty_url(), empty_url(), empty_url()
    Database(first).close()
    Database(again).close()
    assert tables.metadata is not schema.metadata
    monkeypatch.setattr(tables, "metadata", schema.metadata)
    Database(anew).close()
    assert tables_of(again) == tables_of(anew)
