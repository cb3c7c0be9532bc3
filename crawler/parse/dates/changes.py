"""The marks and lines near an article → when it was last changed, where its head declares only when it appeared."""

from __future__ import annotations

from collections.abc import Callable

from crawler.parse.dates.calendars import may_hold
from crawler.parse.dates.eras import fold
from crawler.parse.dates.marks import change_told
from crawler.parse.dates.near import NAMES, TRUST, of_mark
from crawler.parse.dates.others import is_other
from crawler.parse.dates.places import LONG, OPENING, is_of_today, order, place_of
from crawler.parse.dates.values import Context, Neighbourhood, Seen, has_hour, says_updated
from crawler.parse.page.blocks import Block, Outline
from crawler.parse.page.stops import TOLD

FIRST_WORDS = 2  # of a line, among which a note of a change says so


def marked_change(page: Outline, around: Neighbourhood, context: Callable[[], Context]) -> Seen | None:
    """The date of a mark near the article whose markup says that it is of a change."""
    for mark in page.marks:
        if ("updat" in mark.label or "modif" in mark.label) and mark.tag != "meta":
            place = place_of(around, mark.block)
            seen = of_mark(mark, place, page, around, context()) if place else None
            if seen and seen.updated:
                return seen
    return None


def shown_change(page: Outline, around: Neighbourhood, context: Callable[[], Context]) -> Seen | None:
    """The date of a change that a line near the article's headline tells."""
    for index in order(around, min(len(page.blocks), around.start + OPENING)):
        block, place = page.blocks[index], place_of(around, index)
        if place not in ("under", "above", "opening") or len(block.text) > LONG or not may_hold(block.text):
            continue
        text = fold(block.text)
        if not says_updated(text) or is_other(block, index, around) or _is_told_of(block, index, around):
            continue
        at = change_told(text, context())
        if at and not (
            index < around.headline and is_of_today(at, context())
        ):  # of the site, in its masthead
            return Seen(at, NAMES[place], TRUST[place], has_hour(at), updated=True)
    return None


def _is_told_of(block: Block, index: int, around: Neighbourhood) -> bool:
    """Whether a line is a sentence of the text about what was changed: "The law was amended on 3 July."."""
    return (
        index >= around.start
        and block.text.rstrip().endswith(TOLD)
        and not says_updated(" ".join(block.text.split(maxsplit=FIRST_WORDS)[:FIRST_WORDS]))
    )
