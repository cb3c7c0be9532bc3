"""What a site answers in place of an article, in its own words; and what papers tell of such answers, in as few."""

from __future__ import annotations

from pathlib import Path

import yaml
from tables import each

from crawler.parse import read_page
from storage.records import Article, NotArticle, NotArticleReason

URL = "https://quaypost.example/2025/07/03/new-crane-on-the-quay"
BEHIND = "<h2>Read</h2><div><a href=/1><h3>A second crane for the islands</h3></a><p>It lifts eleven tons.</p></div>"
TABLE = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))
REASONS: dict[str, tuple[NotArticleReason, ...]] = {
    "region": ("bot-wall", "not-found", "error-page"),
    "works": ("error-page", "bot-wall"),
    "busy": ("error-page", "bot-wall"),
    "robot": ("bot-wall",),
    "app": ("paywall",),
    "age": ("login",),
    "embargo": ("error-page", "login"),
    "withdrawn": ("not-found",),
}


def _read(heading: str, lines: list[str], head: str = "") -> Article | NotArticle:
    told = "".join(f"<p>{line}</p>" for line in lines)
    page = (
        f"<html><head><title>{heading} – Quay Post</title>{head}</head><body><header><a href=/>Quay Post</a><nav><ul><li><a href=/h>Harbour</a>"
        f"<li><a href=/t>Town</a></ul></nav></header><main><h1>{heading}</h1>{told}</main>{BEHIND}<footer><p>© Quay Post</p></footer></body></html>"
    )
    return read_page(page.encode(), URL, announced=True)


@each("row", TABLE["notices"])
def test_what_a_site_says_in_place_of_an_article_is_none_though_a_feed_announced_it(row: list[str]) -> None:
    kind, heading, *lines = row
    got = _read(heading, lines)
    assert isinstance(got, NotArticle), got.text
    assert got.reason in REASONS[kind], f"{got.reason}: {got.detail}"


@each("row", TABLE["news"])
def test_news_of_closed_sites_and_barred_pages_are_articles(row: list[str]) -> None:
    heading, *lines = row
    got = _read(heading, lines)
    assert isinstance(got, Article), f"{got.reason}: {got.detail}"
    assert lines[0] in got.text


def test_a_day_below_the_headline_or_a_declared_article_tells_news_in_any_words() -> None:
    said = "We are sorry to say that for reasons which our lawyers know best the content which stood here is not available in your region."
    assert isinstance(_read("Back in a tick", [said]), NotArticle)
    assert isinstance(_read("Back in a tick", ["3 July 2025", said]), Article)
    declared = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Back in a tick", "datePublished": "2025-07-03"}</script>'
    assert isinstance(_read("Back in a tick", [said], declared), Article)


def test_what_may_not_be_played_where_one_is_makes_a_short_article_no_notice() -> None:
    told = "The new crane on the quay lifts eleven tons and was bought from the islands, the harbour master said."
    assert isinstance(_read("Crane lifts", ["This video is not available in your country.", told]), Article)


def test_a_long_text_that_begins_like_a_notice_is_an_article() -> None:
    said = "This content is not available in your region."
    told = [
        f"Reader number {n} of the islands met that line on a page of the harbour and wrote to us about it."
        for n in range(12)
    ]
    assert isinstance(_read("What readers see", [said, *told]), Article)


def test_what_asks_to_switch_a_blocker_off_below_a_text_takes_it_nothing() -> None:
    told = "The new crane on the quay lifts eleven tons and was bought from the islands, the harbour master said, who had waited for it since the winter before last."
    asks = "Please disable your ad blocker to support the harbour's paper."
    assert isinstance(_read("Ad blocker detected", [asks]), NotArticle)
    assert isinstance(_read("Crane lifts eleven tons", [told, told[::-1], asks]), Article)
