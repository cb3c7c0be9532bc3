"""A text → its letters as they are compared, and its words in UTF-8.

What Latin letters are written in has few letters beyond ASCII that differ, and none whose form hangs on its neighbours:
there each of them is folded once and put in its place all over the text, at half the price of folding letter by letter.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from storage.text.normal import normalized

MAX_LETTERS = 60_000  # of a longer text the first thirty pages tell it apart as well
MOST_BEYOND = 0.5  # share of the bytes, from which on too many letters are looked for
MOST_DIFFERENT = 100  # letters that are looked for

# scripts that set no spaces between words: Thai, Lao, Burmese, Khmer with their marks, kana, Han
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_INVISIBLE = "\xad\u0640\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
# a letter of each script with digits of its own: the a
_DIGIT_SCRIPTS = "\u0627\u0e32\u093e\u09be\u0eb2\u0abe\u0a3e\u0bbe\u0c3e\u0cbe\u0d3e\u102c\u17b6"
_DIGIT = re.compile(
    "[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\u0ed0-\u0ed9\u0ae6-\u0aef\u0a66-\u0a6f"
    "\u0be6-\u0bef\u0c66-\u0c6f\u0ce6-\u0cef\u0d66-\u0d6f\u1040-\u1049\u17e0-\u17e9]"
)
# two patterns: one that begins with a letter of its own is sought five times faster
_POINT_IN_NUMBER = re.compile(r"\.(?<=\d\.)(?=\d)")
_COMMA_IN_NUMBER = re.compile(r",(?<=\d,)(?=\d)")
_SIGN = re.compile(
    "[\x80-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7\u02b9-\u02df\u055a-\u055f\u0589\u058a\u05be\u05c0\u05c3\u05f3\u05f4"
    "\u0609-\u060f\u061b-\u061f\u066a-\u066d\u06d4\u0964\u0965\u0e2f\u0e4f\u0e5a\u0e5b\u104a-\u104f\u17d4-\u17da"
    "\u2000-\u206f\u20a0-\u20bf\u2100-\u214f\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3007-\u3020\u3030-\u303f\u30fb]"
)
# No combining mark, nor what joins the letter before it (UAX #15: NFKC_Quick_Check=Maybe).
_ALONE = re.compile("[\x80-\u02ff\u1e00-\u1eff\u2000-\u20cf\u2100-\u2bff]*")
_ASCII = bytes(range(128))
_PLAIN = bytes(  # ASCII: small letters and digits stay, a space for each sign
    b if b >= 0x80 or b == 0x0A else ord(chr(b).lower()) if chr(b).isalnum() else 0x20 for b in range(256)
)


class Folded(NamedTuple):
    """A text as it is compared, but for capitals of ASCII."""

    text: str
    signs: str | None  # beyond ASCII; None where they are not known


def fold(text: str) -> Folded:
    """The first MAX_LETTERS of `text` in NFKC, case folded, invisible characters out, digits in ASCII.

    NFKC makes up to 18 characters of one: what becomes more than twice as long is cut off.
    """
    text = text[:MAX_LETTERS]
    if text.isascii():
        return Folded(text, "")
    if beyond := _beyond(text):
        signs = ""
        for letter in beyond:
            plain, its = _plain(letter)
            signs += its
            if plain != letter:
                text = text.replace(letter, plain)
        return Folded(text, signs)
    return Folded(_normal(text).casefold(), None)


def spaced(folded: Folded) -> bytes:
    """The same lines in UTF-8 with a space for each sign; a number is one word whatever groups its digits."""
    text = _COMMA_IN_NUMBER.sub("", _POINT_IN_NUMBER.sub("", folded.text))
    if folded.signs is None:
        text = _SIGN.sub(" ", text)
    else:
        for sign in folded.signs:
            text = text.replace(sign, " ")
    return encoded(text).translate(_PLAIN)


def _beyond(text: str) -> frozenset[str] | None:
    """The letters of `text` beyond ASCII, where they are few and each can be folded by itself."""
    run = encoded(text)
    rest = run.translate(None, _ASCII)
    if len(rest) > MOST_BEYOND * len(run):
        return None
    letters = frozenset(decoded(rest))
    few = len(letters) <= MOST_DIFFERENT
    return letters if few and _ALONE.fullmatch("".join(letters)) else None


@lru_cache(maxsize=1024)
def _plain(letter: str) -> tuple[str, str]:
    """(a letter folded, the signs in that)."""
    plain = _normal(letter).casefold()
    return plain, "".join(_SIGN.findall(plain))


def _normal(text: str) -> str:
    """`text` in NFKC, invisible characters out, digits in ASCII."""
    text = normalized("NFKC", text)[: 2 * MAX_LETTERS]
    for sign in filter(text.__contains__, _INVISIBLE):
        text = text.replace(sign, "")
    return plain_digits(text)


def plain_digits(text: str) -> str:
    """`text` with the digits of every script in ASCII."""
    if text.isascii() or not any(letter in text for letter in _DIGIT_SCRIPTS):
        return text
    return _DIGIT.sub(lambda found: str(unicodedata.digit(found[0])), text)


def encoded(text: str) -> bytes:
    """UTF-8 of any text, lone surrogates too."""
    return text.encode("utf-8", "surrogatepass")


def decoded(run: bytes) -> str:
    """What encoded() encoded."""
    return run.decode("utf-8", "surrogatepass")
