"""How long a worker keeps what it has on loan: as long as it says now and then that it still works on it.

A worker that says nothing is dead, or cut off; what it had is free once its lease has run out. At a start where no other worker lives nobody waits for that: see `sources.free_all`.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import Connection, update

from storage import schema

T = TypeVar("T")

_CHUNK = 500  # bound values of one statement

_T, _E = schema.sources, schema.entries


def renew(conn: Connection, worker: str, held: Collection[str | int], now: datetime, lease_s: int) -> None:
    """Lengthen the leases of `held`, ids of sources and of entries, of which less than half is left.

    What is another's by now stays so; what `worker` has on loan without knowing, as where the answer to its claim
    was lost, runs out.
    """
    until, soon = now + timedelta(seconds=lease_s), now + timedelta(seconds=lease_s / 2)
    for some in _chunks([what for what in held if isinstance(what, str)]):
        mine = _T.c.id.in_(some) & (_T.c.leased_by == worker) & (_T.c.leased_until < soon)
        conn.execute(update(_T).where(mine).values(leased_until=until))
    for ids in _chunks([what for what in held if isinstance(what, int)]):
        mine = _E.c.id.in_(ids) & (_E.c.leased_by == worker) & (_E.c.wake_at < soon)
        conn.execute(update(_E).where(mine).values(wake_at=until))


def hand_back(conn: Connection, worker: str, held: Collection[str | int]) -> None:
    """Free `held`, ids of sources and of entries, which `worker` took and leaves to others, as if it had never taken them."""
    for some in _chunks([what for what in held if isinstance(what, str)]):
        mine = _T.c.id.in_(some) & (_T.c.leased_by == worker)
        conn.execute(update(_T).where(mine).values(leased_by=None, leased_until=None))
    for ids in _chunks([what for what in held if isinstance(what, int)]):
        mine = _E.c.id.in_(ids) & (_E.c.leased_by == worker)
        conn.execute(update(_E).where(mine).values(leased_by=None, wake_at=None))


def _chunks(items: list[T]) -> list[list[T]]:
    return [items[at : at + _CHUNK] for at in range(0, len(items), _CHUNK)]
