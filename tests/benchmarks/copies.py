"""Near copies through the real store: labelled articles in arrival order → the story each was put in.

    python tests/benchmarks/copies.py --rows shared/data/copies/dev.jsonl.gz --out P.json
    python shared/tools/copies/score.py shared/data/copies/dev.jsonl.gz P.json

Each row is stored as the crawler stores what it has read: the same calls as crawler.pipeline, on a store of its
own. Prints what fingerprinting, judging and storing cost; `--seed` puts the rows in another order.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import statistics
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from crawler import dedupe
from storage.articles import save as articles
from storage.database import Database
from storage.records import Article, Fingerprint, Neighbour, Source, Verdict
from storage.sources import state as sources

SOURCE = Source("rows", "Rows", "feed", "https://rows.example/feed")


@dataclass
class Cost:
    """CPU seconds of each step, and what was judged."""

    fingerprint_s: float = 0.0
    judge_s: float = 0.0
    store_s: float = 0.0
    neighbours: list[int] = field(default_factory=list)


def main() -> None:
    """Store the rows, write {row id: story id}, print the cost."""
    options = _options()
    rows = _rows(options.rows)
    if options.seed is not None:
        random.Random(options.seed).shuffle(rows)
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "copies.db"
        with Database(options.database or f"sqlite:///{database}") as db:
            stories, cost = predict(db, rows)
        size = database.stat().st_size if database.exists() else 0
    Path(options.out).write_text(json.dumps(stories), encoding="utf-8")
    _print(len(rows), cost, size)


def predict(db: Database, rows: Iterable[dict[str, Any]]) -> tuple[dict[str, int], Cost]:
    """The story each row stands in at the end, and what that cost."""
    cost, saved = Cost(), {}
    db.call(partial(_sync, rows=rows))
    dedupe.site(SOURCE.url)  # reads the list of suffixes, once in a process
    for row in rows:
        article = _article(row)
        begun = time.process_time()
        fingerprint = dedupe.fingerprint(article)
        cost.fingerprint_s += time.process_time() - begun
        begun, judged = time.process_time(), cost.judge_s
        save = partial(
            articles.save_article,
            article=article,
            key=dedupe.identity(article),
            fingerprint=fingerprint,
            mentions=(),
            judge=partial(_judged, cost, article),
            source_id=SOURCE.id,
            entry_id=None,
            now=datetime.fromisoformat(row["published_at"]),
        )
        saved[row["id"]] = db.call(save).article_id
        cost.store_s += time.process_time() - begun - (cost.judge_s - judged)
    stands = {stored.id: stored.story_id for stored in db.read(articles.list_articles)}
    return {row_id: stands[article_id] for row_id, article_id in saved.items()}, cost


def _judged(
    cost: Cost, article: Article, fingerprint: Fingerprint, neighbours: Sequence[Neighbour]
) -> Verdict:
    begun = time.process_time()
    verdict = dedupe.judge(fingerprint, neighbours, language=article.language, site=dedupe.site(article.url))
    cost.judge_s += time.process_time() - begun
    cost.neighbours.append(len(neighbours))
    return verdict


def _sync(conn: Any, rows: Iterable[dict[str, Any]]) -> None:
    first = min(row["published_at"] for row in rows)
    sources.sync(conn, [SOURCE], datetime.fromisoformat(first))


def _article(row: dict[str, Any]) -> Article:
    published = datetime.fromisoformat(row["published_at"])
    return Article(row["url"], row["title"], row["text"], published_at=published, language=row["lang"][:2])


def _rows(name: str) -> list[dict[str, Any]]:
    raw = Path(name).read_bytes()
    text = gzip.decompress(raw) if name.endswith(".gz") else raw
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def _print(count: int, cost: Cost, size: int) -> None:
    ours = cost.fingerprint_s + cost.judge_s
    print(f"articles                       {count}")
    print(f"fingerprint, ms an article     {cost.fingerprint_s / count * 1000:.3f}")
    print(f"judge, ms an article           {cost.judge_s / count * 1000:.3f}")
    print(f"both, articles a CPU second    {count / ours:.0f}")
    print(f"store, ms an article           {cost.store_s / count * 1000:.3f}")
    print(f"neighbours judged, mean        {statistics.mean(cost.neighbours or [0]):.2f}")
    print(f"neighbours judged, most        {max(cost.neighbours, default=0)}")
    if size:
        print(f"store, bytes an article        {size / count:.0f}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rows", required=True, help="labelled articles, one JSON object a line")
    parser.add_argument("--out", required=True, help="where {row id: story id} is written")
    parser.add_argument("--database", help="the store's URL; a SQLite file of its own by default")
    parser.add_argument("--seed", type=int, help="shuffle the rows with it")
    return parser.parse_args()


if __name__ == "__main__":
    main()
