"""Sessions of PostgreSQL that go on from test to test: half of what the server did was to begin them.

A process of the server learns tables, indexes and operators at their first use, and a test asks little more than
that of it. What a session remembers of statements, settings, locks and temporary tables is thrown away in between, so
that no plan depends on what ran before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

NAME = "store"  # the database that all tests share; others are looked at from outside, and dropped


@contextmanager
def kept() -> Iterator[None]:
    """Until it is left, what an engine of this process closes is opened again for the next that asks for the same."""
    idle: dict[str, list[Any]] = defaultdict(list)
    begin, end = PGDialect_psycopg.connect, PGDialect_psycopg.do_close

    def connect(dialect: Any, *args: Any, **how: Any) -> Any:
        own = {"context"}  # of each engine, and alike
        asked = {name: value for name, value in how.items() if name not in own}
        alike = idle[repr((args, sorted(asked.items())))]
        while alike:
            if _lives(found := alike.pop()):
                return found
        opened = begin(dialect, *args, **how)
        opened.alike = alike
        return opened

    def close(dialect: Any, connection: Any) -> None:
        if _forgets(connection):
            connection.alike.append(connection)
        else:
            end(dialect, connection)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PGDialect_psycopg, "connect", connect)
        patch.setattr(PGDialect_psycopg, "do_close", close)
        yield
    for connections in idle.values():
        for connection in connections:
            connection.close()


def _lives(connection: Any) -> bool:
    """Whether the server still answers there."""
    import psycopg

    try:
        connection.execute("SELECT 1")
        connection.rollback()
    except psycopg.Error:
        connection.close()
        return False
    return True


def _forgets(connection: Any) -> bool:
    """Whether the session is as one that has just begun now, for the server and for its driver."""
    import psycopg

    busy = psycopg.pq.TransactionStatus.ACTIVE
    try:
        if connection.closed or connection.info.dbname != NAME or connection.info.transaction_status == busy:
            return False
        connection.rollback()
        connection.isolation_level = connection.read_only = connection.deferrable = None
        connection.autocommit = True
        connection.execute("DISCARD ALL")
        connection.autocommit = False
    except psycopg.Error:
        return False  # its server has ended it
    connection.prepare_threshold = 5  # psycopg's own
    connection._prepared = type(connection._prepared)()
    connection._notice_handlers.clear()
    return True
