"""First scores of all blocks → the clues that each one's surroundings give.

What the neighbours seem to be, how much of the parent is text, how far the block stands from where most of the text
stands: see clues.py for how clues become places in a table of weights. They are few on purpose: on publishers not seen
in learning, eleven do better by .005 F1 than the thirty-one they were chosen from.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import accumulate

from crawler.parse.body.clues import AROUND, AT, Clues
from crawler.parse.page.blocks import Element

FINE = (-6, -4, -3, -2, -1, -0.5, 0, 0.5, 1, 2, 3, 4, 6)
NEAR = (-4, -2, -0.7, 0.7, 2, 4)
COARSE = (-2, 0, 2)
OWN = (-3, -1, 0, 1, 3)
STEPS = (1, 2, 3, 4, 6)
TIMES = (2, 3, 6, 12)
_SCORE, _AFTER, _STRONG, _SHARE, _PART, _UP, _DOWN, _ARTICLE, _REPEATS, _SAME, _BEFORE = (
    AT[sign] for sign in AROUND
)


class Surroundings:
    """What the scores of all blocks say about each one's place."""

    def __init__(self, clues: Clues, scores: list[float]) -> None:
        self.clues, self.scores = clues, scores
        blocks, sizes = clues.page.blocks, clues.sizes
        strong = [i for i, s in enumerate(scores) if s > 1 and sizes[i] > 80]
        self.first, self.last = (strong[0], strong[-1]) if strong else (len(scores), -1)
        kept = [n if s > 0 else 0 for s, n in zip(scores, sizes, strict=True)]
        self.kept = [0, *accumulate(kept)]
        self.size = [0, *accumulate(sizes)]
        self.whole = self.kept[-1] or 1
        self.family: dict[Element, int] = {}
        self._article_around: dict[Element | None, int] = {None: 0}
        self.articles: dict[int, int] = {}
        for b, k in zip(blocks, kept, strict=True):
            if k:
                home, article = b.element.parent or b.element, self._article_of(b.element)
                self.family[home] = self.family.get(home, 0) + k
                self.articles[article] = self.articles.get(article, 0) + k
        self.home = self._home()
        self.depth = max(self.home.values(), default=0)
        self.article = max(self.articles, key=self.articles.__getitem__, default=0)
        self.rows = self._rows()

    def _home(self) -> dict[Element, int]:
        """The element that holds most of the text, and all that hold it: with their depth, innermost first."""
        e: Element | None = max(self.family, key=self.family.__getitem__, default=None)
        chain: dict[Element, int] = {}
        while e is not None:
            chain[e] = e.depth
            e = e.parent
        return chain

    def _rows(self) -> Counter[tuple[str, str, str, str]]:
        """How many parents of blocks look alike, in grandparents that do: comments and teasers come in rows."""
        parents = {b.element.parent or b.element for b in self.clues.page.blocks}
        kinds = {(p.parent or p, p.tag, p.label) for p in parents}
        return Counter([(g.tag, g.label, tag, label) for g, tag, label in kinds])

    def of(self, i: int) -> list[int]:
        """The places of the clues around a block."""
        c, s, n = self.clues, self.scores, len(self.scores)
        e = c.page.blocks[i].element
        p = e.parent or e
        g = p.parent or p
        own = bisect_right(OWN, s[i])
        same = (self._beside(i - 1, e) if i else 4) * 5 + (self._beside(i + 1, e) if i + 1 < n else 4)
        common, article = self._common(e), self._article_of(e)
        share = (self.kept[p.last] - self.kept[p.first]) / self.whole
        rows = bisect_right(TIMES, self.rows[g.tag, g.label, p.tag, p.label])
        return [
            _SCORE + bisect_right(FINE, s[i]),
            _AFTER + (bisect_right(NEAR, s[i + 2]) if i + 2 < n else 7),
            _STRONG + own * 4 + (self.first < i) * 2 + (self.last > i),
            _SHARE + bisect_right((0.01, 0.05, 0.2, 0.5, 0.9), share),
            _PART + self._part(g),
            _UP + bisect_right(STEPS, self.depth - common),
            _DOWN + bisect_right(STEPS, e.depth - common),
            _ARTICLE + (0 if not self.article else 1 if article == self.article else 2 if article else 3),
            _REPEATS + rows + 5 * c.prose[i],
            _SAME + own * 25 + same,
            _BEFORE + bisect_right((0.001, 0.05, 0.5, 0.95, 0.999), self.kept[i] / self.whole),
        ]

    def _article_of(self, e: Element) -> int:
        """The innermost <article> that holds an element, or 0; paragraphs share what holds them."""
        if e.tag == "article":
            return e.order
        known = self._article_around
        at = e.parent
        while at not in known and at is not None and at.tag != "article":
            at = at.parent
        found = known[e.parent] = known.get(at, at.order if at else 0)
        return found

    def _beside(self, i: int, e: Element) -> int:
        """What a neighbour seems to be; 4 where it has another parent."""
        near = self.clues.page.blocks[i].element
        return bisect_right(COARSE, self.scores[i]) if near.parent is e.parent else 4

    def _common(self, e: Element | None) -> int:
        """How deep an element still shares the way to the home of most of the text."""
        while e is not None and e not in self.home:
            e = e.parent
        return e.depth if e else 0

    def _part(self, e: Element) -> int:
        """How much of what an element holds is text."""
        part = (self.kept[e.last] - self.kept[e.first]) / ((self.size[e.last] - self.size[e.first]) or 1)
        return bisect_right((0.05, 0.3, 0.6, 0.9, 0.99), part)
