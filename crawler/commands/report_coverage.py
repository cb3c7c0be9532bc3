"""``report coverage``: how complete the watch was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import click

from crawler.reported import coverage_row
from crawler.rows import Row

from .options import forums_option
from .output import plural, write_values, zoned
from .reporting import scope_of, scoped
from .settings import Settings

STATES = {
    "healthy": "healthy",
    "failing": "failing",
    "blind": "blind",
    "silent": "silent",
    "not_polled": "not polled yet",
    "overdue": "overdue",
}  # counts of a coverage, in words
MINUTE_S = 60


@click.command("coverage", short_help="How complete the watch was.")
@forums_option
@scoped
@click.pass_obj
def show_coverage(settings: Settings, /, **asked: Any) -> None:
    """Print how complete the watch was: who was asked and who could not be heard, when entries may have been missed,
    what was announced and not read, and how many texts nobody brought, as far as that can be told.

    The estimate takes the texts with a mention that go round: they credit an agency or another outlet. It counts those
    that feeds brought, those that sitemaps and listing pages brought, and those that both did (capture and recapture,
    Chapman).
    It holds where the two see independently; what is told everywhere is seen by both, so the estimate is rather too
    low. Where too few are seen by both, there is none. A text that credits nobody is left out: it may be one outlet's
    alone, and only the way by which that outlet is read can see it.

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
    write_values(_told(row) if asked["form"] == "table" else row, asked["form"])


def _told(row: Row) -> Row:
    """A line for each thing that a person asks; what there is nothing to say of is left out."""
    return {
        "time": f"{zoned(row['since'])} to {zoned(row['until'])}",
        "heard": row["heard"],
        "not heard": [_day(day) for day in row["days"] if day["unheard"]],
        "longest unheard": _named(row["unheard_sources"], row["history_sources"] - row["heard_throughout"]),
        "estimate": row["estimate"],
        "texts": _texts(row),
        "sources now": _now(row),
        "failing": _named(row["failing_sources"], row["failing"]),
        "blind": _named(row["blind_sources"], row["blind"]),
        "silent": _named(row["silent_sources"], row["silent"]),
        "polls": _polls(row),
        "nothing new since": _named(row["nothing_sources"], row["brought_nothing"]),
        "may be missing": _windows(row),
        "entries": f"{row['announced']:,} announced: {row['waiting']:,} waiting, {row['given_up']:,} given up; "
        f"{plural(row['errors'], 'error')}",
    }


def _named(names: Sequence[str], number: int) -> list[str]:
    """The names, and how many there are beside them."""
    return [*names, f"and {number - len(names):,} more"] if number > len(names) else list(names)


def _day(day: Row) -> str:
    return f"{day['day']}: {plural(day['unheard'], 'source')} unheard for {day['unheard_hours']:,.1f} h"


def _texts(row: Row) -> str:
    return (
        f"{row['texts_seen']:,} with a mention: {row['texts_feeds']:,} came by feeds ({plural(row['outlets_feeds'], 'outlet')}), "
        f"{row['texts_pages']:,} by sitemaps and listing pages ({plural(row['outlets_pages'], 'outlet')}), "
        f"{row['texts_both']:,} of them by both"
    )


def _now(row: Row) -> str:
    parts = ((row[name], words) for name, words in STATES.items() if row[name] or name == "healthy")
    told = f"{row['sources']:,}: " + ", ".join(f"{number:,} {words}" for number, words in parts)
    lost = row["unheard_hours"]
    return told + (f"; not heard for {lost:,.1f} h within the time, all together" if lost else "")


def _polls(row: Row) -> str:
    told = (
        f"{row['polls']:,} in the time: {row['polls_failed']:,} failed, {row['polls_unchanged']:,} announced nothing fresh; "
        f"{plural(row['polled_lately'], 'source')} polled within a day"
    )
    if row["oldest_poll_at"]:
        told += f", the one asked longest ago at {zoned(row['oldest_poll_at'])}"
    if row["asked_every_s"]:
        told += f"; asked every {row['asked_every_s'] / MINUTE_S:,.0f} min, in the middle"
    return told


def _windows(row: Row) -> str:
    if not row["windows"]:
        return "nothing between two polls"
    told = f"{plural(row['windows'], 'time')} between two polls, {row['windows_open']:,} still open"
    if row["windows_open"]:
        told += f": {row['open_hours']:,.1f} h of {plural(row['open_sources'], 'source')}"
    return f"{told}; see `forumwatch sources losses`"
