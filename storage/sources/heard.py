"""Polls, counted by source and day (UTC), and for how long each source was not heard.

    record_visit ─note→ polls ─heard_days.history→ who was heard in a time
    a row of sources ─unheard_now→ since when it is late

A source is unheard from the moment at which a poll was due, after the last answer, to the next answer, where that
came more than OVERDUE_AFTER late: it failed, or nobody polled. Such a time is written down by the answer that ends
it, cut into days; until then it is told by the row of the source.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, delete, func, select, tuple_

from storage import schema
from storage.engine.prepared import Prepared
from storage.engine.statements import adding
from storage.records import OVERDUE_AFTER
from storage.waiting.daily import DAY, begin, number

KEPT_DAYS = 400  # a year can be set beside the one before, with some room
SLICE = 100_000  # rows forgotten at one time: a daily `once` keeps up with as many sources

_P, _T = schema.polls, schema.sources
STANDING = tuple(  # of sources: how a source stands with its polls
    _T.c[name]
    for name in ("id", "configured", "enabled", "gone", "failures", "polled_at", "succeeded_at", "next_at")
) + (_T.c.heard_from, _T.c.heard_until)
_CHUNK = 500  # bound values of one statement
Spans = dict[int, float]  # seconds by day
Late = tuple[datetime, datetime]  # since when a source is unheard, and until when that is told


def note(
    conn: Connection,
    source_id: str,
    now: datetime,
    *,
    failed: bool,
    entries: int,
    new: int,
    late: datetime | None,
) -> None:
    """Count a poll that announced so many `entries` which had not been there before, of them `new` to all.

    `late`: since when its source was unheard, if this answer ends such a time.
    """
    add, today = _add(conn.dialect.name), number(now)
    spent = seconds_by_day(max(late, now - KEPT_DAYS * DAY), now) if late is not None and late < now else {}
    row = {"source_id": source_id, "polls": 0, "failed": 0, "unchanged": 0, "new": 0}
    before = [row | {"day": day, "unheard_s": round(spent[day])} for day in spent if day != today]
    unchanged = not failed and not entries
    row |= {"polls": 1, "failed": int(failed), "unchanged": int(unchanged), "new": new}
    add.run(conn, *before, row | {"day": today, "unheard_s": round(spent.get(today, 0))})


def speaking(conn: Connection, since: Mapping[str, datetime], now: datetime) -> frozenset[str]:
    """Of sources, since a day for each, those that have announced what had not been there before, though others may have
    announced it first.
    """
    spoke = _P.c.polls > _P.c.failed + _P.c.unchanged
    names, found = sorted(since, key=lambda name: since[name]), set[str]()
    for start in range(0, len(names), _CHUNK):
        some = names[start : start + _CHUNK]
        days = range(number(since[some[0]]), number(now) + 1)
        last = select(_P.c.source_id, func.max(_P.c.day)).where(
            _P.c.day.in_(days), _P.c.source_id.in_(some), spoke
        )
        rows = conn.execute(last.group_by(_P.c.source_id))
        found |= {name for name, day in rows if day >= number(since[name])}
    return frozenset(found)


def prune_polls(conn: Connection, now: datetime) -> int:
    """Forget the first SLICE rows of what is older than KEPT_DAYS; returns how many were forgotten."""
    keys = tuple_(_P.c.day, _P.c.source_id)
    old = _P.c.day < number(now) - KEPT_DAYS
    beyond = select(_P.c.day, _P.c.source_id).where(old).order_by(_P.c.day, _P.c.source_id)
    edge = conn.execute(beyond.offset(SLICE).limit(1)).one_or_none()
    some = old if edge is None else keys < tuple_(*edge)
    return conn.execute(delete(_P).where(some)).rowcount


def unheard_now(row: Any, since: datetime, until: datetime, now: datetime) -> Late | None:
    """For how long, within a time, a row (STANDING) is unheard that no answer has ended: its source fails, or nobody
    polls it. Of one that is asked no more: how long it had failed when it was asked last.
    """
    end = min(until, now)
    if not asked(row):
        begun, end = row.heard_until or end, min(row.polled_at or end, end)
    elif _overdue(row, now):
        begun = row.heard_until or row.succeeded_at or since
    else:
        return None
    begun = max(begun, since)
    return (begun, end) if begun < end else None


def asked(row: Any) -> bool:
    """Whether the source of a row (STANDING) is polled."""
    return bool(row.configured and row.enabled and not row.gone)


def seconds_by_day(since: datetime, until: datetime) -> Spans:
    """How much of each day lies between two moments."""
    found: Spans = {}
    while since < until:
        day = number(since)
        end = min(begin(day + 1), until)
        found[day] = (end - since).total_seconds()
        since = end
    return found


@cache
def _add(dialect: str) -> Prepared:
    return Prepared(adding(dialect, _P), [column.name for column in _P.c])


def _overdue(row: Any, now: datetime) -> bool:
    if row.heard_until:  # what has never answered was not heard either, however short that is
        return bool(row.heard_until < now - OVERDUE_AFTER or row.succeeded_at is None)
    if row.polled_at is None:
        return False
    due = row.next_at  # as an older version left it: what fails is late
    return bool(row.failures or (due is not None and due < now - OVERDUE_AFTER))
