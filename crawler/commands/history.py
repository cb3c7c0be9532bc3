"""``articles show``: one article, what it says of forums, and how it was before its publisher edited it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any, NoReturn

import click

from crawler.changed import history_row, places, said_row, version_rows
from crawler.rows import Row, outlet_of
from crawler.whereabouts import is_address, known, why_none
from storage.articles.history import History, Version, history
from storage.database import Database

from .mentions import was
from .options import STORED_ID, Whole, format_option
from .output import Column, edition_told, harmless, write_rows, write_values, zoned
from .settings import EXIT_FAILED, EXIT_USAGE, Settings

MOST_SHOWN = 30  # changed places of one version, for a person
MOST_WORDS = 300  # characters of one passage; --format json has all of it

MENTION_COLUMNS: list[Column] = [
    ("mention", "id"),
    ("forum", lambda row: f"{row['forum_id']} {row['edition'] or ''}".strip()),
    ("role", "role"),
    ("score", "score"),
    ("triage", lambda row: ", ".join(filter(None, (row["triage"], edition_told(row))))),
    ("found (UTC)", "found_at"),
    ("gone (UTC)", "gone_at"),
]
CHANGE_COLUMNS: list[Column] = [
    ("at (UTC)", "at"),
    ("mention", "mention_id"),
    ("what", "what"),
    ("before", lambda row: was(row["before"])),
]


class Which(click.ParamType[Any]):
    """An article by its id or its address."""

    name = "id"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """An int, or the address."""
        if is_address(str(value)):
            return value
        if not str(value).strip().lstrip("+-").isdecimal():
            self.fail(f"{value!r} is neither an article's id nor an address, https://…", param, ctx)
        return STORED_ID.convert(value, param, ctx)


@click.command("show", short_help="One article: its mentions, and what each version changed.")
@click.argument("which", metavar="ID|ADDRESS", type=Which())
@click.option("--version", type=Whole(1), metavar="N", help="Its words as they were in version N.")
@click.option("--full", is_flag=True, help="With the text of the last version.")
@format_option
@click.pass_obj
def show_article(settings: Settings, which: int | str, version: int | None, full: bool, form: str) -> None:
    """Print one article: its mentions, and each version with what it changed. Of an address that was not stored, print
    why.

    What was taken out stands in [-…-], what was put in in {+…+}. `forumwatch articles` prints the ids.

    \b
    forumwatch articles show 40
    forumwatch articles show https://news.example/2026/opening
    forumwatch articles show 40 --version 1      its words before the first edit
    forumwatch articles show 40 --format json
    """
    with settings.open() as db:
        found = db.read(history, id_of(db, which))
    if found is None:
        _refuse(f"no article {which}; `forumwatch articles` prints those there are")
    if version is not None:
        _print_version(found, version, form)
    elif form == "table":
        _print(found, full)
    else:
        row = history_row(found, full)
        write_rows([row], form, [], tuple(row))


def id_of(db: Database, which: int | str) -> int:
    """The article's id; ends with exit 1 where there is none of that address."""
    if isinstance(which, int):
        return which
    at = db.read(known, which)
    if at is None or at.article_id is None:
        click.echo(harmless(why_none(at)), err=True)
        raise SystemExit(EXIT_FAILED)
    return at.article_id


def _print_version(found: History, version: int, form: str) -> None:
    wanted = next((v for v in found.versions if v.version == version), None)
    if wanted is None:
        _refuse(f"article {found.stored.id} has no version {version}; it has {len(found.versions)}")
    if form != "table":
        row = {"id": found.stored.id, **asdict(wanted)}
        write_rows([row], form, [], tuple(row))
        return
    _write_text(wanted)


def _print(found: History, full: bool) -> None:
    write_values(_head(found), "table")
    if found.mentions:
        click.echo()
        rows = [said_row(said) for said in found.mentions]
        write_rows(rows, "table", MENTION_COLUMNS, ())
    click.echo()
    for row in version_rows(found.versions):
        for line in _told_version(row):
            click.echo(line)
    if found.changes:
        click.echo()
        write_rows([asdict(happened) for happened in found.changes], "table", CHANGE_COLUMNS, ())
    if full:
        click.echo()
        _write_text(found.versions[-1])


def _head(found: History) -> Row:
    stored, article, watched = found.stored, found.stored.article, found.watched
    told = {
        "id": stored.id,
        "title": article.title,
        "url": article.url,
        "outlet": outlet_of(stored),
        "language": article.language,
        "published": article.published_at,
        "stored": stored.stored_at,
        "story": f"{stored.story_id} ({stored.relation})",
        "removed": stored.removed_at,
    }
    if watched is not None:
        told |= {
            "looked at again": "once" if watched.visits == 1 else f"{watched.visits} times",
            "last answer": watched.seen_at,
        }
        told |= {
            "next look": watched.due_at,
            "missing since": watched.missing_at,
            "last look": watched.message,
        }
    return {name: value for name, value in told.items() if value is not None}


def _told_version(row: Row) -> Iterator[str]:
    """A line for the version, and one for each place that it changed."""
    parts = [f"version {row['version']}", zoned(row["stored_at"])]
    if row["changed"]:
        parts.append(f"words removed: {row['removed']}, added: {row['added']}")
    yield "  ".join(parts)
    if row["correction"]:
        yield f"  corrects: {harmless(row['correction'])}"
    for part, passages in row["changed"].items():
        lines = list(_places(passages))
        for line in lines[:MOST_SHOWN]:
            yield f"  {'headline' if part == 'title' else part}: {line}"
        if len(lines) > MOST_SHOWN:
            yield f"  and {len(lines) - MOST_SHOWN} places more; --format json has all"


def _places(passages: Sequence[Row]) -> Iterator[str]:
    """The changed places one by one, each with a little of what stands around it."""
    for place in places(passages):
        yield "".join(_marked(what, harmless(text)) for what, text in place).strip()


def _marked(what: str, text: str) -> str:
    if what == "equal":
        return text
    cut = text if len(text) <= MOST_WORDS else text[: MOST_WORDS - 1] + "…"
    return f"[-{cut}-]" if what == "removed" else f"{{+{cut}+}}"


def _write_text(version: Version) -> None:
    for line in (version.title, "", *filter(None, (version.summary,)), *version.text.split("\n")):
        click.echo(harmless(line))


def _refuse(why: str) -> NoReturn:
    click.echo(why, err=True)
    raise SystemExit(EXIT_USAGE)
