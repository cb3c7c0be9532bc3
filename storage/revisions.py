"""What an article said of forums, and what it says now → its rows of mentions, and what readers hear of it.

    stored, told now ─pair→ Revision: new in the stream, changed in its place, or gone ─carry_out→ rows, changes

An edit and a change of rules are one and the same here. A mention that is still there, if of another edition, keeps
its id, its position and what people said of it, so nobody is told of it twice. Where a person said which edition it is
of, the rules go on finding it by their own, and what they find of the person's edition beside it is the same mention.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from storage import schema
from storage.changes import differing, record, told
from storage.mention_rows import counted, mention_of, stored_values
from storage.mentions import ABOUT, TRIAGED, head
from storage.prepared import Prepared
from storage.records import Mention

_M = schema.mentions
_NAMES = ("position", "article_id", "forum_id", "edition", "role", "score", "evidence", "facts", "version")
_insert = Prepared(insert(_M), (*_NAMES, "found_at", "gone_at", "triage", *ABOUT), _M.c.id)
SAID = ("triage", *TRIAGED)
Place = tuple[str, int | None]  # a forum and an edition: an article mentions it once
Editions = Mapping[Place, int | None]  # where a mention stands for the rules → the edition that a person says


@dataclass(frozen=True, slots=True)
class Revision:
    """What becomes of a mention: None → new in the stream, a mention → in the place of the one with that id."""

    mention_id: int | None
    mention: Mention | None  # None: it is gone


def put_mentions(
    conn: Connection,
    article_id: int,
    version: int,
    mentions: Sequence[Mention],
    now: datetime,
    about: Mapping[str, Any],
    correction: str | None = None,
    watched: Container[str] | None = None,
) -> tuple[int, ...]:
    """Make `mentions` those of that version of the article; returns the ids of those new to the stream.

    Those of forums that are not among the `watched`, for which the version was not searched, stay as they are.

    `about` is what storage.mentions.about_mentions says of the article; `correction` the words by which this version
    says that it corrects.

    Positions are handed out here, in the writer's transaction, which no other writer enters before its commit:
    so they become visible in their order, and no reader skips one.
    """
    if version == 1:
        return _put_first(conn, article_id, mentions, now, about)
    rows = [row for row in remembered(conn, (article_id,)) if watched is None or row.forum_id in watched]
    revisions = pair(standing_of(rows), mentions, editions_said(rows))
    return carry_out(conn, article_id, version, revisions, now, about, correction)


def _put_first(
    conn: Connection, article_id: int, mentions: Sequence[Mention], now: datetime, about: Mapping[str, Any]
) -> tuple[int, ...]:
    """Those of a new article: nothing to compare, which nearly all are."""
    if not mentions:
        return ()
    kept = {"article_id": article_id, "found_at": now, "gone_at": None, "triage": "new", **about}
    return tuple(
        _insert.add(conn, {**stored_values(mention, 1), **kept, "position": position})
        for position, mention in enumerate(mentions, head(conn) + 1)
    )


def remembered(conn: Connection, article_ids: Sequence[int]) -> list[Any]:
    """The rows of mentions of these articles that stand, and those of which a person said the edition, by id."""
    kept = _M.c.gone_at.is_(None) | _M.c.edition_said.is_not(None)
    return list(conn.execute(select(_M).where(_M.c.article_id.in_(article_ids), kept).order_by(_M.c.id)))


def standing_of(rows: Iterable[Any]) -> dict[int, Mention]:
    """Those of one article that stand, as the rules saw them, by their ids."""
    return {row.id: mention_of(row) for row in rows if row.gone_at is None}


def editions_said(rows: Iterable[Any]) -> Editions:
    """Of which edition people say that mentions of one article are, that stand or did, where somebody spoke.

    Not of those that are rejected: what nobody counts keeps no other from being told.
    """
    return {
        (row.forum_id, row.edition or None): row.edition_said or None
        for row in rows
        if row.edition_said is not None and row.triage != "rejected"
    }


def pair(
    before: Mapping[int, Mention], after: Sequence[Mention], said: Editions | None = None
) -> list[Revision]:
    """Which of the stored mentions of an article, by their ids, each of today's is.

    Those of one forum and edition belong together; of what is left, those of one forum, the surest first: a mention
    whose edition is told otherwise is one that changed, not one lost and another gained. `said` as in editions_said.
    """
    said = said or {}
    coming = {_place(mention): mention for mention in after}
    out: list[Revision] = []
    left = dict(before)
    for places in ({place: place for place in map(_place, left.values())}, _people(said)):
        for mention_id in [each for each, mention in left.items() if _place(mention) in places]:
            same = coming.pop(places[_place(before[mention_id])], None)
            if same is not None:
                out.append(Revision(mention_id, same))
                del left[mention_id]
    for mention in sorted(coming.values(), key=lambda m: -m.score):
        waiting = next((i for i in left if before[i].forum_id == mention.forum_id), None)
        if waiting is not None:
            del left[waiting]
        out.append(Revision(waiting, mention))
    out = _once(before, out, _people(said)) if said else out
    return out + [Revision(mention_id, None) for mention_id in left]


def _place(mention: Mention) -> Place:
    return mention.forum_id, mention.edition


def _people(said: Editions) -> dict[Place, Place]:
    """Where the mentions of which people spoke stand for them, by where they stand for the rules."""
    return {(forum_id, ruled): (forum_id, edition) for (forum_id, ruled), edition in said.items()}


def _once(
    before: Mapping[int, Mention], revisions: Sequence[Revision], people: Mapping[Place, Place]
) -> list[Revision]:
    """Without what the rules find of an edition of which a person says that another mention is: it stands already. Nor
    does one of which a person spoke come back beside another of her edition.
    """
    there, fresh = list[tuple[Revision, Place, bool]](), list[tuple[Revision, Place, bool]]()
    for each in revisions:
        assert each.mention is not None
        own = _place(each.mention if each.mention_id is None else before[each.mention_id])
        told = (each, people.get(own, _place(each.mention)), own in people)
        (fresh if each.mention_id is None else there).append(told)
    standing, spoken = {place for _, place, _ in there}, {place for _, place, word in there if word}
    back = [told for told in fresh if told[2] and told[1] not in standing]
    spoken |= {place for _, place, _ in back}
    kept = [
        each if word or place not in spoken else Revision(each.mention_id, None)
        for each, place, word in there
    ]
    new = [each for each, place, word in fresh if not word and place not in spoken]
    return [*kept, *(each for each, _, _ in back), *new]


def carry_out(
    conn: Connection,
    article_id: int,
    version: int,
    revisions: Sequence[Revision],
    now: datetime,
    about: Mapping[str, Any],
    correction: str | None = None,
) -> tuple[int, ...]:
    """Write `revisions` of an article's mentions; returns the ids of those new to the stream.

    For the rest see put_mentions.
    """
    known = select(_M).where(_M.c.article_id == article_id)
    rows = {row.id: row for row in conn.execute(known)}
    places = {(row.forum_id, row.edition): row for row in rows.values()}
    fresh: list[int] = []
    for revision in revisions:
        place = revision.mention and (revision.mention.forum_id, revision.mention.edition or 0)
        past = places.get(place) if place else None
        values = {**stored_values(revision.mention, version), **about} if revision.mention else {}
        if revision.mention_id is None:
            fresh.append(_add(conn, article_id, values, past, now))
        else:
            _revise(conn, rows[revision.mention_id], revision.mention, values, past, now, correction)
    return tuple(fresh)


def _add(conn: Connection, article_id: int, values: dict[str, Any], past: Any, now: datetime) -> int:
    fresh = values | {"position": head(conn) + 1, "found_at": now, "gone_at": None}
    if past is None:
        return _insert.add(conn, fresh | {"article_id": article_id, "triage": "new"})
    _set(conn, past.id, **fresh)
    record(conn, past.id, "back", told(counted(past)), now)
    return int(past.id)


def _revise(
    conn: Connection,
    row: Any,
    mention: Mention | None,
    values: dict[str, Any],
    past: Any,
    now: datetime,
    correction: str | None,
) -> None:
    """One that stood: `past` is the row, its own or one long gone, that has its forum and edition."""
    before = counted(row)
    said = {"correction": correction} if correction else {}
    if mention is None:
        _set(conn, row.id, gone_at=now)
        record(conn, row.id, "gone", told(before) | said, now)
        return
    differs = _differing(row, mention) | said
    if past is None or past.id == row.id:
        _set(conn, row.id, **values)
        if differs:
            record(conn, row.id, "changed", differs, now)
        return
    # it stood there before, in an earlier version: that row comes back, with what people said of this one
    record(conn, row.id, "gone", told(before) | said, now)
    kept = {name: getattr(row, name) for name in SAID}
    kept["triages"] += past.triages  # more than anybody has seen of either
    # and in its place in the stream: a reader may have passed the old one while nothing stood there
    _set(conn, row.id, gone_at=now, position=-row.id, edition_said=None, edition_by=None)
    _set(conn, past.id, **values, **kept, gone_at=None, position=row.position, found_at=row.found_at)
    _set(conn, row.id, position=past.position, found_at=past.found_at)
    record(conn, past.id, "back", differs, now)


def _differing(row: Any, mention: Mention) -> dict[str, Any]:
    """What a reader should hear of: of an edition that a person said, what the rules said beside it."""
    differs = differing(mention_of(row), mention)
    if row.edition_said is not None and "edition" in differs:
        differs["edition_ruled"] = differs.pop("edition")
    return differs


def _set(conn: Connection, mention_id: int, **values: Any) -> None:
    conn.execute(update(_M).where(_M.c.id == mention_id).values(values))
