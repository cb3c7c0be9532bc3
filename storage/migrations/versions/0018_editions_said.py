"""Which edition a mention is of, as a person says, in the place of what the rules say."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

_COUNTED = (
    *("told_at", "gone_at", "triage", "forum_id", "edition", "article_id", "story_id"),
    *("outlet", "language", "source_id", "relation", "role", "found_at", "credited", "edition_said"),
)


def upgrade() -> None:
    """Nobody has spoken of those that there are. The indexes that hold the edition hold both from now on."""
    said = "which year's, as a person says, in the place of the other; null: nobody spoke of it"
    op.add_column("mentions", sa.Column("edition_said", sa.Integer(), comment=said))
    op.add_column("mentions", sa.Column("edition_by", sa.Text(), comment="who said so"))
    if op.get_bind().dialect.name == "postgresql":  # SQLite keeps no comments
        op.alter_column("mentions", "edition", comment="which year's, as the rules say; 0: the series")
    op.drop_index("ix_mentions_forum_id_edition", "mentions")
    op.create_index(
        "ix_mentions_forum_id_edition_edition_said", "mentions", ["forum_id", "edition", "edition_said"]
    )
    op.drop_index("ix_mentions_counted", "mentions")
    op.create_index("ix_mentions_counted", "mentions", list(_COUNTED))
