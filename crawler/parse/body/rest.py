"""Chosen blocks → the same with what goes on elsewhere: the rest behind a wall that hides nothing, the notes at the foot.

text  ·  <div class="paywall"> text </div>  ·  <div class="footnote"> 1  a note </div>
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import dropwhile, takewhile

from crawler.parse.body.clues import Clues
from crawler.parse.body.foot import with_last_row
from crawler.parse.body.neighbours import SHORTEST, is_text
from crawler.parse.page.blocks import Block, Element
from crawler.parse.page.labels import FURNITURE

FOOT = 40  # blocks below the text among which its notes stand
NOTES = 12  # of them at most: more are a bibliography
DEEP = 3  # elements around a note, one of which is called so
_NOTE = re.compile(r"(?:foot|end)[-_]?notes?(?![a-z])", re.I)


def with_rest(clues: Clues, chosen: list[Block]) -> list[Block]:
    """`chosen` with both and its last row (``foot.py``), in order."""
    if not chosen:
        return chosen
    further = {*_walled(clues), *_notes(clues, chosen)}
    return with_last_row(clues, sorted({*chosen, *further}, key=lambda b: b.order) if further else chosen)


def _walled(clues: Clues) -> Iterator[Block]:
    """What stands in the parts that only seemed to hide the rest of the text."""
    for part in clues.walls:
        for block in clues.page.blocks[part.first : part.last]:
            if (
                not block.element.every & FURNITURE
                and is_text(clues, block, SHORTEST)
                and block.text != clues.title
            ):
                yield block


def _notes(clues: Clues, chosen: list[Block]) -> list[Block]:
    """The notes at the foot of the text, which are called so; their numbers are none."""
    last = next((b.order for b in reversed(chosen) if not _is_note(b)), chosen[-1].order)
    near = clues.page.blocks[last + 1 : last + 1 + FOOT]
    if not any(map(_is_called_note, {b.element.parent for b in near})):  # as below most texts
        return []
    told = takewhile(
        lambda b: _is_note(b) or clues.sizes[b.order] < SHORTEST,
        dropwhile(lambda b: not _is_note(b), near),
    )
    found = [b for b in told if _is_note(b) and is_text(clues, b, SHORTEST)]
    return found if len(found) <= NOTES else []


def _is_note(block: Block) -> bool:
    """Whether what holds a block is called a note."""
    return _is_called_note(block.element.parent)


def _is_called_note(e: Element | None) -> bool:
    for _ in range(DEEP):
        if e is None:
            return False
        if "note" in e.label and _NOTE.search(e.label):
            return True
        e = e.parent
    return False
