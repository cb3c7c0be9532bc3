"""What an article said of forums, and what it says now → its rows of mentions, and what readers hear of it.

    stored, told now ─pairing.pair→ Revision: new in the stream, changed in its place, or gone ─carry_out→ rows, changes

An edit and a change of rules are one and the same here. A mention that is still there, if of another edition, keeps
its id, its position and what people said of it, so nobody is told of it twice.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from storage import schema
from storage.engine.prepared import Prepared
from storage.mentions.changes import differing, record, told
from storage.mentions.pairing import Editions, Revision, pair
from storage.mentions.rows import counted, mention_of, stored_values
from storage.mentions.stream import ABOUT, TRIAGED, head
from storage.records import Mention

_M = schema.mentions
_NAMES = ("position", "article_id", "forum_id", "edition", "role", "score", "evidence", "facts", "version")
_insert = Prepared(insert(_M), (*_NAMES, "found_at", "gone_at", "triage", *ABOUT), _M.c.id)
SAID = ("triage", *TRIAGED)


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

    `about` is what storage.mentions.stream.about_mentions says of the article; `correction` the words by which this version
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
