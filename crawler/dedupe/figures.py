"""A text's words → its figures and what its title names, each with the words before it; two texts' → whether they
contradict.

Daily reports (markets, weather, lotteries) are one text with new figures: they share two thirds of their
shingles and are no copies. A copy that was cut, or stands among other texts, lacks figures but contradicts
none. So figures are compared only where the words before them are the same in both texts.

Announcements (a speaker, an award, a call to shareholders) are one text with another name. It stands in the
title, and in the text wherever the other text has that of its own title. In a short one each name and each figure
stands once: what differs is counted together, against the figures that agree. An issue of a series is known by its
number, too, where the rest of the title is the same, or by the month that its text is about. Units of figures, small
words and what stands beside anything are no names: there desks put things otherwise.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain, compress, count
from typing import NamedTuple

from xxhash import xxh32_intdigest

from crawler.dedupe.anchor_words import MONTHS, SCALES, SMALL_WORDS
from crawler.dedupe.folding import decoded, encoded
from crawler.dedupe.months import months_in
from crawler.dedupe.shingles import CJK, THAI, WORDS, Prose, heading

MOST = 64  # figures kept of a text, the first
LETTERS_BEFORE = 8
LETTERS_BESIDE = {THAI: 8, CJK: 4}  # of a name: another name often stands two words away
LEAST_COMMON = 4  # figures at the same words; of fewer a correction may have changed most
LEAST_TOGETHER = 2  # figures and names that differ, beyond the figures that agree
AGREEING = 0.5
# places kept before and behind which a text has a word of its title, the first
MOST_NAMED, MOST_BEHIND = 24, 12
WITHIN, EARLY = 500, 60  # words of the text; it says early what it is about, and of which month
LEAST_NAMED = 2  # places at which a word always gives way to another; at one a desk may have put it otherwise
LEAST_BYTES = 4  # of a word that may be a name
LEAST_BESIDE = 8  # bytes of two words beside a name: "of the" stands beside anything
NAME_LETTERS = 3  # of a word: spellings of one name differ behind them
GRAMS = {THAI: 5, CJK: 2}  # letters, where a script puts no spaces between words

_NUMBER = re.compile("[0-9]+")
# zones of time behind hours; "est" and "ist" are words, too
_ZONES = frozenset(b"gmt utc bst cet cest eest mez mesz edt cdt mdt pdt jst kst hkt sgt aedt".split())
_MONTH_OF_DAY = re.compile("月[0-9]")
_LOW = 0 if sys.byteorder == "little" else 1  # which half of 32 bits is the lower one
_NUMBERED = encoded("tháng")  # "month", behind which Vietnamese puts its number
EARLY_LETTERS = 150  # as EARLY words
_BEHIND_DIGITS = b":"  # words of letters sort behind it, and nothing else stands in words


def pack_figures(title: Prose, prose: Prose) -> bytes:
    """How many figures are kept, and how many words of the title with what stands before them, 16 bits each; then four
    bytes for each of them, and for words with what stands behind them: 16 bits of that, 16 of the word itself.
    """
    named: _Words | _Letters
    named = _Words(title.words, prose.words) if prose.unit is WORDS else _Letters(title.letters, prose)
    kept = _kept(chain(_in_title(title.letters), named.figures()), MOST, 0)
    before, behind = (
        _kept(named.before(), MOST_NAMED, LEAST_BESIDE),
        _kept(named.behind(), MOST_BEHIND, LEAST_BESIDE),
    )
    return array("I", (len(before) << 16 | len(kept), *kept, *before, *behind)).tobytes()


def contradict(first: bytes, second: bytes, retitled: bool = False) -> bool:
    """Whether most figures at the same words differ, or what one title names always gives way to what the other does,
    or few figures and names differ together.
    """
    mine, theirs = _unpacked(first), _unpacked(second)
    common = len(mine.places & theirs.places)
    agreeing = len(mine.figures & theirs.figures)
    if common >= LEAST_COMMON and agreeing < AGREEING * common:
        return True
    given = _given_away(mine.before, theirs.before)
    if _is_renamed(given, mine.before, theirs.before):
        return True
    given += _given_away(mine.behind, theirs.behind)
    names = min(len({name for name, _ in given}), len({other for _, other in given})) if given else 0
    return names + retitled + common - 2 * agreeing >= LEAST_TOGETHER


def _given_away(mine: dict[int, int], theirs: dict[int, int]) -> list[tuple[int, int]]:
    """(name of one text, the other's at its place) of those that never stand at one place in both."""
    common = mine.keys() & theirs.keys()
    pairs = [(mine[place], theirs[place]) for place in common if mine[place] != theirs[place]]
    if not pairs:
        return pairs
    kept = {mine[place] for place in common if mine[place] == theirs[place]}
    return [(name, other) for name, other in pairs if name not in kept and other not in kept]


def _is_renamed(given: list[tuple[int, int]], mine: dict[int, int], theirs: dict[int, int]) -> bool:
    """Whether a name of one text stands at several places where the other has its own, or at one and both stand
    at several in their texts.
    """
    if not given:
        return False
    if max(Counter(name for name, _ in given).values()) >= LEAST_NAMED:
        return True
    often, their_often = _repeated(mine) - set(theirs.values()), _repeated(theirs) - set(mine.values())
    return any(name in often and other in their_often for name, other in given)


def _is_day(word: bytes) -> bool:
    return word < _BEHIND_DIGITS and len(word) <= 2


@cache
def _no_names() -> frozenset[bytes]:
    """Units, as "42 lakh" is 4.2 million; and "την" and "как", by list: МТС and ΔΕΗ are as short and are names."""
    return frozenset(_words_of("|".join([*SCALES.values(), SMALL_WORDS])))


@cache
def _months() -> dict[bytes, bytes]:
    return {word: b"month %d" % number for number, words in enumerate(MONTHS, 1) for word in _words_of(words)}


@cache
def _month_words() -> frozenset[bytes]:
    return frozenset([*_months(), _NUMBERED])


def _twice(around: bytes, month: bytes) -> Iterator[tuple[bytes, bytes]]:
    yield b"< " + around, month
    yield b"> " + around, month


def _words_of(terms: str) -> Iterator[bytes]:
    """Those of them that are one word each, as a text's words are."""
    told = (heading(term).words for term in terms.split("|"))
    return (words[0] for words in told if len(words) == 1)


def _repeated(names: dict[int, int]) -> set[int]:
    return {name for name, count in Counter(names.values()).items() if count >= LEAST_NAMED}


def _kept(found: Iterable[tuple[bytes, bytes]], most: int, least: int) -> list[int]:
    """Of (place, what stands there) the first of each place, both as 16 bits.

    A place of two words that have less than `least` bytes, or of none, tells nothing: nothing else stands there.
    """
    kept: dict[int, int] = {}
    for place, value in found:
        if len(place) < least and (not place or b" " in place):
            place += b"<" + value
        at = xxh32_intdigest(place) & 0xFFFF
        if at not in kept:
            kept[at] = at << 16 | xxh32_intdigest(value) & 0xFFFF
            if len(kept) == most:
                break
    return list(kept.values())


def _in_title(letters: str) -> Iterator[tuple[bytes, bytes]]:
    """(the rest of the title, its figures), twice: an issue's number tells more than another figure."""
    numbers = _NUMBER.findall(letters)
    if numbers:
        rest, said = encoded(_NUMBER.sub("0", letters)), " ".join(numbers).encode()
        yield b"< " + rest, said
        yield b"> " + rest, said


class _Words:
    """The figures of the text and the words of its title, each by how it begins, with what stands beside them.

    Among what stands beside, a figure counts as any other.
    """

    def __init__(self, title: list[bytes], words: list[bytes]) -> None:
        none = _no_names()
        long = [
            word for word in title if len(word) >= LEAST_BYTES and word > _BEHIND_DIGITS and word not in none
        ]
        self._begins = {word: encoded(decoded(word)[:NAME_LETTERS]) for word in long}
        self._words, self._plain = words, words.copy()
        self._figures = [at for at, word in enumerate(words) if word < _BEHIND_DIGITS]
        for at in self._figures:
            self._plain[at] = b"0"
        self._places = list(compress(count(), map(self._begins.__contains__, words[:WITHIN])))

    def figures(self) -> Iterator[tuple[bytes, bytes]]:
        """(the two words before it, the figure)."""
        words, plain = self._words, self._plain
        # each desk puts hours of a zone into that of its readers
        told = (at for at in self._figures if at + 1 == len(words) or words[at + 1] not in _ZONES)
        return ((b" ".join(plain[max(0, at - 2) : at]), words[at]) for at in told)

    def before(self) -> Iterator[tuple[bytes, bytes]]:
        """(the two words before it, figures as they are, the word of the title); and months with what stands around."""
        words, begins = self._words, self._begins
        named = ((b" ".join(words[max(0, at - 2) : at]), begins[words[at]]) for at in self._places)
        return named if _month_words().isdisjoint(words[:EARLY]) else chain(self._in_months(), named)

    def _in_months(self) -> Iterator[tuple[bytes, bytes]]:
        """The months of which the text tells early, twice: a series may be known by nothing else. Those of days are
        none, as the day of a copy may be its own.
        """
        months, plain = _months(), self._plain[:EARLY]
        for at in compress(count(), map(months.__contains__, plain)):
            before, behind = self._words[max(0, at - 2) : at], self._words[at + 1 : at + 3]
            if before and len(behind) == 2 and not (_is_day(before[-1]) or _is_day(behind[0])):
                around = b" ".join([*plain[max(0, at - 2) : at], b"", *self._plain[at + 1 : at + 3]])
                yield from _twice(around, months[plain[at]])
        for at in compress(count(), map(_NUMBERED.__eq__, plain)):
            before, behind = self._words[max(0, at - 2) : at], self._words[at + 1 : at + 3]
            if before and len(behind) == 2 and _is_day(behind[0]) and not _is_day(before[-1]):
                around = b" ".join([*plain[max(0, at - 2) : at], b"", *self._plain[at + 2 : at + 4]])
                yield from _twice(around, b"month " + behind[0].lstrip(b"0"))

    def behind(self) -> Iterator[tuple[bytes, bytes]]:
        """(the two words behind it, the word of the title)."""
        words, plain, begins = self._words, self._plain[:WITHIN], self._begins
        return ((b" ".join(plain[at + 1 : at + 3]), begins[words[at]]) for at in self._places)


class _Letters:
    """The figures of the text and runs of its title's letters, with what stands beside them."""

    def __init__(self, title: str, prose: Prose) -> None:
        letters, size = prose.letters[: 2 * WITHIN], GRAMS[prose.unit]
        starts: set[int] = set()
        for gram in {title[i : i + size] for i in range(len(title) - size + 1)}:
            at = letters.find(gram)
            while at >= 0:
                starts.add(at)
                at = letters.find(gram, at + 1)
        self._all, self._letters = prose.letters, letters
        self._size, self._near = size, LETTERS_BESIDE[prose.unit]
        self._firsts = sorted(start for start in starts if start - 1 not in starts)
        self._lasts = sorted(start for start in starts if start + 1 not in starts)

    def figures(self) -> Iterator[tuple[bytes, bytes]]:
        """(the letters before it, the figure)."""
        letters, past = self._all, 0
        for found in _NUMBER.finditer(letters):
            start = found.start()
            first = max(0, start - 2 * LETTERS_BEFORE)
            before = letters[first:start]
            if past > first:
                before = _NUMBER.sub("0", before)
            past = found.end()
            if _MONTH_OF_DAY.match(letters, past):
                before += "月"  # one desk writes 6月2日 where another writes 2日: the month is no other day
            yield encoded(before[-LETTERS_BEFORE:]), found[0].encode()

    def before(self) -> Iterator[tuple[bytes, bytes]]:
        """(the letters before it, its first letters); and months, as in words."""
        letters, size, near = self._letters, self._size, self._near
        named = (
            (encoded(letters[max(0, at - near) : at]), encoded(letters[at : at + size]))
            for at in self._firsts
        )
        early = letters[:EARLY_LETTERS]
        return chain(self._in_months(early), named)

    def _in_months(self, early: str) -> Iterator[tuple[bytes, bytes]]:
        """As those of words; a day's, which has a number beside it, is none."""
        for start, end, month in months_in(early):
            before, behind = early[max(0, start - self._near) : start], self._letters[end : end + self._near]
            if before and behind:
                around = encoded(_NUMBER.sub("0", f"{before} {behind}"))
                yield from _twice(around, b"month %d" % month)

    def behind(self) -> Iterator[tuple[bytes, bytes]]:
        """(the letters behind it, a figure among them as any other; its last letters)."""
        for at in self._lasts:
            end = at + self._size
            rest = _NUMBER.sub("0", self._letters[end : end + 2 * self._near])[: self._near]
            yield encoded(rest), encoded(self._letters[at:end])


class _Figures(NamedTuple):
    """What pack_figures() packed."""

    places: frozenset[int]  # of the figures
    figures: frozenset[int]  # each with its place
    before: dict[int, int]  # names, each by what stands before it
    behind: dict[int, int]  # and by what stands behind


@lru_cache(maxsize=32)  # of one text for all its neighbours, and of them for its copies
def _unpacked(blob: bytes) -> _Figures:
    pairs, halves = array("I", blob), array("H", blob)
    values, places = halves[_LOW::2], halves[1 - _LOW :: 2]
    figures, end = 1 + values[0], 1 + values[0] + places[0]
    if not places[0]:  # as they were packed once, without those behind
        end = len(pairs)
    return _Figures(
        frozenset(places[1:figures]),
        frozenset(pairs[1:figures]),
        dict(zip(places[figures:end], values[figures:end], strict=True)),
        dict(zip(places[end:], values[end:], strict=True)),
    )
