"""A source → a verdict on it: reachable, readable, dated, with one article read as a sample.

Asks the network and stores nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from crawler import parse
from crawler.discover import discover, find_feeds
from crawler.pipeline import Fetches
from storage.records import Discovery, Entry, Failure, NotArticle, Page, Source


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a source works, with the reasons."""

    source_id: str
    verdict: Literal["works", "doubtful", "broken"]
    reasons: tuple[str, ...]
    entries: int = 0
    dated: int = 0  # entries that carry a date
    newest_at: datetime | None = None
    sample_url: str | None = None
    title: str | None = None
    language: str | None = None
    published_at: datetime | None = None
    feeds: tuple[str, ...] = ()  # feeds that an HTML page announces, to poll instead


async def prove(source: Source, fetcher: Fetches, now: datetime) -> Verdict:
    """Poll `source` once and read its newest entry."""
    page = await _get(source, source.url, fetcher)
    if isinstance(page, Failure):
        return Verdict(source.id, "broken", (page.message,))
    found = discover(page, source)
    if found.children and not found.entries:
        child = await _get(source, found.children[0], fetcher)
        if isinstance(child, Failure):
            return Verdict(source.id, "broken", (child.message,))
        found = discover(child, source)
    if not found.entries:
        feeds = find_feeds(page)
        said = found.problem or "discover: no entry in it"
        return Verdict(
            source.id, "broken", (said, *(f"the page announces a feed: {f}" for f in feeds)), feeds=feeds
        )
    return await _sampled(source, found, fetcher, now)


async def _sampled(source: Source, found: Discovery, fetcher: Fetches, now: datetime) -> Verdict:
    dates = [e.published_at for e in found.entries if e.published_at]
    sample = found.entries[0]
    doubts = _doubts(found, dates, now)
    page = await _get(source, sample.url, fetcher)
    article = None
    if isinstance(page, Failure):
        doubts.append(page.message)
    else:
        read = _read(source, sample, page)
        if isinstance(read, NotArticle):
            doubts.append(f"parse: the newest entry is not an article: {read.reason}")
        else:
            article = read
            doubts += [] if article.published_at or sample.published_at else ["the article shows no date"]
    return Verdict(
        source.id,
        "doubtful" if doubts else "works",
        tuple(doubts) or ("entries and article read",),
        entries=len(found.entries),
        dated=len(dates),
        newest_at=max(dates, default=None),
        sample_url=sample.url,
        title=article.title if article else None,
        language=article.language if article else None,
        published_at=(article.published_at or sample.published_at) if article else None,
    )


def _doubts(found: Discovery, dates: list[datetime], now: datetime) -> list[str]:
    doubts = [found.problem] if found.problem else []
    if dates and (now - max(dates)).days > 30:
        doubts.append(f"the newest entry is {(now - max(dates)).days} days old")
    return doubts


def _read(source: Source, sample: Entry, page: Page) -> parse.Article | NotArticle:
    return parse.read_page(
        page.body,
        page.final_url,
        content_type=page.content_type,
        language=sample.language or source.language,
        timezone=source.timezone,
        encoding=source.encoding,
        fetched_at=page.fetched_at,
    )


async def _get(source: Source, url: str, fetcher: Fetches) -> Page | Failure:
    from crawler.dedupe import origin

    own = origin(url) == origin(source.url)
    return await fetcher.get(
        url,
        headers=source.headers if own else (),
        auth=source.auth if own else None,
        proxy=source.proxy,
    )
