"""A block or mark near an article → whether its date is of something else: a picture, a copyright, another article."""

from __future__ import annotations

from crawler.parse.dates.calendars import find_dates
from crawler.parse.dates.places import LONG, bits_of
from crawler.parse.dates.values import Neighbourhood
from crawler.parse.dates.words import SPARE, is_caption, is_copyright, says_published
from crawler.parse.page import labels
from crawler.parse.page.blocks import Block, Mark

BARE = 6  # characters beside a date in a line that is but a date


def is_other(block: Block, index: int, around: Neighbourhood) -> bool:
    """Whether a block is a caption, a copyright line, a link to another article."""
    bits = bits_of(around, index)
    return (
        block.element.tag == "figcaption"
        or (bool(bits & labels.CAPTION) and (index >= around.start or is_caption(block.text)))
        or (len(block.text) > 40 and block.linked > 0.8 * len(block.text))
        or (index >= around.end and is_teaser(block))
        or is_copyright(block.text)
        or (len(block.text) > 2 * SPARE and is_caption(block.text))
    )


def is_others_mark(mark: Mark, block: Block, around: Neighbourhood) -> bool:
    """Whether a mark stands in a link to another article, or beside one; a permalink bears but the date."""
    permalink = 0 < block.linked <= len(mark.text) and len(block.text) - len(mark.text) <= BARE
    return not permalink and is_other(block, mark.block, around)


def is_teaser(block: Block) -> bool:
    """Whether much of a block is a link that bears more than its date."""
    return block.linked > 0.4 * len(block.text) and not _is_permalink(block.text)


def _is_permalink(text: str) -> bool:
    """Whether a linked line is but a date, or says that it is of a publication; links to others bear their titles."""
    told = find_dates(text) if len(text) <= LONG else []
    beside = len(text) - (told[0].end - told[0].start) if len(told) == 1 else LONG
    return beside <= BARE or (beside <= SPARE and says_published(text))
