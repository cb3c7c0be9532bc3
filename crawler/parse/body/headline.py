"""The blocks before an article's text → the one that is its headline.

The title that a page declares and the headline that it shows differ in quotes, dashes and the line above: letters and
digits are compared, then words.
"""

from __future__ import annotations

import re

from crawler.parse.body.clues import size
from crawler.parse.page import labels
from crawler.parse.page.blocks import Block, Outline
from crawler.parse.page.clean import folded
from crawler.parse.page.stops import STOPS
from crawler.parse.title.shown import TITLED

LONGEST = 60  # characters of a title that are looked for
LEAST = 12  # letters of a heading that may be a part of the title
WORD = 4  # letters of a word of the title that a heading of the text's own part may hold
ABOVE = 8  # blocks above the text among which its headline stands
ALIKE = 0.6  # share of a heading's words that the title must hold, or the other way round
# blocks of a text among which its headline may stand, characters (a Chinese one counting three) of one at most, of a line above, and of paragraphs below
FIRST, LONG, SHORT, PARAGRAPHS, PARAGRAPH = 5, 240, 80, 2, 100
BELOW, PATH = 28, 3  # characters of a title below its kicker, and those between two links of a path to it
SECTION, FOOT = 2, 6  # words of the name of a section, and blocks of the foot of a page
UNENDING = 2_000  # characters: no headline is that long, but one that a page never closes
_PARTS = re.compile(r"\s+[|–—·-]\s+")
# vowels that are signs at a consonant are part of its word, which in Thai and Khmer is a clause
_WORD = re.compile(
    r"(?:\w|[\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u0eb1-\u0ecd\u102b-\u103e\u17b4-\u17d3])+"
)


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


def tells_again(block: Block, title: str) -> bool:
    """Whether a block ends in the title, or in what that has behind its kicker: the headline below another, a path that leads there."""
    _, _, below = title.partition(": ")
    whole = block.text.endswith(title)
    told = title if whole else below
    if len(told) < (WORD if whole else BELOW) or not block.text.endswith(told):
        return False
    return block.is_heading or 0 < len(block.text) - len(told) <= block.linked + PATH * block.links


def heading_above(page: Outline, start: int, title: str, site: str | None = None) -> Block | None:
    """The heading that begins the text or stands right above it, where a page's title, "Notices", is told nowhere near.

    Where the title is but the name of the `site`, a link above the text, a line called a headline is one, too.
    """
    at = headline_before(page, start, title)
    named = at != start and at < FIRST and _is_masthead(page.blocks[at], title, site)
    if at != start and not named:
        return None
    above = page.blocks[max(at + 1 if named else 0, start - ABOVE) : start + 1]
    heading = next(
        (
            b
            for b in reversed(above)
            if (
                _heads(b, start) and (b.is_heading or TITLED.search(b.element.label))
                if named
                else b.is_heading
            )
        ),
        None,
    )
    if heading is None and not named and page.titled:
        heading = next((b for b in reversed(above) if b.order in page.titled and _heads(b, start)), None)
    if (
        heading is None
        or heading.links
        or (not named and _titled_below(page, heading, start))
        or len(heading.text) > UNENDING
        or len(told := folded(heading.text)) < LEAST
    ):
        return None
    words = (folded(word) for word in _WORD.findall(_section(page, title)))
    return None if any(len(w) >= WORD and w in told for w in words) else heading


def _section(page: Outline, title: str) -> str:
    """The part of a <title> before the name of the site, which the page's foot tells as well: a headline may hold words of that."""
    first, *others = _PARTS.split(title)
    if len(others) != 1 or len(first.split()) > SECTION:
        return title
    return first if any(others[0] in b.text for b in page.blocks[-FOOT:]) else title


def heading_inside(page: Outline, body: list[Block], title: str) -> Block | None:
    """The line among the first of a text, below a few short ones, that is called a title or is a heading, where no place tells a page's title.

    So are pages to be printed and those of portals, each titled alike: "Print version", "Press releases".
    """
    if headline_before(page, body[0].order, title) != body[0].order:
        return None
    words = {w for w in _WORD.findall(title.casefold()) if len(w) >= WORD}
    called = next(
        (at for at, b in enumerate(body[:FIRST]) if _is_titled(page, b)), 0
    )  # behind a heading of what stands beside
    for at, block in enumerate(body[called:FIRST], called):
        told = folded(block.text)
        if block.is_heading or _is_called(page, block):
            whole = len(told) >= LEAST and size(block.text) <= LONG and not block.links
            paragraphs = sum(size(b.text) >= PARAGRAPH for b in body[at + 1 : at + 1 + FIRST])
            shared = sum(w in told for w in words)  # in Vietnamese a syllable is a word
            named = shared > (len(words) // 2 if _is_titled(page, block) else 0)
            return block if whole and paragraphs >= PARAGRAPHS and not named else None
        if size(block.text) > SHORT or block.text.endswith(STOPS):
            return None
    return None


def _is_titled(page: Outline, block: Block) -> bool:
    """Whether a line that is no heading is called a headline, and leads nowhere."""
    whole = len(folded(block.text)) >= LEAST and size(block.text) <= LONG and not block.links
    return whole and not block.is_heading and _is_called(page, block)


def _is_called(page: Outline, block: Block) -> bool:
    """Whether a block, or an element in its line, as programs for forms write it, is called a title."""
    return TITLED.search(block.element.label) is not None or block.order in page.titled


def _titled_below(page: Outline, heading: Block, start: int) -> bool:
    """Whether a line called a headline follows upon a heading that is none: that is of what stands beside the text."""
    below = page.blocks[heading.order + 1 : start + FIRST]
    return not TITLED.search(heading.element.label) and any(_is_titled(page, b) for b in below)


def _heads(block: Block, start: int) -> bool:
    """Whether what holds a line, boxes of that line alone aside, holds the text as well: no list of what is read most does."""
    at = block.element
    while at.parent is not None and at.parent.last - at.parent.first == 1:
        at = at.parent
    return at.parent is not None and at.parent.last > start and not block.element.every & labels.ELSEWHERE


def _is_masthead(block: Block, title: str, site: str | None) -> bool:
    """Whether a block is a link, alone, that bears no more than a page's title, and that the name of its site."""
    linked = block.text == title and block.links == 1 and block.linked >= len(title)
    return linked and site is not None and folded(title) == folded(site)


def _alike(block: Block, words: set[str]) -> bool:
    told = set(_WORD.findall(block.text.casefold()))
    return len(told & words) > max(1.0, ALIKE * min(len(told), len(words)))
