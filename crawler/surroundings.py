"""What a crew notices before it claims: a clock that was set back, leases that run out, a line that is down.

clock was set back  → what was recorded by it is moved back with it
a minute is over    → this crawler says that it lives, and the leases of what is under way are renewed
nobody is reached   → what failed for that is excused; until somebody answers a few are asked now and then
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from datetime import datetime, timedelta

import structlog

from crawler.membership import Membership
from crawler.pipeline import Pipeline
from crawler.schedule import OFFLINE_S
from storage.sources import clock, outage

RENEW = timedelta(minutes=1)  # from one renewal of the leases to the next, by the clock: a leap ends them
LEAP = timedelta(minutes=1)  # of the clock, backwards: less is somebody who sets it right
MENDED_S = 3600.0  # after that: what was under way then, and is recorded by the clock of before, has ended

log = structlog.get_logger("forumwatch")


class Surroundings:
    """The clock, the leases and the line of one crew, as they were last seen. All methods run on one event loop."""

    def __init__(self, pipeline: Pipeline, membership: Membership) -> None:
        self._pipeline = pipeline
        self._membership = membership
        self.offline = False  # nobody could be reached, when it was looked at last
        self._begun_at = pipeline.now()
        self._renewed_at: datetime | None = None
        self._set_back = -MENDED_S
        self._seen_clock: tuple[datetime, float] | None = None

    async def heed(self, held: Collection[str | int]) -> None:
        """See what has changed, and put right in the store what follows from it, for the sources and entries `held`.

        Raises Superseded: they are others'.
        """
        await self._follow_clock()
        await self._stand_by(held)
        await self._follow_uplink()

    async def _follow_clock(self) -> None:
        """Notice that the clock was set back since the last time, by time that no clock can set."""
        now, ran = self._pipeline.now(), asyncio.get_running_loop().time()
        then, had_run = self._seen_clock or (now, ran)
        back = then + timedelta(seconds=ran - had_run) - now
        if back > LEAP:
            log.warning("the clock was set back", by=str(back))
            await self._pipeline.db.run(clock.set_back, now, back)
            self._set_back = ran
        self._seen_clock = now, ran

    def begin_anew(self) -> None:
        """What was said for the crawler is not said for the one that it lives on as."""
        self._renewed_at = None

    async def _stand_by(self, held: Collection[str | int]) -> None:
        """Say that this crawler lives, and renew the leases of what is under way, before anybody else takes it for dead."""
        now = self._pipeline.now()
        if self._renewed_at and abs(now - self._renewed_at) < RENEW:
            return
        if asyncio.get_running_loop().time() - self._set_back < MENDED_S:
            await self._pipeline.db.run(clock.put_right, now)
        await self._membership.stand_by(self._pipeline.marks, held)
        self._renewed_at = now

    async def _follow_uplink(self) -> None:
        """Notice that nobody can be reached any more, or that somebody can again."""
        uplink, now = self._pipeline.uplink, self._pipeline.now()
        if uplink.down and not self.offline:
            since = uplink.answered_at
            log.error("nobody can be reached from this machine", last_answer=since and since.isoformat())
            until = now + timedelta(seconds=OFFLINE_S)
            await self._pipeline.db.run(outage.excuse, since, until, self._begun_at)
        elif self.offline and not uplink.down:
            log.warning("somebody can be reached again")
        self.offline = uplink.down
