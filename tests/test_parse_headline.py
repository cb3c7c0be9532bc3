"""Which block before the text of an article is its headline."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from crawler.parse.headline import headline_before
from crawler.parse.walk import outline

HEADLINES = [
    ("A forum opens in Beijing", "<h1>A forum opens in Beijing</h1>"),
    ("A forum opens in Beijing", "<div>News: A forum opens in Beijing</div>"),
    ("The “forum” opens: a day in Beijing", '<h1>The "forum" opens – a day in Beijing</h1>'),
    ("Trade: A forum opens in Beijing", "<h2>A forum opens in Beijing</h2>"),  # the line above
    ("How a forum of fifty countries opens in Beijing", "<h1>A forum of fifty countries opens</h1>"),
    ("กรุงเทพ เปิดประชุม “เศรษฐกิจดิจิทัล”", "<h1>กรุงเทพเปิดประชุม 'เศรษฐกิจดิจิทัล'</h1>"),
    ("Forum", "<h1>Forum</h1>"),
    ("A forum opens in Beijing", "<h1><span>A forum opens</span> in Beijing</h1>"),
]
NO_HEADLINES = [
    ("A forum opens in Beijing", "<div>Beijing</div>"),
    ("A forum opens in Beijing", "<h2>Beijing</h2>"),
    ("A forum opens in Beijing", "<p>A forum was opened by ministers of fifty countries in Beijing</p>"),
    ("A forum opens in Beijing", "<h3>Rain opens the season in the south</h3>"),
    ("", "<h1>A forum opens</h1>"),
    (None, "<h1>A forum opens</h1>"),
]


def found(title: str | None, shown: str) -> int:
    tree = LexborHTMLParser(f"<p>Menu</p>{shown}<p>By Ann Lee</p><p>The text of the article begins.</p>")
    return headline_before(outline(tree), 3, title)


@pytest.mark.parametrize(("title", "shown"), HEADLINES)
def test_a_headline_is_found_in_other_signs_and_words(title: str, shown: str) -> None:
    assert found(title, shown) == 1


@pytest.mark.parametrize(("title", "shown"), NO_HEADLINES)
def test_what_tells_something_else_is_no_headline(title: str | None, shown: str) -> None:
    assert found(title, shown) == 3
