"""Processes that store copies of one text at the same moment: how often that made one original and one story.

python tests/benchmarks/copies_race.py
python tests/benchmarks/copies_race.py --writers 4 --database postgresql+psycopg://…   an empty database
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from racers import race


def main() -> None:
    """Print one line for each number of writers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--writers", type=int, nargs="+", default=[2, 4])
    parser.add_argument("--rounds", type=int, default=400)
    parser.add_argument("--database", help="URL of an empty store, for one number of writers")
    asked = parser.parse_args()
    for writers in asked.writers:
        with tempfile.TemporaryDirectory() as folder:
            url = asked.database or f"sqlite:///{Path(folder) / 'store.db'}"
            began = time.perf_counter()
            ends = race(url, writers, asked.rounds)
        print(
            f"{writers} writers: one original and one story in {ends[1, 1]} of {asked.rounds} rounds "
            f"({time.perf_counter() - began:.0f} s)"
        )


if __name__ == "__main__":
    main()
