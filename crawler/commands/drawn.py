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
)  # what is typed again: never cut or folded
_FOLDED = ("title", "name", "evidence", "found", "error", "why", "value", "url", "what it did", "before")
SLIM = 72  # columns of a terminal that has no room for what is said of the rest
_BESIDE = ("evidence", "credited to", "stage", "texts %", "outlets %", "sure", "changes", "changes behind")
_DAY = len("2026-07-01")  # cells; a time may go on in the next line


def write_table(
    rows: Iterable[Row],
    columns: Sequence[Column],
    out: TextIO,
    roomy: Sequence[str],
    slim: Sequence[str] = (),
) -> int:
    """Write `rows` to `out`; returns how many.

    On a narrow terminal the columns headed as in `roomy` are left out, on a slim one those of `slim` and
    _BESIDE as well.
    """
    on_terminal = out.isatty()
    drawn = io.StringIO()
    console = _console_for(out if on_terminal else drawn)
    if console.width < WIDE:
        left_out = (*roomy, *slim, *_BESIDE) if console.width < SLIM else roomy
        columns = [column for column in columns if column[0] not in left_out]
    lines = [[harmless(_value(row, how)) for _, how in columns] for row in rows]
    if not lines:
        return 0
    table = Table(header_style="bold", box=None, pad_edge=False)
    for at, (heading, _) in enumerate(columns):
        whole = heading in _WHOLE
        table.add_column(
            heading,
            no_wrap=whole,
            min_width=_least(heading, (line[at] for line in lines)),
            overflow="fold" if heading in _FOLDED else "ellipsis",
        )
    for line in lines:
        table.add_row(*map(Text, line))
    console.print(table)
    if not on_terminal:
        out.writelines(line.rstrip() + "\n" for line in drawn.getvalue().split("\n")[:-1])
    return table.row_count


def _least(heading: str, cells: Iterable[str]) -> int:
    """How narrow the column may become."""
    if heading in _WHOLE:
        return max(map(cell_len, cells))
    return _DAY if heading.endswith("(UTC)") else 0


def _value(row: Row, how: str | Callable[[Row], Any]) -> Any:
    return row.get(how) if isinstance(how, str) else how(row)


def width(out: TextIO) -> int:
    """Cells of a line of `out`."""
    return _console_for(out).width


def _console_for(out: TextIO) -> Console:
    """A console as wide as the terminal; one line per row where the output is piped on."""
    return Console(file=out, width=None if out.isatty() else PIPED, highlight=False, soft_wrap=False)
