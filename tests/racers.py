"""Writers in processes of their own that store copies of one text at the same moment, round after round.

Run as a program, with the URL of a store, its own number and that of the rounds, it is one of them: it says when it is
ready for a round, and begins it with the next line of its stdin.
"""

from __future__ import annotations

import sys
from collections import Counter

import forked
from storesamples import article, filler, saving, with_sources

from storage.articles import save as articles
from storage.database import Database
from storage.reports import standing as reports


def race(url: str, writers: int, rounds: int) -> Counter[tuple[int, int]]:
    """How many rounds ended with so many (originals, stories); every round ought to with (1, 1).

    In every other round each writer's copy has words of its own. The store at `url` is empty.
    """
    with Database(url) as db:
        with_sources(db)
    running = [
        forked.Popen(forked.file(__file__, url, number, rounds), stdin=forked.PIPE, stdout=forked.PIPE)
        for number in range(writers)
    ]
    for _ in range(rounds):
        assert [process.stdout.readline() for process in running if process.stdout] == ["ready\n"] * writers
        for process in running:
            print(file=process.stdin, flush=True)
    for process in running:
        process.communicate()
    assert [process.returncode for process in running] == [0] * writers
    with Database(url) as db:
        return _ends(db, writers, rounds)


def _store(url: str, writer: int, rounds: int) -> None:
    with Database(url) as db:
        for number in range(rounds):
            own = f" told by writer{writer} in words of number {number}" if number % 2 else ""
            made = article(f"http://w{writer}.example/{number}", filler(number, 200) + own)
            call = saving(made)
            print("ready", flush=True)
            sys.stdin.readline()
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


if __name__ == "__main__":
    _store(sys.argv[1], *map(int, sys.argv[2:]))
