"""A name or an abbreviation at its place → how well what stands around it says that it means the forum; 0: not believed.

    full name      unless a body of that name only speaks, or the words are no more than words
    ministers      where they meet
    hint           with another one, and the city
    abbreviation   "low", seldom another thing: with one sign; "high": with two

Signs are the city or an organiser beside it, its year, people who meet, the days of the event; words of its other meanings
undo an abbreviation.
"""

from __future__ import annotations

import re
from collections.abc import Set

from crawler.flag.editions.bygone import is_there
from crawler.flag.editions.event_kinds import kinds_of
from crawler.flag.editions.own import Resolved
from crawler.flag.editions.told_dates import on_its_day
from crawler.flag.names.any_such import any_such
from crawler.flag.names.called_off import holds_its_own
from crawler.flag.names.context import HAPPENING
from crawler.flag.names.enumerated import enumerated
from crawler.flag.names.found import Found
from crawler.flag.names.in_its_city import held_there
from crawler.flag.names.lent import held_elsewhere, lent
from crawler.flag.names.ministers import meet
from crawler.flag.names.namesakes import coined
from crawler.flag.names.offices import holds_another, in_office
from crawler.flag.names.shown_there import shown_there
from crawler.flag.names.support import (
    CLOSE,
    IS_OFF,
    NEIGHBOUR,
    THERE_AT,
    Case,
    attended,
    backed,
    classed,
    event_near,
    meets,
    on_stage,
    opens,
    other_meaning,
    showing,
    text_of,
    timely,
    travelled,
)
from crawler.flag.text.reading import MAX_READ
from crawler.flag.watchlist.forum import Forum
from crawler.flag.watchlist.terms import Term
from crawler.patterns import lazily

_GENERIC = lazily(
    r"conf|konf|forum|foro|fórum|summit|congres|kongre|cumbre|sommet|gipfel|expo|fair|meeting|vertice|pertemuan|mesyuarat|hội nghị|persidangan|toplant|spotkan|r[eé]uni|riuni|treffen|bijeenkomst|c[uú]pula|week"
)
# What a firm in that city may open or close, and no fair: "LEAP in Riyadh closed two cafes".
_PREMISES = lazily(
    r" (?:(?!(?:as|and|while|when|where|with|near|on|in|at|to|for|after|before|amid|but|because|since|alors|que|qui|avec|près|pour|dans|à|y|con|cerca|en|mientras|cuando|para|por|com|em|perto|e|che|per|vicino"
    r"|und|mit|vor|während|nach|bei|neben|als|met|terwijl|bij|وسط|مع|قرب|في|بينما)(?!\w))\w+ ){0,4}?(?:cafes?|cafés?|shops?|stores?|restaurants?|branch(?:es)?|outlets?|hotels?|gyms?|clinics?|kiosks?|schools?|bakery|bakeries|showrooms?|factory|factories|warehouses?|boutiques?|magasins?|succursales?|agences?|tiendas?|locales|sucursales?"
    r"|lojas?|negozi\w?|filiale[ns]?|läden|geschäfte?|winkels?|مقهي|مقاه\w?|متجر\w*|متاجر|فرع\w*|فروع\w*|مطعم\w*|مطاعم)(?!\w)"
)
SURE = ("name", "none", "part")  # grades of terms that mean nothing else


def weight(case: Case, place: Found, term: Term, own: Resolved | None, full: Set[str]) -> float:
    """How well a term is supported at its place, from 0 to 1.

    `own` is the edition that it carries itself, `full` the ids of the forums that the article names in full.
    """
    forum = case.forums[term.forum_id]
    organisation = forum.organisation or forum.tier == "wide"
    body = organisation or term.grade in ("low", "high")
    if body and in_office(case.reading.text, place.start, place.end, own is not None):
        return 0.0
    if organisation and own is None and holds_another(case.reading.text, place.end):
        return 0.0
    if term.grade == "name" and any_such(case, place, forum, own):
        return 0.0
    if term.grade in SURE:
        return 1.0 if own or _is_forum(case, place, term, forum) else 0.0
    if term.grade == "ministers":
        return 0.8 if meet(case.reading.text, place.start, place.end) or meets(case, place, forum) else 0.0
    if term.grade == "hint":
        return 0.1 if _hinted(case, place, forum) else 0.0
    if lent(case, place, forum) or held_elsewhere(case, place, forum, term.short):
        return 0.0
    beside = backed(case, place, forum, term.short)
    if _undone(case, place, term, own, beside):
        return 0.0
    if term.forum_id in full:
        return 0.9
    if term.grade == "low":
        return 0.7 if _is_meant(case, place, term, own, beside) else 0.0
    return _of_many_meanings(case, place, term, own, beside)


def _is_forum(case: Case, place: Found, term: Term, forum: Forum) -> bool:
    """Whether a full name is no mere words, and a body that bears it is met, not only heard."""
    if term.grade == "name" and coined(text_of(case, place), text_of(case, place, original=True)):
        return showing(case, place, forum)
    if term.grade == "name" and _keeps_house(case, place, forum):
        return False
    return not forum.organisation or meets(case, place, forum)


def _keeps_house(case: Case, place: Found, forum: Forum) -> bool:
    """Whether an abbreviation with its city opens or closes what firms do: "LEAP in Riyadh closed two cafes"."""
    name = text_of(case, place)
    return any(name.startswith(f"{short.text.lower()} ") for short in forum.abbreviations) and any(
        begin >= place.end and _PREMISES.match(case.reading.text, end)
        for begin, end in case.around.each(HAPPENING, place.start, place.end, IS_OFF)
    )


def _undone(case: Case, place: Found, term: Term, own: Resolved | None, beside: bool) -> bool:
    """Whether an abbreviation means another thing, here or in all of the article."""
    clear = plain(case, place, beside) or _placed(case, place, case.forums[term.forum_id], own)
    if term.short and other_meaning(case, place, term.short.other) and not clear:
        return True
    if (
        term.grade == "high"
        and holds_its_own(case.reading.text, place.start, place.end)
        and not attended(case, place.start, place.end)
    ):
        return True
    return (term.forum_id, text_of(case, place)) in case.doubted and not (own and beside)


def _is_meant(case: Case, place: Found, term: Term, own: Resolved | None, beside: bool) -> bool:
    """Whether one sign at least stands with an abbreviation that seldom means another thing."""
    forum, text = case.forums[term.forum_id], case.reading.text
    event = event_near(case, place, weak=True)
    dated = _dated(own)
    if term.demoted:
        if _adjective(text_of(case, place, original=True)) and not event:
            return False
        inside = (span for city in forum.cities for span in case.around.places.get(("city", city), ()))
        beside = beside or any(place.start <= first and last <= place.end for first, last in inside)
        return beside or dated or (event and timely(case, forum, None))
    shown = (
        event
        or bool(THERE_AT.match(text, place.end))
        or on_stage(text, place.start, place.end)
        or on_its_day(text, (place.start, place.end), forum, case.around, case.published)
    )
    meant = beside or (dated and shown if _needs_support(term) else dated or shown)
    return meant or enumerated(case, place, forum.id)


def _of_many_meanings(case: Case, place: Found, term: Term, own: Resolved | None, beside: bool) -> float:
    """How well the signs that stand with an abbreviation of many meanings speak for it: two at least."""
    forum, text = case.forums[term.forum_id], case.reading.text
    supported, dated = _needs_support(term), _dated(own)
    if enumerated(case, place, forum.id):
        return 0.6
    if supported and not beside:
        town = _year_of_town(case, place, term, own)
        return 0.6 if town or _in_company(case, place, term) else 0.0
    if _common(case, term) and not (attended(case, place.start, place.end) and (beside or dated)):
        return 0.0
    if supported and term.short and term.short.text.count(" ") >= 2:
        return 0.7  # a name of three words, only too general without what stands beside it
    event = event_near(case, place, weak=supported and not letters(term))
    span = (min(own.start, place.start), max(own.end, place.end)) if own else (place.start, place.end)
    then = not dated and on_its_day(text, span, forum, case.around, case.published)
    at = (dated or beside or then) and attended(case, *span)
    enough = dated and term.short is not None and term.short.dated
    signs = beside + dated + then + enough + event + at + (own is not None and timely(case, forum, own))
    signs += (beside or then) and _among(case, place, forum)
    signs += (beside or then) and travelled(text, span[0])
    signs += beside and (opens(case, *span) or (not letters(term) and timely(case, forum, None)))
    signs += beside and held_there(case, place, forum)
    signs += letters(term) and not beside and _city_heads(case, forum) * (event + attended(case, *span))
    signs += 2 * classed(text, *span)
    signs += (1 + (_well_known(term) or not letters(term))) * on_stage(text, *span)
    if signs < 2 and _well_known(term) and "fair" in kinds_of(forum):
        signs += 2 * ((attended(case, *span) or is_there(text, span)) and shown_there(case.reading, span))
    return 0.6 + 0.1 * beside if signs >= 2 else 0.0


def _city_heads(case: Case, forum: Forum) -> int:
    """2 where the headline names the forum's host city, so that its abbreviation may stand far below it, else 0."""
    return 2 * any(
        first < case.reading.title_end
        for city in forum.host
        for first, _ in case.around.places.get(("city", city), ())
    )


def _needs_support(term: Term) -> bool:
    """Whether the watchlist names what has to stand beside it."""
    return bool(term.short and term.short.support)


def _dated(own: Resolved | None) -> bool:
    """Whether it carries its year or its number."""
    return own is not None and own.sort in ("year", "ordinal")


def _among(case: Case, place: Found, forum: Forum) -> bool:
    """Whether another forum stands beside it by its full name: "from GITEX Global in Dubai and LEAP in Riyadh"."""
    left, right = place.start - NEIGHBOUR, place.end + NEIGHBOUR
    return any(left <= end and start <= right and who != forum.id for start, end, who in case.named)


def _in_company(case: Case, place: Found, term: Term) -> bool:
    """Whether a place's name stands for the forum held there: its month is told beside it, in news of another forum: "in
    January, at Davos"."""
    forum, span = case.forums[term.forum_id], (place.start, place.end)
    if letters(term) or all(who == forum.id for _, _, who in case.named):
        return False
    return on_its_day(case.reading.text, span, forum, case.around, case.published)


def _year_of_town(case: Case, place: Found, term: Term, own: Resolved | None) -> bool:
    """Whether a town's name with a year stands for the forum held there: "Davos 2026", where people meet or in its days."""
    forum = case.forums[term.forum_id]
    if own is None or own.sort != "year" or letters(term) or term.short is None or len(forum.host) != 1:
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


def plain(case: Case, place: Found, beside: bool) -> bool:
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


def letters(term: Term) -> bool:
    """Whether it is an abbreviation in capitals, of which there are too many."""
    return term.short is not None and term.short.text.isascii() and term.short.text.isupper()


def _well_known(term: Term) -> bool:
    """Whether it is an abbreviation so well known that a year with it is enough."""
    return letters(term) and term.short is not None and term.short.dated


def _hinted(case: Case, place: Found, forum: Forum) -> bool:
    """Related names are a weak sign: two different ones, and the city."""
    return len(case.hints[forum.id]) >= 2 and any(
        case.around.near(("city", city), place.start, place.end, CLOSE) for city in forum.cities
    )
