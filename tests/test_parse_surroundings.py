"""What sites without telling names leave around a text: columns, comments, counts, times, cookies, who wrote; and what looks like it."""

from __future__ import annotations

import json
from time import process_time

import pytest
from ferries import TEXT, URL, paragraphs, text_of
from tables import each

from crawler.parse import read_page
from crawler.parse.body.waiting import is_waiting
from storage.records import Article, NotArticle

BROKEN = "<br><br>".join(TEXT)
RATES = "<b>Rates</b><br>Dollar 2.7140<br>Euro 3.1022<br>Crown 0.0641"
POLL = "<b>Our poll</b><br>Do you take the ferry to the islands?<br>Yes, often<br>No, never"
LATEST = (
    "<b>Latest</b><br>11:40 <a href=/1>The oil is cheap again</a><br>11:22 <a href=/2>Who won the race</a>"
)
PRINT = "<a href=/print>Print</a> <a href=/send>Send</a><br>"


def table_page(*cells: str) -> list[str]:
    """The lines read of a page laid out as one table."""
    row = "".join(f"<td valign=top>{cell}</td>" for cell in cells)
    page = f"<html><head><title>Four boats for the islands</title></head><body><center><table><tr><td colspan=3><img src=l.png></td></tr><tr>{row}</tr><tr><td colspan=3>© Harbour Post</td></tr></table></center></body></html>"
    found = read_page(page.encode(), URL)
    assert isinstance(found, Article), found
    return found.text.split("\n")


COLUMNS = {
    "on the left": (RATES, BROKEN),
    "on both sides": (f"{RATES}<br><br>{POLL}", BROKEN, LATEST),
    "two on the left": (RATES, POLL, BROKEN),
    "around a table of its own": (RATES, f"<table><tr><td>{BROKEN}</td></tr></table>", LATEST),
}


@each("where", COLUMNS)
def test_a_column_beside_the_text_of_a_page_laid_out_as_a_table_is_none_of_it(where: str) -> None:
    assert table_page(*COLUMNS[where]) == TEXT


def test_cells_that_go_on_with_a_text_are_text() -> None:
    two = table_page("<br><br>".join(TEXT[:2]), "<br><br>".join(TEXT[2:]))
    assert two == TEXT
    paragraph = table_page(" ".join(TEXT[:2]), BROKEN.replace("Each", "One"))
    assert paragraph[0] == " ".join(TEXT[:2])


def test_a_sentence_beside_a_text_belongs_to_it() -> None:
    for lead in ("From spring on nobody will hear the boats.", "Will anybody hear the boats?"):
        cells = f"<td><b>{lead}</b></td><td>{paragraphs(*TEXT)}</td><td><a href=/1>Rates</a></td>"
        assert text_of(f"<table><tr>{cells}</tr></table>") == [lead, *TEXT]


COMMENTS = {  # a heading with a number, and who wrote when
    "ka": "<b>კომენტარები</b> (2)<br><b>გოგა</b> 30-10-2026<br>კარგი ამბავია, მაგრამ ძვირი.",
    "en": "<b>Comments</b> (2)<br>Tom 3.7.2025<br>What will the ticket cost, then?",
    "tr": "<b>Yorumlar (3)</b><br>Ali 03.07.2025<br>Bilet kaça olacak acaba?",
    "az": "<b>Şərhlər: 1</b><br>Elçin 03.07.2025<br>Bilet neçəyə olacaq?",
    "hy": "<b>Մեկնաբանություններ (2)</b><br>Արամ 03.07.2025<br>Իսկ տոմսը ի՞նչ կարժենա:",
    "is": "<b>Ummæli (4)</b><br>Jón 3.7.2025<br>Hvað kostar þá miðinn?",
}


@each("language", COMMENTS)
def test_counted_comments_below_a_text_are_none_of_it(language: str) -> None:
    assert table_page(RATES, f"{BROKEN}<br><br>{COMMENTS[language]}") == TEXT


def test_links_and_a_count_below_a_text_are_none_of_it() -> None:
    for count in ("ნანახია: 914", "Read: 1 204", "浏览：3120"):
        assert text_of(f"{paragraphs(*TEXT)}<div>{PRINT}{count}</div>") == TEXT
    told = text_of(f"{paragraphs(*TEXT)}<p>Seats on each boat: 200</p>")
    assert told[-1] == "Seats on each boat: 200"


RELATIVE = (
    "fyrir einum degi",
    "a day ago",
    "vor einem Tag",
    "יום אחד",
    "ერთი დღის წინ",
    "siku moja iliyopita",
)


@each("when", RELATIVE)
def test_a_time_alone_above_a_flash_is_none_of_it(when: str) -> None:
    page = f"<html><head><title>Four boats - Post</title></head><body><main><div class=h><h1>Four boats</h1><time>{when}</time></div><div class=t><p>{TEXT[0]}</p></div></main></body></html>"
    found = read_page(page.encode(), URL)
    assert isinstance(found, Article)
    assert found.text == TEXT[0]


def test_the_times_of_a_chronicle_are_text() -> None:
    items = "".join(
        f"<div><time>Spring {year}</time><p>{text}</p></div>"
        for year, text in zip(range(2021, 2025), TEXT, strict=True)
    )
    told = text_of(items)
    assert told == text_of(items.replace("<time>", "<span>").replace("</time>", "</span>"))


COOKIES = (
    "We use cookies to measure visits to the site. You decide whether you allow them.",
    "Við notum vafrakökur til að mæla heimsóknir á vefinn. Þú ræður hvort þú leyfir þær.",
    "Wir setzen Cookies ein, um Besuche zu zählen. Sie entscheiden, ob Sie das erlauben.",
    "Používáme soubory cookie, abychom spočítali návštěvy. Můžete je odmítnout.",
    "Käytämme evästeitä kävijöiden laskemiseen. Voit kieltää ne milloin vain.",
    "Sayfamızı kimlerin gezdiğini ölçmek için çerezler kullanıyoruz.",
    "Мы используем файлы куки, чтобы считать посещения. Вы можете отказаться.",
    "このサイトは訪問者数を数えるためにクッキーを使用しています。",
    "Naudojame slapukus lankytojams skaičiuoti. Galite jų atsisakyti.",
)


def flash(text: str, banner: str) -> str:
    page = f"<html><head><title>Four boats - Post</title></head><body><main><h1>Four boats</h1><div class=t><p>{text}</p></div></main><div class=k><p>{banner}</p><button>OK</button></div></body></html>"
    found = read_page(page.encode(), URL)
    assert isinstance(found, Article)
    return found.text


@each("banner", COOKIES)
def test_a_site_that_speaks_of_its_cookies_below_a_flash_is_none_of_it(banner: str) -> None:
    assert flash(TEXT[0], banner) == TEXT[0]


SUBSCRIBERS = (
    "The agency's site shows its reports, which subscribers get in full, in short. <a href=/s>Please ask us for a subscription.</a>",
    "Ajansın sitesinde abonelere sunulan haberler özetlenerek yer alır. <a href=/s>Abonelik için bize yazın.</a>",
    "Abonnenten der Agentur lesen diese Meldung vollständig. <a href=/s>Abonnement bestellen</a>",
    "Полные тексты получают подписчики агентства. <a href=/s>Оформление подписки</a>",
    "A teljes anyagot előfizetőink olvashatják. <a href=/s>Az előfizetés feltételei</a>",
)


@each("note", SUBSCRIBERS)
def test_what_an_agency_says_to_its_subscribers_below_a_flash_is_none_of_it(note: str) -> None:
    assert flash(TEXT[0], note) == TEXT[0]


def test_such_a_note_in_a_box_of_its_own_is_none_of_it() -> None:
    inner = f"<h4>The boats of the islands are to be electric, and quieter than ever.</h4><div class=t>{paragraphs(*TEXT[:2])}</div><div class=w>{SUBSCRIBERS[1]}</div>"
    assert text_of(inner)[-2:] == TEXT[:2]
    beside = "".join(f"<div>{text}</div>" for text in (*TEXT, SUBSCRIBERS[1]))
    assert text_of(beside)[-1].startswith("Ajans")


BOXES = {
    "of a builder": "<div class=widget><div class=inner><p>{}</p></div></div>",
    "without paragraphs": "<div class=b><div class=t>{}</div></div>",
}
LASTS = (
    "The browser of the islands will refuse the cookies of strangers from spring on, said Tom Ray.",
    "The service has 44 million <a href=/s>subscribers</a>, and a subscription costs nine a month now.",
)


@each("boxes", BOXES)
def test_a_paragraph_on_cookies_or_subscribers_in_a_box_like_all_others_is_text(boxes: str) -> None:
    for last in LASTS:
        told = text_of("".join(map(BOXES[boxes].format, (*TEXT, last))))
        assert told[-1].startswith(last[:20]), last


def test_news_of_subscribers_are_text() -> None:
    last = "The paper has 9,000 subscribers, and a subscription costs less by <a href=/s>half</a> now."
    plain = last.replace("<a href=/s>", "").replace("</a>", "")
    assert text_of(paragraphs(*TEXT, last))[-1] == plain
    told = flash("The ferry company sells subscriptions for its boats since Thursday.", last)
    assert plain in told


def test_a_text_on_cookies_is_kept() -> None:
    texts = ("The court ruled that shops need consent for cookies, and the ministry will appeal.", COOKIES[0])
    assert text_of(paragraphs(*texts)) == list(texts)
    assert text_of(paragraphs(*TEXT, "The bakery gives away cookies.")) == [
        *TEXT,
        "The bakery gives away cookies.",
    ]


STACKED = {  # lines of one block above a text: who wrote, where and when, who edited
    "hi": ("कविता मीणा<br>टोंक, 03 जुलाई 2025, अपडेटेड 7:50 PM IST<br>Edited By: प्रकाश झा", "कविता मीणा"),
    "en": ("By Ann Lee<br>3 July 2025", "Ann Lee"),
    "de": ("Von Anna Berg<br>3. Juli 2025, 11:20 Uhr<br>Redaktion: Tom Reh", "Anna Berg"),
    "es": ("Ana Ruiz<br>León, 3 de julio de 2025", "Ana Ruiz"),
    "ru": ("Анна Лис<br>3 июля 2025<br>Редактор: Том Рей", "Анна Лис"),
}


@each("language", STACKED)
def test_who_wrote_and_when_in_the_lines_of_one_block_are_no_text(language: str) -> None:
    lines, author = STACKED[language]
    ld = json.dumps(
        {"@type": "NewsArticle", "headline": "Four boats", "author": {"@type": "Person", "name": author}}
    )
    head = f"<script type='application/ld+json'>{ld}</script><h2>The islands get new boats, and the town pays for them in ten years.</h2>"
    assert text_of(f"{head}<div class=x>{lines}</div>{paragraphs(*TEXT)}")[-4:] == TEXT
    assert author not in text_of(f"{head}<div class=x>{lines}</div>{paragraphs(*TEXT)}")[:-4]


CHANGED = (
    "Aktualizováno 15. listopadu 2025 Poprvé vyšlo 11. června 2025",
    "Updated 15 November 2025, first appeared 11 June 2025",
    "Aktualisiert am 15. November 2025 – zuerst gedruckt am 11. Juni 2025",
    "Actualizado el 15 de noviembre de 2025; salió el 11 de junio de 2025",
)
MOVED = "Updated 3 May 2025: the deadline for boats moved to 4 June 2025"


@each("line", CHANGED)
def test_a_line_of_when_a_text_was_changed_and_came_out_is_none_of_it(line: str) -> None:
    assert text_of(f"<div>{line}</div>{paragraphs(*TEXT)}") == TEXT


def test_a_line_of_what_was_moved_to_another_day_is_text() -> None:
    assert MOVED in text_of(f"<div>{MOVED}</div>{paragraphs(*TEXT)}")


def test_an_author_with_an_address_at_the_foot_is_no_text_though_the_text_begins_with_the_name() -> None:
    korean = "[한빛경제 서하늘 기자] 해운사는 섬을 오가는 전기 여객선 네 척을 구입하겠다고 목요일 밝혔다. 한 척에 승객 이백 명이 탄다."
    head = "<meta property='og:article:author' content='서하늘 기자'>"
    told = text_of(f"{head}{paragraphs(korean, *TEXT, '서하늘 기자 sky@ferry.example')}")
    assert told[-1] == TEXT[-1]


PLACES = ("Jakarta", "ANKARA", "Київ", "New Delhi")


@each("place", PLACES)
def test_a_place_that_stands_before_the_first_paragraph_is_text(place: str) -> None:
    assert text_of(f"<div class=b><strong>{place}</strong> - {paragraphs(*TEXT)}</div>") == [
        f"{place} -",
        *TEXT,
    ]


def test_what_ends_in_a_dash_elsewhere_is_no_place() -> None:
    assert text_of(f"<div class=b><a href=/x>Home</a> - {paragraphs(*TEXT)}</div>") == TEXT


POINTS = (
    "The state gives twelve billion to young firms on the islands",
    "A new cable is to reach the harbour next year",
    "Farmers show how they measure their soil with a telephone",
)


def test_the_points_of_a_live_blog_are_text_below_a_line_of_who_reports() -> None:
    posts = "".join(f"<div class=post><span>1{i}:40</span><p>{text}</p></div>" for i, text in enumerate(TEXT))
    points = "".join(f"<li>{point}</li>" for point in POINTS)
    summary = f"<section class=lb-summary><h2>Main news</h2><ul>{points}</ul></section>"
    told = text_of(
        f"<p class=lb-by>Reporting: Ann Lee (in the hall) and Tom Ray (at the desk)</p>{summary}{posts}"
    )
    assert [line for line in told if line in ("Main news", *POINTS)] == ["Main news", *POINTS]
    linked = summary.replace("<li>", "<li><a href=/x>").replace("</li>", "</a></li>")
    assert not set(POINTS) & set(text_of(f"{linked}{posts}"))


WAITING = (
    "Se încarcă articolul…",
    "Loading the story...",
    "Lade Artikel …",
    "正在载入文章……",
    "Inapakia…",
    "Učitavanje članka...",
)
STORY = {
    "menu": [{"t": "Economy", "u": "/economy"}],
    "article": {
        "headline": "Four boats for the islands",
        "lead": "The crossing becomes electric, and quieter.",
        "body": [{"type": "paragraph", "text": text} for text in TEXT],
    },
    "related": [{"headline": "A quay is built", "excerpt": "It is of stone."}],
}  # fmt: skip


def drawn(line: str, state: object, head: str = "") -> Article | NotArticle:
    """A page whose text a script has yet to write."""
    script = f"<script>window.__POST__={json.dumps(state)}</script>"
    return read_page(f"<html><head><title>Harbour Post</title>{head}</head><body><div><a href=/>Harbour Post</a></div><p>{line}</p>{script}<script src=/a.js></script></body></html>".encode(), URL)  # fmt: skip


@each("line", WAITING)
def test_a_text_is_read_for_which_a_line_with_dots_stands(line: str) -> None:
    found = drawn(line, STORY)
    assert isinstance(found, Article), found
    assert found.title == "Four boats for the islands"
    assert found.text.split("\n") == ["The crossing becomes electric, and quieter.", *TEXT]


def test_a_line_with_dots_alone_is_no_article_but_below_a_headline() -> None:
    assert isinstance(drawn("Inapakia makala…", {"menu": []}), NotArticle)
    assert not is_waiting(
        "The ferry company said on Thursday that it would buy four electric boats for the …"
    )
    assert not is_waiting("The boats are bought.")


@pytest.mark.slow
def test_pages_of_many_such_marks_are_read_in_linear_time() -> None:
    cells = "<table><tr>" + f"<td>{RATES}</td>" * 12_000 + f"<td>{BROKEN}</td></tr></table>"
    nested = "<table><tr><td>a</td><td>" * 3_000 + BROKEN
    times = "<time>a day ago</time>" * 40_000 + paragraphs(*TEXT)
    cookies = "<div><div><p>We use cookies here, and you may refuse.</p></div></div>" * 12_000
    dashes = "<div><b>Jakarta</b> - <p>It was a day.</p></div>" * 20_000
    for bomb in (cells, nested, times, cookies, dashes, "<b>Comments</b> (2)<br>Tom 3.7.2025<br>a" * 30_000):
        begun = process_time()
        read_page(f"<html><body>{bomb}</body></html>".encode(), URL)
        assert process_time() - begun < 10, bomb[:40]
