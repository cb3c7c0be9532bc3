"""Chosen blocks → the same with what belongs to them: lines in the gaps, other rows of a live blog, cells of a table.

Judged one by one, a short line or the cell of a table says little; between what is text, and built like it, it is text.
On publishers not seen in learning the cells are worth .003 F1 on news, the gaps .006 on other pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, takewhile

from crawler.parse import labels
from crawler.parse.blocks import HEADINGS, Block, Element
from crawler.parse.clues import Clues
from crawler.parse.part_headings import part_headings

ROWS = 4  # chosen rows that are alike, from which on the rest is believed
DEEP = 3  # ways from a row to its blocks: in one element, in two, in three
POSTS = 3  # the same for rows of several blocks each
SURE = 0.7  # of it, from which on short ones are believed too
MOST = 0.4  # of the text of all such rows that is chosen
LIVE = "LiveBlogPosting"
LEAST, LINKED = 40, 0.4  # characters of a further row; and the share of links from which it is none
_TELLING = re.compile(r"[\d.:;!?。：；！？।؟]")
ITEMS = 2  # of a list that are chosen, from which on its others are believed
CELLS = frozenset(("td", "th"))
LEAST_CELLS, CELL = 2, 80  # cells, and characters of one: a table with longer cells is layout
MONTH = 60  # cells of a calendar's month at most
DAYS = frozenset(map(str, range(1, 29)))  # of which each has all
SENTENCE = 20  # characters of the shortest sentence that ends a text
# blocks left out between two that are chosen, and characters of one that may be taken in
GAP, SHORTEST = 3, 5
NAMED = 3  # chosen paragraphs of one name
LISTED, TAIL = 12, 6  # blocks below the text that may be a list, and blocks of the text that stand beside it
WIDE, LONG = 12, 60  # the same for paragraphs, and characters of one
ELSEWHERE = labels.RELATED | labels.COMMENT | labels.ADVERT | labels.SIDE | labels.FOOT | labels.NAV
BESIDE = (
    ELSEWHERE | labels.SHARE | labels.SIGNUP | labels.CAPTION | labels.CONSENT | labels.HIDDEN | labels.TOOL | labels.DATE
    | labels.AUTHOR | labels.TAGS
)  # fmt: skip

_NUMBER = re.compile(r"\d+")
_Kind = tuple[Element, tuple[str, ...]]


def completed(clues: Clues, chosen: list[Block]) -> list[Block]:
    """`chosen` with the rows, cells and lines that were left out, in order."""
    if len(chosen) < 2:
        return chosen
    whole = {*chosen, *_rows(clues, chosen), *_cells(clues, chosen), *_items(clues, chosen)}
    if len(whole) > len(chosen):
        chosen = sorted(whole, key=lambda b: b.order)
    for found in (_alike, _between, _between, _headings, _below, _onward):  # what was between is a neighbour
        further = [b for b in found(clues, chosen) if b.text != clues.title]
        if further:
            chosen = sorted({*chosen, *further}, key=lambda b: b.order)
    return chosen


class _Kinds:
    """What makes rows alike: where they stand, what they and what they hold are called, down to a block `up` elements inside."""

    def __init__(self, up: int) -> None:
        self.up = up
        self.known: dict[tuple[Element | None, str], _Kind | None] = {}

    def of(self, block: Block) -> _Kind | None:
        """The kind of row a block is in; None where nothing holds such a row."""
        e = block.element
        key = e.parent, e.tag
        if key not in self.known:
            self.known[key] = self._of(*key)
        return self.known[key]

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
    for up in range(DEEP):
        yield from _rows_at(clues, chosen, _Kinds(up), least, most)


def _rows_at(clues: Clues, chosen: list[Block], kinds: _Kinds, least: int, most: float) -> Iterator[Block]:
    """The blocks of rows that are like `least` chosen ones, where `most` of the text of all of them is chosen."""
    homes: dict[_Kind, set[Element | None]] = {}
    kept: Counter[_Kind] = Counter()
    for block in chosen:
        if (kind := kinds.of(block)) is not None:
            homes.setdefault(kind, set()).add(block.element.parent)
            kept[kind] += clues.sizes[block.order]
    found = {kind for kind, rows in homes.items() if len(rows) >= (least if kind[1][-1] else POSTS)}
    if not found:
        return
    inside = clues.page.blocks[min(home.first for home, _ in found) : max(home.last for home, _ in found)]
    every = ((b, kinds.of(b)) for b in inside if not b.element.every & ELSEWHERE)
    alike = [(b, kind) for b, kind in every if kind is not None and kind in found]
    whole: Counter[_Kind] = Counter()
    for block, kind in alike:
        whole[kind] += clues.sizes[block.order]
    first, last = chosen[0].order, chosen[-1].order
    for block, kind in alike:
        if kept[kind] >= most * whole[kind]:
            holder = _holder(block)
            alone = holder.last - holder.first == 1  # as the heading of a part, built like the paragraphs
            sure = alone and kept[kind] >= SURE * whole[kind] and first < block.order < last
            if _is_text(clues, block, SHORTEST if sure else LEAST) or (
                kept[kind] >= SURE * whole[kind] and not block.links and _is_sentence(clues, block)
            ):
                yield block


def _items(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """The sentences in the items of a list within the text of which two are chosen, each in an element of the same name."""
    kinds = Counter(
        (holder.parent, b.element.tag, b.element.label) for b in chosen if (holder := _holder(b)).tag == "li"
    )
    first, last = chosen[0].order, chosen[-1].order
    for (home, tag, label), count in kinds.items():
        if home is None or count < ITEMS or tag == "li":
            continue
        for block in clues.page.blocks[max(first, home.first) : min(last, home.last)]:
            alike = (block.element.tag, block.element.label) == (tag, label) and _holder(block).parent is home
            if alike and clues.prose[block.order] and not block.links and not block.element.every & ELSEWHERE:
                yield block


def _cells(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """The cells of small tables that stand within the text."""
    first, last = chosen[0].order, chosen[-1].order
    seen: set[Element] = set()  # each is looked at once: one of layout may have any number of cells
    for block in clues.page.blocks[first:last]:
        if block.element.tag in CELLS or _holder(block).tag in CELLS:
            table = _table(block.element)
            if table is None or table in seen:
                continue
            seen.add(table)
            if first < table.first and table.last <= last and _is_data(clues, table):
                yield from clues.page.blocks[table.first : table.last]


def _holder(block: Block) -> Element:
    return block.element.parent or block.element


def _table(element: Element) -> Element | None:
    at: Element | None = element
    while at is not None and at.tag != "table":
        at = at.parent
    return at


def _is_data(clues: Clues, table: Element) -> bool:
    cells = range(table.first, table.last)
    return (
        len(cells) >= LEAST_CELLS
        and not table.every & ELSEWHERE
        and max(clues.sizes[i] for i in cells) < CELL
        and not (len(cells) <= MONTH and {clues.page.blocks[i].text for i in cells} >= DAYS)
        and sum(clues.density[i] > 0 for i in cells) < 0.3 * len(cells)
    )


def _alike(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """Paragraphs beside those of the text that bear the very name of most of them: a page styles its paragraphs alike."""
    kinds = Counter((b.element.parent, b.element.tag, b.element.label) for b in chosen if b.element.label)
    kind, count = next(iter(kinds.most_common(1)), (None, 0))
    if kind is None or kind[0] is None or count < NAMED:
        return
    for block in clues.page.blocks[kind[0].first : kind[0].last]:
        e = block.element
        if (
            (e.parent, e.tag, e.label) == kind
            and _is_text(clues, block, LONG)
            and not (block.links or e.every & BESIDE)
        ):
            yield block


def _between(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """The blocks of short gaps that stand where their neighbours do, or one element deeper."""
    for before, after in pairwise(chosen):
        if 1 < (gap := after.order - before.order) <= WIDE + 1:
            around = (before.element.parent, after.element.parent)
            for block in clues.page.blocks[before.order + 1 : after.order]:
                if (
                    (gap <= GAP + 1 or _is_item(block) or _is_paragraph(clues, block, around))
                    and _stands_in(clues, block, around)
                    and not block.element.every & BESIDE
                    and (_is_text(clues, block, SHORTEST) or (gap == 2 and _is_answer(block)))
                ):
                    yield block


def _is_paragraph(clues: Clues, block: Block, around: tuple[Element | None, Element | None]) -> bool:
    """Whether a block is long, leads nowhere and stands beside both its neighbours."""
    long = clues.sizes[block.order] >= LONG and block.links == 0
    return long and all(block.element.parent is home for home in around)


def _is_answer(block: Block) -> bool:
    """Whether a block is a word and a full stop: "No." between two questions."""
    return block.text[-1] in ".!。！" and block.links == 0


def _headings(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    return part_headings(clues, chosen, BESIDE)


def _below(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """The rest of the list that the text broke off in, or the list right below the text with its heading: "Notes"."""
    last = chosen[-1]
    below = clues.page.blocks[last.order : last.order + LISTED]
    heading = next((b for b in below[:2] if b.element.tag in HEADINGS), None)
    rows = list(takewhile(_is_item, below[2 if heading in below[1:] else 1 :]))
    if heading is None:
        yield from (row for row in rows if _list(row) is _list(last))
    elif len(rows) > 1 and not heading.links and not heading.element.every & BESIDE:
        if not any(_TELLING.search(row.text) for row in rows):  # tags, services
            return
        home = heading.element.parent
        if _holds_list(rows[-1]) is home and any(b.element.parent is home for b in chosen[-TAIL:]):
            yield from (heading, *rows)


def _onward(clues: Clues, chosen: list[Block]) -> Iterator[Block]:
    """The sentences right below the text that are built and stand like its last paragraph."""
    last = chosen[-1]
    e = last.element
    if e.tag in HEADINGS or e.parent is None:
        return
    home = e.parent
    several = e.tag == "p" and any(
        b.element.parent is home and b.element.tag == "p" for b in reversed(chosen[:-1])
    )
    for block in clues.page.blocks[last.order + 1 : e.parent.last]:
        own = block.element
        alike = own.parent is e.parent and own.tag == e.tag and own.label == e.label
        if (
            not alike
            or block.links
            or not (_is_long(clues, block) or (several and _is_sentence(clues, block)))
        ):
            return
        yield block


def _is_long(clues: Clues, block: Block) -> bool:
    return clues.prose[block.order] and clues.sizes[block.order] >= LONG


def _is_sentence(clues: Clues, block: Block) -> bool:
    """Whether a short line reads like a sentence: three words, not all of them names, and a full stop."""
    text = block.text
    if text[-1] in "。！":
        return clues.sizes[block.order] >= SENTENCE
    if text[-1] not in ".!।" or len(text) < SENTENCE or text.endswith(".."):
        return False
    words = text.split()
    return len(words) > 2 and any(not word[0].isupper() and len(word) > 2 for word in words[1:])


def _is_item(block: Block) -> bool:
    return _list(block) is not None and not block.links and not block.element.every & BESIDE


def _list(block: Block) -> Element | None:
    """The list of which a block is an item, or in an item."""
    item = block.element if block.element.tag == "li" else _holder(block)
    return item.parent if item.tag == "li" else None


def _holds_list(block: Block) -> Element | None:
    found = _list(block)
    return found.parent if found is not None else None


def _stands_in(clues: Clues, block: Block, around: tuple[Element | None, Element | None]) -> bool:
    """Whether a block stands beside both its neighbours, or one element deeper; an item of a list also beside a quotation."""
    parent = block.element.parent
    before, after = around
    if parent is None or before is None or after is None:
        return False
    if after.parent is parent and before is parent:  # above a list
        return True
    above = after.parent is parent or (after.parent is not None and after.parent.parent is parent.parent)
    if block.text[-1] in ":：" and after.tag in ("ul", "ol") and above:
        return True
    if parent not in around and clues.linked_share(parent) >= LINKED:
        return False
    home = _holds_list(block)
    if home is not None and any(
        at in (before, before.parent) and at in (after, after.parent) for at in (home, home.parent) if at
    ):
        return True
    return all(near is parent or near is parent.parent for near in around)


def _is_text(clues: Clues, block: Block, least: int) -> bool:
    return clues.sizes[block.order] >= least and clues.density[block.order] < LINKED
