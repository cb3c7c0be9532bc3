"""What belongs to a text though it says little by itself, and what does not though it stands right beside it."""

from __future__ import annotations

import pytest

from crawler.parse import read_page
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
    "line", ["3 July 2025", "Harbour city, 3 July 2025", "2025年7月3日", "Thursday, 3 July 2025, 14:30"]
)
def test_a_date_line_at_the_beginning_is_no_text(line: str) -> None:
    assert text_of(paragraphs(line, *TEXT)) == TEXT


@pytest.mark.parametrize(
    "line", ["3 July 2025", "Photo: Ann Lee", "© 2025 The Harbour Post. All rights reserved."]
)
def test_a_date_line_or_an_imprint_at_the_end_is_no_text(line: str) -> None:
    assert text_of(paragraphs(*TEXT, line)) == TEXT


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
