"""What is polled, how it stands, and what a poll of it came to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from storage.records.pages import Failure

SourceKind = Literal["feed", "sitemap", "listing"]
ReadRule = Literal["always", "on_match", "never"]
OVERDUE_AFTER = timedelta(minutes=30)  # due for so long: nobody polls
NOTHING = ""  # stands for the hash of a document that announced nothing
AMONG_THE_REST = "; what is new may be among the rest"  # of a complaint that a document was taken in part
HELD = "max_new)"  # likewise, that new addresses of it were not
MOVED_AFTER = 3  # days in a row on which permanent redirects led to one place: it is polled there


@dataclass(frozen=True, slots=True)
class Selectors:
    """CSS selectors that find the entries of a listing page; all but ``item`` are sought inside the item."""

    item: str
    link: str = "a"
    title: str | None = None
    date: str | None = None
    summary: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Something polled. Comes from sources.yaml; secrets in it are never stored."""

    id: str
    name: str
    kind: SourceKind
    url: str
    language: str | None = None  # BCP 47, what the source is written in
    country: str | None = None  # ISO 3166-1 alpha-2
    timezone: str | None = None  # IANA name, for dates that carry no offset
    every_s: int = 900
    cron: str | None = None  # five fields, in `timezone`, instead of every_s
    read: ReadRule = "always"
    select: Selectors | None = None  # listing only
    encoding: str | None = None  # overrides what the server declares
    render: bool = False  # its pages are drawn by scripts: read them in a browser
    max_entries: int = 2000  # per poll, newest first
    max_new: int = 5000  # entries never seen before, per day
    enabled: bool = True
    reason: str | None = None  # why it is not enabled
    auth: tuple[str, str] | None = field(default=None, repr=False)
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    proxy: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class SourceState:
    """What the store remembers of a source between polls."""

    source_id: str
    next_at: datetime | None = None  # due then; None: at once
    polled_at: datetime | None = None
    succeeded_at: datetime | None = None
    new_at: datetime | None = None  # when a poll last brought an entry never seen before
    interval_s: int | None = None  # today's interval; None: the source's own
    etag: str | None = None
    last_modified: str | None = None
    # of the last body, for servers whose validators lie; NOTHING: it announced nothing
    body_hash: str | None = None
    failures: float = 0.0  # weighed count since the last success: hard 1, soft .5, temporary .25
    error: str | None = None  # the last failure; without failures, a complaint about what was read
    gone: bool = False  # answered 410: asked no more until a person says so
    rhythm_s: int | None = None  # smoothed time between polls that brought something new
    moved_to: str | None = None  # where its address leads for good, by the last answers
    moves: int = 0  # days in a row on which it did
    heard_from: datetime | None = None  # since when its polls are counted
    # when a poll was due after the last answer: from then on it is unheard
    heard_until: datetime | None = None
    # since when its document announces nothing, or breaks off with nothing new in it, as it did not before
    empty_from: datetime | None = None
    rests: bool = False  # it was empty before and came back with nothing but news: that is its way


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one poll of a source came to."""

    at: datetime
    failure: Failure | None = None
    unchanged: bool = False  # 304, or the same body again
    entries: int = 0  # announced by the document
    known: int = 0  # of those, how many the store had already
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    problem: str | None = None  # a complaint about a document that was read all the same: it was read in part
    asked: str | None = None  # the address that was polled; None: the source's own
    moved_to: str | None = None  # where permanent redirects alone led from it
    oldest_at: datetime | None = None  # the earliest date of its entries; None: one of them tells none
    broken: bool = False  # the document breaks off: what else stood in it nobody knows
