"""``demo``: a small news web on loopback, crawled by the same code as any source."""

from __future__ import annotations

import asyncio
import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Collection
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path

import click
from sqlalchemy import select

from crawler import daemon
from crawler.config import Config, parse_config
from crawler.demo import DemoWeb
from crawler.rows import MENTION_FIELDS, mention_row
from crawler.tally import Tally
from storage import schema
from storage.database import Database, StoreError, StoreMissing
from storage.engine.dialects import parsed_url
from storage.mentions import stream as stored
from storage.sources import state as sources

from .crawl import checked_watchlist, crawl_once, summary
from .mentions import COLUMNS, ROOMY
from .options import format_option
from .output import write_rows
from .web import opened

import yaml  # isort: skip


@click.command()
@click.option(
    "--serve",
    is_flag=True,
    help="Keep the small web up afterwards, and its dashboard, to look at with a browser.",
)
@click.option(
    "--database", "url", metavar="URL", help="Where to store; default: a file in the temporary folder."
)
@format_option
@click.pass_context
def demo(ctx: click.Context, serve: bool, url: str | None, form: str) -> None:
    """See it work: crawl a bundled news web on this machine and print the mentions found in it.

    Nothing leaves the machine and no internet is needed. The store stays, for you to ask it more. Its news is
    invented: a store that holds other sources is refused.

    \b
    forumwatch demo
    forumwatch demo --serve
    forumwatch demo --database sqlite:///try.db --format json
    """
    given = url or ctx.find_root().obj.database_url
    if given:
        parsed_url(given, create=True)  # what is no store's name is told before anything is begun
    asyncio.run(_demo(given or f"sqlite:///{default_path()}", serve, form, fresh=not given))


def default_path() -> Path:
    """Where the demo's store is when no other is named: one for each user of the machine."""
    return Path(tempfile.gettempdir()) / f"forumwatch-demo-{os.getuid() if hasattr(os, 'getuid') else 0}.db"


def make_room(url: str, ids: Collection[str], *, fresh: bool) -> None:
    """See to it that invented news comes among no other; delete the last demo's store when `fresh`.

    Raises StoreError for a store that is not a demo's.
    """
    shown = url
    try:
        with Database(url, create=fresh) as db, db.lock_daemon():  # an older demo's is brought up to date
            shown = db.shown_url
            held = db.read(lambda conn: conn.execute(select(schema.sources.c.id)).scalars().all())
    except StoreMissing:
        held = []
    if others := sorted(set(held) - set(ids)):
        named = ", ".join(others[:3]) + (" …" if others[3:] else "")
        advice = "move it away, or name" if fresh else "name"
        raise StoreError(
            f"{shown} holds sources that are not the demo's ({named}); {advice} another store with demo --database"
        )
    if fresh:
        try:
            for end in ("", "-wal", "-shm", "-journal", ".lock"):
                default_path().with_name(default_path().name + end).unlink(missing_ok=True)
        except OSError as err:
            raise StoreError(
                f"{err.filename} is in the way ({err.strerror}); move it, or name a store with demo --database"
            ) from None


def called_as() -> str:
    """The command as a shell would take it again: the shortest way to write how it was called."""
    given = Path(sys.argv[0])
    if given.suffix == ".py":
        return shlex.join((_short(sys.executable), "-m", "crawler.cli"))
    found = shutil.which(given.name)
    if found is not None and os.path.realpath(found) == os.path.realpath(given):
        return shlex.quote(given.name)
    return shlex.quote(_short(str(given)))


def _short(path: str) -> str:
    near = os.path.relpath(path)
    near = near if os.sep in near else os.path.join(os.curdir, near)
    return min(near, os.path.abspath(path), key=len)


async def _demo(url: str, serve: bool, form: str, *, fresh: bool) -> None:
    started = datetime.now(UTC)
    web = await DemoWeb.start()
    try:
        config = config_of(web, url)
        make_room(url, [source.id for source in config.sources], fresh=fresh)
        with Database(url, create=True) as db, db.lock_daemon(sources.free_all):
            tally, _ = await crawl_once(config, checked_watchlist(config), db, everything=True)
            found = sorted(
                db.read(lambda conn: stored.newest(conn, limit=None)),
                key=lambda m: (m.mention.forum_id, m.mention.edition or 0, -m.mention.score),
            )
        write_rows(
            (mention_row(m) for m in found), form, COLUMNS, MENTION_FIELDS, empty="no mention", roomy=ROOMY
        )
        _say(tally, web, url, (datetime.now(UTC) - started).total_seconds())
        if serve:
            await _serve(web, config)
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
    counts, me = summary(tally), called_as()
    ask = f"{me} --database {shlex.quote(url)}"
    lines = (
        "",
        f"{counts['polled']} sources polled, {web.pages} pages on the small web, {counts['stored']} articles stored, "
        f"{counts['mentions']} mentions found in {seconds:.1f} s.",
        "",
        "Ask the same store:",
        f"  {ask} mentions --new --cursor me      once, and then again: nothing new",
        f"  {ask} mentions --forum gdec --language th --format json",
        f"  {ask} stories --copies                one release, many outlets",
        f"  {ask} articles --language zh",
        "",
        f"Then watch the real press: look over sources.yaml and start `{me} run`.",
    )
    for line in lines:
        click.echo(line, err=True)


async def _serve(web: DemoWeb, config: Config) -> None:
    click.echo("\nThe small web stays up until Ctrl-C:", err=True)
    for source in web.sources():
        click.echo(f"  {source['name']}: {source['url']}", err=True)
    with Database(config.database, create=False) as db, daemon.stop_signals() as stopped:
        async with AsyncExitStack() as stack:
            shape = config.web.model_copy(update={"port": 0})
            address = await opened(stack, config, checked_watchlist(config), db, shape)
            click.echo(f"\nThe dashboard: {address}", err=True)
            await stopped.wait()
