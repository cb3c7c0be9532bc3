"""The rest of an article that stands in a part called a paywall is text; the offer beside it is none."""

from __future__ import annotations

import pytest
from tables import each

from crawler.parse import read_page
from storage.records import Article

TEXT = [
    "The ferry company said on Thursday that it would buy four electric boats for the crossing to the islands.",
    "Each of them carries two hundred passengers and is charged at the quay while the next one is boarding.",
    "The first boat is to be tested in the spring, when the old ones have to be taken out of service anyway.",
    "The harbour master expects fewer complaints about noise, and a longer queue for the electricians.",
    "“Nobody asked us,” said Tom Ray, who has run the old diesel for thirty years.",
    "The council will vote on the quay, and on its price of 2 million euros, next week.",
]
OFFERS = [
    "<div class=paywall-offer><h3>Read on with a subscription</h3><p>Twelve months of harbour news for the price of a coffee.</p><a href=/s>Choose a plan</a></div>",
    "<div class='premium-content'><h3>Harbour Plus</h3><p>All of the quay, every day, for one euro in the first month and six thereafter.</p><button>Try it</button></div>",
    "<div class=paywall><p>You have read three articles this month. Subscribe to continue reading.</p><p>Already a subscriber? Log in</p></div>",
    "<div class=subscriber-only><ul><li><a href=/1>Premium: the captain who never slept at all</a></li><li><a href=/2>Premium: a quay for sale, and nobody wants it</a></li></ul></div>",
    "<div class=paywall><form><p>Enter your address and read on for free this month.</p><input type=email></form></div>",
    "<div class=subscriber-box><p>Our subscribers make the harbour news possible. Thank you for being one of them!</p></div>",
    "<div class=paywall-message><p>This report took three people four weeks. It is paid for by readers like you, and by nobody else.</p></div>",
    "<div class=paywall><p>This article is for our members, and for nobody else in the harbour.</p><p>Become one for 5 € a month, and read all that we write about the quay.</p></div>",
    "<div class='premium'><h2>Harbour Plus</h2><p>The best of the quay, picked by its captains.</p><p>No advertisements, no waiting, no engines.</p></div>",
    "<div class=members-only><p>Members read this article in full. Already a member? Sign in to continue reading.</p><p>It takes a minute, and it costs nothing at all in the first week.</p></div>",
    "<div class=paywall><p>Dieser Artikel ist Teil unseres Plus-Angebots für alle am Hafen.</p><p>Vier Wochen kostenlos, danach 9,99 Euro im Monat, jederzeit kündbar.</p></div>",
    "<div class=paywall><p>Este contenido es solo para suscriptores de El Puerto.</p><p>Primer mes por 1 euro, y luego 9,99 euros al mes, sin permanencia alguna.</p></div>",
    "<div class=paywall><p>Questo articolo è riservato agli abbonati del Giornale del Porto.</p><p>Il primo mese a 1 euro, poi 9,99 euro al mese, e si disdice quando si vuole.</p></div>",
    "<div class=paywall><p>Bu yazı yalnızca Liman Postası abonelerine açıktır, her ekranda.</p><p>İlk ay 1 lira, sonra ayda 49 lira, istediğiniz zaman iptal edebilirsiniz.</p></div>",
    "<div class=paywall><p>이 기사는 항구신문 유료 회원만 읽을 수 있습니다. 첫 달은 백 원입니다.</p><p>다음 달부터는 월 구천구백 원이며 언제든지 해지할 수 있습니다.</p></div>",
]  # fmt: skip
WALLS = ["paywall", "premium-content", "subscriber-only", "article__premium", "members-only", "content-paywalled", "piano-content", "sub-only subscriber_content", "Paywall_wrapper__x1Y"]  # fmt: skip


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def text_of(inner: str) -> list[str]:
    page = f"<html lang=en><head><title>Four boats</title></head><body><article><h1>Four boats</h1>{inner}</article></body></html>"
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found
    return found.text.split("\n")


@pytest.mark.parametrize("name", WALLS)
@pytest.mark.parametrize("first", [2, 3, 4])
def test_the_rest_of_a_text_behind_a_wall_that_hides_nothing_is_read(name: str, first: int) -> None:
    rest = f"<div class='{name}'>{paragraphs(TEXT[first:])}</div>"
    for holder in ("{}{}", "<div class=c>{}</div>{}", "<div class=c>{}{}</div>"):
        assert text_of(holder.format(paragraphs(TEXT[:first]), rest)) == TEXT


def test_a_text_whose_every_paragraph_is_walled_by_itself_is_read() -> None:
    open_ = "".join(f"<div class=subscriber-preview><p>{text}</p></div>" for text in TEXT[:2])
    walled = "".join(f"<div class=subscriber-only><p>{text}</p></div>" for text in TEXT[2:])
    assert text_of(f"<div class=body>{open_}<div class=ad>Advertisement</div>{walled}</div>") == TEXT


@each("offer", OFFERS)
def test_an_offer_in_the_place_of_the_rest_is_no_text(offer: str) -> None:
    assert text_of(f"<div class=c>{paragraphs(TEXT)}</div>{offer}") == TEXT
    assert text_of(f"<div class=c>{paragraphs(TEXT[:3])}</div>{offer}") == TEXT[:3]


@each("offer", OFFERS)
def test_an_offer_beside_the_walled_rest_is_no_text(offer: str) -> None:
    rest = f"<div class=paywall>{paragraphs(TEXT[2:])}</div>"
    assert text_of(f"{paragraphs(TEXT[:2])}{offer}{rest}") == TEXT
    assert text_of(f"{paragraphs(TEXT[:2])}{rest}{offer}") == TEXT
