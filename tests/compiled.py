"""Statements made into SQL once for all stores that a process opens, not once for each.

A test opens a store of its own, and with it an engine that knows no statement yet: to make them anew, and those that
make its tables, took a quarter of the time of all tests that store something. How a statement is made depends on the
database alone, as all engines here come from storage.engine.dialects with the same settings.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import URL
from sqlalchemy.util import LRUCache

from storage import database, schema, tables
from storage.engine import dialects, prepared

MOST = 5_000  # statements


class Shared:
    """What SQLAlchemy takes for `compiled_cache`; in its keys one dialect stands for all others of its name."""

    def __init__(self) -> None:
        self.known: LRUCache[Any, Any] = LRUCache(MOST)

    def get(self, key: tuple[Any, ...]) -> Any:
        return self.known.get((key[0].name, *key[1:]))

    def __setitem__(self, key: tuple[Any, ...], compiled: Any) -> None:
        self.known[key[0].name, *key[1:]] = compiled


class Tables:
    """In place of the tables' metadata: what makes them all in an empty database, said again as it was said first."""

    def __init__(self) -> None:
        self.said: dict[str, list[str]] = {}

    def create_all(self, conn: Connection) -> None:
        if conn.dialect.name in self.said:
            for statement in self.said[conn.dialect.name]:
                conn.exec_driver_sql(statement)  # which names what fails as SQLAlchemy does
            return
        heard: list[str] = []

        def hear(conn: Any, cursor: Any, statement: str, *more: Any) -> None:
            heard.append(statement)

        event.listen(conn, "before_cursor_execute", hear)
        schema.metadata.create_all(conn)
        event.remove(conn, "before_cursor_execute", hear)
        self.said[conn.dialect.name] = [s for s in heard if s.lstrip().startswith(("CREATE", "COMMENT"))]


def share() -> None:
    """From now on, in this process."""
    shared = Shared()
    apart, made = dialects.engines, prepared._made
    first: dict[str, Any] = {}

    def engines(url: URL) -> tuple[Engine, Engine]:
        both = apart(url)
        for engine in both:
            engine.update_execution_options(compiled_cache=shared)
        return both

    @cache
    def of(statement: Any, name: str) -> Any:
        return made(statement, first[name])

    def made_once(statement: Any, dialect: Any) -> Any:
        first.setdefault(dialect.name, dialect)
        return of(statement, dialect.name)

    database.engines = engines  # type: ignore[attr-defined]
    prepared._made = made_once  # type: ignore[assignment]
    tables.metadata = Tables()  # type: ignore[attr-defined]
