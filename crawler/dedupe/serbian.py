"""Serbian in Cyrillic → the same text in Latin letters: papers print both, letter by letter, and it stays one text."""

from __future__ import annotations

# A text of some length has one of them; no other language that is printed in Cyrillic has either.
_SIGNS = "ћђ"
_PAIRS = "аa бb вv гg дd ђđ еe жž зz иi јj кk лl љlj мm нn њnj оo пp рr сs тt ћć уu фf хh цc чč џdž шš"
_LATIN = {
    ord(letter): latin
    for pair in _PAIRS.split()
    for letter, latin in ((pair[0], pair[1:]), (pair[0].upper(), pair[1:].capitalize()))
}


def is_cyrillic(text: str) -> bool:
    """Whether a text is Serbian in Cyrillic letters."""
    return any(sign in text for sign in _SIGNS)


def latin(text: str) -> str:
    """The text in the Latin letters of the same language."""
    return text.translate(_LATIN)
