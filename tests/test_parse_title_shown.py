"""The title as the page shows it, where what it declares is shorter, in other signs, or the name of the site alone."""

from __future__ import annotations

from tables import each

from crawler.parse import read_page
from storage.records import Article

LINES = [
    "The ferry company said on Thursday that it would buy four electric boats for the crossing to the islands.",
    "Each of them carries two hundred passengers and is charged at the quay while the next one is boarding.",
    "The first boat is to be tested in the spring, when the old ones have to be taken out of service anyway.",
]
TEXT = "".join(f"<div>{line}</div>" for line in LINES)
LD = '<script type="application/ld+json">{{"@type":"{}","headline":"{}"}}</script>'


def title_of(head: str, body: str) -> str:
    found = read_page(
        f"<html><head>{head}</head><body>{body}</body></html>".encode(),
        "https://www.kustbladet.example/a/four-boats-bought-1",
    )
    assert isinstance(found, Article), found
    assert LINES[0] in found.text
    return found.title


WHOLE = "Four boats, tested: the crossing that no longer hums"
CASES = [  # head, body, title
    (LD.format("NewsArticle", "Four boats, tested") + f"<title>{WHOLE}</title>", f"<h1>{WHOLE}</h1>{TEXT}", WHOLE),
    (LD.format("NewsArticle", "四艘船，明年试航") + "<title>四艘船，明年试航　港口投资两亿｜海港报</title><meta property=og:title content=四艘船，明年试航　港口投资两亿>", f"<h1>四艘船，明年试航　港口投资两亿</h1>{TEXT}", "四艘船，明年试航 港口投资两亿"),
    (LD.format("NewsArticle", "Four boats, tested") + "<title>Four boats, tested | Coast Post</title>", f"<h1>Four boats, tested | Coast Post</h1>{TEXT}", "Four boats, tested"),
    ("<title>[인터뷰] 네 척의 배를 산 선장</title><meta property=og:title content='[인터뷰] 네 척의 배를 산 선장'>", f"<div><h2>네 척의 배를 산 선장</h2></div>{TEXT}", "네 척의 배를 산 선장"),
    ("<title>[단독] 네 척의 배를 산 선장</title><meta property=og:title content='[단독] 네 척의 배를 산 선장'>", f"<div><h2>[단독] 네 척의 배를 산 선장</h2></div>{TEXT}", "[단독] 네 척의 배를 산 선장"),
    ("<title>Паром «Заря» вышел в море - Порт, 3.07.2025</title><meta property=og:title content='Паром &quot;Заря&quot; вышел в море'>", f"<div class=t>Паром «Заря» вышел в море</div>{TEXT}", "Паром «Заря» вышел в море"),
    ("<title>바다신문 - 네 척의 전기 여객선 내년 봄</title>", f"<table><tr><td><font size=4><b>네 척의 전기 여객선 내년 봄…시험 운항</b></font></td></tr><tr><td>{TEXT}</td></tr></table>", "네 척의 전기 여객선 내년 봄…시험 운항"),
    ("<title>Głos Portu - Cztery nowe promy na wyspy od wiosny</title>", f"<table><tr><td><font size=5><b>Cztery nowe promy na wyspy od wiosny</b></font></td></tr><tr><td>{TEXT}</td></tr></table>", "Cztery nowe promy na wyspy od wiosny"),
    ("<title>【海港博览会】渡轮明年试航</title><meta property=og:title content='【海港博览会】渡轮明年试航'>", f"<div><h2>渡轮明年试航</h2></div>{TEXT}", "【海港博览会】渡轮明年试航"),
    ("<title>[SEA 2025] Four boats</title><meta property=og:title content='[SEA 2025] Four boats'>", f"<div><h2>Four boats</h2></div>{TEXT}", "[SEA 2025] Four boats"),
    ("<title>Kustbladet</title>", f"<div class=mast><a href=/>Kustbladet</a></div><div class=teaser><h3>Färjan till öarna inställd</h3></div><div class=art><p>Fyra nya båtar</p>{TEXT}</div>", "Kustbladet"),
    ("<title>Kustbladet</title>", f"<div class=mast><a href=/>Kustbladet</a></div><div><h3>Mest läst i veckan</h3><p><a href=/f>Färjan till öarna inställd</a></p></div><div class=art><p>Fyra nya båtar</p>{TEXT}</div>", "Kustbladet"),
    ("<title>Kustbladet</title>", f"<div class=mast><a href=/>Kustbladet</a></div><div class=art><div class=rubrik><span>Fyra nya båtar till öarna i vår</span></div>{TEXT}</div>", "Fyra nya båtar till öarna i vår"),
    ("<title>Four boats</title>", f"<div class=title><a href=/a>Four boats</a></div><h2>What the harbour says of them</h2><div class=art>{TEXT}</div>", "Four boats"),
    ("<title>海港通信／新しい渡船四隻、来春に就航へ</title>", f"<table><tr><td><font size=5><b>新しい渡船四隻、来春に就航へ</b></font></td></tr><tr><td>{TEXT}</td></tr></table>", "新しい渡船四隻、来春に就航へ"),
    ("<title>四艘渡船明年春天试航 - 海港生活网 - Powered by Boards!</title>", f"<h1>四艘渡船明年春天试航</h1>{TEXT}", "四艘渡船明年春天试航"),
    ("<title>Ferries powered by wind - Coast Post</title>", f"<h1>Ferries powered by wind</h1>{TEXT}", "Ferries powered by wind"),
    ("<title>港口日报买下四艘新渡轮-交通频道-港口日报网</title>", f"<table><tr><td align=center><font size=5>港口日报买下四艘新渡轮</font></td></tr><tr><td>{TEXT}</td></tr></table>", "港口日报买下四艘新渡轮"),
    ("<title>El Puerto Online | Cuatro barcos con baterías para las islas</title>", f"<div class=volanta>ENTREVISTA</div><div class=titulo_nota>“No hacen ruido”: cuatro barcos con baterías para las islas</div>{TEXT}", "“No hacen ruido”: cuatro barcos con baterías para las islas"),
    ("<title>Cuatro barcos con baterías | El Puerto Online</title>", f"<div class=titulo>Cuatro barcos con baterías cruzan desde el lunes la bahía</div>{TEXT}", "Cuatro barcos con baterías cruzan desde el lunes la bahía"),
    ("<title>Cuatro barcos con baterías | El Puerto Online</title>", f"<div class=titulo>El Puerto Online</div><p>Cuatro barcos con baterías</p>{TEXT}", "Cuatro barcos con baterías"),
    ("<title>Vier Fähren bestellt | Hafenamt</title>", f"<div class=titel>Vier Fähren bestellt Datum: 3.7.2025 Meldung 12</div>{TEXT}", "Vier Fähren bestellt"),
    ("<title>PortWire :: Releases :: Nordline buys four boats</title><meta property=og:title content='PRESS RELEASE - Nordline'>", f"<h1>Nordline buys four boats and promises a crossing in the quarter of an hour</h1>{TEXT}", "Nordline buys four boats and promises a crossing in the quarter of an hour"),
    ("<title>Four boats for the islands | News Along The Coast</title>", f"<h1><a href=/>News Along The Coast</a></h1><h2>Four boats for the islands</h2>{TEXT}", "Four boats for the islands"),
    (LD.format("Review", "").replace('"headline"', '"name"').replace('""', '"Rope 11"') + "<title>Rope 11, tested: it holds - Coast Post</title>", f"<h1>Rope 11, tested: it holds</h1>{TEXT}", "Rope 11, tested: it holds"),
    ("<title>섬으로 가는 전기선 네 척 - 바다신문</title><meta property=og:title content='섬으로 가는 전기선 네 척 - 바다신문'>", f"<h3>섬으로 가는 전기선 네 척</h3>{TEXT}", "섬으로 가는 전기선 네 척"),
    ("<title>Quay Phone 17 Ultra - the test</title><meta property=og:title content='Quay Phone 17 Ultra - the test'>", f"<div class=headline>Quay Phone 17 Ultra - the test</div>{TEXT}<h3>Quay Phone 17 Ultra</h3>{TEXT}", "Quay Phone 17 Ultra - the test"),
    ("<title>Four boats - a test</title><meta property=og:title content='Four boats - a test'>", f"<h3>Boats</h3>{TEXT}", "Four boats - a test"),
    ("<title>随筆「四隻の船」｜月刊みなと</title>", f"<h2>四隻の船</h2>{TEXT}", "四隻の船"),
    ("<title>네 척의 배, 봄에 뜬다 - 바다신문</title><meta property=og:title content='네 척의 배, 봄에 뜬다 - 바다신문'>", f"<div><h3 class=heading>네 척의 배, 봄에 뜬다</h3></div>{TEXT}", "네 척의 배, 봄에 뜬다"),
    ("<title>x</title><meta property=og:title content='Interview - four boats and a harbour master'>", f"<h3>Interview</h3>{TEXT}", "Interview - four boats and a harbour master"),
    ("<title>x</title><meta property=og:title content='Four boats, five islands - 2025'>", f"<h3>Four boats, five islands</h3>{TEXT}", "Four boats, five islands - 2025"),
    ("<title>Port authority</title>", f"<h2>News</h2><div class=news-ttl>Port authority buys four boats for the islands</div>{TEXT}", "Port authority buys four boats for the islands"),
    ("<title>Four boats</title>", f"<div class=mast><a href=/>Coast Post</a></div><div class=title><a href=/a>Four boats</a></div><div class=art>{TEXT}</div>", "Four boats"),
    ("<title>섬으로 가는 전기선 네 척 < 해운 < 기사본문 - 바다신문</title>", f"<div class=head>섬으로 가는 전기선 네 척</div>{TEXT}", "섬으로 가는 전기선 네 척"),
    ("<title>Mega < giga < tera: a guide to the new batteries</title>", f"<div class=head>Boats</div>{TEXT}", "Mega < giga < tera: a guide to the new batteries"),
    ("<title>Neue Fähren: Was sie im Winter leisten | Hafenblatt</title><meta property=og:title content='FAQ: die neuen Fähren, was sie leisten'>", f"<h1><span class=dach>Neue Fähren</span> <span>Was sie im Winter auf der Bucht leisten</span></h1>{TEXT}", "Was sie im Winter auf der Bucht leisten"),
    ("<title>Nordline: Four boats for the islands | Coast Post</title>", f"<h1>Nordline buys Four boats for the islands</h1>{TEXT}", "Nordline buys Four boats for the islands"),
    ("<title>Nordline: Four boats for the islands | Coast Post</title>", f"<h1>Nordline: Four boats for the islands</h1>{TEXT}", "Nordline: Four boats for the islands"),
    ("<title>Kustbladet - Four new boats for the islands</title>", f"<table><tr><td><b>Kustbladet</b><br>Friday</td></tr><tr><td><a href=/>Start</a> | <a href=/n>News</a></td></tr><tr><td><b>Four new boats for the islands</b></td></tr><tr><td>{TEXT}</td></tr></table>", "Four new boats for the islands"),
    ("<title>섬으로 가는 전기선 네 척 &lt; 경제 &lt; 해운 &lt; 기사본문 - 바다신문</title>", f"<div class=head>섬으로 가는 전기선 네 척</div>{TEXT}", "섬으로 가는 전기선 네 척"),
    ("<title>바다신문</title><meta property=og:title content='섬으로 가는 전기선 네 척 &lt; 해운 &lt; 기사본문 - 바다신문'>", f"<div class=head>섬으로 가는 전기선 네 척</div>{TEXT}", "섬으로 가는 전기선 네 척"),
    ("<title>Nordline: Ferry Four is late | Coast Post</title>", f"<ul><li><a href=/t/1>Nordline</a></li><li><a href=/t/2>Ferry Four</a></li></ul><h1>Nordline Ferry Four is late</h1>{TEXT}", "Nordline Ferry Four is late"),
    ("<title>Nordline: Ferry Four</title>", f"<ul><li><a href=/t/1>Nordline</a></li><li><a href=/t/2>Ferry Four</a></li></ul><h1>Nordline Ferry Four</h1>{TEXT}", "Nordline Ferry Four"),
    ("<title>FC Insel: Nord gewinnt das Spiel | Hafenblatt</title>", f"<h1>FC Insel Nord gewinnt das Spiel</h1>{TEXT}", "FC Insel Nord gewinnt das Spiel"),
    (LD.format("NewsArticle", "Quay Phone 17") + "<title>Quay Phone 17 | Порт</title>", f"<h1>Обзоры телефонов и планшетов недели</h1><h2>Quay Phone 17</h2>{TEXT}", "Quay Phone 17"),
    (LD.format("NewsArticle", "Quay Phone 17") + "<title>Quay Phone 17 | Порт</title>", f"<h1>Обзоры телефонов и планшетов недели</h1><div class=t>Quay Phone 17</div>{TEXT}", "Quay Phone 17"),
    (LD.format("NewsArticle", "E-boats in Goa") + "<title>E-boats in Goa | Tat Dainik</title>", f"<h1>गोवा की खाड़ी में चलेंगी चार नई बिजली वाली नावें</h1>{TEXT}", "गोवा की खाड़ी में चलेंगी चार नई बिजली वाली नावें"),
    (LD.format("NewsArticle", "Four boats, tested") + "<title>Four boats, tested</title>", f"<h1>Tested: a crossing in “тишина”, and what it costs</h1><div class=side><a href=/4>Four boats, tested</a></div>{TEXT}", "Four boats, tested"),
    (LD.format("NewsArticle", "Four boats, tested") + "<title>Four boats, tested</title>", f"<h1>तट समाचार</h1>{TEXT}", "Four boats, tested"),
]  # fmt: skip


@each(("head", "body", "title"), CASES)
def test_a_title_is_what_readers_see(head: str, body: str, title: str) -> None:
    assert title_of(head, body) == title


SHARED = "<meta property=og:title content='{0}'><meta property=og:type content=article><title>{0} | Coast Post</title>"
HEADING = "The island ferries fall silent next spring"


def test_the_only_heading_of_a_page_is_the_title_where_a_declared_one_stands_nowhere_on_it() -> None:
    told = "New boats: everything you need to know"
    ld = LD.format("NewsArticle", told)
    cases = [  # head, what stands above the text, title
        (SHARED.format(told), f"<h1>{HEADING}</h1>", HEADING),
        (SHARED.format(told), f"<article><header class=post-header><h1>{HEADING}</h1></header></article>", HEADING),
        (ld + SHARED.format(told), f"<h1>{HEADING}</h1>", HEADING),
        (SHARED.format("Nye båter: alt du må vite"), "<h1>Øyfergene blir stille fra neste vår</h1>", "Øyfergene blir stille fra neste vår"),
        (SHARED.format("Uudet laivat: kaikki tärkeä"), "<h1>Saariston lautat hiljenevät ensi keväänä</h1>", "Saariston lautat hiljenevät ensi keväänä"),
        (SHARED.format("Новые паромы: что известно"), "<h1>Весной на островах станет тише</h1>", "Весной на островах станет тише"),
        (SHARED.format("新しい渡船のすべて"), "<h1>島の渡し船、来春から静かになる見通しだと港が発表</h1>", "島の渡し船、来春から静かになる見通しだと港が発表"),
        (SHARED.format("السفن الجديدة: كل ما تريد معرفته"), "<h1>عبارات الجزر تصمت في الربيع المقبل</h1>", "عبارات الجزر تصمت في الربيع المقبل"),
        ("<meta property=og:title content='Quay Four review'><title>Quay Four: the boat that hums no more | Coast Post</title>", "<h2 class=t>Quay Four: the boat that hums no more</h2>", "Quay Four: the boat that hums no more"),
        # what the page shows as well, tells in other words, puts below a kicker or cuts
        (SHARED.format(told), f"<h1>{HEADING}</h1><p>{told}</p>", told),
        (ld.replace(told, "Island ferries silent next spring"), f"<h1>{HEADING}</h1>", "Island ferries silent next spring"),
        (ld.replace(told, f"Ships: {HEADING}"), f"<p>Ships</p><h1>{HEADING}</h1>", f"Ships: {HEADING}"),
        # a section, what the site is for, the heading of a box, several headings, the last items of a ticker
        (SHARED.format(told), "<h1>Ships and ports</h1><h2>What it costs</h2>", told),
        (SHARED.format(told), f"<h1>Ships, ports and harbours of the coast</h1><h2>{told}</h2>", told),
        (SHARED.format(told), "<header><h1>All the news of harbours and of those who work there</h1></header>", told),
        (SHARED.format(told), f"<h1><a href=/>{HEADING}</a></h1>", told),
        (SHARED.format(told), f"<aside><h1>{HEADING}</h1></aside>", told),
        (SHARED.format(told), f"<h1>{HEADING}</h1><h1>What they are going to cost</h1>", told),
        (SHARED.format(told), "<h1>Boats late +++ Harbour closed until noon</h1>", told),
        ("<meta property=og:title content='Quay Four review'><title>Quay Four review | Coast Post</title>", "<h2 class=t>More boats that hum no more</h2>", "Quay Four review"),
    ]  # fmt: skip
    wrong = [(told, title_of(head, above + TEXT)) for head, above, told in cases]
    assert [pair for pair in wrong if pair[0] != pair[1]] == []


def test_words_of_a_script_that_writes_vowels_as_signs_are_whole() -> None:
    name = "ข่าวประชาสัมพันธ์ :: การท่าเรือแห่งชายฝั่งตะวันออก"
    heading = "การท่าเรือเปิดตัวเรือไฟฟ้าสี่ลำสำหรับหมู่เกาะ"
    assert title_of(f"<title>{name}</title>", f"<div><h3>{heading}</h3>{TEXT}</div>") == heading


def test_a_line_in_bold_among_the_lines_of_a_first_block_is_the_headline_where_the_title_is_but_the_sites_name() -> (
    None
):
    name = "Kustbladet - the news of the coast"
    bold, below = "<b>Four boats are bought for the islands</b>", "What they cost, and who is to pay for them"
    headline = "Four boats are bought for the islands"
    cases = [  # the first block, the title, the first line of the text
        (f"<font size=1>Ships</font><br>{bold}<br><i>{below}</i>", headline, below),
        (f"{bold}<br>{below}", headline, below),
        (f"<font size=1>Ships</font><br>{bold}", headline, LINES[0]),
        (f"<b>Ann Margaret Lee-Stone</b><br>{below}", name, "Ann Margaret Lee-Stone"),
        (f"<b>Thursday, 3 July 2025</b><br>{below}", name, "Thursday, 3 July 2025"),
        (f"<b>Harbour, on Thursday.</b><br>{below}", name, "Harbour, on Thursday."),
        (f"<b>Q: Who bought all of them?</b><br>{below}", name, "Q: Who bought all of them?"),
        (f"{LINES[1]}<br><b>What they cost when they are here</b><br>A million", name, LINES[1]),
        (f"By <b>the office of the harbour</b><br>{below}", name, "By the office of the harbour"),
    ]
    wrong = []
    for first, title, line in cases:
        cells = f"<tr><td><b>Kustbladet</b></td></tr><tr><td>{'<br><br>'.join((first, *LINES))}</td></tr>"
        page = f"<html><head><title>{name}</title></head><body><table>{cells}</table></body></html>"
        found = read_page(page.encode(), "https://www.kustbladet.example/n.asp?id=77", announced=True)
        assert isinstance(found, Article), found
        if (found.title, found.text.split("\n")[0]) != (title, line):
            wrong.append((first[:40], found.title, found.text[:60]))
    assert wrong == []


DRAWN = """<html><head><title>{site}</title>{head}</head><body><div id=__next><header><a href=/>Coast Post</a></header></div>
<script id=__NEXT_DATA__ type="application/json">{{"props": {{"page": {{"title": "Coast Post", "menu": [{{"title": "Ships"}}],
"article": {{"headline": "{headline}", "blocks": [{paragraphs}]}}}}}}}}</script></body></html>"""


def test_a_page_drawn_from_data_has_the_headline_that_they_tell() -> None:
    paragraphs = ", ".join(f'{{"type": "paragraph", "text": "{line}"}}' for line in LINES)
    cases = [
        ("Coast Post", "", "Four boats for the islands", "Four boats for the islands"),
        ("Coast Post", "<meta property=og:title content='Four new boats'>", "Four boats for the islands", "Four new boats"),
        ("Coast Post", "", "Boats", "Coast Post"),
    ]  # fmt: skip
    for site, head, headline, title in cases:
        page = DRAWN.format(site=site, head=head, headline=headline, paragraphs=paragraphs)
        found = read_page(page.encode(), "https://news.example/2025/07/03/four-boats-for-the-islands")
        assert isinstance(found, Article), found
        assert found.title == title


def test_a_kicker_before_a_bar_and_a_broken_line_are_no_part_of_a_title() -> None:
    text = "<p>The ferry company said on Thursday that it would buy four electric boats for the crossing to the islands.</p>"
    cases = [  # declared, heading, title
        ("Why calls drop in new houses", "<span>Mobile</span> <span>|</span> <span>Why calls drop in new houses</span>", "Why calls drop in new houses"),
        ("calls drop in new houses", "Why calls drop in new houses", "Why calls drop in new houses"),
        ("窓口に立つ機械――町の一年", "窓口に立つ機械<br>――町の一年", "窓口に立つ機械――町の一年"),
        ("Four boats and an island", "Four boats<br>and an island", "Four boats and an island"),
        ("专访 王明：船到了岛上", "专访<br>王明：船到了岛上", "专访 王明：船到了岛上"),  # two clauses
        ("Kunci Jawaban Kelas 8 Halaman 54", "Kunci Jawaban Kelas 8 Halaman 54", "Kunci Jawaban Kelas 8 Halaman 54"),
    ]  # fmt: skip
    for declared, heading, title in cases:
        page = f"<html><head><meta property=og:title content='{declared}'></head><body><article><h1>{heading}</h1>{3 * text}</article></body></html>"
        found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
        assert isinstance(found, Article)
        assert found.title == title


def test_what_the_title_and_a_line_at_the_top_tell_alike_is_the_headline_though_shares_are_told_another() -> (
    None
):
    text = "<p>The ferry company said on Thursday that it would buy four electric boats for the crossing to the islands.</p>"
    line = "<div class='text-4xl'>Review of the Nordline Four. A ferry that listens too well</div>"
    head = "<title>Review of the Nordline Four. A ferry that listens too well – Quays</title><meta property=og:title content='{}'>"
    for og, body, title in (
        ("Nordline Four tested", line, "Review of the Nordline Four. A ferry that listens too well"),
        (
            "Nordline Four tested",
            f"{line}<h2>Nordline Four tested</h2>",
            "Nordline Four tested",
        ),  # shown, too
        ("Four boats Halaman all", "<h1>Four boats</h1>", "Four boats"),
        ("Four boats Halaman all", "", "Four boats"),
        ("Four boats - Halaman 2", "", "Four boats"),
        ("Soal buku Halaman 54", "", "Soal buku Halaman 54"),
        ("Empat kapal di Halaman 2", "<h1>Empat kapal di Halaman 2</h1>", "Empat kapal di Halaman 2"),
    ):
        page = f"<html><head>{head.format(og)}</head><body><article>{body}{3 * text}</article></body></html>"
        found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
        assert isinstance(found, Article)
        assert found.title == title


def test_the_name_of_a_site_that_begins_a_title_is_no_headline() -> None:
    text = "<p>The ferry company said on Thursday that it would buy four electric boats for the crossing to the islands.</p>"
    site = "Coast Courier News Agency of the Islands"
    head = f"<title>{site} - Ferry's boats are four</title><meta property=og:title content=\"Ferry's boats are four\">"
    for line, title in (
        ("Ferry’s boats are four", "Ferry’s boats are four"),
        ("Boats", "Ferry's boats are four"),
    ):
        page = f"<html><head>{head}</head><body><div>{site}</div><article><div>{line}</div>{3 * text}</article></body></html>"
        found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
        assert isinstance(found, Article)
        assert found.title == title
