"""Stored values → the rows that leave the program, under the values' own field names.

One function per kind of row, a plain dict each; JSON, JSONL and CSV print the same fields.
"""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from storage.articles import StoredArticle
from storage.mentions import StoredMention
from storage.records import Article, Mention
from storage.sources import SourceStatus

Row = dict[str, Any]


def fields_of(kind: type[Any]) -> tuple[str, ...]:
    """The field names of a dataclass, which are those of its rows."""
    return tuple(field.name for field in fields(kind))


_MENTION_HEAD = ("id", "position")
_MENTION_TAIL = (
    "url",
    "title",
    "language",
    "published_at",
    "site_name",
    "source_id",
    "article_id",
    "story_id",
    "removed_at",
    "found_at",
    "triage",
)
MENTION_FIELDS = (*_MENTION_HEAD, *fields_of(Mention), *_MENTION_TAIL)
_ARTICLE_TAIL = (
    "source_id",
    "source_url",
    "story_id",
    "relation",
    "similarity",
    "copy_of",
    "stored_at",
    "version",
    "removed_at",
)


def mention_row(found: StoredMention) -> Row:
    """A mention with its evidence, and the head of its article."""
    return {**_picked(found, _MENTION_HEAD), **asdict(found.mention), **_picked(found, _MENTION_TAIL)}


def article_fields(full: bool) -> tuple[str, ...]:
    """The fields of `article_row`."""
    own = (name for name in fields_of(Article) if full or name != "text")
    return ("id", *own, *_ARTICLE_TAIL)


def article_row(stored: StoredArticle, full: bool) -> Row:
    """An article without its text, or with it when `full`."""
    values = asdict(stored.article)
    if not full:
        values.pop("text")
    return {"id": stored.id, **values, **_picked(stored, _ARTICLE_TAIL)}


def source_row(status: SourceStatus) -> Row:
    """A source with its state and counts."""
    return asdict(status)


def _picked(value: Any, names: tuple[str, ...]) -> Row:
    return {name: getattr(value, name) for name in names}


def plain(value: Any) -> Any:
    """What json cannot write by itself."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, (tuple, set, frozenset)):
        return list(value)
    raise TypeError(f"{type(value).__name__} in a row")
