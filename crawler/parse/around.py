"""First scores of all blocks → the clues that each one's surroundings give.

What the neighbours seem to be, whether the parent holds text, how far the block stands from where most of the text
stands, what lies between it and the headline: see clues.py for how clues become places in a table of weights.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import accumulate

from crawler.parse.blocks import HEADINGS, Element
from crawler.parse.clues import AT, TAGS, Clues

FINE = (-6, -4, -3, -2, -1, -0.5, 0, 0.5, 1, 2, 3, 4, 6)
NEAR = (-4, -2, -0.7, 0.7, 2, 4)
COARSE = (-2, 0, 2)
OWN = (-3, -1, 0, 1, 3)
FAR = (2, 3, 5, 9, 20)
PARTS = (0.01, 0.05, 0.2, 0.5)
STEPS = (1, 2, 3, 4, 6)
TIMES = (2, 3, 6, 12)
GAPS = (1, 60, 250, 800, 3000)


class Surroundings:
    """What the scores of all blocks say about each one's place."""

    def __init__(self, clues: Clues, scores: list[float]) -> None:
        self.clues, self.scores = clues, scores
        blocks, sizes = clues.page.blocks, clues.sizes
        self.strong = [i for i, s in enumerate(scores) if s > 1 and sizes[i] > 80]
        kept = [sizes[i] if s > 0 else 0 for i, s in enumerate(scores)]
        self.kept = list(accumulate(kept, initial=0))
        self.size = list(accumulate(sizes, initial=0))
        self.whole = self.kept[-1] or 1
        self.worth = list(
            accumulate(
                (max(-3.0, min(3.0, s)) * min(z, 800) ** 0.8 for s, z in zip(scores, sizes, strict=True)),
                initial=0.0,
            )
        )
        self.kin: Counter[tuple[str, str]] = Counter()
        self.family: Counter[int] = Counter()
        self.articles: Counter[int] = Counter()
        for b, k in zip(blocks, kept, strict=True):
            if k:
                e = b.element
                self.kin[e.tag, e.label] += k
                self.family[(e.parent or e).order] += k
                self.articles[clues.article_of[e.order]] += k
        self.best = self._container()
        self.home = self._chain()
        self.article = max(self.articles, key=self.articles.__getitem__, default=0)
        self.gaps = self._gaps()

    def _container(self) -> Element | None:
        best, most = None, 0.0
        for e in self.clues.page.elements:
            worth = self.worth[e.last] - self.worth[e.first]
            if worth > 0 and worth >= most * 0.999:
                best, most = e, max(worth, most)
        return best

    def _chain(self) -> list[int]:
        """For each element how deep it still shares the way to the element that holds most of the text; first that depth."""
        elements = self.clues.page.elements
        home: Element | None = (
            elements[max(self.family, key=self.family.__getitem__)] if self.family else None
        )
        self.home_depth = home.depth if home else 0
        chain = set()
        while home is not None:
            chain.add(home.order)
            home = home.parent
        common: list[int] = []
        for e in elements:
            common.append(e.depth if e.order in chain else common[e.parent.order] if e.parent else 0)
        return common

    def _gaps(self) -> list[tuple[int, int]]:
        """For each block: characters of no text just before it, and the widest such gap since the first strong block."""
        found, gap, widest, begun = [], 0, 0, False
        first = self.strong[0] if self.strong else len(self.scores)
        for i, s in enumerate(self.scores):
            begun = begun or i >= first
            found.append((gap, widest))
            gap = 0 if s > 0 else gap + self.clues.sizes[i]
            widest = max(widest, gap) if begun else 0
        return found

    def of(self, i: int) -> list[int]:
        """The places of the clues around a block."""
        c, s, n = self.clues, self.scores, len(self.scores)
        e = c.page.blocks[i].element
        p = e.parent or e
        g = p.parent or p
        at, score = AT, s[i]
        own = bisect_right(OWN, score)
        a = bisect_right(COARSE, s[i - 1]) if i else 2
        b = bisect_right(COARSE, s[i + 1]) if i + 1 < n else 2
        same_a = a if i and c.page.blocks[i - 1].element.parent is e.parent else 4
        same_b = b if i + 1 < n and c.page.blocks[i + 1].element.parent is e.parent else 4
        pairs = a * 4 + b
        same = same_a * 5 + same_b
        before, k = bisect_left(self.strong, i), bisect_right(self.strong, i)
        after = len(self.strong) - k
        inside = self.best is not None and self.best.first <= i < self.best.last
        kin = self.kin.get((e.tag, e.label), 0) / self.whole
        common = self.home[e.order]
        gap, widest = self.gaps[i]
        article = c.article_of[e.order]
        repeats = bisect_right(TIMES, c.homes[p.tag, p.label]) + 5 * c.prose[i]
        above = bisect_right(TIMES, c.homes_above[g.tag, g.label, p.tag, p.label]) + 5 * c.prose[i]
        return [
            at["score"] + bisect_right(FINE, score),
            at["before2"] + (bisect_right(NEAR, s[i - 2]) if i > 1 else 7),
            at["before"] + (bisect_right(NEAR, s[i - 1]) if i else 7),
            at["after"] + (bisect_right(NEAR, s[i + 1]) if i + 1 < n else 7),
            at["after2"] + (bisect_right(NEAR, s[i + 2]) if i + 2 < n else 7),
            at["neighbours"] + pairs,
            at["between"] + own * 16 + pairs,
            at["inside"] + own + 6 * inside,
            at["strong-before"] + min(before, 3),
            at["strong-after"] + min(after, 3),
            at["strong-both"] + own * 4 + min(before, 1) * 2 + min(after, 1),
            at["back"] + (bisect_right(FAR, i - self.strong[before - 1]) if before else 5),
            at["forth"] + (bisect_right(FAR, self.strong[k] - i) if after else 5),
            at["kin"] + bisect_right(PARTS, kin),
            at["tag-kin"] + 4 * TAGS.get(e.tag, 0) + bisect_right((0.01, 0.2, 0.5), kin),
            at["family"] + bisect_right(PARTS, self.family.get(p.order, 0) / self.whole),
            at["kept-share"]
            + bisect_right(
                (0.01, 0.05, 0.2, 0.5, 0.9), (self.kept[p.last] - self.kept[p.first]) / self.whole
            ),
            at["kept-part"] + self._part(p),
            at["kept-part-above"] + self._part(g),
            at["up"] + bisect_right(STEPS, self.home_depth - common),
            at["down"] + bisect_right(STEPS, e.depth - common),
            at["article"]
            + (0 if not self.article else 1 if article == self.article else 2 if article else 3),
            at["repeats"] + repeats,
            at["repeats-above"] + above,
            at["same"] + same,
            at["same-score"] + own * 25 + same,
            at["heading"] + (same_b if e.tag in HEADINGS else 5),
            at["gap"] + bisect_right(GAPS, gap),
            at["widest-gap"] + bisect_right(GAPS, widest),
            at["kept-before"] + bisect_right((0.001, 0.05, 0.5, 0.95, 0.999), self.kept[i] / self.whole),
            at["gap-head"]
            + (
                5
                if c.headline < 0 or i < c.headline
                else bisect_right((60, 250, 800, 3000), self._lost(c.headline, i))
            ),
        ]

    def _part(self, e: Element) -> int:
        part = (self.kept[e.last] - self.kept[e.first]) / ((self.size[e.last] - self.size[e.first]) or 1)
        return bisect_right((0.05, 0.3, 0.6, 0.9, 0.99), part)

    def _lost(self, first: int, last: int) -> int:
        """Characters that are no text between two blocks."""
        return (self.size[last] - self.size[first]) - (self.kept[last] - self.kept[first])
