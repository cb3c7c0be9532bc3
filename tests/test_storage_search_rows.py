"""Which rows a search reads: few, however many texts hold its words."""

from __future__ import annotations

import random

import pytest
from searchsamples import WORDS, hits, made_text, put, read_through
from sqlalchemy import insert
from storesamples import NOW

import storage.mentions.stream
import storage.search.vectors
from storage import schema
from storage.articles import save as articles
from storage.mentions import stream as mentions
from storage.search import fulltext
from storage.search.matching import Held


def with_mentions(db, ids) -> None:
    """Of each of the articles one."""
    of = {"forum_id": "gdec", "edition": 2025, "role": "main", "score": 0.9, "evidence": [], "version": 1}
    of |= {"source_id": "a", "story_id": 1, "relation": "original", "found_at": NOW, "told_at": NOW}
    rows = [{"position": n, "article_id": i, "outlet": "a.example"} | of for n, i in enumerate(ids, 1)]
    db.call(lambda conn: conn.execute(insert(schema.mentions), rows) and None)


def test_the_newest_are_found_wherever_they_stand_among_a_million(database):
    """Of few articles, with the numbers of many: those at the ends of what PostgreSQL asks for at once, too."""
    rng = random.Random(6)
    last = 1_000_000
    behind = (0, 1, 3_998, 3_999, 4_000, 31_999, 32_000, 255_999, 256_000, last - 1)
    ends = {end + step for end in range(1 << 12, last, 1 << 16) for step in (-1, 0)}
    ids = sorted(
        {last - n for n in behind} | {*rng.sample(sorted(ends), 12), *rng.sample(range(1, last), 18)}
    )
    texts = [(made_text(rng, 2), None, " ".join(rng.choices(WORDS[:6], k=6))) for _ in ids]
    put(database, texts, ids)
    held, met = [Held(*text) for text in texts], 0
    for query in (
        "gdec",
        "gdec forum",
        '"gdec forum"',
        "gdec -ai",
        "gdec NEAR/1 forum",
        "gdec lang:en OR forum",
    ):
        said_ = query.replace(" lang:en", " training NOT training")
        expected = [ids[n - 1] for n in read_through(held, said_)]
        assert hits(database, query) == expected, query
        for limit in (2, 12, 40):
            assert hits(database, query, limit=limit) == expected[:limit], query
            assert hits(database, query, limit=limit, source="a") == expected[:limit], query
            older = [i for i in expected if i < last - 4_000]
            assert hits(database, query, limit=limit, before=last - 4_000) == older[:limit], query
        met += 2 < len(expected) < len(ids)
    assert met > 3


def test_what_is_found_before_a_number_that_no_article_has_is_all(database):
    put(database, [("gdec forum", None, "ai")] * 3)
    for query in ("gdec", '"gdec forum"', "gdec forum*", "-training", "ai lang:en OR forum"):
        for before in (2**31, 10**12, 2**63 - 1):
            for limit in (2, None):
                assert hits(database, query, before=before, limit=limit) == [3, 2, 1][:limit], query


def test_of_a_frequent_word_only_the_newest_hits_are_gone_through(database):
    if database.dialect == "sqlite":
        pytest.skip("its index gives the newest first by itself")
    ids = [*range(1, 20), *range(900_000, 900_003)]
    put(database, [("gdec forum", None, "gdec")] * len(ids), ids)

    counted = "SELECT pg_stat_get_xact_tuples_returned('ix_article_words_pairs'::regclass)"

    def given(conn, query: str) -> int:
        """How many hits the index gave."""
        conn.exec_driver_sql("SET LOCAL enable_seqscan = off")  # as with more rows than these
        before = conn.exec_driver_sql(counted).scalar_one()
        assert [a.id for a in articles.list_articles(conn, query=query, limit=2)] == [900_002, 900_001]
        return conn.exec_driver_sql(counted).scalar_one() - before

    for query in ("gdec", '"gdec forum"', "gdec forum -ai"):
        assert database.read(given, query) == 3


def test_the_newest_of_a_phrase_are_found_however_densely_they_lie(database):
    thick = [
        *range(99_000, 100_000, 250),
        *range(89_000, 99_000, 900),
    ]  # in the first window, and in the next
    thin = [70_000, 30_000, 29_999, 65_536, 65_535, 1]
    ids = sorted({*thick, *thin})
    often = "on paper on gdec forum on ink " * 300  # too many words for a tsvector: proved by its text
    texts = [("gdec forum", None, often if i % 4 == 1 else "ai") for i in ids]
    apart = [i + 1 for i in ids if i + 1 not in ids]
    put(database, [*texts, *[("gdec", None, "forum " + "on paper " * 9_000)] * len(apart)], [*ids, *apart])
    for before in (None, 99_500, 99_001, 89_000, 65_536, 2):
        whole = [i for i in reversed(ids) if before is None or i < before]
        assert hits(database, '"gdec forum"', before=before, limit=None) == whole
        for limit in (1, 2, 4, 5, 9, len(whole) + 1):
            assert hits(database, '"gdec forum"', before=before, limit=limit) == whole[:limit], (
                before,
                limit,
            )


def test_a_row_of_words_is_read_where_it_stands(database):
    if database.dialect == "sqlite":
        pytest.skip("its index knows places")
    few, many = (" ".join(f"word{number}" for number in range(count)) for count in (500, 3000))
    elsewhere = "SELECT pg_relation_size(reltoastrelid) FROM pg_class WHERE relname = 'article_words'"
    put(database, [("gdec", None, few)] * 2)
    assert database.read(lambda conn: conn.exec_driver_sql(elsewhere).scalar_one()) == 0
    database.call(lambda conn: fulltext.change(conn, 2, ("gdec", None, few), ("gdec", None, many)))
    assert database.read(lambda conn: conn.exec_driver_sql(elsewhere).scalar_one()) > 0  # no page holds that


def test_of_the_rows_that_have_the_words_of_a_phrase_few_are_read_that_have_them_apart(database):
    if database.dialect == "sqlite":
        pytest.skip("its index knows places")
    texts = [("of summit", None, "ai of 정부가 한국 news")] * 40
    # the last has more words than a tsvector counts: a row without places, that may have any pair
    often = "of news of ai summit 한국 정부가 of " * 99
    put(database, [*texts, ("summit of", None, "news of ai 한국 정부가"), ("", None, often)])
    counted = "SELECT pg_stat_get_xact_tuples_returned('ix_article_words_pairs'::regclass)"

    with_mentions(database, [3, 41, 42])

    def given(conn, ask) -> tuple[list[int], int]:
        """What was found, and how many rows the index gave for it."""
        conn.exec_driver_sql("SET LOCAL enable_seqscan = off")  # as with more rows than these
        before = conn.exec_driver_sql(counted).scalar_one()
        found = ask(conn)
        return found, conn.exec_driver_sql(counted).scalar_one() - before

    def listed(query: str, limit: int | None = 50) -> tuple[list[int], int]:
        return database.read(
            given, lambda conn: [a.id for a in articles.list_articles(conn, query=query, limit=limit)]
        )

    def mentioned(query: str, limit: int | None = 50) -> tuple[list[int], int]:
        return database.read(
            given, lambda conn: [m.article_id for m in mentions.newest(conn, query=query, limit=limit)]
        )

    for query, expected in {
        '"summit of"': [41],
        '"news of ai"': [42, 41],
        '"한국 정부가"': [42, 41],
        '"news of" summit': [42, 41],
        'title:"summit of"': [41],
        '"news of" OR "news of ai"': [42, 41],
        '"news of" NEAR/3 "ai summit"': [42],
        '"news of" source:a': [42, 41],
        'title:"summit of" lang:en OR title:"summit of" source:a': [41],
    }.items():
        for found, rows in (listed(query), listed(query, None), mentioned(query), mentioned(query, None)):
            assert found == expected, query
            assert rows < 10, query  # GIN gives a row of its pending list too much now and then


def test_of_the_texts_that_have_words_far_from_each_other_none_is_read(database, monkeypatch):
    if database.dialect == "sqlite":
        pytest.skip("its index knows places")
    far = "summit of ai in the great hall of beijing"
    put(database, [(far, None, far)] * 30 + [("summit of beijing", None, ""), ("in summit", "beijing", "")])
    read: list[Held] = []
    held = storage.search.vectors.Held
    monkeypatch.setattr(storage.search.vectors, "Held", lambda *said_: read.append(held(*said_)) or read[-1])
    for query, expected, texts in (
        ("summit NEAR/2 beijing", [31], 2),  # the last has them in two fields, as near
        ('"summit of" NEAR/1 beijing', [31], 1),
        ("beij* NEAR/2 sum*", [31], 2),
        ("title:(summit NEAR/2 beijing)", [31], 1),
    ):
        for limit in (3, None):
            read.clear()
            assert hits(database, query, limit=limit) == expected, query
            assert len(read) == texts, query
