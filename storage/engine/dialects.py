"""How SQLite and PostgreSQL are opened and set up; in which statements they differ: statements.py. No room else knows.

URL → two engines: a writer whose transactions are the only ones there are, and a reader that cannot write.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    create_engine,
    event,
)
from sqlalchemy.engine import URL, ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError, InvalidatePoolError, NoSuchModuleError

from storage.engine.refusals import READ_ONLY, StoreError, StoreMisnamed, StoreMissing, number_of

BUSY_MS = 30_000  # how long a transaction waits for another process's
IDLE_MS = 60_000  # PostgreSQL ends the transaction of a process that stopped in the middle of it
# of SQLite's log that are kept: it grows while a reader holds a moment, and never shrinks else
LOG_BYTES = 64 * 2**20
CONNECT_S = 10  # for a server that does not answer
# after which a server that takes nothing that is sent to it is gone: its machine died, or a firewall forgot the way. Else
# the system would wait for a quarter of an hour, and for an answer two hours. One that works for long takes it at once
LOST_S = 30
ASKED: Mapping[str, int | str] = {
    "connect_timeout": CONNECT_S,
    "client_encoding": "utf8",  # else SQL_ASCII answers in bytes
    "keepalives_idle": LOST_S // 3,
    "keepalives_interval": LOST_S // 3,
    "keepalives_count": 2,
    "tcp_user_timeout": LOST_S * 1000,
}
# of a machine that lost its power, or stands still, the server hears nothing, and by itself asks after two hours: until
# then its daemon would be counted, and nobody could upgrade the store
NOTICED = (
    f"SET tcp_keepalives_idle = {LOST_S // 3}",
    f"SET tcp_keepalives_interval = {LOST_S // 3}",
    "SET tcp_keepalives_count = 2",
)
SNAPSHOT = "SELECT CAST(txid_current_snapshot() AS text)"  # of PostgreSQL: another one after each commit
NEVER = sys.maxsize  # times; else the driver prepares what it meets for the sixth time
LOCK_KEY = 0x666F72756D  # PostgreSQL advisory lock: "forum"
_SQLITE, _WITHOUT_LOG = b"SQLite format 3\0", b"\1\1"  # how a file begins; its bytes 18 and 19, else 2
_NO_ITEMS = ("[]", b"[]")


def parsed_url(url: str, create: bool) -> URL:
    """`url`, if there can be a store: already, or `create` says that it is to be made. Raises StoreError."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreMisnamed(
            "the database URL cannot be read; write sqlite:///forumwatch.db or postgresql+psycopg://user@host/name"
        ) from None
    backend = parsed.get_backend_name()
    if backend == "postgresql":
        return parsed.set(drivername="postgresql+psycopg")
    if backend != "sqlite":
        raise StoreMisnamed(
            f"no store on {backend}; write sqlite:///forumwatch.db or postgresql+psycopg://user@host/name"
        )
    if not parsed.database or parsed.database == ":memory:":
        raise StoreMisnamed("a store in memory ends with the program; name a file: sqlite:///forumwatch.db")
    path = Path(parsed.database)
    if not path.exists() and not create:
        raise StoreMissing(f"no store at {path.absolute()}; `forumwatch once` or `forumwatch run` makes one")
    if path.is_dir():
        raise StoreError(f"{path.absolute()} is a folder; name a file in it, like {path}/forumwatch.db")
    if not path.parent.is_dir():
        raise StoreError(f"no folder {path.parent} for the store; make it first")
    _refuse_others_log(Path(os.path.realpath(path)))
    return parsed


def _refuse_others_log(path: Path) -> None:
    """Raise StoreError for a file that keeps no log and has one beside it: SQLite would write another store's into it.

    So it is where a copy took the place of a store that was killed: see _by_pages in storage.upkeep.transfer. To be called
    before this process opens the store: by closing a file POSIX frees the locks that SQLite holds on it, and another
    process would take the log away (sqlite.org/howtocorrupt.html, 2.2).
    """
    log = path.with_name(f"{path.name}-wal")
    try:
        left = log.stat().st_size  # first: who begins to keep a log says so in the header before there is one
        with path.open("rb") as file:
            header = file.read(20)
    except OSError:  # none, or to be told by SQLite
        return
    if left and header.startswith(_SQLITE) and header[18:] == _WITHOUT_LOG:
        raise StoreError(
            f"{path} is a copy, and {log.name} beside it is of the store that was there before, which would damage "
            f"it; remove {log.name} and {path.name}-shm"
        )


def engines(url: URL) -> tuple[Engine, Engine]:
    """(writer, reader)."""
    make = partial(create_engine, url, json_serializer=_json, json_deserializer=_value)
    try:
        if url.get_backend_name() == "postgresql":
            make = partial(make, connect_args=asked_of(url))
            writer = make(pool_size=1, max_overflow=1, isolation_level="READ COMMITTED", pool_pre_ping=True)
            reader = make(pool_size=2, isolation_level="REPEATABLE READ")
            reader.update_execution_options(postgresql_readonly=True)
            _set_up_postgresql(writer)
            _set_up_postgresql_reader(reader)
            _leave_standby(writer, reader)
            return writer, reader
        writer, reader = make(), make()
    except (ModuleNotFoundError, NoSuchModuleError):
        raise StoreError("PostgreSQL needs its driver: pip install 'forumwatch[postgres]'") from None
    bounded = f"PRAGMA journal_size_limit={LOG_BYTES}"
    _set_up_sqlite(writer, "BEGIN IMMEDIATE", "PRAGMA synchronous=NORMAL", bounded)
    _set_up_sqlite(reader, "BEGIN", "PRAGMA query_only=ON")
    return writer, reader


def asked_of(url: URL) -> dict[str, int | str]:
    """What a connection to a server asks for: what the store's address says goes before, but for how text is sent."""
    own = url.query.keys() - {"client_encoding"}
    return {name: value for name, value in ASKED.items() if name not in own}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _value(text: str | bytes) -> Any:
    """PostgreSQL's driver hands out bytes, whose encoding json would look for. Most lists are empty."""
    if text in _NO_ITEMS:
        return []
    return json.loads(text.decode() if isinstance(text, bytes) else text)


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


def _set_up_postgresql(writer: Engine) -> None:
    """One writer at a time, as on SQLite: an advisory lock that ends with the transaction.

    Without it the groups of two processes wait for each other's rows, and positions in the stream would
    become visible out of their order. READ COMMITTED: what comes after the lock sees the last holder's commit.
    """

    @event.listens_for(writer, "connect")
    def _connect(connection: Any, record: Any) -> None:
        connection.execute(f"SET lock_timeout = {BUSY_MS}")
        connection.execute(f"SET idle_in_transaction_session_timeout = {IDLE_MS}")
        be_noticed(connection, record)

    @event.listens_for(writer, "begin")
    def _begin(conn: Connection) -> None:
        conn.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK_KEY})")


def be_noticed(connection: Any, record: Any) -> None:
    """Have the server see within half a minute that the other end has gone, and end the connection.

    By that a daemon whose whole machine stood still, and its clocks, too, knows that it was away: crawler.membership.
    """
    for setting in NOTICED:
        connection.execute(setting)
    connection.commit()


def _leave_standby(writer: Engine, reader: Engine) -> None:
    """Connect anew where the server takes nothing any more: the address may lead to another one by now.

    After a failover the old connections go on with a server that lets read, and would for ever: a ping is answered.
    """

    @event.listens_for(writer, "handle_error")
    def _refused(context: ExceptionContext) -> None:
        if number_of(context.original_exception) == READ_ONLY:
            context.is_disconnect = True

    @event.listens_for(writer, "invalidate")
    def _left(connection: Any, record: Any, err: BaseException | None) -> None:
        reader.dispose()


def _set_up_postgresql_reader(reader: Engine) -> None:
    """No question of ours takes as long as PostgreSQL would take to compile it.

    And each is planned for what it asks, but those that say that they are prepared: a plan for any span of time
    expects few mentions in it, and from the eleventh time on took seconds for a report of two years.

    A connection that the server has ended, as it restarted for instance, is opened anew before it is used: the
    server says so as it goes, so what has arrived is looked at. The pool's own ping is one more question and answer.
    """
    ended = reader.dialect.loaded_dbapi.Error

    @event.listens_for(reader, "connect")
    def _connect(connection: Any, record: Any) -> None:
        connection.execute("SET jit = off")
        connection.commit()
        connection.prepare_threshold = NEVER

    @event.listens_for(reader, "checkout")
    def _checkout(connection: Any, record: Any, proxy: Any) -> None:
        try:
            for _ in ("its last words", "the end of the line"):
                connection.pgconn.consume_input()
        except ended as err:
            raise InvalidatePoolError from err


def damage(conn: Connection) -> list[str]:
    """What the database itself finds broken in its file: pages, indexes, references. SQLite alone can say."""
    if conn.dialect.name != "sqlite":
        return []
    found = [f"damaged: {row[0]}" for row in conn.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
    lost = conn.exec_driver_sql("PRAGMA foreign_key_check")
    return found + [f"{row[0]}: row {row[1]} refers to a row of {row[2]} that is not there" for row in lost]
