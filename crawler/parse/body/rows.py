"""Chosen blocks → the same with what belongs to them: other rows of a live blog, then cells of a table, then neighbours.

Judged one by one, a short line or the cell of a table says little; between what is text, and built like it, it is text
(``cells.py``, ``neighbours.py``). On publishers not seen in learning the cells are worth .003 F1 on news, the gaps .006 on other pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from crawler.parse.body.cells import cells
from crawler.parse.body.clues import Clues
from crawler.parse.body.neighbours import SHORTEST, is_sentence, is_text, with_neighbours
from crawler.parse.page.blocks import Block, Element
from crawler.parse.page.labels import ELSEWHERE as ELSEWHERE
from crawler.parse.page.labels import FURNITURE

DEEP = 3  # ways from a row to its blocks: in one element, in two, in three
POSTS = 3  # chosen rows of several blocks each that are alike, from which on the rest is believed
SURE = 0.7  # of it, from which on short ones are believed too
MOST = 0.4  # of the text of all such rows that is chosen
LIVE = "LiveBlogPosting"
LEAST = 40  # characters of a further row
ITEMS = 2  # of a list that are chosen, from which on its others are believed

BETWEEN = 6  # blocks left out between two of a text
OUTER = 7  # elements around a block, of which one may be a row
_OF_KIND = re.compile(r"(\S+) \1--\w")
_NUMBER = re.compile(r"\d+")
_Kind = tuple[Element, tuple[str, ...]]
_Place = tuple[Element | None, str]  # what holds elements, and their tag


def completed(clues: Clues, chosen: list[Block]) -> list[Block]:
    """`chosen` with the rows, cells and lines that were left out, in order."""
    if len(chosen) < 2:
        return chosen
    chosen = _with(chosen, _rows(clues, chosen))  # first: a table may stand in a row that was left out
    chosen = _with(chosen, (*cells(clues, chosen), *_items(clues, chosen), *_in_kinds_of_rows(clues, chosen)))
    return with_neighbours(clues, chosen)


def _with(chosen: list[Block], further: Iterable[Block]) -> list[Block]:
    """`chosen` with the others, in order."""
    whole = {*chosen, *further}
    return sorted(whole, key=lambda b: b.order) if len(whole) > len(chosen) else chosen


@dataclass(frozen=True, slots=True)
class _Told:
    """What is chosen: how much text by what holds its elements and by their tag, beside all that is shown so, the blocks, and
    the orders of the first and the last."""

    amounts: dict[_Place, int]
    shown: dict[_Place, list[Block]]
    chosen: frozenset[Block]
    first: int
    last: int


class _Kinds:
    """What makes rows alike: where they stand, what they and what they hold are called, down to a block `up` elements inside."""

    def __init__(self, up: int) -> None:
        self.up = up
        self.known: dict[_Place, _Kind | None] = {}

    def of(self, holder: Element | None, tag: str) -> _Kind | None:
        """The kind of row that blocks of a tag are in, by what holds them; None where nothing holds such a row."""
        key = holder, tag
        if key not in self.known:
            self.known[key] = self._of(*key)
        return self.known[key]

    def home(self, row: Element | None) -> Element | None:
        """What holds the rows in which a holder of blocks may be."""
        for _ in range(self.up):
            row = row.parent if row else None
        return row.parent if row else None

    def _of(self, row: Element | None, tag: str) -> _Kind | None:
        names: tuple[str, ...] = (tag,)
        for _ in range(self.up):
            if row is None:
                return None
            names += (row.tag, _shape(row.label))
            row = row.parent
        if row is None or row.parent is None:
            return None
        return row.parent, (*names, row.tag, _shape(row.label))


@lru_cache(maxsize=1024)  # rows are alike
def _shape(label: str) -> str:
    """A label without its numbers: each row has one."""
    return _NUMBER.sub("", label)


def _rows(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """The rows that are like those chosen; of what is declared to be a live blog one post is enough."""
    least, most = (1, 0.0) if any(LIVE in said for said in clues.page.json_ld) else (POSTS, MOST)
    if len({b.element.parent for b in chosen}) < least:  # as most articles
        return
    told = _Told({}, {}, frozenset(chosen), chosen[0].order, chosen[-1].order)
    for block in chosen:
        key = block.element.parent, block.element.tag
        told.amounts[key] = told.amounts.get(key, 0) + clues.sizes[block.order]
    for block in clues.page.blocks:
        if not (e := block.element).every & ELSEWHERE:
            told.shown.setdefault((e.parent, e.tag), []).append(block)
    for up in range(DEEP):
        yield from _rows_at(clues, told, _Kinds(up), least, most)


def _rows_at(clues: Clues, told: _Told, kinds: _Kinds, least: int, most: float) -> Iterator[Block]:
    """The further blocks of rows that are like `least` chosen ones, where `most` of the text of all of them is chosen."""
    rows: dict[_Kind, set[Element | None]] = {}
    kept: dict[_Kind, int] = {}
    for (holder, tag), amount in told.amounts.items():
        if (kind := kinds.of(holder, tag)) is not None:
            rows.setdefault(kind, set()).add(holder)
            kept[kind] = kept.get(kind, 0) + amount
    found = {kind for kind, alike in rows.items() if len(alike) >= (least if kind[1][-1] else POSTS)}
    if not found:
        return
    homes = {home for home, _ in found}
    every: dict[_Kind, list[Block]] = {}
    for (holder, tag), blocks in told.shown.items():
        if kinds.home(holder) in homes and (kind := kinds.of(holder, tag)) in found and kind is not None:
            every.setdefault(kind, []).extend(blocks)
    for kind, blocks in every.items():
        whole = sum([clues.sizes[b.order] for b in blocks])
        if kept[kind] < most * whole:
            continue
        believed = kept[kind] >= SURE * whole
        for block in blocks:
            if block in told.chosen:
                continue
            holder = block.holder
            alone = holder.last - holder.first == 1  # as the heading of a part, built like the paragraphs
            sure = alone and believed and told.first < block.order < told.last
            if is_text(clues, block, SHORTEST if sure else LEAST) or (
                believed and not block.links and is_sentence(clues, block)
            ):
                yield block


def _in_kinds_of_rows(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """The prose between two rows of a text in rows beside them, each of which is called what it is: "block block--text", "block block--quote".

    So editors write that put a text together of kinds of blocks.
    """
    for before, after in pairwise(chosen):
        if not 1 < after.order - before.order <= BETWEEN + 1 or (row := _kind_of_row(before.element)) is None:
            continue
        if _kind_of_row(after.element) != row:
            continue
        for block in clues.page.blocks[before.order + 1 : after.order]:
            told = clues.prose[block.order] and not block.links and not block.element.every & FURNITURE
            if told and _kind_of_row(block.element) == row:
                yield block


def _kind_of_row(at: Element | None) -> tuple[Element | None, str] | None:
    """What holds the row around an element, and what all rows beside it are called."""
    for _ in range(OUTER):
        if at is None:
            return None
        if "--" in at.label and (named := _OF_KIND.match(at.label)):
            return at.parent, named[1]
        at = at.parent
    return None


def _items(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """The sentences in the items of a list within the text of which two are chosen, each in an element of the same name."""
    kinds = Counter(
        (holder.parent, b.element.tag, b.element.label) for b in chosen if (holder := b.holder).tag == "li"
    )
    first, last = chosen[0].order, chosen[-1].order
    for (home, tag, label), count in kinds.items():
        if home is None or count < ITEMS or tag == "li":
            continue
        for block in clues.page.blocks[max(first, home.first) : min(last, home.last)]:
            alike = (block.element.tag, block.element.label) == (tag, label) and block.holder.parent is home
            if alike and clues.prose[block.order] and not block.links and not block.element.every & ELSEWHERE:
                yield block
