"""Pages that were not announced as news: short notices stay articles, results of a search and shops are none."""

from __future__ import annotations

import pytest

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
