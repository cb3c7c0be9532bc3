"""What copies and translations are found by: a row for many keys in the place of a row for each."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator
from itertools import chain, groupby
from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.stories import postings
from storage.stories.copies import EXACT, lasting, passing

revision = "0006"
down_revision = "0005"

FETCHED = 5000  # rows held at one time


def upgrade() -> None:
    """Every article is found by what it was found by; all is in the one transaction that the old tables end with."""
    conn = op.get_bind()
    postings.fill(conn, _blocks("fingerprint_blocks"), chain(_texts(conn), _keys(conn)))
    op.drop_table("fingerprint_keys")
    op.drop_index("ix_fingerprints_text_hash_article_id", "fingerprints")
    postings.fill(
        conn, _blocks("anchor_blocks"), _ordered(conn, "anchor_keys", "key", postings.FLOOR, postings.HIGHEST)
    )
    op.drop_table("anchor_keys")


def _blocks(name: str) -> sa.Table:
    low = sa.Column(
        "low", sa.Integer(), autoincrement=False, nullable=False, comment="the lowest key that it may hold"
    )
    said = "keys and their articles, packed by storage.stories.postings"
    pairs = sa.Column("pairs", sa.LargeBinary(), nullable=False, comment=said)
    return op.create_table(name, low, pairs, sa.PrimaryKeyConstraint("low", name=f"pk_{name}"))


def _texts(conn: sa.Connection) -> Iterator[tuple[int, int]]:
    """The hashes of all texts as keys, in order, each with the first articles that have it."""
    rows = _ordered(conn, "fingerprints", "text_hash", b"")
    for key, group in groupby(rows, key=lambda row: lasting(row[0])):
        held: Counter[bytes] = Counter()
        found = []
        for text_hash, article_id in group:
            held[text_hash] += 1
            if held[text_hash] <= EXACT:
                found.append(article_id)
        yield from ((key, article_id) for article_id in sorted(found))


def _keys(conn: sa.Connection) -> Iterator[tuple[int, int]]:
    """The keys as the index has them now, in order: those that were below 0 lie among the others."""
    below = _ordered(conn, "fingerprint_keys", "key", postings.LOWEST, -1)
    above = _ordered(conn, "fingerprint_keys", "key", postings.FLOOR, postings.HIGHEST)
    merged = heapq.merge(*map(_passing, (below, above)))
    yield from (pair for pair, _ in groupby(merged))


def _passing(rows: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    return ((passing(key), article_id) for key, article_id in rows)


def _ordered(
    conn: sa.Connection, table: str, column: str, first: Any, last: Any = None
) -> Iterator[tuple[Any, int]]:
    """The rows of a table from `first` up to `last`, in order of a column and of the articles."""
    until = "" if last is None else f"AND {column} <= :last"
    query = sa.text(
        f"SELECT {column}, article_id FROM {table} WHERE ({column}, article_id) > (:first, :article) {until} "
        f"ORDER BY {column}, article_id LIMIT {FETCHED}"
    )
    at = {"first": first, "article": -1} | ({} if last is None else {"last": last})
    while rows := conn.execute(query, at).all():
        yield from ((value, article_id) for value, article_id in rows)
        at |= {"first": rows[-1][0], "article": rows[-1][1]}
