"""Entries: what waits to be read, who reads it now, and how it ended.

waiting ─claim→ (leased) ─save_article→ read
   ↑                │ ├─dismiss→ dismissed   (the page is no article)
   └────retry───────┘ └─give_up→ given_up
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, func, or_, select, update

from storage import schema
from storage.clean import storable
from storage.errors import record_error
from storage.records import Waiting

MAX_CLAIMS = 5  # an entry whose reader died so often is what kills its readers

_E, _S = schema.entries, schema.sources


def claim(
    conn: Connection, now: datetime, limit: int, *, worker: str, lease_s: int, per_host: int = 8
) -> list[Waiting]:
    """Claim up to `limit` entries, the newest first, at most `per_host` under way for one host."""
    leased = and_(_E.c.leased_until.is_not(None), _E.c.leased_until >= now)
    held_by = (
        select(_E.c.host, func.count().label("n"))
        .where(_E.c.state == "waiting", leased)
        .group_by(_E.c.host)
        .cte()
    )
    place = func.row_number().over(partition_by=_E.c.host, order_by=_E.c.id.desc())
    ready = (
        select(_E.c.id, _E.c.host, place.label("place"))
        .join(_S, _S.c.id == _E.c.source_id)
        .where(
            _E.c.state == "waiting",
            or_(_E.c.leased_until.is_(None), _E.c.leased_until < now),
            or_(_E.c.next_at.is_(None), _E.c.next_at <= now),
            _S.c.configured,
            _S.c.enabled,
        )
        .cte()
    )
    chosen = (
        select(ready.c.id)
        .outerjoin(held_by, held_by.c.host == ready.c.host)
        .where(ready.c.place + func.coalesce(held_by.c.n, 0) <= per_host)
        .order_by(ready.c.id.desc())
        .limit(limit)
    )
    ids = list(conn.execute(chosen).scalars())
    if not ids:
        return []
    until = now + timedelta(seconds=lease_s)
    free = or_(_E.c.leased_until.is_(None), _E.c.leased_until < now)  # another process may have been quicker
    taken = (
        update(_E)
        .where(_E.c.id.in_(ids), _E.c.state == "waiting", free)
        .values(leased_by=worker, leased_until=until, tries=_E.c.tries + 1)
        .returning(
            _E.c.id,
            _E.c.source_id,
            _E.c.url,
            _E.c.tries,
            _E.c.title,
            _E.c.summary,
            _E.c.published_at,
            _E.c.language,
            _E.c.next_at,
        )
    )
    rows = sorted(conn.execute(taken).all(), key=lambda r: -r.id)
    return [w for w in (_waiting(row, until) for row in rows) if not _hopeless(conn, w, now)]


def retry(conn: Connection, entry_id: int, at: datetime, message: str, now: datetime) -> None:
    """Let the entry wait until `at`."""
    _end(conn, entry_id, "waiting", message, now, next_at=at)


def give_up(conn: Connection, entry_id: int, message: str, now: datetime) -> None:
    """Read the entry no more."""
    _end(conn, entry_id, "given_up", message, now)


def dismiss(conn: Connection, entry_id: int, message: str, now: datetime) -> None:
    """The entry's page is no article: read it no more."""
    _end(conn, entry_id, "dismissed", message, now)


def skip(conn: Connection, entry_id: int) -> None:
    """Its source is read on match only and the entry matches nothing: no fault of anybody's."""
    values = {
        "state": "dismissed",
        "message": "no forum in what was announced",
        "leased_by": None,
        "leased_until": None,
    }
    conn.execute(update(_E).where(_E.c.id == entry_id).values(**values))


def counts(conn: Connection) -> dict[str, int]:
    """How many entries are in each state."""
    return {row[0]: row[1] for row in conn.execute(select(_E.c.state, func.count()).group_by(_E.c.state))}


def _end(
    conn: Connection, entry_id: int, state: str, message: str, now: datetime, next_at: datetime | None = None
) -> None:
    message = storable(message[:1000])
    values = {"state": state, "message": message, "next_at": next_at, "leased_by": None, "leased_until": None}
    changed = update(_E).where(_E.c.id == entry_id).values(**values).returning(_E.c.source_id, _E.c.url)
    row = conn.execute(changed).one_or_none()
    if row is not None:
        record_error(conn, row.source_id, row.url, message, now)


def _waiting(row: object, until: datetime) -> Waiting:
    names = ("id", "source_id", "url", "title", "summary", "published_at", "language")
    values = {name: getattr(row, name) for name in names}
    return Waiting(**values, tries=row.tries, leased_until=until)  # type: ignore[attr-defined]


def _hopeless(conn: Connection, waiting: Waiting, now: datetime) -> bool:
    """Whether readers keep dying over this entry; then it is given up."""
    last = (
        conn.execute(select(_E.c.message).where(_E.c.id == waiting.id)).scalar()
        if waiting.tries > MAX_CLAIMS
        else ""
    )
    if last is None:  # no reading ever came to an end, not even to a failure
        give_up(conn, waiting.id, f"read: begun {waiting.tries - 1} times and never ended", now)
        return True
    return False
