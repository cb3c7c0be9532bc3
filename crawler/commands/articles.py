"""``articles`` and ``stories``: what was read, and which articles tell the same."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

from storage import articles as stored

from .mentions import day
from .options import format_option, limit_option, since_option
from .output import Column, write_rows
from .rows import article_row
from .settings import Settings

ARTICLE_COLUMNS: list[Column] = [
    ("id", "id"),
    ("published", lambda row: day(row["published_at"])),
    ("lang", "language"),
    ("outlet", lambda row: row["site_name"] or row["source_id"]),
    ("title", "title"),
    ("story", "story_id"),
    ("is", "relation"),
    ("url", "url"),
]

STORY_COLUMNS: list[Column] = [
    ("story", "id"),
    ("first", lambda row: day(row["published_at"])),
    ("articles", "articles"),
    ("outlets", "outlets"),
    ("languages", "languages"),
    ("forums", "forums"),
    ("title", "title"),
]


def article_filters(function: Any) -> Any:
    """The filters both verbs have."""
    for option in (
        click.option("--language", metavar="CODE", help="Only articles in this language."),
        click.option("--source", metavar="ID", help="Only what this source brought."),
        click.option("--forum", metavar="ID", help="Only articles that mention this forum."),
        click.option("--query", metavar="WORDS", help="Only articles whose title or text holds these words."),
        since_option,
        limit_option(50),
        format_option,
    ):
        function = option(function)
    return function


@click.command()
@click.option("--full", is_flag=True, help="With the text (json, jsonl, csv).")
@article_filters
@click.pass_obj
def articles(settings: Settings, /, full: bool, form: str, limit: int, **filters: Any) -> None:
    """Print stored articles, the newest first.

    \b
    forumwatch articles --language th --since 7d
    forumwatch articles --forum gdec --full --format jsonl > gdec.jsonl
    """
    with settings.open() as db:
        found = db.read(lambda conn: stored.list_articles(conn, full=full, limit=limit or None, **filters))
    write_rows((article_row(a, full) for a in found), form, ARTICLE_COLUMNS, empty="no article matches")


@click.command()
@click.option("--copies", is_flag=True, help="Only stories told by more than one article.")
@article_filters
@click.pass_obj
def stories(settings: Settings, /, copies: bool, form: str, limit: int, **filters: Any) -> None:
    """Print stories: articles that tell the same, counted together.

    \b
    forumwatch stories --copies --forum gdec
    """
    with settings.open() as db:
        found = db.read(
            lambda conn: stored.list_stories(conn, limit=limit or None, copies_only=copies, **filters)
        )
    write_rows((asdict(s) for s in found), form, STORY_COLUMNS, empty="no story matches")
