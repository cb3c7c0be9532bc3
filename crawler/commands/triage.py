"""``triage``: what a person says of mentions."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import click

from crawler.rows import MENTION_FIELDS, mention_row
from storage.database import Database
from storage.mentions.stream import StoredMention, one
from storage.mentions.triage import MAX_NAME, MAX_NOTE, REASONS, NoMention, Said, edition_named, edition_of
from storage.mentions.triage import triage as say
from storage.records import Triage

from .options import STORED_ID, format_option
from .output import Column, harmless, write_rows
from .settings import EXIT_USAGE, Settings

COLUMNS: list[Column] = [
    ("id", "id"),
    ("now", "triage"),
    ("reason", "reason"),
    ("by", "triaged_by"),
    ("at (UTC)", "triaged_at"),
    ("forum", lambda row: f"{row['forum_id']} {row['edition'] or ''}".strip()),
    ("edition by", "edition_by"),
    ("rules", lambda row: (row["edition_ruled"] or "none") if row["edition_by"] else ""),
    ("title", "title"),
    ("note", "note"),
]


class EditionSaid(click.ParamType[Said]):
    """Which edition a person says that a mention is of."""

    name = "edition"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Said:
        """A year, or one of the words for none and for what the rules say."""
        try:
            return edition_of(str(value))
        except ValueError as err:
            self.fail(str(err), param, ctx)


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
@click.option("--reset", "new", is_flag=True, help="Take back the verdict; note and edition stay.")
@click.option(
    "--edition",
    type=EditionSaid(),
    metavar="YEAR|none|machine",
    help="Which edition it is of: a year, none, or again what the rules say (machine). Alone it leaves the rest.",
)
@click.option("--note", metavar="TEXT", help='Takes the place of the last note; "" of none.')
@click.option("--by", metavar="NAME", help="Who says so. Default: your login name.")
@format_option
@click.pass_obj
def triage(settings: Settings, /, **asked: Any) -> None:
    """Say of mentions, by the ids that `mentions` prints, that they are right, wrong or new again, and of which edition.

    Who said so, when and why is kept, also when the article is edited or the rules change. An id that is not
    there is told and ends with exit 2; the others are done all the same. What another person had said is told. Of
    the edition that a person says, it is listed, found and counted; what the rules say stands beside it.

    \b
    forumwatch triage 12 --confirm
    forumwatch triage 12 13 --reject false-positive --note "of a diet"
    forumwatch triage 12 --edition 2025             of another year than they say
    forumwatch triage 12 --reset --edition machine  as if nobody had spoken
    forumwatch mentions --triage new --forum gdec  what nobody has looked at
    """
    verdicts = [asked["confirmed"], asked["reason"] is not None, asked["new"]].count(True)
    if verdicts > 1 or (not verdicts and asked["edition"] is None):
        raise click.UsageError("say one of --confirm, --reject REASON and --reset, or an --edition")
    by = asked["by"] if asked["by"] is not None else login_name()
    if not by.strip() or len(by) > MAX_NAME:
        raise click.BadParameter(f"a name has 1 to {MAX_NAME} characters", param_hint="--by")
    if len(asked["note"] or "") > MAX_NOTE:
        raise click.BadParameter(f"a note has {MAX_NOTE} characters at most", param_hint="--note")
    verdict: Triage | None = "rejected" if asked["reason"] else "confirmed" if asked["confirmed"] else "new"
    said = {"by": by, "reason": asked["reason"], "note": asked["note"], "edition": asked["edition"]}
    with settings.open() as db:
        done, missing, replaced = _said(db, dict.fromkeys(asked["ids"]), verdict if verdicts else None, said)
    roomy = ("at (UTC)", "edition by", "rules")
    write_rows(map(mention_row, done), asked["form"], COLUMNS, MENTION_FIELDS, empty="", roomy=roomy)
    for told in replaced:
        click.echo(harmless(told), err=True)
    for why in missing:
        click.echo(harmless(why), err=True)
    if missing:
        raise SystemExit(EXIT_USAGE)


def _said(
    db: Database, ids: dict[int, None], verdict: Triage | None, said: dict[str, Any]
) -> tuple[list[StoredMention], list[str], list[str]]:
    """The mentions that were spoken of, why others were not, and what of other people it takes the place of; one
    transaction. Without a verdict each keeps its own.
    """

    def speak(conn: Any) -> tuple[list[StoredMention], list[str], list[str]]:
        done, missing, now = list[StoredMention](), list[str](), datetime.now(UTC)
        replaced: list[str] = []
        for mention_id in ids:
            before = one(conn, mention_id)
            kept = {"reason": before.reason} if before and verdict is None else {}
            saying = verdict or (before.triage if before else "new")
            try:
                after = say(conn, mention_id, saying, now=now, **said | kept)
            except NoMention as err:
                missing.append(f"{err}; `forumwatch mentions` tells which there are")
                continue
            except ValueError as err:
                missing.append(f"mention {mention_id}: {err}")
                continue
            done.append(after)
            replaced += _takes_the_place(before, after) if before else ()
        return done, missing, replaced

    return db.call(speak)


def _takes_the_place(before: StoredMention, after: StoredMention) -> Iterator[str]:
    """What another person had said of a mention, where this is something else."""
    was, by = (before.triage, before.reason), after.triaged_by
    if before.triage != "new" and before.triaged_by not in (None, by) and was != (after.triage, after.reason):
        reason = f" ({before.reason})" if before.reason else ""
        at = f" on {before.triaged_at:%Y-%m-%d %H:%M} UTC" if before.triaged_at else ""
        place = f"{after.triage} takes the place of {before.triage}{reason}"
        yield f"mention {before.id}: {place}, said by {before.triaged_by}{at}"
    if before.edition_by not in (None, by) and before.edition_by != after.edition_by:
        place = f"{edition_named(after)} takes the place of {edition_named(before)}"
        yield f"mention {before.id}: {place}, said by {before.edition_by}"
