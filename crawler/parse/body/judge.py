"""Blocks → the body of the article: each block is judged on its own, then in the light of the others.

    blocks ─own clues→ scores ─clues around→ scores ─above zero→ body

A score is a sum of weights (weights.py) over clues (clues.py): a linear model, learned on real pages, that knows markup
and shape but no words, no language and no publisher. Judging again lets a block profit from what its neighbours, its
parent and the rest of the page turned out to be: a short line between two paragraphs is text, the same line among
links is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice
from operator import itemgetter

from crawler.parse.body.answers import with_answers
from crawler.parse.body.around import Surroundings
from crawler.parse.body.asides import without_asides
from crawler.parse.body.attached import with_attached
from crawler.parse.body.boxes import HEADLINE, WORDS
from crawler.parse.body.clues import Clues
from crawler.parse.body.columns import without_columns
from crawler.parse.body.endless import without_endless
from crawler.parse.body.greeting import with_greeting
from crawler.parse.body.headline import tells_again
from crawler.parse.body.insets import with_insets
from crawler.parse.body.others import without_others
from crawler.parse.body.own_boxes import without_own_boxes
from crawler.parse.body.place_alone import with_place
from crawler.parse.body.posts import with_posts
from crawler.parse.body.rest import with_rest
from crawler.parse.body.rows import ELSEWHERE, completed
from crawler.parse.body.site_lines import without_site_lines
from crawler.parse.body.weights import ALONE, TOGETHER
from crawler.parse.page import labels
from crawler.parse.page.blocks import Block, Outline
from crawler.parse.page.clean import plain

IDLE = -6.0  # score of a block that is plainly a link
HOPELESS = -2.0  # a block below it is not judged again: no neighbour has ever saved one
CERTAIN = 2.0  # nor is one above it: the second look loses more of them than it mends
SHORT = 250  # characters: a shorter body is asked again with a lower bar
FEW = 40  # blocks: a body of more is no gallery's
ROWS, LINKED = 3, 0.5  # links that part what is doubtful from a text, and share of a line that makes it one
GALLERY, CAPTION = 4, 30  # captions that make one, and characters of a caption that tells something
# blocks at the top of a text that may tell the title, and characters between two links of a path
TOP, PATH = 4, 3
SWOLLEN = 10_000  # characters: no heading is that long, but one that a broken page never closes
STEP, STEPS = 0.7, 5  # how much the bar is lowered each time, and how often it is set

_Weights = tuple[float, ...]
_Places = Callable[[_Weights], _Weights]  # takes from a table what stands at them

_NUMBERED = re.compile(r"\W{0,2}([1-9]\d?)(?:[.)、．](?!\d)|/\d|\s[-–—]\s)")  # "1. ", "(1) ", "1/12"
_SUMMARIES = ("description", "og:description")


def measure(page: Outline, title: str | None) -> Clues:
    """What can be told of each block before any is judged."""
    summaries = (plain(text) for name in _SUMMARIES for text in page.metas.get(name, ()))
    return Clues(page, title, frozenset(s for s in summaries if s))


def body(clues: Clues) -> list[Block]:
    """The blocks that are the article's text, in order, without its title; empty where the page shows none."""
    chosen = with_rest(clues, completed(clues, choose(clues, judge(clues))))
    chosen = with_insets(clues, with_answers(clues, with_posts(clues, chosen)))
    chosen = without_others(clues, without_columns(clues, chosen))
    chosen = without_own_boxes(clues, without_endless(clues, chosen))
    chosen = with_place(clues, _without_swollen(clues, without_asides(clues, chosen)))
    chosen = with_attached(clues, chosen)
    chosen = with_greeting(clues, without_site_lines(chosen, clues.title))
    return _with_captions(clues, chosen) if len(chosen) < FEW else chosen


def _without_swollen(clues: Clues, chosen: list[Block]) -> list[Block]:
    """The blocks without headings too long for any, which would take the room of the text below; all where that is none."""
    told = [b for b in chosen if len(b.text) < SWOLLEN or not b.is_heading]
    if len(told) == len(chosen):  # as nearly always
        return chosen
    return told if sum(clues.sizes[b.order] for b in told) >= SHORT else chosen


def _with_captions(clues: Clues, chosen: list[Block]) -> list[Block]:
    """The text of a gallery: its captions, where they tell more than all else that is chosen."""
    told = [
        clues.page.blocks[i]
        for i, every in enumerate(clues.signs)
        if every & labels.CAPTION
        and not every & ELSEWHERE
        and clues.sizes[i] >= CAPTION
        and clues.density[i] < 0.4
    ]
    if len(told) < GALLERY:
        return chosen
    whole = sum(clues.sizes[b.order] for b in told)
    beside = sum(clues.sizes[b.order] for b in chosen if not b.element.every & labels.CAPTION)
    if whole < beside and not _are_numbered(told):
        return chosen
    homes = {home for b in told for home in (b.element, b.element.parent)}
    headed = (
        b for b in clues.page.headings if b.element.every & labels.CAPTION and b.element.parent in homes
    )
    # what was let in below the pictures, because the text without their captions is short
    near = (b for b in chosen if b.order < told[-1].order or clues.prose[b.order])
    return sorted({*told, *near, *(b for b in headed if not b.links)}, key=lambda b: b.order)


def _are_numbered(captions: list[Block]) -> bool:
    """Whether captions count from one on: a text told in pictures, which is read in that order."""
    counts = [found[1] for b in captions if (found := _NUMBERED.match(b.text))]
    return len(counts) >= GALLERY and counts == [str(n) for n in range(1, len(counts) + 1)]


def choose(clues: Clues, scores: list[float]) -> list[Block]:
    """The blocks above the bar; where they make too short a text the bar is lowered."""
    blocks, title = clues.page.blocks, clues.title
    chosen: list[Block] = []
    last = 0  # of what is beyond doubt in a short text
    for step in range(STEPS):
        bar = -STEP * step
        chosen = [b for b, s in zip(blocks, scores, strict=True) if s > bar and b.text != title]
        chosen = _below_title(clues, chosen, title) if title else chosen
        if sum([clues.sizes[b.order] for b in chosen]) >= SHORT:
            break
        if not step and chosen:
            last = chosen[-1].order
    end = _before_links(clues, last) if last else len(blocks)
    return [b for b in chosen if b.order < end]


def _below_title(clues: Clues, chosen: list[Block], title: str) -> list[Block]:
    """The blocks without those at their top that tell the title once more, and what stands above them and the headline."""
    again = [at for at, b in enumerate(chosen[:TOP]) if tells_again(b, title)]
    if not again:  # as in most
        return chosen
    above = (at for at in range(again[-1]) if at not in again)
    # a standfirst may stand above the offer to share what the title names
    told = [chosen[at] for at in above if 0 <= clues.headline < chosen[at].order]
    return told + chosen[again[-1] + 1 :]


def _before_links(clues: Clues, last: int) -> int:
    """Where the last of some rows of headlines stands that part what is doubtful from the last that is text: so a flash ends, and
    the margin begins. Networks to share it with, and what it is filed under, have shorter names.
    """
    blocks = clues.page.blocks
    below = islice(blocks, last + 1, None)
    rows = (b for b in below if b.links and clues.density[b.order] > LINKED)
    told = (b for b in rows if len(b.text.split()) >= WORDS or clues.sizes[b.order] >= HEADLINE)
    return next((b.order + 1 for b in islice(told, ROWS - 1, None)), len(blocks))


def judge(clues: Clues) -> list[float]:
    """A score for each block; above zero it is text."""
    blocks = clues.page.blocks
    first = [IDLE] * len(blocks)
    asked: list[tuple[int, float, _Places]] = []  # block, what its element weighs together, its own places
    for i in clues.told:
        block = blocks[i]
        _, weight, with_others = clues.of_element(block.element)
        own: _Places = itemgetter(*clues.of_block(i, block))  # a tuple's own __getitem__ takes twice as long
        first[i] = score = weight + sum(own(ALONE))
        if HOPELESS <= score < CERTAIN:
            asked.append((i, with_others, own))
    if not asked:
        return first
    around, scores = Surroundings(clues, first), first.copy()
    for i, weight, own in asked:
        scores[i] = weight + sum(own(TOGETHER)) + sum(itemgetter(*around.of(i))(TOGETHER))
    return scores
