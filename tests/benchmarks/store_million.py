"""A store of a size that takes years to crawl, made up: for the benchmarks that ask how answers scale.

    python tests/benchmarks/store_million.py --database sqlite:////tmp/million.db
    python tests/benchmarks/store_million.py --articles 200000 --database postgresql+psycopg://…   an empty database

One in ten articles mentions a forum, one in ten is a copy of the one before. Eight languages; of each a few thousand
words, as often as words are (Zipf), with real ones of the field among them. The tables are those that saving leaves,
but for the keys by which copies are found: nobody looks for copies here.
"""

from __future__ import annotations

import argparse
import itertools
import random
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert

from storage import fulltext, schema, sources
from storage.clean import key_hash
from storage.database import Database
from storage.records import Source

END = datetime(2026, 11, 1, tzinfo=UTC)
LETTERS = 600  # of a text
BATCH = 5_000  # articles in one transaction
SOURCES = 1_000
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
    """The words of a language, and how often each is used."""

    code: str
    words: list[str]
    weights: list[float]
    between: str

    def text(self, rng: random.Random, letters: int) -> str:
        words = rng.choices(self.words, cum_weights=self.weights, k=letters // (4 + len(self.between)))
        return self.between.join(words)


def tongues(rng: random.Random) -> list[Tongue]:
    made = []
    for code, (letters, (least, most), between, field) in LANGUAGES.items():
        words = ["".join(rng.choices(letters, k=rng.randint(least, most))) for _ in range(VOCABULARY)]
        for place, word in enumerate(field.split()):
            words[20 + place * 40] = word  # some frequent, some rare
        weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))
        made.append(Tongue(code, words, weights, between))
    return made


def rows_of(numbers: range, total: int, known: list[Tongue], rng: random.Random) -> dict[str, list[Any]]:
    """The rows of those articles, by table."""
    out: dict[str, list[Any]] = {
        "stories": [],
        "articles": [],
        "versions": [],
        "fingerprints": [],
        "mentions": [],
    }
    for number in numbers:
        tongue = rng.choice(known)
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
        row = {
            "id": number,
            "key_hash": key_hash(str(number)),
            "url": f"https://{host}/{number}",
            "host": host,
        }
        row |= {"title": title, "text": text, "authors": [], "tags": [], "similarity": 1.0, "version": 1}
        row |= {"published_at": at - timedelta(minutes=5), "stored_at": at, "updated_at": at}
        out["articles"].append(row | shared | {"copy_of": story if copy else None})
        out["versions"].append({"article_id": number, "version": 1, "stored_at": at})
        blank = dict.fromkeys(("sketch", "numbers", "head"), b"")
        printed = {"article_id": number, "version": 0, "text_hash": key_hash(text), "length": len(text)}
        out["fingerprints"].append(printed | blank)
        if spoken:
            said = {"field": "text", "start": 0, "end": len(forum), "exact": forum, "rule": "name/1"}
            said |= {"prefix": "", "suffix": text[len(forum) : len(forum) + 40]}
            row = {"position": number // 10 + 1, "article_id": number, "forum_id": forum, "edition": edition}
            row |= {"role": rng.choice(("main", "substantial", "passing")), "score": 0.9, "evidence": [said]}
            row |= {"found_at": at, "version": 1, "outlet": host, "told_at": at - timedelta(minutes=5)}
            out["mentions"].append(row | shared)
    return out


def write(conn: Connection, rows: dict[str, list[Any]]) -> None:
    for name, given in rows.items():
        if given:
            conn.execute(insert(schema.metadata.tables[name]), given)
    fulltext.put(conn, {row["id"]: (row["title"], None, row["text"]) for row in rows["articles"]})


def run(conn: Connection, statement: str) -> None:
    conn.exec_driver_sql(statement)


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--articles", type=int, default=1_000_000)
    options.add_argument("--database", required=True)
    asked = options.parse_args()
    rng = random.Random(1)
    known, began = tongues(rng), time.process_time()
    with Database(asked.database) as db:
        db.call(
            sources.sync,
            [Source(f"s{n}", f"S{n}", "feed", f"https://h{n}.example/feed") for n in range(SOURCES)],
            END,
        )
        if db.dialect == "postgresql":  # made anew at the end, in a tenth of the time
            db.call(run, f"DROP INDEX ix_{fulltext.NAME}_tokens")
        for start in range(1, asked.articles + 1, BATCH):
            numbers = range(start, min(start + BATCH, asked.articles + 1))
            db.call(write, rows_of(numbers, asked.articles, known, rng))
            if start % 100_000 == 1:
                print(f"{start - 1:,} articles, {time.process_time() - began:,.0f} CPU s", flush=True)
        if db.dialect == "postgresql":
            db.call(run, fulltext.GIN)
    print(f"{asked.articles:,} articles, {time.process_time() - began:,.0f} CPU s")


if __name__ == "__main__":
    main()
