"""Pages of our own → what must and must not be read out of them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from time import process_time

import pytest
from tables import each

from crawler.parse import Article, parse_article, read_page
from storage.records import NotArticle

SHARED = Path(__file__).parents[2] / "shared"
URL = "https://news.example/tech/a-story-1"
BODY = (
    "The conference opened on Wednesday with delegates from fifty countries, who will discuss data and trade.",
    "Organisers said that more than twenty panels are planned this year, besides the main session in the hall.",
    "A manufacturer told the audience that cost, safety and reliability remain the questions that matter most.",
    "Analysts expect more cooperation once the rules of the countries are settled, though that will take time.",
)
LINKS = "".join(f'<li><a href="/{n}">Another story of the day, number {n}</a></li>' for n in range(12))


def page(inner: str, head: str = "", lang: str = "en") -> bytes:
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>A forum opens | The Daily</title>{head}</head>'
        f"<body><nav><ul>{LINKS}</ul></nav>{inner}<footer><p>© 2011-2026 The Daily. All rights reserved.</p></footer></body></html>"
    ).encode()


def paragraphs(tag: str = "p") -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for text in BODY)


LAYOUTS = {
    "paragraphs": f"<article><h1>A forum opens</h1>{paragraphs()}</article>",
    "an open <noscript>": f"<noscript><div class=noscript></noscript><article><h1>A forum opens</h1>{paragraphs()}</article>",
    "divisions": f"<div id=c><h1>A forum opens</h1><div class=txt>{paragraphs('div')}</div></div>",
    "line breaks": f"<div id=c><h1>A forum opens</h1><div class=txt>{'<br><br>'.join(BODY)}</div></div>",
    "a table's cell": f"<table><tr><td><h1>A forum opens</h1><div>{paragraphs()}</div></td><td><ul>{LINKS}</ul></td></tr></table>",
}
FURNITURE = {
    "related": f'<div class="related-posts"><h3>Related stories</h3><ul>{LINKS}</ul></div>',
    "share bar": '<div class="social-share"><a href="/s">Share on one</a> <a href="/t">Share on two</a></div>',
    "newsletter": '<div class="newsletter-signup"><p>Subscribe to our newsletter now.</p><form><input type=email></form></div>',
    "consent": '<div class="cookie-consent"><p>We use cookies to make this site work better for you.</p></div>',
    "tags": '<div class="tag-list"><a href="/t/1">economy</a> <a href="/t/2">data</a></div>',
}


@each("layout", LAYOUTS)
def test_the_text_is_read_whatever_makes_its_paragraphs(layout: str) -> None:
    article = parse_article(page(LAYOUTS[layout]), URL)
    assert article is not None
    assert article.text.split("\n") == list(BODY)
    assert article.title == "A forum opens"
    assert article.language == "en"


@each("kind", FURNITURE)
def test_furniture_is_not_text(kind: str) -> None:
    article = parse_article(
        page(f"<article><h1>A forum opens</h1>{paragraphs()}{FURNITURE[kind]}</article>"), URL
    )
    assert article is not None
    assert article.text.split("\n") == list(BODY)


def test_what_a_page_declares_is_taken_first() -> None:
    head = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
      {"@type": "WebPage", "datePublished": "2020-01-01T00:00:00Z"},
      {"@type": "NewsArticle", "headline": "A forum opens", "datePublished": "2025-07-02T14:30:00+08:00",
       "author": [{"@type": "Person", "name": "By Mary Example"}, {"@id": "#p"}], "articleSection": "Tech",
       "keywords": ["forum", "data"], "image": {"url": "/i.jpg"}, "publisher": {"@type": "Organization", "name": "The Daily"}},
      {"@type": "Person", "@id": "#p", "name": "John Sample", "url": "/john"}]}</script>
      <link rel=canonical href="/tech/a-story"><meta property="og:description" content="What &amp; why">"""
    article = parse_article(page(LAYOUTS["paragraphs"], head), URL)
    assert article is not None
    assert article.published_at == datetime.fromisoformat("2025-07-02T14:30:00+08:00")
    assert article.authors == ("Mary Example", "John Sample")
    assert (article.section, article.tags, article.site_name) == ("Tech", ("forum", "data"), "The Daily")
    assert article.image_url == "https://news.example/i.jpg"
    assert article.canonical_url == "https://news.example/tech/a-story"
    assert article.summary == "What & why"


def test_text_that_stands_only_in_data_is_found() -> None:
    head = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A forum opens","articleBody":"'
        + "\\n".join(BODY)
        + '"}</script>'
    )
    article = parse_article(f"<html><head>{head}</head><body><div id=app></div></body></html>".encode(), URL)
    assert article is not None
    assert article.text.split("\n") == list(BODY)


NO_ARTICLES = {
    "empty": b"  \n",
    "not-html": b"%PDF-1.7 ...",
    "error-page": b"<html><head><title>404 Not Found</title></head><body><h1>Page not found</h1><p>Sorry, it is gone.</p></body></html>",
    "shell": b"<html><body><div id=root></div><script src=a.js></script><script src=b.js></script></body></html>",
    "no-text": b"<html><body><img src=a.jpg></body></html>",
}


@each("reason", NO_ARTICLES)
def test_a_page_that_is_no_article_says_why(reason: str) -> None:
    found = read_page(NO_ARTICLES[reason], URL)
    assert isinstance(found, NotArticle)
    assert found.reason == reason
    assert parse_article(NO_ARTICLES[reason], URL) is None


HOSTILE: dict[
    str, Callable[[int], bytes]
] = {  # of n thousandths, made where they are tried: each worker loads this file
    "nested elements": lambda n: b"<div>" * (100 * n) + b"text",
    "nested links": lambda n: b"<a rel=author>" * (100 * n),
    "attributes": lambda n: b"<div " + b" ".join(b"a%d=1" % i for i in range(500 * n)) + b">x",
    "attributes on lines of their own": lambda n: (
        b"<div " + b"\n".join(b"a%d" % i for i in range(300 * n)) + b">x"
    ),
    "attributes parted by slashes": lambda n: (
        b"<div " + b"/".join(b"a%d" % i for i in range(300 * n)) + b">x"
    ),
    "quotes that part attributes": lambda n: (
        b"<div " + b"".join(b"a%d=''" % i for i in range(200 * n)) + b">x"
    ),
    "attributes that hold brackets": lambda n: (
        b"<div " + b"".join(b'a%d="<"' % i for i in range(300 * n)) + b">x"
    ),
    "a tag without end": lambda n: b"<p a='" + b"x" * (10_000 * n) + b"'>text",
    "formatting that multiplies": lambda n: b"<p>" + b"".join(b"<b a=%d><p>" % i for i in range(100 * n)),
    "formatting with wrong ends": lambda n: (
        b"<p>" + b"".join(b"<FONT a=%d></i><p>" % i for i in range(50 * n))
    ),
    "brackets": lambda n: b"<" * (1_000 * n),
    "every byte": lambda n: bytes(range(256)) * (2 * n),
    "no root": lambda n: b"<!-- -->",
    "NULs": lambda n: b"<p>a\0b</p>\0" * n,
    "deep JSON": lambda n: b"<script type='application/ld+json'>" + b"[" * (200 * n) + b"</script>",
    "unclosed scripts": lambda n: b"<script>" * (50 * n),
    "lone surrogates": lambda n: b"<p>\xed\xa0\x80 text</p>",
    "quotations without end": lambda n: (
        b"<main>"
        + b"".join(
            b"<blockquote><p>The ferry number %d will not leave the quay before noon.</p></blockquote>" % i
            for i in range(15 * n)
        )
    ),
    "line breaks": lambda n: b"a<br>" * (300 * n),
}


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize(("n", "most_s"), [(250, 5), pytest.param(1000, 10, marks=pytest.mark.slow)])
def test_any_bytes_are_answered_in_time(kind: str, n: int, most_s: int) -> None:
    page = HOSTILE[kind](n)
    before = process_time()
    assert isinstance(read_page(page, URL), Article | NotArticle)
    assert process_time() - before < most_s  # half of one is usual


@pytest.mark.skipif(not SHARED.exists(), reason="the shared folder is not beside the checkout")
def test_the_article_that_the_project_began_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SHARED / "tools"))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    import replay_web

    article = parse_article(replay_web.seed_page(), "http://127.2.0.1/1.html")
    lines = [
        " ".join(s.split())
        for s in (SHARED / "data" / "gdec-2025-th.txt").read_text("utf-8").splitlines()
        if s.strip()
    ]
    assert article is not None
    assert (article.site_name, article.title, article.language) == (lines[0], lines[1], "th")
    assert article.published_at is not None
    assert article.published_at.date() == date(2025, 7, 3)
    assert article.text.split("\n") == lines[2:]
