"""How much was told: mentions counted by article, by distinct text and by outlet, in one pass over them.

The columns that are counted stand in the mentions themselves (told_at, story_id, outlet …) and in an index that
holds them all: articles are not looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Select,
    Text,
    case,
    cast,
    func,
    literal,
    literal_column,
    select,
    type_coerce,
)

from storage import schema
from storage.columns import EPOCH

_M, _A, _S = schema.mentions, schema.articles, schema.sources
KEYS: dict[str, ColumnElement[Any]] = {
    "forum": _M.c.forum_id,
    "edition": _M.c.forum_id + " " + case((_M.c.edition == 0, "-"), else_=cast(_M.c.edition, Text)),
    "language": _M.c.language,
    "source": _M.c.source_id,
    "outlet": _M.c.outlet,
    "role": _M.c.role,
    "relation": _M.c.relation,
    "country": _S.c.country,
    "origin": case(
        (_M.c.relation == "translated", "translation"),
        (_M.c.relation != "original", "copy"),
        (_M.c.credited, "wire"),
        else_="original",
    ),
}
DAY = timedelta(days=1)
_COUNTS = (
    func.count(),
    func.count(_M.c.article_id.distinct()),
    func.count(_M.c.story_id.distinct()),
    func.count(_M.c.outlet.distinct()),
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Which mentions are counted: those that stand, that nobody rejected, and that pass all that is given."""

    since: datetime  # told not before
    until: datetime  # told before
    forum: Sequence[str] = ()
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class Volume:
    """How much there is of one kind."""

    key: Any
    mentions: int
    articles: int  # each once
    texts: int  # stories: copies and translations of one text count once
    outlets: int  # sites


@dataclass(frozen=True, slots=True)
class First:
    """Who told of an edition first, and how far it had come a while later."""

    edition: int | None
    first_at: datetime
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


_LATER = {
    "1h": timedelta(hours=1),
    "6h": timedelta(hours=6),
    "1d": timedelta(days=1),
    "7d": timedelta(days=7),
}


def volumes(conn: Connection, by: str, scope: Scope) -> list[Volume]:
    """How much there is of each of the KEYS `by`, the most told first."""
    wanted = _grouped(KEYS[by], scope)
    if by == "country":
        wanted = wanted.outerjoin(_S, _S.c.id == _M.c.source_id)
    rows = [Volume(*row) for row in conn.execute(wanted)]
    return sorted(rows, key=lambda v: (-v.articles, -v.texts, str(v.key)))


def in_periods(conn: Connection, starts: Sequence[datetime], scope: Scope) -> list[Volume]:
    """How much was told between each of `starts` and the next, the last until the scope's end; also of none."""
    if not starts:
        return []
    bounds = [(start - EPOCH) // timedelta(microseconds=1) for start in starts]
    found = {v.key: v for v in map(_volume, conn.execute(_grouped(_numbered(bounds), scope)))}
    return [found.get(number, Volume(number, 0, 0, 0, 0)) for number in range(len(starts))]


def per_day(conn: Connection, since: datetime, until: datetime, forum: str | None = None) -> dict[date, int]:
    """How many mentions were told on each day (UTC) from that of `since` on, as a whole, up to `until`, of one forum
    or of all; none, too.
    """
    first = EPOCH + (since - EPOCH) // DAY * DAY
    scope = Scope(first, until + timedelta(microseconds=1), (forum,) if forum else ())
    day = _whole(_M.c.told_at) // _span(DAY)
    counted = select(day, func.count()).where(*standing_in(scope)).group_by(day)
    counts = {first.date() + n * DAY: 0 for n in range((until - first) // DAY + 1)}
    return counts | {(EPOCH + int(number) * DAY).date(): count for number, count in conn.execute(counted)}


def total(conn: Connection, scope: Scope) -> Volume:
    """How much there is in all."""
    row = conn.execute(select(literal("all"), *_COUNTS).where(*standing_in(scope))).one()
    return Volume(*row)


def firsts(conn: Connection, forum_id: str, scope: Scope) -> list[First]:
    """Who told of each edition of the forum first, the latest edition first."""
    inside = (_M.c.forum_id == forum_id, *standing_in(scope))
    began = (
        select(_M.c.edition, func.min(_M.c.told_at).label("first_at"))
        .where(*inside)
        .group_by(_M.c.edition)
        .cte("began")
    )
    # moments are numbers to the database: a span is added as one
    lasting = [
        func.count(
            case((_whole(_M.c.told_at) <= _whole(began.c.first_at) + _span(span), _M.c.outlet)).distinct()
        ).label(f"outlets_{name}")
        for name, span in _LATER.items()
    ]
    spread = (
        select(_M.c.edition, began.c.first_at, *_COUNTS[1:], func.count(_M.c.language.distinct()), *lasting)
        .join(began, began.c.edition == _M.c.edition)
        .where(*inside)
        .group_by(_M.c.edition, began.c.first_at)
        .order_by(_M.c.edition.desc())
    )
    return [
        _first(_leader(conn, inside, row.edition, row.first_at), row) for row in conn.execute(spread).all()
    ]


def _leader(conn: Connection, inside: Sequence[Any], edition: int, at: datetime) -> Any:
    """The mention that was told first; of two at once, the one that was found first."""
    named = (_M.c.id, _M.c.outlet, _M.c.language, _A.c.title, _A.c.url, _A.c.published_at)
    wanted = select(*named, _A.c.published_confidence).join(_A, _A.c.id == _M.c.article_id)
    return conn.execute(
        wanted.where(*inside, _M.c.edition == edition, _M.c.told_at == at).order_by(_M.c.id).limit(1)
    ).one()


def _first(who: Any, row: Any) -> First:
    edition, at, *counts = row
    sure = who.published_confidence if who.published_at == at else 0.0
    return First(edition or None, at, who.outlet, who.language, who.title, who.url, who.id, sure, *counts)


def _grouped(key: Any, scope: Scope) -> Select[Any]:
    return (
        select(key.label("key"), *_COUNTS)
        .select_from(_M)
        .where(*standing_in(scope))
        .group_by(literal_column("1"))
    )


def standing_in(scope: Scope) -> list[ColumnElement[bool]]:
    """The conditions of `scope`."""
    asked = [
        _M.c.gone_at.is_(None),
        _M.c.triage != "rejected",
        _M.c.told_at >= scope.since,
        _M.c.told_at < scope.until,
    ]
    if scope.forum:
        asked.append(_M.c.forum_id.in_(scope.forum))
    if scope.edition is not None:
        asked.append(_M.c.edition == scope.edition)
    return asked


def _volume(row: Any) -> Volume:
    return Volume(*row)


def _numbered(bounds: Sequence[int]) -> ColumnElement[int]:
    """Between which two of `bounds` (microseconds) a mention was told: a tree of comparisons, the same on every database.

    Time zones are thus no affair of the database's, and a year of days costs nine comparisons a row.
    """

    def tree(low: int, high: int) -> str:
        if high - low == 1:
            return str(low)
        middle = (low + high) // 2
        first, second = tree(low, middle), tree(middle, high)
        return f"CASE WHEN mentions.told_at < {bounds[middle]} THEN {first} ELSE {second} END"

    return literal_column(tree(0, len(bounds)))


def _whole(moment: ColumnElement[Any]) -> ColumnElement[int]:
    return type_coerce(moment, BigInteger)


def _span(span: timedelta) -> int:
    return span // timedelta(microseconds=1)
