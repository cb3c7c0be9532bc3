"""Two texts of one language, one much shorter → whether it is the other, told in short by a desk that kept part of the wording.

    wording      a third of the shorter text stands in the longer one, and some of each beginning in the other text
    what is told every figure and day of the shorter text, and nearly every name; both texts begin with some of them

A follow-up that repeats an old passage begins with words of its own, counts something new, or hears somebody else. An item
of a round-up is a smaller part of it, and the round-up begins with other things. Two reports of one event share a tenth
of their wording; two texts by one form have figures of their own.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from crawler.dedupe.anchors import DAY, NAME, NUMBER, kind_of, led, unpack, weight_of
from crawler.dedupe.backgrounds import shares_background
from crawler.dedupe.beginnings import Beginning
from crawler.dedupe.rewrites import LEAST_FIGURES, LEAST_KNOWN, NAMES_KEPT, common_of, dated, in_order, kept
from crawler.dedupe.sketch import Sketch
from storage.records import Fingerprint

WORDING = 0.3  # of the shorter text's shingles, in the longer one
# likewise, where few names are known, as in Chinese: there five letters in a row are alike sooner, too
WORDING_UNNAMED, LEAST_NAMES = 0.4, 6
# of the longer text: what is shorter may be an item of it, and what is hardly shorter a report of its own
LEAST_LENGTH, MOST_LENGTH = 0.3, 0.8
BEGUN = 0.18  # of each beginning, in the other text: three of sixteen hashes
LEAST_TOLD = 9  # weight of figures and names that both hold
LEAST_NUMBERS, LEADING = 2, 2  # that both hold; of each text's first, of which the other has one
ORDER = 0.5  # of the figures: who sums up puts two of them into one sentence


def wording_enough(least: int, common: int) -> bool:
    """Whether so many hashes of the shorter text's `least` may be a condensed text's."""
    return least >= LEAST_KNOWN and common >= WORDING * least


def condensed(
    mine: tuple[Fingerprint, Sketch, Beginning], theirs: tuple[Fingerprint, Sketch, Beginning]
) -> bool:
    """Whether one of two texts is the other, told in short; without anchors nothing is known: it is not."""
    (short, sketch, head), (long, whole, lead) = sorted((mine, theirs), key=lambda side: side[0].length)
    if not short.anchors or not long.anchors:
        return False
    if not LEAST_LENGTH * long.length <= short.length <= MOST_LENGTH * long.length:
        return False
    if lead.misled or lead.foreign or min(head.within(whole), lead.within(sketch)) < BEGUN:
        return False
    few, many = unpack(short.anchors), unpack(long.anchors)
    common, names = set(few) & set(many), kept(few, many, (NAME,))
    own, others, shared = sketch.shared(whole)
    if names.both < LEAST_NAMES and shared < WORDING_UNNAMED * min(own, others):
        return False
    return (
        bool(led(few))  # else a passage of the longer one stands below what is new
        and _counts_no_more(few, many, common)
        and names.both >= NAMES_KEPT * names.least
        and sum(weight_of(value) for value in common if kind_of(value) in (NUMBER, DAY, NAME)) >= LEAST_TOLD
        and in_order(few, many, common) >= ORDER
        and not shares_background(few, many, common)
    )


def summed_up(short: Fingerprint, long: Fingerprint) -> bool:
    """Whether a text counts nothing that another in any language does not, and both begin with some of it."""
    few, many = unpack(short.anchors or b""), unpack(long.anchors or b"")
    return _counts_no_more(few, many, common_of(few, many))


def _counts_no_more(few: Sequence[int], many: Sequence[int], common: Collection[int]) -> bool:
    kinds = dated(few, many)
    counted = [[value for value in side if kind_of(value) in kinds] for side in (few, many)]
    numbers = [[value for value in side if kind_of(value) == NUMBER] for side in counted]
    return (
        all(value in common for value in counted[0])
        and len(numbers[0]) >= LEAST_NUMBERS
        and sum(map(weight_of, counted[0])) >= LEAST_FIGURES
        and all(any(value in common for value in side[:LEADING]) for side in numbers)
    )
