"""What stands where a byline does and names nobody, and whom a byline names all the same."""

from __future__ import annotations

from itertools import product

import pytest
from bylinesamples import TEXT, authors_of, with_language
from selectolax.lexbor import LexborHTMLParser
from tables import each

from crawler.parse import read_page
from crawler.parse.authors.shown import marked
from crawler.parse.page.walk import outline
from storage.records import Article

THINGS = [
    "Press Release", "PRESS RELEASE", "Media Release", "News Release", "Media Statement", "Press Statement", "Sponsored Content",
    "Partner Content", "Staff Report", "Agency Report", "Wire Reports", "Communiqué de presse", "Nota de Prensa",
    "Comunicado de Prensa", "Comunicato Stampa", "Nota de Imprensa", "Pressemitteilung", "Informacja Prasowa", "Tisková Zpráva",
    "Пресс-Релиз", "Basın Bülteni", "Siaran Pers", "Saudi Arabia", "Sri Lanka", "New Zealand", "South Africa", "Costa Rica",
    "United Kingdom", "Arabia Saudita", "Estados Unidos", "Reino Unido", "Nouvelle-Zélande", "Papua New Guinea", "Burkina Faso",
]  # fmt: skip
PEOPLE = [
    "Ann Lee", "Tom Press", "Sara Release", "Georgia Brown", "Jordan Pickford", "Paris Hilton", "Israel Gómez", "Chad Smith", "India Knight",
    "Africa Zamora", "Kenya Barris", "Costa Ronin", "Sierra Bender", "Sri Mulyani", "Saudi Al Harbi", "Austin Reid", "London Breed", "Brooklyn White",
    "Virginia Woods", "Carolina Costa", "Salvador Illa", "Santiago Lima", "Cuba Gooding", "Montserrat Media", "Media Nasution", "Ann Kingdom", "Faso Traoré",
    "Rico Costa", "Zealand Moore", "Guinea Pope", "Marino San Juan",
]  # fmt: skip
PLACES = [
    "<h1>Four boats</h1><div class=byline><strong>{}</strong></div>",
    "<h1>Four boats</h1><p><b>{}</b></p>",
    "<p><b>{}</b></p><h1>Four boats</h1>",
    "<h1>Four boats</h1><p>{} · <time>3 July 2025</time></p>",
    "<h1>Four boats</h1><span class=author>{}</span>",
]


@each(("name", "place"), product(THINGS, PLACES))
def test_a_kind_of_text_and_a_country_are_nobody(name: str, place: str) -> None:
    assert authors_of(place.format(name)) == ()
    assert authors_of("<h1>Four boats</h1>", f"<meta name=author content='{name}'>") == ()


@each(("name", "place"), product(PEOPLE, [PLACES[0], PLACES[1], PLACES[4]]))
def test_who_is_called_like_one_is_somebody(name: str, place: str) -> None:
    assert authors_of(place.format(name)) == (name,)


@pytest.mark.parametrize("name", ["Harbour Islands", "Fuel Prices", "Ferry Company"])
def test_a_bold_line_that_leads_to_a_part_of_the_site_names_nobody(name: str) -> None:
    menu = f"<div><a href=/k>{name}</a></div>"
    assert authors_of(f"{menu}<h1>Four boats</h1><p><b>{name}</b></p>") == ()


def test_a_bold_line_that_begins_the_title_names_nobody_and_one_that_ends_it_does() -> None:
    above = "<h1>Ada Holm buys four boats</h1><p><b>{}</b></p>"
    assert authors_of(above.format("Ada Holm"), title="Ada Holm buys four boats") == ()
    assert authors_of(above.format("Ann Lee"), title="Ada Holm buys four boats — Ann Lee") == ("Ann Lee",)


DATED = [
    ("14 ноября 2026 г., автор: Глеб Жуков", "Глеб Жуков"),
    ("3 July 2025 · Author: Ann Lee", "Ann Lee"),
    ("3. Juli 2025 | Autorin: Karin Holm", "Karin Holm"),
    ("03/07/2025, auteur : Jean Lefort", "Jean Lefort"),
    ("2025年7月3日 作者：王小明", "王小明"),
    ("10 юли 2025, 08:15 ч. Автор: Румяна Стефанова Прочетена: 1204", "Румяна Стефанова"),
    ("2025-07-03 07:30 来源：海港晚报 记者：林美玲 责任编辑：周海", "林美玲"),
    ("رپورٹ: عمران بلوچ 18 جون 2025", "عمران بلوچ"),
    ("Am 3. Juli 2025, so der Autor: Regen", None),
    ("Room 12, author: unknown", None),
]


@each(("line", "name"), DATED)
def test_who_is_called_the_author_behind_the_date_is(line: str, name: str | None) -> None:
    assert authors_of(f"<h1>Four boats</h1><div class=when>{line}</div>") == ((name,) if name else ())


ZH = "港务局周四表示，将购买四艘电动渡船，用于往返群岛的航线，每艘可载客两百人，首船明年春天试航。"
BESIDE = [  # head, what stands above the text, authors
    ("<html lang=zh-CN>", "<h1>四艘渡船</h1><div class=author>本报记者 李思远 陈晓雯</div>", ("李思远", "陈晓雯")),
    ("", "<h1>四艘渡船</h1><div class=author>记者 李思远　陈晓雯</div>", ("李思远", "陈晓雯")),
    ("<html lang=ja>", "<h1>四隻の船</h1><div class=author>石田 江美子</div>", ("石田 江美子",)),
    ("", "<h1>四隻のふね</h1><div class=author>高田 夏美</div>", ("高田 夏美",)),
    ("<html lang=zh>", "<h1>四艘渡船</h1><div class=author>编辑部 新闻组</div>", ("编辑部 新闻组",)),
    ("<html lang=zh-Hant>", f"<h1>四艘渡船</h1><p>(海聯社記者林美玲花蓮19日電){ZH}</p>", ("林美玲",)),
    ("<html lang=zh-Hant>", f"<h1>四艘渡船</h1><p>(海聯社記者林美玲、歐陽明德花蓮19日電){ZH}</p>", ("林美玲", "歐陽明德")),
    ("<html lang=zh-Hant>", f"<h1>四艘渡船</h1><p>(海聯社記者王明台北19日電){ZH}</p>", ("王明",)),
    ("<html lang=zh>", f"<h1>四艘渡船</h1><p>海联社上海3月2日电（记者 李思远、陈晓雯）{ZH}</p>", ("李思远", "陈晓雯")),
    ("<html lang=zh>", f"<h1>四艘渡船</h1><p>本报讯（记者 陈晓雯）{ZH}</p>", ("陈晓雯",)),
    ("<html lang=zh>", f"<h1>四艘渡船</h1><p>记者从港务局获悉，3月2日电力恢复。{ZH}</p>", ()),
    ("<html lang=zh>", f"<h1>四艘渡船</h1><p>海联社上海3月2日电（李思远、陈晓雯）{ZH}</p>", ("李思远", "陈晓雯")),
    ("<html lang=zh>", f"<h1>四艘渡船</h1><p>海联社上海3月2日电（综合报道）{ZH}</p>", ()),
    ("<html lang=zh>", f"<h1>四艘渡船</h1><p>海联社上海3月2日电（完）{ZH}</p>", ()),
    ("<html lang=zh><head><meta name=author content=张晓燕></head>", f"<h1>四艘渡船</h1><p>海联社上海3月2日电 (记者 李思远){ZH}</p><div><span>【编辑:张晓燕】</span></div>", ("李思远",)),
    ("<html lang=zh><head><meta name=author content=张晓燕></head>", f"<h1>四艘渡船</h1><p>海联社上海3月2日电 (记者 张晓燕){ZH}</p><div><span>【编辑:张晓燕】</span></div>", ("张晓燕",)),
    ("<html lang=zh><head><meta name=author content=张晓燕></head>", f"<h1>四艘渡船</h1><p>海联社上海3月2日电 (记者 李思远){ZH}</p>", ("张晓燕",)),
    ("<html lang=en>", "<h1>Four ferries</h1><div class=info><p>PUBLISHED : <span>3 Mar 2026 at 04:10</span></p><p>SECTION: <a>Harbour</a></p><p>WRITER: <a href=/w>Ines Na Moor</a></p></div><p>The harbour office said on Monday that it would buy four electric ferries for the island lines.</p>", ("Ines Na Moor",)),
    ("<html lang=zh>", f"<h1>四艘渡船</h1><p>一名记者昨日问到电价（记者会在港口举行）。{ZH}</p>", ()),
]  # fmt: skip


@each(("head", "above", "names"), BESIDE)
def test_chinese_names_are_told_by_their_surnames(head: str, above: str, names: tuple[str, ...]) -> None:
    page = f"{head}<title>四艘渡船</title><article>{above}<p>{ZH}</p><p>{ZH}</p></article>"
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found
    assert found.authors == names


SIGNED = [
    ("<p class=byline>Por <a>Ana Dias</a> e <a>Rui Costa</a> — Porto Alto</p>", ("Ana Dias", "Rui Costa")),
    ("<p class=byline>By Ann Lee — Newtown on Sea</p>", ("Ann Lee",)),
    ("<p class=byline>Ann Lee – Newtown</p>", ("Ann Lee",)),
    ("<p class=byline>By Jean-Luc Petit and Ann Lee</p>", ("Jean-Luc Petit", "Ann Lee")),
    ("<div>By Ann Lee, Harbour Post</div>", ("Ann Lee",)),
    ("<div>By Ann Lee, Tom Ray</div>", ("Ann Lee", "Tom Ray")),
    ("<p>Posted on July 3, 2025 by Ann Lee</p>", ("Ann Lee",)),
    ("<p>Veröffentlicht am 3. Juli 2025 von Karin Holm</p>", ("Karin Holm",)),
    ("<p>Vom 3. Juli 2025 von Karin Holm</p>", ("Karin Holm",)),
    ("<p>July 3, 2025 by Ann Lee</p>", ("Ann Lee",)),
    ("<p>Photo taken July 3, 2025 by Ann Lee</p>", ()),
    ("<p>Killed on July 3, 2025 by Tom Ray</p>", ()),
    ("<p>The bridge in July 2025 by Lake Geneva</p>", ()),
    ("<p>1,419 pictures of boats by Jim Harter</p>", ()),
    ("<p>Updated on July 3, 2025 by popular demand</p>", ()),
    ("<div>03.07.2025 <span class=muhabir><a href=/y>Selin Aksoy</a></span></div>", ("Selin Aksoy",)),
    ("<div><span class=auteur>Jean Lefort</span></div>", ("Jean Lefort",)),
    ("<div class=pleine-hauteur>Port Saint-Louis</div>", ()),
    ("<div class=skribent>Karin Holm</div>", ("Karin Holm",)),
]


@each(("line", "names"), SIGNED)
def test_a_byline_names_people_and_no_place(line: str, names: tuple[str, ...]) -> None:
    assert authors_of(f"<h1>Four boats</h1>{line}") == names


def _data(value: str) -> str:
    return f'<script id="__NEXT_DATA__" type="application/json">{value}</script>'


def test_a_name_in_the_data_of_scripts_is_the_authors_where_the_page_shows_it() -> None:
    data = _data(
        '{"post": {"title": "x", "author": [{"id": 4, "name": "رنا الحداد"}]}, "more": [{"author": "Tom Ray"}]}'
    )
    line = "<div><span>رنا الحداد</span><time>3 July 2025</time></div>"
    assert authors_of(f"<h1>Four boats</h1>{line}", data) == ("رنا الحداد",)
    assert authors_of("<h1>Four boats</h1>", data) == ()
    told = "<p>Tom Ray is the captain of the first of them, and was born at sea.</p>"
    assert authors_of(f"<h1>Four boats</h1>{told}", data) == ()
    assert authors_of(f"<h1>Four boats</h1>{line}", _data('{"author": "\\u0631\\u0646\\u0627 الحداد"}')) == (
        "رنا الحداد",
    )


@pytest.mark.parametrize(
    ("layer", "names"),
    [
        ('dataLayer = [{"page": "article", "redacteur": "Ann Lee"}];', ("Ann Lee",)),
        ("window.dataLayer.push({author: 'Ann Lee|Tom Ray', section: 'Sea'})", ("Ann Lee",)),
        ('utag_data = {"articleAuthor": "Ann Lee"}', ("Ann Lee",)),
        ('dataLayer = [{"editor": "Ann Lee"}];', ()),
        ('teasers = [{"author": "Ann Lee"}];', ()),
    ],
)
def test_a_name_told_to_who_counts_the_readers_is_the_authors_where_the_page_shows_it(
    layer: str, names: tuple[str, ...]
) -> None:
    head = f"<script>{layer}</script>"
    line = "<div class=x><div>Ann Lee</div><div>The Coast Post</div></div>"
    assert authors_of(f"<h1>Four boats</h1>{line}", head) == names
    told = "<p>Ann Lee is the captain of the first of them, and was born at sea.</p>"
    assert authors_of(f"<h1>Four boats</h1>{told}", head) == ()


def test_what_stands_before_the_date_and_in_the_pages_address_is_a_section() -> None:
    line = (
        "<h1>Four boats</h1><div><span>Street Food</span> <time datetime=2025-07-03>03/07/2025</time></div>"
    )
    other = "<link rel=canonical href=https://news.example/sea/2025/four-boats.html>"
    filed = "<link rel=canonical href=https://news.example/street-food/2025/four-boats.html>"
    assert authors_of(line, other) == ("Street Food",)  # nothing tells it from a person
    assert authors_of(line, filed) == ()
    assert authors_of(line, '<meta property=article:section content="Street food">') == ()
    assert authors_of(line.replace("Street Food", "Ann Lee"), filed) == ("Ann Lee",)


IN_LANGUAGES = [  # the page's language, what stands below the headline, authors
    ("", "<div class=author>Muallif: Dilnoza Karimova</div>", ("Dilnoza Karimova",)),
    ("", "<div class=author-line>گزارش از: سارا احمدی</div>", ("سارا احمدی",)),
    ("", "<span class=post-author>ដោយ៖ សុខ ដារ៉ា</span>", ("សុខ ដារ៉ា",)),
    ("", "<p>Հեղինակ՝ Անի Սարգսյան</p>", ("Անի Սարգսյան",)),
    ("", "<p>ავტორი: ნინო ბერიძე</p>", ("ნინო ბერიძე",)),
    ("", "<p>लेखक: सुनीता वर्मा</p>", ("सुनीता वर्मा",)),
    ("", "<p>எழுதியவர்: கவிதா ராமன்</p>", ("கவிதா ராமன்",)),
    ("", "<p>Shkruar nga Arben Hoxha</p>", ("Arben Hoxha",)),
    ("", "<p>Беседовала Ольга СЕДОВА</p>", ("Ольга СЕДОВА",)),
    ("", "<p>Diposting oleh Rina Wijaya</p>", ("Rina Wijaya",)),
    ("tl", "<div class=byline><span>Ni</span> <a>Liza Ramos</a></div>", ("Liza Ramos",)),
    ("sw", "<p><b>Na Asha Mwinyi, Tanga</b></p>", ("Asha Mwinyi",)),
    ("is", "<p>Eftir Jón Bjarnason</p>", ("Jón Bjarnason",)),
    ("ru", "<div class=x>3 июля 2025, 10:00. Текст и фото: Анна Седова</div>", ("Анна Седова",)),
    ("de", "<p>Text und Fotos: Karin Holm</p>", ("Karin Holm",)),
    ("hu", "<div class=szerzo>Vass Ilona <span>2025. július 3. 17:20</span></div>", ("Vass Ilona",)),
    ("ur", "<div class=x>رپورٹ: عمران بلوچ <span>جمعرات 3 جولائی 2025</span></div>", ("عمران بلوچ",)),
    ("zh", "<p>2025-7-3 18:06 | 发布者: 海港小编 | 查看: 2107</p>", ()),
    ("ar", "<div class=op-author><a>سلمى الحربي</a> <span>كاتبة وباحثة في العمران</span></div>", ("سلمى الحربي",)),
    ("ru", "<div class=meta>03.07.2025 12:00 Анна Седова</div>", ("Анна Седова",)),
    ("pl", "<p>Na Polach Elizejskich</p>", ()),
    ("en", "<p>Ni Hao Friends</p>", ()),
    ("en", "<p class=byline>By Theo Walker</p>", ("Theo Walker",)),
    ("vi", "<i>Theo Nguyễn Văn An</i>", ("Nguyễn Văn An",)),
    ("vi", "<i>Theo Báo Thành Phố</i>", ()),
    ("ur", "<section><b class='visually-hidden article-byline'>مضمون کی تفصیل</b><ul><li>مصنف, عائشہ خان</li><li>عہدہ, لاہور</li></ul></section>", ("عائشہ خان",)),
    ("", "<div class=author>Redaktion: Karin Holm</div>", ()),
    ("", "<div class=author>Снимка: Елена Петрова</div>", ()),
    ("", "<div class=author>Źródło: PAP</div>", ()),
    ("zh-Hant", f"<p>【記者林美玲、王明／花蓮報導】{ZH}</p>", ("林美玲", "王明")),
    ("tl", "<p class=info>Ni Ma. Consuelo dela Rama-Uy | Abril 27, 2026 | 12:00am</p>", ("Ma. Consuelo dela Rama-Uy",)),
    ("te", "<p class=info>రచన: యామినీ సుబ్బలక్ష్మి • మే 3, 2026</p>", ("యామినీ సుబ్బలక్ష్మి",)),
    ("af", "<p>Deur Elsabé van der Spuy</p>", ("Elsabé van der Spuy",)),
    ("sw", "<p>NA ASHA KOMBO OTIENO</p>", ("ASHA KOMBO OTIENO",)),
    ("cy", "<p class=byline>Gan Llio Angharad Prydderch Gohebydd</p>", ("Llio Angharad Prydderch",)),
    ("nl", "<p class=byline>Door onze verslaggever Maarten Hekkum</p>", ("Maarten Hekkum",)),
    ("sv", "<p class=byline><span>Text: Lovisa Ekdal</span> <span>Foto: Henrik Tallmo</span></p>", ("Lovisa Ekdal",)),
    ("he", "<p>מאת: ד\"ר תמר אלקלעי</p>", ("ד\"ר תמר אלקלעי",)),
    ("ca", "<span class=author>Per Olsson</span>", ("Per Olsson",)),
    ("ro", "<span class=author>De Bruyne</span>", ("De Bruyne",)),
    ("tr", "<p>Haber: Haber Merkezi</p>", ("Haber Merkezi",)),
    ("tr", "<span class=author>HABER MERKEZİ</span>", ("HABER MERKEZİ",)),
    ("zh", "<p>作者：佚名</p>", ()),
    ("zh", "<p>文字：林美玲 摄影：陈晓雯</p>", ("林美玲",)),
    ("uk", "<p>Автор: Соломія Гай, Надбузький край</p>", ("Соломія Гай",)),
    ("zh-Hant", f"<p>〔記者林美玲／報導〕{ZH}</p>", ("林美玲",)),
]  # fmt: skip


@each(("language", "above", "names"), IN_LANGUAGES)
def test_a_byline_says_by_in_many_languages(language: str, above: str, names: tuple[str, ...]) -> None:
    assert with_language(language, above) == names


@each(
    "answer",
    ["نعم، بالتأكيد نحن جاهزون", "What did you see?", "لا أعرف متى.", "Well, we never thought of that."],
)
def test_in_an_interview_the_reporter_who_speaks_is_no_name(answer: str) -> None:
    assert with_language("", f"<p>خبرنگار: {answer}</p><p>Journalist: {answer}</p>") == ()


@pytest.mark.parametrize(
    ("label", "hello"),
    [("記者：", "您好 部長"), ("Muhabir: ", "Hoş Geldiniz"), ("संवाददाता: ", "नमस्ते मंत्री जी")],
)
def test_who_asks_again_further_down_is_a_speaker_whatever_the_language(label: str, hello: str) -> None:
    asked = f"<p>{label}{hello}</p><p>{TEXT[0]}</p><p>{label}2026?</p>"
    assert with_language("", asked) == ()
    assert with_language("", f"<p>Автор: Анна Холм</p><p>{TEXT[0]}</p><p>Автор: Анна Холм</p>") == (
        "Анна Холм",
    )


@pytest.mark.parametrize("name", ["Trinidad and Tobago", "Bosnia and Herzegovina"])
def test_a_country_whose_name_lists_two_is_no_author(name: str) -> None:
    assert authors_of(f"<h1>Four boats</h1><div class=byline>{name}</div>") == ()


@each("name", ["Agência Cais", "Agenzia Molo", "Агентство Причал", "Quay News Agency"])
def test_an_agency_is_no_author(name: str) -> None:
    assert authors_of(f"<h1>Four boats</h1><div class=byline>{name}</div>") == ()


def test_a_line_of_thousands_of_bylines_is_looked_at_once() -> None:
    class Counted(str):
        splits = 0

        def split(self, *args: object, **named: object) -> list[str]:  # type: ignore[override]
            Counted.splits += 1
            return super().split(*args, **named)  # type: ignore[arg-type]

    shown = outline(LexborHTMLParser("<p>" + "<span class=by>Ann Lee</span> " * 4_000 + "</p>"))
    shown.blocks[0].text = Counted(shown.blocks[0].text)
    assert set(marked(shown, 0, 1)) == {"Ann Lee"}
    assert Counted.splits <= 1  # once for each mark before


def test_who_is_called_like_a_day_of_the_week_keeps_that_name_before_the_date_of_another() -> None:
    bylines = {
        "Von Anna Maria Freitag, 16. November 2026": "Anna Maria Freitag",  # a Monday
        "Von Anna Maria Sonntag am 16.11.2026": "Anna Maria Sonntag",
        "Por Ana María Domingo, 16 de noviembre de 2026": "Ana María Domingo",
        "Von Jan Peter Montag, 16. November 2026": "Jan Peter",  # which may be either
        "Von Anna Maria Lee Freitag, 13. November 2026": "Anna Maria Lee",
        "By Mary Ann Lee Saturday, 11/07/2026": "Mary Ann Lee",  # the seventh of November
    }
    wrong = []
    for said, name in bylines.items():
        text = "".join(
            f"<p>The harbour of the town was given a new lantern, by paper {n} of its council.</p>"
            for n in range(9)
        )
        page = f"<html><title>A lantern</title><article><h1>A lantern for the harbour</h1><p class=byline>{said}</p>{text}"
        found = read_page(page.encode(), "https://a.example/lantern")
        if not (isinstance(found, Article) and found.authors == (name,)):
            wrong.append((said, found))
    assert not wrong
