"""Blocks → the body of the article: which blocks are its text.

    blocks ─measure→ values ─the element whose blocks are worth most→ container ─judge each block→ body

Every sign is language-independent: how long a block is, how much of it is links, how it ends, what its markup
calls it, where it stands, whether it is repeated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from crawler.parse import labels
from crawler.parse.blocks import HEADINGS, Block, Element, Outline

_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")  # a character says what a word's part does
_END = re.compile(r"[.!?…。！？।۔؟:;”\"»’'）)」』\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]$")
_STOP = re.compile(r"[.!?…。！？।۔؟，、,;；:\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")  # Thai, Lao, Burmese, Khmer set none
WIDE_WORTH = 2  # further characters that one of Han, kana or Hangul stands for

BAD = (
    labels.NAV | labels.RELATED | labels.SHARE | labels.SIGNUP | labels.COMMENT | labels.ADVERT | labels.FOOT | labels.SIDE
    | labels.TAGS | labels.CONSENT | labels.HIDDEN | labels.TOOL | labels.AUTHOR | labels.DATE | labels.CAPTION
)  # fmt: skip
TAG_SIGNS = {
    "nav": labels.NAV,
    "aside": labels.SIDE,
    "footer": labels.FOOT,
    "header": labels.HEAD,
    "figcaption": labels.CAPTION,
    "figure": labels.MEDIA,
    "article": labels.ARTICLE,
    "main": labels.ARTICLE,
    "address": labels.AUTHOR,
    "blockquote": labels.QUOTE,
    "form": labels.TOOL,
}


@dataclass(slots=True)
class Measured:
    """A block with what was measured of it."""

    block: Block
    size: int  # characters, those of wide scripts counted threefold
    density: float  # share of it inside links
    prose: bool  # long enough and unlinked enough to be told text
    signs: int  # own and inherited bits of labels
    value: float = 0.0


def body(page: Outline, measured: list[Measured], title: str | None = None) -> list[Block]:
    """The blocks that are the article's text, in order; empty where the page shows none."""
    container = choose(page, measured)
    if container is None:
        return []
    return [m.block for m in measured[container.first : container.last] if keep(m, title)]


def measure(page: Outline) -> list[Measured]:
    """Each block measured, with the bits its elements give it."""
    measured = [_measured(b) for b in page.blocks]
    sums = list(accumulate((m.size if m.prose else 0 for m in measured), initial=0))
    whole = sums[-1] or 1
    inherited: dict[Element, int] = {}
    for element in page.elements:
        own = labels.signs(element.label) if element.label else 0
        own |= TAG_SIGNS.get(element.tag, 0) | (labels.HIDDEN if element.hidden else 0)
        share = (sums[element.last] - sums[element.first]) / whole
        if share > 0.5:  # what holds most of the text is no furniture, whatever it is called
            own &= ~BAD if share < 0.95 or not own & labels.COMMENT else ~BAD
        inherited[element] = own | (inherited[element.parent] if element.parent else 0)
    for m in measured:
        m.signs = inherited[m.block.element]
    return measured


def size(text: str) -> int:
    """The length of a text in characters of a narrow script."""
    return len(text) if text.isascii() else len(text) + WIDE_WORTH * len(_WIDE.findall(text))


def _measured(block: Block) -> Measured:
    amount = size(block.text)
    density = min(1.0, block.linked / (len(block.text) or 1))
    stops = len(_STOP.findall(block.text))
    prose = density < 0.4 and (
        (amount >= 120 and (stops >= 1 or amount >= 160)) or (amount >= 40 and bool(_END.search(block.text)) and stops >= 1)
    )
    if block.element.tag in HEADINGS:
        prose = False
    return Measured(block, amount, density, prose, 0)


def choose(page: Outline, measured: list[Measured]) -> Element | None:
    """The element whose blocks together are worth most; the deepest of equals."""
    for m in measured:
        m.value = _value(m)
    sums = list(accumulate((m.value for m in measured), initial=0.0))
    best, most = None, 0.0
    for element in page.elements:
        worth = sums[element.last] - sums[element.first]
        if worth > most or (worth == most and best is not None and worth > 0):
            best, most = element, worth
    return best


def _value(m: Measured) -> float:
    if m.prose:
        worth = min(m.size, 1200) * (1 - m.density)
        return -0.2 * worth if m.signs & BAD else worth
    return -8 - 0.2 * min(m.size, 200) - 0.3 * min(m.block.linked, 200)


def keep(m: Measured, title: str | None) -> bool:
    """Whether a block inside the container is text."""
    if m.signs & BAD & ~labels.CAPTION and not (m.prose and not m.signs & (labels.RELATED | labels.COMMENT | labels.NAV)):
        return False
    if m.signs & labels.CAPTION or m.density > 0.5:
        return False
    if title and m.block.text == title:
        return False
    return m.prose or m.block.element.tag in HEADINGS or m.size > 60
