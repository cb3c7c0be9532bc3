"""Chosen blocks → the same with the line that greets the readers of a letter, right before its first paragraph.

It is too short to be told from a button by itself.
"""

from __future__ import annotations

from crawler.parse.body.clues import Clues
from crawler.parse.page.blocks import Block
from crawler.parse.page.greetings import greets


def with_greeting(clues: Clues, chosen: list[Block]) -> list[Block]:
    """`chosen` with the greeting that stands beside its first block, in an element of the same name."""
    if not chosen or not chosen[0].order:
        return chosen
    above, own = clues.page.blocks[chosen[0].order - 1], chosen[0].element
    beside = above.element.parent is own.parent and above.element.tag == own.tag
    return [above, *chosen] if beside and greets(above) else chosen
