"""An article whose page is kept from us, crawled on loopback: what its source announced of a forum is told all the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from newsroom import Newsroom, ask, config_for, filler
from test_crawl_moved import crawl
from test_crawl_once import OPENING

from crawler.demo.server import Answer

FORUM = "2025 Global Digital Economy Conference"
WALL = (
    b"<html><head><title>Just a moment...</title></head><body><h1>Verifying you are human</h1></body></html>"
)
GONE = Answer(b"gone away", "text/plain", 404)


def rows(config: Path, *verb: str) -> list[dict[str, Any]]:
    return list(ask("--config", config, *verb, "--format", "json").rows)


async def test_a_headline_that_names_a_forum_is_told_though_its_page_is_kept_from_us(tmp_path: Path):
    async with Newsroom() as site:
        kept = site.publish("opening", f"{FORUM} opens in Beijing", OPENING, *filler(1))
        walled = site.publish("closing", f"{FORUM} comes to its end", OPENING, *filler(2))
        missing = site.publish("pulled", f"{FORUM} as it never was", OPENING, *filler(3))
        other = site.publish("bridge", "A bridge is opened", *filler(4))
        whole = dict(site.answers)
        site.answers |= dict.fromkeys((kept, other), Answer(b"no robots", "text/plain", 403))
        site.answers |= {walled: Answer(WALL, "text/html"), missing: GONE}
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url()}])
        await crawl(config, -5)
        assert rows(config, "mentions") == []  # what fails once mostly comes the next time
        await crawl(config, -4.7)
        assert {row["url"] for row in rows(config, "mentions")} == {site.url(kept), site.url(walled)}
        for days in (-3.8, -3.7, -2.9):
            await crawl(config, days)
        assert rows(config, "status")[0]["entries_given_up"] == 3
        assert [row["partial"] for row in rows(config, "articles")] == [True, True]
        assert len(rows(config, "mentions")) == 2
        before = {row["url"]: row["id"] for row in rows(config, "mentions")}

        site.answers = whole
        site.publish(
            "later", "The harbour is counted", *filler(5)
        )  # without news a document is not gone through
        await crawl(config, -1.5)
        read = {row["url"]: row for row in rows(config, "mentions")}
        assert read[site.url(kept)]["id"] == before[site.url(kept)]
        assert "text" in {said["field"] for said in read[site.url(kept)]["evidence"]}
        assert not [row["url"] for row in rows(config, "articles") if row["partial"]]
        assert rows(config, "mentions", "--changes", "--cursor", "press")[0]["what"] == "changed"


async def test_a_headline_that_was_told_is_removed_once_its_page_is_missing(tmp_path: Path):
    """Like an article that was read, and not where the page is only refused."""
    async with Newsroom() as site:
        site.answers["/"] = Answer(b"<html><body>News of the day</body></html>", "text/html")
        pulled = site.publish("pulled", f"{FORUM} as it never was", OPENING, *filler(1))
        gone = site.publish("gone", f"{FORUM} is called off", OPENING, *filler(2))
        kept = site.publish("opening", f"{FORUM} opens in Beijing", OPENING, *filler(3))
        site.answers |= dict.fromkeys((pulled, gone, kept), Answer(b"no robots", "text/plain", 403))
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url()}])
        for days in (-20, -19.7):
            await crawl(config, days)
        assert len(rows(config, "mentions")) == 3
        asked = site.asked[kept]
        site.answers |= {pulled: GONE, gone: Answer(b"gone away", "text/plain", 410)}
        for days in (-18.6, -18.5, -17.4, -16, -12, -9):
            await crawl(config, days)
        removed = {row["url"]: row["removed_at"] is not None for row in rows(config, "mentions")}
        assert removed == {site.url(pulled): True, site.url(gone): True, site.url(kept): False}
        told = rows(config, "mentions", "--changes", "--cursor", "press")
        assert [row["what"] for row in told] == ["removed"] * 2
        assert site.asked[kept] <= asked + 5  # at its ages, not from hour to hour


async def test_a_headline_that_was_told_gives_way_to_what_its_page_says(tmp_path: Path):
    """Though that names no forum, and its entry was given up."""
    async with Newsroom() as site:
        other = site.publish("opening", f"{FORUM} opens in Beijing", *filler(1))
        whole, site.answers[other] = site.answers[other], Answer(b"no robots", "text/plain", 403)
        plain = whole.body.replace(f"{FORUM} opens".encode(), b"A harbour opens")
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url()}])
        for days in (-20, -19.7, -18.8, -17.9):
            await crawl(config, days)
        assert rows(config, "status")[0]["entries_given_up"] == 1
        site.answers[other] = Answer(plain, "text/html; charset=utf-8")
        await crawl(config, -16.5)
        (article,) = rows(config, "articles")
        assert (article["title"], article["partial"], article["removed_at"]) == (
            "A harbour opens in Beijing",
            False,
            None,
        )
        assert rows(config, "mentions") == []
        assert [row["what"] for row in rows(config, "mentions", "--changes", "--cursor", "press")] == ["gone"]


async def test_a_headline_that_names_a_forum_is_told_within_half_an_hour_and_at_once_where_robots_keep_its_page(
    tmp_path: Path,
):
    async with Newsroom() as site:
        site.answers["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /2025/closing", "text/plain")
        kept = site.publish("opening", f"{FORUM} opens in Beijing", OPENING, *filler(1))
        barred = site.publish("closing", f"{FORUM} comes to its end", OPENING, *filler(2))
        other = site.publish("bridge", "A bridge is opened", *filler(3))
        site.answers |= dict.fromkeys((kept, other), Answer(b"no robots", "text/plain", 403))
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url()}])
        await crawl(config, -5)
        assert [row["url"] for row in rows(config, "mentions")] == [site.url(barred)]
        await crawl(config, -4.98)  # 29 minutes
        assert {row["url"] for row in rows(config, "mentions")} == {site.url(barred), site.url(kept)}
        assert (site.asked[kept], site.asked[other], site.asked[barred]) == (2, 1, 0)


async def test_a_site_that_moves_and_keeps_its_pages_from_us_is_told_once(tmp_path: Path):
    async with Newsroom() as one, Newsroom() as other:
        title = f"{FORUM} opens in Beijing"
        path = one.publish("opening", title, OPENING, *filler(1))
        one.answers["/rss"] = one.feed()
        config = config_for(tmp_path, [{"id": "press", "url": one.url("/rss")}])
        await crawl(config, -5)
        assert other.publish("opening", title, OPENING, *filler(1)) == path
        fresh = other.publish("closing", f"{FORUM} comes to its end", OPENING, *filler(2))
        other.answers |= dict.fromkeys((path, fresh), Answer(b"no robots", "text/plain", 403))
        one.answers["/rss"] = other.feed()
        for days in (-4, -3.9, -3):
            await crawl(config, days)
        assert {row["url"] for row in rows(config, "mentions")} == {one.url(path), other.url(fresh)}
        assert len(rows(config, "mentions")) == 2


async def test_a_headline_that_was_told_is_told_once_though_its_page_is_read_at_another_address_later(
    tmp_path: Path,
):
    """Its site moves, or gives it another address; a paper that says the same elsewhere under its own headline counts."""
    async with Newsroom() as one, Newsroom() as other:
        title = f"{FORUM} opens in Beijing"
        path = one.publish("opening", title, OPENING, *filler(1))
        one.answers[path] = Answer(b"no robots", "text/plain", 403)
        one.answers["/rss"] = one.feed()
        config = config_for(tmp_path, [{"id": "press", "url": one.url("/rss")}])
        for days in (-5, -4.7):
            await crawl(config, days)
        (told,) = rows(config, "mentions", "--new", "--cursor", "press")
        assert told["url"] == one.url(path)

        assert other.publish("opening", title, OPENING, *filler(1)) == path
        fresh = other.publish("closing", f"{FORUM} comes to its end", OPENING, *filler(2))
        one.answers["/rss"] = other.feed()
        for days in (-4.2, -4, -3.5):
            await crawl(config, days)
        assert [row["url"] for row in rows(config, "mentions", "--new", "--cursor", "press")] == [
            other.url(fresh)
        ]
        read = {row["id"]: row for row in rows(config, "mentions")}
        assert (len(read), read[told["id"]]["url"]) == (2, other.url(path))
        assert "text" in {said["field"] for said in read[told["id"]]["evidence"]}
        assert {row["url"]: row["partial"] for row in rows(config, "articles")} == {
            other.url(path): False,
            other.url(fresh): False,
        }
        for days in (-2, -1.5, -1):
            await crawl(config, days)
        assert len(rows(config, "mentions")) == 2


async def test_what_a_wall_keeps_from_us_is_asked_for_an_hour_later_and_is_said_of_nothing_new_meanwhile(
    tmp_path: Path,
):
    """Its headline names no forum, and nobody knows whether its text does."""
    async with Newsroom() as site:
        passing = site.publish("bridge", "A bridge is opened", OPENING, *filler(1))
        lasting = site.publish("harbour", "A harbour is counted", OPENING, *filler(2))
        whole = site.answers[passing]
        site.answers |= dict.fromkeys((passing, lasting), Answer(WALL, "text/html"))
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url()}])
        await crawl(config, -3)
        said = ask("--config", config, "mentions", "--new", "--cursor", "press").err
        assert "2 announced articles are still to be read, 2 of them asked for in vain so far." in said
        await crawl(config, -3 + 0.6 / 24)
        assert (site.asked[passing], site.asked[lasting]) == (1, 1)
        site.answers[passing] = whole
        await crawl(config, -3 + 1.1 / 24)
        assert [row["url"] for row in rows(config, "mentions", "--new", "--cursor", "press")] == [
            site.url(passing)
        ]
        for hours in (5, 7.5, 20, 26.5, 60):
            await crawl(config, -3 + hours / 24)
        assert site.asked[lasting] == 4
        said = ask("--config", config, "mentions", "--new", "--cursor", "press").err
        assert "1 article of the last week was never shown to us: `forumwatch errors` says why." in said
        assert "still to be read" not in said
