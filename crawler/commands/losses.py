"""``sources losses``: when entries may have been missed, and what searching for them brought."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

from crawler.rows import Row, fields_of
from storage.sources.losses import Loss, list_losses

from .known import check_source_id
from .options import format_option, limit_option, since_option, tell_cut
from .output import Column, write_rows
from .settings import Settings


def _state(row: Row) -> str:
    if row["proved"]:
        return "whole"
    if row["searched_at"]:
        return "in doubt"
    return "to be searched" if row["search_at"] else "not searched"


COLUMNS: list[Column] = [
    ("source", "source_id"),
    ("from (UTC)", "from_at"),
    ("to (UTC)", "to_at"),
    ("now", _state),
    ("searched (UTC)", "searched_at"),
    ("found", "found"),
    ("why", "message"),
]


@click.command("losses", short_help="When entries may have been missed, and what a search brought.")
@click.option("--source", metavar="ID", help="Only of this source.")
@since_option("ending")
@limit_option(50)
@format_option
@click.pass_obj
def show_losses(settings: Settings, /, form: str, limit: int, **filters: Any) -> None:
    """Print when entries may have been missed, the latest first, and what a search for them brought.

    A poll that shares nothing with the one before opens such a window: what lay between may have come and gone.
    The source's feed, sitemaps and further pages are then searched for it; `whole` says that they reach back over
    the window, so that nothing is missing any more.

    \b
    forumwatch sources losses
    forumwatch sources losses --source blognone --since 7d --format json
    """
    with settings.open() as db:
        check_source_id(settings, db, filters["source"])
        found = db.read(lambda conn: list_losses(conn, limit=limit or None, **filters))
    empty = "no poll left a gap"
    tell_cut(write_rows(map(asdict, found), form, COLUMNS, fields_of(Loss), empty=empty), limit)
