"""The small web: what it holds, how it is written down, and that it is served as real sites serve."""

from __future__ import annotations

import asyncio
import codecs
import io
import json
import re
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from html import escape, unescape
from importlib.resources import files
from itertools import chain
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import feedparser
import httpx
import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser
from tables import each

from crawler.demo import DemoWeb, layouts
from crawler.demo.calendars import STYLES, shown
from crawler.demo.content import CODECS, Post, Site, load_sites
from crawler.demo.feeds import FEEDS
from crawler.demo.layouts import LAYOUTS
from crawler.flag import load_watchlist

SITES = {site.id: site for site in load_sites()}
EXPECTED = yaml.safe_load((files("crawler.demo") / "expected.yaml").read_text("utf-8"))
DENSE = ("zh", "ja", "ko", "th")  # one character says more there
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def codec(site: Site) -> str:
    return CODECS.get(site.encoding, site.encoding)


def words_of(site: Site) -> Iterator[str]:
    """Everything on a site's pages that somebody wrote."""
    yield from (site.name, *(word for name, word in site.words.items()))
    for post in site.posts:
        yield from (post.title, *post.text, *post.tags, *post.teasers, post.author or "", post.section or "")


def places() -> dict[str, Post]:
    return {f"{site.id}{post.path}": post for site in SITES.values() for post in site.posts}


@pytest.fixture
async def web() -> AsyncIterator[DemoWeb]:
    async with DemoWeb.start() as web:
        yield web


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(trust_env=False) as client:
        yield client


# What it holds


def test_there_are_sites_pages_and_languages_enough() -> None:
    articles = [post for site in SITES.values() for post in site.articles]
    languages = [site.language[:2] for site in SITES.values()]
    assert len(SITES) >= 10
    assert len(articles) >= 55
    assert len(set(languages)) >= 10
    assert languages.count("th") >= 2
    assert {"zh-CN", "zh-TW"} <= {site.language for site in SITES.values()}


def test_every_layout_feed_and_calendar_is_used() -> None:
    assert {site.layout for site in SITES.values()} == set(LAYOUTS)
    assert {site.feed for site in SITES.values()} == set(FEEDS)
    assert {site.dates for site in SITES.values()} == set(STYLES)
    assert {site.encoding for site in SITES.values()} - {"utf-8"} == set(CODECS)


@each("site", list(SITES.values()))
def test_a_site_has_every_word_that_layouts_need(site: Site) -> None:
    source = (files(layouts.__package__) / "layouts.py").read_text("utf-8")
    needed = set(re.findall(r'words\["(\w+)"\]', source))
    assert set(site.words) == needed
    assert len({post.path for post in site.posts}) == len(site.posts)


@each("site", list(SITES.values()))
def test_a_sites_encoding_holds_all_its_words(site: Site) -> None:
    for text in words_of(site):
        assert text.encode(codec(site)).decode(codec(site)) == text


@each("site", list(SITES.values()))
def test_articles_are_long_enough_to_be_news(site: Site) -> None:
    least = 250 if site.language[:2] in DENSE else 600
    for post in site.articles:
        assert 3 <= len(post.text) <= 7, post.path
        assert sum(map(len, post.text)) >= least, post.path


def test_there_are_pages_that_are_no_article() -> None:
    kinds = {post.kind for post in places().values()}
    assert kinds == {"article", "video", "tag", "missing", "private"}
    assert any(post.via for post in places().values())
    assert sum(bool(post.teasers) for post in places().values()) >= 2


SHOWN = [
    ("th", "3 กรกฎาคม 2568 เวลา 09:05 น."),
    ("th-short", "3 ก.ค. 2568"),
    ("zh", "2025年07月03日 09:05"),
    ("roc", "中華民國114年7月3日"),
    ("reiwa", "令和7年7月3日 9時05分"),
    ("ko", "2025.07.03 09:05"),
    ("ar", "3 يوليو 2025"),
    ("ru", "3 июля 2025, 09:05"),
    ("en", "July 3, 2025"),
    ("vi", "03/07/2025 09:05"),
    ("id", "3 Juli 2025 | 09.05 WIB"),
    ("es", "3 de julio de 2025"),
    ("fr", "3 juillet 2025"),
    ("de", "3. Juli 2025, 09:05 Uhr"),
]


@each(("style", "words"), SHOWN)
def test_a_date_is_shown_as_its_readers_see_it(style: str, words: str) -> None:
    assert shown(datetime(2025, 7, 3, 9, 5, tzinfo=UTC), style) == words


# What must come out


def test_the_truth_names_every_article_and_no_other_page() -> None:
    told = {f"{site}{path}" for site, pages in EXPECTED["mentions"].items() for path in pages}
    assert told == {place for place, post in places().items() if post.kind == "article"}
    assert set(EXPECTED["not_articles"]) == {
        p for p, post in places().items() if post.kind in ("video", "tag")
    }
    assert set(EXPECTED["unread"]) == {
        p for p, post in places().items() if post.kind in ("missing", "private")
    }


def truths() -> Iterator[tuple[Post, dict[str, Any]]]:
    for site, pages in EXPECTED["mentions"].items():
        for path, mentions in pages.items():
            yield from ((places()[f"{site}{path}"], mention) for mention in mentions)


def test_the_truth_names_forums_of_the_watchlist() -> None:
    forums = load_watchlist().forums
    for post, mention in truths():
        assert set(mention) <= {"forum_id", "edition", "role"}, post.path
        assert mention["forum_id"] in forums, post.path
        assert isinstance(mention["edition"], int), post.path
        assert mention.get("role", "main") in ("main", "substantial", "passing"), post.path


def test_what_is_about_an_edition_appears_around_its_days() -> None:
    forums, slack = load_watchlist().forums, timedelta(days=45)
    for post, mention in truths():
        edition = forums[mention["forum_id"]].edition(mention["edition"])
        if mention.get("role") == "main" and edition and edition.start:
            last = edition.end or edition.start
            assert edition.start - slack <= post.at.date() <= last + slack, post.path


def test_many_forums_and_years_are_in_the_news() -> None:
    mentions = [mention for _, mention in truths()]
    assert len({mention["forum_id"] for mention in mentions}) >= 20
    assert {mention["edition"] for mention in mentions} >= {2023, 2024, 2025, 2026}
    assert sum(not found for pages in EXPECTED["mentions"].values() for found in pages.values()) >= 20


def test_copies_share_their_paragraphs_and_not_their_headlines() -> None:
    for group in EXPECTED["copies"]:
        posts = [places()[place] for place in group]
        first = set(posts[0].text)
        assert all(len(first & set(post.text)) >= 3 for post in posts)
        assert len({post.title for post in posts}) == len(posts)
        assert len({place.partition("/")[0] for place in group}) == len(posts)
    assert any(len(group) >= 4 for group in EXPECTED["copies"])


def test_translations_are_in_different_languages() -> None:
    for group in EXPECTED["translations"]:
        assert len({SITES[place.partition("/")[0]].language for place in group}) == len(group) >= 3


async def test_the_truth_is_told_by_address(web: DemoWeb, client: httpx.AsyncClient) -> None:
    expected = web.expected()
    assert len(expected.mentions) == web.pages
    read = chain(expected.mentions, expected.not_articles)
    assert {(await client.head(url)).status_code for url in read} == {200}
    assert expected.unread[web.url("millbrook-courier", "/2024/01/20/old-gym-burns-down/")] == "404"


# How it is served


async def test_every_page_decodes_to_the_text_that_was_written(
    web: DemoWeb, client: httpx.AsyncClient
) -> None:
    for site in web.sites:
        for post in site.articles:
            answer = await client.get(web.url(site.id, post.path))
            assert answer.status_code == 200
            assert ("charset" in answer.headers["content-type"]) is site.declared
            assert f'<meta charset="{site.encoding}">'.encode() in answer.content
            document = answer.content.decode(codec(site))
            assert all(escape(text, quote=False) in document for text in post.text), post.path
            assert post.title in unescape(document), post.path
            assert shown(post.at, site.dates) in document, post.path


async def test_an_unchanged_page_is_not_sent_again(web: DemoWeb, client: httpx.AsyncClient) -> None:
    url = web.url("circuit-ledger", "/2025/05/brightmoor-seed-round")
    first = await client.get(url)
    again = await client.get(url, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    changed = await client.get(url, headers={"If-None-Match": '"another"'})
    assert changed.content == first.content


async def test_head_tells_the_length_and_sends_nothing(web: DemoWeb, client: httpx.AsyncClient) -> None:
    url = web.url("openline", "/releases/2025/06/lanternworks-port-twin")
    plain = {"Accept-Encoding": "identity"}
    got, head = await client.get(url, headers=plain), await client.head(url, headers=plain)
    assert head.content == b""
    assert int(head.headers["content-length"]) == len(got.content)
    assert got.headers["last-modified"] == "Thu, 12 Jun 2025 01:30:00 GMT"


async def test_long_answers_are_compressed_for_who_can_read_it(
    web: DemoWeb, client: httpx.AsyncClient
) -> None:
    url = web.url("siam-kaona", "/news/view-25670704.html")
    squeezed = await client.get(url, headers={"Accept-Encoding": "gzip"})
    plain = await client.get(url, headers={"Accept-Encoding": "identity"})
    assert squeezed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert squeezed.content == plain.content


async def test_a_moved_address_leads_to_its_page(web: DemoWeb, client: httpx.AsyncClient) -> None:
    answer = await client.get(web.url("circuit-ledger", "/r/igf-norway"))
    assert answer.status_code == 301
    assert urljoin(str(answer.url), answer.headers["location"]) == web.url(
        "circuit-ledger", "/2025/06/igf-fjord-consensus"
    )


@pytest.mark.parametrize("path", ["/2024/01/20/old-gym-burns-down/", "/nowhere", "/feed/"])
async def test_what_is_not_there_is_404(web: DemoWeb, client: httpx.AsyncClient, path: str) -> None:
    assert (await client.get(web.url("millbrook-courier", path))).status_code == 404


async def test_only_reading_is_allowed(web: DemoWeb, client: httpx.AsyncClient) -> None:
    assert (await client.post(web.url("openline"), content=b"x")).status_code == 405


async def test_robots_keep_the_private_pages(web: DemoWeb, client: httpx.AsyncClient) -> None:
    for site in web.sites:
        answer = await client.get(web.url(site.id, "/robots.txt"))
        assert "Disallow: /private/" in answer.text
    private = [post.path for post in places().values() if post.kind == "private"]
    assert private
    assert all(path.startswith("/private/") for path in private)


async def test_a_front_page_shows_the_headlines(web: DemoWeb, client: httpx.AsyncClient) -> None:
    for site in web.sites:
        document = (await client.get(web.url(site.id))).content.decode(codec(site))
        assert all(escape(post.title) in document for post in site.posts)


async def test_a_connection_serves_many_requests_and_closes_when_asked(web: DemoWeb) -> None:
    host, port = web.url("openline").removeprefix("http://").rstrip("/").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(b"HEAD / HTTP/1.1\r\nHost: x\r\n\r\nHEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    answers = await reader.read()
    assert answers.count(b"HTTP/1.1 200 OK") == 2
    assert answers.count(b"Connection: close") == 1
    writer.close()
    await writer.wait_closed()


# How it is announced


def announced(kind: str, source: dict[str, Any], body: bytes, site: Site) -> list[str]:
    """The addresses in a document, as parsers that are none of ours read it."""
    text = body.decode(codec(site))
    if kind == "json":
        return [item["url"] for item in json.loads(body)["items"]]
    if source["kind"] == "feed":
        feed = feedparser.parse(io.BytesIO(body))
        assert not feed.bozo or isinstance(feed.bozo_exception, feedparser.CharacterEncodingOverride)
        assert [unescape(entry.title) for entry in feed.entries] == [post.title for post in site.posts]
        return [entry.link for entry in feed.entries]
    if source["kind"] == "sitemap":
        root = ElementTree.fromstring(text.partition("?>")[2])  # expat does not know Big5
        return [loc.text or "" for loc in root.iter(LOC)]
    rows = LexborHTMLParser(text).css(source["select"]["item"])
    return [urljoin(source["url"], row.css_first("a").attributes["href"] or "") for row in rows]


async def test_every_site_announces_every_post(web: DemoWeb, client: httpx.AsyncClient) -> None:
    for site, source in zip(web.sites, web.sources(), strict=True):
        answer = await client.get(source["url"])
        assert answer.headers["content-type"].startswith(FEEDS[site.feed].content_type)
        found = announced(site.feed, source, answer.content, site)
        if site.feed == "sitemap-index":
            assert len(found) >= 3
            parts = [(await client.get(url)).content for url in found]
            found = [url for part in parts for url in announced(site.feed, source, part, site)]
        assert sorted(found) == sorted(web.url(site.id, post.via or post.path) for post in site.posts)


def test_sources_are_those_of_a_sources_file() -> None:
    web = DemoWeb(load_sites())
    for source in web.sources():
        assert {"id", "name", "kind", "url", "language", "country", "timezone"} <= set(source)
        assert ("select" in source) is (source["kind"] == "listing")
        assert codecs.lookup(CODECS.get(SITES[source["id"]].encoding, SITES[source["id"]].encoding))
