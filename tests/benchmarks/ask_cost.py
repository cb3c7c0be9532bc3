"""What every question costs in a large store: the milliseconds of a call, the median of many and the 95th percentile.

    python tests/benchmarks/store_million.py --database sqlite:////tmp/million.db
    python tests/benchmarks/ask_cost.py --database sqlite:////tmp/million.db

Searches and readers (search_cost.py, which can be run alone), reports of all 100,000 mentions (of two years), the watch's status, the first page
of the dashboard as it is answered over HTTP, and the memory and time of exporting everything.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import search_cost
from search_cost import timed
from sqlalchemy import Connection
from store_million import END

from crawler.commands import light
from crawler.flag import Watchlist, load_watchlist
from crawler.periods import periods
from crawler.web.app import build
from crawler.web.desk import Desk
from crawler.web.security import Rules
from storage.database import Database
from storage.mentions import triage
from storage.reports import counts, coverage, firsts, volumes
from storage.reports import standing as reports
from storage.reports.volumes import Scope
from storage.sources import statuses

ALL = Scope(END - timedelta(days=700), END)  # every mention of a million articles, a minute apart
HOST = "127.0.0.1:8080"
# the command `forumwatch`, wherever that is installed; at its end it says what it took itself, for what the system says
# of a child is no less than its parent had when it began
START = """
import atexit, sys
from crawler.start import main
atexit.register(lambda: sys.stderr.write(open("/proc/self/status").read()))
main()
"""
Call = Callable[[Connection], Any]


def of_days(conn: Connection) -> Any:
    spans = periods("day", ALL.since, ALL.until, ZoneInfo("Asia/Bangkok"))
    return volumes.in_periods(conn, [span.start for span in spans], ALL)


def reported(db: Database, calls: int) -> None:
    """All that `report`, `forums` and `status` ask."""
    asked: dict[str, Call] = {"the sum": lambda conn: [volumes.total(conn, ALL)], "each day": of_days}
    asked |= {key: partial(volumes.volumes, by=key, scope=ALL) for key in volumes.KEYS}
    asked["first"] = partial(firsts.firsts, forum_id="gdec", scope=ALL)
    asked["coverage"] = lambda conn: [coverage.coverage(conn, ALL, END)]
    for name, call in asked.items():
        timed(f"report of all: {name}", db, [call] * calls)
    timed("forums", db, [counts.forum_counts] * calls)
    timed("status", db, [lambda conn: [reports.status(conn, END)]] * calls)
    timed("sources list", db, [lambda conn: statuses.statuses(conn, END)] * calls)


def page(db: Database, calls: int) -> None:
    """The first page of a reader who has a day's news to see."""
    watchlist = load_watchlist()

    def client(desk: Desk) -> httpx.AsyncClient:
        app = build(desk, Rules())
        return httpx.AsyncClient(
            transport=httpx.ASGITransport(app=app, client=("127.0.0.1", 5000)), base_url=f"http://{HOST}"
        )

    async def ask(one: httpx.AsyncClient) -> bytes:
        answer = await one.get("/", timeout=600)
        answer.raise_for_status()
        return answer.content

    desk = Desk(db, watchlist, now=lambda: END)
    known = client(desk)  # a server makes its application once

    def firsts() -> Iterator[Callable[[Connection], bytes]]:
        for _ in range(calls):
            desk.__post_init__()  # nothing has been counted
            yield lambda conn: loop.run(ask(known))
            desk.rest(600)  # what it counts behind its reader would be paid by the next

    with asyncio.Runner() as loop:
        loop.run(ask(known))  # templates are compiled at the first
        timed("first page, all counted anew", db, firsts())
        timed("first page, status known", db, [lambda conn: loop.run(ask(known))] * calls)
    counted_again(db, watchlist, calls)


def counted_again(db: Database, watchlist: Watchlist, calls: int) -> None:
    """What the pages need counted, while they are looked at: once in five seconds at most, and behind the reader."""
    desk = Desk(db, watchlist, now=lambda: END)
    verdicts = itertools.cycle(("confirmed", "new"))

    def again() -> list[Any]:
        desk.count_behind()
        desk.rest(600)
        return [desk.status()]

    def said() -> None:
        db.call(triage.triage, 1, next(verdicts), by="ask_cost", now=END)  # type: ignore[arg-type]

    def written() -> list[Any]:
        said()
        return again()

    def triaged() -> list[Any]:
        """What somebody waits for who triages here and then looks at the page that counts most."""
        said()
        desk.changed()
        return [desk.status(), desk.forums(), desk.sources()]

    timed("all counted, at first", db, [lambda conn: again()])
    timed("all counted, nobody wrote", db, [lambda conn: again()] * calls)
    timed("all counted, somebody wrote", db, [lambda conn: written()] * calls)
    timed("counted for who has triaged", db, [lambda conn: triaged()] * calls)


def exported(url: str) -> None:
    """What a process takes that exports all: its memory at most, and its CPU."""
    for what, kind in (
        ("mentions", "jsonl"),
        ("mentions", "csv"),
        ("stories", "jsonl"),
        ("articles", "jsonl"),
    ):
        line = [sys.executable, "-c", START, "--database", url, "export", "--what", what, "--format", kind]
        child = subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert child.stdout is not None
        assert child.stderr is not None
        rows = sum(1 for _ in child.stdout)
        most = re.findall(rb"VmHWM:\s+(\d+) kB", child.stderr.read())
        _, state, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(state)
        cpu = used.ru_utime + used.ru_stime
        print(
            f"export of all {what}, {kind:6} {int(most[-1]) / 1024:4.0f} MB at most, {cpu:6.1f} CPU s; {rows:,} lines"
        )


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--database", required=True)
    options.add_argument("--calls", type=int, default=200)
    options.add_argument("--only", choices=("search", "report", "page", "export"))
    asked = options.parse_args()
    few = max(1, asked.calls // 10)
    light.lighten()  # the collector works as it does for each verb
    light.loaded()
    with Database(asked.database, create=False) as db:
        steps: dict[str, Callable[[], None]] = {
            "search": lambda: search_cost.measure(db, asked.calls, random.Random(2)),
            "report": lambda: reported(db, few),
            "page": lambda: page(db, few),
            "export": lambda: exported(asked.database),
        }
        for name, step in steps.items():
            if asked.only in (None, name):
                step()


if __name__ == "__main__":
    main()
