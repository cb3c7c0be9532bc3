"""Short news of our own, in many languages: the unlisted events that must be proposed, and what must not be."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from tables import each, table_of

from crawler.flag import find_candidates, load_watchlist
from crawler.flag.candidates import words
from crawler.flag.candidates.event_key import key_of
from crawler.flag.candidates.scanners import event_words
from storage.records import Article, Candidate


class Case(NamedTuple):
    """One article, the names that must be proposed, and the year of their edition where it tells one."""

    article: Article
    names: tuple[str, ...]
    year: int | None
    held: bool


def _cases() -> Iterator[Case]:
    own, news = (
        Path(__file__).with_suffix(".yaml"),
        Path(__file__).with_name("test_flag_candidates_news.yaml"),
    )
    tables = [table_of(path) for path in (own, news)]
    for language, rows in (item for table in tables for item in table.items()):
        for row in rows:
            article = Article("https://example.org/a", row["title"], row["text"], language=language[:2])
            names = tuple(name for name in row["names"].split("; ") if name)
            yield Case(article, names, row.get("year"), row.get("set") == "held")


CASES = tuple(_cases())
UNLISTED = [case for case in CASES if case.names]
ALIKE = [case for case in CASES if not case.names]


def proposed(article: Article) -> tuple[Candidate, ...]:
    return find_candidates(article, load_watchlist())


def article(text: str, title: str = "x", language: str = "en") -> Article:
    return Article("https://example.org/a", title, text, language=language)


@each("case", UNLISTED)
def test_an_unlisted_event_is_proposed_by_its_name(case: Case) -> None:
    found = proposed(case.article)
    assert sorted(candidate.name for candidate in found) == sorted(case.names)
    assert case.year is None or [candidate.edition for candidate in found] == [case.year]


@each("case", ALIKE)
def test_what_only_looks_alike_is_not_proposed(case: Case) -> None:
    assert proposed(case.article) == ()


def test_a_name_alone_among_brackets_of_a_known_forum_is_that_forum() -> None:
    assert (
        proposed(article("人工智能向善全球峰会（AI for Good Global Summit）在日内瓦举行。", language="zh"))
        == ()
    )
    assert (
        proposed(article("AI for Good Global Summit (人工智能向善全球峰会)在日内瓦举行。", language="zh"))
        == ()
    )


@each(
    ("one", "other"),
    [
        ("the 3rd asia data forum 2026", "asia data forum"),
        ("asia data forum", "asia  data forum"),
        ("cumbre andina de inteligencia artificial", "cumbre andina de inteligencia artificial"),
        ("conférence francophone", "conference francophone"),
        ("каспийском форуме данных", "каспийский форум данных"),
        ("norddeutschen ki konferenz", "norddeutsche ki konferenz"),
        ("المنتدى العربي للبيانات", "منتدى العربي للبيانات"),
        ("동북아 데이터 포럼", "동북아데이터포럼"),
        ("第三届亚太数据论坛", "亚太数据论坛"),
    ],
)
def test_one_event_has_one_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other) != ""


def test_names_of_other_events_have_other_keys() -> None:
    names = ("asia data forum", "asia data week", "africa data forum", "亚太数据论坛", "亚太数据峰会")
    assert len({key_of(name) for name in names}) == len(names)


def test_every_quote_stands_where_it_says() -> None:
    for case in UNLISTED:
        for candidate in proposed(case.article):
            assert candidate.key
            assert 0 < candidate.score <= 0.95
            for quote in candidate.evidence:
                text = getattr(case.article, quote.field)
                assert text[quote.start : quote.end] == quote.exact != ""
                assert text[: quote.start].endswith(quote.prefix)
                assert text[quote.end :].startswith(quote.suffix)


def test_an_event_named_again_and_again_is_one_candidate() -> None:
    (found,) = proposed(
        article("The 3rd Asia Data Forum opened. " + "At the Asia Data Forum, he spoke. " * 50)
    )
    assert (found.name, len(found.evidence)) == ("Asia Data Forum", 5)
    assert found.score > proposed(article("The Asia Data Forum opened."))[0].score


def test_an_article_proposes_a_handful_at_most() -> None:
    towns = ("Aba", "Bida", "Cebu", "Dili", "Edea", "Faro", "Gaza", "Homs", "Ipoh", "Jena")
    text = " ".join(f"The {town} Data Summit 2027 opened on Monday." for town in towns)
    assert len(proposed(article(text))) == 5


def test_a_headline_of_capitals_is_believed_where_the_text_agrees() -> None:
    title = "Ministers From Twelve Nations Praise Asia Data Summit For Quick Agreement"
    assert proposed(article("It rained all day.", title)) == ()
    (found,) = proposed(article("The Asia Data Summit closed on Friday.", title))
    assert found.name == "Asia Data Summit"


HOSTILE: dict[str, Callable[[int], str]] = {  # of n thousandths of a megabyte, made where they are tried
    "one name": lambda n: "The 3rd Asia Data Forum 2026 opened in Accra. " * (22 * n),
    "event words": lambda n: "Forum Summit Congress " * (45 * n),
    "domain words": lambda n: "Digital Data AI " * (60 * n),
    "one long name": lambda n: "Asia Data " * (100 * n) + "Forum",
    "Chinese": lambda n: "亚太数据论坛" * (170 * n),
    "Thai": lambda n: "การประชุมดิจิทัล" * (60 * n),
    "Korean": lambda n: "데이터 포럼 " * (140 * n),
    "Arabic": lambda n: "منتدى البيانات العربي " * (45 * n),
    "control characters": lambda n: "Asia\x00 Data\x1b Forum\x07 opened " * (30 * n),
    "right to left": lambda n: "\u202eAsia Data Forum\u202c opened \u2067" * (30 * n),
    "lone halves": lambda n: "Asia Data Forum \ud800 opened " * (30 * n),
    "quotes": lambda n: "форум «" * (140 * n),
    "names known without a kind of event": lambda n: "Futurecom 2026 " * (67 * n),
    "quoted years": lambda n: "「Zorg 2025」digital forum " * (40 * n),
    "editions of": lambda n: "a 25ª edição do Zap forum digital " * (30 * n),
    "short years": lambda n: "Impact'26 digital forum " * (42 * n),
    "one name of ampersands": lambda n: "A&A" * (330 * n) + " x '26 digital forum",
    "names with small quotes": lambda n: "'Zo 2025' " * (100 * n),
    "ordinals": lambda n: "3rd annual of the " * (55 * n) + "Asia Data Forum",
}


@pytest.mark.parametrize(("n", "most_s"), [(100, 1.5), pytest.param(1000, 3, marks=pytest.mark.slow)])
@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_megabyte_takes_bounded_time(what: str, n: int, most_s: float) -> None:
    hostile = article(HOSTILE[what](n))
    proposed(article("first"))
    began = time.process_time()
    found = proposed(hostile)
    assert time.process_time() - began < most_s
    assert len(found) <= 5
    for candidate in found:
        for quote in candidate.evidence:
            assert hostile.text[quote.start : quote.end] == quote.exact


def test_the_table_covers_languages_and_what_looks_alike() -> None:
    assert len(CASES) >= 160
    assert len(ALIKE) * 3 >= len(CASES)
    assert len({case.article.language for case in UNLISTED}) >= 14


def test_an_event_word_is_found_in_whatever_signs_the_text_around_it_is_written() -> None:
    listed = sorted({word.rstrip("*") for word in words.TABLES["EVENTS"]})
    missed = []
    for word in listed:
        text = f"at the {word} of a town"
        alone, among = ([(start, end) for _, start, end in event_words(told)] for told in (text, f"{text} и"))
        missed += [word] if not alone or alone != among else []
    assert missed == []
