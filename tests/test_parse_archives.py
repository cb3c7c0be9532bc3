"""An archive that shows much of each thing, the newest first, is no article; nor is a topic of a forum, nor the page of a tag."""

from __future__ import annotations

from tables import each

from crawler.parse import read_page
from storage.records import Article, NotArticle

LONG = (
    "The office proposes one price for the use of all masts, and fifteen working days to answer who asks for it. "
    "Today one company pays fourteen times as much as another for the same mast, and waits for months. "
    "Owners are to publish a map of what is free, and cables that nobody has used for two years may be taken down."
)
THINGS = (
    "The shared use of masts",
    "A new home for the band of 1500",
    "Numbers in four hours",
    "What is studied next",
)
NEWEST_FIRST = ("13 November 2026", "6 November 2026", "30 October 2026", "22 October 2026")


def page(days: tuple[str, ...], row: str, *, title: str = "Open consultations", head: str = "") -> bytes:
    rows = "".join(row.format(thing=t, day=d, text=LONG) for t, d in zip(THINGS, days, strict=False))
    return (
        f"<html lang=en><head><title>{title}</title>{head}</head><body><h1>{title}</h1>"
        f"<p>Here you find what the office asks about. Send your remarks before the day that is given.</p>{rows}</body></html>"
    ).encode()


CONSULTED = "<div class=well><h3>{thing}</h3><p>Published on {day} | Until the end of the year</p><p>{text}</p><ul><li><a href=/f.pdf>Draft (PDF)</a></li></ul></div>"
ISSUE = "<section class='issue no'><span>No. 7</span><time>{day}</time><h2><a href=/7>{thing}</a></h2><p>{text}</p><a href=/7>Read on</a></section>"


@each("row", (CONSULTED, ISSUE))
def test_boxes_alike_with_a_day_each_the_newest_first_are_an_archive(row: str) -> None:
    found = read_page(page(NEWEST_FIRST, row), "https://office.example/consultations?state=open")
    assert isinstance(found, NotArticle), found
    assert found.reason == "list-page"


@each(
    ("days", "row", "head"),
    (
        (NEWEST_FIRST[::-1], CONSULTED, ""),  # as what is to come is told
        (("13 November 2026", "6 November 2026", "9 November 2026", "1 November 2026"), CONSULTED, ""),
        (("13 November 2026",) * 4, CONSULTED, ""),  # a live blog
        (NEWEST_FIRST[:3], CONSULTED, ""),
        (NEWEST_FIRST, "<div class=well><h3>{day}</h3><p>{text}</p></div>", ""),  # a timeline
        (NEWEST_FIRST, "<div class=well><h3>{thing}</h3><p>{text} It was said on {day}.</p></div>", ""),
        (
            NEWEST_FIRST,
            "<div class=well><h3>{thing}</h3><p>{day}</p><p>{text}</p></div>",
            "",
        ),  # one that goes back
        (NEWEST_FIRST, CONSULTED, "<meta property=article:published_time content=2026-11-14T10:00:00Z>"),
    ),
)
def test_an_article_in_parts_is_no_archive(days: tuple[str, ...], row: str, head: str) -> None:
    found = read_page(
        page(days, row, title="What the office asks this autumn", head=head), "https://news.example/1"
    )
    assert isinstance(found, Article), found


def test_a_signed_and_dated_text_in_parts_that_go_back_is_no_archive() -> None:
    signed = page(NEWEST_FIRST, CONSULTED, title="How the office came to ask").replace(
        b"</h1>", b"</h1><p class=byline>By Ann Lee, <time datetime=2026-11-14>14 November 2026</time></p>"
    )
    assert isinstance(read_page(signed, "https://news.example/how-the-office-came-to-ask"), Article)


def test_a_topic_whose_posts_are_called_comments_is_a_forums_and_a_flash_with_comments_is_news() -> None:
    posts = "".join(
        f"<article class=ipsComment><h3>Reader {n}</h3><div><p>{LONG[: 60 * n]}</p></div></article>"
        for n in range(1, 4)
    )
    page = (
        "<html lang=en><head><title>A dish on the balcony: who has tried it?</title></head><body>"
        f"<main><h1>A dish on the balcony: who has tried it?</h1><p>Ann began it on 3 November 2026 in the part of this board on dishes and masts</p>{posts}</main></body></html>"
    ).encode()
    topic = read_page(page, "https://forum.masts.example/topic/40217-a-dish-on-the-balcony/")
    assert isinstance(topic, NotArticle), topic
    assert topic.reason == "list-page"
    flash = page.replace(
        b"Ann began it on 3 November 2026 in the part of this board on dishes and masts",
        b"3 November 2026. A dish fell from a balcony in the old town; nobody was hurt, the police say.",
    )
    assert isinstance(read_page(flash, "https://news.example/2026/11/03/a-dish-on-the-balcony"), Article)


def test_a_page_under_a_tag_whose_heading_is_that_tag_is_a_list_whatever_else_it_says() -> None:
    rows = "".join(
        f"<article><a href=/{n}><h3>The {n}th dish of the office is in place</h3></a><p>{LONG[:90]}</p><span>Dishes | {day}</span></article>"
        for n, day in enumerate(NEWEST_FIRST, 4)
    )
    page = (
        "<html lang=en><head><title>News of dishes today - The Mast</title><meta property=og:type content=article>"
        f"<meta property=og:title content='News of dishes today'></head><body><div><h1>Dishes</h1><p>{LONG}</p></div><div>{rows}</div></body></html>"
    ).encode()
    found = read_page(page, "https://mast.example/tag/dishes")
    assert isinstance(found, NotArticle), found
    assert found.reason == "list-page"
