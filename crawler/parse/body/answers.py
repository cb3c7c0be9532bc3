"""Chosen blocks → the same with the questions and answers below or among them, which stand in boxes alike.

    text  ·  [question?  ·  answer.]  ·  [question?  ·  answer.]

Short ones are judged to be furniture; that several boxes alike begin with a question and go on in sentences tells them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from crawler.parse.body.clues import Clues
from crawler.parse.body.part_headings import part_headings
from crawler.parse.page.blocks import ASKS, Block, Element
from crawler.parse.page.clean import CLOSERS
from crawler.parse.page.labels import FURNITURE
from crawler.parse.page.stops import TOLD

BELOW = 60  # blocks below the text among which they stand
QUESTION = 250  # characters of one
PAIRS = 2  # from so many on they are believed
ANSWER = 12  # blocks of one pair
OUTER = 4  # elements between a pair and the home of the text's paragraphs
_NUMBER = re.compile(r"\d+")
_Kind = tuple[Element | None, str, str]


def with_answers(clues: Clues, chosen: list[Block]) -> list[Block]:
    """`chosen` with the pairs of which some were left out, in order."""
    if not chosen:
        return chosen
    blocks, orders = clues.page.blocks, {b.order for b in chosen}
    asking = [
        b
        for b in blocks[chosen[0].order : chosen[-1].order + BELOW]
        if b.text[-1] in ASKS and not b.links and len(b.text) <= QUESTION
    ]
    if len(asking) < PAIRS:
        return chosen
    pairs: dict[_Kind, list[Element]] = {}
    for block in asking:
        if (pair := _pair(block)) is not None and _is_answered(clues, pair):
            pairs.setdefault((pair.parent, pair.tag, _NUMBER.sub("", pair.label)), []).append(pair)
    homes = {b.element.parent for b in chosen} - {None}
    further = {*_asked(asking, orders, chosen[-1].order)} | {
        b
        for alike in pairs.values()
        if len(alike) >= PAIRS
        and (_is_near(alike[0], homes) or any(_is_begun(pair, orders) for pair in alike))
        for pair in alike
        for b in blocks[pair.first : pair.last]
        if b.order not in orders
    }
    if not further:
        return chosen
    whole = sorted({*chosen, *further}, key=lambda b: b.order)
    return sorted({*whole, *part_headings(clues, whole)}, key=lambda b: b.order)


def _asked(asking: list[Block], orders: set[int], last: int) -> Iterator[Block]:
    """The questions in bold within the text that are built as those which are text: of an interview, some are but two words."""
    bold = [
        b for b in asking if b.order < last and b.strong >= len(b.text) and not b.element.every & FURNITURE
    ]
    kinds = Counter((b.element.tag, b.element.label) for b in bold if b.order in orders)
    for block in bold:
        if block.order not in orders and kinds[block.element.tag, block.element.label] >= PAIRS:
            yield block


def _is_begun(pair: Element, orders: set[int]) -> bool:
    """Whether an answer is text already."""
    return any(order in orders for order in range(pair.first, pair.last))


def _pair(block: Block) -> Element | None:
    """The least element that a question stands first in, with its answer below."""
    at: Element | None = block.element
    while at is not None and at.last - at.first == 1:
        at = at.parent
    return at if at is not None and at.first == block.order and at.last - at.first <= ANSWER else None


def _is_answered(clues: Clues, pair: Element) -> bool:
    """Whether all below the question is no furniture and ends as sentences do, or is an item of a list."""
    below = clues.page.blocks[pair.first + 1 : pair.last]
    whole = all(
        clues.density[b.order] < 0.5
        and not b.element.every & FURNITURE
        and (b.text.rstrip(CLOSERS).endswith((*TOLD, "…", ":", "：")) or b.element.tag == "li")
        for b in below
    )
    # nothing is below the last question of a page that is cut
    return whole and bool(below) and below[0].text.rstrip(CLOSERS).endswith((*TOLD, "…", ":", "："))


def _is_near(pair: Element, homes: set[Element | None]) -> bool:
    """Whether the text's paragraphs stand in one of the elements around a pair."""
    at = pair.parent
    for _ in range(OUTER):
        if at is None or at.tag == "body":
            return at is not None and at in homes
        if at in homes:
            return True
        at = at.parent
    return False
