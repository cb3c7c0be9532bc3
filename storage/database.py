"""A URL → a store that runs functions in transactions.

    run(fn), call(fn) → the one writer (see storage.engine.writer) → after the commit, the result
    read(fn) ─────────→ a connection that only reads, never behind the writer

A writer's transaction is the only one there is, on SQLite and on PostgreSQL, in this process and in others:
what it reads nobody changes before it commits. A reader sees one moment of the store, however often it asks.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, event
from sqlalchemy.exc import (
    DatabaseError,
    DBAPIError,
    InterfaceError,
    InternalError,
    OperationalError,
)

from storage.engine import standstill
from storage.engine.daemons import Seat, Word, among_daemons, refused_since
from storage.engine.dialects import (
    SNAPSHOT,
    engines,
    parsed_url,
)
from storage.engine.filelocks import lock_of, only_one
from storage.engine.patience import Patient
from storage.engine.refusals import (
    RowRefused,
    StoreBusy,
    StoreError,
    StoreMissing,
    StoreOutgrown,
    denied,
    explained,
    of_one_row,
)
from storage.engine.writer import Writer
from storage.tables import REVISIONS, prepare, refuse_outgrown, upgrade

__all__ = [
    "REVISIONS",
    "Database",
    "RowRefused",
    "StoreBusy",
    "StoreError",
    "StoreMissing",
    "StoreOutgrown",
    "refuse_outgrown",
    "upgrade",
]

END_S = 2.0  # what the end of the program waits for a store that another program holds

P = ParamSpec("P")
T = TypeVar("T")

# the store's, not the statement's
_TROUBLE = DatabaseError, InterfaceError, InternalError, OperationalError


def _nothing(conn: Connection) -> None: ...


def _let_go(connection: Any, record: Any) -> None:
    if connection is not None:
        connection.close()


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
        self._lock = lock_of(self._path)
        self._refused_since: datetime | None = None
        self._seat = Seat()
        # what each `run` begins with, in its transaction; it raises where that must not be (crawler.membership). It is the
        # one that held when the work was handed in
        self.guard: Callable[[Connection], object] = _nothing
        self._word = Word()  # by which other programs hear of that, on a server
        self._writer, self._reader = engines(self._url)
        try:
            self.is_new = prepare(self._writer, self._reader, self.shown_url, create) is None
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
        """The URL without its password; of a file with its folder."""
        whole = self._url.set(database=str(self._path)) if self.dialect == "sqlite" else self._url
        return whole.render_as_string(hide_password=True)

    def __enter__(self) -> Database:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, err: BaseException | None, tb: TracebackType | None
    ) -> None:
        ended = kind is not None and not issubclass(kind, Exception)  # by a signal: whoever sent it waits
        self.close(END_S if ended else None)

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
        # whoever still reads hands its connection back to a pool that nobody empties any more
        event.listen(self._reader.pool, "checkin", _let_go)
        self._reader.dispose()

    def gone(self) -> bool:
        """Whether the store's file was deleted or replaced since it was opened: what is written is lost then."""
        try:
            return self._inode() != self._file
        except OSError:  # who may not look there any more has it open all the same
            return False

    def prove_there(self) -> None:
        """Raises StoreError where it is gone."""
        if self.gone():
            raise StoreError(
                f"{self.shown_url} was deleted or replaced while it was open; start again to use the one that is there now"
            )

    async def run(self, fn: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """``fn(conn, *args)`` in a transaction of the writer's, if the guard lets it; returns after the commit."""
        guard = self.guard

        def guarded(conn: Connection) -> T:
            guard(conn)
            return fn(conn, *args, **kwargs)

        return await self._work.run(guarded)

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
    def lock_daemon(self, alone: Callable[[Connection], object] = _nothing) -> Iterator[None]:
        """Be a daemon on this store: the only one on a SQLite file, one of several on PostgreSQL.

        Where there is no other, `alone` runs first: every lease is a dead process's. The operating system, or the
        server, frees the lock when the process ends, however it ends. Raises StoreError when another holds a file.
        """
        if self.dialect != "sqlite":
            self._word = Word()
            try:
                with among_daemons(self._url, lambda: self.call(alone), self._word) as self._seat:
                    yield
            except DBAPIError as err:
                raise StoreError(explained(err, self.shown_url)) from None
            return
        taken = (
            f"another forumwatch is crawling into {self._url.database}; stop it first, or give this one "
            "another store with --database"
        )
        with only_one(self._path, taken):
            standstill.clear(self._lock)
            try:
                self.call(alone)
                yield
            finally:
                standstill.clear(self._lock)

    @property
    def seat(self) -> int | None:
        """By which number a server knows the connection of this daemon; None: this is none, or the store is a file."""
        return self._seat.number

    @property
    def cuts(self) -> int:
        """How often the writer's connection was cut, as by a restart of the server."""
        return self._work.connected

    def refuses(self, now: datetime) -> None:
        """Let everybody know that the store takes nothing, until it `takes` again."""
        self._refused_since = self._refused_since or now
        if self.dialect == "sqlite":
            standstill.mark(self._lock, self._refused_since)
        self._word.tell(self._refused_since)

    def takes(self) -> None:
        """The store takes what is written, as it does mostly."""
        if self._refused_since and self.dialect == "sqlite":
            standstill.clear(self._lock)
        self._refused_since = None
        self._word.tell(None)

    def refused_since(self) -> datetime | None:
        """Since when it has taken nothing from who crawls: here, or into the same store from elsewhere; None: it does.

        Raises StoreError.
        """
        if self._refused_since is not None:
            return self._refused_since
        return standstill.marked(self._lock) if self.dialect == "sqlite" else self.read(refused_since)

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
        if not trouble:
            return err
        kind = RowRefused if of_one_row(err) else StoreError
        return kind(explained(err, self.shown_url))

    def _dispose(self) -> None:
        self._writer.dispose()
        self._reader.dispose()
