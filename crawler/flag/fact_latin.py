"""Names in Latin letters: what a run of capitalised words is, by its own words, its brackets and its neighbours.

In an article of another script such a run is a name already ("… (Zhao Houlin) ประธาน", "IBM, Thales และ Yonyou");
in one of Latin letters it needs a title, a company's form or a head word like Ministry.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from .fact_page import Page, Told
from .fact_tables import ANDED, GENERIC, HEADS, NOT_ACRONYMS, NOT_PEOPLE, SHOUTED, SMALL
from .fold import fold

MAX_RUNS = 1_500  # of one article
MAX_LIST = 12  # names of one enumeration
TITLE_GAP = 40  # characters between a name and its title after a comma
NEAR_TITLE = 14  # characters between a bracket and the title after it
BEFORE_BRACKET = 48  # characters before a bracket in which a title may stand
MAX_NAME = 120

LETTERS = "A-Za-z0-9À-ÖØ-öø-ɏ\u1e00-\u1eff"
UPPER = "".join(char for char in map(chr, (*range(0x41, 0x250), *range(0x1E00, 0x1F00))) if char.isupper())
_REST = rf"(?:[{LETTERS}&]|['’](?!s\b)(?=[{LETTERS}])|[-.](?=[{LETTERS}]))*"
WORD = rf"[{UPPER}](?<![{LETTERS}].){_REST}"
_CAMEL = rf"(?:[{UPPER}](?<![{LETTERS}].)|[a-z](?<![{LETTERS}].)(?=[A-Z][a-z])){_REST}"
_FORM = r"(?:\.?,?\s(?:Ltd|Inc|LLC|Limited|Co|Corp)\b\.?(?:,?\s?Ltd\b\.?)?)?"
RUN = re.compile(rf"{WORD}(?:[ \u00a0](?:& )?{WORD})*{_FORM}")
_FOREIGN_RUN = re.compile(rf"{_CAMEL}(?:[ \u00a0](?:& )?{_CAMEL})*{_FORM}")
_ARTICLE = r"(?:\s(?:the|la|las|los|les|l'))?"
_LINKED = re.compile(
    rf"(?:\s(?:of|for|on|de|del|da|do|dos|des|du|di|für|d'){_ARTICLE}\s?{WORD}(?:\s{WORD})*(?P<and>(?:,\s{WORD}(?:\s{WORD})*)?\s(?:and|y|et|e|und|dan)\s{WORD}(?:\s{WORD})*)?)+"
)
_INNER = re.compile(rf"(?:\s(?:of|for|and|in|on|the|to){_ARTICLE}\s{WORD}(?:\s{WORD})*)+")
_BETWEEN_LIST = re.compile(
    r"\s?(?:[,，、;/]\s?(?:and|และ|和|及|与|และ|y|et|und|e|dan|và)?\s?|(?:and|และ|和|及|与|および|や|및|와|과|y|et|und|e|dan|và|и|و)\s?)",
)
_ARTICLE_FIRST = re.compile(r"(?:The|An?|Las?|El|Les?|Los|Die|Der|Das|Os?|As|Il)\s")
_APPOSED = re.compile(
    r"(?:the|an?|former|deputy|vice|founding|current|executive|senior|joint|its|el|la|le|der|die|o|a|[A-Z][\w&.-]*|[A-Z][\w&.-]*['’]s?)$"
)
_INITIALS = re.compile(rf"\s?\(\s?([{UPPER}][{LETTERS}&-]{{1,9}})\s?\)")


def latin_names(page: Page, skip: Sequence[tuple[int, int]]) -> Iterator[Told]:
    """People and organisations in Latin letters; what overlaps `skip` (in order) is no name of its own."""
    runs: list[tuple[int, int]] = []
    done = at = 0
    for match in (RUN if page.latin else _FOREIGN_RUN).finditer(page.whole):
        start, end = match.span()
        article = _ARTICLE_FIRST.match(page.whole, start, end)
        start = article.end() if article else start
        if start < done or len(runs) >= MAX_RUNS:
            continue
        end = min(_whole_end(page, start, end), start + MAX_NAME)
        while at < len(skip) and skip[at][1] <= start:
            at += 1
        done = end
        if at < len(skip) and skip[at][0] < end:
            continue
        runs.append((start, end))
    yield from _organisations(page, runs)
    if not page.latin:
        yield from _people_in_brackets(page, runs)
    yield from _people_by_title(page, runs)


def _whole_end(page: Page, start: int, end: int) -> int:
    """The end of a run with its "of …", where its words are those of an organisation."""
    if not page.latin:
        more = _INNER.match(page.whole, end)
        return more.end() if more and "\n" not in more.group() else end
    words = _words(page.whole[start:end])
    if not HEADS.intersection(words):
        return end
    more = _LINKED.match(page.whole, end)
    if not more or "\n" in more.group():
        return end
    if more["and"] and not ANDED.intersection(words):
        return more.start("and")
    return more.end()


def _words(name: str) -> list[str]:
    return [word.strip(".,&'’") for word in name.lower().split()]


def _organisations(page: Page, runs: Sequence[tuple[int, int]]) -> Iterator[Told]:
    sure: dict[int, int] = {}  # which run → where its quote ends
    for which, (start, end) in enumerate(runs):
        stop = _organisation(page, start, end)
        if stop:
            sure[which] = stop
            yield Told("organisation", page.whole[start:end], start, stop, "organisation/1")
    yield from _listed(page, runs, sure)


def _organisation(page: Page, start: int, end: int) -> int:
    """The end of the quote that shows an organisation; 0 where the run is none by itself."""
    name = page.whole[start:end]
    words = _words(name)
    if name.lower() in GENERIC or "fortune" in words:
        return 0
    named = _INITIALS.match(page.whole, end)
    if named and len(words) > 2 and _stand_for(words, named[1]) and not _no_acronym(named[1]):
        return named.end() if page.latin or HEADS.intersection(words) else 0
    if len(words) > 1 and HEADS.intersection(words) and not _only_general(words):
        return end
    if page.latin:
        return 0
    bracketed = page.whole[start - 1 : start] in ("(", "（") and page.whole[end : end + 1] in (")", "）")
    acronym = name.isalpha() and name.isupper() and 3 <= len(name) <= 8 and not _no_acronym(name)
    return end if bracketed and acronym and page.whole[start - 2 : start - 1].strip(" ") != "\n" else 0


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
    words = _words(name)
    if _no_acronym(name) or len(name) < 2 or any(char.isdigit() for char in name) or len(words) > 6:
        return False
    if "fortune" in words or (len(words) == 1 and words[0] in NOT_PEOPLE):
        return False
    return page.whole[run[0] - 1 : run[0]] not in ("(", "（", '"', "“", "「", "«")


def _people_in_brackets(page: Page, runs: Sequence[tuple[int, int]]) -> Iterator[Told]:
    """``จ้าว โหวหลิน (Zhao Houlin) ประธาน…``, ``主席弗朗西斯·高锐（Francis Gurry）``."""
    titles = page.places("title")
    starts = [start for start, _ in titles]
    for start, end in runs:
        if page.whole[start - 1 : start] not in ("(", "（") or page.whole[end : end + 1] not in (")", "）"):
            continue
        if _person(page.whole[start:end]) and _titled(page, titles, starts, start, end):
            yield Told("person", page.whole[start:end], start, end, "person/1")


def _titled(
    page: Page, titles: Sequence[tuple[int, int]], starts: Sequence[int], start: int, end: int
) -> bool:
    at = bisect_left(starts, end)
    if at < len(starts) and starts[at] <= end + NEAR_TITLE and "\n" not in page.whole[end : starts[at]]:
        return True
    for _, last in reversed(titles[max(0, at - 4) : at]):
        gap = page.whole[last : start - 1]
        if 0 < len(gap) <= BEFORE_BRACKET and not re.search(r"[,，。；;)）\n]", gap):
            return True
    return False


def _people_by_title(page: Page, runs: Sequence[tuple[int, int]]) -> Iterator[Told]:
    """``President Xi Jinping``; in Latin letters also ``Doreen Bogdan-Martin, secretary-general of the ITU``."""
    begins = dict(runs)
    ends = {end: start for start, end in runs}
    for first, last in page.places("title"):
        stop = last + 1
        if page.whole[last : last + 2] == ". ":
            stop += 1
        if page.whole[last:stop].strip(". \u00a0") == "" and stop in begins:
            yield from _person_told(page, stop, begins[stop])
        else:
            yield from _after_capital_title(page, first, last, ends, begins)
        if page.latin:
            left = page.whole[max(0, first - TITLE_GAP) : first]
            comma = left.rfind(", ")
            if comma >= 0 and "," not in left[comma + 2 :] and "\n" not in left[comma:]:
                end = first - len(left) + comma
                words = left[comma + 2 :].split()
                if end in ends and len(words) <= 4 and all(map(_APPOSED.match, words)):
                    yield from _person_told(page, ends[end], end)


def _after_capital_title(
    page: Page, first: int, last: int, ends: dict[int, int], begins: dict[int, int]
) -> Iterator[Told]:
    """The name in a run that begins before or with its title: ``ITU Secretary-General Doreen Bogdan-Martin``."""
    if not page.whole[first].isupper() or not page.whole[last : last + 1].isspace():
        return
    run = RUN.match(page.whole, last + 1)
    if run and (run.end() in ends or run.end() in begins.values()):
        yield from _person_told(page, run.start(), run.end())


def _person_told(page: Page, start: int, end: int) -> Iterator[Told]:
    name = page.whole[start:end]
    if _person(name):
        yield Told("person", name, start, end, "person/1")


def _person(name: str) -> bool:
    """Whether the words may be a person's: two to four of letters, none of them common in other names."""
    words = name.split()
    if not 2 <= len(words) <= 4 or any(char.isdigit() or char in "&@/" for char in name):
        return False
    lowered = _words(name)
    if HEADS.intersection(lowered) or NOT_PEOPLE.intersection(lowered):
        return False
    return all(word[0].isupper() for word in words) and not all(len(w) > 2 and w.isupper() for w in words)


def known_names(page: Page) -> Iterator[Told]:
    """Organisations that need no sign: those everybody writes about, in their usual spellings."""
    for start, end in page.places("known"):
        name = page.whole[start:end]
        if name.isascii() and (
            name[0].islower() or (len(name) <= 5 and name.lower() in SHOUTED and not name.isupper())
        ):
            continue
        if page.whole[start - 1 : start] == "." or page.whole[end : end + 2].startswith(("_", "@")):
            continue
        yield Told("organisation", name, start, end, "known/1")


def folded_name(name: str) -> str:
    """The name as names are compared."""
    return fold(name).text.strip(" .,")
