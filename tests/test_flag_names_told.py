"""Names as the press writes them: something put into them, written on behind them, in small letters."""

from __future__ import annotations

from pathlib import Path

from test_flag_cases import cases_of

from crawler.flag import find_mentions, load_watchlist
from crawler.flag.names.found import MAX_PUT_IN
from crawler.flag.names.within import put_in
from storage.records import Article


def test_a_forum_is_known_by_the_words_of_the_press_and_a_look_alike_is_not() -> None:
    watchlist = load_watchlist()
    wrong = [
        (case.article.text, told, case.expected)
        for case in cases_of(Path(__file__).with_suffix(".yaml"))
        if (told := {f"{m.forum_id} {m.edition}" for m in find_mentions(case.article, watchlist)})
        != set(case.expected)
    ]
    assert not wrong


def test_the_quote_is_the_name_with_what_is_put_into_it() -> None:
    text = "La Conférence mondiale de 2026 sur l'économie numérique a ouvert à Beijing."
    (mention,) = find_mentions(Article("", "News", text, language="fr"), load_watchlist())
    assert mention.edition == 2026
    assert [quote.exact for quote in mention.evidence] == [
        "Conférence mondiale de 2026 sur l'économie numérique"
    ]


def test_what_is_put_into_a_name_is_a_year_before_a_word_that_goes_on_or_a_reading() -> None:
    cases = {
        "conférence mondiale 2026 sur l eau": [" 2026"],
        "conferencia mundial de 2025 de robots": [" de 2025"],
        "конференция 2025 года по ии": [" 2025 года"],
        "in 2026 the fair": [],
        "up to 2012 delegates on stage": [],
        "보아오(博鳌)포럼": ["(博鳌)"],
        "博鳌(ボアオ)论坛": ["(ボアオ)"],
        "boao (博鳌) forum": [],
        "论坛(gdec)": [],
    }
    wrong = [
        (text, found)
        for text, expected in cases.items()
        if (found := [text[first:last] for first, last in put_in(text)]) != expected
    ]
    assert not wrong


def test_a_text_of_nothing_but_years_is_looked_through_a_bounded_number_of_times() -> None:
    years = "conférence mondiale 2026 sur " * (2 * MAX_PUT_IN)
    text = years + "La Conférence mondiale 2026 sur l'économie numérique a ouvert à Beijing."
    assert not find_mentions(Article("", "News", text, language="fr"), load_watchlist())
    assert find_mentions(Article("", "News", text[len(years) :], language="fr"), load_watchlist())
