"""Dates as people write them, and where on a page they are believed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawler.parse import read_page
from crawler.parse.calendars import find_dates, find_relative
from storage.records import Article

WRITTEN = [
    ("๓ ก.ค. ๖๘", "2025-07-03"),
    ("วันพฤหัสบดีที่ 10 กรกฎาคม 2568 เวลา 10:30 น.", "2025-07-10 10:30"),
    ("03/07/2568", "2025-07-03"),
    ("令和7年7月3日", "2025-07-03"),
    ("R7.7.3", "2025-07-03"),
    ("平成元年5月1日", None),  # older than the web
    ("114/07/03", "2025-07-03"),
    ("民國114年7月2日", "2025-07-02"),
    ("二〇二五年七月二日", "2025-07-02"),
    ("2025年07月03日08:30", "2025-07-03 08:30"),
    ("2025년 7월 3일 오후 3:20", "2025-07-03 15:20"),
    ("٣ تموز ٢٠٢٥", "2025-07-03"),
    ("3 كانون الثاني 2025", "2025-01-03"),
    ("3 июля 2025, 14:30", "2025-07-03 14:30"),
    ("8. März 2025", "2025-03-08"),
    ("1 de julio de 2025", "2025-07-01"),
    ("den 3 juli 2025 kl. 14.20", "2025-07-03 14:20"),
    ("2025. július 3. 10:20", "2025-07-03 10:20"),
    ("2 Tháng 7 năm 2025", "2025-07-02"),
    ("Jul 3, 2025 2:30 PM EST", "2025-07-03 14:30-05:00"),
    ("Tue, 10 Jun 2025 08:00:00 GMT", "2025-06-10 08:00+00:00"),
    ("version 1.2.3 of 12 May", None),
    ("31/02/2025", None),
]


@pytest.mark.parametrize(("text", "at"), WRITTEN)
def test_a_written_date_is_read(text: str, at: str | None) -> None:
    found = find_dates(text)
    assert (found[0].at if found else None) == (datetime.fromisoformat(at) if at else None)


@pytest.mark.parametrize(
    "text", ["3 hours ago", "vor 3 Stunden", "3 ชั่วโมงที่แล้ว", "3小时前", "il y a 3 heures", "3 часа назад"]
)
def test_a_relative_time_counts_from_the_fetching(text: str) -> None:
    now = datetime(2025, 7, 3, 12, tzinfo=UTC)
    assert find_relative(text, now) == datetime(2025, 7, 3, 9, tzinfo=UTC)


PARAGRAPH = "<p>The conference opened with delegates from fifty countries, who will discuss data, trade and rules.</p>"
OTHERS = '<aside class=related><h3>Related</h3><ul><li><a href="/1">Some other story</a> <small>2024-01-10</small></li></ul></aside>'


def published(inner: str, *, url: str = "https://news.example/a", timezone: str | None = None) -> str | None:
    html = f"<html lang=en><title>A forum opens</title><body><article><h1>A forum opens</h1>{inner}{PARAGRAPH * 4}</article>{OTHERS}<footer>© 2011-2026</footer>"
    found = read_page(html.encode(), url, timezone=timezone, fetched_at=datetime(2025, 8, 1, tzinfo=UTC))
    assert isinstance(found, Article)
    return found.published_at.isoformat() if found.published_at else None


PLACES = [
    ("<div class=date>2 July 2025</div>", {}, "2025-07-02T00:00:00+00:00"),
    ("<div class=date>2 July 2025, 14:30</div>", {"timezone": "Asia/Bangkok"}, "2025-07-02T14:30:00+07:00"),
    (
        "<div class=info><span>Updated: 15 July 2025</span> <span>2 July 2025</span></div>",
        {},
        "2025-07-02T00:00:00+00:00",
    ),
    ("<time datetime='2025-07-02T10:00:00+09:00'>yesterday</time>", {}, "2025-07-02T10:00:00+09:00"),
    ("<div class=date>2 July 2026</div>", {}, None),  # the future
    ("", {"url": "https://news.example/2025/07/02/a"}, "2025-07-02T00:00:00+00:00"),
    ("", {}, None),  # neither the teaser's date nor the copyright year
]


@pytest.mark.parametrize(("inner", "options", "at"), PLACES)
def test_a_date_is_believed_by_its_place(inner: str, options: dict[str, str], at: str | None) -> None:
    assert published(inner, **options) == at
