"""What the store's tests put into it. Run as a program, it writes into a store until it is killed."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import Connection, create_engine, event, inspect

from crawler import dedupe
from storage import schema
from storage.articles import save as articles
from storage.database import Database
from storage.records import Article, Entry, Evidence, Failure, Mention, Page, ReadRule, Source, SourceState
from storage.sources import state as sources

NOW = datetime(2026, 11, 1, 8, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def filler(seed: int, words: int = 120) -> str:
    """A text that no other seed's resembles."""
    return " ".join(f"w{(seed * 7919 + i * (seed + 31)) % 1_000_003}" for i in range(words))


def article(url: str = "http://a.example/1", text: str = filler(1), **values: Any) -> Article:
    return Article(url, values.pop("title", "A title"), text, **values)


def mention(
    of: Article, word: str, forum: str = "gdec", edition: int | None = 2025, role: str = "main"
) -> Mention:
    """A mention proved by `word`, wherever it stands in the text."""
    start = of.text.index(word)
    end = start + len(word)
    said = Evidence(
        "text", start, end, word, of.text[max(0, start - 40) : start], of.text[end : end + 40], "t/1"
    )
    return Mention(forum, edition, role, 0.9, (said,))  # type: ignore[arg-type]


def saving(
    of: Article,
    *mentions: Mention,
    key: str | None = None,
    entry_id: int | None = None,
    page: Page | None = None,
    announced: bool = False,
    source_id: str = "a",
) -> Any:
    """save_article with everything but the connection."""
    return partial(
        articles.save_article,
        article=of,
        key=key or dedupe.identity(of),
        fingerprint=dedupe.fingerprint(of),
        mentions=mentions,
        judge=partial(dedupe.judge, language=of.language, site=dedupe.site(of.url)),
        source_id=source_id,
        entry_id=entry_id,
        now=NOW,
        page=page,
        announced=announced,
    )


def source(name: str = "a", **values: Any) -> Source:
    return Source(name, name.upper(), "feed", values.pop("url", f"http://{name}.example/feed"), **values)


def with_sources(db: Database, *names: str) -> None:
    """Make the store know the sources; "a" where none is named."""
    db.call(sources.sync, [source(name) for name in names or ("a",)], NOW)


def add_source(conn: Connection, name: str) -> str:
    """A row of a source, whatever else its table holds; returns its id."""
    row = sources._config_row(source(name)) | {"id": name, "configured": True}
    conn.execute(schema.sources.insert(), row)
    return name


def announce(
    db: Database,
    *urls: str,
    by: str = "a",
    at: datetime = NOW,
    reads: ReadRule = "always",
    key: Callable[[str], str] = str,
) -> sources.Visited:
    """A visit that announced these addresses, the newest first."""
    entries = [(key(url), Entry(url)) for url in urls]
    state = SourceState(by, polled_at=at, succeeded_at=at, next_at=at + 15 * MINUTE)
    return db.call(sources.record_visit, by, entries, lambda known: state, at, reads=reads)


def write_on(url: str, name: str, count: int) -> None:
    """Save `count` articles, each mentioning a forum, and say so after each commit."""
    with Database(url) as db:
        for number in range(count):
            text = f"GDEC {number} " + filler(number)
            made = article(f"http://{name}.example/{number}", text)
            db.call(saving(made, mention(made, "GDEC")))
            print(number, flush=True)


def counted_steps(db: Database) -> list[None]:
    """Grows by one with each step of SQLite's machine in the writer: work that no other load changes."""
    steps: list[None] = []

    @event.listens_for(db._writer, "begin")
    def count(conn: Any) -> None:
        conn.connection.driver_connection.set_progress_handler(lambda: steps.append(None), 1)

    return steps


def later(of: Article, **values: Any) -> Article:
    """The article as a publisher edited it."""
    return replace(of, **values)


if __name__ == "__main__":
    write_on(sys.argv[1], sys.argv[2], int(sys.argv[3]))


class SlowFetcher:
    """What is asked waits until it is `answered`, with a fault that passes."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answered = asyncio.Event()

    async def get(self, url: str, **wish: object) -> Failure:
        self.asked.append(url)
        await self.answered.wait()
        return Failure(url, "temporary", "fetch: 503", NOW)


def tables_of(url: str) -> dict[str, object]:
    """Everything a database says of its tables."""
    engine = create_engine(url)
    seen = inspect(engine)
    shapes: dict[str, object] = {}
    for name in sorted(seen.get_table_names()):
        columns = [
            (c["name"], str(c["type"]), c["nullable"], c["default"], c.get("comment"))
            for c in seen.get_columns(name)
        ]
        if not url.startswith("sqlite"):  # where a column that is added later stands last, and no matter
            columns.sort()
        others = sorted(seen.get_foreign_keys(name), key=lambda key: key["name"])
        keys = [seen.get_pk_constraint(name), others, seen.get_unique_constraints(name)]
        indexes = sorted(str(_plain(index)) for index in seen.get_indexes(name))
        shapes[name] = (columns, keys, indexes)
    engine.dispose()
    return shapes


def _plain(index) -> dict[str, object]:
    options = index.get("dialect_options", {})
    return index | {"dialect_options": {name: str(value) for name, value in options.items()}}
