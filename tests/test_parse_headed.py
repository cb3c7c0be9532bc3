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


def office(
    title: str, foot: str, heading: str = "The ministry of the coast buys four boats for the islands"
) -> str | None:
    """The title of a page of an office, whose <title> begins with the name of a section and whose foot tells whose page it is."""
    page = (
        f"<html><head><title>{title}</title></head><body><div class=breadcrumb><a href=/>Home</a> <a href=/n>News</a></div><div class=news-details>"
        f"<h3 class=ms-rteElement-H3>{heading}</h3><div class=f>{paragraphs(*TEXT)}</div></div><div class=foot><p>{foot}</p></div></body></html>"
    )
    found = read_page(page.encode(), URL)
    return found.title if isinstance(found, Article) else None


def test_a_headline_may_hold_words_of_the_name_of_the_office_that_ends_the_title() -> None:
    heading = "The ministry of the coast buys four boats for the islands"
    assert office("News - Ministry of the Coast", "© Ministry of the Coast, 2026") == heading
    assert (
        office("新闻中心 - 海岸部", "海岸部", "海岸部购买四艘新船供各岛使用")
        == "海岸部购买四艘新船供各岛使用"
    )
    # what nobody tells to be the site's name may be the headline, in other words
    assert office("News - Ministry of the Coast", "Quay Street 4") != heading
    assert office("Four boats bought for all islands - Ministry", "© Ministry") != heading


def test_a_declared_title_that_is_the_sites_name_is_none_where_the_title_has_a_heading_in_brackets() -> None:
    lines = (
        "島へ渡る新しい船が四隻、来年の春に港へ届くことになった。",
        "古い船は秋まで走り、その後は港の博物館に置かれるという。",
        "船長は海が静かな日を選んで、子どもたちを乗せると話している。",
    )
    page = (
        "<html lang=ja><head><title>連載「四隻の船」 | 港の新聞</title><meta property=og:title content=港の新聞></head><body><div id=nav><a href=/>港の新聞トップ</a></div>"
        f"<div id=kiji><h2>四隻の船</h2>{paragraphs(*lines, *lines[:1])}</div></body></html>"
    )
    found = read_page(page.encode(), URL)
    assert isinstance(found, Article)
    assert found.title == "四隻の船"
