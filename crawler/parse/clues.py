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

from crawler.parse import labels
from crawler.parse.blocks import HEADINGS, Block, Element, Outline
from crawler.parse.weights import ALONE, TOGETHER

_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
WIDE_WORTH = 2  # further characters of a narrow script that one of Han, kana or Hangul stands for
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer set no stops
_END = re.compile(rf"[.!?…。！？।۔؟:;”\"»’'）)」』{_UNSPACED}]")  # asked of the last character
_STOP = re.compile(rf"[.!?…。！？।۔؟，、,;；:{_UNSPACED}]")
_MORE = ("…", "...", "[…]", "»", "→", "›", ">")
_BULLETS = frozenset("•·▪►▶»›>*–—|/+→-")
_ASKS = {":": 0, "：": 0, "?": 2, "？": 2}
_CLOCK = re.compile(
    r"\d(?:(?<=1)9\d\d|(?<=2)[05]\d\d|:\d\d|[./]\d)"
)  # begins with one class: ten times as fast
_DATED = 160  # characters: longer blocks are not searched for a date or a time of day
_QUOTES = frozenset("\"“„«'‘「『")
_SHORT = 250  # characters: longer blocks are not searched for a copyright line or an address
_SHORTEST, _LINKED = 40, 0.4  # a shorter block, or one of more links, is no prose
_SENTENCE = 120  # characters from which a block may be told a paragraph by its length alone

TAGS = {t: i for i, t in enumerate(
    ["p", "li", "td", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figcaption", "dd", "dt", "section", "article", "body", "pre", "header", "aside", "center", "th", "address", "figure", "ul", "main", "footer", "nav", "form"], 1
)}  # fmt: skip
_FURNITURE = (
    labels.NAV | labels.RELATED | labels.SHARE | labels.SIGNUP | labels.COMMENT | labels.ADVERT | labels.FOOT | labels.SIDE
    | labels.TAGS | labels.CONSENT | labels.HIDDEN | labels.TOOL | labels.AUTHOR | labels.DATE | labels.CAPTION
)  # fmt: skip
_NEVER = labels.CONSENT | labels.COMMENT
_NEVER_SHORT = labels.SHARE  # of the element or the one that holds it: a bar of buttons and its heading
_BITS = tuple((i, 1 << i) for i in range(len(labels.NAMES)))
_T, _B = len(TAGS) + 1, len(labels.NAMES)

SIZES = (8, 16, 30, 50, 80, 120, 200, 400, 800)
ROUGH = (30, 80, 160)
DENSITIES = (0.001, 0.1, 0.25, 0.5, 0.9)
SHARES = (0.02, 0.1, 0.3, 0.6, 0.9)
LINKED = (0.05, 0.2, 0.4, 0.7)

SIGNS = {  # name → how many values; the order is that of the weights
    "bias": 1,
    # of the element
    "tag": _T, "parent": _T, "in": _B, "own": _B, "above": _B, "unlabelled": 2, "linked": 5, "linked-above": 5, "prose-share": 6,
    "prose-share-above": 6, "depth": 6, "siblings": 6,
    # of the block
    "size": 10, "density": 6, "stops": 5, "shape": 32, "tag-size": 4 * _T, "prose": 2, "in-prose": _B, "flags": 14, "title": 3,
    "head": 3, "place": 6, "links": 4,
}  # fmt: skip
AROUND = {
    "score": 14, "before2": 8, "before": 8, "after": 8, "after2": 8, "neighbours": 16, "between": 96, "inside": 12, "strong-before": 4,
    "strong-after": 4, "strong-both": 24, "back": 6, "forth": 6, "kin": 5, "tag-kin": 4 * _T, "family": 6, "kept-share": 6,
    "kept-part": 6, "kept-part-above": 6, "up": 6, "down": 6, "article": 4, "repeats": 10, "repeats-above": 10, "same": 25,
    "same-score": 150, "heading": 6, "gap": 6, "widest-gap": 6, "kept-before": 6, "gap-head": 6,
}  # fmt: skip


def _offsets(signs: dict[str, int]) -> dict[str, int]:
    return dict(zip(signs, accumulate(signs.values(), initial=0), strict=False))


AT = _offsets(SIGNS | AROUND)
LENGTH = sum(SIGNS.values()) + sum(AROUND.values())


def _is_prose(block: Block, amount: int) -> bool:
    """Whether a block of some size and few links reads like sentences."""
    if block.element.tag in HEADINGS:
        return False
    if _STOP.search(block.text) is None:
        return amount >= 160
    return amount >= _SENTENCE or _END.match(block.text[-1]) is not None


def size(text: str) -> int:
    """The length of a text in characters of a narrow script."""
    return len(text) if text.isascii() else len(text) + WIDE_WORTH * len(_WIDE.findall(text))


@lru_cache(maxsize=8192)  # few combinations of bits ever occur
def _spread(bits: int, start: int) -> tuple[int, ...]:
    """The places of the bits that are set."""
    return tuple(start + k for k, bit in _BITS if bits & bit)


class Clues:
    """The clues of one page's blocks; built once, then asked per block and, with scores, per pass."""

    def __init__(self, page: Outline, title: str | None, summaries: frozenset[str]) -> None:
        self.page, self.title, self.summaries = page, title, summaries
        blocks = page.blocks
        texts = [b.text for b in blocks]
        lengths = [*map(len, texts)]
        self.sizes = sizes = [n if t.isascii() else size(t) for t, n in zip(texts, lengths, strict=True)]
        linked = [b.linked for b in blocks]
        self.density = [k and min(1.0, k / n) for k, n in zip(linked, lengths, strict=True)]
        self.prose = [
            d < _LINKED and n >= _SHORTEST and _is_prose(b, n)
            for b, n, d in zip(blocks, sizes, self.density, strict=True)
        ]
        self.linked = [0, *accumulate(linked)]
        self.length = [0, *accumulate(lengths)]
        self.mass = [0, *accumulate(n if p else 0 for n, p in zip(sizes, self.prose, strict=True))]
        self.whole = self.mass[-1] or 1
        self.times = Counter(texts)
        self._holders()
        self.signs = [b.element.every for b in blocks]
        self.headline = self._headline()
        self._of_elements: dict[object, tuple[list[int], float, float]] = {}

    def _holders(self) -> None:
        """What holds most of the text is no furniture, whatever it is called; comments may well outweigh an article.

        Whatever holds more than half of the text holds the block in its middle.
        """
        half, middle = 0.5 * self.whole, bisect_right(self.mass, 0.5 * self.whole) - 1
        e = self.page.blocks[middle].element if middle < len(self.page.blocks) else None
        changed = False
        while e is not None:
            if e.bits & _FURNITURE and (inside := self.mass[e.last] - self.mass[e.first]) > half:
                e.bits &= ~_FURNITURE | (e.bits & labels.COMMENT if inside < 0.95 * self.whole else 0)
                changed = True
            e = e.parent
        if changed:
            for e in self.page.elements:
                e.every = e.bits | e.parent.every if e.parent else e.bits

    def _headline(self) -> int:
        """The block of the headline; -1 where none shows it."""
        title = self.title or None
        for b in self.page.blocks:
            if b.element.tag == "h1" or b.text == title:
                return b.order
        return -1

    def idle(self, i: int) -> bool:
        """Whether a block is so plainly a link, a word alone, a comment or consent text that no other clue is needed."""
        amount = self.sizes[i]
        if amount < 10 or self.signs[i] & _NEVER:
            return True
        if amount >= _SENTENCE:
            return False
        e, density = self.page.blocks[i].element, self.density[i]
        return (
            density > 0.9
            or (density > 0.6 and amount < 60)
            or bool((e.bits | e.parent.bits if e.parent else e.bits) & _NEVER_SHORT)
        )

    def own(self, i: int) -> list[int]:
        """The places of a block's own clues."""
        b = self.page.blocks[i]
        return self.of_element(b.element)[0] + self.of_block(i, b)

    def of_element(self, e: Element) -> tuple[list[int], float, float]:
        """The places of an element's clues, and what they weigh alone and together; siblings of a kind share them."""
        key = (e.parent.order if e.parent else -1, e.tag, e.bits, not e.label)
        found = self._of_elements.get(key)
        if found is None:
            places = self._element(e)
            found = (places, sum(map(ALONE.__getitem__, places)), sum(map(TOGETHER.__getitem__, places)))
            self._of_elements[key] = found
        return found

    def _element(self, e: Element) -> list[int]:
        at, p = AT, e.parent or e
        g = p.parent or p
        places = [
            0,
            at["tag"] + TAGS.get(e.tag, 0),
            at["parent"] + TAGS.get(p.tag, 0),
            at["unlabelled"] + (not e.label),
            at["linked"] + bisect_right(LINKED, self._density(p)),
            at["linked-above"] + bisect_right(LINKED, self._density(g)),
            at["prose-share"] + bisect_right(SHARES, (self.mass[p.last] - self.mass[p.first]) / self.whole),
            at["prose-share-above"]
            + bisect_right(SHARES, (self.mass[g.last] - self.mass[g.first]) / self.whole),
            at["depth"] + bisect_right((4, 6, 9, 13, 18), e.depth),
            at["siblings"] + bisect_right((2, 4, 8, 16, 40), p.last - p.first),
        ]
        places += _spread(e.every, at["in"])
        places += _spread(e.bits, at["own"])
        places += _spread(p.bits, at["above"])
        return places

    def _density(self, e: Element) -> float:
        return (self.linked[e.last] - self.linked[e.first]) / (
            (self.length[e.last] - self.length[e.first]) or 1
        )

    def of_block(self, i: int, b: Block) -> list[int]:
        """The places of the clues of a block itself."""
        at, text, tag = AT, b.text, TAGS.get(b.element.tag, 0)
        rough = bisect_right(ROUGH, self.sizes[i])
        density = bisect_right(DENSITIES, self.density[i])
        ends = _END.match(text[-1]) is not None
        places = [
            at["size"] + bisect_right(SIZES, self.sizes[i]),
            at["density"] + density,
            at["stops"] + bisect_right((1, 2, 4, 8), len(_STOP.findall(text, 0, 400))),
            at["shape"] + rough * 8 + ends * 4 + min(density, 3),
            at["tag-size"] + tag * 4 + rough,
            at["prose"] + self.prose[i],
            at["head"] + (0 if self.headline < 0 else 1 if i < self.headline else 2),
            at["place"] + bisect_right((0.001, 0.1, 0.5, 0.9, 0.999), self.mass[i] / self.whole),
            at["links"] + bisect_right((2, 3, 6), b.links),
            at["title"] + self._title(text),
        ]
        if self.prose[i]:
            places += _spread(self.signs[i], at["in-prose"])
        self._flags(places, b, text, rough)
        return places

    def _title(self, text: str) -> int:
        title = self.title
        if not title or len(text) < 9:
            return 0
        return (
            2
            if text == title
            else int(len(text) > 15 and (text in title or (title in text and len(text) < 1.5 * len(title))))
        )

    def _flags(self, places: list[int], b: Block, text: str, rough: int) -> None:
        """Add the places of what a block's text is like."""
        flag, length, last = AT["flags"], len(text), text[-1]
        if last in _ASKS:
            places.append(flag + _ASKS[last])
        if text.endswith(_MORE):
            places.append(flag + 1)
        if text[0] in _QUOTES:
            places.append(flag + 3)
        if self.times[text] > 1:
            places.append(flag + 4)
        if length < _DATED and _CLOCK.search(text):
            places.append(flag + 5)
            if rough != 1:
                places.append(flag + (6 if rough == 0 else 7))
        if length < _SHORT:
            lower = text.lower()
            if "©" in lower or "copyright" in lower or "(c)" in lower or "all rights reserved" in lower:
                places.append(flag + 8)
            if "@" in lower or "http:" in lower or "https:" in lower or "www." in lower:
                places.append(flag + 9)
        if text[0] in _BULLETS:
            places.append(flag + 10)
        if text.isupper():
            places.append(flag + 11)
        if b.strong > 0.9 * length:
            places.append(flag + 12)
        if text in self.summaries:
            places.append(flag + 13)
