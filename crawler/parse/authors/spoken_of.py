"""A name in a line → whether the text speaks of who bears it: who answers, wins or sits on a panel may be a journalist as well.

    “Readers come back”  ·  Ada Stone, journalist  ·  Ms Stone, what do you read?

Texts call people by the last of their names and inflect it. The last paragraphs, and what stands below, tell of the author.
"""

from __future__ import annotations

import re

from crawler.parse.page.blocks import ASKS, Block, Outline

HEADLINE, BELOW = 8, 4  # blocks of the neighbourhood above the headline, and below the text
LAST = 2  # paragraphs at the end of a text, which may introduce the author
SENTENCE = 60  # characters of a paragraph; a question is shorter
LEAST, ENDING = 4, 2  # letters of the last name that are looked for, and of what inflection changes


def is_named_again(name: str, own: Block, page: Outline) -> bool:
    """Whether a page has the whole name elsewhere, too, as that of whom or what it is about."""
    return name in (page.title or "") or any(name in block.text for block in page.blocks if block is not own)


def is_spoken_of(name: str, own: Block, page: Outline, start: int, end: int) -> bool:
    """Whether headline or text have the last of the names; `start` and `end` bound the neighbourhood of the text."""
    last = name.split()[-1]
    stem = last[: max(LEAST, len(last) - ENDING)]
    blocks = page.blocks[max(0, start + HEADLINE) : max(0, end - BELOW - LAST)]
    told = [b.text for b in blocks if b is not own and _tells(b)]
    if not any(stem in text for text in told):  # as mostly
        return False
    whole = re.compile(rf"(?<!\w){re.escape(stem)}")
    return any(whole.search(text) for text in told)


def _tells(block: Block) -> bool:
    return block.is_heading or len(block.text) >= SENTENCE or block.text[-1] in ASKS
