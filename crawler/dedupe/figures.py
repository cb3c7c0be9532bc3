"""A text's words → its figures and what its title names, each with the words before it; two texts' → whether they
contradict.

Daily reports (markets, weather, lotteries) are one text with new figures: they share two thirds of their
shingles and are no copies. A copy that was cut, or stands among other texts, lacks figures but contradicts
none. So figures are compared only where the words before them are the same in both texts.

Announcements (a speaker, an award, a call to shareholders) are one text with another name. It stands in the
title, and in the text wherever the other text has that of its own title. In a short one each name and each figure
stands once: what differs is counted together, against the figures that agree. An issue of a series is known by its
number, too, where the rest of the title is the same, or by the month that its text is about. Units of figures, small
words and what stands beside anything are no names: there desks put things otherwise.
"""

from __future__ import annotations

import sys
from array import array
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from xxhash import xxh32_intdigest

from crawler.dedupe.named_places import Letters, Words, in_title
from crawler.dedupe.shingles import WORDS, Prose

MOST = 64  # figures kept of a text, the first
LEAST_COMMON = 4  # figures at the same words; of fewer a correction may have changed most
LEAST_TOGETHER = 2  # figures and names that differ, beyond the figures that agree
AGREEING = 0.5
# places kept before and behind which a text has a word of its title, the first
MOST_NAMED, MOST_BEHIND = 24, 12
LEAST_NAMED = 2  # places at which a word always gives way to another; at one a desk may have put it otherwise
LEAST_BESIDE = 8  # bytes of two words beside a name: "of the" stands beside anything

_LOW = 0 if sys.byteorder == "little" else 1  # which half of 32 bits is the lower one


def pack_figures(title: Prose, prose: Prose) -> bytes:
    """How many figures are kept, and how many words of the title with what stands before them, 16 bits each; then four
    bytes for each of them, and for words with what stands behind them: 16 bits of that, 16 of the word itself.
    """
    named: Words | Letters
    named = Words(title.words, prose.words) if prose.unit is WORDS else Letters(title.letters, prose)
    kept = _kept(chain(in_title(title.letters), named.figures()), MOST, 0)
    before, behind = (
        _kept(named.before(), MOST_NAMED, LEAST_BESIDE),
        _kept(named.behind(), MOST_BEHIND, LEAST_BESIDE),
    )
    return array("I", (len(before) << 16 | len(kept), *kept, *before, *behind)).tobytes()


def contradict(first: bytes, second: bytes, retitled: bool = False) -> bool:
    """Whether most figures at the same words differ, or what one title names always gives way to what the other does,
    or few figures and names differ together.
    """
    mine, theirs = _unpacked(first), _unpacked(second)
    common = len(mine.places & theirs.places)
    agreeing = len(mine.figures & theirs.figures)
    if common >= LEAST_COMMON and agreeing < AGREEING * common:
        return True
    given = _given_away(mine.before, theirs.before)
    if _is_renamed(given, mine.before, theirs.before):
        return True
    given += _given_away(mine.behind, theirs.behind)
    names = min(len({name for name, _ in given}), len({other for _, other in given})) if given else 0
    return names + retitled + common - 2 * agreeing >= LEAST_TOGETHER


def _given_away(mine: dict[int, int], theirs: dict[int, int]) -> list[tuple[int, int]]:
    """(name of one text, the other's at its place) of those that never stand at one place in both."""
    common = mine.keys() & theirs.keys()
    pairs = [(mine[place], theirs[place]) for place in common if mine[place] != theirs[place]]
    if not pairs:
        return pairs
    kept = {mine[place] for place in common if mine[place] == theirs[place]}
    return [(name, other) for name, other in pairs if name not in kept and other not in kept]


def _is_renamed(given: list[tuple[int, int]], mine: dict[int, int], theirs: dict[int, int]) -> bool:
    """Whether a name of one text stands at several places where the other has its own, or at one and both stand
    at several in their texts.
    """
    if not given:
        return False
    if max(Counter(name for name, _ in given).values()) >= LEAST_NAMED:
        return True
    often, their_often = _repeated(mine) - set(theirs.values()), _repeated(theirs) - set(mine.values())
    return any(name in often and other in their_often for name, other in given)


def _repeated(names: dict[int, int]) -> set[int]:
    return {name for name, count in Counter(names.values()).items() if count >= LEAST_NAMED}


def _kept(found: Iterable[tuple[bytes, bytes]], most: int, least: int) -> list[int]:
    """Of (place, what stands there) the first of each place, both as 16 bits.

    A place of two words that have less than `least` bytes, or of none, tells nothing: nothing else stands there.
    """
    kept: dict[int, int] = {}
    for place, value in found:
        if len(place) < least and (not place or b" " in place):
            place += b"<" + value
        at = xxh32_intdigest(place) & 0xFFFF
        if at not in kept:
            kept[at] = at << 16 | xxh32_intdigest(value) & 0xFFFF
            if len(kept) == most:
                break
    return list(kept.values())


class _Figures(NamedTuple):
    """What pack_figures() packed."""

    places: frozenset[int]  # of the figures
    figures: frozenset[int]  # each with its place
    before: dict[int, int]  # names, each by what stands before it
    behind: dict[int, int]  # and by what stands behind


@lru_cache(maxsize=32)  # of one text for all its neighbours, and of them for its copies
def _unpacked(blob: bytes) -> _Figures:
    pairs, halves = array("I", blob), array("H", blob)
    values, places = halves[_LOW::2], halves[1 - _LOW :: 2]
    figures, end = 1 + values[0], 1 + values[0] + places[0]
    if not places[0]:  # as they were packed once, without those behind
        end = len(pairs)
    return _Figures(
        frozenset(places[1:figures]),
        frozenset(pairs[1:figures]),
        dict(zip(places[figures:end], values[figures:end], strict=True)),
        dict(zip(places[end:], values[end:], strict=True)),
    )
