"""CPU seconds and peak memory of a cold crawl, and of polls that bring nothing, beside Scrapy's in the same run.

    python tests/benchmarks/crawl_cost.py [--hosts 50] [--articles 20] [--peer-python PYTHON]
    python tests/benchmarks/crawl_cost.py --polls 1000 5000 [--peer-python PYTHON]
    python tests/benchmarks/crawl_cost.py --daemon 10000 [--seconds 180]

The last runs the daemon over sources that are all due each minute, and reads in its store when each was due and
when its answer was there: the scheduler's lag, with the time that the web took.
The web is ../shared/tools/testweb.py, the peer ../shared/tools/scrapy_peer.py, which needs a Python that has
scrapy and trafilatura. Both sides are processes of their own; what is counted is the CPU of those alone. Both
may keep their bytecode, as what is installed does: compiling forumwatch anew costs 0.15 s each time.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

TOOLS = Path(__file__).resolve().parents[3] / "shared" / "tools"
PORT = 8870
SETTLED_S = 5.0  # a source is overdue at most, when the daemon has caught up with its first reading


@contextmanager
def small_web(hosts: int, articles: int, bodies: Path | None, folder: Path) -> Iterator[None]:
    """The synthetic web, with sources.yaml and urls.txt for it in `folder`."""
    tool = [sys.executable, str(TOOLS / "testweb.py"), "--port", str(PORT), "--hosts", str(hosts)]
    tool += ["--articles", str(articles), "--feed-items", str(articles)]
    for option, name in (("--write-sources", "web.yaml"), ("--write-urls", "urls.txt")):
        subprocess.run([*tool, option, str(folder / name)], check=True)
    server = subprocess.Popen(
        [*tool, *(["--bodies", str(bodies)] if bodies else [])], stdout=subprocess.DEVNULL
    )
    wait_for(PORT)
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def wait_for(port: int) -> None:
    """Reading the pages takes the web a while; it listens when it is done."""
    for _ in range(600):
        with socket.socket() as tried:
            if tried.connect_ex(("127.10.0.2", port)) == 0:
                return
        time.sleep(0.1)
    sys.exit("the web does not answer")


def measured(*command: str) -> dict[str, Any]:
    """CPU seconds, peak MB and standard output of a command."""
    began = time.time()
    keeping = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=keeping)
    assert process.stdout is not None
    out = process.stdout.read()
    _, _, used = os.wait4(process.pid, 0)
    return {
        "cpu_s": used.ru_utime + used.ru_stime,
        "peak_mb": used.ru_maxrss // 1024,
        "wall_s": time.time() - began,
        "out": out,
    }


def program(folder: Path) -> tuple[str, ...]:
    config, database = str(folder / "web.yaml"), f"sqlite:///{folder}/ours.db"
    return sys.executable, "-m", "crawler.cli", "--config", config, "--database", database


def ours(folder: Path, *options: str) -> dict[str, Any]:
    done = measured(*program(folder), "once", "--format", "json", *options)
    return done | {"summary": json.loads(done["out"])[0]}


def peer(python: str, folder: Path, extract: str) -> dict[str, Any]:
    command = (python, str(TOOLS / "scrapy_peer.py"), "--urls", str(folder / "urls.txt"))
    done = measured(*command, "--db", str(folder / f"peer-{extract}.db"), "--extract", extract)
    return done | {"summary": json.loads(done["out"].splitlines()[-1])}


def cold(args: argparse.Namespace, folder: Path) -> None:
    with small_web(args.hosts, args.articles, args.bodies, folder):
        mine = ours(folder)
        stored = mine["summary"]["stored"]
        print(
            f"forumwatch          {stored:6} articles {1000 * mine['cpu_s'] / max(1, stored):6.2f} CPU s per 1,000, peak {mine['peak_mb']} MB, {mine['wall_s']:.1f} s"
        )
        for extract in ("trafilatura", "css") if args.peer_python else ():
            theirs = peer(args.peer_python, folder, extract)
            items = theirs["summary"]["items"]
            ratio = (theirs["cpu_s"] / max(1, items)) / (mine["cpu_s"] / max(1, stored))
            print(
                f"Scrapy, {extract:11} {items:6} articles {1000 * theirs['cpu_s'] / max(1, items):6.2f} CPU s per 1,000, peak {theirs['peak_mb']} MB: {ratio:.1f} times ours"
            )


def polls(args: argparse.Namespace) -> None:
    """Unchanged polls at two sizes; the difference leaves start-up out."""
    used: dict[str, list[float]] = {"forumwatch": [], "Scrapy": []}
    for hosts in args.polls:
        with tempfile.TemporaryDirectory() as name, small_web(hosts, 1, None, Path(name)):
            folder = Path(name)
            ours(folder)
            again = ours(folder, "--all")
            print(
                f"forumwatch, {hosts} sources: {again['cpu_s']:.2f} CPU s, {again['summary']['unchanged']} unchanged, peak {again['peak_mb']} MB"
            )
            used["forumwatch"].append(again["cpu_s"])
            if args.peer_python:
                peer(args.peer_python, folder, "none")
                theirs = peer(args.peer_python, folder, "none")
                print(
                    f"Scrapy,     {hosts} sources: {theirs['cpu_s']:.2f} CPU s, {theirs['summary']['304']} unchanged, peak {theirs['peak_mb']} MB"
                )
                used["Scrapy"].append(theirs["cpu_s"])
    few, many = args.polls
    for name, seconds in used.items():
        if len(seconds) == 2:
            print(
                f"{name}: {1000 * (seconds[1] - seconds[0]) / (many - few):.3f} CPU s per 1,000 sources, start-up left out"
            )


def daemon(hosts: int, seconds: float) -> None:
    """Memory, CPU and lag of the daemon over `hosts` sources, once it has caught up with their first reading."""
    with tempfile.TemporaryDirectory() as name, small_web(hosts, 1, None, Path(name)):
        folder = Path(name)
        process = subprocess.Popen([*program(folder), "--log-level", "error", "run"])
        seen = Seen(folder / "ours.db")
        while len(seen.due) < hosts or seen.waiting or seen.latest_s() > SETTLED_S:
            time.sleep(1)
            seen.look()
        seen.lags, before, until = [], cpu_s(process.pid), time.time() + seconds
        while time.time() < until:
            time.sleep(1)
            seen.look()
        used_s, lags = cpu_s(process.pid) - before, sorted(seen.lags)
        process.terminate()
        _, _, used = os.wait4(process.pid, 0)
        print(
            f"daemon, {hosts} sources: {len(lags)} polls at {1000 * used_s / len(lags):.3f} CPU s per 1,000, peak {used.ru_maxrss // 1024} MB"
        )
        p50, p99 = (lags[int(len(lags) * share)] for share in (0.5, 0.99))
        print(f"lag: half within {p50:.2f} s, 99 % within {p99:.2f} s, all within {lags[-1]:.2f} s")


class Seen:
    """What a store shows of its sources, looked at again and again."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.due: dict[str, int] = {}  # of those polled at least once; microseconds, as all moments there
        self.polled: dict[str, int] = {}
        self.waiting = 0  # entries that are to be read
        self.lags: list[float] = []  # seconds from due to answered, of each poll

    def latest_s(self) -> float:
        """How long the source that has waited longest is overdue."""
        return time.time() - min(self.due.values()) / 1e6

    def look(self) -> None:
        """Note the polls since the last look."""
        try:
            with closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)) as store:
                query = "SELECT id, next_at, polled_at FROM sources WHERE polled_at IS NOT NULL"
                rows = store.execute(query).fetchall()
                waiting = "SELECT count(*) FROM entries WHERE state = 'waiting'"
                self.waiting = store.execute(waiting).fetchone()[0]
        except sqlite3.OperationalError:  # there is no store yet
            return
        for source, due, polled in rows:
            if source in self.due and polled != self.polled[source]:
                self.lags.append((polled - self.due[source]) / 1e6)
            self.due[source], self.polled[source] = due, polled


def cpu_s(pid: int) -> float:
    """CPU seconds that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--hosts", type=int, default=50)
    parser.add_argument("--articles", type=int, default=20)
    parser.add_argument("--bodies", type=Path, help="a folder of real pages to fill the articles with")
    parser.add_argument("--polls", type=int, nargs=2, metavar=("FEW", "MANY"))
    parser.add_argument("--daemon", type=int, metavar="SOURCES", help="run the daemon over so many")
    parser.add_argument("--seconds", type=float, default=180, help="how long, from then on")
    parser.add_argument("--peer-python", help="a Python that has scrapy and trafilatura")
    args = parser.parse_args()
    if not TOOLS.exists():
        sys.exit(f"no {TOOLS}: this benchmark needs the folder shared beside the checkout")
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    if args.polls:
        polls(args)
        return
    if args.daemon:
        daemon(args.daemon, args.seconds)
        return
    with tempfile.TemporaryDirectory() as name:
        cold(args, Path(name))


if __name__ == "__main__":
    main()
