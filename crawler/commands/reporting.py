"""What the reports share: the options that bound them, and how counts are printed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import click
from sqlalchemy import Connection

from crawler.periods import DAY, KINDS, in_part
from crawler.reported import COUNTS, YEAR, YEARS, moment_in, unwatched
from crawler.rows import Row
from storage.database import Database
from storage.reports import volumes as counted
from storage.reports.volumes import Scope, Volume

from .known import forum_ids
from .options import F, Moment, format_option
from .output import Column, plural, speaks_utf8, write_rows
from .settings import Settings

BAR = 40  # cells of the longest bar
SHORTEST = 5  # cells that still tell more from less
Count = Callable[[Connection], list[Row]]
EIGHTHS = "▏▎▍▌▋▊▉█"


class Zone(click.ParamType[ZoneInfo]):
    """A time zone by its name in the IANA database."""

    name = "zone"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> ZoneInfo:
        """The zone; what is none is told."""
        try:
            return value if isinstance(value, ZoneInfo) else ZoneInfo(value)
        except (KeyError, ValueError, OSError):
            self.fail(f"{value!r} is no time zone; write Asia/Bangkok, Europe/Paris or UTC", param, ctx)


def scoped(function: F) -> F:
    """The options by which every report is bounded."""
    for option in (
        format_option,
        click.option(
            "--timezone",
            "zone",
            type=Zone(),
            default="UTC",
            show_default=True,
            help="Whose days, and whose clock where --since or --until has an hour.",
        ),
        click.option("--until", metavar="WHEN", help="Told before; a day is counted whole. Default: now."),
        click.option("--since", metavar="WHEN", help="Told not before. Default: a year ago."),
    ):
        function = option(function)
    return function


def scope_of(settings: Settings, db: Database, asked: dict[str, Any]) -> Scope:
    """Which mentions are meant; ends with exit 2 for what nobody can mean."""
    now, zone = datetime.now(UTC), asked["zone"]
    until = _moment(asked["until"], zone, "--until", DAY) if asked["until"] else now
    since = _moment(asked["since"], zone, "--since", timedelta()) if asked["since"] else until - YEAR
    if since >= until:
        raise click.UsageError(
            "--since is not before --until" if asked["until"] else "--since has yet to come"
        )
    return Scope(since, until, forum_ids(settings, db, asked["forum"]))


def _moment(value: str, zone: ZoneInfo, option: str, whole: timedelta) -> datetime:
    """A day begins at midnight of the zone; `whole` is added to it. Raises BadParameter, also beyond YEARS."""
    found = moment_in(value, zone, whole)
    if found is None:
        try:
            found = Moment().convert(value, None, None)
        except click.BadParameter as err:
            raise click.BadParameter(err.message, param_hint=option) from None
    if found.year not in YEARS:
        years = f"the years {YEARS[0]} to {YEARS[-1]}"
        raise click.BadParameter(f"{value!r} is not within {years}", param_hint=option)
    return found


@dataclass(frozen=True, slots=True)
class Counts:
    """What a report prints."""

    rows: list[Row]
    whole: Volume  # all of them together
    note: str = ""  # what could not be counted


def counts_of(db: Database, count: Count, scope: Scope) -> Counts:
    """What `count` counts within `scope`, of one moment: what comes meanwhile would stand in the sum alone."""
    return db.read(lambda conn: Counts(count(conn), counted.total(conn, scope), unwatched(conn, scope.since)))


def write_counts(
    found: Counts, by: str, asked: dict[str, Any], scope: Scope, more: Sequence[Column] = ()
) -> None:
    """Print counted rows; a table with bars, and below it what was counted, and what could not be."""
    form, rows, whole, note = asked["form"], found.rows, found.whole, found.note
    if form != "table":
        added = tuple(name for _, name in more if isinstance(name, str))
        write_rows([{"by": by, **row} for row in rows], form, [], ("by", "key", *COUNTS, *added))
        return
    columns: list[Column] = [(by, lambda row: row["key"] or "not known")]
    columns += [*((name, name) for name in COUNTS[:3]), *more]
    from rich.cells import cell_len

    longest = max((cell_len(str(row["key"] or "not known")) for row in rows), default=0)
    room = room_beside(max(longest, len(by)) + 2 + sum(len(heading) + 2 for heading, _ in columns[1:]))
    if room:
        draw = bars([row["articles"] for row in rows], min(BAR, room))
        columns.append(("", lambda row: draw(row["articles"])))
    write_rows(rows if whole.mentions else [], form, columns, (), empty="nothing was told in that time")
    span = f"{scope.since.astimezone(asked['zone']):%Y-%m-%d %H:%M} to {scope.until.astimezone(asked['zone']):%Y-%m-%d %H:%M}"
    cut = in_part(by, scope.since, scope.until, asked["zone"]) if by in KINDS else []
    told_in_part = f"; of {' and '.join(cut)} only a part" if cut else ""
    click.echo(
        f"{span} {asked['zone'].key}{told_in_part}: {plural(whole.articles, 'article')}{' (the bars)' if room else ''}, "
        f"{plural(whole.texts, 'distinct text')}, {plural(whole.outlets, 'outlet')}; "
        f"{f'{note}; ' if note else ''}`forumwatch report coverage` tells how complete",
        err=True,
    )


def room_beside(cells: int, bars: int = 1) -> int:
    """How long each of so many bars may be on this terminal beside so many cells; 0 where none would tell anything."""
    from .drawn import width

    room = (width(sys.stdout) - cells) // max(bars, 1)
    return room if room >= SHORTEST else 0


def bars(values: Sequence[int], width: int = BAR) -> Callable[[int], str]:
    most, blocks = max(values, default=0) or 1, speaks_utf8(sys.stdout)

    def draw(value: int) -> str:
        eighths = round(width * 8 * value / most) or (1 if value else 0)
        if not blocks:
            return "#" * ((eighths + 7) // 8)
        return EIGHTHS[-1] * (eighths // 8) + (EIGHTHS[eighths % 8 - 1] if eighths % 8 else "")

    return draw
