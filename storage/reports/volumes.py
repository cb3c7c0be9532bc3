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
from storage.shape.columns import EPOCH

_M, _S = schema.mentions, schema.sources
KEYS: dict[str, ColumnElement[Any]] = {
    "forum": _M.c.forum_id,
    "edition": _M.c.forum_id
    + " "
    + case((schema.counted_edition == 0, "-"), else_=cast(schema.counted_edition, Text)),
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
COUNTED = (
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
    day = whole(_M.c.told_at) // microseconds(DAY)
    counted = select(day, func.count()).where(*standing_in(scope)).group_by(day)
    counts = {first.date() + n * DAY: 0 for n in range((until - first) // DAY + 1)}
    return counts | {(EPOCH + int(number) * DAY).date(): count for number, count in conn.execute(counted)}


def began_at(conn: Connection) -> datetime | None:
    """When a source was first heard that is asked today, or the first article stored: nobody is known to have listened
    before; None where nothing was ever heard.
    """
    firsts = (select(func.min(column)) for column in (_S.c.heard_from, schema.articles.c.stored_at))
    return min((at for first in firsts if (at := conn.execute(first).scalar()) is not None), default=None)


def last_told(conn: Connection, forum: str, until: datetime) -> datetime | None:
    """When a mention of the forum was told last, up to `until`; None where none was."""
    standing = standing_in(Scope(EPOCH, until + timedelta(microseconds=1), (forum,)))
    return conn.execute(select(_M.c.told_at).where(*standing).order_by(_M.c.told_at.desc()).limit(1)).scalar()


def total(conn: Connection, scope: Scope) -> Volume:
    """How much there is in all."""
    row = conn.execute(select(literal("all"), *COUNTED).where(*standing_in(scope))).one()
    return Volume(*row)


def _grouped(key: Any, scope: Scope) -> Select[Any]:
    return (
        select(key.label("key"), *COUNTED)
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
        asked.append(schema.counted_edition == scope.edition)
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


def whole(moment: ColumnElement[Any]) -> ColumnElement[int]:
    """A moment as the number that it is to the database."""
    return type_coerce(moment, BigInteger)


def microseconds(span: timedelta) -> int:
    """A span as it is added to one."""
    return span // timedelta(microseconds=1)
