"""What went wrong outside, beside the source and address it went wrong with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select

from storage import schema
from storage.engine.prepared import Prepared
from storage.text.clean import storable

KEPT = 20_000  # the newest; a dead source fails for years and its every failure is alike

_X = schema.errors
_insert = Prepared(insert(_X), ("source_id", "url", "at", "stage", "message"))


@dataclass(frozen=True, slots=True)
class StoredError:
    """One thing that went wrong."""

    id: int
    source_id: str
    source_url: str | None
    url: str
    at: datetime
    stage: str
    message: str


def record_error(conn: Connection, source_id: str, url: str, message: str, at: datetime) -> None:
    """Record `message`; its first word, up to the colon, is the stage."""
    stage, colon, _ = message.partition(":")
    known = bool(colon) and stage.isalpha() and len(stage) <= 20
    row = {
        "source_id": source_id,
        "url": storable(url),
        "at": at,
        "stage": stage if known else "visit",
        "message": storable(message[:1000]),
    }
    _insert.run(conn, row)


def list_errors(
    conn: Connection,
    *,
    source: str | None = None,
    since: datetime | None = None,
    before: int | None = None,
    limit: int | None = None,
) -> list[StoredError]:
    """The newest first; `before`: only those below that id."""
    s = schema.sources
    query = (
        select(_X, s.c.url.label("source_url"))
        .outerjoin(s, s.c.id == _X.c.source_id)
        .order_by(_X.c.id.desc())
    )
    if source is not None:
        query = query.where(_X.c.source_id == source)
    if since is not None:
        query = query.where(_X.c.at >= since)
    if before is not None:
        query = query.where(_X.c.id < before)
    rows = conn.execute(query.limit(limit)).all()
    return [StoredError(r.id, r.source_id, r.source_url, r.url, r.at, r.stage, r.message) for r in rows]


def prune_errors(conn: Connection) -> int:
    """Forget all but the newest; returns how many were forgotten."""
    newest = conn.execute(select(func.max(_X.c.id))).scalar() or 0
    return conn.execute(delete(_X).where(_X.c.id <= newest - KEPT)).rowcount
