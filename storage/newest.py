"""The newest hits of a query, looked for among the latest rows first.

A frequent word has as many as are wanted there; to gather its hits of many years takes a hundred times as long.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, func, select

from storage import schema
from storage.search import Query, narrow

WIDENING = (2_000, 16_000)  # of the latest, before all

_A, _T = schema.articles, schema.stories


def newest_articles(
    conn: Connection, wanted: Select[Any], query: str | Query | None, before: int | None, limit: int | None
) -> Sequence[Any]:
    """The rows of `wanted`, a select from articles before that id, that the query finds, the last stored first."""
    rows: Sequence[Any] = ()
    for first in _firsts(conn, before) if limit and query else (None,):
        asked = narrow(conn, wanted, query, "articles", newest=True, first=first)
        rows = list(asked.rows(conn, asked.wanted.order_by(asked.newest), limit))
        if len(rows) == limit:
            break
    return rows


def _firsts(conn: Connection, before: int | None) -> Iterator[int | None]:
    """From which article on they are looked for: SQLite's index tells them newest first by itself."""
    if conn.dialect.name != "sqlite":
        end = before or _end(conn, _A.c.id)
        yield from (end - size for size in WIDENING if size < end)
    yield None


def newest_stories(
    conn: Connection, wanted: Select[Any], query: str | Query | None, before: int | None, limit: int | None
) -> list[int]:
    """The stories of the rows of `wanted`, a select of articles of stories before that one, the last opened first."""
    end = before or _end(conn, _T.c.id)
    for size in WIDENING if limit and query else ():
        lately = _A.c.story_id >= end - size
        # + 0: else SQLite would go through all articles, from the first on, to meet one of those
        first = conn.execute(select(func.min(_A.c.id + 0)).where(lately)).scalar()
        found = _told_by(conn, wanted.where(lately), query, limit, first)
        if len(found) == limit or size >= end:
            return found
    return _told_by(conn, wanted, query, limit, None)


def _told_by(
    conn: Connection, wanted: Select[Any], query: str | Query | None, limit: int | None, first: int | None
) -> list[int]:
    asked = narrow(conn, wanted, query, "articles", first=first)
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
