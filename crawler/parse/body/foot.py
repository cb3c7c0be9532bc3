"""Chosen blocks → the same with the text's last row, which bears a heading of its own: how it was counted, say; and signed.

<p>…</p> <p>Until next Sunday,</p> <p>Ann</p>  ·  <p>…</p> <p>水利部办公厅</p> <p>2026年11月20日</p>
"""

from __future__ import annotations

from crawler.parse.body.clues import Clues
from crawler.parse.page.blocks import HEADINGS, Block
from crawler.parse.page.labels import FURNITURE
from crawler.patterns import lazily

_DAY = lazily(
    r"(?:\d{4}|二[〇○零][一二三四五六七八九〇○零]{2})年\s?[\d一二三四五六七八九十]{1,3}月\s?[\d一二三四五六七八九十]{1,3}日"
)
_OFFICE = lazily(  # whose name is a line of its own: signs and blanks part several
    r"[\u4e00-\u9fff（）()、·\s]{1,40}(?:局|委|委员会|委員會|委員会|部|厅|廳|府|会|會|办|办公室|辦公室|中心|院|署|司|处|處|社|公司|组|組|庁|省|課|市|县|政府|大学|學校|学校|协会|協會)"
)
CLOSING, NAME = 40, 30  # characters of what closes a letter with a comma, and of the name below it
LINES = 3  # of such a row at most, its heading included
TOLD = 100  # characters of each of its paragraphs


def with_last_row(clues: Clues, chosen: list[Block]) -> list[Block]:
    """`chosen` with it; at least one is chosen."""
    chosen = [*chosen, *_further_row(clues, chosen[-1])]
    return [*chosen, *_signature(clues, chosen[-1])]


def is_of_office(above: str, day: str) -> bool:
    """Whether two lines are an office and the day on which it made something public, as in China and Japan."""
    return _DAY.fullmatch(day) is not None and _OFFICE.fullmatch(above) is not None


def _signature(clues: Clues, last: Block) -> list[Block]:
    """The lines right below a text, built like its last paragraph, that close it as a letter or tell which office it is of, and when."""
    below = clues.page.blocks[last.order + 1 : last.order + 3]
    own = last.element
    alike = [b for b in below if (b.element.tag, b.holder) == (own.tag, last.holder) and not b.links]
    if own.tag != "p" or not alike or len(alike) < len(below):
        return alike[:1] if own.tag == "p" and alike and is_of_office(last.text, alike[0].text) else []
    if is_of_office(last.text, below[0].text):
        return below[:1]
    closing = below[0].text.endswith((",", "，", "،")) and len(below[0].text) <= CLOSING
    letter = closing and below[-1] is not below[0] and len(below[-1].text) <= NAME
    return below if letter or is_of_office(below[0].text, below[-1].text) else []


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
