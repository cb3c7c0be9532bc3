"""The parts of a byline → its text, with a line break where nothing but a style sets a whole name and what follows it apart.

<div class="author"><a>Ann Lee</a><span>Reporter, Newtown</span></div>   →  Ann Lee ⏎ Reporter, Newtown
"""

from __future__ import annotations

import re
from itertools import pairwise
from unicodedata import category

from crawler.parse.page.clean import BREAK

_ENDING = 5  # letters of the longest ending that a language puts behind a name: "Ann Lee" + "ille"
_WORD = re.compile(r"[^\W\d_]+")
_UNITS = "年月日號号時时點点分년월일시분"  # of a date, which stand behind their number
_TIME = re.compile(r"(?:\d[.:]\d\d|\b(?:19|20)\d\d)$")  # a clock, a year: what a date ends in


def apart(parts: list[str]) -> str:
    """The parts as one text; each is what an element says, so that "<b>A</b>nn" is no name and what follows it."""
    told = parts[:1]
    for before, behind in pairwise(parts):
        told += (BREAK, behind) if _meet(before, behind) else (behind,)
    return "".join(told)


def _meet(before: str, behind: str) -> bool:
    """Whether two words or more, the last with a capital where its letters have them, meet what is none of theirs:
    a letter with a capital, a date, or a word longer than any ending; or a date meets such a word.
    """
    if not before or not behind or not (behind[0].isalnum()):
        return False
    if _TIME.search(before):  # "2025" + "年", "10:30" + "pm", "14:05" + "Uhr" are one
        return behind[0].isalpha() and behind[0] not in _UNITS and _is_long(behind)
    words = before.split()
    if len(words) < 2 or words[-1][0].islower() or not _is_letter(before[-1]):
        return False
    if behind[0].islower():
        return len(words[-1]) > 1 and _is_long(behind)  # no "Ann L" + "ee", its first letter set apart
    return True


def _is_long(text: str) -> bool:
    """Whether a text begins with a word longer than any ending, or unit of time."""
    word = _WORD.match(text)
    return word is not None and len(word[0]) > _ENDING


def _is_letter(char: str) -> bool:
    """Also the signs of vowels in which words of India end."""
    return char.isalpha() or category(char)[0] == "M"
