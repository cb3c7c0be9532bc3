"""Readers' places in the two streams that a store has: mentions as they are found, and what becomes of them.

    place ─→ read what lies behind it, as far as the head ─→ print ─→ advance

Both streams hand out positions in the order of commits (see put_mentions in storage.mentions.revisions, and
storage.mentions.changes): what lies before the head is all there will ever be. So a reader that advances only after it
has printed repeats, when it is killed, what it had not finished, and skips nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Unpack

from sqlalchemy import Connection, delete, func, insert, select, update

from storage import schema
from storage.mentions.stream import Filters, StoredMention, passing, stored_mention, with_articles
from storage.search.find import narrow
from storage.text.clean import storable

Stream = Literal["mentions", "changes"]

_C, _M, _X = schema.cursors, schema.mentions, schema.changes
_PLACES = {"mentions": _C.c.position, "changes": _C.c.change_position}  # the cursor's column for a stream
_HEADS = {"mentions": func.max(_M.c.position), "changes": func.max(_X.c.position)}
_BEGINNINGS = {  # the first position of what came at a moment or after it
    "mentions": lambda at: select(func.min(_M.c.position)).where(_M.c.found_at >= at),
    "changes": lambda at: select(func.min(_X.c.position)).where(_X.c.at >= at),
}


class CursorMoved(Exception):
    """The cursor is not where its reader left it: another one with the same name moved it to `place`."""

    def __init__(self, name: str, past: int, place: int) -> None:
        self.place = place
        super().__init__(
            f"cursor {name!r} stood at {past} when this was read and is at {place} now: another reader has the "
            "same name, and both may have got the same; give each a name of its own"
        )


class BeyondHead(ValueError):
    """Nothing has that position yet: a cursor there would skip what comes."""

    def __init__(self, position: int, head: int) -> None:
        super().__init__(f"position {position} is beyond the last one, {head}: what comes would be skipped")


@dataclass(frozen=True, slots=True)
class Cursor:
    """A reader's places."""

    name: str
    position: int  # the last mention it has passed
    behind: int  # mentions that stand and that it has not
    change_position: int  # the last change it has passed
    changes_behind: int
    moved_at: datetime


@dataclass(frozen=True, slots=True)
class StoredChange:
    """What became of a mention after it was found; the mention is as it is now, whether it stands or not."""

    position: int  # in the stream of changes
    at: datetime
    what: str  # changed, gone, back, removed or triaged
    before: dict[str, Any] | None  # what differs, as it was
    mention: StoredMention


def head(conn: Connection, stream: Stream = "mentions") -> int:
    """The last position handed out; 0 before the first."""
    return conn.execute(select(_HEADS[stream])).scalar() or 0


def position_of(conn: Connection, cursor: str, stream: Stream = "mentions") -> int:
    """The position that the cursor has passed; 0 for one that never moved."""
    return conn.execute(select(_PLACES[stream]).where(_C.c.name == storable(cursor))).scalar() or 0


def before(conn: Connection, moment: datetime, stream: Stream = "mentions") -> int:
    """The last position before all that came at `moment` or after it."""
    first = conn.execute(_BEGINNINGS[stream](moment)).scalar()
    return head(conn, stream) if first is None else first - 1


def advance(
    conn: Connection,
    cursor: str,
    position: int,
    now: datetime,
    *,
    stream: Stream = "mentions",
    past: int | None = None,
) -> None:
    """Move the cursor on to `position`; it never goes back.

    With `past`, the place from which its reader read, CursorMoved is raised where it stands elsewhere by now, and
    nothing is done. Raises BeyondHead where no position is so high.
    """
    place = position_of(conn, cursor, stream)
    if past is not None and place != past:
        raise CursorMoved(cursor, past, place)
    if position > place or not _exists(conn, cursor):
        put(conn, cursor, max(position, place), now, stream=stream)


def put(conn: Connection, cursor: str, position: int, now: datetime, *, stream: Stream = "mentions") -> None:
    """Set the cursor to `position`, which may lie before its place. Raises BeyondHead."""
    last = head(conn, stream)
    if position > last:
        raise BeyondHead(position, last)
    name, values = storable(cursor), {_PLACES[stream].name: position, "moved_at": now}
    if _exists(conn, cursor):
        conn.execute(update(_C).where(_C.c.name == name).values(**values))
    else:
        conn.execute(insert(_C).values({"name": name, "position": 0, **values}))


def drop(conn: Connection, cursor: str) -> bool:
    """Forget the cursor; whether there was one."""
    return conn.execute(delete(_C).where(_C.c.name == storable(cursor))).rowcount > 0


def cursors(conn: Connection, name: str | None = None) -> list[Cursor]:
    """Every cursor, or that one, by name."""
    behind = select(func.count()).where(_M.c.position > _C.c.position, _M.c.gone_at.is_(None))
    changes_behind = select(func.count()).where(_X.c.position > _C.c.change_position)
    wanted = select(
        *(_C.c.name, _C.c.position, behind.scalar_subquery().label("behind")),
        *(_C.c.change_position, changes_behind.scalar_subquery().label("changes_behind"), _C.c.moved_at),
    ).order_by(_C.c.name)
    if name is not None:
        wanted = wanted.where(_C.c.name == storable(name))
    return [Cursor(*row) for row in conn.execute(wanted)]


def changes_since(
    conn: Connection, position: int, *, limit: int | None = None, **filters: Unpack[Filters]
) -> Iterator[StoredChange]:
    """What became of mentions behind `position` in the stream of changes, in its order.

    The filters are asked of the mentions as they are now.
    """
    change = (_X.c.position.label("change_position"), _X.c.at, _X.c.what, _X.c.before)
    wanted = passing(with_articles(*change), filters)
    wanted = wanted.join(_X, _X.c.mention_id == _M.c.id).where(_X.c.position > position)
    asked = narrow(conn, wanted, filters.get("query"), "mentions")
    for row in asked.rows(conn, asked.wanted.order_by(_X.c.position), limit):
        yield StoredChange(row.change_position, row.at, row.what, row.before, stored_mention(row))


def _exists(conn: Connection, cursor: str) -> bool:
    return conn.execute(select(_C.c.name).where(_C.c.name == storable(cursor))).scalar() is not None
