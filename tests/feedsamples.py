"""Feeds that tests write, and how they are read."""

from __future__ import annotations

from datetime import UTC, datetime

from crawler.discover import discover
from storage.records import Discovery, Page, Source, SourceKind

NOW = datetime(2025, 7, 10, 12, tzinfo=UTC)
BASE = "https://news.example/feed"


def page(body: bytes | str, content_type: str = "application/xml", url: str = BASE) -> Page:
    data = body.encode() if isinstance(body, str) else body
    return Page(url, url, 200, data, NOW, {"content-type": content_type})


def read(
    body: bytes | str, content_type: str = "application/xml", kind: SourceKind = "feed", **of: object
) -> Discovery:
    source = Source("s", "S", kind, BASE, **{"timezone": "Asia/Bangkok", **of})  # type: ignore[arg-type]
    return discover(page(body, content_type), source)


def rss(items: str, head: str = "<title>F</title><link>https://news.example/</link>", root: str = "") -> str:
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"{root}><channel>{head}{items}</channel></rss>'


def item(n: int, more: str = "") -> str:
    return f"<item><title>Story number {n}</title><link>https://news.example/{n}</link>{more}</item>"
