"""Watchlists compiled once for all tests of a process that add the same forums to the same list.

To spell every name of every forum takes as long as to read fifty pages, and a command that is asked in a test's own
process reads its configuration, and with it the watchlist, anew. What is shared is never written to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crawler.flag.names import found
from crawler.flag.watchlist import load
from crawler.flag.watchlist.forum import Forum

MOST = 8  # compiled at one time: each takes megabytes


def share() -> None:
    """From now on, in this process."""
    join, compile_, spell = load._joined, load._compiled, found.spellings
    lists: dict[tuple[int, str, bool], tuple[Mapping[str, Forum], Any]] = {}
    compiled: dict[tuple[int, int], tuple[Any, ...]] = {}
    spelt: dict[tuple[int, int], tuple[Any, ...]] = {}

    def joined(forums: Mapping[str, Forum], add: Sequence[Mapping[str, Any]], elder: bool) -> Any:
        key = id(forums), repr(list(add)), elder
        if key not in lists:
            lists[key] = forums, join(forums, add, elder)  # a fault is raised each time
        return lists[key][1]

    def compiled_once(known: Mapping[str, Forum], places: Any) -> Any:
        key = id(known), id(places)
        if key not in compiled:
            if len(compiled) == MOST:
                del compiled[next(iter(compiled))]
            compiled[key] = known, places, compile_(known, places)
        return compiled[key][2]

    def spelt_once(forum: Forum, regions: Sequence[str]) -> Any:
        key = id(forum), id(regions)
        if key not in spelt:
            spelt[key] = forum, regions, spell(forum, regions)
        return spelt[key][2]

    load._joined, load._compiled, found.spellings = joined, compiled_once, spelt_once
