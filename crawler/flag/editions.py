"""Which edition a name speaks of: the year glued to it, its ordinal, dates near it, the theme, the page's date.

None is an answer. A plan's range ("2026–2030"), a founding year ("since 2014") or a number of visitors is no
edition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from .context import EVENT, FUTURE_SIGN, OCCASION, Around
from .forum import LATEST_YEAR, YEARS_AHEAD, Forum
from .numerals import (
    ANY_YEAR,
    BETWEEN,
    NAMED_DATE,
    NUMBER_DATE,
    ORDINAL_AFTER,
    ORDINAL_BEFORE,
    number_of,
    year_of,
)

Sort = Literal["year", "ordinal", "date", "theme", "relative", "page"]
REACH = 48  # characters on either side in which a year or an ordinal is part of the name
NEAR = 240  # characters in which a date belongs to it
BEFORE_START = timedelta(days=60)  # news of an edition to come
AROUND_DATES = timedelta(days=12)  # news of an edition going on or just over
_GAPS = re.compile(rf"{BETWEEN}*$")
_YEAR_END = re.compile(rf"(?P<lead>\S*\s?)(?P<year>{ANY_YEAR})$")
_YEAR_AFTER = re.compile(
    rf"\s?(?:\([^()\d]{{2,12}}\)\s?)?(?:edition |edición |edição |edizione |ausgabe |ประจำปี |ประจำปี|ปี |ปี|พ\.ศ\. ?|năm |tahun |de |del |do |da |di |von "
    rf"|van |лعام |لعام |عام |لسنه |года |г\. )?(?:พ\.ศ\. ?|ค\.ศ\. ?)?[(（]?\s?(?P<year>{ANY_YEAR})"
)
_FOUNDING = re.compile(
    r"(?:since|from|depuis|desde|seit|dal|sejak|from the|自|从|自从|ตั้งแต่(?:ปี)?|ตั้งแต่ปี พ\.ศ\.|kể từ(?: năm)?|từ(?: năm)?|с|منذ(?: عام)?"
    r"|od|부터|before|until|by|after|founded in|launched in|established in|created in|of|to|以来)\s?$"
)
_SINCE = re.compile(
    r"(?:since|depuis|desde|seit|sejak|自|自从|ตั้งแต่|kể từ|منذ|founded in|launched in|established in|created in)\s?$"
)
_NOT_YEAR = re.compile(
    r"\s?(?:20\d\d|25\d\d|\d\d(?!\d))(?!\d)|\s?(?:to|through|until|至|到|ถึง|~|–|bis|до|по|a|au)\s?(?:20|25)\d\d|\s?(?:多|余|家|人|名|位|项|个|คน|명|개|people|delegates|"
    r"participants|exhibitors|companies|visitors|guests|attendees|startups|personas|personnes|человек|participantes|strategic plan|to 20)"
)
_TWO_DIGITS = re.compile(
    r"(?P<quote>\s?)(?P<year>[12]\d)(?![\d%]|[.,:]\d|st|nd|rd|th|\s?(?:people|companies|countries|家|国|名|ประเทศ))"
)
_IN_YEAR = re.compile(r"(?:\bin|\bim jahr|\ben|\bem|\bnel|\bв|عام|ใน(?:ปี)?|năm|pada(?: tahun)?)\s?$")
_RELATIVE = (
    (
        0,
        r"this year|今年|本年|本届|ปีนี้|올해|금년|năm nay|tahun ini|este año|este ano|cette année|dieses jahr\w*|diesjährig\w*|quest anno|в этом году|нынешн\w+|هذا العام|bu yıl\w*|w tym roku|dit jaar",
    ),
    (
        -1,
        r"last year|去年|昨年|上一?届|ปีที่แล้ว|작년|지난해|năm ngoái|tahun lalu|año pasado|ano passado|l an dernier|année dernière|letztes jahr|letzten jahr\w*|l anno scorso|в прошлом году|العام الماضي|geçen yıl\w*|w zeszłym roku",
    ),
    (
        1,
        r"next year|明年|来年|下一?届|ปีหน้า|내년|năm sau|năm tới|tahun depan|próximo año|próximo ano|l an prochain|année prochaine|nächstes jahr|nächsten jahr\w*|в следующем году|العام المقبل|gelecek yıl\w*|w przyszłym roku",
    ),
)
_RELATIVES = tuple((shift, re.compile(words)) for shift, words in _RELATIVE)


@dataclass(frozen=True, slots=True)
class Resolved:
    """An edition's year, and the folded [start, end) that says so (empty for the page's own date)."""

    year: int
    start: int
    end: int
    sort: Sort


def latest_year(published: datetime | None) -> int:
    """The last year whose edition an article of that date may speak of."""
    return published.year + YEARS_AHEAD if published else LATEST_YEAR


def own_edition(
    text: str, original_quote: bool, start: int, end: int, forum: Forum, published: datetime | None
) -> Resolved | None:
    """The edition that the name at [start, end) carries itself: a year glued to it, or an ordinal."""
    latest = latest_year(published)
    found = _glued_before(text, start, end) or _glued_after(text, start, end)
    if found and forum.possible(found.year, latest):
        return found
    found = _short_year(text, original_quote, start, end, forum, published)
    if found:
        return found
    for number, first, last in _ordinals(text, start, end):
        year = forum.year_of(number)
        if year is not None and year <= latest:
            return Resolved(year, first, last, "ordinal")
    return None


def _glued_before(text: str, start: int, end: int) -> Resolved | None:
    """``2025 GDEC``, ``2025年第五届…``, ``the 2025 edition of the …``."""
    left = max(0, start - REACH)
    at = start
    for _ in range(3):  # a year, an ordinal, and filler around them
        at = _gap_start(text, left, at)
        match = _YEAR_END.search(text, left, at)
        if match and (year := year_of(match["year"])):
            first = match.start("year")
            before = text[max(0, first - 16) : first]
            loose = first >= 5 and re.search(r"\d{4}\s?$", before)
            if loose or _FOUNDING.search(before) or _NOT_YEAR.match(text, match.end()):
                return None
            return Resolved(year, first, end, "year")
        ordinal = ORDINAL_BEFORE.search(text, left, at)
        if not ordinal or ordinal.start() == at:
            return None
        at = ordinal.start()
    return None


def _gap_start(text: str, left: int, at: int) -> int:
    match = _GAPS.search(text, left, at)
    return match.start() if match else at


def _glued_after(text: str, start: int, end: int) -> Resolved | None:
    """``GDEC 2025``, ``… ประจำปี 2568``, ``… (2025)``, ``… ครั้งที่ 4 ประจำปี 2568``."""
    at = end
    ordinal = ORDINAL_AFTER.match(text, end, end + REACH)
    for begin in (at, ordinal.end() if ordinal else at):
        match = _YEAR_AFTER.match(text, begin, begin + REACH)
        if match and not _NOT_YEAR.match(text, match.end("year")) and (year := year_of(match["year"])):
            return Resolved(year, start, match.end("year"), "year")
    return None


def _short_year(
    text: str, quoted: bool, start: int, end: int, forum: Forum, published: datetime | None
) -> Resolved | None:
    """``MWC25``, ``GDEC'25``; two digits that may be an ordinal (CAEXPO 22) are a year only if no ordinal fits."""
    match = _TWO_DIGITS.match(text, end)
    if not match or not text[end - 1].isascii():
        return None
    year = 2000 + int(match["year"])
    if not quoted:
        as_ordinal = forum.year_of(int(match["year"]))
        around = published.year if published else None
        if as_ordinal and (around is None or abs(as_ordinal - around) <= abs(year - around)):
            return Resolved(as_ordinal, start, match.end(), "ordinal")
        if around is None and match["quote"]:
            year = year if forum.edition(year) else 0
        elif around is not None and abs(year - around) > YEARS_AHEAD:
            return None
    return (
        Resolved(year, start, match.end(), "year") if forum.possible(year, latest_year(published)) else None
    )


def _ordinals(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Ordinals that count this name's editions, each with the folded span that shows them."""
    left = max(0, start - REACH)
    at = _gap_start(text, left, start)
    for stop in dict.fromkeys(
        (start, text[:start].rstrip().__len__() if start - left < REACH else start, at)
    ):
        match = ORDINAL_BEFORE.search(text, left, stop)
        if match and (number := number_of(match)):
            yield number, match.start(), end
    match = ORDINAL_AFTER.match(text, end, end + REACH)
    if match and (number := number_of(match)):
        yield number, start, match.end()


def told_edition(
    text: str, places: list[tuple[int, int]], forum: Forum, around: Around, published: datetime | None
) -> Resolved | None:
    """The edition that the article tells where no name carries one: dates, theme, "this year's", its own date."""
    return (
        _by_date(text, places, forum, published)
        or _by_theme(places, forum, around)
        or _by_relative(text, places, forum, published)
        or _by_page(places, forum, around, published)
    )


def _by_date(
    text: str, places: list[tuple[int, int]], forum: Forum, published: datetime | None
) -> Resolved | None:
    for start, end in places:
        left, right = max(0, start - NEAR), end + NEAR
        dates = sorted(_dates(text, left, right), key=lambda d: min(abs(d[3] - start), abs(d[4] - end)))
        for year, month, day, first, last in dates:
            resolved = _edition_of_date(forum, year, month, day, published)
            if resolved and not _SINCE.search(text, max(0, first - 16), first):
                return Resolved(resolved, first, last, "date")
    return None


def _edition_of_date(
    forum: Forum, year: int | None, month: int, day: int | None, published: datetime | None
) -> int | None:
    wanted = year or (published.year if published else None)
    if wanted is None or not forum.possible(wanted, latest_year(published)):
        return None
    edition = forum.edition(wanted)
    if edition and edition.start:
        last = edition.end or edition.start
        if month not in (edition.start.month, last.month):
            return None
        inside = day is None or edition.start.day - 3 <= day or day <= last.day + 3
        return wanted if year or (day is not None and inside) else None
    return wanted if year and month in forum.months else None


def _dates(text: str, left: int, right: int) -> Iterator[tuple[int | None, int, int | None, int, int]]:
    """(year, month, day, start, end) of the dates in the folded [left, right)."""
    for match in NAMED_DATE.finditer(text, left, right):
        month = next(number for number in range(1, 13) if match[f"m{number}"])
        day = match["d1"] or match["d2"]
        if day or match["year"]:
            yield year_of(match["year"] or ""), month, int(day) if day else None, match.start(), match.end()
    for match in NUMBER_DATE.finditer(text, left, right):
        which = next(which for which in "1234" if match[f"m{which}"])
        day = match[f"d{which}"]
        month = int(match[f"m{which}"])
        if 1 <= month <= 12:
            yield (
                year_of(match[f"y{which}"] or ""),
                month,
                int(day) if day else None,
                match.start(),
                match.end(),
            )


def _by_theme(places: list[tuple[int, int]], forum: Forum, around: Around) -> Resolved | None:
    for edition in forum.editions:
        for start, end in around.places.get(("theme", f"{forum.id} {edition.year}"), ()):
            return Resolved(edition.year, start, end, "theme")
    return None


def _by_relative(
    text: str, places: list[tuple[int, int]], forum: Forum, published: datetime | None
) -> Resolved | None:
    if published is None:
        return None
    for start, end in places:
        for shift, words in _RELATIVES:
            match = words.search(text, max(0, start - REACH), end + REACH)
            year = published.year + shift
            if match and forum.possible(year, latest_year(published)):
                return Resolved(year, match.start(), match.end(), "relative")
    return None


def _by_page(
    places: list[tuple[int, int]], forum: Forum, around: Around, published: datetime | None
) -> Resolved | None:
    """The edition that is going on, or about to, when the article appears."""
    if published is None or not forum.possible(published.year, published.year):
        return None
    start, end = places[0]
    signs = (EVENT, OCCASION, *(("city", city) for city in forum.cities))
    happens = any(around.near(sign, *place, NEAR) for place in places[:3] for sign in signs)
    ahead = any(around.near(FUTURE_SIGN, *place, NEAR) for place in places[:3])
    day = published.date()
    edition = forum.edition(published.year)
    if edition and edition.start:
        lead = BEFORE_START if ahead else AROUND_DATES
        inside = edition.start - lead <= day <= (edition.end or edition.start) + AROUND_DATES
    else:
        inside = day.month in forum.months
    return Resolved(published.year, start, end, "page") if inside and happens else None
