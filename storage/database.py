"""A URL → a store that runs functions in transactions.

    run(fn) ─┐
    run(fn) ─┼→ queue → the one writer thread → one transaction for up to 200 calls → each caller's result
    call(fn)─┘
    read(fn) ─────────→ a connection that only reads, never behind the writer

Grouping calls makes storing cost next to nothing. A call that fails fails alone: its group is rolled back
and the others are run again, so what is handed in must be safe to run twice.

A writer's transaction is the only one there is, on SQLite and on PostgreSQL, in this process and in others:
what it reads nobody changes before it commits. A reader sees one moment of the store, however often it asks.
"""

from __future__ import annotations

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, InvalidStateError
from contextlib import contextmanager, suppress
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

from storage.dialects import StoreError, StoreMissing, engines, explained, parsed_url
from storage.schema import metadata

__all__ = ["REVISIONS", "Database", "StoreError", "StoreMissing", "upgrade"]

P = ParamSpec("P")
T = TypeVar("T")
Work = tuple[Callable[[Connection], Any], Future[Any]]  # what one caller wants done, and where it hears of it

REVISIONS = ("0001", "0002")  # of storage/migrations, oldest first; the last is this program's
BATCH = 200  # calls in one transaction at most
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
        self._queue: queue.SimpleQueue[Work | None] = queue.SimpleQueue()
        self._under_way: list[Work] = []
        self._closed, self._closing = False, threading.Lock()
        self._thread = threading.Thread(target=self._write, name="forumwatch-writer", daemon=True)
        self._thread.start()

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
        with self._closing:
            if self._closed:
                return
            self._closed = True
            self._queue.put(None)
        self._thread.join(timeout_s)
        if self._thread.is_alive():
            late = StoreError(f"{self.shown_url}: closed after {timeout_s:g} s of waiting for it")
            _fail([*self._under_way, *self._queued()], late)
            self._queue.put(None)  # the writer's own may have been among those
        self._reader.dispose()

    def gone(self) -> bool:
        """Whether the store's file was deleted or replaced since it was opened: what is written is lost then."""
        return self._inode() != self._file

    async def run(self, fn: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """``fn(conn, *args)`` in a transaction of the writer's; returns after the commit."""
        return await asyncio.wrap_future(self._submit(lambda conn: fn(conn, *args, **kwargs)))

    def call(self, fn: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """As `run`, for code that is not asynchronous."""
        return self._submit(lambda conn: fn(conn, *args, **kwargs)).result()

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

    def _submit(self, fn: Callable[[Connection], T]) -> Future[T]:
        future: Future[T] = Future()
        with self._closing:
            if self._closed:
                future.set_exception(StoreError(f"{self.shown_url} was closed"))
            else:
                self._queue.put((fn, future))
        return future

    def _queued(self) -> list[Work]:
        """Take back what the writer has not begun."""
        found: list[Work] = []
        while True:
            try:
                item = self._queue.get_nowait()
            except queue.Empty:
                return found
            if item is not None:
                found.append(item)

    def _inode(self) -> tuple[int, int] | None:
        """Which file the store is; None for none, and on a server."""
        if self.dialect != "sqlite":
            return None
        try:
            seen = self._path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        return seen.st_dev, seen.st_ino

    def _write(self) -> None:
        open_for_more = True
        while open_for_more:
            batch = [self._queue.get()]
            while len(batch) < BATCH and batch[-1] is not None:
                try:
                    batch.append(self._queue.get_nowait())
                except queue.Empty:
                    break
            open_for_more = batch[-1] is not None
            work = [item for item in batch if item is not None and item[1].set_running_or_notify_cancel()]
            self._under_way = work
            try:
                self._transact(work)
            except Exception as err:  # in telling of an error: the callers hear of it, and the writer goes on
                _fail(work, err)
            self._under_way = []
        self._writer.dispose()

    def _transact(self, work: list[Work]) -> None:
        if not work:
            return
        results: list[Any] = []
        begun = False
        try:
            with self._writer.begin() as conn:
                begun = True
                for fn, _ in work:
                    results.append(fn(conn))  # how far it came says who failed
        except (
            BaseException
        ) as err:  # whatever a call raises belongs to its caller, never to the writer thread
            self._undone(work, len(results) if begun else len(work), err)
            return
        for (_, future), result in zip(work, results, strict=True):
            _settle(future, result)

    def _undone(self, work: list[Work], failed: int, err: BaseException) -> None:
        """Tell the call at `failed` and run the others again; where no call is at fault, tell all of them."""
        if failed == len(work):  # BEGIN or COMMIT: a lock, a full disk, a lost server
            _fail(work, self._told(err))
            return
        _fail([work[failed]], self._told(err))
        for others in (work[:failed], work[failed + 1 :]):
            self._transact(others)

    def _told(self, err: BaseException) -> BaseException:
        """`err`, or the StoreError that explains it where the store itself is in trouble."""
        return StoreError(explained(err, self.shown_url)) if type(err) in _TROUBLE else err

    def _dispose(self) -> None:
        self._writer.dispose()
        self._reader.dispose()


def _settle(future: Future[Any], result: Any) -> None:
    with suppress(InvalidStateError):  # the store was closed without waiting for the writer
        future.set_result(result)


def _fail(work: Sequence[Work], err: BaseException) -> None:
    """Tell everybody who waits for `work` and knows nothing yet."""
    for _, future in work:
        with suppress(InvalidStateError):
            future.set_exception(err)


def upgrade(url: str) -> str:
    """Bring the store at `url` up to this program's tables; says what was done. Raises StoreError."""
    parsed = parsed_url(url, create=False)
    writer, reader = engines(parsed)
    shown = parsed.render_as_string(hide_password=True)
    try:
        before = _prepare(writer, reader, shown, create=True)
    except (DBAPIError, sqlite3.Error) as err:
        raise StoreError(explained(err, shown)) from None
    finally:
        writer.dispose()
        reader.dispose()
    if before == REVISIONS[-1]:
        return f"{shown} is up to date ({before})"
    return f"{shown} upgraded from {before or 'nothing'} to {REVISIONS[-1]}"


def _revision(conn: Connection) -> str | None:
    """The store's revision; None for a store without tables. Raises StoreError for somebody else's database."""
    tables = set(inspect(conn).get_table_names())
    if "alembic_version" in tables and tables >= _OURS:
        return conn.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if tables:
        raise StoreError(
            f"there is a database with other tables ({', '.join(sorted(tables)[:3])} …); name another store"
        )
    return None


def _prepare(writer: Engine, reader: Engine, shown: str, create: bool) -> str | None:
    """Make the store fit this program, or raise StoreError; returns the revision that was found."""
    with reader.begin() as conn:  # most often there is nothing to do, and no need to wait for a writer
        found = _revision(conn)
    _refuse(found, shown, create)
    if found == REVISIONS[-1]:
        return found
    with _rebuilding(writer) as conn:
        found = _revision(conn)  # another process may have been quicker
        _refuse(found, shown, create)
        if found is None:
            _make(conn, shown)
        elif found != REVISIONS[-1]:
            from storage.migrations import migrate

            migrate(conn)
    return found


@contextmanager
def _rebuilding(engine: Engine) -> Iterator[Connection]:
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


def _make(conn: Connection, shown: str) -> None:
    """Make today's tables in an empty database that can hold every script."""
    if conn.dialect.name == "postgresql":
        encoding = conn.exec_driver_sql("SHOW server_encoding").scalar()
        if encoding != "UTF8":
            raise StoreError(f"{shown} stores text as {encoding}; make the database with ENCODING 'UTF8'")
    metadata.create_all(conn)
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
