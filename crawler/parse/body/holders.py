"""What holds most of a page's text → freed of the names that would make it furniture.

A text inside ``<div class="sidebar">``, in parts called ``ticker-item``, or divided into boxes of one name is a text; and so
is what a site files under its forum or its comments, where the headline stands there.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from crawler.parse.body.walls import free_walls
from crawler.parse.page import labels
from crawler.parse.page.blocks import Element, Outline
from crawler.parse.page.labels import signs
from crawler.parse.page.phrases import CONSENT, DEVICE, holds

_FURNITURE = (
    labels.NAV | labels.RELATED | labels.SHARE | labels.SIGNUP | labels.COMMENT | labels.ADVERT | labels.FOOT | labels.SIDE
    | labels.TAGS | labels.CONSENT | labels.HIDDEN | labels.TOOL | labels.AUTHOR | labels.DATE | labels.CAPTION
)  # fmt: skip
_OF_ROWS = labels.TOOL | labels.RELATED | labels.DATE | labels.TAGS  # "ticker", "latest", "updates", "topics"
_ASKS = re.compile("cookie|consent|gdpr|dsgvo|privacy|onetrust|didomi|usercentrics|datenschutz", re.I)
TOLD = 200  # characters of prose from a headline on: an article's, and no standfirst above one that is filed under privacy
FIRST, SPOKEN = 12, 400  # blocks, and characters of each, in which a dialog says what it asks
INNERMOST = 4  # of the elements that hold most of the text, whose parts are looked at
BOXES = 12  # of one name that a text may be divided into: more are rows


def free_holders(page: Outline, mass: list[int], headline: int) -> list[Element]:
    """Take those names from `page`, and give back what was called a paywall (walls.py); `mass` is how much prose stands before each block, `headline` its block or -1.

    Comments may well outweigh an article, and so may the list of all who set cookies; neither holds its headline. Whatever holds more than half of the text holds
    the block in its middle.
    """
    half = 0.5 * (mass[-1] or 1)
    middle = bisect_right(mass, half) - 1
    e = page.blocks[middle].element if middle < len(page.blocks) else None
    holders: list[tuple[Element, int]] = []
    while e is not None:
        if e.bits & _FURNITURE and (inside := mass[e.last] - mass[e.first]) > half:
            elsewhere = inside < 0.95 * (mass[-1] or 1) and not e.first <= headline < e.last
            stays = labels.COMMENT if elsewhere else 0
            stays |= labels.CONSENT if _asks(page, e, mass, headline) else 0
            kept = ~_FURNITURE | e.bits & stays
            holders.append((e, e.bits & ~kept))
            e.bits &= kept
        e = e.parent
    if any(bits & labels.COMMENT and _is_headed(holder, headline) for holder, bits in holders):
        for holder, _ in holders:  # the article is a comment, or tells of a forum: so are its parts
            holder.bits &= ~labels.COMMENT
    for holder, bits in holders[:INNERMOST]:
        if bits & _OF_ROWS and holder.tag != "body":
            _free_parts(page, holder, bits & _OF_ROWS)
    walls = free_walls(page, mass, headline)
    if _free_boxes(page, mass, headline) or walls or holders:
        for e in page.elements:
            e.every = e.bits | e.parent.every if e.parent else e.bits
    return walls


def _asks(page: Outline, e: Element, mass: list[int], headline: int) -> bool:
    """Whether an element is called after cookies, speaks of what is stored, and an article stands before it, or its headline behind."""
    if headline < 0 or e.first <= headline < e.last or not _ASKS.search(e.label):
        return False
    if e.first > headline and mass[e.first] - mass[headline] < TOLD:
        return False
    told = " ".join(b.text[:SPOKEN] for b in page.blocks[e.first : min(e.last, e.first + FIRST)])
    return holds(CONSENT, told) or holds(DEVICE, told)


def _is_headed(e: Element, headline: int) -> bool:
    """Whether an element below the body holds the headline."""
    return e.tag != "body" and e.first <= headline < e.last


def _free_parts(page: Outline, holder: Element, bits: int) -> None:
    """Of its parts those that bear its name: ``ticker-item`` in ``ticker``."""
    names = tuple(name for name in holder.label.split() if signs(name) & bits)
    for e in page.elements[holder.order + 1 :] if names else ():
        if e.first >= holder.last:
            break
        if e.bits & bits and any(part.startswith(names) for part in e.label.split()):
            e.bits &= ~bits


def _free_boxes(page: Outline, mass: list[int], headline: int) -> bool:
    """A few boxes side by side that bear one name and hold most of the text together, and whether there are such."""
    half = 0.5 * (mass[-1] or 1)
    if headline < 0:
        return False
    aside = [b.order for b in page.blocks if b.element.every & labels.SIDE]
    if sum([mass[order + 1] - mass[order] for order in aside]) <= half:
        return False
    alike: dict[tuple[Element | None, str], list[Element]] = {}
    for e in page.elements:
        if e.bits & labels.SIDE and e.label and headline < e.first:
            alike.setdefault((e.parent, e.label), []).append(e)
    freed = [
        boxes
        for boxes in alike.values()
        if len(boxes) <= BOXES and sum(mass[e.last] - mass[e.first] for e in boxes) > half
    ]
    for boxes in freed:
        for e in boxes:
            e.bits &= ~labels.SIDE
    return bool(freed)
