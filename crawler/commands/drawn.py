"""Rows → a table of text, as wide as the terminal; one line a row where the output is piped on."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from crawler.rows import Row

from .output import Column, harmless

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
    "at (UTC)",
)  # what is typed again: never cut or folded
_FOLDED = ("title", "evidence", "error", "why", "value", "url", "what it did")


def write_table(rows: Iterable[Row], columns: Sequence[Column], out: TextIO, roomy: Sequence[str]) -> int:
    """Write `rows` to `out`, on a narrow terminal without the columns headed as in `roomy`; returns how many."""
    on_terminal = out.isatty()
    drawn = io.StringIO()
    console = _console_for(out if on_terminal else drawn)
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


def _console_for(out: TextIO) -> Console:
    """A console as wide as the terminal; one line per row where the output is piped on."""
    return Console(file=out, width=None if out.isatty() else PIPED, highlight=False, soft_wrap=False)
