"""``status``, ``errors`` and ``db``: how the watch is doing and whether the store is sound."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import click

from crawler.rows import fields_of
from crawler.sure import status_row
from storage.database import upgrade
from storage.reports import standing as reports
from storage.sources.state import stored_ids
from storage.upkeep.transfer import copy_store

from .columns import db_columns
from .known import check_source_id, tell_difference
from .options import format_option, limit_option, since_option, tell_cut
from .output import Column, bar, write_rows
from .settings import EXIT_ASKED, EXIT_FAILED, Settings
from .standing import write_standing
from .whole import interrupted

ERROR_COLUMNS: list[Column] = [
    ("at (UTC)", "at"),
    ("source", "source_id"),
    ("stage", "stage"),
    ("url", "url"),
    ("error", "message"),
]


@click.command()
@click.option("--fail-if-doubt", is_flag=True, help='Exit 10 unless "nothing new" can be trusted.')
@format_option
@click.pass_obj
def status(settings: Settings, form: str, fail_if_doubt: bool) -> None:
    """Print how the watch is doing: whether "nothing new" can be trusted and why, sources healthy and failing, entries
    waiting, losses, counts, and what of sources.yaml cannot be kept (too many sources for one host). Its sources are
    those of the store: what was written into sources.yaml since the last start is told beside it.

    \b
    forumwatch status
    forumwatch status --format json
    forumwatch status --fail-if-doubt          for monitors
    """
    config, now = settings.config(), datetime.now(UTC)
    with settings.open() as db:
        from crawler.ahead import ahead  # what knows the forums takes a second to load

        from .crawl import checked_watchlist

        watchlist = checked_watchlist(config)
        values = status_row(reports.status_of(db, now), db.read(ahead, config, watchlist, now), now)
        stored = db.read(stored_ids)
    if form == "table":
        write_standing(values)
    else:
        write_rows([values], form, [], tuple(values))
    tell_difference(config, stored)
    if fail_if_doubt and values["sure"] != "sound":
        raise SystemExit(EXIT_ASKED)


@click.command()
@click.option("--source", metavar="ID", help="Only of this source.")
@since_option("gone wrong")
@limit_option(50)
@format_option
@click.pass_obj
def errors(settings: Settings, /, form: str, limit: int, **filters: Any) -> None:
    """Print what went wrong, the newest first: by source and address, with the stage and the reason.

    \b
    forumwatch errors --since 24h
    forumwatch errors --source blognone --format json
    """
    with settings.open() as db:
        check_source_id(settings, db, filters["source"])
        found = db.read(lambda conn: reports.list_errors(conn, limit=limit or None, **filters))
    rows, fields = map(asdict, found), fields_of(reports.StoredError)
    tell_cut(write_rows(rows, form, ERROR_COLUMNS, fields, empty="no error recorded"), limit)


@click.group()
def db() -> None:
    """Look after the store.

    \b
    forumwatch db columns mentions
    forumwatch db check
    forumwatch db copy watch-2026-11-26.db
    forumwatch --database sqlite:////var/lib/forumwatch/watch.db db upgrade
    """


db.add_command(db_columns)


@db.command("upgrade", short_help="Bring the tables up to this version; run and once do it, too.")
@click.pass_obj
def db_upgrade(settings: Settings) -> None:
    """Bring the store's tables up to this version of the program (also done by run and once).

    Rows stay as they are. Make a copy of the store first (`forumwatch db copy`): a large one is indexed for
    searching, which takes minutes for a million articles.

    \b
    forumwatch db upgrade
    """
    with bar(1, "upgrading") as moved:

        def told(done: int, of: int) -> None:
            if moved:
                moved(done, of, "indexing articles for searching")

        said = upgrade(settings.url(), told)
    click.echo(said)


@db.command(
    "copy", short_help="Copy the store, also while others write: a backup, or a move to another database."
)
@click.argument("to")
@click.pass_obj
def db_copy(settings: Settings, to: str) -> None:
    """Copy the store as it is at this moment to TO, a new file or the URL of an empty database. Others go on reading
    and writing; what they write meanwhile is not in the copy, so stop `run` first where the copy is to take its place.

    A backup is one file that any verb reads with --database. A copy on the other kind of database holds the same
    rows under the same numbers: readers' cursors go on where they were.

    \b
    forumwatch db copy watch-2026-11-26.db
    forumwatch db copy postgresql+psycopg://watch@db.example.org/watch
    forumwatch --database postgresql+psycopg://watch@db.example.org/watch \\
        db copy watch.db
    """
    with interrupted(), bar(1, "copying") as moved:
        said = copy_store(settings.url(), to, moved)
    click.echo(said)


@db.command("check")
@click.pass_obj
def db_check(settings: Settings) -> None:
    """Check the store: damage, and rows that contradict each other. Exit 1 when something is found.

    \b
    forumwatch db check
    forumwatch --database sqlite:///copy.db db check
    """
    with settings.open() as opened:
        problems = opened.read(reports.check)
    for problem in problems:
        click.echo(problem)
    if problems:
        raise SystemExit(EXIT_FAILED)
    click.echo("the store is sound")
