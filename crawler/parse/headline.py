"""The blocks before an article's text → the one that is its headline.

The title that a page declares and the headline that it shows differ in quotes, dashes and the line above: letters and
digits are compared, then words.
"""

from __future__ import annotations

import re

from crawler.parse.blocks import Block, Outline
from crawler.parse.clean import folded

LONGEST = 60  # characters of a title that are looked for
LEAST = 12  # letters of a heading that may be a part of the title
WORD = 4  # letters of a word of the title that a heading of the text's own part may hold
ABOVE = 8  # blocks above the text among which its headline stands
ALIKE = 0.6  # share of a heading's words that the title must hold, or the other way round
_WORD = re.compile(r"\w+")


def headline_before(page: Outline, start: int, title: str | None) -> int:
    """The number of the headline's block, or `start` where none before it tells the title."""
    if not title:
        return start
    before = [b for b in reversed(page.blocks[:start]) if len(b.text) < 2 * len(title) + 40]
    key, own = title[:LONGEST], folded(title)
    for block in before:
        if key in block.text:
            return block.order
    for block in before:
        told = folded(block.text)
        if own[:LONGEST] in told or (block.is_heading and len(told) >= LEAST and told in own):
            return block.order
    words = set(_WORD.findall(title.casefold()))
    return next((b.order for b in before if b.is_heading and _alike(b, words)), start)


def heading_above(page: Outline, start: int, title: str) -> Block | None:
    """The heading that begins the text or stands right above it, where a page's title, "Notices", is told nowhere near."""
    if headline_before(page, start, title) != start:
        return None
    above = reversed(page.blocks[max(0, start - ABOVE) : start + 1])
    heading = next((b for b in above if b.is_heading), None)
    if heading is None or heading.links or len(told := folded(heading.text)) < LEAST:
        return None
    return None if any(len(w) >= WORD and w in told for w in _WORD.findall(title.casefold())) else heading


def _alike(block: Block, words: set[str]) -> bool:
    told = set(_WORD.findall(block.text.casefold()))
    return len(told & words) > max(1.0, ALIKE * min(len(told), len(words)))
