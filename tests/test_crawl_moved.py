"""A feed that has moved for good, on sites on loopback: it is asked at its new place, and back at its own if that fails."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from newsroom import Newsroom, ask, config_for, filler

from crawler import compose
from crawler.config import load_config
from crawler.crew import Crew
from crawler.demo.server import Answer
from storage.database import Database
from storage.sources import state as sources

BEGAN = datetime.now(UTC)


async def crawl(config: Path, days: float) -> dict[str, str]:
    """Poll every source, so many days after the beginning; returns what failed."""
    said, now = load_config(config), BEGAN + timedelta(days=days)
    with Database(said.database, create=True) as db:
        async with compose.assembled(said, compose.watchlist_of(said), db) as pipeline:
            await db.run(sources.make_due)
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


async def test_a_feed_whose_new_address_a_person_writes_is_searched_for_what_it_told_meanwhile(
    tmp_path: Path,
):
    async with Newsroom() as site:
        for number in range(6):
            site.publish(f"told-before-{number}", f"Harbour counted number {number}", *filler(number))
        source = {"id": "press", "url": site.url("/old")}
        site.answers["/old"] = site.feed()
        assert await crawl(config_for(tmp_path, [source]), -20) == {}

        site.answers["/old"] = Answer(b"gone away", "text/plain", 404)
        before = site.posts
        for number in range(6, 12):  # forgotten by the feed when it is found again
            site.publish(f"told-meanwhile-{number}", f"Harbour counted number {number}", *filler(number))
        missed, site.posts = site.posts[:6], []
        for days in (-19, -12):
            assert list(await crawl(config_for(tmp_path, [source]), days)) == ["press"]
        for number in range(12, 18):
            site.publish(f"told-after-{number}", f"Harbour counted number {number}", *filler(number))
        dates = {path: BEGAN - timedelta(days=20) for path, _ in before}
        dates |= {path: BEGAN - timedelta(days=10) for path, _ in missed}
        site.answers["/sitemap.xml"] = Answer(sitemap(site, dates), "application/xml")
        config = config_for(tmp_path, [source | {"url": site.url()}])
        assert await crawl(config, -1) == {}
        (loss,) = ask("--config", config, "sources", "losses", "--format", "json").rows
        assert (loss["found"], loss["proved"], loss["from_at"][:16]) == (
            6,
            True,
            (BEGAN - timedelta(days=20)).isoformat()[:16],
        )
        assert len(ask("--config", config, "articles", "--format", "json").rows) == 18


def sitemap(site: Newsroom, dates: dict[str, datetime]) -> bytes:
    urls = "".join(
        f"<url><loc>{site.url(path)}</loc><lastmod>{at.isoformat()}</lastmod></url>"
        for path, at in dates.items()
    )
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'.encode()


async def test_another_section_in_place_of_one_that_answered_has_lost_nothing(tmp_path: Path):
    async with Newsroom() as site:
        site.publish("one", "Harbour counted", *filler(1))
        site.answers["/world"] = site.feed()
        assert await crawl(config_for(tmp_path, [{"id": "press", "url": site.url("/world")}]), -1) == {}
        site.posts = []
        site.publish("two", "Bridge opened", *filler(2))
        config = config_for(tmp_path, [{"id": "press", "url": site.url()}])
        assert await crawl(config, -1 + 0.01) == {}
        assert ask("--config", config, "sources", "losses", "--format", "json").rows == []


async def test_a_source_that_gets_another_id_is_searched_for_what_it_told_meanwhile(tmp_path: Path):
    async with Newsroom() as site:
        for number in range(5):
            site.publish(f"old-{number}", f"Old bridge {number} opened", *filler(number))
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url()}])
        assert await crawl(config, -8) == {}
        site.posts.clear()
        for number in range(5):
            site.publish(f"new-{number}", f"New ferry {number} sails", *filler(number + 50))
        config = config_for(tmp_path, [{"id": "the-ledger", "url": site.url()}])
        assert await crawl(config, 0) == {}
        (loss,) = ask("--config", config, "sources", "losses", "--format", "json").rows
        since = datetime.fromisoformat(loss["from_at"])
    assert (loss["source_id"], since) == ("the-ledger", BEGAN - timedelta(days=8))


async def test_what_was_told_before_a_feed_went_empty_may_have_been_missed_too(tmp_path: Path):
    async with Newsroom() as site:
        for number in range(6):
            site.publish(f"told-before-{number}", f"Harbour counted number {number}", *filler(number))
        config = config_for(tmp_path, [{"id": "press", "url": site.url()}])
        assert await crawl(config, -9) == {}
        site.posts = []
        for days in (-8, -7, -2):
            assert await crawl(config, days) == {}
        for number in range(6, 12):
            site.publish(f"told-after-{number}", f"Harbour counted number {number}", *filler(number))
        assert await crawl(config, -1) == {}
        (loss,) = ask("--config", config, "sources", "losses", "--format", "json").rows
        assert loss["from_at"][:16] == (BEGAN - timedelta(days=9)).isoformat()[:16]


@pytest.mark.parametrize("path", ["/news.xml", "/index.xml"])
async def test_a_news_sitemap_that_had_nothing_to_tell_for_days_has_lost_nothing(tmp_path: Path, path: str):
    async with Newsroom() as site:
        index = f"<sitemapindex><sitemap><loc>{site.url('/news.xml')}</loc></sitemap></sitemapindex>"
        site.answers["/index.xml"] = Answer(index.encode(), "application/xml")
        config = config_for(tmp_path, [{"id": "press", "kind": "sitemap", "url": site.url(path)}])
        told: dict[str, datetime] = {}
        for days in (-9, -6.0, -5.99, -5.98):
            if days in (-9, -5.98):
                slug = site.publish(f"told-{days}", f"Harbour counted {days}", *filler(int(-100 * days)))
                told = {slug: BEGAN + timedelta(days=days - 0.02)}
            else:
                told = {}
            site.answers["/news.xml"] = Answer(sitemap(site, told), "application/xml")
            assert await crawl(config, days) == {}
        assert len(ask("--config", config, "articles", "--format", "json").rows) == 2
        assert ask("--config", config, "sources", "losses", "--format", "json").rows == []


async def test_a_source_whose_schedule_was_changed_is_polled_by_the_new_one(tmp_path: Path):
    """A cron line that comes once in years was a slip of the pen: mended, it must not count until then."""
    async with Newsroom() as site:
        site.publish("one", "Harbour counted", *filler(1))
        rare = config_for(tmp_path, [{"id": "press", "url": site.url(), "cron": "0 3 29 2 *"}])
        assert await crawl(rare, -1 / 24) == {}
        planned = await next_poll(rare)
        assert planned > BEGAN + timedelta(days=30)
        assert await next_poll(rare) == planned
        often = config_for(tmp_path, [{"id": "press", "url": site.url(), "every": "15m"}])
        assert await next_poll(often) <= BEGAN


async def next_poll(config: Path) -> datetime:
    """When the one source is polled next, once a program has begun with that configuration."""
    said = load_config(config)
    with Database(said.database) as db:
        async with compose.assembled(said, compose.watchlist_of(said), db):
            (state,) = db.read(sources.statuses, BEGAN)
    assert state.next_at is not None
    return state.next_at


async def test_a_site_that_moves_has_its_articles_told_once_and_papers_of_one_house_each_their_own(
    tmp_path: Path,
):
    """Pages with the same paths and words on two sites: told by a feed that has moved, or by one that tells of both."""

    def addresses(folder: Path) -> set[str]:
        rows = ask("--config", folder / "sources.yaml", "articles", "--format", "json").rows
        return {row["url"] for row in rows}

    def feed(
        *sites: Newsroom,
    ) -> Answer:  # without titles: on one machine they would say that addresses change
        items = "".join(f"<item><link>{site.url(path)}</link></item>" for site in sites for path in paths)
        text = f'<rss version="2.0"><channel>{items}</channel></rss>'
        return Answer(text.encode(), "application/rss+xml")

    async with Newsroom() as one, Newsroom() as other:
        for site in (one, other):
            paths = [site.publish(f"bridge-{n}", f"Bridge {n} is counted", *filler(n)) for n in range(4)]
        moved, house = tmp_path / "moved", tmp_path / "house"
        for folder in (moved, house):
            folder.mkdir()
        config = config_for(moved, [{"id": "press", "url": one.url("/rss")}])
        one.answers["/rss"], other.answers["/rss"] = feed(one), feed(other)
        await crawl(config, -5)
        assert addresses(moved) == {one.url(path) for path in paths}
        one.answers["/rss"] = Answer(status=301, location=other.url("/rss"))
        await crawl(config, -4)
        assert addresses(moved) == {other.url(path) for path in paths}
        (row,) = ask("--config", config, "status", "--format", "json").rows
        assert row["possible_losses"] == 0

        one.answers["/both"] = feed(one, other)
        await crawl(config_for(house, [{"id": "press", "url": one.url("/both")}]), -5)
        assert addresses(house) == {site.url(path) for site in (one, other) for path in paths}
