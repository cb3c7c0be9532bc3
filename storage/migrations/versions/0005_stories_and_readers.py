"""Translations, credits, revisits and corrections; what reports count by, triage by name, changes, tokens."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import context, op

from storage.search import fulltext

revision = "0005"
down_revision = "0004"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON(none_as_null=True)


def upgrade() -> None:
    """Mentions learn from their articles what reports count by; articles stored before are not visited again.

    Of what was stored before exact copies are still known, near copies are not: their fingerprints are another recipe's.
    """
    _articles()
    _fingerprints()
    _revisits()
    _mentions()
    _entries()
    _readers()
    _words()


def _articles() -> None:
    columns: tuple[sa.Column[Any], ...] = (
        sa.Column("reasons", JSON, comment="what shows that it is a translation; null: none needed"),
        sa.Column(
            "credit", sa.Text(), comment="the agency or outlet that its page names as the source of the text"
        ),
        sa.Column(
            "removed_at", sa.BigInteger(), comment="when its page was found to be taken away; null: it stands"
        ),
    )
    sqlite = op.get_bind().dialect.name == "sqlite"  # there the table is written anew, its text last
    with op.batch_alter_table("articles", recreate="always" if sqlite else "never") as table:
        after = "copy_of"
        for column in columns:
            table.add_column(column, insert_after=after if sqlite else None)
            after = column.name
    if not sqlite:
        op.alter_column("articles", "relation", comment="original, exact, near or translated")
        said = "the article it was found to be a copy or a translation of"
        op.alter_column("articles", "copy_of", comment=said)
    said = "the words by which that version says that it corrects; null: none"
    op.add_column("versions", sa.Column("correction", sa.Text(), comment=said))


def _fingerprints() -> None:
    said = "what stays in a translation, packed by crawler.dedupe"
    op.add_column("fingerprints", sa.Column("anchors", sa.LargeBinary(), comment=said))
    said = "of the extra `encoder`, packed by crawler.dedupe; null without it"
    op.add_column("fingerprints", sa.Column("vector", sa.LargeBinary(), comment=said))
    if op.get_bind().dialect.name != "sqlite":
        for name, said in (
            ("sketch", "packed by crawler.dedupe; empty once it is dropped"),
            ("numbers", "packed by crawler.dedupe; empty likewise"),
        ):
            op.alter_column("fingerprints", name, comment=said)
    op.drop_index("ix_fingerprints_text_hash", "fingerprints")
    op.create_index("ix_fingerprints_text_hash_article_id", "fingerprints", ["text_hash", "article_id"])
    op.execute("DELETE FROM fingerprint_keys")  # of a recipe that finds nothing any more
    op.create_table(
        "walks",
        sa.Column("name", sa.Text(), nullable=False, comment="what goes through a table, a slice at a time"),
        sa.Column("place", sa.BigInteger(), comment="where it goes on; null: it came to the end"),
        sa.Column("begun_at", sa.BigInteger(), nullable=False, comment="when it began"),
        sa.PrimaryKeyConstraint("name", name="pk_walks"),
    )
    op.create_table(
        "anchor_keys",
        sa.Column(
            "key", sa.BigInteger(), nullable=False, comment="hash of something that stays in a translation"
        ),
        sa.Column("article_id", sa.BigInteger(), nullable=False, comment="a text that holds it"),
        sa.PrimaryKeyConstraint("key", "article_id", name="pk_anchor_keys"),
        sqlite_with_rowid=False,
    )


def _revisits() -> None:
    op.create_table(
        "revisits",
        sa.Column("article_id", ID, nullable=False, comment="which mentions a forum"),
        sa.Column(
            "due_at",
            sa.BigInteger(),
            comment="to be looked at again then, or on loan until then; null: no more",
        ),
        sa.Column("leased_by", sa.Text(), comment="the worker that looks at it now"),
        sa.Column(
            "visits", sa.SmallInteger(), nullable=False, server_default=sa.text("0"), comment="looks so far"
        ),
        sa.Column("seen_at", sa.BigInteger(), comment="the last look that brought an answer"),
        sa.Column(
            "missing_at", sa.BigInteger(), comment="the first of the looks in a row that found it gone"
        ),
        sa.Column("etag", sa.Text(), comment="validator of the last answer"),
        sa.Column("last_modified", sa.Text(), comment="validator of the last answer"),
        sa.Column("message", sa.Text(), comment="what the last look came to, where it was no answer"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_revisits_article_id"),
        sa.PrimaryKeyConstraint("article_id", name="pk_revisits"),
    )
    due = sa.text("due_at IS NOT NULL")
    op.create_index("ix_revisits_due_at", "revisits", ["due_at"], sqlite_where=due, postgresql_where=due)


def _mentions() -> None:
    columns: tuple[sa.Column[Any], ...] = (
        sa.Column("reason", sa.Text(), comment="why a person rejected it"),
        sa.Column("triaged_by", sa.Text(), comment="who said so"),
        sa.Column("triaged_at", sa.BigInteger(), comment="when"),
        sa.Column(
            "triages",
            sa.Integer(),
            nullable=False,
            server_default=sa.text("0"),
            comment="how often people spoke of it: the later of two who speak at once is told",
        ),
        sa.Column(
            "story_id", sa.BigInteger(), nullable=False, server_default=sa.text("0"), comment="of its article"
        ),
        sa.Column("source_id", sa.Text(), nullable=False, server_default="", comment="of its article"),
        sa.Column(
            "outlet",
            sa.Text(),
            nullable=False,
            server_default="",
            comment="registrable name of its article's address",
        ),
        sa.Column("language", sa.Text(), comment="of its article"),
        sa.Column(
            "relation",
            sa.String(10),
            nullable=False,
            server_default="original",
            comment="of its article to its story",
        ),
        sa.Column(
            "told_at",
            sa.BigInteger(),
            nullable=False,
            server_default=sa.text("0"),
            comment="when its article was published, or stored where that is not known or lies behind it",
        ),
        sa.Column(
            "credited",
            sa.Boolean(),
            nullable=False,
            server_default=sa.text("false"),
            comment="whether its article credits an agency or another outlet",
        ),
    )
    for column in columns:
        op.add_column("mentions", column)
    op.execute(
        "UPDATE mentions SET (story_id, source_id, outlet, language, relation, told_at) = (SELECT a.story_id, "
        "a.source_id, a.host, a.language, a.relation, CASE WHEN a.published_at <= a.stored_at THEN a.published_at "
        "ELSE a.stored_at END FROM articles a WHERE a.id = mentions.article_id)"
    )
    op.create_index("ix_mentions_story_id", "mentions", ["story_id"])
    counted = ["told_at", "gone_at", "triage", "forum_id", "edition", "article_id", "story_id"]
    counted += ["outlet", "language", "source_id", "relation", "role", "found_at", "credited"]
    op.create_index("ix_mentions_counted", "mentions", counted)
    op.create_table(
        "changes",
        sa.Column(
            "position",
            sa.BigInteger(),
            autoincrement=False,
            nullable=False,
            comment="in the stream of changes, in the order of commits",
        ),
        sa.Column("mention_id", ID, nullable=False, comment="what changed"),
        sa.Column("at", sa.BigInteger(), nullable=False, comment="when"),
        sa.Column(
            "what",
            sa.String(10),
            nullable=False,
            comment="changed, gone (a later version or rule does not hold it), back, removed (its article was), triaged",
        ),
        sa.Column("before", JSON, comment="what differs, as it was; null: nothing"),
        sa.ForeignKeyConstraint(["mention_id"], ["mentions.id"], name="fk_changes_mention_id"),
        sa.PrimaryKeyConstraint("position", name="pk_changes"),
    )
    op.create_index("ix_changes_mention_id", "changes", ["mention_id"])


def _entries() -> None:
    op.create_index("ix_entries_seen_at_state", "entries", ["seen_at", "state"])


def _readers() -> None:
    change_position = sa.Column(
        "change_position",
        sa.BigInteger(),
        nullable=False,
        server_default=sa.text("0"),
        comment="the last change it has passed",
    )
    op.add_column("cursors", change_position)
    op.create_table(
        "tokens",
        sa.Column("id", ID, nullable=False, comment="for people to name it"),
        sa.Column("name", sa.Text(), nullable=False, comment="whose it is"),
        sa.Column(
            "hash", sa.LargeBinary(32), nullable=False, comment="sha256 of the secret, which is not kept"
        ),
        sa.Column("scope", sa.String(10), nullable=False, comment="read, or triage (which may read, too)"),
        sa.Column("created_at", sa.BigInteger(), nullable=False, comment="when"),
        sa.Column("used_at", sa.BigInteger(), comment="last seen, to the minute"),
        sa.Column("revoked_at", sa.BigInteger(), comment="since when it is refused"),
        sa.PrimaryKeyConstraint("id", name="pk_tokens"),
        sa.UniqueConstraint("name", name="uq_tokens_name"),
        sa.UniqueConstraint("hash", name="uq_tokens_hash"),
    )


def _words() -> None:
    """The index that searching asks, with all articles in it: a store is searchable as a whole, or older than this."""
    fulltext.make(op.get_bind(), context.config.attributes.get("told"))
