"""What was read → lists of it: articles one by one, and the stories that they tell together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, TypedDict, Unpack

from sqlalchemy import Connection, Select, func, select

from storage import schema
from storage.clean import at_offset
from storage.records import Article
from storage.words import holder, written_in

FETCHED = 500  # rows in memory at a time while words are sought
_CHUNK = 500  # values of one IN list

_A, _M, _S, _T = schema.articles, schema.mentions, schema.sources, schema.stories
_HEAD = tuple(c for c in _A.c if c.name != "text")
PLAIN = (
    "url",
    "title",
    "canonical_url",
    "summary",
    "language",
    "site_name",
    "section",
    "image_url",
    "credit",
)
TOLD = (  # not words of the page: stored as they are
    "kind", "partial", "published_from", "published_confidence", "modified_from", "modified_confidence",
)  # fmt: skip


class Filters(TypedDict, total=False):
    """What may be asked of articles; what is left out or None asks nothing."""

    language: str | None  # of any script and region
    source: str | None
    forum: str | None  # mentioned
    query: str | None  # words that the title or text must hold
    since: datetime | None  # stored not before


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article with its place in the store. Its text is empty where it was not asked for."""

    id: int
    article: Article
    source_id: str
    source_url: str
    story_id: int
    relation: str  # original, exact or near
    similarity: float  # to copy_of
    copy_of: int | None
    stored_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class StoredStory:
    """The articles that tell the same; title, url and source are those of the first published."""

    id: int
    title: str
    url: str
    source_id: str
    published_at: datetime | None
    opened_at: datetime
    articles: int
    outlets: int  # distinct hosts
    languages: tuple[str, ...]
    forums: tuple[str, ...]


def list_articles(
    conn: Connection,
    *,
    full: bool = False,
    limit: int | None = None,
    before: int | None = None,
    **filters: Unpack[Filters],
) -> list[StoredArticle]:
    """The articles that pass every filter, the last stored first; only those of a smaller id than `before`."""
    holds = holder(filters.get("query"))
    columns = _A.c if full or holds else _HEAD
    wanted: Select[Any] = select(*columns, _S.c.url.label("source_url")).join(_S, _S.c.id == _A.c.source_id)
    if before is not None:
        wanted = wanted.where(_A.c.id < before)
    wanted = _passing(wanted, filters).order_by(_A.c.id.desc())
    rows = islice(holding(conn, wanted, holds, limit), limit)
    return [_stored(row, full) for row in rows]


def list_stories(
    conn: Connection,
    *,
    limit: int | None = None,
    copies_only: bool = False,
    before: int | None = None,
    **filters: Unpack[Filters],
) -> list[StoredStory]:
    """The stories of which an article passes every filter, the last opened first, each with all its articles."""
    holds = holder(filters.get("query"))
    columns = [_A.c.story_id, _A.c.title, _A.c.text] if holds else [_A.c.story_id]
    wanted = _passing(select(*columns), filters).order_by(_A.c.story_id.desc())
    if before is not None:
        wanted = wanted.where(_A.c.story_id < before)
    if copies_only:
        told_again = select(_A.c.story_id).group_by(_A.c.story_id).having(func.count() > 1)
        wanted = wanted.where(_A.c.story_id.in_(told_again))
    rows = holding(conn, wanted if holds else wanted.distinct(), holds, None if holds else limit)
    ids = list(islice(_changes(row.story_id for row in rows), limit))
    return [story for part in _parts(ids) for story in _stories(conn, part)]


def holding(
    conn: Connection, wanted: Select[Any], holds: Callable[[str, str], bool] | None, limit: int | None
) -> Iterator[Any]:
    """The rows of `wanted` whose title and text hold the words; read on only as far as they are taken."""
    if holds is None:
        yield from conn.execute(wanted.limit(limit))
        return
    with conn.execute(wanted.execution_options(yield_per=FETCHED)) as result:
        for row in result:
            if holds(row.title, row.text):
                yield row


def article_of(row: Any, *, text: bool = True) -> Article:
    """A row of articles as the value it was stored from."""
    return Article(
        **{name: getattr(row, name) for name in (*PLAIN, *TOLD)},
        text=row.text if text else "",
        authors=tuple(row.authors),
        tags=tuple(row.tags),
        published_at=at_offset(row.published_at, row.published_offset_min),
        modified_at=at_offset(row.modified_at, row.modified_offset_min),
    )


def _passing(wanted: Select[Any], filters: Filters) -> Select[Any]:
    """`wanted` from articles, narrowed by the filters that are given."""
    language, source = filters.get("language"), filters.get("source")
    forum, since = filters.get("forum"), filters.get("since")
    if language is not None:
        wanted = wanted.where(written_in(_A.c.language, [language]))
    if source is not None:
        wanted = wanted.where(_A.c.source_id == source)
    if since is not None:
        wanted = wanted.where(_A.c.stored_at >= since)
    if forum is not None:
        speaks = select(_M.c.article_id).where(_M.c.forum_id == forum, _M.c.gone_at.is_(None))
        wanted = wanted.where(_A.c.id.in_(speaks))
    return wanted


def _stored(row: Any, full: bool) -> StoredArticle:
    names = (
        "id",
        "source_id",
        "source_url",
        "story_id",
        "relation",
        "similarity",
        "copy_of",
        "stored_at",
        "version",
    )
    return StoredArticle(article=article_of(row, text=full), **{name: getattr(row, name) for name in names})


def _changes(ids: Iterable[int]) -> Iterator[int]:
    """Each id once, where equal ones stand together."""
    last = None
    for i in ids:
        if i != last:
            yield i
        last = i


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))


def _stories(conn: Connection, ids: Sequence[int]) -> list[StoredStory]:
    members: dict[int, list[Any]] = {i: [] for i in ids}
    told: Select[Any] = (
        select(*_HEAD, _T.c.opened_at).join(_T, _T.c.id == _A.c.story_id).where(_A.c.story_id.in_(ids))
    )
    for row in conn.execute(told.order_by(_A.c.id)):
        members[row.story_id].append(row)
    forums: dict[int, set[str]] = {i: set() for i in ids}
    spoken: Select[Any] = select(_A.c.story_id, _M.c.forum_id).join(_M, _M.c.article_id == _A.c.id).distinct()
    for row in conn.execute(spoken.where(_A.c.story_id.in_(ids), _M.c.gone_at.is_(None))):
        forums[row.story_id].add(row.forum_id)
    return [_story(i, members[i], forums[i]) for i in ids]


def _story(story_id: int, rows: Sequence[Any], forums: set[str]) -> StoredStory:
    first = min(rows, key=lambda row: (row.published_at or row.stored_at, row.id))
    return StoredStory(
        id=story_id,
        title=first.title,
        url=first.url,
        source_id=first.source_id,
        published_at=at_offset(first.published_at, first.published_offset_min),
        opened_at=first.opened_at,
        articles=len(rows),
        outlets=len({row.host for row in rows}),
        languages=tuple(sorted({row.language for row in rows if row.language})),
        forums=tuple(sorted(forums)),
    )
