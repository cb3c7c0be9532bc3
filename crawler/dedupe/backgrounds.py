"""What two texts count, and where → whether they share no more than what is known of their subject.

A reporter who tells of the same subject again, or of the same deal on his own, takes the sum, the founding year and the
names that everybody has, or sets last month's account at the foot. Above it stands what is new; there he counts
something else. A translation counts what its original does from the beginning, and little by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from crawler.dedupe.anchors import NAME, NUMBER, kind_of, led, weight_of, weights_of_kinds

LEAST_FRONT = 2  # weight of what one counts before anything that both do: no round number
# of one number of it: 25 percent is a quarter, and 47 forty-seven, where another desk writes it in words
LEAST_IN_FIGURES = 3
OWN = 0.6  # weight of what each counts by itself to that of what both do: who reports on his own; a desk that rounds has as much
HEARD = 8  # weight of names that stand in one text only, by which somebody else was heard than in the other
NOUNS = 2  # times what both name, beyond which they are all the nouns of a German text
OWN_NAMES = 4  # weight of what each names by itself: somebody else was heard, too
# numbers in front of all that both count, and their weight: what is new, above a first report that is told again whole;
# with so many it is that, whoever is named
NEW, NEW_WEIGHT, MANY_NEW = 2, 5, 3


def shares_background(
    mine: Sequence[int], theirs: Sequence[int], common: set[int], in_words: bool = False
) -> bool:
    """Whether all the numbers that two texts share stand below the lead of both, and one has others above them.

    `mine` and `theirs` are the texts' anchors; of those that tell not where their lead ends nothing is known. `in_words`: what
    one counts may stand in words in the other, so that new names must go with what only one counts above.
    """
    early = led(mine), led(theirs)
    if early[0] is None or early[1] is None:
        return False
    numbers = [[value for value in side if kind_of(value) == NUMBER] for side in (mine, theirs)]
    if any(not common.isdisjoint(side[:end]) for side, end in zip(numbers, early, strict=True)):
        return False
    fronts = [_front(side, common) for side in numbers]
    weights = [sum(map(weight_of, front)) for front in fronts]
    if max(weights) < LEAST_FRONT:
        return False
    in_figures = any(weight_of(value) >= LEAST_IN_FIGURES for front in fronts for value in front)
    if not in_words or in_figures or min(weights) >= LEAST_FRONT:
        return True
    return _hears_others(*((mine, theirs) if weights[0] > weights[1] else (theirs, mine)), common)


def _hears_others(new: Sequence[int], other: Sequence[int], common: set[int]) -> bool:
    """Whether the text that counts something new names people of its own; one with capitals everywhere is no witness."""
    named, known, both = (weights_of_kinds(values)[NAME] for values in (new, other, common))
    if named - both > NOUNS * both:
        return min(named, known) - both >= OWN_NAMES
    return named - both >= HEARD


def begins_anew(mine: Sequence[int], theirs: Sequence[int], common: set[int], own_names: int) -> bool:
    """Whether one of two texts counts several other things, in all of its lead, before anything that both count, and each
    names somebody else, too: a follow-up, which tells below what the first report told at its beginning.

    `own_names` is as in reports_apart().
    """
    least = NEW if own_names >= OWN_NAMES else MANY_NEW
    for side in (mine, theirs):
        front = _front([value for value in side if kind_of(value) == NUMBER], common)
        if len(front) >= max(least, led(side) or 0) and sum(map(weight_of, front)) >= NEW_WEIGHT:
            return True
    return False


def reports_apart(both: int, own: int, own_names: int) -> bool:
    """Whether each of two equally long texts counts so much by itself that neither is told after the other.

    `both` is the weight of the numbers that both hold; `own` and `own_names` are those of the numbers and names of the
    text that has fewer of its own.
    """
    return both > 0 and (own >= both or (own >= OWN * both and own_names >= OWN_NAMES))


def _front(numbers: list[int], common: set[int]) -> list[int]:
    """The numbers in front of the first that both texts hold, none where they hold none."""
    first = next((at for at, value in enumerate(numbers) if value in common), 0)
    return numbers[:first]
