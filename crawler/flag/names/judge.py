"""The places where a name stands → those that are believed to mean the forum, and why.

A full name is believed, unless it is a comparison. An ambiguous abbreviation needs company: the full name in
the same article, or the host city, an organiser or the year beside it and people meeting; words of its other
meanings undo it, and so does another expansion in the article: "the Women, Infants and Children programme (WIC)".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime

from crawler.flag.editions.first_there import first_there
from crawler.flag.editions.held_then import held_then
from crawler.flag.editions.next_named import next_named
from crawler.flag.editions.ordinals import counted, in_two_words
from crawler.flag.editions.own import Resolved, own_edition
from crawler.flag.editions.uncounted import counts_rows
from crawler.flag.editions.visits import counts_visits
from crawler.flag.names.abbreviations import spelt_out
from crawler.flag.names.context import Around
from crawler.flag.names.found import Found
from crawler.flag.names.lent import closer, lenders
from crawler.flag.names.likeness import likened
from crawler.flag.names.longer import longer, others_too
from crawler.flag.names.namesakes import firms, namesake, sisters
from crawler.flag.names.spelling import Candidate
from crawler.flag.names.support import (
    Case,
    attended,
    backed,
    event_near,
    other_meaning,
    text_of,
)
from crawler.flag.names.weight import SURE, letters, plain, weight
from crawler.flag.text.reading import Reading
from crawler.flag.watchlist.forum import YEARS_AHEAD, Forum
from crawler.flag.watchlist.terms import Term

STRENGTH: Mapping[str, float] = {
    "name": 0.8,
    "none": 0.76,
    "part": 0.7,
    "ministers": 0.72,
    "low": 0.68,
    "high": 0.6,
    "hint": 0.35,
    "place": 0.68,
}
RULES: Mapping[str, str] = {
    "name": "name/6",
    "none": "abbreviation/5",
    "part": "part/1",
    "low": "abbreviation/5",
    "high": "context/6",
    "hint": "related/1",
    "ministers": "ministers/1",
}


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place where a forum is named, believed."""

    start: int
    end: int
    forum_id: str
    rule: str
    strength: float
    own: Resolved | None  # the edition that the name itself carries


def believed(
    reading: Reading,
    candidates: list[Candidate],
    around: Around,
    forums: Mapping[str, Forum],
    published: datetime | None,
) -> list[Sighting]:
    """The sightings among `candidates`, in order of their places."""
    named = tuple((place.start, place.end, term.forum_id) for place, term in candidates if term.grade in SURE)
    case = Case(reading, around, forums, published, _hints(reading, candidates), named)
    makers = firms(reading, candidates)
    elsewhere = sisters(reading, candidates) | others_too(reading, around, candidates, forums)
    candidates = [(place, term) for place, term in candidates if not _never_meant(case, place, term)]
    full = {term.forum_id for place, term in candidates if term.grade in SURE}
    case = replace(case, doubted=_doubted(case, candidates), lenders=lenders(case, candidates))
    foreign = spelt_out(reading, candidates, around, forums)
    judged = _Judged(case, full, makers, elsewhere)
    if foreign:
        candidates = [
            (p, t) for p, t in candidates if (t.forum_id, reading.text[p.start : p.end]) not in foreign
        ]
    out = _seen(judged, candidates)
    dated = {s.forum_id for s in out if s.rule == RULES["high"] and s.own and s.own.sort == "year"} - full
    places = {s.start for s in out} if dated else set()
    if any(t.forum_id in dated and letters(t) and p.start not in places for p, t in candidates):
        return _seen(replace(judged, dated=dated), candidates)
    return out


@dataclass(frozen=True, slots=True)
class _Judged:
    """One article's names, and what is known of them all."""

    case: Case
    full: Set[str]  # forums that it names in full
    makers: Set[str]
    elsewhere: Set[str]
    dated: Set[str] = (
        frozenset()
    )  # forums whose abbreviation is believed with a year: "CES 2026", and so is "CES"


def _seen(judged: _Judged, candidates: Sequence[Candidate]) -> list[Sighting]:
    """The sightings among `candidates`, in order."""
    case, reading = judged.case, judged.case.reading
    out: list[Sighting] = []
    best: tuple[tuple[int, int], float] = ((-1, -1), 0.0)
    for place, term in candidates:
        forum, span = case.forums[term.forum_id], (place.start, place.end)
        own = _own(case, place, forum)
        if not own and _is_anothers(case, place, term, judged.makers, judged.elsewhere):
            continue
        full = judged.full | judged.dated if judged.dated and letters(term) else judged.full
        worth = weight(case, place, term, own, full)
        if worth == 1.0 and len(place.terms) > 1 and not backed(case, place, forum, None):
            worth = 0.65  # a name of two forums, and this one's city is not there
        if worth <= 0 or likened(reading, place, term, case.around, forum):
            continue
        if best[0] == span:  # one name of two forums: the one whose city is there, or the better supported
            nearer = closer(case, place, forum, case.forums[out[-1].forum_id])
            if nearer is False or (nearer is None and worth <= best[1]):
                continue
            out.pop()
        best = (span, worth)
        if own and own.sort == "ordinal" and _counts_otherwise(case, own, span, forum):
            own = None
        out.append(Sighting(*span, term.forum_id, RULES[term.grade], STRENGTH[term.grade], own))
    return out


def _own(case: Case, place: Found, forum: Forum) -> Resolved | None:
    """The edition that the name at `place` carries itself."""
    reading, span = case.reading, (place.start, place.end)
    own = own_edition(reading.text, span, forum, case.published, _apostrophe(case, place))
    if own and own.sort == "ordinal":
        of_a_row = counts_rows(reading.whole, reading.folded.origin(own.start))
        own = None if of_a_row or in_two_words(reading, own) else own
    if own is None:
        own = held_then(reading, span, forum, case.published)
        own = own or next_named(reading, span, forum, case.published)
    if own is None or own.sort == "ordinal":  # "yirmi ikinci" is no second
        own = counted(reading, span, forum, case.published) or own
    return own


def _counts_otherwise(case: Case, own: Resolved, span: tuple[int, int], forum: Forum) -> bool:
    """Whether an ordinal with the name at `span` counts somebody's visits, or what is held so."""
    text, around = case.reading.text, case.around
    return counts_visits(text, (own.start, own.end), span, forum, around) or first_there(
        case.reading, span, own, forum, around, case.published
    )


def _never_meant(case: Case, place: Found, term: Term) -> bool:
    """Whether what stands there is older than the forum, a namesake's, or part of a longer name of another thing."""
    forum = case.forums[term.forum_id]
    return (
        _unheard_of(forum, case.published)
        or namesake(case.reading, case.around, place, term, forum)
        or longer(case.reading, case.around, place, term, forum)
    )


def _is_anothers(case: Case, place: Found, term: Term, makers: Set[str], elsewhere: Set[str]) -> bool:
    """Whether elsewhere in the article the name is a company's, or a show's in another city, and nothing here says otherwise."""
    name = text_of(case, place)
    if name not in makers and name not in elsewhere:
        return False
    beside = backed(case, place, case.forums[term.forum_id], term.short)
    return not beside or (name in makers and not _visited(case, place))


def _unheard_of(forum: Forum, published: datetime | None) -> bool:
    """Whether the article is older than any plan of the forum: "the AI summit in Paris", of 2021."""
    return (
        published is not None and forum.first is not None and forum.first > published.year + YEARS_AHEAD - 1
    )


def _doubted(case: Case, candidates: Sequence[Candidate]) -> frozenset[tuple[str, str]]:
    """The abbreviations in capitals beside one of which words of their other meanings stand: what they mean there they
    mean in all of the article."""
    return frozenset(
        (term.forum_id, text_of(case, place))
        for place, term in candidates
        if term.grade == "high"
        and letters(term)
        and term.short
        and other_meaning(case, place, term.short.other)
        and not plain(case, place, backed(case, place, case.forums[term.forum_id], term.short))
    )


def _apostrophe(case: Case, place: Found) -> bool:
    """Whether the characters right after the name hold an apostrophe: GDEC'25."""
    after = case.reading.folded.span(place.start, place.end)[1]
    return any(mark in case.reading.whole[after : after + 2] for mark in "'’‘")


def _visited(case: Case, place: Found) -> bool:
    """Whether people are there: a firm of that name is in the article too."""
    return event_near(case, place, weak=False) and attended(case, place.start, place.end)


def _hints(reading: Reading, candidates: list[Candidate]) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for place, term in candidates:
        if term.grade == "hint":
            out.setdefault(term.forum_id, set()).add(reading.text[place.start : place.end])
    return out
