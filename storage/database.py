"""A URL → a store that runs functions in transactions. The only file that knows dialects.

    run(fn) ─┐
    run(fn) ─┼→ queue → the one writer thread → one transaction for up to 200 calls → each caller's result
    call(fn)─┘
    read(fn) ─────────→ a connection that only reads, never behind the writer

Grouping calls makes storing cost next to nothing. A call that fails fails alone: its group is rolled back
and its members are run again one by one, so what is handed in must be safe to run twice.
"""

from __future__ import annotations

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Concatenate, ParamSpec, TypeVar

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from storage.schema import metadata

P = ParamSpec("P")
T = TypeVar("T")

REVISIONS = ("0001",)  # of storage/migrations, oldest first; the last is this program's
BATCH = 200  # calls in one transaction at most
BUSY_MS = 30_000  # how long SQLite waits for another process's transaction
_LOCK_KEY = 0x666F72756D  # PostgreSQL advisory lock: "forum"


class StoreError(Exception):
    """The store cannot be used; the message says why and what to do."""


class Database:
    """One store, open. Use as a context manager, or close it."""

    def __init__(self, url: str, *, create: bool = True) -> None:
        """Open the store at `url`, making or upgrading its tables where `create` says so.

        Raises StoreError where it is missing (and not to be created), newer than this program, damaged or
        out of reach.
        """
        self._url = _parsed(url, create)
        self.dialect = self._url.get_backend_name()
        self.exclusive = False
        self._writer, self._reader = _engines(self._url)
        try:
            _prepare(self._writer, self.shown_url, create)
        except (DBAPIError, sqlite3.Error) as err:
            self._dispose()
            raise StoreError(_explained(err, self.shown_url)) from None
        except StoreError:
            self._dispose()
            raise
        self._queue: queue.SimpleQueue[tuple[Callable[[Connection], Any], Future[Any]] | None] = (
            queue.SimpleQueue()
        )
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

    def close(self) -> None:
        """Finish what was handed in, then let go of every connection."""
        self._queue.put(None)
        self._thread.join()
        self._dispose()

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
        except OperationalError as err:
            raise StoreError(_explained(err, self.shown_url)) from None

    @contextmanager
    def lock_daemon(self) -> Iterator[None]:
        """Be the only daemon on this store: one process may crawl into a SQLite file at a time.

        The operating system frees the lock when the process ends, however it ends. On PostgreSQL several
        processes share the work, so there is nothing to lock. Raises StoreError when another holds it.
        """
        if self.dialect != "sqlite":
            yield
            return
        lock = FileLock(f"{self._url.database}.lock", timeout=0)
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
        self._queue.put((fn, future))
        return future

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
            if work:
                self._transact(work)

    def _transact(self, work: list[tuple[Callable[[Connection], Any], Future[Any]]]) -> None:
        results: list[Any] = []
        try:
            with self._writer.begin() as conn:
                results.extend(fn(conn) for fn, _ in work)
        except Exception as err:  # whatever a call raises belongs to its caller, never to the writer thread
            if len(work) == 1:
                work[0][1].set_exception(err)
                return
            for item in work:
                self._transact([item])
            return
        for (_, future), result in zip(work, results, strict=True):
            future.set_result(result)

    def _dispose(self) -> None:
        self._writer.dispose()
        self._reader.dispose()


def serialize(conn: Connection) -> None:
    """Let no other writer between here and this transaction's commit.

    SQLite's transactions begin with the write lock; on PostgreSQL an advisory lock does the same for those
    that ask for it. Judging a copy and handing out a place in the stream both need it.
    """
    if conn.dialect.name == "postgresql":
        conn.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK_KEY})


def upgrade(url: str) -> str:
    """Bring the store at `url` up to this program's tables; says what was done. Raises StoreError."""
    parsed = _parsed(url, create=False)
    engine, reader = _engines(parsed)
    reader.dispose()
    shown = parsed.render_as_string(hide_password=True)
    try:
        before = _revision(engine)
        _prepare(engine, shown, create=True)
    except (DBAPIError, sqlite3.Error) as err:
        raise StoreError(_explained(err, shown)) from None
    finally:
        engine.dispose()
    if before == REVISIONS[-1]:
        return f"{shown} is up to date ({before})"
    return f"{shown} upgraded from {before or 'nothing'} to {REVISIONS[-1]}"


def _parsed(url: str, create: bool) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreError(
            "the database URL cannot be read; write sqlite:///forumwatch.db or postgresql+psycopg://user@host/name"
        ) from None
    backend = parsed.get_backend_name()
    if backend == "postgresql":
        return parsed.set(drivername="postgresql+psycopg")
    if backend != "sqlite":
        raise StoreError(
            f"no store on {backend}; write sqlite:///forumwatch.db or postgresql+psycopg://user@host/name"
        )
    if not parsed.database or parsed.database == ":memory:":
        raise StoreError("a store in memory ends with the program; name a file: sqlite:///forumwatch.db")
    path = Path(parsed.database)
    if not path.exists() and not create:
        raise StoreError(f"no store at {path}; `forumwatch once` or `forumwatch run` makes one")
    if not path.parent.is_dir():
        raise StoreError(f"no folder {path.parent} for the store; make it first")
    return parsed


def _engines(url: URL) -> tuple[Engine, Engine]:
    """(writer, reader)."""
    try:
        if url.get_backend_name() == "postgresql":
            writer = create_engine(url, pool_size=1, max_overflow=1, pool_pre_ping=True)
            reader = create_engine(
                url, pool_size=2, pool_pre_ping=True, execution_options={"postgresql_readonly": True}
            )
            return writer, reader
        writer, reader = create_engine(url), create_engine(url)
    except (ModuleNotFoundError, NoSuchModuleError):
        raise StoreError("PostgreSQL needs its driver: pip install 'forumwatch[postgres]'") from None
    _set_up_sqlite(writer, "BEGIN IMMEDIATE", "PRAGMA synchronous=NORMAL")
    _set_up_sqlite(reader, "BEGIN", "PRAGMA query_only=ON")
    return writer, reader


def _set_up_sqlite(engine: Engine, begin: str, *pragmas: str) -> None:
    """WAL, a busy time-out, and transactions that begin as said rather than when sqlite3 sees fit.

    WAL with synchronous=NORMAL survives kill -9 whole; a power cut may take the last commits, which the next
    poll brings back.
    """

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, record: Any) -> None:
        connection.isolation_level = None
        for pragma in (f"PRAGMA busy_timeout={BUSY_MS}", "PRAGMA foreign_keys=ON", *pragmas):
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def _begin(conn: Connection) -> None:
        conn.exec_driver_sql(begin)


def _revision(engine: Engine) -> str | None:
    """The store's revision; None for a store without tables. Raises StoreError for somebody else's database."""
    with engine.connect() as conn:
        tables = inspect(conn).get_table_names()
        if "alembic_version" in tables:
            return conn.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if tables:
        raise StoreError(
            f"there is a database with other tables ({', '.join(sorted(tables)[:3])} …); name another store"
        )
    return None


def _prepare(engine: Engine, shown: str, create: bool) -> None:
    if engine.dialect.name == "sqlite":
        with engine.connect() as conn:  # the journal mode cannot change inside a transaction
            conn.connection.driver_connection.execute("PRAGMA journal_mode=WAL")  # type: ignore[union-attr]
    found = _revision(engine)
    if found == REVISIONS[-1]:
        return
    if found is not None and found not in REVISIONS:
        raise StoreError(
            f"{shown} was made by a newer forumwatch (its tables are {found}, this program knows {REVISIONS[-1]}); "
            "upgrade the program, or name another store"
        )
    if not create:
        did = (
            "has no tables yet; `forumwatch once` makes them"
            if found is None
            else "is older; run `forumwatch db upgrade`"
        )
        raise StoreError(f"{shown} {did}")
    if found is None:
        with engine.begin() as conn:
            metadata.create_all(conn)
            conn.execute(
                text(
                    "CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"
                )
            )
            conn.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": REVISIONS[-1]})
        return
    from storage.migrations import migrate

    migrate(engine)


def _explained(err: Exception, shown: str) -> str:
    """What a driver's error means for the person who meets it."""
    said = str(getattr(err, "orig", err)).strip().splitlines()[0]
    for words, meaning in _MEANINGS:
        if words in said:
            return f"{shown}: {meaning} ({said})"
    return f"{shown}: {said}"


_MEANINGS = (
    ("file is not a database", "not a SQLite file; name another store, or move that file away"),
    ("malformed", "the file is damaged; restore a backup"),
    ("unable to open", "cannot be opened; check the path and who may write there"),
    ("readonly", "may not be written by this user"),
    ("database is locked", "another program has held it locked for 30 s"),
    ("disk is full", "the disk is full"),
    ("password authentication failed", "wrong user or password"),
    ("does not exist", "there is no such database; create it first"),
    ("connection failed", "the server does not answer"),
    ("could not translate host", "the host is unknown"),
)
