"""Pages as Drupal prints them: all of it in a "dialog" canvas, fields with hidden labels, and a list of who sets cookies that is
longer than the article."""

from __future__ import annotations

from crawler.parse import read_page
from crawler.parse.page import labels
from storage.records import Article

TEXT = [
    "The ferry company said on Thursday that it would buy four electric boats for the crossing to the islands.",
    "Each of them carries two hundred passengers and is charged at the quay while the next one is boarding.",
    "The first boat is to be tested in the spring, when the old ones have to be taken out of service anyway.",
]
PURPOSES = [
    f"Purpose: provision of the maps of service {n}. Processing: connection data, data of your web browser and of the pages that you call up are collected and are stored on your device for up to two years."
    for n in range(30)
]


def read(
    popup: str,
    *,
    canvas: str = "dialog-off-canvas-main-canvas",
    head: str = "<h1>Four boats for the islands</h1>",
) -> str:
    body = "".join(f"<p>{line}</p>" for line in TEXT)
    field = f"<div class='field field--name-body field--type-text-with-summary field--label-hidden field__item'>{body}</div>"
    asked = "".join(
        f"<div class='service-details' style='display: none'><p>{line}</p></div>" for line in PURPOSES
    )
    page = (
        f"<html><head><title>Four boats for the islands</title></head><body><div class='{canvas}'><main>{head}<article class='node node--type-article'>"
        f"{field}</article></main></div><div class='{popup}'><h3>Settings</h3>{asked}</div></body></html>"
    )
    found = read_page(page.encode(), "https://news.example/node/20418")
    assert isinstance(found, Article), found
    return found.text


def test_a_list_of_who_sets_cookies_is_no_text_however_long_it_is() -> None:
    for popup in (
        "sp-dsgvo-privacy-popup container",
        "cookie-consent-modal",
        "onetrust-pc-sdk",
        "gdpr-overlay hidden",
    ):
        assert read(popup) == "\n".join(TEXT)
        assert read(popup, canvas="page") == "\n".join(TEXT)


def test_a_text_in_a_popup_that_holds_its_headline_is_one() -> None:
    body = "".join(f"<p>{line}</p>" for line in TEXT)
    page = f"<html><head><title>Four boats for the islands</title></head><body><div class='privacy-popup modal'><h1>Four boats for the islands</h1>{body}</div></body></html>"
    found = read_page(page.encode(), "https://news.example/node/20418")
    assert isinstance(found, Article)
    assert found.text == "\n".join(TEXT)


def test_that_a_label_is_hidden_hides_nothing_else_of_what_an_element_is_called() -> None:
    cases = {
        "field field--name-body field--label-hidden field__item": 0,
        "field field-name-body field-label-hidden": 0,
        "text-long--label-visually_hidden": 0,
        "view-related--label-hidden": labels.RELATED,
        "field--label-hidden visually-hidden": labels.HIDDEN,
        "field__label visually-hidden": labels.HIDDEN,
        "dialog-off-canvas-main-canvas": 0,
        "dialog dialog-off-canvas": labels.CONSENT,
    }
    told = labels.RELATED | labels.HIDDEN | labels.CONSENT
    assert {label: labels.signs(label) & told for label in cases} == cases
