"""A text in lower case → the words in it that mean the same in every language: months, numbers, powers of ten, places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from crawler.dedupe import anchor_words
from crawler.dedupe.teens import teens
from crawler.dedupe.weekdays import OTHER_DAYS, WEEKDAYS, counts_weeks

_SCALE, _NAMED = 100, 200  # from there on a meaning is a power of ten, a row of NAMES
_WEEKDAY = 1000
_COUNTED = 99  # the meaning of a number in words
_NONE = 0  # the meaning of what only looks like a term
_CURRENCIES = frozenset(
    ["yuan", "us dollar", "euro", "yen", "korean won", "baht", "rupiah", "ruble", "vietnamese dong"]
)
_SHORT_KANA = 3  # letters: タイ begins タイム, but behind シンガポール a currency stands
# what Arabic and Persian write on to a word, in front of it and behind it
_ARABIC = re.compile("[\u0621-\u064a\u067e-\u06d3]")
_ARABIC_FRONT = re.compile("(?<![\u0621-\u064a\u067e-\u06d3])[وف]?(?:[بلك]?(?:ال)?|لل)$")
# scripts whose words are told by their own kind of letter, but not from what is written on to them
_KATAKANA, _HANGUL = re.compile("[ァ-ヺー]"), re.compile("[가-힣]")
_ARABIC_BEHIND = re.compile("(?:ا|ات|ي|ية|ين|ی|ها|های)?(?![\u0621-\u064a\u067e-\u06d3])")


class Terms(NamedTuple):
    """What of the words stands where."""

    months: list[tuple[int, int, int]]  # start, end, number of the month
    scales: dict[int, tuple[int, int]]  # start → end, power of ten
    places: dict[int, None]  # rows of anchor_words.NAMES, in the order of the text
    counts: list[tuple[int, int, int]]  # start, end, number that a word is
    weekdays: dict[int, None]  # Monday 0, in the order of the text


def terms_in(lowered: str, language: str = "") -> Terms:
    """The words of a text, which is in lower case and has the digits of ASCII; numbers are those of its language."""
    found, table = Terms([], {}, {}, [], {}), _table()
    for number, start, end in table.found(lowered):
        meaning = table.meanings[number]
        if meaning == _NONE:
            continue
        if meaning < _COUNTED:
            found.months.append((start, end, meaning))
        elif meaning >= _WEEKDAY:
            if not counts_weeks(lowered, start):
                found.weekdays[meaning - _WEEKDAY] = None
        elif meaning == _COUNTED:
            if value := teens()[lowered[start:end]].get(language):
                found.counts.append((start, end, value))
        elif meaning < _NAMED:
            found.scales[start] = (end, meaning - _SCALE)
        else:
            found.places[meaning - _NAMED] = None
    return found


class _Table:
    """The words of anchor_words as one automaton."""

    def __init__(self) -> None:
        rows = [(number, words) for number, words in enumerate(anchor_words.MONTHS, 1)]
        rows += [(12 + n, word) for n, word in enumerate(anchor_words.JALALI_MONTHS.split("|"), 1)]
        rows += [(_SCALE + power, words) for power, words in anchor_words.SCALES.items()]
        rows += [(_NONE, anchor_words.OTHER_WORDS), (_NONE, OTHER_DAYS)]
        rows.append((_COUNTED, "|".join(teens())))
        rows += [(_WEEKDAY + number, words) for number, words in enumerate(WEEKDAYS)]
        rows += [(_NAMED + number, words.lower()) for number, words in enumerate(anchor_words.NAMES)]
        terms = {word: meaning for meaning, words in rows for word in words.split("|")}
        self.meanings = list(terms.values())
        self._edged = [word[0].isalpha() and word[0] < "\u0600" for word in terms]  # such scripts have spaces
        self._arabic = [_ARABIC.match(word) is not None for word in terms]
        counted = {number for number, words in rows if words.partition("|")[0] in _CURRENCIES}
        self._counted = [_SCALE < meaning < _NAMED or meaning in counted for meaning in self.meanings]
        self._kana = [_KATAKANA.match(word) is not None for word in terms]
        self._hangul = [_HANGUL.match(word) is not None for word in terms]
        self._machine = AhoCorasick(
            list(terms), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
        )

    def found(self, text: str) -> Iterator[tuple[int, int, int]]:
        """(number of the term, start, end); a word of a script with spaces is a whole one, one of kana is none of a longer
        word's, and one of Korean has an ending at most; but a currency may stand behind its country.
        """
        last = -1
        for number, start, end in self._machine.find_matches_as_indexes(text):
            behind_term, last = start == last and self._counted[number], end
            if self._edged[number]:
                before, after = text[start - 1 : start], text[end : end + 1]
                if (before.isalpha() and before < "\u0600") or (after.isalpha() and after < "\u0600"):
                    continue
            elif self._arabic[number] and not (
                _ARABIC_FRONT.search(text, max(0, start - 5), start) and _ARABIC_BEHIND.match(text, end)
            ):
                continue
            elif self._kana[number]:
                if not behind_term and _KATAKANA.match(text[start - 1 : start]):
                    continue
                if end - start <= _SHORT_KANA and _KATAKANA.match(text, end):
                    continue
            elif self._hangul[number] and not behind_term and _HANGUL.match(text[start - 1 : start]):
                continue
            yield number, start, end


@cache
def _table() -> _Table:
    return _Table()
