"""What feeds put where text belongs → plain text: no markup, entities decoded, NFC, of bounded length."""

from __future__ import annotations

import html
import re

from crawler.patterns import lazily
from storage.text.normal import normalized

TITLE_MAX = 500  # characters
SUMMARY_MAX = 2000  # characters
MARKUP_FACTOR = 10  # how much longer than its text markup is looked at

_DROPPED = lazily(r"<(script|style|iframe|noscript)\b[^<>]*>.*?(?:</\1\s*>|\Z)", re.I | re.S)
_TAG = lazily(
    r"""<!--.*?(?:-->|\Z)|<!\[CDATA\[|\]\]>|<[/?!]?[a-zA-Z](?:[^<>"']|"[^"<>]*+"|'[^'<>]*+')*+>|</?[a-zA-Z][^<>]*+>""",
    re.S,
)
_BLOCK = lazily(r"</?(?:p|br|div|li|ul|ol|tr|td|th|table|h[1-6]|hr|blockquote|figure|section)\b", re.I)
_TWICE = lazily(
    r"</?(?:p|br|div|b|i|em|strong|a|span|img|li|ul|ol|h[1-6]|font|blockquote|sup|sub)\b[^<>]*>", re.I
)
_BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ufeff\u200b\u2028\u2029]+")
_SURROGATE = lazily("[\ud800-\udfff]")


def plain(markup: str | None, most: int) -> str | None:
    """The text a reader would see of `markup`, at most `most` characters; None where there is none.

    >>> plain("<p>AT&amp;amp;T &lt;b&gt;grows&lt;/b&gt;</p>", 100)
    'AT&T grows'
    >>> plain("5 < 6", 100)
    '5 < 6'
    """
    if not markup:
        return None
    text = markup[: most * MARKUP_FACTOR]
    if "<" in text:
        text = _untagged(text)
    if "&" in text:
        text = html.unescape(text)
        if "<" in text and _TWICE.search(text):
            text = _untagged(text)
        if "&" in text:
            text = html.unescape(text)
    return tidy(text, most)


def tidy(text: str, most: int) -> str | None:
    """`text` that holds no markup, with blanks and control characters folded, in NFC and bounded."""
    text = _BLANK.sub(" ", text[: most * MARKUP_FACTOR]).strip()
    if not text.isascii():
        text = normalized("NFC", _SURROGATE.sub("\ufffd", text))
    return _cut(text, most) or None


def _untagged(text: str) -> str:
    if "<!" not in text and not _BLOCK.search(text):
        return _TAG.sub("", _DROPPED.sub(" ", text))
    return _TAG.sub(lambda m: " " if _BLOCK.match(m[0]) else "", _DROPPED.sub(" ", text))


def _cut(text: str, most: int) -> str:
    """`text`, ended at a blank with an ellipsis where it is too long."""
    if len(text) <= most:
        return text
    end = text.rfind(" ", most - 40, most)
    return text[: end if end > 0 else most - 1].rstrip() + "…"
