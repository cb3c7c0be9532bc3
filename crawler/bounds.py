"""The bytes of a page, UTF-8 → the same, without what is built to make a parser slow or fat.

Lexbor takes quadratic time over elements nested in each other (100,000: 12 s) and over the attributes of one tag
(20,000: 0.7 s, 500,000: minutes), and HTML's own rules open an unclosed ``<b>`` anew in every paragraph after it, so
that 25 KB become 700 MB. No reader ever sees the difference: what is nested deeper than 1,000 elements loses its
tags, a tag of more than 1,000 attributes loses these, and a page ends where formatting would fill the memory.

Ordinary pages are told by tests that cost 0.1 ms: they may suspect too much, never too little.
"""

from __future__ import annotations

import re
from itertools import product

from ahocorasick_rs import BytesAhoCorasick

from crawler.nesting import FORMATS, bearable

USUAL = 7_000  # tags; as many elements in each other cost 0.1 s
LONG = 8_000  # characters of a tag from which its attributes are counted; of three each they cost 6 ms
MANY = 1_000
# times a page is looked through where it is unsure what is a tag; 25 ms per megabyte each at most
EFFORT = 12
TRIES = 50  # ``>`` looked at to find one that ends a tag
LARGE, HUGE = 300_000, 2_000_000  # bytes, from which the names of attributes may be, and are, counted
USUAL_VALUES = 30_000  # attributes' values; 23,000 is the most of 846 real pages
MAX_NAMES = 30_000  # 3,400 is the most of these; 100,000 take a second
MAX_ATTRIBUTES = 1_000_000  # each takes 190 bytes
MAX_TAGS = 200_000  # a page ends after so many: each element of the tree takes 280 bytes
SUSPECT = 600_000  # formatting times tags: so many elements it could add, 120 MB, if none of it were closed
ALIKE = 3 * len(FORMATS)  # formatting elements without attributes that are opened anew: three of each

_NAME = re.compile(rb"</?[a-zA-Z][^ \t\n\r\f/>]*+")
_LIKE_TAG = re.compile(rb"<[a-zA-Z/!?]")
_ONE = rb"""[ \t\n\r\f/]*+([^ \t\n\r\f/>][^ \t\n\r\f/>=]*+)(?:[ \t\n\r\f]*+=[ \t\n\r\f]*+(?:"[^"]*+"?|'[^']*+'?|[^ \t\n\r\f>"'][^ \t\n\r\f>]*+)?)?+"""
_ATTRIBUTE = re.compile(_ONE)
_START = re.compile(rb"<[a-zA-Z][^<>]*+")
# an only choice is sought anew for each option
_SELECT = re.compile(rb"<[sS][eE][lL][eE][cC][tT](?=[ \t\n\r\f/>])")
_REST = re.compile(rb"(?:" + _ONE + rb")*+[ \t\n\r\f/]*+")
_SPACES = re.compile(rb"[ \t\n\r\f/]*+")
_RAW_END = re.compile(rb"</(?:script|style|textarea|title|xmp|iframe|no[a-z]+|plaintext)|--!?>|\]\]>", re.I)
EQUALS, SPACE = b"= "


def _spellings(name: str) -> list[bytes]:
    """How a tag with attributes may begin, in small and capital letters."""
    return [
        f"<{''.join(letters)}{after}".encode()
        for letters in product(*((c, c.upper()) for c in name))
        for after in " \t\n\r\f/"
    ]


_ROOTS = [begun for name in ("html", "body") for begun in _spellings(name)]
_FORMATTING = [begun for name in FORMATS for begun in _spellings(name)]
_MARKED = BytesAhoCorasick(_ROOTS + _FORMATTING)  # four times as fast as a regular expression


def bounded(page: bytes, tags: int = MAX_TAGS) -> bytes:
    """The page, untouched unless it is suspect; it ends after so many tags."""
    page = _without_long_tags(page)
    if more := _more(page, b"<", USUAL):
        page = b"<".join(page.split(b"<", tags)[:tags])
    marked = _MARKED.find_matches_as_indexes(page)
    roots = [start for kind, start, _ in marked if kind < len(_ROOTS)]
    page = page[: _merged(page, roots)]
    formats = len(marked) - len(roots) + ALIKE
    many = (more or formats > SUSPECT // USUAL) and _more(page, b"<", SUSPECT // formats)
    if more:
        page = _SELECT.sub(rb"<select multiple", page)
    if len(page) > LARGE and (more or len(page) > HUGE or _more(page, b"=", USUAL_VALUES)):
        page = page[: _strange(page)]
    if many or (more and page.count(b"<") - page.count(b"</") > USUAL):
        page = bearable(page)
    return page


def without_noscript(page: bytes) -> bytes:
    """The page as a browser that runs scripts sees it: a <noscript> that opens what it does not close hides all the rest."""
    lower, kept, at = page.lower(), [], 0
    while (start := lower.find(b"<noscript", at)) >= 0 and (end := lower.find(b"</noscript", start)) >= 0:
        kept.append(page[at:start])
        at = end
    return b"".join((*kept, page[at:]))


def _merged(page: bytes, roots: list[int]) -> int:
    """How much of a page stands before its `<html>` and `<body>` have too many attributes, which are merged."""
    if len(roots) < 3:
        return len(page)
    left = 2 * MANY
    for start in roots:
        end = start + 5
        while attribute := _ATTRIBUTE.match(page, end):
            end = attribute.end()
            left -= 1
            if not left:
                return start
    return len(page)


def _more(page: bytes, mark: bytes, most: int) -> bool:
    """Whether a page has more than `most` of a mark; three times as fast as counting them."""
    return mark in page.replace(mark, b">", most)


def _strange(page: bytes) -> int:
    """How much of a page stands before it has too many attributes, or names of them: a new one is sought among all."""
    names: set[bytes] = set()
    left = MAX_ATTRIBUTES
    for tag in _START.finditer(page):
        found = _ATTRIBUTE.findall(tag[0])
        names.update(found)
        left -= len(found)
        if len(names) > MAX_NAMES or left < 0:
            return tag.start()
    return len(page)


def _without_long_tags(page: bytes) -> bytes:
    """`page` without the attributes of long tags that have too many of them.

    It goes from ``<`` to ``<``, each a place at which no tag is open. Where no ``>`` that surely ends a tag is near, the
    next one may be a tag, or a part of a script or a comment that ends in its middle: it is read both ways, from several
    places at once, until such a ``>`` comes. A page ends where that becomes too much.
    """
    pieces: list[bytes] = []
    done, effort, more = 0, EFFORT * len(page), set[int]()
    at = page.find(b"<")
    while 0 <= at < len(page) - LONG:
        if (end := _last_end(page, at, at + LONG)) < 0:
            end, many = _tag(page, at)
            effort -= LONG + end - at
            if effort < 0 or (many and more):
                return b"".join((*pieces, page[done:at]))
            ended = _raw_end(page, at + 1, end)
            if many:
                end = end if ended < 0 else ended - 1
                pieces += (page[done:many], b">")
                done = end + 1
            elif ended >= 0:
                more.add(ended)
        elif more:
            more = {place for place in more if place > end}
        at = page.find(b"<", end + 1)
        if more:
            more |= {at} - {-1}
            at = min(more)
            more.remove(at)
    return b"".join((*pieces, page[done:])) if pieces else page


def _last_end(page: bytes, start: int, stop: int) -> int:
    """Where the last ``>`` stands that surely ends a tag; -1 where there is none, or none soon found."""
    for _ in range(TRIES):
        stop = page.rfind(b">", start, stop)
        if stop < 0 or (hidden := _opening(page, start, stop)) < 0:
            return stop
        stop = hidden
    return -1


def _tag(page: bytes, at: int) -> tuple[int, int]:
    """Where a tag, or what stands in the place of one, ends; and where its name does if it has too many attributes."""
    if not (name := _NAME.match(page, at)):
        if page[at + 1 : at + 2] not in (b"!", b"?", b"/"):
            following = _LIKE_TAG.search(page, at + 1)
            return (following.start() - 1 if following else len(page)), 0
        end = page.find(b">", at)
        return (end if end >= 0 else len(page)), 0
    end = name.end()
    for _ in range(MANY):
        if not (attribute := _ATTRIBUTE.match(page, end)):
            return _behind(_SPACES, page, end), 0
        end = attribute.end()
    return _behind(_REST, page, end), name.end()


def _behind(pattern: re.Pattern[bytes], page: bytes, at: int) -> int:
    found = pattern.match(page, at)
    return found.end() if found else at


def _opening(page: bytes, start: int, at: int) -> int:
    """Where the quotation mark stands that may hide the ``>`` at `at` in an attribute's value; -1 if none can.

    No tag is open at `start`, and the last mark before the ``>``, of either kind, must follow upon an equals sign.
    """
    for mark in (b'"', b"'"):
        found = page.rfind(mark, start, at)
        if found > 0 and (
            (before := page[found - 1]) == EQUALS or (before <= SPACE and _follows(page, found))
        ):
            return found
    return -1


def _follows(page: bytes, at: int) -> bool:
    """Whether an equals sign stands before the white space before `at`, or that is too long to tell."""
    return page[max(0, at - 99) : at].rstrip()[-1:] in (b"=", b"")


def _raw_end(page: bytes, start: int, end: int) -> int:
    """Where in a tag a script, a comment or a title ends if one is open; -1 if none can."""
    if page.find(b"<", start, end) < 0 and page.find(b">", start, end) < 0:
        return -1
    found = _RAW_END.search(page, start, end)
    return found.start() if found else -1
