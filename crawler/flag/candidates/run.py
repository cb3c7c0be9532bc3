"""Folded text around an event word → its words, and what each of them may be in a name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

from crawler.flag.candidates import kin as kin
from crawler.flag.candidates import stops as stops
from crawler.flag.candidates import words as words
from crawler.flag.text.reading import Reading

REACH = 110  # characters on either side that a name may take
KINDS = ("DOMAINS", "SCOPES", "KIN", "FILLERS")  # tables, by what counts first
ABOUT = frozenset(("DOMAINS", "KIN"))  # those of what an event is about
MAX_PHRASE = 4  # words
MAX_SHORT = 3  # letters of a word that counts in capitals alone: "IT", "AI"
_TOKEN = re.compile(r"[^\W_]+(?:[.&+][^\W_]+)*|[^\w\s]|_")
_COINED_OF = ("tech", "cyber")  # what coined names end with: InCyber, VivaTech
_LETTER = re.compile(r"[^\W\d_]")
_ARABIC_LEAD = re.compile("^و?(?:لل|ال|بال)")  # "for the", "and the", "in the" of a word with its article
_FIRST_ARABIC = "\u0600"
_LEADS = "ولاب"  # with which it begins
_START, _END = itemgetter(0), itemgetter(1)  # of a token
_new = tuple.__new__  # half of what a token's own takes: there are forty around each event word
_BREAK = re.compile("[\n\r\"“”«»„‟《》「」『』〈〉‹›–—−‘]|[ (]['`´]|(?<!rs)['’] ")


class Token(NamedTuple):
    """One word of the folded text."""

    start: int
    end: int
    text: str


@cache
def lexicon(name: str) -> Callable[[str], bool]:
    """Whether a word or phrase stands in that table of candidate_words, or in KIN of candidate_kin."""
    exact, begins = words.split(kin.TABLE if name == "KIN" else words.TABLES[name])
    phrases = tuple(begin for begin in begins if " " in begin)

    def holds(phrase: str) -> bool:
        if phrase in exact:
            return True
        if " " not in phrase:
            return phrase.startswith(begins)
        if not phrase.startswith(phrases):  # as most do
            return False
        return any(phrase.startswith(begin) and " " not in phrase[len(begin) :] for begin in phrases)

    return holds


@lru_cache(maxsize=2048)  # those around events are much the same in all texts
def _tables_of(word: str) -> tuple[str, ...]:
    """The tables of KINDS in which one word stands."""
    return tuple(table for table in KINDS if lexicon(table)(word))


@cache
def _first_words() -> frozenset[str]:
    """What the phrases of KINDS begin with."""
    listed = (*(phrase for table in KINDS for phrase in words.TABLES.get(table, ())), *kin.TABLE)
    return frozenset(phrase.partition(" ")[0] for phrase in listed if " " in phrase)


def _joined(reading: Reading, left: Token, right: Token) -> bool:
    """Whether nothing but a space, a hyphen or an apostrophe stands between two tokens."""
    if right.start - left.end > 1:
        return False
    origin = reading.folded.origin
    return not _BREAK.search(reading.whole, origin(left.end - 1) + 1, origin(right.start) + 1)


@dataclass(frozen=True, slots=True)
class Run:
    """The tokens around an event word, and which of them it is."""

    reading: Reading
    tokens: Sequence[Token]
    first: int  # of the event word's
    last: int

    def joined(self, at: int) -> bool:
        """Whether the token at `at` goes on with the next."""
        return _joined(self.reading, self.tokens[at], self.tokens[at + 1])

    def capital(self, at: int) -> bool:
        """Whether the token was written with a capital, as the "commerce" of "E-commerce" counts, or is a figure with
        letters, as 5G."""
        token = self.tokens[at]
        origin = self.reading.folded.origin(token.start)
        first = self.reading.whole[origin]
        if first.isupper() or (first.isdigit() and _LETTER.search(token.text)):
            return True
        hyphen = at > 0 and self.reading.whole[origin - 1] in "-‐‑"
        return (
            hyphen and first.islower() and token.start - self.tokens[at - 1].end == 1 and self.capital(at - 1)
        )

    def stops(self, at: int) -> bool:
        """Whether no name reaches over the token; "an" is an article, and a part of "an ninh mạng"."""
        text = self.tokens[at].text
        if not _LETTER.search(text):
            return True
        if self._bound(at) or self._spelt_out(at):
            return False
        return (
            text in stops.STOPS and self.kind(at) != "DOMAINS" and not (self.vietnamese and self.capital(at))
        )

    def _bound(self, at: int) -> bool:
        """Whether hyphens bind the token on both sides, as the "to" of "Direct-to-Device"."""
        origin, whole, token = self.reading.folded.origin, self.reading.whole, self.tokens[at]
        first, last = origin(token.start), origin(token.end - 1)
        return whole[first - 1 : first] == "-" and whole[last + 1 : last + 2] == "-"

    def _spelt_out(self, at: int) -> bool:
        """Whether the token is letters that stand for words, as the ITS of "ITS World Congress", among words in small
        letters."""
        token = self.tokens[at]
        if len(token.text) == 1 or not self.reading.quote(token.start, token.end).isupper():
            return False
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else token
        return not self.reading.quote(following.start, following.end).isupper()

    @property
    def vietnamese(self) -> bool:
        """Whether the event word is a Vietnamese one, whose names give each word's first syllable a capital."""
        return " ".join(token.text for token in self.tokens[self.first : self.last + 1]) in words.EVENTS["vi"]

    def links(self, at: int) -> bool:
        """Whether the token only binds words; "Sur" is a place, "sur" none, and the Vietnamese "do" says by whom."""
        text = self.tokens[at].text
        if text not in stops.LINKS or (self.vietnamese and text in stops.STOPS):
            return False
        return not (text in stops.LINK_OR_PLACE and self.capital(at))

    def kind(self, at: int) -> str:
        """Which table the token belongs to, alone or in a phrase; "" for none."""
        alone, phrases = _tables_of(self.tokens[at].text), list(self._phrases(at))
        for table in KINDS if phrases else alone:
            if any(map(lexicon(table), phrases)) or (
                table in alone and (table not in ABOUT or self._loud(at))
            ):
                return table
        return "DOMAINS" if self.coined(at) else ""

    def coined(self, at: int) -> bool:
        """Whether the token is a name made of a word of the domain, as its capitals show: InCyber, VivaTech."""
        token = self.tokens[at]
        if not token.text.endswith(_COINED_OF):
            return False
        quote = self.reading.quote(token.start, token.end)
        return quote[0].isupper() and quote[1:] != quote[1:].lower()

    def _loud(self, at: int) -> bool:
        """Whether a word of the domain counts: a short one in capitals alone, "số" and the like excepted."""
        token = self.tokens[at]
        if len(token.text) > MAX_SHORT or not token.text.isascii():
            return True
        return self.reading.quote(token.start, token.end).isupper()

    def _phrases(self, at: int) -> Iterator[str]:
        """Every run of two to four tokens that holds the token and begins as a phrase of a table does."""
        begins = _first_words()
        for first in range(max(0, at + 1 - MAX_PHRASE), at + 1):
            if self.tokens[first].text in begins:  # as few do
                texts = [token.text for token in self.tokens[first : first + MAX_PHRASE]]
                for size in range(max(2, at - first + 1), len(texts) + 1):
                    yield " ".join(texts[:size])


def run_at(reading: Reading, start: int, end: int) -> Run | None:
    """The tokens around the event word at the folded [start, end); None where it is no word or part of one."""
    lo = max(0, start - REACH)
    while lo > 0 and lo < start and reading.text[lo - 1].isalnum():
        lo += 1
    found = _TOKEN.finditer(reading.text, lo, min(len(reading.text), end + REACH))
    tokens = [_new(Token, (*m.span(), word if (word := m[0]) < _FIRST_ARABIC else _led(word))) for m in found]
    first = bisect_right(tokens, start, key=_END)
    last = bisect_left(tokens, end, key=_START) - 1
    return Run(reading, tokens, first, last) if first <= last else None


def _led(word: str) -> str:
    """An Arabic word with its article alone in front of it."""
    return _ARABIC_LEAD.sub("ال", word) if word[0] in _LEADS else word
