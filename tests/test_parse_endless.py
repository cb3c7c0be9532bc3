"""Pages that go on with the next article below the first, in boxes of one name; and texts in parts that are built so."""

from __future__ import annotations

from tables import each

from crawler.parse import read_page
from storage.records import Article

TITLE = "Four boats for the islands"
FLASH = "<p>Four boats lie at the quay since Monday, and nobody may board them before the cable is laid, says the harbour master.</p><p>The old ones were sold to a museum, which is to show them from the summer on.</p>"
NEXT = "<p>The lock was opened on Sunday for the first time since the flood, and forty ships went through it by night.</p><p>The next stop is planned for May, the office says.</p>"
OTHER = "Forty ships go through the lock"
WORDS = "forty ships went"


def text(inner: str, title: str = TITLE) -> str:
    html = f"<html lang=en><head><title>{title}</title></head><body><main>{inner}</main></body></html>"
    found = read_page(html.encode(), "https://quaypost.example/2025/07/four-boats", announced=True)
    assert isinstance(found, Article), found
    return found.text


def of(first: str, second: str) -> str:
    return text(first.format(title=TITLE, body=FLASH) + second.format(title=OTHER, body=NEXT))


SLIDE = "<div class=slider__slide><div class=article><h1 class='article__title-in js-title'>{title}</h1>{body}</div></div>"
ENDLESS = [
    (SLIDE, SLIDE),
    (SLIDE, "<div class=slider__slide><div class=article><div class='article__title-in js-title'>{title}</div>{body}</div></div>"),
    ("<div class=article-container data-id=1><h1>{title}</h1><div>{body}</div></div>", "<div class=article-container data-id=2><h1>{title}</h1><div>{body}</div></div>"),
    ("<div id=story-101 class=story-wrap><header><h1>{title}</h1></header>{body}</div>", "<div id=story-102 class=story-wrap><header><h1>{title}</h1></header>{body}</div>"),
    ("<section class=infinite-item><h1>{title}</h1>{body}</section>", "<section class=infinite-item><h1>{title}</h1>{body}</section>"),
]  # fmt: skip
ONE = [  # parts of one text
    ("<section class=part><h1>{title}</h1>{body}</section>", "<section class=part><h1>{title}</h1>{body}</section>"),
    ("<div class=story-part><h1>{title}</h1>{body}</div>", "<div class=story-part><h2>{title}</h2>{body}</div>"),
    ("<div class='story-part first'><h1 class='part title'>{title}</h1>{body}</div>", "<div class=story-part><h2 class='part title'>{title}</h2>{body}</div>"),
    ("<div class=entry-content><h1>{title}</h1>{body}</div>", "<div class=entry-content><h1>{title}</h1>{body}</div>"),
    ("<div class='story-slide s1'><h1>{title}</h1>{body}</div>", "<div class='story-slide s2'><h1>{title}</h1>{body}</div>"),
    ("<div class=post-row><h1 class='head title-large'>{title}</h1>{body}</div>", "<div class=post-row><h3 class='head title-large'>{title}</h3>{body}</div>"),
]  # fmt: skip


@each(("first", "second"), ENDLESS)
def test_the_next_article_of_an_endless_page_is_none_of_the_text(first: str, second: str) -> None:
    told = of(first, second)
    assert WORDS not in told
    assert "old ones were sold" in told


@each(("first", "second"), ONE)
def test_the_next_part_of_a_text_is(first: str, second: str) -> None:
    assert WORDS in of(first, second)


def test_a_headline_in_a_box_of_its_own_takes_no_text_with_it() -> None:
    assert WORDS in text(
        f"<div class=post><h1>{TITLE}</h1></div><div class=post><h1>{TITLE}</h1>{NEXT}</div>"
    )
