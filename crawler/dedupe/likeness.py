"""Two texts' anchors and lengths → how alike they are, and how sure it is that one is a translation of the other.

Two releases about one event share its days, its place and its names; what they count differs. So figures decide:
how many of the text that has fewer stand in the other, too. Where a text counts next to nothing its figures tell
neither for nor against, and names must tell.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from crawler.dedupe.anchors import DAY, EDITION, NAME, NUMBER, PLACE, weights_of_kinds
from crawler.dedupe.backgrounds import begins_anew, reports_apart, shares_background
from crawler.dedupe.rewrites import common_of, in_order
from storage.records import Fingerprint, Neighbour

LENGTHS = 0.33  # of the shorter text to the longer one, each as long as it would be in English
# weight of as many figures as tell nothing yet, and the share that says as little
FEW_FIGURES, UNTOLD = 6, 0.4
# weight of the figures of which a text of that length would keep one, and the length
MANY_FIGURES, FULL = 8, 0.75
FEW_NAMES = 4  # weight of as many names as happen to stand in two texts
MORE_THAN_A_DAY = (
    3  # weight of days and places: of one day in common half the news of a week has it in common
)
_LETTERS = {
    "zh": 0.32,
    "ja": 0.45,
    "ko": 0.5,
    "th": 0.95,
    "ar": 0.8,
    "he": 0.75,
    "vi": 0.95,
}  # to those of English
_AROUND, _UNDATED = (DAY, PLACE, EDITION), (PLACE, EDITION)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two texts compare; shares are of the text that has less, 0..1, and of few things nearer to telling nothing."""

    rarity: float  # bits that the shared keys tell, by how few texts of the last days hold them
    figures: float  # share of the numbers
    names: float  # share of the names
    around: float  # share of days, places and editions
    order: float  # share of the shared numbers that stand in one order in both; 0.5 where too few are shared to tell
    length: float  # of the shorter to the longer text
    apart: bool  # each is a report of its own, or no more is shared than a background, or one tells the other's below news of its own


def score(like: Likeness) -> float:
    """How sure it is that one is a translation of the other, 0..1.

    Fitted by logistic regression: the news that was professionally translated among the rows of
    tests/benchmarks/copies.py, and the tuning half of tests/benchmarks/translations.yaml, in stores large and small.
    A pair that is none counts twice, and rarity no less than here: a real week holds more texts than any sample.
    """
    if like.apart:
        return 0.0
    sum_ = (
        -14.18
        + 0.05 * like.rarity
        + 10.82 * like.figures
        + 5.57 * like.names
        + 1.4 * like.around
        + 1.69 * (like.order - 0.5)
        + 6.44 * like.length
    )
    return 1 / (1 + math.exp(-sum_))


def likeness(mine: Sequence[int], theirs: Sequence[int], rarity: float, length: float) -> Likeness:
    """How two texts compare, of which these are the anchors.

    `rarity` is what their shared keys tell, `length` how long the shorter one is to the longer.
    """
    common = common_of(mine, theirs)
    # what both hold each holds, though one has it in brackets or as what looks like a year
    ours, others, both = map(weights_of_kinds, (common.union(mine), common.union(theirs), common))

    least = min(ours[NUMBER], others[NUMBER])
    if not both[NUMBER] and length >= FULL:
        most = max(ours[NUMBER], others[NUMBER])
        least = most if most >= MANY_FIGURES else least  # nothing was cut, and none of many figures is there
    figures = (min(both[NUMBER], least) + UNTOLD * FEW_FIGURES) / (least + FEW_FIGURES)
    names = both[NAME] / (min(ours[NAME], others[NAME]) + FEW_NAMES)
    # no day that stands in one beside none in the other, which may say Monday
    dated = ours[DAY] > 0 and others[DAY] > 0
    around_kinds = _AROUND if dated else _UNDATED
    least = min(sum(map(side.__getitem__, around_kinds)) for side in (ours, others))
    around = sum(map(both.__getitem__, around_kinds)) / max(least, MORE_THAN_A_DAY * dated, 1)
    own, own_names = (min(ours[kind], others[kind]) - both[kind] for kind in (NUMBER, NAME))
    apart = length >= FULL and reports_apart(both[NUMBER], own, own_names)
    apart = apart or shares_background(mine, theirs, common, in_words=True)
    apart = apart or begins_anew(mine, theirs, common, own_names)
    return Likeness(rarity, figures, names, around, in_order(mine, theirs, common), length, apart)


def lengths_of(language: str | None, fingerprint: Fingerprint, neighbour: Neighbour) -> float:
    """How long the shorter text is to the longer one, each as in English; 0 where they cannot be translations."""
    other = bare(neighbour)
    if not language or not other or language == other or fingerprint.version != neighbour.fingerprint.version:
        return 0.0
    return share(language, fingerprint, neighbour)


def bare(of: Neighbour) -> str:
    """Its language without a region or script, "" where that is not known."""
    return (of.language or "").partition("-")[0]


def share(language: str | None, fingerprint: Fingerprint, neighbour: Neighbour) -> float:
    """As lengths_of(), of any two languages."""
    lengths = sorted((_length(fingerprint, language or ""), _length(neighbour.fingerprint, bare(neighbour))))
    return lengths[0] / lengths[1] if lengths[1] else 0.0


def _length(fingerprint: Fingerprint, language: str) -> float:
    return fingerprint.length / _LETTERS.get(language, 1.0)
