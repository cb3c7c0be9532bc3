"""A source → a verdict on it: reachable, readable, dated, with one article read as a sample.

    source ─poll→ Document ─sample→ Proof (its verdict, and what that rests on)

Asks the network and stores nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from crawler.discover import discover, offers_of
from crawler.reach import Reach, is_news, read
from storage.records import Article, Discovery, Entry, Failure, NotArticle, NotArticleReason, Page, Source
from storage.sources.blind import REMEDIES

STALE_DAYS = 30  # a source whose newest entry is older is hardly alive
BELOW = 5  # documents below an index that are asked for, until one announces something
SAMPLES = 3  # entries tried, until one is an article: a sitemap begins with the home page as often as not
Word = Literal["works", "doubtful", "broken"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a source works, with the reasons."""

    source_id: str
    verdict: Word
    reasons: tuple[str, ...]
    entries: int = 0
    dated: int = 0  # entries that carry a date
    newest_at: datetime | None = None
    sample_url: str | None = None
    title: str | None = None
    language: str | None = None
    published_at: datetime | None = None
    feeds: tuple[str, ...] = ()  # feeds that an HTML page announces, to poll instead
    url: str | None = None
    kind: str | None = None
    # for sources.yaml: of an address, or what works instead of a source
    stanza: Mapping[str, Any] | None = None
    others: tuple[Mapping[str, Any], ...] = ()  # what else could be polled: url, kind, verdict, reasons …


@dataclass(frozen=True, slots=True)
class Document:
    """What a source answered, read."""

    source: Source
    page: Page  # as asked for; below an index the entries stand in another
    found: Discovery

    @property
    def dates(self) -> list[datetime]:
        """When its entries were published, as far as it tells."""
        return [entry.published_at for entry in self.found.entries if entry.published_at]

    @property
    def moved_to(self) -> str | None:
        """Where its address leads for good."""
        return self.page.moved_to


@dataclass(frozen=True, slots=True)
class Proof:
    """A verdict with what it rests on."""

    verdict: Verdict
    document: Document | None = None
    article: Article | None = None
    reason: NotArticleReason | None = None  # why the sample is no article
    unread: bool = False  # the sample's page could not be had


async def prove(source: Source, reach: Reach, now: datetime) -> Proof:
    """Poll `source` once and read its newest entry."""
    document = await poll(source, reach)
    if isinstance(document, Failure):
        return Proof(_broken(source, document.message))
    return await sample(document, reach, now)


async def poll(source: Source, reach: Reach, page: Page | None = None) -> Document | Failure:
    """The source's document, or `page` where that is it, with the first sitemap below that announces something where
    it is an index, or an index of such.
    """
    answer = page or await reach.document(source, source.url)
    if isinstance(answer, Failure):
        return answer
    found = discover(answer, source, reach.obeys)
    if found.children and not found.entries:
        below = await _below(source, found, reach)
        if isinstance(below, Failure):
            return below
        found = below
    return Document(source, answer, found)


async def _below(source: Source, index: Discovery, reach: Reach) -> Discovery | Failure:
    """What the first document below an index that announces something announces; that others fail is a problem."""
    todo, failure, empty = list(index.children), None, None
    for _ in range(BELOW):
        if not todo:
            break
        child = await reach.document(source, todo.pop(0))
        if isinstance(child, Failure):
            failure = failure or child
            continue
        found = discover(child, source, reach.obeys)
        if found.entries:
            return replace(found, problem=found.problem or (failure.message if failure else None))
        todo, empty = [*found.children, *todo], empty or replace(found, children=())
    return failure or empty or index


async def _read(source: Source, entry: Entry, reach: Reach) -> Article | NotArticle | Failure:
    """The article of an entry's page, also where that page only sends its readers on."""
    page = await reach.page(source, entry.url)
    if isinstance(page, Failure):
        return page

    async def looked_at(page: Page) -> Article | NotArticle:
        return read(source, page, entry.language, reach.obeys, announced=is_news(source, entry.published_at))

    came = await reach.arrived(source, page, looked_at)
    return came if isinstance(came, Failure) else came[1]


async def _sampled(document: Document, reach: Reach) -> tuple[Entry, Article | NotArticle | Failure]:
    """The newest entry that is an article, of the first few; the first of all where none is."""
    first: tuple[Entry, Article | NotArticle | Failure] | None = None
    for entry in document.found.entries[:SAMPLES]:
        said = await _read(document.source, entry, reach)
        if isinstance(said, Article):
            return entry, said
        first = first or (entry, said)
    assert first is not None
    return first


async def sample(document: Document, reach: Reach, now: datetime) -> Proof:
    """The verdict on a document; one of its newest entries is read as an article."""
    source, found, dates = document.source, document.found, document.dates
    if not found.entries:
        return _empty(document)
    doubts = _doubts(found, dates, now)
    newest, said = await _sampled(document, reach)
    doubts += _doubts_of(said, newest, source)
    article = said if isinstance(said, Article) else None
    moved = (
        [f"its address leads to {document.moved_to} for good; write that down"] if document.moved_to else []
    )
    verdict = Verdict(
        source.id,
        "doubtful" if doubts else "works",
        tuple(doubts + moved) or ("entries and article read",),
        entries=len(found.entries),
        dated=len(dates),
        newest_at=max(dates, default=None),
        sample_url=newest.url,
        title=article.title if article else None,
        language=article.language if article else None,
        published_at=(article.published_at or newest.published_at) if article else None,
        url=source.url,
        kind=source.kind,
    )
    reason = said.reason if isinstance(said, NotArticle) else None
    return Proof(verdict, document, article, reason, isinstance(said, Failure))


def _broken(source: Source, *reasons: str, feeds: tuple[str, ...] = ()) -> Verdict:
    return Verdict(source.id, "broken", reasons, feeds=feeds, url=source.url, kind=source.kind)


def _empty(document: Document) -> Proof:
    feeds = offers_of(document.page).feeds
    said = document.found.problem or "discover: no entry in it"
    announced = (f"the page announces a feed: {feed}" for feed in feeds)
    return Proof(_broken(document.source, said, *announced, feeds=feeds), document)


def _doubts(found: Discovery, dates: list[datetime], now: datetime) -> list[str]:
    doubts = [found.problem] if found.problem else []
    if dates and (now - max(dates)).days > STALE_DAYS:
        doubts.append(f"the newest entry is {(now - max(dates)).days} days old")
    return doubts


def _doubts_of(said: Article | NotArticle | Failure, entry: Entry, source: Source) -> list[str]:
    if isinstance(said, Failure):
        return [said.message]
    if isinstance(said, NotArticle):
        return [_no_article(said.reason, source)]
    return [] if said.published_at or entry.published_at else ["the article shows no date"]


def _no_article(reason: NotArticleReason, source: Source) -> str:
    remedy = REMEDIES.get(reason) if not (reason == "shell" and source.render) else None
    said = f"parse: the newest entry is not an article: {reason}"
    return f"{said}; {remedy}" if remedy else said
