"""Readers of the stream that are killed while writers commit, and what each of them got.

Every second start dies in the middle of its print, where a cursor that moves too early would skip the rest; moments of
the clock alone hardly ever fall there.
"""

from __future__ import annotations

import io
import json
import os
import random
import signal
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import forked

MOST_ROWS = 9  # a start that dies in its print has printed no more


class _Mortal(io.TextIOWrapper):
    """A stdout whose process is killed with its row number `rows` (0: never), that row being the last in the file."""

    rows = 0

    def write(self, text: str) -> int:
        written = super().write(text)
        if text.startswith("{"):
            self.rows -= 1
            if not self.rows:
                os.kill(os.getpid(), signal.SIGKILL)
        return written


def follow(url: str, cursor: str, path: str, rows: str) -> None:
    """`forumwatch mentions --new`, over and over until killed; a line "#" follows each run that came to its end."""
    from crawler.cli import forumwatch

    asked = ["--database", url, "mentions", "--new", "--cursor", cursor, "--format", "jsonl"]
    with open(path, "wb") as file, open(f"{path}.err", "w", encoding="utf-8") as err:
        out = _Mortal(file, encoding="utf-8", line_buffering=True)
        out.rows = int(rows)
        sys.stdout, sys.stderr = out, err
        while True:
            forumwatch.main(asked, standalone_mode=False)
            print("#", flush=True)


@dataclass
class Killed:
    """A reader, started anew whenever it is killed; each start writes into a file of its own."""

    url: str
    cursor: str
    folder: Path
    starts: int = 0
    mortal: bool = False  # whether it is to die in its print
    cut: int = 0  # prints in the middle of which it died
    seen: list[int] = field(default_factory=list)  # positions, as printed
    repeated: int = 0  # positions printed again, because the reader was killed before it moved its cursor
    faults: list[str] = field(default_factory=list)
    _sure: int = 0  # the end of the last run that is known to have moved the cursor
    _process: Any = None

    @property
    def _out(self) -> Path:
        return self.folder / f"{self.cursor}-{self.starts}.jsonl"

    def start(self, rows: int = 0) -> None:
        """Begin to read, and die with that many rows printed where `rows` is not 0."""
        self.starts += 1
        self.mortal = rows > 0
        self._out.touch()
        self._process = forked.Popen(forked.file(__file__, self.url, self.cursor, self._out, rows))

    def kill(self) -> None:
        """End it in the middle of whatever it does, and look at what it printed."""
        if self.dead():
            self.cut += 1
            if self._process.returncode != -signal.SIGKILL:
                self.faults.append(f"ended by itself with {self._process.returncode}")
        self._process.kill()
        self._process.wait()
        self._account()

    def dead(self) -> bool:
        """Whether it has ended."""
        return self._process.poll() is not None

    def speaks(self) -> bool:
        """Whether it has printed anything since its start."""
        return self._out.stat().st_size > 0

    def reached(self) -> int:
        """The last position that it printed; 0 for none."""
        return max([*self.seen[-1:], *(p for run in self._runs() for p in run)], default=0)

    def _runs(self) -> list[list[int]]:
        """The positions of each run of the command, the last perhaps unfinished."""
        text = self._out.read_text("utf-8", "replace")
        whole = text[: text.rfind("\n") + 1]  # the last line may be cut off
        runs: list[list[int]] = [[]]
        for line in whole.splitlines():
            if line == "#":
                runs.append([])
            else:
                runs[-1].append(json.loads(line)["position"])
        return runs

    def _account(self) -> None:
        """Each run goes on where the last one ended; an unfinished print alone may come again."""
        *finished, cut = self._runs()
        for at, run in enumerate([*finished, cut]):
            if not run:
                continue
            after = self.seen[-1] if self.seen else 0
            if at == 0 and self._sure < run[0] <= after:  # what the killed reader had not finished
                self.repeated += after - run[0] + 1
                after = run[0] - 1
                del self.seen[after:]
            if run != list(range(after + 1, after + 1 + len(run))):
                self.faults.append(f"behind {after} came {run[0]} to {run[-1]}, {len(run)} in all")
            self.seen += run
            if at < len(finished):
                self._sure = run[-1]


def race(readers: list[Killed], writers: list[Any], total: int, alive_s: float, end_s: float) -> None:
    """Kill and start the readers again until the writers (Popen) are done and each has printed `total`.

    A reader dies in its print, or lives `alive_s`, more or less, from the first that it printed; raises AssertionError
    after `end_s`.
    """
    began, chance = time.monotonic(), random.Random(7)
    for reader in readers:
        reader.start(MOST_ROWS)
    ends: dict[str, float] = {}
    while any(writer.poll() is None for writer in writers) or any(r.reached() < total for r in readers):
        time.sleep(0.01)
        now = time.monotonic()
        assert now - began < end_s, [(r.starts, r.reached(), r.faults) for r in readers]
        assert not any(writer.poll() for writer in writers), "a writer failed"
        for reader in readers:
            if reader.cursor not in ends and reader.speaks() and not reader.mortal:
                ends[reader.cursor] = now + alive_s * chance.uniform(0, 2)
            if reader.dead() or ends.get(reader.cursor, now) < now:
                ends.pop(reader.cursor, None)
                reader.kill()
                reader.start(chance.randint(1, MOST_ROWS) * ((reader.starts + 1) % 2))
    for reader in readers:
        reader.kill()


if __name__ == "__main__":
    follow(*sys.argv[1:])
