"""Keys → the articles that hold them, in blocks: a row holds the articles of some 22 keys that follow each other.

A block begins at its lowest key and ends where the next one begins. It holds pairs of 64 bits, in order: the key,
then the article. A row for each pair would cost PostgreSQL six times as much: each row has a header, and an entry in
an index, both aligned. A block is cut in two as it grows, so that a look-up reads as little of a large store as of a
small one. What changes blocks runs in the writer's transaction, which no other writer enters.

Keys below FLOOR are for ever, those from there on are forgotten with their articles; no block holds both.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select

from storage.engine.prepared import Prepared
from storage.engine.statements import at_or_before, replacing

LOWEST, FLOOR, HIGHEST = -(2**31), 0, 2**31 - 1  # of keys, which have 31 bits on either side
# pairs of a block: twice as many spare 1 byte of 12 a pair, and have twice the bytes written for each
MOST = 32
TOGETHER = 32  # blocks written by one statement: an article's keys change some 20
FULL = 24  # pairs of a block that is made together with all others
_BITS = 32  # of an article's number: at a million a day enough for eleven years
_NUMBER = 2**_BITS - 1
_BYTES = 8  # of a pair

Pairs = array  # of "q": key << 32 | article
_NONE = array("q")  # of a block that is not there yet; nobody changes it


@dataclass(frozen=True, slots=True)
class Opened:
    """The blocks in which some keys stand, as they are now."""

    table: Table
    lows: list[int]  # where the blocks begin, in order
    blocks: Mapping[int, Pairs[int]]  # by where they begin

    def holders(self, key: int) -> tuple[int, ...]:
        """The articles that hold one of those keys, in order."""
        pairs = self._of(key)[1]
        first = bisect_left(pairs, key << _BITS)
        if first == len(pairs) or pairs[first] >> _BITS != key:
            return ()  # of most keys there is none
        return tuple([pair & _NUMBER for pair in pairs[first : bisect_left(pairs, key + 1 << _BITS, first)]])

    def add(self, conn: Connection, pairs: Iterable[tuple[int, int]]) -> None:
        """Let each article be found by its key, one of those keys; where it is already, nothing changes."""
        changed: dict[int, Pairs[int]] = {}
        for key, article_id in pairs:
            low, held = self._of(key)
            held = changed.get(low, held)
            pair = key << _BITS | article_id
            at = bisect_left(held, pair)
            if at == len(held) or held[at] != pair:
                if low not in changed:
                    changed[low] = held = held[:]
                held.insert(at, pair)
        _put(conn, self.table, [block for low, held in changed.items() for block in _cut(low, held)])

    def drop(self, conn: Connection, pairs: Iterable[tuple[int, int]]) -> None:
        """Let each article no longer be found by its key, one of those keys."""
        changed: dict[int, Pairs[int]] = {}
        for key, article_id in pairs:
            low, held = self._of(key)
            held = changed.get(low, held)
            left = array("q", [pair for pair in held if pair != key << _BITS | article_id])
            if left != held:
                changed[low] = left
        _put(conn, self.table, list(changed.items()))

    def _of(self, key: int) -> tuple[int, Pairs[int]]:
        """Where the block of a key begins, and what it holds."""
        place = bisect_right(self.lows, key)
        low = self.lows[place - 1] if place else LOWEST
        if key >= FLOOR > low:
            low = FLOOR
        return low, self.blocks.get(low, _NONE)


def opened(conn: Connection, table: Table, keys: Iterable[int]) -> Opened:
    """The blocks of `table` in which `keys` stand."""
    rows = _standing(table, conn.dialect.name).rows(conn, {"given": list(keys)})
    blocks = {row.low: _pairs(row.pairs) for row in rows}
    return Opened(table, sorted(blocks), blocks)


def forget(
    conn: Connection, table: Table, after: int, horizon: int, count: int, last: int = HIGHEST
) -> tuple[int, int | None]:
    """Drop the pairs of articles up to `horizon` from the next `count` blocks that begin behind `after`, up to `last`.

    Returns how many went, and where the last block begins; None where there are no more. Blocks that have become
    small are put together.
    """
    some = select(table).where(table.c.low > max(after, FLOOR - 1), table.c.low <= last)
    rows = conn.execute(some.order_by(table.c.low).limit(count)).all()
    kept: dict[int, Pairs[int]] = {}
    gone, changed, dropped, before = [], set(), 0, FLOOR
    for low, packed in rows:
        pairs = _pairs(packed)
        young = array("q", [pair for pair in pairs if pair & _NUMBER > horizon])
        dropped += len(pairs) - len(young)
        if before in kept and len(kept[before]) + len(young) <= MOST // 2:
            kept[before] += young
            gone.append(low)
            changed.update([before] if young else [])
        else:
            kept[low], before = young, low
            changed.update([low] if len(young) < len(pairs) else [])
    for at in range(0, len(gone), TOGETHER):
        conn.execute(delete(table).where(table.c.low.in_(gone[at : at + TOGETHER])))
    _put(conn, table, [(low, kept[low]) for low in sorted(changed)])
    return dropped, int(rows[-1].low) if len(rows) == count else None


def fill(conn: Connection, table: Table, pairs: Iterable[tuple[int, int]]) -> None:
    """Make the blocks of an empty table out of all pairs (key, article), in order; a few blocks are held."""
    made: list[tuple[int, Pairs[int]]] = []
    low, held = LOWEST, array("q")
    for key, article_id in pairs:
        beyond = _floor(key) > low
        if beyond or (len(held) >= FULL and held[-1] >> _BITS != key):
            made.append((low, held))
            low, held = _floor(key) if beyond else key, array("q")
        held.append(key << _BITS | article_id)
        if len(made) == TOGETHER:
            _put(conn, table, made)
            made = []
    _put(conn, table, [*made, (low, held)])


def every(conn: Connection, table: Table) -> Iterator[tuple[int, int]]:
    """All pairs (key, article), in order."""
    with conn.execute(select(table).order_by(table.c.low).execution_options(yield_per=1000)) as rows:
        for row in rows:
            for pair in _pairs(row.pairs):
                yield pair >> _BITS, pair & _NUMBER


def unsound(conn: Connection, table: Table) -> list[int]:
    """Where the blocks begin that are no rows of pairs, or hold such as belong into another one."""
    found: list[int] = []
    before = (LOWEST << _BITS) - 1  # the last pair of a sound block
    with conn.execute(select(table).order_by(table.c.low).execution_options(yield_per=1000)) as rows:
        for low, packed in rows:
            whole = len(packed) % _BYTES == 0
            pairs = _pairs(packed)
            if not whole or (pairs and pairs[0] <= before) or not _is_own(low, pairs):
                found.append(low)
            elif pairs:
                before = pairs[-1]
    return found


def _pairs(packed: bytes) -> Pairs[int]:
    """What a block holds; of a damaged one the pairs that are whole, so that articles are stored nevertheless."""
    return array("q", packed[: len(packed) - len(packed) % _BYTES])


def _is_own(low: int, pairs: Pairs[int]) -> bool:
    """Whether pairs are in order, and such as a block that begins at `low` may hold."""
    last = FLOOR - 1 if low < FLOOR else HIGHEST
    own = not pairs or low <= pairs[0] >> _BITS <= pairs[-1] >> _BITS <= last
    return own and all(one < other for one, other in pairwise(pairs))


def _floor(key: int) -> int:
    return LOWEST if key < FLOOR else FLOOR


def _cut(low: int, pairs: Pairs[int]) -> list[tuple[int, Pairs[int]]]:
    """The blocks into which one that begins at `low` has to be cut; the pairs of one key stay together.

    One that holds what is not its own is damaged and stays whole: cut, it might take the place of another.
    """
    middle = len(pairs) // 2
    if len(pairs) <= MOST or not _is_own(low, pairs):
        return [(low, pairs)]
    key = pairs[middle] >> _BITS
    ends = (bisect_left(pairs, key << _BITS), bisect_left(pairs, key + 1 << _BITS))
    at = min((end for end in ends if 0 < end < len(pairs)), key=lambda end: abs(end - middle), default=0)
    if not at:
        return [(low, pairs)]
    return _cut(low, pairs[:at]) + _cut(pairs[at] >> _BITS, pairs[at:])


def _put(conn: Connection, table: Table, blocks: Sequence[tuple[int, Pairs[int]]]) -> None:
    """Insert the blocks, or put them in the place of those that begin where they do.

    SQLite is given single rows (storage.engine.prepared says why), a server a few dozen at once.
    """
    if conn.dialect.name == "sqlite":
        rows = [{"low0": low, "pairs0": pairs.tobytes()} for low, pairs in blocks]
        _replacing(table, "sqlite", 1).run(conn, *rows)
        return
    for at in range(0, len(blocks), TOGETHER):
        some = blocks[at : at + TOGETHER]
        given: dict[str, Any] = {f"low{n}": low for n, (low, _) in enumerate(some)}
        given |= {f"pairs{n}": pairs.tobytes() for n, (_, pairs) in enumerate(some)}
        _replacing(table, conn.dialect.name, len(some)).run(conn, given)


@cache
def _standing(table: Table, dialect: str) -> Prepared:
    return Prepared(at_or_before(dialect, table, table.c.low), packed=True)


@cache
def _replacing(table: Table, dialect: str, count: int) -> Prepared:
    rows: list[dict[str, Any]] = [
        {"low": bindparam(f"low{n}"), "pairs": bindparam(f"pairs{n}")} for n in range(count)
    ]
    return Prepared(replacing(dialect, table, rows))
