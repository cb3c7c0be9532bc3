"""The bytes of a page, UTF-8 → the same, without what is built to make a parser slow or fat.

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
MAX_TAGS = 200_000  # a page ends after so many: each element of the tree takes 280 bytes
MAX_EQUALS = (
    30_000  # likewise: so many attributes in one tag take 1.5 s; 23,000 is the most of 846 real pages
)
MAX_COPIES = 300_000  # elements that unclosed formatting adds; about 60 MB
ALIKE = 36  # formatting elements without attributes that can be open at once: three of each of twelve

_FORMAT = re.compile(  # with attributes; in both cases spelled out, which is three times as fast as ignoring them
    rb"<[bBcCeEfFiIsStTuU](?:[iI][gG]|[oO][dD][eE]|[mM]|[oO][nN][tT]|[mM][aA][lL][lL]|[tT][rR][iI][kK][eE]|[tT][rR][oO][nN][gG]|[tT])?[\s/]"
)
_FORMATS = frozenset(
    [b"b", b"big", b"code", b"em", b"font", b"i", b"s", b"small", b"strike", b"strong", b"tt", b"u"]
)
_UNCLOSED = frozenset(  # need no end tag, or have none
    b"p li td tr th dt dd option br hr img input meta link area base col embed source track wbr param tbody thead tfoot colgroup "
    b"a b i em strong font u s small big code nobr tt rp rt".split()
)
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9-]{0,30})[^<>]*>?")
_NAME = re.compile(rb"<[a-zA-Z][a-zA-Z0-9-]{0,30}")


def bounded(page: bytes) -> bytes:
    """The page, untouched unless it is suspect."""
    page = _without_long_tags(page)
    tags = page.count(b"<")
    if tags > MAX_TAGS:
        page = b"<".join(page.split(b"<", MAX_TAGS)[:MAX_TAGS])
    if page.count(b"=") > MAX_EQUALS:
        page = b"=".join(page.split(b"=", MAX_EQUALS)[:MAX_EQUALS])
    if (len(_FORMAT.findall(page)) + ALIKE) * tags > MAX_COPIES:
        page = _cut(page)
    if tags > SUSPECT and tags - 2 * page.count(b"</") > SUSPECT:
        page = _Flatten().run(page)
    return page


def _cut(page: bytes) -> bytes:
    """`page` as far as its unclosed formatting stays within bounds; real pages are whole."""
    opened = dict.fromkeys(_FORMATS, 0)
    formats = copies = 0
    for tag in _TAG.finditer(page):
        name = tag[2].lower()
        if name in _FORMATS:
            step = 1 if not tag[1] else -1 if opened[name] else 0
            opened[name] += step
            formats += step
            continue
        copies += formats
        if copies > MAX_COPIES:
            return page[: tag.start()]
    return page


def _without_long_tags(page: bytes) -> bytes:
    """`page` with its long tags shortened; only every LONG-th character is looked at."""
    pieces: list[bytes] = []
    done = 0
    for at in range(0, len(page) - LONG, LONG):
        if at < done or page.find(b"<", at, at + LONG) >= 0:  # the commonest case, and the cheapest
            continue
        start = page.rfind(b"<", done, at)
        if start < 0 or not (name := _NAME.match(page, start)):
            continue
        end = page.find(b">", start) + 1 or len(page)
        if (following := page.find(b"<", at, end)) >= 0:
            end = following
        if end - start > LONG and _attributes(page, start, end) > MANY:
            pieces += (page[done:start], name[0], b">")
        else:
            pieces.append(page[done:end])
        done = end
    return b"".join((*pieces, page[done:])) if pieces else page


def _attributes(page: bytes, start: int, end: int) -> int:
    """How many attributes a tag has, at most: what parts them in HTML, counted."""
    return sum(page.count(mark, start, end) for mark in (b" ", b"=", b"\n", b"\t", b"\r", b"\f", b"/"))


class _Flatten:
    """Counts the open elements and leaves out those below the depth, with the end tags that belong to them."""

    def __init__(self) -> None:
        self.depth = self.dropped = 0

    def run(self, page: bytes) -> bytes:
        return _TAG.sub(self._tag, page)

    def _tag(self, match: re.Match[bytes]) -> bytes:
        name = match[2].lower()
        if name in _UNCLOSED:
            return match[0]
        if match[1]:
            if self.dropped:
                self.dropped -= 1
                return b" "
            self.depth = max(0, self.depth - 1)
            return match[0]
        if self.depth >= DEEP:
            self.dropped += 1
            return b" "
        self.depth += 1
        return match[0]
