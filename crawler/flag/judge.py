"""The places where a name stands → those that are believed to mean the forum, and why.

A full name is believed, unless it is a comparison. An ambiguous abbreviation needs company: the full name in
the same article, or the host city, an organiser or the year beside it and people meeting; words of its other
meanings undo it, and so does another expansion in the article: "the Women, Infants and Children programme (WIC)".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from .context import EVENT, HAPPENING, OCCASION, SHOWING, Around
from .editions import Resolved, own_edition
from .forum import Forum, Short
from .likeness import MAX_READ, likened, spelt_out
from .names import Found, Term
from .namesakes import coined, firms, namesake, sisters
from .offices import in_office
from .reading import Reading
from .spelling import Candidate
from .told import on_its_day

CLOSE = 300  # characters: city, organiser, other meanings
BEFORE, AFTER = timedelta(days=60), timedelta(days=20)  # an edition is in the news
NEIGHBOUR = 60  # characters: another forum of the same enumeration
EVENT_REACH = 220  # characters: words of an event
STRENGTH: Mapping[str, float] = {
    "name": 0.8,
    "none": 0.76,
    "part": 0.7,
    "low": 0.68,
    "high": 0.6,
    "hint": 0.35,
}
RULES: Mapping[str, str] = {
    "name": "name/2",
    "none": "abbreviation/2",
    "part": "part/1",
    "low": "abbreviation/2",
    "high": "context/2",
    "hint": "related/1",
}
SURE = ("name", "none", "part")
_AT = re.compile(
    r"(?<!\w)(?:at|during|at the|auf der|auf dem|bei der|beim|zur|zum|au|lors du|lors de la|pendant le|en el|en la|durante el|durante la|na|no|durante a"
    r"|al|alla|alle|durante il|на|в рамках|во время|tại|di|pada|dalam ajang|na targach|podczas|op de|tijdens|في|خلال|ในงาน|ที่งาน|ร่วมงาน|งาน|在|于|於) ?$"
)
_THERE = re.compile(r" ?(?:上|期间|期間|现场|現場|中|会場|で|にて|에서|에 | में|da |de |ta |te |nda |nde )")

_GENERIC = re.compile(
    r"conf|konf|forum|foro|fórum|summit|congres|kongre|cumbre|sommet|gipfel|expo|fair|meeting|vertice|c[uú]pula|week"
)
_THERE_AT = re.compile(r"(?:上(?![海市午月半周年])|期间|现场|会場)")
# Around a name that firms may have too: what has a before and an after, a jury and a stage is an event.
_AMID = re.compile(
    r"(?<!\w)(?:(?:floor|halls?|aisles|sidelines|margins|crowds|queues?) (?:of|at)|(?:trip|brought \w+|took \w+|came|comes?|goes|went|back|way|travel\w*) to|since|after|before|ahead of|until|à|depuis|après|avant|de retour de|seit|nach|vor|tras|después de|antes de|desde|depois d[aeo]|após|antes d[aeo]"
    r"|dopo|prima del?|sinds|na|voor|после|перед|до|після|po|przed|sau|trước|setelah|sejak|sebelum|selepas|بعد|قبل|หลัง|ก่อน) ?(?:the |der |dem |den |das |la |le |el |il |l |o |a |de |het )?$"
)
_OF_IT = re.compile(
    r" ?(?:start ?up )?(?:volunteers?|jury|juror|stage|panels?|audience|badge|pitch|finalists?|regulars?|week)(?!\w)"
    r"| ?(?:之后|以后|之前|后|后，|前|の後|後|の前|以降|이후|때|를 다녀|을 다녀|후 )"
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place where a forum is named, believed."""

    start: int
    end: int
    forum_id: str
    rule: str
    strength: float
    own: Resolved | None  # the edition that the name itself carries


@dataclass(frozen=True, slots=True)
class _Case:
    """One article before the judge."""

    reading: Reading
    around: Around
    forums: Mapping[str, Forum]
    published: datetime | None
    hints: Mapping[str, set[str]]  # forum → the related names that the article has
    named: tuple[tuple[int, int, str], ...]  # where forums stand by their full names: start, end, id


def believed(
    reading: Reading,
    candidates: list[Candidate],
    around: Around,
    forums: Mapping[str, Forum],
    published: datetime | None,
) -> list[Sighting]:
    """The sightings among `candidates`, in order of their places."""
    named = tuple((place.start, place.end, term.forum_id) for place, term in candidates if term.grade in SURE)
    case = _Case(reading, around, forums, published, _hints(reading, candidates), named)
    makers, elsewhere = firms(reading, candidates), sisters(reading, candidates)
    candidates = [
        (place, term)
        for place, term in candidates
        if not namesake(reading, around, place, term, forums[term.forum_id])
    ]
    full = {term.forum_id for place, term in candidates if term.grade in SURE}
    foreign = spelt_out(reading, candidates)
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
            beside = _beside(case, place, forums[term.forum_id], term.short)
            if not beside or (name in makers and not _event(case, place, weak=False)):
                continue  # elsewhere in the article it is a company's, or a show's in another city
        weight = _weight(case, place, term, own, full)
        if weight == 1.0 and len(place.terms) > 1 and not _beside(case, place, forums[term.forum_id], None):
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


def _apostrophe(case: _Case, place: Found) -> bool:
    """Whether the characters right after the name hold an apostrophe: GDEC'25."""
    after = case.reading.folded.span(place.start, place.end)[1]
    return any(mark in case.reading.whole[after : after + 2] for mark in "'’‘")


def _weight(case: _Case, place: Found, term: Term, own: Resolved | None, full: set[str]) -> float:
    """How well a term is supported at its place; 0: not believed."""
    forum = case.forums[term.forum_id]
    body = forum.organisation or forum.tier == "wide" or term.grade in ("low", "high")
    if body and in_office(case.reading.text, place.start, place.end, own is not None):
        return 0.0
    if term.grade in SURE:
        if own:
            return 1.0
        if term.grade == "name" and coined(_text(case, place), _text(case, place, original=True)):
            return 1.0 if _showing(case, place, forum) else 0.0
        return 1.0 if not forum.organisation or _meets(case, place, forum) else 0.0
    if term.grade == "hint":
        return 0.1 if _hinted(case, place, forum) else 0.0
    beside = _beside(case, place, forum, term.short)
    if term.short and _near(case, place, "word", term.short.other) and not _plain(case, place, beside):
        return 0.0
    if term.forum_id in full:
        return 0.9
    supported = bool(term.short and term.short.support)
    event = _event(case, place, weak=term.grade == "low" or (supported and not _letters(term)))
    dated = own is not None and own.sort in ("year", "ordinal")
    if term.grade == "low":
        if term.demoted:
            if _adjective(_text(case, place, original=True)) and not event:
                return 0.0
            return 0.7 if beside or dated or (event and _timely(case, forum, None)) else 0.0
        span = (place.start, place.end)
        shown = (
            event
            or bool(_THERE_AT.match(case.reading.text, place.end))
            or on_its_day(case.reading.text, span, forum, case.around, case.published)
        )
        return 0.7 if beside or (dated and shown if supported else dated or shown) else 0.0
    if supported and not beside:
        return 0.0
    if _common(case, term) and not (
        _attended(case.reading.text, place.start, place.end) and (beside or dated)
    ):
        return 0.0
    if supported and term.short and term.short.text.count(" ") >= 2:
        return 0.7  # a name of three words, only too general without what stands beside it
    span = (min(own.start, place.start), max(own.end, place.end)) if own else (place.start, place.end)
    then = not dated and on_its_day(case.reading.text, span, forum, case.around, case.published)
    at = (dated or beside or then) and _attended(case.reading.text, *span)
    enough = dated and term.short is not None and term.short.dated
    signs = beside + dated + then + enough + event + at + (own is not None and _timely(case, forum, own))
    signs += beside and _among(case, place, forum)
    return 0.6 + 0.1 * beside if signs >= 2 else 0.0


def _among(case: _Case, place: Found, forum: Forum) -> bool:
    """Whether another forum stands beside it by its full name: "from GITEX Global in Dubai and LEAP in Riyadh"."""
    left, right = place.start - NEIGHBOUR, place.end + NEIGHBOUR
    return any(left <= end and start <= right and who != forum.id for start, end, who in case.named)


def _adjective(quote: str) -> bool:
    """Whether a name may be two things: "seamless Middle East connections". Not "globalen Konferenz zur ..."."""
    return quote[:1].islower() and not _GENERIC.search(quote.lower())


def _common(case: _Case, term: Term) -> bool:
    """Whether the article has the short name as a word in small letters too: "Slush", and "a cup of slush"."""
    short = term.short
    if short is None or not term.word or short.text.isupper():
        return False
    return bool(re.search(rf"(?<![\w-]){short.text.lower()}(?![\w-])", case.reading.whole[:MAX_READ]))


def _plain(case: _Case, place: Found, beside: bool) -> bool:
    """Whether a word of another meaning near it says nothing: people meet "at Slush", in Helsinki."""
    return (
        beside
        and _attended(case.reading.text, place.start, place.end)
        and (not _text(case, place, original=True).isupper() or _event(case, place, weak=False))
    )


def _text(case: _Case, place: Found, original: bool = False) -> str:
    return (
        case.reading.quote(place.start, place.end) if original else case.reading.text[place.start : place.end]
    )


def _timely(case: _Case, forum: Forum, own: Resolved | None) -> bool:
    """Whether the article appears about when the edition that the name carries, or this year's, is held."""
    if case.published is None:
        return False
    edition = forum.edition(own.year if own else case.published.year)
    if edition is None or edition.start is None:
        return False
    return edition.start - BEFORE <= case.published.date() <= (edition.end or edition.start) + AFTER


def _letters(term: Term) -> bool:
    """Whether it is an abbreviation in capitals, of which there are too many."""
    return term.short is not None and term.short.text.isascii() and term.short.text.isupper()


def _meets(case: _Case, place: Found, forum: Forum) -> bool:
    """Whether the organisation of that name holds its meeting here."""
    return (
        _beside(case, place, forum, None)
        or _event(case, place, weak=True)
        or bool(case.around.near(HAPPENING, place.start, place.end, EVENT_REACH))
        or _attended(case.reading.text, place.start, place.end)
        or on_its_day(case.reading.text, (place.start, place.end), forum, case.around, case.published)
    )


def _showing(case: _Case, place: Found, forum: Forum) -> bool:
    """Whether a name that firms may have too stands where people meet, show, win or visit, or at the forum's time."""
    span = (place.start, place.end)
    return (
        _beside(case, place, forum, None)
        or _event(case, place, weak=True)
        or _attended(case.reading.text, *span)
        or bool(_AMID.search(case.reading.text, max(0, place.start - 24), place.start))
        or bool(_OF_IT.match(case.reading.text, place.end))
        or bool(case.around.near(SHOWING, *span, EVENT_REACH))
        or _timely(case, forum, None)
        or on_its_day(case.reading.text, span, forum, case.around, case.published)
    )


def _attended(text: str, start: int, end: int) -> bool:
    """Whether the words around say that somebody is there: "at CES 2025"."""
    return bool(_AT.search(text, max(0, start - 24), start) or _THERE.match(text, end))


def _beside(case: _Case, place: Found, forum: Forum, short: Short | None) -> bool:
    """Whether the host city, an organiser or what stands in for them is close."""
    if short and short.support:
        return _near(case, place, "word", short.support)
    span = (place.start, place.end)
    return any(case.around.near(("city", city), *span, CLOSE) for city in forum.cities) or bool(
        case.around.near(("org", forum.id), *span, CLOSE)
    )


def _near(case: _Case, place: Found, kind: str, words: tuple[str, ...]) -> bool:
    return any(case.around.near((kind, word), place.start, place.end, CLOSE) for word in words)


def _event(case: _Case, place: Found, weak: bool) -> bool:
    signs = (EVENT, OCCASION) if weak else (EVENT,)
    return any(case.around.near(sign, place.start, place.end, EVENT_REACH) for sign in signs)


def _hints(reading: Reading, candidates: list[Candidate]) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for place, term in candidates:
        if term.grade == "hint":
            out.setdefault(term.forum_id, set()).add(reading.text[place.start : place.end])
    return out


def _hinted(case: _Case, place: Found, forum: Forum) -> bool:
    """Related names are a weak sign: two different ones, and the city."""
    return len(case.hints[forum.id]) >= 2 and any(
        case.around.near(("city", city), place.start, place.end, CLOSE) for city in forum.cities
    )
