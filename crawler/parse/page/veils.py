"""A page's bytes, UTF-8 → the same with what its markup keeps behind other elements set into the page.

    <template shadowrootmode=open> text </template>      what every browser shows
    <template> · <noscript> · <iframe srcdoc> · <script type="text/html">      what a script, or its absence, shows

The second kind is asked for only where a page shows no text of its own.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from crawler.parse.page import labels
from crawler.patterns import holder

MOST = 200  # frames whose documents are opened
_has_shadow = holder(b"shadowroot")
_TEMPLATE = re.compile(rb"<template(?=[\s/>])[^>]{0,2000}>|</template[^>]{0,100}>", re.I)
_VEIL = re.compile(rb"<(?:template|noscript)(?=[\s/>])|\ssrcdoc\s{0,9}=|text/(?:html|x-|template)", re.I)
_EITHER = re.compile(
    rb"<(?:template|noscript)(?=[\s/>])[^>]{0,2000}>|</(?:template|noscript)[^>]{0,100}>", re.I
)
_FRAME = re.compile(
    rb"""<iframe(?=[\s/])[^<>]{0,2000}?\ssrcdoc\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')[^>]{0,2000}>""", re.I
)
_SCRIPT = re.compile(
    rb"""<script(?=[\s/])[^<>]{0,1000}?\stype\s{0,9}=\s{0,9}["']?text/(?:html|x-\w{0,20}template|template)["']?[^<>]{0,1000}>""",
    re.I,
)
_END = re.compile(rb"</script", re.I)
_WHOLE = re.compile(rb"<!doctype[^>]{0,500}>|</?(?:html|head|body)(?=[\s/>])[^>]{0,2000}>", re.I)
_CALLED = re.compile(
    rb"""\s(?:id|class|name|title|aria-label|data-id)\s{0,9}=\s{0,9}["']?([^"'<>]{1,200})""", re.I
)
_HOST = re.compile(rb"<([a-z][^<>]{0,300})>\s{0,50}\Z", re.I)
_BARE = re.compile(rb"</script[^>]{0,100}>\s{0,100}<noscript[^>]{0,100}>\s{0,100}", re.I)
HOST = 360  # bytes before a shadow root in which its host's tag is looked for, and behind a script in which a <noscript> begins
_GAP = re.compile(r"\{\{|\{%|<%|\$\{|\blorem ipsum\b", re.I)  # where a script sets text in
FURNITURE = (
    labels.RELATED | labels.COMMENT | labels.ADVERT | labels.FOOT | labels.NAV | labels.SHARE | labels.SIGNUP | labels.CONSENT
)  # fmt: skip


def with_shadows(page: bytes) -> bytes:
    """The page with its declared shadow roots in the place of their hosts' beginnings."""
    if not _has_shadow(page):  # as it is written; to ignore case takes hundreds of times as long
        return page

    def is_shown(tag: re.Match[bytes]) -> bool:
        return b"shadowroot" in tag[0] and not _is_furniture_host(page, tag.start())

    return _lifted(page, _TEMPLATE, is_shown, stray=False)


def is_veiled(page: bytes) -> bool:
    """Whether a page has any of the elements that may hide its text."""
    return _VEIL.search(page) is not None


def unveiled(page: bytes) -> bytes:
    """The page with what such elements hold in their places."""
    page = _FRAME.sub(_document, page, MOST)
    return _lifted(_with_scripts(page), _EITHER, lambda tag: not _is_furniture(tag[0]), stray=True)


def has_gaps(text: str) -> bool:
    """Whether a text is one that a script fills in: "{{ title }}"."""
    return _GAP.search(text) is not None


def _lifted(
    page: bytes, tags: re.Pattern[bytes], is_shown: Callable[[re.Match[bytes]], bool], *, stray: bool
) -> bytes:
    """The page with the elements of those tags that are shown as plain ones, an end without a beginning where `stray`."""
    pieces, at, open_ = list[bytes](), 0, list[bool]()
    for tag in tags.finditer(page):
        closes = tag[0].startswith(b"</")
        shown = (open_.pop() if open_ else stray) if closes else is_shown(tag)
        if not closes:
            open_.append(shown)
        if shown:
            pieces += (page[at : tag.start()], b"</div>" if closes else b"<div>")
            at = tag.end()
    return b"".join((*pieces, page[at:]))


def _is_furniture(tag: bytes) -> bool:
    """Whether an element's name says that it holds none of the text: <template id=cookie-banner>."""
    called = b" ".join(_CALLED.findall(tag[:2000])).decode("utf-8", "replace")
    return bool(called) and _calls_furniture(called)


def _is_furniture_host(page: bytes, at: int) -> bool:
    """Whether the element whose shadow root begins at a byte is furniture by its own name, too: <cookie-banner>."""
    host = _HOST.search(page, max(0, at - HOST), at)
    if host is None:
        return False
    name = host[1].split(None, 1)[0].decode("utf-8", "replace")
    return _calls_furniture(name) or _is_furniture(host[0])


def _calls_furniture(name: str) -> bool:
    bits = labels.signs(name)
    return bool(bits & FURNITURE) and not bits & (labels.BODY | labels.ARTICLE)


def _with_scripts(page: bytes) -> bytes:
    """The page with the markup that its scripts hold as elements of it; an end that is missing ends it."""
    pieces, at = list[bytes](), 0
    for _ in range(MOST):
        begun = _SCRIPT.search(page, at)
        ended = _END.search(page, begun.end()) if begun else None
        if begun is None or ended is None:
            break
        held = page[begun.end() : ended.start()]
        held = b"" if _is_furniture(begun[0]) or _is_told_again(page, held, ended.start()) else held
        pieces += (page[at : begun.start()], b"<div>", held, b"</div><script>")
        at = ended.start()
    return b"".join((*pieces, page[at:]))


def _is_told_again(page: bytes, held: bytes, at: int) -> bool:
    """Whether the <noscript> behind a script that ends there holds the same, for who runs none; it may hold less."""
    other = _BARE.match(page, at, at + HOST)
    if other is None or _is_furniture(other[0]):
        return False
    told = b"".join(held.split())  # how lines are indented is all that differs
    return told != b"" and b"".join(page[other.end() : other.end() + 2 * len(held)].split()).startswith(told)


def _document(frame: re.Match[bytes]) -> bytes:
    """What a frame's document shows, as an element of the page."""
    if _is_furniture(frame[0][: frame.start(frame.lastindex or 0) - frame.start()]):
        return b""
    held = html.unescape((frame[1] or frame[2] or b"").decode("utf-8", "replace")).encode("utf-8", "replace")
    return b"<div>" + _WHOLE.sub(b"", held) + b"</div><iframe>"
