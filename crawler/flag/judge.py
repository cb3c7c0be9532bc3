"""The places where a name stands → those that are believed to mean the forum, and why.

A full name is believed, unless it is a comparison. An ambiguous abbreviation needs company: the full name in
the same article, or the host city, an organiser or the year beside it and people meeting; words of its other
meanings undo it, and so does another expansion in the article: "the Women, Infants and Children programme (WIC)".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from .context import EVENT, OCCASION, Around
from .editions import Resolved, own_edition
from .forum import Forum, Short
from .names import Found, Term
from .reading import Reading
from .words import LIKENED_AFTER, LIKENED_BEFORE

CLOSE = 300  # characters: city, organiser, other meanings
EVENT_REACH = 220  # characters: words of an event
STRENGTH: Mapping[str, float] = {"name": 0.8, "none": 0.76, "low": 0.68, "high": 0.6, "hint": 0.35}
RULES: Mapping[str, str] = {
    "name": "name/1",
    "none": "abbreviation/1",
    "low": "abbreviation/1",
    "high": "context/1",
    "hint": "related/1",
}
_BEFORE = re.compile(rf"(?:{LIKENED_BEFORE})\s?$")
_AFTER = re.compile(rf"\s?(?:{LIKENED_AFTER})(?!\w|\s?\d)")
_SMALL = frozenset(
    ["of", "the", "for", "and", "on", "in", "de", "du", "des", "la", "le", "der", "die", "und", "y"]
)
_ADDRESS = re.compile(r"\.(?:com|org|net|cn|io|co|tech|gov|news|global|sg|ae|sa|th|kr|jp)\b")
_TIME_OWNER = re.compile(r"(?:year|month|week|january|winter|summer|today) s $")


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


def believed(
    reading: Reading,
    found: list[Found],
    around: Around,
    forums: Mapping[str, Forum],
    published: datetime | None,
) -> list[Sighting]:
    """The sightings among `found`, in order of their places."""
    case = _Case(reading, around, forums, published)
    candidates = [(place, term) for place in found for term in _written(case, place)]
    full = {term.forum_id for place, term in candidates if term.grade in ("name", "none")}
    foreign = _foreign(case, candidates)
    out: list[Sighting] = []
    best: tuple[tuple[int, int], float] = ((-1, -1), 0.0)
    for place, term in candidates:
        if (term.forum_id, reading.text[place.start : place.end]) in foreign:
            continue
        own = own_edition(
            reading.text, _apostrophe(case, place), place.start, place.end, forums[term.forum_id], published
        )
        weight = _weight(case, place, term, own, full)
        if weight == 1.0 and len(place.terms) > 1 and not _beside(case, place, forums[term.forum_id], None):
            weight = 0.65  # a name of two forums, and this one's city is not there
        if weight <= 0 or _likened(reading.text, place, term):
            continue
        span = (place.start, place.end)
        if best[0] == span and weight <= best[1]:  # one name of two forums: the better supported
            continue
        if best[0] == span:
            out.pop()
        best = (span, weight)
        out.append(Sighting(*span, term.forum_id, RULES[term.grade], STRENGTH[term.grade], own))
    return out


def _written(case: _Case, place: Found) -> list[Term]:
    """The terms of a place that its spelling allows; a name in small letters may be common words."""
    quote = case.reading.quote(place.start, place.end)
    if not quote.isascii():
        quote = unicodedata.normalize("NFKC", quote)
    out: dict[tuple[str, str], Term] = {}
    for term in place.terms:
        if not term.forum_id:
            continue
        kept: Term | None = term
        if term.grade == "high" and term.short and quote not in (term.short.text, term.short.text.upper()):
            kept = None if " " not in term.short.text or quote.islower() else term
        elif term.capital and quote.islower():
            kept = Term(term.forum_id, "high")
        if kept and not _in_address(case.reading.text, place):
            out.setdefault((kept.forum_id, kept.grade), kept)
    return list(out.values())


def _in_address(text: str, place: Found) -> bool:
    return (
        text[place.start - 1 : place.start] in ("@", ".", "/") and bool(_ADDRESS.match(text, place.end))
    ) or bool(_ADDRESS.match(text, place.end))


def _apostrophe(case: _Case, place: Found) -> bool:
    """Whether the characters right after the name hold an apostrophe: GDEC'25."""
    after = case.reading.folded.span(place.start, place.end)[1]
    return any(mark in case.reading.whole[after : after + 2] for mark in "'’‘")


def _weight(case: _Case, place: Found, term: Term, own: Resolved | None, full: set[str]) -> float:
    """How well a term is supported at its place; 0: not believed."""
    if term.grade in ("name", "none"):
        return 1.0
    forum = case.forums[term.forum_id]
    if term.grade == "hint":
        return 0.1 if _hinted(case, place, forum) else 0.0
    if term.short and _near(case, place, "word", term.short.other):
        return 0.0
    if term.forum_id in full:
        return 0.9
    beside = _beside(case, place, forum, term.short)
    event = _event(case, place, weak=term.grade == "low" or bool(term.short and term.short.support))
    general = bool(term.short and term.short.support and " " in term.short.text)
    dated = own is not None and own.sort == "year" and not general
    needed = bool(term.short and term.short.support) and not dated
    if term.grade == "low":
        return 0.7 if (beside if needed else beside or own is not None or event) else 0.0
    return 0.6 + 0.1 * beside if (beside or dated) and event else 0.0


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


def _hinted(case: _Case, place: Found, forum: Forum) -> bool:
    """Related names are a weak sign: two different ones, and the city."""
    terms = {related for related in forum.related if related.lower() in case.reading.whole.lower()}
    return len(terms) >= 2 and any(
        case.around.near(("city", city), place.start, place.end, CLOSE) for city in forum.cities
    )


def _likened(text: str, place: Found, term: Term) -> bool:
    """Whether the name is a comparison: "the Davos of the East", "Asia's Davos"."""
    before = text[max(0, place.start - 24) : place.start]
    if term.grade == "high" and term.short and text[place.end : place.end + 24].strip():
        if _AFTER.match(text, place.end) and not _BRAND_OF.match(text, place.end):
            return True
        if before.endswith(" s ") and not _TIME_OWNER.search(before):
            return True
    return bool(_BEFORE.search(before))


_BRAND_OF = re.compile(
    r"\s?(?:of|de|del|du|der)\s(?:the\s)?(?:20\d\d|las vegas|barcelona|barcelone|riyadh|this year|next year)"
)


def _foreign(case: _Case, candidates: list[tuple[Found, Term]]) -> set[tuple[str, str]]:
    """(forum, folded abbreviation) that the article spells out as something else: "Word Word Word (WWW)"."""
    text = case.reading.text
    ends = {(term.forum_id, place.end) for place, term in candidates if term.grade == "name"}
    out: set[tuple[str, str]] = set()
    for place, term in candidates:
        if not term.short or term.grade not in ("low", "high") or text[place.start - 1 : place.start] != "(":
            continue
        stop = len(text[: place.start - 1].rstrip())
        if any((term.forum_id, end) in ends for end in range(stop - 2, stop + 1)):
            continue
        name = text[place.start : place.end]
        words = [word for word in text[max(0, stop - 90) : stop].split() if word not in _SMALL][-len(name) :]
        if len(words) == len(name) and "".join(word[0] for word in words) == name:
            out.add((term.forum_id, name))
    return out
