"""What flagging costs: start-up, articles without a name by language, articles with names, hostile megabytes, and
the search for events that are not on the watchlist.

    python tests/benchmarks/flag_speed.py

Prints CPU milliseconds; each figure is the best of five rounds, so that a busy machine disturbs it little.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from crawler.flag import find_candidates, find_mentions, load_watchlist, reading_of
from storage.records import Article

PAGES = Path(__file__).parents[3] / "shared" / "data" / "extraction" / "truth.jsonl"
LENGTH = 5_000
ROUNDS = 5
PLAIN = {
    "English": "The council met on Tuesday and voted to repair the bridge before winter comes. ",
    "French": "Les habitants des villages voisins, ces derniers jours, ont vu des oiseaux rares. ",
    "German": "Die Bewohner des Dorfes haben am Dienstag über die Brücke abgestimmt. ",
    "Thai": "ชาวบ้านลงคะแนนเมื่อวันอังคารให้ซ่อมสะพานก่อนฤดูหนาว ราคาผักในตลาดลดลงเล็กน้อย ",
    "Chinese": "居民周二投票决定在冬天之前修好大桥，市场上的菜价略有下降。",
    "Chinese, Traditional": "居民週二投票決定在冬天之前修好大橋，市場上的菜價略有下降。",
    "Japanese": "住民は火曜日、冬が来る前に橋を直すことを決めた。市場では野菜が少し安くなった。",
    "Korean": "주민들은 화요일에 겨울이 오기 전에 다리를 고치기로 했다. ",
    "Vietnamese": "Người dân đã bỏ phiếu hôm thứ Ba để sửa cây cầu trước mùa đông. ",
    "Arabic": "صوّت السكان يوم الثلاثاء على إصلاح الجسر قبل حلول الشتاء. ",
    "Russian": "Жители проголосовали во вторник за ремонт моста до наступления зимы. ",
}
NEWS = "The 2025 Global Digital Economy Conference opened in Beijing on Wednesday; GDEC runs until Saturday. "
TOLD = {
    "English": "GDEC 2025 opened in Beijing on July 2, 2025. President Ana Sample and 1,200 delegates signed agreements worth $5 million.\n",
    "German": "Die GDEC 2025 findet vom 2. bis 5. Juli 2025 in Peking statt. Ministerin Eva Muster und 1.200 Teilnehmer kamen.\n",
    "Thai": "GDEC 2025 จัดขึ้นที่กรุงปักกิ่ง วันที่ 2-5 กรกฎาคม 2568 ผู้แทน 800 คน ลงนามข้อตกลงมูลค่า 1 หมื่นล้านหยวน\n",
    "Chinese": "7月2日至5日，2025全球数字经济大会在北京举行，800名代表参会，16个项目签约，总金额100亿元。\n",
    "Japanese": "GDEC 2025が7月2日から5日まで北京で開催され、800人が参加した。\n",
    "Russian": "GDEC 2025 проходит в Пекине со 2 по 5 июля 2025 года. Министр Иван Примеров и 800 делегатов подписали соглашения.\n",
}
HOSTILE = {
    "one name": "GDEC 2025 in Beijing opened. " * 36_000,
    "small words": "des ces " * 130_000,
    "all names": "Davos CES WIC MWC LEAP GAIN IGF 2025 Las Vegas Barcelona expo " * 16_000,
    "combining marks": "e\u0301" * 500_000,
}


def article(text: str) -> Article:
    return Article(url="u", title=text[:80], text=text, published_at=datetime(2025, 7, 3, tzinfo=UTC))


def milliseconds(work: Callable[[], object], times: int = 1) -> float:
    """The least CPU time of one call."""
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.process_time()
        for _ in range(times):
            work()
        best = min(best, (time.process_time() - began) / times)
    return best * 1000


def rows() -> Iterator[tuple[str, float]]:
    began = time.process_time()
    watchlist = load_watchlist()
    yield "load_watchlist, first", (time.process_time() - began) * 1000
    yield "load_watchlist, again", milliseconds(load_watchlist, 100)
    find_mentions(article("first"), watchlist)
    for language, sentence in PLAIN.items():
        plain = article((sentence * (LENGTH // len(sentence) + 1))[:LENGTH])
        assert find_mentions(plain, watchlist) == ()
        yield (
            f"{LENGTH} characters, no name, {language}",
            milliseconds(partial(find_mentions, plain, watchlist), 50),
        )
    once = article((NEWS + PLAIN["English"] * 100)[:LENGTH])
    yield (
        f"{LENGTH} characters, one paragraph about GDEC",
        milliseconds(lambda: find_mentions(once, watchlist), 50),
    )
    often = article((NEWS * 100)[:LENGTH])
    yield (
        f"{LENGTH} characters of nothing but GDEC",
        milliseconds(lambda: find_mentions(often, watchlist), 20),
    )
    for language in PLAIN.keys() & TOLD.keys():
        both = article((TOLD[language] + PLAIN[language] * 200)[:LENGTH])
        assert find_mentions(both, watchlist)[0].facts
        yield (
            f"{LENGTH} characters, a mention with facts, {language}",
            milliseconds(partial(find_mentions, both, watchlist), 50),
        )
    for what, text in HOSTILE.items():
        hostile = article(text)
        began = time.process_time()
        find_mentions(hostile, watchlist)
        yield f"a megabyte: {what}", (time.process_time() - began) * 1000
    if PAGES.exists():
        yield from real(watchlist)


def real(watchlist: object) -> Iterator[tuple[str, float]]:
    pages = [json.loads(line) for line in PAGES.read_text("utf-8").splitlines()]
    articles = [article(max(page["texts"] or [""], key=len)) for page in pages]
    costs = [milliseconds(lambda a=a: find_mentions(a, watchlist)) for a in articles]  # type: ignore[misc,arg-type]
    yield f"{len(costs)} real pages, median", statistics.median(costs)
    yield f"{len(costs)} real pages, mean", statistics.fmean(costs)
    yield f"{len(costs)} real pages, slowest", max(costs)
    yield "articles per CPU second", 1000 / statistics.fmean(costs)
    folded = [(a, reading_of(a)) for a in articles]
    costs = [milliseconds(lambda a=a, r=r: find_candidates(a, watchlist, r)) for a, r in folded]  # type: ignore[misc,arg-type]
    yield "events not on the watchlist, folded before, median", statistics.median(costs)
    yield "events not on the watchlist, folded before, mean", statistics.fmean(costs)


if __name__ == "__main__":
    for what, figure in rows():
        print(f"{figure:10.3f}  {what}")
