"""``serve``: the dashboard and the API over a store, without crawling."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, suppress

import click

from crawler import daemon
from crawler.config import Config
from crawler.config.models import WebShape
from crawler.flag import Watchlist
from storage.database import Database

from .crawl import checked_watchlist
from .logs import tell
from .settings import EXIT_FAILED, EXIT_USAGE, Settings
from .web import opened, web_of, web_options

LOOKS_S = 1.0  # between two looks at which file the store is


@click.command()
@web_options
@click.pass_obj
def serve(settings: Settings, host: str | None, port: int | None) -> None:
    """Serve the dashboard and the API of a store, without crawling; `run` does both.

    On loopback, which is the default, everybody who works on this machine may look. Beyond it, or
    where `web: names:` or `proxies:` are set, a token is needed: `web: token:` in sources.yaml, or one that
    `forumwatch tokens create` makes.

    \b
    forumwatch serve
    forumwatch --database sqlite:////var/lib/forumwatch/watch.db serve --port 9000
    """
    config = settings.config()
    watchlist = checked_watchlist(config)
    with settings.open() as db:
        asyncio.run(_serve(config, watchlist, db, web_of(config, host, port)))


async def _serve(config: Config, watchlist: Watchlist, db: Database, web: WebShape) -> None:
    from crawler.web.serving import Unguarded, Unserved

    with daemon.stop_signals() as stopped:
        async with AsyncExitStack() as stack:
            try:
                address = await opened(stack, config, watchlist, db, web)
            except Unserved as err:
                click.echo(f"forumwatch: {err}", err=True)
                raise SystemExit(EXIT_USAGE if isinstance(err, Unguarded) else EXIT_FAILED) from None
            tell(f"forumwatch: {address} shows {db.shown_url}; stop with Ctrl-C")
            await _until(stopped, db)
    db.prove_there()


async def _until(stopped: daemon.Stop, db: Database) -> None:
    """Wait for the end, or until the store's file was replaced: who starts this again serves the one that is there."""
    while not (stopped.is_set() or db.gone()):
        with suppress(TimeoutError):
            await asyncio.wait_for(stopped.wait(), LOOKS_S)
