"""A store → another one that holds the same, of one moment: a backup, or a move between SQLite and PostgreSQL.

    SQLite → SQLite file    by pages, as the database itself copies them; older stores, too
    else                    table by table, in slices; the index of words is made anew

Nothing is ever copied over something: the target is a file that is not there, or an empty database.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Table, func, insert, select, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from storage.database import Database
from storage.engine.dialects import engines, parsed_url
from storage.engine.refusals import StoreError, StoreMisnamed, explained
from storage.schema import metadata
from storage.sources import state as sources
from storage.tables import make_tables, rebuilding, refuse_newer, revision

SLICE = 200  # rows under way
LARGE_SLICE = 20  # of a table whose rows may hold a megabyte
PAGES = 20_000  # of SQLite, between two signs of life
PREFIX = ".copying-"  # of the folder in which a file is made
FRESH_S = 5.0  # one so young may not be held yet
_LARGE = frozenset(("pages",))

Told = Callable[[int, int, str], None]  # how much is done, of how much, of what


def copy_store(url: str, to: str, told: Told | None = None) -> str:
    """Copy the store at `url` to `to`, a file or a URL, and say so. Others go on reading and writing.

    What is not whole does not stay: a file gets its name at the end, tables are made in one transaction.
    Raises StoreError.
    """
    if "://" not in to:
        to = URL.create(
            "sqlite", database=to
        ).render_as_string()  # a name may have signs that mean more in a URL
    origin, goal = parsed_url(url, create=False), parsed_url(to, create=True)
    shown = goal.render_as_string(hide_password=True)
    try:
        with _told_of(shown), _unfinished(goal) as place:
            if origin.get_backend_name() == place.get_backend_name() == "sqlite":
                _by_pages(origin, Path(place.database or ""), told)
            else:
                _by_rows(url, place, shown, told)
    except OSError as err:
        raise StoreError(f"{shown} cannot be written: {err.strerror}") from None
    return f"copied to {shown}"


@contextmanager
def _told_of(shown: str) -> Iterator[None]:
    """Let an error of a database name the one that it is of, the URL `shown`."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as err:
        raise StoreError(explained(err, shown)) from None


@contextmanager
def _unfinished(goal: URL) -> Iterator[URL]:
    """Where the copy is made: a file in a folder of its own, beside the name that it takes at the end."""
    if goal.get_backend_name() != "sqlite":
        yield goal
        return
    path = Path(goal.database or "")
    taken = StoreMisnamed(f"{path} is there already; name a file that is not")
    if path.exists():
        raise taken
    _sweep(path.parent)
    with tempfile.TemporaryDirectory(prefix=PREFIX, dir=path.parent) as folder, _held(Path(folder)):
        part = Path(folder) / "part.db"
        yield goal.set(database=str(part))
        try:
            _name(part, path)
        except FileExistsError:
            raise taken from None


def _held(folder: Path) -> FileLock:
    """What tells others that somebody writes there; the system frees it when the process ends, however it ends."""
    return FileLock(folder / "lock", timeout=0)


def _sweep(beside: Path) -> None:
    """Take away what copies that were killed have left in a folder."""
    for left in beside.glob(f"{PREFIX}*"):
        with suppress(OSError, Timeout):  # another user's, or somebody is writing there
            if not left.is_symlink() and time.time() - left.stat().st_mtime > FRESH_S:
                with _held(left):
                    shutil.rmtree(left)


def _name(part: Path, path: Path) -> None:
    """Give the file its name. Unlike a renaming, a link takes no other file's place; a memory stick knows none."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:
        os.rename(part, path)


def _by_pages(origin: URL, part: Path, told: Told | None) -> None:
    path, shown = Path(origin.database or ""), origin.render_as_string()
    with _told_of(shown):
        opened = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)

    def progress(status: int, left: int, total: int) -> None:
        if told:
            told(total - left, total, "copying")

    with closing(opened), closing(sqlite3.connect(part)) as made:
        with _told_of(shown):
            _begin(opened, path, shown)
        opened.backup(made, pages=PAGES, progress=progress, sleep=0)
        with _told_of(shown):
            _prove(made, shown)
        made.execute("PRAGMA journal_mode=DELETE")  # one file; who writes to it gives it its log again


def _prove(made: sqlite3.Connection, shown: str) -> None:
    """Raise StoreError for a copy of which a part cannot be read: the next would take the last sound one's place."""
    found = made.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise StoreError(
            f"{shown} is damaged, and so its copy would be; keep the last one that is sound, and see "
            f"`forumwatch db check` ({' '.join(found.split())})"
        )


def _begin(opened: sqlite3.Connection, path: Path, shown: str) -> None:
    """Let the store stay as it is at this moment; else each write of the daemon would begin the copy anew.

    Raises StoreError for what is no store, and for a newer one: what this program makes of it nobody has tried.
    """
    tables = {name for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables >= {"alembic_version", "sources", "articles", "mentions"}:
        raise StoreError(f"{path} is no store of forumwatch; nothing was copied")
    opened.execute("BEGIN")
    (found,) = opened.execute("SELECT max(version_num) FROM alembic_version").fetchone()
    refuse_newer(found, shown)


def _by_rows(url: str, goal: URL, shown: str, told: Told | None) -> None:
    writer, reader = engines(goal)
    try:
        with Database(url, create=False) as origin, rebuilding(writer) as made:
            if revision(made) is not None:
                raise StoreMisnamed(f"{shown} holds a store already; name an empty database")
            origin.read(_copied, made, (origin.shown_url, shown), told)
    finally:
        writer.dispose()
        reader.dispose()


def _copied(conn: Connection, made: Connection, shown: tuple[str, str], told: Told | None) -> None:
    """Make the tables of `made` and what they hold of those of `conn`; `shown`: the URLs of both, for errors."""
    tables, (from_url, to_url) = metadata.sorted_tables, shown
    with _told_of(to_url):
        _wait_for_ever(made)
    with _told_of(from_url):
        _wait_for_ever(conn)
        there = {table.name: _count(conn, table) for table in tables}
    total = sum(there.values())

    def rows(made: Connection) -> None:
        done = 0
        for table in tables:
            for part in _slices(conn, table, from_url):
                made.execute(insert(table), part)
                done += len(part)
                if told:
                    told(done, total, "copying")
            _count_on(made, table)

    def indexed(done: int, of: int) -> None:
        if told:
            told(done, of, "indexing articles for searching")

    with _told_of(to_url):
        make_tables(made, to_url, rows, indexed)
        sources.free_all(made)  # what the daemon of the other store has on loan
        for name, number in there.items():
            if (here := _count(made, metadata.tables[name])) != number:
                raise StoreError(f"{number} rows of {name} became {here}; nothing was kept of the copy")


def _wait_for_ever(conn: Connection) -> None:
    """Let PostgreSQL not end the transaction while the other database is worked on."""
    if conn.dialect.name == "postgresql":
        conn.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))


def _slices(conn: Connection, table: Table, shown: str) -> Iterator[list[dict[str, Any]]]:
    """The rows of a table, some at a time."""
    size = LARGE_SLICE if table.name in _LARGE else SLICE
    with _told_of(shown):
        for part in conn.execution_options(yield_per=size).execute(select(table)).partitions():
            yield [dict(row._mapping) for row in part]


def _count_on(made: Connection, table: Table) -> None:
    """Let PostgreSQL number the next row behind the last; SQLite does so by itself."""
    column = table.autoincrement_column
    if made.dialect.name != "postgresql" or column is None:
        return
    last = made.execute(select(func.max(column))).scalar()
    if last is not None:
        name = {"table": table.name, "column": column.name, "last": last}
        made.execute(text("SELECT setval(pg_get_serial_sequence(:table, :column), :last)"), name)


def _count(conn: Connection, table: Table) -> int:
    return conn.execute(select(func.count()).select_from(table)).scalar_one()
