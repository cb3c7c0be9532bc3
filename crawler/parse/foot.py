"""Chosen blocks → the same with the text's last row, which bears a heading of its own: how it was counted, say."""

from __future__ import annotations

from crawler.parse.blocks import HEADINGS, Block
from crawler.parse.clues import Clues
from crawler.parse.labels import FURNITURE

LINES = 3  # of such a row at most, its heading included
TOLD = 100  # characters of each of its paragraphs


def with_last_row(clues: Clues, chosen: list[Block]) -> list[Block]:
    """`chosen` with it; at least one is chosen."""
    return [*chosen, *_further_row(clues, chosen[-1])]


def _further_row(clues: Clues, last: Block) -> list[Block]:
    """The heading and the sentences in the row right below the text's last, which bears its name and one more: how it was counted."""
    blocks, own = clues.page.blocks, last.holder
    heading = blocks[last.order + 1] if last.order + 1 < len(blocks) else last
    cell, home = heading.holder, own.parent
    if heading.element.tag not in HEADINGS or home is None or cell.parent is None or not own.label:
        return []
    names, further = set(own.label.split()), set(cell.label.split())
    alike = cell.parent.label == home.label and cell.parent.parent is home.parent and names < further
    inside = blocks[cell.first : cell.last]
    if not alike or cell.first != heading.order or len(inside) > LINES or cell.every & FURNITURE:
        return []
    whole = len(inside) > 1 and all(clues.prose[b.order] and clues.sizes[b.order] >= TOLD for b in inside[1:])
    return inside if whole and not any(b.links for b in inside) else []
