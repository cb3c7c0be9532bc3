"""Searching: the same hits on both databases, and those that reading every text would find."""

from __future__ import annotations

import random

from sqlalchemy import insert
from storesamples import NOW, with_sources

from storage import articles, fulltext, schema
from storage.clean import key_hash
from storage.matching import Held, verdict
from storage.query import parse
from storage.tokens import sought

# a few words of each script, so that queries meet texts: spaces, none, joined and mixed
SAID = (
    "gdec forum ai training Économie Pekín đường số hội nghị Straße digital-economy 5G 3.14 GDEC2025 "
    "全球 数字 經濟 大会 北京 网络 デジタル 経済 大会 ディジタル 디지털 경제 디지털경제 한국 정부가 국정 "
    "ดิจิทัล เศรษฐกิจ น้ำ กรุงเทพ ฟอรัม ຂ່າວ ដីជីថល ဒစ်ဂျစ်တယ် цифровой экономики ёлка المؤتمر العَرَبي עִבְרִית डिजिटल अर्थव्यवस्था"
)
WORDS = SAID.split()
SPACED = 40  # of a hundred words stand behind a space


def made_text(rng: random.Random, words: int) -> str:
    return "".join(
        (" " if rng.random() * 100 < SPACED + 40 * word.isascii() else rng.choice(["", "", "\n", ", ", "。"]))
        + word
        for word in rng.choices(WORDS, k=words)
    )


def made_query(rng: random.Random, depth: int = 2) -> str:
    kind = rng.random()
    if depth and kind < 0.5:
        parts = [made_query(rng, depth - 1) for _ in range(rng.randint(2, 3))]
        return f"({rng.choice([' ', ' AND ', ' OR ', ' | ', ' -']).join(parts)})"
    if depth and kind < 0.6:
        return f"NOT {made_query(rng, depth - 1)}"
    if kind < 0.7:
        return f"{phrase(rng)} NEAR/{rng.randint(1, 4)} {phrase(rng)}"
    title = "title:" if rng.random() < 0.2 else ""
    return f"{title}{phrase(rng)}"


def phrase(rng: random.Random) -> str:
    kind, word = rng.random(), rng.choice(WORDS)
    if kind < 0.4:
        return word
    if kind < 0.55:
        at = rng.randrange(len(word) - 1)
        part = word[at : at + rng.randint(1, 3)]
        return f'"{part}"' if sought(part) and not word.isascii() else word
    if kind < 0.65:
        return f"{word[:3]}*"
    return f'"{made_text(rng, rng.randint(2, 3)).strip()}"'


def put(db, texts) -> None:
    """The articles 1, 2, …, indexed as an upgrade indexes them."""
    with_sources(db)
    common = {"source_id": "a", "story_id": 1, "host": "a.example", "authors": [], "tags": []}
    common |= {"relation": "original", "similarity": 1, "version": 1, "stored_at": NOW, "updated_at": NOW}

    def fill(conn) -> None:
        conn.execute(insert(schema.stories), {"id": 1, "opened_at": NOW})
        rows = [
            {"id": n, "key_hash": key_hash(str(n)), "url": f"http://a.example/{n}", "title": t, "summary": s}
            | {"text": x}
            | common
            for n, (t, s, x) in enumerate(texts, 1)
        ]
        conn.execute(insert(schema.articles), rows)
        fulltext.fill(conn)

    db.call(fill)


def hits(db, query: str, **filters) -> list[int]:
    return [a.id for a in db.read(lambda conn: articles.list_articles(conn, query=query, **filters))]


def read_through(held: list[Held], query: str) -> list[int]:
    """What reading every text finds, the last first."""
    root = parse(query).root
    found = [n for n, one in enumerate(held, 1) if verdict(root, one.holds)]
    return found[::-1]


def test_what_is_found_is_what_reading_every_text_finds_in_every_script_and_on_each_database(database):
    rng = random.Random(5)
    texts = [
        (made_text(rng, 4), rng.choice([None, made_text(rng, 3)]), made_text(rng, 15)) for _ in range(60)
    ]
    texts += [
        ("often", None, "gdec digital " * 300 + "digital economy digital")
    ]  # more than a tsvector counts
    put(database, texts)
    held, met = [Held(*text) for text in texts], 0
    for _ in range(150):
        query = made_query(rng)
        expected = read_through(held, query)
        assert hits(database, query) == expected, query
        met += 0 < len(expected) < len(texts)
    assert met > 50
