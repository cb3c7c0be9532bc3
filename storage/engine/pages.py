"""Lists that would not fit into memory → their rows one by one, read a page at a time.

The pages are of one moment where they are read in one transaction, as Database.read() gives it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

PAGE = 500  # rows in memory at a time

T = TypeVar("T", covariant=True)


class Lists(Protocol[T]):
    """What lists the newest rows before a place: mentions.newest, articles.list_articles and list_stories."""

    def __call__(self, *, before: int | None, limit: int) -> Sequence[T]:
        """At most `limit` rows before the place `before`, or from the newest on."""


def each(lists: Lists[T], place: Callable[[T], int], limit: int | None = None) -> Iterator[T]:
    """All rows, the newest first, at most `limit`; `place` tells where a row stands."""
    before, left = None, limit
    while left is None or left > 0:
        wanted = PAGE if left is None else min(PAGE, left)
        found = lists(before=before, limit=wanted)
        yield from found
        if len(found) < wanted:
            return
        before = place(found[-1])
        left = None if left is None else left - wanted
