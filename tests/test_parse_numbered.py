"""Headings of a round-up that are links and count; and those of other articles among a text, which do not."""

from __future__ import annotations

from collections.abc import Iterable

from tables import each

from crawler.parse import read_page
from storage.records import Article

DECLARED = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The week", "datePublished": "2025-07-03"}</script>'
LEAD = "<p>What happened at the harbour between Monday and Friday, in some lines and as many minutes of rest, told by those who were there.</p>"
ITEMS = (
    ("A new crane stands on the quay", "It lifts eleven tons, and the drivers of the old one have learned how to move it. The rest of the quay waits until spring."),
    ("The cable to the islands is cut", "Its repair takes eleven days. Until then the calls go by way of the old mast, and nobody, or nearly nobody, has noticed it."),
    ("Ferries leave at night again", "The first of them had nine people on board and a dog. The company says that it wants to keep at it until the end of June."),
    ("The lighthouse gets a door", "Its keeper had asked for one for twelve years. The carpenter brought it by boat, and it fits, as he says himself, by an inch."),
)  # fmt: skip


def _text(numbers: Iterable[str], *, linked: bool = True, below: bool = True) -> str:
    parts = []
    for n, (number, (heading, told)) in enumerate(zip(numbers, ITEMS, strict=False)):
        name = f'<a href="/2025/07/0{n}/other">{heading}</a>' if linked else heading
        parts.append(f"<h2>{number}{name}</h2>" + (f"<p>{told}</p>" if below else ""))
    page = f"<html><head><title>The harbour's week</title>{DECLARED}</head><body><article><h1>The harbour's week</h1>{LEAD}{''.join(parts)}</article></body></html>"
    got = read_page(page.encode(), "https://quaypost.example/2025/07/03/the-harbours-week", announced=True)
    assert isinstance(got, Article)
    return got.text


@each("numbers", (
    ("1. ", "2. ", "3. ", "4. "), ("1) ", "2) ", "3) ", "4) "), ("4. ", "3. ", "2. ", "1. "), ("No. 1 – ", "No. 2 – ", "No. 3 – ", "No. 4 – "), ("1 – ", "2 – ", "3 – ", "4 – "),
    ("N° 1. ", "N° 2. ", "N° 3. ", "N° 4. "), ("1、", "2、", "3、", "4、"), ("01. ", "02. ", "03. ", "04. "), ("1\ufe0f\u20e3 ", "2\ufe0f\u20e3 ", "3\ufe0f\u20e3 ", "4\ufe0f\u20e3 "),
))  # fmt: skip
def test_headings_that_count_are_of_the_text_though_each_is_a_link(numbers: tuple[str, ...]) -> None:
    text = _text(numbers)
    for heading, told in ITEMS:
        assert heading in text
        assert told in text


@each("numbers", (
    ("", "", "", ""), ("1. ", "3. ", "2. ", "7. "), ("2025: ", "2024: ", "2023: ", "2022: "), ("3. ", "4. ", "5. ", "6. "), ("11:20 ", "10:40 ", "9:15 ", "8:00 "),
))  # fmt: skip
def test_linked_headings_that_do_not_count_are_left_as_they_were(numbers: tuple[str, ...]) -> None:
    text = _text(numbers)
    assert not any(f"{numbers[0]}{heading}" in text.split("\n") for heading, _ in ITEMS)


def test_a_ranking_of_other_articles_behind_the_text_is_none_of_it() -> None:
    rows = "".join(f'<h3>{n}. <a href="/{n}">{heading}</a></h3>' for n, (heading, _) in enumerate(ITEMS, 1))
    told = "".join(f"<p>{told}</p>" for _, told in ITEMS)
    page = f"<html><head><title>A week</title>{DECLARED}</head><body><article><h1>A week</h1>{LEAD}{told}<div><h2>Most read</h2>{rows}</div></article></body></html>"
    got = read_page(
        page.encode(), "https://quaypost.example/2025/07/03/a-week-of-the-harbour", announced=True
    )
    assert isinstance(got, Article)
    assert not any(heading in got.text for heading, _ in ITEMS)
