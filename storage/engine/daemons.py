"""The daemons that crawl into one store: one into a SQLite file, which the lock beside it tells; of a PostgreSQL store
each counts as one of them for as long as it lives.

The server frees what a daemon holds when its process ends, however it ends, but also where a connection is cut: by its
own restart, or by a firewall that forgets who says nothing. So each says something now and then, and is counted anew
where it was cut; else the next that starts takes itself for the only one, and asks for what all others have on loan.

Since when the store takes nothing is told by another lock, which no full disk and no standby keeps from being taken: its
number is that moment.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from storage.engine.dialects import LOCK_KEY, asked_of, be_noticed
from storage.engine.filelocks import only_one
from storage.engine.refusals import StoreError

DAEMON_KEY = LOCK_KEY + 1  # an advisory lock that each daemon shares
REFUSES_KEY = LOCK_KEY >> 8  # a class of advisory locks, each a moment: four bytes, as that is
SAYS_S = 60.0  # from one word to the next: firewalls forget within minutes
END_S = 0.5  # what the end of a daemon waits for a word that nobody answers


class Word:
    """What a daemon says of the store: since when it takes nothing, if that is so."""

    def __init__(self) -> None:
        self.refused_since: datetime | None = None
        self._ended = False
        self._stirred = threading.Event()

    def tell(self, since: datetime | None) -> None:
        """Have it said soon."""
        if since != self.refused_since:
            self.refused_since = since
            self._stirred.set()

    def end(self) -> None:
        """There is nothing more to say."""
        self._ended = True
        self._stirred.set()

    def awaited(self, seconds: float) -> bool:
        """Wait for something to say, so long at most; False once there is nothing more."""
        self._stirred.wait(seconds)
        self._stirred.clear()
        return not self._ended


@dataclass(slots=True)
class Seat:
    """The connection by which the server counts a daemon: its number there, which is another one after a cut."""

    number: int | None = None


def seated(conn: Connection) -> frozenset[int]:
    """The numbers of the seats of all daemons that the server counts; none for a file."""
    if conn.dialect.name == "sqlite":
        return frozenset()
    counted = (
        "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1 "
        "AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) "
        f"AND classid = {DAEMON_KEY >> 32} AND objid = {DAEMON_KEY & 0xFFFFFFFF}"
    )
    return frozenset(conn.exec_driver_sql(counted).scalars())


@contextmanager
def among_daemons(
    url: URL, alone: Callable[[], object], word: Word | None = None, says_s: float = SAYS_S
) -> Iterator[Seat]:
    """Be one of the daemons on a PostgreSQL store, with a seat; the first calls `alone` before any other can begin.

    Where a pooler hands the connection round, or within `says_s` of a cut, a daemon may count as gone that is not: it
    finds out by its name in leases (crawler/membership.py), and nothing is lost. All is asked in one transaction, within
    which a pooler keeps to one session: else a daemon may wait for itself.
    """
    engine = create_engine(url, poolclass=NullPool, connect_args=asked_of(url))
    event.listen(engine, "connect", be_noticed)
    seat = Seat()
    with engine.connect() as conn:
        with conn.begin():
            seat.number = _number(conn)
            first = conn.exec_driver_sql(f"SELECT pg_try_advisory_lock({DAEMON_KEY})").scalar()
            if first:
                alone()
            conn.exec_driver_sql(f"SELECT pg_advisory_lock_shared({DAEMON_KEY})")
            if first:
                conn.exec_driver_sql(f"SELECT pg_advisory_unlock({DAEMON_KEY})")
        word = word or Word()
        # a daemon of a thread: a server that does not answer holds up no end of the program
        staying = threading.Thread(
            target=_stay, args=(conn, seat, word, says_s), name="among-daemons", daemon=True
        )
        staying.start()
        try:
            yield seat
        finally:
            word.end()
            staying.join(END_S)
            conn.invalidate()  # it may have been cut long ago


def _stay(conn: Connection, seat: Seat, word: Word, says_s: float) -> None:
    """Say something each `says_s`, and what the word is; where the connection was cut, be counted anew as soon as there is
    another one.
    """
    counted, said = True, None
    while word.awaited(says_s):
        with suppress(SQLAlchemyError):  # the next time then; who crawls tells of a server that is away
            try:
                with conn.begin():
                    conn.exec_driver_sql("SELECT 1")
            except SQLAlchemyError:
                counted, said = False, None
            if not counted:
                with conn.begin():  # not waited for: who has just begun holds it alone, for a moment
                    asked = f"SELECT pg_try_advisory_lock_shared({DAEMON_KEY})"
                    counted = bool(conn.exec_driver_sql(asked).scalar())
                    seat.number = _number(conn)
            if (since := word.refused_since) != said:
                _say(conn, said, since)
                said = since


def _number(conn: Connection) -> int:
    return int(conn.exec_driver_sql("SELECT pg_backend_pid()").scalar_one())


def _say(conn: Connection, before: datetime | None, since: datetime | None) -> None:
    with conn.begin():
        if since is not None:
            conn.exec_driver_sql(f"SELECT pg_try_advisory_lock_shared({REFUSES_KEY}, {_second(since)})")
        if before is not None:
            conn.exec_driver_sql(f"SELECT pg_advisory_unlock_shared({REFUSES_KEY}, {_second(before)})")


def _second(moment: datetime) -> int:
    """Its second since 1970, in the four bytes that a lock has."""
    return (int(moment.timestamp()) + 2**31) % 2**32 - 2**31


def refused_since(conn: Connection) -> datetime | None:
    """Since when a daemon that lives says that a PostgreSQL store takes nothing."""
    found = conn.exec_driver_sql(
        "SELECT min(CAST(objid AS bigint)) FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2 "
        f"AND classid = {REFUSES_KEY} AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    ).scalar()
    return None if found is None else datetime.fromtimestamp(found, UTC)


@contextmanager
def without_daemons(conn: Connection, shown: str) -> Iterator[None]:
    """While the tables are changed in the transaction of `conn` no daemon lives: it would write as older ones are written to.

    Raises StoreError where one does.
    """
    living = (
        f"{shown} has tables of an older version, and a forumwatch that crawls into it goes by them; stop that first, "
        "on each machine, then start this one again"
    )
    if conn.dialect.name != "sqlite":
        if not conn.exec_driver_sql(f"SELECT pg_try_advisory_xact_lock({DAEMON_KEY})").scalar():
            raise StoreError(living)
        yield
        return
    with only_one(Path(conn.engine.url.database or "").absolute(), living):
        yield
