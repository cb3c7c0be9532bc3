"""Rows → CSV, JSON or lines of JSON, with every field."""

from __future__ import annotations

import csv as csv_lines
import io
import json as json_words
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from crawler.rows import COMMANDS, Row, cell, plain

from .about import About


def csv(rows: Iterable[Row], about: About) -> Iterator[bytes]:
    """RFC 4180 with a head line, in UTF-8; no cell is a formula to a spreadsheet."""
    return _csv(rows, about, ",", cell)


def csv_semicolon(rows: Iterable[Row], about: About) -> Iterator[bytes]:
    """The same with semicolons, and decimal commas: as spreadsheets read it where a comma stands within numbers, who take
    a line of commas for one cell and 1.5 for a day in May.
    """
    return _csv(rows, about, ";", _with_comma)


def _with_comma(value: Any) -> Any:
    return str(value).replace(".", ",") if isinstance(value, float) else cell(value)


def _csv(rows: Iterable[Row], about: About, separator: str, told: Callable[[Any], Any]) -> Iterator[bytes]:
    out = io.StringIO()
    writer = csv_lines.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerow(about.fields)
    for row in rows:
        writer.writerow([told(row[name]) for name in about.fields])
        yield out.getvalue().encode()
        out.seek(0)
        out.truncate()
    yield out.getvalue().encode()


def json(rows: Iterable[Row], about: About) -> Iterator[bytes]:
    """One array."""
    mark = "[\n"
    for row in rows:
        yield f"{mark}{_dumps(row)}".encode()
        mark = ",\n"
    yield b"[]\n" if mark == "[\n" else b"\n]\n"


def jsonl(rows: Iterable[Row], about: About) -> Iterator[bytes]:
    """An object on each line."""
    for row in rows:
        yield f"{_dumps(row)}\n".encode()


def _dumps(row: Row) -> str:
    """In one line, in which nothing is a command to a terminal, nor a half of a character, which UTF-8 has not."""
    text = json_words.dumps(row, ensure_ascii=False, default=plain)
    return COMMANDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
