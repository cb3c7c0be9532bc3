"""Days, weeks and months as the clocks of a time zone show them → the moments at which they begin; and whether one has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

MOST = 4_000  # periods of one report: ten years of days
DAY = timedelta(days=1)
AHEAD_OF_UTC = timedelta(days=1)  # no zone is further


class TooMany(ValueError):
    """More periods than a report can show."""


@dataclass(frozen=True, slots=True)
class Period:
    """One of them: its name for people, and when it begins."""

    name: str
    start: datetime  # UTC


def _day(day: date) -> date:
    return day


def _week(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _month(day: date) -> date:
    return day.replace(day=1)


# kind → (the first day of the period of a day, longer than any, its name)
KINDS: dict[str, tuple[Callable[[date], date], timedelta, str]] = {
    "day": (_day, DAY, "%Y-%m-%d"),
    "week": (_week, 7 * DAY, "%G-W%V"),
    "month": (_month, 31 * DAY, "%Y-%m"),
}


def periods(kind: str, since: datetime, until: datetime, zone: tzinfo) -> list[Period]:
    """Those from the one that `since` lies in to the last that begins before `until`. Raises TooMany."""
    begins, length, name = KINDS[kind]
    day = begins(since.astimezone(zone).date())
    out: list[Period] = []
    while (start := midnight(day, zone)) < until:
        out.append(Period(day.strftime(name), start))
        if len(out) > MOST:
            raise TooMany(f"more than {MOST} {kind}s; ask for a shorter time, or by month")
        day = begins(day + length)
    return out


def in_part(kind: str, since: datetime, until: datetime, zone: tzinfo) -> list[str]:
    """The names of those periods that begin before `since` or end behind `until`: what is counted of them is not all."""
    begins, length, _ = KINDS[kind]
    spans = periods(kind, since, until, zone)
    ends = midnight(begins(spans[-1].start.astimezone(zone).date() + length), zone)
    cut = [spans[0].name] if spans[0].start < since else []
    return list(dict.fromkeys([*cut, *([spans[-1].name] if ends > until else [])]))


def midnight(day: date, zone: tzinfo) -> datetime:
    """When that day begins, in UTC: where clocks leap over midnight, at the leap."""
    return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)


def has_yet_to_come(moment: datetime, now: datetime) -> bool:
    """Whether it lies ahead of every clock: a day that has begun somewhere has come. Nothing happened since, and that is
    no "nothing new".
    """
    return moment > now + AHEAD_OF_UTC
