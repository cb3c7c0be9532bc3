"""What two texts count, and where → whether they share no more than what is known of their subject.

A reporter who tells of the same subject again, or of the same deal on his own, takes the sum, the founding year and the
names that everybody has, or sets last month's account at the foot. Above it stands what is new; there he counts
something else. A translation counts what its original does from the beginning, and little by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from crawler.dedupe.anchors import NUMBER, kind_of, led, weight_of

LEAST_FRONT = 2  # weight of what one counts before anything that both do: no round number
OWN = 0.6  # weight of what each counts by itself to that of what both do: who reports on his own; a desk that rounds has as much
OWN_NAMES = 4  # weight of what each names by itself: somebody else was heard, too


def shares_background(mine: Sequence[int], theirs: Sequence[int], common: set[int]) -> bool:
    """Whether all the numbers that two texts share stand below the lead of both, and one has others above them.

    `mine` and `theirs` are the texts' anchors; of those that tell not where their lead ends nothing is known.
    """
    early = led(mine), led(theirs)
    if early[0] is None or early[1] is None:
        return False
    numbers = [[value for value in side if kind_of(value) == NUMBER] for side in (mine, theirs)]
    if any(not common.isdisjoint(side[:end]) for side, end in zip(numbers, early, strict=True)):
        return False
    return any(_front(side, common) >= LEAST_FRONT for side in numbers)


def reports_apart(both: int, own: int, own_names: int) -> bool:
    """Whether each of two equally long texts counts so much by itself that neither is told after the other.

    `both` is the weight of the numbers that both hold; `own` and `own_names` are those of the numbers and names of the
    text that has fewer of its own.
    """
    return both > 0 and (own >= both or (own >= OWN * both and own_names >= OWN_NAMES))


def _front(numbers: Sequence[int], common: set[int]) -> int:
    """The weight of the numbers in front of the first that both texts hold, 0 where they hold none."""
    own = 0
    for value in numbers:
        if value in common:
            return own
        own += weight_of(value)
    return 0
