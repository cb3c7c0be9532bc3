"""An instant told in UTC → the same instant on the day that readers are shown.

A publisher that declares 23:30Z prints tomorrow's date on the page. Its offset is that of the source's zone where one is
set, else what the shown hour or day and the page's language leave possible.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from itertools import chain

from crawler.parse.dates.address import in_address
from crawler.parse.dates.eras import fold
from crawler.parse.dates.marks import is_behind_change, shown
from crawler.parse.dates.near import NAMES, TRUST, YEARLESS, dates_of_block
from crawler.parse.dates.others import is_other
from crawler.parse.dates.places import LONG, is_of_today, order, place_of
from crawler.parse.dates.relative import find_yearless
from crawler.parse.dates.values import (
    Context,
    Neighbourhood,
    Seen,
    aware,
    has_hour,
    past,
    read_date,
    says_updated,
    told_apart,
)
from crawler.parse.dates.zone import hours_of
from crawler.parse.page.blocks import Outline
from crawler.patterns import lazily

SHORT = 60  # characters of what may be a date without a year
LATE = timedelta(days=20)  # a swapped date is at least a month off
A_DAY_S = 90_000  # seconds: a day and the offset that makes it look like another
ABOVE, BELOW = 2, 6  # blocks above the headline, and from it on, that may name the zone of an hour
_LETTERED = lazily(r"\d[:.]\d\d\s(?:[AaPp]\.?[Mm]\.?\s)?\(?(?:[A-Z]{3,4}|МСК)\b")
ONE_COUNTRY = timedelta(hours=2)  # between its zones
HALF_HOUR, A_MOMENT = timedelta(minutes=30), timedelta(minutes=3)


def on_shown_day(
    told: Seen,
    page: Outline,
    around: Neighbourhood,
    url: str | None,
    context: Context,
    shown: Callable[[], Context],
) -> Seen:
    """`told` in the publisher's offset, where it is told in UTC and readers are shown another day.

    `shown` gives the context in which what readers see is read.
    """
    told = _unswapped(told, page, around, context, shown)
    at = told.at
    if not told.timed:
        return _at_shown_hour(told, page, around, shown())
    if at.tzinfo is context.zone and _names_zone(page, around):
        told = _in_shown_zone(told, page, around, shown())
        at = told.at
    if at.utcoffset():
        return told
    if context.zone is not UTC:
        return replace(told, at=at.astimezone(context.zone))
    (low, high), certain = hours_of(page.language, url)
    first, last = ((at + timedelta(hours=hours)).date() for hours in (low, high))
    if first == last == at.date():
        return told
    seen = shown_day(page, around, shown(), at) or in_address(page, url, context)
    if seen is not None:
        return replace(told, at=_moved(at, seen, low, high))
    return replace(told, at=_moved_to(at, min(low, high, key=abs))) if certain and first == last else told


def _names_zone(page: Outline, around: Neighbourhood) -> bool:
    """Whether letters stand behind an hour near the headline."""
    near = page.blocks[max(0, around.headline - ABOVE) : around.headline + BELOW]
    return _LETTERED.search("\n".join([b.text for b in near if len(b.text) <= LONG])) is not None


def _in_shown_zone(told: Seen, page: Outline, around: Neighbourhood, context: Context) -> Seen:
    """An hour that is told without its zone, in the one that readers are shown beside the same hour: "19:30 WITA"."""
    seen = shown_day(page, around, context, told.at)
    if seen is None or not seen.timed or seen.at.utcoffset() is None:
        return told
    same = abs(seen.at.replace(tzinfo=None) - told.at.replace(tzinfo=None)) < A_MOMENT
    if not same or not _may_be_of(seen.at, context.zone):
        return told
    return replace(told, at=told.at.replace(tzinfo=seen.at.tzinfo))


def _may_be_of(shown: datetime, zone: tzinfo) -> bool:
    """Whether letters tell more than the zone that a page is known to be printed in.

    Many write "EST" and "CET" all the year round; and "PST", "IST" and "MST" are zones of other parts of the world as well.
    """
    if zone is UTC:
        return True
    offset, year = shown.utcoffset() or timedelta(), shown.year
    own = [datetime(year, month, 1, tzinfo=zone).utcoffset() or timedelta() for month in (1, 7)]
    return offset not in own and min(abs(offset - hours) for hours in own) <= ONE_COUNTRY


def _unswapped(
    told: Seen, page: Outline, around: Neighbourhood, context: Context, shown: Callable[[], Context]
) -> Seen:
    """A date of old whose month and day a publisher's program took for each other, where readers are shown the right one."""
    at = told.at
    if at.day > 12 or at.day == at.month or context.now is None or context.now - at < LATE:
        return told  # the news that is read soon is not so far off
    swapped = at.replace(month=at.day, day=at.month)
    if not past(swapped, context) or shown_day(page, around, shown(), at) or _in_figures(page, around, at):
        return told
    seen = shown_day(page, around, shown(), swapped)
    return replace(told, at=swapped) if seen and seen.at.date() == swapped.date() else told


def _in_figures(page: Outline, around: Neighbourhood, at: datetime) -> bool:
    """Whether a line near the headline has the date in figures with its month first: "05.06.2025" is 6 May in America."""
    figures = re.compile(rf"(?<![\d.])0?{at.month}([./-])0?{at.day}\1(?:{at.year}|{at.year % 100:02})(?!\d)")
    near = (page.blocks[i].text for i in order(around, len(page.blocks)) if place_of(around, i))
    texts = chain((m.text for m in shown(page.marks) if place_of(around, m.block)), near)
    return any(len(text) <= LONG and figures.search(fold(text)) for text in texts)


def _at_shown_hour(told: Seen, page: Outline, around: Neighbourhood, context: Context) -> Seen:
    """A day that is told without its hour, at the hour that readers are shown for it."""
    # above the headline of today's news stands the clock of a masthead
    first = around.headline if is_of_today(told.at, context) else 0
    seen = shown_day(page, around, context, told.at, first)
    same = seen is not None and seen.timed and seen.at.date() == told.at.date()
    to_come = seen is not None and context.now is not None and seen.at > context.now  # of an event
    return replace(told, at=seen.at, timed=True) if seen and same and not to_come else told


def _moved(at: datetime, shown: Seen, low: int, high: int) -> datetime:
    """The instant at the offset that the shown hour tells, else at the least one that gives the shown day."""
    if shown.at.date() == at.date():
        return at
    if shown.at.utcoffset():
        return at.astimezone(shown.at.tzinfo)
    halves = round((shown.at - at) / HALF_HOUR)
    if shown.timed and abs(shown.at - at - halves * HALF_HOUR) < A_MOMENT and low * 2 <= halves <= high * 2:
        return _moved_to(at, halves / 2)
    for hours in sorted(range(low, high + 1), key=abs):
        local = _moved_to(at, hours)
        if local.date() == shown.at.date():
            return local
    return at


def _moved_to(at: datetime, hours: float) -> datetime:
    return at.astimezone(timezone(timedelta(hours=hours)))


def shown_day(
    page: Outline, around: Neighbourhood, context: Context, near: datetime, first: int = 0
) -> Seen | None:
    """The date shown to readers for an instant that is known: the first near the headline within a day of it.

    Blocks before the `first` are not looked at.

    What only machines read is passed over, but for an offset that it names.
    """
    given = page, around, context, near, first
    for seen in chain(_shown_marks(*given), _shown_lines(*given)):
        if not seen.updated and abs((seen.at - near).total_seconds()) < A_DAY_S:
            return seen
    return None


def _shown_marks(
    page: Outline, around: Neighbourhood, context: Context, near: datetime, first: int
) -> Iterator[Seen]:
    for mark in shown(page.marks):
        place = place_of(around, mark.block)
        if place is None or place == "inside" or mark.block < first:
            continue
        if mark.value and (at := read_date(mark.value, context)) and at.utcoffset():
            yield Seen(at, "time element", TRUST[place], has_hour(at))
        told = list(told_apart(fold(mark.text), context)) if len(mark.text) < 160 else []
        for written, updated in told:
            if at := aware(written, context):
                changed = updated or is_behind_change(mark, page.blocks)
                yield Seen(at, "marked date", TRUST[place], written.timed, changed)
        if not told and len(mark.text) < SHORT and (at := find_yearless(mark.text, near)):
            yield Seen(at, "marked date", YEARLESS, has_hour(at), says_updated(mark.text))


def _shown_lines(
    page: Outline, around: Neighbourhood, context: Context, near: datetime, first: int
) -> Iterator[Seen]:
    for index in order(around, len(page.blocks)):
        block = page.blocks[index]
        place = place_of(around, index)
        if place is None or index < first or len(block.text) > LONG:
            continue
        told = [*dates_of_block(block, place, around, context)]
        if place == "under" and len(block.text) < SHORT and (at := find_yearless(block.text, near)):
            told.append(Seen(at, NAMES[place], YEARLESS, has_hour(at), says_updated(block.text)))
        if told and not is_other(block, index, around):
            yield from told
