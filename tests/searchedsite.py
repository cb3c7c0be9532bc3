"""What sites that are searched are written in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from storage.records import Page
from storage.sources.losses import Loss

XML = "application/xml"
NOW = datetime(2026, 11, 1, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)
LOSS = Loss(1, "a", NOW - 9 * HOUR, NOW, None, None, None, None)


def page_of(url: str, body: str) -> Page:
    return Page(url, url, 200, body.encode(), NOW, {"content-type": XML})


A, B, HOME = "https://feeds.example/a", "https://feeds.example/b", "https://news.example"
