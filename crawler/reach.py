"""A source's own way of being asked, and of having its pages read: headers, password, proxy, browser, language.

source, address ─fetcher or browser→ Page | Failure ─parse→ Article | NotArticle
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from crawler import dedupe, parse
from storage.records import Article, Failure, NotArticle, Page, Source

MAX_JUMPS = 3  # from a page that only sends on to the next

Came = tuple[Page, Article | NotArticle] | Failure  # the page that was come to, and what it shows
Headers = tuple[tuple[str, str], ...]


class Fetches(Protocol):
    """What is needed of crawler.fetch."""

    async def get(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        headers: Headers = (),
        auth: tuple[str, str] | None = None,
        proxy: str | None = None,
    ) -> Page | Failure: ...


class Draws(Protocol):
    """What is needed of a browser."""

    async def get(
        self,
        url: str,
        *,
        headers: Headers = (),
        auth: tuple[str, str] | None = None,
        proxy: str | None = None,
    ) -> Page | Failure: ...


@dataclass(frozen=True, slots=True)
class Reach:
    """The two ways to a page; a source with ``render: true`` has its pages drawn."""

    fetcher: Fetches
    browser: Draws | None = None
    obeys: str | None = None  # the program whose robots directives in pages are obeyed; None: nobody's
    ask_no_more: Callable[[], None] = lambda: None  # ends whatever waits for its turn to ask a host

    async def document(
        self, source: Source, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Page | Failure:
        """The page that announces entries: a feed and a sitemap as served, a listing drawn where that is wanted."""
        if source.render and source.kind == "listing":
            return await self.page(source, url)
        return await self._asked(source, url, etag, last_modified)

    async def page(
        self, source: Source, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Page | Failure:
        """The page of one entry; the source's headers and password go to its own host alone.

        With a validator only if it changed; what a browser draws always.
        """
        if source.render and self.browser:
            headers, auth = _secrets(source, url)
            return await self.browser.get(url, headers=headers, auth=auth, proxy=source.proxy)
        return await self._asked(source, url, etag, last_modified)

    async def _asked(
        self, source: Source, url: str, etag: str | None, last_modified: str | None
    ) -> Page | Failure:
        headers, auth = _secrets(source, url)
        told = {"etag": etag, "last_modified": last_modified}
        return await self.fetcher.get(url, **told, headers=headers, auth=auth, proxy=source.proxy)

    async def arrived(
        self, source: Source, page: Page, read: Callable[[Page], Awaitable[Article | NotArticle]]
    ) -> Came:
        """A page and what `read` makes of it; where it only sends its readers on, the one that they come to."""
        seen = {page.url, page.final_url}
        for _ in range(MAX_JUMPS):
            found = await read(page)
            to = found.leads_to if isinstance(found, NotArticle) else None
            if to is None or to in seen:
                return page, found
            came = await self.page(source, to)
            if isinstance(came, Failure):
                return came
            page = came
            seen |= {to, page.final_url}
        return page, await read(page)


def _secrets(source: Source, url: str) -> tuple[Headers, tuple[str, str] | None]:
    """The headers and the password of a source, which its own host alone is told."""
    open_ = not source.headers and source.auth is None
    if open_ or url == source.url or dedupe.origin(url) == dedupe.origin(source.url):
        return source.headers, source.auth
    return (), None


def is_news(source: Source, published_at: datetime | None) -> bool:
    """Whether what a source announced is news by that alone: menus and sitemaps list pages of all kinds, without a day."""
    return source.kind == "feed" or published_at is not None


def read(
    source: Source,
    page: Page,
    language: str | None,
    obeys: str | None,
    *,
    announced: bool,
    named: bool = False,
) -> Article | NotArticle:
    """The article of a source's page; `language` is what its announcement was in.

    `announced`: as news, so that the page need not prove that it is an article; `named`: under the name of a forum.
    """
    return parse.read_page(
        page.body,
        page.final_url,
        content_type=page.content_type,
        language=language or source.language,
        timezone=source.timezone,
        encoding=None if source.render else source.encoding,  # what was drawn is UTF-8
        fetched_at=page.fetched_at,
        robots_tag=page.headers.get("x-robots-tag"),
        obeys=obeys,
        announced=announced,
        named=named,
    )
