"""A feed that has moved for good, on sites on loopback: it is asked at its new place, and back at its own if that fails."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from newsroom import Newsroom, ask, config_for, filler

from crawler import compose
from crawler.config import load_config
from crawler.crew import Crew
from crawler.demo.server import Answer
from storage import sources
from storage.database import Database

BEGAN = datetime.now(UTC)


async def crawl(config: Path, days: float) -> dict[str, str]:
    """Poll every source, so many days after the beginning; returns what failed."""
    said, now = load_config(config), BEGAN + timedelta(days=days)
    with Database(said.database, create=True) as db:
        async with compose.assembled(said, compose.watchlist_of(said), db) as pipeline:
            await db.run(sources.make_due, now)
            crew = Crew(replace(pipeline, now=lambda: now))
            await crew.until_idle()
            await crew.stop()
            assert crew.tally.crashes == 0
            return crew.tally.failed


def listed(config: Path) -> dict[str, Any]:
    (row,) = ask("--config", config, "sources", "list", "--format", "json").rows
    return row


async def test_a_feed_that_has_moved_for_good_is_asked_there_and_said_to_have(tmp_path: Path):
    async with Newsroom() as old, Newsroom() as new:
        new.publish("one", "Harbour counted", *filler(1))
        old.answers["/rss"] = Answer(status=301, location=new.url())
        config = config_for(tmp_path, [{"id": "press", "url": old.url("/rss")}])
        for days in (-5, -4, -3):
            assert await crawl(config, days) == {}
        assert (old.asked["/rss"], new.asked["/feed"]) == (3, 3)
        assert listed(config)["moved_to"] == new.url()
        assert (
            f"moved to {new.url()}: write that into sources.yaml"
            in ask("--config", config, "sources", "list").out
        )
        new.publish("two", "Bridge opened", *filler(2))
        assert await crawl(config, -2) == {}
        assert (old.asked["/rss"], new.asked["/feed"]) == (3, 4)
        assert len(ask("--config", config, "articles", "--format", "json").rows) == 2

        new.answers["/feed"] = Answer(b"gone", "text/plain", 410)
        new.feed = lambda: new.answers["/feed"]  # type: ignore[method-assign]
        assert list(await crawl(config, -1.5)) == ["press"]
        assert (listed(config)["state"], listed(config)["moved_to"]) == ("failing", None)
        old.answers["/rss"] = new.answers["/back"] = Answer(Newsroom.feed(new).body, "application/rss+xml")
        assert await crawl(config, -1) == {}
        assert (old.asked["/rss"], new.asked["/feed"]) == (4, 5)


async def test_a_redirect_that_is_for_now_is_followed_and_never_remembered(tmp_path: Path):
    async with Newsroom() as site:
        site.publish("one", "Harbour counted", *filler(1))
        site.answers["/rss"] = Answer(status=301, location=site.url("/hop"))
        site.answers["/hop"] = Answer(status=302, location=site.url())
        config = config_for(tmp_path, [{"id": "press", "url": site.url("/rss")}])
        for days in (-5, -4, -3, -2):
            assert await crawl(config, days) == {}
        assert (site.asked["/rss"], listed(config)["moved_to"]) == (4, None)


async def test_a_password_is_told_to_no_new_place(tmp_path: Path):
    async with Newsroom() as site:
        site.publish("one", "Harbour counted", *filler(1))
        site.answers["/rss"] = Answer(status=301, location=site.url())
        auth = {"username": "reader", "password": "secret"}
        config = config_for(tmp_path, [{"id": "press", "url": site.url("/rss"), "auth": auth}])
        for days in (-5, -4, -3, -2):
            assert await crawl(config, days) == {}
        assert site.asked["/rss"] == 4
