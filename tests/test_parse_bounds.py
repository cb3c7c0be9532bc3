"""Pages built to make a parser slow or fat: bounded time, and forty times their size at most; real ones stay whole."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Iterator
from multiprocessing.pool import AsyncResult

import pytest
from bombs import BOMBS, LD, Cost, cost
from selectolax.lexbor import LexborHTMLParser
from tables import each

from crawler.bounds import LONG, _without_long_tags, bounded
from crawler.nesting import DEEP, bearable
from crawler.parse import read_page
from storage.records import Article

# Seconds of the processor, three times what the worst bomb takes on a quiet machine: an explosion costs ten times
# and more, and other work on the machine must not look like one. tests/benchmarks/parse_fuzz.py prints the figure.
FLOOR_S, SECONDS = 1.0, 3.0  # for any page, and for each megabyte on top
FLOOR, TIMES = 130e6, 40  # bytes of memory: for any page (the tree of 200,000 tags), or times its size
SOON_S = 120  # for a child to answer, that may have died
SMALL = [(name, 100_000) for name in BOMBS]
LARGE = [(name, 14_000_000 if at % 8 == 0 else 1_000_000) for at, name in enumerate(BOMBS)]


@pytest.fixture(scope="module")
def costs(request: pytest.FixtureRequest) -> Iterator[dict[tuple[str, int], AsyncResult[Cost]]]:
    """The cost of each bomb of this run, two at a time, each in a child of its own.

    The children are forked from one process that has imported the reader: on Linux their peak of memory begins at
    what they have then, while that of a program started from here would begin at the peak of these tests.
    """
    forked = multiprocessing.get_context("forkserver")
    forked.set_forkserver_preload(["crawler.parse"])
    params = [item.callspec.params for item in request.session.items if "costs" in item.fixturenames]
    wanted = [(one["name"], one["size"]) for one in params]
    with forked.Pool(2, maxtasksperchild=1) as pool:
        yield {bomb: pool.apply_async(cost, bomb) for bomb in wanted}


@pytest.mark.parametrize(
    ("name", "size"), SMALL + [pytest.param(*bomb, marks=pytest.mark.slow) for bomb in LARGE], ids=ascii
)
def test_a_bomb_is_read_in_bounded_time_and_memory(
    name: str, size: int, costs: dict[tuple[str, int], AsyncResult[Cost]]
) -> None:
    spent = costs[name, size].get(SOON_S)
    assert spent.seconds < FLOOR_S + SECONDS * min(spent.length, 12_000_000) / 1e6
    assert spent.memory < max(FLOOR, TIMES * spent.length)


def test_deep_text_is_kept() -> None:
    page = b"<div>" * 90_000 + b"<p>deep down</p>" + b"</div>" * 90_000 + b"<p>after</p>"
    tree = LexborHTMLParser(bounded(page))
    assert [p.text() for p in tree.css("p")] == ["deep down", "after"]


def test_a_page_of_many_tags_in_order_is_untouched() -> None:
    row = (
        '<tr><td class="a"><div><p>one<p>two<ul><li><b>x</b><li>y</ul></div>'
        "<td><svg viewBox='0 0 1 1'><title>t</title><g><path d='M0'/><use href='#a'/></g></svg>"
        '<a href="?a=1&b">z</a><img src=x><br/><span data-x="<b>in</b>">s</span>'
        "<script>if (a<b && c>d) { x = '</div>' + \"<div>\"; }</script><!-- <div> -->"
    )
    page = f"<html><body><table>{row * 2_000}</table></body></html>".encode()
    assert bounded(page) == page
    assert bearable(page) == page


def test_a_tag_of_too_many_attributes_loses_these_and_nothing_else() -> None:
    many = b"".join(b" a%d='>'" % at for at in range(2_000))
    page = b"<p>before</p><p" + many + b">in it</p><p class=x>after</p>" + b"<p>more</p>" * 2_000
    assert bounded(page) == page.replace(many, b"")


@each(
    "whole",
    [
        '<div data-state="' + "<p class='x'>a &gt; b</p> " * 1_000 + '">text</div>',
        "<style>" + ".a > .b { c: 'd' } " * 3_000 + "</style>",
        "<path d='" + "M 1 2 " * 5_000 + "'>",
        f"<script {LD}>" + json.dumps({"articleBody": "3 < 4, a > b, " * 2_000}) + "</script>",
        "<script>" + "if (a<b) { c='d'; } else if (a>b) { e = \"<p>\" + '</p>'; } " * 2_000 + "</script>",
        "3 < 4, and 4 < 5; " * 3_000,
    ],
)
def test_long_texts_and_values_with_brackets_are_left_alone(whole: str) -> None:
    page = f"<html><body>{whole}{'<p>more</p>' * LONG}</body></html>".encode()
    assert _without_long_tags(page) == page


@each(
    ("start", "end"),
    [("<script>", "</script>"), ("<!--", "-->"), ("<textarea>", "</textarea>"), ("<style>", "</style>")],
)
def test_what_seems_a_long_tag_in_a_script_ends_with_it(start: str, end: str) -> None:
    inside = "if (a<b) c='d'; " * 3_000
    page = f"<html><body>{start}{inside}{end}{'<p>more</p>' * LONG}</body></html>".encode()
    tree = LexborHTMLParser(_without_long_tags(page))
    assert len(tree.css("p")) == LONG


def test_an_article_below_a_thousand_elements_is_read() -> None:
    text = "The conference on the digital economy was opened in Beijing on Thursday by its hosts. "
    page = "<div>" * (DEEP - 20) + f"<article><h1>Opened</h1><p>{text * 4}<p>{text * 5}</article>"
    found = read_page(page.encode(), "https://news.example.org/2024/01/02/opened")
    assert isinstance(found, Article)
    assert text * 4 in found.text.replace("\n", " ") + " "
