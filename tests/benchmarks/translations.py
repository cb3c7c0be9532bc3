"""Translations through the real store: stories told in several languages among neighbours of the same week.

    python tests/benchmarks/translations.py                   the half that served for tuning, and the other one
    python tests/benchmarks/translations.py --half held --seed 3 --encoder --wrong
    python tests/benchmarks/translations.py --rows shared/data/copies/dev.jsonl.gz   how many unrelated texts join

Each text is stored as the crawler stores what it has read, in an order of its own for each `--seed`. The neighbours
are news of similar events, the posts of the demo web, moved into the week, and market reports of five days in six
languages, whose figures alone differ: those of one day are translations of each other. Pairs of articles are counted,
as for copies.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from crawler import dedupe
from crawler.demo.content import load_sites
from crawler.flag import Watchlist, find_mentions, load_watchlist
from storage.articles import save as articles
from storage.database import Database
from storage.records import Article, Source
from storage.sources import state as sources

SOURCE = Source("rows", "Rows", "feed", "https://rows.example/feed")
STORIES = Path(__file__).with_suffix(".yaml")
AROUND = Path(__file__).with_name("translations_around.yaml")
MONDAY = datetime(2025, 6, 30, 6, tzinfo=UTC)
MARKETS = {
    "en": "Stocks close: index at {a}\nThe composite index closed on {d} July at {a} points, {p} percent from the day before. "
    "Turnover was {t} billion baht. Foreign investors bought shares for {f} million baht. Gold cost {g} baht, a dollar {u} baht.",
    "th": "ปิดตลาดหุ้น ดัชนีอยู่ที่ {a} จุด\nดัชนีรวมปิดวันที่ {d} กรกฎาคมที่ {a} จุด เปลี่ยนแปลงร้อยละ {p} จากวันก่อน "
    "มูลค่าซื้อขาย {t} พันล้านบาท นักลงทุนต่างชาติซื้อหุ้น {f} ล้านบาท ทองคำราคา {g} บาท ดอลลาร์ละ {u} บาท",
    "zh": "泰股收盘报{a}点\n综合指数7月{d}日收于{a}点，较前一日变动{p}%。成交额{t}十亿泰铢，外资买入{f}百万泰铢。黄金报{g}泰铢，美元兑{u}泰铢。",
    "ja": "タイ株終値{a}\n総合指数は7月{d}日、前日比{p}%の{a}で取引を終えた。売買代金は{t}十億バーツ、外国人投資家の買いは{f}百万バーツ。金は{g}バーツ、1ドル{u}バーツだった。",
    "ru": "Биржа: индекс закрылся на {a}\nСводный индекс закрылся {d} июля на отметке {a} пункта, изменение {p}% за день. "
    "Оборот составил {t} млрд батов. Иностранцы купили акций на {f} млн батов. Золото стоило {g} бата, доллар {u} бата.",
    "vi": "Chứng khoán đóng cửa ở {a} điểm\nChỉ số tổng hợp đóng cửa ngày {d}/7 ở mức {a} điểm, thay đổi {p}% so với hôm trước. "
    "Giá trị giao dịch {t} tỷ baht. Nhà đầu tư nước ngoài mua {f} triệu baht. Vàng giá {g} baht, một đô la {u} baht.",
}
TRANSLATED = "ntrex/"  # labels of rows that a translator made: "ntrex/deu/reuters.1" is one story with "ntrex/fra/reuters.1"
COMMA = frozenset(["ru", "vi"])  # whose decimals stand behind a comma


@dataclass(frozen=True, slots=True)
class Row:
    """A text with the story that it truly tells."""

    label: str
    article: Article


def main() -> None:
    """Print precision and recall of pairs, half by half."""
    options = _options()
    watchlist, encoder = load_watchlist(), dedupe.Encoder() if options.encoder else None
    around = [*_around(), *_demo(), *_markets()]
    if options.rows:
        around = list(_given(options.rows))
    for half in [options.half] if options.half else ["tune", "held"]:
        rows = list(_stories(half)) + around
        random.Random(options.seed).shuffle(rows)
        with tempfile.TemporaryDirectory() as folder, Database(f"sqlite:///{folder}/t.db") as db:
            begun = time.process_time()
            found = predict(db, rows, watchlist, encoder)
            _print(half, rows, found, time.process_time() - begun)
        if options.wrong:
            _print_wrong(rows, found)


def predict(
    db: Database, rows: Sequence[Row], watchlist: Watchlist, encoder: dedupe.Encoder | None
) -> list[tuple[int, str, float, Any]]:
    """(story, relation, similarity, reasons) of each row."""
    db.call(sources.sync, [SOURCE], MONDAY)
    for row in rows:
        db.call(saving(row.article, watchlist, encoder))
    stored = db.call(partial(articles.list_articles, limit=len(rows)))
    by_url = {s.article.url: (s.story_id, s.relation, s.similarity, s.copy_of) for s in stored}
    return [by_url[row.article.url] for row in rows]


def saving(article: Article, watchlist: Watchlist, encoder: dedupe.Encoder | None) -> Callable[..., Any]:
    """save_article with all that crawler.pipeline gives it, but the connection."""
    mentions = find_mentions(article, watchlist)
    anchors = dedupe.anchors(article, mentions)
    vector = encoder.vector(article) if encoder and encoder.wants(anchors) else None
    return partial(
        articles.save_article,
        article=article,
        key=dedupe.identity(article),
        fingerprint=dedupe.anchored(dedupe.fingerprint(article), anchors, vector),
        mentions=mentions,
        judge=partial(dedupe.judge, language=article.language, site=dedupe.site(article.url)),
        source_id=SOURCE.id,
        entry_id=None,
        now=MONDAY + timedelta(days=6),
        translated=partial(dedupe.translated, anchors),
    )


def _stories(half: str) -> Iterator[Row]:
    for story in yaml.safe_load(STORIES.read_text("utf-8")):
        if story["half"] == half:
            at = datetime.combine(story["date"], MONDAY.time(), UTC)
            for n, (language, told) in enumerate(story["texts"].items()):
                yield Row(story["id"], _article(language, told, at + timedelta(hours=3 * n), story["id"]))


def _article(language: str, told: str, at: datetime, name: str) -> Article:
    title, _, text = told.partition("\n")
    url = f"https://{language}-{name}.example/{name}"
    return Article(url, title, text.strip(), published_at=at, language=language)


def _around() -> Iterator[Row]:
    """News of similar events, each told once."""
    for n, told in enumerate(yaml.safe_load(AROUND.read_text("utf-8"))):
        day = datetime.combine(told.pop("date"), MONDAY.time(), UTC)
        [(language, text)] = told.items()
        yield Row(f"around-{n}", _article(language, text, day + timedelta(hours=n % 12), f"around-{n}"))


def _demo() -> Iterator[Row]:
    """The posts of the demo web, as if all were of this week; their copies and translations are known."""
    expected = yaml.safe_load((files("crawler.demo") / "expected.yaml").read_text("utf-8"))
    groups = {place: f"demo-{n}" for n, group in enumerate(expected["copies"]) for place in group}
    for told in expected["translations"]:
        first = groups.get(told[0], told[0])
        merged = {groups.get(place, place) for place in told}
        groups |= dict.fromkeys(told, first)
        groups = {place: first if name in merged else name for place, name in groups.items()}
    for site in load_sites():
        for n, post in enumerate(site.articles):
            at = MONDAY + timedelta(days=n % 6, hours=n)
            text = "\n".join(post.text)
            article = Article(
                f"https://{site.id}.example{post.path}",
                post.title,
                text,
                published_at=at,
                language=site.language[:2],
            )
            yield Row(groups.get(site.id + post.path, site.id + post.path), article)


def _markets() -> Iterator[Row]:
    rng = random.Random(5)
    for day in range(1, 6):
        figures = {"d": f"{day}", "a": f"{rng.uniform(1200, 1290):.2f}", "p": f"{rng.uniform(0.1, 1.9):.2f}"}
        figures |= {"t": f"{rng.uniform(30, 60):.1f}", "f": f"{rng.randrange(300, 2900)}"}
        figures |= {"g": f"{rng.randrange(50_000, 53_000)}", "u": f"{rng.uniform(32, 33):.2f}"}
        for language, told in MARKETS.items():
            said = {k: v.replace(".", ",") for k, v in figures.items()} if language in COMMA else figures
            yield Row(
                f"market-{day}",
                _article(language, told.format(**said), MONDAY + timedelta(days=day), f"m{day}"),
            )


def _given(name: str) -> Iterator[Row]:
    """Labelled rows, all told in the same week, which is harder than their own dates."""
    for n, line in enumerate(gzip.decompress(Path(name).read_bytes()).splitlines()):
        row = json.loads(line)
        at = MONDAY + timedelta(minutes=5 * n)
        article = Article(row["url"], row["title"], row["text"], published_at=at, language=row["lang"][:2])
        translated = row["label"].startswith(TRANSLATED)
        yield Row(row["label"].rpartition("/")[2] if translated else f"{row['lang']}/{row['label']}", article)


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _print(half: str, rows: Sequence[Row], found: Sequence[Any], cpu_s: float) -> None:
    clusters: dict[int, Counter[str]] = defaultdict(Counter)
    for row, (story, *_) in zip(rows, found, strict=True):
        clusters[story][row.label] += 1
    labels = Counter(row.label for row in rows)
    right = sum(_pairs(n) for names in clusters.values() for n in names.values())
    said = sum(_pairs(names.total()) for names in clusters.values())
    true = sum(_pairs(n) for n in labels.values())
    relations = Counter(relation for _, relation, *_ in found)
    precision, recall = right / said if said else 1.0, right / true if true else 1.0
    joined = [
        (row, copy_of)
        for row, (_, relation, _, copy_of) in zip(rows, found, strict=True)
        if relation == "translated"
    ]
    ids = {number: row for row, number in zip(rows, range(1, len(rows) + 1), strict=True)}
    wrong = [(row, ids[of]) for row, of in joined if ids[of].label != row.label]
    print(f"{half}: {len(rows)} texts, {len(labels)} stories, joined {dict(relations)}")
    print(
        f"  pairs: precision {precision:.3f} recall {recall:.3f}; {1000 * cpu_s / len(rows):.2f} ms an article"
    )
    print(f"  joined as translations {len(joined)}, wrongly {len(wrong)}")
    for row, other in wrong[:12]:
        print("   ", row.article.language, row.label, "≠", other.article.language, other.label)
    own = {row.label for row in rows} & {
        story for story in labels if not story.startswith(("market", "demo-"))
    }
    own = {story for story in own if labels[story] > 1}
    true = sum(_pairs(labels[story]) for story in own)
    got = sum(_pairs(names[story]) for names in clusters.values() for story in own)
    print(f"  of the {len(own)} stories alone: recall {got / true if true else 1:.3f}")


def _print_wrong(rows: Sequence[Row], found: Sequence[Any]) -> None:
    clusters: dict[int, list[str]] = defaultdict(list)
    for row, (story, relation, sure, _) in zip(rows, found, strict=True):
        clusters[story].append(f"{row.label} {row.article.language} {relation} {sure:.2f}")
    first: dict[str, int] = {}
    for story, names in clusters.items():
        labels = {name.split(" ")[0] for name in names}
        split = [label for label in labels if first.setdefault(label, story) != story]
        if len(labels) > 1 or split:
            print("  ", "mixed" if len(labels) > 1 else "split", names)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--half", choices=["tune", "held"], help="only that half of the stories")
    parser.add_argument("--seed", type=int, default=1, help="of the order in which the texts arrive")
    parser.add_argument(
        "--encoder", action="store_true", help="compare texts with few figures by their meaning"
    )
    parser.add_argument("--rows", help="labelled articles, gzip, instead of the neighbours")
    parser.add_argument("--wrong", action="store_true", help="show the stories that are mixed or split")
    return parser.parse_args()


if __name__ == "__main__":
    main()
