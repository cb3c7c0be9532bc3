"""Places where a name stands that does not mean its forum: comparisons, and other things of the same letters.

"The Davos of the East", "Africa's CES", "a summer Davos for media moguls"; "Women, Infants and Children (WIC)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .names import Found, Term
from .reading import Reading
from .spelling import Candidate
from .words import BODIES, LIKENED_AFTER, LIKENED_BEFORE, LIKENED_OWNERS

SHORT_FOR = 16  # characters in which a body's name ends, and "(hereafter called" stands
NAME_BEFORE = 90  # characters in which the words stand whose letters an abbreviation has
_BEFORE = re.compile(rf"(?<![a-z])(?:{'|'.join(LIKENED_BEFORE)})\s?$")
_AFTER = re.compile(rf"\s?(?:{'|'.join(LIKENED_AFTER)})(?!\w|\s?\d)")
_OPENS = re.compile(r" ?\(")
# "广州市服装贸易商会(简称服贸会)": a body, and not a fair or congress whose longer name is not listed.
_SHORT_FOR = re.compile(
    r"(?:商会|商會|协会|協會|学会|學會|联合会|聯合會|委员会|委員會|基金会|基金會|公司|集团|集團|学校|學校|事务所|事務所) ?\((?:以下)?(?:简称|簡稱):?[「“\"]?$"
)
# What such a body is called where words have no initials: "세계가라테연맹(WKF)".
_BODY_BEFORE = re.compile(
    r"(?:연맹|협회|위원회|재단|공사|연구소|조합|연합회|공단|학회|連盟|協会|委員会|財団|機構|研究所|基金|聯盟|協會|联合会|协会|委员会|基金会|联盟|研究院|管理局|学会)$"
    r"|(?:สมาคม|มูลนิธิ|สหพันธ์|สมาพันธ์|บริษัท)[\u0e00-\u0e7f ]{2,40}$"
)
_SMALL = frozenset(
    ["of", "the", "for", "and", "on", "in", "de", "du", "des", "la", "le", "der", "die", "und", "y"]
)
MAX_READ = 50_000  # characters in which a body is looked for
MIN_BODY, MAX_BODY = 3, 5  # letters; two make too many words, six none by chance
_OWNED = re.compile(r"(?<!year)(?<!month)(?<!week)(?<!winter)(?<!summer)(?<!january)(?<!today) s $")
_OWNER = re.compile(rf"(?<!\w)(?:{'|'.join(LIKENED_OWNERS)}) s $")
_IS_THE = re.compile(
    r"(?<!\w)(?:is|was|be|become|becomes|became|called|as|like) (?:the|a|an|our|its|their) $"
)
_INDEFINITE = re.compile(
    r"(?<!\w)(?:our|my|your|his|her|an?|some|any|every|such an?|another|une?|ein|eine|una?) $"
)
_CALLED = re.compile(
    r"(?<!\w)(?:call(?:s|ed)?|nam(?:es?|ed)) (?:it|them|this|that|(?:the|their|our|his|her|its) (?:\w+ ){1,3})(?:the |our |their )$"
)
_SO_CALLED = re.compile(r",? so (?:nennen|nennt|heißt|genannt)(?!\w)")
_A_KIND = re.compile(
    r"\s?(?:of|for|im wortsinn|im kleinen|in miniature|in miniatura|en miniature)(?!\w|\s?\d)"
)
_QUOTED = re.compile(r"[「『“‘\"'][^「『“‘\"'」』”’\n]{1,12}(?:の|의 |界的|版的|村的|人的)$")
# Whose version it is, before the name, or that it only goes by it, behind: "'아시아판 다보스포럼'으로 불리는".
_VERSION = re.compile(r"(?:판|版|版の) ?[「『“‘\"']?$")
_GOES_BY = re.compile(
    r"[」』”’\"'](?:으로|로|이라|라)(?:도|고도)? ?(?:불리|통하)|[」』”’\"']?(?:とも?呼ばれ|之称|之稱)"
)
_UNQUOTE = frozenset("」』”’\"'")
_BRAND_OF = re.compile(
    r"\s?(?:of|de|del|du|der)\s(?:the\s)?(?:20\d\d|las vegas|barcelona|barcelone|riyadh|this year|next year)"
)


def likened(reading: Reading, place: Found, term: Term) -> bool:
    """Whether the name is a comparison: "the Davos of the East", "Asia's Davos", "「猫のダボス会議」"."""
    text = reading.text
    if _quoted(reading, place):
        return True
    before = text[max(0, place.start - 24) : place.start]
    if _CALLED.search(text[max(0, place.start - 60) : place.start]) or _SO_CALLED.match(text, place.end):
        return True
    if _INDEFINITE.search(before) and _A_KIND.match(text, place.end):
        return True
    if term.demoted and (
        _INDEFINITE.search(before) or (_AFTER.match(text, place.end) and not _BRAND_OF.match(text, place.end))
    ):
        return True
    if term.grade == "high" and term.short and " " not in term.short.text:
        if _AFTER.match(text, place.end) and not _BRAND_OF.match(text, place.end):
            return True
        if (term.short.support and _OWNED.search(before)) or _OWNER.search(before):
            return True
    elif _IS_THE.search(before) and _AFTER.match(text, place.end) and not _BRAND_OF.match(text, place.end):
        return True
    return bool(_BEFORE.search(before))


def _quoted(reading: Reading, place: Found) -> bool:
    """Whether it stands with whose version it is, or in quotes with whose it is: “水果界的达沃斯”."""
    first, last = reading.folded.span(place.start, place.end)
    if _VERSION.search(reading.whole, max(0, first - 8), first) or _GOES_BY.match(reading.whole, last):
        return True
    return bool(
        _QUOTED.search(reading.whole, max(0, first - 16), first)
        and reading.whole[last : last + 1] in _UNQUOTE
    )


def spelt_out(reading: Reading, candidates: list[Candidate]) -> set[tuple[str, str]]:
    """(forum, folded abbreviation) that the article spells out as something else.

    "Women, Infants and Children (WIC)", "WIC (Women, Infants and Children)"; "the Centre for Evening Studies",
    where a body of such letters is named anywhere.
    """
    text = reading.text
    full = {(term.forum_id, at) for place, term in candidates if term.grade == "name" for at in _edges(place)}
    out: set[tuple[str, str]] = set()
    asked: set[tuple[str, str]] = set()
    for place, term in candidates:
        name = text[place.start : place.end]
        key = (term.forum_id, name)
        if key in out or not term.short or term.grade not in ("low", "high"):
            continue
        if _SHORT_FOR.search(text, max(0, place.start - SHORT_FOR), place.start):
            out.add(key)
        if not (name.isascii() and name.isalpha()):
            continue
        for at, words, last in _around_brackets(text, place):
            own = any((term.forum_id, at + off) in full for off in range(-2, 3))
            body = last and _BODY_BEFORE.search(text, max(0, at - NAME_BEFORE), at)
            if not own and (body or name in _initials(words, len(name), last)):
                out.add(key)
        if key not in asked and term.short.text.isupper() and MIN_BODY <= len(name) <= MAX_BODY:
            asked.add(key)
            if _body(reading.whole[:MAX_READ], name):
                out.add(key)
    return out


def _body(whole: str, name: str) -> bool:
    """Whether a body of the letters of `name` is named: "Centre for Evening Studies", "Comité Économique et Social"."""
    first, *more = (rf"{letter}[^\W\d_]+" for letter in name.upper())
    words = "".join(rf"(?:[ -](?:{'|'.join(_SMALL)}))*[ -]{word}" for word in more)
    return any(
        BODIES.intersection(match.group().split()) for match in re.finditer(rf"\b{first}{words}\b", whole)
    )


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
