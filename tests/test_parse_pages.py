"""Every kind of page that a reader of news meets → what is read out of it, and what is not."""

from __future__ import annotations

from time import process_time

import pytest
from pagekinds import ARTICLES, NO_ARTICLES, NOT_FOUND, ONLY_IN_DATA, PARTIAL, WHOLE, not_found
from pagesamples import FURNITURE, STORIES, URL, Sample, furnished, page, paragraphs, story
from tables import each

from crawler.parse import Article, read_page
from crawler.parse.pages import join_pages
from storage.records import NotArticle

LIVE_IN_DATA = "a live blog, its posts in JSON-LD"


def read(sample: Sample) -> Article:
    found = read_page(sample.body, sample.url)
    assert isinstance(found, Article), found
    return found


def holds(sample: Sample) -> Article:
    """The article, once its text holds what it must and nothing that it must not."""
    found = read(sample)
    missing = [line for line in sample.must if line not in found.text]
    kept = [line for line in sample.never if line in found.text]
    assert (missing, kept) == ([], [])
    if sample.title:
        assert found.title == sample.title
    return found


@each("name", list(FURNITURE))
def test_what_stands_around_a_story_is_not_its_text(name: str) -> None:
    holds(furnished(name))


@each("language", STORIES)
def test_a_story_is_read_paragraph_by_paragraph(language: str) -> None:
    title, *texts = STORIES[language]
    found = read(Sample(story(language), ()))
    assert (found.title, found.text.split("\n"), found.language) == (title, texts, language)
    assert (found.kind, found.partial, found.next_page) == ("article", False, None)


@each("name", [name for name in ARTICLES if name != LIVE_IN_DATA])
def test_every_kind_of_article_keeps_its_text(name: str) -> None:
    holds(ARTICLES[name])


@each("name", list(ONLY_IN_DATA))
def test_a_text_that_stands_only_in_data_is_found(name: str) -> None:
    language, html = ONLY_IN_DATA[name]
    texts = STORIES[language][1:]
    told = read(Sample(html, ())).text.split("\n")
    assert told[: len(texts)] == list(texts)
    assert set(told) == set(texts)


def test_what_no_text_can_hold_is_left_out_of_data() -> None:
    language, html = ONLY_IN_DATA["blocks of an editor"]
    first = STORIES[language][1]
    html = html.replace(first, first[:9] + "\\ud800\\u0000\\u200be\\u0301" + first[9:])
    assert read(Sample(html, ())).text.split("\n")[0] == first[:9] + "é" + first[9:]


def test_the_rest_that_a_button_would_show_is_taken_from_data() -> None:
    title, *texts = STORIES["en"]
    rest = [text.replace("The", "That") for text in texts] * 2
    node = {"@type": "NewsArticle", "headline": title, "articleBody": "\n".join((*texts, *rest))}
    html = page(f"<article><h1>{title}</h1>{paragraphs(tuple(texts[:4]))}</article>", ld=node)
    assert read(Sample(html, ())).text.split("\n") == [*texts, *rest]


@each("name", list(PARTIAL))
def test_what_is_shown_of_a_closed_article_is_kept_and_marked(name: str) -> None:
    assert holds(PARTIAL[name]).partial


@pytest.mark.parametrize("name", list(WHOLE))
def test_a_whole_article_is_not_marked_as_partial(name: str) -> None:
    assert not holds(WHOLE[name]).partial


@each(
    ("name", "kind"),
    [
        ("a live blog", "live"),
        (LIVE_IN_DATA, "live"),
        ("a gallery", "gallery"),
        ("an interview", "article"),
        ("AMP", "article"),
    ],
)
def test_the_kind_of_an_article_is_known(name: str, kind: str) -> None:
    assert read(ARTICLES[name]).kind == kind


def test_a_live_blog_whose_posts_stand_in_data_keeps_them() -> None:
    holds(ARTICLES[LIVE_IN_DATA])


def test_an_amp_page_names_its_original() -> None:
    assert read(ARTICLES["AMP"]).canonical_url == URL


@each("name", list(NO_ARTICLES))
def test_a_page_that_is_no_article_says_what_it_is(name: str) -> None:
    reason, url, html = NO_ARTICLES[name]
    found = read_page(html.encode(), url)
    assert isinstance(found, NotArticle), found
    assert found.reason == reason


@each("language", NOT_FOUND)
def test_a_page_that_is_gone_says_so_in_any_language(language: str) -> None:
    found = read_page(not_found(language).encode(), URL)
    assert isinstance(found, NotArticle), found
    assert found.reason == "not-found"


@each(
    ("title", "sentence"),
    [
        ("Missing plane not found", "The search for the missing plane was called off on Monday night."),
        (
            "Why cookies crumble",
            "Cookies crumble because butter melts at a lower temperature than sugar does.",
        ),
        (
            "Access to the harbour denied",
            "Three ships were denied access to the harbour on Monday because of a strike.",
        ),
        (
            "404 guests at the forum",
            "The forum counted 404 guests on its first day, forty more than last year.",
        ),
        (
            "Ministers sign in Rome",
            "Ministers of nine countries signed the treaty on cables in Rome on Monday.",
        ),
        (
            "Just a moment of silence",
            "The forum began with a moment of silence for the crew of the lost ferry.",
        ),
    ],
)
def test_news_that_sounds_like_an_error_is_news(title: str, sentence: str) -> None:
    html = page(f"<article><h1>{title}</h1><p>{sentence}</p></article>", title=title)
    assert sentence in read(Sample(html, ())).text


NEXT_PAGES: dict[str, tuple[str, str, str | None]] = {  # name → address, markup, the next page
    "a number in the query": (URL, '<a href="?page=2">2</a>', f"{URL}?page=2"),
    "a number behind a slash": (URL, f'<a href="{URL}/2">2</a>', f"{URL}/2"),
    "a word before it": (URL, f'<a href="{URL}/seite-2">Weiter</a>', f"{URL}/seite-2"),
    "a number before the ending": (
        "https://news.example/c/20250703_48120.html",
        '<a href="20250703_48120_2.html">下一页</a>',
        "https://news.example/c/20250703_48120_2.html",
    ),
    "a number behind a counted name": (
        "https://news.example/2511/news101.html",
        '<a href="news101_2.html">次のページ</a><a href="news102.html">2</a>',
        "https://news.example/2511/news101_2.html",
    ),
    "the third page": (f"{URL}/2", f'<a href="{URL}">1</a><a href="{URL}/3">3</a>', f"{URL}/3"),
    "the third by its query": (f"{URL}?page=2", f'<a href="{URL}?page=3">3</a>', f"{URL}?page=3"),
    "the last page": (f"{URL}/3", f'<a href="{URL}/2">2</a>', None),
    "no other page": (URL, '<a href="/tech/2025/07/03/another">another</a>', None),
    "the next article": (URL, '<link rel="next" href="/tech/2025/07/02/the-day-before-the-forum">', None),
    "the next number of an article": (
        "https://news.example/news/12",
        '<a rel="next" href="https://news.example/news/13">Next</a>',
        None,
    ),
    "a page of comments": (URL, f'<a href="{URL}/comment-page-2">Older</a>', None),
    "another host": (URL, f'<a href="{URL.replace("news", "other")}/2">2</a>', None),
    "the same words again, numbered by the system": (URL, f'<a href="{URL}-2">Forum opens</a>', None),
}


@each("name", NEXT_PAGES)
def test_the_page_on_which_an_article_goes_on_is_found_and_no_other(name: str) -> None:
    url, markup, address = NEXT_PAGES[name]
    assert read(Sample(story("en", after=f"<div>{markup}</div>"), (), url=url)).next_page == address


def test_the_pages_of_an_article_become_one() -> None:
    title, *texts = STORIES["en"]
    first, second = (
        read(Sample(page(f"<article><h1>{title}</h1>{paragraphs(tuple(part))}</article>"), ()))
        for part in (texts[:3], (texts[0], *texts[3:]))
    )
    joined = join_pages(first, [second])
    assert joined.text.split("\n") == texts
    assert (joined.title, joined.next_page) == (title, None)


SCRIPTS = {
    "quotes": '"' * 500_000,
    "escapes": "x='" + "\\'" * 300_000,
    "open lists": "a=[[[" * 100_000,
    "signs": "= " * 500_000,
    "scripts": "<script>" * 50_000,
    "ends": "</" * 500_000,
    "strings": ('"' + "One sentence. " * 20 + '",') * 5_000,
    "numbers": "x=[" + "1," * 500_000,
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_without_an_article_are_left_in_time(name: str) -> None:
    html = f"<html><body><div id=app></div><script>{SCRIPTS[name]}</script></body></html>".encode()
    before = process_time()
    read_page(html, URL)
    assert process_time() - before < 5  # seconds; a tenth of one is usual
