"""Keeps polls and readings going, each up to its bound, and gives back what it cannot finish.

    pump: claim due sources and waiting entries for the free places → start a task for each
          now and then: claim a window in which something may have been missed → search for it
                        claim articles with mentions that are due → look at them again
    a task ends → its place is free → a moment later one pump for all that ended meanwhile

A place is cheap: most steps in it wait for their host's turn. How many talk to the network at one time is
the fetch room's affair. What a step is, and what becomes of one that fails: crawler/steps.py.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any

import structlog

from crawler.claims import (
    Neighbours,
    claim_entries,
    claim_revisits,
    claim_searches,
    claim_sources,
)
from crawler.membership import Membership, Superseded
from crawler.pipeline import Pipeline
from crawler.steps import Steps
from crawler.surroundings import Surroundings
from crawler.tally import Listener, Tally
from storage.database import StoreError
from storage.sources import state as sources

SEARCHES = 2  # for what may have been missed, under way: the news of today comes first
LOOKS = 1 / 32  # share of the places for articles that are looked at again: likewise
LOOK_S = 10.0  # between two questions for such windows and articles
PLACES = 1024  # steps under way, of each sort: eight for each of 128 hosts
GRACE_S = 2.5  # what a stop waits for steps to end by themselves; the rest is given back within 5 s
REFILL = 0.25  # share of free places that is worth a claim
# what a stop waits for a store that another process holds; its leases are freed at the next start
STORE_S = 0.5
PROBES, PROBE_S = 2, 30.0  # sources asked, and how often, while nobody can be reached
MOMENT_S = 0.2  # from the end of a step to the next claim: a claim for many costs what one for one does

log = structlog.get_logger("forumwatch")


class Crew:
    """The tasks of one process. All methods run on one event loop."""

    def __init__(
        self,
        pipeline: Pipeline,
        *,
        places: int = PLACES,
        due_by: Callable[[], datetime] | None = None,
        listener: Listener | None = None,
    ) -> None:
        self.pipeline = pipeline
        self.places = places
        self.tally = Tally()
        self._membership = pipeline.membership or Membership(pipeline.db, pipeline.now)
        self._around = Surroundings(pipeline, self._membership)
        self._due_by = due_by or pipeline.now
        self._listener = listener
        self._steps = Steps(pipeline, self.tally, listener)
        self._visits: set[asyncio.Task[None]] = set()
        self._neighbours = Neighbours(pipeline.sources, self._membership, pipeline.hear)
        self._readings: set[asyncio.Task[None]] = set()
        self._searches: set[asyncio.Task[None]] = set()
        self._looks: set[asyncio.Task[None]] = set()
        self._looked = -LOOK_S
        self._probed = -PROBE_S
        self._stopping = False
        self._pumping = asyncio.Lock()
        self._soon: asyncio.TimerHandle | None = None
        self._pumps: set[asyncio.Task[None]] = set()

    @property
    def worker(self) -> str:
        """By which name it has things on loan: another one, once others took it for dead."""
        return self._membership.worker

    @property
    def busy(self) -> int:
        """Steps under way."""
        return len(self._under_way)

    @property
    def _under_way(self) -> set[asyncio.Task[None]]:
        return self._visits | self._readings | self._searches | self._looks

    async def pump(self) -> int:
        """Start as many steps as there are places for; returns how many were started."""
        async with self._pumping:
            return await self._pump()

    async def _pump(self) -> int:
        try:
            return await self._pump_once()
        except Superseded:
            return await self._begin_anew()

    async def _pump_once(self) -> int:
        await self._around.heed(self._steps.held)
        if not self._stopping:
            await self._steps.setbacks.settle()
        started = await self._probe() if self._around.offline else await self._fill()
        self._steps.setbacks.store_works()
        self.tally.ticked_at = self.pipeline.now()
        return started

    async def _begin_anew(self) -> int:
        """Drop what is under way, which others have taken over by now, and go on as a crawler that has just come; returns
        how many steps were started.
        """
        log.warning(
            "this forumwatch said nothing for minutes, and others took it for dead: it begins anew",
            dropped=self.busy,
        )
        if running := self._under_way:
            for task in running:
                task.cancel()
            await asyncio.wait(
                running, timeout=GRACE_S
            )  # whatever does not end writes nothing by the new name
        self._steps = Steps(self.pipeline, self.tally, self._listener)
        self._membership.begin_anew()
        self._around.begin_anew()
        return await self._pump_once()

    async def until_idle(self) -> None:
        """Pump until nothing is due, nothing waits and nothing runs."""
        while not self._stopping:
            started = await self.pump()
            if running := self._under_way:
                await asyncio.wait(running, timeout=MOMENT_S)
            elif not started and (self._around.offline or not await self._pump_beside()):
                return

    async def stop(self, grace_s: float = GRACE_S) -> None:
        """Start nothing more, let steps that are being answered end within `grace_s`, cancel the rest and give back their
        claims.

        A store that does not answer is not waited for.
        """
        self._stopping = self._steps.ending = True
        if self._soon:
            self._soon.cancel()
        if running := self._under_way:
            self.pipeline.ask_no_more()
            _, late = await asyncio.wait(running, timeout=grace_s)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late, timeout=0.5)
        try:
            async with asyncio.timeout(STORE_S), self._pumping:
                await self.pipeline.db.run(sources.give_back, self.worker)
                self._membership.begin_anew()  # what is still written is of nobody who could be dead
        except (TimeoutError, StoreError) as err:
            log.warning(
                "claims not given back; the next start frees them", why=str(err) or "the store is busy"
            )

    async def _probe(self) -> int:
        """Ask a few now and then, until somebody answers: the others are due all the while, and asked then.

        Where no source is due, for a day perhaps, articles that wait will do.
        """
        ran = asyncio.get_running_loop().time()
        if ran - self._probed < PROBE_S:
            return 0
        self._probed = ran
        started = await self._claim_visits(min(PROBES, self.places - len(self._visits)))
        return started or await self._claim_readings(min(PROBES, self.places - len(self._readings)))

    async def _fill(self) -> int:
        started = await self._fill_visits() + await self._fill_readings()
        if asyncio.get_running_loop().time() - self._looked >= LOOK_S:
            started += await self._fill_beside()
        return started

    async def _fill_beside(self) -> int:
        return await self._fill_searches() + await self._fill_looks()

    async def _pump_beside(self) -> int:
        async with self._pumping:
            try:
                return await self._fill_beside()
            except Superseded:
                return await self._begin_anew()

    async def _fill_visits(self) -> int:
        room = self.places - len(self._visits)
        return 0 if room < self.places * REFILL else await self._claim_visits(room)

    async def _claim_visits(self, room: int) -> int:
        if self._stopping or room <= 0:
            return 0
        steps, others, now = self._steps, await self._others(), self.pipeline.now()
        claimed = await self.pipeline.db.run(
            claim_sources, self._due_by(), now, room, self.worker, others, self._neighbours.beside
        )
        for state in await self._neighbours.own(self.pipeline.db, claimed):
            url = self.pipeline.sources[state.source_id].url
            if steps.takes(state.source_id) and steps.shares.enter(url, state):
                self._start(self._visits, steps.visit(state))
        return len(claimed)

    async def _fill_readings(self) -> int:
        room = self.places - len(self._readings)
        return 0 if room < self.places * REFILL else await self._claim_readings(room)

    async def _claim_readings(self, room: int) -> int:
        if self._stopping or room <= 0:
            return 0
        others, now = await self._others(), self.pipeline.now()
        claimed = await self.pipeline.db.run(
            claim_entries, now, room, self.worker, others, self._neighbours.beside
        )
        for waiting in await self._neighbours.own(self.pipeline.db, claimed):
            if self._steps.takes(waiting.id):
                self._start(self._readings, self._steps.read(waiting))
        return len(claimed)

    async def _fill_searches(self) -> int:
        self._looked = asyncio.get_running_loop().time()
        room = SEARCHES - len(self._searches)
        if self._stopping or not room:
            return 0
        others, now = await self._others(), self.pipeline.now()
        claimed = await self.pipeline.db.run(
            claim_searches, now, room, self.worker, others, self._neighbours.beside
        )
        for loss in await self._neighbours.own(self.pipeline.db, claimed):
            self._start(self._searches, self._steps.search(loss))
        return len(claimed)

    async def _fill_looks(self) -> int:
        room = max(1, int(self.places * LOOKS)) - len(self._looks)
        if self._stopping or room <= 0 or not self.pipeline.ages:
            return 0
        others, now, busy = await self._others(), self.pipeline.now(), +self._steps.hosts
        claimed = await self.pipeline.db.run(
            claim_revisits, now, room, self.worker, busy, others, self._neighbours.beside
        )
        for look in await self._neighbours.own(self.pipeline.db, claimed):
            self._steps.hosts[look.host] += 1
            self._start(self._looks, self._steps.look(look))
        return len(claimed)

    async def _others(self) -> list[str]:
        return await self._neighbours.strangers(self.pipeline.db, asyncio.get_running_loop().time())

    def _start(self, place: set[asyncio.Task[None]], step: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(step)
        place.add(task)

        def ended(task: asyncio.Task[None]) -> None:
            place.discard(task)
            self._pump_soon()

        task.add_done_callback(ended)

    def _pump_soon(self) -> None:
        """Pump in a moment, once for all the steps that end until it begins.

        While a pump waits for the store more would wait for that one, and the ticks, /healthz and a stop for all of them.
        """
        if self._soon or self._stopping:
            return

        def due() -> None:
            task = asyncio.create_task(self._pump_logged())
            self._pumps.add(task)
            task.add_done_callback(self._pumps.discard)

        self._soon = asyncio.get_running_loop().call_later(MOMENT_S, due)

    async def _pump_logged(self) -> None:
        try:
            async with self._pumping:
                self._soon = None  # what ends from now on asks for another one
                await self._pump()
        except Exception as err:  # the next tick tries again
            self.report("pump", err)

    def report(self, stage: str, err: Exception) -> None:
        """Log what was unforeseen between the steps."""
        self._steps.setbacks.report(stage, "", err)
