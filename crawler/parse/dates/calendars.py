"""A date as people write it → a date: 50 languages, seven calendars, every kind of digits.

    "๓ ก.ค. ๖๘" · "令和7年7月3日" · "114/07/03" · "3 июля 2025, 14:30" · "Jul 3, 2025 2:30 PM" · "٣ تموز ٢٠٢٥" · "۱۲ تیر ۱۴۰۴"

Nothing is guessed from the place in the text; dates/read.py chooses among what is found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from crawler.months import BIKRAM, CROATIAN, ETHIOPIAN, JALALI, MONTHS, VIETNAMESE
from crawler.parse.dates import eras
from crawler.parse.dates.bikram import LATER, bikram
from crawler.parse.dates.clock import timed, timed_before
from crawler.parse.dates.eras import NEWEST, OLDEST, Ymd, fold, number
from crawler.parse.dates.forms import (
    CJK,
    CJK_MONTH,
    COMPACT,
    CTIME,
    DAY_MONTH,
    DAY_YEAR,
    ISO,
    JALALI_DAY,
    MONGOL,
    MONTH_DAY,
    REIWA,
    ROC,
    SLASH,
    VIET,
    YEAR_ABOVE,
    YEAR_DAY,
    YEAR_MONTH,
)
from crawler.patterns import lazily


@dataclass(frozen=True, slots=True)
class Written:
    """One date found in a text."""

    at: datetime  # naive where the text names no offset
    timed: bool  # whether an hour stands beside it
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Habit:
    """How dates are written where a page comes from."""

    day_first: bool = True  # 02/07 is 2 July
    year_first: bool = False  # 25/07/02 is 2 July 2025
    croatian: bool = False  # listopad is October there, and November among the neighbours


USUAL = Habit()
Reader = Callable[[re.Match[str], Habit], Ymd | None]


def find_dates(text: str, habit: Habit = USUAL, limit: int = 8) -> list[Written]:
    """The dates written in a short text, in order."""
    return [*_dates_of(text, habit, limit)] if may_hold(text) else []


@lru_cache(maxsize=32)  # several rules ask for the dates of the lines around a headline
def _dates_of(text: str, habit: Habit, limit: int) -> tuple[Written, ...]:
    text = fold(text)
    long_year = _LONG_YEAR.search(text) is not None
    found: list[Written] = []
    for signs, long, pattern, reader in _READERS:
        if long and not long_year:
            continue
        for sign in signs:
            if sign in text:
                break
        else:
            continue
        if pattern is MONTH_DAY and DAY_YEAR.search(text) is None:  # a word may begin anywhere, digits seldom
            continue
        for written in _matches(text, pattern, reader, habit):
            if not any(w.start < written.end and written.start < w.end for w in found):
                found.append(written)
        if len(found) >= limit:
            break
    return tuple(sorted(found, key=lambda w: w.start)[:limit])


def _matches(text: str, pattern: re.Pattern[str], reader: Reader, habit: Habit) -> Iterator[Written]:
    """What one pattern finds; where it stumbles, a date may begin inside: "user 3 on 11 May 2025"."""
    at = 0
    while match := pattern.search(text, at):
        ymd = reader(match, habit)
        written = _written(text, match, ymd) if ymd else None
        if written:
            yield written
        at = match.end() if ymd else match.start() + 1


def may_hold(text: str) -> bool:
    """Whether a date may be written in a text; most short texts hold none, and "16:05" is none."""
    if text.isascii():  # taken out as bytes in a third of the time
        told = text.encode("ascii")
        has_digit = len(told.translate(None, _DIGITS)) < len(told)
    else:
        has_digit = _DIGIT.search(text) is not None
    return (has_digit and _MAY_HOLD.search(text) is not None) or eras.HUNDRED in text


_DIGITS = b"0123456789"
_DIGIT = lazily(r"[\d年]")
_MAY_HOLD = lazily(  # begins with one class: twice as fast
    r"[\d年년](?:(?<=[年년])|\d{3}|\s?[/.-]\s?\d|[^\d:]{1,20}\d\d)"
)
_LONG_YEAR = lazily(r"\d{4}")


def _ymd(m: re.Match[str], habit: Habit) -> Ymd | None:
    return eras.year(int(m["y"])), int(m["m"]), int(m["d"])


def _iso(m: re.Match[str], habit: Habit) -> Ymd | None:
    y, month, d = int(m["y"]), int(m["m"]), int(m["d"])
    return bikram(y, month, d) if y >= LATER else (eras.year(y), month, d)


def _jalali(m: re.Match[str], habit: Habit) -> Ymd | None:
    y = int(m["y"])
    return eras.jalali(y, int(m["m"]), int(m["d"])) if y in eras.JALALI_YEARS else None


def _era(m: re.Match[str], habit: Habit) -> Ymd | None:
    return eras.era_year(m["era"], number(m["y"])), number(m["m"]), number(m["d"])


def _letter_era(m: re.Match[str], habit: Habit) -> Ymd | None:
    return int(m["y"]) + eras.LETTERS[m["era"]], int(m["m"]), int(m["d"])


def _roc(m: re.Match[str], habit: Habit) -> Ymd | None:
    return int(m["y"]) + eras.MINGUO, int(m["m"]), int(m["d"])


def _slash(m: re.Match[str], habit: Habit) -> Ymd | None:
    a, b, written = int(m["a"]), int(m["b"]), int(m["y"])
    if len(m["y"]) == 4:
        if written in eras.JALALI_YEARS:
            return eras.jalali(written, b, a)
        year = eras.year(written)
    elif _year_leads(m["sep"], a, b, written, habit):
        return 2000 + a, b, written
    elif a > 31 or (written > 35 and not 60 <= written <= 75):
        return None
    else:
        year = eras.year(written, thai=written >= 60)
    if b > 12 or (a <= 12 and m["sep"] != "." and not _day_leads(m, year, habit)):
        a, b = b, a
    return year, b, a


def _month_amid(m: re.Match[str], habit: Habit) -> Ymd | None:
    """A month with its day before or behind it: "3 Tháng Bảy, 2025", "7月 3, 2025"."""
    if bool(m["d"]) == bool(m["e"]):
        return None
    return int(m["y"]), VIETNAMESE.get(m["m"]) or number(m["m"]), int(m["d"] or m["e"])


def _day_leads(m: re.Match[str], year: int, habit: Habit) -> bool:
    """Whether the day stands before the month: as the weekday beside them tells, else by habit."""
    weekday = _WEEKDAY.search(m.string[max(0, m.start() - 12) : m.start()])
    if weekday is None:
        return habit.day_first
    a, b, told = int(m["a"]), int(m["b"]), _WEEKDAYS.index(weekday[1])
    fits = [_weekday_of(year, *order) == told for order in ((b, a), (a, b))]
    return fits[0] if fits[0] != fits[1] else habit.day_first


def _weekday_of(year: int, month: int, day: int) -> int | None:
    """0 for Monday; None where there is no such day."""
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None


# Elsewhere than in English the day always leads.
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = lazily(rf"\b({'|'.join(_WEEKDAYS)})[a-z]{{0,6}}\.?,?\s?$")


def _year_leads(sep: str, a: int, b: int, c: int, habit: Habit) -> bool:
    """Whether three numbers of two digits begin with the year: 25-07-03."""
    if b > 12 or c > 31 or a >= 36:
        return False
    return (habit.year_first and a > 12) or (sep == "-" and a > 12)


def _worded(m: re.Match[str], habit: Habit) -> Ymd | None:
    word = m["m"].rstrip(".")
    y, d = int(m["y"]), int(m["d"])
    if y in eras.JALALI_YEARS:
        return eras.jalali(y, JALALI[word], d) if word in JALALI else None
    if y >= LATER and word in BIKRAM:
        return bikram(y, BIKRAM[word], d)
    if word in ETHIOPIAN:
        return eras.ethiopian(y, ETHIOPIAN[word], d)
    month = (
        (CROATIAN.get(word) if habit.croatian else None)
        or MONTHS.get(word)
        or MONTHS.get(re.sub(r"[.\s]", "", word))
        or MONTHS.get(word.replace("\u0307", ""))
    )
    return (eras.year(y, thai="\u0e00" < word[0] < "\u0e7f"), month, d) if month else None


_ANY = ("",)
_READERS = (  # what the text must hold, whether a year of four digits too, the pattern, its reader
    (("年", "년"), False, CJK, _era),
    (("月", "월"), True, CJK_MONTH, _month_amid),
    (("-", ".", "/"), True, ISO, _iso),
    (("-", "/"), True, YEAR_ABOVE, _ymd),
    (("-", ".", "/"), True, JALALI_DAY, _jalali),
    (("tháng", "thg"), True, VIET, _month_amid),
    (_ANY, False, DAY_MONTH, _worded),
    (_ANY, True, MONTH_DAY, _worded),
    ((":",), True, CTIME, _worded),
    (("20", "19"), True, YEAR_MONTH, _worded),
    (("20",), True, YEAR_DAY, _worded),
    (("сарын",), True, MONGOL, _ymd),
    (tuple(eras.LETTERS), False, REIWA, _letter_era),
    (("-", ".", "/"), False, ROC, _roc),
    (("-", ".", "/"), False, SLASH, _slash),
    (("20",), True, COMPACT, _ymd),
)


def _written(text: str, match: re.Match[str], ymd: Ymd) -> Written | None:
    """The date with the hour that stands after it, if one does."""
    if not OLDEST <= ymd[0] <= NEWEST:
        return None
    try:
        day = datetime(*ymd)  # noqa: DTZ001 - the offset is the caller's to add
    except ValueError:
        return None
    inside = match.start("clock") if match.re.pattern == CTIME.pattern else match.end()
    clock = timed(day, text, inside)
    if clock is None:
        at = timed_before(day, text, match.start())
        return Written(at or day, at is not None, match.start(), match.end())
    return Written(clock[0], True, match.start(), max(clock[1], match.end()))
