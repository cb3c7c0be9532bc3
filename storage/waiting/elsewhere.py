"""Which hosts other workers ask now, where several crawl into one store.

A host, and a registrable domain, is asked by one worker at a time: each keeps the pauses between its own requests, and
knows nothing of those of others.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime

from sqlalchemy import Connection, select

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


def hosts_waiting(
    conn: Connection, source_ids: Collection[str], now: datetime, near: Callable[[str], bool]
) -> set[str]:
    """The hosts of which something of these sources waits to be asked for: polls that are due, and entries.

    Of a source of which no host is `near` nothing is looked for: what the feed of another site announces there, too.
    """
    found, here, theirs = set[str](), list[str](), frozenset(source_ids)
    asked = (_T.c.id, _T.c.url, _T.c.moved_to, _T.c.next_at, _T.c.leased_until)
    for row in conn.execute(select(*asked).where(schema.POLLED)):
        if row.id not in theirs:
            continue
        if hosts := {host for url in (row.url, row.moved_to) if url and near(host := host_of(url))}:
            here.append(row.id)
            lent = row.leased_until is not None and row.leased_until >= now
            if not lent and (row.next_at is None or row.next_at <= now):
                found |= hosts
    for at in range(0, len(here), _CHUNK):
        # by the index of sources: were wake_at asked for, too, all that is READY would be gone through, a million perhaps
        some = _E.c.source_id.in_(here[at : at + _CHUNK])
        waiting = select(_E.c.host, _E.c.wake_at).where(some, _E.c.state == "waiting").limit(SOME)
        found |= {row.host for row in conn.execute(waiting) if row.wake_at is None and near(row.host)}
    return found
