"""Lines right above and below a text: dates, credits, buttons and notes on its author are none of it, sentences are."""

from __future__ import annotations

import pytest
from ferries import TEXT, URL, paragraphs, text_of
from selectolax.lexbor import LexborHTMLParser
from tables import each

from crawler.parse import read_page
from crawler.parse.body.judge import measure
from crawler.parse.body.rows import completed
from crawler.parse.page.walk import outline
from storage.records import Article


@each(
    'line',
    ["3 July 2025", "3 जुलाई 2025।", "3 հուլիսի 2025։", "ሐምሌ 3 ቀን 2017።", "Harbour city, 3 July 2025", "2025年7月3日", "Thursday, 3 July 2025, 14:30", "Ann Lee · four minutes to read · 3 July 2025", "发布日期：2026-03-18 16:20 来源：运行监测处 浏览次数：2041"],
)  # fmt: skip
def test_a_date_line_at_the_beginning_is_no_text(line: str) -> None:
    assert text_of(paragraphs(line, *TEXT)) == TEXT


def test_a_line_of_date_and_more_below_a_standfirst_is_no_text() -> None:
    told = text_of(paragraphs(TEXT[0], "Ann Lee | four minutes to read | 3 July 2025", *TEXT[1:]))
    assert told == TEXT


@each(
    "line", ["3 जुलाई 2025 को मेला खुलेगा।", "Editor: What do they cost?", "编辑：它们要多少钱？", "The app of 3 July 2024, updated on 5 May 2025, has all fares"]
)  # fmt: skip
def test_a_question_and_what_was_changed_below_a_standfirst_are_text(line: str) -> None:
    assert text_of(paragraphs(TEXT[0], line, *TEXT[1:])) == [TEXT[0], line, *TEXT[1:]]


@pytest.mark.parametrize("line", ["Four boats<br>3 July 2025", "编辑：王小明", "Four boats"])
def test_the_title_and_who_made_the_text_ready_are_no_text(line: str) -> None:
    assert text_of(paragraphs(line, *TEXT)) == TEXT


def test_two_days_and_what_was_done_on_them_are_no_text_but_a_law_of_two_days_is() -> None:
    cases = [  # line, whether it is none of the text
        ("Published on 14 November 2026, last updated 16 November 2026", True),
        ("Erschienen am 14.11.2026, aktualisiert am 16.11.2026, 10:00 Uhr", True),
        ("The law of 3 May 2025, updated on 4 May 2026, is dead", False),
        ("Law of 3 May 2025 updated on 4 May 2026 by the new council", False),
    ]
    wrong = [c for c in cases if (text_of(paragraphs(c[0], *TEXT)) == TEXT) != c[1]]
    assert wrong == []


@each(
    "asked",
    ["Editor: Why four boats?", "Редактор: Зачем лодки?", "编辑：为什么是四艘船？", "Editor: Four boats!", "編集：なぜ四隻ですか。"],
)  # fmt: skip
def test_what_an_editor_asks_at_the_beginning_of_a_talk_stays(asked: str) -> None:
    assert text_of(paragraphs(asked, *TEXT)) == [asked, *TEXT]
    assert text_of(paragraphs(TEXT[0], asked, *TEXT[1:])) == [TEXT[0], asked, *TEXT[1:]]


@each(
    'lines',
    [
        ("<h2>More of this paper</h2>",),
        ("<p>责任编辑：王小明</p>",),
        ("<p>（令和七年十一月十六日掲載）</p>",),
        ("<p>END 转载请联系后台小助手</p>",),
        ("<p>- Ends -</p>", "<p>###</p>"),
        ("<p>© 2025 The Harbour Post. All rights reserved.</p>", "<p>This story was put into the section Sea by its editors.</p>"),
    ],
)  # fmt: skip
def test_what_follows_upon_the_last_sentence_is_no_text(lines: tuple[str, ...]) -> None:
    assert text_of(paragraphs(*TEXT) + "".join(lines)) == TEXT


@pytest.mark.parametrize(
    "line", ["3 July 2025", "Photo: Ann Lee", "© 2025 The Harbour Post. All rights reserved."]
)
def test_a_date_line_or_an_imprint_at_the_end_is_no_text(line: str) -> None:
    assert text_of(paragraphs(*TEXT, line)) == TEXT


@pytest.mark.parametrize("line", ["© Reuters", "Photo: Ann Lee"])
def test_what_follows_upon_the_credit_of_a_picture_stays(line: str) -> None:
    assert text_of(paragraphs(*TEXT, line, "It will be cold on deck."))[-1] == "It will be cold on deck."


def test_a_date_inside_the_text_stays() -> None:
    inner = ["On 3 July 2025 the company opened its books.", *TEXT[1:]]
    assert text_of(paragraphs(TEXT[0], *inner)) == [TEXT[0], *inner]


def test_when_and_where_at_the_beginning_stay() -> None:
    line = "Date: 3 July 2025, place: the hall of the harbour"
    assert text_of(paragraphs(line, *TEXT)) == [line, *TEXT]


def test_where_a_text_is_from_stays_below_it() -> None:
    line = "Source: the press office of the ferry forum"
    assert text_of(paragraphs(*TEXT, line)) == [*TEXT, line]


@each(
    "line",
    [
        "One source: the boats leave on 3 July 2025.",
        "Источник: суд начнётся 3 июля 2025 года.",
        "据消息来源：苹果公司将于2025年9月9日发布新手机。",
        "Photo/video evidence was shown to the jurors.",
    ],
)
def test_a_sentence_is_neither_a_date_line_nor_a_credit(line: str) -> None:
    assert text_of(paragraphs(TEXT[0], line, *TEXT[1:])) == [TEXT[0], line, *TEXT[1:]]
    assert text_of(paragraphs(*TEXT, line)) == [*TEXT, line]


def test_when_and_where_below_the_text_stay() -> None:
    line = "The boats open · 3 July 2025 · the quay of the islands"
    assert text_of(paragraphs(*TEXT, line)) == [*TEXT, line]


@pytest.mark.parametrize(
    "line", ["GDEC 2026 | 3 July 2026 | Riyadh", "全球数字经济大会2026 | 2026年7月2日 | 北京"]
)
def test_a_line_above_the_text_that_names_an_edition_is_text(line: str) -> None:
    body = [
        line,
        *(f"Boat {n} crosses the bay with forty people and a dog, as it did last week." for n in range(9)),
    ]
    page = f"<title>Boats</title><article><h1>Boats</h1>{''.join(f'<p>{p}</p>' for p in body)}</article>"
    found = read_page(page.encode(), "https://news.example/2026/boats")
    assert isinstance(found, Article), found
    assert found.text.split("\n")[0] == line


def signed(inner: str, *authors: str, head: str = "") -> list[str]:
    metas = "".join(f'<meta name="author" content="{author}">' for author in authors)
    page = f"<html><head><title>Four boats</title>{metas}{head}</head><body><article><h1>Four boats</h1>{inner}</article></body></html>"
    found = read_page(page.encode(), URL)
    assert isinstance(found, Article), found
    return found.text.split("\n")


@pytest.mark.parametrize(
    "note",
    [
        "Ann Lee covers the harbour for this paper. Reach her at 555-0142.",
        "* Ann Lee ist Redakteurin dieser Zeitung.",
        "— Ann LEE es periodista y vive en una isla.",
    ],
)
def test_what_a_text_says_of_its_author_below_it_is_no_text(note: str) -> None:
    assert signed(paragraphs(*TEXT, note), "Ann Lee") == TEXT
    assert signed(paragraphs(*TEXT, note), "Tom Ray")[-1] == note


def test_a_line_of_author_and_date_above_a_text_is_no_text() -> None:
    line = "Por Ann Lee 03/07/2025 - Actualizado a las 11:48 h."
    assert signed(paragraphs(line, *TEXT), "Ann Lee") == TEXT
    assert signed(paragraphs(line, *TEXT), "Tom Ray") == [line, *TEXT]


def test_a_line_above_a_text_that_tells_its_author_and_what_he_does_is_no_text() -> None:
    cases = [  # author, line, whether it is none of the text
        ("Ann Lee", "Ann Lee, harbour master", True),
        ("Mia Kühl", "Ein Gastbeitrag von Mia Kühl", True),
        ("佐藤遥", "元港湾課長 佐藤遥", True),
        ("सुनीता कंवर", "सुनीता कंवर, ग्रामीण पत्रकार", True),
        ("Ann Lee", "Ann Lee went on board.", False),
        ("Ann Lee", "What Ann Lee found on board of the first of the boats", False),
        ("Ada Holm", "Ada Holm, director", False),  # of whom the text tells
        ("GDEC", "GDEC comes to the harbour", False),
        ("Tom Ray", "Ann Lee, harbour master", False),
    ]
    texts = [TEXT[0], f"{TEXT[1]} Ada Holm says so.", *TEXT[2:]]
    wrong = [c for c in cases if (signed(paragraphs(c[1], *texts), c[0]) == texts) != c[2]]
    assert wrong == []


def test_where_to_write_to_the_author_is_no_text_above_a_correction_either() -> None:
    correction = "Correction: an earlier version gave the length of the boats in feet, and not in metres."
    cases = [
        ("Write to Ann Lee at ann.lee@post.example", True),
        ("Ann Lee erreichen Sie unter lee@post.example", True),
        ("Ann Lee writes to all who ask for boats at boats@quay.example", False),
        ("Write to Ada Holm at ada@quay.example", False),
    ]
    for line, is_none in cases:
        told = signed(paragraphs(*TEXT, line, correction), "Ann Lee")
        assert (line not in told) == is_none, (line, told)


def test_a_byline_behind_a_standfirst_is_no_text() -> None:
    cases = [  # what stands behind the standfirst, whether it is a byline
        ("By Ann Lee and Tom Ray", True),
        ("Von Ann Lee, Tom Ray", True),
        ("Par Tom Ray et Ann Lee", True),
        ("Inspired by Ann Lee and Tom Ray", False),
        ("By the sea with Ann Lee and Tom Ray", False),
        ("By Ann Lee and Sam Fox", False),
    ]
    wrong = []
    for behind, is_none in cases:
        lead = f"{TEXT[0]} <span class=who>{behind}</span>"
        found = signed(paragraphs(lead, *TEXT[1:]), "Ann Lee", "Tom Ray")
        if found != [TEXT[0] if is_none else f"{TEXT[0]} {behind}", *TEXT[1:]]:
            wrong.append((behind, found[0]))
    assert wrong == []


@each(
    ("author", "last"),
    [
        ("Harbour Lines", "Harbour Lines runs ferries on nine routes."),  # the text tells of it
        ("Ann", "Announced in May, the boats will come in June."),
        ("王明", "王明月表示，船将在六月到达。" + "她很高兴。" * 60),
        ("The Harbour Post", "The Harbour Post could not reach the ministry."),
        ("Harbour Forum Board", "Harbour Forum Board will open the forum on 3 July 2025."),
        ("GDEC", "GDEC is held in the old customs hall from 2 to 4 July 2025."),
        ("全球数字经济大会", "全球数字经济大会将于7月3日在海港开幕。"),
    ],
)
def test_a_last_paragraph_that_only_seems_to_tell_of_the_author_stays(author: str, last: str) -> None:
    head = '<meta property="og:site_name" content="The Harbour Post">'
    texts = [TEXT[0].replace("The ferry company", "Harbour Lines"), *TEXT[1:], last]
    assert signed(paragraphs(*texts), author, head=head) == texts


@pytest.mark.parametrize(
    ("author", "line"),
    [
        ("Ann Lee", "Ann Lee was on the first boat on 3 July 2025."),
        ("李明", "2025年7月3日，李明在北京发布了新书。"),
        ("GDEC", "Harbour, 3 July 2025 – GDEC opens its doors today."),
    ],
)
def test_a_sentence_above_a_text_that_names_its_author_and_a_day_stays(author: str, line: str) -> None:
    assert signed(paragraphs(line, *TEXT), author) == [line, *TEXT]


DATED_SENTENCES = [
    "Registration closes on 3 May 2025.",
    "3 July 2025: the forum opens.",
    "3 July 2025: the forum opens",
    "Doors open on 3 July 2025.",
    "The trial ends on 3 July 2025.",
    "Bids were due by 3 May 2025.",
    "It was sold on 3 May 2025.",
    "On 3 May 2025 the mill shut.",
    "The law took effect 3 May 2025.",
    "Applications close 3 May 2025!",
    "Who met on 3 May 2025?",
    "They wed on May 3, 2025.",
    "Voting begins on July 3, 2025.",
    "Die Frist endet am 3. Mai 2025.",
    "Am 3. Mai 2025 beginnt die Messe.",
    "3. Juli 2025: Das Forum beginnt.",
    "Le forum ouvre le 3 mai 2025.",
    "Le 3 mai 2025, le quai a fermé.",
    "El plazo vence el 3 de mayo de 2025.",
    "La feria abre el 3 de mayo de 2025.",
    "As inscrições terminam a 3 de maio de 2025.",
    "La fiera apre il 3 maggio 2025.",
    "De beurs opent op 3 mei 2025.",
    "Targi ruszają 3 maja 2025 roku.",
    "Mässan öppnar den 3 maj 2025.",
    "Форум откроется 3 мая 2025 года.",
    "Приём заявок закончится 3 мая 2025 года.",
    "Фестиваль розпочнеться 3 травня 2025 року.",
    "Fuar 3 Mayıs 2025 günü kapılarını açıyor.",
    "يغلق باب التسجيل في 3 مايو 2025.",
    "论坛将于2025年5月3日开幕。",
    "フォーラムは2025年5月3日に開幕。",
    "포럼은 2025년 5월 3일에 열린다.",
    "Pameran dibuka pada 3 Mei 2025.",
]
DATE_LINES = [
    "Published on 3 July 2025.",
    "Posted on July 3, 2025.",
    "Last updated: 3 July 2025.",
    "Harbour city, 3 July 2025.",
    "Paris, le 3 juillet 2025.",
    "Veröffentlicht am 3. Juli 2025.",
    "Publicado el 3 de julio de 2025.",
    "Publié le 3 juillet 2025 à 10h30.",
    "Опубликовано 3 июля 2025 года.",
    "Thursday, 3 July 2025, 10 a.m.",
    "Thursday 3 July 2025, 10:30 am",
    "3 July 2025 - four minutes to read",
    "3 July 2025 at 10:30 in Harbour city",
    "发布于2025年7月3日。",
    "2025年7月3日 星期四",
    "مسقط في 3 يوليو 2025",
]  # fmt: skip


@each("line", DATED_SENTENCES)
def test_a_short_sentence_with_a_date_stays_above_a_text(line: str) -> None:
    assert text_of(paragraphs(line, *TEXT)) == [line, *TEXT]


@each("line", [line for line in DATED_SENTENCES if line.endswith((".", "。"))])
def test_a_short_sentence_with_a_date_stays_below_a_text(line: str) -> None:
    assert text_of(paragraphs(*TEXT, line)) == [*TEXT, line]


@each("line", DATE_LINES)
def test_a_line_that_tells_when_it_was_published_is_no_sentence(line: str) -> None:
    assert text_of(paragraphs(line, *TEXT)) == TEXT


@each(
    "offer",
    [
        "<div class=x1><h2>Læs videre med et abonnement</h2><p>Få fuld adgang i 30 dage for 1 krone.</p><a href=/k>Køb</a></div>",
        "<h3>Subscribe to continue reading</h3><p>All of the harbour for 1 € in the first month.</p>",
        "<div><h4>Keep reading with a digital subscription</h4><p>Unlimited boats, unlimited quays, and no engines at all.</p></div>",
        "<div><h3>Déjà abonné ?</h3><p>Retrouvez tout le port, et la météo de la baie.</p></div>",
        "<section><h2>Nur für Abonnenten</h2><p>Vier Wochen lesen, und dann monatlich kündigen.</p></section>",
    ],
)
def test_the_offer_of_a_subscription_that_ends_a_page_is_no_text(offer: str) -> None:
    assert text_of(f"<div class=c>{paragraphs(*TEXT)}</div>{offer}") == TEXT
    assert text_of(f"{paragraphs(*TEXT)}{offer}") == TEXT


@each(
    'line',
    ["3 July 2025 at 9.30 <span>By: our own newsroom</span>", "3 jul 2025 om 06:48 <span>Door: onze redactie verkeer</span>", "03.07.2025 · Von: unserer Redaktion", "2025年7月3日 文：港報編輯部"],
)  # fmt: skip
def test_a_line_of_date_and_byline_above_a_text_is_no_text(line: str) -> None:
    assert text_of(paragraphs(line, *TEXT)) == TEXT


@pytest.mark.parametrize(
    "line",
    ["On 3 July 2025 by: the sea, they met again.", "3 July 2025: by noon the boats had left", "By July 2025 all of the boats are to sail."],
)  # fmt: skip
def test_a_line_that_tells_more_than_date_and_byline_stays(line: str) -> None:
    assert line in text_of(paragraphs(line, *TEXT))


def below(last: str) -> list[str]:
    """What is taken in below two paragraphs that were chosen."""
    page = f"<title>Four boats</title><h1>Four boats</h1><div class=x3>{paragraphs(*TEXT[:2], last)}</div><p class=tip>Write to us.</p>"
    clues = measure(outline(LexborHTMLParser(page)), "Four boats")
    chosen = [b for b in clues.page.blocks if b.text in TEXT[:2]]
    return [b.text for b in completed(clues, chosen) if b not in chosen]


@each(
    'last', ["The cause is being looked into.", "De oorzaak wordt nog onderzocht.", "原因仍在调查之中，港务局表示。", "जाँच अभी भी चल रही है, पुलिस ने कहा।"]
)  # fmt: skip
def test_a_short_sentence_ends_a_short_text(last: str) -> None:
    assert below(last) == [last]


@each(
    'last',
    ["Harbour Post Inc.", "More about boats", "Marrow Sons Lee Ltd.", "Boats, boats, and more boats ...", "Was this of use?", "<a href=/m>More news of the port is here.</a>"],
)  # fmt: skip
def test_a_name_or_a_label_below_a_text_is_no_sentence(last: str) -> None:
    assert below(last) == []


@pytest.mark.parametrize("line", ["【打印本页】【关闭窗口】", "[打印] [返回]", "打印 | 收藏 | 关闭"])
def test_the_buttons_of_an_office_below_a_text_are_none_of_it(line: str) -> None:
    assert text_of(paragraphs(*TEXT, line)) == TEXT


@each(
    "line",
    [
        "打印行业今年增长两成。",
        "返回港口的船只有两艘。",
        "关闭窗口后，室温会上升。",
        "分享会在港口举行，约两百人参加。",
    ],
)
def test_a_sentence_that_begins_like_a_button_stays(line: str) -> None:
    assert text_of(paragraphs(*TEXT, line))[-1] == line


def test_what_may_be_reprinted_and_what_stands_below_it_is_no_text() -> None:
    below = ("При перепечатке ссылка на газету обязательна", "Телефон редакции: 5-55-01")
    assert text_of(paragraphs(*TEXT, *below)) == TEXT
    for told in (
        "При копировании старых карт музей нашёл на полях подпись капитана парома.",
        "При копировании карт музея ссылка на архив обязательна, напомнил директор.",
    ):
        assert text_of(paragraphs(*TEXT, told)) == [*TEXT, told]


ZH_TEXT = [
    "港口公司周四表示，将为往返群岛的航线购买四艘电动渡轮，首艘船明年春天试航，老船随后退役。",
    "每艘船可载两百名乘客，靠岸时充电，另一艘同时登船，码头上的工人说，他们终于能听见海鸥的叫声。",
    "港务长预计噪音投诉会减少，而镇上电工的预约会排得更长，学徒的名额也要从三个增加到十个。",
]


@pytest.mark.parametrize(
    "lines",
    [("— END —", "文字｜林美玲　摄影｜陈晓雯　编辑｜王小明"), ("撰文：林美玲 摄影：陈晓雯", "点击“阅读原文”，订阅《海港周刊》"), ("이 기사는 언론사에서 생활 섹션으로 분류했습니다.",)],
)  # fmt: skip
def test_who_did_what_and_what_a_portal_says_below_a_text_is_no_text(lines: tuple[str, ...]) -> None:
    assert text_of(paragraphs(*ZH_TEXT, *lines)) == ZH_TEXT


@each(
    "line",
    [
        "问：船何时启航？答：明年春天。",
        "问：何时启航 答：明年春天",
        "点击率上升了三成，港口公司说。",
        "记者：何时 港长：春天 船员：夏天",
        "作者：林美玲 奖项：金奖 单位：海港中学",
        "点击“阅读原文”，他说，是报社每天收到的第一条留言。",
    ],
)
def test_a_short_line_with_colons_or_a_click_at_the_end_is_text(line: str) -> None:
    assert text_of(paragraphs(*ZH_TEXT, line)) == [*ZH_TEXT, line]
