"""What belongs to a text though it says little by itself, and what does not though it stands right beside it."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from crawler.parse import read_page
from crawler.parse.judge import measure
from crawler.parse.rows import completed
from crawler.parse.walk import outline
from storage.records import Article

URL = "https://news.example/2025/07/03/ferries"
TEXT = [
    "The ferry company said on Thursday that it would buy four electric boats for the crossing to the islands.",
    "Each of them carries two hundred passengers and is charged at the quay while the next one is boarding.",
    "The first boat is to be tested in the spring, when the old ones have to be taken out of service anyway.",
    "The harbour master expects fewer complaints about noise, and a longer queue for the electricians of the town.",
]


def text_of(inner: str) -> list[str]:
    page = f"<html lang=en><head><title>Four boats</title></head><body><article><h1>Four boats</h1>{inner}</article></body></html>"
    found = read_page(page.encode(), URL)
    assert isinstance(found, Article), found
    return found.text.split("\n")


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(
    "line",
    ["3 July 2025", "Harbour city, 3 July 2025", "2025年7月3日", "Thursday, 3 July 2025, 14:30", "Ann Lee · four minutes to read · 3 July 2025", "发布日期：2026-03-18 16:20 来源：运行监测处 浏览次数：2041"],
)  # fmt: skip
def test_a_date_line_at_the_beginning_is_no_text(line: str) -> None:
    assert text_of(paragraphs(line, *TEXT)) == TEXT


def test_a_line_of_date_and_more_below_a_standfirst_is_no_text() -> None:
    told = text_of(paragraphs(TEXT[0], "Ann Lee | four minutes to read | 3 July 2025", *TEXT[1:]))
    assert told == TEXT


@pytest.mark.parametrize("line", ["Four boats<br>3 July 2025", "编辑：王小明", "Four boats"])
def test_the_title_and_who_made_the_text_ready_are_no_text(line: str) -> None:
    assert text_of(paragraphs(line, *TEXT)) == TEXT


@pytest.mark.parametrize(
    "lines",
    [
        ("<h2>More of this paper</h2>",),
        ("<p>责任编辑：王小明</p>",),
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


def test_the_cells_of_a_small_table_within_the_text_stay() -> None:
    table = "<table><tr><th>Boat</th><th>Seats</th></tr><tr><td>Gull</td><td>210</td></tr><tr><td>Tern</td><td>205</td></tr></table>"
    found = text_of(paragraphs(*TEXT[:2]) + table + paragraphs(*TEXT[2:]))
    assert found == [*TEXT[:2], "Boat", "Seats", "Gull", "210", "Tern", "205", *TEXT[2:]]


def test_a_table_of_links_within_the_text_goes() -> None:
    cells = "".join(f"<tr><td><a href=/{n}>Story {n}</a></td></tr>" for n in range(6))
    assert text_of(paragraphs(*TEXT[:2]) + f"<table>{cells}</table>" + paragraphs(*TEXT[2:])) == TEXT


def test_a_short_line_between_paragraphs_stays_and_a_box_of_links_goes() -> None:
    related = '<div class="related"><h3>Read more</h3><ul><li><a href=/1>The old boats</a></li></ul></div>'
    found = text_of(paragraphs(TEXT[0], "Why now?", TEXT[1]) + related + paragraphs(*TEXT[2:]))
    assert found == [TEXT[0], "Why now?", *TEXT[1:]]


def test_the_headings_of_parts_stay() -> None:
    parts = "".join(
        f"<section class=part><div><h3>Boat {n}</h3></div><div><p>{text}</p></div></section>"
        for n, text in enumerate(TEXT)
    )
    found = text_of(paragraphs(TEXT[0]) + parts)
    assert [line for line in found if line.startswith("Boat")] == [f"Boat {n}" for n in range(len(TEXT))]


def test_an_answer_of_one_word_stays() -> None:
    inner = [f"<p><b>{question}</b></p><p>{answer}</p>" for question, answer in (("Were you afraid?", "No."), ("And the cat?", "It slept all day."))]  # fmt: skip
    found = text_of(paragraphs(*TEXT[:2]) + "".join(inner) + paragraphs(*TEXT[2:]))
    assert found == [*TEXT[:2], "Were you afraid?", "No.", "And the cat?", "It slept all day.", *TEXT[2:]]


def test_a_paragraph_behind_a_list_of_links_stays() -> None:
    links = "".join(f"<li><a href=/{n}>Another story of the day, number {n}</a></li>" for n in range(6))
    late = "It will cost as much as it does today, though the mayor would not say so in 2571"
    found = text_of(paragraphs(*TEXT[:2]) + f"<ul>{links}</ul>" + paragraphs(late, *TEXT[2:]))
    assert found == [*TEXT[:2], late, *TEXT[2:]]


def test_the_posts_of_what_is_called_a_ticker_stay() -> None:
    texts = ("The first boat is in.", "It carries two hundred and eleven people and a cat.", *TEXT, "The second boat is in.", "It carries nobody at all, since nobody knew of it.")  # fmt: skip
    posts = "".join(
        f"<div class=ticker-item id=p{n}><time>1{n}:15</time><p>{text}</p></div>"
        for n, text in enumerate(texts)
    )
    found = text_of(f"<div class=ticker>{posts}</div>")
    assert [line for line in found if len(line) > 40] == [text for text in texts if len(text) > 40]


def test_cells_with_paragraphs_inside_stay() -> None:
    rows = "".join(f"<tr><td><p>{boat}</p></td><td><p>{seats}</p></td></tr>" for boat, seats in (("Gull", "210"), ("Tern", "205")))  # fmt: skip
    found = text_of(paragraphs(TEXT[0]) + f"<table>{rows}</table>" + paragraphs(TEXT[1]))
    assert found == [TEXT[0], "Gull", "210", "Tern", "205", TEXT[1]]


def test_a_list_with_its_heading_below_the_text_stays_and_one_of_links_goes() -> None:
    text, notes = paragraphs(*TEXT[:3]), ("The fund opens in May.", "See https://fund.example")
    items = "".join(f"<li>{note}</li>" for note in notes)
    quote = f"<blockquote><p>{TEXT[3]}</p></blockquote>"
    told = text_of(f"{text}{quote}<h2>Notes to editors</h2><ul>{items}</ul>")
    assert told == [*TEXT, "Notes to editors", *notes]
    linked = "".join(f"<li><a href=/{n}>{note}</a></li>" for n, note in enumerate(notes))
    assert text_of(f"{text}{quote}<h2>Notes to editors</h2><ul>{linked}</ul>") == TEXT


@pytest.mark.parametrize("items", [("ferries", "harbour", "islands"), ("Facebook", "Telegram", "E-mail")])
def test_a_list_of_bare_words_with_its_heading_below_the_text_goes(items: tuple[str, ...]) -> None:
    inner = "".join(f"<li>{item}</li>" for item in items)
    assert text_of(f"{paragraphs(*TEXT)}<h4>More of this</h4><ul>{inner}</ul>") == TEXT


def test_the_list_that_ends_a_text_is_read_to_its_end() -> None:
    items = (
        "The first boat leaves at six from the quay of the islands.",
        "The next at noon: quay 7",
        "Quay 9: 17-19 daily",
    )
    inner = "".join(f"<li>{item}</li>" for item in items)
    assert text_of(f"{paragraphs(*TEXT)}<ul>{inner}</ul>") == [*TEXT, *items]


def test_a_table_of_one_row_within_the_text_stays() -> None:
    table = "<table><tr><td>Passengers</td><td>200 and 1 cat</td></tr></table>"
    told = text_of(f"{paragraphs(*TEXT[:2])}{table}{paragraphs(*TEXT[2:])}")
    assert told == [*TEXT[:2], "Passengers", "200 and 1 cat", *TEXT[2:]]


def test_a_list_stays_behind_a_quotation() -> None:
    items = ("Show your card: 7", "Sign at www.boats.example")
    inner = "".join(f"<li>{item}</li>" for item in items)
    quote = f"<blockquote><p>{TEXT[1]}</p></blockquote>"
    told = text_of(f"{paragraphs(TEXT[0])}{quote}<ol>{inner}</ol>{paragraphs(*TEXT[2:])}")
    assert told == [*TEXT[:2], *items, *TEXT[2:]]


def test_a_box_of_short_items_between_paragraphs_stays() -> None:
    items = ("Cost: 31 000 a boat", "Range: 600 metres", "Tests: nightly")
    inner = "".join(f"<li>{item}</li>" for item in items)
    related = "<div class=related><a href=/1>The old boats</a><a href=/2>The quay</a></div>"
    for box in (f"<div><h3>The boats in figures</h3><ul>{inner}</ul></div>", f"<h3>The boats in figures</h3>{related}<ul>{inner}</ul>"):  # fmt: skip
        told = text_of(f"{paragraphs(*TEXT[:2])}{box}{paragraphs(*TEXT[2:])}")
        assert told == [*TEXT[:2], "The boats in figures", *items, *TEXT[2:]]


def test_when_and_where_at_the_beginning_stay() -> None:
    line = "Date: 3 July 2025, place: the hall of the harbour"
    assert text_of(paragraphs(line, *TEXT)) == [line, *TEXT]


def test_where_a_text_is_from_stays_below_it() -> None:
    line = "Source: the press office of the ferry forum"
    assert text_of(paragraphs(*TEXT, line)) == [*TEXT, line]


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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


SHORT = [
    "The Alhambra ended as a dance school for sailors.",
    "A fire took the roof of the Rialto, but not its neon sign.",
    "Bingo kept the Coronet alive for twenty years.",
    "The smallest had ninety-six seats, and a piano that nobody tuned.",
    "The Regal is a church now, and has kept its seats.",
    "Ferns grow in the stalls of the Electric, behind a glass door.",
]


def test_rows_that_hold_their_text_deep_inside_are_read_to_the_last() -> None:
    rows = "".join(
        f"<div class=slide><div class=pic><img src=a.jpg></div><div class=slide-info><b>{n} / 9</b><h2>Number {n}</h2><div class=slide-text><p>{text}</p></div></div></div>"
        for n, text in enumerate((*TEXT[1:], *SHORT), 1)
    )
    told = text_of(f"{paragraphs(TEXT[0])}<div class=slides>{rows}</div>")
    assert [line for line in (*TEXT, *SHORT) if line not in told] == []


def test_every_post_of_what_is_declared_a_live_blog_is_read() -> None:
    posts = [TEXT[1:3], SHORT[:2], SHORT[2:4]]
    rows = "".join(
        f"<div class='post p{n}'><div class=hour>1{n}:15 <a href=#>Share</a></div><div class=inner>{paragraphs(*texts)}</div></div>"
        for n, texts in enumerate(posts)
    )
    declared = (
        '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Four boats"}</script>'
    )
    page = f"<html><head><title>Four boats</title>{declared}</head><body><h1>Four boats</h1><div>{paragraphs(TEXT[0])}</div><div class=posts>{rows}</div></body></html>"
    found = read_page(page.encode(), URL)
    assert isinstance(found, Article)
    told = found.text.split("\n")
    assert [line for line in (*TEXT[:3], *SHORT[:4]) if line not in told] == []


def test_a_text_divided_into_boxes_is_read_whole() -> None:
    boxes = "".join(
        f"<div class=content-box>{paragraphs(*part)}</div>" for part in (TEXT[:2], TEXT[2:3], TEXT[3:])
    )
    assert text_of(f"<div>{boxes}<aside class=box>{paragraphs(*SHORT[:2])}</aside></div>") == TEXT


def test_a_paragraph_styled_like_those_of_the_text_is_one() -> None:
    styled = "".join(f"<div class=x1>{text}</div>" for text in TEXT)
    box = "<div class=x2><div class=x3>Keep reading</div><div><a href=/a>A cat at the quay</a> <a href=/b>A dog at the quay</a></div></div>"
    last = f"<div class=x4>What comes next</div><div class=x1>{SHORT[5]}</div></div><div class=x5><div><a href=/t>Boats</a> <a href=/u>Cats</a></div>"
    bio = "</div><div><div>Ann Lee</div><div>Ann covers the harbour and was once a night porter.</div></div>"
    told = text_of(
        "<div>" + styled.replace("<div class=x1>The first", f"{box}<div class=x1>The first") + last + bio
    )
    assert told == [*TEXT, "What comes next", SHORT[5]]


def test_a_part_heading_built_like_the_paragraphs_is_read() -> None:
    parts = (*TEXT[:2], "How to count boats", *TEXT[2:])
    rows = "".join(f"<div class=block><div><div class=t>{text}</div></div></div>" for text in parts)
    link = "<div class=more><h4>More</h4><a href=/a>A cat at the quay</a></div>"
    told = text_of(
        f"<div>{rows.replace('<div class=block><div><div class=t>How', link + '<div class=block><div><div class=t>How')}</div>"
    )
    assert told == [*parts]


def test_what_ends_in_a_colon_above_a_list_is_read() -> None:
    items = "".join(
        f"<li>{text}</li>"
        for text in ("No new quays at all", "No oil in the harbour", "Two days of work a year")
    )
    told = text_of(
        f"<section><div>{paragraphs(*TEXT[:2])}</div><div><p>They agreed on:</p><ul>{items}</ul></div><div><a href=/a>Ad</a></div><div>{paragraphs(*TEXT[2:])}</div></section>"
    )
    assert told[2:4] == ["They agreed on:", "No new quays at all"]


def test_sentences_right_below_a_text_that_are_built_like_it_are_read() -> None:
    rest = "– We had hoped that one of the children would want it, says Ada Holm."
    boxes = "<div class=offer><div>Read the whole article</div><div>First month for a crown, then 129 a month.</div></div>"
    told = text_of(
        f"<p class=lead>{TEXT[1]}</p><div class=t><div>{TEXT[0] * 3}</div><div>{rest}</div><div>{rest}</div></div>{boxes}"
    )
    assert told == [TEXT[1], TEXT[0] * 3, rest, rest]


def test_the_days_of_a_calendar_within_the_text_are_no_data() -> None:
    days = "".join(f"<td>{day}</td>" for day in ("Mo", "Tu", "We", *range(1, 29)))
    told = text_of(f"{paragraphs(*TEXT[:2])}<table><tr>{days}</tr></table>{paragraphs(*TEXT[2:])}")
    assert told == TEXT


def test_a_table_of_standings_is_data_and_no_calendar() -> None:
    rows = "".join(
        f"<tr><td>{n}</td><td>{team}</td><td>12</td><td>{9 - n}</td><td>3</td><td>{n}</td><td>{30 - n}</td></tr>"
        for n, team in enumerate(("Quay", "Harbour", "Islands", "Bridge", "Customs"), 1)
    )
    told = text_of(f"{paragraphs(*TEXT[:2])}<table>{rows}</table>{paragraphs(*TEXT[2:])}")
    assert [team for team in ("Quay", "Harbour", "Islands", "Bridge", "Customs") if team not in told] == []


LINKS = "".join(f"<p><a href=/{n}>A cat at quay {n}</a></p>" for n in range(14))


@pytest.mark.parametrize(
    "part", ["<div class=part><p>{}</p></div>", "<section><h2>A part</h2><p>{}</p></section>"]
)
def test_the_last_part_of_a_text_stays_below_a_long_box(part: str) -> None:
    parts = [part.format(text) for text in TEXT]
    told = text_of(f"{''.join(parts)}<div class=x>{LINKS}</div>{part.format(SHORT[5])}")
    assert [line for line in (*TEXT, SHORT[5]) if line not in told] == []


def test_the_little_that_stands_far_below_a_text_is_none_of_it() -> None:
    below = f"<div><div>{LINKS}</div></div><div><div><p>{SHORT[5]}</p></div></div>"
    page = (
        f"<title>Four boats</title><body><div><div><h1>Four boats</h1>{paragraphs(*TEXT)}</div></div>{below}"
    )
    found = read_page(page.encode(), URL)
    assert isinstance(found, Article)
    assert found.text.split("\n") == TEXT


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


@pytest.mark.parametrize("line", DATED_SENTENCES)
def test_a_short_sentence_with_a_date_stays_above_a_text(line: str) -> None:
    assert text_of(paragraphs(line, *TEXT)) == [line, *TEXT]


@pytest.mark.parametrize("line", [line for line in DATED_SENTENCES if line.endswith((".", "。"))])
def test_a_short_sentence_with_a_date_stays_below_a_text(line: str) -> None:
    assert text_of(paragraphs(*TEXT, line)) == [*TEXT, line]


@pytest.mark.parametrize("line", DATE_LINES)
def test_a_line_that_tells_when_it_was_published_is_no_sentence(line: str) -> None:
    assert text_of(paragraphs(line, *TEXT)) == TEXT


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
    "heading",
    [
        "How many subscribe", "A subscription for boats", "Members of the harbour club", "What the ferry costs", "Who may read the log",
        "Full access to the quay", "Tickets and seasons", "The price of a crossing", "Register of boats", "A museum for its members",
        "Sign up for unlimited rides", "Who can register to get unlimited travel", "Register to see the boats", "Create an account to view results",
        "Subscribe and get unlimited travel", "Premium content", "Members only", "Not a member?", "How to become a member and get full access",
        "Jetzt testen", "Nur für Mitglieder", "Bereits registriert", "会员专享", "멤버십 전용", "Abone olun", "Dành cho thành viên", "Předplatné",
        "Log in, log out", "What comes next", "Sign of the times", "Read the small print", "The captains' premium",
    ],
)  # fmt: skip
def test_the_last_part_of_a_text_stays_below_its_heading(heading: str) -> None:
    inner = f"{paragraphs(*TEXT[:3])}<h3>{heading}</h3>{paragraphs(TEXT[3])}"
    assert text_of(inner) == [*TEXT[:3], heading, TEXT[3]]


NOTES = [
    "From 94 to 47 crossings, says the company.",
    "See the log of the quay for 2024.",
    "Except in winter, when nothing sails.",
]


@pytest.mark.parametrize(
    "shape",
    [
        "<div class=footnote><a class=footnote-number href=#a>1</a><div class=footnote-content><p>{}</p></div></div>",
        "<ol class=wp-block-footnotes><li>{} <a href=#r>↩</a></li></ol>",
        "<section class=footnotes><ol><li><p>{}</p></li></ol></section>",
        "<div class=endnotes><p>{}</p></div>",
    ],
)  # fmt: skip
def test_the_notes_at_the_foot_of_a_text_are_read(shape: str) -> None:
    if shape.startswith("<div"):
        notes = "".join(map(shape.format, NOTES))
    else:
        first, last = shape.index("<li>"), shape.index("</li>") + 5
        notes = shape[:first] + "".join(map(shape[first:last].format, NOTES)) + shape[last:]
    more = "<div class=more><h4>More posts</h4><a href=/1>Counting boats, badly</a></div>"
    told = text_of(f"<div class=body>{paragraphs(*TEXT)}{notes}</div>{more}")
    assert told[: len(TEXT)] == TEXT
    assert [line for line in NOTES if line not in [t.rstrip(" ↩") for t in told]] == []
    assert "Counting boats, badly" not in told


@pytest.mark.parametrize(
    "line",
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


@pytest.mark.parametrize(
    "last", ["The cause is being looked into.", "De oorzaak wordt nog onderzocht.", "原因仍在调查之中，港务局表示。", "जाँच अभी भी चल रही है, पुलिस ने कहा।"]
)  # fmt: skip
def test_a_short_sentence_ends_a_short_text(last: str) -> None:
    assert below(last) == [last]


@pytest.mark.parametrize(
    "last",
    ["Harbour Post Inc.", "More about boats", "Marrow Sons Lee Ltd.", "Boats, boats, and more boats ...", "Was this of use?", "<a href=/m>More news of the port is here.</a>"],
)  # fmt: skip
def test_a_name_or_a_label_below_a_text_is_no_sentence(last: str) -> None:
    assert below(last) == []


ANSWERS = [
    ("Do the boats sail at night?", "No. The batteries are charged from ten to five."),
    ("And in a storm?", "Yes, unless the harbour master says so, and he seldom does."),
    ("Who pays?", "The islands."),
]
PAIRS = {
    "a box each": "<div class=faq>" + "".join(f"<div class=faq-row><strong>{q}</strong><p class=faq-a>{a}</p></div>" for q, a in ANSWERS) + "</div>",
    "numbered boxes": "".join(f"<div class='q q-{n}'><h4>{q}</h4><div class=a><p>{a}</p></div></div>" for n, (q, a) in enumerate(ANSWERS)),
    "to unfold": "".join(f"<details><summary>{q}</summary><p>{a}</p></details>" for q, a in ANSWERS),
    "a list": "<ul>" + "".join(f"<li><p><b>{q}</b></p><p>{a}</p></li>" for q, a in ANSWERS) + "</ul>",
}  # fmt: skip


@pytest.mark.parametrize("shape", PAIRS)
def test_questions_and_short_answers_below_a_text_are_read(shape: str) -> None:
    told = text_of(f"<div class=c>{paragraphs(*TEXT)}{PAIRS[shape]}</div>")
    assert told == [*TEXT, *(line for pair in ANSWERS for line in pair)]


QUIZZES = {
    "a poll": "<div class=p1><div>Do you take the boat?</div><div>Yes, daily 31 %</div></div><div class=p1><div>Will you?</div><div>No 12 %</div></div>",
    "one question": "<div class=p1><div>Have you seen a mistake?</div><div>Tell the desk, please.</div></div>",
    "links": "".join(f"<div class=p1><div>Boat {n}?</div><a href=/{n}>All on boat {n} is here.</a></div>" for n in range(3)),
    "of readers": "".join(f"<div class=comment><p>Who pays for boat {n}?</p><p>We do, as always.</p></div>" for n in range(3)),
}  # fmt: skip


@pytest.mark.parametrize("shape", QUIZZES)
def test_what_only_asks_below_a_text_is_none_of_it(shape: str) -> None:
    assert text_of(f"<div class=c>{paragraphs(*TEXT)}</div>{QUIZZES[shape]}") == TEXT


def test_the_steps_of_a_list_are_read_to_the_last() -> None:
    steps = [
        "Wash the boat with rainwater and a soft broom, early in the morning while the deck is cold.",
        "Switch the engine off at the wall and wait for five minutes until the lamp has gone dark.",
        "Check each plug by hand. A warm one is a broken one, and has to be replaced before summer.",
        "Write the date and the reading of the meter on the inside of the door.",
    ]
    rows = "".join(
        f"<li class=step><div class=no>{n}</div><div class=txt>{s}</div><img src=a></li>"
        for n, s in enumerate(steps)
    )
    told = text_of(
        f"{paragraphs(TEXT[0])}<h2>Step by step</h2><ol class=steps>{rows}</ol>{paragraphs(TEXT[1])}"
    )
    assert told == [TEXT[0], "Step by step", *steps, TEXT[1]]


POSTS = [
    ("14.20", "Bridge open again", "The bridge was opened to cars at two, after an engineer had looked at each of the bolts."),
    ("12.05", "Trains to Newmouth only", "Trains end at Newmouth until the evening; buses go on from there every half hour."),
    ("10.40", "School stays shut", "The school stays shut until Thursday, since nobody can heat its rooms without the gas that came over the bridge."),
]  # fmt: skip


@pytest.mark.parametrize(
    "top", ["<header><time>{0}</time><h3>{1}</h3></header>", "<header><time>{0}</time><h3>{1}</h3><span>Tom Ray</span></header>", "<header><time>{0}</time><div><h3>{1}</h3></div></header>", "<div class=top><span>{0}</span><h3>{1}</h3></div>"]
)  # fmt: skip
def test_the_headings_of_posts_stand_in_headers(top: str) -> None:
    posts = "".join(f"<article class=lb>{top.format(at, heading)}<div><p>{text}</p><p>{more}</p></div></article>" for (at, heading, text), more in zip(POSTS, TEXT[1:], strict=True))  # fmt: skip
    said = """<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Four boats"}</script>"""
    told = text_of(f"{said}{paragraphs(TEXT[0])}<div class=posts>{posts}</div>")
    assert told == [
        TEXT[0],
        *(line for (_, *lines), more in zip(POSTS, TEXT[1:], strict=True) for line in (*lines, more)),
    ]


def test_the_last_short_row_of_a_judgment_is_read() -> None:
    text = [*TEXT, "The application is dismissed."]
    rows = "".join(f"<tr><td>{n}.</td><td>{line}</td></tr>" for n, line in enumerate(text))
    assert text_of(f"<table>{rows}</table>")[-1] == text[-1]


@pytest.mark.parametrize("line", ["【打印本页】【关闭窗口】", "[打印] [返回]", "打印 | 收藏 | 关闭"])
def test_the_buttons_of_an_office_below_a_text_are_none_of_it(line: str) -> None:
    assert text_of(paragraphs(*TEXT, line)) == TEXT


@pytest.mark.parametrize(
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
