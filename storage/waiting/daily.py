"""Days (UTC) that are over, summed, so that a year is told without counting its polls and entries one by one.

    polls, entries ─sum_days→ days ─polled, announced→ reports

A day is summed once it has been over for a day, when no machine's clock writes into it any more, and after those
before it: one that lies before the last of them and has no row had nothing. What is not summed is counted.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from storage import schema
from storage.shape.columns import EPOCH

AT_ONCE = 2  # days summed in one go: a daily `once` catches up, and a writer waits for 200,000 rows at most
OVER = 2  # a day is over for a day when the day after the next has begun
DAY = timedelta(days=1)
COUNTS = ("polls", "failed", "unchanged", "new")

_D, _P, _E = schema.days, schema.polls, schema.entries


def number(at: datetime) -> int:
    """Days since 1970 (UTC)."""
    return (at - EPOCH) // DAY


def begin(day: int) -> datetime:
    """The moment at which a day of that number begins."""
    return EPOCH + day * DAY


def sum_days(conn: Connection, now: datetime) -> int:
    """Sum the next AT_ONCE days that are over and had polls or entries; returns how many there were."""
    summed = 0
    day = _next(conn, _last(conn))
    while day is not None and day <= number(now) - OVER and summed < AT_ONCE:
        sums = (func.coalesce(func.sum(_P.c[name]), 0) for name in COUNTS)
        polled = conn.execute(select(*sums).where(_P.c.day == day)).one()
        row = dict(zip(COUNTS, map(int, polled), strict=True))
        row |= {"day": day, "announced": _counted(conn, begin(day), begin(day + 1))}
        conn.execute(insert(_D).values(row))
        summed += 1
        day = _next(conn, day)
    return summed


def put_back(conn: Connection, now: datetime) -> None:
    """The clock may have been set back: days that are not over any more are not summed."""
    conn.execute(delete(_D).where(_D.c.day > number(now) - OVER))


def polled(conn: Connection, days: range) -> dict[int, tuple[int, ...]]:
    """The COUNTS of each of these days that has any."""
    kept = select(_D.c.day, *(_D.c[name] for name in COUNTS)).where(_D.c.day.between(days[0], days[-1]))
    sums = (func.sum(_P.c[name]) for name in COUNTS)
    late = _P.c.day.between(max(days[0], _last(conn) + 1), days[-1])
    rows = [*conn.execute(kept), *conn.execute(select(_P.c.day, *sums).where(late).group_by(_P.c.day))]
    return {day: tuple(map(int, counts)) for day, *counts in rows}


def announced(conn: Connection, since: datetime, until: datetime) -> int:
    """How many entries were announced in a time."""
    first = number(since) + (since > begin(number(since)))  # that lies in it as a whole
    end = min(number(until), _last(conn) + 1)
    if first >= end:
        return _counted(conn, since, until)
    kept = select(func.coalesce(func.sum(_D.c.announced), 0)).where(_D.c.day.between(first, end - 1))
    parts = _counted(conn, since, begin(first)) + _counted(conn, begin(end), until)
    return int(conn.execute(kept).scalar_one()) + parts


def _last(conn: Connection) -> int:
    """The last day that is summed; -1: none."""
    return int(conn.execute(select(func.coalesce(func.max(_D.c.day), -1))).scalar_one())


def _next(conn: Connection, day: int) -> int | None:
    """The first day after `day` that had polls or entries."""
    polled: int | None = conn.execute(select(func.min(_P.c.day)).where(_P.c.day > day)).scalar()
    seen: Any = conn.execute(select(func.min(_E.c.seen_at)).where(_E.c.seen_at >= begin(day + 1))).scalar()
    return min((each for each in (polled, seen and number(seen)) if each is not None), default=None)


def _counted(conn: Connection, since: datetime, until: datetime) -> int:
    inside = (_E.c.seen_at >= since, _E.c.seen_at < until)
    return int(conn.execute(select(func.count()).where(*inside)).scalar_one())
