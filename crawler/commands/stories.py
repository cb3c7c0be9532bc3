"""``stories``: which articles tell the same, counted together; and one of them with how it spread."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click
from click.shell_completion import CompletionItem

from crawler import dedupe
from crawler.retold import TELLING_FIELDS, story_row, telling_row
from crawler.rows import fields_of
from storage.articles import save as stored
from storage.stories.lists import StoredStory

from .articles import article_filters, checked
from .mentions import day
from .options import STORED_ID, format_option, tell_cut
from .output import Column, write_rows
from .settings import EXIT_USAGE, Settings
from .told import write_told

ROOMY = ("first", "languages", "first outlet", "exact", "near", "translated")  # only where there is room
COLUMNS: list[Column] = [
    ("story", "id"),
    ("first", lambda row: day(row["published_at"])),
    ("first outlet", "first_outlet"),
    ("credited to", "credit"),
    ("articles", "articles"),
    ("outlets", "outlets"),
    ("exact", "exact"),
    ("near", "near"),
    ("translated", "translated"),
    ("languages", "languages"),
    ("forums", "forums"),
    ("title", "title"),
]


class Stories(click.Group):
    """A group that lists stories where none of its commands is named: `stories --copies`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does, with `list` before options that are the list's."""
        options = args[0].startswith("-") and args[0] not in ctx.help_option_names if args else False
        if options or not (args or ctx.resilient_parsing):
            args = ["list", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands, and what the list takes."""
        listed = list_stories.shell_complete(click.Context(list_stories, parent=ctx), incomplete)
        own = super().shell_complete(ctx, incomplete)
        return [*own, *(item for item in listed if item.value not in {each.value for each in own})]


@click.group(cls=Stories)
def stories() -> None:
    """Stories: articles that tell the same, counted together; who told each first and how it spread.

    \b
    forumwatch stories --copies --forum gdec    those told more than once
    forumwatch stories list --help              by what they can be chosen
    forumwatch stories show 31                  who was first, what copies changed
    """


@stories.command("list")
@click.option("--copies", is_flag=True, help="Only stories told by more than one article.")
@article_filters
@click.pass_obj
def list_stories(settings: Settings, /, copies: bool, form: str, limit: int, **filters: Any) -> None:
    """Print stories, the last opened first. The word list may be left out.

    The first outlet is that of the earliest article; exact, near and translated count the copies of each kind.

    \b
    forumwatch stories list --copies --forum gdec
    """
    with settings.open() as db:
        checked(settings, db, filters)
        found = db.read(
            lambda conn: stored.list_stories(
                conn, limit=limit or None, copies_only=copies, site=dedupe.site, **filters
            )
        )
    rows = (asdict(story) for story in found)
    count = write_rows(rows, form, COLUMNS, fields_of(StoredStory), empty="no story matches", roomy=ROOMY)
    tell_cut(count, limit)


@stories.command(short_help="Who told one first, and how it spread.")
@click.argument("story_id", type=STORED_ID, metavar="ID")
@format_option
@click.pass_obj
def show(settings: Settings, story_id: int, form: str) -> None:
    """Print one story: who told it first, whom it is credited to, how it spread, what each copy cut and added.

    A time that is not known to the minute counts from the last moment that it can have been ("by"). jsonl and csv
    print a row for each article, json one row with everything: id, title, url, opened_at, articles, wordings, outlets,
    languages, forums, first, ties and earlier (ids of articles), credits, step_s, bars, uncompared, and the articles
    as tellings, with delay_s, and kept, cut and added as shares of letters. The number of a story that turned out to be
    one with an elder story leads to that.

    \b
    forumwatch stories show 31
    forumwatch stories show 31 --format json
    """
    from crawler.retold import retold
    from storage.stories.joins import led_to

    with settings.open() as db:
        found = db.read(retold, story_id)
        elder = None if found else db.read(led_to, story_id)
        if elder is not None:
            click.echo(f"story {story_id} turned out to be one with story {elder}", err=True)
            found = db.read(retold, elder)
    if found is None:
        click.echo(f"no story {story_id}; `forumwatch stories` tells which there are", err=True)
        raise SystemExit(EXIT_USAGE)
    if form == "table":
        write_told(found)
    elif form == "json":
        write_rows([story_row(found)], form, [], ())
    else:
        rows = (telling_row(found, telling) for telling in found.spread.tellings)
        write_rows(rows, form, [], TELLING_FIELDS)
