"""Chosen blocks → the same without what belongs to other articles: the next one of a page, teasers, "Read also: …";
and without the comments of its readers.

    <article><h1>…</h1> text </article> <article><h1>…</h1> another text </article>
    text  ·  [linked heading, excerpt]  [linked heading, excerpt]  [linked heading, excerpt]
    text  ·  label: link  ·  text

Judged one by one, their paragraphs are text like any other. On publishers not seen in learning this is worth .007 F1.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from crawler.parse.body.clues import Clues
from crawler.parse.body.date_lines import BESIDE, is_date_line
from crawler.parse.body.leads_on import leads_on
from crawler.parse.page.blocks import Block, Element
from crawler.parse.page.labels import AUTHOR
from crawler.parse.page.phrases import ASKS_TO_TALK, COMMENTS
from crawler.parse.page.stops import ENDS

ENOUGH = 250  # characters of the first article from which the next is not needed
LEAST = 80  # the same where the heading of the next one leads to it: the flashes of an endless page
HEADING = 40  # characters of one
BOX = 4  # blocks of one that leads to the comments
LABEL, LINE = 25, 200  # characters in which a label ends, and of a line that points elsewhere
NAME = 90  # characters of what is named behind a text, a wide one counting three: in Thai nothing ends a sentence
_SAYS = re.compile(r"[^:：\n]{2,60}[:：]\s?\S")  # whose comment it is, and what it says
_BAR = " | "  # between a label and where it leads, on some sites
MOSTLY = 0.6  # of a line in an <aside>, from which on it is a link
SEVERAL = 0.45  # the same where it is more than one: "Share this story", and where to
ROWS = 3  # teasers alike
ABOVE = 5  # elements between an excerpt and the row that holds its heading too
EXCERPTS = 2  # paragraphs of one teaser
OUTER = 2  # elements around one of them, of which one is the row
AGAIN = 0.33  # of a text, that is left where rows lead elsewhere behind it
STRANGE = 0.1  # blocks of text between rows, for each of these: one in ten is built otherwise
FAR = 10  # blocks between a text and what is none of it
FEW, LITTLE = 4, 0.2  # blocks of that, and its share of the text
MOST = 0.5  # of what is chosen: a page of more teasers than text is made of them
PARAGRAPHS = 3  # that stand where a line does which is none
_BOXES = frozenset(("div", "aside", "section"))
_NUMBER = re.compile(r"\d+")

_Kind = tuple[str, int, str, str]


def without_others(clues: Clues, chosen: list[Block]) -> list[Block]:
    """`chosen` without other articles; all of it where too little would be left."""
    chosen = _without_led(clues, _without_teasers(clues, _without_next(clues, chosen)))
    chosen = _without_far(clues, _without_comments(clues, chosen))
    linked = [
        b for b in chosen if b.links == 1 or (b.links and len(b.text) < LINE and b.element.tag in _BOXES)
    ]
    homes = Counter(b.element.parent for b in chosen if b.element.tag == "p") if linked else Counter()
    leading = {
        b for b in linked if _points(b) or leads_on(b) or _stands_aside(b) or _stands_between(b, homes)
    }
    left = [b for b in chosen if b not in leading] if leading else chosen
    return left if _size(clues, left) > MOST * _size(clues, chosen) else chosen


def _without_comments(clues: Clues, chosen: list[Block]) -> list[Block]:
    """What stands above the heading of the readers' comments; a link of that name leads to them and is none."""
    orders = [b.order for b in chosen]
    for block in clues.page.blocks[orders[0] : orders[-1] + 1] if orders else ():
        text = block.text
        if block.links or (len(text) >= HEADING and "\n" not in text):  # as most
            continue
        head, _, said = text.partition("\n")
        if said and not (_SAYS.match(said) or is_date_line(said.split("\n", 1)[0], BESIDE)):
            continue  # "Ann: …", or "Ann 3.7.2025" above it
        if len(head) < HEADING and COMMENTS.fullmatch(head.lower()):
            at = bisect_left(orders, block.order)
            above, below = chosen[:at], chosen[at:]
            asks = ASKS_TO_TALK.fullmatch(head.lower()) is not None
            if (asks or _is_boxed(block)) and _goes_on(above, below):
                continue
            # a flash is short, and talked of at length; the end of its text ends a sentence
            least = LEAST if not asks and above and above[-1].text.endswith(ENDS) else ENOUGH
            if _size(clues, above) >= least:
                return above
    return chosen


def _is_boxed(heading: Block) -> bool:
    """Whether a heading stands in a small box with what leads to the comments, not above them."""
    box = heading.element if heading.element.tag in _BOXES else heading.holder
    return 1 < box.last - box.first <= BOX and box.first == heading.order


def _goes_on(above: list[Block], below: list[Block]) -> bool:
    """Whether the paragraphs below a line stand in the same element as those above: comments have one of their own."""
    homes = {b.element.parent for b in above if b.element.tag == "p"}
    return any(b.element.tag == "p" and b.element.parent in homes for b in below)


def _without_far(clues: Clues, chosen: list[Block]) -> list[Block]:
    """Without the little that stands far below all else, or behind who wrote it, in no element that holds some of it, nor in one beside these."""
    for at in range(len(chosen) - 1, max(0, len(chosen) - FEW), -1):
        last, first = chosen[at - 1].order, chosen[at].order
        if first - last > FAR or _ends_between(clues, last + 1, first):
            homes = {h for b in chosen[:at] if (h := b.element.parent)}
            homes |= {h.parent for h in homes if h.parent and h.parent.tag != "body"}
            below = {h for b in chosen[at:] if (h := b.element.parent)}
            alone = homes.isdisjoint(below) and homes.isdisjoint(h.parent for h in below)
            little = _size(clues, chosen[at:]) <= LITTLE * _size(clues, chosen[:at])
            return chosen[:at] if alone and little else chosen
    return chosen


def _ends_between(clues: Clues, first: int, last: int) -> bool:
    """Whether between two blocks a heading stands in what is called a note on the author."""
    return last > first and any(
        b.element.every & AUTHOR and b.is_heading for b in clues.page.blocks[first:last]
    )


def _points(block: Block) -> bool:
    """Whether a line is one link and its label: "Read also: A forum opens"."""
    text, label = block.text, block.text[:LABEL]
    return (
        len(text) < LINE
        and block.linked > 0.5 * len(text)
        and (":" in label or "：" in label or _BAR in label)
    )


def _stands_aside(block: Block) -> bool:
    """Whether a line in an <aside> is a link and a few words on where it leads, without the colon of others."""
    holder = block.element if block.element.tag == "aside" else block.element.parent
    alone = holder is not None and holder.tag == "aside" and holder.last - holder.first <= EXCERPTS
    return alone and len(block.text) < LINE and block.linked > MOSTLY * len(block.text)


def _stands_between(block: Block, homes: Counter[Element | None]) -> bool:
    """Whether a line between the paragraphs, itself none, is a link, or a few, and a word or two before that end in no stop."""
    own = block.element
    if own.tag not in _BOXES or homes[own.parent] < PARAGRAPHS or own.last - own.first > 1:
        return False
    beside = len(block.text) - block.linked
    return (
        len(block.text) < LINE
        and 0 < beside <= HEADING
        and block.linked > (MOSTLY if block.links == 1 else SEVERAL) * len(block.text)
        and not block.text.endswith(ENDS)
    )


def _without_next(clues: Clues, chosen: list[Block]) -> list[Block]:
    """Without other <article> elements behind the one that holds the headline, which have an <h1> or a heading that leads to them."""
    own = _article(clues.page.blocks[clues.headline]) if clues.headline >= 0 else None
    if own is None:
        return chosen
    chosen = _without_lines_behind(clues, chosen, own)
    headed = (_article(b) for b in clues.page.headings if b.order >= own.last and _is_h1(b))
    others = {article for article in headed if article is not None}
    leading = (b for b in clues.page.headings if b.order >= own.last and b.leads)
    names = set(own.label.split())
    flashes = {
        e for b in leading if (e := _article(b)) and e.parent is own.parent and names & {*e.label.split()}
    }
    if flashes and _lead_within(clues, len(flashes)):
        flashes = set()
    kept = [b for b in chosen if _article(b) not in others | flashes] if others or flashes else chosen
    least = LEAST if flashes and not others else ENOUGH
    kept = kept if _size(clues, kept) >= least else chosen
    return _without_rows(clues, kept, own) if kept and kept[-1].order >= own.last else kept


def _without_led(clues: Clues, chosen: list[Block]) -> list[Block]:
    """Without what stands behind the <article> of the headline in a row with a heading that leads elsewhere, and the headings that are left of such rows."""
    own = _article(clues.page.blocks[clues.headline]) if clues.headline >= 0 else None
    if own is None or not chosen or chosen[-1].order < own.last:
        return chosen
    behind = [b for b in chosen if b.order >= own.last]
    led = [b for b in behind if _is_led(clues, b)]
    if not led:
        return chosen
    dropped = {*led, *(behind if all(b.is_heading for b in behind if b not in led) else ())}
    kept = [b for b in chosen if b not in dropped]
    # where they tell most, the page may be theirs, and is judged by them
    return kept if _size(clues, kept) >= max(LEAST, AGAIN * _size(clues, chosen)) else chosen


def _is_led(clues: Clues, block: Block) -> bool:
    """Whether a small element begins with a heading that leads elsewhere, holds a block below it, and no other heading."""
    at = block.element.parent
    for _ in range(OUTER):
        if at is None or at.last - at.first > EXCERPTS + 1:
            return False
        first, *others = clues.page.blocks[at.first : at.last]
        if first.leads and first is not block:
            return not any(b.is_heading for b in others)
        at = at.parent
    return False


def _without_lines_behind(clues: Clues, chosen: list[Block], own: Element) -> list[Block]:
    """Without what stands behind the <article> and ends in no sentence, where it is little: the name of a film, a number."""
    if not chosen or chosen[-1].order < own.last:  # as most
        return chosen
    within = [b for b in chosen if b.order < own.last]
    behind = chosen[len(within) :]
    if len(behind) > FEW or any(b.text.endswith(ENDS) or clues.sizes[b.order] > NAME for b in behind):
        return chosen
    whole = _size(clues, within)
    return within if whole >= ENOUGH and _size(clues, behind) <= LITTLE * whole else chosen


def _without_rows(clues: Clues, chosen: list[Block], own: Element) -> list[Block]:
    """Without rows of a heading and a line or two behind the <article>, of which not all was taken for text, or a flash stands above: teasers that scripts open."""
    rows: dict[tuple[Element | None, str, str], set[Element]] = {}
    behind = clues.page.blocks[own.last : chosen[-1].order + ROWS * EXCERPTS]
    for heading in (b for b in behind if b.is_heading and not b.links):
        row = heading.element.parent
        if row is not None and 1 < row.last - heading.order <= 1 + EXCERPTS:
            rows.setdefault((row.parent, row.tag, row.label), set()).add(row)
    taken = {b.order for b in chosen}
    flash = sum(clues.sizes[i] for i in taken if i < own.last) < ENOUGH
    dropped: set[int] = set()
    for alike in (found for found in rows.values() if len(found) >= ROWS):
        orders = {i for row in alike for i in range(row.first, row.last)}
        # parts of a list, or of a day, begin with a number or an hour
        if all(clues.page.blocks[row.first].text[0].isdigit() for row in alike):
            continue
        if (flash or not orders <= taken) and all(len(clues.page.blocks[i].text) < LINE for i in orders):
            dropped |= orders
    kept = [b for b in chosen if b.order not in dropped] if dropped else chosen
    return kept if _size(clues, kept) >= LEAST else chosen


def _lead_within(clues: Clues, count: int) -> bool:
    """Whether a page has links to so many places of its own: those of a live blog's posts, which are one article."""
    return len({place for href in clues.page.hrefs if (place := href.partition("#")[2])}) >= count


def _article(block: Block) -> Element | None:
    """The outermost <article> that holds a block."""
    found, at = None, block.element.parent
    while at is not None:
        found, at = at if at.tag == "article" else found, at.parent
    return found


def _is_h1(block: Block) -> bool:
    holder = block.element.parent
    return block.element.tag == "h1" or (holder is not None and holder.tag == "h1")


def _without_teasers(clues: Clues, chosen: list[Block]) -> list[Block]:
    """Without the rows that hold a linked heading and a line or two each, and hardly anything between them but their like."""
    leading = [b.order for b in clues.page.headings if b.leads]
    if len(leading) < ROWS:
        return chosen
    led = set(leading)
    told = [0] * len(clues.page.blocks)
    for block in chosen:
        told[block.order] = block.order not in led
    so_far = [0, *accumulate(told)]
    kinds: dict[_Kind, dict[int, Element]] = {}
    for kind, row in _rows(chosen, leading):
        if so_far[row.last] - so_far[row.first] <= EXCERPTS:
            kinds.setdefault(kind, {})[row.order] = row
    dropped: set[int] = set()
    for rows in (list(found.values()) for found in kinds.values() if len(found) >= ROWS):
        first, last = rows[0].first, rows[-1].last
        strange = so_far[last] - so_far[first] - sum(so_far[row.last] - so_far[row.first] for row in rows)
        if strange <= STRANGE * len(rows):
            dropped.update(range(first, last))
    left = [b for b in chosen if b.order not in dropped] if dropped else chosen
    return left if _size(clues, left) > MOST * _size(clues, chosen) else chosen


def _rows(chosen: list[Block], leading: list[int]) -> Iterator[tuple[_Kind, Element]]:
    """For each block below a linked heading the least element that holds both, with what makes such rows alike."""
    for block in chosen:
        at = bisect_left(leading, block.order)
        row: Element | None = block.element if at else None
        for _ in range(ABOVE):
            if row is None:
                break
            if row.first <= leading[at - 1]:
                yield (row.tag, row.depth, block.element.tag, _NUMBER.sub("", block.element.label)), row
                break
            row = row.parent


def _size(clues: Clues, blocks: list[Block]) -> int:
    sizes = clues.sizes
    return sum([sizes[b.order] for b in blocks])
