"""The edition that an article tells of where no name carries one: dates near it, a theme, "this year's", its own date.

None is an answer. Dates of a founding ("since 2014"), of a plan and of a photograph are nobody's edition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from .context import EVENT, FUTURE_SIGN, HAPPENING, LAST_MONTH, NOW, OCCASION, Around
from .editions import REACH, Resolved, latest_year
from .forum import Forum
from .numerals import ANY_YEAR, NAMED_DATE, NUMBER_DATE, RELATIVES, year_of

NEAR = 240  # characters in which a date belongs to a name
BEFORE_START = timedelta(days=60)  # news of an edition to come
AROUND_DATES = timedelta(days=12)  # news of an edition going on or just over
MONTH = timedelta(days=30)
MID_MONTH = 15
DATE_SLACK = timedelta(days=4)  # days on which people travel, rehearse and look back
MAX_PLACES = 12  # names that are asked, from the first on
_SINCE = re.compile(
    r"(?:since|depuis|desde|seit|sejak|自|自从|ตั้งแต่|kể từ|منذ|founded in|launched in|established in|created in)\s?$"
)
_IN_MONTH = re.compile(r"(?<!\w)(?:in|im|en|em|w|в|this|last|next|เดือน|bulan|pada|tháng) ?$")
_YEAR = re.compile(ANY_YEAR)
CLAUSE = 60  # characters between a name and a year that says when
_STOP = re.compile(r"[.!?。！？\n]")
_BREAK = re.compile(r"[.,;!?()。，、；：！？（）\n]")
_BEGAN = re.compile(
    r"since|began|begun|start|launch|found|establish|creat|first|until|\bby\b|plan|from|grew|ตั้งแต่|เริ่ม|ครั้งแรก|创|始|首|自|起|以来|規劃|规划|부터|이래|처음"
    r"|lần đầu|kể từ|впервые|основ|с \d|depuis|fond|lanc|desde|fund|primera|seit|gegründ|erst|منذ|تأسس|اول|sejak|pertama|beri|ilk|kurul|od \d|pierwsz"
)
_WHEN = re.compile(r"(?:\bin|\bim jahr|\ben|\bem|\bnel|\bв|عام|ใน(?:ปี)?|เมื่อปี|năm|pada(?: tahun)?|tahun)\s?$")
_THEN = re.compile(r"\s?(?:年(?!代)|년(?!대)|yılında|году|год[ау]\b|r\.|m\.)")


def told_edition(
    text: str, places: list[tuple[int, int]], forum: Forum, around: Around, published: datetime | None
) -> Resolved | None:
    """The edition that the article tells where no name carries one: dates, theme, "this year's", its own date."""
    places = places[:MAX_PLACES]
    return (
        _by_date(text, places, forum, published)
        or _by_theme(places, forum, around)
        or _by_relative(text, places, forum, published)
        or _by_page(places, forum, around, published)
        or _by_year(text, places, forum, published)
    )


class _Date(NamedTuple):
    """A date as far as the text tells it, and the folded [start, end) that does."""

    year: int | None
    month: int
    day: int | None
    start: int
    end: int


def _by_date(
    text: str, places: list[tuple[int, int]], forum: Forum, published: datetime | None
) -> Resolved | None:
    for start, end in places:
        dates = sorted(
            _dates(text, max(0, start - NEAR), end + NEAR),
            key=lambda told: min(abs(told.end - start), abs(told.start - end)),
        )
        for told in dates:
            exact = told.year or told.day
            if not exact and min(abs(told.end - start), abs(told.start - end)) > CLAUSE:
                continue
            year = _edition_of_date(forum, told, published)
            if year and not _SINCE.search(text, max(0, told.start - 16), told.start):
                return Resolved(year, told.start, told.end, "date")
    return None


def _edition_of_date(forum: Forum, told: _Date, published: datetime | None) -> int | None:
    """The edition held on that date; a date without a year is the one nearest to the article's own."""
    wanted = told.year or _nearest_year(told, published)
    if wanted is None or not forum.possible(wanted, latest_year(published)):
        return None
    edition = forum.edition(wanted)
    if edition is None or edition.start is None:
        return wanted if told.month in forum.months else None
    last = edition.end or edition.start
    if told.day is None:
        return wanted if told.month in (edition.start.month, last.month) else None
    inside = edition.start - DATE_SLACK <= _day(wanted, told) <= last + DATE_SLACK
    return wanted if inside else None


def _nearest_year(told: _Date, published: datetime | None) -> int | None:
    if published is None:
        return None
    years = (published.year - 1, published.year, published.year + 1)
    return min(years, key=lambda year: abs((_day(year, told) - published.date()).days))


def _day(year: int, told: _Date) -> date:
    return date(year, told.month, 1) + timedelta(days=(told.day or MID_MONTH) - 1)


def _dates(text: str, left: int, right: int) -> Iterator[_Date]:
    """The dates in the folded [left, right); a month alone only where it says when."""
    for match in NAMED_DATE.finditer(text, left, right):
        month = next(number for number in range(1, 13) if match[f"m{number}"])
        day = match["d1"] or match["d2"]
        if day or match["year"] or _IN_MONTH.search(text, max(0, match.start() - 12), match.start()):
            year = year_of(match["year"] or "")
            yield _Date(year, month, int(day) if day else None, *match.span())
    for match in NUMBER_DATE.finditer(text, left, right):
        which = next(which for which in "1234" if match[f"m{which}"])
        day, month = match[f"d{which}"], int(match[f"m{which}"])
        if 1 <= month <= 12:
            yield _Date(year_of(match[f"y{which}"] or ""), month, int(day) if day else None, *match.span())


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
        for shift, words in RELATIVES:
            match = words.search(text, max(0, start - REACH), end + REACH)
            year = published.year + shift
            if match and _STOP.search(text, min(match.end(), end), max(match.start(), start)):
                continue
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
    signs = (EVENT, OCCASION, NOW, HAPPENING, LAST_MONTH, *(("city", city) for city in forum.cities))
    happens = any(around.near(sign, *place, NEAR) for place in places[:3] for sign in signs)
    ahead = any(around.near(FUTURE_SIGN, *place, NEAR) for place in places[:3])
    ago = any(around.near(LAST_MONTH, *place, CLAUSE) for place in places[:3])
    day = published.date() - MONTH * ago
    edition = forum.edition(published.year)
    if edition and edition.start:
        lead = BEFORE_START if ahead else AROUND_DATES
        inside = edition.start - lead <= day <= (edition.end or edition.start) + AROUND_DATES * (1 + ago)
        happens = happens or edition.start <= day <= (edition.end or edition.start) + AROUND_DATES / 4
    else:
        inside = day.month in forum.months
    return Resolved(published.year, start, end, "page") if inside and happens else None


def _by_year(
    text: str, places: list[tuple[int, int]], forum: Forum, published: datetime | None
) -> Resolved | None:
    """A year in the name's own clause that says when: "the conference in Beijing in 2024"."""
    for start, end in places:
        years: dict[int, tuple[int, int]] = {}
        for match in _YEAR.finditer(text, max(0, start - CLAUSE), end + CLAUSE):
            first, last = match.span()
            between = text[last:start] if last <= start else text[end:first]
            year = year_of(match.group())
            if year is None or _BREAK.search(between) or _BEGAN.search(between):
                continue
            if _BEGAN.search(text, max(0, first - 24), last + 12):
                continue
            if _WHEN.search(text, max(0, first - 12), first) or _THEN.match(text, last):
                years.setdefault(year, (first, last))
        if len(years) == 1:
            year, (first, last) = years.popitem()
            if forum.possible(year, latest_year(published)):
                return Resolved(year, first, last, "year")
    return None
