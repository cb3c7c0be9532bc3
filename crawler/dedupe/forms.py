"""Two texts whose wording is mostly the same → whether they are one form, filled in for two occasions.

A club that invites to a lecture every month, a fund that gives a grant each year and a chain that opens shops change a
title, a day, a place and a person; the hour, the seats and the words stay. Figures that agree prove nothing there. A
copy keeps the day and nearly all names, or leaves some out: it does not have others in their place. So such texts are
apart where each says what the other does not, under titles of which part is the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from crawler.dedupe.anchors import DAY, MOST, NAME, NUMBER, PLACE, kind_of, unpack, weight_of
from crawler.dedupe.beginnings import open_beginning
from crawler.dedupe.rewrites import kept
from storage.records import Fingerprint

LEAST_SIZE = 0.6  # of the larger text: what is much smaller was cut, and what is much larger holds more
OWN_TITLE = 1  # word of each title: "opens new store in Malmo"
SAME_DAYS = 0.75  # of what is told, from which another day may be that of the copy, in its dateline
SAME = 0.7  # likewise, where no other day is named
# weight of what each puts in the other's place: two or three names; and in what is longer than a notice
LEAST_PUT, LEAST_PUT_LONG = 6, 10
TOLD = (NUMBER, DAY, NAME, PLACE)


def filled_anew(first: Fingerprint, second: Fingerprint) -> bool:
    """Whether each of two texts, of which one contains the other's wording, tells of an occasion of its own."""
    if not first.anchors or not second.anchors:
        return False
    if min(first.length, second.length) < LEAST_SIZE * max(first.length, second.length):
        return False
    mine, theirs = open_beginning(first.head), open_beginning(second.head)
    if not mine.is_retitled(theirs, OWN_TITLE):
        return False
    sides = unpack(first.anchors), unpack(second.anchors)
    if any(sum(kind_of(value) == NAME for value in side) == MOST[NAME] for side in sides):
        return False  # of which some were left out
    days, told = kept(*sides, (DAY,)), kept(*sides, TOLD)
    put = _in_place(*sides)
    if days.both < days.least:  # a weekday may be the same
        return put >= LEAST_PUT or told.both <= SAME_DAYS * told.least
    least = LEAST_PUT if mine.short and theirs.short else LEAST_PUT_LONG
    return put >= least and told.both <= SAME * told.least


def _in_place(mine: Sequence[int], theirs: Sequence[int]) -> int:
    """The weight of what each text says where the other says something else: behind the same, of the same kind."""
    common = set(mine) & set(theirs)
    ours, others = (_own_behind(side, common) for side in (mine, theirs))
    return sum(min(ours[place], others[place]) for place in ours.keys() & others.keys())


def _own_behind(side: Sequence[int], common: set[int]) -> Counter[tuple[int, int]]:
    """The weight of what a text says alone, by its kind and the last of that kind before it which both say."""
    found, last = Counter[tuple[int, int]](), dict[int, int]()
    for value in side:
        kind = kind_of(value)
        if value in common:
            last[kind] = value
        elif kind in TOLD:
            found[kind, last.get(kind, 0)] += weight_of(value)
    return found
