"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
READY = sa.text("state = 'waiting' AND wake_at IS NULL")
ASLEEP = sa.text("wake_at IS NOT NULL")
LOANED = sa.text("leased_by IS NOT NULL")
POLLED = sa.text("configured AND enabled AND NOT gone")


def upgrade() -> None:
    """Make every table, the ones that others refer to first."""
    for make in (
        _cursors,
        _errors,
        _fingerprint_keys,
        _sources,
        _stories,
        _articles,
        _entries,
        _fingerprints,
        _mentions,
        _pages,
        _versions,
        _alerts,
    ):
        make()


def _cursors() -> None:
    op.create_table(
        "cursors",
        sa.Column("name", sa.Text(), nullable=False, comment="of the reader"),
        sa.Column("position", sa.BigInteger(), nullable=False, comment="the last mention it has passed"),
        sa.Column("moved_at", sa.BigInteger(), nullable=False, comment="when"),
        sa.PrimaryKeyConstraint("name", name="pk_cursors"),
    )


def _errors() -> None:
    op.create_table(
        "errors",
        sa.Column("id", ID, nullable=False, comment="in the order of happening"),
        sa.Column("source_id", sa.Text(), nullable=False, comment="whose"),
        sa.Column("url", sa.Text(), nullable=False, comment="what was asked for"),
        sa.Column("at", sa.BigInteger(), nullable=False, comment="when"),
        sa.Column(
            "stage", sa.String(length=20), nullable=False, comment="fetch, discover, parse, read or visit"
        ),
        sa.Column("message", sa.Text(), nullable=False, comment="in words"),
        sa.PrimaryKeyConstraint("id", name="pk_errors"),
    )
    op.create_index("ix_errors_source_id", "errors", ["source_id"])


def _fingerprint_keys() -> None:
    op.create_table(
        "fingerprint_keys",
        sa.Column("key", sa.BigInteger(), nullable=False, comment="one of the smallest shingle hashes"),
        sa.Column("article_id", sa.BigInteger(), nullable=False, comment="a text that holds it"),
        sa.PrimaryKeyConstraint("key", "article_id", name="pk_fingerprint_keys"),
        sqlite_with_rowid=False,
    )


def _sources() -> None:
    op.create_table(
        "sources",
        sa.Column("id", sa.Text(), nullable=False, comment="as in sources.yaml"),
        sa.Column("name", sa.Text(), nullable=False, comment="for people"),
        sa.Column("kind", sa.String(length=10), nullable=False, comment="feed, sitemap or listing"),
        sa.Column("url", sa.Text(), nullable=False, comment="what is polled"),
        sa.Column("language", sa.Text(), nullable=True, comment="BCP 47"),
        sa.Column("country", sa.Text(), nullable=True, comment="ISO 3166-1"),
        sa.Column("timezone", sa.Text(), nullable=True, comment="IANA name"),
        sa.Column("enabled", sa.Boolean(), nullable=False, comment="polled at all"),
        sa.Column("reason", sa.Text(), nullable=True, comment="why it is not enabled"),
        sa.Column(
            "recipe",
            sa.Text(),
            nullable=False,
            comment="hash of what else decides which entries a document holds",
        ),
        sa.Column("configured", sa.Boolean(), nullable=False, comment="still in sources.yaml"),
        sa.Column("next_at", sa.BigInteger(), nullable=True, comment="due then; null: at once"),
        sa.Column("polled_at", sa.BigInteger(), nullable=True, comment="last poll"),
        sa.Column("succeeded_at", sa.BigInteger(), nullable=True, comment="last poll that was answered"),
        sa.Column("new_at", sa.BigInteger(), nullable=True, comment="last poll that brought a new entry"),
        sa.Column(
            "interval_s", sa.Integer(), nullable=True, comment="today's interval; null: the source's own"
        ),
        sa.Column("etag", sa.Text(), nullable=True, comment="validator of the last document"),
        sa.Column("last_modified", sa.Text(), nullable=True, comment="validator of the last document"),
        sa.Column(
            "body_hash", sa.Text(), nullable=True, comment="of the last document, for validators that lie"
        ),
        sa.Column(
            "failures",
            sa.Float(),
            server_default=sa.text("0"),
            nullable=False,
            comment="weighed, since the last success",
        ),
        sa.Column(
            "error",
            sa.Text(),
            nullable=True,
            comment="the last failure; without failures, a complaint about what was read",
        ),
        sa.Column(
            "gone", sa.Boolean(), server_default=sa.text("false"), nullable=False, comment="answered 410"
        ),
        sa.Column(
            "loss_from",
            sa.BigInteger(),
            nullable=True,
            comment="start of a window in which entries may have been missed",
        ),
        sa.Column("leased_by", sa.Text(), nullable=True, comment="the worker that polls it now"),
        sa.Column("leased_until", sa.BigInteger(), nullable=True, comment="after that it is free again"),
        sa.PrimaryKeyConstraint("id", name="pk_sources"),
    )
    op.create_index(
        "ix_sources_due", "sources", ["next_at", "id"], sqlite_where=POLLED, postgresql_where=POLLED
    )


def _stories() -> None:
    op.create_table(
        "stories",
        sa.Column("id", ID, nullable=False, comment="one text, however often it was published"),
        sa.Column("opened_at", sa.BigInteger(), nullable=False, comment="when its first article was stored"),
        sa.PrimaryKeyConstraint("id", name="pk_stories"),
    )


def _articles() -> None:
    op.create_table(
        "articles",
        sa.Column("id", ID, nullable=False, comment="in the order of being stored"),
        sa.Column(
            "key_hash", sa.LargeBinary(length=16), nullable=False, comment="blake2b of its address's identity"
        ),
        sa.Column("source_id", sa.Text(), nullable=False, comment="whose entry led to it"),
        sa.Column("story_id", ID, nullable=False, comment="what it tells"),
        sa.Column("url", sa.Text(), nullable=False, comment="the address that answered"),
        sa.Column("host", sa.Text(), nullable=False, comment="of url"),
        sa.Column("canonical_url", sa.Text(), nullable=True, comment="as declared"),
        sa.Column("title", sa.Text(), nullable=False, comment="headline without the site's name"),
        sa.Column("summary", sa.Text(), nullable=True, comment="as declared"),
        sa.Column("authors", sa.JSON(), nullable=False, comment="names"),
        sa.Column("published_at", sa.BigInteger(), nullable=True, comment="UTC"),
        sa.Column(
            "published_offset_min",
            sa.SmallInteger(),
            nullable=True,
            comment="the publisher's offset from UTC",
        ),
        sa.Column("modified_at", sa.BigInteger(), nullable=True, comment="UTC"),
        sa.Column(
            "modified_offset_min", sa.SmallInteger(), nullable=True, comment="the publisher's offset from UTC"
        ),
        sa.Column("language", sa.Text(), nullable=True, comment="ISO 639-1"),
        sa.Column("site_name", sa.Text(), nullable=True, comment="the outlet's own name"),
        sa.Column("section", sa.Text(), nullable=True, comment="as declared"),
        sa.Column("tags", sa.JSON(), nullable=False, comment="as declared"),
        sa.Column("image_url", sa.Text(), nullable=True, comment="as declared"),
        sa.Column("relation", sa.String(length=10), nullable=False, comment="original, exact or near"),
        sa.Column("similarity", sa.Float(), nullable=False, comment="to copy_of, 0..1"),
        sa.Column(
            "copy_of", sa.BigInteger(), nullable=True, comment="the article it was found to be a copy of"
        ),
        sa.Column(
            "announced",
            sa.Boolean(),
            server_default=sa.text("false"),
            nullable=False,
            comment="only what its source said of it, its page was not read",
        ),
        sa.Column("version", sa.Integer(), nullable=False, comment="1, and one more for each edit seen"),
        sa.Column("stored_at", sa.BigInteger(), nullable=False, comment="when it was first stored"),
        sa.Column(
            "updated_at", sa.BigInteger(), nullable=False, comment="when its present version was stored"
        ),
        sa.Column("text", sa.Text(), nullable=False, comment="paragraphs, a line break between them"),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name="fk_articles_source_id"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_articles_story_id"),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
        sa.UniqueConstraint("key_hash", name="uq_articles_key_hash"),
    )
    op.create_index("ix_articles_source_id", "articles", ["source_id"])
    op.create_index("ix_articles_stored_at", "articles", ["stored_at"])
    op.create_index("ix_articles_story_id", "articles", ["story_id"])


def _entries() -> None:
    op.create_table(
        "entries",
        sa.Column("id", ID, nullable=False, comment="in the order of being announced"),
        sa.Column(
            "key_hash", sa.LargeBinary(length=16), nullable=False, comment="blake2b of its address's identity"
        ),
        sa.Column("source_id", sa.Text(), nullable=False, comment="who announced it first"),
        sa.Column("url", sa.Text(), nullable=False, comment="as announced"),
        sa.Column("host", sa.Text(), nullable=False, comment="of url, to be fair between hosts"),
        sa.Column("title", sa.Text(), nullable=True, comment="as announced"),
        sa.Column("summary", sa.Text(), nullable=True, comment="as announced"),
        sa.Column("published_at", sa.BigInteger(), nullable=True, comment="as announced"),
        sa.Column("language", sa.Text(), nullable=True, comment="as announced"),
        sa.Column(
            "state",
            sa.String(length=10),
            nullable=False,
            comment="waiting, paused (its source is), read, skipped, dismissed, given_up",
        ),
        sa.Column(
            "tries",
            sa.SmallInteger(),
            server_default=sa.text("0"),
            nullable=False,
            comment="readings that failed",
        ),
        sa.Column(
            "begun",
            sa.SmallInteger(),
            server_default=sa.text("0"),
            nullable=False,
            comment="readings that did not come to any end, one after the other",
        ),
        sa.Column(
            "wake_at",
            sa.BigInteger(),
            nullable=True,
            comment="on loan or put off until then; null: to be read at once",
        ),
        sa.Column("leased_by", sa.Text(), nullable=True, comment="the worker that reads it now"),
        sa.Column("message", sa.Text(), nullable=True, comment="why it was not read"),
        sa.Column("article_id", sa.BigInteger(), nullable=True, comment="what was read"),
        sa.Column("seen_at", sa.BigInteger(), nullable=False, comment="first announced to us"),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name="fk_entries_source_id"),
        sa.PrimaryKeyConstraint("id", name="pk_entries"),
        sa.UniqueConstraint("key_hash", name="uq_entries_key_hash"),
    )
    op.create_index("ix_entries_asleep", "entries", ["wake_at"], sqlite_where=ASLEEP, postgresql_where=ASLEEP)
    op.create_index(
        "ix_entries_loaned", "entries", ["leased_by", "host"], sqlite_where=LOANED, postgresql_where=LOANED
    )
    op.create_index("ix_entries_ready", "entries", ["id", "host"], sqlite_where=READY, postgresql_where=READY)
    op.create_index(
        "ix_entries_ready_host", "entries", ["host", "id"], sqlite_where=READY, postgresql_where=READY
    )
    op.create_index("ix_entries_source_id_state", "entries", ["source_id", "state"])


def _fingerprints() -> None:
    op.create_table(
        "fingerprints",
        sa.Column("article_id", ID, nullable=False, comment="whose"),
        sa.Column("version", sa.SmallInteger(), nullable=False, comment="of the recipe"),
        sa.Column("text_hash", sa.LargeBinary(length=16), nullable=False, comment="of the folded text"),
        sa.Column("sketch", sa.LargeBinary(), nullable=False, comment="packed by crawler.dedupe"),
        sa.Column("numbers", sa.LargeBinary(), nullable=False, comment="packed by crawler.dedupe"),
        sa.Column("head", sa.LargeBinary(), nullable=False, comment="packed by crawler.dedupe"),
        sa.Column("length", sa.Integer(), nullable=False, comment="folded characters"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_fingerprints_article_id"),
        sa.PrimaryKeyConstraint("article_id", name="pk_fingerprints"),
    )
    op.create_index("ix_fingerprints_text_hash", "fingerprints", ["text_hash"])


def _mentions() -> None:
    op.create_table(
        "mentions",
        sa.Column("id", ID, nullable=False, comment="for people to name it"),
        sa.Column(
            "position", sa.BigInteger(), nullable=False, comment="in the stream, in the order of commits"
        ),
        sa.Column("article_id", ID, nullable=False, comment="who speaks"),
        sa.Column("forum_id", sa.Text(), nullable=False, comment="of what"),
        sa.Column("edition", sa.Integer(), nullable=False, comment="which year's; 0: the series"),
        sa.Column("role", sa.String(length=12), nullable=False, comment="main, substantial or passing"),
        sa.Column("score", sa.Float(), nullable=False, comment="0..1"),
        sa.Column("evidence", sa.JSON(), nullable=False, comment="quotes with field, offsets and rule"),
        sa.Column("found_at", sa.BigInteger(), nullable=False, comment="when it was flagged"),
        sa.Column(
            "version", sa.Integer(), nullable=False, comment="of the article, whose words the evidence quotes"
        ),
        sa.Column(
            "gone_at",
            sa.BigInteger(),
            nullable=True,
            comment="when a later version no longer held it; null: it stands",
        ),
        sa.Column(
            "triage",
            sa.String(length=10),
            server_default="new",
            nullable=False,
            comment="new, confirmed or rejected",
        ),
        sa.Column("note", sa.Text(), nullable=True, comment="a person's"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_mentions_article_id"),
        sa.PrimaryKeyConstraint("id", name="pk_mentions"),
        sa.UniqueConstraint(
            "article_id", "forum_id", "edition", name="uq_mentions_article_id_forum_id_edition"
        ),
        sa.UniqueConstraint("position", name="uq_mentions_position"),
    )
    op.create_index("ix_mentions_forum_id_edition", "mentions", ["forum_id", "edition"])


def _pages() -> None:
    op.create_table(
        "pages",
        sa.Column("article_id", ID, nullable=False, comment="what was read out of it"),
        sa.Column("version", sa.Integer(), nullable=False, comment="of the article"),
        sa.Column("url", sa.Text(), nullable=False, comment="the address that answered"),
        sa.Column("content_type", sa.Text(), nullable=True, comment="as served"),
        sa.Column("fetched_at", sa.BigInteger(), nullable=False, comment="when"),
        sa.Column("body", sa.LargeBinary(), nullable=False, comment="the bytes, zstd"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_pages_article_id"),
        sa.PrimaryKeyConstraint("article_id", "version", name="pk_pages"),
    )


def _versions() -> None:
    op.create_table(
        "versions",
        sa.Column("article_id", ID, nullable=False, comment="whose"),
        sa.Column("version", sa.Integer(), nullable=False, comment="which"),
        sa.Column(
            "title",
            sa.Text(),
            nullable=True,
            comment="as it was then; null: the present version's stands with the article",
        ),
        sa.Column("text", sa.Text(), nullable=True, comment="as it was then; null likewise"),
        sa.Column("summary", sa.Text(), nullable=True, comment="as it was then; null likewise, or none"),
        sa.Column("stored_at", sa.BigInteger(), nullable=False, comment="when that version was stored"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_versions_article_id"),
        sa.PrimaryKeyConstraint("article_id", "version", name="pk_versions"),
    )


def _alerts() -> None:
    op.create_table(
        "alerts",
        sa.Column("id", ID, nullable=False, comment="in the order of being owed"),
        sa.Column("mention_id", ID, nullable=False, comment="what is owed"),
        sa.Column("channel", sa.Text(), nullable=False, comment="to whom, by its name in sources.yaml"),
        sa.Column("state", sa.String(length=10), nullable=False, comment="owed, delivered or given_up"),
        sa.Column(
            "tries",
            sa.SmallInteger(),
            server_default=sa.text("0"),
            nullable=False,
            comment="deliveries begun",
        ),
        sa.Column("next_at", sa.BigInteger(), nullable=True, comment="not before"),
        sa.Column("message", sa.Text(), nullable=True, comment="why the last try failed"),
        sa.Column("delivered_at", sa.BigInteger(), nullable=True, comment="when it arrived"),
        sa.ForeignKeyConstraint(["mention_id"], ["mentions.id"], name="fk_alerts_mention_id"),
        sa.PrimaryKeyConstraint("id", name="pk_alerts"),
        sa.UniqueConstraint("mention_id", "channel", name="uq_alerts_mention_id_channel"),
    )
