"""Work in the one thread: nobody brings more while much waits, and everybody is let go on afterwards.

What waits for the store holds no page.
"""

import asyncio
import threading
import weakref
from pathlib import Path

from newsroom import filler
from storesamples import NOW, announce, source, with_sources

from crawler.flag import load_watchlist
from crawler.heavy import MOST_WAITING, Heavy
from crawler.pipeline import Pipeline
from storage.database import Database
from storage.records import Page
from storage.waiting import entries


async def test_while_much_waits_nobody_brings_more():
    heavy, gate = Heavy(), threading.Event()
    try:
        work = [asyncio.create_task(heavy.run(MOST_WAITING, gate.wait)) for _ in range(2)]
        await asyncio.sleep(0)
        more = asyncio.create_task(heavy.calm())
        await asyncio.sleep(0.01)
        assert not more.done()
        gate.set()
        await asyncio.gather(*work)
        await asyncio.wait_for(more, 120)
    finally:
        gate.set()
        heavy.close()


async def test_one_piece_is_worked_on_at_a_time():
    heavy, busy, most = Heavy(), threading.Lock(), []

    def work() -> None:
        most.append(busy.acquire(blocking=False))
        busy.release()

    await asyncio.gather(*(heavy.run(1, work) for _ in range(20)))
    heavy.close()
    assert most == [True] * 20


async def test_work_that_fails_leaves_nothing_counted():
    heavy = Heavy()

    def fail() -> None:
        raise ValueError("no")

    results = await asyncio.gather(*(heavy.run(MOST_WAITING, fail) for _ in range(3)), return_exceptions=True)
    assert all(isinstance(r, ValueError) for r in results)
    await asyncio.wait_for(heavy.calm(), 120)
    heavy.close()


class Leaf(Page):
    """A page of which it can be seen when it is let go of."""

    __slots__ = ("__weakref__",)


class Shelf:
    """Fetches a page of an article, whatever is asked for."""

    def __init__(self, most: int) -> None:
        self.given: list[weakref.ref[Page]] = []
        self.most, self.empty = most, asyncio.Event()

    async def get(self, url: str, **asked: object) -> Page:
        words = "".join(f"<p>{said}</p>" for said in filler(len(self.given)))
        html = (
            f"<title>What happened at {url}</title><article><h1>What happened at {url}</h1>{words}</article>"
        )
        page = Leaf(url, url, 200, html.encode(), NOW, {"content-type": "text/html"})
        self.given.append(weakref.ref(page))
        if len(self.given) == self.most:
            self.empty.set()
        return page

    part = get


async def test_articles_that_wait_for_the_store_hold_no_pages(tmp_path: Path):
    with Database(f"sqlite:///{tmp_path}/store.db") as db:
        with_sources(db)
        announce(db, *(f"http://a.example/{n}" for n in range(5)))
        waiting = db.call(entries.claim, NOW, 9, worker="w", lease_s=60)
        shelf, gate = Shelf(len(waiting)), threading.Event()
        pipeline = Pipeline(db, shelf, load_watchlist(watch=["gdec"]), {"a": source("a")}, now=lambda: NOW)
        db.later(lambda conn: gate.wait())
        try:
            readings = [asyncio.create_task(pipeline.read(entry)) for entry in waiting]
            await shelf.empty.wait()
            assert not any(reading.done() for reading in readings)
            assert not any(page() for page in shelf.given)
        finally:
            gate.set()
        read = await asyncio.gather(*readings)
        assert [reading.outcome for reading in read] == ["stored"] * 5
