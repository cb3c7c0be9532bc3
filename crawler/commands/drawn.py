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
)  # what is typed again: never cut, and folded last
_FOLDED = (
    "title",
    "name",
    "outlet",
    "evidence",
    "found",
    "error",
    "why",
    "value",
    "url",
    "what it did",
    "before",
)
SLIM = 72  # columns of a terminal that has no room for what is said of the rest
_BESIDE = ("evidence", "credited to", "stage", "texts %", "outlets %", "sure", "changes", "changes behind")
_DAY = len("2026-07-01")  # cells; a time may go on in the next line
# cells in which most ids have their room in two lines, most words in one, and a piece of a word can be read
_PART, _NARROW, _SHORT = 16, 8, 4
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
        max(cell_len(heading), *map(cell_len, cells))
        for heading, cells in zip(headings, zip(*lines, strict=True), strict=True)
    ]
    if not out.isatty():
        out.writelines(_line(cells, needed) + "\n" for cells in (headings, *lines))
    elif sum(needed) + len(_GAP) * (len(needed) - 1) <= console.width:
        console.print(Text(_line(headings, needed), style="bold"))
        out.writelines(_line(cells, needed) + "\n" for cells in lines)
    else:
        console.print(folded(headings, lines, console.width))
    return len(lines)


def _line(cells: Sequence[str], needed: Sequence[int]) -> str:
    """A row in which every cell has the room it needs: a twentieth of what laying it out takes."""
    padded = (cell + " " * (room - cell_len(cell)) for cell, room in zip(cells, needed, strict=True))
    return _GAP.join(padded).rstrip()


def folded(headings: Sequence[str], lines: Sequence[Sequence[str]], room: int) -> Table:
    """Rows that have to be cut or folded to fit into so many cells."""
    table = Table(header_style="bold", box=None, pad_edge=False)
    columns = [
        Cells(heading, cells) for heading, cells in zip(headings, zip(*lines, strict=True), strict=True)
    ]
    for at, (column, width) in enumerate(zip(columns, _widths(columns, room), strict=True)):
        keeps = at == 0 or column.is_number or column.heading in (*_WHOLE, *_FOLDED)
        table.add_column(column.heading, width=width, overflow="fold" if keeps else "ellipsis")
    for line in lines:
        table.add_row(*map(Text, line))
    return table


class Cells:
    """A column of a table: how wide it is, and how narrow it may become."""

    def __init__(self, heading: str, cells: Sequence[str]) -> None:
        self.heading = heading
        self.is_number = all(map(_is_number, cells))
        self.content = max(map(cell_len, cells))
        self.widest = max(cell_len(heading), self.content)

    def floors(self) -> tuple[int, ...]:
        """How narrow it becomes at first, and then, where all that is not enough: prose gives way before what is typed
        again, then headings do, and numbers last of all.
        """
        if self.is_number:
            heading = max(self.content, min(self.widest, _SHORT))
            return self.widest, self.widest, heading, heading, self.content, self.content, 1
        if self.heading in _WHOLE:
            whole, part, little = (min(self.content, room) for room in (self.content, _PART, _NARROW))
            return whole, part, part, little, little, _SHORT, 1
        if self.heading.endswith("(UTC)"):
            return (min(self.widest, _DAY),) * 6 + (1,)
        return (min(self.widest, _NARROW),) * 4 + (min(self.widest, _SHORT),) * 2 + (1,)


def _widths(columns: Sequence[Cells], room: int) -> list[int]:
    """How wide each column is for all to fit, the widest of those that may become narrower giving way first."""
    left = room - len(_GAP) * (len(columns) - 1)
    widths = [column.widest for column in columns]
    for floors in zip(*(column.floors() for column in columns), strict=True):
        while sum(widths) > left:
            wider = [at for at, floor in enumerate(floors) if widths[at] > floor]
            if not wider:
                break
            widths[max(wider, key=widths.__getitem__)] -= 1
    return widths


def _is_number(cell: str) -> bool:
    return not cell.strip("+-0123456789.,%")


def _value(row: Row, how: str | Callable[[Row], Any]) -> Any:
    return row.get(how) if isinstance(how, str) else how(row)


def width(out: TextIO) -> int:
    """Cells of a line of `out`."""
    return _console_for(out).width


def _console_for(out: TextIO) -> Console:
    """A console as wide as the terminal; one line per row where the output is piped on."""
    return Console(file=out, width=None if out.isatty() else PIPED, highlight=False, soft_wrap=False)
