"""A source that sources.yaml calls otherwise than before: who keeps its address, or stands where that has led for good,
keeps all that is known of it.

As a new one it would begin anew: what it announced while nobody asked could be missed, and nobody would know.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Table, delete, insert, literal, select, update

from storage import schema
from storage.records import Source

_T, _M, _A = schema.sources, schema.mentions, schema.articles
_THEIRS: tuple[Table, ...] = (schema.entries, schema.losses, schema.polls, schema.errors)


def follow(conn: Connection, sources: Sequence[Source]) -> None:
    """Let each of `sources` whose id is new take over from one of its address whose id is none of theirs any more, or from one
    that moved to its address.

    Of several of that address it is the one that was polled last.
    """
    ids = {source.id for source in sources}
    stored = conn.execute(
        select(_T.c.id, _T.c.url, _T.c.moved_to).order_by(_T.c.polled_at.is_not(None), _T.c.polled_at)
    ).all()
    gone = [row for row in stored if row.id not in ids]
    left = {row.moved_to: row.id for row in gone if row.moved_to} | {row.url: row.id for row in gone}
    known = {row.id for row in stored}
    for source in sources:
        if source.id not in known and source.url in left:
            old = left[source.url]
            _rename(conn, old, source.id)
            left = {url: name for url, name in left.items() if name != old}


def _rename(conn: Connection, old: str, new: str) -> None:
    others = [column for column in _T.c if column is not _T.c.id]
    copied = select(literal(new), *others).where(_T.c.id == old)
    conn.execute(insert(_T).from_select([_T.c.id, *others], copied))
    told = select(_A.c.id).where(_A.c.source_id == old)
    conn.execute(update(_M).where(_M.c.article_id.in_(told)).values(source_id=new))
    for table in (_A, *_THEIRS):
        conn.execute(update(table).where(table.c.source_id == old).values(source_id=new))
    conn.execute(delete(_T).where(_T.c.id == old))
