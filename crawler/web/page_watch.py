"""How the watch itself is doing: sources, losses, errors, candidates; and the API's own page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from fastapi import APIRouter, Request
from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from crawler.rows import CHANGE_FIELDS, fields_of, source_row
from crawler.sure import last_asked, sure
from storage.mentions import cursors
from storage.mentions.candidates import StoredCandidate, list_candidates
from storage.mentions.cursors import Cursor, StoredChange
from storage.reports import standing as reports
from storage.sources.losses import Loss, list_losses
from storage.sources.state import SourceStatus
from storage.waiting.errors import StoredError

from .api import source_known
from .asked import Asked, CandidatesAsked, Id, Page, RecordsAsked
from .files import changes_of, file_of, records_of
from .rendering import page
from .requested import bound, desk_at, read_query

router = APIRouter()
GRAVITY = ("failing", "blind", "silent", "gone", "new", "ok", "disabled")  # what is wrong stands first


class ChangesAsked(Page):
    """Which changes."""

    before: Id | None = None


class SourcesAsked(Asked):
    """Which sources."""

    state: str | None = None


@router.get("/sources")
def all_sources(request: Request) -> Response:
    """Every source and how it fares, the worst first."""
    desk = desk_at(request)
    asked, form = read_query(request, SourcesAsked)
    everything = desk.sources()
    if asked.state and asked.state not in GRAVITY:
        raise HTTPException(422, f"state: there are {', '.join(GRAVITY)}")
    found = [s for s in everything if not asked.state or s.state == asked.state]
    if form:
        return file_of(desk, form, "sources", map(source_row, found), fields_of(SourceStatus))
    found.sort(key=lambda s: (GRAVITY.index(s.state), s.source_id))
    states = [(state, sum(s.state == state for s in everything)) for state in GRAVITY]
    seen = desk.status()
    return page(
        request,
        "sources.html",
        found=found,
        asked=asked,
        states=states,
        sure=sure(seen),
        last_asked=last_asked(seen, desk.now()),
        ahead=desk.foreseen(),
    )


@router.get("/losses")
def all_losses(request: Request) -> Response:
    """When entries may have been missed."""
    return _records(request, "losses", list_losses, Loss)


@router.get("/errors")
def all_errors(request: Request) -> Response:
    """What went wrong."""
    return _records(request, "errors", reports.list_errors, StoredError)


def _records(request: Request, name: str, lists: Callable[..., Sequence[Any]], kind: type[Any]) -> Response:
    """What is written down of sources, as a page or a file."""
    desk = desk_at(request)
    asked, form = read_query(request, RecordsAsked)
    source_known(desk, asked.source)
    if form:
        rows = records_of(desk, lists, bound(asked), asked.before, **asked.filters())
        return file_of(desk, form, name, rows, fields_of(kind))
    found = desk.read(lists, limit=asked.limit, before=asked.before, **asked.filters())
    more = found[-1].id if len(found) == asked.limit else None
    return page(request, f"{name}.html", found=found, asked=asked, more=more)


@router.get("/candidates")
def all_candidates(request: Request) -> Response:
    """Events that nobody watches yet."""
    desk = desk_at(request)
    asked, form = read_query(request, CandidatesAsked)
    found = desk.read(list_candidates, all=asked.all)
    if form:
        return file_of(desk, form, "candidates", map(asdict, found), fields_of(StoredCandidate))
    return page(request, "candidates.html", found=found, asked=asked)


@router.get("/readers")
def all_readers(request: Request) -> Response:
    """Who reads the streams, and how far they are."""
    desk = desk_at(request)
    _, form = read_query(request, Asked)
    found = desk.read(cursors.cursors)
    if form:
        return file_of(desk, form, "readers", map(asdict, found), fields_of(Cursor))
    return page(request, "readers.html", found=found)


@router.get("/changes")
def all_changes(request: Request) -> Response:
    """What became of mentions after they were found, the last first."""
    desk = desk_at(request)
    asked, form = read_query(request, ChangesAsked)
    if form:
        rows = changes_of(desk, _last_changes, bound(asked), asked.before)
        return file_of(desk, form, "changes", rows, CHANGE_FIELDS)
    found = desk.read(_last_changes, asked.before, asked.limit)
    more = found[-1].position if found and found[-1].position > 1 else None
    return page(request, "changes.html", found=found, more=more)


def _last_changes(conn: Connection, before: int | None, limit: int) -> list[StoredChange]:
    end = cursors.head(conn, "changes") + 1 if before is None else before
    found = list(cursors.changes_since(conn, max(0, end - 1 - limit), limit=limit))
    return [change for change in reversed(found) if change.position < end]


@router.get("/api")
def api_page(request: Request) -> Response:
    """What the API answers, told from its own schema."""
    said = request.app.openapi()
    told = [
        {"method": method.upper(), "path": path, "bodies": _bodies(operation, said), **operation}
        for path, methods in said["paths"].items()
        for method, operation in methods.items()
    ]
    return page(request, "api.html", told=told)


def _bodies(operation: dict[str, Any], said: dict[str, Any]) -> list[str]:
    """What may be sent, as JSON with the kinds of its members."""
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    kinds = [kind["$ref"].rsplit("/", 1)[1] for kind in body.get("oneOf", [body] if body else [])]
    told = []
    for kind in kinds:
        shape = said["components"]["schemas"][kind]
        names = [f'"{name}"{"" if name in shape["required"] else "?"}' for name in shape["properties"]]
        told.append("{" + ", ".join(names) + "}")
    return told
