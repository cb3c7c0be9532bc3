"""Entries: what waits to be read, who reads it now, and how it ended.

    waiting ─claim→ (on loan) ─begin→ (its page is parsed) ─save_article→ read
      ↑ ↕               │ ├─skip→ skipped        (announces no forum, where only those are read)
      │paused           │ ├─dismiss→ dismissed   (the page is no article)
      │                 │ └─give_up→ given_up
      └────retry────────┘        paused: its source is not polled any more

An entry that is on loan or put off has a time to wake at; one without is ready. What was begun and came to
none of these ends took its reader with it: after five times it waits an hour each time, after eight it is
given up. An entry that was only on loan when its reader died is none the worse for it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Integer, bindparam, func, select, update

from storage import schema
from storage.engine.prepared import Prepared
from storage.records import OVERDUE_AFTER, UNSTORED, Waiting
from storage.shape.columns import EPOCH
from storage.text.clean import storable
from storage.waiting.daily import announced
from storage.waiting.errors import record_error
from storage.waiting.room import Room

SUSPECT = 5  # readers died with or over an entry: it may be what killed them, or was only near
HOPELESS = 8  # the last ones of them an hour apart
SUSPECT_WAIT = timedelta(hours=1)  # by then whatever else kept killing the program is over

WINDOW = 16  # times the entries wanted are looked at, newest first, before hosts are asked in turn
SKIPPED = 2000  # hosts passed over in one claim because their domain has its share, or their sources none
WAKE = 1000  # entries made ready in one claim; a claim comes every second

_E, _T = schema.entries, schema.sources
_WAITING = (
    _E.c.id,
    _E.c.source_id,
    _E.c.url,
    _E.c.tries,
    _E.c.title,
    _E.c.summary,
    _E.c.published_at,
    _E.c.language,
    _E.c.begun,
)
_untaken = _E.c.message.startswith(UNSTORED, autoescape=True)
_its = _E.c.id == bindparam("entry")
_begin = update(_E).where(_its).values(begun=_E.c.begun + 1)
# RETURNING is dear: see storage.engine.prepared
_address = Prepared(select(_E.c.source_id, _E.c.url).where(_its))
_ended = Prepared(
    update(_E)
    .where(_its)
    .values(
        state=bindparam("to"),
        message=bindparam("why"),
        wake_at=bindparam("at"),
        tries=_E.c.tries + bindparam("tried", type_=Integer),
        leased_by=None,
        begun=0,
    )
)


def claim(
    conn: Connection,
    now: datetime,
    limit: int,
    *,
    worker: str,
    lease_s: int,
    per_host: int = 8,
    per_domain: int = 32,
    domain_of: Callable[[str], str | None] = lambda host: None,
    without: Collection[str] = (),
    elsewhere: Collection[str] = (),
) -> list[Waiting]:
    """Claim up to `limit` entries, none of the sources `without`, the newest first, at most `per_host` under way for one
    host.

    None is of a host, or of its domain, of which another worker has entries on loan, or that is asked `elsewhere`: each
    keeps the pauses between its own requests alone. Of the hosts that `domain_of` says belong together at most `per_domain` are under way. Costs the same whatever
    waits: the newest few are looked at, and where one host has most of those, the other hosts in turn.
    """
    _wake(conn, now)
    room = Room(per_host, per_domain, domain_of)
    for host in elsewhere:
        room.close(host)
    for holder, host, count in _held(conn):
        room.add(host, count)
        if holder != worker:
            room.close(host)
    whose = [_E.c.source_id] if without else []  # which stands in no index beside the others
    newest = (
        select(_E.c.id, _E.c.host, *whose).where(schema.READY).order_by(_E.c.id.desc()).limit(limit * WINDOW)
    )
    found = conn.execute(newest).all()
    others = frozenset(without)
    own = [row for row in found if not others or row.source_id not in others]
    ids = [row.id for row in own if room.takes(row.host)][:limit]
    if len(ids) < limit and len(found) == limit * WINDOW:
        ids += _from_other_hosts(conn, room, limit - len(ids), ids, without)
    if not ids or not (rows := _still_polled(conn, ids)):
        return []
    until = now + timedelta(seconds=lease_s)
    taken = update(_E).where(_E.c.id.in_([row.id for row in rows]))
    conn.execute(taken.values(leased_by=worker, wake_at=until))
    return [_waiting(row, until) for row in rows]


def begin(conn: Connection, entry_id: int) -> None:
    """Its page is about to be parsed; whatever ends the reading in an orderly way takes this back.

    Asked for entries alone that a reader died with before: the others need not pay for it.
    """
    conn.execute(_begin, {"entry": entry_id})


def retry(
    conn: Connection, entry_id: int, at: datetime, message: str, now: datetime, *, tried: bool = True
) -> None:
    """Let the entry, of which a reading failed, wait until `at`; `tried`: whether that counts as a try."""
    _end(conn, entry_id, "waiting", message, now, at, tried=tried)


def give_up(conn: Connection, entry_id: int, message: str, now: datetime) -> None:
    """Read the entry no more."""
    _end(conn, entry_id, "given_up", message, now)


def dismiss(conn: Connection, entry_id: int, message: str, now: datetime) -> None:
    """The entry's page is no article: read it no more."""
    _end(conn, entry_id, "dismissed", message, now)


def skip(conn: Connection, entry_id: int) -> None:
    """Its source is read on match only and the entry matches nothing: no fault of anybody's."""
    told = "no forum in what was announced"
    _ended.run(conn, {"entry": entry_id, "to": "skipped", "why": told, "at": None, "tried": 0})


def counts(conn: Connection) -> dict[str, int]:
    """How many entries are in each state: of those that were ever announced, most are read."""
    unread: dict[str, int] = dict(
        conn.execute(select(_E.c.state, func.count()).where(schema.UNREAD).group_by(_E.c.state)).all()
    )
    read = announced(conn, EPOCH, datetime.max.replace(tzinfo=UTC)) - sum(unread.values())
    # less than none: a clock that ran ahead summed a day too early
    return unread | ({"read": read} if read > 0 else {})


def unstored(conn: Connection) -> int:
    """How many articles were read and wait for a store that did not take them."""
    asked = select(func.count()).select_from(_E).where(schema.ASLEEP, _E.c.state == "waiting", _untaken)
    return int(conn.execute(asked).scalar_one())


def in_vain(conn: Connection) -> int:
    """How many entries were asked for in vain, and wait for their next try; what was read and not stored is none."""
    tried = (_E.c.state == "waiting") & _E.c.message.is_not(None) & ~_untaken & _E.c.leased_by.is_(None)
    asked = select(func.count()).select_from(_E).where(schema.ASLEEP, tried)
    return int(conn.execute(asked).scalar_one())


def overdue(conn: Connection, now: datetime) -> int:
    """How many entries were announced more than OVERDUE_AFTER ago, are ready, and are read by nobody.

    One that was put off, or is on loan, is ready once that time is over; none is of a source that is not polled. All
    that wait are counted in an index, less those asleep, which are few: to look at each of a million takes seconds.
    """
    late = now - OVERDUE_AFTER
    unpolled = select(_T.c.id).where(~(_T.c.configured & _T.c.enabled))
    old = (_E.c.state == "waiting") & (_E.c.seen_at < late) & _E.c.source_id.not_in(unpolled)
    waiting = select(func.count()).select_from(_E).where(schema.UNREAD, old).scalar_subquery()
    asleep = select(func.count()).select_from(_E).where(schema.ASLEEP, _E.c.wake_at >= late, old)
    found: int = conn.execute(select(waiting - asleep.scalar_subquery())).scalar_one()
    return found


def ready_by_host(conn: Connection) -> dict[str, int]:
    """How many entries of each host could be read at once."""
    ready = select(_E.c.host, func.count()).where(schema.READY).group_by(_E.c.host)
    return dict(conn.execute(ready).all())


def _end(
    conn: Connection,
    entry_id: int,
    state: str,
    message: str,
    now: datetime,
    at: datetime | None = None,
    *,
    tried: bool = False,
) -> None:
    """Let the reading have ended in `state`, and record why; `at`: when it is tried again."""
    for entry in _address.rows(conn, {"entry": entry_id}):
        message = storable(message[:1000])
        _ended.run(conn, {"entry": entry_id, "to": state, "why": message, "at": at, "tried": int(tried)})
        record_error(conn, entry.source_id, entry.url, message, now)


def _wake(conn: Connection, now: datetime) -> None:
    """Make ready what was put off until now, and what a reader that died had on loan."""
    due = select(_E.c.id, _E.c.leased_by, _E.c.begun).where(schema.ASLEEP, _E.c.wake_at <= now)
    rows = conn.execute(due.order_by(_E.c.wake_at, _E.c.id).limit(WAKE)).all()
    suspects = [row for row in rows if row.leased_by is not None and row.begun >= SUSPECT]
    for row in suspects:
        _suspect(conn, row, now)
    ready = {"wake_at": None, "leased_by": None}
    died_with = [row.id for row in rows if row.leased_by is not None and not row.begun]
    if died_with:
        conn.execute(update(_E).where(_E.c.id.in_(died_with)).values(begun=1))
    if ids := [row.id for row in rows if row not in suspects]:
        conn.execute(update(_E).where(_E.c.id.in_(ids)).values(**ready))


def _suspect(conn: Connection, row: Any, now: datetime) -> None:
    """Readers keep dying over this entry: put it off, or give it up."""
    if row.begun >= HOPELESS:
        give_up(conn, row.id, f"read: begun {row.begun} times and never ended", now)
        return
    later = {"wake_at": now + SUSPECT_WAIT, "leased_by": None}
    conn.execute(update(_E).where(_E.c.id == row.id).values(**later))


def _still_polled(conn: Connection, ids: Sequence[int]) -> list[Any]:
    """Those of a source that is polled, the newest first; others, which another process's configuration brought, pause."""
    polled = schema.sources.c.configured & schema.sources.c.enabled
    of = select(*_WAITING, polled.label("polled")).join(schema.sources).where(_E.c.id.in_(ids))
    rows = conn.execute(of.order_by(_E.c.id.desc())).all()
    if strays := [row.id for row in rows if not row.polled]:
        conn.execute(update(_E).where(_E.c.id.in_(strays)).values(state="paused"))
    return [row for row in rows if row.polled]


def _held(conn: Connection) -> Sequence[Any]:
    held = select(_E.c.leased_by, _E.c.host, func.count()).where(schema.LOANED)
    return conn.execute(held.group_by(_E.c.leased_by, _E.c.host)).all()


def _from_other_hosts(
    conn: Connection, room: Room, wanted: int, taken: Sequence[int], without: Collection[str]
) -> list[int]:
    """Up to `wanted` further entries, going round the hosts from behind the last that is being read."""
    ids: list[int] = []
    start = max(room.hosts, default="")
    passed = len(room.full()) + SKIPPED * room.crowded() + SKIPPED * bool(without)
    own = [_E.c.source_id.not_in(without)] if without else []
    for host in _hosts(conn, start, wanted + passed):
        if len(ids) >= wanted:
            break
        if room.left(host) > 0:
            share = min(room.left(host), wanted - len(ids))
            newest = select(_E.c.id).where(schema.READY, _E.c.host == host, _E.c.id.not_in(taken), *own)
            found = conn.execute(newest.order_by(_E.c.id.desc()).limit(share)).scalars().all()
            room.add(host, len(found))
            ids += found
    return ids


def _hosts(conn: Connection, start: str, limit: int) -> list[str]:
    """Up to `limit` hosts of which entries are ready, in order from behind `start` and round.

    One step in the index for each host, however many entries it has.
    """
    found: list[str] = []
    for begin, end in ((_E.c.host > start, ()), (_E.c.host <= start, (_E.c.host <= start,))):
        first = select(func.min(_E.c.host).label("host")).where(schema.READY, begin).cte(recursive=True)
        behind = select(func.min(_E.c.host)).where(schema.READY, _E.c.host > first.c.host, *end)
        steps = first.union_all(select(behind.scalar_subquery()).where(first.c.host.is_not(None)))
        query = select(steps.c.host).where(steps.c.host.is_not(None)).limit(limit - len(found))
        found += conn.execute(query).scalars()
    return found


def _waiting(row: Any, until: datetime) -> Waiting:
    return Waiting(**{column.name: getattr(row, column.name) for column in _WAITING}, leased_until=until)
