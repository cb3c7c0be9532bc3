"""What it costs to flag a whole store anew: CPU seconds, wall time and memory of `forumwatch reflag`.

    python tests/benchmarks/reflag_cost.py [--articles 100000] [--texts ../shared/data/extraction/truth.jsonl]

Fills a SQLite store with the texts of real pages where there are any (they repeat, under other addresses), else with
made-up ones; one article in twenty gets a sentence about a forum. Then it lets the command run as a process: once dry
with stale mentions in the store, once for real, once more when there is nothing left to change, and `verify`.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, update

from storage import schema
from storage.database import Database
from storage.text.clean import key_hash

NOW = datetime(2026, 11, 1, tzinfo=UTC)
NEWS = "The Global Digital Economy Conference 2025 opened in Beijing on Wednesday. "
AT_ONCE = 2_000


def texts(path: Path) -> list[tuple[str, str]]:
    """(title, text) of each page."""
    if not path.exists():
        return [(f"Title {n}", f"The council met on day {n} and voted. " * 80) for n in range(500)]
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    return [(row.get("title") or "-", max(row["texts"], key=len)) for row in rows if row.get("texts")]


def rows(pages: Sequence[tuple[str, str]], first: int, count: int) -> Iterator[dict[str, Any]]:
    for number in range(first, first + count):
        title, text = pages[number % len(pages)]
        yield {
            "id": number + 1, "key_hash": key_hash(str(number)), "source_id": "a", "story_id": 1,
            "url": f"http://a.example/{number}", "host": "a.example", "title": title,
            "text": (NEWS if number % 20 == 0 else "") + text, "authors": [], "tags": [],
            "relation": "original", "similarity": 0.0, "announced": False, "version": 1,
            "published_at": NOW, "published_offset_min": 0, "stored_at": NOW, "updated_at": NOW,
        }  # fmt: skip


def fill(db: Database, pages: Sequence[tuple[str, str]], count: int) -> None:
    def head(conn: Connection) -> None:
        source = {"id": "a", "name": "A", "kind": "feed", "url": "http://a.example/feed", "recipe": ""}
        conn.execute(insert(schema.sources).values(**source, configured=False, enabled=False))
        conn.execute(insert(schema.stories).values(id=1, opened_at=NOW))

    db.call(head)
    for first in range(0, count, AT_ONCE):
        few = list(rows(pages, first, min(AT_ONCE, count - first)))
        db.call(partial(filed, few))


def filed(few: list[dict[str, Any]], conn: Connection) -> None:
    conn.execute(insert(schema.articles), few)


def spoil(conn: Connection) -> None:
    """Half of the mentions of a year that no rule finds."""
    conn.execute(update(schema.mentions).where(schema.mentions.c.id % 2 == 0).values(edition=1999))


def measured(database: str, *command: str) -> str:
    program = (sys.executable, "-m", "crawler.cli", "--database", database, *command)
    began = time.time()
    process = subprocess.Popen(program, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    said = process.stderr.read().strip().splitlines()
    _, _, used = os.wait4(process.pid, 0)
    cpu = used.ru_utime + used.ru_stime
    return (
        f"{' '.join(command):32} {cpu:7.1f} CPU s {time.time() - began:7.1f} s "
        f"{used.ru_maxrss // 1024:5} MB   {said[-1] if said else ''}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    default = Path(__file__).resolve().parents[3] / "shared" / "data" / "extraction" / "truth.jsonl"
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--texts", type=Path, default=default)
    args = parser.parse_args()
    pages = texts(args.texts)
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/watch.db"
        with Database(database) as db:
            fill(db, pages, args.articles)
        print(
            f"{args.articles} articles of {len(pages)} texts, {sum(len(t) for _, t in pages) // len(pages)} characters on average"
        )
        print(measured(database, "reflag", "--format", "jsonl"))
        with Database(database) as db:
            db.call(spoil)
        for command in (("reflag", "--dry-run"), ("reflag",), ("reflag",), ("verify",)):
            print(measured(database, *command, "--format", "jsonl"))


if __name__ == "__main__":
    main()
