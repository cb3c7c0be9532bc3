"""How each source stands: the word for it, and what says that something of it may be missing.

rows of sources ─┬─ blind, losses, quality (what others counted) ─→ SourceStatus
                 └─ silence (nothing new, against its own rhythm; or nothing at all)
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, func, select

from storage import schema
from storage.articles import revisits
from storage.records import AMONG_THE_REST, HELD, MOVED_AFTER, NOTHING, Source
from storage.sources.blind import Blind, blind
from storage.sources.heard import speaking
from storage.sources.losses import Standing, standing
from storage.sources.quality import Falling, falling
from storage.sources.traps import TRAP

UNKNOWN_RHYTHM = timedelta(days=7)  # what silence is while the rhythm is unknown: most outlets publish daily
LONG_WEEKEND = timedelta(days=4)  # an outlet that rests from Friday to Tuesday has not fallen silent
BEATS = 6  # gaps of its usual length without anything new
LONGEST = timedelta(days=90)  # no silence is waited for any longer

_T, _E, _A, _M = schema.sources, schema.entries, schema.articles, schema.mentions
_SAID = ("name", "kind", "url", "language", "country", "enabled", "reason")
_SEEN = ("polled_at", "succeeded_at", "new_at", "next_at", "failures", "error", "rhythm_s")
_EMPTY = ("empty_from", "rests", "body_hash")
# what says how a source stands
STANDS = tuple(_T.c[name] for name in ("id", "enabled", "gone", *_SEEN, *_EMPTY))
_entries_in = select(_E.c.source_id, func.count()).where(schema.UNREAD).group_by(_E.c.source_id)
_counts: dict[str, Select[Any]] = {  # of a SourceStatus
    "waiting": _entries_in.where(_E.c.state == "waiting"),
    "given_up": _entries_in.where(_E.c.state == "given_up"),
    "articles": select(_A.c.source_id, func.count()).group_by(_A.c.source_id),
    "mentions": select(_M.c.source_id, func.count()).where(schema.SHOWN).group_by(_M.c.source_id),
}


@dataclass(frozen=True, slots=True)
class Noticed:
    """What others counted of sources, by their ids: the half of the work that the watch and its sources share."""

    blind: dict[str, Blind]
    losses: dict[str, Standing]
    falling: dict[str, Falling]


def noticed(conn: Connection, now: datetime) -> Noticed:
    """Of all sources."""
    return Noticed(blind(conn, now), standing(conn, now), falling(conn))


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """A source as it stands."""

    source_id: str
    name: str
    kind: str
    url: str
    language: str | None
    country: str | None
    enabled: bool
    reason: str | None
    state: str  # new, ok, silent, blind, failing, gone or disabled
    polled_at: datetime | None = None
    succeeded_at: datetime | None = None
    new_at: datetime | None = None
    next_at: datetime | None = None
    failures: float = 0.0
    error: str | None = None
    blind: str | None = None  # why its pages bring no text
    loss_from: datetime | None = None  # where the first window begins in which entries may have been missed
    waiting: int = 0
    given_up: int = 0
    articles: int = 0
    mentions: int = 0  # that nobody rejected
    losses: int = 0  # such windows of the last month
    silent: str | None = None  # since when it has brought nothing new, or is empty, and what is usual
    quality: str | None = None  # in what its latest articles are worse than those before
    rhythm_s: int | None = None  # smoothed time between polls that brought something new
    moved_to: str | None = None  # where it is polled instead of its address, which leads there for good
    revisits: int = 0  # articles with mentions, and live blogs, that are looked at again
    removed: int = 0  # articles whose page was found to be taken away


def statuses(conn: Connection, now: datetime, found: Noticed | None = None) -> list[SourceStatus]:
    """Every source of sources.yaml with its state and counts, by id; `found`: what was noticed, where it is known."""
    found = found or noticed(conn, now)
    unseen = {name: str(why) for name, why in found.blind.items()}
    lost, worse = found.losses, found.falling
    counts: dict[str, dict[Any, Any]] = {n: dict(conn.execute(query).all()) for n, query in _counts.items()}
    counts |= {"revisits": revisits.waiting(conn), "removed": revisits.removed(conn)}
    rows = conn.execute(select(_T).where(_T.c.configured).order_by(_T.c.id)).all()
    silent = silences(conn, rows, now)
    return [
        SourceStatus(
            source_id=row.id,
            state=state_word(row, unseen, silent),
            blind=unseen.get(row.id),
            loss_from=lost[row.id].from_at if row.id in lost else None,
            losses=lost[row.id].windows if row.id in lost else 0,
            silent=silent[row.id],
            quality=str(worse[row.id]) if row.id in worse else None,
            moved_to=row.moved_to if row.moves >= MOVED_AFTER else None,
            **{name: getattr(row, name) for name in (*_SAID, *_SEEN)},
            **{name: of.get(row.id, 0) for name, of in counts.items()},
        )
        for row in rows
    ]


def recounted(conn: Connection, last: list[SourceStatus]) -> list[SourceStatus]:
    """`last` with the mentions counted anew, after a triage."""
    mentions: dict[str, int] = dict(conn.execute(_counts["mentions"]).all())
    return [replace(each, mentions=mentions.get(each.source_id, 0)) for each in last]


def unpolled(source: Source) -> SourceStatus:
    """The status of a source that the store has not met yet."""
    state = "new" if source.enabled else "disabled"
    return SourceStatus(source_id=source.id, state=state, **{n: getattr(source, n) for n in _SAID})


def state_word(row: Any, unseen: Container[str], silent: Mapping[str, str | None]) -> str:
    """How a row of sources stands; the first that fits. `unseen`: the ids of those that are blind; `silent`: of each, its silence."""
    if not row.enabled:
        return "disabled"
    if row.gone:
        return "gone"
    if row.failures:
        return "failing"
    if row.polled_at is None:
        return "new"
    if row.id in unseen:
        return "blind"
    return "silent" if silent[row.id] else "ok"


def left_out(row: Any) -> str | None:
    """What of a row of sources is announced and not taken, and what to do; not what is surely old."""
    said = "" if row.failures else row.error or ""
    if said.endswith(AMONG_THE_REST):
        return f"{said}: write a larger max_entries: on it, or poll a feed or a sitemap of its news alone"
    if not said.endswith(HELD):
        return None
    return f"{said}: {'mend its address, or disable it' if TRAP in said else 'write a larger max_new: on it'}"


def silences(conn: Connection, rows: Sequence[Any], now: datetime) -> dict[str, str | None]:
    """Of each row of sources, by its id, its silence. Who tells in time what others told first is not silent."""
    quiet = {row.id: now - _patience(row) for row in rows if _is_quiet(row, now)}
    echoes = speaking(conn, quiet, now)
    silent = quiet.keys() - echoes
    return {row.id: _empty(row) or (_silence(row, now) if row.id in silent else None) for row in rows}


def _empty(row: Any) -> str | None:
    """Since when the document of a source has been empty or broken off, where two polls found it so: not of one that is
    used to be empty.
    """
    polled = row.enabled and not row.gone and row.succeeded_at is not None
    if not polled or row.empty_from is None or row.succeeded_at <= row.empty_from:
        return None
    since = f"since {row.empty_from:%Y-%m-%d %H:%M} UTC"
    if row.body_hash != NOTHING:
        return f"its document has been broken off {since}, with nothing new in it"
    return None if row.rests else f"its document has been empty {since}, which is unusual for it"


def _is_quiet(row: Any, now: datetime) -> bool:
    """Whether a source that is polled has brought nothing that was new to all, for longer than it used to."""
    polled = row.enabled and not row.gone and row.polled_at is not None
    return polled and (row.new_at is None or now - row.new_at > _patience(row))


def _patience(row: Any) -> timedelta:
    if row.rhythm_s is None:
        return UNKNOWN_RHYTHM
    return min(max(LONG_WEEKEND, BEATS * timedelta(seconds=row.rhythm_s)), LONGEST)


def _silence(row: Any, now: datetime) -> str:
    """Since when it has brought nothing new."""
    if row.new_at is None:
        return "it has never announced anything new"
    usual = timedelta(seconds=row.rhythm_s) if row.rhythm_s is not None else None
    often = f", which used to come every {_told(usual)}" if usual else ""
    return f"nothing new for {_told(now - row.new_at)}{often}"


def _told(span: timedelta) -> str:
    hours = span / timedelta(hours=1)
    if hours >= 48:
        return f"{hours / 24:.0f} days"
    return f"{hours:.0f} hours" if hours >= 1.5 else f"{max(hours * 60, 1):.0f} minutes"
