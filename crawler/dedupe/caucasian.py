"""The letters of Georgian and Armenian → the sounds of skeletons.py; which of their words may be names, without their cases.

Georgian knows no capitals, so that each long word may be one, as in Arabic; Armenian does. What a case hangs on to a name
goes before its sound is taken: ლომიძემ and ლომიძის are ლომიძე, Լոմիձեն and Լոմիձեի Լոմիձե.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

SOUNDS = {
    **dict.fromkeys("ბპფբպփ", "p"),
    **dict.fromkeys("ვվֆ", "f"),
    **dict.fromkeys("დთტդթտ", "t"),
    **dict.fromkeys("გკქყღხգկքխղ", "k"),
    **dict.fromkeys("ზსჟშჩცწჭჯզսժշչճցծջ", "s"),
    **dict.fromkeys("ძձ", "ts"),  # dz, in Latin letters
    **dict.fromkeys("ლլ", "l"),
    **dict.fromkeys("რրռ", "r"),
    **dict.fromkeys("მմ", "m"),
    **dict.fromkeys("ნն", "n"),
}
VOWELS = "აეიოუաեէըիոօ"  # h, y and the second half of Armenian's u have no sound
_GEORGIAN = re.compile("[ა-ჰ]{4,20}")
_ARMENIAN = re.compile(r"(?<=[^.։:\n] )[«]?([Ա-Ֆ][ա-և]{3,24})|(?<=[(«])([Ա-Ֆ][ա-և]{3,24})")
_ENDINGS = {
    "ka": ("ისთვის", "იდან", "თან", "ში", "მა", "ის", "ით", "მ", "ს"),
    "hy": ("ների", "ներ", "ից", "ում", "ով", "ին", "ի", "ը", "ն"),
}
_LEAST = 4  # letters of a name without its ending
LANGUAGES = frozenset(_ENDINGS)


def names_in(text: str, language: str) -> Iterator[str]:
    """The words that may be names, in order."""
    found = _GEORGIAN.finditer(text) if language == "ka" else _ARMENIAN.finditer(text)
    for word in found:
        yield _bare(word[word.lastindex or 0], _ENDINGS[language])


def _bare(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)]
    return word
