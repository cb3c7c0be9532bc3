"""Which hosts other workers ask now, where several crawl into one store.

A host, and a registrable domain, is asked by one worker at a time: each keeps the pauses between its own requests, and
knows nothing of those of others.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from storage import schema
from storage.text.clean import host_of

_A, _E, _R, _T = schema.articles, schema.entries, schema.revisits, schema.sources


def hosts_elsewhere(conn: Connection, worker: str, now: datetime) -> set[str]:
    """The hosts of what others than `worker` have on loan: sources they poll, entries they read, articles they look at."""
    polled = select(_T.c.url, _T.c.moved_to).where(_T.c.leased_by != worker, _T.c.leased_until > now)
    read = select(_E.c.host).where(schema.LOANED, _E.c.leased_by != worker).distinct()
    looked_at = (
        select(_A.c.host)
        .join(_R, _R.c.article_id == _A.c.id)
        .where(schema.REVISITED, _R.c.leased_by != worker, _R.c.due_at > now)
        .distinct()
    )
    hosts = {*conn.execute(read).scalars(), *conn.execute(looked_at).scalars()}
    return hosts | {host_of(url) for row in conn.execute(polled) for url in row if url}
