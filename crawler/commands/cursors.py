"""``cursors``: who reads the streams, how far they are, and moving them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from shlex import quote
from typing import Any

import click

from crawler.rows import fields_of
from storage.mentions import cursors as kept
from storage.mentions.cursors import BeyondHead, Cursor, CursorMoved, Stream

from .mentions import cursor_name
from .options import Past, Whole, format_option
from .output import Column, harmless, write_rows
from .settings import EXIT_FAILED, EXIT_USAGE, Settings

MAX_POSITION = 2**63 - 1
COLUMNS: list[Column] = [
    ("cursor", "name"),
    ("position", "position"),
    ("behind", "behind"),
    ("changes", "change_position"),
    ("changes behind", "changes_behind"),
    ("moved (UTC)", "moved_at"),
]
_name = click.argument("name", callback=lambda ctx, param, name: cursor_name(name))
_changes = click.option(
    "--changes",
    "stream",
    flag_value="changes",
    default="mentions",
    help="Its place in the stream of changes.",
)


class NoCursor(ValueError):
    """No reader has that name yet."""


class Target(Past):
    """Where a cursor goes: a position, a time that has come, start or now."""

    name = "where"
    else_write = "start, now, a position such as 120, or a time: "

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """An int, or a datetime, or the word."""
        if value in ("start", "now"):
            return value
        if value.isascii() and value.isdigit():
            return Whole(0, MAX_POSITION).convert(value, param, ctx)
        return super().convert(value, param, ctx)


@click.group(invoke_without_command=True)
@format_option
@click.pass_context
def cursors(ctx: click.Context, form: str) -> None:
    """Print every cursor: its places, how many mentions and changes lie behind them, when it last moved.

    A cursor comes to be when it first moves on.

    \b
    forumwatch cursors
    forumwatch mentions --new --cursor bot --peek --format jsonl  read …
    forumwatch cursors advance bot 120              … and say how far you came
    forumwatch cursors reset bot --to 2026-07-01
    """
    if ctx.invoked_subcommand is None:
        with ctx.obj.open() as db:
            _print(db.read(kept.cursors), form)


@cursors.command(short_help="Say that everything up to a position was dealt with.")
@_name
@click.argument("position", type=Whole(0, MAX_POSITION))
@click.option(
    "--from", "past", type=Whole(0, MAX_POSITION), metavar="POSITION",
    help="Only if it stands there still: exit 1 where another reader moved it.",
)  # fmt: skip
@_changes
@format_option
@click.pass_obj
def advance(
    settings: Settings, name: str, position: int, past: int | None, stream: Stream, form: str
) -> None:
    """Say that everything up to POSITION was dealt with: the `position` of the last mention, or with --changes its
    `change_position`. A cursor never goes back; `cursors reset` does that.

    \b
    forumwatch cursors advance bot 120
    forumwatch cursors advance bot 120 --from 97
    """

    def on(conn: Any) -> None:
        made[:] = [] if kept.cursors(conn, name) else [_new(kept.cursors(conn), name)]
        kept.advance(conn, name, position, _now(), stream=stream, past=past)

    made: list[str] = []
    _move(settings, name, form, on)
    for said in made:
        click.echo(harmless(said), err=True)


@cursors.command(short_help="Put a cursor elsewhere; what lies behind that comes again.")
@_name
@click.option(
    "--to", "target", type=Target(), default="start", show_default=True, metavar="WHERE",
    help="start, now, a position, or a time: before what was found then (2026-07-01, 7d).",
)  # fmt: skip
@click.option("--new", is_flag=True, help="Make it, for a reader who has none yet.")
@_changes
@format_option
@click.pass_obj
def reset(settings: Settings, name: str, target: Any, new: bool, stream: Stream, form: str) -> None:
    """Put a cursor elsewhere, back too: what lies behind that comes again. One that is not there is refused, for it
    may be a slip of the pen; --new makes it.

    \b
    forumwatch cursors reset bot                 all of it once more
    forumwatch cursors reset bot --to 7d
    forumwatch cursors reset eve --to now --new  a new reader, of nothing old
    """

    def put(conn: Any) -> None:
        if not new and not kept.cursors(conn, name):
            raise NoCursor(_not_there(kept.cursors(conn), name) + "; --new makes it")
        place = target
        if target == "now":
            place = kept.head(conn, stream)
        elif isinstance(target, datetime):
            place = kept.before(conn, target, stream)
        kept.put(conn, name, 0 if target == "start" else place, _now(), stream=stream)

    _move(settings, name, form, put)


@cursors.command()
@_name
@click.pass_obj
def delete(settings: Settings, name: str) -> None:
    """Forget a cursor. Who asks with that name again gets everything.

    \b
    forumwatch cursors delete bot
    """
    with settings.open() as db:
        known = db.read(kept.cursors)
        found = db.call(kept.drop, name)
    if not found:
        click.echo(harmless(_not_there(known, name)), err=True)
        raise SystemExit(EXIT_USAGE)


def _not_there(known: list[Cursor], name: str) -> str:
    return f"no cursor {name!r}; {_there_are(known) if known else 'there is none'}"


def _new(known: list[Cursor], name: str) -> str:
    """Says that a cursor was made: its name may be a slip of the pen, and another one stay behind."""
    if not known:
        return f"cursor {name!r} is new: no other has moved yet"
    return f"cursor {name!r} is new; {_there_are(known)}. If it is a slip: forumwatch cursors delete {quote(name)}"


def _there_are(known: list[Cursor]) -> str:
    return f"there are: {', '.join(cursor.name for cursor in known[:20])}"


def _move(settings: Settings, name: str, form: str, how: Any) -> None:
    """Carry out `how` in one transaction and print the cursor; a fault is a sentence."""
    with settings.open() as db:
        try:
            db.call(how)
        except (BeyondHead, CursorMoved, NoCursor) as err:
            click.echo(harmless(str(err)), err=True)
            raise SystemExit(EXIT_FAILED if isinstance(err, CursorMoved) else EXIT_USAGE) from None
        _print(db.read(kept.cursors, name), form)


def _print(found: list[Cursor], form: str) -> None:
    write_rows(map(asdict, found), form, COLUMNS, fields_of(Cursor), empty="no cursor has moved yet")


def _now() -> datetime:
    return datetime.now(UTC)
