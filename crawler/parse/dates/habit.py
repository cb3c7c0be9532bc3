"""A page → the order in which it writes days, months and years.

The source's language and zone say what to expect; what the page shows beats them: another date whose number is above
twelve, the day in the address, the future that one of two readings would lie in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from zoneinfo import ZoneInfo

from crawler.parse.dates.address import in_address
from crawler.parse.dates.calendars import Habit, find_dates
from crawler.parse.dates.values import Context, Neighbourhood, past
from crawler.parse.page.blocks import Block, Mark, Outline

_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])")
_MAY_HOLD = re.compile(r"\d[/-]\d\d?[/-]\d\d")  # few pages do, and this is found faster
_YEAR_FIRST = frozenset(("zh", "ja", "ko", "hu", "lt", "mn"))
_CROATIAN = frozenset(("hr", "bs"))
_AMERICAN = ("America/", "US/", "Asia/Manila", "Pacific/Honolulu")
SHORT = 200  # characters of a block that may be a date line
NEAR = 14  # blocks around headline and beginning whose dates may be the article's
MAX_NUMBERS = 200  # dates looked at

Numbers = tuple[int, int, int]


def usual_habit(page: Outline, context: Context) -> Habit:
    """How dates are written where the page comes from; it is not looked into."""
    language = (page.language or "").lower().replace("_", "-").partition("-")
    day_first = context.day_first
    if language[0] in ("", "en") and not language[2] and isinstance(context.zone, ZoneInfo):
        day_first = not context.zone.key.startswith(_AMERICAN)  # English of no stated country
    return Habit(day_first, language[0] in _YEAR_FIRST, language[0] in _CROATIAN)


def habit_of(
    page: Outline,
    around: Neighbourhood,
    url: str | None,
    context: Context,
    told: str = "",
    known: datetime | None = None,
) -> Habit:
    """How the page writes its dates, as far as it can be known: those that it shows, and one that is `told` in numbers.

    The habit of `context` is the usual one. `known` is the day of which some of them are likely to speak.
    """
    near = page.blocks[max(0, around.headline - NEAR) : around.start + NEAR]
    given = _numbers_in(told)
    if any(a <= 12 and b <= 12 for a, b, _ in (*given, *_numbers((*near, *page.marks)))):
        shown = given + (_numbers(page.blocks) or _numbers(page.marks))
        if known is None and (address := in_address(page, url, context)):
            known = address.at
        return replace(context.habit, day_first=_told(shown, known, near, context))
    return context.habit


def _numbers(places: Sequence[Block | Mark]) -> list[Numbers]:
    """The dates in some places of the page that are written in numbers with the year last."""
    texts = (p.text for p in places if ("/" in p.text or "-" in p.text) and len(p.text) <= SHORT)
    return _numbers_in("\n".join(texts))


def _numbers_in(text: str) -> list[Numbers]:
    if not _MAY_HOLD.search(text):
        return []
    return [(int(m[1]), int(m[3]), int(m[4])) for m in islice(_NUMBERS.finditer(text), MAX_NUMBERS)]


def _worded(places: Sequence[Block]) -> list[datetime]:
    """The days whose month some places name in a word; theirs are in no doubt."""
    texts = (p.text for p in places if len(p.text) <= SHORT)
    return [written.at for text in texts if not _MAY_HOLD.search(text) for written in find_dates(text)]


def _told(shown: list[Numbers], day: datetime | None, near: Sequence[Block], context: Context) -> bool:
    """Whether the day leads, by the witnesses of the page; as expected where they are silent or of two minds."""
    expected = context.habit.day_first
    first = any(12 < a <= 31 and b <= 12 for a, b, _ in shown)
    second = any(12 < b <= 31 and a <= 12 for a, b, _ in shown)
    if first != second:
        return first
    if first:
        return expected
    known = {(day.day, day.month, day.year % 100) for day in ([day] if day else _worded(near))}
    fits = {
        order
        for a, b, year in shown
        for order in (True, False)
        if (*((a, b) if order else (b, a)), year % 100) in known
    }
    if len(fits) == 1:
        return fits.pop()
    return expected if any(_possible(n, expected, context) for n in shown) else not expected


def _possible(numbers: Numbers, day_first: bool, context: Context) -> bool:
    """Whether a reading is a day of the past; a year of two digits is not judged."""
    a, b, year = numbers
    day, month = (a, b) if day_first else (b, a)
    if year < 100 or year > 2100:
        return True
    try:
        return past(datetime(year, month, day, tzinfo=context.zone), context)
    except ValueError:
        return False
