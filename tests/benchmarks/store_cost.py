"""What the store costs: saving, looking up, claiming and asking, in CPU of this process and in milliseconds.

    python tests/benchmarks/store_cost.py --articles 20000 --entries 1000000 --sources 100000
    python tests/benchmarks/store_cost.py --database postgresql+psycopg://…   an empty database

Texts are made up: 400 words each, one in ten a near copy of an earlier one, one in twenty an exact one.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, update

from crawler import dedupe
from storage import schema
from storage.articles import save as articles
from storage.database import Database
from storage.mentions import stream as mentions
from storage.records import Article, Entry, Evidence, Fingerprint, Mention, Source, SourceState
from storage.reports import standing as reports
from storage.sources import state as sources
from storage.stories.copies import candidates
from storage.text.clean import key_hash
from storage.waiting import entries

NOW = datetime(2026, 11, 1, tzinfo=UTC)
EXACT, NEAR = 0.05, 0.1  # shares of copies
WORDS = [f"word{i}" for i in range(5000)]
Made = tuple[Article, Fingerprint, tuple[Mention, ...]]


def made_up(count: int, rng: random.Random) -> Iterator[Made]:
    """Articles of about 3,000 characters; one in twenty mentions a forum."""
    texts: list[list[str]] = []
    for number in range(count):
        kind = rng.random()
        if texts and kind < EXACT:
            words = rng.choice(texts)
        elif texts and kind < EXACT + NEAR:
            words = [*rng.choice(texts)[:350], *rng.choices(WORDS, k=50)]
        else:
            words = rng.choices(WORDS, k=400)
        if len(texts) < 5000:
            texts.append(words)
        said = Evidence("text", 0, 4, "GDEC", "", " 2025", "name/1")
        spoken = (Mention("gdec", 2025, "main", 0.9, (said,)),) if number % 20 == 0 else ()
        url, text = f"http://h{number % 997}.example/{number}", "GDEC 2025 " + " ".join(words)
        article = Article(url, f"Title {number}", text, language="en")
        yield article, dedupe.fingerprint(article), spoken


async def save(db: Database, batch: list[Made]) -> None:
    """Hand the whole batch to the writer, as a busy crew does, and wait for it."""
    judge = partial(dedupe.judge, language="en", site=None)
    common = {"judge": judge, "source_id": "s0", "entry_id": None, "now": NOW}
    calls = (
        partial(
            articles.save_article,
            article=article,
            key=article.url,
            fingerprint=fingerprint,
            mentions=spoken,
            **common,  # type: ignore[arg-type]
        )
        for article, fingerprint, spoken in batch
    )
    await asyncio.gather(*(db.run(call) for call in calls))


def saving(db: Database, count: int, rng: random.Random) -> None:
    """Articles a CPU second, everything that saving means included."""
    spent, made = 0.0, made_up(count, rng)
    batches = count // 200
    for number in range(batches):
        batch = [next(made) for _ in range(200)]
        start = time.process_time()
        asyncio.run(save(db, batch))
        spent += time.process_time() - start
        if number == 9:
            print(f"  first 2,000: {2000 / spent:,.0f} articles a CPU second")
    print(f"save_article: {batches * 200 / spent:,.0f} articles a CPU second over {batches * 200:,}")


def timed(name: str, repeats: int, call: Callable[[], Any]) -> None:
    """Print the milliseconds of CPU that one call takes: median, 99th percentile, worst."""
    spans = []
    for _ in range(repeats):
        start = time.process_time()
        call()
        spans.append((time.process_time() - start) * 1000)
    spans.sort()
    p99 = spans[min(len(spans) - 1, int(len(spans) * 0.99))]
    print(f"{name}: p50 {statistics.median(spans):.2f} ms, p99 {p99:.2f} ms, worst {spans[-1]:.2f} ms")


def visiting(db: Database) -> None:
    """What a poll costs the store when nothing changed, and when 30 entries are announced again."""
    state = SourceState("s0", polled_at=NOW, succeeded_at=NOW, next_at=NOW)
    announced = [(f"http://x.example/{n}", Entry(f"http://x.example/{n}")) for n in range(30)]

    async def polls(entries_: list[tuple[str, Entry]]) -> None:
        visit = partial(
            sources.record_visit, source_id="s0", entries=entries_, decide=lambda known: state, now=NOW
        )
        await asyncio.gather(*(db.run(visit) for _ in range(1000)))

    for name, entries_ in (("unchanged", []), ("30 entries known", announced)):
        start = time.process_time()
        asyncio.run(polls(entries_))
        print(f"1,000 visits, {name}: {time.process_time() - start:.2f} CPU s")


def claimed(conn: Connection, share: int, now: datetime) -> None:
    """A claim as a busy crew makes it: what it had before is done, what it gets is read next."""
    sources.give_back(conn, "before")
    lent = schema.entries.c.leased_by.is_not(None)
    conn.execute(update(schema.entries).where(lent).values(leased_by="before"))
    entries.claim(conn, now, share, worker="w", lease_s=900)


def fill_sources(db: Database, count: int) -> None:
    known = [Source(f"s{i}", f"S{i}", "feed", f"http://h{i}.example/feed") for i in range(count)]
    start = time.process_time()
    db.call(sources.sync, known, NOW)
    print(f"sync of {count:,} sources: {time.process_time() - start:.2f} CPU s")
    start = time.process_time()
    db.call(sources.sync, known, NOW)
    print(f"  again, unchanged: {time.process_time() - start:.2f} CPU s")


def fill_entries(db: Database, count: int) -> None:
    """Waiting entries of 5,000 hosts; the newest third all of one host, the worst case for a fair claim."""

    def rows(numbers: range) -> list[dict[str, Any]]:
        return [
            {
                "key_hash": key_hash(str(i)),
                "source_id": f"s{i % 1000}",
                "url": f"http://x/{i}",
                "host": "greedy.example" if i > count * 2 // 3 else f"h{i % 5000}.example",
                "state": "waiting",
                "tries": 0,
                "seen_at": NOW,
            }
            for i in numbers
        ]

    for start in range(0, count, 10_000):
        part = rows(range(start, min(start + 10_000, count)))
        db.call(partial(filed, part))


def filed(part: list[dict[str, Any]], conn: Connection) -> None:
    conn.execute(insert(schema.entries), part)


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--articles", type=int, default=20_000)
    options.add_argument("--entries", type=int, default=100_000)
    options.add_argument("--sources", type=int, default=10_000)
    options.add_argument("--database")
    asked = options.parse_args()
    rng = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        with Database(asked.database or f"sqlite:///{path}") as db:
            measure(db, asked, rng)
        if not asked.database:
            print(f"file: {path.stat().st_size / 1e6:,.0f} MB")


def measure(db: Database, asked: argparse.Namespace, rng: random.Random) -> None:
    fill_sources(db, asked.sources)
    due = partial(sources.due_sources, worker="w", lease_s=900)
    later = iter(NOW + timedelta(seconds=n) for n in range(10**6))
    timed("due_sources, all due at once", 50, lambda: db.call(due, next(later), 64))
    visiting(db)
    saving(db, asked.articles, rng)
    probes = [fingerprint for _, fingerprint, _ in made_up(2000, random.Random(1))]
    turn = iter(probes * 3)
    timed("candidates", 2000, lambda: db.read(candidates, next(turn)))
    head = db.read(mentions.head)
    timed("since(cursor), 50 behind", 200, lambda: db.read(mentions.since, max(0, head - 50)))
    timed("newest 50", 200, lambda: db.read(lambda conn: mentions.newest(conn, limit=50)))
    timed("list_articles 50", 50, lambda: db.read(lambda conn: articles.list_articles(conn, limit=50)))
    timed("list_stories 50", 50, lambda: db.read(lambda conn: articles.list_stories(conn, limit=50)))
    rare = partial(articles.list_articles, limit=50, query="nowhere")
    timed("list_articles, words nowhere", 1, lambda: db.read(rare))
    fill_entries(db, asked.entries)

    def claiming(share: int) -> object:
        return db.call(claimed, share, next(later))

    for share in (64, 16):
        timed(f"claim {share}, 64 held", 50, partial(claiming, share))
    timed("status", 3, lambda: db.read(reports.status, NOW))
    timed("statuses", 3, lambda: db.read(sources.statuses, datetime.now(UTC)))


if __name__ == "__main__":
    main()
