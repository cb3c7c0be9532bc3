"""Rows of mentions, articles or stories → a file in a format of the world's, as bytes, piece by piece.

    rows ─→ csv, json, jsonl, parquet   every field, as it is; csv-semicolon for spreadsheets with decimal commas
         ─→ atom, jsonfeed              for readers of feeds
         ─→ bibtex, ris                 for those who cite

A writer takes rows as they come and holds none back, so that a million need no memory; it touches no file and no
clock. Scraped text can neither break out of its place nor hold what the format forbids.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crawler.rows import Row

from .about import KINDS, MEDIA_TYPES, About, Kind
from .citations import bibtex, ris
from .columns import ParquetMissing, parquet
from .feeds import atom, jsonfeed
from .tables import csv, csv_semicolon, json, jsonl

__all__ = [
    "BOM",
    "FORMATS",
    "KINDS",
    "MARKED",
    "MEDIA_TYPES",
    "About",
    "Kind",
    "ParquetMissing",
    "Row",
    "written",
]

BOM = b"\xef\xbb\xbf"  # at the beginning of a file of MARKED: by it spreadsheets know UTF-8
MARKED = ("csv", "csv-semicolon")
WRITERS = {
    "csv": csv,
    "csv-semicolon": csv_semicolon,
    "json": json,
    "jsonl": jsonl,
    "parquet": parquet,
    "atom": atom,
    "jsonfeed": jsonfeed,
    "bibtex": bibtex,
    "ris": ris,
}
FORMATS = tuple(WRITERS)


def written(rows: Iterable[Row], form: str, about: About) -> Iterator[bytes]:
    """`rows` in that one of FORMATS; raises ParquetMissing where the extra is not installed."""
    return WRITERS[form](rows, about)
