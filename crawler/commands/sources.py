"""``sources list`` and ``sources check``: what is polled, how it fares, and whether a source would work."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import click

from crawler import compose
from crawler.config import Config
from crawler.prove import Verdict, prove
from storage import sources as stored
from storage.database import StoreMissing
from storage.records import Source

from .crawl import check_browser
from .known import refuse
from .options import format_option
from .output import Column, bar, write_rows
from .rows import Row, fields_of, source_row
from .settings import EXIT_SOME_SOURCES, Settings

COLUMNS: list[Column] = [
    ("source", "source_id"),
    ("kind", "kind"),
    ("lang", "language"),
    ("state", "state"),
    ("polled", "polled_at"),
    ("next", "next_at"),
    ("articles", "articles"),
    ("mentions", "mentions"),
    ("error", lambda row: row["error"] or row["blind"] or row["reason"]),
]
ROOMY = ("kind", "lang", "next")  # only where there is room for them

CHECK_COLUMNS: list[Column] = [
    ("source", "source_id"),
    ("verdict", "verdict"),
    ("entries", "entries"),
    ("dated", "dated"),
    ("article", "title"),
    ("published", "published_at"),
    ("why", lambda row: "; ".join(row["reasons"])),
]


@click.group()
def sources() -> None:
    """Look at the sources, or prove that they work.

    \b
    forumwatch sources list --failing
    forumwatch sources check blognone
    """


@sources.command("list")
@click.option("--failing", is_flag=True, help="Only those whose last poll failed.")
@format_option
@click.pass_obj
def list_sources(settings: Settings, failing: bool, form: str) -> None:
    """Print every source with its state: when it was polled, what it brought, what went wrong.

    \b
    forumwatch sources list
    forumwatch sources list --failing --format csv
    """
    config = settings.config()
    rows = [row for row in _rows(settings, config) if not failing or row["state"] == "failing"]
    empty = "no source is failing" if failing else "no sources"
    write_rows(rows, form, COLUMNS, fields_of(stored.SourceStatus), empty=empty, roomy=ROOMY)


def _rows(settings: Settings, config: Config) -> list[Row]:
    """The store's view of every configured source; the configuration's own where there is no store yet."""
    known: dict[str, Row] = {}
    try:
        with settings.open() as db:
            known = {s.source_id: source_row(s) for s in db.read(stored.statuses, datetime.now(UTC))}
    except StoreMissing:
        pass
    fresh = (source_row(stored.unpolled(source)) for source in config.sources)
    return [known.get(row["source_id"], row) for row in fresh]


@sources.command("check")
@click.argument("ids", nargs=-1)
@format_option
@click.pass_obj
def check_sources(settings: Settings, ids: tuple[str, ...], form: str) -> None:
    """Ask sources now, without storing anything, and say whether they work.

    Each is fetched under robots.txt, its entries are read, and its newest entry is read as an article.
    Exit 3 when one does not work.

    \b
    forumwatch sources check              all enabled ones
    forumwatch sources check blognone     one, enabled or not
    """
    config = settings.config()
    by_id = {s.id: s for s in config.sources}
    for unknown in [i for i in ids if i not in by_id]:
        refuse("source", unknown, by_id)
    chosen = [by_id[i] for i in ids] if ids else [s for s in config.sources if s.enabled]
    check_browser(chosen)
    verdicts = asyncio.run(_prove(config, chosen))
    write_rows((_verdict_row(v) for v in verdicts), form, CHECK_COLUMNS, fields_of(Verdict))
    if any(v.verdict == "broken" for v in verdicts):
        raise SystemExit(EXIT_SOME_SOURCES)


async def _prove(config: Config, chosen: list[Source]) -> list[Verdict]:
    places = asyncio.Semaphore(config.fetch.concurrency)
    with bar(len(chosen), "checking") as shown:
        async with compose.reaching(config) as reach:
            done = 0

            async def one(source: Source) -> Verdict:
                nonlocal done
                async with places:
                    verdict = await prove(source, reach, datetime.now(UTC))
                done += 1
                if shown:
                    shown(done, len(chosen), f"{done} of {len(chosen)} sources checked")
                return verdict

            return await asyncio.gather(*(one(source) for source in chosen))


def _verdict_row(verdict: Verdict) -> dict[str, Any]:
    return asdict(verdict)
