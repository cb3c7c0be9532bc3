"""Shapes of pages of many regions: what asks to scroll on, boxes named in other languages, reviews, products, standfirsts, outlets."""

from __future__ import annotations

from tables import each

from crawler.parse import read_page
from crawler.parse.body.follow import is_set_in
from crawler.parse.body.machine_notes import is_machine_note
from crawler.parse.body.read_on import heads_others
from storage.records import Article

TITLE = "Four electric boats for the islands"
TEXT = (
    "The ferry company bought four electric boats for the crossing to the islands, says its director, and sold the last of the old ones to a museum.",
    "Two of them are on their way from the yard, and the harbour master has had the quay dug up twice to lay the cable.",
    "Those who cross every day may have to pay by the month, he told the council on Monday, which did not like to hear it.",
    "Fewer than one in two hundred complained of them in the first month, says the office that counts such letters.",
)
FIRST, *REST = (f"<p>{line}</p>" for line in TEXT)


def lines(inner: str = "", above: str = "", below: str = "", head: str = "") -> list[str]:
    html = f"<html lang=en><head><title>{TITLE}</title>{head}</head><body><main><article><h1>{TITLE}</h1>{above}<div class=entry-content>{FIRST}{inner}{''.join(REST)}{below}</div></article></main></body></html>"
    found = read_page(html.encode(), "https://quaypost.example/2025/07/four-boats", announced=True)
    assert isinstance(found, Article), found
    return found.text.split("\n")


SCROLLS = (
    "Scroll ke bawah untuk melanjutkan membaca", "Gulir untuk lanjut membaca", "Scroll to continue with content", "Desliza hacia abajo para seguir leyendo", "Role para baixo para continuar lendo", "Faites défiler pour lire la suite",
    "Scorri verso il basso per continuare a leggere", "Scrol naar beneden om verder te lezen", "Листайте вниз, чтобы читать дальше", "Haberin devamı için aşağı kaydırın", "Kéo xuống để đọc tiếp", "เลื่อนลงเพื่ออ่านต่อ",
    "مرر للأسفل لمتابعة القراءة", "גללו למטה להמשך הקריאה", "खबर पढ़ने के लिए नीचे स्क्रॉल करें", "向下滑动继续阅读", "スクロールして続きを読む", "아래로 스크롤하여 계속 읽기",
)  # fmt: skip
NO_SCROLLS = (
    "Scroll saw, two blades", "Scroll of the sea", "Scrollen verboten", "Liste der Boote", "Faites défiler les boutons", "滑动", "Scroll ke kanan", "Role do barco", "Листайте альбом",
)  # fmt: skip
OTHERS = (
    "ये खबर भी पढ़ें...", "यह भी पढ़ें", "पूरी खबर पढ़ें", "हेही वाचा", "यो समाचार पनि पढ्नुहोस्", "આ સમાચાર પણ વાંચો", "এই বিভাগের আরও খবর", "மேலும் படிக்க", "ఇవి కూడా చదవండి", "ಇದನ್ನೂ ಓದಿ", "یہ خبر بھی پڑھیں", "LATEST UPDATES", "Key events",
)  # fmt: skip
NO_OTHERS = ("खबर", "पढ़ें और लिखें", "हे वाचनालय", "Updates on the lock", "Key people", "Latest figures")  # fmt: skip
PAIRS = [  # what heads the two lists of a review
    ("For", "Against"), ("Reasons to buy", "Reasons to avoid"), ("Buy it if", "Don't buy it if"), ("What we like", "What we don’t like"), ("Highs", "Lows"), ("Dafür", "Dagegen"), ("Pour", "Contre"), ("Voor", "Tegen"), ("Puntos a favor", "Puntos en contra"), ("За", "Против"),
]  # fmt: skip
BOXES = [  # of another article, by the name of the box
    "nota-relacionada", "notasRelacionadas", "box-leia-mais", "te-puede-interesar", "bacajuga", "leggi_anche", "czytaj-tez", "ilgili-haber",
]  # fmt: skip
MADE = (
    "Resumen generado con una herramienta de Inteligencia Artificial desarrollada por El Muelle y revisado por el autor de este artículo.",
    "Resumen elaborado por inteligencia artificial",
)


@each("line", SCROLLS)
def test_what_asks_to_scroll_on_is_set_in(line: str) -> None:
    assert is_set_in(line)
    assert lines(f"<div class=mid><p>{line}</p></div>") == list(TEXT)


@each("line", NO_SCROLLS)
def test_other_lines_on_scrolls_and_lists_are_not(line: str) -> None:
    assert not is_set_in(line)


@each("line", OTHERS)
def test_what_heads_other_articles_is_told_in_the_languages_of_india(line: str) -> None:
    assert heads_others(line)
    assert lines(below=f"<p>{line}</p><h3>The lock is closed</h3>") == list(TEXT)


@each("line", NO_OTHERS)
def test_headings_of_a_text_head_none(line: str) -> None:
    assert not heads_others(line)


@each(("pro", "con"), PAIRS)
def test_what_speaks_for_a_thing_and_against_it_is_text(pro: str, con: str) -> None:
    told = f"<p><b>{pro}</b></p><ul><li>Quiet at sea</li><li>Cheap</li></ul><p><b>{con}</b></p><ul><li>Slow</li><li>No bell</li></ul><p><b>Rating: 4/5</b></p>"
    found = lines(below=told)
    wanted = [pro, "Quiet at sea", "Cheap", con, "Slow", "No bell", "Rating: 4/5"]
    assert [line for line in wanted if line not in found] == []


@each("name", BOXES)
def test_a_box_named_after_other_articles_is_none_of_the_text(name: str) -> None:
    box = f"<div class='{name}'><span>Nota</span><h4><a href=/1>The old quay was sold to a museum</a></h4><p>The mayor said so in the council on Friday.</p></div>"
    assert lines(box) == list(TEXT)


@each("line", MADE)
def test_who_had_a_summary_made_by_a_tool_says_so(line: str) -> None:
    assert is_machine_note(line)


def test_the_name_of_the_outlet_above_a_text_is_none_of_it() -> None:
    head = "<meta property=og:site_name content='Quay Post Online'>"
    assert lines(above="<div class=css-a>Quay Post Online</div>", head=head) == list(TEXT)


def test_a_heading_in_a_text_may_name_the_outlet() -> None:
    head = "<meta property=og:site_name content='Quay Post Online'>"
    assert "Quay Post Online" in lines("<h3>Quay Post Online</h3>", head=head)


def test_a_standfirst_alone_in_what_is_called_metadata_is_text() -> None:
    told = "Four boats without smoke cross to the islands from the spring on, and the oldest of the masters learns to plug one in."
    box = "<div class='content__metadata from-author'>{}</div>"
    assert lines(above=box.format(f"<p class=content__chapo>{told}</p>"))[0] == told
    beside = f"<p class=content__chapo>{told}</p><p>By Ann Lee</p>"
    assert "By Ann Lee" not in lines(above=box.format(beside))


def test_a_product_keeps_its_heading_above_the_buttons_that_sell_it() -> None:
    row = "<div class=row><h2 class=row_title>{}</h2>{}<div class=buttons><a href=/s>View now at Rope</a></div><p>{}</p></div>"
    told = (
        "It is the size of a bar of soap, and it logged itself in again before anybody had found his shoes."
    )
    inner = row.format("Skua 1", "<h3>Best of all</h3>", told) + row.format(
        "Skua 2", "", told[:-1] + " or hat."
    )
    found = lines(below=inner)
    assert [name for name in ("Skua 1", "Skua 2") if name not in found] == []
    assert "View now at Rope" not in found


def test_a_box_that_discloses_what_the_paper_earns_is_none_of_the_text() -> None:
    earns = "<p>Our advice is based on many hours of testing.</p><p>When you click through from our site to a retailer and buy a thing, we may earn affiliate commissions.</p>"
    assert lines(above=f"<div class=c-disclosure>{earns}</div>") == list(TEXT)


def test_a_line_of_both_days_is_a_date_line_however_long() -> None:
    both = "Oluşturulma Tarihi: Kasım 18, 2024 10:04 Güncelleme Tarihi: Kasım 18, 2024 10:30"
    assert lines(above=f"<div class=news-date>{both}</div>") == list(TEXT)
