"""Short news of our own, in many languages: the forums, editions and roles that must be flagged in each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tables import each, table_of

from crawler.flag import find_mentions, load_watchlist
from storage.records import Article, Mention


class Case(NamedTuple):
    """One article, and what is expected of it: "forum edition" → role, or None where any will do."""

    article: Article
    expected: dict[str, str | None]
    held: bool


def cases_of(path: Path) -> Iterator[Case]:
    for language, rows in table_of(path).items():
        for row in rows:
            day = row.get("day")
            article = Article(
                url="https://example.org/a",
                title=row["title"],
                text=row["text"],
                language=language,
                published_at=datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None,
            )
            flags = [flag.split() for flag in row["flags"].split(", ") if flag]
            expected = {" ".join(flag[:2]): flag[2] if len(flag) > 2 else None for flag in flags}
            yield Case(article, expected, row.get("set") == "held")


MORE = Path(__file__).with_name("test_flag_cases_more.yaml")
TONGUES = Path(__file__).with_name("test_flag_cases_tongues.yaml")
CASES = (*cases_of(Path(__file__).with_suffix(".yaml")), *cases_of(MORE), *cases_of(TONGUES))
HITS = [case for case in CASES if case.expected]
FALSE_FRIENDS = [case for case in CASES if not case.expected]


@cache
def flagged(article: Article) -> dict[str, Mention]:
    """Of each article once: quotes are looked at in all of them again."""
    return {f"{m.forum_id} {m.edition}": m for m in find_mentions(article, load_watchlist())}


@each("case", HITS)
def test_a_forum_and_its_edition_are_named(case: Case) -> None:
    found = flagged(case.article)
    assert set(found) == set(case.expected)
    for name, role in case.expected.items():
        assert role is None or found[name].role == role


@each("case", FALSE_FRIENDS)
def test_a_false_friend_is_not_flagged(case: Case) -> None:
    assert flagged(case.article) == {}


def test_every_quote_stands_where_it_says() -> None:
    for case in HITS:
        for mention in flagged(case.article).values():
            assert mention.evidence
            assert 0 <= mention.score <= 1
            for quote in mention.evidence:
                text = getattr(case.article, quote.field)
                assert text[quote.start : quote.end] == quote.exact != ""
                assert text[: quote.start].endswith(quote.prefix)
                assert text[quote.end :].startswith(quote.suffix)


def test_the_table_covers_languages_forums_and_false_friends() -> None:
    assert len(CASES) >= 400
    assert len(FALSE_FRIENDS) * 3 >= len(CASES)
    assert len({case.article.language for case in CASES}) >= 14
    assert len({name.split()[0] for case in HITS for name in case.expected}) >= 60
