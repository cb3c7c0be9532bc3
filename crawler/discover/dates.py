"""What documents write for a moment → an aware datetime, or None where it cannot be told.

Read are RFC 822 and ISO 8601 as they are found in the wild, epochs, and the visible dates of listing pages:
year first, day first, month names of many languages, Buddhist, ROC and Reiwa years. What carries no offset
is the publisher's own time. A day alone is midnight there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from crawler.ago import ago
from crawler.patterns import lazily

from .months import MONTHS

MAX_CHARS = 200  # of a date; what is longer is prose
MIN_YEAR = 1990  # before the web: a placeholder (1970, 0001), not a publication
AHEAD = timedelta(days=2)  # a later date announces an event or is wrong, and dates no article
BUDDHIST_ERA = 543
BUDDHIST_YEARS = range(2530, 2600)
ROC_ERA, REIWA = 1911, 2018
MONTH_FIRST = frozenset({"US", "PH", "FM", "PW"})  # countries that write 7/3/2025 for 3 July

_HOURS = {  # of abbreviations; those that several zones claim are given to the source's own first
    "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "WEST": 1, "BST": 1, "IST": 5.5, "CET": 1, "CEST": 2, "MET": 1,
    "EET": 2, "EEST": 3, "MSK": 3, "TRT": 3, "GST": 4, "PKT": 5, "NPT": 5.75, "BDT": 6, "MMT": 6.5, "ICT": 7,
    "WIB": 7, "WITA": 8, "WIT": 9, "SGT": 8, "MYT": 8, "HKT": 8, "PHT": 8, "PHST": 8, "AWST": 8, "JST": 9, "KST": 9,
    "ACST": 9.5, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13, "SAST": 2, "CAT": 2, "EAT": 3, "WAT": 1,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "BRT": -3, "ART": -3,
}  # fmt: skip
_DIGITS = str.maketrans(
    "๐๑๒๓๔๕๖๗๘๙٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९０１２３４５６７８９：／．－", "0123456789" * 5 + ":/.-"
)

_CLOCK = (
    r"(?P<h>\d{1,2})\s?(?::|[hH.](?=\d\d\b)|時|时|시)\s?(?P<mi>\d{2})(?:[:분分]\s?(?P<s>\d{2})(?:\.\d+)?)?"
)
_TIME = lazily(
    rf"(?<![\d.]){_CLOCK}(?![\d.])\s*(?:(?P<ap>[aApP])\.?\s?[mM]\b\.?)?"
    r"\s*\(?(?P<zone>(?:UTC|GMT)?\s?[+-]\d{1,2}:?\d{0,2}\b|Z\b|[A-Z]{2,4}\b)?"
)
_RFC822 = lazily(
    r"(?:[A-Za-z]{3,9},? )?(\d{1,2}) ([A-Za-z]{3}) (\d{4}) ([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))? ?([+-]\d{4}|[A-Z]{1,4})?"
)
_JSON_DATE = lazily(r"/Date\((\d{13})(?:[+-]\d{4})?\)/")  # as ASP.NET writes it; its offset changes no moment
_AFTERNOON = lazily(r"下午|晚上|오후|午後|午后")
_NAMES = "|".join(re.escape(n) for n in sorted(MONTHS, key=len, reverse=True))
_LETTERS = lazily("[a-z]+")
_ERA = r"(?:(?P<era>令和|民國|民国|中華民國|พ\.ศ\.)\s?)?"


@dataclass(frozen=True, slots=True)
class Clock:
    """What a source's dates are read by."""

    zone: tzinfo  # of dates that carry no offset
    now: datetime  # when the document was served
    month_first: bool = False

    def read(self, written: str | None) -> datetime | None:
        """The moment `written` names, None where it names none, or none at which news can have appeared."""
        if not written or len(written) > MAX_CHARS:
            return None
        try:
            return self._sane(_read(written.strip(), self))
        except (ValueError, OverflowError):
            return None

    def _sane(self, at: datetime | None) -> datetime | None:
        if at is None:
            return None
        if at.year in BUDDHIST_YEARS:
            at = at.replace(year=at.year - BUDDHIST_ERA, tzinfo=at.tzinfo)
        return at if at.year >= MIN_YEAR and at <= self.now + AHEAD else None

    def local(self, naive: datetime, zone: str | None = None) -> datetime:
        """`naive` in the zone written beside it, else in the source's own."""
        return naive.replace(tzinfo=_zone(zone, naive, self.zone) if zone else self.zone)


@lru_cache(maxsize=512)
def zone_of(name: str | None) -> tzinfo:
    """The IANA zone of that name; UTC for none or an unknown one."""
    try:
        return ZoneInfo(name) if name else UTC
    except (KeyError, ValueError, OSError):
        return UTC


def _read(text: str, clock: Clock) -> datetime | None:
    if (quick := _iso(text, clock) or _rfc822(text, clock)) is not None:
        return quick
    text = text.translate(_DIGITS)
    if epoch := _JSON_DATE.fullmatch(text):
        text = epoch[1]
    if text.isdecimal():
        return _number(text, clock)
    named = _may_name(text)
    for pattern, fields in _DAYS:
        if (named or fields is not _named) and (m := pattern.search(text)):
            year, month, day = fields(m, clock)
            around = (text[m.end() :], text[: m.start()], m[0] if ":" in m[0] else "")
            return _timed(datetime(year, month, day), around, clock)  # noqa: DTZ001
    distance = ago(text.lower())
    return clock.now - distance if distance is not None else None


def _may_name(text: str) -> bool:
    """Whether a month may be named: to look for each of a thousand names takes milliseconds, to look up words none."""
    return not text.isascii() or any(word in MONTHS for word in _LETTERS.findall(text.lower()))


def _iso(text: str, clock: Clock) -> datetime | None:
    """ISO 8601 as Python reads it; eight digits and more are a compact date only with a T."""
    if not text[:4].isdecimal() or text.isdecimal():
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else clock.local(at)


def _rfc822(text: str, clock: Clock) -> datetime | None:
    """What nine of ten feeds write; all else takes the long way."""
    m = _RFC822.fullmatch(text)
    month = MONTHS.get(m[2].lower()) if m else None
    if not m or not month:
        return None
    day, hour, minute, second = (int(part or 0) for part in m.group(1, 4, 5, 6))
    at = datetime(_year(m[3]), month, day, hour, minute, second)  # noqa: DTZ001
    return clock.local(at, m[7])


def _number(text: str, clock: Clock) -> datetime | None:
    """Seconds or milliseconds since 1970, or a compact date: 20250703, 202507030920, 20250703092000."""
    if len(text) in (10, 13):
        return datetime.fromtimestamp(int(text) / (1 if len(text) == 10 else 1000), UTC)
    formats = {8: "%Y%m%d", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}
    if len(text) not in formats:
        return None
    return clock.local(datetime.strptime(text, formats[len(text)]))  # noqa: DTZ007


def _timed(day: datetime, around: tuple[str, ...], clock: Clock) -> datetime:
    """`day` with the time of day written behind it, before it or inside it."""
    m = next((found for text in around if (found := _TIME.search(text))), None)
    if not m:
        return clock.local(day)
    hour = int(m["h"])
    if m["ap"]:
        hour = hour % 12 + (12 if m["ap"] in "pP" else 0)
    elif _AFTERNOON.search(m.string[max(m.start() - 6, 0) : m.start()]) and hour < 12:
        hour += 12
    if hour > 24 or int(m["mi"]) > 59:
        return clock.local(day)
    at = day + timedelta(hours=hour, minutes=int(m["mi"]), seconds=min(int(m["s"] or 0), 59))
    return clock.local(at, m["zone"])


def _zone(written: str, naive: datetime, own: tzinfo) -> tzinfo:
    label = written.replace("UTC", "").replace("GMT", "").strip()
    if not label:
        return UTC
    if label[0] in "+-":
        digits = label[1:].replace(":", "")
        hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
        return _fixed((hours * 60 + minutes) * (-1 if label[0] == "-" else 1))
    if own is not UTC and own.tzname(naive) == label:
        return own
    return _fixed(round(_HOURS[label] * 60)) if label in _HOURS else own


@lru_cache(maxsize=256)
def _fixed(minutes: int) -> tzinfo:
    return UTC if minutes == 0 else timezone(timedelta(minutes=minutes))


def _year(text: str, era: str | None = None) -> int:
    year = int(text)
    if era == "令和":
        return year + REIWA
    if era and era != "พ.ศ.":
        return year + ROC_ERA
    if len(text) == 2:
        return year + (2000 if year < 70 else 1900)
    return year - BUDDHIST_ERA if year in BUDDHIST_YEARS else year


_WORD = r"(?:كانون|تشرين)\s\S{3,8}|[^\s\d,.]{2,20}"  # what may be a month: MONTHS tells
_VISIBLE = lazily(
    r"(?:令和|中華民國|民國|民国)?\s?\d{1,4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日號号일].{0,16}"
    r"|(?<!\d)\d{4}(?P<s>[-/.])\d{1,2}(?P=s)\d{1,2}(?!\d).{0,12}|(?<!\d)\d{1,2}(?P<t>[-/.])\d{1,2}(?P=t)\d{4}(?!\d).{0,12}"
    rf"|(?<!\d)\d{{1,2}}(?:\.|º|st|nd|rd|th)?\s(?:de\s)?(?P<behind>{_WORD})[.,]?\s(?:de\s)?\d{{4}}(?!\d).{{0,16}}"
    rf"|(?<![^\s\d,])(?P<before>{_WORD})\.?\s\d{{1,2}},?\s\d{{4}}(?!\d).{{0,16}}|(?<!\d)\d{{1,2}}\s[\u0e01-\u0e5b.]{{4,12}}\s\d{{2}}(?!\d)",
    re.I,
)


def date_in(text: str) -> str | None:
    """The first date that stands in running text, with what follows it: its time perhaps."""
    text, at = text.translate(_DIGITS), 0
    while m := _VISIBLE.search(text, at):
        name = m["behind"] or m["before"]
        if name is None or name.lower() in MONTHS:
            return m[0]
        at = m.end("behind" if m["behind"] else "before")
    return None


Fields = tuple[int, int, int]


def _year_first(m: re.Match[str], clock: Clock) -> Fields:
    return _year(m["y"], m.groupdict().get("era")), int(m["m"]), int(m["d"])


def _named(m: re.Match[str], clock: Clock) -> Fields:
    return (
        _thai_short(m["y"], m["name"]),
        MONTHS[m["name"].lower().rstrip(".").replace("\xa0", " ")],
        int(m["d"]),
    )


def _localised(m: re.Match[str], clock: Clock) -> Fields:
    return _year(m["y"]), int(m["m"] or m["m2"]), int(m["d"])


def _thai_short(year: str, name: str) -> int:
    """Two digits beside a Thai month are a Buddhist year: 3 ก.ค. 68 is 2025."""
    if len(year) == 2 and "\u0e00" <= name[0] <= "\u0e7f":
        return 2500 + int(year) - BUDDHIST_ERA
    return _year(year)


def _numbers(m: re.Match[str], clock: Clock) -> Fields:
    first, second = int(m["a"]), int(m["b"])
    month_first = second > 12 or (clock.month_first and first <= 12)
    month, day = (first, second) if month_first else (second, first)
    return _year(m["y"]), month, day


_DAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Clock], Fields]], ...] = (
    (lazily(r"(?<!\d)(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)"), _year_first),
    (lazily(rf"{_ERA}(?P<y>\d{{1,4}})\s?[年년]\s?(?P<m>\d{{1,2}})\s?[月월]\s?(?P<d>\d{{1,2}})\s?[日号號일]"), _year_first),
    (lazily(rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|\.|º|er)?[\s\-/]*(?:de\s+|of\s+)?(?P<name>{_NAMES})[.,]?[\s\-/]*(?:de\s+|del\s+|พ\.ศ\.\s*|г\.?\s*)?(?P<y>\d{{4}}|\d{{2}})(?![\d:])", re.I), _named),
    (lazily(rf"(?<!\w)(?P<name>{_NAMES})[.,]?[\s\-]+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?:\d{{1,2}}:\d\d(?::\d\d)?\s+(?:[A-Z]{{2,4}}\s+)?)?(?P<y>\d{{4}})(?!\d)", re.I), _named),
    (lazily(r"(?<!\d)(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})(?!\d)"), _numbers),
    (lazily(r"(?<!\d)(?P<d>\d{1,2})\s+(?:th(?:g|áng)?\s?(?P<m>\d{1,2})|(?P<m2>\d{1,2})[月월])\s+(?P<y>\d{4})(?!\d)", re.I), _localised),
    (lazily(r"(?<!\d)(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2}),?\s+(?:năm\s+)?(?P<y>\d{4})"), _year_first),
    (lazily(r"(?<!\d)(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?=T?\d{4,6}\b|\b)"), _year_first),
)  # fmt: skip
