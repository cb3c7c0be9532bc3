"""``articles`` and ``stories``: what was read, and which articles tell the same."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

from crawler.rows import article_fields, article_row, fields_of
from storage import articles as stored
from storage.database import Database
from storage.stories import StoredStory

from .known import check_source_id, forum_ids
from .mentions import day
from .options import format_option, limit_option, since_option
from .output import Column, write_rows
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

ROOMY = ("lang", "is", "first", "languages")  # only where there is room for them

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
        since_option("stored"),
        limit_option(50),
        format_option,
    ):
        function = option(function)
    return function


def checked(settings: Settings, db: Database, filters: dict[str, Any]) -> None:
    """Bring the filters' ids into the store's spelling; ends with exit 2 where one is unknown."""
    check_source_id(settings, db, filters["source"])
    if filters["forum"] is not None:
        (filters["forum"],) = forum_ids(settings, db, [filters["forum"]])


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
        checked(settings, db, filters)
        found = db.read(lambda conn: stored.list_articles(conn, full=full, limit=limit or None, **filters))
    write_rows(
        (article_row(a, full) for a in found),
        form,
        ARTICLE_COLUMNS,
        article_fields(full),
        empty="no article matches",
    )


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
        checked(settings, db, filters)
        found = db.read(
            lambda conn: stored.list_stories(conn, limit=limit or None, copies_only=copies, **filters)
        )
    write_rows(
        (asdict(s) for s in found), form, STORY_COLUMNS, fields_of(StoredStory), empty="no story matches"
    )
