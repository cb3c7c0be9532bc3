"""Feeds and sitemaps that are read without a complaint and hold nothing any more, on a site on loopback."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from newsroom import Newsroom, ask, config_for, filler

from crawler import compose
from crawler.config import load_config
from crawler.crew import Crew
from crawler.demo.server import Answer
from storage.database import Database
from storage.sources import state as sources

BEGAN = datetime.now(UTC) - timedelta(days=1)
QUARTER = timedelta(minutes=15)
EMPTY = {
    "a feed": (b"<rss version='2.0'><channel><title>News</title></channel></rss>", "application/rss+xml"),
    "a JSON feed": (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "application/feed+json"),
    "a list in JSON": (b"[]", "application/json"),
    "a sitemap": (b"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'></urlset>", "text/xml"),
}


async def poll(config: Path, number: int) -> str:
    """Poll every source, a quarter of an hour after the poll before; returns how the first one stands."""
    said, now = load_config(config), BEGAN + number * QUARTER
    with Database(said.database, create=True) as db:
        async with compose.assembled(said, compose.watchlist_of(said), db) as pipeline:
            await db.run(sources.make_due)
            crew = Crew(replace(pipeline, now=lambda: now))
            await crew.until_idle()
            await crew.stop()
            assert crew.tally.crashes == 0
            (stands,) = await db.run(sources.statuses, now)
            return stands.state


@pytest.mark.parametrize("what", EMPTY)
async def test_a_document_that_a_fault_of_its_site_emptied_casts_doubt_until_it_is_back(
    tmp_path: Path, what: str
):
    async with Newsroom() as site:
        for number in range(5):
            site.publish(f"story-{number}", f"Harbour counted number {number}", *filler(number))
        config, whole = config_for(tmp_path, [{"id": "press", "url": site.url("/news")}]), site.feed()
        site.answers["/news"] = whole
        assert [await poll(config, 0), await poll(config, 1)] == ["ok", "ok"]
        site.answers["/news"] = Answer(*EMPTY[what])
        assert [await poll(config, 2), await poll(config, 3)] == ["ok", "silent"]
        told = ask("--config", config, "status", "--fail-if-doubt")
        assert (told.code, "press: its document has been empty since" in told.out) == (10, True)
        assert "announces nothing" in ask("--config", config, "mentions", "--new", "--cursor", "desk").err
        site.answers["/news"] = whole
        assert await poll(config, 4) == "ok"
        site.answers["/news"] = Answer(*EMPTY[what])
        assert [await poll(config, 5), await poll(config, 6)] == ["ok", "silent"]


async def test_a_feed_of_todays_notices_is_empty_at_night_and_no_doubt_is_cast_once_that_is_known(
    tmp_path: Path,
):
    async with Newsroom() as site:
        config = config_for(tmp_path, [{"id": "ministry", "url": site.url()}])
        stands = []
        for night in range(3):
            site.publish(f"notice-{night}", f"The ministry counted number {night}", *filler(night))
            stands += [await poll(config, 4 * night), await poll(config, 4 * night + 1)]
            site.posts = []
            stands += [await poll(config, 4 * night + 2), await poll(config, 4 * night + 3)]
        assert stands == ["ok", "ok", "ok", "silent", *["ok"] * 8]


async def test_a_feed_that_is_cut_short_with_nothing_new_in_it_casts_doubt_until_it_is_whole_or_brings_news(
    tmp_path: Path,
):
    async with Newsroom() as site:
        for number in range(5):
            site.publish(f"story-{number}", f"Harbour counted number {number}", *filler(number))
        config, whole = config_for(tmp_path, [{"id": "press", "url": site.url("/news")}]), site.feed()
        cut = replace(whole, body=whole.body[: len(whole.body) // 2])
        stands = []
        for number, answer in enumerate((whole, whole, cut, cut, whole, cut, cut)):
            site.answers["/news"] = answer
            stands.append(await poll(config, number))
        assert stands == ["ok", "ok", "ok", "silent", "ok", "ok", "silent"]
        site.publish("news", "Bridge opened", *filler(9))
        site.answers["/news"] = replace(whole, body=site.feed().body[: len(whole.body) // 2])
        assert [await poll(config, 7), await poll(config, 8)] == ["ok", "ok"]
