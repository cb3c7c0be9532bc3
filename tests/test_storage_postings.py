"""Blocks of keys: found is what was put in, whatever was cut, dropped and forgotten meanwhile."""

from __future__ import annotations

import random
from array import array
from collections import defaultdict

import pytest
from sqlalchemy import Connection, select

from storage import schema
from storage.database import Database
from storage.stories.postings import FLOOR, HIGHEST, LOWEST, MOST, every, fill, forget, opened
from storage.upkeep import check

B = schema.fingerprint_blocks
Held = dict[int, set[int]]


def drawn(rng: random.Random) -> int:
    """A key: one of the two ends, one that many hold, or any."""
    return rng.choice(
        [LOWEST, FLOOR - 1, FLOOR, HIGHEST, 7, 8, rng.randrange(LOWEST, HIGHEST), rng.randrange(2000)]
    )


def grown(conn: Connection, rng: random.Random, articles: int) -> Held:
    held: Held = defaultdict(set)
    for article_id in range(1, articles + 1):
        keys = {drawn(rng) for _ in range(12)}
        found = opened(conn, B, [*keys, 5])
        assert {key: set(found.holders(key)) for key in keys} == {key: held[key] for key in keys}
        found.add(conn, [(key, article_id) for key in keys])
        for key in keys:
            held[key].add(article_id)
    return held


def stored(conn: Connection) -> Held:
    held: Held = defaultdict(set)
    for key, article_id in every(conn, B):
        held[key].add(article_id)
    return held


def blocks(conn: Connection) -> dict[int, array[int]]:
    rows = conn.execute(select(B).order_by(B.c.low)).all()
    return {row.low: array("q", row.pairs) for row in rows}


def test_articles_are_found_by_every_key_they_were_put_under(database: Database) -> None:
    held = database.call(grown, random.Random(1), 150)
    assert database.read(stored) == held
    found = database.read(opened, B, list(held))
    assert {key: found.holders(key) for key in held} == {key: tuple(sorted(ids)) for key, ids in held.items()}
    assert database.read(opened, B, [3, HIGHEST - 5]).holders(HIGHEST - 5) == ()
    again = [(key, article_id) for key, ids in held.items() for article_id in ids]
    database.call(lambda conn: opened(conn, B, list(held)).add(conn, again))
    assert database.read(stored) == held


def test_a_block_is_small_and_none_holds_both_kinds_of_keys(database: Database) -> None:
    database.call(grown, random.Random(2), 150)
    held = database.read(blocks)
    assert len(held) > 1
    for low, pairs in held.items():
        keys = {pair >> 32 for pair in pairs}
        assert len(pairs) <= MOST or len(keys) == 1
        assert min(keys) >= low
        assert len({key < FLOOR for key in keys}) == 1
        assert list(pairs) == sorted(set(pairs))


@pytest.mark.parametrize("count", [1, 3, 1000])
def test_what_is_forgotten_is_gone_and_what_is_for_ever_stays(database: Database, count: int) -> None:
    held = database.call(grown, random.Random(3), 150)
    before = len(database.read(blocks))
    place: int | None = FLOOR - 1
    dropped = 0
    while place is not None:
        gone, place = database.call(forget, B, place, 130, count)
        dropped += gone
    left = {key: ids if key < FLOOR else {i for i in ids if i > 130} for key, ids in held.items()}
    assert database.read(stored) == {key: ids for key, ids in left.items() if ids}
    assert dropped == sum(map(len, held.values())) - sum(map(len, left.values()))
    if count > 1:  # those that became small were put together
        assert len(database.read(blocks)) < before * 3 / 4


def test_an_article_that_is_taken_from_a_key_stands_under_its_others(database: Database) -> None:
    held = database.call(grown, random.Random(4), 40)
    database.call(lambda conn: opened(conn, B, [7]).drop(conn, [(7, min(held[7]))]))
    database.call(lambda conn: opened(conn, B, [HIGHEST - 5]).drop(conn, [(HIGHEST - 5, 1)]))
    held[7].remove(min(held[7]))
    low, pairs = next((low, pairs) for low, pairs in database.read(blocks).items() if len(pairs) > 4)
    two = [(pair >> 32, pair & 2**32 - 1) for pair in pairs[1:3]]  # of one block
    database.call(lambda conn: opened(conn, B, [low, *(key for key, _ in two)]).drop(conn, two))
    for key, article_id in two:
        held[key].remove(article_id)
    assert database.read(stored) == held


def test_a_table_made_at_once_holds_what_one_that_grew_holds(database: Database) -> None:
    held = database.call(grown, random.Random(5), 150)
    pairs = sorted((key, article_id) for key, ids in held.items() for article_id in ids)
    for given in (pairs, [pair for pair in pairs if pair[0] >= FLOOR], []):
        database.call(lambda conn: conn.execute(B.delete()).close())
        database.call(fill, B, given)
        assert database.read(lambda conn: list(every(conn, B))) == given
        assert all(low <= pair >> 32 for low, kept in database.read(blocks).items() for pair in kept)
        database.call(lambda conn: opened(conn, B, [9]).add(conn, [(9, 777)]))
        assert 777 in database.read(opened, B, [9]).holders(9)


def test_a_check_names_blocks_that_hold_what_is_not_theirs(database: Database) -> None:
    database.call(grown, random.Random(6), 60)
    assert not any("damaged" in said for said in database.read(check.check))
    lows = sorted(database.read(blocks))
    some, other, last = lows[1], lows[3], lows[-1]

    def spoil(conn: Connection) -> None:
        conn.execute(B.update().where(B.c.low == some).values(pairs=b"seven b"))
        conn.execute(
            B.update().where(B.c.low == other).values(pairs=array("q", [9 << 32 | 2, 9 << 32 | 1]).tobytes())
        )
        conn.execute(
            B.update().where(B.c.low == last).values(pairs=array("q", [last - 1 << 32 | 1]).tobytes())
        )

    database.call(spoil)
    (said,) = (said for said in database.read(check.check) if "damaged" in said)
    assert said.startswith("3 blocks of keys")
    assert all(f"fingerprint_blocks {low}" in said for low in (some, other, last)), said


def test_a_damaged_block_keeps_no_article_from_being_stored(database: Database) -> None:
    held = database.call(grown, random.Random(7), 60)
    low = sorted(database.read(blocks))[1]
    key = next(key for key in sorted(held) if key >= low)
    database.call(
        lambda conn: conn.execute(B.update().where(B.c.low == low).values(pairs=b"seven b")) and None
    )
    database.call(lambda conn: opened(conn, B, [key]).add(conn, [(key, 777)]))
    assert database.read(opened, B, [key]).holders(key) == (777,)
    database.call(forget, B, FLOOR - 1, 0, 1000)


def test_a_garbled_block_takes_no_other_ones_place(database: Database) -> None:
    database.call(grown, random.Random(8), 100)
    there = database.read(blocks)
    low, *others = sorted(low for low in there if low > FLOOR)
    foreign = [pair for other in others[:5] for pair in there[other]]
    garbled = array("q", [*there[low], *foreign, foreign[0]])
    assert len(garbled) > 2 * MOST
    database.call(
        lambda conn: conn.execute(B.update().where(B.c.low == low).values(pairs=garbled.tobytes())).close()
    )
    database.call(lambda conn: opened(conn, B, [low]).add(conn, [(low, 777)]))
    after = database.read(blocks)
    assert 777 in database.read(opened, B, [low]).holders(low)
    assert {other: after[other] for other in there if other != low} == {
        o: there[o] for o in there if o != low
    }
    assert after.keys() == there.keys()
