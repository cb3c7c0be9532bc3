"""The text of a page → the same, without what is built to make a parser slow or fat.

Lexbor takes quadratic time over elements nested in each other (100,000: 12 s) and over the attributes of one tag
(20,000: 0.7 s, 500,000: minutes), and HTML's own rules open an unclosed ``<b>`` anew in every paragraph after it, so
that 25 KB become 700 MB. No reader ever sees the difference: what is nested deeper than 1,000 elements loses its
tags, a tag of more than 1,000 attributes loses these, and a page ends where formatting would fill the memory.
"""

from __future__ import annotations

import re

SUSPECT = 10_000  # tags, and more of them opened than closed: as deep as that costs 0.1 s
DEEP = 1_000
LONG = 20_000  # characters of a tag from which its attributes are counted
MANY = 1_000
MAX_COPIES = 300_000  # elements that unclosed formatting adds; about 60 MB
ALIKE = 36  # formatting elements without attributes that can be open at once: three of each of twelve

_FORMAT = re.compile(  # with attributes; in both cases spelled out, which is three times as fast as ignoring them
    "<[bBcCeEfFiIsStTuU](?:[iI][gG]|[oO][dD][eE]|[mM]|[oO][nN][tT]|[mM][aA][lL][lL]|[tT][rR][iI][kK][eE]|[tT][rR][oO][nN][gG]|[tT])?[\\s/]"
)
_FORMATS = frozenset(["b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u"])
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


def bounded(text: str) -> str:
    """The page, untouched unless it is suspect."""
    text = _without_long_tags(text)
    tags = text.count("<")
    if (len(_FORMAT.findall(text)) + ALIKE) * tags > MAX_COPIES:
        text = _cut(text)
    if tags > SUSPECT and tags - 2 * text.count("</") > SUSPECT:
        text = _Flatten().run(text)
    return text


def _cut(text: str) -> str:
    """`text` as far as its unclosed formatting stays within bounds; real pages are whole."""
    opened = dict.fromkeys(_FORMATS, 0)
    formats = copies = 0
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        if name in _FORMATS:
            step = 1 if not tag[1] else -1 if opened[name] else 0
            opened[name] += step
            formats += step
            continue
        copies += formats
        if copies > MAX_COPIES:
            return text[: tag.start()]
    return text


def _without_long_tags(text: str) -> str:
    """`text` with its long tags shortened; only every LONG-th character is looked at."""
    pieces: list[str] = []
    done = 0
    for at in range(0, len(text) - LONG, LONG):
        if at < done or text.find("<", at, at + LONG) >= 0:  # the commonest case, and the cheapest
            continue
        start = text.rfind("<", done, at)
        if start >= 0 and (found := _LONG_TAG.match(text, start)):
            pieces += (text[done:start], _shorten(found))
            done = found.end()
    return "".join((*pieces, text[done:])) if pieces else text


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
