"""Chosen blocks → the same with the line that greets the readers of a letter, right before its first paragraph, and the thanks
that end a speech, right behind its last.

They are too short to be told from a button by themselves.
"""

from __future__ import annotations

from crawler.parse.body.clues import Clues
from crawler.parse.page.blocks import Block
from crawler.parse.page.greetings import greets, thanks


def with_greeting(clues: Clues, chosen: list[Block]) -> list[Block]:
    """`chosen` with the greeting that stands beside its first block, and the thanks beside its last, in an element of the same name."""
    if not chosen:
        return chosen
    blocks, first, last = clues.page.blocks, chosen[0], chosen[-1]
    if first.order and _are_beside(above := blocks[first.order - 1], first) and greets(above):
        chosen = [above, *chosen]
    if last.order + 1 < len(blocks) and _are_beside(below := blocks[last.order + 1], last) and thanks(below):
        chosen = [*chosen, below]
    return chosen


def _are_beside(line: Block, other: Block) -> bool:
    return line.element.parent is other.element.parent and line.element.tag == other.element.tag
