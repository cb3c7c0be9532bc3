"""``demo``: a small news web on loopback, crawled by the same code as any source."""

from __future__ import annotations

import asyncio
import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import click

from crawler.config import Config, parse_config
from crawler.crew import Tally
from crawler.demo import DemoWeb
from storage import mentions as stored
from storage.database import Database

from .crawl import checked_watchlist, crawl_once, summary
from .mentions import COLUMNS
from .options import format_option
from .output import write_rows
from .rows import mention_row

import yaml  # isort: skip


@click.command()
@click.option("--serve", is_flag=True, help="Keep the small web up afterwards, to look at with a browser.")
@click.option(
    "--database", "url", metavar="URL", help="Where to store; default: a file in the temporary folder."
)
@format_option
@click.pass_context
def demo(ctx: click.Context, serve: bool, url: str | None, form: str) -> None:
    """See it work: crawl a bundled news web on this machine and print the mentions found in it.

    Nothing leaves the machine and no internet is needed. The store stays, for you to ask it more.
    """
    given = url or ctx.find_root().obj.database_url
    path = Path(tempfile.gettempdir()) / f"forumwatch-demo-{os.getuid() if hasattr(os, 'getuid') else 0}.db"
    if not given:
        for old in path.parent.glob(path.name + "*"):
            old.unlink()
    asyncio.run(_demo(given or f"sqlite:///{path}", serve, form))


async def _demo(url: str, serve: bool, form: str) -> None:
    started = datetime.now(UTC)
    web = await DemoWeb.start()
    try:
        config = config_of(web, url)
        with Database(url, create=True) as db, db.lock_daemon():
            tally, _ = await crawl_once(config, checked_watchlist(config), db, everything=True)
            found = sorted(
                db.read(lambda conn: stored.newest(conn, limit=None)),
                key=lambda m: (m.mention.forum_id, m.mention.edition or 0, -m.mention.score),
            )
        write_rows((mention_row(m) for m in found), form, COLUMNS, empty="no mention")
        _say(tally, web, url, (datetime.now(UTC) - started).total_seconds())
        if serve:
            await _serve(web)
    finally:
        await web.close()


def config_of(web: DemoWeb, url: str) -> Config:
    """What a sources.yaml for the small web would say, through the same reader as any sources.yaml."""
    said = {
        "version": 1,
        "database": url,
        "fetch": {"min_delay": 0, "allow_networks": ["127.0.0.1/32"]},
        "sources": web.sources(),
    }
    return parse_config(yaml.safe_dump(said, allow_unicode=True), Path("demo"), {})


def _say(tally: Tally, web: DemoWeb, url: str, seconds: float) -> None:
    counts = summary(tally)
    lines = (
        "",
        f"{counts['polled']} sources polled, {web.pages} pages on the small web, {counts['stored']} articles stored, "
        f"{counts['mentions']} mentions found in {seconds:.1f} s.",
        "",
        "Ask the same store:",
        f"  forumwatch --database {url} mentions --new --cursor me      once, and then again: nothing new",
        f"  forumwatch --database {url} mentions --forum gdec --language th --format json",
        f"  forumwatch --database {url} stories --copies                one release, many outlets",
        f"  forumwatch --database {url} articles --language zh",
        "",
        "Then watch the real press: look over sources.yaml and start `forumwatch run`.",
    )
    for line in lines:
        click.echo(line, err=True)


async def _serve(web: DemoWeb) -> None:
    click.echo("\nThe small web stays up until Ctrl-C:", err=True)
    for source in web.sources():
        click.echo(f"  {source['name']}: {source['url']}", err=True)
    await asyncio.Event().wait()
