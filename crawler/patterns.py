"""A regular expression → the same, compiled when it is first asked: of 700 most speak of other scripts and words than a text has.

Once asked, it answers with the compiled expression's own methods, and costs what that costs. One of many words, of which
few texts hold any, is compiled and asked only of texts that have a part which all that it finds must have.

    rarely("(?:log|sign) in|anmelden")      finds what has one of:  "log"  "sign"  "anmelden"
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from re import _parser  # type: ignore[attr-defined]  # the standard library's own view of how an expression is built
from typing import Any, cast

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation

MOST = 1_000_000  # bytes, beyond which the places of a part could be too many to be held at once
_GATED = ("search", "match", "fullmatch")
_OWN = (*_GATED, "finditer", "findall", "sub", "split")

Search = Callable[..., re.Match[str] | None]


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
        parts = needed(_parser.parse(self.pattern, self._flags))
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


def needed(parsed: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """Parts of which each text that an expression finds has one; none where that cannot be told.

    Of what must stand one behind another the part that is hardest to have is taken, of alternatives one of each.
    """
    best, run = frozenset[str](), ""
    for operation, value in (*parsed, (None, None)):
        if operation is _parser.LITERAL:
            run += chr(value)
            continue
        best = max(best, frozenset((run,) if run else ()), _inside(operation, value), key=_shortest)
        run = ""
    return best


def _inside(operation: object, value: Any) -> frozenset[str]:
    """The same for one piece of an expression."""
    if operation is _parser.SUBPATTERN and not (value[1] or value[2]):  # without flags of its own
        return needed(value[3])
    if operation is _parser.BRANCH:
        each = [needed(branch) for branch in value[1]]
        return frozenset[str]().union(*each) if all(each) else frozenset()
    if operation in (_parser.MAX_REPEAT, _parser.MIN_REPEAT) and value[0] > 0:
        return needed(value[2])
    return frozenset()


def _shortest(parts: frozenset[str]) -> int:
    return min((len(part.encode()) for part in parts), default=0)


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
