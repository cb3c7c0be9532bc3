"""A regular expression → parts that each text has in which it finds something; and the same expression in slices.

"(?:log|sign) in|anmelden"  →  "log"  "sign"  "anmelden"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter

SLICE = 600  # characters of alternatives that are compiled together
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
