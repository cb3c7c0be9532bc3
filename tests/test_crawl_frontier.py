"""What is read of what was announced, crawled on loopback: the newest first, each article once, also after a restart."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from newsroom import Newsroom, ask, config_for, filler, forumwatch
from sqlalchemy import update
from test_crawl_moved import crawl
from test_crawl_once import OPENING
from test_crawl_traps import once

from crawler.demo.server import Answer, Request
from storage import schema
from storage.database import Database
from storage.shape.columns import EPOCH
from storage.sources import gates


@dataclass
class Logged(Newsroom):
    """A newsroom that remembers in which order it was asked."""

    order: list[str] = field(default_factory=list)

    def answer(self, request: Request) -> Answer:
        self.order.append(request.path)
        return super().answer(request)


def listing(*paths: str) -> Answer:
    cards = "".join(
        f'<div class=card><a href="{p}">Harbour counted again, {n}</a></div>' for n, p in enumerate(paths)
    )
    return Answer(f"<!doctype html><title>News</title>{cards}".encode(), "text/html; charset=utf-8")


def declare(site: Newsroom, path: str, canonical: str, as_path: str | None = None) -> None:
    """The page at `path`, at `as_path` where given, with a canonical address."""
    page = (
        site.answers[path]
        .body.decode()
        .replace("</head>", f'<link rel="canonical" href="{canonical}"></head>')
    )
    site.answers[as_path or path] = Answer(page.encode(), "text/html; charset=utf-8")


async def test_an_article_announced_in_two_dresses_is_read_once_and_as_the_plain_page(tmp_path: Path):
    async with Newsroom() as site:
        plain = site.publish("harbour-counts-its-bridges", "Harbour counts its bridges", *filler(1))
        amp = "/amp" + plain
        declare(site, plain, site.url(plain), as_path=amp)
        site.answers["/news"] = listing(amp, plain, plain + "?utm_source=front", plain + "#comments")
        source = {"id": "n", "kind": "listing", "url": site.url("/news"), "select": {"item": ".card"}}
        config = config_for(tmp_path, [source])
        summed = await once(config)
        assert (summed["new_entries"], summed["stored"]) == (1, 1)
        assert (site.asked[plain], site.asked[amp]) == (1, 0)


@pytest.mark.parametrize(
    ("headline", "stored"),
    [("Global Digital Economy Conference opens in Newtown", 1), ("Ferries and barges on sale in Newtown", 0)],
)
async def test_a_headline_that_names_a_forum_is_read_though_its_page_proves_nothing(
    tmp_path: Path, headline: str, stored: int
):
    told = "".join(
        f"<p>{headline}, said the mayor, who had come with guest number {n}.</p>" for n in range(3)
    )
    head = f"<title>{headline}</title><meta property=og:type content=product.item>"
    async with Newsroom() as site:
        site.answers["/boat"] = Answer(
            f"<!doctype html>{head}<h1>{headline}</h1>{told}".encode(), "text/html; charset=utf-8"
        )
        card = f'<!doctype html><title>News</title><div class=card><a href="/boat">{headline}</a></div>'
        site.answers["/news"] = Answer(card.encode(), "text/html; charset=utf-8")
        source = {"id": "n", "kind": "listing", "url": site.url("/news"), "select": {"item": ".card"}}
        assert (await once(config_for(tmp_path, [source])))["stored"] == stored


async def test_a_page_whose_canonical_address_was_read_is_known(tmp_path: Path):
    async with Newsroom() as site:
        first = site.publish("harbour-counts-its-bridges", "Harbour counts its bridges", *filler(1))
        config = config_for(tmp_path, [{"id": "n", "url": site.url()}])
        assert (await once(config))["stored"] == 1
        again = "/section/tech/harbour-counts-its-bridges.html"
        declare(site, first, site.url(first), as_path=again)
        site.posts.insert(0, (again, "Harbour counts its bridges"))
        summed = await once(config)
        assert (summed["new_entries"], summed["stored"], summed["known"]) == (1, 0, 1)
        assert (await once(config))["unchanged"] == 1
        assert (site.asked[first], site.asked[again]) == (1, 1)
    assert len(ask("--config", config, "articles", "--format", "json").rows) == 1


@pytest.mark.parametrize("first", ["short", "plain"])
async def test_an_article_reached_through_a_redirect_and_by_its_address_is_one(first: str, tmp_path: Path):
    """Whichever comes first; what was asked once is not asked again."""
    async with Newsroom() as site:
        plain = site.publish("harbour-counts-its-bridges", "Harbour counts its bridges", *filler(1))
        site.answers["/s/4f7"] = Answer(status=302, location=site.url(plain))
        ways = [(path, "Harbour counts its bridges") for path in ("/s/4f7", plain)]
        if first == "plain":
            ways.reverse()
        config = config_for(tmp_path, [{"id": "n", "url": site.url()}])
        stored = 0
        for count in (1, 2, 2):
            site.posts = ways[:count]
            stored += (await once(config))["stored"]
        assert stored == 1
        assert site.asked["/s/4f7"] == 1
        assert site.asked[plain] <= 2
    rows = ask("--config", config, "articles", "--format", "json").rows
    assert [row["url"] for row in rows] == [site.url(plain)]


async def test_an_article_whose_address_was_edited_is_known(tmp_path: Path):
    async with Newsroom() as site:
        first = site.publish("harbour-counts", "Global Digital Economy Conference opens in Beijing", *OPENING)
        config = config_for(tmp_path, [{"id": "n", "url": site.url()}])
        assert (await once(config))["mentions"] == 1
        for again in ("/2025/harbour-counts-its-bridges.html", "/2025/counted/harbour-7.html"):
            site.answers[again] = site.answers[first]
            site.posts.insert(0, (again, "Global Digital Economy Conference opens in Beijing"))
        summed = await once(config)
        assert (summed["new_entries"], summed["stored"], summed["known"], summed["mentions"]) == (2, 0, 2, 0)
        later = "/2026/harbour-counts.html"  # the same words of another day are told again
        page = site.answers[first].body.replace(b"2025-07-03T09", b"2026-07-03T09")
        site.answers[later] = Answer(page, "text/html; charset=utf-8")
        site.posts.insert(0, (later, "Global Digital Economy Conference opens in Beijing"))
        assert (await once(config))["stored"] == 1
    assert len(ask("--config", config, "articles", "--format", "json").rows) == 2


async def test_the_newest_is_read_first_and_nothing_twice_by_the_next_process(tmp_path: Path):
    async with Logged() as site:
        old = [site.publish(f"harbour-{n}", f"Harbour counted again, part {n}", *filler(n)) for n in range(5)]
        config = config_for(tmp_path, [{"id": "n", "url": site.url()}])
        assert (await forumwatch("--config", config, "once")).code == 0
        read = [path for path in site.order if path.startswith("/2025/")]
        assert read == old[::-1]
        site.order.clear()
        new = [
            site.publish(f"bridge-{n}", f"A bridge is opened, part {n}", *filler(n + 10)) for n in range(3)
        ]
        assert (await forumwatch("--config", config, "once", "--all")).code == 0
        assert [path for path in site.order if path.startswith("/2025/")] == new[::-1]


async def test_the_next_pages_of_a_listing_are_left_alone(tmp_path: Path):
    async with Newsroom() as site:
        path = site.publish("harbour-counts-its-bridges", "Harbour counts its bridges", *filler(1))
        first = (
            listing(path).body
            + b'<link rel="next" href="/news?page=2"><a rel="next" href="/news?page=2">Older news of ours</a>'
        )
        site.answers["/news"] = Answer(first, "text/html; charset=utf-8")
        config = config_for(tmp_path, [{"id": "n", "kind": "listing", "url": site.url("/news")}])
        assert (await once(config))["new_entries"] == 1
        assert site.asked["/news?page=2"] == 0


def _bare(title: str, text: str) -> Answer:
    return Answer(f"<!doctype html><title>{title}</title><h1>{title}</h1><p>{text}</p>".encode(), "text/html")


PASSING = {  # what a site answers for a while with status 200, and what is said of it
    "closed-for-an-hour": (
        _bare("Service temporarily unavailable", "We will be back in a few minutes."),
        "error-page",
    ),
    "not-there-yet": (_bare("Page not found", "Sorry, this page does not exist."), "not-found"),
    "behind-a-check": (
        _bare("Just a moment...", "Checking your browser before accessing this site."),
        "bot-wall",
    ),
    "for-subscribers-first": (_bare("Log in", "Please log in to continue."), "paywall"),
    "sent-home": (Answer(status=302, location="/"), "front-page"),
    "drawn-by-scripts": (
        Answer(b'<!doctype html><title>Ledger</title><div id="root"></div><script src="/app.js"></script>'),
        "shell",
    ),
}


async def test_a_page_that_a_site_shows_while_it_errs_costs_no_article(tmp_path: Path):
    async with Newsroom() as site:
        site.publish("home", "What the harbour is", *filler(99))
        site.answers["/"] = site.answers["/2025/home.html"]  # reads like an article
        site.posts.clear()
        paths = [site.publish(slug, f"Harbour counted, {slug}", *filler(n)) for n, slug in enumerate(PASSING)]
        whole = dict(site.answers)
        site.answers |= {path: shown for path, (shown, _) in zip(paths, PASSING.values(), strict=True)}
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url()}])
        first = await once(config)
        assert (first["stored"], first["not_articles"], first["later"]) == (0, 0, len(PASSING))
        said = {
            row["url"]: row["message"] for row in ask("--config", config, "errors", "--format", "json").rows
        }
        for path, (_, why) in zip(paths, PASSING.values(), strict=True):
            assert said[site.url(path)].startswith(f"parse: not an article: {why}")
        site.answers = whole
        wake(tmp_path)
        assert (await once(config))["stored"] == len(PASSING)


@pytest.mark.parametrize(
    ("shut", "read"),
    [(4, 0), (3, 0), pytest.param(3, gates.NEAR + 5, marks=pytest.mark.slow)],
    ids=["even", "odd", "the oldest of a backlog"],
)
async def test_a_page_that_answers_in_place_of_several_articles_costs_none(
    tmp_path: Path, shut: int, read: int
):
    async with Newsroom() as site:
        site.publish("welcome", "Choose the region that you read us from", *filler(999))
        site.posts.clear()
        paths = [site.publish(f"bridge-{n}", f"Bridge {n} opened", *filler(n)) for n in range(shut)]
        for n in range(shut, shut + read):
            site.publish(f"ferry-{n}", f"Ferry {n} sails", *filler(n))
        whole = dict(site.answers)
        site.answers |= dict.fromkeys(paths, Answer(status=302, location="/2025/welcome.html"))
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url()}])
        await once(config)
        told = ask("--config", config, "errors", "--format", "json").rows
        assert {row["url"] for row in told} == set(map(site.url, paths))
        assert {row["message"].partition(" (")[2] for row in told} == {
            "one page answers in place of several articles)"
        }
        site.answers = whole
        wake(tmp_path)
        assert (await once(config))["stored"] == shut


async def test_a_page_that_answers_in_place_of_what_a_sitemap_lists_without_headlines_costs_none(
    tmp_path: Path,
):
    async with Newsroom() as site:
        site.publish("welcome", "Choose the region that you read us from", *filler(999))
        paths = [
            site.publish(f"bridge-{n}", f"Bridge {n} opened", *filler(n)) for n in range(gates.NAMELESS + 1)
        ]
        whole = dict(site.answers)
        urls = "".join(f"<url><loc>{site.url(path)}</loc></url>" for path in paths)
        listed = Answer(f"<urlset>{urls}</urlset>".encode(), "application/xml")
        gate = dict.fromkeys(paths, Answer(status=302, location="/2025/welcome.html"))
        site.answers |= {"/map.xml": listed} | gate
        config = config_for(tmp_path, [{"id": "ledger", "kind": "sitemap", "url": site.url("/map.xml")}])
        await once(config)
        site.answers = whole
        wake(tmp_path)
        assert (await once(config))["stored"] == len(paths)


async def test_a_page_that_answers_in_place_of_everything_is_said_to(tmp_path: Path):
    async with Newsroom() as site:
        site.publish("welcome", "Choose the region that you read us from", *filler(99))
        site.posts.clear()
        for n in range(6):
            path = site.publish(f"bridge-{n}", f"Bridge {n} opened", *filler(n))
            site.answers[path] = Answer(status=302, location="/2025/welcome.html")
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url()}])
        for _ in range(6):
            await once(config)
            wake(tmp_path)
        (source,) = ask("--config", config, "sources", "list", "--format", "json").rows
        assert (source["state"], source["waiting"]) == ("blind", 0)


async def test_what_was_given_up_while_its_site_was_away_is_tried_when_it_is_back(tmp_path: Path):
    """Its feed may be the old one."""
    async with Newsroom() as site:
        paths = [site.publish(f"bridge-{n}", f"Bridge {n} opened", *filler(n)) for n in range(3)]
        whole = dict(site.answers)
        forbidden = Answer(b"no robots", "text/plain", 403)
        site.answers = {"/rss": site.feed()} | dict.fromkeys(paths, forbidden)
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url("/rss")}])
        await crawl(config, -4)
        site.answers["/rss"] = forbidden
        for days in (-3.9, -3.6, -2.8):
            await crawl(config, days)
        assert ask("--config", config, "sources", "list", "--format", "json").rows[0]["given_up"] == 3
        site.answers = whole | {"/rss": site.feed()}
        assert await crawl(config, -2.5) == {}
        assert len(ask("--config", config, "articles", "--format", "json").rows) == 3


async def test_what_leads_to_another_entry_s_article_is_known(tmp_path: Path):
    async with Newsroom() as site:
        home = site.publish("bridge-opened", "Bridge opened", *filler(1))
        merged = site.publish("ferry-stops", "Ferry stops for good", *filler(2))
        site.answers[merged] = Answer(status=301, location=home)
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url()}])
        first = await once(config)
        assert (first["later"], first["not_articles"]) == (0, 0)


def wake(folder: Path) -> None:
    """Whatever was put off is due."""
    with Database(f"sqlite:///{folder / 'watch.db'}") as db:
        db.call(lambda conn: conn.execute(update(schema.entries).values(wake_at=EPOCH)) and None)


@pytest.mark.parametrize("lastmod", ["", "<lastmod>2025-07-10</lastmod>"], ids=["undated", "all of today"])
@pytest.mark.parametrize("most", [6, 12], ids=["each holds more than is taken", "each holds less"])
async def test_the_news_in_the_last_of_many_sitemaps_without_an_order_is_read(
    tmp_path: Path, most: int, lastmod: str
):
    """The site puts new ones at the end of the last, and begins another; some date all by the moment of writing."""
    async with Newsroom() as site:

        def xml(root: str, item: str, paths: list[str]) -> Answer:
            urls = "".join(f"<{item}><loc>{site.url(path)}</loc>{lastmod}</{item}>" for path in paths)
            return Answer(f"<{root}>{urls}</{root}>".encode(), "application/xml")

        def announce(parts: list[list[str]]) -> None:
            names = [f"/posts-{n}.xml" for n in range(1, 1 + len(parts))]
            site.answers["/sitemap.xml"] = xml("sitemapindex", "sitemap", names)
            site.answers.update({n: xml("urlset", "url", p) for n, p in zip(names, parts, strict=True)})

        paths = [site.publish(f"harbour-{n}", f"Harbour counts bridge {n}", *filler(n)) for n in range(22)]
        source = {"id": "n", "kind": "sitemap", "url": site.url("/sitemap.xml"), "max_entries": most}
        config = config_for(tmp_path, [source])
        announce([paths[:7], paths[7:14], paths[14:20]])
        await once(config)
        for more in ([], [paths[21:]]):
            announce([paths[:7], paths[7:14], paths[14:21], *more])
            await once(config)
        assert (site.asked[paths[20]], site.asked[paths[21]]) == (1, 1)
