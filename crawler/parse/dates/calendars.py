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
from crawler.parse.dates import eras as eras
from crawler.parse.dates.bikram import LATER, bikram
from crawler.parse.dates.clock import timed, timed_before
from crawler.parse.dates.eras import NEWEST, OLDEST, Ymd, fold, number
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

_DAY = r"(?P<d>3[012]|[12]\d|0?[1-9])"  # 32 in Nepal alone
_MONTH = r"(?P<m>0?[1-9]|1[0-2])"
_HAN_NUMBER = r"[〇零○元一二三四五六七八九十廿]"
_SIGNS = "\u0300-\u036f\u07a6-\u07b0\u0900-\u0dff\u0e31\u0e34-\u0e4e\u0eb1\u0eb4-\u0ecd\u102b-\u109f\u17b4-\u17d3"  # no letters to `\w`
_WORD = rf"[^\W\d_](?:(?![\d_])[\w{_SIGNS}]){{1,24}}"  # one way to match: no backtracking
_THAI = r"(?:ม\.?\s?ค|ก\.?\s?พ|มี\.?\s?ค|เม\.?\s?ย|พ\.?\s?ค|มิ\.?\s?ย|ก\.?\s?ค|ส\.?\s?ค|ก\.?\s?ย|ต\.?\s?ค|พ\.?\s?ย|ธ\.?\s?ค)\.?(?![ก-ฮ])"
_SUFFIX = r"st|nd|rd|th|er|re|e|º|ª|°|\.|-?го|-?е|ที่|τη|-?an|-?a|:an|:e|\s?ngày|ی"
_OF = r"(?:de|of|di)\s|d'|ta'|tháng|เดือน|ខែ|ເດືອນ|של"  # "de" is no word in "december"
_WHOLE = r"(?!\d(?!\d?:[0-5]\d))"  # no digit behind, but one that an hour begins with: markup glues "2025" and "10:23"
_ERA_WORD = (
    r"de[l]?\s|เดือน|พ\.?\s?ศ\.?\s?|ค\.?\s?ศ\.?\s?|b\.?e\.?\s?|năm\s|ឆ្នាំ|ປີ\s?|от\s|anul\s|р\.\s|of\s|в\s"
)


# All are matched against folded text, which is in lower case. Those that may begin with one class look behind it and not
# before: a text is looked through several times as fast.
_ISO = lazily(
    rf"(?P<y>[12](?<![\d.,/-][12])(?:(?<=1)9|(?<=2)[05])\d\d)\s?(?P<sep>[-./])\s?{_MONTH}\s?(?P=sep)\s?{_DAY}{_WHOLE}"
)
_YEAR_ABOVE = lazily(
    r"(?P<y>2(?<![\d.,/-]2)0\d\d)\s(?P<m>0[1-9]|1[0-2])[/-](?P<d>0[1-9]|[12]\d|3[01])(?![\d/-])"
)
_JALALI = lazily(rf"(?P<y>1(?<![\d.,/-]1)[34]\d\d)\s?(?P<sep>[-./])\s?{_MONTH}\s?(?P=sep)\s?{_DAY}(?!\d)")
_COMPACT = lazily(r"(?P<y>2(?<!\d2)0[0-4]\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?=t?\d{4,6}\b|\b)")
_CJK = lazily(
    rf"(?P<era>令和|平成|昭和|大正|民國|民国|㋿)?\s?(?P<y>\d{{1,4}}|{_HAN_NUMBER}{{1,4}})\s?[年년]\s?(?P<m>\d{{1,2}}|{_HAN_NUMBER}{{1,2}})\s?[月월]\s?(?P<d>\d{{1,2}}|{_HAN_NUMBER}{{1,3}})\s?[日號号일]"
)
_MONGOL = lazily(rf"(?P<y>20\d\d)\s(?:оны\s)?{_MONTH}(?:-?р|\s(?:дугаар|дүгээр))?\sсарын\s{_DAY}(?!\d)")
_REIWA = lazily(r"(?P<era>[rhs](?<![a-z\d][rhs]))\.?(?P<y>\d{1,2})[./](?P<m>\d{1,2})[./](?P<d>\d{1,2})(?!\d)")
_ROC = lazily(
    rf"(?P<y>[189](?<![\d./-][189])(?:(?<=1)[0-4]\d|(?<=8)[4-9]|(?<=9)\d))(?P<sep>[/.-]){_MONTH}(?P=sep){_DAY}(?![\d./-])"
)
_SLASH = lazily(
    r"(?P<a>\d(?<![\d./-]\d)\d?)\s?(?P<sep>[/.-])\s?(?P<b>\d{1,2})\s?(?P=sep)\s?(?P<y>\d{4}|\d{2})(?!/|\d(?!\d?:[0-5]\d)|[.-]\d(?!\d?:))"
)
_DAY_MONTH = lazily(
    rf"(?P<d>[0-9](?<![\d.,:][0-9])(?:(?<=3)[01]|(?<=[12])\d|(?<=0)[1-9]|(?<=[1-9])))(?:{_SUFFIX})?[\s.,/-]{{0,3}}(?:{_OF})?\s{{0,2}}"
    rf"(?P<m>{_THAI}|(?:كانون|تشرين)\s(?:ال)?[\w]{{3,6}}|(?:کانوونی|تشرینی)\s\w{{4,6}}|(?:meán|deireadh)\sfómhair|{_WORD})\.?(?:\s?/\s?{_WORD})?"
    rf"[\s,./-]{{0,3}}(?:{_ERA_WORD})?\s?'?(?P<y>\d{{4}}|\d{{2}}(?![\d:.h]))"
)
_MONTH_DAY = lazily(
    rf"(?<![^\W\d_])(?P<m>{_WORD})\.?\s{{0,2}}-?{_DAY}(?:st|nd|rd|th|\.)?(?:\s?,\s{{0,2}}|\s{{1,2}}|-|(?<=[\u1200-\u135a]\s\d)/|(?<=[\u1200-\u135a]\s\d\d)/)(?:de\s|ቀን,?\s)?'?(?P<y>\d{{4}}){_WHOLE}"
)
_DAY_YEAR = lazily(  # the end of that
    r"\d(?<!\d\d)\d?(?:st|nd|rd|th|\.)?(?:\s?,\s{0,2}|\s{1,2}|[-/])(?:de\s|ቀን,?\s)?'?\d{4}"
)
_CTIME = lazily(
    rf"(?P<m>[a-z]{{3}})\s{{1,2}}{_DAY}\s(?P<clock>\d\d:\d\d:\d\d)\s(?:[a-z]{{3,4}}\s|[+-]\d{{4}}\s)?(?P<y>20\d\d)(?!\d)"
)
_YEAR_MONTH = lazily(
    rf"(?P<y>[12](?<!\d[12])(?:(?<=1)9|(?<=2)0)\d\d)(?:e?ko)?[.,]?[\s-](?:m\.\s|gada\s|ж\.\s|жылғы\s|йил\s|yil\s|оны\s|թ\.?\s|ခုနှစ်,?\s)?(?P<m>{_WORD})\.?(?:\s(?:mėn\.|මස))?[\s-]{{1,2}}{_DAY}(?!\d)"
)
_YEAR_DAY = lazily(  # Latvian, Kazakh, Uzbek
    rf"(?P<y>2(?<!\d2)0\d\d)(?:\.\s?gada|\s?ж\.|\s?жылғы|\s?-?yil|\s?-?йил)\s{_DAY}\.?[\s-]{{1,2}}(?P<m>{_WORD})"
)
_VIET = lazily(
    r"(?:(?P<d>\d(?<!\d\d)\d?)\s)?(?:tháng|thg)\s(?P<m>\d{1,2}|mười\s(?:một|hai)|[^\W\d_]{2,5})"
    r"(?:\s(?P<e>\d{1,2}))?(?:,?\snăm|,)?\s(?P<y>\d{4})"
)
_CJK_MONTH = lazily(  # in templates of English order
    rf"(?:(?P<d>\d(?<!\d\d)\d?)[\s,]{{1,2}})?(?P<m>\d(?<!\d\d)\d?|{_HAN_NUMBER}{{1,3}})\s?[月월]"
    r"(?:\s(?P<e>\d{1,2}))?(?:,\s?|\s)(?P<y>20\d\d)(?!\d)"
)


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
        if (
            pattern is _MONTH_DAY and _DAY_YEAR.search(text) is None
        ):  # a word may begin anywhere, digits seldom
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
    (("年", "년"), False, _CJK, _era),
    (("月", "월"), True, _CJK_MONTH, _month_amid),
    (("-", ".", "/"), True, _ISO, _iso),
    (("-", "/"), True, _YEAR_ABOVE, _ymd),
    (("-", ".", "/"), True, _JALALI, _jalali),
    (("tháng", "thg"), True, _VIET, _month_amid),
    (_ANY, False, _DAY_MONTH, _worded),
    (_ANY, True, _MONTH_DAY, _worded),
    ((":",), True, _CTIME, _worded),
    (("20", "19"), True, _YEAR_MONTH, _worded),
    (("20",), True, _YEAR_DAY, _worded),
    (("сарын",), True, _MONGOL, _ymd),
    (tuple(eras.LETTERS), False, _REIWA, _letter_era),
    (("-", ".", "/"), False, _ROC, _roc),
    (("-", ".", "/"), False, _SLASH, _slash),
    (("20",), True, _COMPACT, _ymd),
)


def _written(text: str, match: re.Match[str], ymd: Ymd) -> Written | None:
    """The date with the hour that stands after it, if one does."""
    if not OLDEST <= ymd[0] <= NEWEST:
        return None
    try:
        day = datetime(*ymd)  # noqa: DTZ001 - the offset is the caller's to add
    except ValueError:
        return None
    inside = match.start("clock") if match.re.pattern == _CTIME.pattern else match.end()
    clock = timed(day, text, inside)
    if clock is None:
        at = timed_before(day, text, match.start())
        return Written(at or day, at is not None, match.start(), match.end())
    return Written(clock[0], True, match.start(), max(clock[1], match.end()))
