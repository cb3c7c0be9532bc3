"""Words that say when, near a name → the day, month or year they tell, from the day of publication.

"July 2, 2025" and "in November" as named_months.py finds them; "last July", "去年9月", "next month", "three weeks ago".
Which edition that is, told.py asks of the forum. Everything here reads folded text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from crawler.flag.editions.named_months import ASIDE, JOIN, YEAR_BEFORE, Moment, named
from crawler.flag.editions.seasons import Stretch, stretches
from crawler.flag.editions.since import (
    AGO,
    AHEAD,
    AWAY,
    COUNTED,
    LAST_AFTER,
    LAST_BEFORE,
    MONTHS_OFF,
    NEXT_AFTER,
    NEXT_BEFORE,
    UNITS,
    WEEKS_OFF,
    count_of,
    months_ago,
    several,
)
from crawler.flag.text.numerals import ANY_YEAR, RELATIVES, year_of
from crawler.patterns import lazily

MID_MONTH, JULY, DECEMBER = 15, 7, 12
# so long before its day, a thing may be told as done already: elsewhere it is tomorrow
EVE = timedelta(days=3)
SOON = timedelta(days=75)  # a bare month so near ahead, and long past, is the one to come
WEEK = timedelta(days=7)
WEEK_SLACK = timedelta(days=9)  # "three weeks ago" is no exact day
YEAR_BACK = 160  # characters before "that year" in which it is told which
_THIS = lazily(
    r"(?<!\w)(?:this(?: past)?|diese[mnrs]?|cet?|este|deste|neste|quest[oa]?|эт\w+|ц[ьи]\w+|tego|tym|dit|deze|denne|denna) $"
)
_YEAR_AFTER = tuple((shift, lazily(rf"{JOIN}(?:{words.pattern})")) for shift, words in RELATIVES)
_YEAR = lazily(ANY_YEAR)
_THAT_YEAR = lazily(
    r"(?:(?:that|the same) year s?|(?:ese|aquel|el mismo|dicho) año en|(?:nesse|naquele|no mesmo) ano em|(?:cette année là|la même année) en|(?:jenem|demselben|diesem) jahr im"
    r"|(?:quell|lo stesso) anno a|(?:того же|тот же|том же) года? в|(?:того ж|тому ж) ро[цк][уі] в|(?:tamtym|tym samym) roku we?|同年|当年|(?:この|その|同じ)年の|같은 해|그해)\s?$"
)
_THAT_YEAR_AFTER = lazily(
    r" (?:of (?:that|the same) year|de (?:ese|aquel|ese mismo|dicho) año|d(?:esse|aquele|o mesmo) ano|de (?:cette|la même) année|(?:jenes|desselben) jahres|(?:di|dello) (?:quell|stesso) anno"
    r"|(?:того же|того ж) (?:года|року)|(?:tamtego|tego samego) roku|tahun (?:itu|yang sama)|(?:năm|cùng năm) (?:đó|ấy)|(?:ในปี|ปี)(?:นั้น|เดียวกัน)|من (?:ذلك العام|العام نفسه)|o yılın|того года)(?!\w)"
)

# Whether the words about the folded [start, end) speak of the future; False: of what is over; None: neither.
Ahead = Callable[[int, int], bool | None]


def moments(text: str, left: int, right: int, published: datetime | None, ahead: Ahead) -> Iterator[Moment]:
    """Every moment told in the folded [left, right); a month alone only where it says when."""
    yield from days(text, left, right, published, ahead)
    for stretch in stretches(text, left, right):
        yield from _stretched(text, stretch, published.date() if published else None, ahead)
    if published is not None:
        yield from _from_today(text, left, right, published.date(), ahead)


def days(text: str, left: int, right: int, published: datetime | None, ahead: Ahead) -> Iterator[Moment]:
    """The dates and months among them, as the calendar names them."""
    for moment in named(text, left, right):
        yield moment if moment.year or published is None else _in_year(text, moment, published.date(), ahead)


def day_of(year: int, moment: Moment) -> date:
    """The day in that year; the middle of the month where none is told."""
    return date(year, moment.month, 1) + timedelta(days=(moment.day or MID_MONTH) - 1)


def _in_year(text: str, moment: Moment, today: date, ahead: Ahead) -> Moment:
    """The moment with its year: told beside it, or the last one that has passed, or the next, or the nearest."""
    before, after = (
        text[max(0, moment.start - ASIDE) : moment.start],
        text[moment.end : moment.end + ASIDE],
    )
    told = _that_year(text, moment)
    if told:
        return moment._replace(year=told, relative=True)
    shifts = _shifts(text, moment)
    if shifts:
        return moment._replace(year=today.year + shifts[0], relative=True)
    gone = today.year - (moment.month > today.month)
    come = today.year + (moment.month < today.month)
    now = moment.month == today.month and moment.day is None  # "last February", in February
    if LAST_BEFORE.search(before) or LAST_AFTER.match(after):
        return moment._replace(year=gone - now, relative=True)
    if NEXT_BEFORE.search(before) or NEXT_AFTER.match(after):
        return moment._replace(year=come + now, relative=True)
    if moment.day is not None:
        years = (today.year - 1, today.year, today.year + 1)
        year, other, _ = sorted(years, key=lambda year: abs((day_of(year, moment) - today).days))
        if day_of(year, moment) - today > EVE and ahead(moment.start, moment.end) is False:
            return moment._replace(year=year - 1, other=year)
        return moment._replace(year=year, other=max(year, other))
    soon = gone != come and day_of(come, moment) - today <= SOON
    both = (gone, come if gone != come else gone - 1)
    will = ahead(moment.start, moment.end)
    year, other = (come, gone) if will or (soon and will is None) else both
    never = other > year and (will is False or _THIS.search(before) is not None)
    if never or year == other:  # "was signed this April", in November, is of no April to come
        return moment._replace(year=year, relative=True)
    return moment._replace(year=year, other=other, relative=True)


def _stretched(text: str, stretch: Stretch, today: date | None, ahead: Ahead) -> Iterator[Moment]:
    """A season with its year; two where "winter 2024" may be either."""
    span, year = (stretch.start, stretch.end), stretch.year
    here = Moment(year, stretch.month, None, *span, relative=True, span=stretch.span + (stretch.span > 2))
    winter = stretch.month + stretch.span > DECEMBER + 1
    if year is None and today is not None:
        shifts = _shifts(text, here)
        year = today.year + shifts[0] if shifts else None
    if year is not None:
        yield here._replace(year=year - winter)
        if winter and stretch.span > 2:
            yield here._replace(year=year)
    elif today is not None:
        first, other = _which_season(stretch, today, ahead(*span))
        yield here._replace(year=first, other=other)


def _which_season(stretch: Stretch, today: date, ahead: bool | None) -> tuple[int, int | None]:
    """The year in which the season that is meant begins, and the one that may be meant as well."""
    now, first = today.year * 12 + today.month - 1, stretch.month - 1
    gone = (now - first - stretch.span) // 12  # the last that is over
    come = (now - first) // 12 + 1
    going_on = come - 1 if come - 1 > gone else None
    if stretch.which == "last":
        return gone, None
    if stretch.which == "next":
        return come, None
    if stretch.which == "this":
        return going_on or (
            today.year - (stretch.month + stretch.span > DECEMBER + 1 and today.month < JULY)
        ), None
    if going_on:
        return going_on, None
    nearer = come * 12 + first - now <= now - gone * 12 - first - stretch.span + 1
    soon = ahead or (nearer and ahead is None)
    return (come, gone) if soon else (gone, come)


def _shifts(text: str, moment: Moment) -> list[int]:
    """The years from that of publication that words beside the moment tell, as "of last year"."""
    before, after = text[max(0, moment.start - ASIDE) : moment.start], text[moment.end : moment.end + ASIDE]
    shifts = [shift for shift, words in YEAR_BEFORE if words.search(before)]
    return shifts + [shift for shift, words in _YEAR_AFTER if words.match(after)]


def _that_year(text: str, moment: Moment) -> int | None:
    """The year last told before "that year's September"."""
    if not (
        _THAT_YEAR.search(text, max(0, moment.start - ASIDE), moment.start)
        or _THAT_YEAR_AFTER.match(text, moment.end)
    ):
        return None
    years = list(_YEAR.finditer(text, max(0, moment.start - YEAR_BACK), moment.start))
    return year_of(years[-1].group()) if years else None


def _from_today(text: str, left: int, right: int, today: date, ahead: Ahead) -> Iterator[Moment]:
    """Months and weeks counted from the day of publication; "the end of last month" is last month, and "in two weeks" is how
    long something took where nothing says that it is to come."""
    if not UNITS.search(text, left, right):
        return
    taken: list[tuple[int, int]] = []
    for shift, words in MONTHS_OFF:
        for match in words.finditer(text, left, right):
            if several(text, match):
                continue
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                yield _month(today, shift, match)
    for shift, words in WEEKS_OFF:
        for match in words.finditer(text, left, right):
            if not several(text, match):
                yield _day(today + shift * WEEK, match)
    for way, words in ((-1, AGO), (1, AWAY), (1, AHEAD)) if COUNTED.search(text, left, right) else ():
        for match in words.finditer(text, left, right):
            count = count_of(match)
            if count is not None and (words is not AHEAD or ahead(*match.span())):
                shift = way * count
                yield _month(today, shift, match) if months_ago(match) else _day(today + shift * WEEK, match)


def _month(today: date, shift: int, match: re.Match[str]) -> Moment:
    months = today.year * 12 + today.month - 1 + shift
    return Moment(months // 12, months % 12 + 1, None, *match.span(), relative=True)


def _day(day: date, match: re.Match[str]) -> Moment:
    return Moment(day.year, day.month, day.day, *match.span(), relative=True, slack=WEEK_SLACK)
