"""The text of a page → the same, without what is built to make a parser slow.

Lexbor takes quadratic time over elements nested in each other (100,000: 12 s) and over the attributes of one tag
(20,000: 0.7 s, 500,000: minutes). No reader ever sees the difference: what is nested deeper than 1,000 elements
loses its tags, a tag of more than 1,000 attributes loses these.
"""

from __future__ import annotations

import re

SUSPECT = 5_000  # more tags opened than closed
DEEP = 1_000
LONG = 20_000  # characters of a tag from which its attributes are counted
MANY = 1_000

_UNCLOSED = frozenset(  # need no end tag, or have none
    [
        "p",
        "li",
        "td",
        "tr",
        "th",
        "dt",
        "dd",
        "option",
        "br",
        "hr",
        "img",
        "input",
        "meta",
        "link",
        "area",
        "base",
        "col",
        "embed",
        "source",
        "track",
        "wbr",
        "param",
        "tbody",
        "thead",
        "tfoot",
        "colgroup",
        "a",
        "b",
        "i",
        "em",
        "strong",
        "font",
        "u",
        "s",
        "small",
        "big",
        "code",
        "nobr",
        "tt",
        "rp",
        "rt",
    ]
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]{0,30})[^<>]*>?")
_LONG_TAG = re.compile(rf"<([a-zA-Z][a-zA-Z0-9-]{{0,30}})[^<>]{{{LONG},}}>?")


def bounded(text: str, body: bytes) -> str:
    """The page, untouched unless it is suspect; `body` is what it was decoded from, in which tags are counted faster."""
    if any(_in_long_tag(text, at) for at in range(0, len(text) - LONG, LONG)):
        text = _LONG_TAG.sub(_shorten, text)
    tags = body.count(b"<")
    if tags > SUSPECT and tags - 2 * body.count(b"</") > SUSPECT:
        text = _Flatten().run(text)
    return text


def _in_long_tag(text: str, at: int) -> bool:
    """Whether no tag begins for long after a place, and the one before it has not ended: a script's text has."""
    if text.find("<", at, at + LONG) >= 0:
        return False
    start = text.rfind("<", 0, at)
    return text.find(">", max(start, 0), at + LONG) < 0


def _shorten(match: re.Match[str]) -> str:
    return f"<{match[1]}>" if max(match[0].count("="), match[0].count(" ")) > MANY else match[0]


class _Flatten:
    """Counts the open elements and leaves out those below the depth, with the end tags that belong to them."""

    def __init__(self) -> None:
        self.depth = self.dropped = 0

    def run(self, text: str) -> str:
        return _TAG.sub(self._tag, text)

    def _tag(self, match: re.Match[str]) -> str:
        name = match[2].lower()
        if name in _UNCLOSED:
            return match[0]
        if match[1]:
            if self.dropped:
                self.dropped -= 1
                return " "
            self.depth = max(0, self.depth - 1)
            return match[0]
        if self.depth >= DEEP:
            self.dropped += 1
            return " "
        self.depth += 1
        return match[0]
