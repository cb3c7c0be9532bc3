"""A cron line → when it comes next, as cron means it and as clocks on the spot show it.

APScheduler's trigger does the counting, which counts the week from Monday, wants a day of the month and of the week
at once where cron wants either, and misses the midnight after a night in which the clocks go forward.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from apscheduler.triggers.cron import CronTrigger

_NAMES = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_DAYS = re.compile(r"(?:\*|([0-7]|[a-z]{3})(?:-([0-7]|[a-z]{3}))?)(/[1-7])?")


def next_firing(line: str, zone: str, now: datetime) -> datetime | None:
    """The first moment (UTC) after `now` that the line means in that time zone; None: never. Raises ValueError.

    The hour that clocks leave out is the one after it. Of one that they show twice the second counts for lines with a
    star for the minute or the hour alone, as to cron (crontab(5) of cronie): a line for half past two comes once a night.
    """
    found = _next(line, zone, now)
    while found and _is_fixed(line) and found.astimezone(ZoneInfo(zone)).fold:
        found = _next(line, zone, found)
    return found


def _next(line: str, zone: str, now: datetime) -> datetime | None:
    """Likewise; an hour that clocks show twice comes twice."""
    later = now + timedelta(seconds=1)  # a trigger may answer the moment itself, which has just been served
    shown = later.astimezone(ZoneInfo(zone))
    found: list[datetime | None] = []
    for part in _either(line):
        found.append(_trigger(part, zone).get_next_fire_time(None, later))
        # Its steps over a change of the clocks end an hour late; those over what clocks show, in no second hour.
        by_clock = _trigger(part, "UTC").get_next_fire_time(None, shown.replace(tzinfo=UTC))
        found.append(by_clock and by_clock.replace(tzinfo=shown.tzinfo, fold=shown.fold))
    coming = [at.astimezone(UTC) for at in found if at is not None]
    return min((at for at in coming if at > now), default=None)


def _is_fixed(line: str) -> bool:
    """Whether a line names its times."""
    return not any(field.startswith("*") for field in line.split()[:2])


@lru_cache(maxsize=1024)
def _either(line: str) -> tuple[str, ...]:
    """The lines of which any may come: of a day of the month and one of the week either is enough."""
    fields = line.split()
    if len(fields) != 5:
        raise ValueError(f"it has {len(fields)}")
    *times, day, month, said = fields
    weekday = ",".join(_weekdays(said))
    if day.startswith("*") or said.startswith("*"):  # also */2, as cron counts it
        return (" ".join((*times, day, month, weekday)),)
    return " ".join((*times, day, month, "*")), " ".join((*times, "*", month, weekday))


def _weekdays(field: str) -> Iterator[str]:
    """The days of the week by name: their numbers mean other days to the trigger. Raises ValueError."""
    for part in field.lower().split(","):
        days = _DAYS.fullmatch(part)
        first, last, every = days.groups() if days else (None, None, None)
        if not days or not {first, last} <= {None, *_NAMES, *"01234567"}:
            raise ValueError(f"{part!r} is no day of the week: they are mon to sun, or 1 to 7")
        if part == "*":
            yield part
            continue
        begin = _number(first or "sun")
        end = _number(last) if last else begin if first and not every else 6
        if end < begin:  # fri-sun, 5-0
            end += 7
        yield from (_NAMES[n % 7] for n in range(begin, end + 1, int(every[1:]) if every else 1))


def _number(day: str) -> int:
    return int(day) if day.isdigit() else _NAMES.index(day)


@lru_cache(maxsize=1024)
def _trigger(line: str, zone: str) -> CronTrigger:
    from apscheduler.triggers.cron import CronTrigger  # 40 ms that few configurations need

    return CronTrigger.from_crontab(line, timezone=ZoneInfo(zone))
