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
_WORTH = tuple(n**0.8 for n in range(801))  # of a block by its size: a long one is worth less than many short


def _article_of(e: Element) -> int:
    """The innermost <article> that holds an element, or 0."""
    at: Element | None = e
    while at is not None and at.tag != "article":
        at = at.parent
    return at.order if at else 0


class Surroundings:
    """What the scores of all blocks say about each one's place."""

    def __init__(self, clues: Clues, scores: list[float]) -> None:
        self.clues, self.scores = clues, scores
        blocks, sizes = clues.page.blocks, clues.sizes
        self.strong = [i for i, s in enumerate(scores) if s > 1 and sizes[i] > 80]
        kept = [n if s > 0 else 0 for s, n in zip(scores, sizes, strict=True)]
        self.kept = [0, *accumulate(kept)]
        self.size = [0, *accumulate(sizes)]
        self.whole = self.kept[-1] or 1
        self.kin: Counter[tuple[str, str]] = Counter()
        self.family: Counter[Element] = Counter()
        self.articles: Counter[int] = Counter()
        for b, k in zip(blocks, kept, strict=True):
            if k:
                e = b.element
                self.kin[e.tag, e.label] += k
                self.family[e.parent or e] += k
                self.articles[_article_of(e)] += k
        self.best = self._container()
        self.home = self._home()
        self.depth = max(self.home.values(), default=0)
        self.article = max(self.articles, key=self.articles.__getitem__, default=0)
        self.gaps = self._gaps()
        self.homes, self.homes_above = self._rows()

    def _container(self) -> Element | None:
        """The smallest element that is worth most."""
        worth = [0.0, *accumulate(
            (3.0 if s > 3.0 else -3.0 if s < -3.0 else s) * _WORTH[n if n < 800 else 800]
            for s, n in zip(self.scores, self.clues.sizes, strict=True)
        )]  # fmt: skip
        best, most = None, 0.0
        for e in self.clues.page.elements:
            inside = worth[e.last] - worth[e.first]
            if inside > 0 and inside >= most * 0.999:
                best, most = e, max(inside, most)
        return best

    def _home(self) -> dict[Element, int]:
        """The element that holds most of the text, and all that hold it: with their depth, innermost first."""
        e: Element | None = max(self.family, key=self.family.__getitem__, default=None)
        chain: dict[Element, int] = {}
        while e is not None:
            chain[e] = e.depth
            e = e.parent
        return chain

    def _rows(self) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str, str, str]]]:
        """How many parents (and grandparents) of blocks look alike: comments and teasers come in rows."""
        parents = {b.element.parent or b.element for b in self.clues.page.blocks}
        above = {(p.parent or p, p.tag, p.label) for p in parents}
        return Counter([(p.tag, p.label) for p in parents]), Counter(
            [(g.tag, g.label, tag, label) for g, tag, label in above]
        )

    def _gaps(self) -> list[tuple[int, int]]:
        """For each block: characters of no text just before it, and the widest such gap since the first strong block."""
        found, gap, widest = [], 0, 0
        first = self.strong[0] if self.strong else len(self.scores)
        for i, (s, n) in enumerate(zip(self.scores, self.clues.sizes, strict=True)):
            found.append((gap, widest))
            gap = 0 if s > 0 else gap + n
            if gap > widest and i >= first:
                widest = gap
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
        common = self._common(e)
        gap, widest = self.gaps[i]
        article = _article_of(e)
        repeats = bisect_right(TIMES, self.homes[p.tag, p.label]) + 5 * c.prose[i]
        above = bisect_right(TIMES, self.homes_above[g.tag, g.label, p.tag, p.label]) + 5 * c.prose[i]
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
            at["family"] + bisect_right(PARTS, self.family.get(p, 0) / self.whole),
            at["kept-share"]
            + bisect_right(
                (0.01, 0.05, 0.2, 0.5, 0.9), (self.kept[p.last] - self.kept[p.first]) / self.whole
            ),
            at["kept-part"] + self._part(p),
            at["kept-part-above"] + self._part(g),
            at["up"] + bisect_right(STEPS, self.depth - common),
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

    def _common(self, e: Element | None) -> int:
        """How deep an element still shares the way to the home of most of the text."""
        while e is not None and e not in self.home:
            e = e.parent
        return e.depth if e else 0

    def _part(self, e: Element) -> int:
        part = (self.kept[e.last] - self.kept[e.first]) / ((self.size[e.last] - self.size[e.first]) or 1)
        return bisect_right((0.05, 0.3, 0.6, 0.9, 0.99), part)

    def _lost(self, first: int, last: int) -> int:
        """Characters that are no text between two blocks."""
        return (self.size[last] - self.size[first]) - (self.kept[last] - self.kept[first])
