"""Runs of capitalised words in Latin letters: the expressions that find them."""

from __future__ import annotations

import re

LETTERS = "A-Za-z0-9À-ÖØ-öø-ɏ\u1e00-\u1eff"
UPPER = "".join(char for char in map(chr, (*range(0x41, 0x250), *range(0x1E00, 0x1F00))) if char.isupper())
_REST = rf"[{LETTERS}&]{{0,40}}(?:(?:['’](?!s\b)|[-.])[{LETTERS}&]{{1,40}}|(?<=People)['’]s){{0,6}}"
WORD = rf"[{UPPER}](?<![{LETTERS}].){_REST}"
_CAMEL = rf"(?:[{UPPER}](?<![{LETTERS}].)|[a-z](?<![{LETTERS}].)(?=[A-Z][a-z])){_REST}"
_FORM = r"(?:\.?,?\s(?:Ltd|Inc|LLC|Limited|Co|Corp)\b\.?(?:,?\s?Ltd\b\.?)?)?"
RUN = re.compile(rf"{WORD}(?:[ \u00a0](?:& )?{WORD}){{0,12}}{_FORM}")
OF = "of|for|on|de|del|da|do|dos|des|du|di|für"
LONG_RUN = re.compile(rf"{WORD}(?:(?:[ \u00a0](?:& )?{WORD}){{1,12}}|(?=\s(?:{OF})\s)){_FORM}")
FOREIGN_RUN = re.compile(rf"{_CAMEL}(?:[ \u00a0](?:& )?{_CAMEL}){{0,12}}{_FORM}")


def words_of(name: str) -> list[str]:
    """Its words in lower case, without the marks at their edges."""
    return [word.strip(".,&'’") for word in name.lower().split()]
