"""The newest hits of a query, looked for among the latest rows first.

A frequent word has as many as are wanted there; to gather its hits of many years takes a hundred times as long.
SQLite's index of words tells its hits newest first by itself: they are read until enough of them pass the fields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from storage import schema
from storage.search import fts5, tsqueries, vectors
from storage.search.asked import Field, Near, Words
from storage.search.conditions import leaf_condition, prepared
from storage.search.find import Query, Way, narrow, parse
from storage.search.fts5 import within

WIDENING = (2_000, 16_000)  # of the latest, before all
WIDE = 128_000  # likewise, on PostgreSQL, whose index tells the hits of so many without going through all
FEW = 20_000  # articles that fields leave: it is cheaper to ask which of them are hits
_PICKING = ("source", "country", "story")  # fields by which an index finds articles

_A, _T = schema.articles, schema.stories
Conditions = Sequence[ColumnElement[bool]]


def newest_articles(
    conn: Connection,
    passing: Conditions,
    query: str | Query | None,
    before: int | None,
    limit: int | None,
    picking: Conditions = (),
) -> list[int]:
    """The ids of the articles before that id that pass the conditions and that the query finds, the last stored first.

    `picking` are those of the conditions by which an index finds articles.
    """
    asked = parse(query) if isinstance(query, str) else query
    tree = prepared(asked.root, "articles") if asked and asked.root else None
    sqlite = conn.dialect.name == "sqlite"
    words, fields = fts5.split(tree) if tree and sqlite else (None, [])
    if words and not passing and not fields:
        return fts5.newest(conn, words, before, limit)
    if limit and not sqlite and tree and not passing and tsqueries.sayable(tree):
        return vectors.newest(conn, tree, before, limit)
    way = _way(conn, picking, fields) if words else "words"
    worded = tree and any(isinstance(leaf, (Words, Near)) for leaf in tsqueries.leaves(tree))
    # where the index of words is in the FROM, its rows are bounded: bounds on both mislead the planners
    bounded = way != "streamed" if sqlite else not worded

    def hits(first: int | None, behind: int | None, left: int | None) -> list[int]:
        span = (first, behind or before)
        wanted = select(_A.c.id).where(*passing, *(within(_A.c.id, span) if bounded else ()))
        found = narrow(conn, wanted, asked, "articles", way=way, span=span)
        return [row.id for row in found.rows(conn, found.wanted.order_by(found.newest), left)]

    if not (worded and limit and way != "streamed"):
        return hits(None, before, limit)
    return _widened(hits, conn, before or _end(conn, _A.c.id), limit)


def _way(conn: Connection, picking: Conditions, fields: Sequence[Any]) -> Way:
    """How SQLite goes through words: by the fields, where few articles have them, else along its index of words."""
    picks = [*picking, *(leaf_condition(f, "articles") for f in fields if _picks(f))]
    return "fields" if picks and _few(conn, picks) else "streamed"


def _widened(
    hits: Callable[[int | None, int | None, int | None], list[int]], conn: Connection, end: int, limit: int
) -> list[int]:
    """The newest hits, sought window by window, the latest first, and at last in all that is before them.

    `hits` tells those from an article on, or of all of them (None), up to one, at most so many.
    """
    behind, found = end, list[int]()
    for first in (*_windows(conn, end), None):
        if first is not None and not hopeful(len(found), end - behind, end - first, limit):
            continue
        found += hits(first, behind, limit - len(found))
        if len(found) == limit or first is None:
            break
        behind = first
    return found


def _picks(part: Any) -> bool:
    return isinstance(part, Field) and part.name in _PICKING


def _few(conn: Connection, picks: Conditions) -> bool:
    some = select(_A.c.id).where(and_(*picks)).limit(FEW + 1).subquery()
    return conn.execute(select(func.count()).select_from(some)).scalar_one() <= FEW


def _windows(conn: Connection, end: int) -> list[int]:
    """Where windows of the latest articles before that one begin."""
    if conn.dialect.name == "sqlite":
        return [end - size for size in WIDENING if size < end]
    return vectors.windows(end)


def newest_stories(
    conn: Connection, wanted: Select[Any], query: str | Query | None, before: int | None, limit: int | None
) -> list[int]:
    """The stories of the rows of `wanted`, a select of articles of stories before that one, the last opened first."""
    end = before or _end(conn, _T.c.id)
    sizes = WIDENING if conn.dialect.name == "sqlite" else (*WIDENING, WIDE)
    found, seen = list[int](), 0
    for size in sizes if limit and query else ():
        if not hopeful(len(found), seen, size, limit):
            continue
        lately = _A.c.story_id >= end - size
        found = _told_by(conn, wanted.where(lately), query, limit, _first(conn, end - size))
        if len(found) == limit or size >= end:
            return found
        seen = size
    return _told_by(conn, wanted, query, limit, None)


def hopeful(found: int, seen: int, size: int, limit: int | None) -> bool:
    """Whether the latest `size` may hold as many as are wanted, where the latest `seen` held `found`."""
    return (found + 1) * size >= (limit or 0) * seen


def _first(conn: Connection, story_id: int) -> int | None:
    """The first article of that story and of all that were opened later; articles join stories that are open."""
    opened = select(func.min(_A.c.story_id)).where(_A.c.story_id >= story_id).scalar_subquery()
    return conn.execute(select(func.min(_A.c.id + 0)).where(_A.c.story_id == opened)).scalar()


def _told_by(
    conn: Connection, wanted: Select[Any], query: str | Query | None, limit: int | None, first: int | None
) -> list[int]:
    asked = narrow(conn, wanted, query, "articles", span=(first, None))
    ordered = asked.wanted.order_by(_A.c.story_id.desc())
    rows = asked.rows(conn, ordered if asked.proves else ordered.distinct(), None if asked.proves else limit)
    return list(islice(_changes(row.story_id for row in rows), limit))


def _changes(ids: Iterator[int]) -> Iterator[int]:
    """Each id once, where equal ones stand together."""
    last = None
    for i in ids:
        if i != last:
            yield i
        last = i


def _end(conn: Connection, ids: Any) -> int:
    return (conn.execute(select(func.max(ids))).scalar() or 0) + 1
