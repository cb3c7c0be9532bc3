"""A statement that every article or poll asks for → its SQL, made once, and run on the driver's own cursor.

For each execution SQLAlchemy works 20 to 200 µs in Python, to compile, bind and wrap; SQLite itself works 1 to 60.
A dozen executions to an article, that was half of what storing it cost. What is asked seldom, or of a shape
that changes, goes SQLAlchemy's usual way.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Delete, Dialect, Insert, Select, Update
from sqlalchemy.exc import DBAPIError

Statement = Select[Any] | Insert | Update | Delete
Turn = Callable[[Any], Any]  # a value of ours into the driver's, or back


class Prepared:
    """A statement of which only the parameters change; `names` are the columns that an INSERT fills.

    Rows that are mostly bytes come as they are where `packed`; else PostgreSQL writes each byte as two digits.
    """

    def __init__(self, statement: Statement, names: Iterable[str] = (), packed: bool = False) -> None:
        self.statement = statement
        self.names = tuple(names)
        self.packed = packed

    def rows(self, conn: Connection, given: Mapping[str, Any]) -> list[Any]:
        """What it returns for the parameters `given`, as named tuples. Raises DBAPIError, as SQLAlchemy does."""
        made = _made(self, conn.dialect)
        cursor: Any = conn.connection.cursor()
        try:
            cursor.execute(made.sql, made.bound(given), **made.how)
            return made.rows(cursor)
        except made.error as err:
            raise _wrapped(made, given, err) from err

    def run(self, conn: Connection, *given: Mapping[str, Any]) -> None:
        """Run it for each of `given`; it returns nothing. Raises DBAPIError."""
        made = _made(self, conn.dialect)
        cursor: Any = conn.connection.cursor()
        try:
            if len(given) == 1:
                cursor.execute(made.sql, made.bound(given[0]))
            else:
                cursor.executemany(made.sql, list(map(made.bound, given)))
        except made.error as err:
            raise _wrapped(made, given, err) from err


@dataclass(slots=True)
class _Made:
    """A statement as one driver takes it."""

    sql: str
    error: type[Exception]  # the driver's
    fixed: Mapping[str, Any]  # the values that stand in the statement
    order: tuple[str, ...] | None  # of the parameters; None: the driver takes them by name
    into: tuple[tuple[str, Turn], ...]  # parameters that the driver wants in another shape
    columns: Sequence[ColumnElement[Any]]
    dialect: Dialect
    how: Mapping[str, bool]  # what the driver is told beside
    named: Callable[[Iterable[Any]], Any]
    back: Sequence[tuple[int, Turn]] | None = None  # columns given in another shape; None: not known yet

    def bound(self, given: Mapping[str, Any]) -> Any:
        """The parameters as the driver takes them."""
        values = {**self.fixed, **given}
        for name, turn in self.into:
            values[name] = turn(values[name])
        return values if self.order is None else [values[name] for name in self.order]

    def rows(self, cursor: Any) -> list[Any]:
        """What the cursor holds, with our values in it."""
        if self.back is None:
            turns = [
                column.type.dialect_impl(self.dialect).result_processor(self.dialect, told[1])
                for column, told in zip(self.columns, cursor.description, strict=True)
            ]
            self.back = [(place, turn) for place, turn in enumerate(turns) if turn]
        found = cursor.fetchall()
        if self.back:
            found = list(map(list, found))
            for values in found:
                for place, turn in self.back:
                    values[place] = turn(values[place])
        return list(map(self.named, found))


@lru_cache(maxsize=512)
def _made(prepared: Prepared, dialect: Dialect) -> _Made:
    statement = prepared.statement
    compiled: Any = statement.compile(dialect=dialect, column_keys=prepared.names or None)
    binds = {name: bind for bind, name in compiled.bind_names.items()}
    into = {name: bind.type.dialect_impl(dialect).bind_processor(dialect) for name, bind in binds.items()}
    returned = statement.selected_columns if isinstance(statement, Select) else statement.exported_columns
    columns = list(returned)
    return _Made(
        sql=compiled.string,
        error=dialect.loaded_dbapi.Error,
        fixed={name: value for name, value in compiled.params.items() if not binds[name].required},
        order=tuple(compiled.positiontup) if compiled.positional else None,
        into=tuple((name, turn) for name, turn in into.items() if turn),
        columns=columns,
        dialect=dialect,
        how={"binary": True} if prepared.packed and dialect.name == "postgresql" else {},
        named=_named(*[str(column.key) for column in columns]),
    )


@lru_cache(maxsize=512)
def _named(*names: str) -> Callable[[Iterable[Any]], Any]:
    row: Any = namedtuple("Row", names)  # type: ignore[misc]
    make: Callable[[Iterable[Any]], Any] = row._make
    return make


def _wrapped(made: _Made, given: Any, err: Any) -> BaseException:
    told: BaseException = DBAPIError.instance(made.sql, given, err, made.error)
    return told
