"""/api/v1: the watch itself: its sources, whether "nothing new" can be trusted, what went wrong and what may be missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from crawler.rows import source_row
from crawler.sure import status_row
from storage.reports import standing as reports
from storage.sources.losses import list_losses

from . import shapes
from .api import At, answer, listed, source_known
from .asked import Asked, RecordsAsked
from .desk import Desk
from .problems import responses

router = APIRouter(prefix="/api/v1", responses=responses(401, 404, 422, 429, 503), tags=["watch"])


@router.get("/sources", response_model=shapes.List[shapes.SourceRow])  # type: ignore[valid-type]
def all_sources(desk: At, asked: Annotated[Asked, Query()]) -> Response:
    """Every source with its state, what it brought and what is wrong with it."""
    rows = [source_row(each) for each in desk.sources()]
    return answer({"items": rows, "next": None})


@router.get("/status", response_model=shapes.StatusRow)
def status(desk: At, asked: Annotated[Asked, Query()]) -> Response:
    """Whether "nothing new" can be trusted; counted a little while ago: seconds, in a large store up to a minute."""
    return answer(status_row(desk.status(), desk.foreseen(), desk.now()))


@router.get("/errors", response_model=shapes.List[shapes.ErrorRow])  # type: ignore[valid-type]
def all_errors(desk: At, asked: Annotated[RecordsAsked, Query()]) -> Response:
    """What went wrong last, by source and address."""
    return _records(desk, asked, "errors", reports.list_errors)


@router.get("/losses", response_model=shapes.List[shapes.LossRow])  # type: ignore[valid-type]
def all_losses(desk: At, asked: Annotated[RecordsAsked, Query()]) -> Response:
    """When entries may have been missed, and what a search for them brought."""
    return _records(desk, asked, "losses", list_losses)


def _records(desk: Desk, asked: RecordsAsked, name: str, lists: Callable[..., Sequence[Any]]) -> Response:
    """What is written down of sources, the newest first."""
    source_known(desk, asked.source)
    found = desk.read(lists, limit=asked.limit, before=asked.before, **asked.filters())
    return listed(map(asdict, found), name, asked, {"before": found[-1].id} if found else None)
