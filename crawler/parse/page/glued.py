"""The parts of a byline → its text, with a line break where nothing but a style sets a whole name and what follows it apart.

<div class="author"><a>Ann Lee</a><span>Reporter, Newtown</span></div>   →  Ann Lee ⏎ Reporter, Newtown
"""

from __future__ import annotations

from itertools import pairwise

from crawler.parse.page.clean import BREAK


def apart(parts: list[str]) -> str:
    """The parts as one text; each is what an element says, so that "<b>A</b>nn" is no name and what follows it."""
    told = parts[:1]
    for before, behind in pairwise(parts):
        told += (BREAK, behind) if _meet(before, behind) else (behind,)
    return "".join(told)


def _meet(name: str, behind: str) -> bool:
    """Whether two words or more, the last with a capital where its letters have them, meet a letter that is none of theirs."""
    words = name.split()
    if len(words) < 2 or not name[-1].isalpha() or not behind[:1].isalpha():
        return False
    return not (words[-1][0].islower() or behind[0].islower())
