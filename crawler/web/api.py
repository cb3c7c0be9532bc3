"""/api/v1: what the command line prints, over HTTP, under the same field names.

Every list has a bound and says where it goes on (`next`). Rows are written by ourselves, as the command line
writes them, and not by the models, which only describe them: that the two agree is tested.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Path, Query, Request
from sqlalchemy import Connection, select
from starlette.exceptions import HTTPException
from starlette.responses import Response

from crawler import dedupe
from crawler.changed import history_row
from crawler.explained import explained
from crawler.found import articles_found, mentions_found
from crawler.retold import retold, story_row
from crawler.rows import Row, article_row, forum_row, mention_row, plain
from crawler.whereabouts import known, why_none
from storage import schema
from storage.articles import replay
from storage.articles.history import history
from storage.mentions import stream as mentions
from storage.mentions.candidates import list_candidates
from storage.mentions.cursors import BeyondHead
from storage.mentions.marks import SetBack, hold, mark, mark_of
from storage.stories.joins import led_to
from storage.stories.lists import find_article, list_articles, list_stories

from . import shapes
from .asked import (
    BIGGEST,
    AddressAsked,
    ArticlesAsked,
    Asked,
    CandidatesAsked,
    MentionsAsked,
    SearchAsked,
    StoriesAsked,
    unknown,
)
from .desk import Desk
from .problems import responses
from .querying import understood
from .requested import desk_at, visitor_at
from .security import Visitor

router = APIRouter(prefix="/api/v1", responses=responses(401, 404, 422, 429, 503))


async def desk_of(request: Request) -> Desk:
    """What the application answers from; awaited, so that no thread is asked."""
    return desk_at(request)


async def visitor_of(request: Request) -> Visitor:
    """Who asks, as the Door found; likewise."""
    return visitor_at(request)


Who = Annotated[Visitor, Depends(visitor_of)]
At = Annotated[Desk, Depends(desk_of)]
Name = Annotated[str, Path(min_length=1, max_length=200, pattern=r"^[A-Za-z0-9._-]+$")]
Number = Annotated[int, Path(ge=1, le=BIGGEST)]


def answer(value: Any) -> Response:
    """Rows as JSON, with the times as the command line writes them."""
    body = json.dumps(value, ensure_ascii=False, default=plain).encode("utf-8", "replace")
    return Response(body, media_type="application/json")


def listed(
    rows: Iterable[Row], path: str, asked: Any, last: Mapping[str, int | str] | None, **more_said: Any
) -> Response:
    """The rows, and the address of those that follow where this page is full."""
    items = list(rows)
    more = None
    if last is not None and len(items) == asked.limit:
        said = asked.model_dump(mode="json", exclude_none=True)
        more = f"/api/v1/{path}?{urlencode(said | last, doseq=True)}"
    return answer({"items": items, "next": more, **more_said})


def forum_known(desk: Desk, forum_ids: Iterable[str]) -> list[str]:
    """The ids as they are written. Raises 404 for one that nobody watches or watched."""
    watched = {name.lower(): name for name in desk.watchlist.forums}
    found = []
    for given in forum_ids:
        name = watched.get(given.lower())
        if name is None:
            stored = desk.read(mentions.newest, limit=1, forum=[given, given.lower()])
            if not stored and given.lower() in map(str.lower, desk.watchlist.known):
                raise HTTPException(404, f"no forum {given!r}; known, but not in forums: watch:")
            if not stored:
                raise unknown("forum", given, watched)
            name = stored[0].mention.forum_id
        found.append(name)
    return found


def source_known(desk: Desk, source_id: str | None) -> None:
    """Raise 404 for a source that the store has not met."""
    if source_id is None:
        return
    ids = select(schema.sources.c.id)
    known = desk.read(lambda conn: list(conn.execute(ids).scalars()))
    if source_id not in known:
        raise unknown("source", source_id, known)


@router.get(
    "/mentions",
    response_model=shapes.Stream[shapes.MentionRow],  # type: ignore[valid-type]
    responses=responses(409),
    tags=["mentions"],
)
def list_mentions(desk: At, asked: Annotated[MentionsAsked, Query()]) -> Response:
    """The newest mentions; with `after` those behind a position, in the order in which they were found. 409 where the
    stream has not come so far, or has come there anew, as `mark` tells: the store was set back, and whoever goes on from
    there would skip what comes.
    """
    filters = asked.filters() | {"forum": forum_known(desk, asked.forum), "query": understood(desk, asked.q)}
    marked: str | None
    last: dict[str, int | str] | None
    if asked.after is not None:
        found, marked = desk.read(_behind, asked.after, asked.mark, limit=asked.limit, **filters)
        if asked.before is not None:
            found = [each for each in found if each.position < asked.before]
        if found:
            marked = mark(found[-1].found_at)
        last = {"after": found[-1].position, "mark": marked} if found else None
    else:
        found = desk.read(mentions.newest, limit=asked.limit, before=asked.before, **filters)
        last = {"before": found[-1].position} if found else None
        marked = mark(found[0].found_at) if found else None
    return listed(map(mention_row, found), "mentions", asked, last, mark=marked)


def _behind(
    conn: Connection, after: int, marked: str | None, /, **asked: Any
) -> tuple[list[mentions.StoredMention], str]:
    reached(conn, after, marked)
    return mentions.since(conn, after, **asked), mark_of(conn, after)


def reached(conn: Connection, after: int, marked: str | None) -> None:
    """Raises 409 where nothing has that position yet, or another mention than the one that is marked."""
    try:
        hold(conn, after, marked)
    except (BeyondHead, SetBack) as err:
        raise HTTPException(409, str(err)) from None


@router.get("/mentions/{mention_id}", response_model=shapes.Explanation, tags=["mentions"])
def one_mention(desk: At, mention_id: Number) -> Response:
    """One mention: its quotes in words, what was not counted, and whether today's rules say the same."""
    found = desk.read(mentions.one, mention_id)
    article = desk.read(replay.with_mention, mention_id) if found else None
    if found is None or article is None:
        raise unknown("mention", str(mention_id))
    return answer(explained(found, article, desk.watchlist).row())


@router.get("/search", response_model=shapes.List[shapes.Found], tags=["articles"])  # type: ignore[valid-type]
def search(desk: At, asked: Annotated[SearchAsked, Query()]) -> Response:
    """Articles, or mentions, that a query finds, with the words that it found."""
    query = understood(desk, asked.q)
    if query is None:
        return listed([], "search", asked, None)
    if asked.of == "mentions":
        found = desk.read(mentions_found, query, limit=asked.limit, before=asked.before)
    else:
        found = desk.read(articles_found, query, limit=asked.limit, before=asked.before, by=asked.by)
    place = "position" if asked.of == "mentions" else "id"
    goes_on = found and (asked.of == "mentions" or asked.by == "newest")
    return listed(found, "search", asked, {"before": found[-1][place]} if goes_on else None)


@router.get("/articles", response_model=shapes.List[shapes.ArticleRow], tags=["articles"])  # type: ignore[valid-type]
def all_articles(desk: At, asked: Annotated[ArticlesAsked, Query()]) -> Response:
    """The articles stored last, without their texts."""
    found = desk.read(list_articles, limit=asked.limit, before=asked.before, **_checked(desk, asked))
    last = {"before": found[-1].id} if found else None
    return listed((article_row(each, False) for each in found), "articles", asked, last)


@router.get("/address", response_model=shapes.AddressRow, tags=["articles"])
def one_address(desk: At, asked: Annotated[AddressAsked, Query()]) -> Response:
    """What is known of an address: its article, or how far the reading of it came; 404 where nobody announced it."""
    found = desk.read(known, asked.url)
    if found is None:
        raise HTTPException(404, why_none(None))
    return answer(asdict(found))


@router.get("/articles/{article_id}", response_model=shapes.FullArticle, tags=["articles"])
def one_article(desk: At, article_id: Number) -> Response:
    """One article with its text and its mentions, whose evidence counts code points of that text."""
    found = desk.read(find_article, article_id)
    if found is None:
        raise unknown("article", str(article_id))
    told = [mention_row(each) for each in desk.read(mentions.of_article, article_id)]
    return answer(article_row(found, True) | {"mentions": told})


@router.get("/articles/{article_id}/versions", response_model=shapes.ArticleHistory, tags=["articles"])
def article_versions(desk: At, article_id: Number) -> Response:
    """What became of one article: its versions with what each changed, and its mentions, also those that are gone."""
    found = desk.read(history, article_id)
    if found is None:
        raise unknown("article", str(article_id))
    return answer(history_row(found, False))


@router.get("/stories", response_model=shapes.List[shapes.StoryRow], tags=["stories"])  # type: ignore[valid-type]
def all_stories(desk: At, asked: Annotated[StoriesAsked, Query()]) -> Response:
    """The stories opened last: articles that tell the same, counted together."""
    filters = _checked(desk, asked)
    found = desk.read(list_stories, limit=asked.limit, before=asked.before, site=dedupe.site, **filters)
    last = {"before": found[-1].id} if found else None
    return listed(map(asdict, found), "stories", asked, last)


@router.get(
    "/stories/{story_id}",
    response_model=shapes.Story,
    tags=["stories"],
    responses={308: {"model": shapes.Joined, "description": "it turned out to be one with an elder story"}},
)
def one_story(desk: At, story_id: Number) -> Response:
    """One story: who told it first, whom it is credited to, how it spread, what each copy cut and added."""
    found = desk.read(retold, story_id)
    if found is not None:
        return answer(story_row(found))
    elder = desk.read(led_to, story_id)
    if elder is None:
        raise unknown("story", str(story_id))
    said = answer({"id": story_id, "joined_to": elder})
    said.status_code = 308
    said.headers["Location"] = f"/api/v1/stories/{elder}"
    return said


@router.get("/forums", response_model=shapes.List[shapes.ForumRow], tags=["forums"])
def all_forums(desk: At, asked: Annotated[Asked, Query()]) -> Response:
    """The forums that are watched, and how often each was in the news."""
    counts = desk.forums()
    rows = [forum_row(forum.row(), counts.get(forum.id)) for forum in desk.watchlist.forums.values()]
    return answer({"items": rows, "next": None})


@router.get("/forums/{forum_id}", response_model=shapes.ForumRow, tags=["forums"])
def one_forum(desk: At, forum_id: Name) -> Response:
    """All that is known of one forum, and how often each of its editions was in the news."""
    forum = desk.watchlist.known.get(forum_known(desk, [forum_id])[0])
    if forum is None:
        raise unknown("forum", forum_id, desk.watchlist.known)
    return answer(forum_row(forum.row(), desk.forums().get(forum.id)))


@router.get("/candidates", response_model=shapes.List[shapes.CandidateRow], tags=["forums"])  # type: ignore[valid-type]
def all_candidates(desk: At, asked: Annotated[CandidatesAsked, Query()]) -> Response:
    """Events of the kind that nobody watches yet, with who named them."""
    found = desk.read(list_candidates, all=asked.all)
    return answer({"items": [asdict(each) for each in found], "next": None})


def _checked(desk: Desk, asked: ArticlesAsked) -> dict[str, Any]:
    """The filters with ids in the store's spelling."""
    source_known(desk, asked.source)
    forum = forum_known(desk, [asked.forum])[0] if asked.forum else None
    return asked.filters() | {"forum": forum, "query": understood(desk, asked.q)}
