"""A text and what became of it → what was taken out and put in, for people to read.

paragraphs ─alike→ equal   ─changed→ sentences ─alike→ equal   ─changed→ words, or characters where no spaces are

Each step aligns by the shortest way from one list to the other (Myers, Algorithmica 1, 1986), up to a bound: beyond
it, and where little is left alike, the passage is told as taken out whole and put in anew. Pure; at most STEPS steps of
work for texts of any length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from crawler.dedupe.folding import UNSPACED

STEPS = 2_000_000  # of comparing, all in all: about a second
MOST_EDITS = 500  # units taken out and put in within one alignment: what is remembered grows with its square
LEAST_ALIKE = 0.25  # share of a passage's characters: below it words that are alike are so by chance

# of the scripts that set no spaces between words
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u1056-\u1059\u17b4-\u17d3\u17dd\u3099\u309a"
_JOINED = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u0900-\u0963\u0966-\u0dff\u200c\u200d"
_WORD = re.compile(
    rf"[{UNSPACED}][{_MARKS}]*|(?:(?![{UNSPACED}])[\w{_JOINED}])+(?:['’](?:(?![{UNSPACED}])\w)+)*|\s+|."
)
_SENTENCE = (
    re.compile(  # what stands between sentences is a unit of its own, so that the last is like the others
        r"\s+|\S.*?(?:[.!?؟।]+[\"'”’»)\]]*(?=\s|\Z)|[。！？…]+[」』”’）]*|(?=\n)|\Z)"
    )
)
_PARAGRAPH = re.compile(r"[^\n]+|\n+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a text that stayed, was taken out or was put in."""

    what: Literal["equal", "removed", "added"]
    text: str


Pair = tuple[str, str]  # what was there, and what is there now; alike where nothing changed
Places = tuple[int, int]  # of two units that are alike, in the old list and in the new


def edits(before: str, after: str) -> tuple[Passage, ...]:
    """How `after` came of `before`: what is equal and removed makes up the one, what is equal and added the other."""
    budget = _Budget()
    pairs = _refined(before, after, (_paragraphs, _sentences, _words), budget)
    return tuple(_passages(_joined(pairs)))


def counts(passages: Iterable[Passage]) -> tuple[int, int]:
    """(removed, added): words, or characters where the script sets no spaces."""
    found = {"removed": 0, "added": 0, "equal": 0}
    for passage in passages:
        found[passage.what] += sum(word[0].isalnum() for word in _words(passage.text))
    return found["removed"], found["added"]


@dataclass(slots=True)
class _Budget:
    left: int = STEPS


Cut = Callable[[str], list[str]]


def _paragraphs(text: str) -> list[str]:
    return _PARAGRAPH.findall(text)


def _sentences(text: str) -> list[str]:
    return _SENTENCE.findall(text)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _refined(before: str, after: str, cuts: Sequence[Cut], budget: _Budget) -> Iterator[Pair]:
    """Pairs that make up both texts, cut as finely as it takes."""
    if before == after or not before or not after or not cuts:
        yield before, after
        return
    cut, *finer = cuts
    old, new = cut(before), cut(after)
    aligned = _aligned(old, new, budget)
    if aligned is None and finer:
        yield from _refined(before, after, finer, budget)
        return
    pairs = [("".join(old[a:b]), "".join(new[c:d])) for a, b, c, d in aligned or [(0, len(old), 0, len(new))]]
    if not finer:
        yield from pairs if _alike(pairs, before, after) else [(before, after)]
        return
    for was, now in pairs:
        yield from _refined(was, now, finer, budget)


def _alike(pairs: Sequence[Pair], before: str, after: str) -> bool:
    same = sum(len(was) for was, now in pairs if was == now and not was.isspace())
    return same >= LEAST_ALIKE * min(len(before), len(after))


def _aligned(
    old: Sequence[str], new: Sequence[str], budget: _Budget
) -> list[tuple[int, int, int, int]] | None:
    """Runs (from, to, from, to) of both lists, alike and changed in turn; None where that takes too long."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    matches = _matches(old[start : len(old) - end], new[start : len(new) - end], budget)
    if matches is None:
        return None
    same = [(i, i) for i in range(start)] + [(i + start, j + start) for i, j in matches]
    same += [(len(old) - end + i, len(new) - end + i) for i in range(end)]
    return list(_runs(_slid(same, old, new), len(old), len(new)))


def _slid(same: list[Places], old: Sequence[str], new: Sequence[str]) -> list[Places]:
    """The same alignment with what was put in or taken out as late as may be: a sentence with its own full stop."""
    last = (-1, -1)
    for at, (i, j) in enumerate(same):
        if i == last[0] + 1 and new[last[1] + 1] == old[i]:
            j = last[1] + 1
        elif j == last[1] + 1 and old[last[0] + 1] == new[j]:
            i = last[0] + 1
        same[at] = last = (i, j)
    return same


def _runs(same: Iterable[Places], old: int, new: int) -> Iterator[tuple[int, int, int, int]]:
    i = j = 0
    begun: tuple[int, int] | None = None
    for a, b in (*same, (old, new)):
        if (a, b) != (i, j) or a == old:
            if begun is not None and begun != (i, j):
                yield begun[0], i, begun[1], j
            if (a, b) != (i, j):
                yield i, a, j, b
            begun = None
        begun = begun or (a, b)
        i, j = a + 1, b + 1


def _matches(old: Sequence[str], new: Sequence[str], budget: _Budget) -> list[Places] | None:
    """The places (in old, in new) of a longest common sequence; None where it takes too long to find."""
    reach = {1: 0}
    trace: list[dict[int, int]] = []
    for edits in range(min(len(old) + len(new), MOST_EDITS) + 1):
        trace.append(dict(reach))
        for way in range(-edits, edits + 1, 2):
            down = way == -edits or (way != edits and reach[way - 1] < reach[way + 1])
            i = reach[way + 1] if down else reach[way - 1] + 1
            j = i - way
            first = i
            while i < len(old) and j < len(new) and old[i] == new[j]:
                i, j = i + 1, j + 1
            budget.left -= i - first + 1
            reach[way] = i
            if i >= len(old) and j >= len(new):
                return _back(trace, len(old), len(new))
        if budget.left < 0:
            return None
    return None


def _back(trace: Sequence[dict[int, int]], i: int, j: int) -> list[Places]:
    """From the end back to the beginning along what was reached."""
    found: list[Places] = []
    for edits in range(len(trace) - 1, -1, -1):
        reach, way = trace[edits], i - j
        down = way == -edits or (way != edits and reach[way - 1] < reach[way + 1])
        before = way + 1 if down else way - 1
        past_i = reach[before] if edits else 0
        past_j = past_i - before if edits else 0
        while i > past_i and j > past_j:
            i, j = i - 1, j - 1
            found.append((i, j))
        i, j = past_i, past_j
    return found[::-1]


def _joined(pairs: Iterable[Pair]) -> list[Pair]:
    """Neighbours of one kind as one; a space between two changes belongs to them."""
    out: list[Pair] = []
    for was, now in pairs:
        if was == now == "":
            continue
        out.append((was, now))
        if len(out) >= 3 and _hinge(out[-2]) and not _same(out[-3]) and not _same(out[-1]):
            last, hinge, first = out.pop(), out.pop(), out.pop()
            out.append((first[0] + hinge[0] + last[0], first[1] + hinge[1] + last[1]))
        elif len(out) >= 2 and _same(out[-1]) == _same(out[-2]):
            last, first = out.pop(), out.pop()
            out.append((first[0] + last[0], first[1] + last[1]))
    return out


def _same(pair: Pair) -> bool:
    return pair[0] == pair[1]


def _hinge(pair: Pair) -> bool:
    return _same(pair) and "\n" not in pair[0] and pair[0].isspace()


def _passages(pairs: Iterable[Pair]) -> Iterator[Passage]:
    for was, now in pairs:
        if was == now:
            yield Passage("equal", was)
            continue
        if was:
            yield Passage("removed", was)
        if now:
            yield Passage("added", now)
