"""Which forums articles are flagged for as they come, and since when: of a forum that is added, elder ones were never asked.

    a crawler starts ─begin→ a row of each forum that it watches; of one that is new, with the last article before it
    one that lives   ─stand_by→ rows of its forums that the start of another dropped, which watches others
                     ─doubt→ those that its rules do not find in examples of them
    reflag           ─look_through→ that article is none any more
    not_looked_for → what is still owed
    not_begun      → what sources.yaml says by now, and no crawler was started with

What a crawler reads is flagged for its own forums alone. As long as several with other forums live, what is owed grows
with what they read, and nothing settles it.

A forum goes by its id and a mark of what sources.yaml says of it, so that one with other names is new. A store that is
older than these rows is taken as it is: by which words its articles were flagged, nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, delete, func, select

from storage import schema
from storage.engine.prepared import Prepared
from storage.stories.walks import stop_at

WATCHED, LOOKED, FLAGS, DOUBTED = (
    "forum ",
    "reflag ",
    "flags ",
    "misread ",
)  # how the names of such walks begin
# since a crawler last stood by, as it does each minute; less than the shortest loan that is left then (LEASE_S)
LIVES = timedelta(minutes=4)

_A, _W = schema.articles, schema.walks
# asked by each claim
_standing = Prepared(select(_W.c.name, _W.c.place, _W.c.begun_at).where(_W.c.name.startswith(FLAGS)))


@dataclass(frozen=True, slots=True)
class Crawler:
    """One that stood by."""

    worker: str
    seat: int | None  # by which the store's server counts it; None: it does not
    stood_by_at: datetime


@dataclass(frozen=True, slots=True)
class Owed:
    """A forum that no article stored before that moment was flagged for."""

    forum_id: str
    before: datetime


def begin(conn: Connection, marks: Mapping[str, str], now: datetime) -> None:
    """From now on articles are flagged for these forums, by their ids, and for no others."""
    known, looked = _rows(conn, WATCHED), _rows(conn, LOOKED)
    last = last_article(conn)
    names = set(_names(marks))
    for name in sorted(names - known.keys()):
        done = not known or not last or (name in looked and looked[name].place == last)
        stop_at(conn, WATCHED + name, None if done else last, now)
    _drop(conn, WATCHED, known.keys() - names)
    _drop(conn, LOOKED, looked)


def doubt(conn: Connection, forum_ids: Iterable[str], now: datetime) -> None:
    """These forums, and no others, the rules that articles are read by do not find in examples of them."""
    _drop(conn, DOUBTED, _rows(conn, DOUBTED))
    for forum_id in sorted(set(forum_ids)):
        stop_at(conn, DOUBTED + forum_id, None, now)


def doubted(conn: Connection) -> tuple[str, ...]:
    """The ids of such forums."""
    return tuple(sorted(_rows(conn, DOUBTED)))


def stand_by(
    conn: Connection, worker: str, marks: Mapping[str, str], now: datetime, seat: int | None = None
) -> tuple[list[str], int]:
    """A crawler that flags for these forums lives; returns those that another let go of, and how many lists there are."""
    names = _names(marks)
    said = blake2b("\n".join(sorted(names)).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    stop_at(conn, f"{FLAGS}{said} {worker}", seat, now)
    known, number = _rows(conn, WATCHED), lists(conn, now)
    let_go = [name for name in names if name not in known] if known else []  # as in a store that is older
    owed = [name for name, row in known.items() if row.place is not None] if number > 1 else []
    if let_go or owed:
        last = last_article(conn) or None
        for name in (*let_go, *owed):
            stop_at(conn, WATCHED + name, last, now)
    return [name.split(" ")[0] for name in let_go], number


def lists(conn: Connection, now: datetime) -> int:
    """By how many lists of forums the crawlers that live flag."""
    rows = _rows(conn, FLAGS).items()
    return len({name.split(" ")[0] for name, row in rows if abs(now - row.begun_at) < LIVES})


def others(conn: Connection, worker: str, now: datetime) -> list[str]:
    """The names of the crawlers that live beside `worker`."""
    alive = (each.worker for each in crawlers(conn) if abs(now - each.stood_by_at) < LIVES)
    return [name for name in alive if name != worker]


def crawlers(conn: Connection) -> list[Crawler]:
    """All that stood by and were not seen to end."""
    return [Crawler(row.name.rpartition(" ")[2], *row[1:]) for row in _standing.rows(conn, {})]


def stands(conn: Connection, worker: str, now: datetime) -> bool:
    """Whether that crawler lives, for all that others know."""
    return any(each.worker == worker and abs(now - each.stood_by_at) < LIVES for each in crawlers(conn))


def is_known(conn: Connection, worker: str) -> bool:
    """Whether that crawler stood by and nobody has seen it end, however long ago it was."""
    return any(each.worker == worker for each in crawlers(conn))


def leave(conn: Connection, worker: str) -> None:
    """That crawler ends."""
    _drop(conn, FLAGS, [name for name in _rows(conn, FLAGS) if name.endswith(f" {worker}")])


def leave_all(conn: Connection) -> None:
    """No crawler lives."""
    _drop(conn, FLAGS, _rows(conn, FLAGS))


def look_through(
    conn: Connection, marks: Mapping[str, str], last: int, now: datetime, *, reopened: int = 0
) -> None:
    """All articles up to `last` were flagged for these forums, and so many entries wait to be read for them."""
    known = _rows(conn, WATCHED)
    for name in _names(marks):
        if name not in known:  # who crawls does not know it yet: what comes until its start was not flagged
            if reopened:  # and is left unread again
                _drop(conn, LOOKED, [name])
            else:
                stop_at(conn, LOOKED + name, last, now)
        elif known[name].place is not None and lists(conn, now) < 2:
            stop_at(conn, WATCHED + name, None, known[name].begun_at)


def not_looked_for(conn: Connection) -> list[Owed]:
    """The forums that elder articles were not flagged for, those that are new for longest first."""
    rows = [(name, row) for name, row in _rows(conn, WATCHED).items() if row.place is not None]
    return [Owed(name.split(" ")[0], row.begun_at) for name, row in sorted(rows, key=lambda r: r[1].begun_at)]


def not_begun(conn: Connection, marks: Mapping[str, str]) -> list[str]:
    """The forums that no crawler flags for as they are marked: it was started before that was written. None in a store
    that is older than these rows.
    """
    known = _rows(conn, WATCHED)
    return [name.split(" ")[0] for name in _names(marks) if known and name not in known]


def last_article(conn: Connection) -> int:
    """The id of the newest article; 0: there is none."""
    return int(conn.execute(select(func.coalesce(func.max(_A.c.id), 0))).scalar_one())


def _names(marks: Mapping[str, str]) -> list[str]:
    return [f"{forum_id} {mark}".strip() for forum_id, mark in marks.items()]


def _rows(conn: Connection, kind: str) -> dict[str, Any]:
    found = conn.execute(select(_W).where(_W.c.name.startswith(kind)))
    return {row.name.removeprefix(kind): row for row in found}


def _drop(conn: Connection, kind: str, names: Iterable[str]) -> None:
    if gone := [kind + name for name in names]:
        conn.execute(delete(_W).where(_W.c.name.in_(gone)))
