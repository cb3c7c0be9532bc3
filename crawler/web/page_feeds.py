"""Mentions as a feed, for whoever reads feeds: Atom and JSON Feed, the newest first."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from crawler.exports import MEDIA_TYPES, About, written
from crawler.rows import MENTION_FIELDS
from crawler.sure import sure
from storage.mentions.triage import NOT_REJECTED
from storage.records import Role

from .api import At, forum_known
from .asked import Asked, Edition, Language, Limit, Sought, Word
from .files import mentions_of
from .querying import understood

router = APIRouter()
FORMATS = {"atom": "atom", "json": "jsonfeed"}


class FeedAsked(Asked):
    """Which mentions."""

    forum: list[Word] = Field([], max_length=100)
    edition: Edition | None = None
    language: list[Language] = Field([], max_length=100)
    role: list[Role] = Field([], max_length=3)
    q: Sought | None = None
    limit: Limit = 100


@router.get("/feeds/mentions.{ending}")
def feed(
    request: Request, desk: At, ending: Literal["atom", "json"], asked: Annotated[FeedAsked, Query()]
) -> Response:
    """The newest mentions that pass the filters and that nobody rejected, and whether they are all that there is."""
    forums, query = forum_known(desk, asked.forum), understood(desk, asked.q)
    filters = asked.filters() | {"forum": forums, "query": query, "triage": NOT_REJECTED}
    form = FORMATS[ending]
    rows = mentions_of(desk, form, asked.limit, None, **filters)
    of = [*(desk.watchlist.known[f].name if f in desk.watchlist.known else f for f in forums), asked.q]
    title = ": ".join(["forumwatch", *filter(None, [", ".join(filter(None, of))])])
    said = asked.model_dump(exclude={"limit"}, exclude_defaults=True)
    chosen = urlencode(said | ({"forum": forums} if forums else {}), doseq=True)
    home = f"{request.base_url}mentions" + (f"?{chosen}" if chosen else "")
    rests_on = sure(desk.status())[1]  # without how long ago: it would be another feed each minute
    made = (desk.now(), title, desk.authority, home, str(request.url), chosen, rests_on)
    about = About("mentions", MENTION_FIELDS, *made)
    return Response(b"".join(written(rows, form, about)), media_type=MEDIA_TYPES[form])
