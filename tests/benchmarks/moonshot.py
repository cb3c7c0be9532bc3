"""What GDELT watches, on this machine: 100,000 sources every 15 minutes, a million articles a day.

    python tests/benchmarks/moonshot.py [--sources 100000] [--minutes 12] [--bodies PAGES] [--folder FOLDER]

Two webs of ../shared/tools/testweb.py stand on loopback: a quiet one whose feeds do not change, and a busy one, each
host of which publishes an article a minute: 694 hosts, 1,000,000 a day. `forumwatch once` meets them all (not
measured; with --folder it is done once and kept), their turns are spread over the 15 minutes as days of running
would have, then `forumwatch run` goes on for the minutes asked. Printed: its CPU, memory and lag, what the webs
counted against what was due, and whether anything was fetched twice.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from crawl_cost import TOOLS, wait_for

EVERY_S = 900
QUIET, BUSY = 8901, 8902  # ports
PER_MINUTE = 694  # a million a day
SETTLE_S = 60  # reading the configuration and the first turns are not measured
STORE = "moonshot.db"


@contextmanager
def web(port: int, hosts: int, *options: str) -> Iterator[None]:
    """A testweb on `port`."""
    tool = [sys.executable, str(TOOLS / "testweb.py"), "--port", str(port), "--hosts", str(hosts), *options]
    server = subprocess.Popen([*tool, "--cache", "300000"], stdout=subprocess.DEVNULL)
    wait_for(port)
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def write_sources(folder: Path, quiet: int, busy: int) -> Path:
    """One sources.yaml for both webs; of the quiet one nothing is read, so that what is measured is polls."""
    lines: list[str] = []
    for name, port, hosts, read in (("q", QUIET, quiet, "on_match"), ("b", BUSY, busy, "always")):
        path = folder / f"{name}.yaml"
        tool = [sys.executable, str(TOOLS / "testweb.py"), "--port", str(port), "--hosts", str(hosts)]
        subprocess.run([*tool, "--write-sources", str(path)], check=True)
        text = path.read_text().replace("every: 1m", f"every: 15m, read: {read}").replace("host", name)
        lines += text.splitlines() if not lines else text.partition("sources:\n")[2].splitlines()
    whole = folder / "moonshot.yaml"
    whole.write_text("\n".join(lines) + "\n")
    return whole


def stats(port: int, order: str = "_stats") -> dict[str, int]:
    """A web's counters; the order may be one that changes it."""
    with urllib.request.urlopen(f"http://127.10.0.2:{port}/{order}") as answer:
        return dict(json.load(answer))


def spread(store: Path) -> None:
    """Turns as they lie after days: anywhere within the interval."""
    chance = random.Random(1)
    with sqlite3.connect(store) as db:
        now = time.time() * 1e6
        ids = [row[0] for row in db.execute("SELECT id FROM sources")]
        turns = [(int(now + chance.random() * EVERY_S * 1e6), EVERY_S, i) for i in ids]
        db.executemany("UPDATE sources SET next_at = ?, interval_s = ? WHERE id = ?", turns)


def used(pid: int) -> tuple[float, int, int]:
    """CPU seconds, resident and peak MB of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    said = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())
    cpu = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return cpu, int(said["VmRSS"].split()[0]) // 1024, int(said["VmHWM"].split()[0]) // 1024


def turns(store: Path) -> dict[str, tuple[int | None, int | None]]:
    """Source → (next_at, polled_at), in microseconds."""
    with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as db:
        return {i: (n, p) for i, n, p in db.execute("SELECT id, next_at, polled_at FROM sources")}


def measure(process: subprocess.Popen[bytes], store: Path, minutes: float, busy: int) -> None:
    """Let the daemon run and print what it came to."""
    time.sleep(SETTLE_S)
    before, cpu, began = turns(store), used(process.pid)[0], time.time()
    counted = {port: stats(port) for port in (QUIET, BUSY)}
    published = 0
    while time.time() - began < minutes * 60:
        stats(BUSY, "_ctl?publish=1")
        published += busy
        time.sleep(max(0.0, 60 - (time.time() - began) % 60))
    took, now = time.time() - began, used(process.pid)
    web_said = {port: {k: v - counted[port][k] for k, v in stats(port).items()} for port in (QUIET, BUSY)}
    print(f"{took:.0f} s: {100 * (now[0] - cpu) / took:.1f} % of a core, {now[1]} MB, at most {now[2]} MB")
    report_lag(before, store, began, took)
    for name, port in (("quiet", QUIET), ("busy", BUSY)):
        said = web_said[port]
        print(
            f"{name} web counted {said['docs']} polls, {said['not_modified']} of them unchanged, {said['articles']} articles"
        )
    print(f"published meanwhile {published}")


def report_lag(before: dict[str, Any], store: Path, began: float, took: float) -> None:
    """How long after its turn each source was polled that was due in the window."""
    after, ends = turns(store), (began + took - 30) * 1e6
    due = {i: at for i, (at, _) in before.items() if at is not None and began * 1e6 <= at < ends}
    polled = {i: p for i in due if (p := after[i][1]) is not None and p >= due[i]}
    # one that was polled twice shows its second poll alone: its lag is not known
    once = {i: p for i, p in polled.items() if p - due[i] < EVERY_S * 1e6 / 5}
    lags = sorted((p - due[i]) / 1e6 for i, p in once.items())
    quiet = sum(i.startswith("q") for i in due)
    print(
        f"due {len(due)} ({quiet} quiet), polled {len(polled)}; lag p50 {lags[len(lags) // 2]:.2f} s, "
        f"p99 {lags[len(lags) * 99 // 100]:.2f} s, most {lags[-1]:.2f} s (of {len(lags)})"
    )


def repeated(store: Path) -> None:
    """Whether every article that was stored was stored once."""
    with sqlite3.connect(store) as db:
        total, distinct = db.execute("SELECT count(*), count(DISTINCT url) FROM articles").fetchone()
        states = dict(db.execute("SELECT state, count(*) FROM entries GROUP BY state"))
    print(f"stored {total} articles, {distinct} addresses; entries: {states}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sources", type=int, default=100_000)
    parser.add_argument("--busy", type=int, default=PER_MINUTE, help="sources that publish each minute")
    parser.add_argument("--minutes", type=float, default=12)
    parser.add_argument("--bodies", help="a folder of real pages to fill the articles with")
    parser.add_argument("--folder", type=Path, help="where the store is kept, and found again")
    args = parser.parse_args()
    if not TOOLS.exists():
        sys.exit(f"no {TOOLS}: this benchmark needs the folder shared beside the checkout")
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with tempfile.TemporaryDirectory() as name:
        folder = args.folder or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        run(args, folder, folder / STORE)


def run(args: argparse.Namespace, folder: Path, store: Path) -> None:
    """Meet the webs if the store is new, then measure the daemon."""
    quiet = args.sources - args.busy
    sources = write_sources(folder, quiet, args.busy)
    program = [
        sys.executable, "-m", "crawler.cli", "--log-level", "error",
        "--config", str(sources), "--database", f"sqlite:///{store}",
    ]  # fmt: skip
    bodies = ["--bodies", args.bodies] if args.bodies else []
    few = ["--articles", "1", "--feed-items", "30"]
    with web(QUIET, quiet, *few), web(BUSY, args.busy, *few, *bodies):
        if not store.exists():
            began = time.time()
            subprocess.run([*program, "once"], check=False)
            print(f"first meeting: {time.time() - began:.0f} s")
        spread(store)
        process = subprocess.Popen([*program, "run"])
        try:
            measure(process, store, args.minutes, args.busy)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()
        repeated(store)


if __name__ == "__main__":
    main()
