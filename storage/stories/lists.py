"""What was read → lists of it: articles one by one, and the stories that they tell together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from operator import attrgetter
from typing import Any, TypedDict, Unpack

from sqlalchemy import Connection, Select, bindparam, func, select

from storage import schema
from storage.engine.prepared import Prepared
from storage.outlets import SOURCE_NAME, SOURCE_URL
from storage.records import Article
from storage.search.conditions import SPEAKING
from storage.search.find import Query
from storage.search.newest import newest_articles, newest_stories
from storage.search.written_in import written_in
from storage.stories.told import Member, Spoken, StoryDetail, called, told_moment
from storage.text.clean import at_offset, host_of

_CHUNK = 500  # values of one IN list
MEMBERS = 10_000  # articles of one story that are told one by one

_A, _M, _T = schema.articles, schema.mentions, schema.stories
_OF_MEMBER = (*(_A.c[f.name] for f in fields(Member) if f.name in _A.c), SOURCE_URL, SOURCE_NAME)
_COUNTED = tuple(
    _A.c[name]
    for name in (
        "id",
        "story_id",
        "title",
        "url",
        "source_id",
        "site_name",
        "published_at",
        "published_offset_min",
    )
    + ("stored_at", "language", "relation", "credit")
) + (SOURCE_URL, SOURCE_NAME)
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

_AS_THEY_ARE = (*PLAIN, *TOLD)
_as_they_are = attrgetter(*_AS_THEY_ARE)


class Filters(TypedDict, total=False):
    """What may be asked of articles; what is left out or None asks nothing."""

    language: str | None  # of any script and region
    source: str | None
    forum: str | None  # mentioned, by a mention that nobody rejected
    query: str | Query | None  # in the language of storage.search.query
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
    removed_at: datetime | None = None  # when its page was found to be taken away
    source_name: str | None = None  # as sources.yaml names it


_AT_ONCE = 50  # articles that are fetched by one statement: as many as most ask for
_PLACES = tuple(f"article_{n}" for n in range(_AT_ONCE))
_among = _A.c.id.in_([bindparam(place, type_=_A.c.id.type) for place in _PLACES])
_BESIDE = tuple(each.name for each in fields(StoredArticle) if each.name != "article")  # columns of its row
_beside = attrgetter(*_BESIDE)
_TURNED = ("authors", "tags", "published_at", "published_offset_min", "modified_at", "modified_offset_min")
_OF_SOURCE = (SOURCE_URL, SOURCE_NAME)
_OTHERS = tuple(column.name for column in _OF_SOURCE)  # which stand with the source
_HEAD = tuple(_A.c[name] for name in (*_AS_THEY_ARE, *_TURNED, *_BESIDE) if name not in _OTHERS)
_heads, _whole = (Prepared(select(*_HEAD, *more, *_OF_SOURCE).where(_among)) for more in ((), (_A.c.text,)))


@dataclass(frozen=True, slots=True)
class StoredStory:
    """The articles that tell the same; title, url, source and first_outlet are those of the first published."""

    id: int
    title: str
    url: str
    source_id: str
    published_at: datetime | None
    opened_at: datetime
    articles: int
    outlets: int  # distinct sites
    exact: int  # articles that copy another word for word
    near: int  # that copy it with changes
    translated: int
    first_outlet: str
    credit: str | None  # whom most of those that name a source of their text name
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
    source = filters.get("source")
    picking = [] if source is None else [_A.c.source_id == source]
    ids = newest_articles(conn, _passing(filters), filters.get("query"), before, limit, picking)
    return [_stored(row, full) for part in _parts(ids, _AT_ONCE) for row in _rows(conn, part, full)]


def find_article(conn: Connection, article_id: int) -> StoredArticle | None:
    """The article of that id, with its text."""
    row = conn.execute(select(*_A.c, *_OF_SOURCE).where(_A.c.id == article_id)).one_or_none()
    return None if row is None else _stored(row, True)


def list_stories(
    conn: Connection,
    *,
    limit: int | None = None,
    copies_only: bool = False,
    before: int | None = None,
    site: Callable[[str], str] = host_of,
    **filters: Unpack[Filters],
) -> list[StoredStory]:
    """The stories of which an article passes every filter, the last opened first, each with all its articles.

    `site` tells the outlet that an address belongs to; only stories of a smaller id than `before` are told.
    """
    wanted = select(_A.c.story_id).where(*_passing(filters))
    if before is not None:
        wanted = wanted.where(_A.c.story_id < before)
    if copies_only:
        told_again = select(_A.c.story_id).group_by(_A.c.story_id).having(func.count() > 1)
        wanted = wanted.where(_A.c.story_id.in_(told_again))
    ids = newest_stories(conn, wanted, filters.get("query"), before, limit)
    return [told for part in _parts(ids) for told in _stories(conn, part, site)]


def story(conn: Connection, story_id: int) -> StoryDetail | None:
    """One story with its articles, the first stored first, MEMBERS of them at most; None where there is none."""
    opened = conn.execute(select(_T.c.opened_at).where(_T.c.id == story_id)).scalar()
    of_it = _A.c.story_id == story_id
    wanted = select(*_OF_MEMBER, _A.c.published_offset_min).where(of_it).order_by(_A.c.id).limit(MEMBERS)
    members = tuple(_member(row) for row in conn.execute(wanted))
    if opened is None or not members:
        return None
    count = conn.execute(select(func.count()).select_from(_A).where(of_it)).scalar_one()
    return StoryDetail(story_id, opened, count, members, _spoken(conn, story_id))


def texts_of(conn: Connection, ids: Iterable[int]) -> dict[int, str]:
    """The texts of those articles by their ids."""
    found: dict[int, str] = {}
    for part in _parts(sorted(set(ids))):
        found |= dict(conn.execute(select(_A.c.id, _A.c.text).where(_A.c.id.in_(part))).all())
    return found


def article_of(row: Any, *, text: bool = True) -> Article:
    """A row of articles as the value it was stored from."""
    return Article(
        **dict(zip(_AS_THEY_ARE, _as_they_are(row), strict=True)),
        text=row.text if text else "",
        authors=tuple(row.authors),
        tags=tuple(row.tags),
        published_at=at_offset(row.published_at, row.published_offset_min),
        modified_at=at_offset(row.modified_at, row.modified_offset_min),
    )


def _passing(filters: Filters) -> list[Any]:
    """The conditions that articles pass, by the filters that are given."""
    language, source = filters.get("language"), filters.get("source")
    forum, since = filters.get("forum"), filters.get("since")
    asked: list[Any] = []
    if language is not None:
        asked.append(written_in(_A.c.language, [language]))
    if source is not None:
        asked.append(_A.c.source_id == source)
    if since is not None:
        asked.append(_A.c.stored_at >= since)
    if forum is not None:
        speaks = select(_M.c.article_id).where(_M.c.forum_id == forum, *SPEAKING)
        asked.append(_A.c.id.in_(speaks))
    return asked


def _rows(conn: Connection, ids: Sequence[int], full: bool) -> list[Any]:
    """The rows of those articles, _AT_ONCE of them at most, in their order."""
    # no NULLs in their stead: PostgreSQL would plan each count of them anew
    places = [*ids, *[ids[-1]] * (_AT_ONCE - len(ids))]
    given = dict(zip(_PLACES, places, strict=True))
    found = {row.id: row for row in (_whole if full else _heads).rows(conn, given)}
    return [found[i] for i in ids if i in found]


def _stored(row: Any, full: bool) -> StoredArticle:
    own = dict(zip(_BESIDE, _beside(row), strict=True))
    return StoredArticle(article=article_of(row, text=full), **own)


def _parts(ids: Sequence[int], size: int = _CHUNK) -> Iterator[Sequence[int]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))


def _member(row: Any) -> Member:
    values = {f.name: getattr(row, f.name) for f in fields(Member)}
    at = at_offset(row.published_at, row.published_offset_min)
    return Member(**values | {"published_at": at, "reasons": tuple(row.reasons or ())})


def _spoken(conn: Connection, story_id: int) -> tuple[Spoken, ...]:
    """The forums of a story, those that most articles speak of first."""
    what = (_M.c.forum_id, schema.counted_edition, _M.c.role)
    standing = select(*what, func.count()).where(_M.c.story_id == story_id, *SPEAKING)
    rows = conn.execute(standing.group_by(*what)).all()
    found = [Spoken(forum, edition or None, role, count) for forum, edition, role, count in rows]
    return tuple(sorted(found, key=lambda s: (-s.articles, s.forum_id, s.edition or 0, s.role)))


def _stories(conn: Connection, ids: Sequence[int], site: Callable[[str], str]) -> list[StoredStory]:
    members: dict[int, list[Any]] = {i: [] for i in ids}
    told: Select[Any] = (
        select(*_COUNTED, _T.c.opened_at).join(_T, _T.c.id == _A.c.story_id).where(_A.c.story_id.in_(ids))
    )
    for row in conn.execute(told.order_by(_A.c.id)):
        members[row.story_id].append(row)
    forums: dict[int, set[str]] = {i: set() for i in ids}
    spoken = select(_M.c.story_id, _M.c.forum_id).where(_M.c.story_id.in_(ids), *SPEAKING)
    for row in conn.execute(spoken.distinct()):
        forums[row.story_id].add(row.forum_id)
    return [_story(i, members[i], forums[i], site) for i in ids]


def _told_at(row: Any) -> datetime:
    """When an article was told at the latest."""
    return told_moment(at_offset(row.published_at, row.published_offset_min), row.stored_at)[0]


def _story(story_id: int, rows: Sequence[Any], forums: set[str], site: Callable[[str], str]) -> StoredStory:
    first = min(rows, key=lambda row: (_told_at(row), row.id))
    relations = Counter(row.relation for row in rows)
    credits = Counter(row.credit for row in rows if row.credit).most_common(1)
    return StoredStory(
        id=story_id,
        title=first.title,
        url=first.url,
        source_id=first.source_id,
        published_at=at_offset(first.published_at, first.published_offset_min),
        opened_at=first.opened_at,
        articles=len(rows),
        outlets=len({site(row.url) for row in rows}),
        exact=relations["exact"],
        near=relations["near"],
        translated=relations["translated"],
        first_outlet=called(first, first.url, first.site_name, site),
        credit=credits[0][0] if credits else None,
        languages=tuple(sorted({row.language for row in rows if row.language})),
        forums=tuple(sorted(forums)),
    )
