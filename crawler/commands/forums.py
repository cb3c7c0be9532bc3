"""``forums``: the watchlist, and how often each forum was in the news."""

from __future__ import annotations

from typing import Any

import click

from crawler.flag import Forum
from storage import mentions as stored
from storage.database import StoreError

from .crawl import checked_watchlist
from .options import format_option
from .output import Column, write_rows
from .rows import Row
from .settings import EXIT_USAGE, Settings

COLUMNS: list[Column] = [
    ("forum", "forum_id"),
    ("name", "name"),
    ("tier", "tier"),
    ("host", "host"),
    ("names", lambda row: sum(len(names) for names in row["names"].values())),
    ("languages", lambda row: len(row["names"])),
    ("mentions", "mentions"),
    ("last found", "last_found_at"),
]


@click.command()
@click.argument("forum_id", required=False)
@format_option
@click.pass_obj
def forums(settings: Settings, forum_id: str | None, form: str) -> None:
    """Print the forums that are watched, or all that is known of one.

    \b
    forumwatch forums
    forumwatch forums gdec --format json
    """
    watchlist = checked_watchlist(settings.config())
    if forum_id is not None and forum_id not in watchlist.forums:
        import difflib

        near = difflib.get_close_matches(forum_id, list(watchlist.forums), 1)
        click.echo(f"no forum {forum_id!r}" + (f"; did you mean {near[0]}?" if near else ""), err=True)
        raise SystemExit(EXIT_USAGE)
    counts = _counts(settings)
    chosen = [watchlist.forums[forum_id]] if forum_id else list(watchlist.forums.values())
    write_rows((_row(forum, counts) for forum in chosen), form, COLUMNS)


def _counts(settings: Settings) -> dict[str, tuple[int, Any]]:
    """Mentions and the last time found, by forum; nothing where there is no store yet."""
    try:
        with settings.open() as db:
            found = db.read(stored.forum_counts)
    except StoreError:
        return {}
    out: dict[str, tuple[int, Any]] = {}
    for count in found:
        total, last = out.get(count.forum_id, (0, None))
        out[count.forum_id] = (
            total + count.mentions,
            max(filter(None, (last, count.last_found_at)), default=None),
        )
    return out


def _row(forum: Forum, counts: dict[str, tuple[int, Any]]) -> Row:
    total, last = counts.get(forum.id, (0, None))
    return {**forum.row(), "mentions": total, "last_found_at": last}
