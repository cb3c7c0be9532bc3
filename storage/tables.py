"""A database → a store with this program's tables: made where it is empty, upgraded where it is older, else refused."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from storage.engine.daemons import without_daemons
from storage.engine.dialects import engines, parsed_url
from storage.engine.refusals import StoreError, StoreMissing, StoreOutgrown, explained
from storage.schema import metadata
from storage.search import fulltext

# of storage/migrations, oldest first; the last is this program's
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
    "0013",
    "0014",
    "0015",
    "0016",
    "0017",
    "0018",
    "0019",
    "0020",
    "0021",
    "0022",
)
_OURS = frozenset(("sources", "entries", "articles", "mentions"))  # a store of any version has these tables
_VERSION = text("SELECT version_num FROM alembic_version")
_VERSION_TABLE = (  # as Alembic makes it
    "CREATE TABLE alembic_version "
    "(version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


def upgrade(url: str, told: fulltext.Told | None = None) -> str:
    """Bring the store at `url` up to this program's tables; says what was done. Raises StoreError.

    `told` hears how many articles are indexed for searching, of how many.
    """
    parsed = parsed_url(url, create=False)
    writer, reader = engines(parsed)
    shown = parsed.render_as_string(hide_password=True)
    try:
        before = prepare(writer, reader, shown, create=True, told=told)
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
        found: str | None = conn.execute(_VERSION).scalar()
        return found
    if tables:
        raise StoreError(
            f"there is a database with other tables ({', '.join(sorted(tables)[:3])} …); name another store"
        )
    return None


def refuse_outgrown(conn: Connection) -> None:
    """Raise StoreOutgrown where a newer program has upgraded the store since this one opened it."""
    found = conn.execute(_VERSION).scalar()
    if found != REVISIONS[-1]:
        raise StoreOutgrown(
            f"the store was upgraded while this program ran (its tables are {found}, this program knows "
            f"{REVISIONS[-1]}); start the newer version here, too"
        )


def prepare(
    writer: Engine, reader: Engine, shown: str, create: bool, told: fulltext.Told | None = None
) -> str | None:
    """Make the store fit this program, or raise StoreError; returns the revision that was found."""
    with reader.begin() as conn:  # most often there is nothing to do, and no need to wait for a writer
        found = revision(conn)
    _refuse(found, shown, create)
    if found == REVISIONS[-1]:
        if create:
            _keep_log(writer)
        return found
    with rebuilding(writer) as conn:
        found = revision(conn)  # another process may have been quicker
        _refuse(found, shown, create)
        if found is None:
            make_tables(conn, shown)
        elif found != REVISIONS[-1]:
            from storage.migrations import migrate

            with without_daemons(conn, shown):
                migrate(conn, told=told)
    return found


def _keep_log(engine: Engine) -> None:
    """Let a SQLite file be in WAL mode, which a backup put in the store's place is not."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as conn:
            raw: Any = conn.connection.driver_connection  # it cannot be said inside a transaction
            raw.execute("PRAGMA journal_mode=WAL")


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


def refuse_newer(found: str | None, shown: str) -> None:
    """Raise StoreError for a store of a version that this program does not know."""
    if found is not None and found not in REVISIONS:
        raise StoreError(
            f"{shown} was made by a newer forumwatch (its tables are {found}, this program knows {REVISIONS[-1]}); "
            "upgrade the program, or name another store"
        )


def _refuse(found: str | None, shown: str, create: bool) -> None:
    """Raise StoreError for a store that this program must not, or not yet, work on."""
    refuse_newer(found, shown)
    if found == REVISIONS[-1] or create:
        return
    if found is None:
        raise StoreMissing(f"{shown} has no tables yet; `forumwatch once` makes them")
    raise StoreError(f"{shown} is older than this program; run `forumwatch db upgrade`")
