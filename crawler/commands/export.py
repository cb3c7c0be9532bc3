"""``export``: mentions, articles or stories as a file in a format of the world's."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import click
from sqlalchemy import Connection

from crawler import dedupe
from crawler.config import Config
from crawler.exports import BOM, FORMATS, KINDS, MARKED, About, ParquetMissing, Row, written
from crawler.rows import MENTION_FIELDS, article_fields, article_row, fields_of, mention_row
from storage.articles import save as read_articles
from storage.articles.save import StoredStory
from storage.engine.pages import each
from storage.mentions import stream as mentions
from storage.mentions.triage import NOT_REJECTED

from .asking import asked_query
from .filters import mention_filters
from .known import forum_ids
from .options import LIMIT
from .settings import Settings
from .whole import whole_file

BINARY = ("parquet",)
ONLY_MENTIONS = ("edition", "role", "triage")  # filters that articles and stories have not
ONE = {"mentions": "mention", "articles": "article", "stories": "story"}  # of KINDS


@click.command()
@click.option("--what", type=click.Choice(KINDS), default="mentions", show_default=True, help="The rows.")
@click.option("--format", "form", type=click.Choice(FORMATS), required=True, help="Of the file.")
@click.option("--to", "path", type=click.Path(path_type=Path), metavar="FILE", help="Default: stdout.")
@click.option("--force", is_flag=True, help="Take the place of a FILE that is there.")
@click.option("--full", is_flag=True, help="Articles with their text.")
@mention_filters("found, or stored", "new and confirmed")
@click.option("--limit", type=LIMIT, default=0, metavar="N", help="At most so many; 0: all.")
@click.pass_obj
def export(settings: Settings, /, **asked: Any) -> None:
    """Write mentions, articles or stories of one moment of the store, the newest first, in another program's format.

    csv, json, jsonl and parquet hold every field; atom and jsonfeed are for readers of feeds; bibtex and ris for
    those who cite. FILE appears under its name only when it is whole, and is not overwritten without --force; one of
    csv begins with the mark by which spreadsheets know UTF-8. csv-semicolon is for those of countries that write 0,5.

    \b
    forumwatch export --format csv --to mentions.csv
    forumwatch export --what articles --format ris --forum gdec --to gdec.ris
    forumwatch export --format atom --role main > main.atom
    """
    _check(asked)
    config = settings.config()
    count, rows_seen = 0, _Counted()
    with settings.open() as db:
        asked["forum"] = forum_ids(settings, db, asked["forum"])
        asked["query"] = asked_query(settings, db, asked["query"])

        def write(conn: Connection) -> None:
            rows, fields = _rows(conn, asked)
            about = About(asked["what"], fields, datetime.now(UTC), _title(asked), authority(config))
            try:
                pieces = written(rows_seen.of(rows), asked["form"], about)
            except ParquetMissing as err:
                raise click.UsageError(str(err)) from None
            with _file(asked["path"], asked["force"]) as out:
                if asked["form"] in MARKED and asked["path"] is not None:
                    out.write(BOM)
                for piece in pieces:
                    out.write(piece)

        db.read(write)
    count = rows_seen.count
    if asked["path"] is not None:
        rows = asked["what"] if count != 1 else ONE[asked["what"]]
        click.echo(f"{count:,} {rows} in {asked['path']}", err=True)


class _Counted:
    """How many rows went by."""

    count = 0

    def of(self, rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            self.count += 1
            yield row


def _check(asked: dict[str, Any]) -> None:
    """Refuse what cannot be meant, before anything is written."""
    what, path = asked["what"], asked["path"]
    foreign = [name for name in ONLY_MENTIONS if asked[name]]
    if what != "mentions" and foreign:
        raise click.UsageError(f"--{foreign[0]} is for mentions; {what} have none")
    if what != "mentions" and (len(asked["language"]) > 1 or len(asked["forum"]) > 1):
        raise click.UsageError(f"{what} take one --language and one --forum")
    if asked["full"] and what != "articles":
        raise click.UsageError("--full is for articles")
    if path is None and asked["form"] in BINARY and sys.stdout is not None and sys.stdout.isatty():
        raise click.UsageError(f"{asked['form']} is nothing for a terminal; name a file: --to FILE")
    if path is not None and path.is_dir():
        raise click.UsageError(f"{path} is a folder; name a file in it")
    if path is not None and path.exists() and not path.is_file():
        raise click.UsageError(f"{path} is no file; without --to the rows go to stdout")
    if path is not None and path.exists() and not asked["force"]:
        raise click.UsageError(f"{path} is there already; --force overwrites it")


def _rows(conn: Connection, asked: dict[str, Any]) -> tuple[Iterator[Row], tuple[str, ...]]:
    """The rows as they are read, and their fields."""
    limit, common = asked["limit"] or None, {"query": asked["query"], "since": asked["since"]}
    if asked["what"] == "mentions":
        filters = {name: asked[name] for name in ("forum", "edition", "language", "role")}
        filters |= {"triage": asked["triage"] or NOT_REJECTED, **common}
        found = each(partial(mentions.newest, conn, **filters), lambda m: m.position, limit)
        signed = asked["form"] in ("atom", "jsonfeed", "bibtex", "ris")
        return (mention_row(m) | ({"authors": m.authors} if signed else {}) for m in found), MENTION_FIELDS
    first: dict[str, Any] = {name: next(iter(asked[name]), None) for name in ("forum", "language")}
    if asked["what"] == "articles":
        full = asked["full"]
        lists = partial(read_articles.list_articles, conn, full=full, **first, **common)
        articles = each(lists, lambda a: a.id, limit)
        return (article_row(a, full) for a in articles), article_fields(full)
    stories = each(
        partial(read_articles.list_stories, conn, site=dedupe.site, **first, **common), lambda s: s.id, limit
    )
    names = fields_of(StoredStory)
    return ({name: getattr(story, name) for name in names} for story in stories), names


@contextmanager
def _file(path: Path | None, force: bool) -> Iterator[BinaryIO]:
    """Where the pieces go: stdout, or a file that appears when it is whole."""
    if path is not None:
        with whole_file(path, force) as out:
            yield out
        return
    yield sys.stdout.buffer
    sys.stdout.buffer.flush()


def _title(asked: dict[str, Any]) -> str:
    forums = ", ".join(asked["forum"])
    return f"forumwatch: {asked['what']}{f' of {forums}' if forums else ''}"


def authority(config: Config) -> str:
    """In whose name ids are made: the contact that sources.yaml names, which is the user's own."""
    contact = config.fetch.contact or ""
    if "@" in contact:
        return contact.strip()
    return dedupe.site(contact) if contact.startswith(("http://", "https://")) else "forumwatch"
