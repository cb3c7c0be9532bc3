"""Listing pages → entries, with selectors and without."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import quote, unquote

import pytest

from crawler.discover import discover
from storage.records import Discovery, Page, Selectors, Source

NOW = datetime(2025, 7, 10, 12, tzinfo=UTC)
URL = "https://www.news.example/tech/"


def read(html: str | bytes, select: Selectors | None = None, **of: object) -> Discovery:
    body = html.encode() if isinstance(html, str) else html
    source = Source("s", "S", "listing", URL, select=select, **{"timezone": "Asia/Bangkok", **of})  # type: ignore[arg-type]
    return discover(Page(URL, URL, 200, body, NOW, {"content-type": "text/html"}), source)


CARDS = """<meta charset=tis-620><title>ข่าวเทค</title>
<div class=card><h3><a href=/a/1>หัวข้อหนึ่ง</a></h3><time datetime=2025-07-01T09:20>เมื่อวาน</time><p>เรื่อง<b>ย่อ</b></p></div>
<div class=card><h3><a href="../a/2#top">หัวข้อสอง</a></h3><time>3 ก.ค. 68</time></div>
<div class=card><h3>ไม่มีลิงก์</h3></div>
<div class=card><a href="javascript:void(0)">เล่น</a></div>""".encode("cp874")


def test_selectors_find_link_title_date_and_summary() -> None:
    found = read(CARDS, Selectors("div.card", title="h3", date="time", summary="p"))
    assert [(e.url, e.title, e.summary, str(e.published_at)[:16]) for e in found.entries] == [
        ("https://www.news.example/a/2", "หัวข้อสอง", None, "2025-07-03 00:00"),
        ("https://www.news.example/a/1", "หัวข้อหนึ่ง", "เรื่อง ย่อ", "2025-07-01 09:20"),
    ]
    assert (found.title, found.problem) == ("ข่าวเทค", None)


def test_an_item_may_be_the_link_itself() -> None:
    found = read("<a class=x href=/1><h2>Title</h2></a><a href=/2>no</a>", Selectors("a.x", title="h2"))
    assert [(e.url, e.title) for e in found.entries] == [("https://www.news.example/1", "Title")]


def test_a_link_that_a_script_would_set_is_found() -> None:
    cards = (
        "<div class=c><a href='#' data-href=/1>One</a></div>",
        "<div class=c data-url=/2><a href='javascript:void(0)'>Two</a></div>",
        "<div class=c><a data-link=/3>Three</a></div>",
        "<a href=/4><div class=c><h3>Four</h3></div></a>",
        f"<div class=c><a href='{URL}#top'>Top</a></div>",  # the page itself is none of its articles
    )
    found = read("".join(cards), Selectors(".c"))
    assert [e.url.rpartition("/")[2] for e in found.entries] == ["1", "2", "3", "4"]
    assert found.problem is None


def test_items_of_which_most_have_no_link_are_told() -> None:
    cards = "<p class=c><a href=/1>One</a></p>" * 3 + "<p class=c><a onclick='go(2)'>Two</a></p>" * 3
    assert read(cards, Selectors(".c")).problem == "discover: 3 of 6 items have no address"
    none = "<p class=c><a onclick='go(2)'>Two</a></p>" * 3
    assert read(none, Selectors(".c")).problem == "discover: 3 of 3 items have no address"


SLUGS = [
    ("ข่าว-เศรษฐกิจ-ดิจิทัล-ไทย", "ข่าวเศรษฐกิจดิจิทัลไทยวันนี้"),
    ("цифровая-экономика-растёт-быстро", "Цифровая экономика растёт быстро"),
    ("اقتصاد-رقمي-في-المنتدى", "اقتصاد رقمي في المنتدى العالمي"),
    ("数字经济大会今日在京开幕", "数字经济大会今日在京开幕"),
    ("デジタル経済会議が北京で開幕", "デジタル経済会議が北京で開幕"),
    ("การประชุมเศรษฐกิจดิจิทัลโลกเปิดฉากแล้ว", "การประชุมเศรษฐกิจดิจิทัลโลกเปิดฉากแล้ว"),
]


@pytest.mark.parametrize(("slug", "title"), SLUGS)
@pytest.mark.parametrize("written", [str, quote], ids=["plain", "escaped"])
def test_an_address_in_any_script_may_be_an_article_s(slug: str, title: str, written: Callable[[str], str]):
    found = read(f"<div><a href='/news/{written(slug)}'>{title}</a></div>")
    assert [(unquote(e.url), e.title) for e in found.entries] == [
        (f"https://www.news.example/news/{slug}", title)
    ]
    assert read(f"<div><a href='/{written('เศรษฐกิจ')}'>ข่าวเศรษฐกิจทั้งหมด</a></div>").entries == ()  # a section


def test_links_are_meant_against_the_base_of_the_page() -> None:
    found = read("<base href='https://cdn.example/x/'><li><a href=1>One</a></li>", Selectors("li"))
    assert [e.url for e in found.entries] == ["https://cdn.example/x/1"]


def test_selectors_that_find_nothing_or_cannot_be_read_are_a_problem() -> None:
    page = "<link rel=alternate type=application/rss+xml href=/rss><li><a href=/1>One</a></li>"
    assert read(page, Selectors("tr")).problem == (
        "discover: nothing matches select: 'tr'; the page announces the feed https://www.news.example/rss"
    )
    assert (read(page, Selectors("li >> >")).problem or "").startswith(
        "discover: a selector that cannot be read"
    )


FRONT = """<html><head><title>Tech</title></head><body>
<header><a href=/2025/07/01/in-the-header-of-the-page>A headline in the header of the page</a></header>
<nav><a href=/2025/07/01/not-this-one-please>A long text in the navigation bar</a></nav>
<main>
 <article><header><h2><a href=/2025/07/03/forum-opens-in-beijing>Digital economy forum opens in Beijing</a></h2></header><span>July 4, 2025</span></article>
 <li><a href=/story/123456><img alt=""></a><a href=/story/123456>Chip maker plans a plant near the sea</a> <i>2 July 2025</i></li>
 <li><a href=https://m.news.example/content_313088.htm>数字经济大会在京开幕</a></li>
 <li><a href=/2025/07/02/short>More</a></li>
 <li><a href=/tag/artificial-intelligence-and-more-things>Artificial intelligence and more</a></li>
 <li><a href=/about-us>All that there is to know about us</a></li>
 <li><a href=https://other.example/2025/07/03/somewhere-else-entirely>A story of some other publisher</a></li>
 <li><a href=/files/report-2025-final-version.pdf>The report of the year as a document</a></li>
</main>
<footer><a href=/2020/01/01/imprint-of-the-publisher>Imprint and privacy of the publisher</a></footer></body></html>"""


def test_without_selectors_links_that_look_like_articles_are_taken() -> None:
    found = read(FRONT)
    assert [(e.url, e.title, str(e.published_at)[:10]) for e in found.entries] == [
        ("https://www.news.example/2025/07/03/forum-opens-in-beijing", "Digital economy forum opens in Beijing", "2025-07-04"),
        ("https://www.news.example/story/123456", "Chip maker plans a plant near the sea", "2025-07-02"),
        ("https://m.news.example/content_313088.htm", "数字经济大会在京开幕", "None"),
    ]  # fmt: skip


CARD = "<article><h3><a href={}>{}</a></h3><p><a href=/culture-of-data>Data</a></p><time>{}</time></article>"


def test_a_heading_of_a_section_or_an_author_takes_no_article_its_date() -> None:
    card = "<article><h2><a href=/2025/one-two-three>A chip maker plans a plant</a></h2><h4><a href=/p/anna>{}</a></h4>{}</article>"
    found = read(f"<main>{card.format('By Anna Maria Svensson', '<time>8 July 2025</time>')}</main>")
    assert [(e.title, str(e.published_at)[:10]) for e in found.entries] == [
        ("A chip maker plans a plant", "2025-07-08")
    ]


def test_a_heading_with_a_date_of_its_own_is_an_article_whatever_its_address() -> None:
    cards = (
        CARD.format("/riga-opens", "Riga opens its digital days", "9 July 2025"),
        CARD.format("/2025/07/08/one-two-three", "A chip maker plans a plant", "8 July 2025"),
        "<li><a href=/p/Xk3><h2>Ministers sign a memorandum</h2><span>July 7, 2025</span></a></li>",
    )
    others = (
        "<h2><a href=/economy>Economy and technology</a></h2>",  # of a section: no date
        "<div><h4><a href=/>The front page of this site</a></h4><time>7 July 2025</time></div>",
        CARD.format("/tag/riga", "All that was told of Riga", "9 July 2025"),
        CARD.format("/list?page=2", "More of what was told", "9 July 2025"),
        "<p><a href=/partners>Our partners in all countries</a> <time>9 July 2025</time></p>",
    )
    found = read(f"<main>{''.join(cards + others)}</main>")
    assert [(e.url.removeprefix("https://www.news.example"), str(e.published_at)[:10]) for e in found.entries] == [
        ("/riga-opens", "2025-07-09"),
        ("/2025/07/08/one-two-three", "2025-07-08"),
        ("/p/Xk3", "2025-07-07"),
    ]  # fmt: skip


def test_a_day_in_the_address_dates_an_entry_that_shows_none() -> None:
    links = "".join(f"<a href=/202507/t20250709_{n}.shtml>工业和信息化部召开新闻发布会</a>" for n in (1, 2))
    assert {str(e.published_at)[:10] for e in read(f"<div>{links}</div>").entries} == {"2025-07-09"}


def test_a_feed_where_a_listing_was_expected_is_read() -> None:
    found = read("<rss><channel><item><title>T</title><link>/1</link></item></channel></rss>")
    assert ([e.url for e in found.entries], found.problem) == (["https://www.news.example/1"], None)


def test_a_page_without_articles_is_a_problem() -> None:
    assert read("<html><body><a href=/login>Log in</a>").problem == "discover: no link looks like an article"


def test_a_calendar_and_the_orders_of_a_list_are_no_articles() -> None:
    traps = (
        "/2031/05/",
        "/calendar/2031-05",
        "/tech/2031/05/17",
        "/events-of-the-month-here?month=2031-05",
        "/list?sort=12345",
        "/news.php?page=1234",
    )
    news = ("/2025/07/01/forum-opens", "/news/2025", "/news.php?page=2&id=55", "/one-two-three-four?sort=asc")
    links = "".join(f"<div><a href={path}>A text as long as a headline is</a></div>" for path in traps + news)
    found = {entry.url.removeprefix("https://www.news.example") for entry in read(links).entries}
    assert found == {*news, "/events-of-the-month-here?month=2031-05"}  # a slug may be one
