"""A page → whether it lists what others offer: rows that each name a price and end in the same link.

    <div><h3>Two rooms by the harbour</h3> <p>…</p> 1,650 € <a>Show number</a></div>  ·  <div>…

An article that tells what things cost names it in sentences, or has its prices in boxes between paragraphs.
"""

from __future__ import annotations

from collections import Counter

from crawler.parse.blocks import Block, Outline
from crawler.parse.kinds import width
from crawler.patterns import lazily

ROWS, NEAR = 3, 3  # rows from which on, and blocks from a price to the link of its row
PRICE, LINK = 24, 30  # characters of a line that is a price, and of the link
BESIDE = 300  # characters, a Chinese one counting two, above the first price at most: what is offered here
_MONEY = r"(?:[$€£¥₹₽₺₴₫₩฿₪₱₦₡₵]|[A-Z]{1,3}\$|S/\.?|Rp\.?|RM|Rs\.?|TL|USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|kr\.?|zł|Kč|Ft|lei|лв\.?|руб\.?|р\.|грн\.?|тг|ден|din\.?|KM|ریال|تومان|درهم|ريال|ש\"ח|บาท|đ|đồng|元|円|원|만원|万|億)"
_PRICE = lazily(rf"(?:{_MONEY}\s?\d[\d.,'\s]*|\d[\d.,'\s]*{_MONEY})(?:\s?/?\s?[^\W\d_]{{1,8}}\.?)?")


def is_of_offers(page: Outline, body: list[Block]) -> bool:
    """Whether a text is such rows, and little stands above the first of them."""
    links: Counter[str] = Counter()
    first = 0
    for block in page.blocks[max(0, body[0].order - NEAR) : body[-1].order + 2 * NEAR]:
        if len(block.text) <= PRICE and _PRICE.fullmatch(block.text):
            first = first or block.order
            links.update(
                {said for b in page.blocks[block.order + 1 : block.order + 1 + NEAR] if (said := _said(b))}
            )
    if max(links.values(), default=0) < ROWS:
        return False
    return sum(width(b.text) for b in body if b.order < first) <= BESIDE


def _said(block: Block) -> str:
    """What a block says that is one short link."""
    return (
        block.text if block.links == 1 and block.linked >= len(block.text) and len(block.text) <= LINK else ""
    )
