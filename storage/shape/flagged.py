"""The tables of what was flagged and of who reads it: mentions, candidates, cursors, tokens."""

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
    String,
    Table,
    Text,
    UniqueConstraint,
    func,
    text,
)

from storage.shape.columns import Id, Moment, metadata, partial

mentions = Table(
    "mentions",
    metadata,
    Column("id", Id, primary_key=True, comment="for people to name it"),
    Column(
        "position", BigInteger, nullable=False, unique=True, comment="in the stream, in the order of commits"
    ),
    Column("article_id", ForeignKey("articles.id"), nullable=False, comment="who speaks"),
    Column("forum_id", Text, nullable=False, comment="of what"),
    Column("edition", Integer, nullable=False, comment="which year's, as the rules say; 0: the series"),
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
    Column("reason", Text, comment="why a person rejected it"),
    Column("triaged_by", Text, comment="who said so"),
    Column("triaged_at", Moment, comment="when"),
    Column(
        "triages",
        Integer,
        nullable=False,
        server_default=text("0"),
        comment="how often people spoke of it: the later of two who speak at once is told",
    ),
    # what reports count by, as its article says it: to fetch a hundred thousand articles takes a second
    Column("story_id", BigInteger, nullable=False, server_default=text("0"), comment="of its article"),
    Column("source_id", Text, nullable=False, server_default="", comment="of its article"),
    Column(
        "outlet", Text, nullable=False, server_default="", comment="registrable name of its article's address"
    ),
    Column("language", Text, comment="of its article"),
    Column(
        "relation",
        String(10),
        nullable=False,
        server_default="original",
        comment="of its article to its story",
    ),
    Column(
        "told_at",
        Moment,
        nullable=False,
        server_default=text("0"),
        comment="when its article was published, or stored where that is not known or lies behind it",
    ),
    Column(
        "credited",
        Boolean,
        nullable=False,
        server_default=text("false"),
        comment="whether its article credits an agency or another outlet",
    ),
    Column(
        "edition_said",
        Integer,
        comment="which year's, as a person says, in the place of the other; null: nobody spoke of it",
    ),
    Column("edition_by", Text, comment="who said so"),
    UniqueConstraint("article_id", "forum_id", "edition"),
    Index(None, "story_id"),
    # all that reports ask, so that they need not read the mentions themselves, which are long
    Index(
        "ix_mentions_counted",
        *("told_at", "gone_at", "triage", "forum_id", "edition", "article_id", "story_id"),
        *("outlet", "language", "source_id", "relation", "role", "found_at", "credited", "edition_said"),
    ),
)

# Which edition a mention counts for: a person's word, else that of the rules. All who list, filter or count ask this;
# the rules find a mention again by their own.
counted_edition = func.coalesce(mentions.c.edition_said, mentions.c.edition)
# By its index PostgreSQL also knows how many mentions an edition has: without it, it reads all to find few.
_COUNTED = Index("ix_mentions_forum_id_counted", mentions.c.forum_id, counted_edition)
_COUNTED.ddl_if(dialect="postgresql")
_BOTH = Index(None, mentions.c.forum_id, mentions.c.edition, mentions.c.edition_said)
_BOTH.ddl_if(dialect="sqlite")  # a table that is rebuilt loses an index of what is computed

# What lists show is counted by role and by source in a tenth of the bytes. SQLite takes this index for what is asked in
# these very words: in other words it would take it for reports, too, which read more than it holds.
SHOWN = text("gone_at IS NULL AND NOT (triage = 'rejected')")
partial("ix_mentions_shown", *(mentions.c.source_id, mentions.c.role), where=SHOWN)

changes = Table(
    "changes",
    metadata,
    Column(
        "position",
        BigInteger,
        primary_key=True,
        autoincrement=False,
        comment="in the stream of changes, in the order of commits",
    ),
    Column("mention_id", ForeignKey("mentions.id"), nullable=False, comment="what changed"),
    Column("at", Moment, nullable=False, comment="when"),
    Column(
        "what",
        String(10),
        nullable=False,
        comment="changed, gone (a later version or rule does not hold it), back, removed (its article was), triaged",
    ),
    Column("before", JSON(none_as_null=True), comment="what differs, as it was; null: nothing"),
    Index(None, "mention_id"),
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
    Column(
        "change_position",
        BigInteger,
        nullable=False,
        server_default=text("0"),
        comment="the last change it has passed",
    ),
)

tokens = Table(
    "tokens",
    metadata,
    Column("id", Id, primary_key=True, comment="for people to name it"),
    Column("name", Text, nullable=False, unique=True, comment="whose it is"),
    Column(
        "hash",
        LargeBinary(32),
        nullable=False,
        unique=True,
        comment="sha256 of the secret, which is not kept",
    ),
    Column("scope", String(10), nullable=False, comment="read, or triage (which may read, too)"),
    Column("created_at", Moment, nullable=False, comment="when"),
    Column("used_at", Moment, comment="last seen, to the minute"),
    Column("revoked_at", Moment, comment="since when it is refused"),
    Column("expires_at", Moment, comment="from then on it is refused; null: never"),
)
