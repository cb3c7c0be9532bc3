"""A front page of one long card and many short ones is no article; an article with others below it is one."""

from __future__ import annotations

import pytest
from tables import each

from crawler.parse import read_page
from storage.records import Article, NotArticle

LONG = (
    "The minister said that the state would double what it spends on lines to the villages, and asked the chamber to pass the law "
    "on the digital state before the summer, which in his words would spare the citizens millions of hours in queues. "
)
CARD = "<div class=card><h3><a href=/{0}>{1}</a></h3><p>{2}</p></div>"
CARDS = [("Grants", "Open until the end of June."), ("Appointments", "Book one in two minutes."), ("Signatures", "How to get yours."),
         ("Open data", "See the catalogue."), ("Jobs", "What is vacant now."), ("Calendar", "What is on this week.")]  # fmt: skip


def page(
    long: str, cards: int, *, linked: bool = True, head: str = "", title: str = "Ministry of Lines"
) -> bytes:
    card = CARD if linked else CARD.replace("<a href=/{0}>", "").replace("</a>", "")
    rows = "".join(card.format(n, *CARDS[n]) for n in range(cards))
    menu = "<nav><a href=/>Home</a><a href=/news>News</a><a href=/law>Laws</a></nav>"
    return f"<html lang=en><head><title>{title}</title>{head}</head><body><header>{menu}</header><main><section><h2>The state doubles its lines</h2>{long}</section><section>{rows}</section></main></body></html>".encode()


def is_article(body: bytes, url: str) -> bool:
    found = read_page(body, url)
    assert isinstance(found, Article) or found.reason in ("front-page", "list-page"), found
    return isinstance(found, Article)


FRONTS = ["https://lines.example/", "https://lines.example", "https://lines.example/en/", "https://lines.example/en-gb", "https://lines.example/index.html",
          "https://lines.example/default.aspx", "https://lines.example/fr/home", "https://lines.example/es/inicio", "https://lines.example/index.php"]  # fmt: skip


@pytest.mark.parametrize("url", FRONTS)
@pytest.mark.parametrize(
    "long", [f"<p>{LONG}</p>", f"<p>{LONG}</p><p>{LONG[:120]}.</p>", f"<p>{LONG * 3}</p>"]
)
def test_a_front_page_with_one_long_card_is_no_article(url: str, long: str) -> None:
    for cards in (4, 6):
        found = read_page(page(long, cards), url)
        assert isinstance(found, NotArticle)
        assert found.reason == "front-page"


@each(
    "url",
    [
        "https://lines.example/2025/07/03/lines",
        "https://lines.example/en/the-state-doubles-its-lines",
        "https://lines.example/?id=4711",
        "https://lines.example/index.php?page=4711",
        "https://lines.example/news/home-of-the-lines",
        "https://lines.example/homework",
        "https://lines.example/ai",
        "https://lines.example/vr/",
        "https://lines.example/portals",
        "https://lines.example/en/4711",
        "https://lines.example/a/b",
    ],
)
def test_an_article_at_an_address_of_its_own_stays_one(url: str) -> None:
    assert is_article(page(f"<p>{LONG}</p><p>{LONG}</p>", 6), url)


@each("url", FRONTS)
def test_a_page_that_tells_one_thing_at_the_front_is_an_article(url: str) -> None:
    told = "".join(f"<p>{n}. {LONG}</p>" for n in range(9))
    assert is_article(page(told, 6), url)  # all of it, and then the others
    assert is_article(page(f"<p>{LONG}</p><p>{LONG}</p>", 3), url)  # too few others
    assert is_article(page(f"<p>{LONG}</p><p>{LONG}</p>", 6, linked=False), url)  # parts of its own
    declared = '<script type=\'application/ld+json\'>{"@type": "NewsArticle", "headline": "The state doubles its lines"}</script>'
    assert is_article(page(f"<p>{LONG}</p><p>{LONG}</p>", 6, head=declared), url)
    for meta in (
        "<meta property=og:type content=article>",
        "<meta property=article:published_time content=2025-07-03>",
    ):
        assert is_article(page(f"<p>{LONG}</p><p>{LONG}</p>", 6, head=meta), url)


def test_a_page_at_the_front_that_tells_its_title_is_an_article() -> None:
    body = page(f"<p>{LONG}</p><p>{LONG}</p>", 6, title="The state doubles its lines")
    assert is_article(body, "https://lines.example/")


def test_without_an_address_it_is_an_article() -> None:
    assert isinstance(read_page(page(f"<p>{LONG}</p><p>{LONG}</p>", 6), None), Article)
