"""``tokens``: who may ask over HTTP."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime

import click

from crawler.rows import fields_of
from storage import access
from storage.access import Token

from .options import Ahead, format_option
from .output import Column, write_rows
from .settings import EXIT_USAGE, Settings

MAX_NAME = 100  # characters
# who speaks without a token of the store, and their cursors; the command line's own cursor
TAKEN = ("dashboard", "default", "this machine", "web.token")
COLUMNS: list[Column] = [
    ("name", "name"),
    ("scope", "scope"),
    ("created (UTC)", "created_at"),
    ("used (UTC)", "used_at"),
    ("revoked (UTC)", "revoked_at"),
    ("expires (UTC)", "expires_at"),
]


@click.group()
def tokens() -> None:
    """Say who may ask the dashboard and the API from elsewhere.

    \b
    forumwatch tokens create press-desk --scope triage
    forumwatch tokens list
    forumwatch tokens revoke press-desk
    """


def _name(ctx: click.Context, param: click.Parameter, name: str) -> str:
    if not name.strip() or len(name) > MAX_NAME or not name.isprintable():
        raise click.BadParameter(f"a token's name has 1 to {MAX_NAME} visible characters")
    if ctx.info_name == "create" and (name.lower() in TAKEN or ":" in name):
        raise click.BadParameter(f"{name!r} is a name of the program's own, or has a colon; choose another")
    return name


@tokens.command()
@click.argument("name", callback=_name)
@click.option(
    "--scope",
    type=click.Choice(["read", "triage"]),
    default="read",
    show_default=True,
    help="read: look, and move cursors that bear the token's name; triage: also confirm and reject.",
)
@click.option(
    "--expires",
    type=Ahead(),
    metavar="WHEN",
    help="From then on it is refused: 90d, 2027-01-31, 2027-01-31T18:00+07:00. Without it: never.",
)
@click.pass_obj
def create(settings: Settings, name: str, scope: access.Scope, expires: datetime | None) -> None:
    """Make a token and print its secret, which is shown this once.

    Over HTTP it moves the cursors that bear its name: press-desk, press-desk:mail and the like.

    \b
    forumwatch tokens create press-desk --scope triage
    forumwatch tokens create intern --expires 90d
    curl -H "Authorization: Bearer $TOKEN" http://127.0.0.1:8080/api/v1/mentions
    """
    with settings.open() as db:
        try:
            secret = db.call(access.create_token, name, scope, datetime.now(UTC), expires)
        except access.NameTaken:
            click.echo(f"there is a token {name!r}; revoke it first, or choose another name", err=True)
            raise SystemExit(EXIT_USAGE) from None
    click.echo(secret)
    click.echo("write it down now: the store keeps only its hash", err=True)
    if expires is not None:
        click.echo(f"it is refused from {expires.astimezone(UTC):%Y-%m-%d %H:%M} UTC on", err=True)


@tokens.command("list")
@format_option
@click.pass_obj
def list_tokens(settings: Settings, form: str) -> None:
    """Print the tokens, without their secrets.

    \b
    forumwatch tokens list --format json
    """
    with settings.open() as db:
        found = db.read(access.list_tokens)
    write_rows(map(asdict, found), form, COLUMNS, fields_of(Token), empty="no token; nobody else may ask")


@tokens.command()
@click.argument("name")
@click.pass_obj
def revoke(settings: Settings, name: str) -> None:
    """Refuse a token from now on.

    \b
    forumwatch tokens revoke press-desk
    """
    with settings.open() as db:
        done = db.call(access.revoke_token, name, datetime.now(UTC))
    if not done:
        click.echo(f"no token {name!r} is in use; `forumwatch tokens list` tells which are", err=True)
        raise SystemExit(EXIT_USAGE)
    click.echo(f"{name} is refused from now on", err=True)
