"""Unicode normalisation whose time grows with the text alone.

Python sorts the combining marks behind a letter by insertion: 60,000 of them in one row take five seconds. No
language piles up more than a handful; of a longer row the first stay (UAX #15, Stream-Safe Text Format).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

MAX_MARKS = 30  # in one row: what UAX #15 holds enough for every language
STEP = 200  # characters: a row long enough to cost anything covers one of each so many

_ROW = re.compile(rf"[^\w\s\x00-\x7f]{{{MAX_MARKS + 1},}}")  # combining marks are no \w


def normalized(form: Literal["NFC", "NFKC"], text: str) -> str:
    """`text` in a normal form, rows of combining marks cut to MAX_MARKS where they are long enough to cost."""
    if any(map(unicodedata.combining, text[::STEP])):
        text = _ROW.sub(_cut, text)
    return unicodedata.normalize(form, text)


def _cut(row: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for char in row[0]:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= MAX_MARKS:
            kept.append(char)
    return "".join(kept)
