"""What goes on far below a text is read where it belongs to it: its last part, notes at its foot, short questions and answers."""

from __future__ import annotations

import pytest
from ferries import TEXT, URL, paragraphs, text_of
from tables import each

from crawler.parse import read_page
from storage.records import Article

LAST = "Ferns grow in the stalls of the Electric, behind a glass door."
LINKS = "".join(f"<p><a href=/{n}>A cat at quay {n}</a></p>" for n in range(14))


@pytest.mark.parametrize(
    "part", ["<div class=part><p>{}</p></div>", "<section><h2>A part</h2><p>{}</p></section>"]
)
def test_the_last_part_of_a_text_stays_below_a_long_box(part: str) -> None:
    parts = [part.format(text) for text in TEXT]
    told = text_of(f"{''.join(parts)}<div class=x>{LINKS}</div>{part.format(LAST)}")
    assert [line for line in (*TEXT, LAST) if line not in told] == []


def test_the_little_that_stands_far_below_a_text_is_none_of_it() -> None:
    below = f"<div><div>{LINKS}</div></div><div><div><p>{LAST}</p></div></div>"
    page = (
        f"<title>Four boats</title><body><div><div><h1>Four boats</h1>{paragraphs(*TEXT)}</div></div>{below}"
    )
    found = read_page(page.encode(), URL)
    assert isinstance(found, Article)
    assert found.text.split("\n") == TEXT


@each(
    'heading',
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


@each(
    'shape',
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


@each("shape", PAIRS)
def test_questions_and_short_answers_below_a_text_are_read(shape: str) -> None:
    told = text_of(f"<div class=c>{paragraphs(*TEXT)}{PAIRS[shape]}</div>")
    assert told == [*TEXT, *(line for pair in ANSWERS for line in pair)]


QUIZZES = {
    "a poll": "<div class=p1><div>Do you take the boat?</div><div>Yes, daily 31 %</div></div><div class=p1><div>Will you?</div><div>No 12 %</div></div>",
    "one question": "<div class=p1><div>Have you seen a mistake?</div><div>Tell the desk, please.</div></div>",
    "links": "".join(f"<div class=p1><div>Boat {n}?</div><a href=/{n}>All on boat {n} is here.</a></div>" for n in range(3)),
    "of readers": "".join(f"<div class=comment><p>Who pays for boat {n}?</p><p>We do, as always.</p></div>" for n in range(3)),
}  # fmt: skip


@each("shape", QUIZZES)
def test_what_only_asks_below_a_text_is_none_of_it(shape: str) -> None:
    assert text_of(f"<div class=c>{paragraphs(*TEXT)}</div>{QUIZZES[shape]}") == TEXT
