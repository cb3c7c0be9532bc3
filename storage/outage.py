"""What failed while nobody could be reached: it is asked again soon, as if it had not failed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, func, or_, select, update

from storage import schema
from storage.columns import EPOCH
from storage.records import OFFLINE

MOST = 2000  # errors looked through: no more fail before an outage is noticed

_CHUNK = 500  # bound values of one statement

_T, _E, _X = schema.sources, schema.entries, schema.errors


def excuse(conn: Connection, since: datetime | None, until: datetime) -> None:
    """Let sources and entries that failed after `since` wait no longer than `until`.

    `since` is when anybody answered last; None: it is not known, and the last poll that was answered stands in.
    """
    since = since or conn.execute(select(func.max(_T.c.succeeded_at))).scalar() or EPOCH
    unanswered = or_(_T.c.succeeded_at.is_(None), _T.c.succeeded_at < _T.c.polled_at)
    failed = (_T.c.polled_at > since) & unanswered & (_T.c.failures > 0) & ~_T.c.gone
    conn.execute(update(_T).where(failed, _T.c.next_at > until).values(next_at=until))
    newest = select(_X.c.source_id, _X.c.url, _X.c.at).order_by(_X.c.id.desc()).limit(MOST)
    told = {(row.source_id, row.url) for row in conn.execute(newest) if row.at > since}
    asleep = (_E.c.wake_at > until) & _E.c.leased_by.is_(None)
    put_off = conn.execute(select(_E.c.id, _E.c.source_id, _E.c.url).where(asleep))
    theirs = [row.id for row in put_off if (row.source_id, row.url) in told]
    for start in range(0, len(theirs), _CHUNK):
        some = _E.c.id.in_(theirs[start : start + _CHUNK])
        conn.execute(update(_E).where(some, asleep).values(wake_at=until))


def offline_since(conn: Connection) -> datetime | None:
    """Since when nobody is reached, if that was so at the last poll: the last answer, or the first such poll."""
    said = _T.c.error.startswith(OFFLINE, autoescape=True) & (_T.c.failures > 0) & _T.c.configured
    first, last = conn.execute(select(func.min(_T.c.polled_at), func.max(_T.c.polled_at)).where(said)).one()
    answered: datetime | None = conn.execute(select(func.max(_T.c.succeeded_at))).scalar()
    if last is None or (answered is not None and answered > last):
        return None
    return answered or first
