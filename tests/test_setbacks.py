"""Steps that the store refuses to take down, as on a full disk: nobody is blamed, and all is done once there is room."""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import Path

from newsroom import filler
from sqlalchemy import Connection, select
from storesamples import MINUTE, NOW, announce, source, with_sources

from crawler.crew import Crew
from crawler.flag import load_watchlist
from crawler.pipeline import Pipeline
from crawler.schedule import TRIES
from storage import schema
from storage.database import Database
from storage.records import Page

LIMIT_S = 120


class Site:
    """A feed with so many items, and articles."""

    def __init__(self, items: int = 0) -> None:
        said = "".join(
            f"<item><title>{n}</title><link>http://a.example/{n}</link><description>{' '.join(filler(n))[:900]}"
            "</description></item>"
            for n in range(items)
        )
        self.feed = f"<rss version='2.0'><channel><title>A</title>{said}</channel></rss>".encode()

    async def get(self, url: str, **wish: object) -> Page:
        if url.endswith("/feed"):
            return Page(url, url, 200, self.feed, NOW, {"content-type": "application/rss+xml"})
        words = "".join(f"<p>{said}</p>" for number in range(60) for said in filler(number))
        html = f"<title>A bridge is opened</title><article><h1>A bridge is opened</h1>{words}</article>"
        return Page(url, url, 200, html.encode(), NOW, {"content-type": "text/html"})


def room_for(pages: int, conn: Connection) -> None:
    """Let the store's file grow by no more than so many pages."""
    size = conn.exec_driver_sql("PRAGMA page_count").scalar_one()
    conn.exec_driver_sql(f"PRAGMA max_page_count = {size + pages}")


async def settled(crew: Crew) -> None:
    """Pump until what was begun has ended."""
    async with asyncio.timeout(LIMIT_S):
        await crew.pump()
        while True:
            if not crew.busy:
                break
            await asyncio.sleep(0.01)


async def test_an_article_that_found_no_room_is_stored_soon_after_there_is_some(tmp_path: Path) -> None:
    entries, times = schema.entries.c, [NOW]

    def of_entry(conn: Connection) -> tuple[str, int, datetime | None]:
        return tuple(conn.execute(select(entries.state, entries.tries, entries.wake_at)).one())  # type: ignore[return-value]

    with Database(f"sqlite:///{tmp_path}/store.db") as db:
        with_sources(db)
        announce(db, "http://a.example/1", at=NOW)
        pipeline = Pipeline(
            db, Site(), load_watchlist(watch=["gdec"]), {"a": source("a")}, now=lambda: times[-1]
        )
        crew = Crew(pipeline)
        db.call(lambda conn: room_for(8, conn))
        for _ in range(TRIES["temporary"] + 1):
            await settled(crew)
            state, tries, wake_at = db.read(of_entry)
            assert (state, tries) == ("waiting", 0)
            assert wake_at is not None
            assert wake_at - times[-1] <= 5 * MINUTE
            times.append(wake_at)
        db.call(lambda conn: room_for(9999, conn))
        await settled(crew)
        assert db.read(of_entry)[:2] == ("read", 0)
        await crew.stop()


async def test_a_poll_that_found_no_room_is_made_again_soon_however_rarely_its_source_is_asked(
    tmp_path: Path,
) -> None:
    state = (schema.sources.c.next_at, schema.sources.c.succeeded_at)
    daily = source("a", every_s=24 * 3600)
    with Database(f"sqlite:///{tmp_path}/store.db") as db:
        with_sources(db)
        crew = Crew(Pipeline(db, Site(600), load_watchlist(watch=["gdec"]), {"a": daily}, now=lambda: NOW))
        db.call(lambda conn: room_for(8, conn))
        await settled(crew)
        next_at, succeeded_at = db.read(lambda conn: conn.execute(select(*state)).one())
        assert (succeeded_at, next_at <= NOW + 6 * MINUTE) == (None, True)
        await crew.stop()
