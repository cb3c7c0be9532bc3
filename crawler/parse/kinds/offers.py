"""A page → whether it lists what others offer: boxes that each tell of something, name its price and end in the same link.

    <div><h3>Two rooms by the harbour</h3> <p>…</p> 1,650 € <a>Show number</a></div>  ·  <div>…

An article that tells what things cost, or of several that can be bought, says so in sentences above or between them.
"""

from __future__ import annotations

from crawler.parse.page.blocks import Block, Element, Outline
from crawler.parse.page.clean import width
from crawler.patterns import lazily

ROWS, NEAR = 3, 3  # boxes from which on, and blocks from a price to the link of its box
PRICE, LINK = 24, 30  # characters of a line that is a price, and of the link
BESIDE = 40  # characters, a Chinese one counting two, in no box at most: how many are offered here
_MONEY = r"(?:[$€£¥₹₽₺₴₫₩฿₪₱₦₡₵]|[A-Z]{1,3}\$|S/\.?|Rp\.?|RM|Rs\.?|TL|USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|kr\.?|zł|Kč|Ft|lei|лв\.?|руб\.?|р\.|грн\.?|тг|ден|din\.?|KM|ریال|تومان|درهم|ريال|ש\"ח|บาท|đ|đồng|元|円|원|만원|万|億)"
_PRICE = lazily(rf"(?:{_MONEY}\s?\d[\d.,'\s]*|\d[\d.,'\s]*{_MONEY})(?:\s?/?\s?[^\W\d_]{{1,8}}\.?)?")


def is_of_offers(page: Outline, body: list[Block]) -> bool:
    """Whether a text is such boxes, and no sentence beside them."""
    boxes: dict[str, dict[int, Element]] = {}
    for block in page.blocks[max(0, body[0].order - NEAR) : body[-1].order + 2 * NEAR]:
        if len(block.text) > PRICE or not _PRICE.fullmatch(block.text):
            continue
        for link in page.blocks[block.order + 1 : block.order + 1 + NEAR]:
            box = _box(block, link) if _said(link) else None
            if box is not None:
                boxes.setdefault(_said(link), {})[box.first] = box
    found = max(boxes.values(), key=len, default={})
    if len(found) < ROWS:
        return False
    inside = {order for box in found.values() for order in range(box.first, box.last)}
    return sum(width(b.text) for b in body if b.order not in inside and not b.is_heading) <= BESIDE


def _box(price: Block, link: Block) -> Element | None:
    """The smallest element that holds a price, the link below it and what these are for."""
    at: Element | None = price.element
    while at is not None and not (link.order < at.last and at.last - at.first > 2):
        at = at.parent
    return at


def _said(block: Block) -> str:
    """What a block says that is one short link."""
    return (
        block.text if block.links == 1 and block.linked >= len(block.text) and len(block.text) <= LINK else ""
    )
