"""A Korean run of syllables → the ways in which it may be written: Korean puts its spaces now so, now so.

디지털경제대회 → 디지털 경제대회, 디지털경제 대회, 디지털 경제 대회 …
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

LEAST_PART = 2  # syllables of a Korean word that is written with others in one
FREE = 10  # syllables, as 글로벌디지털경제대회 has, among which any spaces are looked for
BORDERED = 12  # syllables among which one space is
SPACES = 3  # of a Korean phrase, each of which may be left out
# ways of ten syllables: PostgreSQL takes 32,767 words and signs in a query, of fifty such phrases
MOST_SPELT = 34


def spellings(run: str) -> list[str]:
    """A Korean run as it is written, without some of its spaces or all, and with others; fewer spaces come first."""
    words = run.split(" ")
    letters = "".join(words)
    ways = [run, letters]
    if len(words) <= SPACES + 1:
        ways += map("".join, product(*((word, f"{word} ") for word in words[:-1]), words[-1:]))
    if len(letters) <= FREE:
        ways += sorted(_parted(letters), key=lambda way: way.count(" "))
    elif run == letters and len(letters) <= BORDERED:
        ways += (f"{run[:at]} {run[at:]}" for at in range(LEAST_PART, len(run) - LEAST_PART + 1))
    return list(dict.fromkeys(ways))[:MOST_SPELT]


def _parted(letters: str) -> Iterator[str]:
    """The ways of parting letters by spaces, no part shorter than LEAST_PART."""
    yield letters
    for at in range(LEAST_PART, len(letters) - LEAST_PART + 1):
        yield from (f"{letters[:at]} {rest}" for rest in _parted(letters[at:]))
