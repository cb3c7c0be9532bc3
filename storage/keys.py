"""Rows (key, article) by which articles are found: of copies, and of translations.

SQLite takes single rows at half the price of a list of them. A list may fail in its middle, so that SQLite begins a
savepoint for it; and at each savepoint FTS5 writes out the words that it has gathered in the transaction: a segment
for each article, all of which it then merges, instead of one for two hundred. A server is asked once for all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, bindparam, insert

from storage.prepared import Prepared

LIST = 8  # values; the lists in questions are as long, or twice, or three times


def put_keys(conn: Connection, table: Table, article_id: int, keys: Sequence[int]) -> None:
    """Let the article be found by `keys`, of which `table` holds none for it yet."""
    if not keys:
        return
    if conn.dialect.name == "sqlite":
        _one(table).run(conn, *[{"key": key, "article_id": article_id} for key in keys])
    else:
        given = {f"k{n}": key for n, key in enumerate(keys)}
        _many(table, len(keys)).run(conn, given | {"article": article_id})


def filled(values: Sequence[int]) -> list[int]:
    """`values`, the last of them repeated up to a multiple of LIST: so few lengths of lists are asked for."""
    return [*values, *[values[-1]] * (-len(values) % LIST)]


@cache
def _one(table: Table) -> Prepared:
    return Prepared(insert(table), ("key", "article_id"))


@cache
def _many(table: Table, count: int) -> Prepared:
    """`count` keys of one article, given as k0, k1 …"""
    rows: list[dict[str, Any]] = [
        {"key": bindparam(f"k{n}"), "article_id": bindparam("article")} for n in range(count)
    ]
    return Prepared(insert(table).values(rows))
