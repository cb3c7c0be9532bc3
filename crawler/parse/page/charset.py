"""The bytes of a page → its text, whatever the labels say.

    byte order mark, or the NULs about the first bracket → the escapes of ISO-2022 → UTF-8 with a few bad bytes
    forgiven → the label, read through the codec that holds it → detection on the bytes without tags
    → UTF-8 again, where the guess is of a script that hardly a byte is of

A label is believed only after UTF-8 has failed: text in another encoding is almost never valid UTF-8, while
labels are often wrong. One of Western Europe is not believed over a text of another script, nor over the alphabet of
the page's own language: it is what servers say by default. Where only the address tells the language, a foreign name in
an English page is no such alphabet. Detection is last because it guesses; between the Latin alphabets the page's
language decides.
"""

from __future__ import annotations

import codecs
import re

from chardetng_py import EncodingDetector
from w3lib.encoding import html_body_declared_encoding, resolve_encoding

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# width, ASCII's place
WIDE = ("utf-32-le", 4, 0), ("utf-32-be", 4, 3), ("utf-16-le", 2, 0), ("utf-16-be", 2, 1)
ESCAPES = ((b"\x1b$)C", "iso2022_kr"), (b"\x1b$", "iso2022_jp_ext"))  # valid UTF-8, all of them
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
    "x-mac-cyrillic": "mac_cyrillic",
    "x-mac-ukrainian": "mac_cyrillic",
    "macintosh": "mac_roman",
    "x-mac-roman": "mac_roman",
    "latin-9": "iso8859-15",
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
MAX_LATE_HEAD = 200_000  # bytes in which it does so behind its scripts
MAX_OPENING = 100  # bytes before the first bracket
PIECE = 8_192  # bytes; their text stays in the processor's cache
FOREIGN = 0.3  # share of bytes beyond ASCII from which a text is not in a Latin alphabet
LATIN = frozenset(("cp1250", "cp1252", "cp1254", "cp1257", "cp1258", "iso8859-2", "iso8859-15", "iso8859-16"))
LANGUAGES = {  # the encodings that the alphabet of a language is in: Microsoft's first, ISO's last
    "lt": ("cp1257", "iso8859-4", "iso8859-13"),
    "pl": ("cp1250", "iso8859-2"),
    "tr": ("cp1254",),
    "vi": ("cp1258",),
}
LANGUAGES |= dict.fromkeys(("lv", "et"), LANGUAGES["lt"]) | dict.fromkeys(("az", "ku"), LANGUAGES["tr"])
LANGUAGES |= dict.fromkeys(("cs", "sk", "hu", "sl", "hr", "bs", "ro", "sq"), LANGUAGES["pl"])
WESTERN = "cp1252"
PRINTED = frozenset("\xa0–—‘’‚“”„«»…€°§©®·•")
ALPHABETIC, MAX_LETTERS = 0.9, 20_000  # share of letters that must be the language's, among so many bytes
# share of them among all letters from which an address tells the language; English names have fewer
FREQUENT = 0.01
ALPHABETS = {  # letters beyond ASCII of languages that Western Europe's encodings cannot write; ŕ is the à of French
    language: frozenset(letters)
    for language, letters in {
        "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž", "sk": "áäčďéíĺľňóôšťúýž", "hu": "áéíóöőúüű", "sl": "čšž", "hr": "čćđšž", "bs": "čćđšž",
        "ro": "ăâîșțşţ", "tr": "çğıöşüâîû", "az": "çəğıöşü", "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž", "et": "äõöüšž",
    }.items()
}  # fmt: skip
DOMAINS = {code: code for code in ("pl", "sk", "hu", "ro", "hr", "tr", "az", "lt", "lv")}
DOMAINS |= {"cz": "cs", "si": "sl", "ba": "bs", "ee": "et"}

_ASCII = bytes(range(0x80))
_NO_LETTERS = bytes(byte for byte in range(0x100) if byte >= 0x80 or not chr(byte).isalpha())
_CONTROLS = re.compile(rb"[\x80-\x9f]")  # letters in what Microsoft made of ISO's encodings
_LANGUAGE = re.compile(rb"<html\b[^<>]{0,500}?\slang\s*=\s*[\"']?([a-zA-Z]{2})\b", re.I)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([^\s;,\"']{1,40})", re.I)
_LATE = re.compile(rb"<meta\s[^<>]{0,200}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9][\w.:-]{1,30})", re.I)
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
    if sniffed := _sniffed(body):
        return body.decode(sniffed, "replace")
    text = _tolerant(body, "utf-8")
    if text is not None:
        return text
    seen = _TAG.sub(b" ", body[: 4 * MAX_DETECTED])[:MAX_DETECTED]
    for label in _labels(body, content_type):
        named = _codec(label)
        if named == "utf-8" and _hardly_broken(seen):
            return body.decode("utf-8", "replace")
        if named in LATIN and _is_foreign(seen):
            continue
        if named == WESTERN and (own := _own(seen, _language(body), _country(url))):
            return body.decode(own, "replace")
        if named and (text := _tolerant(body, named)) is not None:
            return text
    return body.decode(_detected(seen, url, _language(body)), "replace")


def is_utf8(body: bytes) -> bool:
    """Whether a page is UTF-8 without a fault; its text, twice its size in memory, is not made for it."""
    if b"\0" in body[:MAX_OPENING] or b"\x1b" in body:
        return False  # or in an encoding of which the bytes could be
    if body.isascii():
        return True
    at = 0
    try:
        while at < len(body):
            piece = body[at : at + PIECE]
            if piece.isascii():  # as half of them: read at a tenth of the cost
                at += PIECE
            else:
                at += codecs.utf_8_decode(piece, "strict", at + PIECE >= len(body))[1]
    except UnicodeDecodeError:
        return False
    return True


def _sniffed(body: bytes) -> str | None:
    """The codec of bytes that would be valid UTF-8, as they never are text in it."""
    if b"\0" in body[:MAX_OPENING] and (wide := _wide(body, body.find(b"<", 0, MAX_OPENING))):
        return wide
    if (at := body.find(b"\x1b$")) >= 0:
        codec = next(codec for escape, codec in ESCAPES if body.startswith(escape, at))
        return codec if _tolerant(body, codec) is not None else None
    return None


def _wide(body: bytes, bracket: int) -> str | None:
    """The codec of two or four bytes a character in which the first bracket, and what follows it, is ASCII."""
    for codec, width, place in WIDE:
        start = bracket - place
        first, second = body[start : start + width], body[start + width : start + 2 * width]
        if start >= 0 and start % width == 0 and first == "<".encode(codec) and second.count(0) == width - 1:
            return codec
    return None


def _labels(body: bytes, content_type: str | None) -> list[str]:
    """What server and page say of the encoding, in the order of trust."""
    served = _CHARSET.search(content_type or "")
    late = _LATE.search(body, 0, MAX_LATE_HEAD)
    said = (
        served[1] if served else None,
        html_body_declared_encoding(body),
        late[1].decode("ascii") if late else None,
        "utf-8" if _UTF8.search(body, 0, MAX_HEAD) else None,
    )
    return [label for label in said if label]


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
    bad, beyond_ascii = text.count("\ufffd"), len(body.translate(None, _ASCII)) or 1
    if bad < TOLERANCE * len(text) and bad * 5 < beyond_ascii:
        return text  # a page is mostly ASCII markup: what counts is how much of the rest can be read
    # No other encoding is UTF-8 by chance: a short page of it may be broken more.
    return text if codec == "utf-8" and bad * 10 < len(text) - len(text.encode("ascii", "ignore")) else None


def _hardly_broken(seen: bytes) -> bool:
    """Whether a text without its tags is UTF-8 but for less than TOLERANCE of its characters."""
    text = seen.decode("utf-8", "replace")
    return text.count("\ufffd") < TOLERANCE * len(text)


def _is_foreign(seen: bytes) -> bool:
    """Whether so much of a text is beyond ASCII that no Latin alphabet needs it."""
    return len(seen.translate(None, _ASCII)) > FOREIGN * (len(seen) - seen.count(b" "))


def _own(seen: bytes, language: str, country: str) -> str | None:
    """The codec of the alphabet of the page's language, else of its country's where there is much of it."""
    return _of_alphabet(seen, language, 0) if language else _of_alphabet(seen, country, FREQUENT)


def _of_alphabet(seen: bytes, language: str, least: float) -> str | None:
    """The codec in which a text's letters beyond ASCII are those of the language, as they are not in Western Europe's.

    None, too, where they are less than the share `least` of all letters, or one letter only: that of a name.
    """
    letters = ALPHABETS.get(language)
    if not letters:
        return None
    beyond = seen.translate(None, _ASCII)
    found = {
        name: _letters(beyond[:MAX_LETTERS].decode(name, "replace"))
        for name in (WESTERN, *LANGUAGES[language])
    }
    shares = {name: _share(chars, letters) for name, chars in found.items()}
    best = max(shares, key=lambda name: shares[name])
    if shares[best] <= max(ALPHABETIC, shares[WESTERN]):
        return None
    some = least * len(seen.translate(None, _NO_LETTERS)) * min(1, MAX_LETTERS / len(beyond))
    return best if len(found[best]) >= some and (not least or len(set(found[best])) > 1) else None


def _letters(text: str) -> list[str]:
    """The characters of a text beyond ASCII, but for what all print; one for İ, whose small letter is two."""
    return [char for char in text.replace("İ", "ı").lower() if char not in PRINTED]


def _share(found: list[str], letters: frozenset[str]) -> float:
    """Which part of the characters `found` are among `letters`."""
    return sum(char in letters for char in found) / len(found) if found else 0


def _detected(seen: bytes, url: str | None, language: str) -> str:
    """The likeliest codec. A guess at another script from a byte here and there is damage: that text is ASCII's."""
    detector = EncodingDetector()
    detector.feed(seen, last=True)
    guess = _codec(detector.guess(tld=_tld(url), allow_utf8=False)) or WESTERN
    if guess not in LATIN:
        return "utf-8" if _hardly_broken(seen) else guess
    likely = LANGUAGES.get(language, (guess,))
    return guess if guess in likely else likely[0 if _CONTROLS.search(seen) else -1]


def _language(body: bytes) -> str:
    found = _LANGUAGE.search(body, 0, MAX_HEAD)
    return found[1].decode("ascii").lower() if found else ""


def _country(url: str | None) -> str:
    """The language of the country whose domain an address is in; "" where that decides no alphabet."""
    return DOMAINS.get((_tld(url) or b"").decode(), "")


def _tld(url: str | None) -> bytes | None:
    """The top-level domain of an address as a hint, in ASCII lower case; None where it has none."""
    found = re.match(r"(?:https?:)?//[^/?#]*?\.([a-z][a-z0-9-]{1,20})(?::\d+)?(?:[/?#]|$)", url or "", re.I)
    return found[1].lower().encode() if found else None
