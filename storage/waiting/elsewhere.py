"""Which hosts other workers ask now, where several crawl into one store.

A host, and a registrable domain, is asked by one worker at a time: each keeps the pauses between its own requests, and
knows nothing of those of others.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Connection, or_, select

from storage import schema
from storage.text.clean import host_of

SOME = 2000  # entries that are looked at of so many sources: where something waits, not how much
_CHUNK = 500  # bound values of one statement

_A, _E, _L, _R, _T = schema.articles, schema.entries, schema.losses, schema.revisits, schema.sources


def hosts_elsewhere(conn: Connection, others: Collection[str], now: datetime) -> set[str]:
    """The hosts of what `others` have on loan: sources they poll or search, entries they read, articles they look at.

    What a dead worker has on loan is nobody's to ask, and keeps nobody from its host: a look is lent for an hour.
    """
    if not others:
        return set()
    polled = select(_T.c.url, _T.c.moved_to).where(_T.c.leased_by.in_(others), _T.c.leased_until > now)
    searched = (
        select(_T.c.url, _T.c.moved_to)
        .join(_L, _L.c.source_id == _T.c.id)
        .where(schema.SEARCHED_FOR, _L.c.leased_by.in_(others), _L.c.search_at > now)
    )
    read = select(_E.c.host).where(schema.LOANED, _E.c.leased_by.in_(others)).distinct()
    looked_at = (
        select(_A.c.host)
        .join(_R, _R.c.article_id == _A.c.id)
        .where(schema.REVISITED, _R.c.leased_by.in_(others), _R.c.due_at > now)
        .distinct()
    )
    hosts = {*conn.execute(read).scalars(), *conn.execute(looked_at).scalars()}
    asked = (row for query in (polled, searched) for row in conn.execute(query))
    return hosts | {host_of(url) for row in asked for url in row if url}


def hosts_waiting(conn: Connection, source_ids: Sequence[str], now: datetime) -> set[str]:
    """The hosts of which something of these sources waits to be asked for: polls that are due, and entries."""
    found = set[str]()
    free = or_(_T.c.leased_until.is_(None), _T.c.leased_until < now)
    due = or_(_T.c.next_at.is_(None), _T.c.next_at <= now)
    for at in range(0, len(source_ids), _CHUNK):
        some = source_ids[at : at + _CHUNK]
        polls = select(_T.c.url, _T.c.moved_to).where(schema.POLLED, free, due, _T.c.id.in_(some))
        found |= {host_of(url) for row in conn.execute(polls) for url in row if url}
        ready = select(_E.c.host).where(_E.c.source_id.in_(some), schema.READY).limit(SOME)
        found |= set(conn.execute(ready).scalars())
    return found
