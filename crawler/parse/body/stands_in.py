"""A block that was left out, and what holds the chosen blocks around it → whether it stands where those do, as a line of their text.

Beside both of them or one element deeper, above a list or a table, in a part between two that advertisements cut off.
"""

from __future__ import annotations

from crawler.parse.body.clues import Clues
from crawler.parse.page.blocks import Block, Element
from crawler.parse.page.labels import FURNITURE

LINKED = 0.4  # share of links from which something is no text


def is_item(block: Block) -> bool:
    """Whether a block is an item of a list, no link and no furniture."""
    return list_of(block) is not None and not block.links and not block.element.every & FURNITURE


def list_of(block: Block) -> Element | None:
    """The list of which a block is an item, or in an item."""
    item = block.element if block.element.tag == "li" else block.holder
    return item.parent if item.tag == "li" else None


def list_home(block: Block) -> Element | None:
    """What holds that list."""
    found = list_of(block)
    return found.parent if found is not None else None


def stands_in(clues: Clues, block: Block, around: tuple[Element | None, Element | None]) -> bool:
    """Whether a block stands beside both its neighbours, or one element deeper; an item of a list also beside a quotation."""
    parent = block.element.parent
    before, after = around
    if parent is None or before is None or after is None:
        return False
    while after.tag in ("tr", "tbody", "thead") and after.parent is not None:
        after = after.parent
    if after.parent is parent and before is parent:  # above a list or a table
        return True
    above = after.parent is parent or (after.parent is not None and after.parent.parent is parent.parent)
    if block.text[-1] in ":：" and ((after.tag in ("ul", "ol") and above) or _is_above_table(parent, after)):
        return True
    if parent not in around and clues.linked_share(parent) >= LINKED:
        return False
    home = list_home(block)
    if home is not None and any(
        at in (before, before.parent) and at in (after, after.parent) for at in (home, home.parent) if at
    ):
        return True
    return all(near is parent or near is parent.parent or _is_parted(near, parent) for near in around)


def _is_parted(near: Element | None, home: Element) -> bool:
    """Whether two elements are parts of one text, side by side and of one name, as advertisements part it."""
    return (
        near is not None
        and near.parent is home.parent
        and near.tag == home.tag
        and near.label == home.label != ""
        and min(near.last - near.first, home.last - home.first) > 1
    )


def _is_above_table(home: Element, row: Element) -> bool:
    """Whether a row is that of a table which an element holds."""
    at: Element | None = row if row.tag == "tr" else None
    while at is not None and at.tag in ("tr", "tbody", "thead", "table"):
        at = at.parent
        if at is home:
            return True
    return False
