"""The day of publication → the edition that is going on, just over or about to open, where the text speaks of an event."""

from __future__ import annotations

from datetime import datetime, timedelta

from crawler.patterns import lazily

from .context import EVENT, FUTURE_SIGN, HAPPENING, LAST_MONTH, NOW, OCCASION, Around
from .editions import Resolved
from .forum import Forum
from .reading import Reading
from .told_words import one_sentence

_IN = lazily(r" (?:in|à|a|en|em|de|di|w|we|v|ve|в|у|i|te|u|στο|tại|ở|في|در) $")  # before the city of a name
NEAR = 240  # characters from a name in which something says that it takes place
CLAUSE = 60  # ... that it did so last month
BEFORE_START = timedelta(days=60)  # news of an edition to come
AROUND_DATES = timedelta(days=12)  # news of an edition going on or just over
MONTH = timedelta(days=30)


def is_on(reading: Reading, place: tuple[int, int], forum: Forum, around: Around) -> bool:
    """Whether the sentence of the name at the folded `place`, below the title, says that it takes place, or where.

    "CES in Las Vegas" is a name, too, and says where; "MWC Barcelona" is what the fair is called.
    """
    signs = (NOW, HAPPENING, *(("city", city) for city in forum.cities))
    if place[0] < reading.body:
        return False
    return _says_where(reading.text, place, forum, around) or any(
        one_sentence(reading.text, place, sign)
        for kind in signs
        for sign in around.each(kind, *place, CLAUSE)
    )


def _says_where(text: str, place: tuple[int, int], forum: Forum, around: Around) -> bool:
    cities = (span for city in forum.cities for span in around.places.get(("city", city), ()))
    return any(
        start >= place[0] and end <= place[1] and _IN.search(text, place[0], start) for start, end in cities
    )


def edition_on(
    places: list[tuple[int, int]], forum: Forum, around: Around, published: datetime | None
) -> Resolved | None:
    """The edition that is going on, or about to, when the article appears; one early in January is news in December."""
    if published is None:
        return None
    near = (published.year, published.year + 1, published.year - 1)
    dated = [year for year in near if year == published.year or _dated(forum, year)]
    possible = (year for year in dated if forum.possible(year, year))
    found = (_on_page(places, forum, around, published, year) for year in possible)
    return next((edition for edition in found if edition), None)


def _dated(forum: Forum, year: int) -> bool:
    edition = forum.edition(year)
    return edition is not None and edition.start is not None


def _on_page(
    places: list[tuple[int, int]], forum: Forum, around: Around, published: datetime, year: int
) -> Resolved | None:
    """The edition of `year`, where an article of that day speaks of it though no word says so."""
    start, end = places[0]
    signs = (EVENT, OCCASION, NOW, HAPPENING, LAST_MONTH)
    happens = (
        any(around.near(sign, *place, NEAR) for place in places[:3] for sign in signs)
        or any(
            around.near(("city", city), first, first, NEAR)  # beside the name or in it: "MWC in Barcelona"
            for first, _ in places[:3]
            for city in forum.cities
        )
    )
    ahead = any(around.near(FUTURE_SIGN, *place, NEAR) for place in places[:3])
    ago = any(around.near(LAST_MONTH, *place, CLAUSE) for place in places[:3])
    day = published.date() - MONTH * ago
    edition = forum.edition(year)
    if edition and edition.start:
        lead = BEFORE_START if ahead else AROUND_DATES
        inside = edition.start - lead <= day <= (edition.end or edition.start) + AROUND_DATES * (1 + ago)
        happens = happens or edition.start <= day <= (edition.end or edition.start) + AROUND_DATES / 4
    else:
        inside = day.month in forum.months
    return Resolved(year, start, end, "page") if inside and happens else None
