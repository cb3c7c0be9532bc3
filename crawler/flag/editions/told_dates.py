"""Dates near a forum's name → its edition held then, and whether a date is the name's own.

Dates of a founding ("since 2014") and of a photograph are nobody's edition; of a month without a year, the sentence says whether
it is over or to come. Patterns over folded text.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import chain

from crawler.flag.editions.each_year import held_each_year
from crawler.flag.editions.moments import day_of, days, moments
from crawler.flag.editions.named_months import Moment
from crawler.flag.editions.outright import NEAR as OUTRIGHT
from crawler.flag.editions.outright import tells_outright
from crawler.flag.editions.own import Resolved, latest_year, pictured
from crawler.flag.editions.tense import ahead_of
from crawler.flag.editions.told_relative import there_then
from crawler.flag.editions.told_words import (
    BESIDE,
    OF_MONTH,
    OWNS,
    SENTENCE,
    SINCE_THEN,
    STOP,
    THE,
    THE_FIRST,
    apart,
    one_sentence,
)
from crawler.flag.names.context import EVENT, HAPPENING, Around
from crawler.flag.text.numerals import ANY_YEAR, year_of
from crawler.flag.watchlist.forum import Edition, Forum
from crawler.patterns import lazily

NEAR = 240  # characters in which a date belongs to a name
YEAR_LONG = timedelta(days=330)
_YEAR = lazily(ANY_YEAR)
DAY_NEAR = 400  # ... behind one and a day of one of its editions
FEW = 2  # names that are asked for such a day
CLAUSE = 60  # characters between a name and a year that says when
GLUED = 8  # ... and a month is the name's own: "November's World Internet Conference", "11月的乌镇峰会"


def on_its_day(
    text: str, place: tuple[int, int], forum: Forum, around: Around, published: datetime | None
) -> bool:
    """Whether a month or day told in the name's own sentence is known to be that of an edition, or stands beside the name
    and is the usual one of an edition whose days nobody knows yet: "November's World Internet Conference".
    """
    for moment in _moments(text, place, around, published, CLAUSE):
        year = _edition_of(forum, moment, published)
        edition = forum.edition(year) if year else None
        known = edition is not None and edition.start is not None
        usual = year is not None and not known and _is_its_own(text, place, moment)
        if (known or usual) and one_sentence(text, place, (moment.start, moment.end)):
            return True
    return False


def _is_its_own(text: str, place: tuple[int, int], moment: Moment) -> bool:
    """Whether a month is the name's own; "In November the World Internet Conference named ..." says when a body acted."""
    if apart(place, (moment.start, moment.end)) > GLUED:
        return False
    return bool(
        moment.start >= place[1]
        or OWNS.match(text, moment.end)
        or THE.search(text, max(0, moment.start - BESIDE), moment.start)
        or OF_MONTH.search(text, moment.start, moment.end)
    )


def tells_when(
    text: str, place: tuple[int, int], edition: Edition, around: Around, published: datetime | None
) -> bool:
    """Whether the sentence of `place`, close to it, tells the edition's year, or its month of the year to come or gone."""
    years = [
        year_of(match.group())
        for match in _YEAR.finditer(text, max(0, place[0] - BESIDE), place[1] + BESIDE)
        if one_sentence(text, place, match.span())
    ]
    if years:
        return years == [edition.year]
    if edition.start is None or published is None:
        return False
    months = (edition.start.month, (edition.end or edition.start).month)
    this_time = abs(edition.start - published.date()) < YEAR_LONG
    return any(
        moment.month in months and (moment.year == edition.year or (moment.relative and this_time))
        for moment in _moments(text, place, around, published, BESIDE * 2)
        if one_sentence(text, place, (moment.start, moment.end))
    )


def by_date(
    text: str, places: list[tuple[int, int]], forum: Forum, around: Around, published: datetime | None
) -> Resolved | None:
    near = (
        _of_moment(text, forum, moment, published)
        for place in places
        for moment in _moments(text, place, around, published, NEAR)
        if (moment.exact and not _of_the_first(text, place, moment, published))
        or _close(text, place, moment)
        or there_then(text, place, (moment.start, moment.end), forum, around)
        or (_to_come(moment, published) and _then(text, place, moment, forum, around))
    )
    far = (
        _of_moment(text, forum, moment, published)
        for _, end in places[:FEW]
        for moment in days(text, end + NEAR, end + DAY_NEAR, published, lambda *_: None)
        if moment.exact and moment.day
    )
    outright = (
        _outright(text, place, forum, moment, around, published)
        for place in places[:1]
        if around.near(HAPPENING, *place, OUTRIGHT)
        for moment in _moments(text, place, around, published, CLAUSE)
    )
    return next((told for told in chain(near, far, outright) if told), None)


def _of_the_first(text: str, place: tuple[int, int], moment: Moment, published: datetime | None) -> bool:
    """Whether a sentence behind the name's begins with "the first" or "the previous one": that was held at the moment it tells,
    of a year that is over."""
    if moment.start < place[1] or published is None or not moment.year or moment.year >= published.year:
        return False
    begins = [stop.end() for stop in STOP.finditer(text, place[1], moment.start)]
    return bool(begins) and THE_FIRST.match(text, begins[-1]) is not None


def _outright(
    text: str,
    place: tuple[int, int],
    forum: Forum,
    moment: Moment,
    around: Around,
    published: datetime | None,
) -> Resolved | None:
    """The edition whose days nobody knows yet, of which the name's own verb tells a month it is seldom held in."""
    year, span = moment.year, (moment.start, moment.end)
    edition = forum.edition(year) if year else None
    if year is None or (edition and edition.start) or not forum.possible(year, latest_year(published)):
        return None
    if not one_sentence(text, place, span) or not tells_outright(text, place, span, around):
        return None
    return Resolved(year, *span, "date")


def _of_moment(text: str, forum: Forum, moment: Moment, published: datetime | None) -> Resolved | None:
    """The edition held at that moment, which no founding and no picture is of."""
    year = _edition_of(forum, moment, published)
    held = forum.edition(moment.other) if moment.other and not year else None
    if moment.other and not year and (not moment.day or (held and held.start)):
        year = _edition_of(forum, moment._replace(year=moment.other), published)
    if not year or SINCE_THEN.search(text, max(0, moment.start - 16), moment.start):
        return None
    if moment.relative and held_each_year(text, moment.start, moment.end):
        return None
    told = Resolved(year, moment.start, moment.end, "date")
    return None if pictured(text, told, published) else told


def _moments(
    text: str, place: tuple[int, int], around: Around, published: datetime | None, reach: int
) -> list[Moment]:
    """The moments told near the name, the nearest first."""
    told = moments(text, max(0, place[0] - reach), place[1] + reach, published, ahead_of(text, place, around))
    outside = (moment for moment in told if moment.end <= place[0] or moment.start >= place[1])
    return sorted(outside, key=lambda moment: apart(place, (moment.start, moment.end)))


def _close(text: str, place: tuple[int, int], moment: Moment) -> bool:
    """Whether a month without a year, or a time told from today, is that of the name."""
    within = SENTENCE if moment.relative else CLAUSE
    return apart(place, (moment.start, moment.end)) <= within and one_sentence(
        text, place, (moment.start, moment.end)
    )


def _then(text: str, place: tuple[int, int], moment: Moment, forum: Forum, around: Around) -> bool:
    """Whether the sentence behind the name's has the month the forum is held in, and people who meet: "The ... stays.
    In March we share a stand"."""
    if moment.start < place[1] or moment.start - place[1] > SENTENCE or moment.month not in forum.months:
        return False
    if moment.other is not None:
        return False  # the next one or the last: nothing says which
    return len(STOP.findall(text, place[1], moment.start)) == 1 and any(
        one_sentence(text, sign, (moment.start, moment.end))
        for kind in (EVENT, HAPPENING)
        for sign in around.each(kind, moment.start, moment.end, CLAUSE)
    )


def _to_come(moment: Moment, published: datetime | None) -> bool:
    """Whether the moment is not over when the article appears."""
    return published is None or not moment.year or moment.months[-1] >= (published.year, published.month)


def _edition_of(forum: Forum, moment: Moment, published: datetime | None) -> int | None:
    """The edition held at that moment."""
    if moment.span > 1:
        return next(
            (y for y, m in moment.months if _edition_of(forum, Moment(y, m, None, 0, 0), published)), None
        )
    year = moment.year
    if year is None or not forum.possible(year, latest_year(published)):
        return None
    edition = forum.edition(year)
    if edition is None or edition.start is None:
        return year if moment.month in forum.months else None
    last = edition.end or edition.start
    if moment.day is None:
        return year if moment.month in (edition.start.month, last.month) else None
    inside = edition.start - moment.slack <= day_of(year, moment) <= last + moment.slack
    return year if inside else None
