"""Where a block stands as seen from the article, and whether a date shown there is the reader's own day.

    headline ─ under ─ text      above · far above      opening · inside      after

A place is None where no date is believed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from crawler.parse.dates.values import Context, Neighbourhood, has_hour
from crawler.parse.page import labels
from crawler.parse.page.blocks import Element, Outline

CLOSE = 3  # blocks before the headline that belong to it
AFTER = 3  # blocks behind the text that may speak of it
NEAR = 14  # blocks before the headline in which its date may stand
LONG = 200  # characters: a longer block is prose
UNDER = 60  # blocks looked at below the headline, and before the text, where these are far apart
OPENING = 6  # blocks of the text among which a line of its own may still hold the date

_OF_ARTICLE = labels.ARTICLE | labels.BODY | labels.LEAD | labels.TITLE | labels.AUTHOR


def order(around: Neighbourhood, count: int) -> Iterator[int]:
    """The blocks around the article: from the headline to the text, before the headline, the last of the text and after."""
    first, last = around.headline, min(around.start + OPENING, count)
    yield from range(first, min(first + UNDER, last))
    yield from range(max(first + UNDER, last - UNDER), last)
    yield from range(around.headline - 1, max(-1, around.headline - NEAR), -1)
    yield from range(max(around.end - 2, around.start + OPENING), min(around.end + 4, count))


def place_of(around: Neighbourhood, block: int) -> str | None:
    """What stands at a block as seen from the article; None where no date is believed."""
    bits = bits_of(around, block)
    close = around.headline - CLOSE <= block <= around.start + 1
    if bits & (labels.COMMENT if close else labels.ELSEWHERE):
        return None
    if block < around.headline:
        if _in_column(around, block):
            return None
        return "above" if close else "far above" if block >= around.headline - NEAR else None
    if close:
        return "under"
    if block < around.end:
        return "opening" if block < around.start + OPENING else "inside"
    return "after" if block <= around.end + AFTER else None


def _in_column(around: Neighbourhood, block: int) -> bool:
    """Whether a line before the headline stands in a column with others; one that is called a teaser by itself is the article's."""
    foreign = bits_of(around, block) & ~bits_of(around, around.headline) & labels.ELSEWHERE
    return bool(foreign & ((bits_of(around, block - 1) if block else 0) | bits_of(around, block + 1)))


def bits_of(around: Neighbourhood, block: int) -> int:
    return around.signs[block] if block < len(around.signs) else 0


def with_own_foot(page: Outline, around: Neighbourhood) -> Neighbourhood:
    """`around` with the foot of the article told from the foot of the page."""
    after = range(around.end, min(around.end + AFTER + 1, len(page.blocks), len(around.signs)))
    own = [i for i in after if around.signs[i] & labels.FOOT and _is_own_foot(page.blocks[i].element)]
    signs = list(around.signs) if own else around.signs
    for index in own:
        signs[index] &= ~labels.FOOT
    return replace(around, signs=signs) if own else around


def _is_own_foot(element: Element) -> bool:
    """Whether an element stands in what calls itself the foot of a post, or in the <footer> of an <article>."""
    foot: Element | None = element
    while foot is not None and not foot.bits & labels.FOOT:
        foot = foot.parent
    above = foot
    while above is not None and above.tag != "article":
        above = above.parent
    return foot is not None and (above is not None or bool(foot.bits & labels.ARTICLE))


def is_clock(bits: int, at: datetime, context: Context) -> bool:
    """Whether a date above the headline is the reader's today, as mastheads show it."""
    return in_masthead(bits) and is_of_today(at, context)


def is_of_today(at: datetime, context: Context) -> bool:
    """Whether a date may be the reader's today."""
    return context.now is not None and abs((at.date() - context.now.date()).days) <= 1


def in_masthead(bits: int) -> bool:
    return bool(bits & labels.HEAD) and not bits & _OF_ARTICLE


def is_today(bits: int, at: datetime, context: Context) -> bool:
    """Whether a date outside of the article is the reader's today, as the tops of pages show it without calling it so."""
    return (
        context.now is not None
        and not bits & _OF_ARTICLE
        and at.date() == context.now.date()
        and not has_hour(at)
    )
