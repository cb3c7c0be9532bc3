"""What a page declares of itself: one line each, bounded, whatever the page says."""

from __future__ import annotations

import json

from crawler.parse import read_page
from storage.records import Article

TEXT = "The conference on the digital economy was opened in Beijing on Thursday by its hosts and guests. " * 5
LONG = "x" * 20_000


def article(head: str, url: str = "https://news.example/a") -> Article:
    found = read_page(f"<html><head>{head}</head><body><p>{TEXT}</p></body></html>".encode(), url)
    assert isinstance(found, Article)
    return found


def test_nothing_that_is_declared_is_longer_than_its_bound() -> None:
    node = {
        "@type": "NewsArticle",
        "headline": LONG,
        "author": [{"name": f"Ann Lee{n}"} for n in range(1000)] + [{"name": LONG}],
        "publisher": {"name": LONG},
        "articleSection": LONG,
        "keywords": [f"{n} {LONG[:400]}" for n in range(1000)],
        "image": "https://news.example/" + LONG,
        "url": "https://news.example/" + LONG,
        "description": LONG,
    }
    found = article(f'<script type="application/ld+json">{json.dumps(node)}</script>')
    assert (found.canonical_url, found.image_url) == (None, None)
    assert len(found.title) <= 500
    assert len(found.summary or "") <= 2_000
    assert 0 < len(found.tags) <= 50
    assert 0 < len(found.authors) <= 50
    for name in (*found.tags, *found.authors, found.section or "", found.site_name or ""):
        assert len(name) <= 300


def test_an_address_longer_than_any_is_none_and_the_next_counts() -> None:
    found = article(
        f'<link rel="canonical" href="https://news.example/{LONG}"><meta property="og:url" content="/b">'
        f'<meta property="og:image" content="https://news.example/{LONG}">'
    )
    assert found.canonical_url == "https://news.example/b"
    assert found.image_url is None


def test_control_characters_stay_out_of_fields_of_one_line() -> None:
    odd = "A\x01d\x1bé\x7f \x85B\x9fo\x80b\x0b\n C"
    found = article(
        f'<title>{odd}</title><meta name="author" content="Ann\x02 L\x96ee"><meta name="keywords" content="{odd}, b">'
        f'<meta property="og:site_name" content="{odd}"><meta property="article:section" content="{odd}">'
        '<link rel="canonical" href="/a b\x01\x80">'
    )
    assert found.title == "Adé Bob C"
    assert found.authors == ("Ann Lee",)
    assert found.tags == ("Adé Bob C", "b")
    assert found.section == found.site_name == "Adé Bob C"
    assert found.canonical_url == "https://news.example/a%20b%01%C2%80"


def test_a_tower_of_marks_does_not_hold_up_a_page() -> None:
    found = read_page(
        f"<title>K</title><p>{TEXT}{'e' + chr(0x301) * 2 + (chr(0x316) + chr(0x301)) * 200_000}</p>".encode(),
        None,
    )
    assert isinstance(found, Article)
    assert len(found.text) < 2_000
