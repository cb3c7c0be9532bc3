"""Evidence is exact whatever the text, and hostile texts cost little."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.flag import find_mentions, load_watchlist
from storage.records import Article, Mention

NAMES = [name for forum in load_watchlist().forums.values() for name in forum.all_names]
NOISE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("  \n\u200b\u00ad’“”()，。\u0301\u0e48\u0e4d\u0640\u064eé数據ﬁﷺ 202568๒๕\x00\x02"),
    ),
    max_size=12,
)
PIECES = st.lists(
    st.one_of(
        st.sampled_from(NAMES),
        NOISE,
        st.sampled_from(["2025", "ครั้งที่ 5", "第五届", "5th", "in Beijing", "Las Vegas", "opened", "2025年"]),
    ),
    max_size=12,
)
PUBLISHED = datetime(2025, 7, 3, tzinfo=UTC)
WORDS = ("lamp river quiet bread window slowly blue seven paper garden " * 40).strip()


def article(text: str, title: str = "", summary: str | None = None) -> Article:
    return Article(
        url="https://example.org/a", title=title, text=text, summary=summary, published_at=PUBLISHED
    )


def assert_exact(found: tuple[Mention, ...], told: Article) -> None:
    for mention in found:
        assert mention.evidence
        for quote in mention.evidence:
            text = getattr(told, quote.field)
            assert text[quote.start : quote.end] == quote.exact != ""
            assert text[: quote.start].endswith(quote.prefix)
            assert text[quote.end :].startswith(quote.suffix)
            assert len(quote.prefix) <= 40
            assert len(quote.suffix) <= 40
            assert quote.rule.rpartition("/")[2].isdecimal(), "a rule names its version"


def test_of_many_quotes_the_strongest_are_kept_in_the_order_of_the_article() -> None:
    text = (
        "At the Consumer Electronics Show in Las Vegas CES opened. " + "CES went on, and CES drew more. " * 9
    )
    told = article(text + "Then came the end of the Consumer Electronics Show in Las Vegas.")
    (mention,) = find_mentions(told, load_watchlist())
    assert mention.evidence[-1].exact == "Consumer Electronics Show in Las Vegas"
    assert len(mention.evidence) == 10
    assert [quote.start for quote in mention.evidence] == sorted(quote.start for quote in mention.evidence)


@settings(max_examples=300, deadline=None)
@given(PIECES, PIECES, PIECES)
def test_a_quote_is_the_slice_it_says(title: list[str], summary: list[str], text: list[str]) -> None:
    told = article("".join(text), " ".join(title), "".join(summary) or None)
    assert_exact(find_mentions(told, load_watchlist()), told)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(NAMES), st.integers(0, 400))
def test_text_without_names_changes_no_mention(name: str, cut: int) -> None:
    said = f"It was said at the {name} 2025, where delegates met."
    few = find_mentions(article(said), load_watchlist())
    many = find_mentions(article(f"{said}\n\n{WORDS[: 400 + cut]}\n\n{WORDS}"), load_watchlist())
    assert [(m.forum_id, m.edition) for m in few] == [(m.forum_id, m.edition) for m in many]
    assert [q.exact for m in few for q in m.evidence] == [q.exact for m in many for q in m.evidence]


HOSTILE: tuple[Callable[[int], str], ...] = (  # of n thousandths of a megabyte, made where they are tried
    lambda n: "GDEC 2025 in Beijing opened. " * (36 * n),
    lambda n: "全球数字经济大会2025" * (80 * n),
    lambda n: "des ces des ces " * (65 * n),
    lambda n: "Davos CES WIC MWC LEAP GAIN IGF 2025 Las Vegas Barcelona expo " * (16 * n),
    lambda n: "Global Digital Economy City Alliance " * (28 * n),
    lambda n: "的" * (1000 * n),
    lambda n: "e\u0301" * (500 * n),
    lambda n: "เ" * (1000 * n),
    lambda n: "\x00\u202e\ud800" * (330 * n),
    lambda n: "中" + " (a" * (330 * n) + "，é",
    lambda n: "中 quán" * (200 * n) + "，",
    lambda n: "全球数字经济大会" + "（" * (500 * n) + "，á",
    lambda n: "GDEC (" * (160 * n),
    lambda n: "the " * (250 * n) + "GDEC",
    lambda n: "(" * (500 * n) + ")" * (500 * n),
    lambda n: "1st 2nd 3rd 2025 2026 " * (45 * n),
    lambda n: "de la de la the of annual edition GDEC " * (25 * n),
    lambda n: "all in one line " * (62 * n) + "Mobile World Congress 2025",
)


@pytest.mark.parametrize(("n", "most_s"), [(100, 2), pytest.param(1000, 6, marks=pytest.mark.slow)])
@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: ascii(hostile(1)[:16]))
def test_a_megabyte_is_bounded(hostile: Callable[[int], str], n: int, most_s: float) -> None:
    text = hostile(n)
    told = article(text, title=text[:300])
    began = time.process_time()
    found = find_mentions(told, load_watchlist())
    assert time.process_time() - began < most_s  # a third of a second for a megabyte is usual
    assert_exact(found, told)
    assert all(len(mention.evidence) <= 12 for mention in found)


def test_a_name_after_many_common_words_is_still_seen() -> None:
    told = article("des amis et ces voisins, " * 4_000 + "au Mobile World Congress 2025 de Barcelone.")
    assert [(m.forum_id, m.edition) for m in find_mentions(told, load_watchlist())] == [
        ("mwc-barcelona", 2025)
    ]


def test_nothing_is_found_in_nothing() -> None:
    assert find_mentions(article("", "", ""), load_watchlist()) == ()
