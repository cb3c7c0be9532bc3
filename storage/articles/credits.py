"""Articles stored before pages were asked whom they credit → the same with their credit: a walk down from the newest.

    begin → uncredited → a slice ─its credits→ put_credits → the next slice … the end, once and for all

It begins at the newest article there is, so what is stored from then on, with what its page said, is never asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select, update

from storage import schema
from storage.records import Article
from storage.stories.walks import stop_at, walk
from storage.text.clean import storable

AT_ONCE = 50  # articles of a slice, whose texts are held

_A, _M, _P = schema.articles, schema.mentions, schema.pages
_READ = (
    *(_A.c.id, _A.c.version, _A.c.source_id, _A.c.url, _A.c.title, _A.c.text, _A.c.authors, _A.c.site_name),
    *(_A.c.language, _P.c.article_id.label("archived")),
)


@dataclass(frozen=True, slots=True)
class Uncredited:
    """An article without a credit, as far as one can be read out of it."""

    id: int
    version: int
    source_id: str
    archived: bool  # the page of this version was kept
    article: Article


@dataclass(frozen=True, slots=True)
class Slice:
    """Articles that follow each other, those of them that credit nobody yet."""

    above: int  # where the walk stood: the id behind the slice
    end: int  # the lowest id of the slice
    articles: tuple[Uncredited, ...]


def begin(conn: Connection, now: datetime) -> None:
    """Let the walk begin at the newest article there is, unless it has begun; in an empty store it is over at once."""
    if walk(conn, "credits") is None:
        newest = conn.execute(select(func.max(_A.c.id))).scalar()
        stop_at(conn, "credits", newest and newest + 1, now)


def uncredited(conn: Connection) -> Slice | None:
    """The next slice; None where the walk came to its end. What was only announced shows no credit."""
    known = walk(conn, "credits")
    if known is None or known.place is None:
        return None
    end = max(1, known.place - AT_ONCE)
    kept = (_P.c.article_id == _A.c.id) & (_P.c.version == _A.c.version)
    some = (_A.c.id >= end, _A.c.id < known.place, _A.c.credit.is_(None), _A.c.announced.is_(False))
    rows = conn.execute(select(*_READ).outerjoin_from(_A, _P, kept).where(*some).order_by(_A.c.id))
    return Slice(known.place, end, tuple(map(_uncredited, rows)))


def put_credits(conn: Connection, done: Slice, credits: Mapping[int, str]) -> None:
    """Give the articles of a slice their credits, by id, and go on; nothing where another program was quicker.

    One that was edited meanwhile has what its page said.
    """
    known = walk(conn, "credits")
    if known.place != done.above:
        return
    for article in done.articles:
        if article.id not in credits:
            continue
        same = (_A.c.id == article.id, _A.c.version == article.version, _A.c.credit.is_(None))
        named = update(_A).where(*same).values(credit=storable(credits[article.id]))
        if conn.execute(named).rowcount:
            conn.execute(update(_M).where(_M.c.article_id == article.id).values(credited=True))
    stop_at(conn, "credits", done.end if done.end > 1 else None, known.begun_at)


def _uncredited(row: Any) -> Uncredited:
    article = Article(
        url=row.url,
        title=row.title,
        text=row.text,
        authors=tuple(row.authors),
        language=row.language,
        site_name=row.site_name,
    )
    return Uncredited(row.id, row.version, row.source_id, row.archived is not None, article)
