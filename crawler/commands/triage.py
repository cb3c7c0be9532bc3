"""``triage``: what a person says of mentions."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import Any

import click

from crawler.rows import MENTION_FIELDS, mention_row
from storage.database import Database
from storage.mentions import StoredMention, one
from storage.records import Triage
from storage.triage import MAX_NAME, MAX_NOTE, REASONS, NoMention
from storage.triage import triage as say

from .options import STORED_ID, format_option
from .output import Column, harmless, write_rows
from .settings import EXIT_FAILED, Settings

COLUMNS: list[Column] = [
    ("id", "id"),
    ("now", "triage"),
    ("reason", "reason"),
    ("by", "triaged_by"),
    ("at (UTC)", "triaged_at"),
    ("forum", lambda row: f"{row['forum_id']} {row['edition'] or ''}".strip()),
    ("title", "title"),
    ("note", "note"),
]


def login_name() -> str:
    """Who runs the program, as the system knows them."""
    try:
        return getpass.getuser()[:MAX_NAME]
    except (KeyError, OSError, ImportError):  # a user without a name, as in many containers
        return "unknown"


@click.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True, type=STORED_ID)
@click.option("--confirm", "confirmed", is_flag=True, help="It is what it says.")
@click.option(
    "--reject",
    "reason",
    type=click.Choice(REASONS),
    is_flag=False,
    flag_value="",  # without a reason: the fault names those there are
    help="It is not, or nobody need know; why.",
)
@click.option("--reset", "new", is_flag=True, help="Take back what was said; a note stays.")
@click.option("--note", metavar="TEXT", help='Takes the place of the last note; "" of none.')
@click.option("--by", metavar="NAME", help="Who says so. Default: your login name.")
@format_option
@click.pass_obj
def triage(settings: Settings, /, **asked: Any) -> None:
    """Say of mentions, by the ids that `mentions` prints, that they are right, wrong or new again.

    Who said so, when and why is kept, also when the article is edited or the rules change. An id that is not
    there is told and ends with exit 1; the others are done all the same. What another person had said is told.

    \b
    forumwatch triage 12 --confirm
    forumwatch triage 12 13 --reject false-positive --note "the nutrition programme"
    forumwatch triage 12 --reset
    forumwatch mentions --triage new --forum gdec          what nobody has looked at
    """
    if [asked["confirmed"], asked["reason"] is not None, asked["new"]].count(True) != 1:
        raise click.UsageError("say one of --confirm, --reject REASON and --reset")
    by = asked["by"] if asked["by"] is not None else login_name()
    if not by.strip() or len(by) > MAX_NAME:
        raise click.BadParameter(f"a name has 1 to {MAX_NAME} characters", param_hint="--by")
    if len(asked["note"] or "") > MAX_NOTE:
        raise click.BadParameter(f"a note has {MAX_NOTE} characters at most", param_hint="--note")
    verdict: Triage = "rejected" if asked["reason"] else "confirmed" if asked["confirmed"] else "new"
    said = {"by": by, "reason": asked["reason"], "note": asked["note"]}
    with settings.open() as db:
        done, missing, replaced = _said(db, dict.fromkeys(asked["ids"]), verdict, said)
    write_rows(map(mention_row, done), asked["form"], COLUMNS, MENTION_FIELDS, empty="", roomy=("at (UTC)",))
    for told in replaced:
        click.echo(harmless(told), err=True)
    for why in missing:
        click.echo(f"{harmless(why)}; `forumwatch mentions` tells which there are", err=True)
    if missing:
        raise SystemExit(EXIT_FAILED)


def _said(
    db: Database, ids: dict[int, None], verdict: Triage, said: dict[str, Any]
) -> tuple[list[StoredMention], list[str], list[str]]:
    """The mentions that were spoken of, why others were not, and what of other people it takes the place of; one
    transaction."""

    def speak(conn: Any) -> tuple[list[StoredMention], list[str], list[str]]:
        done, missing, replaced, now = [], [], [], datetime.now(UTC)
        for mention_id in ids:
            before = one(conn, mention_id)
            try:
                done.append(say(conn, mention_id, verdict, now=now, **said))
            except NoMention as err:
                missing.append(str(err))
            if before and (told := _takes_the_place(before, verdict, said)):
                replaced.append(told)
        return done, missing, replaced

    return db.call(speak)


def _takes_the_place(before: StoredMention, verdict: Triage, said: dict[str, Any]) -> str | None:
    """What another person had said of a mention, where this is something else."""
    if before.triage == "new" or before.triaged_by in (None, said["by"]):
        return None
    if (before.triage, before.reason) == (verdict, said["reason"]):
        return None
    reason = f" ({before.reason})" if before.reason else ""
    at = f" on {before.triaged_at:%Y-%m-%d %H:%M} UTC" if before.triaged_at else ""
    return f"mention {before.id}: {verdict} takes the place of {before.triage}{reason}, said by {before.triaged_by}{at}"
