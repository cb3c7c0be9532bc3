"""``report coverage``: how complete the watch was."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import click

from crawler.estimate import LEAST_BOTH, chapman
from crawler.rows import Row
from storage.coverage import Coverage, coverage

from .output import write_values
from .reporting import forums_option, scope_of, scoped
from .settings import Settings


@click.command("coverage")
@forums_option
@scoped
@click.pass_obj
def show_coverage(settings: Settings, /, **asked: Any) -> None:
    """Print how complete the watch was: who was asked and who could not be heard, when entries may have been missed,
    what was announced and not read, and how many texts nobody brought, as far as that can be told.

    The estimate takes the texts that feeds brought, those that sitemaps and listing pages brought, and those that
    both did (capture and recapture, Chapman). It holds where the two see independently; what is told everywhere is
    seen by both, so the estimate is rather too low. Where too few are seen by both, there is none.

    \b
    forumwatch report coverage --since 7d
    forumwatch report coverage --forum gdec --format json
    """
    with settings.open() as db:
        scope = scope_of(settings, db, asked)
        found = db.read(coverage, scope, datetime.now(UTC))
    write_values(asdict(found) | _estimated(found), asked["form"])


def _estimated(found: Coverage) -> Row:
    """How many texts there were in all, or why nobody can tell."""
    first, second, both = found.texts_feeds, found.texts_pages, found.texts_both
    seen = first + second - both
    row: Row = {"texts_seen": seen, "texts_estimated": None, "texts_low": None, "texts_high": None}
    if both < LEAST_BOTH:
        told = f"too few to estimate: {both} texts came by both ways, {LEAST_BOTH} are needed"
        return {**row, "estimate": told}
    told_all = chapman(first, second, both)
    row |= {
        "texts_estimated": round(told_all.total),
        "texts_low": int(told_all.low),
        "texts_high": round(told_all.high + 0.5),
    }
    words = (
        f"{seen} of about {row['texts_estimated']} texts were seen (95 %: {row['texts_low']} to {row['texts_high']}), "
        "if feeds and pages see independently; rather too low, for what is told everywhere is seen by both"
    )
    return {**row, "estimate": words}
