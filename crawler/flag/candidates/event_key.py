"""A name of an event → the key under which its spellings are one, and the language it is written in."""

from __future__ import annotations

import unicodedata

from crawler.flag.text.numerals import ANY_YEAR, ORDINAL
from crawler.patterns import lazily

_NUMBERS = lazily(rf"{ORDINAL}|{ANY_YEAR}")
_CYRILLIC_END = lazily(
    "(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|ях|ах|ией|иям|ям|ам|ых|их|ым|им|ом|ем|ой|ей|ая|яя|ое|ее|ый|ий|ую|юю|"
    "ии|ию|ия|ие|а|у|е|ы|и|й|я|ю|ь)$"
)
_GERMAN = lazily("konferenz|gipfel|kongress|messe|tagung|woche")
_GERMAN_END = lazily("(?:en|er|es|em|e|n|s)$")
MIN_STEM = 4  # letters that an ending leaves


def key_of(name: str) -> str:
    """What one event's names have in common: letters without accents, endings, years, ordinals and spaces.

    >>> key_of("the 3rd asia data forum 2026") == key_of("asia data forum")
    True
    """
    bare = _NUMBERS.sub(" ", name)
    german = _GERMAN.search(bare) is not None
    kept = [_stem(word, german) for word in bare.split() if word not in ("the", "annual")]
    plain = unicodedata.normalize("NFD", "".join(kept))
    return unicodedata.normalize("NFC", "".join(filter(_counts, plain)))


def _counts(char: str) -> bool:
    """Whether the character tells names apart: letters, digits and vowel signs do, accents do not."""
    return char.isalnum() or (unicodedata.category(char)[0] == "M" and not "\u0300" <= char <= "\u036f")


def _stem(word: str, german: bool) -> str:
    """The word without what inflection changes: Russian and German endings, the Arabic article."""
    if word.startswith("ال") and len(word) > MIN_STEM:
        return word[2:]
    end = (
        _CYRILLIC_END.search(word) if "а" <= word[0] <= "ё" else _GERMAN_END.search(word) if german else None
    )
    return word[: end.start()] if end and end.start() >= MIN_STEM else word


def language_of(name: str, language: str | None) -> str | None:
    """The article's language, or the one that the name's letters are of: "AI Summit" is English in a Thai text too."""
    for letters, languages in _LETTERS:
        if letters.search(name):
            return language if language in languages else languages[0]
    return "en" if name.isascii() and any(language in languages for _, languages in _LETTERS) else language


_LETTERS = (
    (lazily("[\u0e00-\u0e7f]"), ("th",)),
    (lazily("[\uac00-\ud7a3]"), ("ko",)),
    (lazily("[\u3040-\u30ff]"), ("ja",)),
    (lazily("[\u3400-\u9fff]"), ("zh", "ja")),
    (lazily("[\u0620-\u064a]"), ("ar", "fa", "ur")),
    (lazily("[\u0400-\u04ff]"), ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg")),
)
