"""``articles``: what was read."""

from __future__ import annotations

from typing import Any

import click

from crawler.rows import article_fields, article_row
from storage.articles import save as stored
from storage.database import Database

from .asking import HELP, asked_query
from .history import show_article
from .known import check_source_id, forum_ids
from .mentions import day
from .options import Language, format_option, limit_option, since_option, tell_cut
from .output import Column, write_rows
from .pages import article_page
from .settings import Settings

ARTICLE_COLUMNS: list[Column] = [
    ("id", "id"),
    ("published", lambda row: day(row["published_at"])),
    ("lang", "language"),
    ("outlet", "outlet"),
    ("title", "title"),
    ("story", "story_id"),
    ("is", "relation"),
    ("edits", lambda row: row["version"] - 1 or None),
    ("removed", lambda row: day(row["removed_at"])),
    ("url", "url"),
]


def article_filters(function: Any) -> Any:
    """The filters that articles and stories have."""
    for option in (
        click.option("--language", type=Language(), metavar="CODE", help="Only articles in this language."),
        click.option("--source", metavar="ID", help="Only what this source brought."),
        click.option("--forum", metavar="ID", help="Only articles that mention this forum."),
        click.option("--query", metavar="QUERY", help=HELP),
        since_option("stored"),
        limit_option(50),
        format_option,
    ):
        function = option(function)
    return function


def checked(settings: Settings, db: Database, filters: dict[str, Any]) -> None:
    """Bring the filters' ids into the store's spelling; ends with exit 2 where one is unknown."""
    filters["query"] = asked_query(settings, db, filters["query"])
    check_source_id(settings, db, filters["source"])
    if filters["forum"] is not None:
        (filters["forum"],) = forum_ids(settings, db, [filters["forum"]])


class Articles(click.Group):
    """A group that lists articles where none of its commands is named: `articles --language th`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does, with `list` before options that are the list's."""
        named = bool(args) and (args[0] in self.commands or args[0] in ctx.help_option_names)
        if not named and not ctx.resilient_parsing and (not args or args[0].startswith("-")):
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group(cls=Articles)
def articles() -> None:
    """What was read; and one article with what it says of forums and how its publisher edited it.

    \b
    forumwatch articles --language th --since 7d
    forumwatch articles list --help    by what they can be chosen
    forumwatch articles show 40        its mentions, and what each edit changed
    forumwatch articles page 40        its page, as it was served
    """


articles.add_command(show_article)
articles.add_command(article_page)


@articles.command("list")
@click.option("--full", is_flag=True, help="With the text (json, jsonl, csv).")
@article_filters
@click.pass_obj
def show_articles(settings: Settings, /, full: bool, form: str, limit: int, **filters: Any) -> None:
    """Print stored articles, the newest first. The word list may be left out.

    \b
    forumwatch articles --language th --since 7d
    forumwatch articles --forum gdec --full --format jsonl > gdec.jsonl
    """
    with settings.open() as db:
        checked(settings, db, filters)
        found = db.read(lambda conn: stored.list_articles(conn, full=full, limit=limit or None, **filters))
    count = write_rows(
        (article_row(a, full) for a in found),
        form,
        ARTICLE_COLUMNS,
        article_fields(full),
        empty="no article matches",
        roomy=("edits", "removed", "is", "url"),
    )
    tell_cut(count, limit)
