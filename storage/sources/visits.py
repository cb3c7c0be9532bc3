"""What a visit of a source brought, or a search for what was missed → its rows, and the source's next state."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from functools import partial

from sqlalchemy import Connection, bindparam, select, update

from storage import schema
from storage.engine.prepared import Prepared
from storage.records import Entry, ReadRule, SourceState
from storage.sources import heard, losses
from storage.sources.announced import Announced, announce, announced_before, any_since, last_announced
from storage.sources.traps import DAILY, Redressed
from storage.text.clean import key_hash, storable
from storage.waiting.errors import record_error

_T = schema.sources
STATE = tuple(f.name for f in fields(SourceState) if f.name != "source_id")  # columns
Retold = Callable[[Sequence[Entry], Sequence[Entry]], int]
COVERED = 0.9  # share of a document that others announced since: nothing of it was missed

_set_state = Prepared(
    update(_T)
    .where(_T.c.id == bindparam("source"))
    .values({name: bindparam(name) for name in STATE} | {"leased_by": None, "leased_until": None})
)
_stored_url = Prepared(select(_T.c.url).where(_T.c.id == bindparam("source")))


@dataclass(frozen=True, slots=True)
class Visited:
    """What a visit changed."""

    new: int
    known: int
    state: SourceState
    complaint: str | None = None  # about what it announced as new


def record_visit(
    conn: Connection,
    source_id: str,
    entries: Sequence[tuple[str, Entry]],
    decide: Callable[[int], SourceState],
    now: datetime,
    problem: str | None = None,
    *,
    reads: ReadRule = "always",
    lost: Callable[[int], datetime | None] | None = None,
    most: int = DAILY,
    redressed: Redressed | None = None,
    retold: Retold | None = None,
    late: datetime | None = None,
    visited_at: datetime | None = None,
    away: bool = False,
    whole: bool = False,
    named: Collection[str] = (),
) -> Visited:
    """Store what a visit announced, as (identity of its address, entry), together with the next state.

    * `decide` is told how many of the entries were known and says what the state becomes.
    * `problem`: a complaint that did not keep the visit from bringing entries.
    * `lost` is told how many entries prove an overlap with the last visit, and says since when some may have been missed.
    * `retold` counts the entries that were told before under other addresses.
    * `late`: since when the source was unheard, if it is heard again.
    * `visited_at`: the last visit that was answered; `away`: it is long ago.
    * `whole`: the document could be read to its end again.

    For the rest see `announce`.
    """
    found = Announced()
    if entries:
        if _url(conn, source_id) is None:
            return Visited(0, 0, decide(0))
        take = partial(
            announce, most=most, redressed=redressed, visited_at=visited_at, away=away, named=named
        )
        found = take(conn, source_id, entries, now, reads)
    state = decide(found.known + found.held)
    overlap = _overlap(found, state.new_at)
    if found.known and not overlap:  # what stays for good, or what others brought, is no reason to come later
        state = decide(0)
    since = lost(overlap) if entries and lost else None
    if since and lost and retold:  # unless it is old news at other addresses
        again = retold([entry for _, entry in entries], last_announced(conn, source_id, now, len(entries)))
        since = lost(again) if again > losses.PINNED else since
    if since:
        losses.note(conn, source_id, since, now)
    elif whole and entries:
        _prove(conn, source_id, [key_hash(key) for key, _ in entries], now)
    state = _after(state, found, now)
    values = {name: getattr(state, name) for name in STATE} | {"source": source_id}
    values |= {name: storable(values[name]) for name in ("etag", "last_modified", "error", "moved_to")}
    if not _set_state.run(conn, values):  # another process calls it otherwise by now, and asks it again
        return Visited(0, 0, state)
    failed = bool(state.failures)
    fresh = found.new + found.held + found.echoed if visited_at else len(entries)
    heard.note(conn, source_id, now, failed=failed, entries=fresh, new=found.new, late=late)
    told = state.error if failed else None  # a complaint that is kept was recorded when it arose
    for message in dict.fromkeys(filter(None, (told, problem, found.complaint))):
        record_error(conn, source_id, _url(conn, source_id) or "", message, now)
    return Visited(found.new, found.known, state, found.complaint)


def _url(conn: Connection, source_id: str) -> str | None:
    """The address of a source; None where another process calls it otherwise by now: it loses nothing thereby."""
    found = _stored_url.rows(conn, {"source": source_id})
    return found[0].url if found else None


def _after(state: SourceState, found: Announced, now: datetime) -> SourceState:
    """The next state of a source, in the light of what it announced."""
    if found.new:
        state = replace(state, new_at=now)
    if found.complaint and not state.failures:
        state = replace(state, error=found.complaint)
    if found.held:  # else a document that stays as it is would never be read for them again
        state = replace(state, etag=None, last_modified=None, body_hash=None)
    return state


def _overlap(found: Announced, new_at: datetime | None) -> int:
    """How many entries prove that nothing was missed: not the few that stay for good while all else goes by, nor what
    other sources announced since, unless that is nearly all.

    Of what was new the last time, at `new_at`, one must be there; others may be kept on top for weeks.
    """
    known = found.known + found.held
    if found.held:
        return known
    if not found.early:
        return known if found.known >= COVERED * (found.known + found.new) else 0
    few = found.early <= losses.PINNED < found.new
    if few and found.last_at and new_at and found.last_at < new_at:
        return 0
    return known


def _prove(conn: Connection, source_id: str, shown: Sequence[bytes], now: datetime) -> None:
    """End the windows of whose time a document shows all: it holds what came last before them, and nothing later below
    that, or more of before than what may be kept on top.
    """
    for loss_id, from_at in losses.open_windows(conn, source_id, now):
        known = announced_before(conn, source_id, from_at)
        latest, there = next(iter(known), None), len(known.keys() & set(shown))
        if there > losses.PINNED or (
            latest in shown and not any_since(conn, shown[shown.index(latest) + 1 :], from_at)
        ):
            losses.prove(conn, loss_id, "a later poll showed all of that time")


def record_search(
    conn: Connection,
    loss: losses.Loss,
    entries: Sequence[tuple[str, Entry]],
    now: datetime,
    *,
    proved: bool,
    message: str,
    reads: ReadRule = "always",
    most: int = DAILY,
) -> int:
    """Store what a search for what was missed brought, with its end; returns how much of it is new.

    Where it brought more than the `most` of a day, it is searched for again when there is room.
    """
    found = announce(conn, loss.source_id, entries, now, reads, most=most)
    said = "; ".join(filter(None, (message, found.complaint)))
    if found.held and loss.tries < losses.MAX_TRIES:
        losses.put_off(conn, loss, said, now)
    else:
        losses.end(conn, loss, found.new, proved and not found.held, said, now)
    return found.new
