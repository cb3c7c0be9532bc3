"""One box: what a query finds, the newest or the best first, with the words that it found."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from crawler.found import SHOWN_FIELDS, articles_found, mentions_found
from crawler.rows import MENTION_FIELDS, Row, article_fields
from crawler.whereabouts import is_address, known, why_none
from storage.mentions.triage import REASONS
from storage.search.query import Query

from .asked import SearchAsked
from .desk import Desk
from .files import CITED, file_of, hits_of
from .querying import EXAMPLES, understood
from .rendering import page
from .requested import bound, desk_at, read_query

router = APIRouter()
SHOWN = 20


@router.get("/search")
def search(request: Request) -> Response:
    """What the query finds; without one, how to ask. Raises QueryError, which is shown with its place."""
    if not request.query_params.get("q", "").strip():
        return page(request, "search.html", asked=None, found=(), more=None, examples=EXAMPLES)
    desk = desk_at(request)
    asked, form = read_query(request, SearchAsked, CITED)
    if is_address(asked.q):
        return _at(request, asked.q)
    query = understood(desk, asked.q)
    place = "position" if asked.of == "mentions" else "id"
    if form:
        return _file(desk, form, query, asked, place)
    limit = asked.limit if "limit" in asked.model_fields_set else SHOWN
    found = _found(desk, query, asked, limit) if query else []
    goes_on = len(found) == limit and (asked.of == "mentions" or asked.by == "newest")
    return page(
        request,
        "search.html",
        asked=asked,
        found=found,
        more=found[-1][place] if goes_on else None,
        examples=EXAMPLES,
        reasons=REASONS,
    )


def _at(request: Request, url: str) -> Response:
    """The article of that address, or why there is none."""
    found = desk_at(request).read(known, url)
    if found is None or found.article_id is None:
        said = why_none(found)
        return page(request, "problem.html", 404, heading="That article is not in store", detail=said)
    return RedirectResponse(f"/articles/{found.article_id}", 303)


def _found(desk: Desk, query: Query, asked: SearchAsked, limit: int) -> list[Row]:
    if asked.of == "mentions":
        return desk.read(mentions_found, query, limit=limit, before=asked.before)
    return desk.read(articles_found, query, limit=limit, before=asked.before, by=asked.by)


def _file(desk: Desk, form: str, query: Query | None, asked: SearchAsked, place: str) -> Response:
    of_mentions = asked.of == "mentions"
    if query is None:
        rows: Iterable[Row] = ()
    elif not of_mentions and asked.by == "relevance":
        rows = desk.read(articles_found, query, limit=bound(asked), by=asked.by)
    else:
        lists = mentions_found if of_mentions else articles_found
        rows = hits_of(desk, lists, place, query, bound(asked), asked.before)
    fields = (*(MENTION_FIELDS if of_mentions else article_fields(False)), *SHOWN_FIELDS)
    return file_of(desk, form, "search", rows, fields, "mentions" if of_mentions else "articles")
