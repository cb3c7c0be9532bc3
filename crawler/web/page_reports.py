"""Reports for people: one page with a tab for each question, each with its address and its files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, date, timedelta
from functools import partial
from typing import Any, get_args
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Request
from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from crawler.periods import KINDS, TooMany, in_part, midnight
from crawler.reported import (
    AROUND,
    COUNTS,
    SHARES,
    coverage_row,
    edition_rows,
    share_rows,
    unwatched,
    volume_rows,
)
from crawler.rows import Row, fields_of
from storage.reports import volumes as counted
from storage.reports.firsts import First, firsts
from storage.reports.volumes import Scope, Volume

from . import api_reports, charts
from .api_reports import By, EditionsAsked, FirstAsked, ScopeAsked, VolumeAsked, forum_of, scope_of
from .files import file_of
from .rendering import page
from .requested import desk_at, read_query
from .spreading import span_words

router = APIRouter(prefix="/reports")
SHOWN = 200  # rows of a table; files have all
EDITIONS = 6  # beside each other
LEAST = 0.1  # of an hour: what is less is drawn all the same
TABS = (
    ("", "how much"),
    ("/share", "share of voice"),
    ("/editions", "edition against edition"),
    ("/first", "first to report"),
    ("/origin", "original or copied"),
    ("/coverage", "how complete"),
)


Count = Callable[[Connection], list[Row]]


@dataclass(frozen=True, slots=True)
class Beside:
    """One edition around its days."""

    year: int
    chart: charts.Chart | None


def _page(request: Request, template: str, asked: Any, **values: Any) -> Response:
    forums = sorted(desk_at(request).watchlist.forums.values(), key=lambda forum: forum.name.lower())
    given = getattr(asked, "forum", None) or []
    chosen = [given] if isinstance(given, str) else given
    tabs = [(f"/reports{part}", name, _same(part, asked, chosen)) for part, name in TABS]
    shared = {"asked": asked, "forums": forums, "chosen": [name.lower() for name in chosen], "tabs": tabs}
    return page(request, template, **shared, by=get_args(By), **values)


def _same(part: str, asked: Any, chosen: list[str]) -> str:
    """What asks another report of the same forum and time, as far as it can be asked so."""
    several = part not in ("/editions", "/first")
    said = {"forum": chosen if several else chosen[:1]}
    for name in ("since", "until", "timezone"):
        value = getattr(asked, name, None)
        if value and (name == "timezone" or part != "/editions") and value != "UTC":
            said[name] = [value]
    return urlencode(said, doseq=True)


def _counts(
    request: Request, asked: ScopeAsked, by: str, scope: Scope, count: Count, **more: Any
) -> Response:
    def read(conn: Connection) -> tuple[list[Row], Volume, str]:
        """Of one moment: what comes meanwhile would stand in the sum alone."""
        return count(conn), counted.total(conn, scope), unwatched(conn, scope.since)

    try:
        rows, whole, note = desk_at(request).read(read)
    except TooMany as err:
        raise HTTPException(422, str(err)) from None
    chart = None
    if by in KINDS:
        chart = charts.of_names(f"Articles by {by}", [(row["key"], row["articles"]) for row in rows])
    most = max((row["articles"] for row in rows), default=0)
    told = [row for row in rows if row["articles"]] if by in KINDS else rows
    cut = in_part(by, scope.since, scope.until, ZoneInfo(asked.timezone)) if by in KINDS else []
    said = {"rows": told[:SHOWN], "left": max(0, len(told) - SHOWN), "most": most, "chart": chart, "cut": cut}
    zone = ZoneInfo(asked.timezone)
    span = {"since": scope.since.astimezone(zone), "until": scope.until.astimezone(zone)}
    return _page(request, "report_counts.html", asked, key=by, whole=whole, note=note, **span, **said, **more)


@router.get("")
def volume(request: Request) -> Response:
    """How much was told."""
    asked, form = read_query(request, VolumeAsked)
    desk = desk_at(request)
    scope = scope_of(desk, asked)
    if form:
        rows = api_reports.with_by(api_reports.volume_of(desk, asked, scope), asked.by)
        return file_of(desk, form, f"volume-by-{asked.by}", rows, ("by", "key", *COUNTS))
    count = partial(volume_rows, by=asked.by, scope=scope, zone=ZoneInfo(asked.timezone))
    return _counts(request, asked, asked.by, scope, count, shares=False)


@router.get("/share")
def share(request: Request) -> Response:
    """Forums beside each other."""
    asked, form = read_query(request, ScopeAsked)
    desk = desk_at(request)
    scope = scope_of(desk, asked)
    if form:
        rows = api_reports.with_by(desk.read(share_rows, scope), "forum")
        return file_of(desk, form, "share", rows, ("by", "key", *COUNTS, *SHARES))
    return _counts(request, asked, "forum", scope, partial(share_rows, scope=scope), shares=True)


@router.get("/origin")
def origin(request: Request) -> Response:
    """What is original."""
    asked, form = read_query(request, ScopeAsked)
    desk = desk_at(request)
    scope = scope_of(desk, asked)
    count = partial(volume_rows, by="origin", scope=scope, zone=UTC)
    if form:
        rows = api_reports.with_by(desk.read(count), "origin")
        return file_of(desk, form, "origin", rows, ("by", "key", *COUNTS))
    return _counts(request, asked, "origin", scope, count, shares=False)


@router.get("/editions")
def editions(request: Request) -> Response:
    """One forum's editions beside each other, around the days on which they open."""
    if not request.query_params.get("forum", "").strip():
        unchosen, _ = read_query(request, ScopeAsked)
        nothing: dict[str, Any] = {"rows": [], "beside": [], "undated": [], "forum": None, "note": ""}
        return _page(request, "report_editions.html", unchosen, **nothing)
    asked, form = read_query(request, EditionsAsked)
    desk = desk_at(request)
    forum = forum_of(desk, asked.forum)
    rows = desk.read(edition_rows, forum, ZoneInfo(asked.timezone), desk.now())
    if form:
        fields = ("forum_id", "edition", "day", "date", *COUNTS)
        return file_of(desk, form, f"editions-{forum.id}", rows, fields)
    years = sorted({row["edition"] for row in rows if row["articles"]})[-EDITIONS:]
    undated = [edition.year for edition in forum.editions if edition.start is None]
    days = sorted({row["day"] for row in rows if row["articles"] and row["edition"] in years})
    table = {(row["edition"], row["day"]): row["articles"] for row in rows}
    opens = min((row["date"] for row in rows), default=None)
    zone = ZoneInfo(asked.timezone)
    return _page(
        request,
        "report_editions.html",
        asked,
        rows=[(day, [table.get((year, day)) for year in years]) for day in days],
        beside=[_beside(year, rows, max(table.values(), default=0)) for year in years],
        undated=undated,
        forum=forum,
        note=desk.read(unwatched, midnight(date.fromisoformat(opens), zone)) if opens else "",
    )


def _beside(year: int, rows: list[Row], full: int) -> Beside:
    """Its bars stand below the other editions', also where some of its days have yet to come."""
    told = {row["day"]: row["articles"] for row in rows if row["edition"] == year}
    days = range(-AROUND, AROUND + 1)
    counts = [(f"day {day:+d}" if day else "day 0", told.get(day, 0)) for day in days]
    return Beside(year, charts.of_names(f"Articles on {year} by day", counts, full))


@router.get("/first")
def first(request: Request) -> Response:
    """Who told of each edition first."""
    if not request.query_params.get("forum", "").strip():
        unchosen, _ = read_query(request, ScopeAsked)
        return _page(request, "report_first.html", unchosen, rows=[], forum=None, note="")
    asked, form = read_query(request, FirstAsked)
    desk = desk_at(request)
    scope = scope_of(desk, asked)
    found = desk.read(firsts, scope.forum[0], scope)
    if form:
        return file_of(desk, form, f"first-{scope.forum[0]}", map(asdict, found), fields_of(First))
    note = desk.read(unwatched, scope.since)
    return _page(request, "report_first.html", asked, rows=found, forum=scope.forum[0], note=note)


@router.get("/coverage")
def coverage(request: Request) -> Response:
    """How complete that is."""
    asked, form = read_query(request, ScopeAsked)
    desk = desk_at(request)
    scope = scope_of(desk, asked)
    row = desk.read(coverage_row, scope, desk.now(), desk.status())
    if form:
        return file_of(desk, form, "coverage", [row], tuple(row))
    lost = [(day["day"], max(day["unheard_hours"], LEAST) if day["unheard"] else 0) for day in row["days"]]
    chart = charts.of_names("Hours in which sources were not heard, all together, by day (UTC)", lost)
    return _page(request, "report_coverage.html", asked, row=row, span=_span, chart=chart)


def _span(seconds: int) -> str:
    return span_words(timedelta(seconds=seconds))
