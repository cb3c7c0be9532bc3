"""Rows, cells and lines between the paragraphs of a text that say little by themselves are read where they are built like it."""

from __future__ import annotations

import pytest
from ferries import TEXT, URL, paragraphs, text_of
from tables import each

from crawler.parse import read_page
from storage.records import Article


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


@each(
    'top', ["<header><time>{0}</time><h3>{1}</h3></header>", "<header><time>{0}</time><h3>{1}</h3><span>Tom Ray</span></header>", "<header><time>{0}</time><div><h3>{1}</h3></div></header>", "<div class=top><span>{0}</span><h3>{1}</h3></div>"]
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


def test_the_name_of_a_table_in_bold_above_it_is_read() -> None:
    table = "<table><tbody><tr><td>Boat</td><td>Seats</td></tr><tr><td>Gull</td><td>210</td></tr><tr><td>Tern</td><td>205</td></tr></tbody></table>"
    found = text_of(paragraphs(*TEXT[:2]) + "<p><b>Who sails</b></p>" + table + paragraphs(*TEXT[2:]))
    assert found == [*TEXT[:2], "Who sails", "Boat", "Seats", "Gull", "210", "Tern", "205", *TEXT[2:]]


def test_the_last_paragraph_behind_a_box_is_read_to_the_initials_of_who_wrote() -> None:
    last = (
        "The cable ship is expected to finish its work by the tenth of December, if the weather permits. /dvl"
    )
    box = "<div class='nl-box'><p>Your subscription could not be saved. Please try again.</p><h4>Subscribe to our daily letter</h4></div>"
    found = text_of(
        f"{paragraphs(*TEXT)}{box}<p>{last}</p><div class=comments><a href=/c>View comments</a></div>"
    )
    assert found == [*TEXT, last]


def test_the_label_of_tags_is_no_last_line() -> None:
    tags = "<div data-testid=TagsWithLabel><span>Suggested Topics:</span><ul><li>Boats</li><li>Boards</li></ul></div>"
    assert text_of(paragraphs(*TEXT) + tags) == list(TEXT)
    assert (
        text_of(paragraphs(*TEXT, "What is asked of the captains next:"))[-1]
        == "What is asked of the captains next:"
    )
