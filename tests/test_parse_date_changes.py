"""The date of an article is told from that of its change, of its record and of what else is dated on its page."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from datedpages import LATE, PARAGRAPH, UNTYPED, changed, day, ld, noted, read

from crawler.parse import read_page
from crawler.parse.dates import read as dates
from storage.records import Article


@pytest.fixture(name="seen")
def _seen(monkeypatch: pytest.MonkeyPatch) -> list[dates.Dates]:
    return noted(monkeypatch)


CHANGES = [
    (
        {"head": ld('"datePublished": "2025-07-02", "dateModified": "2025-07-05"')},
        ("2025-07-02", "2025-07-05", "json-ld"),
    ),
    (
        {"inner": "<p>Published 2 July 2025 | Updated 5 July 2025</p>"},
        ("2025-07-02", "2025-07-05", "text near the headline"),
    ),
    (
        {"inner": "<time class=updated datetime=2025-07-05>5 July</time><time class=published datetime=2025-07-02>2 July</time>"},
        ("2025-07-02", "2025-07-05", "time element"),
    ),
    (
        {"head": '<meta property="article:modified_time" content="2025-07-05">', "inner": "<p>2 July 2025</p>"},
        ("2025-07-02", "2025-07-05", "meta:article:modified_time"),
    ),
    (
        {
            "head": ld('"datePublished": "2025-07-02"'),
            "inner": "<time class=updated datetime=2025-07-05>5 July</time>",
        },
        ("2025-07-02", "2025-07-05", "time element"),
    ),
    (
        {"head": ld('"datePublished": "2025-07-02", "dateModified": "2024-07-05"')},
        ("2025-07-02", None, None),  # nothing changes before it appears
    ),
    ({"inner": "<p>Updated 5 July 2025</p>"}, ("2025-07-05", "2025-07-05", "text near the headline")),
    ({"inner": "<p>Updated <time datetime=2025-07-05>July 5, 2025</time></p>"}, ("2025-07-05", "2025-07-05", "time element")),
    ({"head": UNTYPED}, ("2025-07-02", "2025-07-05", "json-ld")),
    *(  # sections, not changes
        ({"inner": f"<div>{section}</div><time datetime=2025-07-02>2 July 2025</time>"}, ("2025-07-02", None, None))
        for section in ("Company updates", "Product Update", "版本更新")
    ),
    *(  # of two that are declared the one that is no copy of the publication's
        ({"head": ld(f'"datePublished": "2025-07-02", "dateModified": "{change}"') + f'<meta name="updated" content="{other}">'}, ("2025-07-02", *told))
        for change, other, told in (
            ("2025-07-02", "2025-07-05", ("2025-07-05", "meta:updated")),
            ("2025-07-02", "2025-07-01", ("2025-07-02", "json-ld")),
            ("2025-07-05", "2025-07-07", ("2025-07-05", "json-ld")),
        )
    ),
    *(
        ({"inner": f"<p>{line}</p>", "lang": lang}, ("2025-07-02", "2025-07-05", "text near the headline"))
        for lang, line in (
            ("de", "Letzte Änderung: 05.07.2025 · Online seit 02.07.2025"),
            ("it", "Ultimo aggiornamento: 5 luglio 2025 - Pubblicato: 2 luglio 2025"),
            ("tr", "Güncelleme Tarihi: 5 Temmuz 2025 Oluşturulma Tarihi: 2 Temmuz 2025"),
            ("en", "Updated: 05 Jul 2025, 11:00 AM IST | Published: 02 Jul 2025, 10:23 AM IST"),
            ("fi", "Torstai 2.7.2025 klo 10:23 (muokattu 5.7.2025)"),
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), CHANGES)
def test_a_change_is_told_from_the_appearance(
    given: dict[str, Any], expected: tuple[str, str | None, str | None], seen: list[dates.Dates]
) -> None:
    found = read(**given)
    assert (day(found.published_at), day(found.modified_at), seen[0].modified_from) == expected
    assert (seen[0].modified_confidence > 0) == (expected[1] is not None)


def test_a_change_that_stands_for_the_appearance_is_doubted(seen: list[dates.Dates]) -> None:
    read("<p>2 July 2025</p>")
    read("<p>Updated 2 July 2025</p>")
    assert seen[1].published_confidence < 0.7 < seen[0].published_confidence


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "By Ann Lee | Updated July 3, 2025 6:12 p.m. | Published July 2, 2025 9:30 a.m."),
        ("de", "Stand: 03.07.2025, 18:12 Uhr | Veröffentlicht am 02.07.2025, 9:30 Uhr"),
        ("ja", "2025年7月2日 9時30分 （更新 7月3日 18時12分）"),
        ("ko", "입력 2025.07.02 오전 9:30 수정 2025.07.03 오후 6:12"),
        ("nl", "woensdag 2 juli 2025, 09:30 - Bijgewerkt op 3 juli 2025, 18:12"),
    ],
)
@pytest.mark.parametrize("element", ["p", "p class=date", "div class=meta"])
def test_a_line_tells_the_appearance_and_the_change_in_any_order(lang, line, element):
    inner = f"<{element}>{line}</{element.split()[0]}>"
    assert changed(inner, lang=lang) == ("2025-07-02 09:30", "2025-07-03 18:12")


def test_what_readers_are_shown_completes_what_the_head_declares():
    line = "<p>02.07.2025 • 09:30 | Updated: 03.07.2025 • 18:12</p>"
    declared = "<meta name=dc.date.issued content=2025-07-02>"
    assert changed(line, declared) == ("2025-07-02 09:30", "2025-07-03 18:12")
    assert changed("<p>By Ann Lee</p>", declared) == ("2025-07-02 00:00", None)


def test_the_hour_of_a_change_is_not_that_of_the_publication():
    declared = "<meta name=dc.date.issued content=2025-07-02>"
    line = "<div><span class=label>Updated</span> <span class=timeinfo>7/2/2025 10:46 PM</span></div>"
    assert changed(line, declared, lang="en-US") == ("2025-07-02 00:00", "2025-07-02 22:46")


@pytest.mark.parametrize("told", ["<time>1 August 2025 11:58</time>", "Last updated: 1 August 2025, 11:58"])
def test_a_masthead_of_today_gives_neither_an_hour_nor_a_change(told):
    masthead = f"<div class=top>{told}</div><nav><a href=/w>World</a></nav>"
    noon = LATE.replace(hour=12)
    for at in ("2025-08-01", "2025-07-30T10:00:00Z"):
        head = f"<meta property=article:published_time content={at}>"
        found = read("<p>Ann Lee</p>", head=head, before=masthead, fetched_at=noon)
        assert found.published_at == datetime.fromisoformat(at).replace(tzinfo=UTC)
        assert found.modified_at is None


def test_an_hour_of_what_is_yet_to_come_is_not_that_of_the_publication():
    head = "<meta property=article:published_time content=2025-08-01>"
    found = read("<p>Concert: 1 August 2025, 19:00</p>", head=head, fetched_at=LATE.replace(hour=12))
    assert found.published_at == LATE


def test_a_sentence_about_what_was_changed_tells_no_change_of_the_article():
    declared = "<meta property=article:published_time content=2025-07-02T09:30:00+09:00>"
    told = "<p>Ann Lee</p><p>The law was amended on 3 July 2025.</p>"
    assert changed(told, declared) == ("2025-07-02 09:30", None)
    noted = "<p>Ann Lee</p><p>Last updated on 3 July 2025.</p>"
    assert changed(noted, declared) == ("2025-07-02 09:30", "2025-07-03 00:00")


def test_the_line_above_a_headline_that_is_called_a_teaser_by_itself_is_the_articles():
    line = (
        "<div class=teaser_meta><a href=/lee>Ann Lee</a> / 02.07.2025 / 09:30 / <a href=#foot>Photo</a></div>"
    )
    html = f"<html lang=de><title>A forum opens</title><p>News</p><div>{line}<h1>A forum opens</h1>{PARAGRAPH * 4}</div>"
    found = read_page(html.encode(), "https://news.example/a", fetched_at=LATE)
    assert isinstance(found, Article)
    assert day(found.published_at) == "2025-07-02"


@pytest.mark.parametrize(
    "beside",
    ["<li><a href=/b>Rain in the south of it</a> <span>28 July 2025</span>", "<li><b>8 July</b> Market day"],
)
def test_the_last_line_of_a_column_before_the_headline_dates_nothing(beside):
    column = f"<aside class=sidebar><h3>Latest</h3><ul>{beside}</ul></aside>"
    html = f"<html lang=en><title>A forum opens</title>{column}<article><h1>A forum opens</h1><p>Ann Lee</p>{PARAGRAPH * 4}</article>"
    found = read_page(html.encode(), "https://news.example/a", fetched_at=LATE)
    assert isinstance(found, Article)
    assert found.published_at is None


def test_the_moment_of_sending_is_no_date():
    def dates(at: datetime) -> tuple[datetime | None, datetime | None]:
        found = read(
            "<p>Ann Lee</p>", head=f'<meta http-equiv="last-modified" content="{format_datetime(at)}">'
        )
        return found.published_at, found.modified_at

    assert dates(LATE - timedelta(minutes=2)) == (None, None)
    assert dates(LATE - timedelta(days=2)) == (LATE - timedelta(days=2),) * 2


def test_a_line_that_tells_the_first_publication_is_believed_over_a_meta_of_the_last_change() -> None:
    head = "<meta name=date content=2025-07-05T11:20:00+02:00><meta name=last-modified content=2025-07-05T11:20:00+02:00>"
    cases = [
        (
            "Stand: 5.7.2025, 11:20 Uhr · Erstveröffentlichung: 3.7.2025, 06:01 Uhr · Lesezeit: 5 Min.",
            "2025-07-03",
        ),
        ("Stand: 5.7.2025, 11:20 Uhr · Erstveröffentlichung: 6.7.2025, 06:01 Uhr", "2025-07-05"),
        ("Stand: 5.7.2025, 11:20 Uhr · Erstveröffentlichung: 6.7.2019, 06:01 Uhr", "2025-07-05"),
        ("Stand: 5.7.2025, 11:20 Uhr · Förderung seit 3.7.2025", "2025-07-05"),
        ("Originally published 3 July 2025 | Updated 5 July 2025", "2025-07-03"),
        ("First published July 3, 2025", "2025-07-03"),
        ("First published: Thu 3 Jul 2025 11.00 BST, last modified on Sat 5 Jul 2025", "2025-07-03"),
        ("Originally published on Thursday, July 3, 2025. Updated July 5, 2025.", "2025-07-03"),
        ("Originally published 3 July 2025 on The Wave", "2025-07-05"),
        ("This article was first published on 3 July 2025 by The Wave", "2025-07-05"),
        ("The tide tables, first published 3 July 2025, sold well", "2025-07-05"),
        ("Publicado originalmente el 3 de julio de 2025 en El Puerto", "2025-07-05"),
        ("初出：2025年7月3日『月刊みなと』", "2025-07-05"),
    ]
    for line, at in cases:
        found = read(f"<p class=date>{line}</p>", head=head, lang="de", timezone="Europe/Berlin")
        assert day(found.published_at) == at, line


def test_a_day_that_a_page_says_it_was_published_is_believed_over_that_of_its_records_making() -> None:
    cases = [  # the meta's name, language, line, day
        ("DC.date.created", "pt", "Publicado em 05/07/2025 17h03 Atualizado em 08/07/2025 10h48", "2025-07-05"),
        ("created", "es", "Publicado: 5 de julio de 2025", "2025-07-05"),
        ("dcterms.created", "de", "Veröffentlicht am 5. Juli 2025", "2025-07-05"),
        ("DC.date.created", "fr", "Publié le 5 juillet 2025 à 9h00", "2025-07-05"),
        ("DC.date.created", "it", "Pubblicato il 5 luglio 2025", "2025-07-05"),
        ("DC.date.created", "pl", "Opublikowano: 5 lipca 2025", "2025-07-05"),
        ("DC.date.created", "ru", "Опубликовано: 5 июля 2025", "2025-07-05"),
        ("DC.date.created", "en", "Published 5 July 2025", "2025-07-05"),
        ("DC.date.created", "pt", "Atualizado em 05/07/2025 17h03", "2025-07-03"),
        ("DC.date.created", "en", "Published 1 July 2025", "2025-07-03"),  # in print before
        ("DC.date.created", "en", "The harbour opens 5 July 2025", "2025-07-03"),
        ("article:published_time", "en", "Published 5 July 2025", "2025-07-03"),
    ]  # fmt: skip
    wrong = []
    for name, lang, line, at in cases:
        head = f"<meta name='{name}' content='2025-07-03T09:11:10+02:00'>"
        found = read(f"<h1>Four boats</h1><div class=date>{line}</div>", head=head, lang=lang)
        if day(found.published_at) != at:
            wrong.append((name, line, day(found.published_at)))
    assert wrong == []


def test_a_day_on_which_something_else_was_published_is_not_believed_over_that_of_a_records_making() -> None:
    head = "<meta name=dcterms.created content=2025-07-03T10:00:00Z>"
    others = [
        "<p>The results will be published on 5 August 2025 at noon.</p>",
        "<aside><h3>More</h3><p><a href=/y>Three boats</a></p><p>Published: 9 July 2025</p></aside>",
        "<figure><img src=a.jpg><figcaption>Photo published on 9 July 2025</figcaption></figure>",
        f"{PARAGRAPH * 2}<div class=related><a href=/x>Three boats</a> <p>Published on 5 July 2025</p></div>",
        f"{PARAGRAPH * 2}<ul><li><a href=/x>Three boats</a> <span>Published 8 July 2025</span></ul>",
    ]
    found = [read(f"<h1>Four boats</h1>{other}", head=head).published_at for other in others]
    assert [day(at) for at in found] == ["2025-07-03"] * len(others)
    own = f"<h1>Four boats</h1>{PARAGRAPH}<div>Published: 5 July 2025</div>"
    assert day(read(own, head=head).published_at) == "2025-07-05"


def test_hour_and_its_unit_are_one_in_whatever_parts_a_date_is_written() -> None:
    cases = [
        ("July 3, 2025 10:30<small>pm</small>", "en", "2025-07-03T22:30"),
        ("<b>2025</b>年<b>7</b>月<b>3</b>日", "ja", "2025-07-03T00:00"),
        ("<b>2025</b>년 <b>7</b>월 <b>3</b>일", "ko", "2025-07-03T00:00"),
        ("3. Juli 2025, 14:05<span>Uhr</span>", "de", "2025-07-03T14:05"),
        ("July 3, 2025<span>Updated July 4, 2025</span>", "en", "2025-07-03T00:00"),
    ]
    found = []
    for line, lang, _ in cases:
        at = read(f"<h1>Four boats</h1><div class=date>{line}</div>", lang=lang).published_at
        found.append((line, lang, at and f"{at:%Y-%m-%dT%H:%M}"))
    assert found == cases
