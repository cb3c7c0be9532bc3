"""A text's words → its figures, each with the words before it; two texts' figures → whether they contradict.

Daily reports (markets, weather, lotteries) are one text with new figures: they share two thirds of their
shingles and are no copies. A copy that was cut, or stands among other texts, lacks figures but contradicts
none. So figures are compared only where the words before them are the same in both texts.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator

from xxhash import xxh32_intdigest

from crawler.dedupe.shingles import WORDS, Prose

MOST = 64  # figures kept of a text, the first
LETTERS_BEFORE = 8
LEAST_COMMON = 4  # figures at the same words; of fewer a correction may have changed most
AGREEING = 0.5

_NUMBER = re.compile("[0-9]+")
_BEHIND_DIGITS = b":"  # words of letters sort behind it, and nothing else stands in words


def pack_figures(prose: Prose) -> bytes:
    """Four bytes for each of the first figures: 16 bits of what stands before it, 16 of the figure."""
    kept: dict[int, int] = {}
    found = _after_words(prose.words) if prose.unit is WORDS else _after_letters(prose.letters)
    for place, figure in found:
        kept.setdefault(xxh32_intdigest(place) & 0xFFFF, xxh32_intdigest(figure) & 0xFFFF)
        if len(kept) == MOST:
            break
    return array("I", [place << 16 | figure for place, figure in kept.items()]).tobytes()


def contradict(first: bytes, second: bytes) -> bool:
    """Whether most figures at the same words differ."""
    mine, theirs = _unpacked(first), _unpacked(second)
    common = mine.keys() & theirs.keys()
    agreeing = sum(mine[place] == theirs[place] for place in common)
    return len(common) >= LEAST_COMMON and agreeing < AGREEING * len(common)


def _after_words(words: list[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """(the two words before it, figure); a figure among those two counts as any other."""
    for at in [at for at, word in enumerate(words) if word < _BEHIND_DIGITS]:
        before = words[max(0, at - 2) : at]
        yield b" ".join([b"0" if word < _BEHIND_DIGITS else word for word in before]), words[at]


def _after_letters(letters: str) -> Iterator[tuple[bytes, bytes]]:
    for found in _NUMBER.finditer(letters):
        start = found.start()
        before = _NUMBER.sub("0", letters[max(0, start - 2 * LETTERS_BEFORE) : start])[-LETTERS_BEFORE:]
        yield before.encode("utf-8", "surrogatepass"), found[0].encode()


def _unpacked(blob: bytes) -> dict[int, int]:
    values = array("I")
    values.frombytes(blob)
    return {value >> 16: value & 0xFFFF for value in values}
