"""What telling copies and translations apart costs: CPU of each call, and bytes kept of an article.

    python tests/benchmarks/dedupe_cost.py
    python tests/benchmarks/dedupe_cost.py --rows shared/data/copies/dev.jsonl.gz    real texts instead

Made-up texts have 3,000 letters of sentences in the scripts of the tests' stories. The best of five rounds
counts: other work on the machine only adds.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[1]))

from dedupesamples import STORIES

from crawler.dedupe import anchored, anchors, fingerprint, identity, judge, site, url_key
from storage.records import Article, Fingerprint, Neighbour

T = TypeVar("T")
NOW = datetime(2026, 11, 1, tzinfo=UTC)
ROUNDS, PER_LANGUAGE, LETTERS = 5, 60, 3000
URL = "https://www.example.com/news/2026/{n}/a-slug-of-some-words?utm_source=feed&id={n}#top"


def main() -> None:
    """Print one line a figure."""
    options = _options()
    by_language = _rows(options.rows) if options.rows else _made_up()
    urls = [URL.format(n=n) for n in range(2000)]
    print(f"url_key, µs                     {_best_us(url_key, urls):8.1f}")
    print(f"site, µs                        {_best_us(site, urls):8.1f}")
    every = [article for articles in by_language.values() for article in articles]
    print(f"identity, µs                    {_best_us(identity, every):8.1f}")
    for language, articles in sorted(by_language.items()):
        letters = mean(len(article.text) for article in articles)
        print(
            f"fingerprint {language:8}, µs        {_best_us(fingerprint, articles):8.1f}   {letters:.0f} letters"
        )
    prints = [anchored(fingerprint(article), anchors(article)) for article in every]
    print(f"fingerprint, all, µs            {_best_us(fingerprint, every):8.1f}")
    print(f"anchors, all, µs                {_best_us(_anchors, every):8.1f}")
    print(f"judge, one near neighbour, µs   {_best_us(_judged, prints):8.1f}")
    for name in ("sketch", "numbers", "head", "keys", "anchors", "anchor_keys"):
        print(f"{name + ', bytes':31} {mean(_size(name, found) for found in prints):8.1f}")


def _anchors(article: Article) -> None:
    found = anchors(article)
    found.pack(), found.key_weights()


def _judged(found: Fingerprint) -> None:
    other = Fingerprint(found.version, b"", found.keys, found.sketch, found.numbers, found.head, found.length)
    judge(found, [Neighbour(1, 1, None, "b.example.org", NOW, other)], site="example.com")


def _size(name: str, found: Fingerprint) -> int:
    value = getattr(found, name) or ()
    return {"keys": 4, "anchor_keys": 6}.get(name, 1) * len(value)


def _best_us(call: Callable[[T], object], values: Iterable[T]) -> float:
    values, best = list(values), float("inf")
    for _ in range(ROUNDS):
        begun = time.process_time()
        for value in values:
            call(value)
        best = min(best, time.process_time() - begun)
    return best / len(values) * 1e6


def _made_up() -> dict[str, list[Article]]:
    rng = random.Random(1)
    made: dict[str, list[Article]] = defaultdict(list)
    for language, (title, *paragraphs) in STORIES.items():
        pieces = " ".join(paragraphs).split(" ") if " " in title else list("".join(paragraphs))
        glue = " " if " " in title else ""
        for n in range(PER_LANGUAGE):
            text = glue.join(rng.choices(pieces, k=LETTERS // (6 if glue else 1)))
            lines = [text[i : i + 400] + "." for i in range(0, len(text), 400)]
            made[language].append(Article(URL.format(n=n), title, "\n".join(lines), language=language[:2]))
    return made


def _rows(name: str) -> dict[str, list[Article]]:
    read: dict[str, list[Article]] = defaultdict(list)
    for line in gzip.decompress(Path(name).read_bytes()).splitlines():
        row = json.loads(line)
        read[row["lang"]].append(Article(row["url"], row["title"], row["text"], language=row["lang"][:2]))
    return read


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rows", help="labelled articles, gzip, one JSON object a line")
    return parser.parse_args()


if __name__ == "__main__":
    main()
