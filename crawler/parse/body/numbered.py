"""Chosen blocks → the numbered headings of a round-up that were left out, as each is a link: "1. A cable is cut", "2. The pilot line opens".

A heading that is a link mostly names another article, which is none of the text. A row of them that counts from one on, or down to
one, each with a paragraph of the text below, are the text's own: what is best of ten, or ten things of a week.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from crawler.parse.body.clues import Clues
from crawler.parse.page.blocks import HEADINGS, Block, Element
from crawler.parse.page.labels import FURNITURE

LEAST = 3  # headings that count
_NUMBER = re.compile(
    r"\W{0,3}(?:n[°ºo]\.? ?|nr\.? ?|№ ?|第 ?)?(?P<n>\d{1,2})(?: ?[.)、/|–—-]|\ufe0f?\u20e3)(?!\d)\s*\S",
    re.I,
)


def numbered_headings(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """The headings of one rank in one element that count, above what is chosen."""
    rows: dict[tuple[Element | None, str], list[tuple[int, Block]]] = {}
    for heading in clues.page.headings:
        if heading.links and heading.order > clues.headline and (found := _NUMBER.match(heading.text)):
            own = heading.element if heading.element.tag in HEADINGS else heading.holder
            rows.setdefault((own.parent, own.tag), []).append((int(found["n"]), heading))
    for row in rows.values():
        if len(row) >= LEAST and _counts([n for n, _ in row]) and _heads_text([b for _, b in row], chosen):
            yield from (b for _, b in row if not b.element.every & FURNITURE)


def _counts(numbers: list[int]) -> bool:
    """Whether numbers go from one up, or down to one."""
    up = numbers if numbers[0] == 1 else numbers[::-1]
    return up[0] == 1 and all(b - a == 1 for a, b in pairwise(up))


def _heads_text(headings: list[Block], chosen: list[Block]) -> bool:
    """Whether something that is chosen stands below each, before the next."""
    orders = [b.order for b in chosen]
    ends = [*(b.order for b in headings[1:]), headings[-1].order + 8]
    return all(any(h.order < order < end for order in orders) for h, end in zip(headings, ends, strict=True))
