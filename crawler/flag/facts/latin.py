"""Names in Latin letters → organisations: a run of capitalised words, by its own words, brackets and neighbours.

In an article of another script such a run is a name already ("… (Zhao Houlin) ประธาน", "IBM, Thales และ Yonyou");
in one of Latin letters it needs a title, a company's form or a head word like Ministry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crawler.flag.facts.page import Page, Told
from crawler.flag.facts.people import people
from crawler.flag.facts.runs import FOREIGN_RUN, LETTERS, LONG_RUN, OF, RUN, UPPER, WORD, words_of
from crawler.flag.facts.tables import (
    ANDED,
    COUNTRIES,
    GENERIC,
    HEADS,
    NOT_ACRONYMS,
    NOT_PEOPLE,
    SHOUTED,
    SMALL,
    WEAK,
)

MAX_RUNS = 1_500  # of one article
MAX_LIST = 12  # names of one enumeration
MAX_NAME = 120

_ARTICLE = r"(?:\s(?:the|la|las|los|les|l'))?"
_LINKED = re.compile(
    rf"(?:\s(?:{OF}|d')(?!\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b){_ARTICLE}\s?{WORD}(?:\s{WORD}){{0,6}}(?P<and>(?:,\s{WORD}(?:\s{WORD}){{0,6}})?\s(?:and|y|et|e|und|dan)\s{WORD}(?:\s{WORD}){{0,6}})?){{1,4}}"
)
_INNER = re.compile(rf"(?:\s(?:of|for|and|in|on|the|to){_ARTICLE}\s{WORD}(?:\s{WORD}){{0,6}}){{1,6}}")
_LINKS = frozenset(OF.split("|"))
_ABBREVIATED = re.compile(r"\s(?:Inc|Ltd|Corp|Co|Bhd)$")  # its full stop belongs to it
_PRODUCT = re.compile(rf"[ \u00a0-](?:[{UPPER}0-9])")  # "Google Maps" is no organisation
_BETWEEN_LIST = re.compile(
    r"\s?(?:[,，、;/]\s?(?:and|และ|和|及|与|และ|y|et|und|e|dan|và)?\s?|(?:and|และ|和|及|与|および|や|및|와|과|y|et|und|e|dan|và|и|و)\s?)",
)
_ARTICLE_FIRST = re.compile(r"(?:The|An?|Las?|El|Les?|Los|Die|Der|Das|Os?|As|Il|[A-Z]\w+-based)\s")
_TITLE_INSIDE = re.compile(
    r"\s(?:President|CEO|Chief|Minister|Chair(?:man|woman|person)?|Director|Secretary|Ambassador|Professor|Dean|Founder|Mayor|Governor|Presidente|Président|Spokes\w+)\b"
)
_FRAGMENT = re.compile(r"\s(?:bin|ibn|bint|van|von)\s$")
_INITIALS = re.compile(rf"\s?\(\s?([{UPPER}][{LETTERS}&-]{{1,9}})\s?\)")


def latin_names(page: Page, skip: Sequence[tuple[int, int]]) -> Iterator[Told]:
    """People and organisations in Latin letters; what overlaps `skip` (in order) is no name of its own."""
    runs: list[tuple[int, int]] = []
    done = at = 0
    listing = bool(page.signs.get("including"))  # where a name may be one word
    pattern = (RUN if listing else LONG_RUN) if page.latin else FOREIGN_RUN
    for match in pattern.finditer(page.whole):
        start, end = match.span()
        article = _ARTICLE_FIRST.match(page.whole, start, end)
        start = article.end() if article else start
        if start < done or len(runs) >= MAX_RUNS:
            continue
        end = min(_whole_end(page, start, end), start + MAX_NAME)
        end = _stopped(page.whole, start, end)
        while at < len(skip) and skip[at][1] <= start:
            at += 1
        done = end
        if at < len(skip) and skip[at][0] < end:
            continue
        runs.append((start, end))
    yield from _organisations(page, runs)
    yield from people(page, runs)


def _whole_end(page: Page, start: int, end: int) -> int:
    """The end of a run with its "of …", where its words are those of an organisation."""
    if not page.latin:
        more = _INNER.match(page.whole, end)
        return more.end() if more and "\n" not in more.group() else end
    words = words_of(page.whole[start:end])
    if HEADS.isdisjoint(words):
        return end
    more = _LINKED.match(page.whole, end)
    if not more or "\n" in more.group():
        return end
    if more["and"] and (not ANDED.intersection(words) or words_of(more["and"])[-1] in HEADS):
        return more.start("and")
    return more.end()


def _stopped(whole: str, start: int, end: int) -> int:
    """`end` with the full stop of "Inc.", unless the sentence ends there."""
    stop = end - (whole[end - 1] == ".")
    if not whole.startswith(".", stop) or not _ABBREVIATED.search(whole, start, stop):
        return end
    after = whole[stop + 1 : stop + 3].lstrip()
    return stop if not after or after[0].isupper() else stop + 1


def _organisations(page: Page, runs: Sequence[tuple[int, int]]) -> Iterator[Told]:
    sure: dict[int, int] = {}  # which run → where its quote ends
    for which, (start, end) in enumerate(runs):
        if page.latin and " " not in page.whole[start:end]:
            continue
        titled = _TITLE_INSIDE.search(page.whole, start, end) if page.latin else None
        if (titled and titled.group().endswith("Minister")) or _FRAGMENT.search(
            page.whole, max(0, start - 8), start
        ):
            continue  # "Union Communications Minister", "King Hussein bin | Talal Convention Centre"
        end = titled.start() if titled else end
        stop = _organisation(page, start, end)
        if stop:
            sure[which] = stop
            yield Told("organisation", page.whole[start:end], start, stop, "organisation/1")
    if not page.latin or page.signs.get("including"):
        yield from _listed(page, runs, sure)


def _organisation(page: Page, start: int, end: int) -> int:
    """The end of the quote that shows an organisation; 0 where the run is none by itself."""
    name = page.whole[start:end]
    words = words_of(name)
    if name.lower() in GENERIC or "fortune" in words:
        return 0
    named = _INITIALS.match(page.whole, end)
    if named and len(words) > 2 and _stand_for(words, named[1]) and not _no_acronym(named[1]):
        return named.end() if HEADS.intersection(words) else 0
    if words[0] == "pt" and len(words) > 1 and page.language in ("id", "ms"):
        return end
    heads = HEADS.intersection(words)
    if len(words) > 1 + (page.latin and heads <= WEAK) and heads and not _only_general(words):
        return end if not page.latin or _headed(words) else 0
    if page.latin:
        return 0
    bracketed = page.whole[start - 1 : start] in ("(", "（") and page.whole[end : end + 1] in (")", "）")
    acronym = name.isalpha() and name.isupper() and 3 <= len(name) <= 8 and not _no_acronym(name)
    return end if bracketed and acronym and page.whole[start - 2 : start - 1].strip(" ") != "\n" else 0


def _headed(words: Sequence[str]) -> bool:
    """Whether a head word stands first, or last before "of": a Central Bank Digital Currency is no bank."""
    stop = next((at for at, word in enumerate(words) if at and word in _LINKS), len(words))
    return words[0] in HEADS or words[stop - 1] in HEADS or words[-1] in HEADS


def _only_general(words: Sequence[str]) -> bool:
    """Whether all words but the head could stand before any head: "Global Union"."""
    return all(
        word in HEADS or word in ("the", "a", "an", "this", "our", "new", "each", "every") for word in words
    )


def _no_acronym(name: str) -> bool:
    return name.upper() in NOT_ACRONYMS


def _stand_for(words: Sequence[str], acronym: str) -> bool:
    letters = "".join(word[0] for word in words if word and word not in SMALL)
    return letters == acronym.lower()


def _listed(page: Page, runs: Sequence[tuple[int, int]], sure: dict[int, int]) -> Iterator[Told]:
    """Names that stand in one enumeration with an organisation: "IBM, Thales และ Yonyou"."""
    known = {start for start, _ in page.places("known")}
    including = {end for _, end in page.places("including")}
    first = 0
    while first < len(runs):
        last = first
        while last + 1 < len(runs) and last - first < MAX_LIST and _one_list(page, runs, last):
            last += 1
        group = range(first, last + 1)
        proved = any(which in sure or runs[which][0] in known or _loud(page, runs[which]) for which in group)
        called = any(
            end <= runs[first][0] <= end + 2
            for end in range(runs[first][0] - 2, runs[first][0] + 1)
            if end in including
        )
        if len(group) > 1 and ((proved and not page.latin) or (proved and called)):
            for which in group:
                if which not in sure and _may_be(page, runs[which]):
                    start, end = runs[which]
                    yield Told("organisation", page.whole[start:end], start, end, "organisation list/1")
        elif not page.latin and first not in sure and _camel(page, runs[first]):
            start, end = runs[first]
            yield Told("organisation", page.whole[start:end], start, end, "organisation list/1")
        first = last + 1


def _one_list(page: Page, runs: Sequence[tuple[int, int]], which: int) -> bool:
    between = page.whole[runs[which][1] : runs[which + 1][0]]
    return len(between) < 12 and bool(_BETWEEN_LIST.fullmatch(between.lstrip(")）")))


def _loud(page: Page, run: tuple[int, int]) -> bool:
    """Whether the run is an acronym, in an article of another script."""
    name = page.whole[slice(*run)]
    return not page.latin and name.isalpha() and name.isupper() and len(name) > 2 and not _no_acronym(name)


def _camel(page: Page, run: tuple[int, int]) -> bool:
    """Whether the run is one word with capitals inside, between commas: "…, iSoftStone และ…"."""
    name = page.whole[slice(*run)]
    inside = re.fullmatch(r"[a-z]?[A-Z][a-z]+[A-Z][a-z]+", name)
    before = page.whole[max(0, run[0] - 2) : run[0]].strip()
    return bool(inside) and before in (",", "、", "，") and name.lower() not in NOT_PEOPLE


def _may_be(page: Page, run: tuple[int, int]) -> bool:
    name = page.whole[slice(*run)]
    words = words_of(name)
    if _no_acronym(name) or len(name) < 2 or any(char.isdigit() for char in name) or len(words) > 6:
        return False
    if "fortune" in words or name in COUNTRIES or (len(words) == 1 and words[0] in NOT_PEOPLE):
        return False
    return page.whole[run[0] - 1 : run[0]] not in ("(", "（", '"', "“", "「", "«")


def known_names(page: Page) -> Iterator[Told]:
    """Organisations that need no sign: those everybody writes about, in their usual spellings."""
    for start, end in page.places("known"):
        name = page.whole[start:end]
        if name.isascii() and (
            name[0].islower() or (len(name) <= 5 and name.lower() in SHOUTED and not name.isupper())
        ):
            continue
        if page.latin and _PRODUCT.match(page.whole, end):
            continue
        if page.whole[start - 1 : start] == "." or page.whole[end : end + 2].startswith(("_", "@")):
            continue
        yield Told("organisation", name, start, end, "known/1")
