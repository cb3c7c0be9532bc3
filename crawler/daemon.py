"""The daemon: a few jobs on one event loop, until somebody stops it.

    every second  tick     → crew.pump: claim what is due and what waits
    every hour    prune    → storage.upkeep.retention and storage.stories.walks, a slice a transaction: bounded tables stay bounded;
                             credited.fill_credits, in an older store; `once` does a part of it each time

APScheduler holds these jobs and never one per source: what is due is a question to the store. It plans by the clock,
and where that is set back it would sleep for as long: the jobs are planned anew then.
"""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import structlog

from crawler.credited import fill_credits
from crawler.crew import GRACE_S, Crew
from crawler.ending import unheard
from crawler.terminal import has_terminal
from storage.database import StoreError, StoreOutgrown
from storage.stories.walks import forget_copies
from storage.upkeep import retention

if TYPE_CHECKING:
    from apscheduler.schedulers.asyncio import AsyncIOScheduler

TICK_S = 1.0
PRUNE_EVERY_S = 3600
MOST_SLICES = 4000  # of what copies are found by, in an hour: ten seconds of the writer's
ONCE_SLICES = 400  # after each crawl of `once`, which hands on where it stopped: a second of the writer's
CREDIT_SLICES = 400  # of articles that may credit somebody, in an hour: 20,000, some seconds of a thread
ONCE_CREDIT_SLICES = 40
CLOSE_S = 0.5  # what a stop waits for a store that another program holds locked

log = structlog.get_logger("forumwatch")


async def _nothing() -> None: ...


async def run_until_stopped(crew: Crew, beside: Callable[[], Awaitable[None]] = _nothing) -> None:
    """Tick until SIGTERM, SIGINT or SIGHUP, then finish or give back what is held, within 5 s.

    What runs beside the crew is ended by `beside` at the same moment.

    Raises StoreError when the store's file was deleted or replaced meanwhile: nothing written since then is kept; and
    StoreOutgrown when a newer program has upgraded the store.
    """
    from apscheduler.schedulers.asyncio import AsyncIOScheduler  # 30 ms that `once` need not pay

    from crawler.every import Every

    db = crew.pipeline.db
    scheduler = AsyncIOScheduler(timezone="UTC")
    often = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    with stop_signals() as stopped:
        ticks, hours = Every(seconds=TICK_S, timezone=UTC), Every(seconds=PRUNE_EVERY_S, timezone=UTC)
        at_once = {
            "next_run_time": datetime.now(UTC)
        }  # and not awaited: a stop is heard while it waits for the store
        scheduler.add_job(_tick, ticks, args=[crew, stopped], **often, **at_once)
        scheduler.add_job(_prune, hours, args=[crew], **often)
        scheduler.start()
        minding = asyncio.create_task(_mind_the_clock(scheduler))
        await stopped.wait()
        log.info("stopping", under_way=crew.busy)
        minding.cancel()
        scheduler.remove_all_jobs()
        # before the scheduler, which would cancel a tick in flight
        await asyncio.gather(crew.stop(stopped.grace_s()), beside())
        scheduler.shutdown(wait=False)
        await asyncio.to_thread(db.close, CLOSE_S)
    if stopped.why:
        raise stopped.why
    db.prove_there()


async def _mind_the_clock(scheduler: AsyncIOScheduler) -> None:
    """Plan anew what is planned for later than it ever is: by a clock that has been set back since."""
    while True:
        await asyncio.sleep(TICK_S)  # by time that nobody can set
        now = datetime.now(UTC)
        for job in scheduler.get_jobs():
            if job.next_run_time - now > job.trigger.interval:
                job.modify(next_run_time=now)


async def _tick(crew: Crew, stopped: Stop) -> None:
    try:
        if crew.pipeline.db.gone():
            stopped.set()
            return
        await crew.pump()
    except StoreOutgrown as err:
        stopped.why = err
        stopped.set()
    except Exception as err:
        crew.report("tick", err)


async def _prune(crew: Crew, slices: int = MOST_SLICES, credit_slices: int = CREDIT_SLICES) -> None:
    db, now = crew.pipeline.db, crew.pipeline.now()
    try:
        await db.run(retention.prune, now)
        for _ in range(slices):
            if not await db.run(forget_copies, now):
                break
        await fill_credits(db, crew.pipeline.heavy, crew.pipeline.sources, credit_slices)
    except Exception as err:
        log.error("prune failed", exc_info=err)


class Stop(asyncio.Event):
    """That somebody wished for the end, and since when: a loop at work on a busy machine hears of a signal late."""

    wished_at: float | None = None
    why: StoreError | None = None  # nobody wished for it

    def wish(self, number: int, frame: object) -> None:
        """Note the moment of a signal; the loop sets the event when it comes to it."""
        self.wished_at = self.wished_at or time.monotonic()

    def grace_s(self) -> float:
        """What is left of the time that a stop waits for steps to end by themselves."""
        late = time.monotonic() - self.wished_at if self.wished_at else 0.0
        return max(GRACE_S - late, 0.0)


@contextmanager
def stop_signals() -> Iterator[Stop]:
    """An event that SIGTERM and SIGINT set, while the context lasts; SIGHUP, too, but where nohup has it ignored.

    Without a terminal nobody can have closed one: SIGHUP is logrotate's then, or a person's who thinks that it has the
    configuration read anew. A service that ended on it, and well, would not be started again.
    """
    stopped, loop = Stop(), asyncio.get_running_loop()
    ends = dict.fromkeys((signal.SIGTERM, signal.SIGINT), stopped.set)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        ends[signal.SIGHUP] = stopped.set if has_terminal() else _stay
    if unheard():
        stopped.set()
    before = {number: signal.getsignal(number) for number in ends}
    for number, answer in ends.items():
        loop.add_signal_handler(number, answer)
        if answer == stopped.set:
            signal.signal(number, stopped.wish)  # beside the loop, which hears of it through a socket
    try:
        yield stopped
    finally:
        for number in ends:
            loop.remove_signal_handler(number)
            signal.signal(number, before[number] or signal.SIG_DFL)


def _stay() -> None:
    log.warning(
        "SIGHUP ends nothing where there is no terminal; what sources.yaml says counts from the next start"
    )


async def run_once(crew: Crew) -> bool:
    """Poll what is due, read what waits and forget what is old, to the end; False when a signal ended it before."""
    with stop_signals() as stopped:
        work, stop = asyncio.create_task(crew.until_idle()), asyncio.create_task(stopped.wait())
        await asyncio.wait({work, stop}, return_when=asyncio.FIRST_COMPLETED)
        ended = work.done()
        await crew.stop(stopped.grace_s())
        await work
        if ended:  # what is not forgotten before a signal is forgotten the next time
            prune = asyncio.create_task(_prune(crew, ONCE_SLICES, ONCE_CREDIT_SLICES))
            await asyncio.wait({prune, stop}, return_when=asyncio.FIRST_COMPLETED)
            prune.cancel()
            await asyncio.wait({prune})
        stop.cancel()
        return ended
