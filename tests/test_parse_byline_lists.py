"""Several authors in one line, beside dates and among what else is told of a text."""

from __future__ import annotations

import pytest
from bylinesamples import authors_of, with_language
from tables import each

LISTS = [  # language, a byline of two
    ("nl", "Door Jan Visser en Piet Bakker"),
    ("fi", "Teksti: Antti Laine ja Kaisa Virta"),
    ("et", "Autor: Jaan Tamm ja Mari Kask"),
    ("hu", "Szerző: Kovács János és Tóth Anna"),
    ("ro", "Autori: Ion Munteanu și Radu Pop"),
    ("cs", "Autor: Jan Vlček a Petr Malý"),
    ("sk", "Autor: Ján Horák a Eva Malá"),
    ("lv", "Autors: Jānis Bērziņš un Ilze Kalna"),
    ("lt", "Autorius: Jonas Petraitis ir Ona Kazlauskienė"),
    ("az", "Müəllif: Elçin Məmmədov və Aysel Quliyeva"),
    ("uz", "Muallif: Aziz Karimov va Dilnoza Yusupova"),
    ("sw", "Na Fatuma Bakari na Joseph Mwangi"),
    ("vi", "Tác giả: Nguyễn Thị Vân và Lê Quốc Tuấn"),
    ("es", "Por JUAN PÉREZ Y ANA LÓPEZ"),
    ("es", "Por Ana López y Juan Pérez"),
    ("pl", "Autor: Jan Kowalski i Anna Nowak"),
    ("en", "By Ann Lee And Tom Ray"),
    ("el", "Συντάκτης: Νίκος Παππάς και Ελένη Ζώη"),
    ("sv", "Text: Karin Holm och Erik Lund"),
    ("uk", "Автор: Оксана Гнатюк та Ярослав Мельник"),
    ("hi", "लेखक: प्रिया तिवारी और राकेश सिंह"),
    ("bn", "লেখক: শামীমা আক্তার ও রফিক হাসান"),
]


@each(("language", "line"), LISTS)
def test_a_list_of_two_is_two_in_every_language(language: str, line: str) -> None:
    names = authors_of(f"<h1>Four boats</h1><p>{line}</p>", language=language)
    assert len(names) == 2
    assert all(name in line and len(name.split()) in (2, 3) for name in names)


ALONE = [  # language, a byline, who wrote
    ("en", "By Kim Na Young", "Kim Na Young"),
    ("en", "By John A Smith", "John A Smith"),
    ("cs", "Autor: John A. Smith", "John A. Smith"),
    ("ru", "Автор: Жозе да Силва", "Жозе да Силва"),
    ("en", "By Phil Smith at Old Harbour", None),
    ("es", "Por Juan Pérez en Nueva York", None),
    ("fr", "Par Marie Dupont en Côte Ivoire", None),
    ("en", "By Lee En Hao", "Lee En Hao"),
    ("en", "By Mary E Smith", "Mary E Smith"),
    ("en", "By MARY E SMITH", "MARY E SMITH"),
    ("en", "By Nguyen Ta Minh", "Nguyen Ta Minh"),
    ("en", "By Simon & Schuster", "Simon & Schuster"),
    ("es", "Por José Ortega y Gasset", "José Ortega y Gasset"),
    ("ca", "Per Antoni Puig i Cadafalch", "Antoni Puig i Cadafalch"),
    ("pt", "Por Inês dos Santos e Silva", "Inês dos Santos e Silva"),
    ("de", "Von Karl von und zu Hafen", "Karl von und zu Hafen"),
    ("ru", "Автор: Ким И Сон", "Ким И Сон"),
]


@each(("language", "line", "name"), ALONE)
def test_a_word_that_lists_in_another_language_parts_nobody(
    language: str, line: str, name: str | None
) -> None:
    names = authors_of(f"<h1>Four boats</h1><p>{line}</p>", language=language)
    assert names == (name,) if name else len(names) == 1


@each("desk", ["Szerkesztőség", "Nyhedsredaktionen", "Coast News Desk", "ویب ڈیسک", "செய்திப்பிரிவு"])
def test_a_person_shown_is_believed_over_a_desk_declared(desk: str) -> None:
    head = f"<meta name=author content='{desk}'>"
    assert authors_of("<h1>Four boats</h1><p>By Ann Lee</p>", head) == ("Ann Lee",)
    assert authors_of("<h1>Four boats</h1>", head) == (desk,)


BY_THE_DATE = [  # what a line of the date holds, authors
    ("<div class=ndate>18 юли 2025, 14:25 | Румяна Стефанова | Прочетена: 341 пъти</div>", ("Румяна Стефанова",)),
    ("<div class=d>13:37, 24.06.2025 <b>Անի Սարգսյան</b></div>", ("Անի Սարգսյան",)),
    ("<div class=meta>Marek Dąbek, 3 lutego 2025, 14:20</div>", ("Marek Dąbek",)),
    ("<div>Nowy Sącz, 3 lutego 2025</div>", ()),
    ("<div class=date>Thứ Tư, 16/07/2025</div>", ()),
    ("<div class=meta>3 July 2025 | World News | 341 views</div>", ()),
    ("<div class=meta>3 July 2025 | Novi Sad | 341 views</div><p>In Novi Sad the company bought a yard for the boats, which are repaired there in winter, when nobody crosses to the islands, and painted white again for the summer's guests.</p>", ()),
    ("<div class=meta>3 July 2025 Ann Lee</div>", ("Ann Lee",)),
    ("<div class=x>3 July 2025 Ann Lee</div>", ()),
    ("<div class=info><span>Калина Щерева</span> <span>12 март 2025, 11:40</span> <span>1532 прочитания</span></div>", ("Калина Щерева",)),
    ("<figure><figcaption>3 July 2025 | Ann Lee | Harbour</figcaption></figure>", ()),
    ("<div class=date>White Paper | July 3, 2025</div>", ()),
    ("<div class=date>Thought Leadership · July 3, 2025</div>", ()),
    ("<div class=date>Künstliche Intelligenz | 3. Juli 2025</div>", ()),
    ("<div class=date>Inteligencia Artificial | 3 de julio de 2025</div>", ()),
    ("<div>July 3, 2025 | Long Read | 5 min</div>", ()),
    ("<div class=date>Herbert Read | July 3, 2025</div>", ("Herbert Read",)),
    ("<p><b>Ann Lee</b> July 3, 2025</p>", ("Ann Lee",)),
    ("<p><b>Villa María</b>, 3 de julio de 2025</p>", ()),
    ("<p><b>Castle Rock, July 3, 2025</b></p>", ()),
]  # fmt: skip


@each(("line", "names"), BY_THE_DATE)
def test_a_name_beside_the_date_is_the_authors_and_a_place_is_not(line: str, names: tuple[str, ...]) -> None:
    assert authors_of(f"<h1>Four boats</h1>{line}") == names


BEFORE_THE_HOUR = [  # the page's language, a line called by no name that tells anything, authors
    ("fi", "<p class=x>Pirkko Ala-Laine 3.7.2025 klo 14.05</p>", ("Pirkko Ala-Laine",)),
    ("he", "<div class=x>דנה שלום | 3.7.2025 12:40</div>", ("דנה שלום",)),
    ("ar", "<div class=x><span>نبيل الحاج</span> <span>الخميس 3 يوليو 2025 - 13:10</span></div>", ("نبيل الحاج",)),
    ("fi", "<p class=x>Pirkko Ala-Laine 3.7.2025</p>", ()),  # a place may be written so
    ("pl", "<p class=x>Nowa Wieś 3.07.2025 14:05</p><p>Nowa Wieś</p>", ()),
    ("pl", "<p class=x>Nowa Wieś, 3.07.2025 14:05</p>", ()),
    ("fi", "<p class=x><a href=/koti>Koti Piha</a> 3.7.2025 klo 14.05</p>", ()),
    ("en", "<p class=x>Street Food 3 July 2025 14:05</p>", ()),
    ("es", "<p class=x>Redacción Central 03/07/2025 14:05</p>", ()),
    ("ar", "<div class=x>العالم العربي 3 يوليو 2025 - 13:10</div>", ()),
    ("ar", "<div class=x>كرة القدم 3 يوليو 2025 - 13:10</div>", ()),
    ("ar", "<div class=x>ثقافة وفن 3 يوليو 2025 - 13:10</div>", ()),
    ("ar", "<div class=x>رام الله 3 يوليو 2025 - 13:10</div>", ()),
    ("he", "<div class=x>צבא וביטחון | 3.7.2025 12:40</div>", ()),
    ("he", "<div class=x>באר שבע | 3.7.2025 12:40</div>", ()),
    ("tr", "<div class=x>Elif Kara 3.07.2025 12:40</div>", ()),  # so "Son Dakika" is written
]  # fmt: skip


@pytest.mark.parametrize(("language", "line", "names"), BEFORE_THE_HOUR)
def test_a_name_before_day_and_hour_is_the_authors_unless_it_may_be_a_section_or_a_place(
    language: str, line: str, names: tuple[str, ...]
) -> None:
    assert with_language(language, line) == names


def test_a_surname_in_capitals_is_written_as_the_page_shows_it() -> None:
    head = "<meta name=author content='Ann LEE'>"
    assert authors_of("<h1>Four boats</h1><p>3 July 2025 <span>Ann Lee</span></p>", head) == ("Ann Lee",)
    assert authors_of("<h1>Four boats</h1><p>3 July 2025 <span>Ann LEE</span></p>", head) == ("Ann LEE",)
    assert authors_of("<h1>Four boats</h1><p>3 July 2025</p>", head) == ("Ann LEE",)


ZH_LINE = "2025-7-3 10:36<span>|</span> {}: 林美玲<span>|</span> 查看: 3381"
ROW = "<ul class={}><li><span>{}</span></li><li>{}</li><li>{}</li></ul>"
AMONG = [
    ("zh", f"<p>{ZH_LINE.format('作者')}</p>", ("林美玲",)),
    ("zh", f"<p>{ZH_LINE.format('发布者')}</p>", ("林美玲",)),
    ("zh", "<p>2025年7月3日09:41　来源：海港在线　作者：林美玲　字号：大 中 小</p>", ("林美玲",)),
    ("zh", "<p>文字｜林美玲　摄影｜陈晓雯　编辑｜王小明</p>", ("林美玲",)),
    ("zh", "<p>2025-7-3 10:36 | 发布者: 管理员 | 查看: 3381</p>", ()),
    ("zh", "<p>2025-07-03 10:15 来源：海港 作者：林美玲 王小明 编辑：李思</p>", ("林美玲", "王小明")),
    ("he", ROW.format("post-info", "כלכלה ועסקים", "3 ביולי 2025", "זמן קריאה 2 דקות"), ()),
    ("ar", ROW.format("post-info", "أخبار محلية", "3 يوليو 2025", "14:25"), ()),
    ("hi", ROW.format("post-info", "देश विदेश", "3 जुलाई 2025", "14:25"), ()),
    ("en", ROW.format("post-info", "Local Life", "3 July 2025", "14:25"), ()),
    ("ja", "<p>2025年7月3日 07:00 文・佐藤 まゆみ</p>", ("佐藤 まゆみ",)),
    ("fa", "<address>عکس و متن: مریم رستمی</address>", ("مریم رستمی",)),
    ("he", "<p>טקסט וצילום: דנה שלום</p>", ("דנה שלום",)),
    ("he", ROW.format("post-header", "דנה שלום", "3 ביולי 2025", "זמן קריאה 2 דקות"), ("דנה שלום",)),
    ("en", ROW.format("post-info", "Ann Lee", "3 July 2025", "14:25"), ("Ann Lee",)),
    ("en", ROW.format("places", "Ann Lee", "3 July 2025", "14:25"), ()),
    ("en", ROW.format("post-info", "<a href=/news>Harbour Watch</a>", "3 July 2025", "14:25"), ()),
]  # fmt: skip


@each(("language", "above", "names"), AMONG)
def test_a_name_among_what_else_is_told_of_a_text_is_found(
    language: str, above: str, names: tuple[str, ...]
) -> None:
    assert with_language(language, above) == names


@pytest.mark.parametrize("said", ["Mail the reporter", "ann@harbour.example"])
def test_a_link_to_write_to_somebody_parts_two_names(said: str) -> None:
    link = f"<a href='mailto:ann@harbour.example'>{said}</a>"
    head = "<h1>Four boats</h1>"
    assert authors_of(f"{head}<div class=bylines>Ann Lee {link} Tom Ray</div>") == ("Ann Lee", "Tom Ray")
    assert authors_of(f"{head}<div class=bylines>Ann Lee {link}</div>") == ("Ann Lee",)
    own = "<a href='mailto:ann@harbour.example'>Ann Lee</a>"
    assert authors_of(f"{head}<div class=bylines>{own}</div>") == ("Ann Lee",)
