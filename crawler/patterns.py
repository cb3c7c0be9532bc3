"""A regular expression → the same, compiled when it is first asked: of 700 most speak of other scripts and words than a text has.

Once asked, it answers with the compiled expression's own methods, and costs what that costs. One of many words, of which
few texts hold any, is compiled and asked only of texts that have a part which all that it finds must have; and of one in
many languages the alternatives alone that have theirs in the text, a slice of neighbours at a time.

    rarely("(?:log|sign) in|anmelden")      finds what has one of:  "log"  "sign"  "anmelden"
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from threading import Lock
from typing import Any, cast

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation

from crawler.slices import needed, sliced

MOST = 1_000_000  # bytes, beyond which the places of a part could be too many to be held at once
KEPT, LINE = 64, 1_500  # texts of which a family keeps what they hold, and characters of one
SMALL = Implementation.ContiguousNFA  # the smaller automaton: it is asked of lines, and there are dozens
_GATED = ("search", "match", "fullmatch")
_OWN = (*_GATED, "finditer", "findall", "sub", "split")
Search = Callable[..., re.Match[str] | None]
_Held = dict[int, set[int]]  # the members that have a part in a text → in which of their slices


class _Pattern:
    def __init__(self, pattern: str, flags: int, *, rare: bool = False, family: Family | None = None) -> None:
        self.pattern, self._flags, self._rare, self._family = pattern, flags, rare, family

    def __getattr__(self, name: str) -> Any:
        """What is asked for the first time, of the compiled expression; two threads may both compile it."""
        if self._rare and name in _GATED and self._gate():
            return self.__dict__[name]
        compiled = re.compile(self.pattern, self._flags)
        for own in _OWN:
            self.__dict__.setdefault(own, getattr(compiled, own))
        return self.__dict__[name] if name in _OWN else getattr(compiled, name)

    def _gate(self) -> bool:
        """Have the parts looked for first; False where there are none."""
        patterns = sliced(self.pattern)
        needs = list(map(needed, patterns))
        if not all(needs):
            return False
        slices = _Slices(patterns, self._flags)
        if self._family is not None:
            gate = self._family.gate(self, slices)
        else:
            gate = _gate(slices, needs, _alike if self._flags & re.IGNORECASE else str)
        for name in _GATED:
            setattr(self, name, gate(name))
        return True


class Family:
    """Expressions that are asked of the same texts: one automaton looks for the parts of all of them, and it looks once.

    One for each takes 45 KB, most of it for how parts may begin. Members ignore no case: texts are told in small letters.
    """

    def __init__(self) -> None:
        self._members: list[_Pattern] = []
        self._learnt = 0  # members whose parts are looked for
        self._learning = Lock()  # of two threads the one that knows fewer members must not come last
        self._look: Callable[[str], _Held] = _nothing
        self._kept = self._look  # the same of lines, of which several rules ask

    def rarely(self, pattern: str) -> re.Pattern[str]:
        """As rarely() below."""
        self._members.append(made := _Pattern(pattern, 0, rare=True, family=self))
        return cast("re.Pattern[str]", made)

    def gate(self, member: _Pattern, slices: _Slices) -> Callable[[str], Search]:
        """What makes the methods of a member."""
        number = self._members.index(member)
        with self._learning:
            if number >= self._learnt:
                self._learn()

        def gated(name: str) -> Search:
            def asked(text: str, *place: int) -> re.Match[str] | None:
                held = self._kept(text) if len(text) <= LINE else self._look(text)
                return slices.find(name, held[number], text, place) if number in held else None

            return asked

        return gated

    def _learn(self) -> None:
        """Build the automaton of the parts of all members."""
        members = list(self._members)
        of: dict[str, tuple[tuple[int, int], ...]] = {}
        for number, member in enumerate(members):
            for at, pattern in enumerate(sliced(member.pattern)):
                alone = ((number, at),)  # one for all parts: there are thousands
                for part in needed(pattern):
                    of[part] = of[part] + alone if part in of else alone
        parts = sorted(of)
        finder = BytesAhoCorasick([part.encode() for part in parts], implementation=SMALL)
        self._look = _looking(finder, [of[part] for part in parts])
        self._kept = lru_cache(maxsize=KEPT)(self._look)
        self._learnt = len(members)


def _nothing(text: str) -> _Held:
    return {}


def _looking(finder: BytesAhoCorasick, places: list[tuple[tuple[int, int], ...]]) -> Callable[[str], _Held]:
    """What tells which members have a part in a text, by the members and slices that each part stands in."""

    def look(text: str) -> _Held:
        found = finder.find_matches_as_indexes(text.encode("utf-8", "surrogatepass"), overlapping=True)
        held: _Held = {}
        for part in {part for part, _, _ in found}:
            for number, at in places[part]:
                held.setdefault(number, set()).add(at)
        return held

    return look


class _Slices:
    """An expression in slices, each compiled when a text has one of its parts."""

    def __init__(self, patterns: list[str], flags: int) -> None:
        self._patterns, self._flags = patterns, flags
        self._compiled: dict[int, re.Pattern[str]] = {}

    def find(
        self, name: str, numbers: Iterable[int] | None, text: str, place: tuple[int, ...]
    ) -> re.Match[str] | None:
        """What a method of the whole finds, asked of the slices of these numbers alone; None: of all."""
        first: re.Match[str] | None = None
        for number in range(len(self._patterns)) if numbers is None else sorted(numbers):
            if (own := self._compiled.get(number)) is None:
                own = self._compiled[number] = re.compile(self._patterns[number], self._flags)
            found: re.Match[str] | None = getattr(own, name)(text, *place)
            if found is not None and name != "search":
                return found
            if found is not None and (first is None or found.start() < first.start()):
                first = found
        return first


def lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What re.compile() gives, for its methods and its `pattern`; a mistake in it is raised at its first use."""
    return cast("re.Pattern[str]", _Pattern(pattern, flags))


def rarely(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The same for dozens of words that few texts hold: to say that a text has none takes an eighth of the time."""
    return cast("re.Pattern[str]", _Pattern(pattern, flags, rare=True))


def holder(part: bytes) -> Callable[[bytes], bool]:
    """What tells whether bytes hold a part, in a tenth of the time that `in` takes: it looks at many of them at once."""
    places = BytesAhoCorasick([part]).find_matches_as_indexes

    def holds(source: bytes) -> bool:
        return bool(places(source)) if len(source) <= MOST else part in source

    return holds


def _alike(text: str) -> str:
    """A text in which all are the same characters that re.IGNORECASE takes for one: "İ", "ı" and "i", too."""
    told = text.casefold()
    return told if told.isascii() else told.replace("ı", "i").replace("\u0307", "")


def _gate(
    slices: _Slices, needs: list[frozenset[str]], fold: Callable[[str], str]
) -> Callable[[str], Search]:
    """What makes the methods of an expression of which those slices are asked that have one of their parts in the text."""
    of: dict[str, tuple[int, ...]] = {}  # part → in which slices
    for number, parts in enumerate(needs):
        alone = (number,)  # one for all parts: there are thousands
        for part in set(map(fold, parts)):
            of[part] = (*of[part], number) if part in of else alone
    words = sorted(of)
    finder = AhoCorasick(words, implementation=SMALL, store_patterns=False)  # no second copy of the words
    places = [of[word] for word in words] if len(needs) > 1 else []
    has = finder.find_matches_as_strings

    def gated(name: str) -> Search:
        def asked(text: str, *place: int) -> re.Match[str] | None:
            numbers: Iterable[int] | None = None
            try:
                if not has(folded := fold(text)):
                    return None
                if places:
                    found = finder.find_matches_as_indexes(folded, overlapping=True)
                    numbers = {number for part, _, _ in found for number in places[part]}
            except (
                UnicodeEncodeError
            ):  # halves of characters, as JSON may spell them: the automaton reads UTF-8
                pass
            return slices.find(name, numbers, text, place)

        return asked

    return gated
