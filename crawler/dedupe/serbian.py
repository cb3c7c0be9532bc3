"""Serbian in Cyrillic → the same text in Latin letters: papers print both, letter by letter, and it stays one text."""

from __future__ import annotations

# A text of some length has one of them; other languages that are printed in Cyrillic have either in Serbian names alone, and
# always some of their own letters.
_SIGNS = "ћђ"
_OTHERS = "йяюыьъщэіїєќѓѕў"
_PAIRS = "аa бb вv гg дd ђđ еe жž зz иi јj кk лl љlj мm нn њnj оo пp рr сs тt ћć уu фf хh цc чč џdž шš"
_LATIN = {
    ord(letter): latin
    for pair in _PAIRS.split()
    for letter, latin in ((pair[0], pair[1:]), (pair[0].upper(), pair[1:].capitalize()))
}


def is_cyrillic(text: str) -> bool:
    """Whether a text is Serbian in Cyrillic letters."""
    return any(sign in text for sign in _SIGNS) and _count(text, _SIGNS) > _count(text, _OTHERS)


def latin(text: str) -> str:
    """The text in the Latin letters of the same language."""
    return text.translate(_LATIN)


def _count(text: str, letters: str) -> int:
    return sum(map(text.count, letters))
