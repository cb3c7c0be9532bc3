"""``report``: how much was told, by whom, who was first, what is original, and how sure all that is."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from crawler.periods import TooMany
from crawler.reported import BY, COUNTS, share_rows, volume_rows

from .options import forums_option
from .output import Column
from .report_coverage import show_coverage
from .report_forum import editions, first
from .reporting import counts_of, scope_of, scoped, write_counts
from .settings import Settings


@click.group(invoke_without_command=True)
@click.option(
    "--by",
    type=click.Choice(BY),
    default="month",
    show_default=True,
    metavar="WHAT",
    help=f"What the lines are: {', '.join(BY)}.",
)
@forums_option
@scoped
@click.pass_context
def report(ctx: click.Context, /, **asked: Any) -> None:
    """Print how much was told of forums: articles, distinct texts (copies and translations of one count once),
    outlets (sites) and mentions. What a person rejected is left out. An article counts for the day that it was
    published, or was found where that is not known.

    \b
    forumwatch report --forum gdec --by week --since 2026-01-01
    forumwatch report --by outlet --since 30d --format csv
    forumwatch report share                     forums beside each other
    forumwatch report editions gdec             this year's against the last ones'
    forumwatch report first gdec                who was first, and how it spread
    forumwatch report origin                    original, wire, copy, translation
    forumwatch report coverage                  how complete that is
    """
    if ctx.invoked_subcommand is not None:
        return
    by, settings = asked["by"], ctx.obj
    with settings.open() as db:
        scope = scope_of(settings, db, asked)
        count = partial(volume_rows, by=by, scope=scope, zone=asked["zone"])
        try:
            found = counts_of(db, count, scope)
        except TooMany as err:
            raise click.UsageError(str(err)) from None
    write_counts(found, by, asked, scope)


@report.command(short_help="Forums beside each other: the share of voice.")
@forums_option
@scoped
@click.pass_obj
def share(settings: Settings, /, **asked: Any) -> None:
    """Print the share of voice: how much of all that was told falls to each forum, in hundredths of the sum over all
    forums, also where a few are named.

    An article that speaks of two forums counts for both.

    \b
    forumwatch report share --since 30d
    forumwatch report share --forum gdec --forum wic
    """
    with settings.open() as db:
        scope = scope_of(settings, db, asked)
        found = counts_of(db, partial(share_rows, scope=scope), scope)
    shares: list[Column] = [(f"{name} %", f"{name}_share") for name in COUNTS[:3]]
    write_counts(found, "forum", asked, scope, more=shares)


@report.command(short_help="What is original, from a wire, copied or translated.")
@scoped
@forums_option
@click.pass_obj
def origin(settings: Settings, /, **asked: Any) -> None:
    """Print what part is original, from a wire (the page credits an agency or another outlet), copied from another
    article that is here, or translated from one.

    \b
    forumwatch report origin --forum gdec --since 90d
    """
    with settings.open() as db:
        scope = scope_of(settings, db, asked)
        count = partial(volume_rows, by="origin", scope=scope, zone=asked["zone"])
        found = counts_of(db, count, scope)
    write_counts(found, "origin", asked, scope)


for verb in (editions, first, show_coverage):
    report.add_command(verb)
