"""Which of an article's stored mentions is which of those that are told now. Pure.

    stored, told now ─pair→ Revision: new in the stream, in the place of a stored one, or gone

Those of one forum and edition belong together; of what is left, those of one forum: a mention whose edition is told
otherwise is one that changed, not one lost and another gained. Where a person said of which edition a mention is, the
rules go on finding it by their own, and what they find of the person's edition beside it is the same mention.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from storage.records import Mention

Place = tuple[str, int | None]  # a forum and an edition: an article mentions it once
Editions = Mapping[Place, int | None]  # where a mention stands for the rules → the edition that a person says


@dataclass(frozen=True, slots=True)
class Revision:
    """What becomes of a mention: None → new in the stream, a mention → in the place of the one with that id."""

    mention_id: int | None
    mention: Mention | None  # None: it is gone


def pair(
    before: Mapping[int, Mention], after: Sequence[Mention], said: Editions | None = None
) -> list[Revision]:
    """What becomes of the mentions `before`, by their ids, and of those of `after`.

    `said` is what storage.mentions.revisions.editions_said says of the article.
    """
    people = {(forum_id, ruled): (forum_id, edition) for (forum_id, ruled), edition in (said or {}).items()}
    left, coming = dict(before), {_place(mention): mention for mention in after}
    own = {place: place for place in map(_place, before.values())}
    found = [*_met(left, coming, own), *_met(left, coming, people), *_of_one_forum(left, coming)]
    if people:
        found = _once(before, found, people)
    return found + [Revision(mention_id, None) for mention_id in left]


def _place(mention: Mention) -> Place:
    return mention.forum_id, mention.edition


def _met(
    left: dict[int, Mention], coming: dict[Place, Mention], places: Mapping[Place, Place]
) -> Iterator[Revision]:
    """Those of `left` that are told now where `places` leads from where they stood; taken out of both."""
    for mention_id, mention in list(left.items()):
        place = places.get(_place(mention))
        if place in coming:
            del left[mention_id]
            yield Revision(mention_id, coming.pop(place))


def _of_one_forum(left: dict[int, Mention], coming: Mapping[Place, Mention]) -> Iterator[Revision]:
    """All that are told now, the surest first, in the place of one of `left` of their forum, or new."""
    for mention in sorted(coming.values(), key=lambda m: -m.score):
        waiting = next((i for i, stood in left.items() if stood.forum_id == mention.forum_id), None)
        if waiting is not None:
            del left[waiting]
        yield Revision(waiting, mention)


class _Counted(NamedTuple):
    """A mention that is told now, by the edition for which it counts."""

    revision: Revision
    place: Place
    by_person: bool  # whether a person said so


def _once(
    before: Mapping[int, Mention], revisions: Sequence[Revision], people: Mapping[Place, Place]
) -> list[Revision]:
    """Let what a person said of an edition stand alone: what the rules find of it beside that is not told, and one of
    which a person spoke does not come back where another counts for the same edition.

    `people`: where the mentions of which people spoke stand for the rules → for them.
    """
    counted = [_counted(before, each, people) for each in revisions]
    there = [each for each in counted if each.revision.mention_id is not None]
    fresh = [each for each in counted if each.revision.mention_id is None]
    standing = {each.place for each in there}
    back = [each for each in fresh if each.by_person and each.place not in standing]
    taken = {each.place for each in there + back if each.by_person}
    out = [
        each.revision
        if each.by_person or each.place not in taken
        else Revision(each.revision.mention_id, None)
        for each in there
    ]
    new = [each for each in fresh if not each.by_person and each.place not in taken]
    return out + [each.revision for each in back + new]


def _counted(before: Mapping[int, Mention], revision: Revision, people: Mapping[Place, Place]) -> _Counted:
    assert revision.mention is not None
    told = _place(revision.mention)
    own = told if revision.mention_id is None else _place(before[revision.mention_id])
    return _Counted(revision, people.get(own, told), own in people)
