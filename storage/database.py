"""A URL → a store that runs functions in transactions.

    run(fn), call(fn) → the one writer (see storage.writer) → after the commit, the result
    read(fn) ─────────→ a connection that only reads, never behind the writer

A writer's transaction is the only one there is, on SQLite and on PostgreSQL, in this process and in others:
what it reads nobody changes before it commits. A reader sees one moment of the store, however often it asks.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Concatenate, ParamSpec, TypeVar

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import (
    DatabaseError,
    DBAPIError,
    InterfaceError,
    InternalError,
    OperationalError,
)

from storage import fulltext
from storage.dialects import (
    SNAPSHOT,
    StoreBusy,
    StoreError,
    StoreMissing,
    denied,
    engines,
    explained,
    parsed_url,
)
from storage.patience import Patient
from storage.schema import metadata
from storage.writer import Writer

__all__ = ["REVISIONS", "Database", "StoreBusy", "StoreError", "StoreMissing", "upgrade"]

P = ParamSpec("P")
T = TypeVar("T")

REVISIONS = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
    "0011",
    "0012",
)  # of storage/migrations, oldest first; the last is this program's
_OURS = frozenset(("sources", "entries", "articles", "mentions"))  # a store of any version has these tables
_VERSION_TABLE = (  # as Alembic makes it
    "CREATE TABLE alembic_version "
    "(version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)
_TROUBLE = (
    DatabaseError,
    InterfaceError,
    InternalError,
    OperationalError,
)  # the store's, not the statement's


class Database:
    """One store, open. Use as a context manager, or close it."""

    def __init__(self, url: str, *, create: bool = True) -> None:
        """Open the store at `url`, making or upgrading its tables where `create` says so.

        Raises StoreMissing where there is none (and none to be created), StoreError where it is newer than
        this program, damaged or out of reach.
        """
        self._url = parsed_url(url, create)
        self.dialect = self._url.get_backend_name()
        self._path = Path(self._url.database or "").absolute()
        self.exclusive = False
        self._writer, self._reader = engines(self._url)
        try:
            _prepare(self._writer, self._reader, self.shown_url, create)
        except (DBAPIError, sqlite3.Error) as err:
            self._dispose()
            raise StoreError(explained(err, self.shown_url)) from None
        except StoreError:
            self._dispose()
            raise
        self._file = self._inode()
        self._work = Writer(self._writer, self.shown_url, self._told)
        self._watching = threading.Lock()
        self._watcher: Connection | None = None  # SQLite tells each connection of what others did

    @property
    def shown_url(self) -> str:
        """The URL without its password."""
        return self._url.render_as_string(hide_password=True)

    def __enter__(self) -> Database:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, err: BaseException | None, tb: TracebackType | None
    ) -> None:
        self.close()

    def close(self, timeout_s: float | None = None) -> None:
        """Finish what was handed in, then let go of every connection.

        After `timeout_s` the writer is left to itself: whoever still waits for it gets a StoreError, and what
        it had begun may yet be written.
        """
        self._work.close(timeout_s)
        with self._watching:
            if self._watcher is not None:
                self._watcher.close()
                self._watcher = None
        self._reader.dispose()

    def gone(self) -> bool:
        """Whether the store's file was deleted or replaced since it was opened: what is written is lost then."""
        return self._inode() != self._file

    async def run(self, fn: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """``fn(conn, *args)`` in a transaction of the writer's; returns after the commit."""
        return await self._work.run(lambda conn: fn(conn, *args, **kwargs))

    def call(self, fn: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """As `run`, for code that is not asynchronous."""
        return self._work.call(lambda conn: fn(conn, *args, **kwargs)).result()

    def call_within(
        self, seconds: float, fn: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """As `call`, for somebody who waits so long for a store that others write to. Raises StoreBusy: nothing is done."""
        work = Patient(lambda conn: fn(conn, *args, **kwargs))
        done = self._work.call(work)
        try:
            return done.result(seconds)
        except TimeoutError:
            if not work.give_up():  # it has begun: what it does takes no time
                return done.result()
        raise StoreBusy(
            f"the store is busy: others have been writing for {seconds:g} s; nothing was done, try again"
        )

    def later(self, fn: Callable[Concatenate[Connection, P], Any], *args: P.args, **kwargs: P.kwargs) -> None:
        """As `call`, for what nobody waits for; that it fails nobody hears."""
        self._work.call(lambda conn: fn(conn, *args, **kwargs))

    def read(self, fn: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """``fn(conn, *args)`` on a snapshot of the store, which `fn` cannot change."""
        try:
            with self._reader.begin() as conn:
                return fn(conn, *args, **kwargs)
        except DBAPIError as err:
            told = self._told(err)
            if told is err:
                raise
            raise told from None

    def moment(self) -> object:
        """Equal to what it was where nobody has committed anything since. Raises StoreError."""
        if self.dialect != "sqlite":
            return self.read(lambda conn: conn.exec_driver_sql(SNAPSHOT).scalar())
        with self._watching:
            try:
                if self._watcher is None:
                    self._watcher = self._reader.connect()
                with self._watcher.begin():
                    return self._watcher.exec_driver_sql("PRAGMA data_version").scalar()
            except DBAPIError as err:
                raise StoreError(explained(err, self.shown_url)) from None

    @contextmanager
    def lock_daemon(self) -> Iterator[None]:
        """Be the only daemon on this store: one process may crawl into a SQLite file at a time.

        The operating system frees the lock when the process ends, however it ends. On PostgreSQL several
        processes share the work, so there is nothing to lock. Raises StoreError when another holds it.
        """
        if self.dialect != "sqlite":
            yield
            return
        lock = FileLock(f"{Path(self._url.database or '').resolve()}.lock", timeout=0)
        try:
            lock.acquire()
        except Timeout:
            raise StoreError(
                f"another forumwatch is crawling into {self._url.database}; stop it first, or give this one "
                "another store with --database"
            ) from None
        self.exclusive = True
        try:
            yield
        finally:
            self.exclusive = False
            lock.release()

    def _inode(self) -> tuple[int, int] | None:
        """Which file the store is; None for none, and on a server."""
        if self.dialect != "sqlite":
            return None
        try:
            seen = self._path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        return seen.st_dev, seen.st_ino

    def _told(self, err: BaseException) -> BaseException:
        """`err`, or the StoreError that explains it where the store itself is in trouble."""
        trouble = type(err) in _TROUBLE or denied(err)
        return StoreError(explained(err, self.shown_url)) if trouble else err

    def _dispose(self) -> None:
        self._writer.dispose()
        self._reader.dispose()


def upgrade(url: str, told: fulltext.Told | None = None) -> str:
    """Bring the store at `url` up to this program's tables; says what was done. Raises StoreError.

    `told` hears how many articles are indexed for searching, of how many.
    """
    parsed = parsed_url(url, create=False)
    writer, reader = engines(parsed)
    shown = parsed.render_as_string(hide_password=True)
    try:
        before = _prepare(writer, reader, shown, create=True, told=told)
    except (DBAPIError, sqlite3.Error) as err:
        raise StoreError(explained(err, shown)) from None
    finally:
        writer.dispose()
        reader.dispose()
    if before == REVISIONS[-1]:
        return f"{shown} is up to date ({before})"
    return f"{shown} upgraded from {before or 'nothing'} to {REVISIONS[-1]}"


def revision(conn: Connection) -> str | None:
    """The store's revision; None for a store without tables. Raises StoreError for somebody else's database."""
    tables = set(inspect(conn).get_table_names())
    if "alembic_version" in tables and tables >= _OURS:
        return conn.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if tables:
        raise StoreError(
            f"there is a database with other tables ({', '.join(sorted(tables)[:3])} …); name another store"
        )
    return None


def _prepare(
    writer: Engine, reader: Engine, shown: str, create: bool, told: fulltext.Told | None = None
) -> str | None:
    """Make the store fit this program, or raise StoreError; returns the revision that was found."""
    with reader.begin() as conn:  # most often there is nothing to do, and no need to wait for a writer
        found = revision(conn)
    _refuse(found, shown, create)
    if found == REVISIONS[-1]:
        return found
    with rebuilding(writer) as conn:
        found = revision(conn)  # another process may have been quicker
        _refuse(found, shown, create)
        if found is None:
            make_tables(conn, shown)
        elif found != REVISIONS[-1]:
            from storage.migrations import migrate

            migrate(conn, told=told)
    return found


@contextmanager
def rebuilding(engine: Engine) -> Iterator[Connection]:
    """A transaction that may rebuild tables others refer to, on a SQLite file that is then in WAL mode."""
    with engine.connect() as conn:
        if engine.dialect.name != "sqlite":
            with conn.begin():
                yield conn
            return
        raw: Any = conn.connection.driver_connection  # neither can be said inside a transaction
        raw.execute("PRAGMA foreign_keys=OFF")
        with conn.begin():
            yield conn
        raw.execute("PRAGMA foreign_keys=ON")
        raw.execute("PRAGMA journal_mode=WAL")


def make_tables(
    conn: Connection,
    shown: str,
    rows: Callable[[Connection], None] | None = None,
    told: fulltext.Told | None = None,
) -> None:
    """Make today's tables in an empty database that can hold every script; `rows` fills them, words excepted.

    `told` hears how many articles are indexed for searching, of how many. Raises StoreError.
    """
    if conn.dialect.name == "postgresql":
        encoding = conn.exec_driver_sql("SHOW server_encoding").scalar()
        if encoding != "UTF8":
            raise StoreError(f"{shown} stores text as {encoding}; make the database with ENCODING 'UTF8'")
    metadata.create_all(conn)
    if rows:
        rows(conn)
    fulltext.make(conn, told)
    conn.execute(text(_VERSION_TABLE))
    conn.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": REVISIONS[-1]})


def _refuse(found: str | None, shown: str, create: bool) -> None:
    """Raise StoreError for a store that this program must not, or not yet, work on."""
    if found is not None and found not in REVISIONS:
        raise StoreError(
            f"{shown} was made by a newer forumwatch (its tables are {found}, this program knows {REVISIONS[-1]}); "
            "upgrade the program, or name another store"
        )
    if found == REVISIONS[-1] or create:
        return
    if found is None:
        raise StoreMissing(f"{shown} has no tables yet; `forumwatch once` makes them")
    raise StoreError(f"{shown} is older than this program; run `forumwatch db upgrade`")
