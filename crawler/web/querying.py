"""What somebody writes in a search box → a query of which every id exists, or the fault with its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, select
from starlette.requests import Request
from starlette.responses import Response

from storage import schema
from storage.search.query import Query, QueryError, checked, fields, parse

from .desk import Desk
from .problems import Wrong, problem

AROUND = 60  # characters of a long query that are shown on either side of a fault
EXAMPLES = (
    ('"digital economy"', "these words together, in this order"),
    ("summit OR forum", "either"),
    ("NOT sports, -sports", "not this one; (…) puts together"),
    ("gdec NEAR/5 beijing", "at most five words apart"),
    ("conf*", "words that begin so"),
    ("title:gdec", "in the title"),
    ("source:a,b lang:th country:TH outlet:news.example story:12", "of an article"),
    ("forum:gdec edition:2024..2026 role:main", "of a mention"),
    ("after:2025-07-01 before:2025-08 after:30d", "published, or stored where that is not known"),
    ("数字经济 · เศรษฐกิจดิจิทัล", "scripts without spaces need none: found wherever the signs stand together"),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a query cannot be understood, with the character that is at fault between what stands around it."""

    message: str
    position: int  # from 0
    before: str
    at: str  # "" where the query ends
    behind: str


def understood(desk: Desk, text: str | None) -> Query | None:
    """The query, with ids as the store writes them; None where nothing is asked. Raises QueryError."""
    query = parse(text) if text else None
    if query is None or query.root is None:
        return None
    return checked(query, _known(desk, query))


def _known(desk: Desk, query: Query) -> dict[str, set[str]]:
    """The ids that there are, of the fields that the query names; the store is asked where the watchlist lacks one."""
    asked: dict[str, set[str]] = {}
    for field in fields(query.root):
        asked.setdefault(field.name, set()).update(str(value.value).lower() for value in field.values)
    known: dict[str, set[str]] = {}
    if "forum" in asked:
        known["forum"] = set(desk.watchlist.forums)
        if not asked["forum"] <= {name.lower() for name in known["forum"]}:
            known["forum"] |= set(desk.read(_distinct, schema.mentions.c.forum_id))
    if "source" in asked:
        known["source"] = set(desk.read(_distinct, schema.sources.c.id))
    return known


def _distinct(conn: Connection, column: Column[Any]) -> Iterable[str]:
    return conn.execute(select(column).distinct()).scalars().all()


def fault_of(text: str, err: QueryError) -> Fault:
    """The fault as a page shows it."""
    at = err.position
    before, behind = text[max(0, at - AROUND) : at], text[at + 1 : at + 1 + AROUND]
    lead, rest = "…" if at > AROUND else "", "…" if at + 1 + AROUND < len(text) else ""
    return Fault(err.message, at, lead + before, text[at : at + 1], behind + rest)


def refused(request: Request, err: QueryError) -> Response:
    """422 for a program: what is wrong, and at which character of `q`."""
    said = f"{err.message} (at character {err.position + 1} of the query)"
    return problem(422, said, [Wrong(place="query.q", message=err.message)], position=err.position)
