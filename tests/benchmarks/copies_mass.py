"""A million articles without their texts → rows, inserted as fast as the database takes them.

Fingerprints are as long as those of real texts in ten scripts and have keys of their own. Of a hundred articles
twenty share most of their keys with an earlier one, ten are one text over and over, five hold keys that many do.
"""

from __future__ import annotations

import random
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from dedupesamples import STORIES

from crawler import dedupe
from storage.copies import MOST_HOLDERS, SAME_STORY
from storage.records import Article, Fingerprint

NOW = datetime(2026, 11, 1, tzinfo=UTC)
SPAN = timedelta(days=400)  # in which the articles came
COPIES, ONE_TEXT, FURNITURE = 0.2, 0.1, 0.05  # shares of articles
LETTERS = (400, 12_000)  # of a text, at least and at most
MEAN_LETTERS = 2600
PAGE = "x" * 1500  # in the place of a text
CACHE_KB = 2_000_000  # SQLite's, while it is filled
COLUMNS = {
    "stories": "id, opened_at",
    "articles": "id, key_hash, source_id, story_id, url, host, title, authors, tags, relation, similarity, "
    "version, stored_at, updated_at, language, text",
    "versions": "article_id, version, stored_at",
    "fingerprints": "article_id, version, text_hash, sketch, numbers, head, length",
    "fingerprint_keys": "key, article_id",
}
Rows = dict[str, list[tuple[Any, ...]]]


def texts(count: int, rng: random.Random) -> Iterator[Article]:
    """Texts of made-up words in the scripts of the tests' stories."""
    letters = {
        language: sorted({x for x in "".join(told) if x.isalpha()}) for language, told in STORIES.items()
    }
    for n in range(count):
        language = rng.choice(list(STORIES))
        glue = " " if " " in STORIES[language][0] else ""
        size = min(LETTERS[1], LETTERS[0] + rng.expovariate(1 / (MEAN_LETTERS - LETTERS[0])))
        pieces, length = [], 0.0
        while length < (size if glue else size / 3):  # a Chinese letter says as much as three others
            alphabet = letters[language]
            piece = "".join(rng.choices(alphabet, k=rng.randrange(2, 9) if glue else 40))
            pieces.append(piece if rng.random() > 0.03 else str(rng.randrange(2000)))
            length += len(pieces[-1]) + len(glue)
        lines = [glue.join(pieces[at : at + 50]) + "." for at in range(0, len(pieces), 50)]
        title = glue.join(pieces[:9])[:90]
        yield Article(f"https://h{n}.example/{rng.random()}", title, "\n".join(lines), language=language)


@dataclass
class Mass:
    """What is made, and what it was made of."""

    count: int
    rng: random.Random = field(default_factory=lambda: random.Random(1))
    recent: list[tuple[int, ...]] = field(default_factory=list)  # keys of articles that may be copied
    copied: Counter[tuple[int, ...]] = field(default_factory=Counter)
    held: Counter[int] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.like = [dedupe.fingerprint(article) for article in texts(1000, random.Random(3))]
        self.one = self.like[0]  # the print of the text that is stored over and over
        self.furniture = [self._key() for _ in range(200)]

    def rows(self, ids: range) -> Rows:
        """Rows of each table for the articles of these ids."""
        made: Rows = {name: [] for name in COLUMNS}
        for i in ids:
            like, kind = self.rng.choice(self.like), self.rng.random()
            at = int((NOW - SPAN + SPAN * i / self.count).timestamp() * 1e6)
            host, digest = f"h{i % 997}.example", self.rng.randbytes(16)
            said = ("[]", "[]", "original", 0.0, 1, at, at, "en", PAGE)
            made["stories"].append((i, at))
            made["articles"].append((i, digest, "a", i, f"https://{host}/{i}", host, f"Title {i}", *said))
            made["versions"].append((i, 1, at))
            text_hash = self.one.text_hash if kind < ONE_TEXT else self.rng.randbytes(16)
            packed = (like.sketch, like.numbers, like.head, like.length)
            made["fingerprints"].append((i, like.version, text_hash, *packed))
            if kind >= ONE_TEXT:
                keys = self._copied() if kind < ONE_TEXT + COPIES else self._own(like)
                made["fingerprint_keys"] += [(key, i) for key in keys]
        return made

    def _own(self, like: Fingerprint) -> set[int]:
        """As many keys as a real text has."""
        keys = {self._key() for _ in like.keys}
        if self.rng.random() < FURNITURE:
            for key in self.rng.sample(self.furniture, 3):
                self.held[key] += 1
                if self.held[key] <= MOST_HOLDERS + 1:
                    keys.add(key)
        if len(self.recent) < 20_000:
            self.recent.append(tuple(keys))
        return keys

    def _copied(self) -> set[int]:
        if not self.recent:
            return set()
        place = self.rng.randrange(len(self.recent))
        keys = self.recent[place]
        self.copied[keys] += 1
        if self.copied[keys] >= SAME_STORY - 1:
            self.recent[place] = self.recent[-1]
            self.recent.pop()
        return {key if self.rng.random() < 0.7 else self._key() for key in keys}

    def _key(self) -> int:
        return self.rng.getrandbits(32) - 2**31


def fill(url: str, mass: Mass, batch: int = 10_000) -> None:
    """Insert the mass into the empty store at `url`, article by article, key by key."""
    made = (mass.rows(range(at + 1, min(at + batch, mass.count) + 1)) for at in range(0, mass.count, batch))
    if url.startswith("sqlite"):
        _fill_sqlite(url.removeprefix("sqlite:///"), made)
    else:
        _fill_postgresql(url.replace("+psycopg", ""), made)


def _fill_sqlite(path: str, made: Iterator[Rows]) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        for pragma in (f"cache_size=-{CACHE_KB}", "synchronous=OFF"):
            conn.execute(f"PRAGMA {pragma}")
        for tables in made:
            conn.execute("BEGIN IMMEDIATE")
            for name, rows in tables.items():
                marks = ", ".join("?" * len(COLUMNS[name].split(",")))
                conn.executemany(f"INSERT INTO {name} ({COLUMNS[name]}) VALUES ({marks})", rows)
            conn.execute("COMMIT")


def _fill_postgresql(where: str, made: Iterator[Rows]) -> None:
    """The ids that the store hands out next are those behind the mass."""
    import psycopg

    with psycopg.connect(where) as conn, conn.cursor() as cursor:
        for tables in made:
            for name, rows in tables.items():
                with cursor.copy(f"COPY {name} ({COLUMNS[name]}) FROM STDIN") as copy:  # type: ignore[arg-type]
                    for row in rows:
                        copy.write_row(row)
            conn.commit()
        for name in ("stories", "articles"):
            cursor.execute(f"SELECT setval('{name}_id_seq', (SELECT max(id) FROM {name}))")  # type: ignore[arg-type]
        cursor.execute("ANALYZE")
