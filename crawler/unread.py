"""The bytes of a page → the same without what none of it is read of: style sheets, programs, the shapes of drawings.

    <style>p {…}</style>  ·  <script>a = 1</script>  ·  <svg><path d="…"/></svg>
    <style></style>       ·  <script></script>       ·  <svg></svg>

They are a third of a page, and of what it takes to build its tree. Only what is such for certain goes, wherever it stands: code
without a bracket up to its end tag, shapes without a word among them. Nothing that a comment, a program or an attribute
hides begins or ends within.
"""

from __future__ import annotations

import re

from ahocorasick_rs import BytesAhoCorasick

SEARCHED = 2_000_000  # bytes of a page: each place that is found takes 150
WORTH = 500  # bytes of code from which on to take it out costs less than to read it

_ATTRIBUTES = rb"""(?:[ \t\n\r\f]++[^ \t\n\r\f"'<>/=&]++(?:=(?:"[^"<&]*+"|'[^'<&]*+'|[^ \t\n\r\f"'<>&]++(?=[ \t\n\r\f>]))?)?)*[ \t\n\r\f]*+"""
_CODE_TAG = re.compile(rb"<(?:style|script)" + _ATTRIBUTES + rb">")
_CODE_ENDS = (b"</style", b"</script")
_SHAPE = rb"</?(?:path|g|use|circle|rect|ellipse|line|polyline|polygon|defs|clipPath|mask|symbol|linearGradient|radialGradient|stop)"
_DRAWING = re.compile(
    rb"(?P<tag><svg"
    + _ATTRIBUTES
    + rb">)(?:[ \t\n\r\f]*+"
    + _SHAPE
    + _ATTRIBUTES
    + rb"/?>)+[ \t\n\r\f]*+(?=</svg)"
)
# each is looked for by itself: of one, many bytes at once are told to hold none
_PLACES = [BytesAhoCorasick([begun]).find_matches_as_indexes for begun in (b"<style", b"<script", b"<svg")]


def without_unread(page: bytes) -> bytes:
    """The page with these elements empty; not with scripts in JSON, of which what a page tells of itself is read."""
    if len(page) > SEARCHED:
        return page
    pieces: list[bytes] = []
    done = 0
    for start in sorted([start for places in _PLACES for _, start, _ in places(page)]):
        if page.startswith(b"<svg", start):
            if drawn := _DRAWING.match(page, start):
                pieces.append(page[done : drawn.end("tag")])
                done = drawn.end()
            continue
        end = page.find(b"<", start + 1)
        if end - start < WORTH or not page.startswith(_CODE_ENDS, end):
            continue
        tag = _CODE_TAG.match(page, start, end)
        if tag and b"json" not in tag[0].lower():
            pieces.append(page[done : tag.end()])
            done = end
    return b"".join((*pieces, page[done:])) if pieces else page
