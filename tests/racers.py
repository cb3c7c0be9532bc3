"""Writers in processes of their own that store copies of one text at the same moment, round after round."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from typing import Any

from storesamples import article, filler, saving, with_sources

from storage import articles, reports
from storage.database import Database

WAIT_S = 120  # for the slowest writer of a round


def race(url: str, writers: int, rounds: int) -> Counter[tuple[int, int]]:
    """How many rounds ended with so many (originals, stories); every round ought to with (1, 1).

    In every other round each writer's copy has words of its own. The store at `url` is empty.
    """
    with Database(url) as db:
        with_sources(db)
    spawning = multiprocessing.get_context("spawn")
    start: Any = spawning.Barrier(writers)
    running = [spawning.Process(target=_store, args=(url, start, n, rounds)) for n in range(writers)]
    for process in running:
        process.start()
    for process in running:
        process.join()
    assert [process.exitcode for process in running] == [0] * writers
    with Database(url) as db:
        return _ends(db, writers, rounds)


def _store(url: str, start: Any, writer: int, rounds: int) -> None:
    with Database(url) as db:
        for number in range(rounds):
            own = f" told by writer{writer} in words of number {number}" if number % 2 else ""
            made = article(f"http://w{writer}.example/{number}", filler(number, 200) + own)
            call = saving(made)
            start.wait(WAIT_S)
            db.call(call)


def _ends(db: Database, writers: int, rounds: int) -> Counter[tuple[int, int]]:
    assert db.read(reports.check) == []
    found: dict[str, list[articles.StoredArticle]] = {}
    for stored in db.read(lambda conn: articles.list_articles(conn, limit=None)):
        found.setdefault(stored.article.url.rpartition("/")[2], []).append(stored)
    assert [len(told) for told in found.values()] == [writers] * rounds
    return Counter(
        (sum(one.relation == "original" for one in told), len({one.story_id for one in told}))
        for told in found.values()
    )
