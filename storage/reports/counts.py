"""How often forums are in the news, counted in three ways: by article, by text (story) and by outlet.

One pass over the mentions, which carry what they are counted by: 0.15 CPU s for 100,000.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Connection, Text, cast, func, select, type_coerce

from storage import schema
from storage.shape.columns import EPOCH

_M, _C, _V = schema.mentions, schema.changes, schema.versions
_BETWEEN = "\n"  # no host has it
_FORUM = _M.c.forum_id + ""  # else SQLite would go through the mentions, along the index of forums
_GROUPED = select(  # a row for each edition: a row for each mention takes twice as long
    _FORUM,
    schema.counted_edition,
    func.max(type_coerce(_M.c.found_at, BigInteger)),
    *(
        func.aggregate_strings(cast(column, Text), _BETWEEN)
        for column in (_M.c.article_id, _M.c.story_id, _M.c.outlet)
    ),
).group_by(_FORUM, schema.counted_edition)


@dataclass(frozen=True, slots=True)
class EditionCount:
    """How often one edition of a forum, or its series (edition None), is mentioned."""

    edition: int | None
    mentions: int  # as many as articles: none mentions an edition twice
    texts: int  # stories: copies and translations of a text are one
    outlets: int  # sites
    last_found_at: datetime


@dataclass(frozen=True, slots=True)
class ForumCount:
    """How often a forum is mentioned, of whatever edition; an article may mention several of them."""

    forum_id: str
    mentions: int
    articles: int
    texts: int
    outlets: int
    last_found_at: datetime
    editions: tuple[EditionCount, ...]  # the series first, then by year


@dataclass(frozen=True, slots=True)
class _Seen:
    """What there is of one edition."""

    last: int  # microseconds, as stored
    articles: frozenset[str]
    texts: frozenset[str]
    outlets: frozenset[str]


@dataclass(frozen=True, slots=True)
class Place:
    """How far mentions, what became of them, and edits of articles had come when forums were counted."""

    mention: int
    change: int
    edited_at: datetime


def place(conn: Connection) -> Place:
    """How far they have come."""
    ends = (func.max(_M.c.position), func.max(_C.c.position), func.max(_V.c.stored_at))
    mention, change = (conn.execute(select(end)).scalar() or 0 for end in ends[:2])
    edited_at = conn.execute(select(ends[2]).where(schema.EDITS)).scalar()
    return Place(mention, change, edited_at or EPOCH)


def touched(conn: Connection, since: Place) -> set[str]:
    """The forums whose counts may be others than they were at that place."""
    changed = select(_C.c.mention_id).where(_C.c.position > since.change)
    edited = select(_V.c.article_id).where(schema.EDITS, _V.c.stored_at >= since.edited_at)
    ways = (_M.c.position > since.mention, _M.c.id.in_(changed), _M.c.article_id.in_(edited))
    return {forum for way in ways for forum in conn.execute(select(_M.c.forum_id).where(way)).scalars()}


def forum_counts(
    conn: Connection,
    site: Callable[[str], str] = str,
    *,
    rejected: bool = False,
    of: Collection[str] | None = None,
) -> list[ForumCount]:
    """The counts of each forum that is mentioned, by its id; with mentions that somebody rejected if `rejected`.

    Only forums `of` these ids are counted, where they are named. `site` tells the outlet of a host: a store that was upgraded has mentions that know no more than that.
    """
    query = _GROUPED.where(_M.c.gone_at.is_(None))
    if not rejected:
        query = query.where(_M.c.triage != "rejected")
    if of is not None:
        query = query.where(_M.c.forum_id.in_(of))
    forums: dict[str, dict[int, _Seen]] = {}
    for forum_id, edition, last, *named in conn.execute(query):
        articles, texts, hosts = (frozenset(names.split(_BETWEEN)) for names in named)
        seen = _Seen(last, articles, texts, frozenset(map(site, hosts)))
        forums.setdefault(forum_id, {})[edition] = seen
    return [_forum(forum_id, forums[forum_id]) for forum_id in sorted(forums)]


def _forum(forum_id: str, editions: dict[int, _Seen]) -> ForumCount:
    all_of = list(editions.values())
    return ForumCount(
        forum_id,
        sum(len(seen.articles) for seen in all_of),
        _distinct(seen.articles for seen in all_of),
        _distinct(seen.texts for seen in all_of),
        _distinct(seen.outlets for seen in all_of),
        _moment(max(seen.last for seen in all_of)),
        tuple(
            EditionCount(
                year or None, len(seen.articles), len(seen.texts), len(seen.outlets), _moment(seen.last)
            )
            for year, seen in sorted(editions.items())
        ),
    )


def _moment(at: int) -> datetime:
    return EPOCH + timedelta(microseconds=at)


def _distinct(sets: Any) -> int:
    return len(set().union(*sets))
