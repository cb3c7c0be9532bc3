"""What is forgotten of copies, and what is known for ever."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import Connection, MetaData, Table, func, select, text
from storesamples import NOW, article, filler, saving, source, with_sources

from crawler.daemon import _prune
from crawler.dedupe import fingerprint
from crawler.heavy import Heavy
from storage import schema
from storage.database import Database, upgrade
from storage.engine.dialects import engines, parsed_url
from storage.migrations import migrate
from storage.reports import standing as reports
from storage.sources import state as sources
from storage.stories import postings, walks
from storage.stories.copies import _row
from storage.stories.postings import FLOOR, MOST, every, opened
from storage.stories.walks import KEPT_FOR, forget_copies

DAY = timedelta(days=1)
OWN = " some words of our own"
OLD_ARTICLE = (  # as 0004 has it
    "INSERT INTO articles (id, key_hash, source_id, story_id, url, host, title, authors, tags, relation, similarity, "
    "announced, version, stored_at, updated_at, text) VALUES (7, :key, 'a', 7, 'http://a.example/7', 'a.example', "
    "'Old', '[]', '[]', 'original', 1, false, 1, 5, 5, :text)"
)
OLD_ANCHORS = [(5 * n // 3, n) for n in range(1, 31)] + [(2**31 - 1, 101)]
STORED_AT = int(NOW.timestamp() * 1e6)
OLD_SOURCE = {
    "id": "a",
    "name": "A",
    "kind": "feed",
    "url": "u",
    "enabled": True,
    "recipe": "",
    "configured": True,
}
OLD_VALUES = {  # of an article of 0005
    "source_id": "a",
    "url": "http://a.example/",
    "host": "a.example",
    "title": "A title",
    "authors": [],
    "tags": [],
    "relation": "original",
    "similarity": 1,
    "announced": False,
    "version": 1,
    "stored_at": STORED_AT,
    "updated_at": STORED_AT,
}
FILL = postings.fill
B, F = schema.fingerprint_blocks, schema.fingerprints


@pytest.fixture
def db(database: Database) -> Database:
    """A store with three articles of long ago (1 to 3) and three of today (4 to 6)."""
    with_sources(database)
    for number in range(1, 7):
        save(database, number, at=NOW - KEPT_FOR - DAY if number < 4 else NOW)
    return database


def save(db: Database, number: int, text: str = "", at: datetime = NOW, host: str = "a"):
    made = article(f"http://{host}.example/{number}", text or filler(number, 300))
    call = saving(made)
    call.keywords["now"] = at
    return db.call(call)


def forget(db: Database, now: datetime = NOW) -> int:
    """Call until there is nothing left to do; how often that was."""
    calls = 1
    while db.call(forget_copies, now):
        calls += 1
    return calls


def held(db: Database) -> dict[int, int]:
    """How many keys each article has that are not for ever."""
    return db.read(lambda conn: dict(Counter(sorted(i for key, i in every(conn, B) if key >= FLOOR))))


def sketched(db: Database) -> list[int]:
    query = select(F.c.article_id).where(func.length(F.c.sketch) > 0).order_by(F.c.article_id)
    return db.read(lambda conn: list(conn.execute(query).scalars()))


def test_what_copies_are_found_by_is_forgotten_after_ninety_days(db):
    kept = {i: n for i, n in held(db).items() if i > 3}
    forget(db)
    assert held(db) == kept
    assert sketched(db) == [4, 5, 6]
    assert db.read(reports.check) == []
    forget(db, NOW + KEPT_FOR + DAY)
    assert held(db) == {}
    assert sketched(db) == []
    assert db.read(reports.check) == []


def test_an_exact_copy_of_a_text_of_three_years_ago_is_known_and_a_near_one_is_not(db):
    forget(db)
    later = NOW + 3 * 365 * DAY
    forget(db, later)
    for old in (1, 4):
        copy = save(db, old, at=later, host="b")
        assert (copy.relation, copy.copy_of) == ("exact", old)
        assert save(db, old, filler(old, 280) + OWN, later, "c").relation == "near"
    lone = save(db, 2, filler(2, 280) + OWN, later, "d")
    assert lone.relation == "original"  # nobody told it in three years
    assert db.read(reports.check) == []


def test_a_slice_is_small_whatever_the_store_holds(db, monkeypatch):
    monkeypatch.setattr(walks, "BLOCKS", 1)
    monkeypatch.setattr(walks, "SKETCHES", 1)
    before, lost, calls = held(db), [], 0
    while db.call(forget_copies, NOW):
        after = held(db)
        lost.append(sum(before.values()) - sum(after.values()))
        before, calls = after, calls + 1
        if calls == 4:  # what comes meanwhile stays
            save(db, 7)
    assert sorted(held(db)) == [4, 5, 6, 7]
    assert calls >= 3 + sum(held(db).values()) // MOST
    assert max(lost) <= MOST


def test_a_round_through_the_keys_begins_once_a_day(db):
    assert forget(db) == 2  # the sketches, and the keys to their end
    db.call(lambda conn: opened(conn, B, [5]).add(conn, [(5, 1)]))
    assert forget(db, NOW + 23 * DAY / 24) == 1
    assert 1 in held(db)
    assert forget(db, NOW + DAY) == 1
    assert 1 not in held(db)


def test_a_round_goes_on_where_it_was_left(db, database_url, monkeypatch):
    monkeypatch.setattr(walks, "BLOCKS", 1)
    for _ in range(3):
        db.call(forget_copies, NOW)
    with Database(database_url) as other:
        forget(other)
    assert sorted(held(db)) == [4, 5, 6]


def test_a_store_without_old_articles_is_left_alone(database):
    assert forget(database) == 1
    with_sources(database)
    save(database, 1)
    assert forget(database) == 1
    assert sketched(database) == [1]


async def test_the_daemons_hourly_prune_forgets(db):
    await _prune(SimpleNamespace(pipeline=SimpleNamespace(db=db, now=lambda: NOW, heavy=Heavy(), sources={})))
    assert sorted(held(db)) == sketched(db) == [4, 5, 6]


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def test_texts_of_an_earlier_recipe_are_known_by_their_exact_words(kind, tmp_path, request):
    """As 0004 left them: the keys of their fingerprints find nothing any more, and go."""
    sqlite = kind == "sqlite"
    url = (
        f"sqlite:///{tmp_path / 'old.db'}"
        if sqlite
        else request.getfixturevalue("postgres_server").new_database()
    )
    words = filler(1, 300)
    print_ = fingerprint(article(text=words))
    engine, other = engines(parsed_url(url, create=True))
    with engine.begin() as conn:
        migrate(conn, "0004")
        conn.execute(text("INSERT INTO stories (id, opened_at) VALUES (7, 5)"))
        row = sources._config_row(source("a")) | {"id": "a", "configured": True}
        conn.execute(schema.sources.insert(), row)
        conn.execute(text(OLD_ARTICLE), {"key": b"k" * 16, "text": words})
        conn.execute(text("INSERT INTO versions (article_id, version, stored_at) VALUES (7, 1, 5)"))
        known = {"hash": print_.text_hash, "b": b"?"}
        conn.execute(text("INSERT INTO fingerprints VALUES (7, 1, :hash, :b, :b, :b, 900)"), known)
        conn.execute(text("INSERT INTO fingerprint_keys VALUES (532914708086, 7)"))
    engine.dispose()
    other.dispose()
    upgrade(url)
    with Database(url, create=False) as db:
        assert held(db) == {}
        copy = save(db, 1, words, host="b")
        assert (copy.relation, copy.story_id) == ("exact", 7)
        near = save(db, 1, filler(1, 280) + OWN, host="c")
        assert (near.relation, near.copy_of) == ("near", copy.article_id)


def before_blocks(url: str) -> None:
    """A store as 0005 has it: article n tells text n, 101 to 120 tell text 1, with a row for each of their keys."""
    engine, other = engines(parsed_url(url, create=True))
    told = {n: n for n in range(1, 31)} | dict.fromkeys(range(101, 121), 1)
    prints = {n: fingerprint(article(text=filler(text_, 300))) for n, text_ in told.items()}
    rows: dict[str, list[dict[str, object]]] = {
        "sources": [OLD_SOURCE],
        "stories": [{"id": n, "opened_at": 5} for n in range(1, 31)],
        "articles": [
            OLD_VALUES | {"id": n, "key_hash": bytes([n]) * 16, "story_id": text_, "text": filler(text_, 300)}
            for n, text_ in told.items()
        ],
        "versions": [{"article_id": n, "version": 1, "stored_at": STORED_AT} for n in told],
        "fingerprints": [_row(n, print_) for n, print_ in prints.items()],
        "fingerprint_keys": [
            {"key": key, "article_id": n} for n, print_ in prints.items() for key in print_.keys if n < 108
        ],
        "anchor_keys": [{"key": key, "article_id": n} for key, n in OLD_ANCHORS],
    }
    with engine.begin() as conn:
        migrate(conn, "0005")
        tables = MetaData()
        tables.reflect(conn)
        for name, some in rows.items():
            conn.execute(tables.tables[name].insert(), some)
        if conn.dialect.name == "postgresql":
            for name in ("articles", "stories"):
                conn.exec_driver_sql(f"SELECT setval('{name}_id_seq', 200)")
    engine.dispose()
    other.dispose()


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def test_rows_of_keys_become_blocks_that_find_the_same(kind, tmp_path, request, monkeypatch):
    url = f"sqlite:///{tmp_path / 'old.db'}"
    if kind == "postgresql":
        url = request.getfixturevalue("postgres_server").new_database()
    before_blocks(url)
    with monkeypatch.context() as patched:
        patched.setattr(postings, "fill", interrupted)
        with pytest.raises(KeyboardInterrupt):
            upgrade(url)
    assert "upgraded from 0005" in upgrade(url)
    with Database(url, create=False) as db:
        keys = {n: len(fingerprint(article(text=filler(n, 300))).keys) for n in range(1, 31)}
        assert held(db) == keys | dict.fromkeys(range(101, 108), keys[1])
        lasting = [i for key, i in db.read(lambda conn: list(every(conn, B))) if key < FLOOR]
        assert sorted(lasting) == [*range(1, 31), *range(101, 108)]
        assert db.read(lambda conn: list(every(conn, schema.anchor_blocks))) == OLD_ANCHORS
        assert not [said for said in db.read(reports.check) if "keys" in said]
        for n in (1, 2, 30):
            exact = save(db, n, host="b")
            assert (exact.relation, exact.copy_of, exact.story_id) == ("exact", n, n)
            near = save(db, n, filler(n, 280) + OWN, host="c")
            assert (near.relation, near.story_id) == ("near", n)
        assert save(db, 99, host="b").relation == "original"


def interrupted(conn: Connection, table: Table, pairs: Iterable[tuple[int, int]]) -> None:
    """Fill half of the table, then be killed."""
    found = list(pairs)
    FILL(conn, table, found[: len(found) // 2])
    raise KeyboardInterrupt
