"""Rows → stdout as a table, JSON, JSONL or CSV. Scraped text is never trusted with the terminal.

JSON and CSV carry every field; a table shows the columns its verb names. Rows are written as they come, so
that a long answer needs no memory (a table alone has to see them all).
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from .rows import Row, plain

FORMATS = ("table", "json", "jsonl", "csv")
Column = tuple[str, str | Callable[[Row], Any]]  # heading, field name or how to make the cell

# Control characters and those that reorder or hide text: in a terminal they are commands, not words.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(value: Any) -> str:
    """The value as one line of text that can neither move the cursor nor reverse its neighbours."""
    return _UNSAFE.sub(" ", shown(value))


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
    *,
    title: str | None = None,
    empty: str = "nothing",
    out: TextIO | None = None,
) -> int:
    """Write `rows` to stdout in the format `form`; returns how many there were."""
    out = out or sys.stdout
    count = _WRITERS[form](rows, columns, out, title, empty)
    out.flush()
    return count


def _write_json(rows: Iterable[Row], columns: Any, out: TextIO, title: Any, empty: Any) -> int:
    count = 0
    for count, row in enumerate(rows, 1):
        out.write(("[\n" if count == 1 else ",\n") + _dumps(row))
    out.write("\n]\n" if count else "[]\n")
    return count


def _write_jsonl(rows: Iterable[Row], columns: Any, out: TextIO, title: Any, empty: Any) -> int:
    count = 0
    for row in rows:
        out.write(_dumps(row) + "\n")
        count += 1
    return count


def _dumps(row: Row) -> str:
    text = json.dumps(row, ensure_ascii=False, default=plain)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate: only its escape can be written
        return json.dumps(row, default=plain)
    return text


def _write_csv(rows: Iterable[Row], columns: Any, out: TextIO, title: Any, empty: Any) -> int:
    count = 0
    writer = csv.writer(out, lineterminator="\n")
    for count, row in enumerate(rows, 1):
        if count == 1:
            writer.writerow(row.keys())
        writer.writerow([_cell(value) for value in row.values()])
    return count


def _cell(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    if value is None or isinstance(value, (int, float)):
        return value
    if isinstance(value, datetime):
        return value.isoformat()
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=plain)
    text = text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    return "'" + text if text.startswith(_FORMULA) else text


def _write_table(
    rows: Iterable[Row], columns: Sequence[Column], out: TextIO, title: str | None, empty: str
) -> int:
    console = console_for(out)
    table = Table(
        title=title, title_justify="left", title_style="bold", header_style="bold", box=None, pad_edge=False
    )
    for heading, _ in columns:
        table.add_column(heading, overflow="fold" if heading in ("evidence", "error", "why") else "ellipsis")
    for row in rows:
        table.add_row(*(Text(harmless(_value(row, how))) for _, how in columns))
    console.print(table if table.row_count else Text(empty))
    return table.row_count


def _value(row: Row, how: str | Callable[[Row], Any]) -> Any:
    return row.get(how) if isinstance(how, str) else how(row)


def console_for(out: TextIO) -> Console:
    """A console as wide as the terminal; one line per row where the output is piped on."""
    return Console(file=out, width=None if out.isatty() else 400, highlight=False, soft_wrap=False)


_WRITERS = {"table": _write_table, "json": _write_json, "jsonl": _write_jsonl, "csv": _write_csv}
