"""The clues of a block, as far as they are counted by hand."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser
from tables import each

from crawler.parse.body.clues import AT, Clues
from crawler.parse.body.judge import measure
from crawler.parse.page.walk import outline

_DOTS, _BULLET, _ARROW, _BAR = (AT["flags"] + k for k in (9, 10, 11, 12))


def _clues(html: str) -> Clues:
    return measure(outline(LexborHTMLParser(html)), None)


@each(
    ("html", "under"),
    [
        ("<p>one</p>", [0]),
        ("<h1>a</h1><p>one</p>", [1, 3]),
        ("<h1>a</h1><div><p>one</p></div>", [1, 2]),
        ("<h2>a</h2><p>one</p><h3>b</h3><p>two</p>", [1, 5, 1, 7]),
        ("<h5>a</h5><p>one</p>", [1, 9]),
    ],
)
def test_a_block_knows_the_heading_it_stands_under(html: str, under: list[int]) -> None:
    assert _clues(html).under == under


@each(
    ("text", "places"),
    [
        ("The talks ended on Friday.", set()),
        ("The talks ended on Friday, and...", {_DOTS}),
        ("The talks ended on Friday […]", {_DOTS}),
        ("• The talks ended on Friday.", {_BULLET}),
        ("The talks ended on Friday »", {_ARROW}),
        ("News | Economy | Talks", {_BAR}),
    ],
)
def test_a_block_shows_dots_bullets_and_arrows(text: str, places: set[int]) -> None:
    assert set(_clues(f"<p>{text}</p>").own(0)) & {_DOTS, _BULLET, _ARROW, _BAR} == places
