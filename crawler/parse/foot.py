"""Chosen blocks → the same with the text's last row, and the line at its foot that names whom to ask, with their headings.

    text  ·  [How we counted]  ·  sentences  ·  [Press contact]  ·  Ann Lee, head of press, press@harbour.example, 555 0142

Judged one by one such a line is an address, as those of a site's footer; that it names a person and stands in the home of the
text's paragraphs tells it. A line that asks readers to write to the newsroom names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.parse.blocks import HEADINGS, Block
from crawler.parse.clues import Clues
from crawler.parse.labels import FURNITURE
from crawler.parse.signature import is_called

LINES, BESIDE = 3, 6  # such lines at most, and blocks of the text of which one stands beside them
LONGEST = 240  # characters of one
TOLD = 100  # characters of a paragraph in a further row
HEADING = 60  # characters of the heading
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w")
_APART = re.compile(r"\s*[,،，;|·\n]\s*|\s[–—-]\s")
_LABEL = re.compile(r"^[^:：,]{2,40}[:：]\s*")


def with_contact(clues: Clues, chosen: list[Block]) -> list[Block]:
    """`chosen` with them; at least one is chosen."""
    chosen = [*chosen, *_further_row(clues, chosen[-1])]
    last = next((b for b in reversed(chosen) if b.element.tag not in HEADINGS), chosen[-1])
    below = clues.page.blocks[last.order + 1 : last.order + 2 + LINES]
    if not any("@" in b.text for b in below):  # as below most texts
        return chosen
    homes = {b.element.parent for b in chosen[-BESIDE:]}
    heading = below[:1] if _is_heading(below[0]) else []
    if any(b.element.parent not in homes for b in heading):
        return chosen
    lines = [b for b in _contacts(below[len(heading) :]) if b.element.parent in homes]
    return sorted({*chosen, *heading, *lines}, key=lambda b: b.order) if lines else chosen


def _is_heading(block: Block) -> bool:
    bold = block.element.tag in HEADINGS or block.strong >= len(block.text)
    return bold and len(block.text) <= HEADING and not block.links and "@" not in block.text


def _contacts(blocks: list[Block]) -> Iterator[Block]:
    """The first lines that each name a person and an address."""
    for block in blocks:
        if block.element.every & FURNITURE or not _is_contact(block.text):
            return
        yield block


def _is_contact(text: str) -> bool:
    if len(text) > LONGEST or _MAIL.search(text) is None:
        return False
    parts = _APART.split(_LABEL.sub("", text, count=1))
    return len(parts) > 1 and any(is_called(part) for part in parts[:2])


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
