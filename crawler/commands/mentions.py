"""``mentions``: what the store knows of forums in the news, and what a reader has not seen yet."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import click

from crawler.rows import CHANGE_FIELDS, MENTION_FIELDS, Row, change_row, mention_row, told_before
from crawler.sure import proof, sure
from storage.database import Database
from storage.engine.refusals import StoreError
from storage.mentions import cursors
from storage.mentions import stream as stored
from storage.mentions.cursors import CursorMoved, Stream
from storage.mentions.triage import NOT_REJECTED
from storage.reports import standing as reports

from .asking import asked_query
from .filters import mention_filters
from .known import forum_ids, unheeded
from .options import STORED_ID, format_option, limit_option, tell_cut, typed
from .output import Column, edition_told, harmless, shown, write_rows
from .settings import EXIT_ASKED, EXIT_FAILED, Settings

CURSOR_LENGTH = 200  # of a name: room for an address, none for a paste gone wrong
COLUMNS: list[Column] = [
    ("id", "id"),
    ("published", lambda row: day(row["published_at"])),
    ("forum", lambda row: f"{row['forum_id']} {row['edition'] or ''}".strip()),
    ("role", "role"),
    ("score", "score"),
    ("lang", "language"),
    ("outlet", "outlet"),
    ("title", lambda row: row["title"] + (" (removed)" if row["removed_at"] else "")),
    ("evidence", lambda row: quote(row)),
    ("triage", lambda row: triaged(row)),
]
ROOMY = ("score", "lang", "outlet", "triage")  # only where there is room for them
CHANGE_COLUMNS: list[Column] = [
    ("at (UTC)", "at"),
    ("what", "what"),
    ("id", "id"),
    ("forum", lambda row: f"{row['forum_id']} {row['edition'] or ''}".strip()),
    ("role", "role"),
    ("title", "title"),
    ("before", lambda row: was(row["before"])),
]


def day(moment: datetime | None) -> str:
    """The day in the publisher's own offset."""
    return moment.date().isoformat() if moment else ""


def quote(row: Row) -> str:
    """The first evidence as a person reads it."""
    evidence = row["evidence"]
    return f"“{shown(evidence[0]['exact'])}” in {evidence[0]['field']}" if evidence else ""


def triaged(row: Row) -> str:
    """What people said of it, as far as it is something."""
    verdict = "" if row["triage"] == "new" else row["triage"]
    return ", ".join(filter(None, (verdict, edition_told(row))))


def cursor_name(name: str) -> str:
    """`name`, if a cursor can have it."""
    if not name.strip() or len(name) > CURSOR_LENGTH or not name.isprintable():
        raise click.BadParameter(f"a cursor's name has 1 to {CURSOR_LENGTH} visible characters")
    return name


def was(before: dict[str, Any] | None) -> str:
    """What differs of a mention, as it was."""
    return "; ".join(f"{name} {shown(value) or 'none'}" for name, value in told_before(before).items())


@click.command()
@click.option("--new", is_flag=True, help="Only what the cursor has not passed; then move it on.")
@click.option(
    "--cursor",
    metavar="NAME",
    default="default",
    show_default=True,
    callback=lambda ctx, param, name: cursor_name(name),
    help="Whose place in the stream.",
)
@click.option(
    "--changes",
    is_flag=True,
    help="What became of mentions since the cursor last asked so; then move it on.",
)
@click.option("--peek", is_flag=True, help="With --new or --changes: leave the cursor where it is.")
@mention_filters("found", "new and confirmed; with --new all of them")
@limit_option(50)
@click.option(
    "--explain", type=STORED_ID, metavar="ID", help="Say why this one mention is there, and nothing else."
)
@click.option("--fail-if-new", is_flag=True, help="Exit 10 when anything is printed.")
@click.option("--fail-if-none", is_flag=True, help="Exit 10 when nothing is printed.")
@format_option
@click.pass_obj
def mentions(settings: Settings, /, **asked: Any) -> None:
    """Print mentions of forums: the newest, or with --new those a cursor has not passed.

    A cursor is a named reader's place. It moves on only after everything was printed, so a run that is
    killed repeats what it had not finished and skips nothing. --new has no limit unless you give one. Programs that
    must do more than print read with --peek and then say how far they came: `forumwatch cursors advance`.

    --changes follows mentions after they were found, with a place of its own under the same name: changed (what is
    in `before` was otherwise), gone, back, removed (its article was) and triaged.

    What a person rejected (`forumwatch triage`) is left out, unless --triage names it; --new brings it all the
    same, for a cursor never skips.

    With filters, --new passes over all that they leave out: the cursor moves behind that as well, and does
    not bring it later. Give each set of filters a cursor of its own.

    \b
    forumwatch mentions                           the newest 50
    forumwatch mentions --new --cursor press      once each, as they were found
    forumwatch mentions --forum gdec --edition 2025 --role main --since 30d
    forumwatch mentions --new --cursor bot --format jsonl --fail-if-none
    forumwatch mentions --explain 12              which words and rules say so
    """
    if asked["explain"] is not None:
        from .explain import print_explanation

        print_explanation(settings, asked["explain"], asked["form"])
        return
    _refuse_contradictions(asked)
    follows = asked["new"] or asked["changes"]
    with settings.open() as db:
        filters = _filters(settings, db, asked, follows)
        if follows:
            count = _follow(settings, db, asked, filters, _limit(asked, follows))
        else:
            found = db.read(lambda conn: stored.newest(conn, limit=_limit(asked, follows), **filters))
            count = _print("mentions", found, asked["form"], "no mention matches")
            tell_cut(count, asked["limit"])
    if (asked["fail_if_new"] and count) or (asked["fail_if_none"] and not count):
        raise SystemExit(EXIT_ASKED)


def _refuse_contradictions(asked: dict[str, Any]) -> None:
    if asked["new"] and asked["changes"]:
        raise click.UsageError("--new and --changes are two streams; ask for one after the other")
    if asked["peek"] and not (asked["new"] or asked["changes"]):
        raise click.UsageError("--peek is for --new and --changes; without them no cursor moves")
    if not (asked["new"] or asked["changes"]) and typed("cursor"):
        raise click.UsageError(
            "--cursor is for --new and --changes; without them it is not asked where it stands"
        )
    if asked["fail_if_new"] and asked["fail_if_none"]:
        raise click.UsageError("--fail-if-new and --fail-if-none together would always fail; keep one")


def _limit(asked: dict[str, Any], follows: bool) -> int | None:
    """How many at the most; what follows a cursor has no limit unless one is given."""
    return (asked["limit"] or None) if typed("limit") or not follows else None


def _filters(settings: Settings, db: Database, asked: dict[str, Any], follows: bool) -> dict[str, Any]:
    plain = {name: asked[name] for name in ("edition", "language", "role", "since")}
    return plain | {
        "triage": asked["triage"] or (() if follows else NOT_REJECTED),
        "query": asked_query(settings, db, asked["query"]),
        "forum": forum_ids(settings, db, asked["forum"]),
    }


def _follow(
    settings: Settings, db: Database, asked: dict[str, Any], filters: dict[str, Any], limit: int | None
) -> int:
    """Print what lies behind the cursor, then move it on; returns how many were printed."""
    cursor, form = asked["cursor"], asked["form"]
    stream: Stream = "changes" if asked["changes"] else "mentions"

    def read(conn: Any) -> tuple[list[Any], int, int]:
        place = cursors.position_of(conn, cursor, stream)
        since = cursors.changes_since if stream == "changes" else stored.since
        return list(since(conn, place, limit=limit, **filters)), place, cursors.head(conn, stream)

    found, place, head = db.read(read)
    if stream == "changes":
        count = _print(stream, found, form, f"no change for cursor {cursor!r}")
    else:
        count = _print(stream, found, form, "")
        if not found:
            _prove(db, f"nothing new for cursor {cursor!r}", form)
            if not filters["forum"]:  # of which its filter has told
                for said in unheeded(settings, db):
                    click.echo(f"note: not looked for: {said}", err=True)
    cut = limit is not None and len(found) == limit  # more may match beyond the last one printed
    if not asked["peek"]:
        _advance(db, cursor, stream, place, found[-1].position if cut else head)
    return count


def _advance(db: Database, cursor: str, stream: Stream, place: int, reached: int) -> None:
    """Move it on from where it was read; ends with exit 1 where another reader has moved it meanwhile.

    Raises StoreError, which says that what was printed comes again: a reader must not take it for something new.
    """
    try:
        db.call(cursors.advance, cursor, reached, datetime.now(UTC), stream=stream, past=place)
    except CursorMoved as err:
        click.echo(harmless(str(err)), err=True)
        raise SystemExit(EXIT_FAILED) from None
    except StoreError as err:
        raise StoreError(f"{err}; cursor {cursor!r} was not moved: what was printed comes again") from None


def _prove(db: Database, nothing: str, form: str) -> None:
    """Say what "nothing new" rests on; beside rows for programs only if there is a doubt."""
    now = datetime.now(UTC)
    seen = reports.status_of(db, now)
    doubt = sure(seen)[0] != "sound"
    if doubt or form == "table":
        click.echo(f"{nothing}. {proof(seen, now)}{' See `forumwatch status`.' if doubt else ''}", err=True)


def _print(stream: Stream, found: list[Any], form: str, empty: str) -> int:
    if stream == "changes":
        rows = map(change_row, found)
        return write_rows(rows, form, CHANGE_COLUMNS, CHANGE_FIELDS, empty=empty, roomy=("role",))
    return write_rows(map(mention_row, found), form, COLUMNS, MENTION_FIELDS, empty=empty, roomy=ROOMY)
