"""Who told of a forum's editions first, and how far each had come a while later.

A date without an hour is no scoop: what was told on a day, at whatever hour, counts from the day's end, or from the
moment at which it was found, as in storage.stories.told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Connection, case, cast, func, literal, select, type_coerce

from storage import schema
from storage.reports.volumes import COUNTED, Scope, microseconds, standing_in, whole
from storage.shape.columns import Moment
from storage.stories.told import DAY, Known, told_moment
from storage.text.clean import at_offset

_M, _A = schema.mentions, schema.articles
_LATER = {
    "1h": timedelta(hours=1),
    "6h": timedelta(hours=6),
    "1d": timedelta(days=1),
    "7d": timedelta(days=7),
}


@dataclass(frozen=True, slots=True)
class First:
    """Who told of an edition first, and how far it had come a while later."""

    edition: int | None
    first_at: datetime  # at the latest, where `known` is no minute
    outlet: str
    language: str | None
    title: str
    url: str
    mention_id: int
    confidence: float  # share of such dates that are right; 0 where it is the moment of being stored
    articles: int
    texts: int
    outlets: int
    languages: int
    outlets_1h: int
    outlets_6h: int
    outlets_1d: int
    outlets_7d: int
    known: Known  # how exactly it is known: to the minute, to the day, or only when it was found


def firsts(conn: Connection, forum_id: str, scope: Scope) -> list[First]:
    """Who told of each edition of the forum first, the latest edition first."""
    inside = (_M.c.forum_id == forum_id, *standing_in(scope))
    counts = (*COUNTED[1:], func.count(_M.c.language.distinct()))
    of = schema.counted_edition
    editions = select(of, func.min(_M.c.told_at), *counts).where(*inside).group_by(of)
    rows = conn.execute(editions.order_by(of.desc())).all()
    return [_first(conn, (*inside, of == row[0]), *row) for row in rows]


def _first(conn: Connection, inside: Sequence[Any], edition: int, begun: datetime, *counts: int) -> First:
    """`begun`: the earliest date that an article of it carries."""
    who = _leader(conn, inside, begun)
    at, _, known = told_moment(at_offset(who.published_at, who.published_offset_min), who.stored_at)
    lasting = [func.count(case((_latest() <= at + span, _M.c.outlet)).distinct()) for span in _LATER.values()]
    near = _with_articles(*lasting).where(*inside, _M.c.told_at <= at + max(_LATER.values()))
    sure = 0.0 if known == "found" else who.published_confidence
    named = (who.outlet, who.language, who.title, who.url, who.id, sure)
    spread: Any = (*counts, *conn.execute(near).one(), known)
    return First(edition or None, at.astimezone(UTC), *named, *spread)


def _leader(conn: Connection, inside: Sequence[Any], begun: datetime) -> Any:
    """The mention that was told first; of two at once, the one that was found first."""
    named = (_M.c.id, _M.c.outlet, _M.c.language, _A.c.title, _A.c.url, _A.c.published_at)
    wanted = _with_articles(*named, _A.c.published_offset_min, _A.c.published_confidence, _A.c.stored_at)
    early = wanted.where(*inside, _M.c.told_at <= begun + DAY)  # by then it is told, whatever its hour
    return conn.execute(early.order_by(_latest(), _M.c.id).limit(1)).one()


def _with_articles(*columns: Any) -> Any:
    return select(*columns).select_from(_M).join(_A, _A.c.id == _M.c.article_id)


def _latest() -> ColumnElement[datetime]:
    """When a mention was told at the latest, as storage.stories.told has it, in numbers."""
    published, stored, day = whole(_A.c.published_at), whole(_A.c.stored_at), microseconds(DAY)
    minutes = cast(func.coalesce(_A.c.published_offset_min, 0), BigInteger)
    offset = minutes * literal(microseconds(timedelta(minutes=1)), BigInteger)
    into_day = (published + offset) % day
    of_day = (published <= stored) & into_day.between(0, microseconds(timedelta(seconds=1)) - 1)
    at = case(
        (of_day & (published + day < stored), published + day), (of_day, stored), else_=whole(_M.c.told_at)
    )
    return type_coerce(at, Moment)
