"""Unicode normalisation whose time grows with the text alone, and little where little is to be done.

A text that is normal already is known to be at a fifteenth of the price. So the few signs that keep most others
from being it are put right first, and then only those lines are gone through that still are not normal.

Python sorts the combining marks behind a letter by insertion: 60,000 of them in one row take five seconds. No
language piles up more than a handful; of a longer row the first stay (UAX #15, Stream-Safe Text Format).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

MAX_MARKS = 30  # in one row: what UAX #15 holds enough for every language
STEP = 200  # characters: a row long enough to cost anything covers one of each so many

_COMMON = (  # in NFKC, whatever stands beside them
    *(("\u2026", "..."), ("\xa0", " "), ("\u0e33", "\u0e4d\u0e32")),
    *((chr(ord(sign) + 0xFEE0), sign) for sign in ",:!?();"),  # full-width
)
_ROW = re.compile(rf"[^\w\s\x00-\x7f]{{{MAX_MARKS + 1},}}")  # combining marks are no \w


def normalized(form: Literal["NFC", "NFKC"], text: str) -> str:
    """`text` in a normal form, rows of combining marks cut to MAX_MARKS where they are long enough to cost."""
    if any(map(unicodedata.combining, text[::STEP])):
        text = _ROW.sub(_cut, text)
    if unicodedata.is_normalized(form, text):
        return text
    if form == "NFKC":
        for sign, plain in _COMMON:
            text = text.replace(sign, plain)
    return "\n".join([unicodedata.normalize(form, line) for line in text.split("\n")])


def _cut(row: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for char in row[0]:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= MAX_MARKS:
            kept.append(char)
    return "".join(kept)
