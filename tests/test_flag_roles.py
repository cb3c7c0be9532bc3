"""How much of an article is about a forum: its subject, a paragraph, or a clause, however a site sets its paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from test_flag_cases import Case, cases_of
from test_flag_news import NEWS

from crawler.flag import find_mentions, load_watchlist

ROLES = tuple(cases_of(Path(__file__).with_name("test_flag_news_roles.yaml")))
PAST = tuple(cases_of(Path(__file__).with_name("test_flag_roles_past.yaml")))
THERE = tuple(cases_of(Path(__file__).with_name("test_flag_roles_there.yaml")))
_SENTENCE = re.compile(r"(?<=[^\W\d_][.。!?।]) ?(?=[^\s\d»”\"])")


def _same(text: str) -> str:
    return text


def _a_paragraph_each(text: str) -> str:
    return _SENTENCE.sub("\n\n", text)


def _undivided(text: str) -> str:
    return text.replace("\n\n", " ")


def _roles(cases: Sequence[Case], change: Callable[[str], str] = _same) -> Counter[tuple[str, str]]:
    """(wanted, told) → how many."""
    watchlist = load_watchlist()
    out: Counter[tuple[str, str]] = Counter()
    for case in cases:
        wanted = {flag.split()[0]: role for flag, role in case.expected.items()}
        article = replace(case.article, text=change(case.article.text or ""))
        for mention in find_mentions(article, watchlist):
            named = f"{mention.forum_id} {mention.edition}"
            out[case.expected.get(named) or wanted.get(mention.forum_id) or "?", mention.role] += 1
    return out


@pytest.mark.parametrize("held", [False, True])
def test_a_paragraph_about_a_forum_is_told_from_a_clause(held: bool) -> None:
    told = _roles([case for case in ROLES if case.held == held])
    assert told["main", "main"] >= 9
    assert told["substantial", "substantial"] >= 18
    assert told["passing", "passing"] >= 6
    assert told["passing", "substantial"] + told["passing", "main"] <= 1


@pytest.mark.parametrize(("change", "least"), [(_a_paragraph_each, 28), (_undivided, 28)])
def test_how_a_site_sets_its_paragraphs_says_little(change: Callable[[str], str], least: int) -> None:
    told = _roles(ROLES, change)
    assert told["main", "main"] == 18
    assert told["substantial", "substantial"] >= least
    assert told["passing", "passing"] >= 15


def test_roles_of_earlier_news_are_as_their_writers_meant() -> None:
    """What was reached, less a few."""
    told = _roles(NEWS)
    assert told["main", "main"] >= 438
    assert told["substantial", "substantial"] >= 68
    assert told["passing", "passing"] >= 288


def test_a_clause_in_a_short_text_of_one_paragraph_is_passing() -> None:
    text = "该公司周四公布财报，销售额增长百分之九。首席执行官曾出席2025全球数字经济大会。公司抓住时机提高产能，各方反响良好。各方的观点认为利润将继续增长。需求上升，各方对其前景看好。公司也将扩大研发投入，计划在第三个国家建厂。"
    article = replace(
        ROLES[0].article, title="网络公司公布财报", text=text, published_at=datetime(2025, 7, 3, tzinfo=UTC)
    )
    assert [m.role for m in find_mentions(article, load_watchlist())] == ["passing"]


@pytest.mark.parametrize("cases", [PAST, THERE], ids=["its place or subject", "said there"])
def test_a_role_is_told_by_what_was_done_at_the_forum_and_by_its_title(cases: Sequence[Case]) -> None:
    watchlist = load_watchlist()
    wrong = [
        (case.article.title, told)
        for case in cases
        if (told := {f"{m.forum_id} {m.edition}": m.role for m in find_mentions(case.article, watchlist)})
        != case.expected
    ]
    assert not wrong
