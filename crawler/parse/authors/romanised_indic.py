"""A name in Latin letters → the same as a page shows it in one of the scripts of India, by its consonants.

    "Anuradha Kushwaha" declared, "अनुराधा कुशवाहा" shown · "Soumya Banerjee", "সৌম্য ব্যানার্জী"

The blocks of these scripts in Unicode are laid out alike, so that a letter's place in its block is its sound; Tamil, which
writes voiced and voiceless with one letter, is left out. Latin spellings agree neither on aspiration, nor on which nasal, nor
on whether it is b, v or w.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from crawler.patterns import lazily

LANGUAGES = frozenset(("as", "bn", "gu", "hi", "kn", "ml", "mr", "ne", "or", "pa", "te"))
_BLOCK = 0x80  # letters from the beginning of one script to that of the next
_LETTER = "[\u0900-\u0963\u0971-\u097f\u0980-\u0983\u0985-\u09df\u09f0\u09f1\u0a01-\u0a5e\u0a70\u0a81-\u0ad0\u0b01-\u0b5f\u0c01-\u0c5a\u0c80-\u0cd6\u0d00-\u0d4e\u0d7a-\u0d7f]"
NAMES = lazily(rf"{_LETTER}+(?: {_LETTER}+){{1,5}}")  # runs of words
_SOUNDS = (  # of the letters in their order, from ka to ha; the half vowel and the breath are written as one likes
    "kkggn" "ccjjn" "ttddn" "ttddnn" "ppvvn" "\0rrlllvsss\0"
)  # fmt: skip
_AT = {0x15 + n: sound for n, sound in enumerate(_SOUNDS)} | {
    **dict.fromkeys((0x01, 0x02), "n"),
    **dict.fromkeys((0x0B, 0x43, 0x5C, 0x5D, 0x70), "r"),
    0x58: "k",
    0x59: "k",
    0x5A: "g",
    0x5B: "j",
    0x5E: "p",
    0x71: "v",
}
_TOGETHER = (  # letters that are one sound: two of a kind with a dot, "gy"; "Singh"; letters of Bengali and Malayalam that no vowel follows
    *(("\u0921\u093c", "\u095c"), ("\u0922\u093c", "\u095c"), ("\u09a1\u09bc", "\u09dc"), ("\u09a2\u09bc", "\u09dc")),
    *(("\u091c\u094d\u091e", "\u0917"), ("\u09ce", "\u09a4"), ("\u0a70\u0a18", "\u0a02"), ("\u0a70", "\u0a02")),
    *(("\u0d7a", "\u0d23"), ("\u0d7b", "\u0d28"), ("\u0d7c", "\u0d30"), ("\u0d7d", "\u0d32"), ("\u0d7e", "\u0d33")),
)  # fmt: skip
_LATIN = str.maketrans("qzmfbw", "kjnpvv")
_VOWEL = lazily(r"(?<=[ao])w(?![aeiou])")  # "Gowda"
_HEARD = frozenset("kgcjtdnprlvs")


def sounds(word: str) -> str:
    """The consonants of a word in one of these scripts."""
    for letters, one in _TOGETHER:
        word = word.replace(letters, one)
    return _once(_AT.get((ord(letter) - 0x900) % _BLOCK, "") for letter in word)


def sounds_latin(word: str) -> str:
    """The consonants of a word in Latin letters, as these scripts would write it."""
    return _once(_VOWEL.sub("", word.lower()).replace("ngh", "n").replace("x", "ks").translate(_LATIN))


def _once(heard: Iterable[str]) -> str:
    return "".join(sound for sound, _ in groupby(s for s in heard if s in _HEARD))
