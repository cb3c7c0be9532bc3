"""Chosen blocks → the boxes between the paragraphs that were left out though they tell something: facts, a term explained, a timeline.

    text  ·  [What is a pontoon?  ·  It floats, and boats …]  ·  text  ·  [2019  ·  It begins.  ·  2022  ·  It ends.]  ·  text

To be called a box, or to be short, speaks against a block. What is set in to sell, to be pressed or to lead elsewhere has
a link, a button, a price or a field; a box of sentences without any is there to be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from crawler.parse.body.clues import Clues
from crawler.parse.body.contacts import REACHED
from crawler.parse.body.follow import follows, is_set_in
from crawler.parse.body.imprint import is_credit
from crawler.parse.body.margins import are_of_hands
from crawler.parse.page.blocks import ASKS, Block, Element
from crawler.parse.page.stops import TOLD

BOX_BLOCKS, LINE = 16, 500  # blocks of one, and characters of each
FACTS = 3  # lines of facts that make a box of them
_FACT = re.compile(r"[^:：]{2,40}(?::\s|：)\s*\S.*")
LONG, SHORT = 60, 18  # characters of the one sentence of a box, and of each of two
_APART = frozenset(("div", "section", "aside"))


def told_boxes(
    clues: Clues, between: list[Block], box_of: Callable[[Element], Element | None], no_box: int
) -> Iterator[Block]:
    """The blocks of such boxes; `box_of` finds what stands among the paragraphs around an element, `no_box` is what none is called."""
    seen: set[Element] = set()
    for block in between:
        own = block.element
        if block.links or own.every & no_box or (home := own.parent) is None or home in seen:
            continue
        seen.add(home)
        box = box_of(own)
        if box is None or box.tag not in _APART or (box in seen and box is not home):
            continue
        seen.add(box)
        if 1 < box.last - box.first <= BOX_BLOCKS and _tells(clues, box, no_box):
            yield from clues.page.blocks[box.first : box.last]


def _are_facts(blocks: list[Block]) -> bool:
    """Whether a heading that asks nothing stands above lines that each name something and tell it: "Staff: 17 people"."""
    head, *lines = blocks
    if len(lines) < FACTS or not head.is_heading or head.text[-1] in ASKS:
        return False
    told = [b.text for b in lines]
    if not all(map(_FACT.fullmatch, told)) or not any(c.isdecimal() for c in "".join(told)):
        return False
    return not (any(map(REACHED.search, told)) or are_of_hands(told))  # where to call, when the text appeared


def _tells(clues: Clues, box: Element, no_box: int) -> bool:
    """Whether a box is made of sentences, and of nothing to press, to buy, to look at or to follow."""
    page, blocks = clues.page, clues.page.blocks[box.first : box.last]
    if any(b.links or b.element.every & no_box or len(b.text) > LINE or "@" in b.text for b in blocks):
        return False
    told = [len(b.text) for b in blocks if b.text.endswith(TOLD)]
    if not _are_facts(blocks) and max(told, default=0) < LONG and sum(size >= SHORT for size in told) < 2:
        return False
    within = range(box.first, box.last + 1)
    if any(at in within for _, at, _ in page.pressed) or any(at in within for at in page.pictures):
        return False
    if any(box.first <= field.first <= box.last for field in page.asking):
        return False
    return not any(is_set_in(b.text) or is_credit(b.text) or follows(b.text) for b in blocks)
