"""A source → a verdict on it: reachable, readable, dated, with one article read as a sample.

Asks the network and stores nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from crawler.discover import discover, find_feeds
from crawler.reach import Reach, read
from storage.blind import REMEDIES
from storage.records import Article, Discovery, Failure, NotArticle, NotArticleReason, Page, Source


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


async def prove(source: Source, reach: Reach, now: datetime) -> Verdict:
    """Poll `source` once and read its newest entry."""
    page = await reach.document(source, source.url)
    if isinstance(page, Failure):
        return Verdict(source.id, "broken", (page.message,))
    found = discover(page, source, reach.obeys)
    if found.children and not found.entries:
        child = await reach.document(source, found.children[0])
        if isinstance(child, Failure):
            return Verdict(source.id, "broken", (child.message,))
        found = discover(child, source, reach.obeys)
    if not found.entries:
        feeds = find_feeds(page)
        said = found.problem or "discover: no entry in it"
        return Verdict(
            source.id, "broken", (said, *(f"the page announces a feed: {f}" for f in feeds)), feeds=feeds
        )
    return await _sampled(source, found, reach, now)


async def _sampled(source: Source, found: Discovery, reach: Reach, now: datetime) -> Verdict:
    dates = [e.published_at for e in found.entries if e.published_at]
    sample = found.entries[0]
    doubts = _doubts(found, dates, now)
    page = await reach.page(source, sample.url)
    article = None

    async def looked_at(page: Page) -> Article | NotArticle:
        return read(source, page, sample.language, reach.obeys)

    came = page if isinstance(page, Failure) else await reach.arrived(source, page, looked_at)
    if isinstance(came, Failure):
        doubts.append(came.message)
    else:
        found_there = came[1]
        if isinstance(found_there, NotArticle):
            doubts.append(_no_article(found_there.reason, source))
        else:
            article = found_there
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


def _no_article(reason: NotArticleReason, source: Source) -> str:
    remedy = REMEDIES.get(reason) if not (reason == "shell" and source.render) else None
    said = f"parse: the newest entry is not an article: {reason}"
    return f"{said}; {remedy}" if remedy else said


def _doubts(found: Discovery, dates: list[datetime], now: datetime) -> list[str]:
    doubts = [found.problem] if found.problem else []
    if dates and (now - max(dates)).days > 30:
        doubts.append(f"the newest entry is {(now - max(dates)).days} days old")
    return doubts
