"""What publishers let robots do with a page: the words, and a crawl that keeps to them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from badserver import BadServer, answer
from newsroom import Newsroom, ask, config_for, filler, forumwatch
from sqlalchemy import select
from tables import each
from test_crawl_once import OPENING

from crawler.demo.server import Answer
from crawler.directives import NONE, read_directives
from crawler.fetch import Fetcher, FetchSettings
from crawler.parse import read_page
from storage import schema
from storage.database import Database
from storage.records import Article, NotArticle, Page

NOW = datetime(2026, 7, 1, tzinfo=UTC)
ROBOTS, OURS = "robots", "forumwatch"

CASES: list[tuple[str | None, dict[str, list[str]], str]] = [  # header, metas, what is forbidden
    (None, {}, ""),
    (None, {"googlebot": ["noindex"]}, ""),
    (None, {ROBOTS: ["index, follow, max-image-preview:large, nosnippet"]}, ""),
    (None, {ROBOTS: ["NOINDEX,NOFOLLOW"]}, "index follow"),
    (None, {ROBOTS: ["noindex nofollow"]}, "index follow"),
    (None, {ROBOTS: ["none"]}, "index follow"),
    (None, {ROBOTS: ["noarchive"]}, "archive"),
    (None, {ROBOTS: ["noarchive", "nofollow"]}, "follow archive"),
    (None, {OURS: ["noindex"]}, "index"),
    (None, {ROBOTS: ["none"], OURS: ["index"]}, "follow"),
    (None, {ROBOTS: ["noindex, nofollow, noarchive"], OURS: ["all"]}, "archive"),
    ("noindex", {}, "index"),
    ("forumwatch: noindex, nofollow", {}, "index follow"),
    ("Forumwatch/1.0: none", {}, "index follow"),
    ("googlebot: noindex, nofollow", {}, ""),
    ("googlebot: noindex\nnofollow", {}, "follow"),
    ("otherbot: noindex, nofollow, forumwatch: noarchive", {}, "archive"),
    ("max-snippet: 50, noindex", {}, "index"),
    ("unavailable_after: 25 Jun 2026 15:00:00 PST", {}, "index"),
    ("unavailable_after: Thursday, 25-Jun-26 15:00:00 GMT", {}, "index"),
    ("unavailable_after: 2026-06-25, noarchive", {}, "index archive"),
    ("unavailable_after: 2026-08-25T00:00:00+07:00", {}, ""),
    ("otherbot: unavailable_after: 2026-06-25", {}, ""),
    ("unavailable_after: soon", {}, ""),
    ("unavailable_after: 1 Jan 99999999999 00:00:00 GMT", {}, ""),
    ("unavailable_after: 25 Jun 2026 15:00:00 +99999999999999999", {}, ""),
    (None, {ROBOTS: ["unavailable_after: 25-Jun-2026 15:00:00 EST"]}, "index"),
    ("indexed by nobody; noindexing: x, \x00é", {}, ""),
]  # fmt: skip


@each(("header", "metas", "forbidden"), CASES)
def test_what_is_said_to_this_program_counts(
    header: str | None, metas: dict[str, list[str]], forbidden: str
) -> None:
    said = read_directives(header, metas, OURS, NOW)
    found = {"index": said.noindex, "follow": said.nofollow, "archive": said.noarchive}
    assert {name for name, no in found.items() if no} == set(forbidden.split())
    assert bool(forbidden) <= bool(said.said)
    assert read_directives(header, metas, None, NOW) == NONE


async def test_each_header_speaks_for_itself() -> None:
    tags = b"X-Robots-Tag: googlebot: nofollow\r\nX-Robots-Tag: noindex\r\n"
    settings = FetchSettings(min_delay_s=0, allow_networks=("127.0.0.0/8",))
    page = b"HTTP/1.1 200 OK\r\n" + tags + b"Content-Length: 0\r\n\r\n"
    async with BadServer({"/a": page}) as server, Fetcher(settings) as fetcher:
        got = await fetcher.get(server.url("/a"))
    assert isinstance(got, Page)
    assert got.headers["x-robots-tag"] == "googlebot: nofollow\nnoindex"


TEXT = "".join(f"<p>{line}</p>" for line in OPENING)
URL = "https://news.example/2025/a-story-of-the-conference"


def page_of(head: str, text: str = TEXT) -> bytes:
    return f"<html lang=en><head><title>The conference opens</title>{head}</head><body><article><h1>The conference opens</h1>{text}</article></body></html>".encode()


def test_an_article_that_must_not_be_followed_ends_on_its_first_page() -> None:
    head = f'<link rel="next" href="{URL}/2">'
    free = read_page(page_of(head), URL, obeys=OURS)
    assert isinstance(free, Article)
    assert (free.next_page, free.partial) == (f"{URL}/2", False)
    cut = read_page(page_of(head), URL, obeys=OURS, robots_tag="nofollow")
    assert isinstance(cut, Article)
    assert (cut.next_page, cut.partial, cut.text) == (None, True, free.text)


REFRESHES = [  # content, text of the page, where it leads
    ("0; url=/new", "", "https://news.example/new"),
    ("0;URL='https://other.example/a#top'", "<p>Redirecting…</p>", "https://other.example/a"),
    (
        '3, url="new"',
        "<p>This page has moved to a new address. Follow this link.</p>",
        "https://news.example/2025/new",
    ),
    ("0.5 ; /new", "", "https://news.example/new"),
    ("5;url=?page=2", "", f"{URL}?page=2"),
    ("6; url=/new", "", None),
    ("300; url=/new", "", None),
    ("0", "", None),
    ("0; url=", "", None),
    ("0 ; url = ", "", None),
    ("0 /new", "", "https://news.example/new"),
    ("300", TEXT, None),
    ("0; url=/new", TEXT, None),
    (f"0; url={URL}#top", "", None),
    ("0; url=javascript:alert(1)", "", None),
    ("0; url=file:///etc/passwd", "", None),
    ("0; url=http://[", "", None),
]


@each(("content", "text", "to"), REFRESHES)
def test_a_page_that_only_sends_its_readers_on_says_where_to(content: str, text: str, to: str | None) -> None:
    head = f'<meta http-equiv="Refresh" content="{content.replace(chr(34), "&quot;")}">'
    found = read_page(page_of(head, text), URL)
    assert (found.leads_to if isinstance(found, NotArticle) else None) == to
    assert isinstance(found, Article) or (found.reason == "redirect") == (to is not None)


def html(head: str, body: str) -> bytes:
    return (
        f"<!doctype html><html lang=en><head><title>x</title>{head}</head><body>{body}</body></html>".encode()
    )


PAGES: dict[str, tuple[str, dict[str, str]]] = {  # path → what is in its head, its headers
    "/plain": ("", {}),
    "/meta": ('<meta name="robots" content="noindex,follow">', {}),
    "/header": ("", {"x_robots_tag": "noindex"}),
    "/others": ("", {"x_robots_tag": "googlebot: noindex"}),
    "/uncopied": ('<meta name="forumwatch" content="noarchive">', {}),
}


@pytest.mark.parametrize("robots", [True, False])
async def test_what_a_publisher_wants_kept_nowhere_is_not_kept(tmp_path: Path, robots: bool) -> None:
    """Unless the configuration says that robots' rules are not to be obeyed."""
    async with BadServer({}) as server:
        items = "".join(f"<item><title>A</title><link>{server.url(path)}</link></item>" for path in PAGES)
        feed = f"<rss version='2.0'><channel><title>A</title>{items}</channel></rss>".encode()
        texts = {path: "".join(f"<p>{p}</p>" for p in filler(n)) for n, path in enumerate(PAGES)}
        server.scripts = {
            path: answer(200, page_of(head, texts[path]), content_type="text/html", **headers)
            for path, (head, headers) in PAGES.items()
        } | {"/feed": answer(200, feed, x_robots_tag="noindex, nofollow")}
        config = config_for(
            tmp_path,
            [{"id": "ledger", "url": server.url("/feed")}],
            archive="all",
            fetch={"min_delay": 0, "allow_networks": ["127.0.0.0/8"], "robots": robots},
        )
        done = await forumwatch("--config", config, "once", "--format", "json")
        assert done.code == 0, done.err
    kept = {"/plain", "/others", "/uncopied"} if robots else set(PAGES)
    stored = ask("--config", config, "articles", "--format", "json").rows
    assert {a["url"] for a in stored} == {server.url(path) for path in kept}
    with Database(f"sqlite:///{tmp_path / 'watch.db'}") as db:
        copies = db.read(lambda conn: conn.execute(select(schema.pages.c.url)).scalars().all())
    assert set(copies) == {server.url(path) for path in kept if path != "/uncopied" or not robots}
    errors = ask("--config", config, "errors", "--format", "json").rows
    said = {"/meta": "follow, noindex", "/header": "noindex"} if robots else {}
    assert {e["url"]: e["message"] for e in errors} == {
        server.url(path): f"parse: not an article: noindex ({words})" for path, words in said.items()
    }


async def test_a_page_that_only_sends_on_is_followed_to_the_article_and_a_circle_ends(tmp_path: Path) -> None:
    def leading(to: str) -> Answer:
        head = f'<link rel=canonical href="{to}"><meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url={to}">'
        return Answer(html(head, "<p>Redirecting…"), "text/html")

    async with Newsroom() as site:
        opening = site.publish("opening", "Global Digital Economy Conference opens in Beijing", *OPENING)
        site.posts = [
            ("/old", "Opening"),
            ("/circle", "Round"),
            ("/nowhere", "Nowhere"),
            ("/forbidden", "No"),
        ]
        site.answers |= {
            "/old": leading("/older"),
            "/older": leading(opening),
            "/circle": leading("/circle2"),
            "/circle2": leading("/circle"),
            "/nowhere": leading("/gone"),
            "/gone": Answer(b"gone", "text/plain", 410),
            "/forbidden": leading("/private/x"),
            "/robots.txt": Answer(b"User-agent: *\nDisallow: /private", "text/plain"),
        }
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url()}])
        done = await forumwatch("--config", config, "once", "--format", "json")
        row = done.rows[0]
        counted = [row[name] for name in ("stored", "mentions", "not_articles", "given_up", "later")]
        assert counted == [1, 1, 1, 1, 1], done.err  # what robots.txt forbids today it may allow tomorrow
        assert (site.asked["/circle"], site.asked["/circle2"], site.asked["/private/x"]) == (1, 1, 0)
        stored = ask("--config", config, "articles", "--format", "json").rows
        assert [a["url"] for a in stored] == [site.url(opening)]
        said = {e["url"]: e["message"] for e in ask("--config", config, "errors", "--format", "json").rows}
    assert said[site.url("/circle")].startswith("parse: not an article: redirect (http")
    assert said[site.url("/nowhere")].startswith("fetch: 410")
    assert "robots.txt" in said[site.url("/forbidden")]


async def test_a_listing_may_forbid_to_follow_its_links_and_a_source_that_only_sends_on_is_polled_there(
    tmp_path: Path,
) -> None:
    def leading(to: str, delay: int = 0, body: str = "") -> Answer:
        return Answer(html(f'<meta http-equiv="refresh" content="{delay}; url={to}">', body), "text/html")

    def listing(name: str, head: str = "") -> Answer:
        rows = "".join(
            f'<li><a href="/2025/{name}-{n}.html">Headline number {n} of this long day</a></li>'
            for n in range(9)
        )
        return Answer(html(head, f"<ul>{rows}</ul>"), "text/html")

    async with Newsroom() as site:
        site.publish("opening", "Global Digital Economy Conference opens in Beijing", *OPENING)
        site.answers |= {
            "/said": listing("said", '<meta name="ROBOTS" content="noindex, nofollow">'),
            "/free": listing("free", '<meta name="robots" content="noindex">'),
            "/home": leading("/en/"),
            "/en/": listing("en"),
            "/front": listing("front", '<meta http-equiv="refresh" content="5; url=/front?again">'),
            "/old-feed": leading("/older-feed"),
            "/older-feed": leading("/feed"),
            "/circle": leading("/circle2"),
            "/circle2": leading("/circle"),
            "/slow": leading("/feed", 300),
        }
        kinds = {"listing": ("said", "free", "home", "front"), "feed": ("old-feed", "circle", "slow")}
        sources = [
            {"id": name, "kind": kind, "url": site.url(f"/{name}"), "read": "never"}
            for kind, names in kinds.items()
            for name in names
        ]
        config = config_for(tmp_path, sources)
        done = await forumwatch("--config", config, "once", "--format", "json")
        assert (done.rows[0]["new_entries"], done.rows[0]["failed"]) == (9 + 9 + 9 + 1, 3), done.err
        assert (site.asked["/front"], site.asked["/circle"], site.asked["/circle2"]) == (1, 1, 1)
    assert (
        "failed: said: discover: the page forbids robots to follow its links (nofollow, noindex)" in done.err
    )
    assert "set fetch: {robots: false}" in done.err
    assert "failed: circle: discover: what the document leads to announces nothing" in done.err
    assert "failed: slow: discover: HTML instead of a feed" in done.err
