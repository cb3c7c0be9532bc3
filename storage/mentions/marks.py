"""Whether a reader's place in the stream of mentions is still the one that it wrote down.

A store that was set back to a copy hands out anew the positions behind the copy's end. A reader that bears but a number
cannot tell, and once the stream has passed that number would skip what was found meanwhile. So each place has a
mark: when the mention there was found, which stays with the position whatever becomes of the mention.

    position ─mark_of→ mark            position, mark ─hold→ nothing, or SetBack with the last place that both know
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from storage import schema
from storage.mentions.cursors import BeyondHead, before, head
from storage.shape.columns import EPOCH

_M = schema.mentions
_MICROSECOND = timedelta(microseconds=1)
PATTERN = r"^[0-9a-f]{1,14}$"  # a moment before the year 4254: a longer one may be none at all


class SetBack(ValueError):
    """The store was set back: a reader that goes on from `position` would skip what was found since."""

    def __init__(self, position: int, place: int) -> None:
        self.place = place
        super().__init__(
            f"position {position} is not the one that you came to: the store was set back to a copy, and gives out again "
            f"the positions behind {place}; go on from {place}, or what was found since is skipped"
        )


def mark(found_at: datetime) -> str:
    """That of the position of a mention that was found then."""
    return format((found_at - EPOCH) // _MICROSECOND, "x")


def mark_of(conn: Connection, position: int) -> str:
    """That of a position; where none stands there any more, that of the last one before it."""
    at = _last(conn, position)
    return mark(at[1]) if at else "0"


def hold(conn: Connection, position: int, marked: str | None) -> None:
    """Nothing, where a reader may go on from that position. Raises BeyondHead, and SetBack where it is `marked` otherwise.

    A mention that came back after it was gone leaves its old position: then the one before it is older than the mark.
    """
    end = head(conn)
    if marked is None:
        if position > end:
            raise BeyondHead(position, end)
        return
    found_at = EPOCH + int(marked, 16) * _MICROSECOND
    last = _last(conn, position)
    place, at = last or (0, EPOCH)
    if position > end or at > found_at or (place == position and at != found_at):
        raise SetBack(position, min(position, before(conn, found_at + _MICROSECOND)))


def _last(conn: Connection, position: int) -> tuple[int, datetime] | None:
    """The last position up to that one at which a mention stands, or stood, and when it was found."""
    last = select(func.max(_M.c.position)).where(_M.c.position <= position).scalar_subquery()
    row = conn.execute(select(_M.c.position, _M.c.found_at).where(_M.c.position == last)).first()
    return (row.position, row.found_at) if row else None
