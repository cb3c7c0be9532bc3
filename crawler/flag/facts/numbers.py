"""Numbers with the units of each language → sums of money and counts of people.

"กว่า 1 หมื่นล้านหยวน", "3亿5000万元", "US$1.5 billion", "2,5 Mrd. Euro", "₹500 crore", "1조 2000억 원". Everything is
read in folded text. A sum counts where agreements or investments are spoken of, a count where people meet.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from crawler.flag.facts.page import Page, Told
from crawler.flag.facts.tables import HAN_UNITS, SCALES, SIGNED
from crawler.flag.facts.words import CURRENCIES, Place

REACH = 48  # characters in which a number belongs to its unit
ABOUT = 160  # characters around a sum in which it must be said what it is for
AWAY = 40  # characters in which a market or a turnover takes a sum for itself
COMPANY = 60  # characters around a count of heads in which they must meet
LEAST_SUM = 10_000
MOST_SUM = 10**14
LEAST_PEOPLE, MOST_PEOPLE = 10, 5_000_000
MAX_SIGNS = 400  # currencies, and nouns for people, that are looked at in one text


def _either(words: Sequence[str] | Mapping[str, object]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_NUM = r"(?<!\d)(?<!\d[.,])(?:\d{1,3}(?:[.,\s]\d{3})+(?:[.,]\d{1,2})?|\d{1,15}(?:[.,]\d{1,3})?)(?!\d)"
_PART = rf"\d{{1,6}}(?:,\d{{3}})*(?:\.\d{{1,4}})?\s?(?:{_either(HAN_UNITS)})"
_EAST = rf"(?<!\d)(?<!\d[.,])(?:{_PART}\s?)+(?:\d{{1,4}})?"
_SCALE = rf"(?:{_either(SCALES)})(?![^\W\d_ก-๙])"
_WEST = rf"(?P<num>{_NUM})(?:\s?(?P<scale>{_SCALE}))?"
_MORE = r"(?:\s?(?:多|余|여|强|以上|plus|\+))?"
# Words between a number and what it counts.
_LINK = r"(?:\s?(?:de|d|of|di|وحده))?"
_BEFORE = re.compile(rf"(?:(?P<east>{_EAST})|{_WEST}){_MORE}{_LINK}\s?$")
_AFTER = re.compile(rf"\s?(?:(?P<east>{_EAST})|{_WEST})")
_FILLERS = r"(?:\s(?!and |y |et |und |e |и )[^\W\d_]{3,14}){0,2}"
_COUNT = re.compile(rf"(?:(?P<east>{_EAST})|{_WEST}){_MORE}{_LINK}{_FILLERS}\s?$")
_OTHERS = re.compile(
    r"\s(?:countr|compan|enterpris|firm|exhibitor|media|citie|sponsor|país|empresa|expositor|pays|entreprise|länder|unternehmen|aussteller"
    r"|стран|компани|negara|perusahaan|percent|year|online|doanh|quốc|dari|dan|from|more|دول|شرك)"
)
_PARTS = re.compile(rf"(\d{{1,6}}(?:,\d{{3}})*(?:\.\d{{1,4}})?)\s?({_either(HAN_UNITS)})")
_YEAR = re.compile(r"20[123]\d")  # "2025 participants" are no two thousand
_IS_THAI = re.compile("[ก-๙]")
_FIGURE = re.compile(r"\d")
_TAIL = re.compile(r"\d{1,4}$")
_LOCAL_DOLLAR = frozenset(["es", "pt"])  # where a bare $ may be a peso
_WON_ENDS = re.compile(r"(?:을|이|은|의|에|으로|규모|어치|대|상당|짜리|가량|이상|\W|$)")


class Number(NamedTuple):
    """A whole number, and its [start, end) in the folded text."""

    value: int
    start: int
    end: int


def number_before(text: str, end: int, fillers: bool = False) -> Number | None:
    """The number that ends at `end`, with its scale; with `fillers` two words may stand between."""
    left = max(0, end - REACH)
    if not _FIGURE.search(text, left, end):
        return None
    while left and left < end and text[left - 1].isdecimal():
        left += 1
    match = (_COUNT if fillers else _BEFORE).search(text, left, end)
    if match is None or (fillers and _OTHERS.search(text, match.end("num"), end)):
        return None
    return _number(match)


def number_after(text: str, start: int) -> Number | None:
    """The number that begins at `start`, with its scale."""
    match = _AFTER.match(text, start, start + REACH)
    return _number(match) if match else None


def _number(match: re.Match[str]) -> Number | None:
    if match["east"]:
        tail = _TAIL.search(match["east"])
        total = sum(
            Decimal(n.replace(",", "")) * HAN_UNITS[unit] for n, unit in _PARTS.findall(match["east"])
        )
        value = total + Decimal(tail.group() if tail else 0)
        return Number(int(value), match.start("east"), match.end("east"))
    factor, comma = SCALES[match["scale"]] if match["scale"] else (1, False)
    value = _decimal(match["num"], factor > 1, comma) * factor
    return Number(int(value), match.start("num"), match.end("scale" if match["scale"] else "num"))


def _decimal(text: str, scaled: bool, comma: bool) -> Decimal:
    """A number of any writing: 1,234.5 and 1.234,5 and 1 234,5; "1.5" and "1,5" before a scale."""
    parts = re.split(r"[.,\s]", text)
    if len(parts) == 1:
        return Decimal(text)
    marks = [char for char in text if char in ".," or char.isspace()]
    last = marks[-1]
    decimal = len(parts[-1]) != 3 or (len(marks) > 1 and marks.count(last) == 1 and last in ".,")
    if scaled and len(marks) == 1 and len(parts[-1]) == 3 and not last.isspace():
        decimal = (last == ",") == comma
    whole = "".join(parts[:-1] if decimal else parts)
    return Decimal(f"{whole}.{parts[-1]}" if decimal else whole)


def amounts(page: Page) -> Iterator[Told]:
    """Sums of agreements and investments."""
    signs = sorted(place for kind in ("sign", "deal", "invest") for place in page.signs.get(kind, ()))
    found: dict[int, tuple[int, Told]] = {}
    for code in CURRENCIES:
        for start, end in page.signs.get(f"money {code}", ())[:MAX_SIGNS]:
            number = _sum_at(page, start, end)
            if number is None or not LEAST_SUM <= number.value <= MOST_SUM:
                continue
            first, last = page.folded.span(min(number.start, start), max(number.end, end))
            left, right = page.bounds(first)
            if not _meant(page, signs, (number.start, number.end), (left, right)):
                continue
            told = Told("amount", f"{code} {number.value}", first, last, "amount/1")
            known = found.get(number.start)
            if known is None or end - start > known[0]:
                found[number.start] = (end - start, told)
    yield from (told for _, told in found.values())


def _sum_at(page: Page, start: int, end: int) -> Number | None:
    """The number beside the currency at [start, end)."""
    text, word = page.folded.text, page.folded.text[start:end]
    if word[0].isalpha() and word.isascii() and start and text[start - 1].isalpha():
        return None
    if word == "$" and (page.language in _LOCAL_DOLLAR or (start and text[start - 1].isalpha())):
        return None
    if word == "원" and not _WON_ENDS.match(text, end):
        return None
    if word in SIGNED:
        return _honest(page, number_after(text, end)) or _honest(page, number_before(text, start))
    if word[-1].isalpha() and word.isascii() and end < len(text) and text[end].isalpha():
        return None
    number = _honest(page, number_before(text, start))
    if number is None:
        return None
    quote = page.whole[slice(*page.folded.span(number.start, end))]
    if (
        word == "元"
        and any(char in quote for char in "億萬")
        and "人民" not in text[max(0, start - 40) : end + 4]
    ):
        return None  # of Taiwan, Hong Kong or the mainland
    if word == "won" and number.value < 10**6:
        return None  # a verb
    return number


def _honest(page: Page, number: Number | None) -> Number | None:
    """None for a range, whose dash folding has made a space."""
    if number is None:
        return None
    quote = page.whole[slice(*page.folded.span(number.start, number.end))]
    return None if any(dash in quote for dash in "-–—~") else number


def _meant(page: Page, signs: list[Place], place: Place, sentence: Place) -> bool:
    """Whether the sum at the folded `place` is one of agreements, and of no market."""
    for start, end in page.signs.get("measure", ()):
        behind = 0 if _IS_THAI.match(page.folded.text, start) else AWAY  # there a new sentence may begin
        if place[0] - AWAY <= start and end <= place[1] + behind:
            first = page.folded.origin(start)
            if sentence[0] <= first < sentence[1]:
                return False
    first, last = page.folded.span(*place)
    if page.latin and page.negated(first - AWAY, last + AWAY):
        return False
    at = bisect_left(signs, (place[0] - ABOUT, 0))
    while at < len(signs) and signs[at][0] <= place[1] + ABOUT:
        if sentence[0] <= page.folded.origin(signs[at][0]) < sentence[1]:
            return True
        at += 1
    return False


def participants(page: Page) -> Iterator[Told]:
    """Counts of people who came."""
    text = page.folded.text
    for start, end in page.signs.get("people", ())[:MAX_SIGNS]:
        number = number_before(text, start, fillers=True)
        if (
            number
            and not _YEAR.fullmatch(text, number.start, number.end)
            and not text.endswith("per ", 0, number.start)
        ):
            yield from _people(page, number, end)
    guests = page.signs.get("guest", ())
    people = page.signs.get("people", ())
    for start, end in page.signs.get("head", ())[:MAX_SIGNS]:
        number = number_before(text, start)
        if number and any(_beside(page, places, number.start, end) for places in (guests, people)):
            yield from _people(page, number, end)


def _beside(page: Page, places: Sequence[Place], start: int, end: int) -> bool:
    left, right = page.bounds(page.folded.origin(start))
    at = bisect_left(places, (start - COMPANY, 0))
    while at < len(places) and places[at][0] <= end + COMPANY:
        if left <= page.folded.origin(places[at][0]) < right:
            return True
        at += 1
    return False


def _people(page: Page, number: Number | None, end: int) -> Iterator[Told]:
    number = _honest(page, number)
    if number and LEAST_PEOPLE <= number.value <= MOST_PEOPLE:
        first, last = page.folded.span(number.start, end)
        yield Told("participants", str(number.value), first, last, "participants/1")
