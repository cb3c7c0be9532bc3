"""Text → the tokens by which it is found; words that are sought → the rows of tokens that prove them.

    fold → runs of one kind → words of scripts with spaces, digits apart from letters
                            → pairs of characters for scripts without: 数字经济 = 数字 字经 经济 济

Each character of a run begins one token: the last stands alone, so that a single character is sought as the
beginning of a token. Korean puts its spaces now so, now so: its runs go on over single spaces, and the pair that
lies over one has BORDER in it, so that 한국 정부 is not found by 국정, but 디지털 경제 by 디지털경제.

These tokens are what the index holds. A change of them needs a migration that fills the index anew.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from operator import add
from typing import NamedTuple

from storage.text.folding import Folded, fold
from storage.text.spellings import spellings

# characters of a text that are indexed: thirty pages; PostgreSQL's row of tokens has a bound
MAX_TEXT = 100_000
MAX_TITLE = 2_000  # characters of a title or a summary
MAX_TOKEN = 64  # characters; longer is no word, and is found by its beginning
BORDER = "\ue000"  # of private use: no letter of any text

_HANGUL = "\u1100-\u11ff\uac00-\ud7af"
_DENSE = (  # Thai, Lao, Myanmar, Khmer; kana and Han
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecf\u0edc-\u0edf\u1000-\u103f\u104c-\u108f\ua9e0-\ua9ef\uaa60-\uaa7f"
    "\u1780-\u17d3\u17d7\u17dc\u17dd\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
)
_ASCII = re.compile("[a-z]+|[0-9]+")
_SPACED = re.compile(r"[a-z]+|[0-9]+|[^\W\d_]+")
_KINDS = bytes(  # of a byte of UTF-8: a letter, a digit, a part of another letter, none of a token
    ord("a" if chr(b).islower() else "0" if chr(b).isdigit() else " ") if b < 0x80 else ord("x")
    for b in range(256)
)
_BORDERS = frozenset([b"a0", b"0a", b"x0", b"0x"])  # between two tokens
# begins with a sign of its own: sought five times faster
_AT_BORDER = re.compile(rb"0(?:(?<=[ax]0)|(?=[ax]))")
_LONG = (b"a" * (MAX_TOKEN + 1), b"0" * (MAX_TOKEN + 1))
_EVERY_ASCII = bytes(range(0x80))
# Latin letters beyond ASCII, in lower case
_EXTENDED = re.compile("[\u00df-\u00f6\u00f8-\u024f\u1e00-\u1eff]")
_DENSE_RUN, _KOREAN_RUN = re.compile(f"[{_DENSE}]"), re.compile(f"[{_HANGUL}]")
_GAP = re.compile(f"(?<=[{_DENSE}]) (?=[{_DENSE}])")
_FIRST_DENSE = "\u0e01"  # what stands before is of scripts with spaces
_LATIN = dict(  # letters that no decomposition leads to their plain form
    zip(
        "đðøłßæœıþħŋŧƒə",
        ("d", "d", "o", "l", "ss", "ae", "oe", "i", "th", "h", "n", "t", "f", "e"),
        strict=True,
    )
)
_POINTS = re.compile("[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")  # Hebrew, Arabic
_VOWELS = frozenset(map(chr, range(0x64B, 0x653)))  # of Arabic, which folding drops wherever they stand
_MARKED = range(0x300, 0xFE30)  # where combining marks are


class Place(NamedTuple):
    """A token and where its characters stand in the original, end exclusive."""

    token: str
    start: int
    end: int
    first: int  # end of its first character


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens that stand one behind the other; of the last only the beginning, where `prefix` says so."""

    tokens: tuple[str, ...]
    prefix: bool = False


def tokens(text: str, bound: int = MAX_TEXT) -> list[str]:
    """The tokens of the first `bound` characters. 4,000 letters take 0.1 (English) to 0.4 ms (Chinese)."""
    text = text[:bound]
    raw = _at_once(text, bound)
    if raw is None:
        return _one_by_one(text, bound)
    found = (_ASCII if raw.isascii() else _SPACED).findall(_decoded(raw))
    return found if len(max(found, key=len, default="")) <= MAX_TOKEN else [t[:MAX_TOKEN] for t in found]


def joined(text: str, bound: int = MAX_TEXT) -> str:
    """The same tokens in one string, with signs between them that are in no token.

    A text without accents is such a string itself, but for places where digits touch letters: these are sought in
    what kinds its signs are, which takes a tenth of cutting it into tokens.
    """
    text = text[:bound]
    raw = _at_once(text, bound)
    if raw is None:
        return " ".join(_one_by_one(text, bound))
    kinds = raw.translate(_KINDS)
    mixed = not raw.isascii() and b"ax" in kinds
    if mixed or any(long in kinds.replace(b"x", b"a") for long in _LONG):
        return " ".join(tokens(text, bound))
    places = [0]
    for digit in _AT_BORDER.finditer(kinds):
        at = digit.start()
        places += [place for place in (at, at + 1) if kinds[place - 1 : place + 1] in _BORDERS]
    return _decoded(b" ".join([raw[start:end] for start, end in pairwise([*places, len(raw)])]))


def _one_by_one(text: str, bound: int) -> list[str]:
    """The tokens of any text."""
    out: list[str] = []
    for run in _runs().findall(fold(text).text[:bound]):
        if run.isascii():
            out.append(run[:MAX_TOKEN])
        else:
            out += _of_run(run)
    return out


def _at_once(text: str, bound: int) -> bytes | None:
    """What _SPACED finds the tokens in, made sign by sign instead of place by place: at a fifth of the price.

    None where a sign is one that its neighbours tell more of, or that stands in a script without spaces.
    """
    raw = _encoded(text).lower()  # of ASCII alone
    if text.isascii():
        return raw
    found = set(_decoded(raw.translate(None, _EVERY_ASCII)))
    if _DENSE_RUN.search("".join(found)):
        return None
    signs = {sign: _lowered(sign) for sign in found}
    plain = {sign: _alone(low) for sign, low in signs.items()}
    if None in plain.values():
        return None
    for sign, said in plain.items():
        if said is not None and said != sign:
            raw = raw.replace(_encoded(sign), _encoded(said))
    if len(raw) > bound and len(_decoded(raw)) > bound:
        return None  # it may have to be cut
    if not raw.isascii() and _EXTENDED.search("".join(signs.values())):
        return None  # a word of Latin and other letters is cut where its first accent says
    return raw


def _lowered(sign: str) -> str:
    return "i" if sign == "\u0130" else sign.lower()  # its lower case would be two


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogatepass")


@lru_cache(maxsize=4096)
def _alone(sign: str) -> str | None:
    """What one character beyond ASCII is in a token, or between two; None where its neighbours have a say."""
    folded = fold(sign).text
    if folded.isascii() and (not unicodedata.combining(sign) or sign in _VOWELS):
        return folded
    if len(folded) != 1 or unicodedata.category(folded)[0] == "M" or _POINTS.match(folded):
        return None
    if folded.isdecimal() or _kind(folded) != "word":
        return None
    if not folded.isalnum():
        return " "
    plain = _plain(folded)
    if _EXTENDED.match(folded):
        return plain if folded == sign and plain.isascii() and plain.isalpha() else None
    return folded if plain == folded == fold(folded).text else None


def places(text: str, bound: int = MAX_TEXT) -> Iterator[Place]:
    """The same tokens, each with its place in `text`."""
    folded = fold(text[:bound])
    for run in _runs().finditer(folded.text[:bound]):
        start = run.start()
        made = _of_run(run[0])
        if _kind(run[0]) == "word":
            yield _place(folded, made[0], start, run.end(), run.end())
            continue
        starts = [start + at for at, char in enumerate(run[0]) if char != " "]
        for at, token in zip(starts, made, strict=True):
            length = len(token) if BORDER not in token else 3
            yield _place(folded, token, at, at + length, at + 1)


def _place(folded: Folded, token: str, start: int, end: int, first: int) -> Place:
    begin, stop = folded.span(start, end)
    return Place(token, begin, stop, folded.span(start, first)[1])


def sought(text: str, prefix: bool = False) -> tuple[Phrase, ...]:
    """What a text must hold one of to hold `text` as it is written; () where `text` has no letter and no digit.

    With `prefix` its last word may go on; words of scripts without spaces always may.
    """
    folded = fold(text).text
    # typesetters put gaps between signs, and take them out
    ways = dict.fromkeys((folded, _GAP.sub("", folded)))
    return tuple(dict.fromkeys(phrase for way in ways for phrase in _spelt(way, prefix)))


def _spelt(folded: str, prefix: bool) -> tuple[Phrase, ...]:
    runs = _runs().findall(folded)
    spelt = [spellings(run) if _kind(run) == "korean" else [run] for run in runs]
    many = [place for place, ways in enumerate(spelt) if len(ways) > 1]
    plain = [ways[0] for ways in spelt]
    if len(many) != 1:
        return (_phrase(plain, prefix),) if plain else ()
    (place,) = many
    return tuple(_phrase([*plain[:place], way, *plain[place + 1 :]], prefix) for way in spelt[place])


def _phrase(runs: list[str], prefix: bool) -> Phrase:
    made = [token for run in runs for token in _of_run(run)]
    if _kind(runs[-1]) == "word":
        return Phrase(tuple(made), prefix)
    if len(runs[-1]) == 1:
        return Phrase(tuple(made), True)
    return Phrase(tuple(made[:-1]))  # the last character is in the pair before, and may be followed by any


def _kind(run: str) -> str:
    return _kind_of(run[0])


@lru_cache(maxsize=20_000)
def _kind_of(char: str) -> str:
    if _DENSE_RUN.match(char):
        return "dense"
    return "korean" if _KOREAN_RUN.match(char) else "word"


def _of_run(run: str) -> list[str]:
    if run[0] < _FIRST_DENSE or _kind_of(run[0]) == "word":
        return [_plain(run)]
    if " " not in run:
        return [*map(add, run, run[1:]), run[-1]]
    words = run.split(" ")
    chars = "".join(words)
    pairs = [*map(add, chars, chars[1:]), chars[-1]]
    at = 0
    for word in words[:-1]:
        at += len(word)
        pairs[at - 1] = f"{chars[at - 1]}{BORDER}{chars[at]}"
    return pairs


@lru_cache(maxsize=20_000)
def _plain(word: str) -> str:
    """`word` without the accents of Latin letters and the points of Hebrew and Arabic; MAX_TOKEN of it."""
    out = []
    for char in _POINTS.sub("", word):
        base = unicodedata.normalize("NFD", char)[0]
        out.append(_LATIN.get(char) or (base if base.isascii() else char))
    return ("".join(out) or word)[:MAX_TOKEN]


@cache
def _runs() -> re.Pattern[str]:
    marks = "".join(
        c for c in map(chr, _MARKED) if unicodedata.category(c)[0] == "M" and not _DENSE_RUN.match(c)
    )
    letter = rf"[^\W\d_{_DENSE}{_HANGUL}]"
    korean = f"[{_HANGUL}]++(?>(?: [{_HANGUL}]++)*)"
    return re.compile(
        rf"[a-z]++(?![{marks}\u00aa-\u024f\u1e00-\u1eff])|\d++|[{_DENSE}]++|{korean}|(?>(?:{letter}++[{marks}]*+)+)"
    )
