"""Chosen blocks → the same with all of each post of a live blog, and without the hour above each.

    [12:31  ·  Two hours late  ·  text]  [11:48  ·  In figures  ·  up 31 per cent  ·  two dockers]  [10:10  ·  text]

Of a post's heading and its list each line says little, and is left out where its neighbours are no paragraphs. Boxes alike, each
with an hour at its top, are posts where the page says that it is live, or the hours run backwards: those of a programme do not.
"""

from __future__ import annotations

import re
from itertools import pairwise

from crawler.parse.body.clues import Clues
from crawler.parse.body.house_lines import ROWS
from crawler.parse.body.insets import PRICE
from crawler.parse.body.live import is_called_live, time_of_day
from crawler.parse.body.neighbours import is_sentence
from crawler.parse.body.rows import LIVE
from crawler.parse.page.blocks import Block, Element
from crawler.parse.page.labels import ELSEWHERE, FURNITURE
from crawler.parse.page.stops import TOLD

POSTS = 3  # boxes alike that make a live blog
TOP = 3  # blocks of a post, of which one tells the hour
OUTER = 5  # elements around that line, of which one is the post
# characters of such a line, and words of letters in it: "Tuesday 3 July 2025, 5.45 pm CET"
HOUR, WORDS = 40, 4
TABLES = frozenset(("table", "tbody", "tr", "td", "dl", "dd"))  # of hours, as timetables are
BEFORE = 8  # blocks above the text, of which one may be the hour of its first post
WORDED = 3  # words of a sentence, and of one item at least of a list
_HOUR = re.compile(r"\d(?:[:.h][0-5]\d|\s?[apAP]\.?[mM])")  # looked for in all short lines at once
_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBER = re.compile(r"\d+")
_Kind = tuple[Element, str, str]


def with_posts(clues: Clues, chosen: list[Block]) -> list[Block]:
    """`chosen` with them; as it is where the page is no live blog."""
    if len({b.element.parent for b in chosen}) < POSTS:  # as most
        return chosen
    near = clues.page.blocks[max(0, chosen[0].order - BEFORE) : chosen[-1].order + 1]
    short = [b for b in near if len(b.text) <= HOUR]
    if len(short) < POSTS or len(_HOUR.findall("\n".join([b.text for b in short]))) < POSTS:
        return chosen
    hours = [b for b in short if b.element.tag not in ROWS and _tells_hour(b)]
    if len(hours) < POSTS or not _is_live(clues, hours):  # as nearly all
        return chosen
    known = {b.order for b in chosen}
    posts = _posts(hours)
    told = sum(any(i in known for i in range(e.first, e.last)) for e in posts)
    if told < POSTS or 2 * told < len(posts) or not _are_told(clues, posts):
        return chosen
    times = {b.order for b in hours}
    further = {b for e in posts for b in _lines(clues, e, known, times)}
    within = {i for e in posts for i in range(e.first, e.last)}
    return sorted(
        {*further, *(b for b in chosen if not (b.order in times and b.order in within))},
        key=lambda b: b.order,
    )


def _tells_hour(block: Block) -> bool:
    """Whether a short line is an hour, and at most the day and the zone beside it; of a heading, which may tell more, nearly all."""
    words = 1 if block.is_heading else WORDS
    return time_of_day(block.text) is not None and len(_WORD.findall(block.text)) <= words


def _is_live(clues: Clues, hours: list[Block]) -> bool:
    """Whether a page says that it is live, or its hours run backwards."""
    if any(LIVE in said for said in clues.page.json_ld) or is_called_live(clues.title or ""):
        return True
    told = [at for b in hours if (at := time_of_day(b.text)) is not None]
    return all(later >= earlier for later, earlier in pairwise(told)) and told[0] > told[-1]


def _posts(hours: list[Block]) -> list[Element]:
    """The elements, side by side and of one name, that each hold one of the hours at their top."""
    kinds: dict[_Kind, dict[Element, None]] = {}
    for block in hours:
        at: Element | None = block.element
        for _ in range(OUTER):
            if at is None or at.parent is None or block.order - at.first >= TOP:
                break
            if at.last - at.first > 1 and at.tag not in TABLES and not at.every & ELSEWHERE:
                kind = (at.parent, at.tag, _NUMBER.sub("", at.label))
                kinds.setdefault(kind, {})[at] = None
            at = at.parent
    return max(map(list, kinds.values()), key=len, default=[])


def _are_told(clues: Clues, posts: list[Element]) -> bool:
    """Whether sentences stand in most of them: what a programme or a table of tides says beside an hour is none."""
    told = (
        any(b.text.endswith(TOLD) for b in clues.page.blocks[e.first : e.last] if b.element.tag not in ROWS)
        for e in posts
    )
    return 2 * sum(told) > len(posts)


def _lines(clues: Clues, post: Element, known: set[int], times: set[int]) -> list[Block]:
    """The blocks of a post that are text beside those known: its heading, its list and what announces it, its short sentences."""
    found: list[Block] = []
    below = False  # something is told below a heading
    for block in reversed(clues.page.blocks[post.first : post.last]):
        own = block.element
        if block.order in known:
            below = True
        elif (
            block.links
            or block.order in times
            or clues.times[block.text] > 1
            or own.every & FURNITURE & ~post.every
        ):
            continue
        elif (
            (below and block.is_heading)
            or (block.text[-1] in ":：" and found and found[-1].order == block.order + 1)
            or _is_listed(clues, block)
            or _tells(clues, block)
        ):
            found.append(block)
            below = True
    return found


def _tells(clues: Clues, block: Block) -> bool:
    """Whether a line reads like a sentence, or is a paragraph of three words and a full stop: "Nobody was hurt."."""
    short = block.element.tag == "p" and block.text.endswith(TOLD) and len(block.text.split()) >= WORDED
    return short or is_sentence(clues, block)


def _is_listed(clues: Clues, block: Block) -> bool:
    """Whether a block is an item of a list of which one has some words, and none leads elsewhere or sells."""
    if block.element.tag != "li" or (home := block.element.parent) is None:
        return False
    rows = clues.page.blocks[home.first : home.last]
    return not any(b.links or PRICE.search(b.text) for b in rows) and any(
        len(b.text.split()) >= WORDED for b in rows
    )
