"""Chosen blocks → the headings of the text's parts that were left out: a short line says little, but what stands below it does.

text  ·  heading  ·  text        text  ·  <header> time, heading, author </header>  ·  text
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from crawler.parse.body.clues import Clues
from crawler.parse.page.blocks import HEADINGS, Block, Element
from crawler.parse.page.labels import FURNITURE, SIDE

_DIGIT = re.compile(r"\d")
_COLON = re.compile(r"[:：]")  # "Read also: …"
OUTER = 3  # elements around a heading, one of which holds what stands below
WRAPPED = 8  # the same where each holds the heading alone, as what builders of pages write does: a section, a row, a column, a module
LINKED = 0.8  # of a heading, and of the line above it, from which on they lead elsewhere
TELLING = 3  # words of a <summary> that tells what opens: "Spoiler", "Read more" do not
_Named = tuple[Element | None, str]  # what holds an element, and what that is called
TOP, MARGIN = 4, 40  # blocks of a post's header, and characters of those beside its heading


def part_headings(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """The headings of the text's parts: right above a chosen block, in the element that holds it, or one element or two deeper."""
    found: list[Block] = []
    bold = {(b.element.parent, b.element.label) for b in chosen if b.strong >= len(b.text)}
    headings = {(b.element.tag, b.element.label) for b in chosen if b.is_heading and b.element.label}
    for before, after in pairwise(chosen):
        if after.order - before.order < 2:
            continue
        block = _heading_above(clues, before.order, after.order, bold) or _above_buttons(
            clues, before.order, after.order, headings
        )
        # a mark to link to a heading is no word of it
        if (
            block is not None
            and not (block.links and block.linked)
            and not _is_linked_on(clues, before, block)
            and not block.element.every & FURNITURE & ~(after.element.every & SIDE)
        ):
            home = block.element.parent if block.element.tag in HEADINGS else block.holder.parent
            if home is not None and _holds(clues, home, block, after):
                found.append(block)
    yield from found
    if (first := _first(clues, [*chosen, *found])) is not None:
        yield first


def _is_linked_on(clues: Clues, before: Block, heading: Block) -> bool:
    """Whether a heading is the end of a link that began in the line above it, which is none of the text."""
    at = heading.order - 1
    return at > before.order and min(clues.density[at], clues.density[at + 1]) > LINKED


def _first(clues: Clues, chosen: list[Block]) -> Block | None:
    """The heading right above all of the text, below the headline, where others of its rank are part of the text."""
    order = chosen[0].order - 1
    if not -1 < clues.headline < order:
        return None
    block = clues.page.blocks[order]
    own = block.element
    if own.tag not in HEADINGS or block.links or own.every & FURNITURE:
        return None
    alike = [b for b in chosen if b.element.tag == own.tag]
    if own.parent is chosen[0].element.parent:
        return block if alike else None
    # in a part of the text that is built as the others are
    named = (own.label, block.holder.label)
    alike = [b for b in alike if own.label and (b.element.label, b.holder.label) == named]
    return block if alike and own.parent and _holds(clues, own.parent, block, chosen[0]) else None


def _holds(clues: Clues, home: Element, heading: Block, below: Block) -> bool:
    """Whether an element, or one of those around it that hold the heading and little else, holds what stands below."""
    at: Element | None = home
    for step in range(WRAPPED):
        if at is None or at.first <= below.order < at.last:
            return at is not None
        alone = at.last - at.first == 1
        at = at.parent if alone or (step < OUTER and _is_top(clues, at, heading)) else None
    return False


def _heading_above(clues: Clues, first: int, below: int, bold: set[_Named]) -> Block | None:
    """The heading right above a block; in a post's header its author and time may stand between.

    `bold` is where lines of the text that are all in bold stand, and what those are called.
    """
    after = clues.page.blocks[below]
    for block in reversed(clues.page.blocks[max(first + 1, below - TOP) : below]):
        if block.is_heading or _is_bold_above(block, after, bold) or _is_label(block, below):
            return block
        if block.element.tag == "summary" and len(block.text.split()) >= TELLING:
            return block
        if clues.sizes[block.order] > MARGIN or "header" not in (block.element.tag, block.holder.tag):
            return None
    return None


def _above_buttons(clues: Clues, first: int, below: int, headings: set[tuple[str, str]]) -> Block | None:
    """The heading, named as others of the text are, above what leads to where a thing is sold: "Reefer 2", "View at …", what it is."""
    blocks = clues.page.blocks
    for block in reversed(blocks[max(first + 1, below - TOP) : below] if headings else ()):
        if (block.element.tag, block.element.label) in headings:
            return block if block.order < below - 1 else None
        if clues.density[block.order] <= LINKED or len(block.text) > MARGIN * block.links:
            return None
    return None


def _is_bold_above(line: Block, below: Block, bold: set[_Named]) -> bool:
    """Whether a line all in bold stands right above a paragraph built as it is, as headings of those without any do.

    It may be built as one of the others in `bold`, such as all in the middle.
    """
    own, other = line.element, below.element
    named = own.label == other.label or (own.parent, own.label) in bold
    alike = named and own.tag == "p" == other.tag and own.parent is other.parent
    # one in no paragraph of its own, between those that have one
    alike = alike or (other.tag == "p" and own is other.parent and not _COLON.search(line.text))
    return (
        alike
        and line.order == below.order - 1
        and line.strong >= len(line.text)
        and below.strong < len(below.text)
    )


def _is_label(line: Block, below: int) -> bool:
    """Whether a paragraph all in bold that ends in a colon stands right above: of a table, a list."""
    whole = line.element.tag == "p" and line.order == below - 1 and line.strong >= len(line.text)
    return whole and line.text[-1] in ":："


def _is_top(clues: Clues, home: Element, heading: Block) -> bool:
    """Whether an element holds a heading alone, or is the top of a post: the heading, the time, who wrote it."""
    if home.last - home.first == 1:
        return True
    if home.last - home.first > TOP:
        return False
    beside = [i for i in range(home.first, home.last) if i != heading.order]
    timed = home.tag == "header" or all(_DIGIT.search(clues.page.blocks[i].text) for i in beside)
    return timed and all(clues.sizes[i] <= MARGIN for i in beside)
