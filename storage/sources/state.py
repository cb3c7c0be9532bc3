"""Sources and what is remembered of them: which are due, and what a visit brought."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Connection, case, insert, or_, select, update

from storage import schema
from storage.articles import revisits, watched
from storage.records import Source, SourceState
from storage.shape.columns import EPOCH
from storage.sources import losses, renamed
from storage.sources.announced import announce, announced_before
from storage.sources.blind import DISMISSED
from storage.sources.clock import put_right
from storage.sources.recipes import recipe
from storage.sources.statuses import SourceStatus, statuses, unpolled
from storage.sources.visits import STATE, Visited, record_search, record_visit
from storage.text.clean import host_of

__all__ = [
    "SourceStatus",
    "Visited",
    "announce",
    "announced_before",
    "bring_forward",
    "due_sources",
    "free_all",
    "give_back",
    "make_due",
    "record_search",
    "record_visit",
    "statuses",
    "strangers",
    "sync",
    "take_up",
    "unpolled",
]

_T, _E = schema.sources, schema.entries
_KEPT = ("heard_from", "heard_until", "succeeded_at", "new_at")  # over another address
_FORGOTTEN = tuple(name for name in STATE if name not in _KEPT)
_CONFIG = ("id", "name", "kind", "url", "language", "country", "timezone", "enabled", "reason")
# messages of entries whose pages wanted to know who asks
SHUT_OUT = (DISMISSED + "login", DISMISSED + "paywall", "fetch: 401 from ", "fetch: 403 from ")
_STATE = tuple(_T.c[name] for name in STATE)
SOON = timedelta(hours=1)  # what is polled by then is left to it
WINDOW = 8  # times the sources wanted are looked through for hosts that nobody asks
_VALIDATORS = ("etag", "last_modified", "body_hash")


def sync(conn: Connection, sources: Sequence[Source], now: datetime) -> None:
    """Make the table say what sources.yaml says; states are kept, but not over a changed address.

    * Another id at the same address: all that is known of the source is kept.
    * Another address: since when it is heard, and until when, is kept, too. Time without its polls counts as unheard, and
      what it announced meanwhile may have been missed.
    * The same document, read otherwise: the validators go, so that it is read again, at once.
    * Its pages drawn from now on: those that were dismissed as drawn by scripts wait once more.
    * Another password or other headers: those that wanted to be asked so wait once more.
    * Turned on again: it is asked even where it was gone.
    * Polled later than `now`, while the clock ran ahead: it is due, for what was decided then is decided anew.
    """
    renamed.follow(conn, sources)
    told = select(*(_T.c[name] for name in (*_CONFIG, "recipe", "configured")))
    stored = {row.id: row for row in conn.execute(told)}
    fresh = [_config_row(s) | {"failures": 0.0, "gone": False} for s in sources if s.id not in stored]
    if fresh:
        conn.execute(insert(_T), fresh)
    before = {i for i, row in stored.items() if row.configured and row.enabled}
    after = {s.id for s in sources if s.enabled and s.id in stored}
    _unheard_meanwhile(conn, after - before)
    _ask_again(conn, after - before)
    for source in sources:
        row = stored.get(source.id)
        wanted = _config_row(source)
        if row is None or row == tuple(wanted.values()):
            continue
        if row.url != source.url:
            wanted |= dict.fromkeys(_FORGOTTEN) | {"failures": 0.0, "gone": False, "moves": 0, "rests": False}
        elif row.recipe != wanted["recipe"]:
            wanted |= dict.fromkeys(
                (*_VALIDATORS, "next_at")
            )  # one that failed for want of it waits no longer
            _read_again(conn, source)
        conn.execute(update(_T).where(_T.c.id == source.id).values(**wanted))
    kept = {s.id for s in sources}
    for gone in [i for i, row in stored.items() if i not in kept and row.configured]:
        conn.execute(update(_T).where(_T.c.id == gone).values(configured=False))
    _turn(conn, before - after, "waiting", "paused")
    _turn(conn, after - before, "paused", "waiting")
    put_right(conn, now)


def _read_again(conn: Connection, source: Source) -> None:
    """What came to nothing for want of a browser, or of a password, waits once more where there is one now."""
    said = _E.c.message.startswith
    lacked = [said(DISMISSED + "shell", autoescape=True)] if source.render else []
    if source.auth or source.headers:
        lacked += [said(message, autoescape=True) for message in SHUT_OUT]
    if not lacked:
        return
    unread = _E.c.state.in_(("dismissed", "given_up", "waiting")) & _E.c.leased_by.is_(None)
    state = "waiting" if source.enabled else "paused"
    anew = {"state": state, "tries": 0, "begun": 0, "message": None, "wake_at": None}
    conn.execute(update(_E).where(_E.c.source_id == source.id, unread, or_(*lacked)).values(**anew))


def bring_forward(
    conn: Connection, latest: Callable[[str, datetime], datetime | None], now: datetime
) -> None:
    """Let no source that answered wait for longer than its schedule says, which may be another than when its next poll was
    planned: a yearly one would be silent for that long. `latest` tells for a source, polled then, its next poll.
    """
    answered = (_T.c.failures == 0) & _T.c.polled_at.is_not(None) & _T.c.configured & _T.c.enabled
    waits = select(_T.c.id, _T.c.polled_at, _T.c.next_at).where(answered, _T.c.next_at > now + SOON)
    for row in conn.execute(waits).all():
        at = latest(row.id, row.polled_at)
        if at is not None and at < row.next_at:
            conn.execute(update(_T).where(_T.c.id == row.id).values(next_at=at, heard_until=max(at, now)))


def make_due(conn: Connection) -> None:
    """Make every enabled source due at once."""
    conn.execute(update(_T).where(_T.c.configured, _T.c.enabled).values(next_at=None))


def stored_ids(conn: Connection) -> frozenset[str]:
    """Those that the store polls or counts."""
    return frozenset(conn.execute(select(_T.c.id).where(_T.c.configured)).scalars())


def gone(conn: Connection) -> frozenset[str]:
    """Those that answered 410, and are polled no more."""
    return frozenset(conn.execute(select(_T.c.id).where(_T.c.configured, _T.c.gone)).scalars())


def strangers(conn: Connection, watched: Container[str]) -> list[str]:
    """Those that are polled and not `watched` here: another machine's sources.yaml brought them."""
    polled = select(_T.c.id).where(
        _T.c.configured, _T.c.enabled
    )  # also those gone: what they announced is read
    return [source_id for source_id in conn.execute(polled).scalars() if source_id not in watched]


def take_up(conn: Connection, watched: Container[str]) -> list[str]:
    """Poll again those `watched` here that the start of another daemon, whose sources.yaml has them not, let go of.

    Who is told of is who crawls: each daemon that lives stands in for its own sources, and the store polls all of them.
    """
    let_go = conn.execute(select(_T.c.id, _T.c.enabled).where(~_T.c.configured)).all()
    own = {row.id: row.enabled for row in let_go if row.id in watched}
    for source_id in sorted(own):
        conn.execute(update(_T).where(_T.c.id == source_id).values(configured=True))
    polled = [source_id for source_id, enabled in own.items() if enabled]
    _unheard_meanwhile(conn, polled)
    _turn(conn, polled, "paused", "waiting")
    return sorted(own)


def due_sources(
    conn: Connection,
    now: datetime,
    limit: int,
    *,
    worker: str,
    lease_s: int,
    due_by: datetime | None = None,
    without: Collection[str] = (),
    elsewhere: Collection[str] = (),
    domain_of: Callable[[str], str | None] = lambda host: None,
) -> list[SourceState]:
    """Claim up to `limit` sources, none `without`, that are due by `due_by` (default: `now`), the longest due first.

    None is of a host, or of its domain, that is asked `elsewhere` now.
    """
    free = or_(_T.c.leased_until.is_(None), _T.c.leased_until < now)
    told = (_T.c.id, _T.c.url, _T.c.moved_to) if elsewhere else (_T.c.id, *_STATE)
    claimable = select(*told).where(schema.POLLED, free)
    if without:
        claimable = claimable.where(_T.c.id.not_in(without))
    at_once = claimable.where(_T.c.next_at.is_(None)).order_by(_T.c.id)
    in_turn = claimable.where(_T.c.next_at <= (due_by or now)).order_by(_T.c.next_at, _T.c.id)
    most = limit * WINDOW if elsewhere else limit
    rows = list(conn.execute(at_once.limit(most)))
    rows += conn.execute(in_turn.limit(most - len(rows))) if len(rows) < most else ()
    if elsewhere:
        rows = _asked_nowhere(conn, rows, limit, {domain_of(host) or host for host in elsewhere}, domain_of)
    if rows:
        lease = {"leased_by": worker, "leased_until": now + timedelta(seconds=lease_s)}
        conn.execute(update(_T).where(_T.c.id.in_([row.id for row in rows])).values(**lease))
    return [SourceState(*row) for row in rows]


def _asked_nowhere(
    conn: Connection,
    rows: Iterable[Any],
    limit: int,
    closed: Collection[str],
    domain_of: Callable[[str], str | None],
) -> list[Any]:
    """The first `limit` of which the host, and that of where they have moved to, is none of the `closed` domains and hosts."""

    def is_open(row: Any) -> bool:
        hosts = [host_of(url) for url in (row.url, row.moved_to) if url]
        return not any((domain_of(host) or host) in closed for host in hosts)

    ids = [row.id for row in islice(filter(is_open, rows), limit)]
    found = conn.execute(select(_T.c.id, *_STATE).where(_T.c.id.in_(ids))) if ids else ()
    by_id = {row.id: row for row in found}
    return [by_id[source_id] for source_id in ids]


def give_back(conn: Connection, worker: str) -> None:
    """Free what `worker` holds, as if it had never begun."""
    unbegun = {"leased_by": None, "wake_at": None, "begun": 0}
    conn.execute(update(_E).where(_E.c.leased_by == worker).values(**unbegun))
    conn.execute(update(_T).where(_T.c.leased_by == worker).values(leased_by=None, leased_until=None))
    revisits.give_back(conn, worker)
    losses.give_back(conn, worker)
    watched.leave(conn, worker)


def free_all(conn: Connection) -> None:
    """Free what dead workers hold: all that is on loan, where no worker lives.

    Entries and articles that were looked at again are free with the next claim, which sees what had been begun.
    """
    watched.leave_all(conn)
    revisits.free_dead(conn)
    conn.execute(update(_E).where(_E.c.leased_by.is_not(None)).values(wake_at=EPOCH))
    conn.execute(update(_T).where(_T.c.leased_by.is_not(None)).values(leased_by=None, leased_until=None))


def _config_row(source: Source) -> dict[str, object]:
    said = {name: getattr(source, name) for name in _CONFIG}
    return said | {"recipe": recipe(source), "configured": True}


def _unheard_meanwhile(conn: Connection, source_ids: Iterable[str]) -> None:
    """A source that is polled again was not heard in between: its next answer writes that down.

    Where it was turned off by a version that then forgot when its answer was due, its last one stands in, or its
    first poll that counts, if none was answered since.
    """
    since = case((_T.c.succeeded_at > _T.c.heard_from, _T.c.succeeded_at), else_=_T.c.heard_from)
    for source_id in sorted(source_ids):
        forgotten = (_T.c.id == source_id) & _T.c.heard_until.is_(None) & _T.c.heard_from.is_not(None)
        conn.execute(update(_T).where(forgotten).values(heard_until=since))


def _ask_again(conn: Connection, source_ids: Iterable[str]) -> None:
    """Who turns on a source that was gone wants to know whether it is still."""
    for source_id in sorted(source_ids):
        gone = (_T.c.id == source_id) & _T.c.gone
        conn.execute(update(_T).where(gone).values(gone=False, next_at=None))


def _turn(conn: Connection, source_ids: Iterable[str], old: str, new: str) -> None:
    """What a source announced is read only while the source is polled."""
    for source_id in sorted(source_ids):
        theirs = (_E.c.source_id == source_id) & (_E.c.state == old)
        conn.execute(update(_E).where(theirs).values(state=new))
