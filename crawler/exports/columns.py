"""Rows → Parquet, by the extra `parquet`; lists and quotes as JSON in a string, moments in UTC."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from crawler.rows import Row, plain

from .about import About

_LONE = re.compile("[\ud800-\udfff]")  # UTF-8 has none
GROUP = 5_000  # rows in memory at a time, and in one group of the file

# fields that are no text; every other is, or JSON
_WHOLE = (
    "id",
    "position",
    "edition",
    "edition_ruled",
    "article_id",
    "story_id",
    "triages",
    "copy_of",
    "version",
    "articles",
    "outlets",
    "exact",
    "near",
    "translated",
)
_REAL = ("score", "similarity", "published_confidence", "modified_confidence")
_TRUTH = ("partial",)


class ParquetMissing(Exception):
    """The extra is not installed."""

    def __init__(self) -> None:
        super().__init__("Parquet needs its library: pip install 'forumwatch[parquet]'")


class _Pipe:
    """What pyarrow writes into, taken out piece by piece."""

    closed = False

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._length = 0

    def write(self, data: Any) -> int:
        piece = bytes(data)
        self._pieces.append(piece)
        self._length += len(piece)
        return len(piece)

    def tell(self) -> int:
        return self._length

    def flush(self) -> None:
        """Nothing waits."""

    def close(self) -> None:
        """Nothing is held."""

    def taken(self) -> bytes:
        """What came since the last time."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


def parquet(rows: Iterable[Row], about: About) -> Iterator[bytes]:
    """A file with a column for each field. Raises ParquetMissing."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise ParquetMissing from None
    return _written(rows, about, pyarrow)


def _written(rows: Iterable[Row], about: About, arrow: Any) -> Iterator[bytes]:
    pipe, rest = _Pipe(), iter(rows)
    group = list(islice(rest, GROUP))
    schema = arrow.schema([(name, _type(name, group, arrow)) for name in about.fields])
    writer = arrow.parquet.ParquetWriter(arrow.PythonFile(pipe, mode="w"), schema, compression="zstd")
    while group:
        columns = [
            arrow.array(
                [_value(row[column.name], column.type == arrow.string()) for row in group], column.type
            )
            for column in schema
        ]
        writer.write_table(arrow.Table.from_arrays(columns, schema=schema))
        yield pipe.taken()
        group = list(islice(rest, GROUP))
    writer.close()
    yield pipe.taken()


def _type(name: str, group: list[Row], arrow: Any) -> Any:
    """By the name, so that a column is alike in every file; a field that no table names, by its values."""
    if name in _WHOLE:
        return arrow.int64()
    if name in _REAL:
        return arrow.float64()
    if name in _TRUTH:
        return arrow.bool_()
    if name.endswith("_at"):
        return arrow.timestamp("us", tz="UTC")
    kinds = {type(row[name]) for row in group if row[name] is not None}
    return arrow.int64() if kinds == {int} else arrow.string()


def _value(value: Any, text: bool) -> Any:
    if value is None or not text:
        return value
    told = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=plain)
    return _LONE.sub("\ufffd", told)
