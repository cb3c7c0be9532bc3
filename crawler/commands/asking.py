"""``--query`` and ``search``: what a person writes → a query, or the fault with a mark under the character."""

from __future__ import annotations

from typing import Any, NoReturn

import click
from sqlalchemy import Connection, select

from storage import schema
from storage.database import Database
from storage.search.query import Query, QueryError, checked, fields, parse

from .known import tell_unlooked, tell_unmet
from .output import harmless
from .settings import EXIT_USAGE, Settings

AROUND = 40  # characters of a long query that are shown on either side of a fault
HELP = (
    'Only what this finds: words, "phrases", OR, NOT, (…), a NEAR/5 b, conf*, title: source: lang: country: '
    "forum: edition: role: outlet: story: before: after:."
)
_M, _S = schema.mentions, schema.sources


def asked_query(settings: Settings, db: Database, text: str | None) -> Query | None:
    """The query that `text` writes, with ids as the store writes them; ends with exit 2 where it has a fault.

    A blank one is a fault: it may be a variable that is not set, and all would be listed, with --new passed, for it.
    """
    if text is None:
        return None
    if not text.strip():
        click.echo(
            "--query: nothing is asked; leave it out for all, `forumwatch search --help` shows how to ask",
            err=True,
        )
        raise SystemExit(EXIT_USAGE)
    return understood(settings, db, text)


def understood(settings: Settings, db: Database, text: str) -> Query:
    """The query that `text` writes, likewise."""
    try:
        query = parse(text)
        query = checked(query, _known(settings, db, query))
    except QueryError as err:
        _refuse(text, err)
    named: dict[str, list[str]] = {"forum": [], "source": []}
    for field in fields(query.root):
        named.setdefault(field.name, []).extend(str(value.value) for value in field.values)
    if named["forum"]:
        tell_unlooked(settings, db, named["forum"])
    if named["source"]:
        tell_unmet(db, named["source"])
    return query


def _known(settings: Settings, db: Database, query: Query) -> dict[str, set[str]]:
    """The ids that there are, of the fields that the query names; the configuration is read where the store lacks one."""
    given: dict[str, set[str]] = {}
    for field in fields(query.root):
        given.setdefault(field.name, set()).update(str(value.value).lower() for value in field.values)
    known: dict[str, set[str]] = {}
    for name, column in (("source", _S.c.id), ("forum", _M.c.forum_id)):
        if name not in given:
            continue
        known[name] = db.read(_distinct, column)
        if not given[name] <= {one.lower() for one in known[name]}:
            known[name] |= _configured(settings, name)
    return known


def _distinct(conn: Connection, column: Any) -> set[str]:
    return set(conn.execute(select(column).distinct()).scalars())


def _configured(settings: Settings, name: str) -> set[str]:
    config = settings.config()
    if name == "source":
        return {source.id for source in config.sources}
    from .crawl import checked_watchlist

    return set(checked_watchlist(config).forums)


def _refuse(text: str, err: QueryError) -> NoReturn:
    """Print the query, a mark under the character that is at fault, and why; end with exit 2."""
    from rich.cells import cell_len

    start, end = max(0, err.position - AROUND), err.position + AROUND
    lead = "…" if start else ""
    before = "".join(harmless(char) for char in text[start : err.position])
    shown = "".join(harmless(char) for char in text[err.position : end])
    click.echo(f"{lead}{before}{shown}{'…' if end < len(text) else ''}", err=True)
    click.echo(f"{' ' * cell_len(lead + before)}^ {harmless(err.message)}", err=True)
    raise SystemExit(EXIT_USAGE)
