"""A page whose standfirst the body does not hold → its body with it.

    headline  ·  standfirst  ·  byline, picture  ·  text

A standfirst is judged to be none of the text more often than not, and most publishers hand it out as the page's
description, so that it is kept as the article's summary. Where no description tells it, it would be lost.
"""

from __future__ import annotations

from crawler.parse import labels
from crawler.parse.blocks import HEADINGS, Block, Element
from crawler.parse.clean import letters
from crawler.parse.clues import Clues
from crawler.parse.headline import headline_before
from crawler.parse.rows import BESIDE

NEAR = 6  # blocks below the headline among which one stands
LEAST, LONGEST = 30, 600  # characters of one, a wide one counting three
LINKED = 0.2  # share of links from which a line leads elsewhere
_NEVER = BESIDE & ~labels.RELATED | labels.LIST


def with_standfirst(clues: Clues, body: list[Block], summary: str | None) -> list[Block]:
    """`body` with the standfirst above it, unless the text, the title or the page's `summary` tells the same."""
    start = body[0].order if body else 0
    headline = headline_before(clues.page, start, clues.title)
    if headline == start:
        return body
    above = clues.page.blocks[headline + 1 : min(start, headline + 1 + NEAR)]
    found = next((b for b in above if _is_standfirst(clues, b, b.order == headline + 1)), None)
    if found is None or _is_told(letters(found.text), body, clues.title, summary):
        return body
    return [found, *body]


def _is_told(told: str, body: list[Block], title: str | None, summary: str | None) -> bool:
    """Whether a standfirst is told elsewhere; a description is often but its beginning."""
    known, named = letters(summary or ""), letters(title or "")
    if told in known or (known and known[:LEAST] in told) or (named and named in told):
        return True
    return told in letters("".join(b.text for b in body))


def _is_standfirst(clues: Clues, block: Block, first: bool) -> bool:
    """Whether a block calls itself one, or is a heading right below the headline (`first`), and leads nowhere."""
    own, size = block.element, clues.sizes[block.order]
    if not LEAST <= size <= LONGEST or clues.density[block.order] > LINKED or clues.times[block.text] > 1:
        return False
    if own.every & _NEVER:
        return False
    holder = own.parent
    called = own.bits | (holder.bits if holder and holder.last - holder.first == 1 else 0)
    if called & labels.RELATED:
        return _is_teaser(own) and sum(map(_is_teaser, clues.page.elements)) == 1
    return bool(called & labels.LEAD) or (first and own.tag in HEADINGS)


def _is_teaser(element: Element) -> bool:
    """Whether an element bears the name that some give to standfirsts and others to what leads to other articles."""
    return "teaser" in element.label.lower()
