"""``report editions`` and ``report first``: a forum's editions beside each other, and who told of them first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import click

from crawler.flag import Forum
from crawler.periods import midnight
from crawler.reported import COUNTS, edition_rows, unwatched
from crawler.rows import Row, fields_of
from storage.reports.firsts import First, firsts

from .crawl import checked_watchlist
from .known import forum_ids
from .options import format_option
from .output import Column, shown, write_rows
from .reporting import BAR, Zone, bars, room_beside, scope_of, scoped
from .settings import Settings

SHOWN = 6  # editions beside each other in a table
FIRST_ROOMY = ("articles", "outlets", "+1h", "+6h")  # only where there is room
FIRST_SLIM = ("title",)  # the outlet needs what there is


@click.command(short_help="Each edition around its days, beside the others.")
@click.argument("forum_id", metavar="FORUM")
@click.option("--timezone", "zone", type=Zone(), default="UTC", show_default=True, help="Whose days.")
@format_option
@click.pass_obj
def editions(settings: Settings, forum_id: str, zone: ZoneInfo, form: str) -> None:
    """Print how much was told of each edition around its days: 0 is the day that it opens, by the watchlist, from
    30 days before to 30 after it, as far as they have come. A table shows the articles of the last six; other
    formats all counts of all.

    \b
    forumwatch report editions gdec
    forumwatch report editions gdec --format csv
    """
    forum = _forum(settings, forum_id)
    with settings.open() as db:
        rows = db.read(edition_rows, forum, zone, datetime.now(UTC))
        opens = min((row["date"] for row in rows), default=None)
        note = db.read(unwatched, midnight(date.fromisoformat(opens), zone)) if opens else ""
    undated = [str(edition.year) for edition in forum.editions if edition.start is None]
    if undated:
        days = f"{{id: {forum.id}, editions: [{{year: {undated[-1]}, start: …, end: …}}]}}"
        click.echo(
            f"without a day in the watchlist: {', '.join(undated)}; forums: {{add: [{days}]}} in sources.yaml gives it",
            err=True,
        )
    if form == "table":
        _beside(rows)
        if note:
            click.echo(note, err=True)
    else:
        write_rows(rows, form, [], ("forum_id", "edition", "day", "date", *COUNTS))


@click.command(short_help="Who told of each edition first, and how far it came.")
@click.argument("forum_id", metavar="FORUM")
@scoped
@click.pass_obj
def first(settings: Settings, /, **asked: Any) -> None:
    """Print who was the first to tell of each edition, by the dates that the articles carry, and how many outlets had
    it an hour, six hours, a day and a week later. `sure` is how often a date of such a place is right. A date without
    an hour counts from the end of its day, or from when it was found ("by"): it may have been told before others.

    \b
    forumwatch report first gdec
    """
    forum = _forum(settings, asked["forum_id"])
    with settings.open() as db:
        scope = scope_of(settings, db, asked | {"forum": ()})
        found = db.read(firsts, forum.id, scope)
        note = db.read(unwatched, scope.since)
    columns: list[Column] = [
        ("edition", lambda row: row["edition"] or "-"),
        ("first (UTC)", _first_at),
        ("sure", "confidence"),
        ("outlet", "outlet"),
        ("title", "title"),
        ("articles", "articles"),
        ("outlets", "outlets"),
        *((f"+{span}", f"outlets_{span}") for span in ("1h", "6h", "1d", "7d")),
    ]
    empty = f"no mention of {forum.id} in that time"
    rows, form = map(asdict, found), asked["form"]
    write_rows(rows, form, columns, fields_of(First), empty=empty, roomy=FIRST_ROOMY, slim=FIRST_SLIM)
    if note and asked["form"] == "table":
        click.echo(note, err=True)


def _first_at(row: Row) -> str:
    at = shown(row["first_at"])
    return at if row["known"] == "minute" else f"by {at}"


def _forum(settings: Settings, forum_id: str) -> Forum:
    watchlist = checked_watchlist(settings.config())
    with settings.open() as db:
        (known,) = forum_ids(settings, db, (forum_id,))
    if known not in watchlist.known:
        raise click.UsageError(
            f"{known} stands in the store alone: the watchlist knows nothing of it any more"
        )
    return watchlist.known[known]


def _beside(rows: list[Row]) -> None:
    """Editions beside each other, a line for each day on which anything was told of any of them."""
    years = sorted({row["edition"] for row in rows if row["articles"]})[-SHOWN:]
    by_day: dict[int, Row] = {}
    for row in rows:
        if row["edition"] in years:
            by_day.setdefault(row["day"], {"day": row["day"]})[str(row["edition"])] = row["articles"]
    lines = [by_day[day] for day in sorted(by_day) if any(by_day[day].get(str(year)) for year in years)]
    columns: list[Column] = [("day", lambda row: f"{row['day']:+d}" if row["day"] else "0")]
    room = room_beside(len("+30  ") + len("2025    ") * len(years), len(years))
    for year in map(str, years):
        columns += [(year, _count(year)), *([("", _drawn(year, lines, room))] if room else [])]
    write_rows(lines, "table", columns, (), empty="nothing was told of any edition around its days")


def _count(year: str) -> Callable[[Row], Any]:
    return lambda row: row.get(year)  # nothing of a day that has yet to come


def _drawn(year: str, lines: list[Row], room: int) -> Callable[[Row], str]:
    draw = bars([line.get(year, 0) for line in lines], min(BAR // 2, room))
    return lambda row: draw(row.get(year, 0))
