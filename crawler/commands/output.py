"""Rows → stdout as a table, JSON, JSONL or CSV. Scraped text is never trusted with the terminal.

JSON and CSV carry every field; a table shows the columns its verb names. Rows are written as they come, so
that a long answer needs no memory (a table alone has to see them all).
"""

from __future__ import annotations

import csv
import errno
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TextIO

import click

from crawler.rows import COMMANDS, UNSAFE, Row, cell, plain

FORMATS = ("table", "json", "jsonl", "csv")
Column = tuple[str, str | Callable[[Row], Any]]  # heading, field name or how to make the cell


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


def zoned(moment: datetime) -> str:
    """A time with its zone, where no heading says whose clock it is: "2026-07-01 08:00 UTC", or +07:00."""
    offset = moment.isoformat(timespec="minutes")[len("2026-07-01T08:00") :] if moment.utcoffset() else "UTC"
    return f"{shown(moment)} {offset}"


def plural(number: int, word: str) -> str:
    """As in "1 article" and "1,200 articles"."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def write_rows(
    rows: Iterable[Row],
    form: str,
    columns: Sequence[Column],
    fields: Sequence[str],
    *,
    empty: str = "nothing",
    roomy: Sequence[str] = (),
    slim: Sequence[str] = (),
    out: TextIO | None = None,
) -> int:
    """Write `rows`, whose keys are `fields`, to stdout in the format `form`; returns how many there were.

    A table leaves out its columns headed as in `roomy` where the terminal is narrow, and those in `slim` where it is
    half as wide; where it has no row, the words `empty` go to stderr. Raises OSError where stdout cannot take it all.
    """
    out = out or sys.stdout
    if out is None:  # as Python has it in a process that was started without
        raise OSError(errno.EBADF, "stdout is closed")
    if form == "table":
        from .drawn import write_table

        count = write_table(rows, columns, out, roomy, slim)
        if not count and empty:
            click.echo(empty, err=True)
    elif form == "csv":
        count = _write_csv(rows, fields, out)
    else:
        count = (_write_json if form == "json" else _write_jsonl)(rows, out)
    out.flush()
    return count


def edition_told(row: Row) -> str:
    """Whose word the edition of a mention is, and what the rules say; "" where it is theirs."""
    if not row["edition_by"]:
        return ""
    return f"edition by {shown(row['edition_by'])} (rules: {row['edition_ruled'] or 'none'})"


def write_values(values: Row, form: str) -> None:
    """Write one row; as a table, one line for each of its fields that says something, times with their zones."""
    if form == "table":
        said = {name: value for name, value in values.items() if value not in (None, "", (), [])}
        told = (
            {"what": name.replace("_", " "), "value": zoned(value) if isinstance(value, datetime) else value}
            for name, value in said.items()
        )
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


Shown = Callable[[int, int, str], None]  # done, of how many, in words


@contextmanager
def bar(total: int, words: str) -> Iterator[Shown | None]:
    """A bar on stderr where that is a terminal, and what moves it on; None elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    parts = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*parts, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(words, total=total)

        def shown(done: int, of: int, words: str) -> None:
            progress.update(task, completed=done, total=of, description=words)

        yield shown
