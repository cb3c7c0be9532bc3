"""What stands where a byline does and names nobody, and whom a byline names all the same."""

from __future__ import annotations

import pytest

from crawler.parse import read_page
from storage.records import Article

TEXT = [
    "The ferry company said on Thursday that it would buy four electric boats for the crossing to the islands.",
    "Each of them carries two hundred passengers and is charged at the quay while the next one is boarding.",
    "The first boat is to be tested in the spring, when the old ones have to be taken out of service anyway.",
]
THINGS = [
    "Press Release", "PRESS RELEASE", "Media Release", "News Release", "Media Statement", "Press Statement", "Sponsored Content",
    "Partner Content", "Staff Report", "Agency Report", "Wire Reports", "Communiqué de presse", "Nota de Prensa",
    "Comunicado de Prensa", "Comunicato Stampa", "Nota de Imprensa", "Pressemitteilung", "Informacja Prasowa", "Tisková Zpráva",
    "Пресс-Релиз", "Basın Bülteni", "Siaran Pers", "Saudi Arabia", "Sri Lanka", "New Zealand", "South Africa", "Costa Rica",
    "United Kingdom", "Arabia Saudita", "Estados Unidos", "Reino Unido", "Nouvelle-Zélande", "Papua New Guinea", "Burkina Faso",
]  # fmt: skip
PEOPLE = [
    "Ann Lee", "Tom Press", "Sara Release", "Georgia Brown", "Jordan Pickford", "Paris Hilton", "Israel Gómez", "Chad Smith", "India Knight",
    "Africa Zamora", "Kenya Barris", "Costa Ronin", "Sierra Bender", "Sri Mulyani", "Saudi Al Harbi", "Austin Reid", "London Breed", "Brooklyn White",
    "Virginia Woods", "Carolina Costa", "Salvador Illa", "Santiago Lima", "Cuba Gooding", "Montserrat Media", "Media Nasution", "Ann Kingdom", "Faso Traoré",
    "Rico Costa", "Zealand Moore", "Guinea Pope", "Marino San Juan",
]  # fmt: skip


def authors_of(above: str, head: str = "", title: str = "Four boats") -> tuple[str, ...]:
    inner = "".join(f"<p>{text}</p>" for text in TEXT)
    page = f"<html lang=en><head><title>{title}</title>{head}</head><body><article>{above}{inner}</article></body></html>"
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found
    return found.authors


PLACES = [
    "<h1>Four boats</h1><div class=byline><strong>{}</strong></div>",
    "<h1>Four boats</h1><p><b>{}</b></p>",
    "<p><b>{}</b></p><h1>Four boats</h1>",
    "<h1>Four boats</h1><p>{} · <time>3 July 2025</time></p>",
    "<h1>Four boats</h1><span class=author>{}</span>",
]


@pytest.mark.parametrize("name", THINGS)
@pytest.mark.parametrize("place", PLACES)
def test_a_kind_of_text_and_a_country_are_nobody(name: str, place: str) -> None:
    assert authors_of(place.format(name)) == ()
    assert authors_of("<h1>Four boats</h1>", f"<meta name=author content='{name}'>") == ()


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("place", [PLACES[0], PLACES[1], PLACES[4]])
def test_who_is_called_like_one_is_somebody(name: str, place: str) -> None:
    assert authors_of(place.format(name)) == (name,)


@pytest.mark.parametrize("name", ["Harbour Islands", "Fuel Prices", "Ferry Company"])
def test_a_bold_line_that_leads_to_a_part_of_the_site_names_nobody(name: str) -> None:
    menu = f"<div><a href=/k>{name}</a></div>"
    assert authors_of(f"{menu}<h1>Four boats</h1><p><b>{name}</b></p>") == ()


def test_a_bold_line_that_begins_the_title_names_nobody_and_one_that_ends_it_does() -> None:
    above = "<h1>Ada Holm buys four boats</h1><p><b>{}</b></p>"
    assert authors_of(above.format("Ada Holm"), title="Ada Holm buys four boats") == ()
    assert authors_of(above.format("Ann Lee"), title="Ada Holm buys four boats — Ann Lee") == ("Ann Lee",)


DATED = [
    ("14 ноября 2026 г., автор: Глеб Жуков", "Глеб Жуков"),
    ("3 July 2025 · Author: Ann Lee", "Ann Lee"),
    ("3. Juli 2025 | Autorin: Karin Holm", "Karin Holm"),
    ("03/07/2025, auteur : Jean Lefort", "Jean Lefort"),
    ("2025年7月3日 作者：王小明", None),  # nothing stands between the two
    ("Am 3. Juli 2025, so der Autor: Regen", None),
    ("Room 12, author: unknown", None),
]


@pytest.mark.parametrize(("line", "name"), DATED)
def test_who_is_called_the_author_behind_the_date_is(line: str, name: str | None) -> None:
    assert authors_of(f"<h1>Four boats</h1><div class=when>{line}</div>") == ((name,) if name else ())
