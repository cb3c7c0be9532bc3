"""Where neither <title> nor the greatest heading tells a headline, the page's own line above the text does."""

from __future__ import annotations

from ferries import TEXT, paragraphs
from tables import each

from crawler.parse import read_page
from crawler.parse.authors.nobody import is_nobody
from storage.records import Article

HEADLINE = "Four electric boats are bought for the crossing to the islands"
URL = "https://chamber.example/MediaCenter/Details.aspx?ItemID=33"


def read(above: str, title: str = "News details", head: str = "") -> Article:
    page = (
        f"<html lang=en><head><title>{title}</title>{head}</head><body><div><h1>Media centre</h1></div>"
        f"<div class=news>{above}<div class=f>{paragraphs(*TEXT)}</div></div></body></html>"
    )
    found = read_page(page.encode(), URL)
    assert isinstance(found, Article), found
    return found


def test_a_lesser_heading_called_a_title_is_the_headline_below_the_names_of_sections() -> None:
    found = read(f"<h3 class=news-ttl>{HEADLINE}</h3><div>9 November 2026</div>")
    assert found.title == HEADLINE
    assert found.text.split("\n") == TEXT


@each(
    ("above", "title", "head"),
    (
        (f"<h3>{HEADLINE}</h3>", "News details", ""),  # may be of what stands beside
        (f"<h3 class=news-ttl>{HEADLINE}</h3>", "The harbour buys what it always wanted to have", ""),
        (f"<h3 class=news-ttl>{HEADLINE}</h3>", "News", "<meta property=og:title content='Boats bought'>"),
        (f"<h3 class=news-ttl>{HEADLINE}</h3>", "Media centre | Chamber", ""),
    ),
)
def test_another_heading_is_none_where_the_title_tells_more(above: str, title: str, head: str) -> None:
    assert read(above, title, head).title != HEADLINE


def test_a_headline_in_the_line_of_a_table_that_a_program_calls_so_is_one() -> None:
    office = "Ministry of the Coast"
    rows = (
        "<tr><td><span id=ctl00_lblPath>Centre &gt; News</span></td></tr>"
        f"<tr><td class=hd1><span id=ctl00_lblTitle>{HEADLINE}</span></td></tr>"
        "<tr><td class=d><span id=ctl00_lblDate>วันที่ประกาศ 5 พ.ย. 2569</span> <span>จำนวนผู้เข้าชม 2,418 ครั้ง</span></td></tr>"
        f"<tr><td class=detail><span id=ctl00_lblDetail>{'<br><br>'.join(TEXT)}</span></td></tr>"
    )
    page = f"<html><head><title>{office}</title></head><body><table>{rows}</table></body></html>"
    found = read_page(page.encode(), URL)
    assert isinstance(found, Article)
    assert (found.title, found.text.split("\n")) == (HEADLINE, TEXT)
    plain = page.replace("lblTitle", "lblHead1x")
    other = read_page(plain.encode(), URL)
    assert isinstance(other, Article)
    assert other.title != HEADLINE


@each(
    ("name", "nobody"),
    (
        ("Logo CMS", True),
        ("ABC Web Design Prishtine", True),
        ("Nordic Webstudio", True),
        ("Harbour Web Solutions", True),
        ("Webb Hostings", False),
        ("Ann Webster", False),
        ("Carl M. Stone", False),
    ),
)
def test_who_made_a_site_wrote_none_of_its_texts(name: str, nobody: bool) -> None:
    assert is_nobody(name) is nobody
