"""Statements and types that SQLite and PostgreSQL write in different ways; who asks for one need not know how."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    JSON,
    Column,
    Connection,
    Insert,
    Integer,
    Select,
    Table,
    bindparam,
    func,
    literal_column,
    select,
    true,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.types import UserDefinedType


class TextSearch(UserDefinedType[str]):
    """A type of PostgreSQL's search for words, in its own writing: SQLAlchemy's come with drivers that SQLite needs not."""

    cache_ok = True

    def __init__(self, name: str) -> None:
        self.name = name

    def get_col_spec(self, **_: object) -> str:
        """Its name in SQL."""
        return self.name


TSVECTOR, TSQUERY = TextSearch("TSVECTOR"), TextSearch("TSQUERY")


def insert_missing(conn: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert `rows`, passing over those whose key the table holds already."""
    if not rows:
        return
    conn.execute(_insert(conn.dialect.name)(table).on_conflict_do_nothing(), rows)


def _insert(dialect: str) -> Any:
    """The INSERT of a database that knows what to do about a conflict."""
    if dialect != "postgresql":
        return sqlite.insert
    from sqlalchemy.dialects import postgresql  # 2 MB and 20 ms that a crawl into a file need not pay

    return postgresql.insert


def at_or_before(dialect: str, table: Table, column: Column[int]) -> Select[Any]:
    """For each of the numbers `given`, the row of `table` with the largest number of `column` that is not above it."""
    if dialect == "postgresql":
        given = func.unnest(bindparam("given", type_=ARRAY(Integer)))
        numbers = given.table_valued("value", name="numbers").render_derived()
        last = (
            select(table)
            .where(column <= numbers.c.value)
            .order_by(column.desc())
            .limit(literal_column("1"))
            .lateral("last")
        )
        return select(last).select_from(numbers.join(last, true()))
    numbers = func.json_each(bindparam("given", type_=JSON)).table_valued("value", name="numbers")
    one = table.alias().c[column.name]
    largest = select(func.max(one)).where(one <= numbers.c.value).scalar_subquery()
    return select(table).where(column.in_(select(largest).select_from(numbers)))


def replacing(dialect: str, table: Table, rows: Sequence[dict[str, Any]]) -> Insert:
    """The statement that inserts `rows`, or puts them in the place of those that the table has under their keys."""
    statement = _insert(dialect)(table).values(rows)
    keys = table.primary_key.columns.keys()
    others = {c.name: statement.excluded[c.name] for c in table.c if c.name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=others)  # type: ignore[no-any-return]


def adding(dialect: str, table: Table) -> Insert:
    """The statement that inserts a row of numbers, or adds them to those that the table has under its key."""
    statement = _insert(dialect)(table)
    keys = table.primary_key.columns.keys()
    sums = {c.name: c + statement.excluded[c.name] for c in table.c if c.name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=sums)  # type: ignore[no-any-return]
