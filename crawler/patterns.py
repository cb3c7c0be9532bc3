"""A regular expression → the same, compiled when it is first asked: of 700 most speak of other scripts and words than a text has.

Once asked, it answers with the compiled expression's own methods, and costs what that costs. One of many words, of which
few texts hold any, is compiled and asked only of texts that have a part which all that it finds must have; and of one in
many languages the alternatives alone that have theirs in the text, a slice of neighbours at a time.

    rarely("(?:log|sign) in|anmelden")      finds what has one of:  "log"  "sign"  "anmelden"
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import Any, cast

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation

SLICE = 600  # characters of alternatives that are compiled together
MOST = 1_000_000  # bytes, beyond which the places of a part could be too many to be held at once
_GATED = ("search", "match", "fullmatch")
_OWN = (*_GATED, "finditer", "findall", "sub", "split")
_PIECE = re.compile(
    r"""(?:
        ((?:[^\\^$.|?*+{}\[\]()]|\\\W)+)  # signs that mean themselves
        |(\((?:\?(?:[:=!>]|<[=!]|P<\w+>|[a-zA-Z]*-?[a-zA-Z]*:|\(\w+\)))?(?!\?))  # what opens a group
        |(\\(?:\d+|x\w\w|u\w{4}|U\w{8}|N\{[^}]*\}|\w)|\[\^?\]?(?:[^\]\\]|\\.)*\]|\(\?[^)]*\)|.)
    )
    (?:([?*+]|\{(?:\d+(?:,\d*)?|,\d*)\})[?+]?)?  # how often the last of it stands there
    """,
    re.VERBOSE | re.DOTALL,
)
_PLAIN = ("(", "(?:", "(?P")  # how groups begin that stand for themselves, with no flags of their own
_CAPTURES = ("(?P<", "(?(")
_OPTIONAL = ("?", "*", "{0", "{,")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)

Search = Callable[..., re.Match[str] | None]
_Mark = re.Match[str]
_Parts = tuple[int, list[str]]  # the bytes of the shortest, and all of them
_NONE: _Parts = (0, [])
_SHORTEST = itemgetter(0)
_MARK = re.compile(  # what brackets and bars are, beside what only looks like them
    r"""\\.|\[\^?\]?(?:[^\]\\]|\\.)*\]|\(\?(?:[a-zA-Z]+|\#[^)]*)\)
    |(?P<opened>\((?:\?(?:[:=!>]|<[=!]|P<\w+>|[a-zA-Z]*-?[a-zA-Z]*:|\(\w+\)))?)|(?P<sign>[|)])""",
    re.VERBOSE | re.DOTALL,
)
_TIMES = frozenset("?*+{")
_FLAGS = re.compile(r"\(\?[a-zA-Z]+\)")  # of a whole expression, at its beginning


class _Pattern:
    def __init__(self, pattern: str, flags: int, *, rare: bool = False) -> None:
        self.pattern, self._flags, self._rare = pattern, flags, rare

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
        slices = [(part, needed(part)) for part in sliced(self.pattern)]
        if not all(parts for _, parts in slices):
            return False
        fold = _alike if self._flags & re.IGNORECASE else str
        of: dict[str, tuple[int, ...]] = {}  # part → in which slices
        for number, (_, parts) in enumerate(slices):
            alone = (number,)  # one for all parts: there are thousands
            for part in set(map(fold, parts)):
                of[part] = (*of[part], number) if part in of else alone
        words = sorted(of)
        # the smaller automaton, which keeps no words: it is asked of lines, and there are a hundred of them
        finder = AhoCorasick(words, implementation=Implementation.ContiguousNFA, store_patterns=False)
        places = [of[word] for word in words] if len(slices) > 1 else []
        asked = _Slices([part for part, _ in slices], self._flags, places)
        for name in _GATED:
            setattr(self, name, _gated(asked, name, finder, fold))
        return True


class _Slices:
    """An expression in slices, each compiled when a text has one of its parts."""

    def __init__(self, patterns: list[str], flags: int, places: list[tuple[int, ...]]) -> None:
        self._patterns, self._flags = patterns, flags
        self._places = places  # in which slices each part stands
        self._compiled: dict[int, re.Pattern[str]] = {}

    def __len__(self) -> int:
        return len(self._patterns)

    def asked(self, parts: Iterable[tuple[int, int, int]] | None) -> Iterator[re.Pattern[str]]:
        """Those that have one of the `parts`, by its number, begin and end, in their order; None: all."""
        if parts is None:
            numbers: Iterable[int] = range(len(self._patterns))
        else:
            numbers = sorted({number for part, _, _ in parts for number in self._places[part]})
        for number in numbers:
            if (own := self._compiled.get(number)) is None:
                own = self._compiled[number] = re.compile(self._patterns[number], self._flags)
            yield own


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


def needed(pattern: str) -> frozenset[str]:
    """Parts of which each text that an expression finds has one; none where that cannot be told.

    Of what must stand one behind another the part that is hardest to have is taken, of alternatives one of each. The
    standard library's parser asks of each letter what it means, and takes five times as long.
    """
    return frozenset(_needed(iter(_PIECE.findall(pattern + ")")))[1])


def sliced(pattern: str) -> list[str]:
    """An expression as several, of SLICE characters of its alternatives each or more, that find together what it finds.

    Of what they find that which begins first counts, and of such that of the first of them. One that captures is whole.
    """
    if len(pattern) < 2 * SLICE:
        return [pattern]
    marks = [found for found in _MARK.finditer(pattern) if found.lastgroup]
    if any(opened == "(" or opened.startswith(_CAPTURES) for mark in marks if (opened := mark["opened"])):
        return [pattern]
    flags = found[0] if (found := _FLAGS.match(pattern)) else ""
    return [flags + part for part in _slices(pattern, len(flags), len(pattern), marks)]


def _slices(pattern: str, begin: int, end: int, marks: list[_Mark]) -> list[str]:
    """The same for pattern[begin:end], in which the marks stand."""
    slices: list[str] = []
    stop = begin  # of the alternatives that make the next slice
    for first, last, within in _alternatives(begin, end, marks):
        if last - first >= 2 * SLICE and len(inner := _unfolded(pattern, first, last, within)) > 1:
            slices += [pattern[begin:stop], *inner] if stop > begin else inner
            begin = stop = last + 1
        elif (stop := last) - begin >= SLICE:
            slices.append(pattern[begin:stop])
            begin = stop = last + 1
    return [*slices, pattern[begin:stop]] if stop > begin or not slices else slices


def _alternatives(begin: int, end: int, marks: list[_Mark]) -> Iterator[tuple[int, int, list[_Mark]]]:
    """Where each alternative begins and ends that is in no brackets, and its own marks."""
    depth = first = 0
    for number, mark in enumerate(marks):
        if mark["opened"]:
            depth += 1
        elif mark[0] == ")":
            depth -= 1
        elif not depth:
            yield begin, mark.start(), marks[first:number]
            begin, first = mark.end(), number + 1
    yield begin, end, marks[first:]


def _unfolded(pattern: str, begin: int, end: int, marks: list[_Mark]) -> list[str]:
    """One alternative as several: the slices of the longest of its brackets, each with what stands before and behind them."""
    opened, longest, depth = 0, (0, 0), 0
    for number, mark in enumerate(marks):
        if mark["opened"]:
            opened = opened if depth else number
            depth += 1
        elif mark[0] == ")":
            depth -= 1
            plain = (
                not depth and marks[opened][0] == "(?:" and pattern[mark.end() : mark.end() + 1] not in _TIMES
            )
            length = mark.start() - marks[opened].end()
            if plain and length > marks[longest[1]].start() - marks[longest[0]].end():
                longest = opened, number
    if not marks:
        return [pattern[begin:end]]
    first, last = marks[longest[0]], marks[longest[1]]
    if (length := last.start() - first.end()) < SLICE or end - begin - length > SLICE:
        return [pattern[begin:end]]
    inside = _slices(pattern, first.end(), last.start(), marks[longest[0] + 1 : longest[1]])
    return [f"{pattern[begin : first.end()]}{part}{pattern[last.start() : end]}" for part in inside]


def _needed(pieces: Iterator[tuple[str, str, str, str]]) -> _Parts:
    """The same for the pieces up to the bracket that closes a group."""
    branches: list[_Parts] = []
    best, run = _NONE, ""
    for told, opened, sign, times in pieces:
        inside, must = _NONE, not times.startswith(_OPTIONAL)
        if told:
            run += _ESCAPED.sub(r"\1", told) if "\\" in told else told
            if not times:
                continue
            inside, run = _part(run[-1]) if must else _NONE, run[:-1]
        elif opened:
            inside = _needed(pieces)
            if opened[:3] not in _PLAIN:
                inside = _NONE
        if run:
            best, run = max(best, _part(run), key=_SHORTEST), ""
        if inside[0] > best[0]:
            best = inside
        if sign == "|":
            branches.append(best)
            best = _NONE
        elif sign == ")":
            if not branches:
                return best if must else _NONE
            branches.append(best)
            shortest = min(branches)[0]
            return (shortest, [part for _, each in branches for part in each]) if shortest and must else _NONE
    return _NONE


def _part(text: str) -> _Parts:
    return len(text.encode()), [text]


def _alike(text: str) -> str:
    """A text in which all are the same characters that re.IGNORECASE takes for one: "İ", "ı" and "i", too."""
    told = text.casefold()
    return told if told.isascii() else told.replace("ı", "i").replace("\u0307", "")


def _gated(slices: _Slices, name: str, finder: AhoCorasick, fold: Callable[[str], str]) -> Search:
    """A method of an expression of which those slices are asked that have a part in the text."""
    has = finder.find_matches_as_strings
    several, is_search = len(slices) > 1, name == "search"

    def gated(text: str, *place: int) -> re.Match[str] | None:
        parts = None
        try:
            if not has(folded := fold(text)):
                return None
            parts = finder.find_matches_as_indexes(folded, overlapping=True) if several else None
        except UnicodeEncodeError:  # halves of characters, as JSON may spell them: the automaton reads UTF-8
            pass
        first = None
        for own in slices.asked(parts):
            found: re.Match[str] | None = getattr(own, name)(text, *place)
            if found is not None and not is_search:
                return found
            if found is not None and (first is None or found.start() < first.start()):
                first = found
        return first

    return gated
