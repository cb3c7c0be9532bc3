"""What may have been missed is searched for, on sites on loopback, and told as long as it is."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from newsroom import Newsroom, ask, config_for, filler, forumwatch
from searchedsite import HOME, HOUR, LOSS, NOW, XML, page_of
from sqlalchemy import update
from storesamples import source, with_sources
from structlog.testing import capture_logs

from crawler import backfill, compose
from crawler.backfill import Ask, search
from crawler.commands.crawl import crawl_once
from crawler.config import load_config
from crawler.crew import Crew
from crawler.demo.server import Answer
from crawler.flag import load_watchlist
from crawler.pipeline import Pipeline
from crawler.tally import Tally
from storage import schema
from storage.database import Database
from storage.records import Discovery, Entry, Failure, Page, Source
from storage.sources import losses

SHOWN = 5  # entries that the feed holds


class Press(Newsroom):
    """A site whose feed shows its last entries only; what is published carries its minute."""

    def story(self, number: int, section: str = "tech", title: str | None = None) -> str:
        path = self.publish(f"story-{number}", title or f"Story number {number}", *filler(number))
        self.posts.pop(0)
        self.answers[f"/{section}/story-{number}"] = self.answers.pop(path)
        return f"/{section}/story-{number}"

    def date(self, number: int) -> datetime:
        """A minute for each story: the first a day ago, so that none lies ahead."""
        return datetime.now(UTC).replace(microsecond=0) - timedelta(days=1) + timedelta(minutes=number)

    def rss(self, numbers: Iterable[int], more: str = "") -> Answer:
        items = "".join(
            f"<item><title>Story number {n}</title><link>{self.url(f'/tech/story-{n}')}</link>"
            f"<pubDate>{self.date(n):%a, %d %b %Y %H:%M:%S} +0000</pubDate></item>"
            for n in numbers
        )
        text = f'<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Press</title>{more}{items}</channel></rss>'
        return Answer(text.encode(), "application/rss+xml")

    def sitemap(self, pages: dict[str, tuple[int, str | None]]) -> Answer:
        """A sitemap of news: path → (which minute, title)."""
        urls = "".join(
            f"<url><loc>{self.url(path)}</loc><news:news><news:publication_date>{self.date(n):%Y-%m-%dT%H:%M:%SZ}"
            f"</news:publication_date>{f'<news:title>{title}</news:title>' if title else ''}</news:news></url>"
            for path, (n, title) in pages.items()
        )
        spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
        return Answer(f'<?xml version="1.0"?><urlset {spaces}>{urls}</urlset>'.encode(), XML)


async def once(config: Path) -> Tally:
    """A crawl of every source as `forumwatch once --all` has it, without the second that its start takes."""
    said = load_config(config)
    with Database(said.database, create=True) as db:
        tally, ended = await crawl_once(said, compose.watchlist_of(said), db, everything=True)
    assert (ended, tally.crashes, tally.failed) == (True, 0, {})
    return tally


async def polled_twice(site: Press, config: Path, more: str = "", stories: int = 20) -> list[dict[str, Any]]:
    """A poll, then more news than the feed holds, then another; returns the windows that were told."""
    for number in range(1, stories + 1):
        site.story(number)
    site.answers["/rss"] = site.rss(range(SHOWN, 0, -1), more)
    assert (await once(config)).readings == {"stored": SHOWN}
    assert ask("--config", config, "sources", "losses", "--format", "json").rows == []
    site.answers["/rss"] = site.rss(range(stories, stories - SHOWN, -1), more)
    await once(config)
    return ask("--config", config, "sources", "losses", "--format", "json").rows


def stored(config: Path) -> set[str]:
    rows = ask("--config", config, "articles", "--limit", "0", "--format", "json").rows
    return {row["url"].partition("/tech/")[2] or row["url"] for row in rows}


def stories(*numbers: int) -> set[str]:
    return {f"story-{n}" for n in numbers}


async def test_the_pages_of_a_feed_bring_back_what_it_forgot_and_prove_that_nothing_is_missing(
    tmp_path: Path,
):
    async with Press() as site:
        link = '<atom:link rel="next" href="/rss/{}"/>'
        for page, last in ((2, 15), (3, 10), (4, 5)):
            site.answers[f"/rss/{page}"] = site.rss(range(last, last - SHOWN, -1), link.format(page + 1))
        config = config_for(tmp_path, [{"id": "press", "url": site.url("/rss")}])
        (loss,) = await polled_twice(site, config, link.format(2))
        assert stored(config) == stories(*range(1, 21))
        assert (loss["source_id"], loss["found"], loss["proved"]) == ("press", 10, True)
        assert loss["from_at"] < loss["to_at"] <= loss["searched_at"]
        assert site.asked["/robots.txt"] == 1  # by the fetcher, in the first run; the feed told it all
        assert (site.asked["/rss/4"], site.asked["/rss/5"]) == (1, 0)
    status = ask("--config", config, "status", "--format", "json").rows[0]
    assert (status["possible_losses"], status["loss_sources"]) == (0, [])


async def test_a_sitemap_brings_back_the_source_s_own_section_and_what_names_a_forum(tmp_path: Path):
    forum = "Global Digital Economy Conference opens in Beijing"
    async with Press() as site:
        pages: dict[str, tuple[int, str | None]] = {
            f"/tech/story-{n}": (n, f"Story number {n}") for n in range(1, 21)
        }
        for number in range(101, 121):
            title = forum if number == 110 else f"Match {number} ends in a draw"
            pages[site.story(number, "sport", title)] = (number - 100, title)
        site.answers["/robots.txt"] = Answer(
            f"User-agent: *\nAllow: /\nSitemap: {site.url('/all.xml')}\nsitemap:{site.url('/news.xml')}\n".encode(),
            "text/plain",
        )
        site.answers["/news.xml"] = site.sitemap(pages)
        config = config_for(tmp_path, [{"id": "press", "url": site.url("/rss")}])
        (loss,) = await polled_twice(site, config)
        assert stored(config) == stories(*range(1, 21)) | {site.url("/sport/story-110")}
        assert (loss["found"], loss["proved"]) == (11, True)
        assert site.asked["/all.xml"] == 0  # that of news was enough
        assert str(site.url("/news.xml")) in loss["message"]


async def test_what_another_source_of_the_site_announced_meanwhile_proves_nothing(tmp_path: Path):
    """One of its stories stands in a feed that was down: the others in between stood in that alone."""
    async with Press() as site:
        for number in range(1, 21):
            site.story(number)
        config = config_for(
            tmp_path, [{"id": name, "url": site.url(f"/{name}")} for name in ("press", "main")]
        )
        # of two that showed the same, whichever was asked first would have announced it
        site.answers |= {"/press": site.rss(range(SHOWN, 0, -1)), "/main": site.rss(())}
        await once(config)
        site.answers |= {"/press": Answer(status=503), "/main": site.rss(range(16, SHOWN, -1))}
        assert (await forumwatch("--config", config, "once", "--all")).code == 3
        site.answers["/press"] = site.rss(range(20, 15, -1))
        await once(config)
    (loss,) = ask("--config", config, "sources", "losses", "--format", "json").rows
    assert loss["source_id"] == "press"


async def test_a_loss_that_nothing_can_mend_is_told_until_a_person_knows(tmp_path: Path):
    async with Press() as site:
        config = config_for(tmp_path, [{"id": "press", "url": site.url("/rss")}])
        (loss,) = await polled_twice(site, config)
        assert site.asked["/sitemap.xml"] == 1
        again = await forumwatch("--config", config, "once", "--all", "--format", "json")
        assert (again.code, site.asked["/sitemap.xml"]) == (0, 1)  # one search, and no other the same day
    assert (loss["found"], loss["proved"], loss["search_at"]) == (0, False, None)
    status = ask("--config", config, "status", "--format", "json").rows[0]
    assert (status["possible_losses"], status["healthy"]) == (1, 1)
    assert status["loss_sources"][0].startswith("press: 20")
    listed = ask("--config", config, "sources", "list", "--format", "json").rows[0]
    assert (listed["losses"], listed["loss_from"], listed["state"]) == (1, loss["from_at"], "ok")
    assert "entries may be missing since" in ask("--config", config, "sources", "list").out
    assert "in doubt" in ask("--config", config, "sources", "losses", "--source", "press").out
    assert ask("--config", config, "sources", "losses", "--source", "pres").code == 2
    new = ask("--config", config, "mentions", "--new", "--cursor", "me")
    assert "source that is watched may have dropped articles between two polls" in new.err


async def test_a_search_that_the_site_cannot_answer_now_is_put_off(tmp_path: Path):
    async with Press() as site:
        site.answers["/sitemap.xml"] = Answer(b"busy", "text/plain", 503)
        config = config_for(tmp_path, [{"id": "press", "url": site.url("/rss")}])
        (loss,) = await polled_twice(site, config)
    assert (loss["searched_at"], loss["proved"], loss["tries"]) == (None, None, 1)
    assert "503" in loss["message"]
    assert loss["search_at"] > loss["to_at"]


async def test_what_a_search_brings_counts_for_the_day_and_is_not_whole_while_some_of_it_is_held(
    tmp_path: Path,
):
    async with Press() as site:
        site.answers["/rss/2"] = site.rss(range(15, 0, -1))
        config = config_for(tmp_path, [{"id": "press", "url": site.url("/rss"), "max_new": 12}])
        (loss,) = await polled_twice(site, config, '<atom:link rel="next" href="/rss/2"/>')
        assert stored(config) == stories(*range(1, 6), *range(14, 21))
    assert (loss["searched_at"], loss["proved"], loss["tries"]) == (None, None, 1)
    assert "8 of 10 new addresses held (12 a day; max_new)" in loss["message"]
    assert loss["search_at"] > loss["to_at"]


class Broken:
    """A way into the network that fails in a way nobody foresaw."""

    async def get(self, url: str, **wish: object) -> Page:
        raise RuntimeError("no such thing")


async def test_a_search_that_breaks_is_recorded_and_tried_again_later(database):
    with_sources(database)
    database.call(losses.note, "a", NOW - HOUR, NOW)
    due = update(schema.sources).values(next_at=NOW + HOUR)
    database.call(lambda conn: conn.execute(due) and None)
    watchlist = load_watchlist(watch=["gdec"])
    pipeline = Pipeline(database, Broken(), watchlist, {"a": source("a")}, now=lambda: NOW)
    crew = Crew(pipeline)
    with capture_logs():
        await crew.until_idle()
    (loss,) = database.read(losses.list_losses)
    assert (loss.message, loss.search_at) == ("search: RuntimeError: no such thing", NOW + HOUR)
    assert (crew.tally.crashes, crew.busy) == (1, 0)


async def test_a_daemon_looks_for_gaps_now_and_then_and_at_no_every_tick(database):
    with_sources(database, "a", "b")
    due = update(schema.sources).values(next_at=NOW + HOUR)
    database.call(lambda conn: conn.execute(due) and None)
    watched = {name: source(name) for name in "ab"}
    crew = Crew(Pipeline(database, Broken(), load_watchlist(watch=["gdec"]), watched, now=lambda: NOW))
    with capture_logs():
        database.call(losses.note, "a", NOW - HOUR, NOW)
        assert await crew.pump() == 1
        database.call(losses.note, "b", NOW - HOUR, NOW)
        assert await crew.pump() == 0
        await crew.stop()
    tries = {loss.source_id: loss.tries for loss in database.read(losses.list_losses)}
    assert tries == {"a": 1, "b": 0}


async def test_a_site_that_names_a_million_pages_costs_neither_memory_nor_anybody_s_turn(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(backfill, "MOST", 3_000)
    turns, named = 0, range(9)

    async def document(url: str) -> Page | Failure:
        body = "".join(f"Sitemap: {HOME}/{n}.xml\n" for n in named) if url.endswith("robots.txt") else ""
        return page_of(url, body)

    async def read(page: Page) -> Discovery:
        pages = (f"{page.url}/{n}" for n in range(2_000 * page.url.endswith("xml")))
        return Discovery(tuple(Entry(url, published_at=NOW) for url in pages))

    async def others() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1

    asked, waiting = [], asyncio.create_task(others())

    async def counted(url: str) -> Page | Failure:
        asked.append(url)
        return await document(url)

    await search(Source("a", "a", "feed", f"{HOME}/rss"), LOSS, {}, Ask(counted, read, lambda title: False))
    waiting.cancel()
    assert asked == [f"{HOME}/{path}" for path in ("rss", "robots.txt", "0.xml", "1.xml")]
    assert turns > 3 * 3_000 / backfill.STEP  # taken, told apart by section, and looked at one by one
