"""Rows → a table of text, as wide as the terminal; one line a row where the output is piped on."""

from __future__ import annotations

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
_GAP = "  "  # between two columns


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
    console = _console_for(out)
    if console.width < WIDE:
        left_out = (*roomy, *slim, *_BESIDE) if console.width < SLIM else roomy
        columns = [column for column in columns if column[0] not in left_out]
    lines = [[harmless(_value(row, how)) for _, how in columns] for row in rows]
    if not lines:
        return 0
    headings = [heading for heading, _ in columns]
    needed = [
        max(cell_len(heading), _least(heading, cells), *map(cell_len, cells))
        for heading, cells in zip(headings, zip(*lines, strict=True), strict=True)
    ]
    if not out.isatty():
        out.writelines(_line(cells, needed) + "\n" for cells in (headings, *lines))
    elif sum(needed) + len(_GAP) * (len(needed) - 1) <= console.width:
        console.print(Text(_line(headings, needed), style="bold"))
        out.writelines(_line(cells, needed) + "\n" for cells in lines)
    else:
        console.print(folded(headings, lines))
    return len(lines)


def _line(cells: Sequence[str], needed: Sequence[int]) -> str:
    """A row in which every cell has the room it needs: a twentieth of what laying it out takes."""
    padded = (cell + " " * (room - cell_len(cell)) for cell, room in zip(cells, needed, strict=True))
    return _GAP.join(padded).rstrip()


def folded(headings: Sequence[str], lines: Sequence[Sequence[str]]) -> Table:
    """Rows that have to be cut or folded to fit into the terminal."""
    table = Table(header_style="bold", box=None, pad_edge=False)
    for at, heading in enumerate(headings):
        table.add_column(
            heading,
            no_wrap=heading in _WHOLE,
            min_width=_least(heading, (line[at] for line in lines)),
            overflow="fold" if heading in _FOLDED else "ellipsis",
        )
    for line in lines:
        table.add_row(*map(Text, line))
    return table


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
