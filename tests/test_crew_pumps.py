"""Claims while the store is busy: no queue of them builds up that the ticks, /healthz and a stop would wait for."""

from __future__ import annotations

import asyncio

import pytest
from storesamples import NOW, source, with_sources

from crawler import crew as crews
from crawler.crew import Crew
from crawler.flag import load_watchlist
from crawler.pipeline import Pipeline
from crawler.surroundings import Surroundings
from storage.database import Database
from storage.records import Failure

STEPS = 12
LIMIT_S = 120


class OneByOne:
    """Each that asks waits until it is let go."""

    def __init__(self) -> None:
        self.turns = asyncio.Semaphore(0)

    async def get(self, url: str, **wish: object) -> Failure:
        await self.turns.acquire()
        return Failure(url, "temporary", "fetch: 503", NOW)


async def test_steps_that_end_while_a_pump_waits_for_the_store_ask_for_one_more_and_no_queue(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A first round over 10,000 sources had a tick wait for two minutes, and /healthz say that none came."""
    names = [f"s{n:02}" for n in range(STEPS)]
    with_sources(database, *names)
    site = OneByOne()
    watched = {name: source(name, url=f"http://{name}.example/feed") for name in names}
    crew = Crew(Pipeline(database, site, load_watchlist(watch=["gdec"]), watched, now=lambda: NOW))
    assert await crew.pump() == STEPS

    monkeypatch.setattr(crews, "MOMENT_S", 0)
    store_is_free, pumps, heed = asyncio.Event(), [], Surroundings.heed

    async def waits(self: Surroundings, held: set[str | int]) -> None:
        pumps.append(len(held))
        await store_is_free.wait()
        await heed(self, held)

    monkeypatch.setattr(Surroundings, "heed", waits)
    async with asyncio.timeout(LIMIT_S):
        for done in range(1, STEPS + 1):
            site.turns.release()
            while True:
                if crew.busy == STEPS - done:
                    break
                await asyncio.sleep(0.001)
            for _ in range(5):  # it asks for a pump
                await asyncio.sleep(0.001)
        tick = asyncio.create_task(crew.pump())
        await asyncio.sleep(0)
        assert len(pumps) == 1
        store_is_free.set()
        await tick
    assert pumps == [STEPS - 1, 0, 0]  # that which waited, one for all that ended since, the tick's
    await crew.stop()
