"""Why an article is flagged: what each rule's name means, how often the forum is named, and what was not believed."""

from __future__ import annotations

from dataclasses import dataclass

from storage.records import Article, Evidence

from .judge import believed
from .reading import reading_of
from .spelling import written
from .watchlist import Watchlist

MAX_UNBELIEVED = 10  # places shown
_NAMES = {
    "name": "a full name of the forum (a coined word that firms have too: with a sign of the event near it)",
    "abbreviation": "a short name, with a sign of the event near it where it needs one",
    "context": "an ambiguous short name, with two of: the host city or an organiser, a year or its month, people meeting",
    "part": "an event within the forum",
    "ministers": "ministers of the field and the body whose meeting the forum is, in one run of words, and a sign that they meet",
    "related": "what is related to the forum, twice, in its host city: a weak sign",
}
_EDITIONS = {
    "year": "the year beside it tells the edition",
    "ordinal": "the number beside it tells the edition",
    "date": "a date near the name, or words like “last month” from the day of publication, tell the edition",
    "theme": "the theme of that year tells the edition",
    "relative": "words like “this year's” tell the edition, from the day of publication",
    "place": "the host city beside it, or told with its time, tells the edition of a forum that moves",
    "page": "the day of publication tells the edition: it falls on the forum's days",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """How today's rules see one forum in one article."""

    times: int  # places where it is named and believed to be meant
    in_title: bool
    unbelieved: tuple[Evidence, ...]  # places where one of its names stands and is not believed


def meaning(rule: str) -> str:
    """A rule's name with its version ("name+year/1") in words."""
    name, _, version = rule.partition("/")
    first, *more = name.split("+")
    said = [_NAMES.get(first) or _EDITIONS.get(first), *(_EDITIONS.get(part) for part in more)]
    known = "; ".join(words for words in said if words)
    return f"{known} (rule {name}, version {version or 'unknown'})" if known else f"rule {rule}"


def explain(article: Article, watchlist: Watchlist, forum_id: str) -> Explanation:
    """Look at `article` as find_mentions does, for the one forum or what is part of it."""
    reading = reading_of(article)
    candidates = written(reading, watchlist.matcher.find(reading.text))
    around = watchlist.scenery.around(reading.whole, reading.folded)
    sightings = believed(reading, candidates, around, watchlist.known, article.published_at)

    def meant(of: str) -> bool:
        return of == forum_id or (of in watchlist.known and watchlist.known[of].parent == forum_id)

    places = {(s.start, s.end) for s in sightings if meant(s.forum_id)}
    named = {(place.start, place.end): term for place, term in candidates if meant(term.forum_id)}
    doubted = [
        reading.evidence(start, end, f"{term.grade}/unbelieved")
        for (start, end), term in sorted(named.items())
        if (start, end) not in places
    ]
    return Explanation(
        times=len(places),
        in_title=any(start < reading.title_end for start, _ in places),
        unbelieved=tuple(quote for quote in doubted if quote)[:MAX_UNBELIEVED],
    )
