"""A store of a size that takes years to crawl, made up: for the benchmarks that ask how answers scale.

    python tests/benchmarks/store_million.py --database sqlite:////tmp/million.db
    python tests/benchmarks/store_million.py --articles 200000 --database postgresql+psycopg://…   an empty database

One in ten articles mentions a forum, one in ten is a copy of the one before; a quarter came by sitemaps. Eight languages; of each a few thousand
words, as often as words are (Zipf), with real ones of the field among them. The tables are those that saving leaves,
but for the keys by which copies are found: nobody looks for copies here.

Two processes make rows up, a third writes them as quickly as its database takes any: without statements of SQLAlchemy,
on PostgreSQL by COPY, unasked about foreign keys (for which it wants a superuser) and with the words' index at the end.
"""

from __future__ import annotations

import argparse
import itertools
import json
import multiprocessing
import random
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from typing import Any

import sqlalchemy
from sqlalchemy import Connection, Table
from sqlalchemy.dialects import sqlite

from storage import schema
from storage.database import Database
from storage.engine.dialects import engines
from storage.records import Source, SourceKind
from storage.search import fulltext
from storage.sources import state as sources
from storage.stories import totals
from storage.text.clean import key_hash
from storage.waiting import daily

END = datetime(2026, 11, 1, tzinfo=UTC)
LETTERS = 600  # of a text
BATCH = 5_000  # articles in one transaction
MAKERS = 2  # processes
SPOKEN = 65_521  # words of each language, in the order of being said
SOURCES = 1_000
REVISITED = 43_200  # minutes: of the last thirty days' articles some are looked at again
VOCABULARY = 4_000  # words of each language
FORUMS = "gdec mwc ces igf wic gitex slush leap viva-tech web-summit".split()  # noqa: SIM905  reads better

# language → (letters that words are made of, letters of a word, what stands between words, words of the field)
LANGUAGES = {
    "en": (
        "abcdefghiklmnoprstuvw",
        (2, 9),
        " ",
        "digital economy summit forum cloud chip data model startup",
    ),
    "ru": ("абвгдеиклмнопрстуюя", (3, 10), " ", "цифровая экономика форум данные облако саммит"),
    "ar": ("ابتجدرسعفقكلمنهوي", (3, 7), " ", "الاقتصاد الرقمي منتدى قمة بيانات"),
    "vi": ("abcdeghiklmnopqrstuvxyăâđêôơư", (2, 5), " ", "kinh tế số diễn đàn hội nghị dữ liệu"),
    "ko": ("가나다라마바사아자차카타파하고노도로모보소오조경제", (2, 4), " ", "디지털 경제 포럼 회의 데이터"),
    "zh": (
        "的一是在有人这中大为上个国我以要他时来用们生到作地",
        (1, 3),
        "",
        "数字 经济 论坛 大会 北京 网络 数据",
    ),
    "ja": (
        "のにはをたがでてとしれさあいうえかきくけこデジタル経済",
        (1, 4),
        "",
        "デジタル 経済 大会 会議 東京",
    ),
    "th": ("กขคงจชซดตถทธนบปผพฟภมยรลวสหอะาิีุู", (2, 6), "", "ดิจิทัล เศรษฐกิจ ฟอรัม กรุงเทพ ข้อมูล"),
}


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language: what is said in it, word by word."""

    code: str
    words: list[str]
    between: str

    def text(self, rng: random.Random, letters: int) -> str:
        """Words at even steps in what is said: as random, and in a hundredth of the time."""
        count = letters // (4 + len(self.between))
        step = rng.randrange(1, SPOKEN // count)
        start = rng.randrange(SPOKEN - step * count)
        return self.between.join(self.words[start : start + step * count : step])


@cache
def tongues() -> list[Tongue]:
    rng, made = random.Random(1), []
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))
    for code, (letters, (least, most), between, field) in LANGUAGES.items():
        words = ["".join(rng.choices(letters, k=rng.randint(least, most))) for _ in range(VOCABULARY)]
        for place, word in enumerate(field.split()):
            words[20 + place * 40] = word  # some frequent, some rare
        made.append(Tongue(code, rng.choices(words, cum_weights=weights, k=SPOKEN), between))
    return made


def kind_of(number: int) -> SourceKind:
    """How the source of that number is polled; of those with mentions, every tenth, a quarter are no feeds."""
    return "sitemap" if number % 40 < 10 else "feed"


def rows_of(numbers: range, total: int) -> dict[str, list[dict[str, Any]]]:
    """The rows of those articles, by table."""
    rng = random.Random(numbers.start)
    names = ("stories", "articles", "entries", "versions", "fingerprints", "mentions", "revisits")
    out: dict[str, list[dict[str, Any]]] = {name: [] for name in names}
    for number in numbers:
        tongue = rng.choice(tongues())
        at = END - timedelta(minutes=total - number)
        copy = number % 10 == 7
        story = number - copy
        forum, edition = rng.choice(FORUMS), rng.choice((0, 2024, 2025, 2026))
        spoken = number % 10 == 0
        title = tongue.text(rng, 60) + (f" {forum}" if spoken else "")
        text = (f"{forum} {edition} " if spoken else "") + tongue.text(rng, LETTERS)
        source, host = f"s{number % SOURCES}", f"h{number % SOURCES}.example"
        shared = {"source_id": source, "story_id": story, "language": tongue.code}
        shared["relation"] = "exact" if copy else "original"
        if not copy:
            out["stories"].append({"id": number, "opened_at": at})
        url = {
            "id": number,
            "key_hash": key_hash(str(number)),
            "url": f"https://{host}/{number}",
            "host": host,
        }
        row = {"title": title, "text": text, "authors": [], "tags": [], "similarity": 1.0, "version": 1}
        row |= {"published_at": at - timedelta(minutes=5), "stored_at": at, "updated_at": at}
        row |= {"copy_of": story if copy else None, "credit": "Xinhua" if number % 30 == 0 else None}
        out["articles"].append(url | row | shared)
        read = {"source_id": source, "title": title, "state": "read", "article_id": number, "seen_at": at}
        out["entries"].append(url | read)
        out["versions"].append({"article_id": number, "version": 1, "stored_at": at})
        blank = dict.fromkeys(("sketch", "numbers", "head"), b"")
        printed = {"article_id": number, "version": 0, "text_hash": key_hash(text), "length": len(text)}
        out["fingerprints"].append(printed | blank)
        if spoken:
            said = {"field": "text", "start": 0, "end": len(forum), "exact": forum, "rule": "name/1"}
            said |= {"prefix": "", "suffix": text[len(forum) : len(forum) + 40]}
            row = {"id": number // 10, "position": number // 10, "article_id": number, "forum_id": forum}
            row |= {"edition": edition, "role": rng.choice(("main", "substantial", "passing")), "score": 0.9}
            row |= {"evidence": [said], "found_at": at, "version": 1, "outlet": host}
            row |= {"credited": number % 30 == 0}
            out["mentions"].append(row | shared | {"told_at": at - timedelta(minutes=5)})
            due = END + timedelta(days=1) if total - number < REVISITED else None
            out["revisits"].append({"article_id": number, "due_at": due, "visits": 6, "seen_at": at})
    return out


Columns = tuple[str, ...]
# a table's name, its columns, rows as the driver takes them or as COPY reads them
Block = tuple[str, Columns, Any]


def blocks(numbers: range, total: int, dialect: str) -> list[Block]:
    """The rows of those articles as the database takes them."""
    rows = rows_of(numbers, total)
    words = [(a["id"], *fulltext.row(dialect, (a["title"], None, a["text"]))) for a in rows["articles"]]
    index: Columns = ("rowid", "title", "summary", "text")
    if dialect == "postgresql":
        index = ("article_id", "cut", "tokens")
    made = [(name, *plain(schema.metadata.tables[name], given)) for name, given in rows.items() if given]
    made.append((fulltext.NAME, index, words))
    if dialect == "postgresql":
        return [(name, columns, copied(given)) for name, columns, given in made]
    return made  # type: ignore[return-value]


def plain(table: Table, given: list[dict[str, Any]]) -> tuple[Columns, list[tuple[Any, ...]]]:
    """(columns, rows) with each value as SQLite's driver takes it, and COPY as text."""
    columns = tuple(given[0])
    known = sqlite.dialect(json_serializer=partial(json.dumps, ensure_ascii=False))
    binds = [table.c[name].type.dialect_impl(known).bind_processor(known) for name in columns]
    ways = [bind or (lambda value: value) for bind in binds]
    return columns, [tuple(way(v) for way, v in zip(ways, row.values(), strict=True)) for row in given]


def copied(rows: Iterable[tuple[Any, ...]]) -> bytes:
    """The rows as COPY reads them; no text has a tab or a line break."""
    return "".join("\t".join(map(_copied, row)) + "\n" for row in rows).encode()


def _copied(value: Any) -> str:
    if value is None:
        return "\\N"
    if isinstance(value, bytes):
        return "\\\\x" + value.hex()
    return str(value).replace("\\", "\\\\")


def write(conn: Connection, made: list[Block]) -> None:
    if conn.dialect.name == "sqlite":
        for name, columns, given in made:
            marks = ", ".join("?" * len(columns))
            conn.exec_driver_sql(f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})", given)
        return
    conn.exec_driver_sql("SET LOCAL session_replication_role = replica")
    cursor: Any = conn.connection.cursor()
    for name, columns, given in made:
        with cursor.copy(f"COPY {name} ({', '.join(columns)}) FROM STDIN") as copy:
            copy.write(given)


def ahead(pool: Any, made: Callable[[range], list[Block]], parts: Iterable[range]) -> Iterator[list[Block]]:
    """What is made of each part, a few parts ahead: as the pool does it, the whole store would wait in memory."""
    under_way: deque[Any] = deque()
    for part in parts:
        under_way.append(pool.apply_async(made, (part,)))
        if len(under_way) > 2 * MAKERS:
            yield under_way.popleft().get()
    while under_way:
        yield under_way.popleft().get()


def run(conn: Connection, statement: str) -> None:
    conn.exec_driver_sql(statement)


def vacuum(url: str) -> None:
    """What autovacuum would have done on the way."""
    writer, reader = engines(sqlalchemy.make_url(url))
    with writer.connect().execution_options(isolation_level="AUTOCOMMIT") as conn:
        conn.exec_driver_sql("VACUUM (ANALYZE)")
    writer.dispose()
    reader.dispose()


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--articles", type=int, default=1_000_000)
    options.add_argument("--database", required=True)
    asked = options.parse_args()
    total, began = asked.articles, time.perf_counter()
    with Database(asked.database) as db, multiprocessing.get_context("spawn").Pool(MAKERS) as pool:
        outlets = [Source(f"s{n}", f"S{n}", kind_of(n), f"https://h{n}.example/feed") for n in range(SOURCES)]
        db.call(sources.sync, outlets, END)
        if db.dialect == "postgresql":  # made anew at the end, in a tenth of the time
            db.call(run, f"DROP INDEX IF EXISTS ix_{fulltext.NAME}_pairs")
        else:
            db.call(run, "PRAGMA cache_size = -200000")  # KB
        parts = [range(at, min(at + BATCH, total + 1)) for at in range(1, total + 1, BATCH)]
        made = partial(blocks, total=total, dialect=db.dialect)
        for done, found in enumerate(ahead(pool, made, parts)):
            db.call(write, found)
            if done % 20 == 0:
                print(f"{parts[done].start - 1:,} articles, {time.perf_counter() - began:,.0f} s", flush=True)
        db.call(totals.count_on)
        while db.call(daily.sum_days, END):  # as `run` does by the hour
            pass
        if db.dialect == "postgresql":
            db.call(run, f"SET LOCAL maintenance_work_mem = '512MB'; {fulltext.GIN}")
            vacuum(asked.database)
    print(f"{total:,} articles, {time.perf_counter() - began:,.0f} s")


if __name__ == "__main__":
    main()
