"""Near copies in a store of a million articles: bytes of index, look-ups, copies by the hundred thousand.

    python tests/benchmarks/copies_million.py
    python tests/benchmarks/copies_million.py --database postgresql+psycopg://…   an empty database

What the store is filled with: copies_mass.py. A few real texts lie among it, to be found. Prints; judges nothing.
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from copies_mass import NOW, Mass, fill, texts
from sqlalchemy import Connection
from storesamples import with_sources

from crawler import dedupe
from storage import articles
from storage.copies import look_up
from storage.database import Database
from storage.records import Article, Fingerprint

REAL = 2000  # texts that a look-up can find


def main() -> None:
    """Fill a store, then print a line for each figure."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        url = options.database or f"sqlite:///{Path(folder) / 'store.db'}"
        mass = Mass(options.articles)
        with Database(url) as db:
            with_sources(db)
        began = time.perf_counter()
        fill(url, mass)
        gc.freeze()  # what the mass was made of is nothing that a daemon would hold
        print(f"{options.articles:,} articles made in {time.perf_counter() - began:.0f} s")
        with Database(url) as db:
            for name, size in db.read(_sizes).items():
                print(f"bytes an article, {name:34} {size / options.articles:7.1f}")
            known = list(texts(REAL, random.Random(5)))
            for article in known:
                db.call(_save(article))
            looking(db, mass, known, options.lookups)
            saving(db, known[0], options.saves)


def looking(db: Database, mass: Mass, known: Sequence[Article], count: int) -> None:
    """Look-ups as save_article makes them, inside the writer's transaction."""
    rng = random.Random(6)
    _timed(db, "a new text", map(dedupe.fingerprint, texts(count, rng)))
    near = (_near(rng.choice(known), rng) for _ in range(count))
    _timed(db, "a near copy", map(dedupe.fingerprint, near))
    _timed(db, f"a text stored {mass.count // 10:,} times", (mass.one for _ in range(count)))
    keys = (tuple(rng.sample(mass.furniture, len(mass.one.keys))) for _ in range(count))
    _timed(db, "a text of furniture alone", (replace(mass.one, text_hash=bytes(16), keys=k) for k in keys))


def saving(db: Database, first: Article, count: int) -> None:
    """Copies stored one after the other: the last thousand cost what the first did."""
    _saved(db, "copies of one text", count, lambda n: replace(first, url=f"https://c{n}.example/"))
    _saved(db, "near copies of it, each its own", count, lambda n: _retold(first, n))


def _near(article: Article, rng: random.Random) -> Article:
    """The first part of it, with another closing."""
    cut = int(len(article.text) * rng.uniform(0.6, 1))
    return replace(article, url="https://n.example/", text=article.text[:cut] + "\nOur own words.")


def _retold(article: Article, number: int) -> Article:
    own = " ".join(f"own{number}word{i}" for i in range(30))
    return replace(article, url=f"https://r{number}.example/", text=f"{article.text}\n{own}.")


def _save(article: Article) -> Callable[[Connection], articles.Saved]:
    return partial(
        articles.save_article,
        article=article,
        key=article.url,
        fingerprint=dedupe.fingerprint(article),
        mentions=(),
        judge=partial(dedupe.judge, language=article.language, site=dedupe.site(article.url)),
        source_id="a",
        entry_id=None,
        now=NOW,
    )


def _saved(db: Database, what: str, count: int, make: Callable[[int], Article]) -> None:
    spans: list[float] = []

    def timed(conn: Connection, save: Callable[[Connection], Any]) -> int:
        begun = time.thread_time()
        story: int = save(conn).story_id
        spans.append((time.thread_time() - begun) * 1000)
        return story

    stories = {db.call(timed, _save(make(number))) for number in range(count)}
    print(f"{count:,} saves, {what}: {len(stories)} story")
    for name, part in (("first", spans[:1000]), ("last", spans[-1000:])):
        print(f"  {name + ' 1,000, CPU':20} {_shown(part)}")


def _timed(db: Database, what: str, prints: Iterable[Fingerprint]) -> None:
    wall: list[float] = []
    cpu: list[float] = []
    found: list[int] = []

    def one(conn: Connection, wanted: Fingerprint) -> None:
        begun, spent = time.perf_counter(), time.thread_time()
        neighbours = look_up(conn, wanted).neighbours
        cpu.append((time.thread_time() - spent) * 1000)
        wall.append((time.perf_counter() - begun) * 1000)
        found.append(len(neighbours))

    for wanted in list(prints):
        db.call(one, wanted)
    print(f"look-up, {what}: {statistics.mean(found):.1f} neighbours")
    print(f"  {'by the clock':20} {_shown(wall)}\n  {'CPU':20} {_shown(cpu)}")


def _shown(spans: list[float]) -> str:
    ordered = sorted(spans)
    p99 = ordered[int(len(ordered) * 0.99)]
    return f"p50 {statistics.median(ordered):.3f} ms, p99 {p99:.3f} ms, worst {ordered[-1]:.1f} ms"


def _sizes(conn: Connection) -> dict[str, int]:
    """Bytes on disk of what copies are found by."""
    if conn.dialect.name == "postgresql":
        query = "SELECT relname, pg_table_size(oid) FROM pg_class WHERE relkind IN ('r', 'i') AND relname ~ 'fingerprint'"
    else:
        query = (
            "SELECT s.name, d.pgsize FROM sqlite_master s JOIN dbstat d ON d.name = s.name AND d.aggregate = TRUE "
            "WHERE s.tbl_name LIKE 'fingerprint%'"
        )
    parts = {str(row[0]): int(row[1]) for row in conn.exec_driver_sql(query)}
    return parts | {"in all": sum(parts.values())}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--lookups", type=int, default=2000, help="of each kind")
    parser.add_argument("--saves", type=int, default=100_000, help="copies of one text, and near copies")
    parser.add_argument("--database", help="URL of an empty store; a SQLite file of its own by default")
    return parser.parse_args()


if __name__ == "__main__":
    main()
