"""Who signs a letter to readers wrote it; who signs one that a text quotes did not."""

from __future__ import annotations

from crawler.parse import read_page
from storage.records import Article

TEXT = "".join(
    f"<p>This week I saw a cellar by the harbour, number {n} of the street. It is four metres wide and wet, they say.</p>"
    for n in range(8)
)
LETTERS = {  # language: greeting, what stands at the end, who wrote
    "de": ("Guten Morgen,", "<p>Ihre Henrike Mollweide<br>Chefredakteurin</p>", "Henrike Mollweide"),
    "en": ("Dear readers,", "<p>Best wishes,</p><p>Ann Lee</p>", "Ann Lee"),
    "fr": ("Bonjour à toutes et tous,", "<p>Bien à vous,<br>Anne Dupont</p>", "Anne Dupont"),
    "es": ("Buenos días:", "<p>Un saludo,</p><p>Lía Prado, editora</p>", "Lía Prado"),
    "it": ("Cari lettori,", "<p>A presto,<br>Carla Neri</p>", "Carla Neri"),
    "nl": ("Goedemorgen,", "<p>Groet, Pieter Vos</p>", "Pieter Vos"),
    "pl": ("Dzień dobry,", "<p>Z poważaniem<br>Zofia Lis</p>", "Zofia Lis"),
    "ru": ("Доброе утро!", "<p>До завтра,<br>Анна Белова</p>", "Анна Белова"),
    "tr": ("Merhaba,", "<p>Sevgiler,<br>Deniz Kaya</p>", "Deniz Kaya"),
}  # fmt: skip
OTHERS = (
    ("", "<p>Best wishes,</p><p>Ann Lee</p>"),  # the end of what somebody wrote to the paper
    ("Dear readers,", "<p>Ann Lee Bridge</p>"),  # no farewell
    ("Hello!", "<p>Best Western Hotel</p>"),
    ("Hi,", "<p>Cheers Boston Bar</p>"),
    ("Dear readers,", "<p>Best wishes,</p><p>the whole team</p>"),
    ("Dear customers,", "<p>Yours, Harbour Savings Bank</p>"),
    ("Guten Morgen,", "<p>Ihre Deutsche Hafenbank</p>"),
    ("Guten Morgen,", "<p>Ihre CDU Neustadt</p>"),
    ("Dear me, what a cellar that was, and how long it took us to find it by the light of one lamp.", "<p>Yours, Ann Lee</p>"),
    ("Dear readers,", "<p>Ann Lee lives here.</p><p>Cheers, Ann Lee</p>"),  # of whom the text tells
)  # fmt: skip


def read(language: str, greeting: str, end: str) -> Article:
    page = (
        f"<html lang={language}><title>The last twelve metres</title><body><main><h1>The last twelve metres</h1>"
        f"<p>{greeting}</p>{TEXT}{end}</main><footer>You get this letter because you asked for it.</footer>"
    )
    found = read_page(page.encode(), "https://letters.example/2026/46/twelve-metres")
    assert isinstance(found, Article), found
    return found


def authors_of(language: str, greeting: str, end: str) -> tuple[str, ...]:
    return read(language, greeting, end).authors


def test_who_says_farewell_to_greeted_readers_wrote_the_letter():
    found = {language: authors_of(language, *told[:2]) for language, told in LETTERS.items()}
    assert found == {language: (name,) for language, (_, _, name) in LETTERS.items()}


def test_who_is_called_as_banks_are_or_signs_in_two_lines_wrote_the_letter():
    signed = {
        ("en", "Dear readers,", "<p>Best wishes,</p><p>Ann Burbank</p>"): "Ann Burbank",
        ("en", "Dear readers,", "<p>Yours, Ila Ag Ghaly</p>"): "Ila Ag Ghaly",
        ("en", "Dear readers,", "<p>Best wishes,</p><p>JD Vessel</p>"): "JD Vessel",
        ("de", "Guten Morgen,", "<p>Viele Grüße</p><p>Ihre Mia Kühl</p>"): "Mia Kühl",
        ("de", "Der Keller ist nass.", "<p>Herzliche Grüße<br>Ihre Mia Kühl</p>"): "Mia Kühl",
    }
    assert {told: authors_of(*told) for told in signed} == {told: (name,) for told, name in signed.items()}


def test_a_name_below_a_farewell_alone_wrote_nothing():
    assert [told for told in OTHERS if authors_of("en", *told)] == []


def test_the_greeting_is_of_the_text():
    told = {language: read(language, *told[:2]).text for language, told in LETTERS.items()}
    assert [language for language, text in told.items() if not text.startswith(LETTERS[language][0])] == []
