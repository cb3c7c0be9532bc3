"""Pages that were not announced as news: short notices stay articles, results of a search and shops are none."""

from __future__ import annotations

import pytest
from tables import each

from crawler.parse import read_page
from storage.records import Article, NotArticle

TITLE = "Opening of the conference on the economy of harbours"
TEXT = [
    "The conference on the economy of harbours opened in Newtown on Wednesday with guests from fifty countries.",
    "A delegation of our company presented its new ferries there and signed two agreements with its partners.",
    "The conference goes on until Saturday, and its results will be published by the organisers in the autumn.",
]
PLAIN = "".join(f"<p>{text}</p>" for text in TEXT)
BUILT = "".join(
    f"<div class=block><p>{text}</p></div>" for text in TEXT
)  # each paragraph in a part of its own
PICTURED = "".join(
    f"<p>{text}</p><figure><img src=a.jpg><figcaption>Photo</figcaption></figure>" for text in TEXT
)
WEBSITE = "<meta property=og:type content=website>"
ANY_PAGE = '<script type="application/ld+json">{"@context":"https://schema.org","@type":"WebPage","name":"x"}</script>'
BOTH = "".join(
    f"<div class=block><p>{text}</p></div><figure><img src=a.jpg><figcaption>Photo</figcaption></figure><i>Share</i>"
    for text in TEXT
)
NOTICES = [  # address, what its head declares
    ("https://harbour.example/news/opening", ""),
    ("https://harbour.example/news/opening", WEBSITE),
    ("https://harbour.example/news/opening", WEBSITE + ANY_PAGE),
    ("https://harbour.example/news/detail?id=12&lang=en", WEBSITE),
    ("https://harbour.example/news.php?section=economy&no=5", WEBSITE),
    ("https://harbour.example/index.php?m=content&a=show&id=7&q=harbours", WEBSITE),
    ("https://harbour.example/opening?" + "&".join(f"utm_{i}=x" for i in range(30)), WEBSITE),
]


def read(
    url: str, inner: str, head: str = "", title: str = TITLE, *, announced: bool = False
) -> Article | NotArticle:
    page = f"<html lang=en><head><title>{title}</title>{head}</head><body><main><h1>{title}</h1>{inner}</main></body></html>"
    return read_page(page.encode(), url, announced=announced)


@pytest.mark.parametrize("inner", [PLAIN, BUILT, PICTURED, BOTH])
@pytest.mark.parametrize("date", ["", "<p>2 July 2025</p>"])
@pytest.mark.parametrize(("url", "head"), NOTICES)
def test_a_short_notice_of_a_plain_site_is_an_article(url: str, head: str, date: str, inner: str) -> None:
    assert isinstance(found := read(url, date + inner, head), Article), found


FOUND = "".join(
    f"<article><h3><a href=/{i}>Ferries of the {name} harbour</a></h3><p>{text}</p></article>"
    for i, (name, text) in enumerate(zip(("old", "new"), TEXT, strict=False))
)


def test_results_of_a_search_and_things_on_sale_are_no_articles_unless_they_were_announced() -> None:
    sought = "https://harbour.example/search?q=ferries", FOUND, "", "Results for ferries"
    on_sale = "https://harbour.example/boat", BUILT, "<meta property=og:type content=product.item>", "A boat"
    for page in (sought, on_sale):
        assert isinstance(read(*page), NotArticle)
        assert isinstance(read(*page, announced=True), Article)


LATEST = "".join(
    f"<li class=item><a href=/{n}>The {name} harbour opens a new quay</a><p>{30 - n} June 2025</p></li>"
    for n, name in enumerate(("old", "new", "upper", "lower", "outer"))
)
RAIL = f"<section><h2>Latest news</h2><ul>{LATEST}</ul></section>"


@pytest.mark.parametrize("date", ["", "<time datetime=2025-07-02>2 July</time><p>Share this</p><p>Print</p>"])
def test_a_short_notice_beside_the_latest_news_is_no_list_of_them(date: str) -> None:
    url = "https://harbour.example/news/12345"
    assert isinstance(found := read(url, date + PLAIN + RAIL), Article), found
    listed = LATEST.replace("<p>", "<p>The ferries will land there from next spring on.</p><p>")
    day = "<time datetime=2025-07-02>2 July</time>"
    assert isinstance(found := read(url, f"{day}<p>{TEXT[0]}</p><ul>{listed}</ul>"), Article), found
    assert isinstance(found := read(url, f"<p>{TEXT[0]}</p><ul>{listed}</ul>"), NotArticle), found


def _heads(*heads: str) -> str:
    return f"<table><tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr></table>"


@each(
    "beside",
    [
        _heads("Platform", "Posts", "Replies", "Views"),
        "<dl><dt>最終更新</dt><dd>2日</dd><dt>閲覧数</dt><dd>90</dd><dt>トピック</dt><dd>港</dd></dl>",
        "<div><h4>Chủ đề</h4><b>AI</b></div><div><h4>Bài viết mới nhất</h4></div><div>Trả lời</div>",
        "<div><h4>Topics</h4></div><div><h4>Views</h4></div><div><h4>Posts</h4></div>",
    ],
)
def test_columns_and_labels_around_a_text_make_no_forum_of_it(beside: str) -> None:
    assert isinstance(found := read("https://harbour.example/12345", PLAIN + beside), Article), found
    topics = "".join(f"<tr><td><a href=/{n}>{name}</a></td><td>{n}</td></tr>" for n, name in enumerate(TEXT))
    listed = _heads("Topics", "Replies", "Views", "Last post") + f"<table>{topics}</table><p>Talk here.</p>"
    assert isinstance(read("https://harbour.example/forum/4", listed), NotArticle)


def test_numbered_headings_and_quotations_are_no_posts() -> None:
    told = "".join(f"<h2>#{n}</h2><p>{text}</p><p>Zitat</p>" for n, text in enumerate(TEXT, 1))
    assert isinstance(found := read("https://harbour.example/12345", told), Article), found


def test_a_text_of_short_paragraphs_in_thai_which_ends_no_sentence_is_an_article() -> None:
    said = (
        "รัฐบาลประกาศกฎใหม่วันนี้",
        "กฎมีผลเดือนหน้า",
        "ประชาชนเห็นด้วย",
        "ฝ่ายค้านไม่เห็นด้วย",
        "นายกรัฐมนตรีขอบคุณ",
        "สภาประชุมพรุ่งนี้",
    )
    lines = "".join(f"<p>{line}</p>" for line in said)
    page = f"<html lang=th><head><title>กฎใหม่</title></head><body><main><h1>กฎใหม่</h1><div>{lines}</div></main></body></html>"
    found = read_page(page.encode(), "https://harbour.example/news/thai")
    assert isinstance(found, Article), found
    cards = "".join(f"<p>{name}</p>" for name in ("Pumps", "Cables", "Valves", "Boats", "Cranes", "Gates"))
    left = page.replace(lines, cards).replace("กฎใหม่", "What we make")
    assert isinstance(read_page(left.encode(), "https://harbour.example/news/made"), NotArticle)
