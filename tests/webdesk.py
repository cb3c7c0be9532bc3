"""A small store as the dashboard meets it, and clients that ask the application without a socket."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Any

import httpx
from sqlalchemy import Connection
from storesamples import NOW, article, filler, mention, saving, with_sources

from crawler.flag import Watchlist, load_watchlist
from crawler.web.app import build
from crawler.web.desk import Desk
from crawler.web.security import Rules
from storage.database import Database
from storage.records import Article, Fact, SourceState
from storage.sources import losses
from storage.sources import state as sources
from storage.waiting.errors import record_error

LIMIT_S = 120
HOST = "127.0.0.1:8080"
# a title that would write on the page, turn its neighbours round, and never end
HOSTILE = "<script>alert(1)</script>\u202e" + "gnol yrev " * 9 + "\x07GDEC\U000e0041" + "x" * 5000

# every page of what `fill` stores; the last two are the API's, and none
PAGES = (
    *(
        "/",
        "/mentions",
        "/mentions?role=passing",
        "/mentions?after=2",
        "/articles",
        "/articles/1",
        "/articles/2",
        "/articles/5",
        "/stories",
        "/search?q=gdec",
        "/search?q=beijing+gdec&of=mentions",
        "/search?q=forum:gdecc",
        "/mentions?q=(",
    ),
    *(
        "/stories/1",
        "/forums",
        "/forums/gdec",
        "/sources",
        "/losses",
        "/errors",
        "/candidates?all=true",
        "/reports?by=outlet",
        "/reports?by=day&since=10d",
        "/reports/share",
        "/reports/editions?forum=gdec",
        "/reports/first?forum=gdec",
        "/reports/first?since=10d",
        "/reports/origin",
        "/reports/coverage",
        "/readers",
        "/changes",
        "/api",
        "/nothing",
    ),
)
SEEKING = ("/search?q=gdec", "/search?q=gdec&of=mentions", "/reports/first?forum=gdec")


@cache
def watchlist() -> Watchlist:
    return load_watchlist()


def told(number: int, title: str, text: str, word: str, **values: Any) -> tuple[Article, Any]:
    """An article and its mention, ready to be saved."""
    made = article(f"http://paper.example/{number}", f"{text}\n{filler(number)}", title=title, **values)
    return made, mention(made, word)


def fill(db: Database) -> None:
    """Six articles that mention a forum, a copy, a loss and an error."""
    with_sources(db, "a", "b")
    when = NOW - timedelta(hours=5)
    stories = [
        told(
            1, "GDEC opens in Beijing", "Delegates came to GDEC 2025 in Beijing.", "GDEC 2025", language="en"
        ),
        told(2, "การประชุมเศรษฐกิจดิจิทัลโลก", "งาน GDEC 2025 เริ่มแล้ววันนี้", "GDEC 2025", language="th"),
        told(3, "المؤتمر العالمي للاقتصاد الرقمي", "انطلق GDEC 2025 في بكين", "GDEC 2025", language="ar"),
        told(4, "全球数字经济大会开幕", "GDEC 2025 在北京开幕", "GDEC 2025", language="zh"),
        told(5, HOSTILE, "A line with GDEC 2025 and <b>tags</b> & \u202e turns.", "GDEC 2025", language="en"),
        told(6, "Nobody’s paper", "GDEC 2025 was named here.", "GDEC 2025", language='x" onload="'),
    ]
    for made, said in stories:
        made = replace(made, published_at=when, site_name="The Paper")
        first = said.evidence[0]
        said = replace(said, facts=(Fact("place", "Beijing", first),))
        db.call(saving(made, said))
    again = replace(stories[0][0], url="http://other.example/1", published_at=when)
    db.call(saving(again, mention(again, "GDEC 2025"), source_id="b"))
    db.call(losses.note, "a", NOW - timedelta(hours=9), NOW - timedelta(hours=8))
    db.call(record_error, "b", "javascript:alert(1)", "fetch: 500 from b.example", NOW)


def stand_still(db: Database) -> None:
    """Polls of one source, day by day; for two of six days it was not heard."""
    begun = NOW - timedelta(days=6, hours=2)
    for days in (6, 5, 2, 0):
        at = NOW - timedelta(days=days, hours=2)
        due, late = at + timedelta(days=1), at - timedelta(days=2) if days == 2 else None
        state = SourceState("a", due, polled_at=at, succeeded_at=at, heard_from=begun, heard_until=due)
        db.call(sources.record_visit, "a", [], lambda known, state=state: state, at, late=late)


def desk(db: Database, watched: Watchlist | None = None) -> Desk:
    return Desk(db, watched or watchlist(), now=lambda: NOW + timedelta(minutes=1))


def client(
    db: Database, rules: Rules | None = None, watched: Watchlist | None = None, **headers: str
) -> httpx.AsyncClient:
    """Asks as a program on this machine does."""
    app = build(desk(db, watched), rules or Rules())
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False, client=("127.0.0.1", 5000))
    return httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}", headers=headers)


@contextmanager
def held(url: str) -> Iterator[None]:
    """Another process's writer is in the middle of its work."""
    holds, lets_go = threading.Event(), threading.Event()

    def hold(conn: Connection) -> None:
        holds.set()
        lets_go.wait(LIMIT_S)

    with Database(url) as other:
        holder = threading.Thread(target=other.call, args=(hold,))
        holder.start()
        assert holds.wait(LIMIT_S)
        try:
            yield
        finally:
            lets_go.set()
            holder.join()
