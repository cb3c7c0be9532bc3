"""The stream of mentions: each has a position, handed out in the order of commits.

A reader that has passed a position (storage.mentions.cursors) has seen all there ever will be up to it. A mention keeps its position,
triage and note while later versions of its article hold it too. One that a version no longer holds is not
deleted: it leaves the lists (`gone_at`), and if it comes back it is news and takes a new position.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict, Unpack

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, func, select

from storage import schema
from storage.engine.prepared import Prepared
from storage.mentions.rows import counted
from storage.outlets import SOURCE_NAME, SOURCE_URL
from storage.records import Mention, Triage
from storage.search.conditions import Of, forum_of
from storage.search.find import Query, narrow
from storage.search.newest import WIDENING, hopeful
from storage.search.written_in import written_in
from storage.text.clean import at_offset

_M, _A = schema.mentions, schema.articles
_ARTICLE = (
    _A.c.url,
    _A.c.title,
    _A.c.language,
    _A.c.published_at,
    _A.c.published_offset_min,
    _A.c.site_name,
    _A.c.authors,
    _A.c.removed_at,
    _A.c.source_id,
    _A.c.story_id,
    SOURCE_URL,
    SOURCE_NAME,
)
ABOUT = ("story_id", "source_id", "language", "relation", "outlet", "told_at", "credited")  # its article
# what people said, beside `triage`
TRIAGED = ("reason", "note", "triaged_by", "triaged_at", "triages", "edition_said", "edition_by")
_counted_by = Prepared(
    select(
        *(
            _A.c.story_id,
            _A.c.source_id,
            _A.c.language,
            _A.c.relation,
            _A.c.published_at,
            _A.c.stored_at,
            _A.c.credit,
        )
    ).where(_A.c.id == bindparam("article"))
)
_head = Prepared(select(func.max(_M.c.position).label("position")))
_article = func.min(_M.c.article_id + 0)  # as it is, SQLite would go through all, from the first article on
_behind = Prepared(select(_article.label("id")).where(_M.c.position > bindparam("position")))
FEW = 5_000  # mentions behind a cursor, of which it is seen first where in the store their articles begin
# mentions looked at for who speaks of a forum: a store of many years answers as fast as a new one
NEWEST = 20_000


@dataclass(frozen=True, slots=True)
class StoredMention:
    """A mention with its place in the stream and the head of its article.

    Its edition is the one that counts: what a person said, else what the rules say, which is `edition_ruled`.
    """

    id: int
    position: int
    mention: Mention
    url: str
    title: str
    language: str | None
    published_at: datetime | None
    site_name: str | None
    source_id: str
    article_id: int
    story_id: int
    found_at: datetime
    removed_at: datetime | None  # when its article's page was found to be taken away
    triage: Triage
    reason: str | None = None  # of a rejection
    note: str | None = None  # a person's
    triaged_by: str | None = None
    triaged_at: datetime | None = None
    triages: int = 0  # how often people spoke of it
    authors: tuple[str, ...] = ()  # of the article
    edition_ruled: int | None = None
    edition_by: str | None = None  # who said which edition it is of; None: nobody did
    source_url: str = ""
    source_name: str | None = None  # as sources.yaml names it


class Filters(TypedDict, total=False):
    """What may be asked of mentions; what is left out, None or () asks nothing."""

    forum: Sequence[str]
    edition: int | None
    language: Sequence[str]  # of any script and region
    role: Sequence[str]
    triage: Sequence[str]  # new, confirmed, rejected
    since: datetime | None  # found not before
    query: str | Query | None  # in the language of storage.search.query


def speakers(conn: Connection, forum_ids: Sequence[str]) -> dict[str, set[str]]:
    """Which sources have lately brought mentions of each of the forums."""
    newest = select(func.coalesce(func.max(_M.c.id), 0) - NEWEST).scalar_subquery()
    query = (
        select(_M.c.forum_id, _A.c.source_id)
        .join(_A, _A.c.id == _M.c.article_id)
        .where(_M.c.id > newest, _M.c.forum_id.in_(forum_ids), _M.c.gone_at.is_(None))
        .distinct()
    )
    found: dict[str, set[str]] = {}
    for forum_id, source_id in conn.execute(query):
        found.setdefault(forum_id, set()).add(source_id)
    return found


def newest(
    conn: Connection,
    *,
    limit: int | None,
    before: int | None = None,
    after: int | None = None,
    **filters: Unpack[Filters],
) -> list[StoredMention]:
    """The mentions that pass every filter, the last found first; only those before or behind a position where one is
    named.
    """
    end = head(conn) + 1 if before is None else before
    behind = () if after is None else (_M.c.position > after,)
    found, seen = list[StoredMention](), 0
    for size in WIDENING if limit and filters.get("query") else ():
        if not hopeful(len(found), seen, size, limit):
            continue
        lately = and_(_M.c.position >= end - size, _M.c.position < end, *behind)
        found = _found(conn, lately, _M.c.position.desc(), limit, filters, _first(conn, lately))
        if len(found) == limit or size >= end:
            return found
        seen = size
    order = (
        _M.c.position + 0 if filters.get("query") else _M.c.position
    )  # gathered by their words, not one by one
    return _found(conn, and_(_M.c.position < end, *behind), order.desc(), limit, filters)


def number(conn: Connection, *, most: int, after: int | None = None, **filters: Unpack[Filters]) -> int:
    """How many mentions pass every filter, `most` at most; only those behind a position where one is named."""
    query, languages = filters.get("query"), filters.get("language")
    standing = select(_M.c.id).where(_M.c.gone_at.is_(None))
    if after is not None:
        standing = standing.where(_M.c.position > after)
    if query is None:  # what mentions say of their articles is enough: those need not be looked at
        told = [written_in(_M.c.language, languages)] if languages else []
        counted = passing(standing.where(*told), {**filters, "language": ()})
        return conn.execute(select(func.count()).select_from(counted.limit(most).subquery())).scalar_one()
    wanted = passing(standing.join(_A, _A.c.id == _M.c.article_id), filters)
    asked = narrow(conn, wanted, query, "mentions")
    if asked.proves is None:
        return conn.execute(
            select(func.count()).select_from(asked.wanted.limit(most).subquery())
        ).scalar_one()
    return sum(1 for _ in asked.rows(conn, asked.wanted, most))


def parts_behind(
    conn: Connection, position: int, triage: Sequence[str], most: int
) -> dict[tuple[str, str], int]:
    """How many mentions of each forum in each role stand behind `position` in the stream, of those triages; of the last
    `most` of them.
    """
    asked = (_M.c.position > position, _M.c.gone_at.is_(None), _M.c.triage.in_(triage))
    # counted at once, a database would go through all that there ever were, by forum
    last = (
        select(_M.c.forum_id, _M.c.role).where(*asked).order_by(_M.c.position.desc()).limit(most).subquery()
    )
    by = (last.c.forum_id, last.c.role)
    rows = conn.execute(select(*by, func.count()).group_by(*by))
    return {(forum_id, role): number for forum_id, role, number in rows}


def one(conn: Connection, mention_id: int) -> StoredMention | None:
    """The mention of that id, if it stands."""
    found = _found(conn, _M.c.id == mention_id, _M.c.id, 1, {})
    return found[0] if found else None


def of_article(conn: Connection, article_id: int) -> list[StoredMention]:
    """The mentions of one article that stand."""
    return _found(conn, _M.c.article_id == article_id, _M.c.position, None, {})


def of_story(conn: Connection, story_id: int) -> list[StoredMention]:
    """The mentions of all articles of one story that stand."""
    return _found(conn, _A.c.story_id == story_id, _M.c.position, None, {})


def since(
    conn: Connection, position: int, *, limit: int | None = None, **filters: Unpack[Filters]
) -> list[StoredMention]:
    """The mentions behind `position` in the stream that pass every filter, in its order."""
    behind = _M.c.position > position
    few = head(conn) - position <= FEW
    first = _behind.rows(conn, {"position": position})[0].id if few else None
    forums = filters.pop("forum", ()) if few else ()
    if forums:
        behind &= forum_of(few).in_(forums)
    return _found(conn, behind, _M.c.position, limit, filters, first)


def _first(conn: Connection, place: ColumnElement[bool]) -> int | None:
    """The first article of the mentions there, which are few."""
    return conn.execute(select(_article).where(place)).scalar()


def head(conn: Connection) -> int:
    """The last position handed out; 0 before the first."""
    return _head.rows(conn, {})[0].position or 0


def about_mentions(conn: Connection, article_id: int, outlet: str) -> dict[str, Any]:
    """The columns by which mentions are counted, as their article says them; `outlet` is its site's name."""
    row = _counted_by.rows(conn, {"article": article_id})[0]
    named = {name: getattr(row, name) for name in ABOUT[:4]}
    told_at = min(row.published_at or row.stored_at, row.stored_at)
    return {**named, "outlet": outlet, "told_at": told_at, "credited": row.credit is not None}


def _found(
    conn: Connection, place: Any, order: Any, limit: int | None, filters: Filters, first: int | None = None
) -> list[StoredMention]:
    wanted = with_articles().where(place, _M.c.gone_at.is_(None))
    of: Of = "mentions" if first is None else "behind"
    asked = narrow(conn, passing(wanted, filters), filters.get("query"), of, span=(first, None))
    return [stored_mention(row) for row in asked.rows(conn, asked.wanted.order_by(order), limit)]


def with_articles(*more: Any) -> Select[Any]:
    """Mentions with the heads of their articles, and with the columns `more`."""
    return select(_M, *_ARTICLE, *more).join(_A, _A.c.id == _M.c.article_id)


def passing(wanted: Select[Any], filters: Filters) -> Select[Any]:
    """`wanted` from mentions, narrowed by the filters that are given, all but the words."""
    forums, roles, languages = (filters.get("forum"), filters.get("role"), filters.get("language"))
    if forums:
        wanted = wanted.where(_M.c.forum_id.in_(forums))
    if roles:
        wanted = wanted.where(_M.c.role.in_(roles))
    if languages:
        wanted = wanted.where(written_in(_A.c.language, languages))
    if filters.get("triage"):
        wanted = wanted.where(_M.c.triage.in_(filters["triage"]))
    if filters.get("edition") is not None:
        wanted = wanted.where(schema.counted_edition == filters["edition"])
    if filters.get("since") is not None:
        wanted = wanted.where(_M.c.found_at >= filters["since"])
    return wanted


def stored_mention(row: Any) -> StoredMention:
    """A row of with_articles()."""
    names = (
        *("id", "position", "url", "title", "language", "site_name", "removed_at"),
        *("source_id", "article_id", "story_id", "source_url", "source_name"),
    )
    return StoredMention(
        **{name: getattr(row, name) for name in names},
        mention=counted(row),
        edition_ruled=row.edition or None,
        authors=tuple(row.authors),
        published_at=at_offset(row.published_at, row.published_offset_min),
        **{name: getattr(row, name) for name in ("found_at", "triage", *TRIAGED) if name != "edition_said"},
    )
