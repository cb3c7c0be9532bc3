"""Chosen blocks → the same without the next articles of a page that goes on without end, each in an element built as the first.

    [h1  ·  text]  [h1  ·  another text]  [h1  ·  a third]

Not every site calls these <article>; a part of a text has a lesser heading than the headline.
"""

from __future__ import annotations

import re

from crawler.parse.body.clues import Clues
from crawler.parse.page import labels
from crawler.parse.page.blocks import Block, Element
from crawler.patterns import lazily

LEAST = 80  # characters of the first article from which the next is not needed
TOKENS = 2  # words of its class that another headline shares with the first, where it is no <h1>
_BOXES = frozenset(("div", "section", "article", "li", "main"))
_NUMBER = re.compile(r"\d+")
# what such boxes are called; of parts of one text each may have an <h1>, too
_NAMED = lazily(
    r"article|artikel|articolo|artigo|articulo|story|post|news|noticia|slide|scroll|infinite|endless|entry",
    re.I,
)
# and what parts of one are, whatever stands before
_PART = lazily(r"(?:^|[-_ ])(?:part|chapter|kapitel|content|body|text|block|step|row)s?(?:$|[-_ ])", re.I)


def without_endless(clues: Clues, chosen: list[Block]) -> list[Block]:
    """`chosen` without them; all of it where the first article has hardly any text."""
    if clues.headline < 0 or not chosen or chosen[-1].order <= clues.headline:
        return chosen
    if chosen[0].element.parent is chosen[-1].element.parent:
        return chosen
    head = clues.page.blocks[clues.headline]
    own, other = _beside(head.element, chosen[-1].element)
    if own is None or other is None or not _is_alike(own, other):  # as of most
        return chosen
    dropped = [
        e
        for e in clues.page.elements[own.order + 1 : other.order + 1]
        if e.parent is own.parent and _is_alike(own, e) and _is_headed(clues, head, e)
    ]
    if other not in dropped:
        return chosen
    left = [b for b in chosen if not any(e.first <= b.order < e.last for e in dropped)]
    return left if sum(clues.sizes[b.order] for b in left) >= LEAST else chosen


def _beside(one: Element, other: Element) -> tuple[Element | None, Element | None]:
    """The elements that hold two, right below the innermost that holds both."""
    a: Element | None = one
    while a is not None and a.parent is not None and not a.parent.first <= other.first < a.parent.last:
        a = a.parent
    b: Element | None = other
    while b is not None and a is not None and b.parent is not a.parent:
        b = b.parent
    return a, b


def _is_alike(own: Element, other: Element) -> bool:
    """Whether two boxes are called the same, but for a number."""
    if own is other or own.tag != other.tag or own.tag not in _BOXES or other.first < own.last:
        return False
    if own.tag != "article" and (not _NAMED.search(own.label) or _PART.search(own.label)):
        return False
    return own.label == other.label or _NUMBER.sub("", own.label) == _NUMBER.sub("", other.label)


def _is_headed(clues: Clues, head: Block, box: Element) -> bool:
    """Whether a box holds a headline of its own that is built as the first."""
    named = {*head.element.label.split()}
    for block in clues.page.blocks[box.first : box.last]:
        e = block.element
        if "h1" in (e.tag, block.holder.tag) and block.text != head.text:
            return (
                bool(named) or "slide" not in box.label
            )  # of one story each picture may have one without a name
        if e.tag == "div" and e.bits & labels.TITLE and len(named & {*e.label.split()}) >= TOKENS:
            return True
    return False
