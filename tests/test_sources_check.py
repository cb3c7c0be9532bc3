"""`forumwatch sources check URL` and `sources add`: what of a site is polled best, proved on loopback."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from newsroom import Ended, Newsroom, ask, config_for, filler, forumwatch

from crawler.config import load_config
from crawler.demo.server import Answer, Request
from crawler.prove import prove
from crawler.reach import Reach
from crawler.suggest import instead
from storage.records import Failure, Page, Source

NOW = datetime.now(UTC)
HTML, RSS, XML = "text/html; charset=utf-8", "application/rss+xml", "application/xml"


class Site(Newsroom):
    """A newsroom whose feeds and front page are laid out by a test."""

    def answer(self, request: Request) -> Answer:
        self.asked[request.path] += 1
        return self.answers.get(request.path, Answer(b"gone away", "text/plain", 404))

    def articles(self, count: int, every: timedelta = timedelta(hours=1)) -> list[tuple[str, str, datetime]]:
        """(path, title, moment), the newest first."""
        rows = []
        for n in range(count):
            title = f"Harbour council counts its bridges again, part {n}"
            rows.append((self.publish(f"harbour-{n}", title, *filler(n)), title, NOW - n * every))
        return rows

    def rss(
        self, rows: list[tuple[str, str, datetime]], title: str = "The Ledger", inside: str = ""
    ) -> Answer:
        items = "".join(
            f"<item><title>{t}</title><link>{self.url(p)}</link><pubDate>{format_datetime(at)}</pubDate>{inside}</item>"
            for p, t, at in rows
        )
        return Answer(
            f'<rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>'.encode(), RSS
        )

    def sitemap(self, rows: list[tuple[str, str, datetime]]) -> Answer:
        urls = "".join(
            f"<url><loc>{self.url(p)}</loc><news:news><news:publication_date>{at.isoformat()}</news:publication_date>"
            f"<news:title>{t}</news:title></news:news></url>"
            for p, t, at in rows
        )
        spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
        return Answer(f"<urlset {spaces}>{urls}</urlset>".encode(), XML)

    def front(self, rows: list[tuple[str, str, datetime]], head: str = "", foot: str = "") -> Answer:
        cards = "".join(f'<div><h3><a href="{p}">{t}</a></h3></div>' for p, t, _ in rows)
        page = f"<!doctype html><html><head><title>The Ledger | Home</title>{head}</head><body>{cards}{foot}</body></html>"
        return Answer(page.encode(), HTML)


async def said(*args: object) -> Ended:
    """What a command came to, beside the loop that serves the site."""
    return await asyncio.to_thread(ask, *args)


async def checked(config: Path, *names: str, code: int = 0) -> list[dict[str, Any]]:
    ended = await said("--config", config, "sources", "check", *names, "--format", "json")
    assert (ended.code, ended.err) == (code, "")
    return ended.rows


def link(href: str, title: str = "") -> str:
    return f'<link rel="alternate" type="application/rss+xml" href="{href}" title="{title}">'


async def test_a_front_page_leads_to_its_best_feed_with_a_stanza_that_can_be_pasted(tmp_path: Path):
    async with Site() as site:
        rows = site.articles(8, timedelta(hours=2))
        old = [(p, t, at - timedelta(days=400)) for p, t, at in rows]
        sound = '<enclosure url="/a.mp3" type="audio/mpeg" length="1"/>'
        site.answers |= {
            "/": site.front(
                rows,
                link("/comments/feed", "Comments") + link("/cast.xml") + link("/old.xml") + link("/main.xml"),
            ),
            "/comments/feed": site.rss(rows, "Comments"),
            "/cast.xml": site.rss(rows, "The Cast", sound),
            "/old.xml": site.rss(old, "The old Ledger"),
            "/main.xml": site.rss(rows, "The Ledger - RSS"),
        }
        config = config_for(tmp_path, [])
        (row,) = await checked(config, site.url("/"))
        assert (row["verdict"], row["url"], row["kind"]) == ("works", site.url("/main.xml"), "feed")
        assert (row["entries"], row["dated"], row["title"]) == (8, 8, rows[0][1])
        assert row["stanza"] == {
            "id": "the-ledger",
            "name": "The Ledger",
            "kind": "feed",
            "url": site.url("/main.xml"),
            "language": "en",
            "every": "1h",
        }
        others = [other["url"].rpartition("/")[2] for other in row["others"]]
        assert (sorted(others[:2]), sorted(others[2:])) == (["", "old.xml"], ["cast.xml", "feed"])
        shown = await said("--config", config, "sources", "check", site.url("/"))
    table, _, stanza = shown.out.partition("\n\n")
    assert "works" in table
    assert yaml.safe_load("sources:\n" + stanza) == {"sources": [row["stanza"]]}


async def test_a_section_page_leads_to_what_is_of_the_section(tmp_path: Path):
    async with Site() as site:
        rows = site.articles(10)
        tech, rest = rows[:4], rows[4:]
        foot = '<p><a href="/tech/news/rss">RSS</a>'
        site.answers |= {
            "/tech": site.front(tech, link("/all.xml"), foot),
            "/all.xml": site.rss(rest),
            "/tech/news/rss": site.rss(tech, "The Ledger, tech"),
            "/world": site.front(tech, link("/all.xml")),
            "/world/feed": site.rss(tech, "The Ledger, world"),
            "/about": site.front([], link("/all.xml")),
        }
        config = config_for(tmp_path, [])
        rows_found = await checked(config, *map(site.url, ("/tech", "/world", "/about")))
        assert len({row["stanza"]["id"] for row in rows_found}) == 3
        found = {row["url"] for row in rows_found}
        assert found == {site.url("/tech/news/rss"), site.url("/world/feed"), site.url("/all.xml")}
        # a section is asked for beside what the site declares, not the whole site
        assert site.asked["/rss.xml"] == 0
        (row,) = await checked(config, site.url("/about"))
    assert "of the whole site" in row["reasons"][-1]


async def test_a_site_without_a_word_of_its_feeds_is_asked_at_the_usual_places(tmp_path: Path):
    async with Site() as site:
        rows = site.articles(5)
        site.answers |= {"/": site.front([]), "/atom.xml": site.rss(rows)}
        config = config_for(tmp_path, [])
        (row,) = await checked(config, site.url("/"))
        assert (row["verdict"], row["url"]) == ("works", site.url("/atom.xml"))
        assert (site.asked["/rss.xml"], site.asked["/index.xml"]) == (1, 0)
        del site.answers["/atom.xml"]
        robots = (
            f"User-agent: *\nDisallow: /private/\nSitemap: {site.url('/pages.xml')}\nsitemap: /the-news.xml\n"
        )
        site.answers |= {
            "/robots.txt": Answer(robots.encode(), "text/plain"),
            "/the-news.xml": site.sitemap(rows),
        }
        (row,) = await checked(config, site.url("/"))
        assert (row["verdict"], row["kind"], row["url"]) == ("works", "sitemap", site.url("/the-news.xml"))
        del site.answers["/robots.txt"], site.answers["/the-news.xml"]
        site.answers["/sitemap.xml"] = site.sitemap(rows)
        (row,) = await checked(config, site.url("/"))
        assert (row["kind"], row["url"]) == ("sitemap", site.url("/sitemap.xml"))
        del site.answers["/sitemap.xml"]
        site.answers["/"] = site.front(rows)
        (row,) = await checked(config, site.url("/"))
        assert (row["kind"], row["url"], row["entries"]) == ("listing", site.url("/"), 5)
        site.answers["/"] = site.front([])
        (row,) = await checked(config, site.url("/"), code=3)
    assert (row["verdict"], row["stanza"]) == ("broken", None)
    assert row["reasons"][0] == "no feed, no sitemap and no list of articles found"


@pytest.mark.parametrize("gone", [False, True], ids=["all there", "one is gone"])
async def test_a_sitemap_below_two_indexes_is_found_where_robots_txt_names_one_that_is_gone(
    gone: bool, tmp_path: Path
):
    def index(*paths: str) -> Answer:
        maps = "".join(f"<sitemap><loc>{site.url(path)}</loc></sitemap>" for path in paths)
        return Answer(f"<sitemapindex>{maps}</sitemapindex>".encode(), XML)

    async with Site() as site:
        rows = site.articles(5)
        site.answers["/"] = Answer(b"<html><title>The Ledger</title><p>Welcome</p>", HTML)
        site.answers["/robots.txt"] = Answer(f"Sitemap: {site.url('/old.xml')}".encode(), "text/plain")
        site.answers["/sitemap.xml"] = index("/gone.xml", "/inner.xml") if gone else index("/inner.xml")
        site.answers["/inner.xml"] = index("/posts.xml")
        site.answers["/posts.xml"] = site.sitemap(rows)
        (verdict,) = await checked(config_for(tmp_path, []), site.url("/"))
        assert (verdict["kind"], verdict["url"]) == ("sitemap", site.url("/sitemap.xml"))
        assert (verdict["verdict"], verdict["entries"]) == ("doubtful" if gone else "works", 5)
        assert any("404" in reason for reason in verdict["reasons"]) is gone


@pytest.mark.parametrize("kind", ["text/xml", "application/xml; charset=utf-8"])
async def test_a_feed_that_a_page_declares_under_a_plain_type_is_found(kind: str, tmp_path: Path):
    async with Site() as site:
        rows = site.articles(3)
        head = f'<link rel="alternate" type="{kind}" href="/hidden/7">'
        head += '<link rel="alternate" type="text/xml" hreflang="de" href="/de">'
        site.answers |= {"/": site.front(rows, head), "/hidden/7": site.rss(rows)}
        (verdict,) = await checked(config_for(tmp_path, []), site.url("/"))
        assert (verdict["kind"], verdict["url"]) == ("feed", site.url("/hidden/7"))


async def test_the_feed_of_another_site_is_not_taken_for_the_sites_own(tmp_path: Path):
    async with Site() as site, Site() as partner:
        rows, theirs = site.articles(3), partner.articles(9)
        partner.answers["/rss.xml"] = partner.rss(theirs, "The Partner")
        site.answers |= {
            "/": site.front([], foot=f'<a href="{partner.url("/rss.xml")}">Our partner</a>'),
            "/index.xml": site.rss(rows),
        }
        (row,) = await checked(config_for(tmp_path, []), site.url("/"))
        assert (row["verdict"], row["url"]) == ("works", site.url("/index.xml"))
        assert [other["url"] for other in row["others"]] == [partner.url("/rss.xml")]


async def test_a_site_that_offers_its_comments_alone_is_in_doubt(tmp_path: Path):
    async with Site() as site:
        rows = site.articles(3)
        site.answers |= {"/": site.front([], link("/comments/feed")), "/comments/feed": site.rss(rows)}
        (row,) = await checked(config_for(tmp_path, []), site.url("/"))
    assert (row["verdict"], row["url"]) == ("doubtful", site.url("/comments/feed"))
    assert row["reasons"][0].startswith("it is of comments")


async def test_a_page_of_feeds_leads_to_them(tmp_path: Path):
    async with Site() as site:
        rows = site.articles(4)
        page = site.front([], foot='<a href="/out/tech.rss">Technology</a>')
        site.answers |= {"/": site.front([], foot='<a href="/rss-feeds">Feeds</a>'), "/rss-feeds": page}
        site.answers["/out/tech.rss"] = site.rss(rows)
        (row,) = await checked(config_for(tmp_path, []), site.url("/"))
    assert (row["verdict"], row["url"]) == ("works", site.url("/out/tech.rss"))


async def test_a_stanza_says_what_would_go_wrong_without(tmp_path: Path):
    thai = "สภาดิจิทัลเพื่อเศรษฐกิจและสังคมแห่งประเทศไทยประกาศแผนงานใหม่"
    async with Site(language="th") as site:
        rows = site.articles(3, timedelta(minutes=4))
        busy = [
            *rows,
            *(
                (f"/2025/x{n}.html", f"Briefly told, number {n}", NOW - n * timedelta(minutes=4))
                for n in range(3, 9)
            ),
        ]
        label = "<rss version='2.0'>"
        page = site.rss([(p, f"{thai} {n}", at) for n, (p, _, at) in enumerate(rows)]).body.decode()
        walled = [
            (f"/walled/{n}.html", f"Behind the wall, number {n}", NOW - n * timedelta(days=1))
            for n in range(5)
        ]
        scripts = "<script>" + "x=1;" * 3000 + "</script>" + '<script src="/a.js"></script>' * 8
        shell = f'<!doctype html><html><head><title>App</title></head><body><div id="root"></div>{scripts}</body></html>'
        site.answers |= {
            "/busy.xml": site.rss(busy),
            "/thai.xml": Answer(
                page.replace(
                    '<rss version="2.0">', f'<?xml version="1.0" encoding="iso-8859-1"?>{label}'
                ).encode("cp874"),
                RSS,
            ),
            "/walled.xml": site.rss(walled),
            "/robots.txt": Answer(b"User-agent: *\nDisallow: /walled/\n", "text/plain"),
            "/app": Answer(shell.encode(), HTML),
        }
        config = config_for(tmp_path, [])
        paths = ("/busy.xml", "/thai.xml", "/walled.xml", "/app")
        found = await checked(config, *map(site.url, paths))
    busy_row, thai_row, walled_row, app_row = found
    assert busy_row["stanza"]["every"] == "15m"
    assert thai_row["stanza"]["encoding"] == "windows-874"
    assert (walled_row["verdict"], walled_row["stanza"]["read"], walled_row["stanza"]["every"]) == (
        "doubtful",
        "never",
        "1h",
    )
    assert (app_row["verdict"], app_row["stanza"]["render"], app_row["stanza"]["kind"]) == (
        "doubtful",
        True,
        "listing",
    )


async def test_a_source_that_no_longer_works_is_told_what_does(tmp_path: Path):
    async with Site() as site:
        rows = site.articles(4)
        site.answers |= {
            "/": site.front(rows, link("/new.xml")),
            "/new.xml": site.rss(rows),
            "/moved": Answer(status=301, location="/new.xml"),
        }
        sources = [
            {"id": "gone", "url": site.url("/dead"), "name": "Gone"},
            {"id": "moved", "url": site.url("/moved")},
        ]
        config = config_for(tmp_path, sources)
        gone, moved = await checked(config, code=3)
        for row, verdict in ((gone, "broken"), (moved, "works")):
            assert (row["source_id"], row["verdict"], row["stanza"]["url"]) == (
                row["stanza"]["id"],
                verdict,
                site.url("/new.xml"),
            )
        assert gone["stanza"]["name"] == "Gone"
        assert f"works instead: the feed {site.url('/new.xml')}" in gone["reasons"]
        assert f"its address leads to {site.url('/new.xml')} for good; write that down" in moved["reasons"]
        both = config_for(tmp_path, [*sources, {"id": "new", "url": site.url("/new.xml")}])
        (row,) = await checked(both, site.url("/"))
        assert (row["reasons"][-1], row["stanza"]) == ("it is polled already, as new", None)
        gone, moved = await checked(both, "gone", "moved", code=3)
    assert gone["stanza"] is moved["stanza"] is None  # what works is polled already


@pytest.mark.parametrize("name", ["ftp://a.example/x", "https://user:secret@a.example/", "http://"])
async def test_what_is_no_address_is_said(name: str, tmp_path: Path):
    for verb in ("check", "add"):
        ended = await said("--config", config_for(tmp_path, []), "sources", verb, name)
        assert (ended.code, ended.out, len(ended.err.splitlines())) == (2, "", 1)


async def test_an_address_becomes_a_source_and_the_file_keeps_its_comments(tmp_path: Path):
    async with Site() as site:
        rows = site.articles(4)
        site.answers |= {
            "/": site.front(rows, link("/main.xml")),
            "/main.xml": site.rss(rows, 'The "Ledger": ${x} #1'),
            "/old.xml": site.rss([(p, t, at - timedelta(days=90)) for p, t, at in rows]),
        }
        path = tmp_path / "sources.yaml"
        head = (
            f"# ours\nversion: 1\ndatabase: sqlite:///{tmp_path}/watch.db\n"
            "fetch: {min_delay: 0, allow_networks: [127.0.0.0/8]}  # loopback\nsources:\n"
            f"  - {{id: first, kind: feed, url: '{site.url()}'}}  # the first\n"
        )
        path.write_text(head + "\n# the end\nforums: {watch: all}\n", "utf-8")
        ended = await said("--config", path, "sources", "add", site.url("/"))
        assert (ended.code, ended.err) == (
            0,
            f"written to {path}; a running daemon knows it from its next start on\n",
        )
        text = path.read_text("utf-8")
        assert text.startswith(head)
        assert text.endswith("\n\n# the end\nforums: {watch: all}\n")
        added = load_config(path).sources[-1]
        assert (added.url, added.kind, added.every_s) == (site.url("/main.xml"), "feed", 3600)
        assert added.name == 'The "Ledger": {x} #1'
        for again in (site.url("/"), site.url("/main.xml?utm_source=x"), site.url()):
            ended = await said("--config", path, "sources", "add", again)
            assert (ended.code, ended.out) == (2, "")
            assert "is there already, as" in ended.err
        ended = await said("--config", path, "sources", "add", site.url("/old.xml"), site.url("/nothing"))
        assert (ended.code, ended.out, len(ended.err.splitlines())) == (3, "", 2)
        assert path.read_text("utf-8") == text
        ended = await said(
            "--config", path, "sources", "add", site.url("/old.xml"), "--doubtful", "--as", "FIRST"
        )
        assert (ended.code, "taken" in ended.err) == (2, True)
        ended = await said(
            "--config", path, "sources", "add", site.url("/old.xml"), "--doubtful", "--as", "old"
        )
        assert ended.code == 0
        assert load_config(path).sources[-1].id == "old"
        listed = await forumwatch("--config", path, "once", "--format", "json")
    assert listed.rows[0]["polled"] == 3


async def test_what_works_instead_of_a_source_behind_a_proxy_is_looked_for_through_that_proxy():
    proxy, ways = "socks5://127.0.0.1:9050", []

    class Recorder:
        async def get(self, url: str, *, proxy: str | None = None, **wish: Any) -> Page | Failure:
            ways.append(("/" + url.split("/", 3)[3], proxy))
            if url.endswith("/"):
                return Page(url, url, 200, b"<a href=/blog/feed>Feed</a>", NOW, {"content-type": HTML})
            return Failure(url, "soft", "fetch: 404", NOW, 404)

    source, reach = Source("a", "A", "feed", "http://a.example/feed", proxy=proxy), Reach(Recorder())
    await instead(source, await prove(source, reach, NOW), reach, NOW, ())
    assert {"/feed", "/", "/blog/feed", "/robots.txt", "/sitemap.xml"} <= {path for path, _ in ways}
    assert {way for _, way in ways} == {proxy}
