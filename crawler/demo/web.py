"""Sites → the small web: every address each of them answers, served while it is open."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from types import TracebackType
from typing import Any
from urllib.parse import quote

import yaml

from . import layouts
from .content import Site, load_sites
from .feeds import FEEDS
from .server import Answer, Request, Server

ROBOTS = "User-agent: *\nDisallow: /private/\n"


@dataclass(frozen=True, slots=True)
class Expected:
    """What a crawl must bring, by absolute address. The shape is described at the head of expected.yaml."""

    mentions: dict[str, list[dict[str, Any]]]  # of every article; [] where none may come out
    copies: list[list[str]]
    translations: list[list[str]]
    not_articles: list[str]
    unread: dict[str, str]  # announced, but never a page: address → why


class DemoWeb:
    """The small web. Made by :meth:`start`; ends with :meth:`close` or its ``async with``."""

    def __init__(self, sites: tuple[Site, ...]) -> None:
        self.sites = sites
        self._servers = {site.id: Server(_answers(site)) for site in sites}

    @classmethod
    def start(cls) -> Starting:
        """Serve: ``web = await DemoWeb.start()`` or ``async with DemoWeb.start() as web``."""
        return Starting(cls(load_sites()))

    async def open(self) -> None:
        """Bind a port for each site."""
        for server in self._servers.values():
            await server.start()

    async def close(self) -> None:
        """Stop serving."""
        for server in self._servers.values():
            await server.close()

    @property
    def pages(self) -> int:
        """How many article pages there are."""
        return sum(len(site.articles) for site in self.sites)

    def url(self, site_id: str, path: str = "/") -> str:
        """The absolute address of a path on a site."""
        return f"http://127.0.0.1:{self._servers[site_id].port}{quote(path, safe='/?=&%-._~')}"

    def sources(self) -> list[dict[str, Any]]:
        """The sites as items of sources.yaml's ``sources:``."""
        return [self._source(site) for site in self.sites]

    def _source(self, site: Site) -> dict[str, Any]:
        feed = FEEDS[site.feed]
        source: dict[str, Any] = {
            "id": site.id,
            "name": site.name,
            "kind": feed.kind,
            "url": self.url(site.id, feed.path),
            "language": site.language,
            "country": site.country,
            "timezone": site.timezone,
        }
        return source | ({"select": dict(feed.select)} if feed.select else {})

    def expected(self) -> Expected:
        """What must come out of a crawl of this web, with the addresses of this run."""
        raw = yaml.safe_load((files(__package__) / "expected.yaml").read_text("utf-8"))

        def absolute(place: str) -> str:
            site_id, slash, path = place.partition("/")
            return self.url(site_id, slash + path)

        return Expected(
            mentions={
                self.url(site, path): found
                for site, pages in raw["mentions"].items()
                for path, found in pages.items()
            },
            copies=[[absolute(place) for place in group] for group in raw["copies"]],
            translations=[[absolute(place) for place in group] for group in raw["translations"]],
            not_articles=[absolute(place) for place in raw["not_articles"]],
            unread={absolute(place): why for place, why in raw["unread"].items()},
        )


class Starting:
    """A web about to open: awaited, or entered as a context that closes it."""

    def __init__(self, web: DemoWeb) -> None:
        self._web = web

    def __await__(self) -> Generator[Any, None, DemoWeb]:
        return self.__aenter__().__await__()

    async def __aenter__(self) -> DemoWeb:
        await self._web.open()
        return self._web

    async def __aexit__(
        self, kind: type[BaseException] | None, err: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._web.close()


def _answers(site: Site) -> Callable[[Request], Answer]:
    """What the site answers; pages are laid out when they are asked for."""
    posts = {quote(post.path): post for post in site.posts if post.kind != "missing"}
    moved = {quote(post.via): quote(post.path) for post in site.posts if post.via}
    newest = max(post.at for post in site.posts).astimezone(UTC)
    feed = FEEDS[site.feed]

    def say(document: str, content_type: str, modified_at: datetime | None, status: int = 200) -> Answer:
        charset = f"; charset={site.encoding}" if site.declared else ""
        return Answer(site.encoded(document), content_type + charset, status, modified_at=modified_at)

    def answer(request: Request) -> Answer:
        path = request.path
        if path == "/robots.txt":
            return Answer(ROBOTS.encode(), "text/plain; charset=utf-8")
        if post := posts.get(path):
            return say(layouts.page(site, post, request.base), "text/html", post.at.astimezone(UTC))
        if path in moved:
            return Answer(status=301, location=moved[path])
        if document := feed.document(site, request.base, path):
            return say(document, feed.content_type, newest)
        if path == "/":
            return say(layouts.front(site), "text/html", newest)
        return say(layouts.missing(site), "text/html", None, status=404)

    return answer
