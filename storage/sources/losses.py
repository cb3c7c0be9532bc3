"""Windows in which a source may have announced what nobody saw: noticed by a visit, gone through by a search.

    note ─→ open ─claim→ (on loan for an hour) ─end→ searched: proved to be whole now, or not
             ↑                 │
             ├────put_off──────┤  the site did not answer; after MAX_TRIES it ends, not proved
             └───give_back─────┘  the worker was stopped meanwhile
    a later poll shows all of its time ─prove→ whole, searched or not

Rows are kept for a year. What is not proved is told of for a month.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, or_, select, update

from storage import schema
from storage.shape.columns import EPOCH
from storage.text.clean import host_of, storable

JOINED = timedelta(hours=1)  # windows of one source that lie closer together are one
SEARCH_EVERY = timedelta(days=1)  # of one source
ON_LOAN = timedelta(hours=1)  # twenty requests a minute apart, and their deadlines
NO_END = "search: the program was stopped each time while it searched"
FIRST_RETRY, RETRY_GROWTH, MAX_TRIES = timedelta(hours=1), 4, 4  # after 1, 4 and 16 hours
TOLD = timedelta(days=30)
PINNED = 3  # entries of a document that may stand there for good: known ones that are no more prove nothing
KEPT = timedelta(days=365)
WINDOW = 8  # times the windows wanted are looked through for hosts that nobody asks

_L, _T = schema.losses, schema.sources
_open = _L.c.proved.is_not(True)


@dataclass(frozen=True, slots=True)
class Loss:
    """A window in which entries may have been missed."""

    id: int
    source_id: str
    from_at: datetime  # the last poll before it that was answered
    to_at: datetime  # the poll that shared nothing with that one
    searched_at: datetime | None  # when the source's site was searched for it
    found: int | None  # entries that the search brought
    proved: bool | None  # whether the search reached back to from_at
    message: str | None  # where it looked, or why it failed
    search_at: datetime | None = None  # the next search; None: no more
    tries: int = 0  # searches begun


_TOLD = [each.name for each in fields(Loss) if each.name != "tries"]


@dataclass(frozen=True, slots=True)
class Standing:
    """What of one source is open."""

    windows: int
    from_at: datetime
    to_at: datetime

    def __str__(self) -> str:
        several = f", {self.windows} windows" if self.windows > 1 else ""
        return f"{self.from_at:%Y-%m-%d %H:%M} to {self.to_at:%Y-%m-%d %H:%M} UTC{several}"


def note(conn: Connection, source_id: str, from_at: datetime, to_at: datetime) -> None:
    """Something may have been missed in between; a window right behind one not searched for yet prolongs it."""
    close = (_L.c.from_at <= from_at) & (_L.c.to_at >= from_at - JOINED)
    last = update(_L).where(_L.c.source_id == source_id, _L.c.search_at.is_not(None), _L.c.tries == 0, close)
    if not conn.execute(last.values(to_at=to_at)).rowcount:
        row = {"source_id": source_id, "from_at": from_at, "to_at": to_at, "search_at": to_at}
        conn.execute(insert(_L).values(**row))


def claim(
    conn: Connection,
    now: datetime,
    limit: int,
    without: Collection[str] = (),
    *,
    worker: str | None = None,
    elsewhere: Collection[str] = (),
    domain_of: Callable[[str], str | None] = lambda host: None,
) -> list[Loss]:
    """Lend up to `limit` windows that are to be searched for, of sources that answer, none `without`; one a source and
    day. None is of a host, or of its domain, that is asked `elsewhere` now.
    """
    closed = {domain_of(host) or host for host in elsewhere}
    other = _L.alias()
    under_way = (other.c.tries > 0) & (other.c.search_at > now)
    lately = (
        select(other.c.id)
        .where(other.c.source_id == _L.c.source_id, other.c.id != _L.c.id)
        .where(or_(other.c.searched_at > now - SEARCH_EVERY, under_way))
    )
    due = (
        select(_L, _T.c.url, _T.c.moved_to)
        .join(_T, _T.c.id == _L.c.source_id)
        .where(schema.SEARCHED_FOR, _L.c.search_at <= now, schema.POLLED, _T.c.failures == 0)
        .where(~lately.exists(), _L.c.source_id.not_in(without))
        .order_by(_L.c.search_at, _L.c.id)
        .limit(limit * WINDOW if closed else limit)
    )
    rows: dict[str, Any] = {}
    for row in conn.execute(due).all():
        hosts = [host_of(url) for url in (row.url, row.moved_to) if url] if closed else []
        if len(rows) >= limit or any((domain_of(host) or host) in closed for host in hosts):
            continue
        if row.tries >= MAX_TRIES:
            end(conn, _loss(row, tries=row.tries), 0, False, NO_END, now)
        else:
            rows.setdefault(row.source_id, row)
    for row in rows.values():
        lent = {"search_at": now + ON_LOAN, "leased_by": worker, "tries": row.tries + 1}
        conn.execute(update(_L).where(_L.c.id == row.id).values(**lent))
    return [_loss(row, tries=row.tries + 1) for row in rows.values()]


def end(conn: Connection, loss: Loss, found: int, proved: bool, message: str, now: datetime) -> None:
    """It was searched for, and that is all that can be done."""
    said = {"searched_at": now, "found": found, "proved": proved, "message": storable(message[:1000])}
    conn.execute(update(_L).where(_L.c.id == loss.id, _open).values(search_at=None, leased_by=None, **said))


def put_off(conn: Connection, loss: Loss, message: str, now: datetime) -> None:
    """The search failed: it is tried again later, and after the last time it ends."""
    if loss.tries >= MAX_TRIES:
        end(conn, loss, 0, False, message, now)
        return
    again = now + FIRST_RETRY * RETRY_GROWTH ** (loss.tries - 1)
    told = {"search_at": again, "leased_by": None, "message": storable(message[:1000])}
    conn.execute(update(_L).where(_L.c.id == loss.id, _open).values(**told))


def give_back(conn: Connection, worker: str, only: int | None = None) -> None:
    """Free what `worker` searches for, or one window `only`, as if it had never begun: to be stopped four times must not end
    a search."""
    held = (_L.c.leased_by == worker) & schema.SEARCHED_FOR
    held = held if only is None else held & (_L.c.id == only)
    free = {"search_at": EPOCH, "leased_by": None, "tries": _L.c.tries - 1}
    conn.execute(update(_L).where(held).values(**free))


def open_windows(conn: Connection, source_id: str, now: datetime) -> list[tuple[int, datetime]]:
    """What is open of a source and not older than a month: the number of each window, and where it begins."""
    theirs = (_L.c.source_id == source_id) & _open & (_L.c.to_at >= now - TOLD)
    return [(row.id, row.from_at) for row in conn.execute(select(_L.c.id, _L.c.from_at).where(theirs))]


def prove(conn: Connection, loss_id: int, message: str) -> None:
    """Nothing is missing of it; it is searched for no more."""
    whole = {"proved": True, "search_at": None, "leased_by": None, "message": message}
    conn.execute(update(_L).where(_L.c.id == loss_id).values(**whole))


def standing(conn: Connection, now: datetime) -> dict[str, Standing]:
    """What is open of each source and not older than a month."""
    query = (
        select(_L.c.source_id, func.count(), func.min(_L.c.from_at), func.max(_L.c.to_at))
        .where(_open, _L.c.to_at >= now - TOLD)
        .group_by(_L.c.source_id)
    )
    return {source_id: Standing(*rest) for source_id, *rest in conn.execute(query)}


def list_losses(
    conn: Connection,
    *,
    source: str | None = None,
    since: datetime | None = None,
    before: int | None = None,
    limit: int | None = None,
) -> list[Loss]:
    """The window noticed last first; `before`: only those below that id, for one that is prolonged keeps its place."""
    query: Select[Any] = select(_L).order_by(_L.c.id.desc())
    if source is not None:
        query = query.where(_L.c.source_id == source)
    if since is not None:
        query = query.where(_L.c.to_at >= since)
    if before is not None:
        query = query.where(_L.c.id < before)
    return [_loss(row, tries=row.tries) for row in conn.execute(query.limit(limit))]


def prune_losses(conn: Connection, now: datetime) -> int:
    """Forget windows of more than a year ago; returns how many were forgotten."""
    return conn.execute(delete(_L).where(_L.c.to_at < now - KEPT)).rowcount


def _loss(row: Any, tries: int) -> Loss:
    return Loss(**{name: row._mapping[_L.c[name]] for name in _TOLD}, tries=tries)
