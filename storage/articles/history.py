"""An article → all that became of it: its versions, what it said of forums, and the looks at its page."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from storage import schema
from storage.mentions.rows import counted
from storage.outlets import SOURCE_NAME, SOURCE_URL
from storage.records import Mention, Triage
from storage.stories.lists import StoredArticle, article_of

_A, _V, _M, _R, _X = (*(schema.articles, schema.versions, schema.mentions, schema.revisits, schema.changes),)


@dataclass(frozen=True, slots=True)
class Version:
    """An article as it stood from `stored_at` on."""

    version: int
    stored_at: datetime
    title: str
    summary: str | None
    text: str
    correction: str | None  # the words by which it says that it corrects


@dataclass(frozen=True, slots=True)
class Said:
    """A mention of the article, standing or gone."""

    id: int
    mention: Mention  # of the edition that counts
    edition_ruled: int | None
    edition_by: str | None  # who said which edition it is of; None: nobody did
    found_at: datetime
    gone_at: datetime | None
    triage: Triage


@dataclass(frozen=True, slots=True)
class Happened:
    """What became of one of its mentions."""

    at: datetime
    mention_id: int
    what: str
    before: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Watched:
    """The looks at its page."""

    due_at: datetime | None
    visits: int
    seen_at: datetime | None
    missing_at: datetime | None
    message: str | None


@dataclass(frozen=True, slots=True)
class History:
    """An article with its text, and all that became of it; each list in the order of time."""

    stored: StoredArticle
    updated_at: datetime
    versions: tuple[Version, ...]
    mentions: tuple[Said, ...]
    changes: tuple[Happened, ...]
    watched: Watched | None  # None: it is not looked at again


def history(conn: Connection, article_id: int) -> History | None:
    """All that is known of the article of that id; None where there is none."""
    query = select(*_A.c, SOURCE_URL, SOURCE_NAME)
    row = conn.execute(query.where(_A.c.id == article_id)).one_or_none()
    if row is None:
        return None
    own = {f.name: getattr(row, f.name) for f in fields(StoredArticle) if f.name != "article"}
    mentions = conn.execute(select(_M).where(_M.c.article_id == article_id).order_by(_M.c.id)).all()
    happened = select(_X.c.at, _X.c.mention_id, _X.c.what, _X.c.before).order_by(_X.c.position)
    looked = select(*(_R.c[f.name] for f in fields(Watched))).where(_R.c.article_id == article_id)
    watched = conn.execute(looked).one_or_none()
    return History(
        stored=StoredArticle(article=article_of(row), **own),
        updated_at=row.updated_at,
        versions=_versions(conn, row),
        mentions=tuple(_said(m) for m in mentions),
        changes=tuple(
            Happened(*found)
            for found in conn.execute(happened.where(_X.c.mention_id.in_([m.id for m in mentions])))
        ),
        watched=Watched(*watched) if watched else None,
    )


def _said(row: Any) -> Said:
    ruled = row.edition or None
    return Said(row.id, counted(row), ruled, row.edition_by, row.found_at, row.gone_at, row.triage)


def _versions(conn: Connection, article: Any) -> tuple[Version, ...]:
    """The words of the last stand with the article itself."""
    rows = conn.execute(select(_V).where(_V.c.article_id == article.id).order_by(_V.c.version))
    return tuple(
        Version(row.version, row.stored_at, words.title, words.summary, words.text, row.correction)
        for row in rows
        for words in (article if row.version == article.version else row,)
    )
