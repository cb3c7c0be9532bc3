"""``run`` and ``once``: the commands that crawl."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Collection, Iterator
from contextlib import AsyncExitStack, contextmanager
from datetime import UTC, datetime
from typing import Any

import click

from crawler import compose, daemon
from crawler.ahead import complaints, known
from crawler.config import Config
from crawler.config.models import WebShape
from crawler.crew import Crew
from crawler.dedupe import EncoderMissing
from crawler.fetch.browser import BrowserMissing
from crawler.fetch.trust import NobodyTrusted
from crawler.flag import Watchlist, WatchlistError
from crawler.storetime import StoreClock
from crawler.tally import Listener, Tally
from crawler.watched import marks, misread, missed, owed
from storage.articles import watched
from storage.database import Database
from storage.records import Source
from storage.sources import state as sources

from .light import allow_files
from .logs import tell
from .output import FORMATS, bar, plural, write_values
from .planned import tell_added, tell_elder, tell_misread, tell_plan
from .settings import EXIT_INTERRUPTED, EXIT_SOME_SOURCES, EXIT_USAGE, Settings
from .web import opened, web_of, web_options


@click.command()
@click.option("--no-web", is_flag=True, help="Without dashboard and API; nothing of them is loaded.")
@web_options
@click.pass_obj
def run(settings: Settings, no_web: bool, host: str | None, port: int | None) -> None:
    """Run the daemon: poll the sources on schedule, read what is new, flag forums, until stopped.

    The dashboard and the API are served meanwhile, on http://127.0.0.1:8080/ unless `web:` says otherwise.

    Ctrl-C or SIGTERM stops it within five seconds; what was not finished is done after the next start.

    \b
    forumwatch run
    forumwatch run --no-web
    forumwatch --config newsroom.yaml --database sqlite:///watch.db run
    """
    if no_web and not (host is None and port is None):
        raise click.UsageError("--no-web serves nothing: leave --host and --port out, or --no-web")
    config, watchlist = _loaded(settings)
    with (
        settings.open(create=True) as db,
        db.lock_daemon(sources.free_all),
    ):
        enabled = sum(s.enabled for s in config.sources)
        tell(
            f"forumwatch: watching {plural(enabled, 'source')} of {config.path} "
            f"for {plural(len(watchlist.forums), 'forum')}; store {db.shown_url}{', new' * db.is_new}; stop with Ctrl-C"
        )
        now = datetime.now(UTC)
        tell_plan(complaints(config, db.read(known, config, now), now))
        _begin(config, watchlist, db)
        asyncio.run(_run(config, watchlist, db, None if no_web else web_of(config, host, port)))


def _loaded(settings: Settings) -> tuple[Config, Watchlist]:
    """The configuration and the watchlist, checked, and kept from the collector.

    What is loaded then stays for good; what an article leaves behind is freed by counting, but for one object in a
    hundred.
    """
    config = settings.config()
    watchlist = checked_watchlist(config)
    check_ways([s for s in config.sources if s.enabled])
    _check_encoder(config)
    allow_files()
    gc.freeze()
    return config, watchlist


def _begin(config: Config, watchlist: Watchlist, db: Database) -> None:
    """Write down which forums articles are flagged for from now on and which of them are doubtful, and say which were not
    looked for before."""
    now = db.call(StoreClock().look)
    db.call(watched.begin, marks(config.add, watchlist), now)
    db.call(watched.doubt, missed(config.add, watchlist), now)
    tell_added(db.read(owed, watchlist, now))


async def _run(config: Config, watchlist: Watchlist, db: Database, web: WebShape | None) -> None:
    async with compose.assembled(config, watchlist, db) as pipeline, AsyncExitStack() as stack:
        crew = Crew(pipeline)
        if web is not None:
            await _serve_beside(stack, config, watchlist, db, web, crew.tally)
        await daemon.run_until_stopped(crew, stack.aclose)


async def _serve_beside(
    stack: AsyncExitStack, config: Config, watchlist: Watchlist, db: Database, web: WebShape, tally: Tally
) -> None:
    """Serve what is crawled. A port that is taken keeps nobody from crawling; an open door does."""
    from crawler.web.serving import Unguarded, Unserved

    try:
        address = await opened(stack, config, watchlist, db, web, tally)
        tell(f"forumwatch: dashboard and API on {address}")
    except Unguarded as err:
        click.echo(f"forumwatch: {err}", err=True)
        raise SystemExit(EXIT_USAGE) from None
    except Unserved as err:
        tell(f"forumwatch: crawling without the dashboard: {err}")


@click.command()
@click.option("--all", "everything", is_flag=True, help="Poll every enabled source, due or not.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.pass_obj
def once(settings: Settings, everything: bool, form: str) -> None:
    """Poll every due source, read what is new, print a summary and end.

    Ends with exit code 3 when some sources failed; they are named on stderr and in `forumwatch status`.

    \b
    forumwatch once                 what is due
    forumwatch once --all           every source, now
    forumwatch once --format json   for a script
    """
    config, watchlist = _loaded(settings)
    with (
        settings.open(create=True) as db,
        db.lock_daemon(sources.free_all),
    ):
        if db.is_new:
            tell(f"forumwatch: {db.shown_url} is a new store")
        _begin(config, watchlist, db)
        tally, ended = asyncio.run(crawl_once(config, watchlist, db, everything))
    write_values(summary(tally), form)
    for source_id, why in sorted(tally.failed.items()):
        click.echo(f"failed: {source_id}: {why}", err=True)
    if not ended:
        click.echo("stopped before the end; the next run goes on from here", err=True)
        raise SystemExit(EXIT_INTERRUPTED)
    if tally.failed or tally.crashes:
        raise SystemExit(EXIT_SOME_SOURCES)


async def crawl_once(
    config: Config, watchlist: Watchlist, db: Database, everything: bool
) -> tuple[Tally, bool]:
    """Crawl until nothing is due any more; returns the counts and whether it ran to its end."""
    with progress(sum(s.enabled for s in config.sources)) as listener:
        async with compose.assembled(config, watchlist, db) as pipeline:
            started = pipeline.now()
            if everything:
                await db.run(sources.make_due)
            crew = Crew(pipeline, due_by=lambda: started, listener=listener)
            ended = await daemon.run_once(crew)
            return crew.tally, ended


def summary(tally: Tally) -> dict[str, Any]:
    """One row: what a crawl came to."""
    readings = tally.readings
    return {
        "polled": tally.visits,
        "unchanged": tally.unchanged,
        "failed": len(tally.failed),
        "new_entries": tally.new,
        "stored": readings.get("stored", 0),
        "updated": readings.get("updated", 0),
        "known": readings.get("known", 0),
        "not_articles": readings.get("not-article", 0),
        "later": readings.get("retry", 0),
        "given_up": readings.get("given-up", 0),
        "looked_again": sum(tally.looks.values()),
        "edited": tally.looks.get("updated", 0),
        "removed": tally.looks.get("removed", 0),
        "mentions": tally.mentions,
    }


def check_ways(sources: Collection[Source]) -> None:
    """End with exit 2 where some sources cannot be reached: there is no browser to draw them, or nobody to trust."""
    try:
        compose.check_ways(sources)
    except (BrowserMissing, NobodyTrusted) as err:
        click.echo(str(err), err=True)
        raise SystemExit(EXIT_USAGE) from None


def _check_encoder(config: Config) -> None:
    """End with exit 2 where texts are to be compared by their meaning and nothing can."""
    try:
        compose.encoder_of(config)
    except EncoderMissing as err:
        click.echo(f"{config.path}: {err}", err=True)
        raise SystemExit(EXIT_USAGE) from None


def checked_watchlist(config: Config) -> Watchlist:
    """The watchlist; its faults end the program with exit 2, one line each.

    What only earlier versions took, and an example that is read otherwise than it says, are notes: the next version's
    rules must not end a daemon.
    """
    try:
        watchlist = compose.watchlist_of(config)
    except WatchlistError as err:
        for line in err.lines:
            click.echo(config.placed(line), err=True)
        raise SystemExit(EXIT_USAGE) from None
    tell_elder([config.placed(each.said) for each in watchlist.noted])
    tell_misread([config.placed(line) for line in misread(config.add, watchlist).values()])
    return watchlist


@contextmanager
def progress(total: int) -> Iterator[Listener | None]:
    """A bar on stderr where that is a terminal; None elsewhere."""
    with bar(total, "polling") as shown:
        if shown is None:
            yield None
            return

        def listener(tally: Tally, /) -> None:
            read = sum(tally.readings.values())
            words = f"{tally.visits} sources polled, {read} of {tally.new} entries read, {tally.mentions} mentions"
            shown(tally.visits + read, max(total, tally.visits) + tally.new, words)

        yield listener
