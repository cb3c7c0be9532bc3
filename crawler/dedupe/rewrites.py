"""Two texts of one language that share some of their wording → whether one is the other, edited sentence by sentence.

A desk that puts each sentence a little otherwise leaves a third of the shingles. As many have two reports of one event
that quote the same people, and two texts by one form. What tells them apart is what stays in translation: who edits
keeps all figures in their order, and nearly all names; who reports anew counts other things, in another order.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from crawler.dedupe.anchors import DAY, NAME, NUMBER, RENDERED, kind_of, unpack, weight_of, years_counted
from crawler.dedupe.backgrounds import shares_background

WORDING = 0.3  # of the larger text's shingles, in the smaller one
LEAST_SIZE = 0.6  # of the larger text: what is much smaller may be an item of it
BEGUN = 0.2  # of each beginning, in the other text: who reports anew finds first sentences of one's own
LEAST_KNOWN = 24  # hashes of the smaller text, of which so small a share shows something
LEAST_FIGURES, LEAST_TOLD = 6, 12  # weight of the figures that both hold, and of all that both hold
FIGURES_KEPT, NAMES_KEPT = 0.9, 0.75  # of the text that has fewer
ORDER = 0.6  # of the figures: what is told anew is told in another order
# likewise, where so much of the smaller text is in the larger one: of figures that are too few nothing is known
WORDED, ORDER_WORDED = 0.55, 0.5
LEAD_TOLD = 0.6  # of one beginning, in the other text: a part's lead is made of what the whole one says
# figures that two texts of different weeks have in common, and their weight to that of all that one of them has
LEAST_ALIKE, ALIKE = 4, 0.75
FIGURES_REACHED = 0.75  # of the text that has more, for each letter of it that the other could have


def words_enough(least: int, most: int, common: int) -> bool:
    """Whether so many hashes of both of `least` and `most` may be an edited text's."""
    return least >= max(LEAST_KNOWN, LEAST_SIZE * most) and common >= WORDING * most


def rewritten(mine: bytes | None, theirs: bytes | None, lengths: float, wording: float = 0.0) -> bool:
    """Whether two texts, of which these are the packed anchors, tell the same things.

    `lengths` is that of the shorter to that of the longer, `wording` how much of the smaller is in the larger one.
    Without anchors nothing is known: they are not.
    """
    if not mine or not theirs:
        return False
    first, second = unpack(mine), unpack(theirs)
    figures, names = kept_figures(first, second), kept(first, second, (NAME,))
    common = set(first) & set(second)
    return (
        not shares_background(first, second, common)
        and figures.both >= max(LEAST_FIGURES, FIGURES_KEPT * figures.least)
        and figures.both >= FIGURES_REACHED * lengths * figures.most
        and in_order(first, second, common) >= (ORDER_WORDED if wording >= WORDED else ORDER)
        and names.both >= NAMES_KEPT * names.least
        and figures.both + names.both >= LEAST_TOLD
    )


def counts_alike(mine: bytes | None, theirs: bytes | None) -> bool:
    """Whether two texts, of which these are the packed anchors, count several things and hardly one that is not in both: a
    later step of an affair leaves out much of what the first report counted, and counts something else.
    """
    first, second = unpack(mine or b""), unpack(theirs or b"")
    both = [value for value in common_of(first, second) if kind_of(value) == NUMBER]
    figures = sum(map(weight_of, both))
    return len(both) >= LEAST_ALIKE and figures >= ALIKE * kept(first, second, (NUMBER,)).most


def common_of(mine: Sequence[int], theirs: Sequence[int]) -> set[int]:
    """The anchors that two texts share; a sum is, too, that one of them or both have in brackets behind their own money's,
    and a number that looks like a year in one of them.
    """
    ours, others = set(mine), set(theirs)
    common = ours & others
    years = years_counted()
    for dated, counted in ((ours, others), (others, ours)):
        for year in years.keys() & dated:
            if years[year] in counted:
                common |= {year, years[year]}
    rendered = [{value - RENDERED for value in side if kind_of(value) == RENDERED} for side in (mine, theirs)]
    if any(rendered):
        common |= (rendered[0] | set(mine)) & (rendered[1] | set(theirs))
    return common


def in_order(mine: Sequence[int], theirs: Sequence[int], common: set[int]) -> float:
    """Of the numbers that both texts hold, the share of neighbours that stand in the same order in both.

    0.5 where too few are shared to tell.
    """
    places = {value: place for place, value in enumerate(theirs)}
    row = [
        places[value] for value in mine if value in common and value in places and kind_of(value) == NUMBER
    ]
    if len(row) < 3:
        return 0.5
    return sum(one < two for one, two in pairwise(row)) / (len(row) - 1)


class Kept(NamedTuple):
    """Weights of anchors."""

    both: int  # of those that both texts hold
    least: int  # of the text that has less
    most: int


def kept(first: Sequence[int], second: Sequence[int], kinds: tuple[int, ...]) -> Kept:
    """What two texts, of which these are the anchors, hold of some kinds."""
    ours, others = ({value for value in side if kind_of(value) in kinds} for side in (first, second))
    own, their = sum(map(weight_of, ours)), sum(map(weight_of, others))
    return Kept(sum(map(weight_of, ours & others)), min(own, their), max(own, their))


def dated(first: Sequence[int], second: Sequence[int]) -> tuple[int, ...]:
    """The kinds of what two texts count and date: no days where they stand in one alone, as a paper puts its own in front."""
    return (NUMBER, DAY) if kept(first, second, (DAY,)).least > 0 else (NUMBER,)


def kept_figures(first: Sequence[int], second: Sequence[int]) -> Kept:
    """As kept(), of what two texts count and date."""
    return kept(first, second, dated(first, second))
