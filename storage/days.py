"""How many mentions were told on each day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import BigInteger, Connection, func, select, type_coerce

from storage import schema
from storage.columns import EPOCH

_M = schema.mentions
_DAY_US = timedelta(days=1) // timedelta(microseconds=1)


def per_day(conn: Connection, since: datetime, until: datetime, forum: str | None = None) -> dict[date, int]:
    """Mentions that stand and nobody rejected, by the UTC day on which their articles came out; every day of the span."""
    day = type_coerce(_M.c.told_at, BigInteger) // _DAY_US
    query = select(day, func.count()).where(
        _M.c.gone_at.is_(None), _M.c.triage != "rejected", _M.c.told_at >= since, _M.c.told_at <= until
    )
    if forum is not None:
        query = query.where(_M.c.forum_id == forum)
    first, last = since.date(), until.date()
    counts = {first + timedelta(days=n): 0 for n in range((last - first).days + 1)}
    for number, count in conn.execute(query.group_by(day)):
        counts[(EPOCH + timedelta(days=int(number))).date()] = count
    return counts
