"""The pages, and what a person is told where there is none."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from storage.search.query import QueryError

from . import (
    page_doors,
    page_feeds,
    page_news,
    page_reading,
    page_reports,
    page_search,
    page_triage,
    page_watch,
)
from .problems import wrongs
from .querying import EXAMPLES, fault_of
from .rendering import page

router = APIRouter(include_in_schema=False)
for each in (
    page_news.router,
    page_triage.router,
    page_reading.router,
    page_reports.router,
    page_search.router,
    page_watch.router,
    page_doors.router,
    page_feeds.router,
):
    router.include_router(each)

HEADINGS = {
    404: "There is no such page",
    422: "That cannot be asked",
    503: "The store does not answer",
    405: "That cannot be done here",
}


def on_http(request: Request, err: Exception) -> Response:
    """A status that was raised, as a page."""
    assert isinstance(err, HTTPException)
    heading = HEADINGS.get(err.status_code, "That did not work")
    detail = "" if err.detail == "Not Found" else str(err.detail)
    said = page(request, "problem.html", err.status_code, heading=heading, detail=detail)
    said.headers.update(err.headers or {})
    return said


def on_invalid(request: Request, err: RequestValidationError) -> Response:
    """An address that no page has, or a form that is not as it was drawn."""
    found = wrongs(err.errors())
    if any(wrong.place.startswith("path.") for wrong in found):
        return on_http(request, HTTPException(404))
    said = "; ".join(f"{wrong.place.partition('.')[2]}: {wrong.message}" for wrong in found)
    return page(request, "problem.html", 422, heading="That did not work", detail=said)


def on_query(request: Request, err: QueryError) -> Response:
    """A query that cannot be understood, with the character that is at fault."""
    fault = fault_of(request.query_params.get("q", "").strip(), err)
    return page(request, "fault.html", 422, fault=fault, examples=EXAMPLES)
