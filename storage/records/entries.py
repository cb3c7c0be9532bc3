"""What a source announced, and what waits to be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

NOBODY_KNOWS = datetime.max.replace(tzinfo=UTC)  # of when what was left out of a document is


@dataclass(frozen=True, slots=True)
class Entry:
    """One link that a source announced, with what the source said of it."""

    url: str  # absolute, http or https, normalised by one parser
    title: str | None = None
    summary: str | None = None  # plain text
    published_at: datetime | None = None
    language: str | None = None
    changed_at: datetime | None = None  # where no publication is told: when it was last changed; not stored


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry on loan to one reader, until ``leased_until``."""

    id: int
    source_id: str
    url: str
    tries: int  # readings that failed before this one
    leased_until: datetime
    begun: int = 0  # readers that died with it on loan, and since then over it
    title: str | None = None
    summary: str | None = None
    published_at: datetime | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Discovery:
    """What a polled document announced."""

    entries: tuple[Entry, ...] = ()  # newest first where the document tells, else in its order
    children: tuple[str, ...] = ()  # further documents to poll now: the sitemaps of an index, a move
    problem: str | None = None  # "discover: HTML instead of a feed": recorded beside the source
    title: str | None = None
    older: str | None = None  # where the same document goes on with older entries
    broken: bool = False  # it breaks off: what else stood in it nobody knows
    ranked: bool = True  # the first of `children` is likelier than any other to hold the newest entries
    left_at: datetime | None = None  # the latest that what was left out of it may be of; None: nothing was
