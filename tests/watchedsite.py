"""A store and a crawl over one site, in which a test sets the clock."""

from __future__ import annotations

from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from badserver import BadServer, Script, answer
from newsroom import Newsroom, config_for
from sqlalchemy import select

from crawler import compose
from crawler.config import load_config
from crawler.crew import Crew
from crawler.demo.server import Answer, Request
from crawler.flag import load_watchlist
from crawler.tally import Tally
from storage import schema
from storage.database import Database

PUBLISHED = datetime(2025, 7, 3, 9, tzinfo=UTC) - timedelta(hours=8)
WATCHLIST = load_watchlist()
HOURS = timedelta(hours=1)
OPENING = (
    "The 2025 Global Digital Economy Conference opened in Beijing on Wednesday with delegates from fifty countries.",
    "Speakers at the conference called for common rules on data, and three cities signed a letter of intent.",
    "The Global Digital Economy Conference runs until Saturday and ends with a forum on cooperation between cities.",
)
TITLE = "Global Digital Economy Conference opens in Beijing"


@dataclass
class Watched(Newsroom):
    """A site with one article of a forum; `down` is what it answers to everything else than its feed."""

    down: Answer | None = None
    conditional: int = 0
    crew: Crew | None = None
    under_way: list[int] = field(default_factory=list)  # steps of the crew, at each request

    def answer(self, request: Request) -> Answer:
        self.under_way += [self.crew.busy] if self.crew else []
        self.conditional += request.path != "/feed" and "if-none-match" in request.headers
        if self.down is not None and request.path not in ("/feed", "/robots.txt"):
            self.asked[request.path] += 1
            return self.down
        return super().answer(request)


class Watch:
    """A store and a crawl over one site, in which a test sets the clock."""

    def __init__(self, folder: Path, site: Newsroom | BadServer, **more: Any) -> None:
        source = {"id": "ledger", "url": site.url(), "language": "en", "every": "30d"}
        own = {name: more.pop(name) for name in ("read", "enabled") if name in more}
        self.config = config_for(folder, [source | own], **more)
        self.said = load_config(self.config)

    async def __aenter__(self) -> Watch:
        self.stack = AsyncExitStack()
        self.db = self.stack.enter_context(Database(self.said.database, create=True))
        self.pipeline = await self.stack.enter_async_context(compose.assembled(self.said, WATCHLIST, self.db))
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.stack.aclose()

    async def at(self, hours: float) -> Tally:
        """Crawl so many hours after the publication, to the end."""
        now = PUBLISHED + hours * HOURS
        crew = Crew(replace(self.pipeline, now=lambda: now))
        await crew.until_idle()
        await crew.stop()
        assert crew.tally.crashes == 0
        return crew.tally

    def rows(self, *columns: Any) -> list[tuple[Any, ...]]:
        query = select(*columns)
        return [tuple(row) for row in self.db.read(lambda conn: conn.execute(query).all())]

    def changes(self) -> list[tuple[str, Any]]:
        c = schema.changes.c
        return [(what, before) for _, what, before in sorted(self.rows(c.position, c.what, c.before))]

    def versions(self) -> list[tuple[Any, ...]]:
        v = schema.versions.c
        return sorted(self.rows(v.version, v.correction))

    def removed(self) -> bool:
        return any(row[0] for row in self.rows(schema.articles.c.removed_at))

    def message(self) -> str | None:
        return self.rows(schema.revisits.c.message)[0][0]


def page(*lines: str) -> Script:
    body = "".join(f"<p>{line}</p>" for line in lines)
    html = f'<!doctype html><html lang="en"><title>{TITLE}</title><article><h1>{TITLE}</h1>{body}</article>'
    return answer(200, html.encode(), content_type="text/html")
