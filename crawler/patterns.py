"""A regular expression → the same, compiled when it is first asked: of 700 most speak of other scripts and words than a text has.

Once asked, it answers with the compiled expression's own methods, and costs what that costs. One of many words, of which
few texts hold any, is compiled and asked only of texts that have a part which all that it finds must have.

    rarely("(?:log|sign) in|anmelden")      finds what has one of:  "log"  "sign"  "anmelden"
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import Any, cast

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation

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
_OPTIONAL = ("?", "*", "{0", "{,")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)

Search = Callable[..., re.Match[str] | None]
_Parts = tuple[int, list[str]]  # the bytes of the shortest, and all of them
_NONE: _Parts = (0, [])
_SHORTEST = itemgetter(0)


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
        parts = needed(self.pattern)
        fold = _alike if self._flags & re.IGNORECASE else str
        # the smaller automaton: it is asked of lines, and there are dozens of them
        finder = AhoCorasick(sorted(map(fold, parts)), implementation=Implementation.ContiguousNFA)
        for name in _GATED if parts else ():
            setattr(self, name, _gated(self, name, finder.find_matches_as_strings, fold))
        return bool(parts)


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


def _gated(
    pattern: _Pattern, name: str, has: Callable[[str], list[str]], fold: Callable[[str], str]
) -> Search:
    """A method of an expression that is compiled when the first text has one of the parts."""
    own: Search | None = None

    def gated(text: str, *place: int) -> re.Match[str] | None:
        nonlocal own
        try:
            if not has(fold(text)):
                return None
        except UnicodeEncodeError:  # halves of characters, as JSON may spell them: the automaton reads UTF-8
            pass
        own = own or getattr(re.compile(pattern.pattern, pattern._flags), name)
        return own(text, *place)

    return gated
