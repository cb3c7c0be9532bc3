"""A text's words → its figures and what its title names, each with the words before it; two texts' → whether they
contradict.

Daily reports (markets, weather, lotteries) are one text with new figures: they share two thirds of their
shingles and are no copies. A copy that was cut, or stands among other texts, lacks figures but contradicts
none. So figures are compared only where the words before them are the same in both texts.

Announcements (a speaker, an award, a call to shareholders) are one text with another name. It stands in the
title, and in the text wherever the other text has that of its own title.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import compress, count

from xxhash import xxh32_intdigest

from crawler.dedupe.shingles import CJK, THAI, WORDS, Prose, encoded, letters_of, places_of

MOST = 64  # figures kept of a text, the first
LETTERS_BEFORE = 8
LEAST_COMMON = 4  # figures at the same words; of fewer a correction may have changed most
AGREEING = 0.5
MOST_NAMED = 24  # places kept at which a text has a word of its title, the first
WITHIN = 500  # words of the text; it says early what it is about
LEAST_NAMED = 2  # places at which a word always gives way to another; at one a desk may have put it otherwise
LEAST_BYTES = 4  # of a word that may be a name
NAME_LETTERS = 3  # of a word: spellings of one name differ behind them
GRAMS = {THAI: 5, CJK: 2}  # letters, where a script puts no spaces between words

_NUMBER = re.compile("[0-9]+")
_BEHIND_DIGITS = b":"  # words of letters sort behind it, and nothing else stands in words


def pack_figures(title: Prose, prose: Prose) -> bytes:
    """How many figures are kept, then four bytes for each of them and of the words of the title: 16 bits of what
    stands before it, 16 of itself.
    """
    if prose.unit is WORDS:
        figures, named = _after_words(prose.words), _named_words(title.words, prose.words)
    else:
        figures, named = _after_letters(prose.letters), _named_letters(title.letters, prose)
    kept = _kept(figures, MOST)
    return array("I", (len(kept), *kept, *_kept(named, MOST_NAMED))).tobytes()


def contradict(first: bytes, second: bytes) -> bool:
    """Whether most figures at the same words differ, or what one title names always gives way to what the other does."""
    (mine, my_names), (theirs, their_names) = _unpacked(first), _unpacked(second)
    common = mine.keys() & theirs.keys()
    agreeing = sum(mine[place] == theirs[place] for place in common)
    if len(common) >= LEAST_COMMON and agreeing < AGREEING * len(common):
        return True
    return _renamed(my_names, their_names)


def _renamed(mine: dict[int, int], theirs: dict[int, int]) -> bool:
    """Whether a name of one text stands at several places where the other has its own, or at one and both stand
    at several in their texts.
    """
    common = mine.keys() & theirs.keys()
    given = [(mine[place], theirs[place]) for place in common if mine[place] != theirs[place]]
    if not given:
        return False
    kept = {mine[place] for place in common if mine[place] == theirs[place]}
    if any(n >= LEAST_NAMED for n in Counter(name for name, _ in given if name not in kept).values()):
        return True
    often, their_often = _repeated(mine) - set(theirs.values()), _repeated(theirs) - set(mine.values())
    return any(name in often and other in their_often for name, other in given)


def _repeated(names: dict[int, int]) -> set[int]:
    return {name for name, count in Counter(names.values()).items() if count >= LEAST_NAMED}


def _kept(found: Iterable[tuple[bytes, int]], most: int) -> list[int]:
    """The first of each place."""
    kept: dict[int, int] = {}
    for place, value in found:
        kept.setdefault(xxh32_intdigest(place) & 0xFFFF, value)
        if len(kept) == most:
            break
    return [place << 16 | value for place, value in kept.items()]


def _sign(value: bytes) -> int:
    return xxh32_intdigest(value) & 0xFFFF


def _after_words(words: list[bytes]) -> Iterator[tuple[bytes, int]]:
    """(the two words before it, sign of the figure); a figure among those two counts as any other."""
    for at in [at for at, word in enumerate(words) if word < _BEHIND_DIGITS]:
        before = words[max(0, at - 2) : at]
        yield b" ".join([b"0" if word < _BEHIND_DIGITS else word for word in before]), _sign(words[at])


def _after_letters(letters: str) -> Iterator[tuple[bytes, int]]:
    for found in _NUMBER.finditer(letters):
        start = found.start()
        before = _NUMBER.sub("0", letters[max(0, start - 2 * LETTERS_BEFORE) : start])[-LETTERS_BEFORE:]
        yield before.encode("utf-8", "surrogatepass"), _sign(found[0].encode())


def _named_words(title: list[bytes], words: list[bytes]) -> Iterator[tuple[bytes, int]]:
    """(the two words before it, sign of how it begins) for each word of the title in the text."""
    long = [word for word in title if len(word) >= LEAST_BYTES and word > _BEHIND_DIGITS]
    names = {word: _sign(encoded(letters_of([word])[:NAME_LETTERS])) for word in long}
    words = words[:WITHIN]
    for at in compress(count(), map(names.__contains__, words)):
        yield b" ".join(words[max(0, at - 2) : at]), names[words[at]]


def _named_letters(title: str, prose: Prose) -> Iterator[tuple[bytes, int]]:
    """(the letters before it, sign of its first ones) for each run of the title's letters in the text."""
    letters, size = prose.letters[: 2 * WITHIN], GRAMS[prose.unit]
    grams = {title[i : i + size] for i in range(len(title) - size + 1)}
    starts = {found for gram in grams for found in places_of(gram, letters)}
    for start in sorted(start for start in starts if start - 1 not in starts):
        yield (
            encoded(letters[max(0, start - LETTERS_BEFORE) : start]),
            _sign(encoded(letters[start : start + size])),
        )


@lru_cache(maxsize=32)  # of one text for all its neighbours, and of them for its copies
def _unpacked(blob: bytes) -> tuple[dict[int, int], dict[int, int]]:
    """The figures and the names, each by its place."""
    values = array("I")
    values.frombytes(blob)
    pairs = [(value >> 16, value & 0xFFFF) for value in values[1:]]
    return dict(pairs[: values[0]]), dict(pairs[values[0] :])
