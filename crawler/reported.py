"""Reports → their rows: how much was told, by whom, around which days, and how complete that is.

Each reads one moment of the store.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from math import ceil

from sqlalchemy import Connection

from crawler.estimate import LEAST_BOTH, chapman
from crawler.flag import Forum
from crawler.periods import DAY, KINDS, midnight, periods
from crawler.rows import Row
from storage.reports import volumes as counted
from storage.reports.coverage import Coverage, coverage
from storage.reports.standing import Status
from storage.reports.volumes import Scope, Volume

BY = (*KINDS, "language", "country", "source", "outlet", "forum", "edition", "role", "relation")
COUNTS = ("articles", "texts", "outlets", "mentions")
SHARES = tuple(f"{name}_share" for name in COUNTS[:3])
YEAR = timedelta(days=365)
YEARS = range(1900, 2200)  # what lies beyond is a slip, and no calendar reaches on for ever
MINUTE = timedelta(minutes=1)  # the shortest that is told apart: "until now" is a moment ago
WHOLE = 1e-9  # by which a number that is whole may miss itself, reckoned in floats
AROUND = 30  # days before and after an edition opens


def moment_in(value: str, zone: tzinfo, whole: timedelta = timedelta()) -> datetime | None:
    """The midnight of the zone at which a day written 2026-07-01 begins, `whole` later, or a time without an offset as
    the clocks there show it; None for what is neither.
    """
    try:
        return midnight(date.fromisoformat(value) + whole, zone)
    except (ValueError, OverflowError):
        pass
    try:
        found = datetime.fromisoformat(value.strip().upper())
        return None if found.tzinfo else found.replace(tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def unwatched(conn: Connection, since: datetime) -> str:
    """What a count of the time from `since` on leaves out because nobody listened yet; "" where somebody did."""
    began = counted.began_at(conn)
    if began is None or began <= since:
        return ""
    return f"the watch began on {began:%Y-%m-%d}: of what was told before, only what its sources still showed is here"


def volume_rows(conn: Connection, by: str, scope: Scope, zone: tzinfo) -> list[Row]:
    """How much was told, a row for each of what `by` tells apart: one of BY, or origin. Raises TooMany."""
    if by not in KINDS:
        return [row_of(volume.key, volume) for volume in counted.volumes(conn, by, scope)]
    spans = periods(by, scope.since, scope.until, zone)
    found = counted.in_periods(conn, [span.start for span in spans], scope)
    return [row_of(span.name, volume) for span, volume in zip(spans, found, strict=True)]


def share_rows(conn: Connection, scope: Scope) -> list[Row]:
    """How much of all that was told falls to each forum of the scope, with SHARES in hundredths of the sums over all
    forums: one that is asked for alone has not told everything.
    """
    found = counted.volumes(conn, "forum", replace(scope, forum=()))
    sums = {name: sum(getattr(volume, name) for volume in found) or 1 for name in COUNTS[:3]}
    return [
        row_of(volume.key, volume)
        | {f"{name}_share": round(100 * getattr(volume, name) / all_, 2) for name, all_ in sums.items()}
        for volume in found
        if not scope.forum or volume.key in scope.forum
    ]


def edition_rows(conn: Connection, forum: Forum, zone: tzinfo, now: datetime) -> list[Row]:
    """How much was told of each dated edition on each day around its opening, which is day 0.

    A day that has yet to come has no row: beside other editions its 0 would say that nobody speaks of this one.
    """
    rows: list[Row] = []
    for edition in forum.editions:
        if edition.start is None:
            continue
        days = [edition.start + offset * DAY for offset in range(-AROUND, AROUND + 2)]
        starts = [midnight(day, zone) for day in days]
        scope = Scope(starts[0], starts[-1], (forum.id,), edition.year)
        found = counted.in_periods(conn, starts[:-1], scope)
        head = {"forum_id": forum.id, "edition": edition.year}
        rows += [
            {**head, "day": offset, "date": day.isoformat(), **counts_of(volume)}
            for offset, day, start, volume in zip(
                range(-AROUND, AROUND + 1), days, starts, found, strict=False
            )
            if start <= now
        ]
    return rows


def coverage_row(conn: Connection, scope: Scope, now: datetime, seen: Status | None = None) -> Row:
    """How complete the watch was, with an estimate of the texts that nobody brought; `seen`: the status, if known."""
    found = coverage(conn, scope, now, seen)
    words = _estimated(found)
    return {"heard": _heard(found), "estimate": words.pop("estimate")} | asdict(found) | words


def _heard(found: Coverage) -> str:
    """Who was heard on the days of the time, or why nobody can tell."""
    if found.history_from is None:
        return "of that time no poll is known"
    begins, stopped = found.history_from, found.history_stopped
    told = f"polls are known since {begins:%Y-%m-%d %H:%M} UTC only; " if begins > found.since else ""
    lost, hours = found.history_unheard_hours, found.history_hours
    unheard = found.history_sources - found.heard_throughout
    share = 100 * lost / hours if hours else 0
    told += f"{found.heard_throughout} of {found.history_sources} sources heard all the time"
    if unheard:
        told += f", {unheard} not: for {lost:,.1f} of {hours:,.1f} hours ({share:.1f} %) no answer came"
        told += _wider(found)
    if stopped:
        told += f"; {stopped} of them {'is' if stopped == 1 else 'are'} asked no more and counted until the last poll"
    return f"{told}; {found.polls_failed:,} of {found.polls:,} polls failed"


def _wider(found: Coverage) -> str:
    """Polls are known by the day: where one is cut by the time asked for, what is told of it may lie outside."""
    cut = []
    if found.history_from and found.since - found.history_from > MINUTE:
        cut.append(found.since)
    if found.history_until - found.until > MINUTE:
        cut.append(found.until)
    if not cut:
        return ""
    days = " and ".join(dict.fromkeys(f"{at:%Y-%m-%d}" for at in cut))
    return f" (whole days, UTC: some of it may lie outside the time asked for, on {days})"


def row_of(name: object, volume: Volume) -> Row:
    """Counts under a name."""
    return {"key": name, **counts_of(volume)}


def counts_of(volume: Volume) -> Row:
    """The COUNTS."""
    return {name: getattr(volume, name) for name in COUNTS}


def _estimated(found: Coverage) -> Row:
    """How many texts there were in all, or why nobody can tell."""
    first, second, both = found.round_feeds, found.round_pages, found.round_both
    all_, seen = found.texts_feeds + found.texts_pages - found.texts_both, first + second - both
    row: Row = {
        "texts_seen": all_,
        "round_seen": seen,
        "round_estimated": None,
        "round_low": None,
        "round_high": None,
    }
    if both < LEAST_BOTH:
        told = f"too few to estimate: {both} of the texts that go round came by both ways, {LEAST_BOTH} are needed"
        return {**row, "estimate": told}
    told_all = chapman(first, second, both)
    row |= {
        "round_estimated": round(told_all.total),
        "round_low": int(told_all.low + WHOLE),
        "round_high": ceil(told_all.high - WHOLE),
    }
    words = (
        f"{seen} of about {row['round_estimated']} texts that go round (they credit an agency or another outlet) "
        f"were seen (95 %: {row['round_low']} to {row['round_high']}), if feeds and pages see independently; rather too "
        "low, for what is told everywhere is seen by both"
    )
    if alone := all_ - seen:
        words += f"; how many there are like the other {alone}, which credit nobody, nobody can tell"
    return {**row, "estimate": words}
