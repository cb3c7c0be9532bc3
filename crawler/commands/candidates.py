"""``forums candidates``, ``accept`` and ``reject``: events that are not watched yet, and a person's word on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import click

from crawler.flag import Watchlist, known_as
from crawler.rows import Row
from storage.database import Database
from storage.mentions import candidates as stored
from storage.mentions.candidates import StoredCandidate

from .crawl import checked_watchlist
from .options import STORED_ID, format_option
from .output import Column, write_rows
from .settings import Settings
from .watching import UNKNOWN, new_id, tell_written, write_forum
from .written import refuse

COLUMNS: list[Column] = [
    ("id", "id"),
    ("name", "name"),
    ("language", "language"),
    ("outlets", "outlets"),
    ("articles", "articles"),
    ("last seen (UTC)", "last_at"),
    ("evidence", lambda row: row["quote"] and _around(row["quote"])),
]
FIELDS = (
    "id",
    "name",
    "language",
    "state",
    "outlets",
    "articles",
    "first_at",
    "last_at",
    "quote",
    "url",
)


@click.command("candidates", short_help="Events of the kind that are not on the watchlist yet.")
@click.option("--all", "everything", is_flag=True, help="Also what one outlet named, and what was decided.")
@format_option
@click.pass_obj
def list_candidates(settings: Settings, everything: bool, form: str) -> None:
    """Print events of the watched kind that are not on the watchlist, with the words that name them.

    An event is proposed when two independent outlets named it: different sites with different stories.

    \b
    forumwatch forums candidates
    forumwatch forums candidates --all --format csv
    """
    watchlist = checked_watchlist(settings.config())
    with settings.open() as db:
        found = db.read(stored.list_candidates, all=everything)
    rows = (_row(c) for c in found if everything or not known_as(c.name, watchlist))
    columns = [*COLUMNS[:3], ("state", "state"), *COLUMNS[3:]] if everything else COLUMNS
    empty = "no candidates" if everything else "nothing is proposed; --all shows what one outlet alone named"
    write_rows(rows, form, columns, FIELDS, empty=empty, roomy=("language", "last seen (UTC)"))


def _row(candidate: StoredCandidate) -> Row:
    return {name: value for name, value in asdict(candidate).items() if name in FIELDS}


def _around(quote: Mapping[str, Any]) -> str:
    return f"{quote['prefix']}[{quote['exact']}]{quote['suffix']}"


@click.command(short_help="Watch a candidate: its stanza is written into sources.yaml.")
@click.argument("candidate_id", metavar="ID", type=STORED_ID)
@click.option(
    "--as", "forum_id", metavar="FORUM-ID", help="What it is called in mentions; else made of its name."
)
@click.pass_obj
def accept(settings: Settings, candidate_id: int, forum_id: str | None) -> None:
    """Watch a candidate: write its stanza under forums: add: in sources.yaml, and print it.

    Everything else in the file stays as it is. The daemon knows the forum from its next start on.

    \b
    forumwatch forums accept 12
    forumwatch forums accept 12 --as asia-data-forum
    """
    config = settings.config()
    watchlist = checked_watchlist(config)
    with settings.open() as db:
        candidate = _open_candidate(db, candidate_id)
        if known := known_as(candidate.name, watchlist):
            refuse(f"{candidate.name!r} is a name of {known} already")
        forum = _forum(candidate, forum_id, watchlist)
        write_forum(settings, config, forum)
        db.call(stored.set_state, candidate_id, "accepted")
    tell_written(config, forum)


@click.command(short_help="Say that a candidate is no forum of ours.")
@click.argument("candidate_id", metavar="ID", type=STORED_ID)
@click.pass_obj
def reject(settings: Settings, candidate_id: int) -> None:
    """Say that a candidate is no forum of ours; it is not proposed again.

    \b
    forumwatch forums reject 12
    """
    with settings.open() as db:
        candidate = _open_candidate(db, candidate_id)
        db.call(stored.set_state, candidate_id, "rejected")
    click.echo(f"{candidate.name} is not proposed again", err=True)


def _open_candidate(db: Database, candidate_id: int) -> StoredCandidate:
    """The candidate of that id; ends with exit 2 where there is none, or it was accepted."""
    candidate = db.read(stored.find_candidate, candidate_id)
    if candidate is None:
        refuse(f"no candidate {candidate_id}; `forumwatch forums candidates --all` tells which there are")
    if candidate.state == "accepted":
        refuse(f"candidate {candidate_id} is accepted already")
    return candidate


def _forum(candidate: StoredCandidate, given: str | None, watchlist: Watchlist) -> dict[str, Any]:
    """The candidate in the shape of the watchlist."""
    forum: dict[str, Any] = {"id": new_id(candidate.name, given, watchlist), "name": candidate.name}
    forum["names"] = {candidate.language or ("en" if candidate.name.isascii() else UNKNOWN): [candidate.name]}
    if candidate.url:
        forum["seen"] = {candidate.name: candidate.url}
    return forum
