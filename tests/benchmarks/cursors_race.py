"""Readers that are killed at random while four processes write ten thousand mentions: is any skipped, or told twice?

    python tests/benchmarks/cursors_race.py [--mentions 10000] [--readers 3] [--postgres URL]

Each writer waits now and then in the middle of its transaction, and so hands in work in another order than it
was begun. A reader is `forumwatch mentions --new` over and over, and killed by SIGKILL up to three seconds after it
first prints; what it had printed and not finished may come again, nothing else.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from storesamples import article, mention, saving, with_sources
from streamreaders import Killed, race

from storage.database import Database

WRITERS = 4


def write(url: str, name: str, count: int) -> None:
    """Save `count` articles with a mention each, a few to a transaction, with waits inside."""
    chance = random.Random(name)
    with Database(url) as db:
        done = 0
        while done < count:
            few = min(chance.randint(1, 40), count - done)
            calls = []
            for number in range(done, done + few):
                made = article(f"http://{name}.example/{number}", f"GDEC {name}{number} was opened today.")
                calls.append(saving(made, mention(made, "GDEC")))

            def save(conn, calls=calls):
                for call in calls:
                    call(conn)
                    if chance.random() < 0.02:
                        time.sleep(0.02)

            db.call(save)
            done += few
            time.sleep(chance.uniform(0, 0.05))


def run(url: str, total: int, readers: int, folder: Path) -> bool:
    """Print what the readers got; whether that is everything, once."""
    with Database(url) as db:
        with_sources(db)
    each = total // WRITERS
    asked = [sys.executable, __file__, "--write", url, str(each)]
    began = time.monotonic()
    writers = [subprocess.Popen([*asked, f"w{n}"]) for n in range(WRITERS)]
    killed = [Killed(url, f"reader{n}", folder) for n in range(readers)]
    race(killed, writers, each * WRITERS, alive_s=1.5, end_s=3600)
    whole = True
    for reader in killed:
        missing = each * WRITERS - len(set(reader.seen))
        twice = len(reader.seen) - len(set(reader.seen))
        whole &= not missing and not twice and not reader.faults
        print(
            f"  {reader.cursor}: killed {reader.starts} times; {missing} skipped, {twice} told twice, "
            f"{reader.repeated} printed again after a kill; faults: {reader.faults or 'none'}"
        )
    print(f"  {each * WRITERS} mentions of {WRITERS} writers in {time.monotonic() - began:.0f} s")
    return whole


def main() -> None:
    """Race on SQLite, and on PostgreSQL where a database is named (it must be empty)."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--mentions", type=int, default=10_000)
    asked.add_argument("--readers", type=int, default=3)
    asked.add_argument("--postgres", metavar="URL")
    asked.add_argument("--write", nargs=3, metavar=("URL", "COUNT", "NAME"), help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.write:
        url, count, name = given.write
        write(url, name, int(count))
        return
    whole = True
    with tempfile.TemporaryDirectory() as folder:
        for name, url in (("SQLite", f"sqlite:///{folder}/race.db"), ("PostgreSQL", given.postgres)):
            if url:
                print(name)
                place = Path(folder) / name
                place.mkdir()
                whole &= run(url, given.mentions, given.readers, place)
    raise SystemExit(0 if whole else 1)


if __name__ == "__main__":
    main()
