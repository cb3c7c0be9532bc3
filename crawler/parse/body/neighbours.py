"""Chosen blocks → the same with their neighbours that were left out: short gaps, paragraphs of the text's own name, its last list.

Between what is text, and built like it, a short line is text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, takewhile

from crawler.parse.body.clues import Clues
from crawler.parse.body.numbered import numbered_headings
from crawler.parse.body.part_headings import part_headings
from crawler.parse.body.stands_in import LINKED, is_item, list_home, list_of, stands_in
from crawler.parse.page.blocks import HEADINGS, Block, Element
from crawler.parse.page.labels import FURNITURE
from crawler.parse.page.stops import TOLD

_TELLING = re.compile(r"[\d.:;!?。：；！？।؟]")
_INITIALS = re.compile(r"(?<=[.!?”\"])\s?(?:/\s?|\s[–—-]+\s?|[(\[])[^\W\d_]{2,8}[)\]]?$")
SENTENCE = 20  # characters of the shortest sentence that ends a text
# blocks left out between two that are chosen, and characters of one that may be taken in
GAP, SHORTEST = 3, 5
NAMED = 3  # chosen paragraphs of one name
LISTED, TAIL = 12, 6  # blocks below the text that may be a list, and blocks of the text that stand beside it
ITEMS, ITEM = 2, 24  # items of a list that says something, and characters of one
WIDE, LONG = 12, 60  # the same for paragraphs, and characters of one
GOES_ON = ",，、:："  # what ends a line that the next one is part of
FAR = 24  # blocks behind the last that is chosen
SAYER = 60  # characters of a line that says whose a quotation is
QUOTES = frozenset('"“„«”‘「『')


def with_neighbours(clues: Clues, chosen: list[Block]) -> list[Block]:
    """`chosen` with its neighbours, in order; at least one is chosen."""
    idle = None  # what found nothing, and finds nothing again
    # twice: what was between is a neighbour then
    for find in (
        _alike,
        _between,
        _between,
        part_headings,
        numbered_headings,
        _points,
        _sayers,
        _below,
        _onward,
        _last,
        _last_part,
    ):
        further = [b for b in find(clues, chosen) if b.text != clues.title] if find is not idle else []
        idle = None if further else find
        if further:
            chosen = sorted({*chosen, *further}, key=lambda b: b.order)
    return chosen


def _alike(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """Paragraphs beside those of the text that bear the very name of most of them: a page styles its paragraphs alike."""
    kinds = Counter((b.element.parent, b.element.tag, b.element.label) for b in chosen if b.element.label)
    kind, count = next(iter(kinds.most_common(1)), (None, 0))
    if kind is None or kind[0] is None or count < NAMED:
        return
    for block in clues.page.blocks[kind[0].first : kind[0].last]:
        e = block.element
        if (
            (e.parent, e.tag, e.label) == kind
            and is_text(clues, block, LONG)
            and not (block.links or e.every & FURNITURE)
        ):
            yield block


def _between(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """The blocks of short gaps that stand where their neighbours do, or one element deeper."""
    for before, after in pairwise(chosen):
        if 1 < (gap := after.order - before.order) <= WIDE + 1:
            around = (before.element.parent, after.element.parent)
            for block in clues.page.blocks[before.order + 1 : after.order]:
                if (
                    (gap <= GAP + 1 or is_item(block) or _is_paragraph(clues, block, around))
                    and stands_in(clues, block, around)
                    and not block.element.every & FURNITURE
                    and (is_text(clues, block, SHORTEST) or (gap == 2 and _is_answer(block)))
                ):
                    yield block


def _is_paragraph(clues: Clues, block: Block, around: tuple[Element | None, Element | None]) -> bool:
    """Whether a block is long, leads nowhere and stands beside both its neighbours."""
    long = clues.sizes[block.order] >= LONG and block.links == 0
    return long and all(block.element.parent is home for home in around)


def _is_answer(block: Block) -> bool:
    """Whether a block is a word and a full stop: "No." between two questions."""
    return block.text[-1] in ".!。！" and block.links == 0


def _below(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """The rest of the list that the text broke off in, or the list right below the text with its heading: "Notes"."""
    last = chosen[-1]
    below = clues.page.blocks[last.order : last.order + LISTED]
    heading = next((b for b in below[:2] if b.element.tag in HEADINGS), None)
    rows = list(takewhile(is_item, below[2 if heading in below[1:] else 1 :]))
    if heading is None:
        yield from (row for row in rows if list_of(row) is list_of(last))
    elif len(rows) > 1 and not heading.links and not heading.element.every & FURNITURE:
        if not any(_TELLING.search(row.text) for row in rows):  # tags, services
            return
        home = heading.element.parent
        if list_home(rows[-1]) is home and any(b.element.parent is home for b in chosen[-TAIL:]):
            yield from (heading, *rows)


def _points(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """The list right below a heading of the text that stands beside it, all of it or nothing: what is known so far."""
    for above in chosen:
        i = above.order + 1
        if above.element.tag not in HEADINGS or i >= len(clues.page.blocks):
            continue
        home = list_of(clues.page.blocks[i])
        rows = (
            clues.page.blocks[home.first : home.last] if home and home.parent is above.element.parent else []
        )
        if ITEMS <= len(rows) <= LISTED and all(is_item(b) and clues.sizes[b.order] >= ITEM for b in rows):
            yield from rows


def _onward(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """The sentences right below the text, or below a list there, that are built and stand like its last paragraph."""
    last = chosen[-1]
    e = last.element
    if e.tag in HEADINGS or e.parent is None:
        return
    home = e.parent
    several = e.tag == "p" and any(
        b.element.parent is home and b.element.tag == "p" for b in reversed(chosen[:-1])
    )
    listed: list[Block] = []  # which a paragraph may follow
    for block in clues.page.blocks[last.order + 1 : e.parent.last]:
        own = block.element
        alike = own.parent is e.parent and own.tag == e.tag and own.label == e.label
        if several and is_item(block) and list_home(block) is home and len(listed) < LISTED:
            listed.append(block)
            continue
        own_sentence = _is_long(clues, block) or (several and is_sentence(clues, block))
        if not alike or block.links or not (own_sentence or (several and last.text[-1] in GOES_ON)):
            return
        last = block
        yield from listed
        yield block
        listed = []


def _last(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """The last paragraphs of a text, behind a box or a list in it: sentences that stand where all paragraphs do, and what is between.

    One alone, below nothing that goes on, is as often a note of the page's, but where it is the last of all behind a box.
    """
    last = _last_paragraph(chosen)
    home = last.element.parent if last else None
    if last is None or home is None or home.last - last.order < 2 or home.tag == "body":
        return
    told: list[Block] = []
    end = sentences = 0
    for block in clues.page.blocks[last.order + 1 : min(home.last, last.order + 1 + FAR)]:
        own = block.element
        if block.links or own.every & FURNITURE:
            continue
        beside = own.parent is home and (own.tag == "p" or own.tag in HEADINGS)
        if beside or (is_item(block) and list_home(block) is home):
            told.append(block)
            if own.tag == "p" and len(block.text) >= LONG and is_sentence(clues, block):
                end, sentences = len(told), sentences + 1
    behind = clues.page.blocks[told[0].order + 1 : home.last] if end == 1 else []
    boxed = last is not chosen[-1] and all(b.links or b.element.every & FURNITURE for b in behind)
    ends = end == 1 and told[0].order > last.order + 1 and (boxed or not behind)
    if sentences > 1 or ends or any(b.element.tag != "p" for b in told[:end]):
        yield from told[:end]


def _last_paragraph(chosen: list[Block]) -> Block | None:
    """The last paragraph of a text beside which several stand; what is chosen below it is in a box."""
    for last in chosen[: -TAIL - 1 : -1]:
        home = last.element.parent
        if last.element.tag != "p" or home is None:
            continue
        if sum(b.element.parent is home and b.element.tag == "p" for b in chosen) >= NAMED:
            return last
    return None


def _last_part(clues: Clues, chosen: list[Block]) -> list[Block]:
    """The heading and the sentences of the last of the parts that a text is made of, which may be but one line."""
    headings = [b for b in chosen if b.element.tag in HEADINGS]
    if len(headings) < 2:
        return []
    kinds = {(e.parent, e.tag, e.label): e.last for b in headings if (e := _part(b.element, b.order))}
    for kind, end in kinds.items():  # of each kind the last
        heading = clues.page.blocks[end] if end < len(clues.page.blocks) else chosen[0]
        if heading.element.tag not in HEADINGS or heading.links or heading.element.every & FURNITURE:
            continue
        part = _part(heading.element, end)
        if part is None or (part.parent, part.tag, part.label) != kind or part.last - end > LISTED:
            continue
        told = clues.page.blocks[end + 1 : part.last]
        whole = all(is_text(clues, b, SHORTEST) and not b.element.every & FURNITURE for b in told)
        if whole and any(is_sentence(clues, b) for b in told):
            return [heading, *told]
    return []


def _part(heading: Element, first: int) -> Element | None:
    """The named element that begins with a heading and holds what stands below it."""
    at = heading.parent
    while at is not None and at.first == first and at.last == first + 1:
        at = at.parent
    return at if at is not None and at.first == first and at.label else None


def _sayers(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """The line below a quotation that says whose it is, where these two are all of an element."""
    for block in chosen:
        if block.text[0] not in QUOTES and block.element.tag != "blockquote":  # as most
            continue
        home = block.element.parent
        if home is None or home.last - home.first != 2 or home.first != block.order:
            continue
        below = clues.page.blocks[block.order + 1]
        if not below.links and clues.sizes[below.order] <= SAYER:
            yield below


def _is_long(clues: Clues, block: Block) -> bool:
    return clues.prose[block.order] and clues.sizes[block.order] >= LONG


def is_sentence(clues: Clues, block: Block) -> bool:
    """Whether a short line reads like a sentence: three words, not all of them names, and a full stop."""
    text = block.text
    if text[-1].isalnum() or text[-1] in ")]":  # initials of who wrote: "… permitting. /dvl"
        text = _INITIALS.sub("", text)
    if text[-1] in "。！":
        return clues.sizes[block.order] >= SENTENCE
    if text[-1] not in TOLD or len(text) < SENTENCE or text.endswith(".."):
        return False
    words = text.split()
    return len(words) > 2 and any(not word[0].isupper() and len(word) > 2 for word in words[1:])


def is_text(clues: Clues, block: Block, least: int) -> bool:
    """Whether a block has `least` characters and is no bundle of links."""
    return clues.sizes[block.order] >= least and clues.density[block.order] < LINKED
