"""The edition that an article tells of where no name carries one: dates near it, a theme, "this year's", its own date.

None is an answer. Dates of a founding ("since 2014"), of a plan and of a photograph are nobody's edition.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from itertools import chain

from .context import EVENT, FUTURE_SIGN, HAPPENING, LAST_MONTH, NOW, OCCASION, Around
from .editions import REACH, Resolved, latest_year
from .forum import Edition, Forum
from .moments import Moment, day_of, moments
from .numerals import ANY_YEAR, RELATIVES, year_of
from .since import WILL, YEARS_AGO, count_of

NEAR = 240  # characters in which a date belongs to a name
BEFORE_START = timedelta(days=60)  # news of an edition to come
AROUND_DATES = timedelta(days=12)  # news of an edition going on or just over
MONTH = timedelta(days=30)
YEAR_LONG = timedelta(days=330)
MAX_PLACES = 12  # names that are asked, from the first on
_SINCE = re.compile(
    r"(?:since|depuis|desde|seit|sejak|自|自从|ตั้งแต่|kể từ|منذ|founded in|launched in|established in|created in)\s?$"
)
_YEAR = re.compile(ANY_YEAR)
BESIDE = 12  # characters between a name and words like "next year's" that are its own
CLAUSE = 60  # characters between a name and a year that says when
SENTENCE = 140  # ... and words like "next month" in one sentence with it
_STOP = re.compile(r"[.!?。！？\n]")
_CLAUSES = re.compile(r"(?:[,，、;；][^,，、;；]*){2}")
_BREAK = re.compile(r"[.,;!?()。，、；：！？（）\n]")
_BEGAN = re.compile(
    r"since|began|begun|start|launch|found|establish|creat|first|until|\bby\b|plan|from|grew|ตั้งแต่|เริ่ม|ครั้งแรก|创|始|首|自|起|以来|規劃|规划|부터|이래|처음"
    r"|lần đầu|kể từ|впервые|основ|с \d|depuis|fond|lanc|desde|fund|primera|seit|gegründ|erst|منذ|تأسس|اول|sejak|pertama|beri|ilk|kurul|od \d|pierwsz"
)
_WHEN = re.compile(r"(?:\bin|\bim jahr|\ben|\bem|\bnel|\bв|عام|ใน(?:ปี)?|เมื่อปี|năm|pada(?: tahun)?|tahun)\s?$")
_THIS_YEARS = re.compile(
    r"(?:今年|本年)(?:度?的?|の)(?:大会|展会|论坛|峰会|博览会|会议|展示会|见本市|イベント)|올해 (?:행사|대회|전시회|박람회|포럼)|งานปีนี้"
    r"|(?<!\w)(?:this year s (?:event|show|fair|conference|summit|forum|edition|expo|congress|gathering)|(?:édition|salon|sommet) de cette année|(?:edición|feria|cumbre) de este año|edição deste ano|edizione di quest anno"
    r"|diesjährige[nr]? (?:messe|konferenz|gipfel|ausgabe|veranstaltung)|(?:нынешн\w+|этогодн\w+) (?:форум|выставк|конференци|саммит)\w*|tegoroczn\w+ (?:targ|edycj|konferencj|szczyt)\w*|bu yılki (?:fuar|zirve|etkinlik)\w*|(?:pameran|acara|konferensi) tahun ini)"
)
_OPENING = re.compile(r"(?:^|[.!?\n\x02] ?)(?:in|im jahr|en|em|nel|в|у|năm|pada tahun|w|v)? ?$")
_THEN = re.compile(r"\s?(?:(?:го|му|року|році)(?!\w)|年(?!代)|년(?!대)|yılında|году|год[ау]\b|r\.|m\.)")


def told_edition(
    text: str, places: list[tuple[int, int]], forum: Forum, around: Around, published: datetime | None
) -> Resolved | None:
    """The edition that the article tells where no name carries one: dates, theme, "this year's", its own date."""
    places = places[:MAX_PLACES]
    told = _by_date(text, places, forum, around, published) or _by_theme(places, forum, around)
    if told:
        return told
    told, page = (
        _by_relative(text, places, forum, around, published),
        _by_page(places, forum, around, published),
    )
    first, last = places[0]
    beside = BESIDE // 2 if max(text[max(0, first - 4) : last + 4]) > "\u2e80" else BESIDE
    if told and page and told.year != page.year and _distance(told, places) > beside:
        told = None  # "the bank will pay next year, he told the festival on Thursday": it is going on
    return (
        told
        or page
        or _by_year(text, places, forum, published)
        or _this_years(text, places, forum, published)
    )


def _this_years(
    text: str, places: list[tuple[int, int]], forum: Forum, published: datetime | None
) -> Resolved | None:
    """The year of publication, where the text near a name speaks of "this year's show"."""
    if published is None or not forum.possible(published.year, published.year):
        return None
    for start, end in places:
        match = _THIS_YEARS.search(text, max(0, start - NEAR), end + NEAR)
        if match:
            return Resolved(published.year, match.start(), match.end(), "relative")
    return None


def _opens(text: str, year: tuple[int, int], start: int) -> bool:
    """Whether the sentence of the name at `start` begins with the year: "In 2016, when Web Summit moved ..."."""
    return year[1] <= start and _OPENING.search(text, max(0, year[0] - 16), year[0]) is not None


def _distance(told: Resolved, places: list[tuple[int, int]]) -> int:
    """Characters between what tells a year and the nearest name."""
    return min(max(start - told.end, told.start - end) for start, end in places)


def on_its_day(
    text: str, place: tuple[int, int], forum: Forum, around: Around, published: datetime | None
) -> bool:
    """Whether a month or day told in the name's own sentence is known to be that of an edition."""
    for moment in _moments(text, place, around, published, CLAUSE):
        year = _edition_of(forum, moment, published)
        edition = forum.edition(year) if year else None
        if edition and edition.start and _one_sentence(text, place, (moment.start, moment.end)):
            return True
    return False


def held_then(
    text: str, place: tuple[int, int], edition: Edition, around: Around, published: datetime | None
) -> bool:
    """Whether the sentence of `place`, close to it, tells the edition's year, or its month of the year to come or gone."""
    years = [
        year_of(match.group())
        for match in _YEAR.finditer(text, max(0, place[0] - BESIDE), place[1] + BESIDE)
        if _one_sentence(text, place, match.span())
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
        if _one_sentence(text, place, (moment.start, moment.end))
    )


def _by_date(
    text: str, places: list[tuple[int, int]], forum: Forum, around: Around, published: datetime | None
) -> Resolved | None:
    for place in places:
        for moment in _moments(text, place, around, published, NEAR):
            if not moment.exact and not (
                _close(text, place, moment)
                or _there_then(text, place, (moment.start, moment.end), forum, around)
                or _then(text, place, moment, forum, around)
            ):
                continue
            year = _edition_of(forum, moment, published) or (
                _edition_of(forum, moment._replace(year=moment.other), published) if moment.other else None
            )
            if year and not _SINCE.search(text, max(0, moment.start - 16), moment.start):
                return Resolved(year, moment.start, moment.end, "date")
    return None


def _moments(
    text: str, place: tuple[int, int], around: Around, published: datetime | None, reach: int
) -> list[Moment]:
    """The moments told near the name, the nearest first."""

    def ahead(start: int, end: int) -> bool:
        signs = around.each(FUTURE_SIGN, start, end, CLAUSE)
        verbs = (match.span() for match in WILL.finditer(text, max(0, start - CLAUSE), end + CLAUSE))
        return any(_one_sentence(text, sign, (start, end)) for sign in chain(signs, verbs))

    told = moments(text, max(0, place[0] - reach), place[1] + reach, published, ahead)
    outside = (moment for moment in told if moment.end <= place[0] or moment.start >= place[1])
    return sorted(outside, key=lambda moment: _apart(place, moment))


def _apart(place: tuple[int, int], moment: Moment) -> int:
    return max(place[0] - moment.end, moment.start - place[1])


def _close(text: str, place: tuple[int, int], moment: Moment) -> bool:
    """Whether a month without a year, or a time told from today, is that of the name."""
    within = SENTENCE if moment.relative else CLAUSE
    return _apart(place, moment) <= within and _one_sentence(text, place, (moment.start, moment.end))


def _there_then(
    text: str, place: tuple[int, int], moment: tuple[int, int], forum: Forum, around: Around
) -> bool:
    """Whether the sentence before the name's has the moment beside the host city: "In May he was in Singapore. There ..."."""
    stops = _STOP.findall(text, moment[1], place[0]) if moment[1] < place[0] else ""
    return len(stops) == 1 and any(around.near(("city", city), *moment, BESIDE * 2) for city in forum.cities)


def _then(text: str, place: tuple[int, int], moment: Moment, forum: Forum, around: Around) -> bool:
    """Whether the sentence behind the name's has the month the forum is held in, and people who meet: "The ... stays.
    In March we share a stand"."""
    if moment.start < place[1] or moment.start - place[1] > SENTENCE or moment.month not in forum.months:
        return False
    if moment.other is not None:
        return False  # the next one or the last: nothing says which
    return len(_STOP.findall(text, place[1], moment.start)) == 1 and any(
        _one_sentence(text, sign, (moment.start, moment.end))
        for kind in (EVENT, HAPPENING)
        for sign in around.each(kind, moment.start, moment.end, CLAUSE)
    )


def _one_sentence(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    first, second = sorted((one, other))
    return not _STOP.search(text, first[1], max(first[1], second[0]))


def _edition_of(forum: Forum, moment: Moment, published: datetime | None) -> int | None:
    """The edition held at that moment."""
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


def _by_theme(places: list[tuple[int, int]], forum: Forum, around: Around) -> Resolved | None:
    for edition in forum.editions:
        for start, end in around.places.get(("theme", f"{forum.id} {edition.year}"), ()):
            return Resolved(edition.year, start, end, "theme")
    return None


def _by_relative(
    text: str, places: list[tuple[int, int]], forum: Forum, around: Around, published: datetime | None
) -> Resolved | None:
    if published is None:
        return None
    for start, end in places:
        for shift, words in RELATIVES:
            match = words.search(text, max(0, start - REACH), end + REACH)
            year = published.year + shift
            if match and _STOP.search(text, min(match.end(), end), max(match.start(), start)):
                match = match if _there_then(text, (start, end), match.span(), forum, around) else None
            if match and _CLAUSES.search(text, min(match.end(), end), max(match.start(), start)):
                match = None  # another sentence has begun, though only a comma says so
            if match and forum.possible(year, latest_year(published)):
                return Resolved(year, match.start(), match.end(), "relative")
        ago = YEARS_AGO.search(text, max(0, start - REACH), end + REACH)
        count = count_of(ago) if ago else None
        if ago and count and not _STOP.search(text, min(ago.end(), end), max(ago.start(), start)):
            year = published.year - count
            if not _BEGAN.search(text, max(0, ago.start() - 16), ago.start()) and forum.possible(year, year):
                return Resolved(year, ago.start(), ago.end(), "relative")
    return None


def _by_page(
    places: list[tuple[int, int]], forum: Forum, around: Around, published: datetime | None
) -> Resolved | None:
    """The edition that is going on, or about to, when the article appears."""
    if published is None or not forum.possible(published.year, published.year):
        return None
    start, end = places[0]
    signs = (EVENT, OCCASION, NOW, HAPPENING, LAST_MONTH)
    happens = any(around.near(sign, *place, NEAR) for place in places[:3] for sign in signs)
    happens = (
        happens
        or any(  # beside the name or in it: "MWC in Barcelona"
            around.near(("city", city), first, first, NEAR)
            for first, _ in places[:3]
            for city in forum.cities
        )
    )
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
            if _opens(text, match.span(), start):
                between = between.replace(",", "", 1)
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
