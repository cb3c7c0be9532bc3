"""Parts of a text that say little by themselves: points above it, headings in boxes of their own, questions in buttons."""

from __future__ import annotations

import pytest
from ferries import TEXT, paragraphs, text_of

POINTS = [
    "Four electric boats for sixty-one million",
    "Each of them carries 200 passengers",
    "Fifteen new jobs at the quay by 2027",
]
ITEMS = "".join(f"<li>{point}</li>" for point in POINTS)
HEAD = "The captain keeps his cat"
ABOVE = {
    "below the date": "<div class=date>3 July 2025</div><div class=teaser-text><ul>{}</ul></div>",
    "alone": "<ul class=key-points>{}</ul>",
    "below its heading": "<section class=k><h2>The facts in short</h2><ul>{}</ul></section>",
}


@pytest.mark.parametrize("shape", ABOVE)
def test_the_points_above_a_text_belong_to_it(shape: str) -> None:
    told = text_of(ABOVE[shape].format(ITEMS) + f"<div class=c>{paragraphs(*TEXT)}</div>")
    assert [line for line in told if line in POINTS] == POINTS
    assert told[-len(TEXT) :] == TEXT


OTHERS = {
    "links": "<ul>" + "".join(f"<li><a href=/{n}>{point}</a></li>" for n, point in enumerate(POINTS)) + "</ul>",
    "of a post": "<ul class=post-info><li>Ann Lee</li><li>3 July 2025</li><li>Two minutes to read</li></ul>",
    "other stories": f"<div class=related><ul>{ITEMS}</ul></div>",
}  # fmt: skip


@pytest.mark.parametrize("shape", OTHERS)
def test_another_list_above_a_text_does_not(shape: str) -> None:
    assert text_of(OTHERS[shape] + f"<div class=c>{paragraphs(*TEXT)}</div>") == TEXT


def _boxed(inner: str, deep: int) -> str:
    return "".join(f"<div class=box{n}>" for n in range(deep)) + inner + "</div>" * deep


@pytest.mark.parametrize("deep", [1, 3, 6])
def test_a_heading_in_boxes_of_its_own_stays(deep: int) -> None:
    parts = [*(f"<p>{text}</p>" for text in TEXT[:2]), f"<h3>{HEAD}</h3>", *(f"<p>{t}</p>" for t in TEXT[2:])]
    told = text_of("".join(_boxed(part, deep) for part in parts))
    assert told == [*TEXT[:2], HEAD, *TEXT[2:]]


def test_a_bold_line_above_a_paragraph_in_its_box_stays() -> None:
    own = f"<div lang=en><p><strong>{HEAD}</strong></p><p>{TEXT[2]}</p></div>"
    told = text_of("".join(f"<div><p>{text}</p></div>" for text in TEXT[:2]) + own)
    assert told == [*TEXT[:2], HEAD, TEXT[2]]


ASKED = [
    ("Do I need a ticket?", "No. The harbour counts who steps aboard and sends the bill to the island."),
    ("And for the cat?", "Cats sail for nothing, as long as they are carried by somebody who pays."),
]


@pytest.mark.parametrize("around", ["{}", "<h3>{}</h3>"])
def test_questions_that_are_buttons_are_read(around: str) -> None:
    rows = "".join(
        f"<div class=row>{around.format(f'<button aria-expanded=false>{q}</button>')}<div class=a><p>{a}</p></div></div>"
        for q, a in ASKED
    )
    told = text_of(f"<div class=c>{paragraphs(*TEXT[:2])}<h2>Asked often</h2>{rows}{paragraphs(*TEXT[2:])}</div>")  # fmt: skip
    assert told == [*TEXT[:2], "Asked often", *(line for row in ASKED for line in row), *TEXT[2:]]


@pytest.mark.parametrize(
    "button", ["<button>Was this of use?</button>", "<button aria-expanded=false>Show all</button>"]
)
def test_other_buttons_are_not(button: str) -> None:
    told = text_of(f"<div class=c>{paragraphs(*TEXT[:2])}{button}{paragraphs(*TEXT[2:])}</div>")
    assert told == TEXT


@pytest.mark.parametrize(
    "below",
    [
        "<div class=tip><p>Do you know more? Write, tell, send to tips@harbour.example.</p></div>",
        "</div><div class=f><p>Ann Lee, head of press, press@harbour.example</p>",
        "<div class=newsletter><p>Ann Lee, who writes it, letter@harbour.example</p></div>",
    ],
)
def test_an_address_below_a_text_is_none_of_it(below: str) -> None:
    assert text_of(f"<div class=c>{paragraphs(*TEXT)}{below}</div>") == TEXT


COUNTED = "The paper asked the harbour for all trips of three years, left out those that were broken off, and counted again."


@pytest.mark.parametrize(
    "button", ["<button aria-expanded=false>Share</button>", " <button aria-expanded=true>Copy link</button>"]
)
def test_a_button_beside_the_words_of_a_heading_is_none_of_them(button: str) -> None:
    told = text_of(
        f"<div class=c>{paragraphs(*TEXT[:2])}<h3>{HEAD}{button}</h3>{paragraphs(*TEXT[2:])}</div>"
    )
    assert told == [*TEXT[:2], HEAD, *TEXT[2:]]


def test_questions_in_boxes_far_from_the_text_stand_above_their_answers_and_below_their_heading() -> None:
    answers = [f"{TEXT[n]} {TEXT[n - 1]}" for n in range(3)]
    asked = [f"What does the harbour master say of boat {n}?" for n in range(3)]
    rows = "".join(
        f"<div class=item><button aria-expanded=false><div><p>{q}<br></p></div></button><div><div><div class=c><p>{a}</p></div></div></div></div>"
        for q, a in zip(asked, answers, strict=True)
    )
    faq = f"<section class=asked><h2>Asked often</h2><div class=w><div class=acc>{rows}</div></div></section>"
    page = f"<div><div><div class=c>{paragraphs(*TEXT, *TEXT[::-1])}</div></div></div><div><div><div><div>{faq}</div></div></div></div>"
    told = text_of(page)
    assert told[-7:] == ["Asked often", *(line for row in zip(asked, answers, strict=True) for line in row)]


def _rows(further: str) -> str:
    rows = "".join(f"<div class=r><div class=col>{paragraphs(text)}</div></div>" for text in TEXT)
    return f"<div class=page>{rows}{further}<div class='r more'><a href=/1>More on boats</a></div></div>"


def test_the_last_row_of_a_text_that_says_how_it_was_made_stays() -> None:
    told = text_of(_rows(f"<div class=r><div class='col fact'><h3>How we counted</h3><p>{COUNTED}</p></div></div>"))  # fmt: skip
    assert told == [*TEXT, "How we counted", COUNTED]


@pytest.mark.parametrize(
    "further",
    [
        f"<div class=r><div class='col fact'><h3>Read on</h3><p>{COUNTED}</p><a href=/2>All trips</a></div></div>",
        f"<div class=r><div class='col newsletter'><h3>Our letter</h3><p>{COUNTED}</p></div></div>",
        "<div class=r><div class='col fact'><h3>Do you know more?</h3><p>Call us, day or night.</p></div></div>",
    ],
)
def test_another_row_below_a_text_does_not(further: str) -> None:
    assert text_of(_rows(further)) == TEXT
