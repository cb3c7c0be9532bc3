"""The edition that an article tells of where no name carries one: dates near it, a theme, "this year's", its own date.

None is an answer. Dates of a founding ("since 2014"), of a plan and of a photograph are nobody's edition.
"""

from __future__ import annotations

from datetime import datetime

from crawler.flag.editions.going_on import edition_on, edition_opened, is_on
from crawler.flag.editions.outright import tells_outright
from crawler.flag.editions.own import Resolved
from crawler.flag.editions.reviews import at_its_end, held_again, in_review, reviewed
from crawler.flag.editions.spelt_years import spelt_edition
from crawler.flag.editions.timeless import timeless
from crawler.flag.editions.told_dates import by_date
from crawler.flag.editions.told_relative import by_relative
from crawler.flag.editions.told_words import (
    BESIDE,
    STOP,
    apart,
    one_sentence,
)
from crawler.flag.editions.told_years import OPENING, edition_in_year, edition_this_year
from crawler.flag.names.context import Around
from crawler.flag.text.reading import Reading
from crawler.flag.watchlist.forum import Forum

MAX_PLACES = 12  # names that are asked, from the first on


def told_edition(
    reading: Reading,
    places: list[tuple[int, int]],
    forum: Forum,
    around: Around,
    published: datetime | None,
) -> Resolved | None:
    """The edition that the article tells where no name carries one: dates, theme, "this year's", its own date."""
    text, places = reading.text, places[:MAX_PLACES]
    for place in places:
        spelt = spelt_edition(reading, place, forum, published)
        if spelt and not _on_elsewhere(reading, places, spelt, forum, around):
            return spelt
    review = in_review(text, places, reviewed(text, published), forum, around)
    if review:
        told = by_date(text, places, forum, around, at_its_end(review, published))
        told = told or by_relative(reading, places, forum, around, published)
        told = told or edition_in_year(reading, places, forum, published)
        if told or not held_again(review, forum, published):
            return told or review
    timely = [place for place in places if not timeless(text, place, around)]
    told = by_date(text, places, forum, around, published) or _by_theme(forum, around)
    if told:
        ahead = published is not None and told.year > published.year and told.start > places[0][1]
        asked = ahead and told.sort == "date" and not _will_be(text, places[0], told, forum, around)
        page = edition_on(timely, forum, around, published) if asked else None
        return page or told  # "the fair closed on Friday and will be back in November 2026"
    page = edition_on(timely, forum, around, published)
    told = by_relative(reading, places, forum, around, published)
    first, last = places[0]
    beside = BESIDE // 2 if max(text[max(0, first - 4) : last + 4]) > "\u2e80" else BESIDE
    at_odds = told and page and told.year != page.year and _distance(told, places) > beside
    if told and at_odds and not _begins(text, told, places):
        told = None  # "the bank will pay next year, he told the festival on Thursday": it is going on
    if told and page and told.year != page.year and _on_elsewhere(reading, places, told, forum, around):
        told = None  # "CES opened on Tuesday. Two years ago its head ..."
    return (
        told
        or page
        or edition_in_year(reading, places, forum, published)
        or edition_this_year(text, places, forum, published)
        or edition_opened(reading, places, forum, around, published)
    )


def _on_elsewhere(
    reading: Reading, places: list[tuple[int, int]], told: Resolved, forum: Forum, around: Around
) -> bool:
    """Whether another sentence than that of `told` says of a name that it takes place, or where."""
    span = (told.start, told.end)
    return any(
        not one_sentence(reading.text, place, span) and is_on(reading, place, forum, around)
        for place in places
    )


def _will_be(text: str, place: tuple[int, int], told: Resolved, forum: Forum, around: Around) -> bool:
    """Whether the name's own verb says when it will be, of a forum whose days nobody knows: "UNCTAD eWeek opens in January"."""
    before = forum.edition(told.year - 1)
    known = before is not None and before.start is not None
    return not known and tells_outright(text, place, (told.start, told.end), around)


def _begins(text: str, told: Resolved, places: list[tuple[int, int]]) -> bool:
    """Whether the sentence of a name begins with what tells a year that is over: "Two years ago in Wuzhen, at the ..."."""
    return any(
        told.end <= start
        and not STOP.search(text, told.end, start)
        and OPENING.search(text, max(0, told.start - 16), told.start)
        for start, _ in places
    )


def _distance(told: Resolved, places: list[tuple[int, int]]) -> int:
    """Characters between what tells a year and the nearest name."""
    return min(apart((told.start, told.end), place) for place in places)


def _by_theme(forum: Forum, around: Around) -> Resolved | None:
    for edition in forum.editions:
        for start, end in around.places.get(("theme", f"{forum.id} {edition.year}"), ()):
            return Resolved(edition.year, start, end, "theme")
    return None
