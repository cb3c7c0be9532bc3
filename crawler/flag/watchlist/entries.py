"""The entries of a list of forums → the forums by their ids; ids and names that two of them claim.

In sources.yaml an entry of one's own goes before a forum that a later version ships: whoever wrote it meant that one, and
a daemon that is upgraded goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from crawler.flag.text.fold import folded_name, folded_names
from crawler.flag.watchlist.added import more_of
from crawler.flag.watchlist.faults import Fault, Path, guess
from crawler.flag.watchlist.forum import Forum
from crawler.flag.watchlist.shape import forum_of, without_unseen


def forums_of(
    values: Any, path: Path, cities: Mapping[str, tuple[str, ...]] | None, shipped: Mapping[str, Forum]
) -> tuple[dict[str, Forum], list[Fault]]:
    """`shipped` with the forums of a list, and what is wrong with it. `cities` None: the list is sources.yaml's, whose
    elder faults are told and borne.
    """
    known, places, faults = dict(shipped), dict[str, Path](), list[Fault]()
    if not isinstance(values, list):
        return known, [Fault(path, "forums is a list")]
    for at, value in enumerate(values):
        where = (*path, at)
        seen, unseen = (value, []) if cities else without_unseen(value, where)
        old = _told_more_of(seen, known) if cities is None else None
        forum, wrong = more_of(old, seen, where) if old else forum_of(seen, where, cities)
        faults += unseen + wrong
        if forum is None:
            continue
        if forum.id in known and not old:
            faults.append(_second(forum.id, where, cities is None, forum.id not in places))
            if forum.id in places:
                continue
        known[forum.id] = forum
        places[forum.id] = where
    for name, where in places.items():
        parent = known[name].parent
        if parent is not None and (parent not in known or parent == name):
            faults.append(
                Fault((*where, "parent"), f"no forum {parent!r} to be the parent{guess(parent, known)}")
            )
    faults += _twice(known, places)
    return known, faults


def _second(forum_id: str, where: Path, own: bool, shipped: bool) -> Fault:
    rest = "; without a name it adds editions and names to that one" if own else ""
    return Fault(
        (*where, "id"),
        f"a second forum with the id {forum_id!r}{rest}",
        meanwhile="this one is watched, and not the one that is shipped" if shipped else None,
        missed=forum_id,
    )


def _told_more_of(value: Any, known: Mapping[str, Forum]) -> Forum | None:
    """The forum that an entry without a name adds to."""
    return known.get(str(value.get("id"))) if isinstance(value, Mapping) and "name" not in value else None


def _twice(known: dict[str, Forum], places: Mapping[str, Path]) -> list[Fault]:
    """Names that two forums claim for certain; where one of them is highly ambiguous, context decides.

    What a shipped forum claims beside one of the list is taken from it.
    """
    owners: dict[str, str] = {}
    faults: list[Fault] = []
    for forum in sorted(
        known.values(), key=lambda each: each.id in places
    ):  # those that were there own theirs
        claimed = list(_claimed(forum))
        folded = folded_names(name for name, _ in claimed)
        for name, where in claimed:
            owner = owners.setdefault(folded[name], forum.id)
            if owner == forum.id:
                continue
            path = (*places.get(forum.id, ()), *where)
            message = f"{name!r} is already a name of {owner}; a name belongs to one forum"
            if owner in places or forum.id not in places:
                faults.append(Fault(path, message))
                continue
            meanwhile = f"it is taken for {forum.id}'s, and {owner} is not found by it"
            faults.append(Fault(path, message, meanwhile=meanwhile, missed=owner))
            known[owner] = _without(known[owner], folded[name])
            owners[folded[name]] = forum.id
    return faults


def _claimed(forum: Forum) -> Iterator[tuple[str, Path]]:
    """The names by which a forum is found wherever they stand, and where they are written."""
    for language, names in forum.names.items():
        for at, name in enumerate(names):
            yield name, ("names", language, at)
    for at, short in enumerate(forum.abbreviations):
        if short.ambiguous != "high":
            yield short.text, ("abbreviations", at)


def _without(forum: Forum, folded: str) -> Forum:
    names = {
        language: tuple(name for name in names if folded_name(name) != folded)
        for language, names in forum.names.items()
    }
    shorts = tuple(short for short in forum.abbreviations if folded_name(short.text) != folded)
    return replace(forum, names=names, abbreviations=shorts)
