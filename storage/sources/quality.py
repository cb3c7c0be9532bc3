"""What was read of a source of late against what was read before: a site that changes its pages is told of.

the newest articles and entries ─by source→ LATEST against those before ─→ {source: Falling(words)}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Integer, Select, func, select, type_coerce

from storage import schema

NEWEST = 20_000  # articles and entries looked at, so that a store of many years answers as fast as a new one
LATEST = 20  # articles, or entries read or dismissed, of which the latest is judged
BEFORE = 20  # that it takes to know what is usual of a source; at most MOST of them count
MOST = 200
AT_ONCE = 100  # rows of SQLAlchemy's that are there at a time
SEARCHES = 500  # for what was missed, whose pages do not count
SHORTER = 0.5  # of the median length of its text
RISE = 0.4  # of a share

_A, _E, _F, _L = schema.articles, schema.entries, schema.fingerprints, schema.losses


@dataclass(frozen=True, slots=True)
class Falling:
    """In what the latest are worse than those before."""

    signs: tuple[str, ...]

    def __str__(self) -> str:
        return f"its last {LATEST} pages are worse read than those before: {', '.join(self.signs)}"


def falling(conn: Connection) -> dict[str, Falling]:
    """Every source whose latest articles are much shorter, or more often partial, undated or no article at all."""
    undated = type_coerce(_A.c.published_at.is_(None), Integer)  # as the database gives it
    of_old, behind = sought(conn), edge(conn, _A.c.id, NEWEST)
    searched = select(_E.c.article_id).where(of_old, _E.c.article_id.is_not(None))
    articles = (
        select(_A.c.source_id, _F.c.length, type_coerce(_A.c.partial, Integer), undated)
        .join(_F, _F.c.article_id == _A.c.id)
        .where(_A.c.id > behind, _F.c.article_id > behind)  # no database takes the second from the first
        .where(~_A.c.announced, _A.c.id.not_in(searched))
        .order_by(_A.c.id.desc())
    )
    signs: dict[str, list[str]] = {}
    for source_id, rows in _by_source(conn, articles).items():
        signs[source_id] = list(_worse_articles(rows))
    lately = (_E.c.id > edge(conn, _E.c.id, NEWEST)) & ~of_old
    dismissed = select(_E.c.source_id).where(schema.UNREAD, _E.c.state == "dismissed", lately)
    suspects = dismissed.group_by(_E.c.source_id).having(func.count() >= LATEST * RISE)
    read = (
        select(_E.c.source_id, _E.c.state)
        .where(lately, _E.c.state.in_(("read", "dismissed")), _E.c.source_id.in_(suspects))
        .order_by(_E.c.id.desc())
    )
    for source_id, rows in _by_source(conn, read).items():
        sign = _risen("no article", [state == "dismissed" for _, state in rows])
        signs.setdefault(source_id, []).extend(sign)
    return {source_id: Falling(tuple(found)) for source_id, found in signs.items() if found}


def edge(conn: Connection, ids: Column[Any], count: int) -> int:
    """The id behind which the `count` newest rows of its table lie.

    Looked up before: of one that stands in the statement PostgreSQL takes a third of the table to lie behind it, and
    reads what is joined as a whole.
    """
    return int(conn.execute(select(func.coalesce(func.max(ids), 0))).scalar_one()) - count


def sought(conn: Connection) -> ColumnElement[bool]:
    """Whether an entry came of a search for what was missed: such pages are old, and often of another time of the site."""
    searches = select(_L.c.searched_at).where(_L.c.found > 0).order_by(_L.c.id.desc()).limit(SEARCHES)
    return _E.c.seen_at.in_(conn.execute(searches).scalars().all())  # an index leads there


def _by_source(conn: Connection, wanted: Select[Any]) -> dict[str, list[tuple[Any, ...]]]:
    """The rows by their sources, which stand first in them, the newest first; of those that have enough to judge.

    As plain tuples they are nothing to Python's collector, which for twenty thousand rows of SQLAlchemy's would go
    through all that a process holds: a tenth of a second.
    """
    found: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for part in conn.execute(wanted).partitions(AT_ONCE):
        for row in part:
            found[row[0]].append(tuple(row))
    return {name: theirs[: LATEST + MOST] for name, theirs in found.items() if len(theirs) >= LATEST + BEFORE}


def _worse_articles(rows: Sequence[Any]) -> Iterator[str]:
    _, lengths, partial, undated = zip(*rows, strict=True)
    now, before = median(lengths[:LATEST]), median(lengths[LATEST:])
    if now < SHORTER * before:
        yield f"{now:.0f} characters long, before {before:.0f}"
    yield from _risen("partial", partial)
    yield from _risen("without a date", undated)


def _risen(what: str, found: Sequence[bool]) -> Iterator[str]:
    now = sum(found[:LATEST]) / LATEST
    before = sum(found[LATEST:]) / len(found[LATEST:])
    if now - before >= RISE:
        yield f"{now:.0%} {what}, before {before:.0%}"
