"""The edition that an article tells of where no name carries one: dates near it, a theme, "this year's", its own date.

None is an answer. Dates of a founding ("since 2014"), of a plan and of a photograph are nobody's edition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from .context import EVENT, FUTURE_SIGN, HAPPENING, LAST_MONTH, NOW, OCCASION, Around
from .editions import REACH, Resolved, latest_year
from .forum import Forum
from .numerals import ANY_YEAR, NAMED_DATE, NUMBER_DATE, RELATIVES, year_of

NEAR = 240  # characters in which a date belongs to a name
BEFORE_START = timedelta(days=60)  # news of an edition to come
AROUND_DATES = timedelta(days=12)  # news of an edition going on or just over
MONTH = timedelta(days=30)
DATE_SLACK = timedelta(days=4)  # days on which people travel, rehearse and look back
MAX_PLACES = 12  # names that are asked, from the first on
_SINCE = re.compile(
    r"(?:since|depuis|desde|seit|sejak|自|自从|ตั้งแต่|kể từ|منذ|founded in|launched in|established in|created in)\s?$"
)
_YEAR = re.compile(ANY_YEAR)
CLAUSE = 60  # characters between a name and a year that says when
_BREAK = re.compile(r"[.,;:!?()。，、；：！？（）\n]")
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
        if day is None:
            return wanted if year else None
        told = date(wanted, month, 1) + timedelta(days=day - 1)
        return wanted if edition.start - DATE_SLACK <= told <= last + DATE_SLACK else None
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
        for shift, words in RELATIVES:
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
