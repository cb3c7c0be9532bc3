"""Sitemaps → entries and further sitemaps."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime

import pytest

from crawler.discover import discover
from storage.records import Discovery, Page, Source

NOW = datetime(2025, 7, 10, 12, tzinfo=UTC)
URL = "https://news.example/sitemap.xml"
SPACE = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:news='http://www.google.com/schemas/sitemap-news/0.9' xmlns:image='http://www.google.com/schemas/sitemap-image/1.1'"


def read(body: bytes | str, content_type: str = "application/xml", **of: object) -> Discovery:
    data = body.encode() if isinstance(body, str) else body
    source = Source("s", "S", "sitemap", URL, **of)  # type: ignore[arg-type]
    return discover(Page(URL, URL, 200, data, NOW, {"content-type": content_type}), source)


def urlset(urls: str) -> str:
    return f"<?xml version='1.0'?><urlset {SPACE}>{urls}</urlset>"


def index(*maps: tuple[str, str]) -> str:
    parts = (f"<sitemap><loc>{u}</loc>{f'<lastmod>{m}</lastmod>' if m else ''}</sitemap>" for u, m in maps)
    return f"<?xml version='1.0'?><sitemapindex {SPACE}>{''.join(parts)}</sitemapindex>"


def test_a_change_orders_addresses_and_is_no_publication() -> None:
    found = read(
        urlset(
            "<url><loc>https://news.example/1</loc><lastmod>2025-07-01</lastmod></url>"
            "<url><loc> https://news.example/2 </loc><lastmod>2025-07-03T10:00:00Z</lastmod></url>"
        )
    )
    assert [(e.url, e.published_at) for e in found.entries] == [
        ("https://news.example/2", None),
        ("https://news.example/1", None),
    ]


def test_a_news_sitemap_tells_title_date_and_language() -> None:
    found = read(
        urlset(
            "<url><image:image><image:loc>https://cdn.example/p.jpg</image:loc><image:title>Photo</image:title></image:image>"
            "<loc>https://news.example/1</loc><news:news><news:publication><news:name>N</news:name>"
            "<news:language>zh-tw</news:language></news:publication>"
            "<news:publication_date>2025-07-03T09:20:00+08:00</news:publication_date>"
            "<news:title>AI &amp;amp; 大會</news:title></news:news></url>"
        ),
        language="en",
    )
    (entry,) = found.entries
    assert (entry.url, entry.title, entry.language) == ("https://news.example/1", "AI & 大會", "zh")
    assert entry.published_at == datetime(2025, 7, 3, 1, 20, tzinfo=UTC)


def test_of_a_large_sitemap_the_newest_are_kept() -> None:
    urls = "".join(
        f"<url><loc>https://news.example/{n}</loc><lastmod>2025-07-{n % 9 + 1:02}</lastmod></url>"
        for n in range(900)
    )
    assert {int(e.url[21:]) % 9 for e in read(urlset(urls), max_entries=100).entries} == {8}


@pytest.mark.parametrize("lastmod", ["", "<lastmod>2025-07-10</lastmod>"], ids=["undated", "all of today"])
def test_a_large_sitemap_without_an_order_is_read_from_both_ends(lastmod: str) -> None:
    """Which end the new ones stand at is not told: some sites write their oldest first."""

    def url(n: int, said: str) -> str:
        return f"<url><loc>https://news.example/{n}</loc>{said}</url>"

    newest = url(900, "<lastmod>2025-07-11</lastmod>") if lastmod else ""
    urls = "".join(url(n, lastmod) for n in range(900))
    found = read(urlset(urls + newest), max_entries=10)
    first = [900] if lastmod else []
    assert [int(e.url[21:]) for e in found.entries] == [*first, 0, 899, 1, 898, 2, 897, 3, 896, 4, 895][:10]
    assert "(max_entries)" in (found.problem or "")
    few = read(urlset(urls), max_entries=900)
    assert [int(e.url[21:]) for e in few.entries] == list(range(900))


def test_of_numbered_sitemaps_the_last_may_be_the_newest() -> None:
    found = read(index(*((f"https://news.example/{n}.xml", "") for n in range(6))))
    assert [c[21] for c in found.children] == ["0", "5", "1", "4", "2", "3"]


def test_the_sitemaps_of_an_index_come_newest_first() -> None:
    found = read(
        index(("https://news.example/a.xml", "2025-06-01"), ("/b.xml", "2025-07-09"), ("ftp://x/c.xml", ""))
    )
    assert found.children == ("https://news.example/b.xml", "https://news.example/a.xml")
    assert (found.entries, found.problem) == ((), None)


def test_a_sitemap_of_tags_comes_last_however_lately_it_was_changed() -> None:
    """It is written anew with each article; a name that says news outweighs what else it says."""
    maps = {"tags": "2025-07-09", "posts": "2025-07-08", "news-images": "2025-07-10", "authors": "2025-07-11"}
    found = read(index(*((f"https://news.example/{name}.xml", day) for name, day in maps.items())))
    names = [url.rpartition("/")[2].removesuffix(".xml") for url in found.children]
    assert names == ["news-images", "posts", "authors", "tags"]


def test_without_dates_an_index_is_ordered_by_what_its_names_promise() -> None:
    names = ("category", "posts-2023-01", "posts-2025-06", "posts-2025-07", "news", "images")
    found = read(index(*((f"https://news.example/{n}.xml", "") for n in names)))
    assert [c.rpartition("/")[2] for c in found.children] == [
        "posts-2025-07.xml",
        "posts-2025-06.xml",
        "posts-2023-01.xml",
        "news.xml",
        "category.xml",
        "images.xml",
    ]


def test_sitemaps_come_packed_as_text_and_broken() -> None:
    whole = urlset("".join(f"<url><loc>https://news.example/?a=1&amp;b={n}</loc></url>" for n in range(3)))
    cases = {
        "packed": gzip.compress(whole.encode()),
        "text": b"https://news.example/?a=1&b=0\r\nhttps://news.example/?a=1&b=1\n\nhttps://news.example/?a=1&b=2\n",
        "stray ampersands": whole.replace("&amp;", "&").encode(),
        "wrong end tag": whole.replace("</url>", "</ur>", 1).encode(),
        "no namespace": whole.replace(SPACE, "").encode(),
        "prefix never declared": whole.replace("<url>", "<url><pagemap:x/>").encode(),
    }
    for name, body in cases.items():
        urls = {e.url for e in read(body).entries}
        assert urls == {f"https://news.example/?a=1&b={n}" for n in range(3)}, name


def test_what_is_wrong_with_a_sitemap_is_said() -> None:
    cut = urlset("<url><loc>https://news.example/1</loc></url><url><loc>https://news.example/2</loc></url>")[
        :-50
    ]
    assert (read(cut).problem or "").startswith(
        "discover: malformed XML in line 1 (unclosed token), 1 addresses"
    )
    assert (
        read("<html><title>Oops</title></html>").problem
        == "discover: HTML instead of a sitemap, titled 'Oops'"
    )
    assert read(urlset("")).problem is None  # a news sitemap after two days without news


def test_a_feed_where_a_sitemap_was_expected_is_read() -> None:
    found = read("<rss><channel><item><link>https://news.example/1</link></item></channel></rss>")
    assert ([e.url for e in found.entries], found.problem) == (["https://news.example/1"], None)


def test_links_and_sitemaps_that_are_left_out_are_told() -> None:
    urls = "".join(f"<url><loc>https://news.example/{n}</loc></url>" for n in range(30))
    assert read(urlset(urls), max_entries=20).problem == "discover: 20 of 30 entries taken (max_entries)"
    maps = [(f"https://news.example/{n}.xml", "") for n in range(1_200)]
    found = read(index(*maps))
    assert len(found.children) == 1_000
    assert found.problem == "discover: 1000 of 1200 sitemaps taken"


def test_no_more_links_are_read_than_a_sitemap_may_hold() -> None:
    urls = "<url><loc>/1</loc></url>" * 50_000
    assert read(urlset(urls)).problem is None
    assert (
        read(urlset(urls + "<url><loc>/2</loc></url>")).problem == "discover: only the first 50000 links read"
    )
