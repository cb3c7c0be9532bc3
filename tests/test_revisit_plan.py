"""When an article is looked at again, and what an answer means: pure functions, a table each."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from tables import each

from crawler import revisit
from crawler.config.models import REVISIT_AFTER_S
from crawler.revisit import Finding
from storage.records import Article, Company, Failure, NotArticle, Page, Revisit

NOW = datetime(2026, 11, 1, 8, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
URL = "http://news.example/tech/2026/forum-opens.html"


def look(**values: Any) -> Revisit:
    known: dict[str, Any] = {
        "article_id": 1,
        "source_id": "a",
        "url": URL,
        "host": "news.example",
        "title": "Forum opens",
        "language": "en",
        "published_at": NOW,
        "published_from": None,
        "published_confidence": 0.0,
        "stored_at": NOW,
        "partial": False,
        "length": 1000,
        "removed_at": None,
        "visits": 1,
        "missing_at": None,
        "etag": '"1"',
        "last_modified": None,
    }
    return Revisit(**known | values)


def in_hours(moment: datetime | None, since: datetime = NOW) -> float | None:
    return None if moment is None else round((moment - since) / HOUR, 1)


@each(
    ("age", "next_at"),
    [(0, 1), (0.4, 1), (0.6, 6), (1.05, 6), (3.4, 6), (3.6, 24), (6.3, 24), (25, 72), (75, 168), (170, 720), (500, None)],
)  # fmt: skip
def test_the_next_look_is_the_first_of_which_half_the_wait_lies_ahead(age: float, next_at: float | None):
    found = revisit.next_look(REVISIT_AFTER_S, NOW, NOW + age * HOUR, "x")
    assert (found is None) == (next_at is None)
    if found and next_at:
        assert abs((found - NOW) / HOUR - next_at) <= revisit.JITTER * next_at


def test_what_was_stored_together_is_not_asked_for_together():
    moments = {revisit.next_look((3600.0,), NOW, NOW, f"http://a.example/{n}") for n in range(50)}
    assert len(moments) == 50
    assert revisit.next_look((), NOW, NOW, "x") is None


@each(
    ("published", "born"),
    [
        (None, NOW),
        (NOW + DAY, NOW),  # dated ahead
        (NOW - 3 * HOUR, NOW - 3 * HOUR),
        (datetime(2026, 11, 1, tzinfo=UTC), NOW),  # a bare day: when it came we know better
        (datetime(2026, 11, 1, tzinfo=timezone(timedelta(hours=8))), NOW),
        (datetime(2026, 10, 20, tzinfo=UTC), datetime(2026, 10, 20, tzinfo=UTC)),
    ],
)
def test_an_age_counts_from_the_publication_where_that_is_known(published: datetime | None, born: datetime):
    assert revisit.born(published, NOW) == born


@each(
    ("answered", "up"),
    [
        ("http://news.example/", True),
        ("https://www.news.example/index.html", True),
        ("http://news.example/tech/", True),
        ("http://news.example/tech/2026", True),
        ("http://other.example/", True),
        (URL, False),
        ("https://news.example/tech/2026/forum-opens.html", False),
        ("http://news.example/tech/2026/forum-opens.html?utm_source=x", False),
        ("http://news.example/tech/2026/forum-opens-in-beijing.html", False),
        ("http://news.example/sport/", False),
        ("http://other.example/tech/", False),
    ],
)
def test_the_front_page_or_a_section_above_is_no_article(answered: str, up: bool):
    assert revisit.leads_up(URL, answered) is up


def test_an_address_that_lost_its_question_leads_up():
    assert revisit.leads_up("http://news.example/read.php?id=5", "http://news.example/read.php")
    assert not revisit.leads_up(
        "http://news.example/read.php?id=5", "http://news.example/read.php?id=5&page=1"
    )


def page(url: str = URL) -> Page:
    return Page(URL, url, 200, b"", NOW)


@each(
    ("found", "what"),
    [
        (Article(URL, "t", "x" * 10), "read"),
        (Article(URL, "t", "x" * 950, partial=True), "read"),
        (Article(URL, "t", "x" * 850, partial=True), "worse"),
        (NotArticle(URL, "not-found"), "missing"),
        *((NotArticle(URL, why), "worse") for why in ("shell", "paywall", "consent", "login", "bot-wall", "no-text", "noindex", "error-page")),
    ],
)  # fmt: skip
def test_what_a_page_means(found: Article | NotArticle, what: str):
    assert revisit.of_page(look(), page(), found).what == what


def test_an_article_of_which_a_part_was_all_that_there_was_is_read_though_it_is_shorter_now():
    part = Article(URL, "Forum opens", "x" * 500, partial=True)
    assert revisit.of_page(look(partial=True), page(), part).what == "read"
    assert revisit.of_page(look(partial=False), page(), part).what == "worse"


@each(
    ("visits", "missing_at", "whole"), [(0, None, True), (1, None, False), (2, None, False), (3, None, True), (1, NOW, True)]
)  # fmt: skip
def test_one_look_of_three_asks_in_full_and_so_does_each_at_what_was_missing(visits, missing_at, whole):
    """By its validators, a page that is back would be unchanged, and stay missing."""
    assert revisit.in_full(look(visits=visits, missing_at=missing_at)) is whole


@each(("status", "what"), [(404, "missing"), (410, "gone"), (403, "failed"), (500, "failed"), (None, "failed")])  # fmt: skip
def test_what_no_page_means(status: int | None, what: str):
    assert revisit.of_failure(Failure(URL, "hard", "fetch: no", NOW, status)).what == what


SITES = {
    "others stand": (Company(0, 5), False, 1, False),
    "nobody else, and it answers": (Company(0, 0), True, 1, False),
    "nobody else, and it does not": (Company(0, 0), False, 1, True),
    "some of many": (Company(4, 30), False, 1, False),
    "all of many": (Company(20, 0), True, 1, True),
    "most of many": (Company(20, 3), True, 1, True),
    "all of many for a week, and it answers": (Company(20, 0), True, 8, False),
    "all of many for a week, and it does not": (Company(20, 0), False, 8, True),
}


@each("name", SITES)
def test_a_whole_site_that_is_missing_is_at_fault_for_a_week(name: str):
    company, answers, days, at_fault = SITES[name]
    missing = look(missing_at=NOW - days * DAY)
    assert revisit.whole_site(missing, company, NOW, answers=answers) is at_fault


def test_only_a_second_look_far_enough_from_the_first_is_doubtful():
    missing, gone = Finding("missing"), Finding("gone")
    assert not revisit.doubtful(look(), missing, NOW)
    assert not revisit.doubtful(look(missing_at=NOW - 19 * HOUR), missing, NOW)
    assert revisit.doubtful(look(missing_at=NOW - 20 * HOUR), missing, NOW)
    assert revisit.doubtful(look(missing_at=NOW - HOUR), gone, NOW)
    assert not revisit.doubtful(look(missing_at=NOW - DAY, removed_at=NOW), missing, NOW)
    assert not revisit.doubtful(look(missing_at=NOW - DAY), Finding("failed"), NOW)


def settled(finding: Finding, age: float, **values: Any) -> Any:
    seen = {name: values.pop(name) for name in ("site_at_fault", "seen") if name in values}
    return revisit.settle(look(**values), finding, REVISIT_AFTER_S, NOW + age * HOUR, **seen)


def test_a_page_that_cannot_be_had_is_asked_for_after_half_its_age_and_let_go_after_the_last():
    said = Finding("failed", "fetch: 500")
    waits = [
        (age, in_hours(settled(said, age).watch.due_at, NOW + age * HOUR))
        for age in (0.5, 2, 30, 200, 740, 900)
    ]
    assert waits == [(0.5, 0.5), (2, 1.0), (30, 15.0), (200, 24.0), (740, 24.0), (900, None)]
    assert in_hours(settled(Finding("failed", "fetch: 429", 7200), 1).watch.due_at, NOW + HOUR) == 2
    kept = settled(said, 2, missing_at=NOW)
    assert (kept.missing_at, kept.message, kept.watch.etag, kept.answered) == (
        NOW,
        "fetch: 500",
        '"1"',
        False,
    )


def test_what_is_missing_is_looked_at_a_day_later_and_what_is_gone_an_hour():
    for what, wait in (("missing", 24), ("gone", 1)):
        seen = settled(Finding(what, "m"), 2)  # type: ignore[arg-type]
        assert in_hours(seen.watch.due_at) == 2 + wait
        assert (seen.removed, seen.missing_at, seen.watch.etag) == (None, NOW + 2 * HOUR, None)


def test_what_is_removed_is_looked_at_as_planned_and_once_more_after_the_last():
    since = NOW + 2 * HOUR
    early = settled(Finding("missing", "m"), 26, missing_at=since)
    assert (early.removed, round(in_hours(early.watch.due_at) or 0, -1)) == (True, 70)
    late = settled(Finding("missing", "m"), 800, missing_at=since)
    assert (late.removed, in_hours(late.watch.due_at)) == (True, 800 + 7 * 24)
    after = settled(Finding("missing", "m"), 970, missing_at=since, removed_at=NOW + 800 * HOUR)
    assert (after.removed, after.watch.due_at, after.message) == (None, None, None)


def test_a_site_at_fault_is_asked_daily_for_a_fortnight():
    early = settled(Finding("missing", "m"), 30, missing_at=NOW, site_at_fault=True)
    assert (early.removed, in_hours(early.watch.due_at)) == (None, 54)
    late = settled(Finding("missing", "m"), 24 * 15, missing_at=NOW, site_at_fault=True)
    assert (late.removed, late.watch.due_at) == (None, None)


def test_an_answer_keeps_its_validators_and_clears_what_was_missing():
    read = settled(Finding("read"), 2, missing_at=NOW, seen=(None, "Sun"))
    assert (read.watch.etag, read.watch.last_modified, read.missing_at, read.removed) == (
        None,
        "Sun",
        None,
        False,
    )
    same = settled(Finding("unchanged"), 2, seen=(None, None))
    assert (same.watch.etag, same.answered) == ('"1"', True)
