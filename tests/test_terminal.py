"""Reports on a real terminal, of any width from 40 cells up: no line is wider, no number and no name is cut."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from newsroom import ask
from rich.cells import cell_len
from storesamples import article, filler, mention, saving, with_sources

from storage import schema
from storage.database import Database

WIDTHS = (40, 47, 60, 72, 80, 110)
SINCE = ("--since", "2025-01-01", "--until", "2026-12-31")
REPORTS = (
    *(("report", "--by", by, *SINCE) for by in ("day", "month", "source", "outlet", "forum", "edition")),
    ("report", "share", *SINCE),
    ("report", "origin", *SINCE),
    ("report", "editions", "gdec"),
    ("report", "first", "gdec", *SINCE),
    ("report", "coverage", *SINCE),
)
LONG = "the-ministry-of-digital-economy-and-society-of-the-north"  # as long as ids may well be
OUTLET = "newsroom.of-a-paper-with-a-very-long-name-indeed.example.org"
OPENING = datetime(2025, 7, 1, 8, tzinfo=UTC)  # of an edition of the watchlist, about
# in one process, whose terminal is made as wide as each of the widths in turn
CHILD = f"""
import fcntl, json, struct, sys, termios
from crawler.cli import forumwatch
database, reports = json.loads(sys.argv[1])
for width in {WIDTHS}:
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    for number, report in enumerate(reports):
        print(f"\\x01{{width}} {{number}}", flush=True)
        forumwatch(["--database", database, *report], standalone_mode=False)
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a store with names that are long, and more than a thousand mentions of one of them."""
    url = f"sqlite:///{tmp_path_factory.mktemp('reports') / 'watch.db'}"
    with Database(url) as db:
        with_sources(db, "a", LONG)
        for number, (forum, edition) in enumerate((("gdec", 2025), ("gdec", 2026), (LONG, None)), 1):
            made = article(
                f"http://{OUTLET if number == 3 else 'a.example'}/{number}",
                f"GDEC {filler(number)}",
                published_at=OPENING + timedelta(days=number),
                title="数字经济大会 and more",
            )
            told = mention(made, "GDEC", forum, edition)
            db.call(saving(made, told, source_id=LONG if number == 3 else "a"))

        def more(conn: Any) -> None:
            for table, own in ((schema.articles, "id"), (schema.mentions, "article_id")):
                (row,) = conn.execute(table.select().where(table.c[own] == 3)).mappings().all()
                fresh: list[dict[str, Any]] = []
                for n in range(10, 1_300):
                    given = {"id": n, "key_hash": n.to_bytes(16, "big"), "url": f"http://{OUTLET}/{n}"}
                    given |= {"article_id": n, "position": n}
                    fresh.append({**row, **{name: value for name, value in given.items() if name in row}})
                conn.execute(table.insert(), fresh)

        db.call(more)
    return url


def drawn(store: str) -> dict[tuple[int, int], list[str]]:
    """What each report (by its place in REPORTS) puts on a terminal of each width."""
    ours, theirs = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, json.dumps([store, REPORTS])],
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.PIPE,
        env=environment | {"TERM": "xterm", "PYTHONIOENCODING": "utf-8"},
    )
    os.close(theirs)
    said = b""
    while piece := _read(ours):
        said += piece
    os.close(ours)
    assert child.stderr is not None
    told = child.stderr.read().decode()
    child.stderr.close()
    assert child.wait() == 0, told
    found: dict[tuple[int, int], list[str]] = {}
    for part in re.sub(r"\x1b\[[0-9;]*m", "", said.decode()).split("\x01")[1:]:
        head, *lines = part.replace("\r\n", "\n").splitlines()
        width, number = map(int, head.split())
        found[width, number] = lines
    return found


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # nobody writes to it any more
        return b""


@pytest.mark.slow
def test_reports_fit_into_the_terminal_and_cut_neither_names_nor_numbers(store: str):
    found, wrong = drawn(store), list[Any]()
    assert len(found) == len(WIDTHS) * len(REPORTS)
    for (width, number), lines in found.items():
        report = REPORTS[number]
        widest = max(map(cell_len, lines), default=0)
        if widest > width or "…" in "".join(lines):
            wrong.append((report, width, widest, lines[:3]))
        if not lines:
            wrong.append((report, width, "nothing"))
    for number, report in enumerate(REPORTS[:8]):
        rows = ask("--database", store, *report, "--format", "json").rows
        for width in WIDTHS:
            words = {word for line in found[width, number] for word in line.split()}
            for row in rows:
                counts = {str(row[name]) for name in ("articles", "texts", "outlets")}
                if not counts <= words:
                    wrong.append((report, width, row["key"], counts - words))
                key = row["key"] or ""
                if len(key) < len("2026-10-10") and not {*key.split()} <= words:
                    wrong.append((report, width, key))
    assert wrong == []


@pytest.mark.slow
def test_a_long_name_is_whole_though_it_is_folded(store: str):
    """Its pieces stand below one another at the beginning of the lines."""
    found, wrong = drawn(store), list[Any]()
    for number, name in ((2, LONG), (3, "example.org"), (4, LONG)):
        for width in WIDTHS:
            lines = found[width, number]
            first = "".join(re.split(r"\s{2,}", line.rstrip())[0] for line in lines)
            if name not in first:
                wrong.append((REPORTS[number], width, first))
    assert wrong == []
