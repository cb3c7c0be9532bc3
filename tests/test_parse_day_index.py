"""All that appeared on a day, at the day's own address, and the pages of who writes; beside what is told of a day, and of people."""

from __future__ import annotations

from crawler.parse import read_page
from storage.records import Article

SHIPS = ("ferries", "barges", "tugs", "rafts", "liners", "dredgers")
ROWS = "".join(
    f'<li><a href="/news/{name}-in-the-harbour"><h3>The {name} came into the harbour at night</h3></a><time>{hour}:05, 19 November 2026</time></li>'
    for hour, name in zip(range(23, 17, -1), SHIPS, strict=True)
)
LITTLE = "<p>This site recommends what its readers may like, by what they read before; how it does that is told in our rules for readers.</p>"
TOLD = "<p>The harbour master counted the boats at noon and at night, and told the town that there had never been so many in one day, not even at the feast.</p>"


def _is_article(url: str, told: str, rows: str = ROWS) -> bool:
    page = f"<html lang=en><head><title>19 November 2026: Quay Post</title></head><body><main><h1>19 November 2026</h1><ul>{rows}</ul>{told}</main></body></html>"
    return isinstance(read_page(page.encode(), f"https://quaypost.example{url}"), Article)


def test_an_index_of_a_day_is_no_article_and_what_is_told_of_one_is() -> None:
    cases = [  # address, text, rows, whether it is an article
        ("/2026/11/19/", LITTLE, ROWS, False),
        ("/news/2026/11/19", LITTLE, ROWS, False),
        ("/archive/2026-11-19", LITTLE, ROWS, False),
        ("/arkiv/20261119/", LITTLE, ROWS, False),
        ("/archiv/19.11.2026", LITTLE, ROWS, False),
        ("/indeks?date=11/19/2026", LITTLE, ROWS, False),
        ("/arsip?tanggal=2026-11-19", LITTLE, ROWS, False),
        ("/2026/11/19/", TOLD * 5, ROWS, True),
        ("/2026/11/19/", LITTLE, "", True),
        ("/diary/2026-11-19", TOLD * 5, "", True),
        ("/live/2026/11/19/boats-in-the-harbour", TOLD * 2, "", True),
        ("/boats-in-the-harbour?date=2026-11-19", TOLD * 2, "", True),
    ]
    wrong = [case for case in cases if _is_article(*case[:3]) != case[3]]
    assert wrong == []


def _is_of_person(head: str, url: str) -> bool:
    told = "<p>Ida Holm came to the paper in 2004 and has told of the harbour ever since. She studied in the town, and teaches those who come after her.</p>"
    rows = ROWS.replace("<li>", "<article class=teaser>").replace("</li>", "</article>")
    page = f"<html lang=en><head><title>Ida Holm - Quay Post</title>{head}</head><body><main><h1>Ida Holm</h1>{told}<h2>Her articles</h2>{rows}</main></body></html>"
    return not isinstance(read_page(page.encode(), f"https://quaypost.example{url}"), Article)


def test_a_page_of_who_writes_is_no_article_whatever_days_stand_by_the_articles_below() -> None:
    own = "<meta property=og:type content=profile>"
    person = '<script type="application/ld+json">{"@type": "ProfilePage", "mainEntity": {"@type": "Person", "name": "Ida Holm"}}</script>'
    news = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ida Holm", "datePublished": "2026-11-19"}</script>'
    cases = [  # head, address, whether it is a person's page
        (own + person, "/author/ida-holm", True),
        (person, "/auteur/ida-holm", True),
        (own, "/authors/ida-holm", True),
        (news, "/author/ida-holm", False),
        ("<meta property=og:type content=article>", "/2026/11/19/ida-holm", False),
    ]
    wrong = [case for case in cases if _is_of_person(*case[:2]) != case[2]]
    assert wrong == []
