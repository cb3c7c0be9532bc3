"""A fingerprint's anchor keys → the stored articles of the same days that may tell the same in another language.

Keys stand in blocks (see storage.stories.postings). One is kept for an article only where at most MOST_HOLDERS of the last
days hold it, so that a lookup reads a bounded number of them, and what everybody writes of in one week tells again in
the next.
Run it inside the transaction that saves.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from itertools import chain
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, func, select

from storage import schema
from storage.engine.prepared import LIST, Prepared, filled
from storage.records import Fingerprint, Neighbour
from storage.stories.postings import HIGHEST, Opened, forget, opened
from storage.stories.walks import stop_at, walk

WINDOW = timedelta(days=6)  # between the publication of a text and that of its translation
# likewise, of a feature, which may wait for its page in the next week; what counts and names the same later than that is
# the next edition, the next shop, or the next step of an affair whose whole story it tells
LATE = timedelta(days=10)
HOUR = timedelta(hours=1)
KEPT = timedelta(days=30)  # keys of articles stored before are dropped
MOST_HOLDERS = 48  # articles of the window; a key that more hold tells nothing
LEAST_SHARED = 2  # keys
# likewise, of texts that are late, a third of all: what returns every week, as a column's names do, is less
LEAST_LATE = 8
NEIGHBOURS = 12  # looked at closely
VECTORS = 300  # articles compared by their meaning, the newest
LOOKED_THROUGH = 2000  # articles among which they are sought
FETCHED = 1000  # blocks of a slice held at one time
SLICES = 256  # parts of the keys, of which each hour's pruning looks through one
AT_ONCE = 24  # of them at most, where nobody has pruned for a day

_F, _B, _A = schema.fingerprints, schema.anchor_blocks, schema.articles

_first_since = (
    select(_A.c.id)
    .where(_A.c.stored_at >= bindparam("since"))
    .order_by(_A.c.stored_at, _A.c.id)  # of those of one moment the first
    .limit(1)
    .scalar_subquery()
)
_first = Prepared(select(_first_since.label("id")))


@dataclass(frozen=True, slots=True)
class Lookup:
    """What a lookup found."""

    neighbours: tuple[Neighbour, ...] = ()  # those that share most first, each with the keys that are shared
    holders: Mapping[int, int] = field(default_factory=dict)  # key → articles of the window that hold it
    free: tuple[int, ...] = ()  # keys that few enough hold for one more to be kept
    blocks: Opened | None = None  # in which the fingerprint's keys stand; None: it has none


def look_for(conn: Connection, fingerprint: Fingerprint, told_at: datetime | None, now: datetime) -> Lookup:
    """The articles stored within WINDOW of `now`, and published within WINDOW of `told_at`, that share keys; and those that
    were published within LATE of it, that share many. For a text with a vector also the newest of them that have one.
    """
    if not fingerprint.anchor_keys and fingerprint.vector is None:
        return Lookup()
    keys = fingerprint.anchor_keys
    blocks = opened(conn, _B, keys) if keys else None
    holders = {key: blocks.holders(key) for key in keys} if blocks else {}
    telling = _telling(conn, holders, now - WINDOW)
    found = _sharing(telling, LEAST_SHARED)
    neighbours = _loaded(conn, found, fingerprint, told_at or now, WINDOW)
    if late := _late(holders, {neighbour.article_id for neighbour in neighbours}):
        neighbours += [
            replace(neighbour, late=True)
            for neighbour in _loaded(conn, late, fingerprint, told_at or now, LATE)
        ]
    if fingerprint.vector is not None:
        neighbours += _told_by_meaning(conn, found, now - WINDOW, fingerprint.version)
    return Lookup(tuple(neighbours), {key: len(ids) for key, ids in telling.items()}, tuple(telling), blocks)


def _sharing(holders: Mapping[int, Sequence[int]], least: int) -> dict[int, tuple[int, ...]]:
    """The articles that share so many keys, those first that share most, by how few hold each, with what they share."""
    shared: dict[int, list[int]] = defaultdict(list)
    for key, ids in holders.items():
        for article_id in ids:
            shared[article_id].append(key)
    several = {i: tuple(keys) for i, keys in shared.items() if len(keys) >= least}
    likely = sorted(several, key=lambda i: (-sum(1 / len(holders[key]) for key in several[i]), i))
    return {i: several[i] for i in likely[:NEIGHBOURS]}


def _late(holders: Mapping[int, Sequence[int]], known: Container[int]) -> dict[int, tuple[int, ...]]:
    """As _sharing(), of all that are found by a key still and share many; but those that are known."""
    telling = {key: ids for key, ids in holders.items() if 0 < len(ids) <= MOST_HOLDERS}
    counts = Counter(chain.from_iterable(telling.values())) if len(telling) >= LEAST_LATE else {}
    if not any(times >= LEAST_LATE and i not in known for i, times in counts.items()):
        return {}
    return {i: keys for i, keys in _sharing(telling, LEAST_LATE).items() if i not in known}


def _telling(
    conn: Connection, holders: Mapping[int, Sequence[int]], since: datetime
) -> dict[int, Sequence[int]]:
    """The articles stored since then that hold each key, the keys left out that too many hold."""
    if any(holders.values()):
        first = _first.rows(conn, {"since": since})[0].id
        holders = {key: [i for i in ids if first is not None and i >= first] for key, ids in holders.items()}
    return {key: ids for key, ids in holders.items() if len(ids) <= MOST_HOLDERS}


def _told_by_meaning(
    conn: Connection, known: Container[int], since: datetime, recipe: int
) -> list[Neighbour]:
    first = conn.execute(select(_first_since), {"since": since}).scalar()
    newest = conn.execute(select(func.max(_F.c.article_id))).scalar() or 0
    query = (
        select(_F, _A.c.story_id, _A.c.language, _A.c.host, _A.c.stored_at)
        .join(_A, _A.c.id == _F.c.article_id)
        .where(_F.c.article_id >= max(first or 0, newest - LOOKED_THROUGH), _F.c.vector.is_not(None))
        .where(_F.c.version == recipe)
        .order_by(_F.c.article_id.desc())
        .limit(VECTORS)
    )
    return [_neighbour(row, ()) for row in conn.execute(query) if row.article_id not in known]


def keep_anchors(
    conn: Connection, article_id: int, keys: Sequence[int], blocks: Opened | None = None
) -> None:
    """Let the article be found by `keys`; `blocks` are those in which they stand, where a lookup opened them."""
    if keys:
        found = blocks or opened(conn, _B, keys)
        found.add(conn, [(key, article_id) for key in keys])


def renew_anchors(
    conn: Connection,
    article_id: int,
    fingerprint: Fingerprint,
    keys_of: Callable[[bytes], Iterable[int]],
    now: datetime,
) -> None:
    """Let an edited article be found by the keys of its new text, and no longer by those of its old one.

    `keys_of` tells those by the old fingerprint's anchors, which are still there: storage.stories.copies.renew comes later.
    """
    keys = fingerprint.anchor_keys
    packed = conn.execute(select(_F.c.anchors).where(_F.c.article_id == article_id)).scalar()
    if gone := set(keys_of(packed) if packed else ()).difference(keys):
        opened(conn, _B, gone).drop(conn, [(key, article_id) for key in gone])
    if keys:
        blocks = opened(conn, _B, keys)
        holders = {key: blocks.holders(key) for key in keys}
        keep_anchors(conn, article_id, tuple(_telling(conn, holders, now - WINDOW)), blocks)


def prune_anchors(conn: Connection, now: datetime) -> int:
    """Drop the keys of old articles in the next slice of all keys; returns how many.

    Whoever prunes once a day looks through a slice for each hour of it.
    """
    first = conn.execute(select(_first_since), {"since": now - KEPT}).scalar()
    if first is None:
        first = (conn.execute(select(func.max(_A.c.id))).scalar() or 0) + 1
    known = walk(conn, "anchors")
    slices = 1 if known is None else min(AT_ONCE, round(abs(now - known.begun_at) / HOUR))
    done = -1 if known is None else known.place
    dropped = 0
    for n in range(slices):
        dropped += _prune_slice(conn, (done + 1 + n) % SLICES, first - 1)
    if slices:
        stop_at(conn, "anchors", (done + slices) % SLICES, now)
    return dropped


def _prune_slice(conn: Connection, number: int, horizon: int) -> int:
    size = (HIGHEST + 1) // SLICES
    dropped = 0
    place: int | None = number * size - 1
    while place is not None:
        gone, place = forget(conn, _B, place, horizon, FETCHED, (number + 1) * size - 1)
        dropped += gone
    return dropped


@cache
def _neighbours(count: int) -> Prepared:
    """What is known of `count` articles, given as a0, a1 …, that were told between `since` and `until`."""
    ids: list[BindParameter[int]] = [bindparam(f"a{n}") for n in range(count)]
    told = func.coalesce(_A.c.published_at, _A.c.stored_at)
    query: Select[Any] = (
        select(_F, _A.c.story_id, _A.c.language, _A.c.host, _A.c.stored_at)
        .join(_A, _A.c.id == _F.c.article_id)
        .where(_F.c.article_id.in_(ids), _F.c.version == bindparam("recipe"))
        .where(
            told >= bindparam("since", type_=_A.c.stored_at.type),
            told <= bindparam("until", type_=_A.c.stored_at.type),
        )
    )
    return Prepared(query, packed=True)


def _loaded(
    conn: Connection,
    shared: Mapping[int, tuple[int, ...]],
    fingerprint: Fingerprint,
    told_at: datetime,
    within: timedelta,
) -> list[Neighbour]:
    """What is known of those that were published within that time of `told_at`."""
    if not shared:
        return []
    asked: dict[str, Any] = {f"a{n}": i for n, i in enumerate(filled(tuple(shared)))}
    asked |= {"recipe": fingerprint.version, "since": told_at - within, "until": told_at + within}
    rows = {row.article_id: row for row in _neighbours(len(shared) + -len(shared) % LIST).rows(conn, asked)}
    return [_neighbour(rows[i], keys) for i, keys in shared.items() if i in rows]


def _neighbour(row: Any, shared: tuple[int, ...]) -> Neighbour:
    names = ("version", "text_hash", "sketch", "numbers", "head", "length", "anchors", "vector")
    fingerprint = Fingerprint(keys=(), anchor_keys=shared, **{name: getattr(row, name) for name in names})
    return Neighbour(row.article_id, row.story_id, row.language, row.host, row.stored_at, fingerprint)
