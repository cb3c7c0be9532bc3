"""Who was heard on which days of a time, and who was not: of the rows of polls and of what is late now.

polls (days that are over) ─┬─history→ History: all sources together, day by day, and the longest unheard by name
sources (what is late now) ─┘
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, or_, select

from storage import schema
from storage.sources.heard import KEPT_DAYS, STANDING, Late, asked, seconds_by_day, unheard_now
from storage.waiting.daily import DAY, begin, number, polled

_P, _T = schema.polls, schema.sources


@dataclass(frozen=True, slots=True)
class HeardDay:
    """All sources on one day."""

    day: str  # 2026-07-01, UTC
    polls: int
    failed: int
    unchanged: int
    new: int  # entries
    unheard: int  # sources that were unheard for a part of it
    unheard_hours: float  # all together


@dataclass(frozen=True, slots=True)
class HeardSource:
    """One source that was not heard all the time."""

    source_id: str
    hours: float  # of the time, since it was first polled
    unheard_hours: float
    days: tuple[str, ...]  # on which it was unheard

    def __str__(self) -> str:
        return f"{self.source_id}: {self.unheard_hours:.1f} of {self.hours:.1f} hours, {_told(self.days)}"


@dataclass(frozen=True, slots=True)
class History:
    """Whole days (UTC) of a time, up to now."""

    begins_at: datetime | None  # where it does, within the time; None: no poll of it is known
    ends_at: datetime
    sources: int  # whose polls are known
    stopped: int  # of them, those that are asked no more: they count until their last poll
    throughout: int  # of them, heard all the time
    hours: float  # of all sources together
    unheard_hours: float
    worst: tuple[HeardSource, ...]  # the longest unheard first
    days: tuple[HeardDay, ...]  # from begins_at on, each


def history(conn: Connection, since: datetime, until: datetime, now: datetime, named: int) -> History:
    """Who was heard on the days that `since` and `until` lie in and between them; `named`: sources told one by one."""
    start = begin(max(number(since), number(now) - KEPT_DAYS))
    end = min(begin(number(min(until, now) - timedelta(microseconds=1)) + 1), now)
    hours, late, begins, stopped = _standing(conn, start, end, now)
    if begins >= end:
        return History(None, end, 0, 0, 0, 0.0, 0.0, (), ())
    span = range(number(begins), number(end - timedelta(microseconds=1)) + 1)
    inside = _P.c.day.between(span[0], span[-1])
    lost = _lost(conn, inside, late)
    found = sorted(
        ((s, name) for name, s in lost.items() if name in hours), key=lambda each: (-each[0], each[1])
    )
    return History(
        begins_at=begins,
        ends_at=end,
        sources=len(hours),
        stopped=stopped,
        throughout=len(hours) - len(found),
        hours=sum(hours.values()),
        unheard_hours=sum(s for s, _ in found) / 3600,
        worst=_worst(conn, span, found[:named], hours, late),
        days=tuple(_days(conn, inside, span, late)),
    )


def _name(day: int) -> str:
    return begin(day).date().isoformat()


class _Standing(NamedTuple):
    """Sources that were polled in a time, as far as their rows tell, and are not new since then."""

    hours: dict[str, float]  # for how many each was polled
    late: dict[str, Late]  # those that are unheard at its end
    begins: datetime  # since when any of them was polled
    stopped: int  # how many are asked no more


def _standing(conn: Connection, start: datetime, end: datetime, now: datetime) -> _Standing:
    met = select(*STANDING).where(_T.c.heard_from < end, or_(schema.POLLED, _T.c.polled_at >= start))
    hours, late, first, stopped = {}, {}, end, 0
    for row in conn.execute(met):
        last = end if asked(row) else min(row.polled_at, end)
        hours[row.id] = (last - max(row.heard_from, start)) / timedelta(hours=1)
        first = min(first, row.heard_from)
        stopped += last < end
        if unheard := unheard_now(row, max(start, row.heard_from), end, now):
            late[row.id] = unheard
    return _Standing(hours, late, max(first, start), stopped)


def _lost(conn: Connection, inside: Any, late: Mapping[str, Late]) -> dict[str, float]:
    """Seconds for which each source was unheard."""
    summed = select(_P.c.source_id, func.sum(_P.c.unheard_s)).where(inside, schema.UNHEARD)
    found = defaultdict(float, {name: float(s) for name, s in conn.execute(summed.group_by(_P.c.source_id))})
    for name, (begun, end) in late.items():
        found[name] += (end - begun).total_seconds()
    return found


def _worst(
    conn: Connection,
    span: range,
    found: Sequence[tuple[float, str]],
    hours: Mapping[str, float],
    late: Mapping[str, Late],
) -> tuple[HeardSource, ...]:
    names = [name for _, name in found]
    on: dict[str, set[int]] = {
        name: set(seconds_by_day(*late[name])) if name in late else set() for name in names
    }
    # days one by one, each found by its key: a range of them would be gone through for each source
    of_them = (_P.c.day.in_(span), _P.c.source_id.in_(names))
    rows = select(_P.c.source_id, _P.c.day).where(*of_them, schema.UNHEARD)
    for name, day in conn.execute(rows) if names else ():
        on[name].add(day)
    return tuple(
        HeardSource(name, hours[name], min(lost / 3600, hours[name]), tuple(map(_name, sorted(on[name]))))
        for lost, name in found
    )


def _days(conn: Connection, inside: Any, span: range, late: Mapping[str, Late]) -> Iterator[HeardDay]:
    counted = select(_P.c.day, func.count(), func.sum(_P.c.unheard_s)).where(inside, schema.UNHEARD)
    unheard = {day: (sources, int(lost)) for day, sources, lost in conn.execute(counted.group_by(_P.c.day))}
    asked_on, twice = polled(conn, span), _again(conn, late)
    for day, (more, spent) in zip(span, _each_day(span, late.values()), strict=True):
        sources, lost = unheard.get(day, (0, 0))
        polls, failed, unchanged, new = asked_on.get(day, (0, 0, 0, 0))
        sources += more - twice[day]
        yield HeardDay(_name(day), polls, failed, unchanged, new, sources, (lost + spent) / 3600)


def _again(conn: Connection, late: Mapping[str, Late]) -> Counter[int]:
    """How many sources, by day, are unheard since that day and had been unheard before on the same one."""
    since = {name: number(begun) for name, (begun, _) in late.items()}
    if not since:
        return Counter()
    rows = select(_P.c.day, _P.c.source_id).where(_P.c.day.in_(set(since.values())), schema.UNHEARD)
    return Counter(day for day, name in conn.execute(rows) if since.get(name) == day)


def _each_day(span: range, late: Iterable[Late]) -> Iterator[tuple[int, float]]:
    """How many of `late` each day of `span`, in which they lie, has, and for how many seconds.

    Summed by differences: what lasts a year costs no more than what lasts two days.
    """
    begun, whole = [0] * (len(span) + 1), [0] * (len(span) + 1)
    parts = [0.0] * len(span)
    for since, until in late:
        first, last = number(since) - span[0], number(until - timedelta(microseconds=1)) - span[0]
        begun[first] += 1
        begun[last + 1] -= 1
        if first == last:
            parts[first] += (until - since).total_seconds()
            continue
        parts[first] += (begin(span[first] + 1) - since).total_seconds()
        parts[last] += (until - begin(span[last])).total_seconds()
        whole[first + 1] += 1
        whole[last] -= 1
    days = zip(accumulate(begun), accumulate(whole), parts, strict=False)
    return ((sources, DAY.total_seconds() * lasting + part) for sources, lasting, part in days)


def _told(days: Sequence[str]) -> str:
    """Days in words, those that follow each other together."""
    spans: list[list[str]] = []
    for day in days:
        after = datetime.fromisoformat(day).date() - DAY
        if spans and spans[-1][-1] == after.isoformat():
            spans[-1] = [spans[-1][0], day]
        else:
            spans.append([day])
    return "on " + ", ".join(" to ".join(span) for span in spans)
