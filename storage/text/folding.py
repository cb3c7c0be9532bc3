"""Text → the form in which names are compared, with a way back to the characters it came from.

What is folded away is what typesetting, keyboards and publishers' systems change without changing the word:
case, widths, digits of other scripts, zero-width characters, quotes, hyphens and line breaks (each of them a
space), Thai vowels typed in another order, Traditional against Simplified Chinese. Accents stay, so that a
text in Vietnamese costs no more than one in English; names are compiled with and without theirs.

A scan for the few characters that need work is several times cheaper than ``str.translate`` over all of
them: 5,000 Thai characters take about 0.1 ms, 5,000 of ASCII 0.01 ms. Where a text has few letters beyond ASCII, as
English with its dashes and quotes, each that needs work is sought by itself, at a quarter of the price of the scan.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from storage.text.han import simplified
from storage.text.normal import MAX_MARKS

# characters: a hundred pages, longer than any article; behind them nothing is looked for
MAX_FOLDED = 300_000
# characters of one: beyond them are no words but phrases (U+FDFA makes 18), which stay as they are
MAX_EXPANDED = 4

_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_QUOTES = "\"'`´‘’‚‛“”„‟«»‹›「」『』《》〈〉〝〞＂＇｢｣"
_DASHES = "-‐‑‒–—―−－﹣·・‧•･"
_INVISIBLE = (
    "\xad\u061c\u0640\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
    + "".join(
        map(
            chr,
            (*range(0x64B, 0x653), *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xFE00, 0xFE10)),
        )
    )
)
_MARKS = "".join(map(chr, (*range(0x300, 0x370), 0x653, 0x654, 0x655, 0x3099, 0x309A)))
_TONES = "\u0e48\u0e49\u0e4a\u0e4b"
_VARIANTS = dict(zip("ёςأإآٱىةیک", "еσاااايهيك", strict=True))
_COMPOSE = "\u0300"  # stands in the table for "join with the letter before"
_CJK_STOPS = frozenset("，。、：；！？「」（）《》")  # a text with none of these has no gaps worth closing
_HAN = re.compile("[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff]")
_HAN_GAP = re.compile(f" (?<={_HAN.pattern} )(?={_HAN.pattern})")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BETWEEN = (
    "\0"  # no letter, no space and no sign that needs work: what stands behind it begins as a text does
)
# one of these in a text changes what is done to all of it
_ALONE = re.compile(f"[{_BETWEEN}{''.join(_CJK_STOPS)}]")
TOGETHER = 200  # texts
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_PINYIN = re.compile(
    rf"(?<={_HAN.pattern})[ (（]{{0,3}}(?=[a-z' ]{{0,40}}[{_TONED}])[a-z{_TONED}ü' ]{{1,40}}[ )）]{{0,3}}(?={_HAN.pattern})"
)
_PLAIN_SPACES = "".join(c for c in _SPACES + _QUOTES + _DASHES if c < "\x80")
_ASCII = {ord(c): 32 for c in _PLAIN_SPACES} | {c: c + 32 for c in range(65, 91)}
_NOT_HAN = bytes([*range(0xE3), *range(0xEA, 0x100)])  # with these begins no letter of _HAN in UTF-8
_EVERY_ASCII = bytes(range(0x80))
FEW = 600  # bytes of the letters beyond ASCII, from which on it is cheaper to look at each place than for each letter
_FOLDABLE = ((0x80, 0x2E80), (0x3000, 0x3400), (0xFB00, 0x10000), (0x1D400, 0x1D800))  # blocks with variants


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, and what leads from its positions back to the original's."""

    text: str
    marks: Sequence[int] = ()  # folded positions from which on ...
    shifts: Sequence[int] = ()  # ... this many code points are added
    ends: Sequence[int] = ()  # of each mark: end of the sequence it stands for, 0 where it stands for none

    def origin(self, position: int) -> int:
        """Where the folded character at `position` came from."""
        at = bisect_right(self.marks, position) - 1
        return position + self.shifts[at] if at >= 0 else position

    def place(self, origin: int) -> int:
        """The first folded position that came from the original's `origin` or later."""
        return bisect_left(range(len(self.text)), origin, key=self.origin)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's [start, end) that became the folded [start, end); `end` > `start`."""
        return self.origin(start), self._stop(end - 1)

    def _stop(self, position: int) -> int:
        """Where the sequence ends that the folded character at `position` stands for."""
        at = bisect_right(self.marks, position) - 1
        known = self.ends[at] if at >= 0 and self.marks[at] == position else 0
        return known or self.origin(position) + 1


def fold(text: str) -> Folded:
    """The first MAX_FOLDED of `text` as they are compared. Linear in time; offsets lead back exactly."""
    text = text[:MAX_FOLDED]
    if text.isascii():
        lowered = text.translate(_ASCII)
        return _rewritten(lowered, b"") if "  " in lowered else Folded(lowered)
    text = text.replace("\u0130", "I").lower()  # the only letter whose lower case is longer
    beyond = text.encode("utf-8", "surrogatepass").translate(None, _EVERY_ASCII)
    if not beyond.translate(None, _NOT_HAN):  # where no space is closed up
        for sign in _PLAIN_SPACES:
            text = text.replace(sign, " ")  # all of them at once: most of what a scan would find
    return _rewritten(text, beyond)


def fold_each(texts: Iterable[str]) -> dict[str, str]:
    """What fold() makes of each, by the text: of thousands of names, in a tenth of the time that one by one takes."""
    together: list[str] = []
    folded: dict[str, str] = {}
    for text in dict.fromkeys(texts):
        if _ALONE.search(text):
            folded[text] = fold(text).text
        else:
            together.append(text)
    for at in range(0, len(together), TOGETHER):
        some = together[at : at + TOGETHER]
        joined = _BETWEEN.join(some)
        many = len(joined) > MAX_FOLDED
        folded |= zip(
            some,
            [fold(text).text for text in some] if many else fold(joined).text.split(_BETWEEN),
            strict=True,
        )
    return folded


def _rewritten(text: str, beyond: bytes | None = None) -> Folded:
    """`text`, in lower case, without what needs work; runs of spaces become one.

    `beyond`: its letters beyond ASCII; None: not known, all of it is scanned.
    """
    table, text, found = _work(text, beyond)
    pieces: list[str] = []
    marks, shifts, ends = array("i"), array("i"), array("i")
    done = shift = 0
    tail = ""
    for which, start, end in found:
        if start < done:
            continue
        new = table[which] if which >= 0 else ""
        if len(new) == end - start and new not in (" ", _COMPOSE):  # most: one letter for another
            pieces += (text[done:start], new)
            done, tail = end, new
            continue
        if new == _COMPOSE:
            start, end, new = _composed(text, start, end, done)
        if start > done:
            tail = text[start - 1]
        if new == " " and (tail[-1:] == " " or (_HAN.match(tail[-1:]) and _HAN.match(text, end))):
            new = ""
        tail = new or tail
        while tail[-1:] == " " and text.startswith(" ", end):
            end += 1
        pieces += (text[done:start], new)
        if len(new) != end - start:
            at = start - shift
            for back in range(len(new)):
                marks.append(at + back)  # every character of the replacement leads to its start ...
                shifts.append(start - at - back)
                ends.append(end)  # ... and ends with it
            shift = end - at - len(new)
            marks.append(at + len(new))
            shifts.append(shift)
            ends.append(0)
        done = end
    pieces.append(text[done:])
    return Folded("".join(pieces), marks, shifts, ends)


def _work(text: str, beyond: bytes | None) -> tuple[tuple[str, ...], str, list[tuple[int, int, int]]]:
    """What becomes of what, `text` as it can be scanned, and (which, start, end) of all that needs work."""
    table, scanner, alone = _scanner()
    letters = _few(beyond)
    if letters is not None and (signs := _signs(text, letters, alone)) is not None:
        found = [(alone[sign], at, at + len(sign)) for sign in signs for at in _places(sign, text)]
        found.sort(key=itemgetter(1))
        stops = not _CJK_STOPS.isdisjoint(letters)
    else:
        try:
            found = scanner.find_matches_as_indexes(text)
        except UnicodeEncodeError:  # halves of characters, as broken converters leave them
            text = _SURROGATE.sub("\ufffd", text)
            found = scanner.find_matches_as_indexes(text)
        stops = any(stop in text for stop in _CJK_STOPS)
    if stops:
        found += [(-1, *gap.span()) for pattern in (_HAN_GAP, _PINYIN) for gap in pattern.finditer(text)]
        found.sort(key=itemgetter(1, 0))
    return table, text, found


def _few(beyond: bytes | None) -> frozenset[str] | None:
    """The letters, each once; None where there are many or they are not known, or halves of characters among them."""
    if beyond is None or len(beyond) > FEW:
        return None
    try:
        return frozenset(beyond.decode())
    except UnicodeDecodeError:
        return None


def _signs(text: str, letters: frozenset[str], alone: Mapping[str, int]) -> list[str] | None:
    """What needs work in a text with those letters beyond ASCII; None where one of them may do so with others only."""
    if not letters.isdisjoint(_together()):
        return None
    return [*filter(alone.__contains__, letters), *filter(text.__contains__, (*_PLAIN_SPACES, "  "))]


def _places(sign: str, text: str) -> Iterator[int]:
    """Where `sign` begins in `text`, no place overlapping another."""
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + len(sign))


def _composed(text: str, start: int, end: int, done: int) -> tuple[int, int, str]:
    """Combining marks at [start, end), joined with the letter before them; alone they are dropped."""
    while text[end : end + 1] and text[end] in _MARKS:
        end += 1
    if start == done:
        return start, end, ""
    joined = unicodedata.normalize("NFC", text[start - 1 : min(end, start + MAX_MARKS)])[0]
    return start - 1, end, _VARIANTS.get(joined, joined)


@cache
def _scanner() -> tuple[tuple[str, ...], AhoCorasick, dict[str, int]]:
    """What the characters and sequences that need work become, the automaton that finds them, and the place in the first
    of each.
    """
    table = (
        _compatible() | _VARIANTS | _thai() | dict.fromkeys(_SPACES + _QUOTES + _DASHES, " ") | {"  ": " "}
    )
    table |= simplified() | dict.fromkeys(_INVISIBLE, "") | dict.fromkeys(_MARKS, _COMPOSE)
    # a DFA takes 5 MB more, to find in 30 µs of a text's length what this finds in 50
    scanner = AhoCorasick(
        list(table), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
    )
    return tuple(table.values()), scanner, {sign: which for which, sign in enumerate(table)}


@cache
def _together() -> frozenset[str]:
    """The characters of sequences that need work, but for the two spaces."""
    return frozenset("".join(sign for sign in _scanner()[2] if len(sign) > 1 and sign != "  "))


def _compatible() -> dict[str, str]:
    """Characters that NFKC or the digits' values turn into one or more others; half-width kana in pairs."""
    table: dict[str, str] = {}
    for first, last in _FOLDABLE:
        for char in map(chr, range(first, last)):
            digit = unicodedata.decimal(char, None)
            new = unicodedata.normalize("NFKC", char).lower() if digit is None else str(digit)
            same = new == char or new.startswith(" ") or char in "\u0e33\u0eb3"
            if not same and len(new) <= MAX_EXPANDED:
                table[char] = new
    for kana in map(chr, range(0xFF66, 0xFF9E)):
        for mark, combining in (("\uff9e", "\u3099"), ("\uff9f", "\u309a")):
            joined = unicodedata.normalize("NFKC", kana + combining)
            if len(joined) == 1:
                table[kana + mark] = joined
    return table


def _thai() -> dict[str, str]:
    """SARA AM and SARA AE in the orders and pieces they are typed in."""
    table = {"\u0e40\u0e40": "\u0e41", "\u0e4d\u0e32": "\u0e33"}
    for tone in _TONES:
        wanted = tone + "\u0e33"
        table |= dict.fromkeys((f"\u0e4d{tone}\u0e32", f"{tone}\u0e4d\u0e32", f"\u0e33{tone}"), wanted)
    return table
