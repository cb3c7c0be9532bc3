"""A fingerprint's anchor keys → the stored articles of the same days that may tell the same in another language.

Keys are rows (key, article). A key is kept for an article only where at most MOST_HOLDERS of the last days hold it,
so that a lookup reads a bounded number of rows, and what everybody writes of in one week tells again in the next.
Run it inside the transaction that saves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, delete, func, select

from storage import schema
from storage.keys import LIST, filled, put_keys
from storage.prepared import Prepared
from storage.records import Fingerprint, Neighbour

WINDOW = timedelta(days=6)  # between the publication of a text and that of its translation
KEPT = timedelta(days=30)  # keys of articles stored before are dropped
MOST_HOLDERS = 48  # articles of the window; a key that more hold tells nothing
LEAST_SHARED = 2  # keys
NEIGHBOURS = 12  # looked at closely
VECTORS = 300  # articles compared by their meaning, the newest
LOOKED_THROUGH = 2000  # articles among which they are sought
SLICES = 256  # parts of the keys, of which each pruning looks through one

_F, _K, _A = schema.fingerprints, schema.anchor_keys, schema.articles
_KEYS_END = 2**31  # keys lie below

_first_since = (
    select(_A.c.id)
    .where(_A.c.stored_at >= bindparam("since"))
    .order_by(_A.c.stored_at)
    .limit(1)
    .scalar_subquery()
)


@dataclass(frozen=True, slots=True)
class Lookup:
    """What a lookup found."""

    neighbours: tuple[Neighbour, ...] = ()  # those that share most first, each with the keys that are shared
    holders: Mapping[int, int] = field(default_factory=dict)  # key → articles of the window that hold it
    free: tuple[int, ...] = ()  # keys that few enough hold for one more to be kept


def look_for(conn: Connection, fingerprint: Fingerprint, told_at: datetime | None, now: datetime) -> Lookup:
    """The articles stored within WINDOW of `now`, and published within WINDOW of `told_at`, that share keys.

    For a text with a vector also the newest of them that have one.
    """
    if not fingerprint.anchor_keys and fingerprint.vector is None:
        return Lookup()
    telling = _telling(conn, fingerprint.anchor_keys, now - WINDOW)
    shared: dict[int, list[int]] = defaultdict(list)
    for key, ids in telling.items():
        for article_id in ids:
            shared[article_id].append(key)
    several = {i: keys for i, keys in shared.items() if len(keys) >= LEAST_SHARED}
    likely = sorted(several, key=lambda i: (-sum(1 / len(telling[key]) for key in several[i]), i))[
        :NEIGHBOURS
    ]
    found = {i: tuple(several[i]) for i in likely}
    neighbours = _loaded(conn, found, fingerprint, told_at or now)
    if fingerprint.vector is not None:
        neighbours += _told_by_meaning(conn, found, now - WINDOW, fingerprint.version)
    return Lookup(tuple(neighbours), {key: len(ids) for key, ids in telling.items()}, tuple(telling))


def _telling(conn: Connection, keys: tuple[int, ...], since: datetime) -> dict[int, list[int]]:
    """The articles that hold each key, the keys left out that too many hold."""
    if not keys:
        return {}
    holders: dict[int, list[int]] = {key: [] for key in keys}
    asked: dict[str, Any] = {f"k{n}": key for n, key in enumerate(filled(keys))}
    for key, article_id in _holders(len(keys)).rows(conn, asked | {"since": since}):
        holders[key].append(article_id)
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


def keep_anchors(conn: Connection, article_id: int, keys: Iterable[int]) -> None:
    """Let the article be found by `keys`."""
    put_keys(conn, _K, article_id, list(keys))


def prune_anchors(conn: Connection, now: datetime) -> int:
    """Drop the keys of old articles in one slice of all keys; returns how many. Every slice has its turn in time."""
    first = conn.execute(select(_first_since), {"since": now - KEPT}).scalar()
    if first is None:
        first = (conn.execute(select(func.max(_A.c.id))).scalar() or 0) + 1
    size = _KEYS_END // SLICES
    start = int(now.timestamp() // 3600) % SLICES * size
    old = _K.c.key.between(start, start + size - 1) & (_K.c.article_id < first)
    return conn.execute(delete(_K).where(old)).rowcount


def _holders(count: int) -> Prepared:
    return _holders_of(count + -count % LIST)


@cache
def _holders_of(count: int) -> Prepared:
    """Who of the articles since `since` holds `count` keys, given as k0, k1 …"""
    keys: list[BindParameter[int]] = [bindparam(f"k{n}") for n in range(count)]
    return Prepared(
        select(_K.c.key, _K.c.article_id).where(_K.c.key.in_(keys), _K.c.article_id >= _first_since)
    )


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
    return Prepared(query)


def _loaded(
    conn: Connection, shared: Mapping[int, tuple[int, ...]], fingerprint: Fingerprint, told_at: datetime
) -> list[Neighbour]:
    if not shared:
        return []
    asked: dict[str, Any] = {f"a{n}": i for n, i in enumerate(filled(tuple(shared)))}
    asked |= {"recipe": fingerprint.version, "since": told_at - WINDOW, "until": told_at + WINDOW}
    rows = {row.article_id: row for row in _neighbours(len(shared) + -len(shared) % LIST).rows(conn, asked)}
    return [_neighbour(rows[i], keys) for i, keys in shared.items() if i in rows]


def _neighbour(row: Any, shared: tuple[int, ...]) -> Neighbour:
    names = ("version", "text_hash", "sketch", "numbers", "head", "length", "anchors", "vector")
    fingerprint = Fingerprint(keys=(), anchor_keys=shared, **{name: getattr(row, name) for name in names})
    return Neighbour(row.article_id, row.story_id, row.language, row.host, row.stored_at, fingerprint)
