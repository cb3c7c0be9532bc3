"""A block → the clues that speak for or against its being text, as places in a table of weights.

    own:     what the block and its elements are       (Clues)
    around:  what the blocks around it seem to be      (around.py, once each block has a first score)

A clue is a named sign with a few values (``size`` has ten); ``SIGNS`` lays them out one after another, so that a block's
score is the sum of the weights at its places. None of them knows a word of any language but the names that markup
gives its parts (labels.py), and none knows a publisher.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter

from crawler.parse.body.holders import free_holders
from crawler.parse.body.weights import ALONE, TOGETHER
from crawler.parse.page import labels
from crawler.parse.page.blocks import HEADINGS, Block, Element, Outline
from crawler.parse.page.stops import ENDS

_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]+")
_NARROW = bytes(b for b in range(256) if not (0xE3 <= b <= 0xED or b == 0xEF))  # no wide one begins so
WIDE_WORTH = 2  # further characters of a narrow script that one of Han, kana or Hangul stands for
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer set no stops
_ENDS = frozenset((*ENDS, *":;”\"»’'）)」』")) | frozenset(
    chr(code) for a, b in ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF)) for code in range(a, b + 1)
)  # what a sentence ends in
_STOP = re.compile(rf"[{re.escape(''.join(ENDS))}，、,;；:{UNSPACED}]")
_ASKS = {":": 0, "：": 0, "?": 1, "？": 1}
_QUOTES = frozenset("\"“„«'‘「『")
_BULLETS, _ARROWS = frozenset("›»→▶►>|•·*@#[("), frozenset("›»→▶►>|")
# begins with one class: ten times as fast
_CLOCK = re.compile(r"\d(?:(?<=1)9\d\d|(?<=2)[05]\d\d|:\d\d|[./]\d)")
_DATE_LINE = 40  # characters: longer ones are not searched for a date
_SHORT = 250  # characters: longer blocks are not searched for a copyright line or an address
_SHORTEST, _LINKED = 40, 0.4  # a shorter block, or one of more links, is no prose
_SENTENCE = 120  # characters from which a block may be told a paragraph by its length alone

TAGS = {t: i for i, t in enumerate(
    ["p", "li", "td", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figcaption", "dd", "dt", "section", "article", "body", "pre", "header", "aside", "center", "th", "address", "figure", "ul", "main", "footer", "nav", "form"], 1
)}  # fmt: skip
_NEVER = labels.CONSENT | labels.COMMENT
_NEVER_SHORT = (
    labels.SHARE | labels.SIGNUP | labels.ADVERT
)  # of the element or the one that holds it: a bar of buttons, a box
_BITS = tuple((i, 1 << i) for i in range(len(labels.NAMES)))
_T, _B = len(TAGS) + 1, len(labels.NAMES)

SIZES = (8, 16, 30, 50, 80, 120, 200, 400, 800)
ROUGH = (30, 80, 160)
DENSITIES = (0.001, 0.1, 0.25, 0.5, 0.9)
SPANS = (2, 3, 6, 20)
PLACES = (0.001, 0.1, 0.5, 0.9, 0.999)
RANKS = {"h1": 0, "h2": 1, "h3": 2}  # of the heading that a block stands under; deeper ones are all alike
SHARES = (0.02, 0.1, 0.3, 0.6, 0.9)
LINKED = (0.05, 0.2, 0.4, 0.7)
SIBLINGS = (2, 4, 8, 16, 40)
Weighed = tuple[list[int], float, float]

SIGNS = {  # name → how many values; the order is that of the weights
    "bias": 1,
    # of the element
    "tag": _T, "parent": _T, "in": _B, "above": _B, "linked": 5, "prose-share": 6, "siblings": 6,
    # of the block
    "size": 10, "density": 6, "shape": 32, "prose": 2, "in-prose": _B, "flags": 13, "head": 3, "place": 6,
    "span": 5, "under": 10,
}  # fmt: skip
AROUND = {
    "score": 14, "after2": 8, "strong-both": 24, "kept-share": 6, "kept-part-above": 6, "up": 6, "down": 6, "article": 4,
    "repeats-above": 10, "same-score": 150, "kept-before": 6,
}  # fmt: skip


def _offsets(signs: dict[str, int]) -> dict[str, int]:
    return dict(zip(signs, accumulate(signs.values(), initial=0), strict=False))


AT = _offsets(SIGNS | AROUND)
LENGTH = sum(SIGNS.values()) + sum(AROUND.values())
_SIZE, _DENSITY, _SHAPE, _PROSE, _IN_PROSE, _FLAGS, _HEAD, _PLACE, _SPAN, _UNDER = (
    AT[sign]
    for sign in ("size", "density", "shape", "prose", "in-prose", "flags", "head", "place", "span", "under")
)


def _is_prose(block: Block, amount: int) -> bool:
    """Whether a block of some size and few links reads like sentences."""
    if block.element.tag in HEADINGS:
        return False
    text = block.text
    if "," not in text and "." not in text and _STOP.search(text) is None:  # as most prose has both
        return amount >= 160
    return amount >= _SENTENCE or text[-1] in _ENDS


def size(text: str) -> int:
    """The length of a text in characters of a narrow script; a wide one among fifty of these is not counted."""
    length = len(text)
    if text.isascii():
        return length
    written = text.encode("utf-8", "surrogatepass")
    if 25 * (len(written) - length) < length or not written.translate(None, _NARROW):
        return length  # a wide one takes two bytes more: a tenth of the time that finding them takes
    return length + WIDE_WORTH * sum(map(len, _WIDE.findall(text)))


@lru_cache(maxsize=8192)  # few combinations of bits ever occur
def _spread(bits: int, start: int) -> tuple[int, ...]:
    """The places of the bits that are set."""
    return tuple(start + k for k, bit in _BITS if bits & bit)


@lru_cache(maxsize=4096)  # pages of one site are built alike
def _weighed(
    tag: int, parent: int, linked: int, share: int, siblings: int, within: int, above: int
) -> Weighed:
    """The places of an element's clues, and what they weigh alone and together."""
    at = AT
    places = [
        0,
        at["tag"] + tag,
        at["parent"] + parent,
        at["linked"] + linked,
        at["prose-share"] + share,
        at["siblings"] + siblings,
        *_spread(within, at["in"]),
        *_spread(above, at["above"]),
    ]
    own = itemgetter(*places)
    return places, sum(own(ALONE)), sum(own(TOGETHER))


class Clues:
    """The clues of one page's blocks; built once, then asked per block and, with scores, per pass."""

    def __init__(self, page: Outline, title: str | None, summaries: frozenset[str]) -> None:
        self.page, self.title, self.summaries = page, title, summaries
        blocks = page.blocks
        texts = [b.text for b in blocks]
        lengths = [*map(len, texts)]
        self.sizes = sizes = [n if t.isascii() else size(t) for t, n in zip(texts, lengths, strict=True)]
        linked = [b.linked for b in blocks]
        self.density = [k and (k / n if k < n else 1.0) for k, n in zip(linked, lengths, strict=True)]
        self.prose = [
            d < _LINKED and n >= _SHORTEST and _is_prose(b, n)
            for b, n, d in zip(blocks, sizes, self.density, strict=True)
        ]
        self.linked = [0, *accumulate(linked)]
        self.length = [0, *accumulate(lengths)]
        self.mass = [0, *accumulate([n if p else 0 for n, p in zip(sizes, self.prose, strict=True)])]
        self.whole = self.mass[-1] or 1
        self.times = Counter(texts)
        self.headline = self._headline()
        self.walls = free_holders(page, self.mass, self.headline)
        self.signs = [b.element.every for b in blocks]
        self.told = self._told()
        self.under = self._under()
        self._of_elements: dict[object, Weighed] = {}

    def _headline(self) -> int:
        """The block of the headline; -1 where none shows it."""
        title = self.title or None
        for b in self.page.blocks:
            if b.element.tag == "h1" or b.text == title:
                return b.order
        return -1

    def _under(self) -> list[int]:
        """Which heading each block stands under: none (0), it is one (1), else its rank, and whether one element holds both.

        Lists of links, comments and notes come with headings of a lower rank than the parts of a text, and these stand
        beside their paragraphs.
        """
        found: list[int] = []
        add = found.append
        under: int = 0
        home: object = self  # which is no element's parent
        for b in self.page.blocks:
            e = b.element
            if (tag := e.tag) in HEADINGS:
                under, home = 2 + 2 * RANKS.get(tag, 3), e.parent
                add(1)
            else:
                add(under + (home is e.parent))
        return found

    def _told(self) -> list[int]:
        """The blocks that are not so plainly a link, a word alone, a comment or consent text that no other clue is needed."""
        blocks = self.page.blocks
        return [
            i
            for i, b, amount, every, density in zip(
                range(len(blocks)), blocks, self.sizes, self.signs, self.density, strict=True
            )
            if amount >= 10
            and not every & _NEVER
            and (
                amount >= _SENTENCE
                or (
                    density <= (0.9 if amount >= 60 else 0.6)
                    and not ((e := b.element).bits | (e.parent.bits if e.parent else 0)) & _NEVER_SHORT
                )
            )
        ]

    def own(self, i: int) -> list[int]:
        """The places of a block's own clues."""
        b = self.page.blocks[i]
        return self.of_element(b.element)[0] + self.of_block(i, b)

    def of_element(self, e: Element) -> Weighed:
        """The places of an element's clues, and what they weigh alone and together; siblings of a kind share them."""
        key = (e.parent, e.tag, e.every)
        found = self._of_elements.get(key)
        if found is None:
            p = e.parent or e
            share = (self.mass[p.last] - self.mass[p.first]) / self.whole
            found = self._of_elements[key] = _weighed(
                TAGS.get(e.tag, 0),
                TAGS.get(p.tag, 0),
                bisect_right(LINKED, self.linked_share(p)),
                bisect_right(SHARES, share),
                bisect_right(SIBLINGS, p.last - p.first),
                e.every,
                p.bits,
            )
        return found

    def linked_share(self, e: Element) -> float:
        """How much of what an element holds are links."""
        return (self.linked[e.last] - self.linked[e.first]) / (
            (self.length[e.last] - self.length[e.first]) or 1
        )

    def of_block(self, i: int, b: Block) -> list[int]:
        """The places of the clues of a block itself."""
        text, amount, e = b.text, self.sizes[i], b.element
        density = bisect_right(DENSITIES, self.density[i])
        ends = 4 if text[-1] in _ENDS else 0
        places = [
            _SIZE + bisect_right(SIZES, amount),
            _DENSITY + density,
            _SHAPE + bisect_right(ROUGH, amount) * 8 + ends + (density if density < 3 else 3),
            _PROSE + self.prose[i],
            _HEAD + (0 if self.headline < 0 else 1 if i < self.headline else 2),
            _PLACE + bisect_right(PLACES, self.mass[i] / self.whole),
            _SPAN + bisect_right(SPANS, e.last - e.first),
            _UNDER + self.under[i],
        ]
        if self.prose[i]:
            places += _spread(self.signs[i], _IN_PROSE)
        self._flags(places, b, text)
        return places

    def _flags(self, places: list[int], b: Block, text: str) -> None:
        """Add the places of what a block's text is like."""
        flag, length, last = _FLAGS, len(text), text[-1]
        if last in _ASKS:
            places.append(flag + _ASKS[last])
        if text[0] in _QUOTES:
            places.append(flag + 2)
        if self.times[text] > 1:
            places.append(flag + 3)
        if length < _SHORT:
            lower = text.lower()
            if (
                "©" in text
                or ("right" in lower and ("copyright" in lower or "all rights reserved" in lower))
                or ("(" in text and "(c)" in lower)
            ):
                places.append(flag + 4)
            if (
                "@" in text
                or ("http" in lower and ("http:" in lower or "https:" in lower))
                or "www." in lower
            ):
                places.append(flag + 5)
            if " | " in text:
                places.append(flag + 12)
        if b.strong > 0.9 * length:
            places.append(flag + 6)
        if text in self.summaries:
            places.append(flag + 7)
        if length < _DATE_LINE and _CLOCK.search(text):
            places.append(flag + 8)
        end = text[-4:]
        if "…" in end or "..." in end:  # the beginning of a text that stands elsewhere
            places.append(flag + 9)
        if text[0] in _BULLETS:
            places.append(flag + 10)
        elif last in _ARROWS:
            places.append(flag + 11)
