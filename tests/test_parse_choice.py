"""What is served at an article's own address with its title in the head: choices of consent or money, log-ins with an offer, ways into the app, puzzles."""

from __future__ import annotations

from pathlib import Path

import yaml
from tables import each

from crawler.parse import read_page
from storage.records import Article, NotArticle

URL = "https://quaypost.example/2025/07/03/four-boats-for-the-islands"
TABLE = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))
ITS_HEAD = (
    "<title>Four boats for the islands – Quay Post</title><meta property=og:type content=article>"
    '<meta property=og:title content="Four boats for the islands"><meta property=og:description content="The harbour buys them in May.">'
)
DECLARED = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Four boats for the islands"}</script>'


def _read(language: str, heading: str, lines: list[str], head: str = ITS_HEAD) -> Article | NotArticle:
    told = "".join(f"<p>{line}</p>" for line in lines)
    page = f"<html lang={language}><head>{head}</head><body><div id=main><h1>{heading}</h1>{told}</div><footer><p>© Quay Post</p></footer></body></html>"
    return read_page(page.encode(), URL, announced=True)


@each("row", TABLE["choices"] + TABLE["standard"])
def test_a_choice_of_consent_or_money_is_no_article_whatever_the_head_declares(row: list[str]) -> None:
    language, heading, *lines = row
    for head in (ITS_HEAD, ITS_HEAD + DECLARED):
        got = _read(language, heading, lines, head)
        assert isinstance(got, NotArticle), got.text
        assert got.reason == "consent", f"{got.reason}: {got.detail}"


@each("row", TABLE["news"])
def test_news_of_consent_of_subscriptions_and_of_checks_are_articles(row: list[str]) -> None:
    language, heading, *lines = row
    got = _read(language, heading, lines, f"<title>{heading} – Quay Post</title>")
    assert isinstance(got, Article), f"{got.reason}: {got.detail}"
    assert lines[0] in got.text


def test_the_beginning_of_an_article_above_a_choice_stays_one() -> None:
    told = "The harbour buys four boats for the islands, the mayor said on Monday, and the first of them is to sail in May with thirty travellers on board."
    wrong = []
    for language, heading, *lines in TABLE["choices"] + TABLE["standard"]:
        got = _read(language, "Four boats for the islands", [told, heading, *lines])
        if not (isinstance(got, Article) and told in got.text):
            wrong.append((language, heading))
    assert wrong == []


def test_a_day_below_the_headline_makes_an_explainer_of_the_same_words_an_article() -> None:
    language, heading, *lines = TABLE["choices"][0]
    assert isinstance(_read(language, heading, lines), NotArticle)
    assert isinstance(_read(language, heading, ["3 July 2025", *lines]), Article)


def test_what_a_paper_tells_of_its_own_choice_under_the_headline_and_the_day_of_its_head_is_an_article() -> (
    None
):
    language, heading, *lines = TABLE["choices"][0]
    day = "<meta property=article:published_time content=2025-07-03>"
    own = f'<title>{heading}</title><meta property=og:title content="{heading}">{day}'
    assert isinstance(_read(language, heading, lines, own), Article)
    assert isinstance(_read(language, heading, lines, ITS_HEAD + day), NotArticle)


ASKS = "<form><input type=email><input type=password><button>OK</button></form>"
OFFER = "Since 1897 we have told of the islands for readers at home and abroad, and what you pay keeps reporters on every one of them, in winter as well. "


@each("row", TABLE["logins"])
def test_where_readers_log_in_is_no_article_however_much_it_offers(row: list[str]) -> None:
    heading, further = row
    title = f"<title>{heading} – Quay Post</title>"
    page = f"<html><head>{title}</head><body><main><h1>{heading}</h1>{ASKS}<h2>{further}</h2><p>{OFFER * 3}</p><p>{OFFER * 3}</p></main></body></html>"
    got = read_page(page.encode(), URL, announced=True)
    assert isinstance(got, NotArticle), got.text
    assert got.reason in ("login", "paywall"), f"{got.reason}: {got.detail}"
    dated = page.replace("</h1>", "</h1><p>3 July 2025</p>")
    assert isinstance(read_page(dated.encode(), URL, announced=True), Article)


STORES = "<div><a href=/1>App Store</a><a href=/2>Google Play</a></div>"
BETTER = "<p>News come sooner, and you hear them read aloud on the boat. They stay on the phone at sea as well, where nothing is received.</p>"


@each("heading", TABLE["apps"])
def test_a_call_into_the_app_over_the_buttons_of_stores_is_no_article(heading: str) -> None:
    def of(stores: str) -> Article | NotArticle:
        page = f"<html><head><title>Quay Post</title></head><body><main><h1>{heading}</h1>{BETTER}{stores}</main></body></html>"
        return read_page(page.encode(), URL, announced=True)

    got = of(STORES)
    assert isinstance(got, NotArticle), got.text
    assert got.reason == "paywall", f"{got.reason}: {got.detail}"
    assert isinstance(of("<div><a href=/1>App Store</a></div>"), Article)


@each("row", TABLE["checks"])
def test_a_puzzle_that_tells_readers_from_machines_is_no_article(row: list[str]) -> None:
    heading, *lines = row
    got = _read(
        "en",
        heading,
        [
            *lines,
            "Why do we ask? Something about your browser has caught our attention, and a machine may be at work.",
        ],
    )
    assert isinstance(got, NotArticle), got.text
    assert got.reason == "bot-wall", f"{got.reason}: {got.detail}"
