"""Chosen blocks → the same with the place that a report begins with, where it stands outside the first paragraph.

<div><strong>Harbour City</strong> - <p>The first boat …</p>
"""

from __future__ import annotations

from crawler.parse.body.clues import Clues
from crawler.parse.page.blocks import Block

FIRST = 3  # blocks of a text, of which one is the paragraph behind it
LONGEST = 60  # characters of one: a city, perhaps an agency
_DASHES = ("-", "–", "—", "--")


def with_place(clues: Clues, chosen: list[Block]) -> list[Block]:
    """`chosen` with the line that ends in a dash right before a paragraph, and belongs to what holds that."""
    for at, block in enumerate(chosen[:FIRST]):
        if block.element.tag != "p" or block.order == 0:
            continue
        above = clues.page.blocks[block.order - 1]
        if not above.text.endswith(_DASHES):  # as of nearly all
            continue
        alone = above.element is block.element.parent and not above.links
        if alone and len(above.text) <= LONGEST and above.strong and above not in chosen:
            return [*chosen[:at], above, *chosen[at:]]
    return chosen
