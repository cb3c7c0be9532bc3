"""Authors whom a style alone sets apart, whom a list of links names, and whom the last lines of a text introduce."""

from __future__ import annotations

from test_parse_bylines import TEXT, authors_of

from crawler.parse import read_page
from crawler.parse.page.clean import BREAK
from crawler.parse.page.glued import apart
from storage.records import Article

H1 = "<h1>Four boats</h1>"


def below(last: str, language: str = "en") -> tuple[str, ...]:
    inner = "".join(f"<p>{text}</p>" for text in TEXT)
    page = f"<html lang={language}><title>Four boats</title><article>{H1}{inner}{last}</article></html>"
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found
    return found.authors


def test_parts_that_a_style_sets_apart_are_lines_and_endings_are_none() -> None:
    cases = [
        (["Ann Lee", "Reporter"], True),
        (["Ann Lee", "tiedetoimittaja"], True),  # a word, longer than any ending
        (["Sanna Aalto", "ille"], False),
        (["Kovács János", "nak"], False),
        (["Ann Lee", "’s"], False),
        (["Ann Lee", "3 July"], True),
        (["रुखसाना मिर्ज़ा", "संपादन"], True),  # ends in the sign of a vowel
        (["19 листопада, 06:40", "оновлено"], True),
        (["July 2025", "Updated"], True),
        (["2025", "年7月3日"], False),  # of a date, its unit
        (["7월 3일 2025", "년"], False),
        (["In the 1990", "s"], False),
        (["3 июля 2025", "г."], False),
        (["Ann M", "acDonald"], False),  # a first letter
        (["B", "oats"], False),
        (["Four", "Boats"], False),  # one word may be half of one
        (["", "x"], False),
    ]
    told = [(parts, BREAK in apart(parts)) for parts, _ in cases]
    assert told == cases


def test_names_in_parts_of_a_byline_are_read_without_what_follows_them() -> None:
    cases = [
        ("fi", "<div class=By_row__0o><div><span class=By_name__A>Aino Salmi</span><span class=By_role__b>tiedetoimittaja</span></div></div>"),
        ("uk", "<div class=lb__by><a href=/author/kry>Олена Гай</a>, <a href=/author/per>Данило Зима</a><span>19 листопада, 06:40</span></div>"),
        ("hi", "<div class=auth><span>द्वारा: <b>कविता मीणा</b></span><span>संपादन: हरि तंवर</span><span>15 नवंबर 2026</span></div>"),
    ]  # fmt: skip
    told = {language: authors_of(H1 + line, language=language) for language, line in cases}
    assert told == {"fi": ("Aino Salmi",), "uk": ("Олена Гай", "Данило Зима"), "hi": ("कविता मीणा",)}


def test_each_item_of_a_list_of_links_to_authors_is_one_and_further_lines_are_not() -> None:
    both = "<ul><li><a href=/author/itzel>Itzel Barra</a><li><a href=/author/chucho>Chucho Olmo</a></ul>"
    assert authors_of(H1 + both, language="es") == ("Itzel Barra", "Chucho Olmo")
    other = (
        "<p><a href=/author/itzel>Itzel Barra</a></p><div>Fotos <a href=/author/chucho>Chucho Olmo</a></div>"
    )
    assert authors_of(H1 + other, language="es") == ("Itzel Barra",)


def test_what_somebody_does_where_is_no_further_author() -> None:
    line = "<p class=byline>Ρεπορτάζ: Ελένη Καλή, ανταποκρίτρια Λάρισας</p>"
    assert authors_of(H1 + line, language="el") == ("Ελένη Καλή",)
    assert authors_of(H1 + "<p class=byline>By Ann Lee, Tom Ray</p>") == ("Ann Lee", "Tom Ray")


def test_who_is_introduced_below_a_text_wrote_it() -> None:
    cases = [
        ("en", "Ann Lee ’04 is a freelance writer in Newtown. Her last story was about bees."),
        ("de", "Mia Kühl ist Professorin für Netzpolitik in Kassel."),
        ("fr", "Zoé Vasseur est juriste et enseigne à Roubaix."),
        ("es", "Ana Díaz es periodista independiente."),
        ("nl", "Jan de Boer is hoogleraar in Delft."),
    ]
    told = [below(f"<p><em>{line}</em></p>", language) for language, line in cases]
    assert told == [("Ann Lee",), ("Mia Kühl",), ("Zoé Vasseur",), ("Ana Díaz",), ("Jan de Boer",)]
    letter = "<table><tr><td>Ihre Mia Kühl<br>Chefredakteurin</td></tr></table>"
    assert below(letter, "de") == ("Mia Kühl",)
    assert below("<p>Herzlichst, Ihre Mia Kühl</p>", "de") == ("Mia Kühl",)


def test_whom_a_text_is_about_did_not_write_it() -> None:
    named = "<p>The paint is by Ann Lee, who has seen boats before, said the company on Thursday in its letter.</p>"
    assert below(f"{named}<p>Ann Lee is a professor of naval paint in Newtown.</p>") == ()
    assert below("<p>Mr Lee said so. Ann Lee is a shipbuilder in Newtown.</p>") == ()
    assert below("<p>Four Boats is an award for writers.</p>") == ()
    assert below("<p>Ihre Boote fahren weiter</p>", "de") == ()
    assert below("<h3>Ann Lee is a writer</h3><p>Read it.</p>") == ()
    others = [
        ("en", "<p>Tom Ray is a former editor of the Post who died on Thursday, aged 80.</p>"),
        ("en", "<p>Ann Lee is a professor of ships in Newtown who was not involved in the work.</p>"),
        ("en", "<p>Ann Lee is a professor of ships.</p><p>Tom Ray is a journalist at the Post.</p>"),
        ("en", "<ul><li>Ann Lee is a professor of ships</li></ul>"),
        ("en", "<h3>Speakers</h3><p>Ann Lee is a professor of ships.</p>"),
        ("de", "<p>Unser Autor ist Redakteur.</p>"),
        ("de", "<p>Ihre Sparkasse Kassel</p>"),
        ("de", "<p>Ihr Online Shop</p>"),
        ("fr", "<p>Luc Roy est un économiste proche du parti, selon la presse.</p>"),
    ]
    assert [below(line, language) for language, line in others] == [()] * len(others)


def test_the_desk_before_a_japanese_name_is_none_of_it() -> None:
    line = "<p class=kikite>聞き手＝編集部・岸本 遥 撮影＝土井 さくら</p>"
    assert authors_of(H1 + line, language="ja") == ("岸本 遥",)
