"""Which block before the text of an article is its headline."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser
from tables import each

from crawler.parse import read_page
from crawler.parse.body.headline import headline_before
from crawler.parse.page.walk import outline
from storage.records import Article

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


@each(("title", "shown"), HEADLINES)
def test_a_headline_is_found_in_other_signs_and_words(title: str, shown: str) -> None:
    assert found(title, shown) == 1


@each(("title", "shown"), NO_HEADLINES)
def test_what_tells_something_else_is_no_headline(title: str | None, shown: str) -> None:
    assert found(title, shown) == 3


def test_a_headline_below_its_date_in_one_cell_is_told_from_the_name_of_the_paper() -> None:
    """Layouts of old: no heading, the date, the headline and the reporter in one cell, divided by breaks."""
    text = (
        "The lines passed one million at the end of September, from less than half of that a year before. "
        * 3
    )
    page = (
        "<html lang=en><title>EVENING STEP - Half of all households have a fast line by now</title><table><tr><td>"
        "<font size=1>Monday 5 November 2007, 08:30</font><br><font size=4><b>Half of all households have a fast line by now</b></font>"
        f"<br><font size=1>Report: Ann Holm</font><hr>{text}<br><br>{text}</td></tr></table></html>"
    )
    found = read_page(page.encode(), "https://news.example/article.php?id=7")
    assert isinstance(found, Article)
    assert found.title == "Half of all households have a fast line by now"


SENTENCE = (
    "The harbour council voted on Tuesday to rebuild the old pier, which a storm has shut since last winter. "
)


@pytest.mark.parametrize(
    "swollen", ["harbour ferry " * 90_000, SENTENCE * 12_000, "<b>harbour</b> " * 90_000]
)
def test_a_heading_that_never_ends_takes_no_room_of_the_article_below(swollen: str) -> None:
    text = "".join(f"<p>{SENTENCE}{at}</p>" for at in range(4))
    page = f"<title>Old pier to be rebuilt</title><h1>{swollen}</h1><article>{text}</article>"
    found = read_page(page.encode(), "https://news.example/2026/07/03/pier")
    assert isinstance(found, Article)
    assert found.title == "Old pier to be rebuilt"
    assert found.text == "\n".join(f"{SENTENCE}{at}" for at in range(4))


def test_a_text_that_stands_in_a_heading_alone_stays() -> None:
    page = f"<title>Old pier to be rebuilt</title><h1><div>{SENTENCE * 200}</div></h1><p>© 2026</p>"
    found = read_page(page.encode(), "https://news.example/2026/07/03/pier")
    assert isinstance(found, Article)
    assert found.text == (SENTENCE * 200).strip()
