"""``forums``: the watchlist, how often each forum was in the news, and events that may join it."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from crawler import dedupe
from crawler.rows import COUNTED, Row, forum_row
from storage.database import StoreMissing
from storage.reports.counts import EditionCount, ForumCount, forum_counts

from .candidates import accept, list_candidates, reject
from .crawl import checked_watchlist
from .known import refuse
from .options import format_option
from .output import Column, plural, write_rows, write_values
from .settings import Settings
from .watching import add

Counts = dict[str, ForumCount]

COLUMNS: list[Column] = [
    ("forum", "forum_id"),
    ("name", "name"),
    ("tier", "tier"),
    ("host", "host"),
    ("names", lambda row: sum(len(names) for names in row["names"].values())),
    ("languages", lambda row: len(row["names"])),
    ("articles", "articles"),
    ("texts", "texts"),
    ("outlets", "outlets"),
    ("last found (UTC)", "last_found_at"),
]
APART = ("names", "abbreviations", "editions", "by_edition", "unverified")  # told line by line, or at the end
ROOMY = ("tier", "host", "names", "languages", "last found (UTC)")  # only where there is room for them

SLIM = ("texts", "outlets")


class Forums(click.Group):
    """A group that shows forums where none of its other commands is named: `forums`, `forums gdec`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does, with `show` before what is none of the commands and no question for help."""
        named = bool(args) and (args[0] in self.commands or args[0] in ctx.help_option_names)
        if not named and not (ctx.resilient_parsing and not args):
            args = [show.name or "", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands, and what `show` takes."""
        shown = show.shell_complete(click.Context(show, parent=ctx), incomplete)
        own = super().shell_complete(ctx, incomplete)
        return [*own, *(item for item in shown if item.value not in {each.value for each in own})]


@click.group(cls=Forums)
def forums() -> None:
    """The forums that are watched, how often each was in the news, and events that may join them.

    \b
    forumwatch forums                       the watchlist
    forumwatch forums gdec --format json    all that is known of one
    forumwatch forums add 'Harbour Data Assembly' --name zh=港湾数据大会
    forumwatch forums candidates            events that are not watched yet
    forumwatch forums accept 12             watch one of them
    """


forums.add_command(add)
forums.add_command(list_candidates)
forums.add_command(accept)
forums.add_command(reject)


@forums.command(short_help="The watchlist, or all that is known of one forum.")
@click.argument("forum_id", required=False)
@format_option
@click.pass_obj
def show(settings: Settings, forum_id: str | None, form: str) -> None:
    """Print the forums that are watched, or all that is known of one. The word show may be left out.

    \b
    forumwatch forums show
    forumwatch forums show gdec --format json
    """
    watchlist = checked_watchlist(settings.config())
    counts = _counts(settings)
    if forum_id is None:
        write_rows(
            (forum_row(forum.row(), counts.get(forum.id)) for forum in watchlist.forums.values()),
            form,
            COLUMNS,
            (*next(iter(watchlist.known.values())).row(), *COUNTED),
            roomy=ROOMY,
            slim=SLIM,
        )
        return
    by_lower = {name.lower(): forum for name, forum in watchlist.forums.items()}
    forum = by_lower.get(forum_id.lower()) or refuse("forum", forum_id, {*watchlist.forums, *forums.commands})
    row = forum_row(forum.row(), counts.get(forum.id))
    if form == "table":
        write_values(_told(row, counts), form)
    else:
        write_rows([row], form, COLUMNS, tuple(row))


def _counts(settings: Settings) -> Counts:
    """What is mentioned, by forum; nothing where there is no store yet."""
    try:
        with settings.open() as db:
            return {count.forum_id: count for count in db.read(forum_counts, dedupe.site)}
    except StoreMissing:
        return {}


def _told(row: Row, counts: Counts) -> Row:
    """All that is known of one forum, a line each; editions with how often they were mentioned."""
    count = counts.get(row["forum_id"])
    found = {each.edition: each for each in count.editions} if count else {}
    known = {edition["year"]: edition for edition in row["editions"]}
    told = {name: value for name, value in row.items() if name not in APART}
    told |= {f"names in {language}": names for language, names in row["names"].items()}
    told["abbreviations"] = [
        short["text"] + ("" if short["ambiguous"] == "none" else f" (ambiguous: {short['ambiguous']})")
        for short in row["abbreviations"]
    ]
    if None in found:
        told["no edition"] = _counted(found[None])
    for year in sorted(known.keys() | (found.keys() - {None}), key=lambda year: year or 0):
        edition = known.get(year, {})
        days = " to ".join(edition[key] for key in ("start", "end") if edition.get(key))
        parts = (days, edition.get("place"), edition.get("theme"), _counted(found.get(year)))
        told[f"edition {year}"] = ", ".join(part for part in parts if part)
    return told | {"names not verified": row["unverified"]}


def _counted(count: EditionCount | None) -> str:
    """In how many articles, texts and outlets an edition stands."""
    if count is None:
        return "0 articles"
    parts = ((count.mentions, "article"), (count.texts, "text"), (count.outlets, "outlet"))
    return " / ".join(plural(number, word) for number, word in parts)
