"""Lines above a text that tell its title once more: a path that ends in it, a headline below a kicker; a label before a declared one."""

from __future__ import annotations

from crawler.parse import read_page
from crawler.parse.title.shown import without_kind
from storage.records import Article

TITLE = "Harbour: The ferry of Orrin sails by night for the first time"
BELOW = "The ferry of Orrin sails by night for the first time"
TEXT = [
    "The ferry of Orrin sailed on Monday, with forty passengers and two goats on board, and came back before the moon rose.",
    "The harbour master, who had asked for lights on both piers since 2019, said that the crossing took 38 minutes.",
    "Fishermen on the western shore had feared for their nets, and moved them by a mile before the first of November.",
]


def read(inner: str) -> Article:
    declared = f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}"}}</script>'
    page = (
        f"<html lang=en><head><title>{TITLE} - The Pier</title>{declared}</head><body>{inner}</body></html>"
    )
    found = read_page(page.encode(), "https://pier.example/2026/11/12/ferry")
    assert isinstance(found, Article), found
    return found


def test_a_path_that_ends_in_the_title_and_a_headline_below_a_kicker_are_none_of_the_text() -> None:
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    path = f'<div><a href="/">Home</a> <a href="/coast/">Coast</a> <a href="/coast/ferries/">Ferries and small boats</a> <span>{TITLE}</span></div>'
    headline = f"<main><h2><span>Late boats</span> <span>{BELOW}</span></h2>{text}</main>"
    found = read(path + headline)
    assert found.text.split("\n") == TEXT
    assert found.title == TITLE


def test_a_sentence_that_ends_as_the_title_does_stays() -> None:
    first = (
        f"The council announced on Sunday, after eleven years of talks, that {BELOW[0].lower()}{BELOW[1:]}"
    )
    found = read("<main>" + "".join(f"<p>{line}</p>" for line in (first, *TEXT)) + "</main>")
    assert found.text.split("\n")[0] == first


def test_a_label_and_a_bar_before_a_title_go_where_the_page_shows_it_without() -> None:
    assert without_kind("Opinion | What the ferry knew", ["What the ferry knew"]) == "What the ferry knew"
    assert (
        without_kind("Opinion | What the ferry knew", ["Opinion | What the ferry knew"])
        == "Opinion | What the ferry knew"
    )
    assert without_kind("Opinion | What the ferry knew", ["The ferry"]) == "Opinion | What the ferry knew"
    assert (
        without_kind("What the old ferry knew | What it saw", ["What it saw"])
        == "What the old ferry knew | What it saw"
    )
