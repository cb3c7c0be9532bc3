"""Keeps polls and readings going, each up to its bound, and gives back what it cannot finish.

    pump: claim due sources and waiting entries for the free places → start a task for each
    a task ends → its place is free; when a quarter of the places is, the next pump fills them

A step that fails in an unforeseen way is logged, recorded and tried again later; it stops nothing else.
"""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol

import structlog

from crawler.pipeline import Pipeline, Reading, Visit
from crawler.schedule import next_state
from storage import entries, sources
from storage.records import Failure, Outcome, SourceState, Waiting

LEASE_S = 900  # eight slow pages of one host in a row, each at its deadline and delay
GRACE_S = 3.5  # what a stop waits for steps to end by themselves; the rest is given back within 5 s
REFILL = 0.25  # share of free places that is worth a claim

log = structlog.get_logger("forumwatch")


@dataclass(slots=True)
class Tally:
    """What a crew has done so far."""

    visits: int = 0
    unchanged: int = 0
    failed: dict[str, str] = field(default_factory=dict)  # source id → why its last poll brought nothing
    announced: int = 0
    new: int = 0
    readings: dict[str, int] = field(default_factory=dict)  # Reading.outcome → how many
    mentions: int = 0
    crashes: int = 0


class Listener(Protocol):
    """Is told after each step, to show progress."""

    def __call__(self, tally: Tally, /) -> None: ...


def worker_name() -> str:
    """A name for this process in leases."""
    return f"{socket.gethostname()}:{os.getpid()}"


class Crew:
    """The tasks of one process. All methods run on one event loop."""

    def __init__(
        self,
        pipeline: Pipeline,
        *,
        places: int = 64,
        worker: str | None = None,
        due_by: Callable[[], datetime] | None = None,
        listener: Listener | None = None,
    ) -> None:
        self.pipeline = pipeline
        self.places = places
        self.worker = worker or worker_name()
        self.tally = Tally()
        self._due_by = due_by or pipeline.now
        self._listener = listener
        self._visits: set[asyncio.Task[None]] = set()
        self._readings: set[asyncio.Task[None]] = set()
        self._stopping = False
        self._pumping = asyncio.Lock()

    @property
    def busy(self) -> int:
        """Steps under way."""
        return len(self._visits) + len(self._readings)

    async def pump(self) -> int:
        """Start as many steps as there are places for; returns how many were started."""
        async with self._pumping:
            return await self._fill_visits() + await self._fill_readings()

    async def until_idle(self) -> None:
        """Pump until nothing is due, nothing waits and nothing runs."""
        while not self._stopping:
            started = await self.pump()
            running = self._visits | self._readings
            if running:
                await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED, timeout=0.5)
            elif not started:
                return

    async def stop(self, grace_s: float = GRACE_S) -> None:
        """Start nothing more, let steps end within `grace_s`, cancel the rest and give back their claims."""
        self._stopping = True
        async with self._pumping:
            running = self._visits | self._readings
        if running:
            _, late = await asyncio.wait(running, timeout=grace_s)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late, timeout=0.5)
        await self.pipeline.db.run(sources.give_back, self.worker)

    async def _fill_visits(self) -> int:
        room = self.places - len(self._visits)
        if self._stopping or room < self.places * REFILL:
            return 0
        claimed = await self.pipeline.db.run(
            _claim_sources, self._due_by(), self.pipeline.now(), room, self.worker
        )
        for state in claimed:
            self._start(self._visits, self._visit(state))
        return len(claimed)

    async def _fill_readings(self) -> int:
        room = self.places - len(self._readings)
        if self._stopping or room < self.places * REFILL:
            return 0
        claimed = await self.pipeline.db.run(_claim_entries, self.pipeline.now(), room, self.worker)
        for waiting in claimed:
            self._start(self._readings, self._read(waiting))
        return len(claimed)

    def _start(self, place: set[asyncio.Task[None]], step: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(step)
        place.add(task)
        task.add_done_callback(place.discard)

    async def _visit(self, state: SourceState) -> None:
        try:
            self._count_visit(await self.pipeline.visit(state))
        except Exception as err:
            self._crashed("visit", state.source_id, err)
            await self._put_off_visit(state, err)
        self._tell()

    async def _read(self, waiting: Waiting) -> None:
        try:
            self._count_reading(waiting, await self.pipeline.read(waiting))
        except Exception as err:
            self._crashed("read", waiting.url, err)
            later = self.pipeline.now() + timedelta(minutes=15 * waiting.tries)
            await self.pipeline.db.run(
                entries.retry, waiting.id, later, f"read: {type(err).__name__}: {err}", self.pipeline.now()
            )
        self._tell()

    async def _put_off_visit(self, state: SourceState, err: Exception) -> None:
        source, now = self.pipeline.sources[state.source_id], self.pipeline.now()
        failure = Failure(source.url, "temporary", f"visit: {type(err).__name__}: {err}", now)
        await self.pipeline.db.run(
            sources.record_visit,
            source.id,
            (),
            lambda known: next_state(source, state, Outcome(now, failure=failure), now),
            now,
        )

    def _count_visit(self, visit: Visit) -> None:
        self.tally.visits += 1
        self.tally.unchanged += visit.unchanged
        self.tally.announced += visit.entries
        self.tally.new += visit.new
        if visit.error:
            self.tally.failed[visit.source_id] = visit.error
            log.warning("poll failed", source=visit.source_id, error=visit.error)
        else:
            log.info("polled", source=visit.source_id, entries=visit.entries, new=visit.new)

    def _count_reading(self, waiting: Waiting, reading: Reading) -> None:
        counts = self.tally.readings
        counts[reading.outcome] = counts.get(reading.outcome, 0) + 1
        self.tally.mentions += reading.mentions
        if reading.mentions:
            log.info("mention", source=waiting.source_id, url=reading.url, mentions=reading.mentions)
        elif reading.message:
            log.info("not read", source=waiting.source_id, url=reading.url, why=reading.message)

    def _crashed(self, stage: str, what: str, err: Exception) -> None:
        self.tally.crashes += 1
        log.error("step failed", stage=stage, what=what, exc_info=err)

    def _tell(self) -> None:
        if self._listener:
            self._listener(self.tally)


def _claim_sources(conn: Any, due_by: datetime, now: datetime, limit: int, worker: str) -> list[SourceState]:
    return sources.due_sources(conn, now, limit, worker=worker, lease_s=LEASE_S, due_by=due_by)


def _claim_entries(conn: Any, now: datetime, limit: int, worker: str) -> list[Waiting]:
    return entries.claim(conn, now, limit, worker=worker, lease_s=LEASE_S)
