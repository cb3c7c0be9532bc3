"""Names in Latin letters → people: a run of capitalised words beside a title, or in brackets beside one.

"… (Zhao Houlin) ประธาน"; "President Ana Sample"; "Ana Sample, chair of the board".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from crawler.flag.facts.page import Page, Told
from crawler.flag.facts.runs import RUN, WORD, words_of
from crawler.flag.facts.tables import HEADS, NOT_PEOPLE

TITLE_GAP = 40  # characters between a name and its title after a comma
NEAR_TITLE = 14  # characters between a bracket and the title after it
BEFORE_BRACKET = 48  # characters before a bracket in which a title may stand
_APPOSED = re.compile(
    r"(?:the|an?|former|deputy|vice|founding|current|executive|senior|joint|its|el|la|le|der|die|o|a|[A-Z][\w&.-]*|[A-Z][\w&.-]*['’]s?)$"
)
_APPOSITION = re.compile(r"(?:\s(?:of|for|de|del|da|do|du|der|von|di)\s[^,.;:\n]{2,40})?,\s")
_PARTICLES = re.compile(r"(?:\s(?:de|da|do|dos|das|del|della|di|van|von|der|den|bin|ibn|la))+\s")
_PARTICLED = re.compile(rf"{_PARTICLES.pattern}{WORD}(?:\s{WORD}){{0,2}}")
# before a name of two words or more
_OFFICE = re.compile(r"(?:[A-Z]{2,6}|Lord|Dame|Sir|Dr|Coach)\s(?=\S+\s)")


def people(page: Page, runs: Sequence[tuple[int, int]]) -> Iterator[Told]:
    """The people among `runs`."""
    if not page.latin:
        yield from _people_in_brackets(page, runs)
    yield from _people_by_title(page, runs)


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
        elif page.latin and (apposed := _APPOSITION.match(page.whole, last)):
            end = begins.get(apposed.end(), 0)
            if end and page.whole.startswith(",", end):
                yield from _person_told(page, apposed.end(), end)
            else:
                yield from _after_capital_title(page, first, last, ends, begins)
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
    shout = _OFFICE.match(page.whole, start, end)
    start = shout.end() if shout else _behind_firm(page, start, end)
    end = _with_particles(page, start, end)
    name = page.whole[start:end]
    if _person(_PARTICLES.sub(" ", name)):
        yield Told("person", name, start, end, "person/1")


def _behind_firm(page: Page, start: int, end: int) -> int:
    """Where the name begins behind an employer's: "CEO Nvidia | Jensen Huang"."""
    if page.whole.count(" ", start, end) < 2:
        return start
    firm = next((last for first, last in page.places("known") if first == start), start)
    return firm + 1 if start < firm < end and page.whole.count(" ", firm, end) >= 2 else start


def _with_particles(page: Page, start: int, end: int) -> int:
    """The end of a name whose first word stands before a particle: "Frederico de Siqueira Filho"."""
    more = _PARTICLED.match(page.whole, end) if page.latin and " " not in page.whole[start:end] else None
    return more.end() if more else end


def _person(name: str) -> bool:
    """Whether the words may be a person's: two to four of letters, none of them common in other names."""
    words = name.split()
    if not 2 <= len(words) <= 4 or any(char.isdigit() or char in "&@/" for char in name):
        return False
    lowered = words_of(name)
    if HEADS.intersection(lowered) or NOT_PEOPLE.intersection(lowered):
        return False
    return all(word[0].isupper() for word in words) and not all(len(w) > 2 and w.isupper() for w in words)
