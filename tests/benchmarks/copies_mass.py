"""A million articles without their texts → rows, inserted as fast as the database takes them.

Fingerprints are as long as those of real texts in ten scripts and have keys of their own. Of a hundred articles
twenty share most of their keys with an earlier one, ten are one text over and over, five hold keys that many do.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from dedupesamples import STORIES
from sqlalchemy import Connection

from crawler import dedupe
from storage import schema
from storage.database import Database
from storage.records import Article, Fingerprint
from storage.stories.copies import EXACT, MOST_HOLDERS, SAME_STORY, lasting, passing
from storage.stories.postings import opened

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
}
TOGETHER = 200  # articles whose keys are kept in one transaction, as the daemon may do it
Rows = dict[str, list[tuple[Any, ...]]]
Pairs = list[tuple[int, int]]  # key and article


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
    told: int = 0  # how often the one text was told

    def __post_init__(self) -> None:
        self.like = [dedupe.fingerprint(article) for article in texts(1000, random.Random(3))]
        self.one = self.like[0]  # the print of the text that is stored over and over
        self.furniture = [self._key() for _ in range(200)]

    def rows(self, ids: range) -> tuple[Rows, Pairs]:
        """Rows of each table for the articles of these ids, and the keys that lead to each."""
        made: Rows = {name: [] for name in COLUMNS}
        pairs: Pairs = []
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
            self.told += kind < ONE_TEXT
            if kind >= ONE_TEXT or self.told <= EXACT:
                pairs.append((lasting(text_hash), i))
            if kind >= ONE_TEXT:
                keys = self._copied() if kind < ONE_TEXT + COPIES else self._own(like)
                pairs += [(passing(key), i) for key in keys]
        return made, pairs

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


def fill(url: str, mass: Mass) -> None:
    """Insert the mass into the empty store at `url`, article by article; its keys as those of any article are kept."""
    with Database(url) as db:
        if db.dialect == "sqlite":
            db.call(lambda conn: conn.exec_driver_sql(f"PRAGMA cache_size=-{CACHE_KB}").close())
        for at in range(0, mass.count, TOGETHER):
            db.call(_put, *mass.rows(range(at + 1, min(at + TOGETHER, mass.count) + 1)))
        if db.dialect == "postgresql":
            db.call(_settle)


def _put(conn: Connection, tables: Rows, pairs: Pairs) -> None:
    cursor: Any = conn.connection.cursor()
    for name, rows in tables.items():
        if conn.dialect.name == "sqlite":
            marks = ", ".join("?" * len(COLUMNS[name].split(",")))
            cursor.executemany(f"INSERT INTO {name} ({COLUMNS[name]}) VALUES ({marks})", rows)
            continue
        with cursor.copy(f"COPY {name} ({COLUMNS[name]}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    opened(conn, schema.fingerprint_blocks, [key for key, _ in pairs]).add(conn, pairs)


def _settle(conn: Connection) -> None:
    """The ids that the store hands out next are those behind the mass."""
    for name in ("stories", "articles"):
        conn.exec_driver_sql(f"SELECT setval('{name}_id_seq', (SELECT max(id) FROM {name}))")
    conn.exec_driver_sql("ANALYZE")
