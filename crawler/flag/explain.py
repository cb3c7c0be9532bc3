"""Why an article is flagged: what each rule's name means, how often the forum is named, and what was not believed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from crawler.flag.names.judge import Sighting, believed
from crawler.flag.names.namesakes import coined
from crawler.flag.names.spelling import Candidate, written
from crawler.flag.text.fold import folded_name
from crawler.flag.text.reading import Reading, reading_of
from crawler.flag.watchlist.load import Watchlist
from crawler.flag.watchlist.terms import Term
from storage.records import Article, Evidence

MAX_UNBELIEVED = 10  # places shown
_NUMBERS = re.compile(r"\W*\d+\W*")  # a year or an ordinal beside a name
_NAMES = {
    "name": "a full name of the forum",
    "abbreviation": "a short name, with a sign of the event near it where it needs one",
    "context": "an ambiguous short name, with two of: the host city or an organiser, a year or its month, people meeting",
    "part": "an event within the forum",
    "ministers": "ministers of the field and the body whose meeting the forum is, in one run of words, and a sign that they meet",
    "related": "what is related to the forum, twice, in its host city: a weak sign",
}
_COINED = "a coined word that firms have too, with a sign of the event near it"
_EDITIONS = {
    "year": "the year beside it tells the edition",
    "ordinal": "the number beside it tells the edition",
    "date": "a date near the name, or words like “last month” from the day of publication, tell the edition",
    "theme": "the theme of that year tells the edition",
    "relative": "words like “this year's” tell the edition, from the day of publication",
    "place": "the host city beside it, or told with its time, tells the edition of a forum that moves",
    "earlier": "a sentence right behind the forum's name tells an edition that is over",
    "next": "a sentence right behind the forum's name tells when the next edition will be held",
    "page": "the day of publication tells the edition: it falls on the forum's days",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """How today's rules see one forum in one article."""

    times: int  # places where it is named and believed to be meant
    in_title: bool
    unbelieved: tuple[Evidence, ...]  # places where one of its names stands and is not believed


def meaning(rule: str, exact: str = "") -> str:
    """A rule's name with its version ("name+year/1") in words; `exact`: the words it found."""
    name, _, version = rule.partition("/")
    first, *more = name.split("+")
    bare = _NUMBERS.sub("", exact)
    is_coined = first == "name" and bare and coined(folded_name(bare), bare)
    said = [
        _COINED if is_coined else _NAMES.get(first) or _EDITIONS.get(first),
        *(_EDITIONS.get(part) for part in more),
    ]
    known = "; ".join(words for words in said if words)
    return f"{known} (rule {name}, version {version or 'unknown'})" if known else f"rule {rule}"


def explain(article: Article, watchlist: Watchlist, forum_id: str) -> Explanation:
    """Look at `article` as find_mentions does, for the one forum or what is part of it."""
    reading, candidates, sightings = _looked(article, watchlist)

    def meant(of: str) -> bool:
        return of == forum_id or (of in watchlist.known and watchlist.known[of].parent == forum_id)

    places = {(s.start, s.end) for s in sightings if meant(s.forum_id)}
    named = {(place.start, place.end): term for place, term in candidates if meant(term.forum_id)}
    left = {place: term for place, term in named.items() if place not in places}
    return Explanation(
        times=len(places),
        in_title=any(start < reading.title_end for start, _ in places),
        unbelieved=_quotes(reading, left),
    )


def doubted(article: Article, watchlist: Watchlist) -> dict[str, tuple[Evidence, ...]]:
    """Why `article` is not flagged: the forums whose names stand in it and are nowhere believed, with the places.

    A place that is believed to mean another forum tells nothing.
    """
    reading, candidates, sightings = _looked(article, watchlist)
    meant, taken = {s.forum_id for s in sightings}, {(s.start, s.end) for s in sightings}
    watched = watchlist.forums.keys() - meant
    named: dict[str, dict[tuple[int, int], Term]] = {}
    for place, term in candidates:
        if term.forum_id in watched and (place.start, place.end) not in taken:
            named.setdefault(term.forum_id, {})[place.start, place.end] = term
    found = {forum_id: _quotes(reading, places) for forum_id, places in sorted(named.items())}
    return {forum_id: quotes for forum_id, quotes in found.items() if quotes}


def _looked(article: Article, watchlist: Watchlist) -> tuple[Reading, list[Candidate], list[Sighting]]:
    """The article, where names stand in it, and which of them are believed."""
    reading = reading_of(article)
    candidates = written(reading, watchlist.matcher.find(reading.text))
    around = watchlist.scenery.around(reading.whole, reading.folded)
    return reading, candidates, believed(reading, candidates, around, watchlist.known, article.published_at)


def _quotes(reading: Reading, places: Mapping[tuple[int, int], Term]) -> tuple[Evidence, ...]:
    """The places as quotes, MAX_UNBELIEVED of them at most."""
    quotes = (reading.evidence(*place, f"{term.grade}/unbelieved") for place, term in sorted(places.items()))
    return tuple(quote for quote in quotes if quote)[:MAX_UNBELIEVED]
