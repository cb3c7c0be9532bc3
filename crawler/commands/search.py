"""``search``: articles, or mentions, that a query finds, with the words that it found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

import click

from crawler.found import SHOWN_FIELDS, articles_found, mentions_found
from crawler.rows import MENTION_FIELDS, Row, article_fields
from storage.stories.relevance import WEIGHED

from .asking import understood
from .mentions import day
from .options import format_option, limit_option, tell_cut
from .output import Column, write_rows
from .settings import EXIT_USAGE, Settings

ARTICLE_COLUMNS: list[Column] = [
    ("id", "id"),
    ("published", lambda row: day(row["published_at"])),
    ("lang", "language"),
    ("outlet", "outlet"),
    ("title", lambda row: told(row["title_pieces"])),
    ("found", lambda row: told(row["excerpt"])),
]
MENTION_COLUMNS: list[Column] = [
    ARTICLE_COLUMNS[0],
    ARTICLE_COLUMNS[1],
    ("forum", lambda row: f"{row['forum_id']} {row['edition'] or ''}".strip()),
    ("role", "role"),
    *ARTICLE_COLUMNS[2:],
]
_SHORT = re.compile("-[a-zA-Z]")  # an option; the letter itself is barred behind --, or in quotes
ROOMY = ("lang", "outlet", "role")  # only where there is room for them


def told(pieces: Sequence[Row]) -> str:
    """The pieces as a person reads them, «what was found» told apart."""
    lead = "…" if pieces and pieces[0]["start"] else ""
    return lead + "".join(f"«{piece['text']}»" if piece["hit"] else piece["text"] for piece in pieces)


class Asking(click.Command):
    """A command whose words may begin with a minus: `search -sports gdec` asks for what does not have it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does, with the options first and all words behind them."""
        valued = {
            name
            for one in self.params
            if isinstance(one, click.Option) and not one.is_flag
            for name in one.opts
        }
        options: list[str] = []
        words: list[str] = []
        rest = iter(args)
        for arg in rest:
            if arg == "--":
                words += rest
            elif arg in valued:
                options += [arg, *islice(rest, 1)]
            else:
                # `-n 5` of another program's habit, read as words, would find nothing and say so
                named = arg.startswith("--") or _SHORT.fullmatch(arg)
                (options if named else words).append(arg)
        return super().parse_args(ctx, [*options, "--", *words] if words else options)


@click.command(cls=Asking)
@click.argument("words", metavar="QUERY", nargs=-1, required=True)
@click.option(
    "--mentions", "of_mentions", is_flag=True, help="List mentions that nobody rejected, not articles."
)
@click.option(
    "--by",
    type=click.Choice(["newest", "relevance"]),
    default="newest",
    show_default=True,
    help=f"What comes first; relevance weighs the newest {WEIGHED:,} hits.",
)
@limit_option(20)
@format_option
@click.pass_obj
def search(
    settings: Settings, /, words: tuple[str, ...], of_mentions: bool, by: str, limit: int, form: str
) -> None:
    """Search the articles in any language, and print what is found, with the words around it.

    \b
    Words that stand side by side must all be there. Put the query in single
    quotes, so that the shell leaves it alone.
      "digital economy"      these words together, in this order
      summit OR forum        either; NOT sports, -sports: not it; (…) binds
      gdec NEAR/5 beijing    at most five words apart
      conf*                  words that begin so
      title:gdec             in the title
      source:a,b lang:th country:TH outlet:news.example story:12
      forum:gdec edition:2024..2026 role:main        of a mention
      after:2025-07-01 before:2025-08 after:30d  published, else stored

    Scripts without spaces need none: 数字经济 finds its four signs wherever they stand together. Accents of Latin letters,
    case, widths and old and new forms of a sign make no difference.

    \b
    forumwatch search '"global digital economy" -sports'
    forumwatch search '数字经济 after:30d' --by relevance
    forumwatch search --mentions 'forum:gdec role:main lang:th,en'
    """
    if of_mentions and by == "relevance":
        raise click.UsageError("--by relevance is for articles; leave out --mentions")
    if not (said := " ".join(words)).strip():
        click.echo("nothing to search for; `forumwatch search --help` shows how to ask", err=True)
        raise SystemExit(EXIT_USAGE)
    with settings.open() as db:
        asked = understood(settings, db, said)
        if of_mentions:
            rows = db.read(lambda conn: mentions_found(conn, asked, limit=limit or None))
        else:
            rows = db.read(lambda conn: articles_found(conn, asked, limit=limit or None, by=by))
        fields = (*(MENTION_FIELDS if of_mentions else article_fields(False)), *SHOWN_FIELDS)
        columns = MENTION_COLUMNS if of_mentions else ARTICLE_COLUMNS
        count = write_rows(rows, form, columns, fields, empty="nothing is found", roomy=ROOMY)
    tell_cut(count, limit)
