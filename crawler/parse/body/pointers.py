"""Chosen blocks → the lines among them that only head a box of links: "Recommended", the title of a table of contents.

    text  ·  [label  ·  link  ·  link]  ·  text

The links themselves are judged to be none of the text; what stands above them tells nothing without them.
"""

from __future__ import annotations

from collections.abc import Iterator

from crawler.parse.body.clues import Clues
from crawler.parse.page.blocks import HEADINGS, Block, Element
from crawler.parse.page.stops import TOLD

LABEL = 50  # characters of such a line
SHORT, COLONS = 24, ":："  # characters of a line that only says that links follow, and its last
LINKED = 0.8  # of a block, from which on it is a link
FEW = 2  # links below a heading: above one it may name what that leads to, "Best of all"
MOST = 40  # links of one box: a longer list is a page's own


def heads_of_links(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """The chosen blocks that stand first in an element of nothing but links, of which none is chosen."""
    blocks, density = clues.page.blocks, clues.density
    orders = [b.order for b in chosen]
    for block, after in zip(chosen, [*orders[1:], len(blocks)], strict=True):
        below = block.order + 1
        if block.linked or below == after or density[below] < LINKED:
            continue
        if clues.sizes[block.order] > LABEL or block.text.endswith(TOLD):
            continue
        # in bold, above links in no box of their own: "Read also:"
        if block.text[-1] in COLONS and len(block.text) <= min(SHORT, block.strong):
            yield block
            continue
        box = _box(block)
        least = below + (FEW if block.element.tag in HEADINGS else 1)
        if box is None or not least <= box.last <= min(after, below + MOST):
            continue
        if all(density[i] >= LINKED for i in range(below, box.last)):
            yield block


def _box(block: Block) -> Element | None:
    """The least element that a block stands first in, with others below."""
    at: Element | None = block.element
    while at is not None and at.last - at.first == 1:
        at = at.parent
    return at if at is not None and at.first == block.order else None
