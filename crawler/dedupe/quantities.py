"""A lowered text → the numbers and days in it, whatever digits, units, separators and calendars write them.

1.2 billion, 12億, 1 200 million and 1,2 Mrd are one number; 2 กรกฎาคม 2568, 7月2日 and ۱۱ تیر one day. Years of the
present, hours, small counts and ordinals tell nothing. A number of three digits and more is known by its digits
alone, so that a unit that is not known does no harm.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import itemgetter

from crawler.dedupe import south_asian_numbers
from crawler.dedupe.amounts import Number, Sum, plain_number
from crawler.dedupe.anchor_terms import Terms
from crawler.dedupe.conversions import is_converted
from crawler.dedupe.currencies import counts
from crawler.dedupe.han_numbers import han_numbers
from crawler.dedupe.sizes import SIGNS, has_code, scale_of, sized
from crawler.dedupe.teens import ends_number

SMALL = 13  # whole numbers below it stand in any text, in figures or in words
NEAR_YEARS = range(2016, 2034)  # of the present: they stand in any text
YEARS = range(1800, 2101)
BUDDHIST_YEARS, JALALI_YEARS = range(2440, 2601), range(1360, 1431)
DOT_GROUPS = frozenset(
    ["de", "es", "fr", "id", "it", "nl", "pt", "ru", "tr", "vi", "pl", "da", "el", "ro", "uk"]
)
LEAD = 0.45  # of a text, with its title: what is new stands there, its background at the foot
LONGEST = 24  # characters of a number with its separators; what is longer is none

_NUMBER = re.compile(
    r"[0-9](?:(?<![a-z0-9].)[0-9]{0,2}+(?>(?:[ '’][0-9]{3}(?![0-9]))+)(?:[.,][0-9]{1,2}(?![0-9]))?|[0-9]*+(?>(?:[.,٫٬][0-9]++)*))"
)
_NOT_A_QUANTITY = re.compile(r"[a-z]\b|-?(?:st|nd|rd|th)\b")  # behind it: 5g, 3rd
_CJK_DATE = re.compile(
    r"(\d\d?)\s?[月월]\s?(\d{1,2})(?!\d)\s?[日일号號]?"
    r"(?:\s?(?:至|到|~|〜|-|–|—|から|부터|∼)\s?(?:(\d{1,2})\s?[月월]\s?)?(\d{1,2})\s?[日일号號])?"
)
_NUMERIC_DATE = re.compile(
    r"(?:(?P<y>[12]\d{3})[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2})"
    r"|(?P<d2>\d{1,2})[./](?P<m2>\d{1,2})[./](?:20|25)?\d\d)(?![\d/])"
)
_VIETNAMESE_DATE = re.compile(
    r"(\d(?<!\d\d)\d?)(?:\s?[-–]\s?(\d{1,2}))?(?:\s?tháng\s?|/)(\d{1,2})(?!\d)(?:/20\d\d)?"
)
_TO = r"\s?(?:-|–|—|~|to|bis|al|au|y|e|et|и|по|ถึง|hingga|sampai|dan|إلى|و)\s?"
_DAY_BEFORE = re.compile(
    rf"(?:(?<!\d)(\d{{1,2}})\.?{_TO})?(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|\.|º|er|-)?\s?(?:de\s|of\s|ta['’]\s|ខែ)?$"
)
_DAY_AFTER = re.compile(
    r"\.?\s?(\d{1,2})(?:st|nd|rd|th)?(?!\d|[.,]\d)(?:\s?(?:-|–|—|to|and)\s?(\d{1,2})(?!\d))?"
)
_SHORT_YEAR = re.compile(r"\s?(\d\d)(?!\d)")  # 2 ก.ค. 68
_BEFORE, _AFTER = 22, 12  # letters around a month's name in which its day stands
_DOUBTFUL = frozenset("일号號:日)）")  # behind a number: a day, an hour, or what tells nothing
_CJK_DAY = re.compile("[)）]?日(?![元圓圆円本幣币])")  # 17日, （17）日; no 8000日圓
_HOUR = re.compile(r"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]")
_HOUR_BEFORE = re.compile(
    r"(?:\bsaat|\btsi̇|\btsi|\bkl\.?|\bklo|\bkello|\balle|\bore|\bpukul|\bjam|เวลา|\bum|\bom) ?$"
)
_HOUR_AFTER = re.compile(r" ?(?:น\.|uhr\b|uur\b|wi(?:b|ta|t)\b|hrs?\b|[ap]\.?m\b)")
_ERA = re.compile("(?:令和|民国|民國|平成)$")


@dataclass(frozen=True, slots=True)
class Found:
    """What a text counts and dates, in order."""

    numbers: Sequence[Number]
    days: Sequence[tuple[int, int]]  # month, day
    years: Sequence[int]  # that are not of the present
    early: int  # numbers that stand in the text's lead
    rendered: Sequence[Number] = ()  # what others of these are in other money, in brackets behind them


def quantities(text: str, language: str, terms: Terms) -> Found:
    """The numbers and days of `text`, in lower case and with plain digits; `terms` are those that stand in it."""
    months, scales = terms.months, terms.scales
    taken: set[int] = set()  # where digits begin that are a day's
    days = [day for day in _days(text, language, months, taken) if day is not None]
    numbers: list[Number] = []
    starts: list[int] = []
    years: list[int] = []
    sum_: Sum | None = None
    rendered: list[Number] = []
    past = last = 0
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if start in taken or start < past or end - start > LONGEST:
            continue
        written = match[0]
        ends = text[end : end + 1] in "-/" or written.count(".") == 2
        if ends and (told := _NUMERIC_DATE.match(text, start)):
            past = told.end()
            if text[start - 1 : start] not in "/-.":
                days += _numeric(told, language)
            continue
        if not _counts(text, start, end):
            continue
        plain = len(written) <= 4 and written.isdigit()
        dated = plain and end not in scales and text[start - 1 : start] not in SIGNS
        year = _year(int(written), text, start, end, language) if dated else None
        if year is not None and len(written) == 4 and counts(text, end, year in NEAR_YEARS):
            year = None
        if year is not None:
            if year and year not in NEAR_YEARS:
                years.append(year)
            continue
        power, end = scale_of(scales, text, start, end, language)
        number = _number(written, language, power)
        if number is None or (plain and not power and int(written) < SMALL):
            continue
        if is_converted(text, numbers, last, start, end):
            rendered.append(number)
            continue
        last = end
        if sum_ and sum_.goes_on(text, start) and sum_.takes(number, power):
            numbers[-1] = sum_.total()
        else:
            sum_ = Sum(number) if power else None
            numbers.append(number)
            starts.append(start)
        if sum_:
            sum_.open(end, power, language)
    spelled = list(_in_words(text, language, terms))
    if language in ("zh", "ja"):
        spelled = list(han_numbers(text, SMALL))
    if language in south_asian_numbers.LANGUAGES:
        spelled = list(south_asian_numbers.sums_in_words(text, language, scales))
    if spelled:
        spoken = sorted([*zip(starts, numbers, strict=True), *spelled], key=itemgetter(0))
        starts, numbers = [at for at, _ in spoken], [number for _, number in spoken]
    return Found(numbers, days, years, bisect_left(starts, LEAD * len(text)), rendered)


def _in_words(text: str, language: str, terms: Terms) -> Iterator[tuple[int, Number]]:
    """(where it begins, the number) of each that is a word, with the word for a size behind it."""
    for start, end, value in terms.counts:
        if ends_number(text, start):
            continue
        power, _ = scale_of(terms.scales, text, start, end, language)
        number = plain_number(value)
        yield start, Number(number.digits, number.power + power)


def _counts(text: str, start: int, end: int) -> bool:
    """Whether figures are a quantity by what stands around them: no hour, day, ordinal, part of a name, or year of a file."""
    front, after = text[start - 1 : start], text[end : end + 1]
    if front == ":" or (front == "/" and text[start - 2 : start - 1].isdigit()):
        return False
    if front.isascii() and front.isalpha() and not has_code(text, start):
        return False
    if after in _DOUBTFUL and (after not in ")）日" or _CJK_DAY.match(text, end)):
        return False
    if 4 <= end - start <= 5 and _HOUR.fullmatch(text, start, end) and _is_hour(text, start, end):
        return False
    if after.isascii() and _NOT_A_QUANTITY.match(text, end):
        return sized(text, start, end)
    return True


def _is_hour(text: str, start: int, end: int) -> bool:
    """Whether 15.42 is told by a word beside it to be a time of day."""
    return bool(_HOUR_AFTER.match(text, end) or _HOUR_BEFORE.search(text, max(0, start - 7), start))


def _numeric(told: re.Match[str], language: str) -> Iterator[tuple[int, int]]:
    """The day that figures alone write; who writes English may mean either order."""
    month, day = (told["m"], told["d"]) if told["y"] else (told["m2"], told["d2"])
    found = _day(month, day) if told["y"] or language != "en" else None
    if found is not None:
        yield found


def _number(written: str, language: str, power: int) -> Number | None:
    """A number in figures; None for nought."""
    digits, decimals = written, 0
    if not written.isdigit():
        digits = re.sub(r"\D", "", written)
        marks = [c for c in written if not c.isdigit()]
        tail = len(written) - 1 - max(written.rfind(c) for c in ".,٫") if set(marks) & set(".,٫") else 0
        if (
            marks[-1] in ".,٫"
            and (len(marks) == 1 or marks[-1] not in marks[:-1])
            and _is_decimal(marks, tail, language, digits)
        ):
            decimals = tail
    stripped = digits.strip("0")
    if not stripped:
        return None
    zeros = len(digits) - len(digits.rstrip("0"))
    return Number(stripped, power - decimals + zeros)


def _is_decimal(marks: Sequence[str], tail: int, language: str, digits: str) -> bool:
    """Whether the last mark of a number divides its decimals from it, rather than its thousands."""
    if tail != 3 or len(set(marks)) > 1 or marks[-1] == "٫":
        return True
    if digits.endswith("0") and not digits.startswith("0"):
        return False  # no decimal ends in nought: half the Spanish press writes 6,200
    groups = "." if language in DOT_GROUPS else ","
    return digits.startswith("0") or marks[-1] != groups


def _year(value: int, text: str, start: int, end: int, language: str) -> int | None:
    """The common year that a plain number of four digits or of an era is; 0: one of the present; None: no year."""
    if text[end : end + 1] == "年" and _ERA.search(text, max(0, start - 2), start):
        return 0
    if language == "th" and value in BUDDHIST_YEARS:
        return value - 543
    if language == "fa" and value in JALALI_YEARS:
        return value + 621
    return value if value in YEARS else None


def _days(
    text: str, language: str, months: Sequence[tuple[int, int, int]], taken: set[int]
) -> Iterator[tuple[int, int] | None]:
    if "月" in text or "월" in text:
        for match in _CJK_DATE.finditer(text):
            taken.update(match.start(group) for group in range(1, 5) if match[group])
            yield _day(match[1], match[2])
            if match[4]:
                yield _day(match[3] or match[1], match[4])
    if language == "vi":
        for match in _VIETNAMESE_DATE.finditer(text):
            taken.update(match.start(group) for group in range(1, 4) if match[group])
            yield _day(match[3], match[1])
            if match[2]:
                yield _day(match[3], match[2])
    for start, end, month in months:
        yield from _named(text, start, end, month, taken)


def _named(text: str, start: int, end: int, month: int, taken: set[int]) -> Iterator[tuple[int, int] | None]:
    """The days that stand beside a month's name."""
    found = _DAY_BEFORE.search(text, max(0, start - _BEFORE), start)
    if found is None:
        found = _DAY_AFTER.match(text, end, end + _AFTER)
    elif year := _SHORT_YEAR.match(text, end):
        taken.add(year.start(1))
    for group in (1, 2) if found else ():
        if found and found[group]:
            taken.add(found.start(group))
            yield _jalali(month - 12, int(found[group])) if month > 12 else _day(month, found[group])


def _day(month: str | int, day: str | int) -> tuple[int, int] | None:
    month, day = int(month), int(day)
    return (month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _jalali(month: int, day: int) -> tuple[int, int]:
    """The day of the common year; the year begins on 21 March, save after most of its leap years."""
    days = (month - 1) * 31 - max(0, month - 7) + day - 1
    found = date(2025, 3, 21) + timedelta(days=days)
    return found.month, found.day
