"""What a page only reads aloud, to those who cannot see it, is no part of the words around it; what a name like that only styles is."""

from __future__ import annotations

from crawler.parse import parse_article

URL = "https://lockpost.example/2026/03/04/lock-gates"
FIRST = "The canal company has hung two new gates in the upper lock, its engineer told the parish council on Wednesday evening."
LAST = "Boats will wait longer in the first weeks, because the paddles are stiff and the keepers still have to learn them."
CLIPPED = "border:0;clip:rect(0 0 0 0);height:1px;overflow:hidden;position:absolute;width:1px"


def told(inner: str) -> list[str]:
    html = (
        "<html><head><title>New gates for the upper lock | Lock Post</title></head><body><main><article><h1>New gates for the upper lock</h1>"
        f"<div class=text><p>{FIRST}</p>{inner}<p>{LAST}</p></div></article></main></body></html>"
    )
    article = parse_article(html.encode(), URL)
    assert article is not None
    return article.text.split("\n")


def line(link: str) -> str:
    return f"<p>The council <a href=/b>{link}</a> last month that it would pay for the oak and for the eleven men.</p>"


SAID = "The council wrote to parliament last month that it would pay for the oak and for the eleven men."


def test_where_a_link_opens_is_read_aloud_and_is_no_text() -> None:
    hints = (
        f'<span style="{CLIPPED}">, opens new tab</span>',
        '<span style="clip-path: inset(50%); position: absolute">(opens in a new window)</span>',
        '<span class="visually-hidden">, external</span>',
        '<span class="ssrcss-1-VisuallyHidden e1">, external</span>',
        '<span class="sr-only"> (ouvre un nouvel onglet)</span>',
        '<span class="screen-reader-text">(öffnet in neuem Tab)</span>',
        '<span class="visuallyhidden"><b>se abre en una ventana nueva</b></span>',
        '<em class="u-screenreader-only">（別ウィンドウで開く）</em>',
    )
    read = {hint: told(line(f"wrote to parliament{hint}")) for hint in hints}
    assert {hint: lines[1] for hint, lines in read.items() if lines[1] != SAID} == {}


def test_what_is_shown_of_a_link_stays_whatever_its_classes() -> None:
    shown = (
        "<span class='hidden md:inline'>wrote to parliament</span>",
        "wrote to <span class='hidden sm:inline'>parliament</span>",
        "wrote to <span style='color: red'>parliament</span>",
        "wrote to <span class='link-label'>parliament</span>",
        "<span class='sr-only'>wrote to parliament</span>",
        "wrote <b class='accessible-name'>to parliament</b>",
    )
    read = {link: told(line(link)) for link in shown}
    assert {link: lines[1] for link, lines in read.items() if lines[1] != SAID} == {}


def test_an_hour_that_a_heading_spells_out_aloud_is_told_once() -> None:
    spelt = "<span class=visually-hidden>published at 14:22 Greenwich Mean Time 4 March</span>"
    lines = told(f"<h3><span aria-hidden=true>14:22</span>{spelt}<span>Both gates hang</span></h3>")
    assert lines[1] == "14:22 Both gates hang"
    assert told("<h3><span class=sr-only>Both gates hang</span></h3>")[1] == "Both gates hang"
