"""The places where a name stands → those that are believed to mean the forum, and why.

A full name is believed, unless it is a comparison. An ambiguous abbreviation needs company: the full name in
the same article, or the host city, an organiser or the year beside it and people meeting; words of its other
meanings undo it, and so does another expansion in the article: "the Women, Infants and Children programme (WIC)".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from .abbreviations import spelt_out
from .context import Around
from .editions import Resolved, own_edition
from .forum import YEARS_AHEAD, Forum
from .likeness import MAX_READ, likened
from .longer import longer, others_too
from .ministers import meet
from .names import Found, Term
from .namesakes import coined, firms, namesake, sisters
from .offices import in_office
from .reading import Reading
from .spelling import Candidate
from .support import (
    CLOSE,
    NEIGHBOUR,
    THERE_AT,
    Case,
    attended,
    backed,
    classed,
    event_near,
    lenders,
    lent,
    meets,
    opens,
    other_meaning,
    showing,
    text_of,
    timely,
    travelled,
)
from .told import on_its_day

_GENERIC = re.compile(
    r"conf|konf|forum|foro|fórum|summit|congres|kongre|cumbre|sommet|gipfel|expo|fair|meeting|vertice|pertemuan|mesyuarat|hội nghị|persidangan|toplant|spotkan|r[eé]uni|riuni|treffen|bijeenkomst|c[uú]pula|week"
)
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
SURE = ("name", "none", "part")


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
    candidates = [
        (place, term)
        for place, term in candidates
        if not _unheard_of(forums[term.forum_id], published)
        and not namesake(reading, around, place, term, forums[term.forum_id])
        and not longer(reading, around, place, term, forums[term.forum_id])
    ]
    full = {term.forum_id for place, term in candidates if term.grade in SURE}
    case = replace(case, doubted=_doubted(case, candidates), lenders=lenders(case, candidates))
    foreign = spelt_out(reading, candidates, around, forums)
    out: list[Sighting] = []
    best: tuple[tuple[int, int], float] = ((-1, -1), 0.0)
    for place, term in candidates:
        if (term.forum_id, reading.text[place.start : place.end]) in foreign:
            continue
        own = own_edition(
            reading.text, (place.start, place.end), forums[term.forum_id], published, _apostrophe(case, place)
        )
        name = reading.text[place.start : place.end]
        if name in makers | elsewhere and not own:
            beside = backed(case, place, forums[term.forum_id], term.short)
            if not beside or (name in makers and not _visited(case, place)):
                continue  # elsewhere in the article it is a company's, or a show's in another city
        weight = _weight(case, place, term, own, full)
        if weight == 1.0 and len(place.terms) > 1 and not backed(case, place, forums[term.forum_id], None):
            weight = 0.65  # a name of two forums, and this one's city is not there
        if weight <= 0 or likened(reading, place, term):
            continue
        span = (place.start, place.end)
        if best[0] == span and weight <= best[1]:  # one name of two forums: the better supported
            continue
        if best[0] == span:
            out.pop()
        best = (span, weight)
        out.append(Sighting(*span, term.forum_id, RULES[term.grade], STRENGTH[term.grade], own))
    return out


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
        and _letters(term)
        and term.short
        and other_meaning(case, place, term.short.other)
        and not _plain(case, place, backed(case, place, case.forums[term.forum_id], term.short))
    )


def _apostrophe(case: Case, place: Found) -> bool:
    """Whether the characters right after the name hold an apostrophe: GDEC'25."""
    after = case.reading.folded.span(place.start, place.end)[1]
    return any(mark in case.reading.whole[after : after + 2] for mark in "'’‘")


def _weight(case: Case, place: Found, term: Term, own: Resolved | None, full: set[str]) -> float:
    """How well a term is supported at its place; 0: not believed."""
    forum = case.forums[term.forum_id]
    body = forum.organisation or forum.tier == "wide" or term.grade in ("low", "high")
    if body and in_office(case.reading.text, place.start, place.end, own is not None):
        return 0.0
    if term.grade in SURE:
        if own:
            return 1.0
        if term.grade == "name" and coined(text_of(case, place), text_of(case, place, original=True)):
            return 1.0 if showing(case, place, forum) else 0.0
        return 1.0 if not forum.organisation or meets(case, place, forum) else 0.0
    if term.grade == "ministers":
        return 0.8 if meet(case.reading.text, place.start, place.end) or meets(case, place, forum) else 0.0
    if term.grade == "hint":
        return 0.1 if _hinted(case, place, forum) else 0.0
    if lent(case, place, forum):
        return 0.0
    beside = backed(case, place, forum, term.short)
    clear = _plain(case, place, beside) or _placed(case, place, forum, own)
    if term.short and other_meaning(case, place, term.short.other) and not clear:
        return 0.0
    if (term.forum_id, text_of(case, place)) in case.doubted and not (own and beside):
        return 0.0
    if term.forum_id in full:
        return 0.9
    supported = bool(term.short and term.short.support)
    event = event_near(case, place, weak=term.grade == "low" or (supported and not _letters(term)))
    dated = own is not None and own.sort in ("year", "ordinal")
    if term.grade == "low":
        if term.demoted:
            if _adjective(text_of(case, place, original=True)) and not event:
                return 0.0
            return 0.7 if beside or dated or (event and timely(case, forum, None)) else 0.0
        span = (place.start, place.end)
        shown = (
            event
            or bool(THERE_AT.match(case.reading.text, place.end))
            or on_its_day(case.reading.text, span, forum, case.around, case.published)
        )
        return 0.7 if beside or (dated and shown if supported else dated or shown) else 0.0
    if supported and not beside:
        town = _year_of_town(case, place, term, own)
        return 0.6 if town or _in_company(case, place, term) else 0.0
    if _common(case, term) and not (attended(case, place.start, place.end) and (beside or dated)):
        return 0.0
    if supported and term.short and term.short.text.count(" ") >= 2:
        return 0.7  # a name of three words, only too general without what stands beside it
    span = (min(own.start, place.start), max(own.end, place.end)) if own else (place.start, place.end)
    then = not dated and on_its_day(case.reading.text, span, forum, case.around, case.published)
    at = (dated or beside or then) and attended(case, *span)
    enough = dated and term.short is not None and term.short.dated
    signs = beside + dated + then + enough + event + at + (own is not None and timely(case, forum, own))
    signs += beside and (_among(case, place, forum) or travelled(case.reading.text, span[0]))
    signs += beside and (opens(case, *span) or (not _letters(term) and timely(case, forum, None)))
    signs += 2 * classed(case.reading.text, *span)
    return 0.6 + 0.1 * beside if signs >= 2 else 0.0


def _visited(case: Case, place: Found) -> bool:
    """Whether people are there: a firm of that name is in the article too."""
    return event_near(case, place, weak=False) and attended(case, place.start, place.end)


def _among(case: Case, place: Found, forum: Forum) -> bool:
    """Whether another forum stands beside it by its full name: "from GITEX Global in Dubai and LEAP in Riyadh"."""
    left, right = place.start - NEIGHBOUR, place.end + NEIGHBOUR
    return any(left <= end and start <= right and who != forum.id for start, end, who in case.named)


def _in_company(case: Case, place: Found, term: Term) -> bool:
    """Whether a place's name stands for the forum held there: its month is told beside it, in news of another forum: "in
    January, at Davos"."""
    forum, span = case.forums[term.forum_id], (place.start, place.end)
    if _letters(term) or all(who == forum.id for _, _, who in case.named):
        return False
    return on_its_day(case.reading.text, span, forum, case.around, case.published)


def _year_of_town(case: Case, place: Found, term: Term, own: Resolved | None) -> bool:
    """Whether a town's name with a year stands for the forum held there: "Davos 2026", where people meet or in its days."""
    forum = case.forums[term.forum_id]
    if own is None or own.sort != "year" or _letters(term) or term.short is None or len(forum.host) != 1:
        return False
    if term.short.text not in forum.host:
        return False
    return event_near(case, place, weak=True) or timely(case, forum, own)


def _adjective(quote: str) -> bool:
    """Whether a name may be two things: "seamless Middle East connections". Not "globalen Konferenz zur ..."."""
    return quote[:1].islower() and not _GENERIC.search(quote.lower())


def _common(case: Case, term: Term) -> bool:
    """Whether the article has the short name as a word in small letters too: "Slush", and "a cup of slush"."""
    short = term.short
    if short is None or not term.word or short.text.isupper():
        return False
    return bool(re.search(rf"(?<![\w-]){short.text.lower()}(?![\w-])", case.reading.whole[:MAX_READ]))


def _plain(case: Case, place: Found, beside: bool) -> bool:
    """Whether a word of another meaning near it says nothing: people meet "at Slush", in Helsinki."""
    return (
        beside
        and attended(case, place.start, place.end)
        and (not text_of(case, place, original=True).isupper() or event_near(case, place, weak=False))
    )


def _placed(case: Case, place: Found, forum: Forum, own: Resolved | None) -> bool:
    """Whether its year follows and the host city is right beside it, so that a word of another meaning says nothing:
    "CES 2026 à Las Vegas, le syndicat professionnel ..."."""
    if own is None or own.sort != "year" or own.end <= place.end:
        return False
    span = (place.start, place.end)
    return any(case.around.near(("city", city), *span, NEIGHBOUR) for city in forum.cities)


def _letters(term: Term) -> bool:
    """Whether it is an abbreviation in capitals, of which there are too many."""
    return term.short is not None and term.short.text.isascii() and term.short.text.isupper()


def _hints(reading: Reading, candidates: list[Candidate]) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for place, term in candidates:
        if term.grade == "hint":
            out.setdefault(term.forum_id, set()).add(reading.text[place.start : place.end])
    return out


def _hinted(case: Case, place: Found, forum: Forum) -> bool:
    """Related names are a weak sign: two different ones, and the city."""
    return len(case.hints[forum.id]) >= 2 and any(
        case.around.near(("city", city), place.start, place.end, CLOSE) for city in forum.cities
    )
