"""A title and a text → the text's figures and what its title names, each with what stands beside it.

Where a script puts spaces these are words, by how they begin; else runs of the title's letters. Among what stands beside, a
figure counts as any other. Months are told as names, where a text tells early of one; a day's is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, compress, count

from crawler.dedupe.anchor_words import MONTHS, SCALES, SMALL_WORDS
from crawler.dedupe.folding import decoded, encoded
from crawler.dedupe.months import months_in
from crawler.dedupe.shingles import CJK, THAI, Prose, heading

LETTERS_BEFORE = 8
LETTERS_BESIDE = {THAI: 8, CJK: 4}  # of a name: another name often stands two words away
WITHIN, EARLY = 500, 60  # words of the text; it says early what it is about, and of which month
LEAST_BYTES = 4  # of a word that may be a name
NAME_LETTERS = 3  # of a word: spellings of one name differ behind them
GRAMS = {THAI: 5, CJK: 2}  # letters, where a script puts no spaces between words
_NUMBER = re.compile("[0-9]+")
# zones of time behind hours; "est" and "ist" are words, too
_ZONES = frozenset(b"gmt utc bst cet cest eest mez mesz edt cdt mdt pdt jst kst hkt sgt aedt".split())
_MONTH_OF_DAY = re.compile("月[0-9]")
_NUMBERED = encoded("tháng")  # "month", behind which Vietnamese puts its number
EARLY_LETTERS = 150  # as EARLY words
_BEHIND_DIGITS = b":"  # words of letters sort behind it, and nothing else stands in words


def in_title(letters: str) -> Iterator[tuple[bytes, bytes]]:
    """(the rest of the title, its figures), twice: an issue's number tells more than another figure."""
    numbers = _NUMBER.findall(letters)
    if numbers:
        rest, said = encoded(_NUMBER.sub("0", letters)), " ".join(numbers).encode()
        yield b"< " + rest, said
        yield b"> " + rest, said


class Words:
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


class Letters:
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
