"""Articles with their evidence, stories, and forums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import count as numbers

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from crawler import dedupe, flag
from crawler.explained import explained
from crawler.retold import TELLING_FIELDS, retold, telling_row
from crawler.rows import MENTION_FIELDS, article_fields, article_row, fields_of, forum_row
from storage.articles import replay
from storage.mentions import stream as mentions
from storage.mentions.stream import StoredMention
from storage.mentions.triage import NOT_REJECTED, REASONS
from storage.records import Evidence, Fact
from storage.reports import volumes
from storage.stories.joins import led_to
from storage.stories.lists import StoredArticle, StoredStory, find_article, list_articles, list_stories

from . import charts, shapes
from .api import forum_known, source_known
from .asked import BIGGEST, ArticlesAsked, Asked, StoriesAsked
from .changing import told_history
from .files import CITED, articles_of, file_of, mentions_of, stories_of
from .marked import Piece, Quote, marked, paragraphs
from .querying import understood
from .rendering import page
from .requested import bound, desk_at, read_query
from .spreading import delay, drawn, told_when

router = APIRouter()
MOST_TEXT = 300_000  # code points of a text on a page; the API has all of it
EXPLAINED = 10  # mentions of one article that today's rules are asked about
LATEST = 30  # mentions on a forum's page
CHART_DAYS, CHART_YEARS = 90, 5
TELLINGS = 200  # articles of a story on its page; files and the API have all
FEW = 8  # mentions that make no picture of days


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote with its number on the page, and what the rule behind it means."""

    number: int
    evidence: Evidence
    meaning: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One mention with all that proves it."""

    mention: StoredMention
    quotes: tuple[Quoted, ...]
    facts: tuple[tuple[Fact, int], ...]  # with the number of its quote


@dataclass(frozen=True, slots=True)
class Shown:
    """An article's own words, with the quotes in them."""

    title: list[Piece]
    summary: list[list[Piece]]
    text: list[list[Piece]]
    cut: bool
    facts: frozenset[int]  # the numbers of quotes that tell of the event and do not name it


def reasons_of(found: Sequence[StoredMention]) -> list[Reason]:
    """The mentions with their quotes numbered through."""
    number = numbers(1)
    told = []
    for each in found:
        quotes = tuple(Quoted(next(number), q, flag.meaning(q.rule, q.exact)) for q in each.mention.evidence)
        facts = tuple((fact, next(number)) for fact in each.mention.facts)
        told.append(Reason(each, quotes, facts))
    return told


def shown(article: StoredArticle, reasons: Sequence[Reason]) -> Shown:
    """The article with every quote where it stands."""
    quotes: dict[str, list[Quote]] = {"title": [], "summary": [], "text": []}
    for reason in reasons:
        placed = [(said.number, said.evidence) for said in reason.quotes]
        placed += [(number, fact.evidence) for fact, number in reason.facts]
        for number, quote in placed:
            quotes[quote.field].append(Quote(number, quote.start, quote.end, quote.exact))
    said = article.article
    text = said.text[:MOST_TEXT]
    title = paragraphs(marked(" ".join(said.title[:1000].split("\n")), quotes["title"]))
    return Shown(
        title=title[0] if title else [],
        summary=paragraphs(marked(said.summary or "", quotes["summary"])),
        text=paragraphs(marked(text, quotes["text"])),
        cut=len(text) < len(said.text),
        facts=frozenset(number for reason in reasons for _, number in reason.facts),
    )


@router.get("/articles/{article_id}")
def one_article(request: Request, article_id: int) -> Response:
    """An article, and in it the words for which it is here."""
    desk = desk_at(request)
    _, form = read_query(request, Asked, CITED)
    article = desk.read(find_article, article_id) if 0 < article_id <= BIGGEST else None
    if article is None:
        raise HTTPException(404, f"no article {article_id}")
    found = desk.read(mentions.of_article, article_id)
    if form:
        return file_of(
            desk, form, f"article-{article_id}", [article_row(article, True)], article_fields(True)
        )
    reasons = reasons_of(found)
    today = {}
    for each in found[:EXPLAINED]:
        if (flagged := desk.read(replay.with_mention, each.id)) is not None:
            today[each.id] = explained(each, flagged, desk.watchlist)
    return page(
        request,
        "article.html",
        a=article,
        shown=shown(article, reasons),
        told=reasons,
        today=today,
        missed=()
        if found
        else dict.fromkeys(m.forum_id for m in flag.find_mentions(article.article, desk.watchlist)),
        doubted={} if found else flag.doubted(article.article, desk.watchlist),
        history=told_history(desk, article),
        reasons=REASONS,
    )


@router.get("/articles")
def all_articles(request: Request) -> Response:
    """What was read, the last first."""
    desk = desk_at(request)
    asked, form = _asked(request, ArticlesAsked)
    filters = asked.filters() | {"query": understood(desk, asked.q)}
    if form:
        rows = articles_of(desk, bound(asked), asked.before, **filters)
        return file_of(desk, form, "articles", rows, article_fields(False))
    found = desk.read(list_articles, limit=asked.limit, before=asked.before, **filters)
    more = found[-1].id if len(found) == asked.limit else None
    return page(request, "articles.html", found=found, asked=asked, more=more)


@router.get("/stories")
def all_stories(request: Request) -> Response:
    """What was told, the last first; copies are counted together."""
    desk = desk_at(request)
    asked, form = _asked(request, StoriesAsked)
    filters = asked.filters() | {"query": understood(desk, asked.q)}
    if form:
        rows = stories_of(desk, bound(asked), asked.before, **filters)
        return file_of(desk, form, "stories", rows, fields_of(StoredStory), "stories")
    found = desk.read(list_stories, limit=asked.limit, before=asked.before, site=dedupe.site, **filters)
    more = found[-1].id if len(found) == asked.limit else None
    return page(request, "stories.html", found=found, asked=asked, more=more)


@router.get("/stories/{story_id}")
def one_story(request: Request, story_id: int) -> Response:
    """Who told it first, how it spread, and what each copy did with the text."""
    desk = desk_at(request)
    _, form = read_query(request, Asked)
    found = desk.read(retold, story_id) if 0 < story_id <= BIGGEST else None
    if found is None:
        return _joined(request, story_id)
    if form:
        rows = (telling_row(found, telling) for telling in found.spread.tellings)
        return file_of(desk, form, f"story-{story_id}", rows, TELLING_FIELDS)
    told = desk.read(mentions.of_story, story_id)
    return page(
        request,
        "story.html",
        found=found,
        first=found.spread.first,
        drawing=drawn(found.spread),
        told=told[:LATEST],
        more_told=len(told) > LATEST,
        shown=TELLINGS,
        told_when=told_when,
        delay=delay,
        reasons=REASONS,
    )


def _joined(request: Request, story_id: int) -> Response:
    """The way to the story that it was joined into. Raises 404 where there is none."""
    elder = desk_at(request).read(led_to, story_id) if 0 < story_id <= BIGGEST else None
    if elder is None:
        raise HTTPException(404, f"no story {story_id}")
    asked = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/stories/{elder}{asked}", 303)


@router.get("/forums")
def all_forums(request: Request) -> Response:
    """The watchlist, those most in the news first."""
    desk = desk_at(request)
    _, form = read_query(request, Asked)
    counts = desk.forums()
    rows = [forum_row(forum.row(), counts.get(forum.id)) for forum in desk.watchlist.forums.values()]
    if form:
        return file_of(desk, form, "forums", rows, tuple(shapes.ForumRow.model_fields))
    rows.sort(key=lambda row: (-row["mentions"], row["name"].lower()))
    return page(request, "forums.html", rows=rows)


@router.get("/forums/{forum_id}")
def one_forum(request: Request, forum_id: str) -> Response:
    """A forum: when it was in the news, its editions, its newest mentions."""
    desk = desk_at(request)
    _, form = read_query(request, Asked, CITED)
    known = {name.lower(): forum for name, forum in desk.watchlist.known.items()}
    forum = known.get(forum_id.lower())
    if forum is None:
        forum_known(desk, [forum_id])  # guesses which is meant
        raise HTTPException(404, f"no forum {forum_id[:100]!r} is on the watchlist")
    if form:
        forum_known(
            desk, [forum.id]
        )  # a file of one that is not watched would say that nothing is told of it
        rows = mentions_of(desk, form, None, None, forum=[forum.id], triage=NOT_REJECTED)
        return file_of(desk, form, f"forum-{forum.id}", rows, MENTION_FIELDS, "mentions")
    found = desk.read(mentions.newest, limit=LATEST, forum=[forum.id], triage=NOT_REJECTED)
    now = desk.now()
    until = max(desk.read(volumes.last_told, forum.id, now) or now, now - timedelta(days=3650))
    counts = desk.read(volumes.per_day, until - timedelta(days=CHART_DAYS), until, forum.id)
    chart = charts.by_day(f"Mentions of {forum.name} by day", counts)
    if chart is None or chart.total < FEW:
        months = desk.read(volumes.per_day, until - timedelta(days=CHART_YEARS * 365), until, forum.id)
        chart = charts.by_month(f"Mentions of {forum.name} by month", months)
    count = desk.forums().get(forum.id)
    by_year = {each.edition: each for each in count.editions} if count else {}
    years = sorted({e.year for e in forum.editions} | {y for y in by_year if y is not None}, reverse=True)
    return page(
        request,
        "forum.html",
        forum=forum,
        watched=forum.id in desk.watchlist.forums,
        found=found,
        chart=chart,
        by_year=by_year,
        years=years,
        count_of=count,
        reasons=REASONS,
    )


def _asked(request: Request, kind: type[ArticlesAsked]) -> tuple[ArticlesAsked, str | None]:
    """The query, with ids that exist. Raises 422 and 404."""
    desk = desk_at(request)
    asked, form = read_query(request, kind, CITED)
    source_known(desk, asked.source)
    if asked.forum:
        asked = asked.model_copy(update={"forum": forum_known(desk, [asked.forum])[0]})
    return asked, form
