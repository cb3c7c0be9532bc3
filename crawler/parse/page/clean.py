"""Strings as publishers declare or print them → plain text: entities and tags out, white space folded, NFC."""

from __future__ import annotations

import html
import re

from crawler.patterns import lazily
from storage.text.normal import normalized

BREAK = "\0"  # stands for a line break of the page; no page's text holds it: article.py takes NULs out
LONG = 200  # characters, from which it takes less time to make bytes of a text in ASCII
CLOSERS = "”」』’»\"')）"  # what may stand behind the last sign of a sentence
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad\u200b\u2060\ufeff\ud800-\udfff]")
_SIGN = re.compile(r"[\W_]+")
_TYPED = "’“”–—…„«»"  # of other signs nearly all
_ASCII_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())
_UNPRINTED = bytes(code for code in range(128) if not chr(code).isprintable())
_C1 = re.compile("[\x80-\x9f]")  # stay in texts, where they are halves of letters that somebody misread
_WIDE = lazily("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")  # one says as much as two of other scripts
_NARROW = bytes(b for b in range(256) if not 0xE3 <= b <= 0xED)  # no wide one begins so


def is_printable(text: str) -> bool:
    """str.isprintable(); of long texts in ASCII in a third of the time, by taking out as bytes what is not."""
    if len(text) < LONG or not text.isascii():
        return text.isprintable()
    return len(text.encode("ascii").translate(None, _UNPRINTED)) == len(text)


def plain(text: str | None, limit: int = 2_000) -> str | None:
    """One line of plain text, or None where nothing is left. Entities are read twice: some encode them so."""
    if not text:
        return None
    text = text[: 4 * limit]
    for _ in range(2):
        if "&" in text:
            text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    text = " ".join(text.split())
    if not text.isascii():
        text = nfc(_C1.sub("", text).strip())
    elif not text.isprintable():
        text = _CONTROL.sub("", text)
    return text[:limit].strip() or None


def tidy(text: str) -> str:
    """White space folded; a line break kept where the page set one, as BREAK tells."""
    if BREAK not in text:
        return " ".join(text.split())
    lines = (" ".join(line.split()) for line in text.split(BREAK))
    return "\n".join(line for line in lines if line)


def nfc(text: str) -> str:
    """Text in NFC without control characters and lone surrogates; line breaks stay."""
    if not is_printable(text.replace("\n", " ")):
        text = _CONTROL.sub("", text)
    return text if text.isascii() else normalized("NFC", text)


def small(text: str) -> str:
    """A text in small letters, as long as it was: "İ" is one, too. To ignore case takes a table of words five times as long."""
    return text.replace("İ", "i").lower()


def folded(text: str) -> str:
    """The letters and digits of a text without its case: what is told in other signs is equal."""
    return letters(text).casefold()


def letters(text: str) -> str:
    """The letters and digits of a text, by which it is known; most signs are ASCII's, and quickly taken out as bytes."""
    told = text.encode("utf-8", "surrogatepass").translate(None, _ASCII_SIGNS)
    if told.isascii():
        return told.decode("ascii")
    spelt = told.decode("utf-8", "surrogatepass")
    for sign in _TYPED if not spelt.isalnum() else "":
        spelt = spelt.replace(sign, "")
    return spelt if spelt.isalnum() else _SIGN.sub("", spelt)


def width(text: str) -> int:
    """The length of a text, a character of Han, kana or Hangul counting two."""
    if text.isascii() or not text.encode("utf-8", "surrogatepass").translate(None, _NARROW):
        return len(text)
    return len(text) + len(_WIDE.findall(text))
