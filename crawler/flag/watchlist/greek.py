"""A folded Greek name → what the beginnings of its words may look like besides: the accent wanders to the next syllable where
an ending grows ("σύνοδος", "της συνόδου"), and capitals have none ("ΣΥΝΟΔΟΣ").
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import product

from crawler.patterns import lazily

# A vowel, or two that are spoken as one: the accent of such a pair stands on its second letter.
_SYLLABLE = lazily("[αεο][ιί]|[αεο][υύ]|υ[ιί]|[αεηιουωάέήίόύώϊϋΐΰ]")
_ACCENT = "\u0301"
_THIRD = -3  # of a word's syllables, from its end: an accent further from the end there cannot be
MAX_WORDS = 4  # whose accents wander; of more, no longer in every choice


def greek_forms(folded: str) -> Iterator[str]:
    """The name as it is, with the accents of its words where longer endings take them, and without any."""
    choices = [_accents(word) for word in folded.split(" ")]
    wander = [at for at, forms in enumerate(choices) if len(forms) > 1]
    for at in wander[MAX_WORDS:]:
        choices[at] = choices[at][:1]
    yield from map(" ".join, product(*choices))
    yield _bare(folded)


def _accents(word: str) -> tuple[str, ...]:
    """The word, and with its accent a syllable on where it stands on the third from the end."""
    syllables = list(_SYLLABLE.finditer(word))
    if len(syllables) < -_THIRD:
        return (word,)
    third, second = syllables[_THIRD], syllables[_THIRD + 1]
    if _bare(third.group()) == third.group():
        return (word,)
    moved = unicodedata.normalize("NFC", second.group() + _ACCENT)
    return (
        word,
        word[: third.start()]
        + _bare(third.group())
        + word[third.end() : second.start()]
        + moved
        + word[second.end() :],
    )


def _bare(text: str) -> str:
    """Without accents; what parts two vowels stays."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).replace(_ACCENT, ""))
