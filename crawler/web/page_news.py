"""The first look of the day, and the list of mentions."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from crawler.rows import MENTION_FIELDS
from crawler.sure import last_asked, sure
from storage.mentions import stream as mentions
from storage.mentions.cursors import BeyondHead
from storage.mentions.marks import PATTERN, SetBack
from storage.mentions.triage import NOT_REJECTED, REASONS
from storage.reports import volumes

from . import charts
from .api import forum_known, reached
from .asked import BIGGEST, Asked, MentionsAsked
from .files import CITED, file_of, mentions_of
from .querying import understood
from .rendering import page
from .requested import bound, desk_at, read_query, visitor_at
from .saying import advance
from .unread import COUNTED, DAY, by_story, cursor_of, missing, news_for, numbered, weight

router = APIRouter()
LATEST = 20  # mentions shown where nothing is new
CHART_DAYS = 30
COUNTED_QUERY = 1_000  # mentions of a query counted above a list: PostgreSQL proves words in each text


@router.get("/")
def first_look(request: Request) -> Response:
    """What is new, told story by story."""
    desk = desk_at(request)
    read_query(request, Asked)
    cursor = cursor_of(visitor_at(request), request.app.state.rules.closed)
    now = desk.now()
    news = desk.read(news_for, cursor, now)
    seen = desk.status()
    latest = () if news.found else desk.read(mentions.newest, limit=LATEST, triage=NOT_REJECTED)
    counts = desk.read(volumes.per_day, now - CHART_DAYS * DAY, now)
    forums = news.by_forum() or Counter(m.mention.forum_id for m in latest)
    chart = charts.by_day("Mentions by day", counts)
    return page(
        request,
        "new.html",
        news=news,
        stories=sorted(by_story(news.found), key=weight) or by_story(latest),
        sure=sure(seen),
        last_asked=last_asked(seen, now),
        seen=seen,
        missing=missing(seen, desk.foreseen()),
        roles=news.by_role(),
        forums=forums.most_common(12),
        chart=chart,
        reasons=REASONS,
    )


@router.post("/read")
def all_read(
    request: Request,
    position: Annotated[int, Form(ge=0, le=BIGGEST)],
    mark: Annotated[str | None, Form(pattern=PATTERN)] = None,
) -> Response:
    """Move the reader's cursor on to where the page ended. 409 where the store was set back since it was shown."""
    desk = desk_at(request)
    cursor = cursor_of(visitor_at(request), request.app.state.rules.closed)
    try:
        desk.write(advance, cursor, position, mark, desk.now())
    except (BeyondHead, SetBack) as err:
        raise HTTPException(409, str(err)) from None
    return RedirectResponse("/", 303)


@router.get("/mentions")
def all_mentions(request: Request) -> Response:
    """The newest mentions that pass the filters. 409 where the stream has not come to `after`, as in the API."""
    desk = desk_at(request)
    asked, form = read_query(request, MentionsAsked, CITED)
    if asked.after is not None:
        desk.read(reached, asked.after, asked.mark)
    filters = asked.filters() | {
        "forum": forum_known(desk, asked.forum),
        "query": understood(desk, asked.q),
        "after": asked.after,
        "triage": asked.triage or NOT_REJECTED,
    }
    if form:
        rows = mentions_of(desk, form, bound(asked), asked.before, **filters)
        return file_of(desk, form, "mentions", rows, MENTION_FIELDS, "mentions")
    found = desk.read(mentions.newest, limit=asked.limit, before=asked.before, **filters)
    more = found[-1].position if len(found) == asked.limit else None
    most = COUNTED_QUERY if asked.q else COUNTED
    said = numbered(desk.read(mentions.number, most=most + 1, **filters), most)
    forums = sorted(desk.watchlist.forums.values(), key=lambda forum: forum.name.lower())
    more_said = {"forums": forums, "chosen": filters["forum"], "number": said, "reasons": REASONS}
    return page(request, "mentions.html", found=found, asked=asked, more=more, **more_said)


@router.get("/mentions/{mention_id}")
def one_mention(request: Request, mention_id: int) -> Response:
    """Its article, where its words stand."""
    found = desk_at(request).read(mentions.one, mention_id) if 0 < mention_id <= BIGGEST else None
    if found is None:
        raise HTTPException(404, f"no mention {mention_id}, or a later version of its article took it back")
    return RedirectResponse(f"/articles/{found.article_id}#mention-{mention_id}", 303)
