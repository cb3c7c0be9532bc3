"""A text → the words in it that may be names: what has a capital inside a sentence, Latin letters among others, foreign words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from crawler.dedupe import caucasian, indic

LATIN_SHARE = 0.6  # of a text's letters, by which it is written in Latin letters

_WITHIN = r"""(?:(?<=[^.!?:»”"\n] .)|(?<=[(\[“«].))"""  # no sentence begins with the letter in front of it
_CAPITAL = re.compile(rf"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽƏȘȚ]{_WITHIN}[\w&’'-]{{2,24}}")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-z0-9À-ɏ&+-]{2,24}")
_CYRILLIC = re.compile(rf"[Ѐ-ЯҐҒҚҢӨҮҰҺӘ]{_WITHIN}[а-џґғқңөүұһә-]{{3,24}}")
_GREEK = re.compile(rf"[Α-ΩΆΈΉΊΌΎΏ]{_WITHIN}[α-ωάέήίόύώϊϋ-]{{3,24}}")
_KATAKANA = re.compile("[ァ-ヴー]{4,20}")
_SEMITIC = re.compile("[\u05d0-\u05ea]{5,14}|[\u0621-\u064a\u0679-\u06d3]{5,14}")
_IN_CYRILLIC = frozenset(["ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "mn", "tg"])
_IN_SEMITIC = frozenset(["ar", "fa", "ur", "ps", "ckb", "he"])
_ENDINGS = (
    frozenset(("ого", "ому", "ыми", "ами")),
    frozenset(["ах", "ой", "ом", "ем", "ым", "их", "ые"]),
    frozenset("ауеыийьяю"),
)


def names_in(text: str, language: str) -> Iterable[str]:
    """What may be names, in the order of the text."""
    sample = text[:1000]
    if len(sample.encode("ascii", "ignore")) > LATIN_SHARE * len(sample):
        return _inside(_CAPITAL, text)
    return chain((found[0] for found in _LATIN.finditer(text)), _foreign(text, language))


def _foreign(text: str, language: str) -> Iterable[str]:
    """What may be names in the script of a language."""
    if language in _IN_CYRILLIC:
        return map(_without_ending, _inside(_CYRILLIC, text))
    if language == "el":
        return _inside(_GREEK, text)
    if language == "ja":
        return (found[0] for found in _KATAKANA.finditer(text))
    if language in _IN_SEMITIC:
        return (found[0] for found in _SEMITIC.finditer(text))
    if language in indic.LANGUAGES:
        return (found[0] for found in indic.WORD.finditer(text))
    if language in caucasian.LANGUAGES:
        return caucasian.names_in(text, language)
    return ()


def _without_ending(word: str) -> str:
    """A Cyrillic word as all its cases begin."""
    for letters, endings in zip((3, 2, 1), _ENDINGS, strict=True):
        if word[-letters:] in endings:
            return word[:-letters]
    return word


def _inside(capitals: re.Pattern[str], text: str) -> list[str]:
    """Words with a capital that no sentence begins with.

    The text's last letters count as if they stood in front of it: so it was when the anchors were made that are stored.
    """
    return capitals.findall(text[-2:] + text, 2)
