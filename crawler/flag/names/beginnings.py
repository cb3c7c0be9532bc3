"""Names → an automaton over how they begin; a folded text → the places where whole names stand.

Behind its first letters a name is like few others: what is left of it is compared where they are found. An automaton over
all letters of ten thousand names takes three times the memory, and seven times as long to make.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import accumulate, chain

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

LEAST = 10  # characters of a beginning; of a shorter name all
MORE = 5  # characters by which one that many names share is longer
FEW = 8  # names that share one


class Beginnings:
    """Names, to be found in texts."""

    def __init__(self, names: Sequence[str]) -> None:
        shared = _shared(names)
        numbers = [*chain.from_iterable(shared.values())]
        rests = [names[number][len(begin) :] for begin, sharing in shared.items() for number in sharing]
        self._automaton = AhoCorasick(
            list(shared), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )
        whole = {name: number for number, name in enumerate(names)}
        self._alone = array(
            "i", (whole.get(begin, -1) if len(of) == 1 else -1 for begin, of in shared.items())
        )
        self._names = array("I", numbers)
        self._of = array(
            "I", accumulate(map(len, shared.values()), initial=0)
        )  # where a beginning's are in it
        self._rests = "".join(rests)  # one text for 10,000, which would take a megabyte
        self._cuts = array("I", accumulate(map(len, rests), initial=0))

    def found(self, text: str, most: int) -> list[tuple[int, int, int]]:
        """(end, start, number) of each name in the folded `text`, in that order; of `most` beginnings at most.

        None that begins within a word of Latin letters, like "ces" in "services": so do nearly half of all.
        """
        places: list[tuple[int, int, int]] = []
        for which, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True)[:most]:
            if start and "a" <= text[start - 1] <= "z" and "a" <= text[start] <= "z":
                continue
            if (alone := self._alone[which]) >= 0:  # one name that ends there, as most that are met
                places.append((end, start, alone))
                continue
            for at in range(self._of[which], self._of[which + 1]):
                rest = self._rests[self._cuts[at] : self._cuts[at + 1]]
                if text.startswith(rest, end):
                    places.append((end + len(rest), start, self._names[at]))
        places.sort()
        return places


def _shared(names: Sequence[str]) -> dict[str, list[int]]:
    """The beginnings of the names, and by their numbers whose each is."""
    shared: dict[str, list[int]] = {}
    left, size = list(range(len(names))), LEAST
    while left:
        level: dict[str, list[int]] = {}
        for number in left:
            level.setdefault(names[number][:size], []).append(number)
        left = []
        for begin, numbers in level.items():
            if len(numbers) <= FEW or len(begin) < size:
                shared[begin] = numbers
            else:
                left += numbers
        size += MORE
    return shared
