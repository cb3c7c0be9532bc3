"""A statement that every article or poll asks for → its SQL, made once, and run on the driver's own cursor.

For each execution SQLAlchemy works 20 to 200 µs in Python, to compile, bind and wrap; SQLite itself works 1 to 60.
A dozen executions to an article, that was half of what storing it cost. What is asked seldom, or of a shape
that changes, goes SQLAlchemy's usual way.

SQLite takes single rows at half the price of a list of them. A list may fail in its middle, so that SQLite begins a
savepoint for it; and at each savepoint FTS5 writes out the words that it has gathered in the transaction: a segment
for each article, all of which it then merges, instead of one for two hundred. RETURNING does the same.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Delete,
    Dialect,
    Insert,
    LargeBinary,
    Select,
    Update,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import TypeEngine

from storage.engine.refusals import READ_ONLY, number_of

Statement = Select[Any] | CompoundSelect[Any] | Insert | Update | Delete
Turn = Callable[[Any], Any]  # a value of ours into the driver's, or back
LIST = 8  # values; the lists in questions are as long, or twice, or three times


class Prepared:
    """A statement of which only the parameters change."""

    def __init__(
        self,
        statement: Statement,
        names: Iterable[str] = (),
        added: ColumnElement[int] | None = None,
        packed: bool = False,
    ) -> None:
        """`names` are the columns that an INSERT fills, `added` the one that its database counts up.

        Rows that are mostly bytes come as they are where `packed`; else PostgreSQL writes each byte as two digits.
        """
        self.statement = statement
        self.names = tuple(names)
        self.added = added
        self.packed = packed

    def rows(self, conn: Connection, given: Mapping[str, Any]) -> list[Any]:
        """What it returns for the parameters `given`, as named tuples. Raises DBAPIError, as SQLAlchemy does."""
        made = _made(self, conn.dialect)
        cursor: Any = conn.connection.cursor()
        try:
            cursor.execute(made.sql, made.bound(given), **made.how)
            return made.rows(cursor)
        except made.error as err:
            raise _wrapped(conn, made, given, err) from err

    def add(self, conn: Connection, given: Mapping[str, Any]) -> int:
        """The number that the row `given` got. Raises DBAPIError.

        SQLite's cursor knows it: RETURNING would be a trigger there, before which a savepoint begins.
        """
        made = _made(self, conn.dialect)
        cursor: Any = conn.connection.cursor()
        try:
            cursor.execute(made.sql, made.bound(given))
            number: int = cursor.fetchone()[0] if made.columns else cursor.lastrowid
        except made.error as err:
            raise _wrapped(conn, made, given, err) from err
        return number

    def run(self, conn: Connection, *given: Mapping[str, Any]) -> int:
        """Run it for each of `given`; returns how many rows that met. Raises DBAPIError."""
        made = _made(self, conn.dialect)
        cursor: Any = conn.connection.cursor()
        try:
            if len(given) == 1:
                cursor.execute(made.sql, made.bound(given[0]))
            else:
                cursor.executemany(made.sql, list(map(made.bound, given)))
            met: int = cursor.rowcount
        except made.error as err:
            raise _wrapped(conn, made, given, err) from err
        return met


def filled(values: Sequence[int]) -> list[int]:
    """`values`, the last of them repeated up to a multiple of LIST: so few lengths of lists are asked for."""
    return [*values, *[values[-1]] * (-len(values) % LIST)]


@dataclass(slots=True)
class _Made:
    """A statement as one driver takes it."""

    sql: str
    error: type[Exception]  # the driver's
    fixed: Mapping[str, Any]  # the values that stand in the statement
    picked: Turn | None  # the parameters in their order; None: the driver takes them by name
    into: tuple[tuple[str, Turn], ...]  # parameters that the driver wants in another shape
    columns: Sequence[ColumnElement[Any]]
    dialect: Dialect
    how: Mapping[str, bool]  # what the driver is told beside
    named: Callable[[Iterable[Any]], Any]
    back: Sequence[tuple[int, Turn]] | None = None  # columns given in another shape; None: not known yet

    def bound(self, given: Mapping[str, Any]) -> Any:
        """The parameters as the driver takes them."""
        if self.picked and not self.into and not self.fixed:
            return self.picked(given)
        values = {**self.fixed, **given}
        for name, turn in self.into:
            values[name] = turn(values[name])
        return self.picked(values) if self.picked else values

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
    statement, columns = _returning(prepared, dialect)
    compiled: Any = statement.compile(dialect=dialect, column_keys=prepared.names or None)
    binds = {name: bind for bind, name in compiled.bind_names.items()}
    into = {name: _turn(bind.type, dialect) for name, bind in binds.items()}
    return _Made(
        sql=compiled.string,
        error=dialect.loaded_dbapi.Error,
        fixed={name: value for name, value in compiled.params.items() if not binds[name].required},
        picked=_picked(compiled.positiontup) if compiled.positional else None,
        into=tuple((name, turn) for name, turn in into.items() if turn),
        columns=columns,
        dialect=dialect,
        how=_how(prepared) if dialect.name == "postgresql" else {},
        named=_named(*[str(column.key) for column in columns]),
    )


def _turn(kind: TypeEngine[Any], dialect: Dialect) -> Turn | None:
    """What makes the driver's value of ours; None where it takes ours, as sqlite3 takes bytes: forty blocks an article."""
    if dialect.name == "sqlite" and isinstance(kind, LargeBinary):
        return None
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _how(prepared: Prepared) -> dict[str, bool]:
    """The server parses it once, and plans it once where no plan of those for single parameters is better."""
    return {"prepare": True, **({"binary": True} if prepared.packed else {})}


def _returning(prepared: Prepared, dialect: Dialect) -> tuple[Statement, list[ColumnElement[Any]]]:
    """The statement for that database, and the columns that it gives back."""
    statement = prepared.statement
    if isinstance(statement, (Select, CompoundSelect)):
        return statement, list(statement.selected_columns)
    if prepared.added is None:
        return statement, list(statement.exported_columns)
    if dialect.name == "sqlite" or not isinstance(statement, Insert):
        return statement, []
    return statement.returning(prepared.added), [prepared.added]


def _picked(order: Sequence[str]) -> Turn:
    """What makes a row of the parameters by their names."""
    if len(order) > 1:
        return itemgetter(*order)
    return lambda values: tuple([values[name] for name in order])  # a getter of one gives no row


@lru_cache(maxsize=512)
def _named(*names: str) -> Callable[[Iterable[Any]], Any]:
    row: Any = namedtuple("Row", names)  # type: ignore[misc]
    make: Callable[[Iterable[Any]], Any] = row._make
    return make


def _wrapped(conn: Connection, made: _Made, given: Any, err: Any) -> BaseException:
    left = number_of(err) == READ_ONLY
    if left:  # as _leave_standby does in storage.engine.dialects for what goes the usual way
        conn.invalidate(err)
    told: BaseException = DBAPIError.instance(made.sql, given, err, made.error, connection_invalidated=left)
    return told
