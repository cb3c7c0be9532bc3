"""Which sources are polled more often today, because a forum that they speak of is on.

watchlist ─held_around→ forums that are on ─→ sources of their country, and those that spoke of them before
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from crawler.flag import Watchlist, held_around
from storage.database import Database
from storage.mentions import stream as mentions
from storage.records import Source

LOOK_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Occasion:
    """An edition that is on, and who is polled faster for it."""

    name: str  # gdec 2026
    sources: frozenset[str]


@dataclass(slots=True)
class Occasions:
    """What is on now, looked up every hour."""

    looked_at: datetime | None = None
    hasty: frozenset[str] = frozenset()

    async def hasten(
        self, db: Database, watchlist: Watchlist, sources: Iterable[Source], now: datetime
    ) -> frozenset[str]:
        """The ids of the sources that are polled faster now."""
        if self.looked_at is None or not timedelta() <= now - self.looked_at < LOOK_EVERY:
            self.looked_at = now  # before the store is asked: the visits meanwhile need not ask too
            found = await db.run(occasions, watchlist, tuple(sources), now)
            self.hasty = frozenset().union(*(occasion.sources for occasion in found))
        return self.hasty


def occasions(
    conn: Connection, watchlist: Watchlist, sources: Iterable[Source], now: datetime
) -> list[Occasion]:
    """The editions that are on, each with the sources of its forum's country and those that spoke of the forum."""
    on = held_around(watchlist, now.date())
    spoke = mentions.speakers(conn, [forum.id for forum, _ in on]) if on else {}
    enabled = [source for source in sources if source.enabled]
    found = []
    for forum, edition in on:
        there = {s.id for s in enabled if forum.country is not None and s.country == forum.country}
        before = {s.id for s in enabled if s.id in spoke.get(forum.id, ())}
        found.append(Occasion(f"{forum.id} {edition.year}", frozenset(there | before)))
    return found
