"""What is wrong with a watchlist, and where; and what was probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

Path = tuple[str | int, ...]


class Fault(Exception):
    """One thing wrong, and where."""

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(message)
        self.path = path
        self.message = message


def guess(word: str, known: Iterable[str]) -> str:
    """ "; did you mean …?" where a known word is close to `word`, else nothing."""
    near = difflib.get_close_matches(word, list(known), 1)
    return f"; did you mean {near[0]}?" if near else ""
