"""A query and a text → the piece of the text where the hits stand closest, with the hits told apart.

Places are those of the original: nothing is folded, joined or translated in what is shown.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from storage.search.asked import Near, Query, Words
from storage.search.matching import placed, spans
from storage.search.query import wanted_words
from storage.text.tokens import MAX_TEXT, Place, places

LENGTH = 200  # characters of an excerpt
BEFORE = 50  # of them before the first hit
_SLACK = 20  # characters in which a space is looked for to cut at
_CUTS = " \n\t。！？，、"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text, and whether it is what was sought; text == original[start : start + len(text)]."""

    text: str
    hit: bool
    start: int


def excerpts(query: Query, title: str, text: str) -> tuple[Piece, ...]:
    """The pieces of `text` around its densest hits, LENGTH characters at most; its beginning where it has none.

    Where the text is empty, the title's.
    """
    if not text.strip():
        return marked(query, title)
    hits = found(query, text, title=False)
    start, end = _window(hits, len(text))
    return _pieces(text, hits, _cut(text, start), _cut(text, end))


def marked(query: Query, title: str) -> tuple[Piece, ...]:
    """The whole of `title`, in pieces."""
    return _pieces(title, found(query, title, title=True), 0, len(title))


def found(query: Query, text: str, *, title: bool) -> list[Span]:
    """Where what the query wants stands, in order, overlapping ones as one; in a title also what is sought there alone."""
    leaves = [leaf for leaf in wanted_words(query.root) if title or not leaf.title]
    if not leaves:
        return []
    where = list(places(text[:MAX_TEXT]))
    held = placed([place.token for place in where])
    said = {_characters(where, *span, leaf) for leaf in leaves for span in spans(leaf, held)}
    return _merged(sorted(said))


def _characters(where: list[Place], first: int, behind: int, leaf: Words | Near) -> Span:
    """From the first character to the last; of a pair whose beginning was sought, only that character."""
    last = where[behind - 1]
    sides = (leaf,) if isinstance(leaf, Words) else (leaf.left, leaf.right)
    ends = {p.tokens[-1] for words in sides for p in words.spellings if p.prefix}
    short = any(len(end) == 1 and last.token.startswith(end) for end in ends)
    return where[first].start, last.first if short else last.end


def _merged(spans_: list[Span]) -> list[Span]:
    out: list[Span] = []
    for start, end in spans_:
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _window(hits: list[Span], length: int) -> Span:
    """Where LENGTH characters hold most hits, the earliest of such; with some words before the first."""
    if not hits:
        return 0, min(LENGTH, length)
    best, most, last = 0, 0, 0
    for first, (start, _) in enumerate(hits):
        while last < len(hits) and hits[last][1] <= start + LENGTH - BEFORE:
            last += 1
        if last - first > most:
            best, most = first, last - first
    start = max(0, min(hits[best][0] - BEFORE, length - LENGTH))
    return start, min(length, max(start + LENGTH, hits[best][1]))


def _cut(text: str, at: int) -> int:
    """A place near `at` where a word does not go on; in scripts without spaces where a letter does not."""
    if at <= 0 or at >= len(text):
        return at
    for place in range(at, max(0, at - _SLACK), -1):
        if text[place - 1] in _CUTS:
            return place
    while at > 0 and unicodedata.category(text[at])[0] == "M":
        at -= 1
    return at


def _pieces(text: str, hits: list[Span], start: int, end: int) -> tuple[Piece, ...]:
    out: list[Piece] = []
    at = start
    for first, behind in hits:
        first, behind = max(first, start), min(behind, end)
        if first >= behind:
            continue
        if first > at:
            out.append(Piece(text[at:first], False, at))
        out.append(Piece(text[first:behind], True, first))
        at = behind
    if at < end:
        out.append(Piece(text[at:end], False, at))
    return tuple(out)
