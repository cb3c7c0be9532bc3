"""The daemon: a few jobs on one event loop, until somebody stops it.

    every second  tick     → crew.pump: claim what is due and what waits
    every hour    prune    → storage.prune: bounded tables stay bounded

APScheduler holds these jobs and never one per source: what is due is a question to the store.
"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from crawler.crew import Crew
from storage import reports, sources

TICK_S = 1.0
PRUNE_EVERY_S = 3600

log = structlog.get_logger("forumwatch")


async def run_until_stopped(crew: Crew) -> None:
    """Tick until SIGTERM or SIGINT, then finish or give back what is held, within 5 s."""
    db = crew.pipeline.db
    if db.exclusive:  # no other daemon can live here: every lease is a dead process's
        await db.run(sources.give_back, None)
    scheduler = AsyncIOScheduler(timezone="UTC")
    often = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    scheduler.add_job(_tick, "interval", seconds=TICK_S, args=[crew], **often)
    scheduler.add_job(_prune, "interval", seconds=PRUNE_EVERY_S, args=[crew], **often)
    with _stop_signals() as stopped:
        scheduler.start()
        await _tick(crew)
        await stopped.wait()
        log.info("stopping", under_way=crew.busy)
        scheduler.remove_all_jobs()
        await crew.stop()  # before the scheduler, which would cancel a tick in flight
        scheduler.shutdown(wait=False)


async def _tick(crew: Crew) -> None:
    try:
        await crew.pump()
    except Exception as err:
        crew.report("tick", "", err)


async def _prune(crew: Crew) -> None:
    try:
        await crew.pipeline.db.run(reports.prune, crew.pipeline.now())
    except Exception as err:
        log.error("prune failed", exc_info=err)


@contextmanager
def _stop_signals() -> Iterator[asyncio.Event]:
    """An event that SIGTERM and SIGINT set, while the context lasts."""
    stopped, loop = asyncio.Event(), asyncio.get_running_loop()
    signals = (signal.SIGTERM, signal.SIGINT)
    for number in signals:
        loop.add_signal_handler(number, stopped.set)
    try:
        yield stopped
    finally:
        for number in signals:
            loop.remove_signal_handler(number)


async def run_once(crew: Crew) -> bool:
    """Poll what is due and read what waits, to the end; False when a signal ended it before."""
    db = crew.pipeline.db
    if db.exclusive:
        await db.run(sources.give_back, None)
    with _stop_signals() as stopped:
        work, stop = asyncio.create_task(crew.until_idle()), asyncio.create_task(stopped.wait())
        await asyncio.wait({work, stop}, return_when=asyncio.FIRST_COMPLETED)
        ended = work.done()
        await crew.stop()
        stop.cancel()
        await work
        return ended
