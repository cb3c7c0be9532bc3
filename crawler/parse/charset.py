"""The bytes of a page → its text, whatever the labels say.

    byte order mark → UTF-8 with a few bad bytes forgiven → the label, read through the codec that holds it
    → detection on the bytes without tags → UTF-8 again, where the guess is of a script that hardly a byte is of

A label is believed only after UTF-8 has failed: text in another encoding is almost never valid UTF-8, while
labels are often wrong. Detection is last because it guesses.
"""

from __future__ import annotations

import codecs
import re

from chardetng_py import EncodingDetector
from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding, resolve_encoding

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SUPERSETS = {  # what browsers read under a label: the codec with the characters that publishers really use
    "tis-620": "cp874",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "johab": "johab",
    "big5": "big5hkscs",
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "utf-16": "utf-8",  # a page that could tell so in ASCII is not UTF-16
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
UNKNOWN = {
    "x-sjis": "cp932",
    "windows-874": "cp874",
    "x-gbk": "gb18030",
    "x-euc-jp": "euc_jp",
    "ks_c_5601-1987": "cp949",
}
NO_CHARSETS = frozenset(
    (
        "idna",
        "punycode",
        "unicode_escape",
        "raw_unicode_escape",
        "raw-unicode-escape",
        "unicode-escape",
        "utf-7",
        "undefined",
    )
)
TOLERANCE = 0.01  # share of unreadable characters that speaks against an encoding
MAX_DETECTED = 200_000  # bytes given to the detector: more does not change its mind
MAX_HEAD = 4_096  # bytes in which a page names its encoding
LATIN = frozenset(("cp1250", "cp1252", "cp1254", "cp1257", "cp1258", "iso8859-2", "iso8859-15", "iso8859-16"))

_ASCII = bytes(range(0x80))
_UTF8 = re.compile(rb"utf-?8", re.I)  # in a head that is too broken to be read as one
_TAG = re.compile(rb"<(?:script|style)\b[^<>]*>[^<]*|<[^<>]*>", re.I)  # linear: stops at the next bracket


def decode(
    body: bytes, *, content_type: str | None = None, encoding: str | None = None, url: str | None = None
) -> str:
    """The text of `body`; `encoding` overrides what the page and its server declare.

    Never raises: bytes that no codec reads become U+FFFD.
    """
    for mark, codec in MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(codec, "replace")
    if encoding and (told := _codec(encoding)):
        return body.decode(told, "replace")
    text = _tolerant(body, "utf-8")
    if text is not None:
        return text
    seen = _TAG.sub(b" ", body[: 4 * MAX_DETECTED])[:MAX_DETECTED]
    for label in (
        http_content_type_encoding(content_type),
        html_body_declared_encoding(body),
        "utf-8" if _UTF8.search(body, 0, MAX_HEAD) else None,
    ):
        named = _codec(label) if label else None
        if named == "utf-8" and _hardly_broken(seen):
            return body.decode("utf-8", "replace")
        if named and (text := _tolerant(body, named)) is not None:
            return text
    return body.decode(_detected(seen, url), "replace")


def _codec(label: str) -> str | None:
    """The Python codec for a declared label, or None where there is none."""
    label = label.strip().lower()
    resolved = UNKNOWN.get(label) or resolve_encoding(label)
    if resolved is None:
        return None
    name: str = SUPERSETS.get(resolved.replace("_", "-"), SUPERSETS.get(resolved, resolved))
    try:
        b"x".decode(name)  # refuses codecs that turn bytes into bytes
        found = codecs.lookup(name).name
    except (LookupError, UnicodeError):
        return None
    return None if found in NO_CHARSETS else found


def _tolerant(body: bytes, codec: str) -> str | None:
    """The text, unless more than a few characters of it are unreadable."""
    try:
        return body.decode(codec)
    except UnicodeDecodeError:
        text = body.decode(codec, "replace")
    beyond_ascii = len(body.translate(None, _ASCII)) or 1
    bad = text.count("\ufffd")
    # A page is mostly ASCII markup: what counts is how much of the rest can be read.
    return text if bad < TOLERANCE * len(text) and bad * 5 < beyond_ascii else None


def _hardly_broken(seen: bytes) -> bool:
    """Whether a text without its tags is UTF-8 but for less than TOLERANCE of its characters."""
    text = seen.decode("utf-8", "replace")
    return text.count("\ufffd") < TOLERANCE * len(text)


def _detected(seen: bytes, url: str | None) -> str:
    """The likeliest codec. A guess at another script from a byte here and there is damage: that text is ASCII's."""
    detector = EncodingDetector()
    detector.feed(seen, last=True)
    guess = _codec(detector.guess(tld=_tld(url), allow_utf8=False)) or "cp1252"
    return guess if guess in LATIN or not _hardly_broken(seen) else "utf-8"


def _tld(url: str | None) -> bytes | None:
    """The top-level domain of an address as a hint, in ASCII lower case; None where it has none."""
    found = re.match(r"(?:https?:)?//[^/?#]*?\.([a-z][a-z0-9-]{1,20})(?::\d+)?(?:[/?#]|$)", url or "", re.I)
    return found[1].lower().encode() if found else None
