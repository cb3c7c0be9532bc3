"""Stored values → the rows that leave the program, under the values' own field names.

One function per kind of row, a plain dict each; JSON, JSONL and CSV print the same fields.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from storage.articles import StoredArticle
from storage.mentions import StoredMention

from storage.records import Article
from storage.sources import SourceStatus

Row = dict[str, Any]


def mention_row(found: StoredMention) -> Row:
    """A mention with its evidence, and the head of its article."""
    return {
        "id": found.id,
        "position": found.position,
        **asdict(found.mention),
        "url": found.url,
        "title": found.title,
        "language": found.language,
        "published_at": found.published_at,
        "site_name": found.site_name,
        "source_id": found.source_id,
        "article_id": found.article_id,
        "story_id": found.story_id,
        "found_at": found.found_at,
        "triage": found.triage,
    }


def article_row(stored: StoredArticle, full: bool) -> Row:
    """An article without its text, or with it when `full`."""
    article: Article = stored.article
    values = asdict(article)
    if not full:
        values.pop("text")
    return {
        "id": stored.id,
        **values,
        "source_id": stored.source_id,
        "source_url": stored.source_url,
        "story_id": stored.story_id,
        "relation": stored.relation,
        "similarity": stored.similarity,
        "copy_of": stored.copy_of,
        "stored_at": stored.stored_at,
        "version": stored.version,
    }


def source_row(status: SourceStatus) -> Row:
    """A source with its state and counts."""
    return asdict(status)


def plain(value: Any) -> Any:
    """What json cannot write by itself."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, (tuple, set, frozenset)):
        return list(value)
    raise TypeError(f"{type(value).__name__} in a row")
