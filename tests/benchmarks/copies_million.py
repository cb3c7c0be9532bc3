"""Near copies in a store of a million articles: bytes of index, look-ups, batches, copies by the hundred thousand,
and what the daemon forgets of articles older than 90 days.

    python tests/benchmarks/copies_million.py
    python tests/benchmarks/copies_million.py --database postgresql+psycopg://…   an empty database

What the store is filled with: copies_mass.py. A few real texts lie among it, to be found. Prints; judges nothing.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import multiprocessing
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
from storage.articles import save as articles
from storage.database import Database
from storage.records import Article, Fingerprint
from storage.reports import standing as reports
from storage.stories.copies import look_up
from storage.stories.walks import forget_copies

REAL = 2000  # texts that a look-up can find
BATCH = 200  # calls in one transaction


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
            batches(db, url, options.batches)
            saving(db, known[0], options.saves)
            forgetting(db, options)


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


def batches(db: Database, url: str, count: int) -> None:
    """New texts handed to the writer 200 at a time, by themselves and while another process reads."""
    made = [_save(article) for article in texts(2 * count * BATCH, random.Random(7))]
    gc.freeze()
    _handed(db, "batches of 200, alone", made[: count * BATCH])
    spawning = multiprocessing.get_context("spawn")
    begun, done = spawning.Event(), spawning.Event()
    reader = spawning.Process(target=_read, args=(url, begun, done))
    reader.start()
    begun.wait()
    _handed(db, "batches of 200, while another process reads", made[count * BATCH :])
    done.set()
    reader.join()


def _handed(db: Database, what: str, calls: Sequence[Callable[[Connection], Any]]) -> None:
    spans: list[float] = []
    cpu: list[float] = []

    async def hand(batch: Sequence[Callable[[Connection], Any]]) -> float:
        begun = time.perf_counter()
        await asyncio.gather(*(db.run(_measured, call, spans, cpu) for call in batch))
        return (time.perf_counter() - begun) * 1000

    async def every() -> list[float]:
        return [await hand(calls[at : at + BATCH]) for at in range(0, len(calls), BATCH)]

    _print(f"{what}, each", asyncio.run(every()))
    _print(f"{what}, each save in it", spans, cpu)


def _measured(
    conn: Connection, call: Callable[[Connection], Any], wall: list[float], cpu: list[float]
) -> Any:
    """What the call returns; its milliseconds by the clock and of this thread are kept."""
    begun, spent = time.perf_counter(), time.thread_time()
    result = call(conn)
    cpu.append((time.thread_time() - spent) * 1000)
    wall.append((time.perf_counter() - begun) * 1000)
    return result


def _print(what: str, wall: Sequence[float], cpu: Sequence[float] = ()) -> None:
    print(f"{what}\n  by the clock  {_shown(wall)}" + (f"\n  CPU           {_shown(cpu)}" if cpu else ""))


def _read(url: str, begun: Any, done: Any) -> None:
    """Ask what people ask, over and over."""
    with Database(url) as db:
        while not done.is_set():
            db.read(lambda conn: articles.list_articles(conn, limit=200, full=True))
            db.read(lambda conn: articles.list_stories(conn, limit=50))
            db.read(lambda conn: reports.status(conn, NOW))
            begun.set()


def forgetting(db: Database, options: argparse.Namespace) -> None:
    """The first time there is much to forget; what is measured is each transaction, commit included."""
    spans: list[float] = []
    cpu: list[float] = []
    more = True
    while more:
        begun, spent = time.perf_counter(), time.process_time()
        more = db.call(forget_copies, NOW)
        cpu.append((time.process_time() - spent) * 1000)
        spans.append((time.perf_counter() - begun) * 1000)
    _print(f"forgetting, {len(spans):,} slices in {sum(spans) / 1000:.0f} s, each", spans, cpu)
    if db.dialect == "postgresql":
        return  # rows leave their room to others when the server's vacuum has passed
    for name, size in db.read(_sizes).items():
        print(f"bytes an article then, {name:34} {size / options.articles:7.1f}")


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
    wall: list[float] = []
    cpu: list[float] = []
    stories = {db.call(_measured, _save(make(number)), wall, cpu).story_id for number in range(count)}
    _print(f"{count:,} saves, {what}: {len(stories)} story; the first 1,000", wall[:1000], cpu[:1000])
    _print("and the last 1,000", wall[-1000:], cpu[-1000:])


def _timed(db: Database, what: str, prints: Iterable[Fingerprint]) -> None:
    wall: list[float] = []
    cpu: list[float] = []
    calls = [partial(look_up, fingerprint=wanted) for wanted in prints]
    found = [len(db.call(_measured, call, wall, cpu).neighbours) for call in calls]
    _print(f"look-up, {what}: {statistics.mean(found):.1f} neighbours", wall, cpu)


def _shown(spans: Sequence[float]) -> str:
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
    parser.add_argument("--batches", type=int, default=40)
    parser.add_argument("--saves", type=int, default=100_000, help="copies of one text, and near copies")
    parser.add_argument("--database", help="URL of an empty store; a SQLite file of its own by default")
    return parser.parse_args()


if __name__ == "__main__":
    main()
