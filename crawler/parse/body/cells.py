"""Chosen blocks → the cells of small tables that stand within the text: judged one by one, a cell says little."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.parse.body.clues import Clues
from crawler.parse.page import labels
from crawler.parse.page.blocks import Block, Element
from crawler.parse.page.labels import ELSEWHERE

CELLS = frozenset(("td", "th"))
LEAST_CELLS, CELL = 2, 80  # cells, and characters of one: a table with longer cells is layout
MONTH = 60  # cells of a calendar's month at most
_GOODS = re.compile(r"pric|product|shop", re.I)
DAYS = frozenset(map(str, range(1, 29)))  # of which each has all


def cells(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """The cells of small tables that stand within the text."""
    first, last = chosen[0].order, chosen[-1].order
    seen: set[Element] = set()  # each is looked at once: one of layout may have any number of cells
    for block in clues.page.blocks[first:last]:
        if block.element.tag in CELLS or block.holder.tag in CELLS:
            table = _table(block.element)
            if table is None or table in seen:
                continue
            seen.add(table)
            if first < table.first and table.last <= last and _is_data(clues, table):
                yield from clues.page.blocks[table.first : table.last]


def _table(element: Element) -> Element | None:
    at: Element | None = element
    while at is not None and at.tag != "table":
        at = at.parent
    return at


def _is_elsewhere(clues: Clues, table: Element) -> bool:
    """Whether a table is called furniture, or stands in it; one of prices with a row of headings sells nothing without a link.

    What is called an advertisement needs none to be one.
    """
    if not table.every & ELSEWHERE:
        return False
    others = table.bits & ~labels.ADVERT if _GOODS.search(table.label) else table.bits
    if table.parent is None or (others | table.parent.every) & ELSEWHERE:
        return True
    rows = clues.page.blocks[table.first : table.last]
    return rows[0].element.tag != "th" or any(b.links or b.element.bits & ELSEWHERE for b in rows)


def _is_data(clues: Clues, table: Element) -> bool:
    inside = range(table.first, table.last)
    return (
        len(inside) >= LEAST_CELLS
        and not _is_elsewhere(clues, table)
        and max(clues.sizes[i] for i in inside) < CELL
        and not (len(inside) <= MONTH and {clues.page.blocks[i].text for i in inside} >= DAYS)
        and sum(clues.density[i] > 0 for i in inside) < 0.3 * len(inside)
    )
