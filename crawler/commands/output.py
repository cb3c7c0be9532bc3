"""Rows → stdout as a table, JSON, JSONL or CSV. Scraped text is never trusted with the terminal.

JSON and CSV carry every field; a table shows the columns its verb names. Rows are written as they come, so
that a long answer needs no memory (a table alone has to see them all).
"""

from __future__ import annotations

import csv
import errno
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TextIO

import click
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from crawler.rows import COMMANDS, UNSAFE, Row, cell, plain

FORMATS = ("table", "json", "jsonl", "csv")
Column = tuple[str, str | Callable[[Row], Any]]  # heading, field name or how to make the cell

WIDE = 110  # columns of a terminal in which every table has its room
PIPED = 10_000  # columns where no terminal is: one line a row
_WHOLE = (
    "id",
    "source",
    "forum",
    "story",
    "published",
    "first",
    "at",
)  # what is typed again: never cut or folded
_FOLDED = ("title", "evidence", "error", "why", "value", "url", "what it did")


def harmless(value: Any) -> str:
    """The value as one line of text that can neither move the cursor nor reverse its neighbours."""
    return UNSAFE.sub(" ", shown(value))


def shown(value: Any) -> str:
    """A value as a person reads it: minutes are enough for a time, a list is joined."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, (list, tuple)):
        return ", ".join(shown(v) for v in value)
    return str(value)


def write_rows(
    rows: Iterable[Row],
    form: str,
    columns: Sequence[Column],
    fields: Sequence[str],
    *,
    empty: str = "nothing",
    roomy: Sequence[str] = (),
    out: TextIO | None = None,
) -> int:
    """Write `rows`, whose keys are `fields`, to stdout in the format `form`; returns how many there were.

    A table leaves out its columns headed as in `roomy` where the terminal is narrow; where it has no row, the
    words `empty` go to stderr. Raises OSError where stdout cannot take it all.
    """
    out = out or sys.stdout
    if out is None:  # as Python has it in a process that was started without
        raise OSError(errno.EBADF, "stdout is closed")
    if form == "table":
        count = _write_table(rows, columns, out, roomy)
        if not count and empty:
            click.echo(empty, err=True)
    elif form == "csv":
        count = _write_csv(rows, fields, out)
    else:
        count = (_write_json if form == "json" else _write_jsonl)(rows, out)
    out.flush()
    return count


def write_values(values: Row, form: str) -> None:
    """Write one row; as a table, one line for each of its fields."""
    if form == "table":
        told = ({"what": name.replace("_", " "), "value": value} for name, value in values.items())
        write_rows(told, form, [("what", "what"), ("value", "value")], ("what", "value"))
    else:
        write_rows([values], form, [], tuple(values))


def _write_json(rows: Iterable[Row], out: TextIO) -> int:
    count, ascii_only = 0, not speaks_utf8(out)
    for count, row in enumerate(rows, 1):
        out.write(("[\n" if count == 1 else ",\n") + _dumps(row, ascii_only))
    out.write("\n]\n" if count else "[]\n")
    return count


def _write_jsonl(rows: Iterable[Row], out: TextIO) -> int:
    count, ascii_only = 0, not speaks_utf8(out)
    for row in rows:
        out.write(_dumps(row, ascii_only) + "\n")
        count += 1
    return count


def _dumps(row: Row, ascii_only: bool) -> str:
    """The row as JSON in one line, in which nothing is a command to a terminal."""
    text = json.dumps(row, ensure_ascii=ascii_only, default=plain)
    return COMMANDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def speaks_utf8(out: TextIO) -> bool:
    """Whether every character can be written to `out`."""
    encoding = getattr(out, "encoding", None) or "utf-8"
    return encoding.lower().replace("_", "-") in ("utf-8", "utf8")


def _write_csv(rows: Iterable[Row], fields: Sequence[str], out: TextIO) -> int:
    count = 0
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(fields)
    for row in rows:
        count += 1
        writer.writerow([cell(row[name]) for name in fields])
    return count


def _write_table(rows: Iterable[Row], columns: Sequence[Column], out: TextIO, roomy: Sequence[str]) -> int:
    on_terminal = out.isatty()
    drawn = io.StringIO()
    console = console_for(out if on_terminal else drawn)
    if console.width < WIDE:
        columns = [column for column in columns if column[0] not in roomy]
    lines = [[harmless(_value(row, how)) for _, how in columns] for row in rows]
    if not lines:
        return 0
    table = Table(header_style="bold", box=None, pad_edge=False)
    for at, (heading, _) in enumerate(columns):
        whole = heading in _WHOLE
        least = max(cell_len(line[at]) for line in lines) if whole else None
        table.add_column(
            heading,
            no_wrap=whole,
            min_width=least,
            overflow="fold" if heading in _FOLDED else "ellipsis",
        )
    for line in lines:
        table.add_row(*map(Text, line))
    console.print(table)
    if not on_terminal:
        out.writelines(line.rstrip() + "\n" for line in drawn.getvalue().split("\n")[:-1])
    return table.row_count


def _value(row: Row, how: str | Callable[[Row], Any]) -> Any:
    return row.get(how) if isinstance(how, str) else how(row)


def console_for(out: TextIO) -> Console:
    """A console as wide as the terminal; one line per row where the output is piped on."""
    return Console(file=out, width=None if out.isatty() else PIPED, highlight=False, soft_wrap=False)


Shown = Callable[[int, int, str], None]  # done, of how many, in words


@contextmanager
def bar(total: int, words: str) -> Iterator[Shown | None]:
    """A bar on stderr where that is a terminal, and what moves it on; None elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    parts = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*parts, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(words, total=total)

        def shown(done: int, of: int, words: str) -> None:
            progress.update(task, completed=done, total=of, description=words)

        yield shown
