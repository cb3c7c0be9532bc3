"""Pages of a topic, which say above their rows what it is about; beside articles of as short a headline with such rows below."""

from __future__ import annotations

from crawler.parse import read_page
from storage.records import Article

ABOUT = "The tide is what the moon and the sun make of the sea twice a day. Here are our news, talks and pictures of it, and of those who live by it."
SHIPS = ("ferries", "barges", "tugs", "rafts", "liners", "dredgers")


def _rows(row: str, count: int = 6) -> str:
    return "".join(
        row.format(n=n, name=name, head=f"The {name} came into the harbour at night")
        for n, name in enumerate(SHIPS[:count], 11)
    )


KICKED = '<article class="c"><header><span>Ships</span><h2><a href="/{name}">{head}</a></h2></header><div><a href=/by>Ida Holm</a><time>{n} NOV 2026 - 05:20</time></div><p>Nobody knows who had called them</p></article>'
PLAIN = '<article class="teaser"><h3><a href="/{name}">{head}</a></h3><p>Nobody knows who had called them</p><span class=when>{n}.11.2026</span></article>'


def _is_article(url: str, title: str, told: str, rows: str, head: str = "") -> bool:
    page = (
        f"<html lang=en><head><title>{title} | Quay Post</title><meta property=og:site_name content='Quay Post'>{head}</head><body><main><h1>{title}</h1>{told}<section>{rows}</section></main>"
        "<footer><p>© Quay Post</p></footer></body></html>"
    )
    return isinstance(read_page(page.encode(), f"https://quaypost.example{url}"), Article)


def test_a_topic_with_what_it_is_about_above_its_rows_is_a_list() -> None:
    about, long = f"<p>{ABOUT}</p>", f"<p>{ABOUT}</p>" * 3
    declared = "<meta property=article:published_time content=2026-11-19T08:00:00Z>"
    cases = [  # address, title, text, rows, head, whether it is an article
        ("/news/tide/", "Tide", about, _rows(KICKED), "", False),
        ("/topic/spring-tide", "Spring tide", about, _rows(KICKED), "", False),
        ("/tag/tide", "Tide", about, _rows(PLAIN), "", False),
        ("/noticias/tide.html", "Tide", about, _rows(KICKED), "", False),
        ("/news/tide-takes-the-old-quay", "Tide takes the old quay", about, _rows(KICKED), "", True),
        ("/news/tide/", "Tide", long, _rows(KICKED), "", True),
        ("/news/tide/", "Tide", about, _rows(KICKED, 3), "", True),
        ("/news/tide/", "Tide", about, _rows(KICKED), declared, True),
        ("/2026/11/4711", "Tide", about, _rows(KICKED), "", True),
    ]
    wrong = [case[:2] for case in cases if _is_article(*case[:5]) != case[5]]
    assert wrong == []
