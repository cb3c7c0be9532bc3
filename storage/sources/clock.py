"""What was decided while the clock ran ahead, once it is put right: nothing waits for the time that never was.

A clock that leaps ahead needs nothing: all is due once, and the next polls are spread (crawler/schedule.py).
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Column, ColumnElement, Connection, case, delete, or_, type_coerce, update

from storage import schema
from storage.shape.columns import EPOCH, Moment
from storage.waiting.daily import put_back

# of an entry or a search: none is put off for more than a day, and its jitter
LONGEST_WAIT = timedelta(days=2)

# of a host: a day (crawler/hostbook.py), and that it wanted peace for an hour more
LONGEST_WORD = timedelta(hours=26)

LONGEST_REVISIT = timedelta(days=400)  # of an article: sources.yaml allows a year, and its jitter

_T, _E, _L, _R, _H = schema.sources, schema.entries, schema.losses, schema.revisits, schema.hosts


def put_right(conn: Connection, now: datetime) -> None:
    """At a start, when nobody knows by how much the clock was wrong: what was decided after `now` is due."""
    heard = case((_T.c.heard_until <= now, _T.c.heard_until))  # it has been unheard since before
    conn.execute(update(_T).where(_T.c.polled_at > now).values(next_at=None, heard_until=heard))
    conn.execute(update(_E).where(schema.ASLEEP, _E.c.wake_at > now + LONGEST_WAIT).values(wake_at=EPOCH))
    late = update(_L).where(schema.SEARCHED_FOR, _L.c.search_at > now + LONGEST_WAIT)
    conn.execute(late.values(search_at=now))
    far = update(_R).where(schema.REVISITED, _R.c.due_at > now + LONGEST_REVISIT)
    conn.execute(far.values(due_at=now))
    conn.execute(delete(_H).where(_H.c.until > now + LONGEST_WORD))
    _no_later(conn, now)


def set_back(conn: Connection, now: datetime, by: timedelta) -> None:
    """The clock was just set back: what was decided before keeps its distance from now, so that none comes at once."""
    then = now + by
    shift = by // timedelta(microseconds=1)
    polled = update(_T).where(_T.c.polled_at > now, _T.c.next_at.is_not(None))
    waits = type_coerce(_T.c.next_at, BigInteger) - type_coerce(_T.c.polled_at, BigInteger)
    anew = type_coerce(waits + (now - EPOCH) // timedelta(microseconds=1), Moment)
    later = case(
        (_T.c.polled_at > then, anew), else_=_earlier(_T.c.next_at, shift)
    )  # by a clock that leapt twice
    conn.execute(polled.values(next_at=later))
    answered = or_(
        _T.c.succeeded_at.is_(None), _T.c.succeeded_at > now
    )  # else its answer was due before all that
    late = update(_T).where(_T.c.polled_at > now, _T.c.heard_until > now, answered)
    conn.execute(late.values(heard_until=_earlier(_T.c.heard_until, shift)))
    asleep = update(_E).where(schema.ASLEEP, _E.c.wake_at >= then)
    conn.execute(asleep.values(wake_at=_earlier(_E.c.wake_at, shift)))
    wanted = update(_L).where(schema.SEARCHED_FOR, _L.c.search_at >= then)
    conn.execute(wanted.values(search_at=_earlier(_L.c.search_at, shift)))
    looked = update(_R).where(schema.REVISITED, _R.c.due_at >= then)
    conn.execute(looked.values(due_at=_earlier(_R.c.due_at, shift)))
    words = (_H.c.quiet_until, _H.c.slow_until, _H.c.until)
    conn.execute(update(_H).where(_H.c.until >= then).values({word: _earlier(word, shift) for word in words}))
    _no_later(conn, now)


def _no_later(conn: Connection, now: datetime) -> None:
    """Nothing has happened after `now`."""
    for column in (_T.c.polled_at, _T.c.succeeded_at, _T.c.new_at, _T.c.heard_from, _T.c.empty_from):
        conn.execute(update(_T).where(column > now).values({column: now}))
    # an article that is looked at no more is not as old as that clock said: one look tells when the next is due
    ended = (_R.c.seen_at > now) & _R.c.due_at.is_(None) & _R.c.leased_by.is_(None)
    conn.execute(update(_R).where(ended).values(due_at=now))
    for column in (_R.c.seen_at, _R.c.missing_at):
        conn.execute(update(_R).where(column > now).values({column: now}))
    put_back(conn, now)


def _earlier(moment: Column[Any], shift: int) -> ColumnElement[Any]:
    """A moment so many microseconds earlier: moments are numbers to the database."""
    return type_coerce(type_coerce(moment, BigInteger) - shift, Moment)
