"""A page's text, its own word and its source's → its language, ISO 639-1 in lower case.

Script first, where a script has one language; then what the text itself sounds like; the declared language where
the text is short or the two nearly agree.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

import pycld2

from storage.text.languages import shortest

MIN_DETECTED = 120  # bytes of text below which a declared language is believed
MAX_SCRIPT = 800  # characters looked at one by one
MAX_DETECTED = 400  # characters tell as much as 800; 300 do not

_SCRIPTS = (
    ("th", "\u0e01", "\u0e5b"),
    ("ko", "\uac00", "\ud7af"),
    ("ja", "\u3041", "\u30ff"),
    ("zh", "\u4e00", "\u9fff"),
    ("el", "\u0370", "\u03ff"),
    ("he", "\u0590", "\u05ff"),
    ("hy", "\u0530", "\u058f"),
    ("ka", "\u10a0", "\u10ff"),
    ("lo", "\u0e81", "\u0eff"),
    ("km", "\u1780", "\u17ff"),
    ("my", "\u1000", "\u109f"),
    ("ta", "\u0b80", "\u0bff"),
    ("te", "\u0c00", "\u0c7f"),
    ("kn", "\u0c80", "\u0cff"),
    ("ml", "\u0d00", "\u0d7f"),
    ("si", "\u0d80", "\u0dff"),
    ("gu", "\u0a80", "\u0aff"),
    ("pa", "\u0a00", "\u0a7f"),
)
_NONE = frozenset(("un", "und", "mis", "mul", "zxx"))  # says that the language is not known, or none, or many
_CODE = re.compile(r"^\s*([a-zA-Z]{2,3})(?:[-_].*)?\s*$")
_LAST_LATIN = "\u0370"  # no letter behind it is one
_LATIN = bytes(b for b in range(256) if b < 0xCD)  # none of these begins such a letter
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def read_language(text: str, *declared: str | None) -> str | None:
    """The language of `text`; `declared` names what the page and its source say, best first."""
    said = [code for d in declared if (code := normal(d))]
    if (code := _by_script(text)) is not None:
        return code
    return _detected(text, said) or (said[0] if said else None)


@lru_cache(maxsize=1024)  # pages of one site say the same
def normal(tag: str | None) -> str | None:
    """A language tag of any make as ISO 639-1 (or -3 where there is no shorter); None for what is none."""
    match = _CODE.match(tag or "")
    if not match:
        return None
    code = match[1].lower()
    return None if code in _NONE else shortest(code)


def _by_script(text: str) -> str | None:
    sample = text[:MAX_SCRIPT]
    if sample.isascii():
        return None
    foreign = sample.encode("utf-8", "surrogatepass").translate(None, _LATIN)
    if len(foreign) * 5 < len(
        sample
    ):  # begin a letter that may be no Latin one: a tenth of the time that finding takes
        return None
    wide = {c: times for c, times in Counter(sample).items() if c > _LAST_LATIN}
    total = sum(wide.values())
    if total * 5 < len(sample):
        return None
    counts: Counter[str] = Counter()
    for c, times in wide.items():
        if code := _script_of(c):
            counts[code] += times
    if not counts:
        return None
    if counts["ja"] > 0.1 * (counts["zh"] + counts["ja"]) and counts["ja"] + counts["zh"] > 0.5 * total:
        return "ja"
    code, count = counts.most_common(1)[0]
    return code if count > 0.5 * total else None


@lru_cache(maxsize=8192)  # characters that texts are made of
def _script_of(character: str) -> str | None:
    """The language, or one of those, that writes a character."""
    return next((code for code, first, last in _SCRIPTS if first <= character <= last), None)


def _detected(text: str, said: list[str]) -> str | None:
    sample = _CONTROL.sub(" ", text[:MAX_DETECTED]).encode("utf-8", "ignore")
    if len(sample) < MIN_DETECTED and said:
        return said[0]
    hint = said[0] if said else None
    try:
        reliable, _, details = pycld2.detect(
            sample,
            isPlainText=True,
            bestEffort=True,
            **({"hintLanguage": hint} if hint and len(hint) == 2 else {}),
        )
    except (pycld2.error, ValueError):
        return None
    code = normal(details[0][1])
    if code in said or code is None:
        return code if code in said else None
    return code if reliable or not said else said[0]
