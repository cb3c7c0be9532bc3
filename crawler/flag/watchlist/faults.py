"""What is wrong with a watchlist, and where; and what was probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

Path = tuple[str | int, ...]


class Fault(Exception):
    """One thing wrong, and where.

    What a sources.yaml may hold that an earlier version took is read all the same: `meanwhile` says how, `missed` which
    forum is found in less for it. Of what is no such thing both are None.
    """

    def __init__(
        self, path: Path, message: str, *, meanwhile: str | None = None, missed: str | None = None
    ) -> None:
        super().__init__(message)
        self.path = path
        self.message = message
        self.meanwhile = meanwhile
        self.missed = missed


@dataclass(frozen=True, slots=True)
class Noted:
    """What an earlier version took and this one would not, in words, and the forum that is found in less for it."""

    said: str
    missed: str | None


def guess(word: str, known: Iterable[str]) -> str:
    """ "; did you mean …?" where a known word is close to `word`, else nothing."""
    near = difflib.get_close_matches(word, list(known), 1)
    return f"; did you mean {near[0]}?" if near else ""
