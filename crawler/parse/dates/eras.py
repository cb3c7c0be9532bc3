"""The calendars and numerals of the world → years, months and days of the Gregorian calendar.

    2568 (Buddhist) · 68 beside a Thai month · 令和7 · 平成31 · 民國114 · 1404-04-12 (Jalali) · 二〇二五 · ๒๕๖๘ · ٢٠٢٥ · ፳፻፲፯

Arithmetic alone: nothing here knows how a date is laid out in a text (calendars.py) or which one is believed (dates/read.py).
"""

from __future__ import annotations

import re
from datetime import date

BUDDHIST = 543  # years ahead of the Gregorian
MINGUO = 1911
JAPANESE = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "㋿": 2018}  # the year before the first
LETTERS = {"r": 2018, "h": 1988, "s": 1925}
# the web carries no older news; 2070 and later are years of the Bikram Sambat calendar
OLDEST, NEWEST = 1995, 2069
JALALI_YEARS = range(1374, 1430)  # from 1430 on a year of four digits is one of the Hijra

_ZEROS = (  # the digit nought of each script; its nine fellows follow
    0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50, 0x0ED0, 0x0F20, 0x1040,
    0x17E0, 0x1810, 0xFF10,
)  # fmt: skip
_FOLD = {zero + n: str(n) for zero in _ZEROS for n in range(10)} | {
    **dict.fromkeys((0xA0, 0x202F, 0x2009, 0x3000, 0x200C), " "),
    **dict.fromkeys((0x200D, 0x200E, 0x200F, 0x200B, 0x202A, 0x202B, 0x202C), ""),
    **dict.fromkeys((0xFF0D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2212), "-"),
    **dict.fromkeys((0xFF1A, 0x2236), ":"),
    **dict.fromkeys((0xFF0F, 0x2044), "/"),
    0xFF0E: ".",
    0x060C: ",",
    0x104A: ",",
    0x1363: ",",
    0x104B: ",",
    0xFF08: "(",
    0xFF09: ")",
}
_ETHIOPIAN_EPOCH = 2431  # 1,723,856 less 1,721,425: Julian days before the first year, theirs and ours
_FOLDED = re.compile(f"[{''.join(map(chr, _FOLD))}]")
# ones, tens and hundreds, with no sign for nought: twenty hundreds, ten, seven
_GEEZ = re.compile(
    "(?:(?P<tens>[\u1372-\u137a])?(?P<ones>[\u1369-\u1371])?(?P<hundred>\u137b))?(?P<ten>[\u1372-\u137a])?(?P<one>[\u1369-\u1371])?"
)
HAN = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "元": 1, "廿": 2}
HUNDRED = "\u137b"  # in Ethiopic numerals, which no year is written without
_JALALI_EPOCH = date(2021, 3, 20).toordinal()  # the day before 1 Farvardin 1400

Ymd = tuple[int, int, int]


def fold(text: str) -> str:
    """Digits of every script in ASCII, spaces and dashes of one kind, lower case."""
    if HUNDRED in text:
        text = _GEEZ.sub(_in_figures, text)
    foreign = not text.isascii() and _FOLDED.search(text) is not None
    return (text.translate(_FOLD) if foreign else text).lower()


def _in_figures(found: re.Match[str]) -> str:
    """A number in Ethiopic numerals in ASCII digits; nothing of nothing."""
    if not found[0]:
        return ""
    hundreds = 10 * _geez(found["tens"], 0x1371) + _geez(found["ones"], 0x1368) or 1
    rest = 10 * _geez(found["ten"], 0x1371) + _geez(found["one"], 0x1368)
    return str(100 * hundreds + rest if found["hundred"] else rest)


def _geez(numeral: str | None, before: int) -> int:
    return ord(numeral) - before if numeral else 0


def number(text: str) -> int:
    """A number in ASCII digits or Chinese numerals: by digits (二〇二五) or with ten (二十五, 廿五)."""
    if text.isdecimal():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (HAN.get(tens, 0) if tens else 1) * 10 + (HAN.get(ones, 0) if ones else 0)
    if text[0] == "廿":
        return 20 + HAN.get(text[1:], 0)
    return int("".join(str(HAN.get(c, 0)) for c in text))


def year(written: int, *, thai: bool = False) -> int:
    """A written year as a Gregorian one; one of two digits is Buddhist beside a Thai month."""
    if 2400 < written < 2700:
        return written - BUDDHIST
    if written < 100:
        return (
            written + 2500 - BUDDHIST
            if thai and written >= 50
            else written + (2000 if written < 70 else 1900)
        )
    return written


def era_year(era: str | None, written: int) -> int:
    """A year counted in a named era; without a name, one of three digits is Minguo."""
    if era in JAPANESE:
        return written + JAPANESE[era]
    if era or 84 <= written <= 150:
        return written + MINGUO
    return year(written)


def jalali(y: int, m: int, d: int) -> Ymd | None:
    """A day of the Persian solar calendar, by the 33-year cycle of leap years (right for 1206–1498)."""
    if not (1 <= m <= 12 and 1 <= d <= (31 if m < 7 else 30)) or (m == 12 and d == 30 and not _leap(y)):
        return None
    before = 31 * (m - 1) if m < 7 else 30 * (m - 7) + 186
    found = date.fromordinal(_JALALI_EPOCH + _days_before(y) - _days_before(1400) + before + d)
    return found.year, found.month, found.day


def ethiopian(y: int, m: int, d: int) -> Ymd | None:
    """A day of the Ethiopian calendar: twelve months of thirty days, then five, or six before a leap year of ours."""
    if not 1 <= d <= (30 if m < 13 else 5 + (y % 4 == 3)):
        return None
    found = date.fromordinal(_ETHIOPIAN_EPOCH + 365 * y + y // 4 + 30 * m + d - 31)
    return found.year, found.month, found.day


def _days_before(y: int) -> int:
    """Days of the years before, counted from one whose cycle begins."""
    cycles, rest = divmod(y + 1595, 33)
    return 365 * (y + 1595) + cycles * 8 + (rest + 3) // 4


def _leap(y: int) -> bool:
    return _days_before(y + 1) - _days_before(y) == 366
