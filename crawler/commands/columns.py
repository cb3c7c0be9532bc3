"""``db columns``: what the tables hold, for those who ask them in SQL."""

from __future__ import annotations

from collections.abc import Iterator

import click
from sqlalchemy import Table

from crawler.rows import Row
from storage.schema import metadata

from .options import format_option
from .output import Column, write_rows

COLUMNS: list[Column] = [
    ("table", "table"),
    ("column", "column"),
    ("type", "type"),
    ("null", lambda row: "null" if row["nullable"] else ""),
    ("is", "meaning"),
]
FIELDS = ("table", "column", "type", "nullable", "meaning")
WORDS = {  # for a type, whatever a database calls it
    "Moment": "moment",
    "BigInteger": "integer",
    "Integer": "integer",
    "SmallInteger": "integer",
    "Float": "number",
    "Boolean": "boolean",
    "String": "text",
    "Text": "text",
    "JSON": "json",
    "LargeBinary": "bytes",
}


@click.command("columns", short_help="What each table holds, for those who ask them in SQL.")
@click.argument("tables", nargs=-1, type=click.Choice(sorted(metadata.tables)), metavar="[TABLE]...")
@format_option
def db_columns(tables: tuple[str, ...], form: str) -> None:
    """Print the columns of the store's tables, or of some of them, and what they hold, for those who ask in SQL.

    A moment is a whole number of microseconds since 1970, UTC. The README shows how that becomes a time, and which
    mentions count.

    \b
    forumwatch db columns mentions articles
    forumwatch db columns --format csv
    """
    wanted = [metadata.tables[name] for name in tables or sorted(metadata.tables)]
    write_rows((row for table in wanted for row in _rows(table)), form, COLUMNS, FIELDS)


def _rows(table: Table) -> Iterator[Row]:
    for column in table.columns:
        yield {
            "table": table.name,
            "column": column.name,
            "type": WORDS[type(column.type).__name__],
            "nullable": bool(column.nullable),
            "meaning": column.comment or "",
        }
