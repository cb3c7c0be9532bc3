"""A page → whether it is an archive: boxes alike, each with a heading and a day, the newest first.

    Open consultations  ·  [heading · 13.11. · text · files]  [heading · 6.11. · text · files]  [heading · 30.10. …  at /consultations
    All issues  ·  [No. 211 · 19.11. · linked heading · a long opening]  [No. 210 · 12.11. · …]  …

Offices and letters show so much of each thing that no row looks like a teaser; each leads to its thing, or to its files. What a
text tells of several days goes on from the first to the last, or leads nowhere; a live blog counts hours.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from crawler.parse.dates.calendars import find_dates, may_hold
from crawler.parse.page.blocks import Block, Element, Outline
from crawler.parse.page.clean import width

ROWS, LINES, MANY = 4, 24, 24  # rows from so many on, blocks of one, and headings that are looked at
FIRST = 3  # headings, of which one is a row's where there are any
OUTER = 4  # elements around a heading, of which one is its row
NEAR, WHEN = 2, 70  # blocks around a heading in which its day stands, and characters of that line
MOST = 0.6  # of the text that stands in rows


def is_archive(page: Outline, body: list[Block]) -> bool:
    """Whether a page is such a one; that it declares no article is known."""
    if len(page.headings) <= ROWS:  # as most
        return False
    groups: dict[tuple[Element | None, str, str], dict[Element, Block]] = {}
    # the first row may be all that is taken for text
    near = [h for h in page.headings if h.order > body[0].order - LINES][:MANY]
    if len(near) < ROWS or not any(_is_dated(page, heading) for heading in near[:FIRST]):  # as most
        return False
    for heading in near:
        for row in _around(heading):
            groups.setdefault((row.parent, row.tag, row.label.partition(" ")[0]), {}).setdefault(row, heading)
    for rows in groups.values():
        if len(rows) < ROWS or not all(any(b.links for b in page.blocks[r.first : r.last]) for r in rows):
            continue
        within = {i for row in rows for i in range(row.first, row.last)}
        whole = sum(width(b.text) for b in body)
        if sum(width(b.text) for b in body if b.order in within) < MOST * whole:
            continue
        days = [_day(page, row, heading) for row, heading in rows.items()]
        known = [day for day in days if day is not None]
        if len(known) == len(days) and all(before > after for before, after in pairwise(known)):
            return True
    return False


def _is_dated(page: Outline, heading: Block) -> bool:
    """Whether a short line beside a heading may tell a day."""
    beside = page.blocks[max(0, heading.order - NEAR) : heading.order + NEAR + 1]
    return any(len(b.text) <= WHEN and b is not heading and may_hold(b.text) for b in beside)


def _around(heading: Block) -> Iterator[Element]:
    """The elements that may be the row of a heading: they hold more, and not much."""
    at = heading.element.parent
    for _ in range(OUTER):
        if at is None or at.last - at.first > LINES:
            return
        if at.last - at.first > 1:
            yield at
        at = at.parent


def _day(page: Outline, row: Element, heading: Block) -> date | None:
    """The first day in the lines beside a heading; one that the heading tells is its own, as in a timeline."""
    for block in page.blocks[max(row.first, heading.order - NEAR) : min(row.last, heading.order + NEAR + 1)]:
        if block is heading or len(block.text) > WHEN or not may_hold(block.text):
            continue
        if found := find_dates(block.text):
            return found[0].at.date()
    return None
