"""One box: what a query finds, the newest or the best first, with the words that it found."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from crawler.found import SHOWN_FIELDS, articles_found, mentions_found
from crawler.rows import MENTION_FIELDS, Row, article_fields
from storage.query import Query
from storage.triage import REASONS

from .asked import SearchAsked
from .desk import Desk
from .querying import EXAMPLES, understood
from .rendering import Unasked, desk_at, file_of, page, read_query, rows_of

router = APIRouter()
SHOWN = 20


@router.get("/search")
def search(request: Request) -> Response:
    """What the query finds; without one, how to ask. Raises QueryError, which is shown with its place."""
    if not request.query_params.get("q", "").strip():
        return page(request, "search.html", asked=None, found=(), more=None, examples=EXAMPLES)
    desk = desk_at(request)
    try:
        asked, form = read_query(request, SearchAsked)
    except Unasked as err:
        raise HTTPException(422, str(err)) from None
    query = understood(desk, asked.q)
    limit = rows_of(asked, form) if form or "limit" in asked.model_fields_set else SHOWN
    found = _found(desk, query, asked, limit) if query else []
    if form:
        fields = MENTION_FIELDS if asked.of == "mentions" else article_fields(False)
        return file_of(form, "search", found, (*fields, *SHOWN_FIELDS))
    goes_on = len(found) == limit and (asked.of == "mentions" or asked.by == "newest")
    place = "position" if asked.of == "mentions" else "id"
    return page(
        request,
        "search.html",
        asked=asked,
        found=found,
        more=found[-1][place] if goes_on else None,
        examples=EXAMPLES,
        reasons=REASONS,
    )


def _found(desk: Desk, query: Query, asked: SearchAsked, limit: int) -> list[Row]:
    if asked.of == "mentions":
        return desk.read(mentions_found, query, limit=limit, before=asked.before)
    return desk.read(articles_found, query, limit=limit, before=asked.before, by=asked.by)
