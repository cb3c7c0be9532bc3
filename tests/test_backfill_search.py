"""What a search asks and takes: sitemaps, further pages, and no more than proves something."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from time import process_time

import pytest
from searchedsite import HOME, HOUR, LOSS, NOW, A, B, page_of
from tables import each

from crawler.backfill import WHOLE, Ask, Found, search
from crawler.dedupe import url_key
from crawler.discover import discover
from storage.records import Discovery, Failure, FailureKind, Page, Source
from storage.text.clean import key_hash

SOURCE = Source("a", "A", "feed", "https://feeds.example/a")


def urlset(*pages: tuple[str, datetime], tag: str = "lastmod") -> str:
    urls = "".join(f"<url><loc>{url}</loc><{tag}>{at.isoformat()}</{tag}></url>" for url, at in pages)
    return f"<urlset>{urls}</urlset>"


def feed(*urls: str, older: str = "") -> str:
    link = f'<link rel="prev-archive" href="{older}"/>' if older else ""
    entries = "".join(f"<entry><title>T</title><link href='{url}'/></entry>" for url in urls)
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{link}{entries}</feed>'


async def searched(
    pages: dict[str, str], known: dict[str, datetime], source: Source = SOURCE
) -> tuple[Found, list[str]]:
    """A search through these pages; and what it asked for."""
    asked: list[str] = []

    async def document(url: str) -> Page | Failure:
        asked.append(url)
        return page_of(url, pages[url]) if url in pages else Failure(url, "soft", "fetch: 404", NOW, 404)

    async def read(page: Page):
        return discover(page, replace(source, max_entries=WHOLE))

    hashes = {key_hash(url_key(url)): at for url, at in known.items()}
    found = await search(source, LOSS, hashes, Ask(document, read, lambda title: "gdec" in title.lower()))
    return found, asked


async def test_undated_entries_are_taken_only_where_their_page_reaches_what_was_known():
    new, old = [f"{HOME}/n{i}" for i in range(6)], f"{HOME}/old"
    known = {old: NOW - 10 * HOUR}
    pages = {A: feed(*new[:3], older=B), B: feed(*new[3:], old)}
    found, _ = await searched(pages, known)
    assert (found.proved, {e.url for e in found.entries}) == (True, {*new})
    pages[B] = feed(*new[3:], older=A)  # leads back to its beginning
    found, asked = await searched(pages, known)
    assert (found.proved, found.entries, asked.count(A)) == (False, (), 1)


async def test_what_stays_on_top_for_good_does_not_prove_that_the_rest_was_seen():
    new, old = [f"{HOME}/n{i}" for i in range(9)], [f"{HOME}/o{i}" for i in range(5)]
    known = {url: NOW - (10 + at) * HOUR for at, url in enumerate([*old, f"{HOME}/pinned"])}
    pages = {A: feed(f"{HOME}/pinned", *new[:4], older=B)}
    for reached in (old[:1], old[1:]):  # the last one that was announced before, or more than stay on top
        found, _ = await searched(pages | {B: feed(*new[4:], *reached)}, known)
        assert (found.proved, {e.url for e in found.entries}) == (True, {*new})
    for some, proved in (
        (old[3:4], False),
        (old[2:4], False),
        (old[1:4], True),
    ):  # with the one on top 2, 3 and 4
        found, _ = await searched(pages | {B: feed(*new[4:], *some)}, known)
        assert found.proved is proved, some


@pytest.mark.parametrize(("kind", "status"), [("offline", None), ("soft", 429), ("temporary", 503)])
async def test_a_search_that_could_not_ask_is_not_over(kind: FailureKind, status: int | None):
    async def document(url: str) -> Failure:
        return Failure(url, kind, "fetch: not now", NOW, status)

    async def read(page: Page) -> Discovery:
        raise AssertionError("there is no page")

    found = await search(SOURCE, LOSS, {}, Ask(document, read, lambda title: False))
    assert (found.proved, found.failed) == (False, True)


async def test_where_the_sitemaps_that_robots_txt_names_are_gone_the_usual_ones_are_asked():
    pages = {
        A: feed(f"{HOME}/tech/now"),
        f"{HOME}/robots.txt": "Sitemap: /moved.xml",
        f"{HOME}/sitemap.xml": urlset(*SECTIONS.items()),
    }
    found, asked = await searched(pages, SECTIONS)
    assert (found.proved, asked[1:3]) == (True, [f"{HOME}/robots.txt", f"{HOME}/moved.xml"])


async def test_a_feed_served_from_elsewhere_is_searched_where_its_articles_are_and_nowhere_else():
    pages = {
        A: feed(f"{HOME}/n0"),
        f"{HOME}/robots.txt": "Sitemap: https://other.example/s.xml\nSitemap: /s.xml",
    }
    _, asked = await searched(pages, {})
    assert asked[:3] == [A, f"{HOME}/robots.txt", f"{HOME}/s.xml"]
    assert all(url.startswith(HOME) for url in asked[1:])
    _, asked = await searched({A: feed(f"{HOME}/n0", "https://other.example/n1")}, {})  # of many sites
    assert asked[:2] == [A, "https://feeds.example/robots.txt"]
    pages.pop(f"{HOME}/robots.txt")
    _, asked = await searched(pages, {})
    assert asked[2:] == [
        HOME + path
        for path in ("/news-sitemap.xml", "/sitemap-news.xml", "/sitemap.xml", "/sitemap_index.xml")
    ]


SECTIONS = {f"{HOME}/tech/{i}-x": NOW - (10 + i) * HOUR for i in range(8)}


async def test_of_a_sitemap_the_window_is_taken_and_the_sections_that_were_announced_before():
    inside = {
        f"{HOME}/{path}": NOW - HOUR for path in ("tech/new", "sport/new", "sport/gdec-2026-opens", "misc/x")
    }
    far = {f"{HOME}/tech/{name}": at for name, at in (("ages", NOW - 99 * HOUR), ("ahead", NOW + HOUR))}
    strange = {"https://other.example/tech/new": NOW - HOUR}
    sport = {f"{HOME}/sport/{i}": NOW - (10 + i) * HOUR for i in range(8)}
    text = urlset(*(SECTIONS | sport | inside | far | strange).items())
    pages = {A: feed(f"{HOME}/tech/now"), f"{HOME}/sitemap.xml": text}
    found, _ = await searched(pages, SECTIONS)
    assert {e.url for e in found.entries} == {f"{HOME}/tech/new", f"{HOME}/sport/gdec-2026-opens"} | {
        url for url, at in SECTIONS.items() if at >= LOSS.from_at - timedelta(days=1)
    }
    assert found.proved
    missing = urlset(*(dict(list(SECTIONS.items())[::2]) | inside).items())
    found, _ = await searched(pages | {f"{HOME}/sitemap.xml": missing}, SECTIONS)
    assert not found.proved  # it holds half of what was announced


async def test_a_site_that_was_written_anew_floods_nobody():
    many = {f"{HOME}/tech/old-{i}": NOW - HOUR for i in range(400)}
    pages = {A: feed(f"{HOME}/tech/now"), f"{HOME}/sitemap.xml": urlset(*(SECTIONS | many).items())}
    found, _ = await searched(pages, SECTIONS)
    assert found.entries == ()
    dated = urlset(*(SECTIONS | many).items(), tag="publication_date")
    found, _ = await searched(pages | {f"{HOME}/sitemap.xml": dated}, SECTIONS)
    assert len(found.entries) >= 400
    few = replace(SOURCE, max_entries=50)
    found, _ = await searched(pages | {f"{HOME}/sitemap.xml": dated}, SECTIONS, few)
    assert len(found.entries) == 50


async def test_the_section_of_a_source_that_tells_no_dates_is_known_by_those_of_the_sitemap():
    """All that it showed the first time is known from one moment on."""
    known = dict.fromkeys(SECTIONS, NOW - 9 * HOUR)
    sport = {f"{HOME}/sport/{i}": NOW - (10 + i) * HOUR for i in range(8)}
    inside = {f"{HOME}/{path}": NOW - HOUR for path in ("tech/new", "sport/new")}
    pages = {A: feed(f"{HOME}/tech/now"), f"{HOME}/sitemap.xml": urlset(*(SECTIONS | sport | inside).items())}
    found, _ = await searched(pages, known)
    assert {e.url for e in found.entries if e.url.endswith("/new")} == {f"{HOME}/tech/new"}
    pages[f"{HOME}/sitemap.xml"] = urlset(
        *(SECTIONS | inside | {f"{HOME}/tech/{i}-y": NOW - 11 * HOUR for i in range(9)}).items()
    )
    found, _ = await searched(pages, known)  # of its section the source shows less than half
    assert [e.url for e in found.entries if e.url.endswith("/new")] == []


async def test_a_section_of_which_the_source_announces_little_is_not_its_own():
    mixed = {f"{HOME}/mixed/{i}-x": NOW - (10 + i) * HOUR for i in range(8)}
    pages = {A: feed(f"{HOME}/tech/now"), f"{HOME}/sitemap.xml": ""}
    for announced, taken in ((3, set()), (4, {f"{HOME}/mixed/new"})):
        known = SECTIONS | dict(list(mixed.items())[:announced])
        pages[f"{HOME}/sitemap.xml"] = urlset(*(SECTIONS | mixed | {f"{HOME}/mixed/new": NOW - HOUR}).items())
        found, _ = await searched(pages, known)
        assert {e.url for e in found.entries if e.url.endswith("/new")} == taken


async def test_a_feed_that_answers_alike_to_every_page_is_not_turned_over_and_over():
    same = "<rss><channel><generator>https://wordpress.org/</generator><item><link>https://news.example/1</link></item></channel></rss>"
    _, asked = await searched({A: same} | {f"{A}?paged={n}": same for n in range(2, 30)}, {})
    assert asked[:3] == [A, f"{A}?paged=2", f"{HOME}/robots.txt"]


async def test_a_search_asks_no_more_than_twenty_times():
    index = "".join(f"<sitemap><loc>{HOME}/s{i}.xml</loc></sitemap>" for i in range(99))
    pages = {f"{HOME}/s{i}.xml": urlset((f"{HOME}/tech/{i}", NOW - HOUR)) for i in range(99)}
    pages |= {A: feed(f"{HOME}/tech/now"), f"{HOME}/sitemap.xml": f"<sitemapindex>{index}</sitemapindex>"}
    found, asked = await searched(pages, SECTIONS)
    assert (len(asked), len(set(asked)), found.proved) == (20, 20, False)


OLDER = [
    ('<link rel="next" href="/a?p=2"/>', "https://feeds.example/a?p=2"),
    (
        '<link rel="prev-archive" href="https://feeds.example/2025"/><link rel="next" href="/b"/>',
        "https://feeds.example/2025",
    ),
    ('<link rel="previous" href="/newer"/>', None),
    ('<link rel="next" href="/a"/>', None),  # itself
    ("<generator>WordPress</generator>", "https://feeds.example/a?paged=2"),
    ('<generator uri="https://wordpress.org/">x</generator>', "https://feeds.example/a?paged=2"),
    ("<generator>Drupal</generator>", None),
]


@each(("said", "older"), OLDER)
def test_a_feed_says_where_it_goes_on(said: str, older: str | None):
    text = f'<feed xmlns="http://www.w3.org/2005/Atom">{said}<entry><link href="/1"/></entry></feed>'
    assert discover(page_of(A, text), SOURCE).older == older


def test_the_pages_of_wordpress_are_counted_and_listings_and_json_have_next_ones():
    text = "<rss><channel><generator>https://wordpress.org/?v=6</generator><item><link>/1</link></item></channel></rss>"
    assert discover(page_of(f"{A}?x=1&paged=9", text), SOURCE).older == f"{A}?x=1&paged=10"
    assert discover(page_of(f"{A}?x=1", text), SOURCE).older == f"{A}?x=1&paged=2"
    json = '{"next_url": "/j2", "items": [{"url": "https://news.example/1"}]}'
    assert discover(page_of(A, json), SOURCE).older == "https://feeds.example/j2"
    page = "<!doctype html><a rel='nofollow next' href='?page=2'>Next</a><a href='/2025/a-long-story-of-1'>A long headline of it</a>"
    listing = replace(SOURCE, kind="listing")
    assert discover(page_of(A, page), listing).older == "https://feeds.example/a?page=2"


async def test_a_robots_txt_of_empty_lines_is_read_at_once():
    began, home = process_time(), replace(SOURCE, url=f"{HOME}/rss")
    _, asked = await searched({f"{HOME}/robots.txt": f"Sitemap: {HOME}/s.xml" + "\n" * 300_000}, {}, home)
    assert f"{HOME}/s.xml" in asked
    assert process_time() - began < 10  # each line looked at from each line before it: a minute
