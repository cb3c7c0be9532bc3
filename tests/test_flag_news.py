"""Longer news by writers who knew none of the rules: how many forums, editions and false friends are told apart."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tables import table_of
from test_flag_cases import Case, cases_of

from crawler.flag import find_candidates, find_mentions, load_watchlist
from storage.records import Article

FIRST = tuple(cases_of(Path(__file__).with_suffix(".yaml")))
LATER = tuple(cases_of(Path(__file__).with_name("test_flag_news_later.yaml")))
PLAIN = tuple(cases_of(Path(__file__).with_name("test_flag_news_plain.yaml")))
NEWS = (*FIRST, *LATER, *PLAIN)
UNLISTED = Path(__file__).with_name("test_flag_news_unlisted.yaml")


def _shares(cases: Sequence[Case]) -> tuple[float, float, int]:
    """Forum F1, the share of editions that are right, and how many false friends are flagged."""
    watchlist = load_watchlist()
    right = wrong = missed = editions = told = friends = 0
    for case in cases:
        found = {(m.forum_id, str(m.edition)) for m in find_mentions(case.article, watchlist)}
        wanted = {(name.split()[0], name.split()[1]) for name in case.expected}
        named, meant = {forum for forum, _ in found}, {forum for forum, _ in wanted}
        right, wrong, missed = (
            right + len(named & meant),
            wrong + len(named - meant),
            missed + len(meant - named),
        )
        same = [place for place in wanted if place[0] in named]
        editions, told = editions + len(same), told + len(found.intersection(same))
        friends += not wanted and bool(found)
    return 2 * right / (2 * right + wrong + missed), told / editions, friends


def test_news_of_another_writer_is_flagged_as_he_meant() -> None:
    """What was reached, less one in a hundred: a rule that mends one text must not break three others."""
    f1, editions, friends = _shares(FIRST)
    assert len(FIRST) > 1090
    assert f1 >= 0.99
    assert editions >= 0.975
    assert friends <= 5  # of 494, two hundred of which were written to deceive


def test_news_of_four_later_writers_is_flagged_as_they_meant() -> None:
    f1, editions, friends = _shares(LATER)
    assert len(LATER) > 235
    assert f1 >= 0.985
    assert editions >= 0.9
    assert friends <= 1  # of 85


def test_plain_news_of_four_writers_is_flagged_as_they_meant() -> None:
    f1, editions, friends = _shares(PLAIN)
    assert len(PLAIN) > 240
    assert f1 >= 0.99
    assert editions >= 0.9
    assert friends == 0  # of 59


def test_unlisted_events_in_news_of_another_writer_are_proposed() -> None:
    watchlist = load_watchlist()
    found: dict[bool, list[bool]] = {True: [], False: []}
    for language, rows in table_of(UNLISTED).items():
        for row in rows:
            article = Article("https://example.org/a", row["title"], row["text"], language=language)
            found[bool(row["name"])].append(bool(find_candidates(article, watchlist)))
    assert (len(found[True]), len(found[False])) == (131, 100)
    assert sum(found[True]) >= 128
    assert sum(found[False]) <= 2
