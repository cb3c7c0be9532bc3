"""A standfirst that nothing else tells belongs to the text; what only looks like one does not."""

from __future__ import annotations

import pytest
from ferries import TEXT, URL
from selectolax.lexbor import LexborHTMLParser
from tables import each

from crawler.parse import read_page
from crawler.parse.body.judge import measure
from crawler.parse.body.standfirst import with_standfirst
from crawler.parse.page.walk import outline
from storage.records import Article

TITLE = "Four boats for the islands"
LINE = "Old engines go quiet, and one captain keeps his job at the Harbour Forum"
BYLINE = (
    "<div class=meta><span class=author>Ann Lee</span> <time datetime=2025-07-03>3 July 2025</time></div>"
)


def page_of(above: str, head: str = "", before: str = "", texts: list[str] = TEXT) -> str:
    inner = "".join(f"<p>{text}</p>" for text in texts)
    return (
        f"<html lang=en><head><title>{TITLE} | The Harbour Post</title>{head}</head><body>{before}"
        f"<main><div class=top><h1>{TITLE}</h1>{above}</div><div class=c>{inner}</div></main></body></html>"
    )


def text_of(above: str, head: str = "") -> list[str]:
    found = read_page(page_of(above, head).encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found
    return found.text.split("\n")


def taken(above: str, *, summary: str | None = None, before: str = "", texts: list[str] = TEXT) -> list[str]:
    """What is taken in above a body of `texts`."""
    clues = measure(outline(LexborHTMLParser(page_of(above, "", before, texts))), TITLE)
    body = [b for b in clues.page.blocks if b.text in texts]
    return [b.text for b in with_standfirst(clues, body, summary) if b not in body]


SHAPES = [
    "<h2>{}</h2>" + BYLINE,
    "<h3 class=subtitle>{}</h3>" + BYLINE,
    "<p class=standfirst>{}</p>" + BYLINE,
    "<div class='field field-teaser'>{}</div>" + BYLINE,
    BYLINE + "<div class='field field-teaser'>{}</div>",
    BYLINE + "<div class=summary><p>{}</p></div><img src=a.jpg>",
    "<div class='post-excerpt'><div class=in>{}</div></div>" + BYLINE,
    "<h2 class=deck>{}</h2><figure><img src=a.jpg><figcaption>A boat at the quay</figcaption></figure>" + BYLINE,
]  # fmt: skip


@each("shape", SHAPES)
def test_a_standfirst_that_no_description_tells_belongs_to_the_text(shape: str) -> None:
    assert text_of(shape.format(LINE)) == [LINE, *TEXT]


SAID = [
    "摘要：四艘电动渡轮将在秋天开始往返群岛，票价不变，旧发动机停用。",
    "导读：港务局说，冬天的班次会减少，船长们对此并不意外。",
    "【核心提示】码头上的新充电桩在周一通电，第一艘船充了三个小时。",
    "内容提要：船长们说，第一个冬天会告诉大家电池能不能顶住海上的寒风。",
]
UNSAID = [
    "摘要和导读写得越来越长，港务局的编辑在周一的会上这样抱怨了一番",
    "导读：更多船讯请关注我们的微信号，点击下面的按钮就能收到每天的班次",
    "【导读】上一篇：旧发动机停用之后的港口 下一篇：新充电桩周一通电了吗",
]


@each("line", SAID)
def test_what_calls_itself_one_is_a_standfirst_whatever_its_box_is_called(line: str) -> None:
    assert taken(f"{BYLINE}<div class=zy>{line}</div>") == [line]
    assert [taken(f"{BYLINE}<div class=zy>{other}</div>") for other in UNSAID] == [[]] * len(UNSAID)
    assert taken(f"{BYLINE}<div class=zy>{line}</div>", summary=line) == []


@each("shape", SHAPES)
def test_it_does_where_the_description_tells_something_else(shape: str) -> None:
    head = "<meta name=description content='All about ferries: timetables, prices and quays'>"
    assert text_of(shape.format(LINE), head=head) == [LINE, *TEXT]


@pytest.mark.parametrize("told", [LINE, LINE[:40] + "…", LINE.replace(",", "") + "."])
def test_what_the_summary_tells_is_not_told_twice(told: str) -> None:
    above = f"<h3 class=subtitle>{LINE}</h3>{BYLINE}"
    assert taken(above, summary="All about ferries") == [LINE]
    assert taken(above, summary=told) == []


def test_what_the_body_tells_is_not_told_twice() -> None:
    assert taken(f"<h3 class=subtitle>{LINE}</h3>{BYLINE}", texts=[f"{LINE}, they say.", *TEXT]) == []


@each(
    'above',
    [
        "<h2><a href=/q>Old engines go quiet, and one captain keeps his job</a></h2>",
        "<div class=teaser><a href=/q>Old engines go quiet, and one captain keeps his job</a></div>",
        "<div class=teaser>An old engine at the quay tells its story</div><div class=teaser>A cat at the quay tells another one</div>",
        "<h2>Quay and islands</h2>",
        f"<h2>{TITLE}: the pictures</h2>",
        "<div class=share><h3>Share this with your friends and neighbours</h3></div>",
        "<div class='newsletter intro'>All that sails, every Friday, for free in your mail</div>",
        "<nav class=intro-nav><h2>Where you are: Harbour, islands, ferries</h2></nav>",
        "<aside><h2>Old engines go quiet, and one captain keeps his job</h2></aside>",
        "<div class=summary-list><h3>Ten things that you have to know about boats</h3></div>",
        "<p class=lead-comments>Twelve comments of readers, and one of a captain</p>",
        f"<div class=intro>{BYLINE}</div>",
        "<div class=cookie-intro>We use cookies to count the boats that you look at</div>",
        "<h2>Boats of the year at the quay</h2>" + "<h2>Boats of the year at the quay</h2>",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_standfirst_is_none(above: str) -> None:
    assert taken(above + BYLINE) == []


def test_the_motto_of_the_site_is_none() -> None:
    before = "<header><h1><a href=/>The Harbour Post</a></h1><h2 class=description>News of the quay since the year of the flood</h2></header>"
    assert taken(BYLINE, before=before) == []


@each(
    'line',
    [
        "Photograph: Ann Lee / Agency Harbour Pictures", "Foto: Anna Lehmann / Agentur Hafenbilder", "Crédit photo : Anne Leroy / Agence du Port",
        "By Ann Lee and Tom Ray, The Harbour Post", "Von Anna Lehmann und Thomas Reuter, Hafenstadt", "Par Anne Leroy, envoyée au Port-Neuf",
        "Advertisement - story continues below this", "Anzeige – der Artikel wird danach fortgesetzt", "Publicité – la suite de l'article ci-dessous",
        "READ MORE: Why the old engines are going quiet", "Lesen Sie auch: Warum alte Motoren leise werden", "Lire aussi : pourquoi les vieux moteurs se taisent",
        "Listen to this article (5 minutes, read by a machine)", "Comments are closed for this article of ours", "Publié le 3 juillet 2025 à 10h30, mis à jour à 12h00",
    ],
)  # fmt: skip
def test_a_heading_that_tells_nothing_of_the_article_is_none(line: str) -> None:
    assert taken(f"<h3>{line}</h3>{BYLINE}") == []


@each(
    'line',
    [
        "By 2030 all ferries of the islands will be electric", "Von Ann Lee bis Tom Ray: wer im Hafen noch mitreden darf", "Photographs of the old quay are shown at the Harbour Forum",
        "Por São Paulo e Rio passam os barcos que o porto quer vender", "Advertisement spending of ferry companies doubles in a year", "Share prices of ferry companies fall after the summer",
        "Read this before you buy a boat, says the harbour master", "La publicité des ferries sera limitée dès le printemps", "Foto-Ausstellung am Kai eröffnet im Mai mit alten Booten",
        "Registration opens on 3 May 2025 for the Harbour Forum",
    ],
)  # fmt: skip
def test_a_standfirst_that_begins_as_furniture_does_is_one(line: str) -> None:
    assert taken(f"<h3>{line}</h3>{BYLINE}") == [line]


def test_a_standfirst_in_the_box_of_its_headline_is_one() -> None:
    inner = "".join(f"<p>{text}</p>" for text in TEXT)
    page = (
        f"<html lang=en><title>{TITLE}</title><body><section class='box item'><div class=item-title><h1>{TITLE}</h1></div>"
        f"<div class=item-summary><p class='summary introtext'>{LINE}</p></div></section><section>{inner}</section>"
        f"<section class=box><div class=item-summary><p class=summary>{LINE} of next year</p></div></section>"
    )
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found
    assert found.text.split("\n") == [LINE, *TEXT]


@each(
    'line',
    ["Harbour › Islands › Ferries and boats", "Start » Nachrichten » Hafen und Inseln", "Home / World / The islands of the harbour", "Home › Harbour and islands › Four boats for the…", "首页 > 数字经济 > 论坛与大会 > 正文"],
)  # fmt: skip
def test_the_way_through_a_site_is_no_standfirst(line: str) -> None:
    assert taken(f"<h3>{line}</h3>{BYLINE}") == []


@each(
    'line', ["The 2024/25 season and the 9/11 trial are over", "He/she may sail: a 24/7 service for the islanders", "Between 1/2 and 3/4 of islanders want a boat", "Boats > bridges > tunnels: what islanders want.", "Boats and/or bridges: what the islands want from the Harbour Forum", "Bigger > better, says the captain of the four boats that the islands buy"]
)  # fmt: skip
def test_a_stroke_in_a_standfirst_makes_no_way(line: str) -> None:
    assert taken(f"<h3>{line}</h3>{BYLINE}") == [line]


def test_a_standfirst_below_a_heading_that_the_declared_title_does_not_tell_is_text() -> None:
    lead = "Four boats are to cross without noise, and the town pays for them in ten years of small sums"
    inner = f"<div><h1>The crossing falls silent</h1><div class=post-excerpt>{lead}</div></div><div class=b>{''.join(f'<p>{text}</p>' for text in TEXT)}</div>"
    head = "<meta property='og:title' content='Electric ferries: all that is known'><meta property='og:type' content='article'>"
    page = f"<html><head><title>Electric ferries: all that is known</title>{head}</head><body><article>{inner}</article></body></html>"
    found = read_page(page.encode(), URL)
    assert isinstance(found, Article)
    assert found.text.split("\n") == [lead, *TEXT]


def test_a_paragraph_right_below_the_headline_is_one_in_whatever_holds_both() -> None:
    said = "The new boats are a delight to all. The engines that they replace were none."
    assert taken(f"<p class=_8enl991>{said}</p>{BYLINE}") == [said]
    unlike = (
        f"<p>{said[:34]}</p>{BYLINE}",  # short
        f"{BYLINE}<p>{said}</p><figure><img src=/b.jpg></figure>",  # not right below, as a caption may be
        f"<p>{said[:-1]}</p>{BYLINE}",  # no sentence
        f"<p>The new boats are a delight to all, says <a href=/b>one who has sailed them for a year and more</a>.</p>{BYLINE}",
    )
    assert [above for above in unlike if taken(above)] == []


def test_a_sentence_of_ten_signs_that_calls_itself_one_is_a_standfirst() -> None:
    assert taken(f"{BYLINE}<div class=summary>会开船，但不会靠岸。</div>") == ["会开船，但不会靠岸。"]
    assert taken(f"{BYLINE}<div class=summary>会开船</div>") == []
    assert taken(f"{BYLINE}<div class=top-line>会开船，但不会靠岸。</div>") == []
