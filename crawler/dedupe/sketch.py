"""Shingles → a sample of them in 170 bytes; two samples → what the texts share.

A sketch holds the smallest hashes of a set. Below the lower of two sketches' bounds both are complete, and
what they share there is a fair sample of what the sets share (bottom-k sketches: Broder 1997; Cohen and
Kaplan 2007).
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate, compress

SIZE = 128  # hashes kept of a text: with 96 F1 is .004 worse, with 256 .001 better
BITS = 16  # of a hash: 8 % of two texts of 5,000 shingles are alike by chance; most gaps fit one byte
SPACE = 2**BITS  # hashes lie below
_BYTES = 256  # values of one
_FIRST = 7 if sys.byteorder == "little" else 0  # place of a shingle's first byte
_ON = 255  # a byte that says: the gap is longer
_HASH = _FIRST // 2  # place of its first 16 bits, in pairs of bytes
_LOW = 0 if sys.byteorder == "little" else 1  # which byte of 16 bits is the lower one
_ENDS = bytes(step != _ON for step in range(256))
# shingles, from which on it is cheaper to look for those that are taken than to pass by the others
MANY = 1000
_TAKEN = re.compile(b"\1")
_SPREAD = 3  # standard deviations by which more shingles are taken than are wanted, so that it is enough


class Sketch:
    """Every hash of a text's shingles below `bound`, or up to it where one is the bound itself."""

    __slots__ = ("_hashes", "bound", "row")

    def __init__(self, row: list[int], bound: int) -> None:
        self.row = row  # the hashes in order, each once
        self.bound = bound
        # made when it is first needed: most texts are compared once, and told apart by their row
        self._hashes: frozenset[int] | None = None

    @property
    def hashes(self) -> frozenset[int]:
        """The same in no order."""
        if self._hashes is None:
            self._hashes = frozenset(self.row)
        return self._hashes

    def shared(self, other: Sketch) -> tuple[int, int, int]:
        """(hashes of this text, of the other, of both), as far as both sketches are complete."""
        bound, own, others = self.bound, len(self.row), len(other.row)
        common = len(self.hashes.intersection(other.row))
        if bound < other.bound:
            others = bisect_left(other.row, bound)
            common -= others < len(other.row) and other.row[others] == bound
        elif other.bound < bound:
            own = bisect_left(self.row, other.bound)
            common -= own < len(self.row) and self.row[own] == other.bound
        return own, others, common


def smallest(sums: array[int], count: int) -> list[int]:
    """The `count` smallest of the shingles, in order.

    Where there are many, only those are sorted whose first byte is below a bound that a few more than `count` stay
    under.
    """
    likely = count + int(_SPREAD * count**0.5)
    if len(sums) > 2 * likely:
        bound = _BYTES * likely // len(sums) + 1
        first = sums.tobytes()[_FIRST :: sums.itemsize].translate(_below(bound))
        some = (
            compress(sums, first) if len(sums) < MANY else (sums[at.start()] for at in _TAKEN.finditer(first))
        )
        found = sorted(set(some))
        if len(found) >= count:
            return found[:count]
    return sorted(set(sums))[:count]


@cache
def _below(bound: int) -> bytes:
    """For bytes.translate(): 1 for the bytes below `bound`, 0 for the others."""
    return bytes(value < bound for value in range(_BYTES))


def pack(shingles: Sequence[int]) -> bytes:
    """The hashes of shingles that smallest() gave, as the gaps between them: two bytes each, or bytes that add up."""
    hashes = array("H", array("Q", shingles).tobytes())[_HASH::4]
    count = len(hashes)
    lanes = int.from_bytes(hashes.tobytes(), sys.byteorder)  # which are in order: none carries into another
    before = (lanes << BITS) % (1 << BITS * count) if sys.byteorder == "little" else lanes >> BITS
    gaps = (lanes - before).to_bytes(2 * count, sys.byteorder)
    if count and hashes[-1] // _ON >= count:  # so few shingles, so wide gaps
        return b"H" + gaps
    low, high = gaps[_LOW::2], gaps[1 - _LOW :: 2]
    if _ON in low or any(high):
        return b"B" + b"".join(map(_STEPS.__getitem__, array("H", gaps)))
    return b"B" + low


class _Steps(dict[int, bytes]):
    """The bytes of each gap, made when it is first met."""

    def __missing__(self, gap: int) -> bytes:
        steps = self[gap] = bytes([_ON] * (gap // _ON) + [gap % _ON])
        return steps


_STEPS = _Steps()


def unpack(blob: bytes) -> list[int]:
    """What pack() packed, in order."""
    if blob[:1] == b"B":
        steps = blob[1:]
        if _ON not in steps:
            return list(accumulate(steps))
        return list(compress(accumulate(steps), steps.translate(_ENDS)))
    gaps = array("H")
    gaps.frombytes(blob[1:])
    return list(accumulate(gaps))


@lru_cache(maxsize=32)  # a text that was stored is what the next ones are compared with
def sketch_of(blob: bytes) -> Sketch:
    """The sketch that a blob holds; one that is not full holds every shingle. Of a blob that was dropped: of no text."""
    hashes = unpack(blob)
    row = list(dict.fromkeys(hashes)) if 0 in blob else hashes  # where no gap is nought none stands twice
    return Sketch(row, hashes[-1] if len(hashes) >= SIZE else SPACE)
