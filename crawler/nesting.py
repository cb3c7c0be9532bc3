"""A page of very many tags → the same, with no more elements open at once than a parser can bear.

The parser walks up the open elements for most tags, so that 100,000 of them take a minute, and opens a ``<b>`` that
is not closed anew in every paragraph after it. What is counted here is at least what it holds open: an end tag counts
only where it follows upon all that was opened within, and not where it may be part of an attribute, a comment or a
script. In pages in order that is exact; in others too many seem open. Tags below the depth go, those of paragraphs,
list items and table cells excepted; the page ends where formatting would fill the memory.
"""

from __future__ import annotations

import re
from collections import Counter

DEEP = 1_000
NEAR = 8_000  # bytes in which the quotation marks before a place are looked for
MAX_COPIES = 300_000  # elements that unclosed formatting adds; about 60 MB
FORMATS = ("b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")

_FORMATS = frozenset(name.encode() for name in FORMATS)
_NOTHING = _FORMATS | frozenset(  # hold nothing, or close each other
    b"area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr "
    b"html head body frameset a option caption colgroup tbody tfoot thead tr td th".split()
)
_SOFT = frozenset((b"p", b"li", b"dd", b"dt"))  # close each other, but keep what is not special from closing
_HEADINGS = frozenset(b"h1 h2 h3 h4 h5 h6".split())
_RAW = frozenset(b"script style title textarea iframe noembed noframes xmp".split())  # hold text alone
_UNREAD = _RAW | {b"noscript", b"plaintext"}
_STRANGE = frozenset((b"svg", b"math", b"select"))  # but not in these
_BARS = (
    _RAW
    | _STRANGE
    | frozenset(  # no formatting from outside is closed in them
        b"applet caption marquee noscript object plaintext table td template th".split()
    )
)
_SPECIAL = _RAW | frozenset(
    b"noscript plaintext address applet article aside blockquote button center details dialog dir div dl fieldset "
    b"figcaption figure footer form h1 header hgroup main marquee menu nav object ol pre listing search section select "
    b"summary table template ul".split()
)
_SVG = frozenset(
    b"svg g defs symbol clippath mask pattern lineargradient radialgradient marker filter".split()
)
_BREAKING = frozenset(  # end a drawing or a formula, wherever they stand in it
    b"b big blockquote body br center code dd div dl dt em embed h1 head hr i img li listing menu meta nobr ol p pre ruby s small "
    b"span strong strike sub sup table tt u ul var".split()
)
_POINTS = frozenset(b"foreignobject desc title annotation-xml mi mo mn ms mtext".split())  # but not in these
_DRAWN = _SVG | frozenset(
    b"path circle rect ellipse line polyline polygon use stop image text tspan title desc style "
    b"animate animatetransform fegaussianblur feoffset feblend feflood fecomposite fecolormatrix".split()
)

_PATTERN = rb"""<(?P<end>/?)(?P<name>[a-zA-Z][^ \t\n\r\f/<>]*+)
    (?:(?P<clean>(?:[ \t\n\r\f]++[^ \t\n\r\f"'<>/=]++(?:=(?:"[^"<>]*+"|'[^'<>]*+'|[^ \t\n\r\f"'<>=`]++(?=[ \t\n\r\f>])))?)*+
        [ \t\n\r\f]*+(?P<itself>/?)>)|[^<>]*+>?)
    |<!--|-->|<[!?/][^>]*+>?"""
_TOKEN = re.compile(_PATTERN, re.VERBOSE)
_EXACT = re.compile(  # where quotes and comments are such for certain, with all they hold
    _PATTERN.replace(b'"[^"<>]', b'"[^"]')
    .replace(b"'[^'<>]", b"'[^']")
    .replace(b"|<!--|", b"|<!--(?:-?>|.*?--!?>|)|"),
    re.VERBOSE | re.DOTALL,
)


def bearable(page: bytes) -> bytes:
    """The page without the tags that would open an element below DEEP others, as far as its formatting allows."""
    pieces: list[bytes] = []
    at, done, opened = 0, 0, _Open(page)
    while token := (_EXACT if opened.exact() else _TOKEN).search(page, at):
        at = token.end()
        if opened.goes(token):
            pieces += (page[done : token.start()], b" ")
            done = at
        if opened.copies > MAX_COPIES:
            page = page[: token.start()]
            break
    return b"".join((*pieces, page[done:]))


class _Open:
    """The elements that may be open, and whether a place is surely outside of any tag, comment or script."""

    def __init__(self, page: bytes) -> None:
        self.page = page
        self.names: list[bytes] = []
        self.soft: list[set[bytes]] = [set()]  # of each element and, first, of none
        self.foreign: list[tuple[bool, int]] = []  # drawings, formulas and points in these, with their depth
        self.strange = 0  # elements among them in which scripts and titles are not told by their names
        self.unread = 0  # elements among them of which the text may be text alone
        self.dropped: Counter[bytes] = Counter()
        self.bars: list[tuple[bytes, int]] = []  # with how many elements are open outside of each
        self.formats: list[Counter[bytes]] = [Counter()]  # that the text of each bar, and of none, opened
        self.standing = self.copies = 0
        self.raw = b""  # the element whose text is read until its end tag
        self.last = 0  # sure place
        self.sure, self.comment, self.drawing = True, False, False

    def exact(self) -> bool:
        """Whether a tag that begins here is one, whatever its quotes hold."""
        return self.sure and not (self.comment or self.raw or self.unread)

    def goes(self, token: re.Match[bytes]) -> bool:
        """Whether a tag must go; it is counted if not."""
        name = (token["name"] or b"").lower()
        if not name:
            self._declaration(token[0])
        elif self.raw:
            if token["end"] and name == self.raw:
                self.raw, self.last, self.sure = b"", token.start(), token["clean"] is not None
        else:
            self.copies += self.standing
            if token.end() == token.end("name"):
                name += b"<"  # a bracket, which is part of it
            return self._tag(b"h1" if name in _HEADINGS else name, token)
        return False

    def _declaration(self, text: bytes) -> None:
        if text == b"<!--":
            self.comment = True
        elif text.endswith(b"-->"):
            self.comment = False
        elif text.startswith(b"<![CDATA["):
            self.sure = False

    def _tag(self, name: bytes, token: re.Match[bytes]) -> bool:
        sure = self.sure and not self.comment
        clean = token["clean"] is not None
        if self.sure:
            self.last = token.start()
        self.sure = clean and (self.sure or self._unquoted(token.end()))
        self.drawing = self.drawing and name in _DRAWN
        if token["end"]:
            return self._end(name, sure)
        if name in _RAW and sure and clean and not self.strange:
            self.raw = name
            return False
        if sure and self.drawing and token["itself"] and self.names[-1] in _SVG:
            return False
        if name == b"svg" and sure and clean:
            self.drawing = True
        return self._start(name)

    def _unquoted(self, end: int) -> bool:
        """Whether the ``>`` before `end` is in no quotes: the last mark since the last sure place opens none."""
        start = max(self.last, end - NEAR)
        for mark in (b'"', b"'"):
            at = self.page.rfind(mark, start, end)
            if at < 0 and start > self.last:
                return False
            if at >= 0 and self.page[max(0, at - 99) : at].rstrip()[-1:] in (b"=", b""):
                return False
        return True

    def _start(self, name: bytes) -> bool:
        """Whether the tag goes because it would open an element too deep."""
        if self.foreign and self.foreign[-1][0] and name in _BREAKING:
            self._break_out()
        if name in _SOFT:
            self.soft[-1].add(name)
            return False
        if name in _FORMATS:
            self.formats[-1][name] += 1
            self.standing += 1
            return False
        holds = name not in _NOTHING or (bool(self.foreign) and name not in _BREAKING)
        if holds and len(self.names) >= DEEP:
            self.dropped[name] += 1
            return True
        if name in _BARS:
            self.bars.append((name, len(self.names)))
            self.formats.append(Counter())
        if holds:
            self._push(name)
        return False

    def _push(self, name: bytes) -> None:
        if name in (b"svg", b"math") or (self.foreign and name in _POINTS):
            self.foreign.append((name not in _POINTS, len(self.names)))
        self.names.append(name)
        self.soft.append(set())
        self.strange += name in _STRANGE
        self.unread += name in _UNREAD

    def _pop(self) -> None:
        name = self.names.pop()
        self.soft.pop()
        self.strange -= name in _STRANGE
        self.unread -= name in _UNREAD
        if self.foreign and self.foreign[-1][1] == len(self.names):
            self.foreign.pop()

    def _break_out(self) -> None:
        """Close the drawing or formula that is open last."""
        while len(self.names) > self.foreign[-1][1] + 1:
            self._pop()
        self._pop()
        bar = b""
        while self.bars and bar not in (b"svg", b"math"):
            bar, _ = self.bars.pop()
            within = self.formats.pop()
            self.formats[-1].update(within)

    def _end(self, name: bytes, sure: bool) -> bool:
        """Whether the tag goes as its beginning did."""
        if self.dropped[name]:
            self.dropped[name] -= 1
            return True
        if not sure:
            return False
        if name in _SOFT:
            self.soft[-1].discard(name)
        elif name in _FORMATS:
            if self.formats[-1][name]:
                self.formats[-1][name] -= 1
                self.standing -= 1
        elif self.names and self.names[-1] == name and (name in _SPECIAL or not self.soft[-1]):
            self._pop()
        if self.bars and self.bars[-1] == (name, len(self.names)):
            self.bars.pop()
            self.formats.pop()
        return False
