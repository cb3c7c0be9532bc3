"""The values that travel between the rooms: frozen, and built on the standard library alone.

    Source ─poll→ Page ─discover→ Entry ─read→ Page ─parse→ Article ─dedupe→ Fingerprint, Verdict
                                                                   └─flag──→ Mention(Evidence)

Every datetime is aware. Text is NFC. What is absent is ``None`` or ``()``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

SourceKind = Literal["feed", "sitemap", "listing"]
ReadRule = Literal["always", "on_match", "never"]
Role = Literal["main", "substantial", "passing"]
FailureKind = Literal["hard", "soft", "temporary", "gone", "refused", "offline"]
Triage = Literal["new", "confirmed", "rejected"]
Relation = Literal["original", "exact", "near", "translated"]
ArticleKind = Literal["article", "live", "gallery"]
NotArticleReason = Literal[
    "not-html",
    "empty",
    "no-text",
    "front-page",
    "list-page",
    "error-page",
    "not-found",
    "bot-wall",
    "consent",
    "login",
    "paywall",
    "shell",
    "video",
    "redirect",
    "noindex",
]
FORBIDDEN = "fetch: robots.txt disallows"  # how such a message begins
OFFLINE = "fetch: this machine reaches nobody"  # how such a message begins
OVERDUE_AFTER = timedelta(minutes=30)  # due for so long: nobody polls
NOTHING = ""  # stands for the hash of a document that announced nothing
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
class Page:
    """The bytes that answered one request."""

    url: str  # asked for
    final_url: str  # answered, after redirects
    status: int
    body: bytes  # decoded from its transfer and content encodings, otherwise as served
    fetched_at: datetime
    headers: Mapping[str, str] = field(default_factory=dict)  # names in lower case
    redirects: tuple[tuple[int, str], ...] = ()  # (status, address it pointed to), in order

    @property
    def content_type(self) -> str | None:
        """The Content-Type header as served."""
        return self.headers.get("content-type")

    @property
    def not_modified(self) -> bool:
        """Whether the server answered 304: the body is empty and what is stored still holds."""
        return self.status == 304


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no page: what the outside did wrong, as a value.

    ``hard`` will most likely fail again (unknown host, TLS, 4xx, oversize); ``soft`` may be the asker's
    pace or a page gone (404, 429); ``temporary`` is expected to pass (5xx, time-outs, resets); ``gone`` is
    410; ``refused`` was never asked (robots.txt, an inside address, a malformed URL); ``offline`` could not be:
    no way was found to anybody else either.
    """

    url: str
    kind: FailureKind
    message: str  # the stage leads: "fetch: 403 from example.org"
    at: datetime
    status: int | None = None
    retry_after_s: int | None = None  # what the server asked for, capped at a day


@dataclass(frozen=True, slots=True)
class Discovery:
    """What a polled document announced."""

    entries: tuple[Entry, ...] = ()  # newest first where the document tells, else in its order
    children: tuple[str, ...] = ()  # further documents to poll now: the sitemaps of an index, a move
    problem: str | None = None  # "discover: HTML instead of a feed": recorded beside the source
    title: str | None = None
    older: str | None = None  # where the same document goes on with older entries


@dataclass(frozen=True, slots=True)
class Article:
    """What was read out of a page."""

    url: str  # the address that answered
    title: str
    text: str  # paragraphs, one line break between them
    canonical_url: str | None = None  # as declared, absolute
    summary: str | None = None
    authors: tuple[str, ...] = ()
    published_at: datetime | None = None  # aware, in the publisher's own offset where it is known
    modified_at: datetime | None = None
    published_from: str | None = None  # the place that told: "json-ld", "url", "source" (what announced it) …
    modified_from: str | None = None
    published_confidence: float = 0.0  # share of the dates of such a place that are right
    modified_confidence: float = 0.0
    language: str | None = None  # ISO 639-1, lower case
    site_name: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    image_url: str | None = None
    kind: ArticleKind = "article"  # "live": a blog of timed posts; "gallery": pictures with lines below
    partial: bool = False  # there is more behind a subscription, a log-in or scripts
    next_page: str | None = None  # where the same article goes on, absolute; None: it ends here
    archivable: bool = True  # False: its publisher wants no copy of the page kept
    credit: str | None = None  # the agency or outlet that the page names as the source of its text


@dataclass(frozen=True, slots=True)
class NotArticle:
    """A page that is not an article, and why; never stored as one."""

    url: str | None
    reason: NotArticleReason
    detail: str = ""
    leads_to: str | None = None  # where the page sends its readers on to, absolute


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that prove a mention. Offsets count code points of the named field, end exclusive."""

    field: Literal["title", "summary", "text"]
    start: int
    end: int
    exact: str  # article.field[start:end]
    prefix: str  # up to 40 code points before
    suffix: str  # up to 40 code points after
    rule: str  # which rule saw it, with its version: "name/1"


FactKind = Literal[
    "dates", "place", "theme", "organiser", "person", "organisation", "participants", "agreement", "amount"
]


@dataclass(frozen=True, slots=True)
class Fact:
    """What an article says of an event that it mentions.

    `value` by kind: dates "2025-07-02/2025-07-05" (one day: both alike); participants a whole number, "800";
    amount "CNY 10000000000"; place, theme, organiser, person, organisation and agreement as the text writes them,
    a name in Latin letters where the text gives one.
    """

    kind: FactKind
    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Mention:
    """One article speaks of one forum; of one edition of it where that is known."""

    forum_id: str
    edition: int | None  # year; None: the series, or not resolved
    role: Role
    score: float  # 0..1
    evidence: tuple[Evidence, ...]
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event of the watched kind that is not on the watchlist, named in one article."""

    key: str  # the name folded, without year and ordinal: one event, one key
    name: str  # as the article writes it
    language: str | None
    edition: int | None  # year, where the article tells it
    score: float  # 0..1
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What tells copies of a text apart from other texts. The blobs are read by crawler.dedupe alone."""

    version: int  # of the recipe; fingerprints of different versions never compare
    text_hash: bytes  # 16 bytes: equal text after folding, equal hash
    keys: tuple[int, ...]  # of 32 bits: by which near copies are found; () for a text too short to judge
    sketch: bytes  # packed bottom-k sketch
    numbers: bytes  # packed hashes of the figures in the text
    head: bytes  # packed sketch of the first characters
    length: int  # folded characters
    anchors: bytes | None = None  # what stays in a translation, packed
    anchor_keys: tuple[int, ...] = ()  # from 0 up to 31 bits: by which translations are found
    vector: bytes | None = None  # of the extra `encoder`, packed


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A stored article that may tell the same as a new one."""

    article_id: int
    story_id: int
    language: str | None
    site: str | None  # host of its address
    stored_at: datetime
    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an article is a copy, and of which."""

    relation: Relation
    article_id: int | None = None  # the best match
    story_id: int | None = None  # the story to join; None: a story of its own
    similarity: float = 0.0  # 0..1
    reasons: tuple[str, ...] = ()  # what shows that it is a translation, for people
