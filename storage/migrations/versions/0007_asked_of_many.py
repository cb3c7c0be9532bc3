"""Indexes of what is asked of a million rows at a time: the fields of articles, edits, entries that were not read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Nothing but indexes, which the database makes of what is stored."""
    fields = ["id", "language", "source_id", "story_id", "host", "published_at", "stored_at"]
    op.create_index("ix_articles_fields", "articles", [*fields, "partial", "announced"])
    edits, unread = sa.text("version > 1"), sa.text("state <> 'read'")
    op.create_index(
        "ix_versions_edits",
        "versions",
        ["stored_at", "version"],
        sqlite_where=edits,
        postgresql_where=edits,
    )
    op.create_index(
        "ix_entries_unread",
        "entries",
        ["state", "seen_at", "source_id"],
        sqlite_where=unread,
        postgresql_where=unread,
    )
