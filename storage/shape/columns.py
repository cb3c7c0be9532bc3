"""What all tables share: how constraints are named, the types of moments and ids, and indexes of some rows alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Column, Connection, Index, Integer, MetaData, TextClause, event
from sqlalchemy.types import TypeDecorator

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)  # made once: each making takes longer than what is reckoned with it


class Moment(TypeDecorator[datetime]):
    """An aware datetime as whole microseconds since 1970 UTC: exact, ordered, alike on every database."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> int | None:
        """Microseconds; a naive datetime is a mistake of ours and raises ValueError."""
        return _microseconds(value)

    def bind_processor(self, dialect: Any) -> Callable[[datetime | None], int | None]:
        """As `process_bind_param`, likewise without two calls around each."""
        return _microseconds

    def process_result_value(self, value: int | None, dialect: Any) -> datetime | None:
        """Aware, in UTC."""
        return _moment(value)

    def result_processor(self, dialect: Any, coltype: object) -> Callable[[int | None], datetime | None]:
        """As `process_result_value`, without SQLAlchemy's two calls around each of a page's hundreds of moments."""
        return _moment


def _microseconds(value: datetime | None) -> int | None:
    if value is None:
        return None
    if value.tzinfo is None:
        raise ValueError(f"naive datetime {value!r}")
    return (value - EPOCH) // _MICROSECOND


def _moment(value: int | None) -> datetime | None:
    return None if value is None else EPOCH + value * _MICROSECOND


Id = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up only in a column that says INTEGER

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def partial(name: str | None, *columns: Column[Any], where: TextClause) -> Index:
    """An index of the rows for which `where` holds.

    PostgreSQL's part of it is told when it is made there: its dialect takes 2 MB and 20 ms to load, which who works on a
    file need not pay.
    """
    index = Index(name, *columns, sqlite_where=where)

    @event.listens_for(index, "before_create")
    def _tell(index: Index, conn: Connection, **_: object) -> None:
        if conn.dialect.name == "postgresql":
            index.dialect_kwargs["postgresql_where"] = where

    return index
