"""Looks: asking for the page of an article again, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage.records.articles import ArticleKind


@dataclass(frozen=True, slots=True)
class Watch:
    """When a page is to be looked at, and what its server is to be told of the copy we have."""

    due_at: datetime | None  # None: never
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Revisit:
    """An article on loan to one reader, who looks at its page again."""

    article_id: int
    source_id: str
    url: str
    host: str
    title: str
    language: str | None
    published_at: datetime | None
    published_from: str | None
    published_confidence: float
    stored_at: datetime  # first
    partial: bool
    length: int  # characters of its text
    removed_at: datetime | None
    visits: int  # this one counted
    missing_at: datetime | None  # the first of the looks in a row that found it gone
    etag: str | None
    last_modified: str | None
    kind: ArticleKind = "article"
    mentions: bool = True  # whether it mentions a forum
    announced: bool = False  # its page was never read
    message: str | None = None  # what the last look came to, where that was no answer
    died: bool = False  # whether the last reader died that had it on loan


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look came to, as it is kept."""

    watch: Watch
    answered: bool = False
    missing_at: datetime | None = None
    removed: bool | None = None  # None: as it was
    message: str | None = None  # what it came to, where that was no answer


@dataclass(frozen=True, slots=True)
class Company:
    """The other articles of a host that are looked at."""

    missing: int  # found gone, and not yet said to be removed
    standing: int  # found to be there since
