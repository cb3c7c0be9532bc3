"""Pages of which tests know when they were published."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawler.parse import read_page
from crawler.parse.dates import read as dates
from storage.records import Article

PARAGRAPH = "<p>The conference opened with delegates from fifty countries, who will discuss data, trade and rules.</p>"
OTHERS = (
    '<aside class=related><h3>Related</h3><ul><li><a href="/1">Some other story</a> <small>2024-01-10</small></li>'
    '<li><a href="/2">And one more story</a> <time datetime="2024-02-11">11 Feb</time></li></ul></aside>'
)
LATE = datetime(2025, 8, 1, tzinfo=UTC)


def read(
    inner: str = "",
    *,
    head: str = "",
    before: str = "",
    after: str = "",
    url: str = "https://news.example/a",
    timezone: str | None = None,
    lang: str = "en",
    fetched_at: datetime | None = LATE,
) -> Article:
    html = (
        f"<html lang={lang}><head><title>A forum opens</title>{head}</head><body>{before}<article><h1>A forum opens</h1>"
        f"{inner}{PARAGRAPH * 4}</article>{after}{OTHERS}<footer>© 2011-2026 News, 1 January 2020</footer>"
    )
    found = read_page(html.encode(), url, timezone=timezone, fetched_at=fetched_at)
    assert isinstance(found, Article)
    return found


def day(at: datetime | None) -> str | None:
    return at.date().isoformat() if at else None


def ld(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "A forum opens", {fields}}}</script>'


UNTYPED = '<script type="application/ld+json">{"@id": "https://news.example/a", "title": "A forum opens", "pubDate": "2025-07-02T10:00:00", "upDate": "2025-07-05T10:00:00"}</script>'


def changed(inner: str, head: str = "", lang: str = "en") -> tuple[str | None, str | None]:
    """When a page says that it appeared and was changed, to the minute."""
    found = read(inner, head=head, lang=lang, timezone="Asia/Tokyo")
    return tuple(at and f"{at:%Y-%m-%d %H:%M}" for at in (found.published_at, found.modified_at))  # type: ignore[return-value]


def noted(monkeypatch: pytest.MonkeyPatch) -> list[dates.Dates]:
    """What the dates of each page are read as from now on, with their places."""
    found: list[dates.Dates] = []
    read_dates = dates.read_dates

    def note(*given: object) -> dates.Dates:
        found.append(read_dates(*given))  # type: ignore[arg-type]
        return found[-1]

    monkeypatch.setattr(dates, "read_dates", note)
    return found
