"""Two texts of one language that share their figures and names, and little of their wording → whether one is the other,
told in other words.

A desk that rewrites a release whole leaves no beginning and a fifth of the shingles. What it does not touch are the
figures, which it takes as they come, and the people and firms. Who reports anew counts other things, or in another
order, or hears somebody else; who follows up begins with figures of its own. So much more is asked than of an edited
text: all figures, many of them, in their order; nearly all names; and nothing that another text of a series says.
"""

from __future__ import annotations

from collections.abc import Sequence

from crawler.dedupe.anchors import NAME, NUMBER, kind_of, unpack
from crawler.dedupe.backgrounds import shares_background
from crawler.dedupe.beginnings import open_beginning
from crawler.dedupe.figures import contradict
from crawler.dedupe.forms import filled_anew
from crawler.dedupe.rewrites import LEAD_TOLD, LEAST_KNOWN, dated, in_order, kept
from crawler.dedupe.sketch import sketch_of
from storage.records import Fingerprint

LEAST_KEYS = 8  # shared, of those that translations are found by: a cheap sign that it may be one
LEAST_LENGTH = 0.6  # of the longer text: what is much shorter may be an item of it, or a brief of its own
LEAST_NUMBERS, LEAST_TOLD = 5, 22  # that both hold; weight of figures and names that both hold
LEAST_NAMES = 8  # weight of those: two desks with one short release of figures wrote two reports
NAMES_KEPT = 0.9  # of the text that has fewer
# of the text that has more, for each letter of the longer text that the other could have; the shorter one has no figures
# of its own, as a follow-up has
FIGURES_REACHED, NAMES_REACHED = 0.8, 0.5
LEADING = 2  # numbers of each text, of which the other has one: a follow-up begins with others
ORDER = 0.75  # of the figures
IN_ORDER = 0.5  # likewise, where a translation tells the same already
NAMED = 0.8  # weight of the names to that of the figures: what is mostly figures, as a phone's data, prices of a day or an
# election, lies open to everybody, and who tells of it takes it as it comes, too
TOUCHED = 0.15  # of the shingles of the smaller text, in the larger one: some words always stay
REPEATED = 0.55  # likewise, where a translation tells the whole of both: so much is no background
RETOUCHED = 0.12  # likewise, where a translation tells the same already


def reworded(mine: Fingerprint, theirs: Fingerprint) -> bool:
    """Whether one of two texts of a language is the other in other words; without anchors nothing is known."""
    shorter, longer = sorted((mine, theirs), key=lambda of: of.length)
    lengths = shorter.length / max(longer.length, 1)
    if lengths < LEAST_LENGTH or not _tell_the_same(shorter, longer, lengths):
        return False
    sketches = sketch_of(mine.sketch), sketch_of(theirs.sketch)
    ours, others, common = sketches[0].shared(sketches[1])
    if min(ours, others) < LEAST_KNOWN or common < TOUCHED * min(ours, others):
        return False
    heads = open_beginning(mine.head), open_beginning(theirs.head)
    if max(heads[0].within(sketches[1]), heads[1].within(sketches[0])) >= LEAD_TOLD:
        return False  # a beginning that stands there word for word is a piece of another text
    retitled = heads[0].is_retitled(heads[1])
    return not contradict(mine.numbers, theirs.numbers, retitled) and not filled_anew(mine, theirs)


def repeated(mine: Fingerprint, theirs: Fingerprint) -> bool:
    """Whether so much of one of two texts, of which a third tells the whole, is in the other that they are one, each with a
    lead or cuts of its own.
    """
    ours, others, common = sketch_of(mine.sketch).shared(sketch_of(theirs.sketch))
    return min(ours, others) >= LEAST_KNOWN and common >= REPEATED * min(ours, others)


def retouched(mine: Fingerprint, theirs: Fingerprint, whole: bool = False) -> bool:
    """Whether two texts that tell what a third does in another language tell it in one order from the beginning, and share
    some wording; or, where the third tells both `whole`, count so much in one order that both were made of one text.
    """
    ours, others, common = sketch_of(mine.sketch).shared(sketch_of(theirs.sketch))
    if min(ours, others) < LEAST_KNOWN:
        return False
    few, many = unpack(mine.anchors or b""), unpack(theirs.anchors or b"")
    both = set(few) & set(many)
    order = in_order(few, many, both)
    counted = (
        whole
        and order >= ORDER
        and sum(kind_of(value) == NUMBER for value in both) >= LEAST_NUMBERS
        and (names := kept(few, many, (NAME,))).both
        >= NAMES_REACHED * names.most  # else somebody else was heard
    )
    if not counted and (common < RETOUCHED * min(ours, others) or order < IN_ORDER):
        return False
    begun = all(not both.isdisjoint(_first_numbers(side)) for side in (few, many))
    return begun and not shares_background(few, many, both)


def _tell_the_same(shorter: Fingerprint, longer: Fingerprint, lengths: float) -> bool:
    """Whether both count the same, in one order and from the beginning, and name the same."""
    few, many = unpack(shorter.anchors or b""), unpack(longer.anchors or b"")
    common = set(few) & set(many)
    if sum(kind_of(value) == NUMBER for value in common) < LEAST_NUMBERS:
        return False
    figures, names = kept(few, many, dated(few, many)), kept(few, many, (NAME,))
    return (
        not any(kind_of(value) in dated(few, many) for value in set(few) - common)
        and all(not common.isdisjoint(_first_numbers(side)) for side in (few, many))
        and figures.both >= FIGURES_REACHED * lengths * figures.most
        and names.both >= max(LEAST_NAMES, NAMES_KEPT * names.least, NAMES_REACHED * lengths * names.most)
        and figures.both + names.both >= LEAST_TOLD
        and names.both >= NAMED * figures.both
        and in_order(few, many, common) >= ORDER
    )


def _first_numbers(said: Sequence[int]) -> list[int]:
    return [value for value in said if kind_of(value) == NUMBER][:LEADING]
