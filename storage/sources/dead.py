"""Crawlers that fell silent → what they had on loan is others'.

Whoever is buried here, and goes on later, finds no row of its own any more, by which it knows: see crawler/membership.py.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, update

from storage import schema
from storage.articles import revisits, watched
from storage.engine.daemons import seated
from storage.shape.columns import EPOCH

# longer than a crawler goes on without looking whether it was buried (crawler.membership.SURE_S)
KILLED = timedelta(seconds=90)

_T, _E = schema.sources, schema.entries


def bury_silent(conn: Connection, worker: str, now: datetime) -> list[str]:
    """Bury all but `worker` that have said nothing for so long that they do not live; returns their names.

    So it is after watched.LIVES, and after KILLED where the server knows of no connection of theirs either, which ends
    with their process. Where nobody is silent that asks nothing of the server.
    """
    silent = [each for each in watched.crawlers(conn) if each.worker != worker]
    silent = [each for each in silent if abs(now - each.stood_by_at) >= KILLED]
    if not silent:
        return []
    seats = seated(conn)
    gone = [
        each.worker
        for each in silent
        if abs(now - each.stood_by_at) >= watched.LIVES or (each.seat is not None and each.seat not in seats)
    ]
    for name in gone:
        _bury(conn, name)
    return gone


def _bury(conn: Connection, worker: str) -> None:
    """Free what it has on loan; the next claim sees what it had begun. A search of its runs out by itself."""
    watched.leave(conn, worker)
    revisits.free_dead(conn, worker)
    conn.execute(update(_E).where(_E.c.leased_by == worker).values(wake_at=EPOCH))
    conn.execute(update(_T).where(_T.c.leased_by == worker).values(leased_by=None, leased_until=None))
