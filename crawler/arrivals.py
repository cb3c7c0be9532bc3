"""A page that was fetched → the article it shows: where the page sends its readers, with the article's further pages.

    page ─reach.arrived→ page, article ─next page?→ fetch → parse … → one article

What the announcement knew fills what the page does not say.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from crawler import dedupe, parse, retries
from crawler.heavy import HEAVY_BYTES, Heavy
from crawler.reach import Came, Reach, read
from storage.records import Article, Entry, Failure, NotArticle, Page, Source, Waiting

ANNOUNCED = 0.9  # share of the dates in feeds and sitemaps that are the article's first
MAX_FURTHER = 9  # pages of one article behind its first
WITHHELD_FROM = 2  # readings: what fails once mostly comes the next time


@dataclass(frozen=True, slots=True)
class Arrivals:
    """How a source's pages are read, by what it takes to reach and to read them."""

    reach: Reach
    heavy: Heavy

    async def article(
        self, source: Source, language: str | None, page: Page, *, announced: bool, named: bool = False
    ) -> Came:
        """What a page shows, where it sends its readers, with the article's further pages; `announced`: as news."""
        came = await self.reach.arrived(
            source, page, partial(self._parse, source, language, announced, named)
        )
        if isinstance(came, Failure) or isinstance(came[1], NotArticle):
            return came
        return came[0], await self._whole(source, language, came[1], came[0].final_url)

    async def _parse(
        self, source: Source, language: str | None, announced: bool, named: bool, page: Page
    ) -> Article | NotArticle:
        work = partial(read, source, page, language, self.reach.obeys, announced=announced, named=named)
        return await self.heavy.worked(len(page.body), HEAVY_BYTES, work)

    async def _whole(self, source: Source, language: str | None, first: Article, url: str) -> Article:
        """An article with its further pages, as far as they can be had; partial where one cannot."""
        further: list[Article] = []
        seen, following = {url}, first.next_page
        while following and following not in seen and len(further) < MAX_FURTHER:
            seen.add(following)
            page = await self.reach.page(source, following)
            if isinstance(page, Failure) or dedupe.origin(page.final_url) != dedupe.origin(url):
                break
            found = await self._parse(source, language, True, False, page)
            if isinstance(found, NotArticle):
                break
            further.append(found)
            following = found.next_page
        return parse.join_pages(first, further) if first.next_page else first


def announced(waiting: Waiting | Entry) -> Article:
    """The article as far as its source announced it."""
    return Article(
        url=waiting.url,
        title=waiting.title or waiting.url,
        text=waiting.summary or "",
        published_at=waiting.published_at,
        published_from="source" if waiting.published_at else None,
        published_confidence=ANNOUNCED if waiting.published_at else 0.0,
        language=waiting.language,
    )


def is_withheld(tries: int, failure: Failure, found: NotArticle | None) -> bool:
    """Whether, after so many readings in vain, a page is likely there and kept from us: refused, walled, out of reach.

    What its source announced is all there is of it then. Not of one that is missing or shows something else.
    """
    if tries < WITHHELD_FROM and failure.kind != "refused":  # which is no whim of a server
        return False
    return retries.keeps_from_us(failure) if found is None else retries.hides(found.reason)


def completed(article: Article, waiting: Waiting) -> Article:
    """The page's own word first; what it does not say is taken from the announcement."""
    whole = replace(article, title=article.title or waiting.title or waiting.url)
    if article.published_at or waiting.published_at is None:
        return whole
    at = waiting.published_at
    return replace(whole, published_at=at, published_from="source", published_confidence=ANNOUNCED)
