"""/api/v1/reports: how much was told, by whom, who was first, what is original, and how sure all that is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Query
from pydantic import AfterValidator, Field, WithJsonSchema
from starlette.exceptions import HTTPException
from starlette.responses import Response

from crawler.flag import Forum
from crawler.periods import DAY, TooMany
from crawler.reported import YEAR, YEARS, coverage_row, edition_rows, moment_in, share_rows, volume_rows
from crawler.rows import Row
from storage.reports.firsts import firsts
from storage.reports.volumes import Scope

from . import report_shapes, shapes
from .api import At, answer, forum_known
from .asked import WHEN, Asked, ForumId, Word, moment, unknown
from .desk import Desk
from .problems import responses

router = APIRouter(prefix="/api/v1/reports", responses=responses(401, 404, 422, 429, 503), tags=["reports"])


def _when(text: str) -> str:
    moment(text)
    return text


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError("no time zone of that name; write Asia/Bangkok, Europe/Paris or UTC") from None
    return name


WhenWritten = Annotated[str, Field(max_length=40), AfterValidator(_when), WithJsonSchema(WHEN)]
Zone = Annotated[
    str,
    Field(max_length=60),
    AfterValidator(_zone),
    WithJsonSchema({"type": "string", "format": "time-zone", "description": "whose days: Asia/Bangkok, UTC"}),
]
By = Literal[
    "month",
    "week",
    "day",
    "language",
    "country",
    "source",
    "outlet",
    "forum",
    "edition",
    "role",
    "relation",
]


class ZoneAsked(Asked):
    """Whose days."""

    timezone: Zone = "UTC"


class ScopeAsked(ZoneAsked):
    """Filters as those of `forumwatch report`."""

    forum: list[Word] = Field([], max_length=100, description="ids; any of them")
    since: WhenWritten | None = None
    until: WhenWritten | None = None


class VolumeAsked(ScopeAsked):
    """And what the rows are."""

    by: By = "month"


class EditionsAsked(ZoneAsked):
    """One forum."""

    forum: ForumId


class FirstAsked(EditionsAsked):
    """One forum in a time."""

    since: WhenWritten | None = None
    until: WhenWritten | None = None


def scope_of(desk: Desk, asked: ScopeAsked | FirstAsked) -> Scope:
    """Which mentions are meant: of a year up to now, where nothing is said. Raises 404, and 422 for no time, or one beyond YEARS."""
    zone = ZoneInfo(asked.timezone)
    until = _moment("until", asked.until, zone, DAY) if asked.until else desk.now()
    since = _moment("since", asked.since, zone, timedelta()) if asked.since else until - YEAR
    if since >= until:
        raise HTTPException(422, f"since: it {'is not before until' if asked.until else 'has yet to come'}")
    forums = asked.forum if isinstance(asked, ScopeAsked) else [asked.forum]
    return Scope(since, until, tuple(forum_known(desk, forums)))


def _moment(name: str, value: str, zone: ZoneInfo, whole: timedelta) -> datetime:
    found = moment_in(value, zone, whole) or moment(value)
    if found.year not in YEARS:
        raise HTTPException(422, f"{name}: {value!r} is not within the years {YEARS[0]} to {YEARS[-1]}")
    return found


def forum_of(desk: Desk, forum_id: str) -> Forum:
    """The forum as the watchlist knows it. Raises 404."""
    forum = desk.watchlist.known.get(forum_known(desk, [forum_id])[0])
    if forum is None:
        raise unknown("forum", forum_id, desk.watchlist.known)
    return forum


def volume_of(desk: Desk, asked: VolumeAsked, scope: Scope) -> list[Row]:
    """The rows of a volume. Raises 422 for a time that is too long for its periods."""
    try:
        return desk.read(volume_rows, asked.by, scope, ZoneInfo(asked.timezone))
    except TooMany as err:
        raise HTTPException(422, str(err)) from None


def with_by(rows: Iterable[Row], by: str) -> list[Row]:
    """As the command line prints them."""
    return [{"by": by, **row} for row in rows]


def _list(rows: list[Row]) -> Response:
    return answer({"items": rows, "next": None})


@router.get("/volume", response_model=shapes.List[report_shapes.CountedRow])
def volume(desk: At, asked: Annotated[VolumeAsked, Query()]) -> Response:
    """How much was told: articles, distinct texts, outlets and mentions; what a person rejected is left out."""
    return _list(with_by(volume_of(desk, asked, scope_of(desk, asked)), asked.by))


@router.get("/share", response_model=shapes.List[report_shapes.ShareRow])
def share(desk: At, asked: Annotated[ScopeAsked, Query()]) -> Response:
    """Share of voice: forums beside each other, in hundredths of the sum over all."""
    return _list(with_by(desk.read(share_rows, scope_of(desk, asked)), "forum"))


@router.get("/origin", response_model=shapes.List[report_shapes.CountedRow])
def origin(desk: At, asked: Annotated[ScopeAsked, Query()]) -> Response:
    """What part is original, from a wire, copied or translated."""
    rows = desk.read(volume_rows, "origin", scope_of(desk, asked), UTC)
    return _list(with_by(rows, "origin"))


@router.get("/editions", response_model=shapes.List[report_shapes.EditionDay])
def editions(desk: At, asked: Annotated[EditionsAsked, Query()]) -> Response:
    """How much was told of each edition of a forum around the day that it opens, which is day 0; days to come are left out."""
    zone, forum = ZoneInfo(asked.timezone), forum_of(desk, asked.forum)
    return _list(desk.read(edition_rows, forum, zone, desk.now()))


@router.get("/first", response_model=shapes.List[report_shapes.FirstRow])  # type: ignore[valid-type]
def first(desk: At, asked: Annotated[FirstAsked, Query()]) -> Response:
    """Who told of each edition first, and how many outlets had it an hour, six hours, a day and a week later."""
    scope = scope_of(desk, asked)
    return _list([asdict(each) for each in desk.read(firsts, scope.forum[0], scope)])


@router.get("/coverage", response_model=report_shapes.CoverageRow)
def coverage(desk: At, asked: Annotated[ScopeAsked, Query()]) -> Response:
    """How complete the watch was: who was asked and not heard, what may be missing, and how many texts nobody brought."""
    said: dict[str, Any] = desk.read(coverage_row, scope_of(desk, asked), desk.now(), desk.status())
    return answer(said)
