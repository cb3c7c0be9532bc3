"""A fingerprint → the stored articles that may tell the same.

Each article is found by the smallest shingle hashes of its text, its keys (see storage.stories.postings). What is held by
many texts tells nothing: a key is kept for its first MOST_HOLDERS + 1 articles and then ignored, so that a
lookup reads a bounded number of rows whatever the store holds. Run it inside the transaction that saves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, select

from storage import schema
from storage.engine.prepared import Prepared, filled
from storage.records import Fingerprint, Neighbour, Verdict
from storage.stories.postings import LOWEST, Opened, opened

MOST_HOLDERS = 64  # articles; a key held by more is furniture: a slogan, an "About us", a consent text
LEAST_SHARED = 2  # keys, below which two texts were never copies
NEIGHBOURS = 24  # looked at closely; the best match of any copy stood among the first few
EXACT = 8  # articles of the very same text found by it, the earliest stored: enough to know a notice by
SAME_STORY = 8  # articles of one story kept for one key: more find nothing new, and would make it furniture

_F, _B, _A = schema.fingerprints, schema.fingerprint_blocks, schema.articles

_insert = Prepared(insert(_F), [c.name for c in _F.c])


@cache
def _neighbours(count: int) -> Prepared:
    """What is known of `count` articles, given as a0, a1 …"""
    ids: list[BindParameter[int]] = [bindparam(f"a{n}") for n in range(count)]
    return Prepared(
        select(_F, _A.c.story_id, _A.c.language, _A.c.host, _A.c.stored_at)
        .join(_A, _A.c.id == _F.c.article_id)
        .where(_F.c.article_id.in_(ids)),
        packed=True,
    )


@dataclass(frozen=True, slots=True)
class Candidates:
    """What a lookup found."""

    neighbours: tuple[Neighbour, ...] = ()  # the most alike first
    blocks: Opened | None = None  # in which the fingerprint's keys stand; None: it has none
    holders: tuple[
        tuple[int, tuple[int, ...]], ...
    ] = ()  # each key of the fingerprint, the articles under it


def candidates(conn: Connection, fingerprint: Fingerprint) -> tuple[Neighbour, ...]:
    """The stored articles that share enough with `fingerprint` to be judged, the most alike first.

    A neighbour's fingerprint carries those of its keys that are shared. A text too short to have keys has no
    neighbours.
    """
    return look_up(conn, fingerprint).neighbours


def look_up(conn: Connection, fingerprint: Fingerprint) -> Candidates:
    """As `candidates`, with what `remember` needs to know."""
    if not fingerprint.keys:
        return Candidates()
    same = lasting(fingerprint.text_hash)
    blocks = opened(conn, _B, [same, *map(passing, fingerprint.keys)])
    kept = tuple((key, blocks.holders(passing(key))) for key in fingerprint.keys)
    telling = [ids for _, ids in kept if len(ids) <= MOST_HOLDERS]
    shared = Counter(article_id for ids in telling for article_id in ids)
    likely = sorted((i for i, n in shared.items() if n >= LEAST_SHARED), key=lambda i: (-shared[i], i))
    near = likely[:NEIGHBOURS]
    order = list(dict.fromkeys([*blocks.holders(same)[:MOST_HOLDERS], *near]))
    neighbours = tuple(
        neighbour
        for neighbour in _loaded(conn, order, kept, fingerprint)
        if neighbour.article_id in near or neighbour.fingerprint.text_hash == fingerprint.text_hash
    )
    return Candidates(neighbours, blocks, kept)


def remember(
    conn: Connection, article_id: int, fingerprint: Fingerprint, verdict: Verdict, found: Candidates
) -> None:
    """Keep `fingerprint` for later lookups, as far as it helps to find what is not found already."""
    _insert.run(conn, _row(article_id, fingerprint))
    stories = {verdict.story_id, *(joining.story_id for joining in verdict.joins)}
    story = {n.article_id for n in found.neighbours if n.story_id in stories}
    keys = [
        key
        for key, ids in found.holders
        if len(ids) < SAME_STORY or (len(ids) <= MOST_HOLDERS and len(story.intersection(ids)) < SAME_STORY)
    ]
    _keep(conn, article_id, fingerprint, found, keys)


def renew(conn: Connection, article_id: int, fingerprint: Fingerprint) -> None:
    """Replace what is remembered of an article by the fingerprint of its new text.

    Keys that only the old text had stay: what they lead to is judged by the new sketch.
    """
    its = _F.c.article_id == article_id
    before = conn.execute(select(_F.c.text_hash).where(its)).scalar()
    conn.execute(delete(_F).where(its))
    _insert.run(conn, _row(article_id, fingerprint))
    if before is not None:
        opened(conn, _B, [lasting(before)]).drop(conn, [(lasting(before), article_id)])
    found = look_up(conn, fingerprint)
    _keep(conn, article_id, fingerprint, found, [k for k, ids in found.holders if len(ids) <= MOST_HOLDERS])


def _keep(
    conn: Connection, article_id: int, fingerprint: Fingerprint, found: Candidates, keys: Iterable[int]
) -> None:
    """Let the article be found by `keys`, and for ever by its text where that has not led to EXACT others."""
    if found.blocks is None:
        return
    same = lasting(fingerprint.text_hash)
    there = found.blocks.holders(same)
    exact = [n for n in found.neighbours if n.fingerprint.text_hash == fingerprint.text_hash]
    known = sum(n.article_id in there for n in exact)
    more = [same] if known < EXACT and len(there) <= MOST_HOLDERS else []
    found.blocks.add(conn, [(key, article_id) for key in (*more, *map(passing, keys))])


def passing(key: int) -> int:
    """A key of a fingerprint as it stands in the index, until it is forgotten with its article."""
    return key & ~LOWEST


def lasting(text_hash: bytes) -> int:
    """The hash of a text as it stands in the index, for ever; of a hundred million texts one in twenty shares it."""
    return LOWEST | int.from_bytes(text_hash[:4], "big") >> 1


def _loaded(
    conn: Connection,
    ids: Sequence[int],
    holders: Iterable[tuple[int, tuple[int, ...]]],
    fingerprint: Fingerprint,
) -> Iterable[Neighbour]:
    if not ids:
        return
    shared: dict[int, list[int]] = {i: [] for i in ids}
    for key, held in holders:
        for i in shared.keys() & held:
            shared[i].append(key)
    asked = {f"a{n}": i for n, i in enumerate(filled(ids))}
    rows = {row.article_id: row for row in _neighbours(len(asked)).rows(conn, asked)}
    for i in ids:
        if i in rows:
            yield _neighbour(rows[i], tuple(shared[i]) or fingerprint.keys)


def _neighbour(row: Any, keys: tuple[int, ...]) -> Neighbour:
    fingerprint = Fingerprint(
        row.version, row.text_hash, keys, row.sketch, row.numbers, row.head, row.length, row.anchors
    )
    return Neighbour(row.article_id, row.story_id, row.language, row.host, row.stored_at, fingerprint)


def _row(article_id: int, fingerprint: Fingerprint) -> dict[str, Any]:
    names = ("version", "text_hash", "sketch", "numbers", "head", "length", "anchors", "vector")
    return {"article_id": article_id} | {name: getattr(fingerprint, name) for name in names}
