"""Bytes of a document → its text, whatever the document says of itself.

    the source's own word → BOM, UTF-16 → UTF-8 with a bad byte here and there → declared labels → statistics

Publishers' labels are narrower than what they write ("gb2312" with characters of GBK) and are often the
template's, not the text's: UTF-8 that reads as UTF-8 is UTF-8 under any label.
"""

from __future__ import annotations

import codecs
import re
import zlib
from collections.abc import Iterator

from chardetng_py import EncodingDetector

from crawler.patterns import lazily

MAX_UNPACKED = 20_000_000  # bytes of a gzip'd document that are read; 50,000 addresses take about 8 MB
MAX_MEMBERS = 1000  # gzip files in a row that are one: beginning one costs more than its few bytes
HEAD = 4096  # bytes in which a declaration is sought
LOSS = 0.01  # share of undecodable characters up to which a label is believed
BAD_PER_GOOD = 0.1  # stray bytes per multi-byte character up to which a text is damaged UTF-8

SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "cp950",
}
LABELS = {  # what Python does not know by name
    "windows-874": "cp874",
    "dos-874": "cp874",
    "x-windows-874": "cp874",
    "gb_2312-80": "gb18030",
    "x-gbk": "gb18030",
    "windows-936": "gb18030",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "x-euc-jp": "euc_jp",
    "x-euc-kr": "cp949",
    "windows-949": "cp949",
    "x-x-big5": "cp950",
    "x-mac-cyrillic": "mac_cyrillic",
    "iso-8859-8-i": "iso8859_8",
    "utf8mb4": "utf_8",
    "unicode-1-1-utf-8": "utf_8",
}
_WEB_NAMES = {"cp874": "windows-874", "cp949": "euc-kr", "cp950": "big5", "cp932": "shift_jis"}
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
         (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip
_GZIP = b"\x1f\x8b"
_WIDE = ("utf-16", "utf-32")  # a document that can be searched for its declaration is in none of them
_NO_TEXT = frozenset(
    {"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7", "mbcs", "oem"}
)
_STATELESS_ASCII = ("iso2022", "hz")  # codecs whose bytes all look like ASCII
_XML_LABEL = re.compile(rb"""<\?xml[^>]{0,200}?\sencoding\s*=\s*["']?([\w.:-]{2,40})""", re.I)
_META_LABEL = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_HEADER_LABEL = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_LEADS = bytes(range(0xC2, 0xF5))  # first bytes of UTF-8's longer characters
_TAGS = re.compile(rb"<[^<>]{0,2000}>")
_TEXT_TAGS = re.compile(r"<[^<>]{0,2000}>")
_ACCENTED = lazily(  # runs of what cp1252 makes of bytes above 0x7F
    "[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2026\u2030\u2039\u203a\u20ac\u2122]{3,}"
)
_NOT_LATIN = lazily(r"[\u0370-\u1fff\u3040-\ud7ff]")


def unpack(body: bytes) -> bytes:
    """`body`, out of its gzip members where it is some; cut at MAX_UNPACKED, and where the stream breaks."""
    members: list[bytes] = []
    left = MAX_UNPACKED
    while left > 0 and body.startswith(_GZIP) and len(members) < MAX_MEMBERS:
        stream = zlib.decompressobj(31)
        try:
            members.append(stream.decompress(body, left))
        except zlib.error:
            members.append(_unpack_broken(body, left))
            break
        left -= len(members[-1])
        body = stream.unused_data
    return b"".join(members) if members else body


def _unpack_broken(body: bytes, most: int) -> bytes:
    stream, out, size = zlib.decompressobj(31), [], 0
    try:
        for start in range(0, len(body), HEAD):
            out.append(stream.decompress(body[start : start + HEAD], most - size))
            size += len(out[-1])
            if size >= most:
                break
    except zlib.error:
        pass
    return b"".join(out)


def decode(body: bytes, *, override: str | None, content_type: str | None, host: str = "") -> str:
    """The text of `body`; undecodable bytes become U+FFFD. Takes any bytes and never raises."""
    if override and (codec := codec_of(override)):
        return body.decode(codec, "replace").removeprefix("\ufeff")
    wide = _wide(body)
    if wide:
        return body.decode(wide, "replace").removeprefix("\ufeff")
    labels = list(dict.fromkeys(_labels(body, content_type)))
    if body.isascii():
        shifted = next((c for c in labels if c.startswith(_STATELESS_ASCII)), "ascii")
        return body.decode(shifted, "replace")
    text = _utf8(body)
    return text if text is not None else _legacy(body, labels, host)


def mistaken(body: bytes, content_type: str | None, host: str) -> str | None:
    """The label of the encoding that `body` is in, where the declared one makes Latin letters of another script.

    Told by runs of letters with accents, which no Latin language has, and by statistics that make one other
    script of them.
    """
    if body.isascii() or _wide(body) or _utf8(body) is not None:
        return None
    read = decode(body, override=None, content_type=content_type, host=host)
    guess = _guess(body, host)
    other = body.decode(guess, "replace")
    runs = sum(len(run) for run in _ACCENTED.findall(_TEXT_TAGS.sub(" ", read)))
    foreign = len(_NOT_LATIN.findall(other))
    beyond = sum(not c.isascii() for c in other)
    if runs * 2 < beyond or foreign * 10 < beyond * 9 or other.count("\ufffd") > len(other) * LOSS:
        return None
    return _WEB_NAMES.get(guess) or re.sub(r"^cp(125\d)$", r"windows-\1", guess)


def codec_of(label: str) -> str | None:
    """The codec that reads what publishers label so, or None for an unknown label."""
    label = label.strip().lower()
    try:
        name = codecs.lookup(LABELS.get(label, label)).name
        "".encode(name)  # a codec between bytes and bytes, like zip, is no encoding
    except (LookupError, ValueError, TypeError):
        return None
    return None if name in _NO_TEXT else SUPERSETS.get(name, name)


def _wide(body: bytes) -> str | None:
    for bom, codec in _BOMS:
        if body.startswith(bom):
            return codec
    if body[:4] in (b"<\0?\0", b"<\0r\0", b"<\0f\0", b"<\0!\0", b"<\0h\0", b"<\0u\0"):
        return "utf-16-le"
    return "utf-16-be" if body[:1] == b"\0" and body[1:3] == b"<\0" else None


def _labels(body: bytes, content_type: str | None) -> Iterator[str]:
    """Codecs in order of trust: the document's own word, which travelled with it, before the server's."""
    found = [m[1].decode("ascii") for p in (_XML_LABEL, _META_LABEL) if (m := p.search(body, 0, HEAD))]
    found += [m[1] for m in [_HEADER_LABEL.search(content_type or "")] if m]
    for label in found:
        codec = codec_of(label)
        if codec and not codec.startswith(_WIDE):
            yield codec


def _utf8(body: bytes) -> str | None:
    """The text if it is UTF-8, damaged in a few places at most."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = body.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = len(body) - len(body.translate(None, _LEADS)) - bad
    return text if bad <= good * BAD_PER_GOOD else None


def _legacy(body: bytes, labels: list[str], host: str) -> str:
    best = None
    for codec in labels:
        if codec == "utf-8":
            continue
        text = body.decode(codec, "replace")
        lost = text.count("\ufffd")
        if lost <= len(text) * LOSS and (best is None or lost < best[0]):
            best = (lost, text)
        if lost == 0 and codec != "cp1252":  # which reads nearly everything
            break
    return best[1] if best else body.decode(_guess(body, host), "replace")


def _guess(body: bytes, host: str) -> str:
    detector = EncodingDetector()
    detector.feed(_TAGS.sub(b" ", body[:200_000]), last=True)
    tld = host.rpartition(".")[2]
    label = detector.guess(tld=tld.encode() if tld.isascii() and tld.isalpha() else None, allow_utf8=False)
    return codec_of(label) or "cp1252"
