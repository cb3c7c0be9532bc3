"""The tables, one comment per column. The same on SQLite and on PostgreSQL."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
    text,
)

from storage.shape.columns import Id, Moment, metadata, partial
from storage.shape.compared import anchor_blocks, fingerprint_blocks, fingerprints
from storage.shape.flagged import (
    SHOWN,
    candidate_sightings,
    candidates,
    changes,
    counted_edition,
    cursors,
    mentions,
    tokens,
)
from storage.shape.polled import (
    ASLEEP,
    LOANED,
    POLLED,
    READY,
    SEARCHED_FOR,
    UNHEARD,
    UNREAD,
    days,
    entries,
    hosts,
    losses,
    polls,
    robots,
    sources,
)

__all__ = [
    "ASLEEP",
    "EDITS",
    "JOINED",
    "LOANED",
    "MISSING",
    "POLLED",
    "READY",
    "REVISITED",
    "SEARCHED_FOR",
    "SHOWN",
    "UNHEARD",
    "UNREAD",
    "anchor_blocks",
    "articles",
    "candidate_sightings",
    "candidates",
    "changes",
    "counted_edition",
    "cursors",
    "days",
    "entries",
    "errors",
    "fingerprint_blocks",
    "fingerprints",
    "headlines",
    "hosts",
    "losses",
    "mentions",
    "metadata",
    "pages",
    "polls",
    "revisits",
    "robots",
    "sources",
    "stories",
    "tokens",
    "totals",
    "versions",
    "walks",
]

stories = Table(
    "stories",
    metadata,
    Column("id", Id, primary_key=True, comment="one text, however often it was published"),
    Column("opened_at", Moment, nullable=False, comment="when its first article was stored"),
    Column("joined_to", BigInteger, comment="the elder story that it turned out to be; null: itself"),
)
JOINED = text("joined_to IS NOT NULL")
partial(None, stories.c.joined_to, where=JOINED)

articles = Table(
    "articles",
    metadata,
    Column("id", Id, primary_key=True, comment="in the order of being stored"),
    Column(
        "key_hash", LargeBinary(16), nullable=False, unique=True, comment="blake2b of its address's identity"
    ),
    Column("source_id", ForeignKey("sources.id"), nullable=False, comment="whose entry led to it"),
    Column("story_id", ForeignKey("stories.id"), nullable=False, comment="what it tells"),
    Column("url", Text, nullable=False, comment="the address that answered"),
    Column("host", Text, nullable=False, comment="of url"),
    Column("canonical_url", Text, comment="as declared"),
    Column("title", Text, nullable=False, comment="headline without the site's name"),
    Column("summary", Text, comment="as declared"),
    Column("authors", JSON, nullable=False, comment="names"),
    Column("published_at", Moment, comment="UTC"),
    Column("published_offset_min", SmallInteger, comment="the publisher's offset from UTC"),
    Column("modified_at", Moment, comment="UTC"),
    Column("modified_offset_min", SmallInteger, comment="the publisher's offset from UTC"),
    Column("language", Text, comment="ISO 639-1"),
    Column("site_name", Text, comment="the outlet's own name"),
    Column("section", Text, comment="as declared"),
    Column("tags", JSON, nullable=False, comment="as declared"),
    Column("image_url", Text, comment="as declared"),
    Column(
        "kind",
        String(10),
        nullable=False,
        server_default="article",
        comment="article, live (a blog of timed posts) or gallery",
    ),
    Column(
        "partial",
        Boolean,
        nullable=False,
        server_default=text("false"),
        comment="its page shows only a part of it",
    ),
    Column("published_from", Text, comment="the place that told published_at"),
    Column(
        "published_confidence",
        Float,
        nullable=False,
        server_default=text("0"),
        comment="share of the dates of such a place that are right",
    ),
    Column("modified_from", Text, comment="the place that told modified_at"),
    Column(
        "modified_confidence",
        Float,
        nullable=False,
        server_default=text("0"),
        comment="share of the dates of such a place that are right",
    ),
    Column("relation", String(10), nullable=False, comment="original, exact, near or translated"),
    Column("similarity", Float, nullable=False, comment="to copy_of, 0..1"),
    Column("copy_of", BigInteger, comment="the article it was found to be a copy or a translation of"),
    Column(
        "reasons", JSON(none_as_null=True), comment="what shows that it is a translation; null: none needed"
    ),
    Column("credit", Text, comment="the agency or outlet that its page names as the source of the text"),
    Column("removed_at", Moment, comment="when its page was found to be taken away; null: it stands"),
    Column(
        "announced",
        Boolean,
        nullable=False,
        server_default=text("false"),
        comment="only what its source said of it, its page was not read",
    ),
    Column("version", Integer, nullable=False, comment="1, and one more for each edit seen"),
    Column("stored_at", Moment, nullable=False, comment="when it was first stored"),
    Column("updated_at", Moment, nullable=False, comment="when its present version was stored"),
    # the last, so that SQLite reads the columns before it without following the text from page to page
    Column("text", Text, nullable=False, comment="paragraphs, a line break between them"),
    Index(None, "story_id"),
    Index(None, "source_id"),
    Index(None, "stored_at"),
    # what is asked of articles by the thousand: to fetch each, with its text, takes ten times as long
    Index(
        "ix_articles_fields",
        *("id", "language", "source_id", "story_id", "host", "published_at", "stored_at"),
        *("partial", "announced"),
    ),
)

totals = Table(
    "totals",
    metadata,
    Column("name", Text, primary_key=True, comment="of the table: articles or stories"),
    Column("place", BigInteger, nullable=False, comment="the last id that is counted"),
    Column("number", BigInteger, nullable=False, comment="how many rows there are up to it"),
)

versions = Table(
    "versions",
    metadata,
    Column("article_id", ForeignKey("articles.id"), primary_key=True, comment="whose"),
    Column("version", Integer, primary_key=True, comment="which"),
    Column("title", Text, comment="as it was then; null: the present version's stands with the article"),
    Column("text", Text, comment="as it was then; null likewise"),
    Column("summary", Text, comment="as it was then; null likewise, or none"),
    Column("stored_at", Moment, nullable=False, comment="when that version was stored"),
    Column("correction", Text, comment="the words by which that version says that it corrects; null: none"),
)

EDITS = text("version > 1")
partial("ix_versions_edits", versions.c.stored_at, versions.c.version, where=EDITS)

revisits = Table(
    "revisits",
    metadata,
    Column("article_id", ForeignKey("articles.id"), primary_key=True, comment="which mentions a forum"),
    Column("due_at", Moment, comment="to be looked at again then, or on loan until then; null: no more"),
    Column("leased_by", Text, comment="the worker that looks at it now"),
    Column("visits", SmallInteger, nullable=False, server_default=text("0"), comment="looks so far"),
    Column("seen_at", Moment, comment="the last look that brought an answer"),
    Column("missing_at", Moment, comment="the first of the looks in a row that found it gone"),
    Column("etag", Text, comment="validator of the last answer"),
    Column("last_modified", Text, comment="validator of the last answer"),
    Column("message", Text, comment="what the last look came to, where it was no answer"),
)
REVISITED = text("due_at IS NOT NULL")
partial(None, revisits.c.due_at, where=REVISITED)
MISSING = text("missing_at IS NOT NULL")
partial(None, revisits.c.missing_at, where=MISSING)

headlines = Table(
    "headlines",
    metadata,
    Column("article_id", ForeignKey("articles.id"), primary_key=True, comment="which names no forum itself"),
    Column("title", Text, comment="as it was announced since, in words that name one"),
    Column("summary", Text, comment="likewise"),
)

walks = Table(
    "walks",
    metadata,
    Column("name", Text, primary_key=True, comment="what goes through a table, a slice at a time"),
    Column("place", BigInteger, comment="where it goes on; null: it came to the end"),
    Column("begun_at", Moment, nullable=False, comment="when it began"),
)

pages = Table(
    "pages",
    metadata,
    Column("article_id", ForeignKey("articles.id"), primary_key=True, comment="what was read out of it"),
    Column("version", Integer, primary_key=True, comment="of the article"),
    Column("url", Text, nullable=False, comment="the address that answered"),
    Column("content_type", Text, comment="as served"),
    Column("fetched_at", Moment, nullable=False, comment="when"),
    Column("body", LargeBinary, nullable=False, comment="the bytes, zstd"),
)

errors = Table(
    "errors",
    metadata,
    Column("id", Id, primary_key=True, comment="in the order of happening"),
    Column("source_id", Text, nullable=False, comment="whose"),
    Column("url", Text, nullable=False, comment="what was asked for"),
    Column("at", Moment, nullable=False, comment="when"),
    Column("stage", String(20), nullable=False, comment="fetch, discover, parse, read or visit"),
    Column("message", Text, nullable=False, comment="in words"),
    Index(None, "source_id"),
)
