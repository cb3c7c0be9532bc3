"""``report coverage``: how complete the watch was."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import click

from crawler.reported import coverage_row
from crawler.rows import Row

from .output import write_values
from .reporting import forums_option, scope_of, scoped
from .settings import Settings


@click.command("coverage", short_help="How complete the watch was.")
@forums_option
@scoped
@click.pass_obj
def show_coverage(settings: Settings, /, **asked: Any) -> None:
    """Print how complete the watch was: who was asked and who could not be heard, when entries may have been missed,
    what was announced and not read, and how many texts nobody brought, as far as that can be told.

    The estimate takes the texts that feeds brought, those that sitemaps and listing pages brought, and those that
    both did (capture and recapture, Chapman). It holds where the two see independently; what is told everywhere is
    seen by both, so the estimate is rather too low. Where too few are seen by both, there is none.

    Who was heard is told of whole days (UTC), also of days in the past, since polls are counted; a source is unheard
    from when an answer was due until one came, if that was more than half an hour late.

    \b
    forumwatch report coverage --since 7d
    forumwatch report coverage --since 2026-07-02 --until 2026-07-05
    forumwatch report coverage --forum gdec --format json
    """
    with settings.open() as db:
        scope = scope_of(settings, db, asked)
        row = db.read(coverage_row, scope, datetime.now(UTC))
    if asked["form"] == "table":
        row["days"] = [_told(day) for day in row["days"] if day["unheard"]]
    write_values(row, asked["form"])


def _told(day: Row) -> str:
    many = "1 source" if day["unheard"] == 1 else f"{day['unheard']:,} sources"
    return f"{day['day']}: {many} unheard for {day['unheard_hours']:,.1f} h"
