"""Stored articles with their mentions, for rules that have changed since; and what the rules say now → rows.

    flagged(after, limit) → articles in the order of their ids, a few at a time: memory does not grow with the store
    revise(…) → mentions gone, changed in their place, or new in the stream

A mention that is still there, if of another edition, keeps its id, its position and what people said of it, so
nobody is told of it twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select, update

from storage import schema
from storage.clean import at_offset
from storage.mentions import TRIAGED, about_mentions, head, mention_of, stored_values
from storage.records import Article, Mention

_A, _M = schema.articles, schema.mentions
_READ = (
    *(_A.c.id, _A.c.version, _A.c.url, _A.c.title, _A.c.text, _A.c.summary, _A.c.language),
    *(_A.c.published_at, _A.c.published_offset_min),
)


@dataclass(frozen=True, slots=True)
class Flagged:
    """An article as flagging reads it, and the mentions that stand, by their ids."""

    id: int
    version: int
    article: Article
    mentions: Mapping[int, Mention]


@dataclass(frozen=True, slots=True)
class Revision:
    """What becomes of a mention: None → new in the stream, a mention → in the place of the one with that id."""

    mention_id: int | None
    mention: Mention | None  # None: it is gone


def flagged(
    conn: Connection, after: int, limit: int, *, since: datetime | None = None, mentioning: bool = False
) -> list[Flagged]:
    """The next `limit` articles behind the id `after`; with `mentioning` those alone that mention a forum."""
    wanted = _asked(select(*_READ), since, mentioning).where(_A.c.id > after).order_by(_A.c.id).limit(limit)
    rows = conn.execute(wanted).all()
    told: dict[int, dict[int, Mention]] = {row.id: {} for row in rows}
    standing = select(_M).where(_M.c.article_id.in_(list(told)), _M.c.gone_at.is_(None)).order_by(_M.c.id)
    for row in conn.execute(standing) if told else ():
        told[row.article_id][row.id] = mention_of(row)
    return [Flagged(row.id, row.version, _article(row), told[row.id]) for row in rows]


def with_mention(conn: Connection, mention_id: int) -> Flagged | None:
    """The article of that mention, whether it still stands or not."""
    of = conn.execute(select(_M.c.article_id).where(_M.c.id == mention_id)).scalar()
    return next(iter(flagged(conn, of - 1, 1)), None) if of is not None else None


def count(conn: Connection, *, since: datetime | None = None, mentioning: bool = False) -> int:
    """How many articles `flagged` goes through."""
    wanted = _asked(select(func.count()).select_from(_A), since, mentioning)
    return int(conn.execute(wanted).scalar_one())


def _asked(wanted: Select[Any], since: datetime | None, mentioning: bool) -> Select[Any]:
    if since is not None:
        wanted = wanted.where(_A.c.stored_at >= since)
    if mentioning:
        wanted = wanted.where(_A.c.id.in_(select(_M.c.article_id).where(_M.c.gone_at.is_(None))))
    return wanted


def revise(
    conn: Connection,
    article_id: int,
    version: int,
    revisions: Sequence[Revision],
    now: datetime,
    outlet: str,
) -> bool:
    """Carry out `revisions`; False, and nothing is done, where the article has another version by now.

    `outlet` is the registrable name of the article's address.
    """
    if conn.execute(select(_A.c.version).where(_A.c.id == article_id)).scalar() != version:
        return False
    known = select(_M).where(_M.c.article_id == article_id)
    rows = {row.id: row for row in conn.execute(known)}
    about = about_mentions(conn, article_id, outlet)
    places = {(row.forum_id, row.edition): row for row in rows.values()}
    if any(r.mention_id is not None and rows[r.mention_id].gone_at is not None for r in revisions):
        return False  # another replay was quicker
    for revision in revisions:
        values = stored_values(revision.mention, version) if revision.mention else {}
        past = places.get((values.get("forum_id"), values.get("edition")))
        if revision.mention_id is None:
            _add(conn, article_id, {**values, **about}, past, now)
        elif revision.mention is None:
            _set(conn, revision.mention_id, gone_at=now)
        elif past is None or past.id == revision.mention_id:
            _set(conn, revision.mention_id, **values)
        else:  # it stood there before, in an earlier version: that row comes back, with what people said of this
            row = rows[revision.mention_id]
            said = {name: getattr(row, name) for name in ("triage", *TRIAGED)}
            said["triages"] += past.triages  # more than anybody has seen of either
            _set(conn, revision.mention_id, gone_at=now)
            _set(conn, past.id, **values, **said, gone_at=None)
    return True


def _add(conn: Connection, article_id: int, values: dict[str, Any], past: Any, now: datetime) -> None:
    fresh = values | {"position": head(conn) + 1, "found_at": now, "gone_at": None}
    if past is None:
        conn.execute(insert(_M).values(article_id=article_id, triage="new", **fresh))
    else:
        _set(conn, past.id, **fresh)


def _set(conn: Connection, mention_id: int, **values: Any) -> None:
    conn.execute(update(_M).where(_M.c.id == mention_id).values(values))


def _article(row: Any) -> Article:
    """What flagging reads of an article."""
    return Article(
        url=row.url,
        title=row.title,
        text=row.text,
        summary=row.summary,
        language=row.language,
        published_at=at_offset(row.published_at, row.published_offset_min),
    )
