"""A heading that asks for a log-in or a subscription, in whatever language → no headline: "Log in to read on".

What tells it, where the <title> tells something else: it says hardly more than that, its own part of the page is called a wall
and holds less text than stands outside, or it stands behind the text. A short article may be called one all in all.
"""

from __future__ import annotations

from crawler.parse.page import labels, phrases
from crawler.parse.page.blocks import Block, Element, Outline
from crawler.parse.page.clean import plain

LONG = 100  # characters of a paragraph, in scripts that write words; fewer tell as much in others
TEXT = 3  # paragraphs that are a text
MOST = 500


def is_appeal(page: Outline, heading: str) -> bool:
    """Whether a heading of the page, which its <title> does not tell, asks for something."""
    own = next((b for b in page.headings if plain(b.text, MOST) == heading), None)
    if own is None:
        return False
    if phrases.makes_up(phrases.SUBSCRIBE, heading):
        return True
    wall = _outermost(own.element)
    if wall is not None:
        within = _paragraphs(page, wall.first, wall.last)
        if within < TEXT and _paragraphs(page, 0, len(page.blocks)) > 2 * within:
            return True
    above = _paragraphs(page, 0, own.order)
    return above >= TEXT and _paragraphs(page, own.order, len(page.blocks)) * 2 < above


def _outermost(element: Element | None) -> Element | None:
    """The greatest part around that is called a wall."""
    wall = None
    while element is not None and element.every & labels.SIGNUP:
        wall = element if element.bits & labels.SIGNUP else wall
        element = element.parent
    return wall


def _paragraphs(page: Outline, first: int, last: int) -> int:
    return sum(map(_is_paragraph, page.blocks[first:last]))


def _is_paragraph(block: Block) -> bool:
    long = len(block.text.encode()) >= LONG and not block.links
    return long and not (block.is_heading or block.element.every & (labels.FURNITURE & ~labels.SIGNUP))
