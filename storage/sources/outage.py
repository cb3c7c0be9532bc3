"""What failed while nobody could be reached: it is asked again soon, as if it had not failed."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from sqlalchemy import Connection, func, or_, select, update

from storage import schema
from storage.records import OFFLINE
from storage.shape.columns import EPOCH

MOST = 2000  # errors looked through: no more fail before an outage is noticed

_CHUNK = 500  # bound values of one statement

_T, _E, _X = schema.sources, schema.entries, schema.errors


def excuse(conn: Connection, since: datetime | None, until: datetime, begun_at: datetime) -> None:
    """Let sources and entries that failed after `since` wait no longer than `until`, and entries have their tries back.

    `since` is when anybody answered last; None: it is not known, and the last poll that was answered stands in.
    `begun_at` is when the program began: what it tried in vain before, it was excused for before.
    """
    since = since or conn.execute(select(func.max(_T.c.succeeded_at))).scalar() or EPOCH
    unanswered = or_(_T.c.succeeded_at.is_(None), _T.c.succeeded_at < _T.c.polled_at)
    failed = (_T.c.polled_at > since) & unanswered & (_T.c.failures > 0) & ~_T.c.gone
    conn.execute(update(_T).where(failed, _T.c.next_at > until).values(next_at=until))
    newest = select(_X.c.source_id, _X.c.url, _X.c.at, _X.c.message).order_by(_X.c.id.desc()).limit(MOST)
    lately = [row for row in conn.execute(newest) if row.at > since]
    told = {(row.source_id, row.url) for row in lately}
    in_vain = [row for row in lately if row.at >= begun_at and not row.message.startswith(OFFLINE)]
    _spare(conn, Counter((row.source_id, row.url) for row in in_vain), until)
    asleep = (_E.c.wake_at > until) & _E.c.leased_by.is_(None)
    put_off = conn.execute(select(_E.c.id, _E.c.source_id, _E.c.url).where(asleep))
    theirs = [row.id for row in put_off if (row.source_id, row.url) in told]
    for start in range(0, len(theirs), _CHUNK):
        some = _E.c.id.in_(theirs[start : start + _CHUNK])
        conn.execute(update(_E).where(some, asleep).values(wake_at=until))


def _spare(conn: Connection, in_vain: Counter[tuple[str, str]], until: datetime) -> None:
    """Count so many tries less, by source and address; what was given up at the last of them waits again."""
    entry = select(_E.c.id, _E.c.source_id, _E.c.url, _E.c.tries)
    whose = {source_id for source_id, _ in in_vain}
    asleep = entry.where(schema.ASLEEP, _E.c.wake_at > until, _E.c.leased_by.is_(None))
    given_up = entry.where(_E.c.source_id.in_(whose), _E.c.state == "given_up")
    for query, becomes in ((asleep, {}), (given_up, {"state": "waiting", "wake_at": until})):
        for row in conn.execute(query).all():
            if tries := in_vain[row.source_id, row.url]:
                fewer = {"tries": max(row.tries - tries, 0)} | becomes
                conn.execute(update(_E).where(_E.c.id == row.id).values(**fewer))


def offline_since(conn: Connection) -> datetime | None:
    """Since when nobody is reached, if that was so at the last poll: the last answer, or the first such poll."""
    said = _T.c.error.startswith(OFFLINE, autoescape=True) & (_T.c.failures > 0) & _T.c.configured
    first, last = conn.execute(select(func.min(_T.c.polled_at), func.max(_T.c.polled_at)).where(said)).one()
    answered: datetime | None = conn.execute(select(func.max(_T.c.succeeded_at))).scalar()
    if last is None or (answered is not None and answered > last):
        return None
    return answered or first
