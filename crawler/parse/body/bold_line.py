"""A text whose first block holds the headline in bold, on a page whose <title> is but the site's name → both apart.

Ships  ·  **Four boats for the islands**  ·  What they cost, and who is to pay   (one cell, single breaks between)
"""

from __future__ import annotations

import re

from crawler.parse.authors.signature import is_called
from crawler.parse.body.clues import size
from crawler.parse.body.date_lines import BESIDE, is_date_line
from crawler.parse.body.headline import FIRST, LEAST, LONG, PARAGRAPH, PARAGRAPHS, WORD, headline_before
from crawler.parse.page.blocks import Block, Outline, new_block
from crawler.parse.page.clean import folded
from crawler.parse.page.stops import STOPS

LINES, SECTION = 3, 40  # lines of a block, one of which may be its headline, and characters of one above it
_WORD = re.compile(r"\w+")
_ENDS = (*STOPS, ":", "：")  # of a question, too, with which interviews begin


def bold_line(page: Outline, body: list[Block], title: str) -> tuple[str, list[Block]] | None:
    """The line in bold among the lines of a text's first block, and the text below it, where a page's <title> is but the site's name.

    So are the pages of table layouts made: section, headline in bold and standfirst are parted by single breaks.
    """
    first = body[0]
    if not LEAST <= first.strong < len(first.text) or "\n" not in first.text or first.links:
        return None
    lines = first.text.split("\n")
    bold = [i for i, line in enumerate(lines[:LINES]) if len(line) == first.strong]
    paragraphs = sum(size(b.text) >= PARAGRAPH for b in body[1 : 1 + FIRST])
    if len(bold) != 1 or len(lines) > 2 * LINES or paragraphs < PARAGRAPHS:
        return None
    line, above = lines[bold[0]], lines[: bold[0]]
    words = {w for w in _WORD.findall(title.casefold()) if len(w) >= WORD}
    whole = len(folded(line)) >= LEAST and size(line) <= LONG and not line.endswith(_ENDS)
    if not whole or any(size(text) > SECTION for text in above) or any(w in folded(line) for w in words):
        return None
    if is_called(line) or is_date_line(line, BESIDE):  # who wrote, and when
        return None
    if headline_before(page, first.order, title) != first.order:
        return None
    below = "\n".join(lines[bold[0] + 1 :])
    rest = [new_block(below, first.element, first.order)] if below else []
    return line, [*rest, *body[1:]]
