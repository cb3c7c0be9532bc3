"""What searching costs in a large store: the milliseconds that a call takes, the median of many and the 95th percentile.

    python tests/benchmarks/store_million.py --database sqlite:////tmp/million.db
    python tests/benchmarks/search_cost.py --database sqlite:////tmp/million.db

The queries are made of texts of the store, of every language; none is asked twice.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from storage import schema
from storage.articles.save import list_articles, list_stories
from storage.database import Database
from storage.mentions import stream as mentions
from storage.text.tokens import tokens

NEWEST = 50
BEHIND = 500  # mentions that a reader has not had
DENSE = ("zh", "ja", "th")  # languages without spaces
_A = schema.articles.c


def texts(conn: Connection, count: int, rng: random.Random) -> list[tuple[str, str]]:
    """(language, text) of articles from anywhere in the store."""
    last = conn.execute(select(func.max(_A.id))).scalar() or 0
    ids = rng.sample(range(1, last + 1), min(count, last))
    query = select(_A.language, _A.text)
    return [tuple(conn.execute(query.where(_A.id == i)).one()) for i in ids]


def phrase(language: str, text: str, rng: random.Random) -> str:
    """Two words that stand together, or four signs."""
    if language in DENSE:
        at = rng.randrange(len(text) - 4)
        return f'"{text[at : at + 4]}"'
    words = text.split()
    at = rng.randrange(len(words) - 2)
    return f'"{words[at]} {words[at + 1]}"'


def two_signs(language: str, text: str, rng: random.Random) -> str:
    at = rng.randrange(len(text) - 2)
    return f'"{text[at : at + 2]}"'


def frequent(said: list[tuple[str, str]], rng: random.Random) -> list[str]:
    """Three of the words that are said most, for each of the texts, of its language."""
    spoken: dict[str, Counter[str]] = {}
    for language, text in said:
        spoken.setdefault(language, Counter()).update(set(text.split()))
    most = {language: [word for word, _ in words.most_common(30)] for language, words in spoken.items()}
    return [" ".join(f'"{one}"' for one in rng.sample(most[language], 3)) for language, _ in said]


def word(language: str, text: str, rng: random.Random) -> str:
    return f'"{rng.choice(text.split()[2:])}"'


def served(db: Database) -> float:
    """Milliseconds of CPU that PostgreSQL's process has taken for our connection, to ten; 0 on SQLite."""
    if db.dialect == "sqlite":
        return 0
    pid = db.read(lambda conn: conn.exec_driver_sql("SELECT pg_backend_pid()").scalar())
    taken = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]  # user, system
    return sum(map(int, taken)) * 1000 / os.sysconf("SC_CLK_TCK")


def timed(name: str, db: Database, calls: Iterable[Callable[[Connection], Any]]) -> None:
    """Print what the calls take: of this process's CPU (on SQLite all there is), of PostgreSQL's, by the clock."""
    spans, own, found, began = [], [], 0, served(db)
    for call in calls:
        start, cpu = time.perf_counter(), time.process_time()
        found += len(db.read(call))
        own.append((time.process_time() - cpu) * 1000)
        spans.append((time.perf_counter() - start) * 1000)
    told = [f"p50 {statistics.median(s):7.2f} p95 {sorted(s)[int(len(s) * 0.95)]:7.2f}" for s in (own, spans)]
    server = f" + server {(served(db) - began) / len(own):6.1f} in the mean" if db.dialect != "sqlite" else ""
    print(
        f"{name:32} CPU {told[0]}{server} ms, by the clock {told[1]} ms; {found / len(spans):.0f} hits",
        flush=True,
    )


def newest(query: str) -> Callable[[Connection], Any]:
    return lambda conn: list_articles(conn, query=query, limit=NEWEST)


def measure(db: Database, calls: int, rng: random.Random) -> None:
    said = db.read(texts, calls, rng)
    spaced = [one for one in said if one[0] not in DENSE and one[0] != "ko"]
    dense = [one for one in said if one[0] in ("zh", "ja")]
    timed("a phrase", db, [newest(phrase(*one, rng)) for one in said])
    timed("two signs of Chinese or Japanese", db, [newest(two_signs(*one, rng)) for one in dense])
    timed("a word, as often as words are", db, [newest(word(*one, rng)) for one in spaced])
    timed("a word of one article or none", db, [newest(f"xq{n}zz OR gdecx{n}") for n in range(calls // 4)])
    timed("three frequent words", db, [newest(words) for words in frequent(spaced, rng)])
    common = [tokens(text)[4] for language, text in spaced[:30]]
    timed(
        "two words, one a beginning",
        db,
        [newest(f"{one} {two[:3]}*") for one, two in pairwise(common) if len(two) > 3],
    )
    timed("words and fields", db, [newest(f"{one} lang:en source:s1,s2,s3") for one in common])
    timed(
        "words NEAR words",
        db,
        [newest(f"{one} NEAR/5 {two}") for one, two in pairwise(common)],
    )
    head = db.read(mentions.head)
    behind = partial(mentions.since, position=max(0, head - BEHIND), limit=NEWEST)
    timed("new since a cursor", db, [partial(behind, forum=("gdec",)) for _ in range(calls // 4)])
    timed(
        "new since a cursor, with words", db, [partial(behind, query=f"digital OR {one}") for one in common]
    )
    timed(
        "new since a cursor, with fields", db, [partial(behind, query="forum:gdec role:main") for _ in common]
    )
    fields = "forum:gdec edition:2025 lang:th,zh after:2026-01-01"
    timed(
        "newest mentions by fields",
        db,
        [partial(mentions.newest, limit=NEWEST, query=fields) for _ in common],
    )
    timed(
        "newest mentions by words", db, [partial(mentions.newest, limit=NEWEST, query=one) for one in common]
    )
    timed("newest stories by words", db, [partial(list_stories, limit=NEWEST, query=one) for one in common])


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--database", required=True)
    options.add_argument("--calls", type=int, default=200)
    asked = options.parse_args()
    with Database(asked.database, create=False) as db:
        measure(db, asked.calls, random.Random(2))


if __name__ == "__main__":
    main()
