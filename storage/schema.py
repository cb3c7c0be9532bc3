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
    UniqueConstraint,
    text,
)

from storage.columns import Id, Moment, metadata
from storage.polled import ASLEEP, LOANED, POLLED, READY, SEARCHED_FOR, entries, losses, robots, sources

__all__ = [
    "ASLEEP",
    "LOANED",
    "POLLED",
    "READY",
    "SEARCHED_FOR",
    "alerts",
    "articles",
    "candidate_sightings",
    "candidates",
    "cursors",
    "entries",
    "errors",
    "fingerprint_keys",
    "fingerprints",
    "losses",
    "mentions",
    "metadata",
    "pages",
    "robots",
    "sources",
    "stories",
    "versions",
]

stories = Table(
    "stories",
    metadata,
    Column("id", Id, primary_key=True, comment="one text, however often it was published"),
    Column("opened_at", Moment, nullable=False, comment="when its first article was stored"),
)

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
    Column("relation", String(10), nullable=False, comment="original, exact or near"),
    Column("similarity", Float, nullable=False, comment="to copy_of, 0..1"),
    Column("copy_of", BigInteger, comment="the article it was found to be a copy of"),
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
)

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("article_id", ForeignKey("articles.id"), primary_key=True, comment="whose"),
    Column("version", SmallInteger, nullable=False, comment="of the recipe"),
    Column("text_hash", LargeBinary(16), nullable=False, comment="of the folded text"),
    Column("sketch", LargeBinary, nullable=False, comment="packed by crawler.dedupe"),
    Column("numbers", LargeBinary, nullable=False, comment="packed by crawler.dedupe"),
    Column("head", LargeBinary, nullable=False, comment="packed by crawler.dedupe"),
    Column("length", Integer, nullable=False, comment="folded characters"),
    Index(None, "text_hash"),
)

fingerprint_keys = Table(
    "fingerprint_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, comment="one of the smallest shingle hashes"),
    Column("article_id", BigInteger, primary_key=True, comment="a text that holds it"),
    sqlite_with_rowid=False,
)

mentions = Table(
    "mentions",
    metadata,
    Column("id", Id, primary_key=True, comment="for people to name it"),
    Column(
        "position", BigInteger, nullable=False, unique=True, comment="in the stream, in the order of commits"
    ),
    Column("article_id", ForeignKey("articles.id"), nullable=False, comment="who speaks"),
    Column("forum_id", Text, nullable=False, comment="of what"),
    Column("edition", Integer, nullable=False, comment="which year's; 0: the series"),
    Column("role", String(12), nullable=False, comment="main, substantial or passing"),
    Column("score", Float, nullable=False, comment="0..1"),
    Column("evidence", JSON, nullable=False, comment="quotes with field, offsets and rule"),
    Column("found_at", Moment, nullable=False, comment="when it was flagged"),
    Column("version", Integer, nullable=False, comment="of the article, whose words the evidence quotes"),
    Column("gone_at", Moment, comment="when a later version no longer held it; null: it stands"),
    Column("triage", String(10), nullable=False, server_default="new", comment="new, confirmed or rejected"),
    Column("note", Text, comment="a person's"),
    Column(
        "facts",
        JSON(none_as_null=True),
        comment="what the article says of the event, with quotes; null: nothing",
    ),
    UniqueConstraint("article_id", "forum_id", "edition"),
    Index(None, "forum_id", "edition"),
)

candidates = Table(
    "candidates",
    metadata,
    Column("id", Id, primary_key=True, comment="for people to name it"),
    Column("key", Text, nullable=False, unique=True, comment="the name, folded, without its year"),
    Column("name", Text, nullable=False, comment="as it was first written"),
    Column("language", Text, comment="of the article that wrote it so"),
    Column("state", String(10), nullable=False, server_default="open", comment="open, accepted or rejected"),
    Column("first_at", Moment, nullable=False, comment="when it was first seen"),
    Column("last_at", Moment, nullable=False, comment="when it was last seen"),
)

candidate_sightings = Table(
    "candidate_sightings",
    metadata,
    Column("candidate_id", ForeignKey("candidates.id"), primary_key=True, comment="what was seen"),
    Column("article_id", ForeignKey("articles.id"), primary_key=True, comment="where"),
    Column("host", Text, nullable=False, comment="the outlet: independent ones are counted"),
    Column("score", Float, nullable=False, comment="0..1"),
    Column("evidence", JSON, nullable=False, comment="quotes with field, offsets and rule"),
    Index(None, "article_id"),
)

cursors = Table(
    "cursors",
    metadata,
    Column("name", Text, primary_key=True, comment="of the reader"),
    Column("position", BigInteger, nullable=False, comment="the last mention it has passed"),
    Column("moved_at", Moment, nullable=False, comment="when"),
)

alerts = Table(
    "alerts",
    metadata,
    Column("id", Id, primary_key=True, comment="in the order of being owed"),
    Column("mention_id", ForeignKey("mentions.id"), nullable=False, comment="what is owed"),
    Column("channel", Text, nullable=False, comment="to whom, by its name in sources.yaml"),
    Column("state", String(10), nullable=False, comment="owed, delivered or given_up"),
    Column("tries", SmallInteger, nullable=False, server_default=text("0"), comment="deliveries begun"),
    Column("next_at", Moment, comment="not before"),
    Column("message", Text, comment="why the last try failed"),
    Column("delivered_at", Moment, comment="when it arrived"),
    UniqueConstraint("mention_id", "channel"),
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
