"""A page that declares no article → whether its text stands below headings that lead to it: the lead of a section, a best hit.

    Telecom  ·  [linked heading · a long lead · who, when]  ·  [linked heading · a line]  ·  [linked heading · a line]

What rows of short lines tell by their number (`list_page.py`), one long lead hides. An article whose own headline is a link, as
blogs have it, says the words of that headline in its title.
"""

from __future__ import annotations

import re

from crawler.parse.page.blocks import Block, Element, Outline
from crawler.parse.page.clean import folded, width

LEADING = 4  # linked headings of a page, from which on it may be a list
MOST = 0.6  # of a text that stands below such headings
OUTER, LINES = 4, 8  # elements from a line to its row, and blocks of one
SAID = 0.5  # of a heading's words that a title says, from which on it is the page's own
UNSPACED = 6  # first letters of a heading in a script without blanks that a title says
_WORD = re.compile(r"\w{2,}")


def is_of_teasers(page: Outline, title: str | None, body: list[Block]) -> bool:
    """Whether most of a text stands in rows that each begin with a heading that leads elsewhere."""
    if sum(b.leads for b in page.headings) < LEADING:
        return False
    said = folded(f"{title or ''} {page.title or ''}")
    leading = {b.order for b in page.headings if b.leads and not _is_own(b.text, said)}
    if len(leading) < LEADING:
        return False
    inside = sum(width(b.text) for b in body if _stands_below(b, leading))
    return inside >= MOST * sum(width(b.text) for b in body)


def _is_own(heading: str, said: str) -> bool:
    """Whether a heading is the page's headline, perhaps in other words than its title."""
    own = folded(heading)
    words = _WORD.findall(own)
    if len(words) > 1:
        return sum(word in said for word in words) >= SAID * len(words)
    return own[:UNSPACED] in said


def _stands_below(block: Block, leading: set[int]) -> bool:
    """Whether the least element that holds a block and one of such headings is small, and the heading stands above."""
    at: Element | None = block.element
    for _ in range(OUTER):
        if at is None or at.last - at.first > LINES:
            return False
        held = leading.intersection(range(at.first, at.last))
        if held:
            return len(held) == 1 and held.pop() < block.order
        at = at.parent
    return False
