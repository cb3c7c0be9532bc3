"""Texts and queries in many scripts, and what reading every text finds."""

from __future__ import annotations

import random

from sqlalchemy import insert
from storesamples import NOW, with_sources

from storage import schema
from storage.articles import save as articles
from storage.search import fulltext
from storage.search.matching import Held, verdict
from storage.search.query import parse
from storage.text.clean import key_hash
from storage.text.tokens import sought

# a few words of each script, so that queries meet texts: spaces, none, joined and mixed
SAID = (
    "gdec forum ai training Économie Pekín đường số hội nghị Straße digital-economy 5G 3.14 GDEC2025 "
    "全球 数字 經濟 大会 北京 网络 デジタル 経済 大会 ディジタル 디지털 경제 디지털경제 한국 정부가 국정 "
    "ดิจิทัล เศรษฐกิจ น้ำ กรุงเทพ ฟอรัม ຂ່າວ ដីជីថល ဒစ်ဂျစ်တယ် цифровой экономики ёлка المؤتمر العَرَبي עִבְרִית डिजिटल अर्थव्यवस्था"
)
WORDS = SAID.split()
SPACED = 40  # of a hundred words stand behind a space


def made_text(rng: random.Random, words: int) -> str:
    return "".join(
        (" " if rng.random() * 100 < SPACED + 40 * word.isascii() else rng.choice(["", "", "\n", ", ", "。"]))
        + word
        for word in rng.choices(WORDS, k=words)
    )


def phrase(rng: random.Random) -> str:
    kind, word = rng.random(), rng.choice(WORDS)
    if kind < 0.4:
        return word
    if kind < 0.55:
        at = rng.randrange(len(word) - 1)
        part = word[at : at + rng.randint(1, 3)]
        return f'"{part}"' if sought(part) and not word.isascii() else word
    if kind < 0.65:
        return f"{word[:3]}*"
    return f'"{made_text(rng, rng.randint(2, 3)).strip()}"'


def put(db, texts, ids=range(1, 1_000)) -> None:
    """The articles 1, 2, …, or of those ids, indexed as an upgrade indexes them."""
    with_sources(db)
    common = {"source_id": "a", "story_id": 1, "host": "a.example", "authors": [], "tags": []}
    common |= {"relation": "original", "similarity": 1, "version": 1, "stored_at": NOW, "updated_at": NOW}

    def fill(conn) -> None:
        conn.execute(insert(schema.stories), {"id": 1, "opened_at": NOW})
        rows = [
            {"id": n, "key_hash": key_hash(str(n)), "url": f"http://a.example/{n}", "title": t, "summary": s}
            | {"text": x}
            | common
            for n, (t, s, x) in zip(ids, texts, strict=False)
        ]
        conn.execute(insert(schema.articles), rows)
        fulltext.fill(conn)

    db.call(fill)


def hits(db, query: str, **filters) -> list[int]:
    return [a.id for a in db.read(lambda conn: articles.list_articles(conn, query=query, **filters))]


def read_through(held: list[Held], query: str) -> list[int]:
    """What reading every text finds, the last first."""
    root = parse(query).root
    found = [n for n, one in enumerate(held, 1) if verdict(root, one.holds)]
    return found[::-1]


TEXTS = {
    1: "The training of a model. Pekin and Straße.",
    2: "AI summit: GDEC2025 opens, COVID-19 is over.",
    3: "北京全球数字经济大会，5G网络上网",
    4: "關於數字經濟的報告 ﾃﾞｼﾞﾀﾙ ＧＤＥＣ",
    5: "งานGDECเศรษฐกิจดิจิทัลกรุงเทพ ๒๕๖๘",
    6: "한국 정부가 디지털 경제를 말했다",
    7: "국정 감사, 디지털경제 포럼",
    8: "المُؤتَمَر الرقمي ٢٠٢٥ עִבְרִית",
    9: "Глобальный форум Ёлка: hội nghị kinh tế số Pekín",
    10: "डिजिटल अर्थव्यवस्था conference conferences",
}
