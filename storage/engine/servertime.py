"""The time of the server that keeps a store: the one clock that all machines on it have in common."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection


def server_time(conn: Connection) -> datetime | None:
    """What the server's clock says; None for a file, whose only clock is this machine's."""
    if conn.dialect.name == "sqlite":
        return None
    at: datetime = conn.exec_driver_sql("SELECT clock_timestamp()").scalar_one()
    return at.astimezone(UTC)
