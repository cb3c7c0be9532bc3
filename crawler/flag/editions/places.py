"""The edition that a host city tells, of a forum that moves: "the forum in Riyadh", "and in Lillestrøm, in June, ...".

Of a forum with a seat a city tells nothing, and None is an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from crawler.flag.editions.going_on import AROUND_DATES
from crawler.flag.editions.own import Resolved, latest_year
from crawler.flag.editions.told_dates import tells_when
from crawler.flag.names.context import Around
from crawler.flag.watchlist.forum import Edition, Forum

BESIDE = 14  # characters between a name and the city it is held in
REACH = 300  # characters behind a name in which another of its cities is told with its time
MAX_PLACES = 12  # names that are asked, from the first on
_IN_CITY = re.compile(
    r",? ?(?:\(|(?:in|at|en|à|a|de|du|di|d|em|zu|zum|no|na|w|we|v|ve|в|у|i|te|τησ|του|στη|στο|في|ب|در|tại|ở|di kota|ที่กรุง|ที่เมือง|ที่|ใน|ณ) ?)?"
)
_CITY_S = re.compile(
    r"(?: s)? |的|で(?:开催|开かれた|行われた|あった)の?|(?:举行|举办|召开)的|에서 열린 |大会の|の|"
)


def placed_edition(
    text: str, place: tuple[int, int], forum: Forum, around: Around, published: datetime | None
) -> Resolved | None:
    """The edition held in the city that stands right beside the name: the last one there, or the first to come."""
    if forum.host:
        return None
    start, end = place
    for city in forum.cities:
        for first, last in around.each(("city", city), start, end, BESIDE):
            after = first >= end and _IN_CITY.fullmatch(text, end, first)
            before = last <= start and _CITY_S.fullmatch(text, last, start)
            edition = _there(forum, city, published) if after or before else None
            if edition and forum.possible(edition.year, latest_year(published)):
                return Resolved(edition.year, first, last, "place")
    return None


def other_editions(
    text: str, places: Sequence[tuple[int, int]], forum: Forum, around: Around, published: datetime | None
) -> Iterator[Resolved]:
    """Editions that the text behind a name tells by their city and their time together."""
    if forum.host:
        return
    going_on = published is not None and any(
        _in_the_news(edition, published.date()) for edition in forum.editions
    )
    seen: set[int] = set()
    for _, end in places[:MAX_PLACES]:
        for edition in forum.editions:
            cities = (
                place for city in edition.places for place in around.each(("city", city), end, end, REACH)
            )
            told = next(
                (c for c in cities if c[0] >= end and tells_when(text, c, edition, around, published)), None
            )
            ahead = published is None or (edition.start is not None and edition.start > published.date())
            if told and edition.year not in seen and not (ahead and going_on):
                seen.add(edition.year)
                yield Resolved(edition.year, *told, "place")


def _in_the_news(edition: Edition, day: date) -> bool:
    """Whether it is going on or just over: where the next one will be held is then news of this one."""
    return edition.start is not None and edition.start <= day <= (edition.end or edition.start) + AROUND_DATES


def _there(forum: Forum, city: str, published: datetime | None) -> Edition | None:
    held = [edition for edition in forum.editions if city in edition.places]
    if published is not None:
        held.sort(key=lambda e: (e.start is not None and e.start > published.date(), -e.year))
    return held[0] if held and (published or len(held) == 1) else None
