"""Places where a name stands that does not mean its forum: comparisons, and other things of the same letters.

"The Davos of the East", "Africa's CES", "a summer Davos for media moguls"; "Women, Infants and Children (WIC)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .names import Found, Term
from .spelling import Candidate
from .words import LIKENED_AFTER, LIKENED_BEFORE, LIKENED_OWNERS

NAME_BEFORE = 90  # characters in which the words stand whose letters an abbreviation has
_BEFORE = re.compile(rf"(?<![a-z])(?:{'|'.join(LIKENED_BEFORE)})\s?$")
_AFTER = re.compile(rf"\s?(?:{'|'.join(LIKENED_AFTER)})(?!\w|\s?\d)")
_OPENS = re.compile(r" ?\(")
_SMALL = frozenset(
    ["of", "the", "for", "and", "on", "in", "de", "du", "des", "la", "le", "der", "die", "und", "y"]
)
_OWNED = re.compile(r"(?<!year)(?<!month)(?<!week)(?<!winter)(?<!summer)(?<!january)(?<!today) s $")
_OWNER = re.compile(rf"(?<!\w)(?:{'|'.join(LIKENED_OWNERS)}) s $")
_IS_THE = re.compile(
    r"(?<!\w)(?:is|was|be|become|becomes|became|called|as|like) (?:the|a|an|our|its|their) $"
)
_INDEFINITE = re.compile(r"(?<!\w)(?:an?|some|any|every|such an?|another|une?|ein|eine|una?) $")
_BRAND_OF = re.compile(
    r"\s?(?:of|de|del|du|der)\s(?:the\s)?(?:20\d\d|las vegas|barcelona|barcelone|riyadh|this year|next year)"
)


def likened(text: str, place: Found, term: Term) -> bool:
    """Whether the name is a comparison: "the Davos of the East", "Asia's Davos"."""
    before = text[max(0, place.start - 24) : place.start]
    if term.demoted and _INDEFINITE.search(before):
        return True
    if term.grade == "high" and term.short and " " not in term.short.text:
        if _AFTER.match(text, place.end) and not _BRAND_OF.match(text, place.end):
            return True
        if (term.short.support and _OWNED.search(before)) or _OWNER.search(before):
            return True
    elif _IS_THE.search(before) and _AFTER.match(text, place.end) and not _BRAND_OF.match(text, place.end):
        return True
    return bool(_BEFORE.search(before))


def spelt_out(text: str, candidates: list[Candidate]) -> set[tuple[str, str]]:
    """(forum, folded abbreviation) that the article spells out as something else.

    "Women, Infants and Children (WIC)", "WIC (Women, Infants and Children)".
    """
    full = {(term.forum_id, at) for place, term in candidates if term.grade == "name" for at in _edges(place)}
    out: set[tuple[str, str]] = set()
    for place, term in candidates:
        name = text[place.start : place.end]
        if not term.short or term.grade not in ("low", "high") or not (name.isascii() and name.isalpha()):
            continue
        for at, words, last in _around_brackets(text, place):
            own = any((term.forum_id, at + off) in full for off in range(-2, 3))
            if not own and name in _initials(words, len(name), last):
                out.add((term.forum_id, name))
    return out


def _edges(place: Found) -> tuple[int, int]:
    return place.start, place.end


def _around_brackets(text: str, place: Found) -> Iterator[tuple[int, list[str], bool]]:
    """Where the words before "(NAME" end, and those of "NAME (words)" begin; the words; whether the last count."""
    if text[place.start - 1 : place.start] == "(":
        stop = place.start - 1 - (text[place.start - 2 : place.start - 1] == " ")
        yield stop, text[max(0, stop - NAME_BEFORE) : stop].replace(",", " ").split(), True
    opened = _OPENS.match(text, place.end)
    if opened:
        inside, closed, _ = text[opened.end() : opened.end() + NAME_BEFORE].partition(")")
        yield opened.end(), inside.replace(",", " ").split() if closed else [], False


def _initials(words: list[str], count: int, last: bool) -> set[str]:
    """First letters of the last (or of all) words, with and without small ones."""
    out = set()
    for kept in (words, [word for word in words if word not in _SMALL]):
        if len(kept) == count or (last and len(kept) > count):
            out.add("".join(word[0] for word in kept[-count:]))
    return out
