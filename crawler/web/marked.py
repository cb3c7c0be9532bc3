"""A text and quotes of it → pieces, so that a page can show the quotes where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crawler.rows import UNSAFE


@dataclass(frozen=True, slots=True)
class Quote:
    """A place in a text; offsets count code points, the end is exclusive."""

    number: int  # by which the page names it
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand in the same quotes, or in none."""

    text: str
    quotes: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()  # of these, those that begin here


def marked(text: str, quotes: Iterable[Quote]) -> list[Piece]:
    """The whole text in pieces, in its order; a quote that does not stand there any more is left out."""
    found = [q for q in quotes if 0 <= q.start < q.end and text[q.start : q.end] == q.exact]
    cuts = sorted({0, len(text), *(q.start for q in found), *(q.end for q in found)})
    pieces = []
    for start, end in pairwise(cuts):
        inside = [q for q in found if q.start <= start and end <= q.end]
        opens = tuple(q.number for q in inside if q.start == start)
        pieces.append(Piece(text[start:end], tuple(q.number for q in inside), opens))
    return pieces


def paragraphs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces line by line, made harmless; empty lines are left out."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\n")
        lines[-1].append(Piece(first, piece.quotes, piece.opens))
        lines += [[Piece(part, piece.quotes)] for part in others]
    clean = ([Piece(UNSAFE.sub(" ", p.text), p.quotes, p.opens) for p in line if p.text] for line in lines)
    return [line for line in clean if any(piece.text.strip() for piece in line)]
