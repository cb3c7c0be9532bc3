"""What sources.yaml tells of a forum that is known already → that forum with it: the days of an edition, more names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from crawler.flag.watchlist.faults import Fault, Path
from crawler.flag.watchlist.forum import Edition, Forum
from crawler.flag.watchlist.shape import FIELDS, forum_of

LISTS: Final = (
    "names", "abbreviations", "parts", "not", "host", "organisers", "related", "editions", "examples",
)  # fmt: skip


def more_of(known: Forum, value: Mapping[str, Any], path: Path) -> tuple[Forum | None, list[Fault]]:
    """`known` with the lists of `value` behind its own, or None, and the faults of it.

    An edition takes the place of the one of its year.
    """
    fixed = [key for key in value if key in FIELDS and key not in ("id", *LISTS)]
    faults = [
        Fault(
            (*path, key), f"{key} of {known.id} stands in the watchlist; here {', '.join(LISTS)} can be added"
        )
        for key in fixed
    ]
    added, wrong = forum_of({"name": known.name, "names": known.names, **value}, path, None)
    faults += wrong
    if added is None or any(fault.meanwhile is None for fault in faults):
        return None, faults
    fields = [FIELDS[key][0] for key in LISTS]
    both = {name: _both(getattr(known, name), getattr(added, name)) for name in fields}
    return replace(known, **both), faults


def _both(old: Any, new: Any) -> Any:
    """Lists one behind the other, by language where they are by language; editions by their years."""
    if isinstance(old, Mapping):
        return {key: _both(old.get(key, ()), new.get(key, ())) for key in {**old, **new}}
    both = (*old, *new)
    if any(isinstance(each, Edition) for each in both):
        return tuple(edition for _, edition in sorted({each.year: each for each in both}.items()))
    return tuple(dict.fromkeys(both))
