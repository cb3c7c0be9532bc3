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
    """Nobody has spoken of those that there are. The indexes that hold the edition hold what counts from now on."""
    said = "which year's, as a person says, in the place of the other; null: nobody spoke of it"
    op.add_column("mentions", sa.Column("edition_said", sa.Integer(), comment=said))
    op.add_column("mentions", sa.Column("edition_by", sa.Text(), comment="who said so"))
    op.drop_index("ix_mentions_forum_id_edition", "mentions")
    op.drop_index("ix_mentions_counted", "mentions")
    op.create_index("ix_mentions_counted", "mentions", list(_COUNTED))
    if op.get_bind().dialect.name == "sqlite":
        both = ["forum_id", "edition", "edition_said"]
        op.create_index("ix_mentions_forum_id_edition_edition_said", "mentions", both)
        return
    op.alter_column("mentions", "edition", comment="which year's, as the rules say; 0: the series")
    counted = sa.text("coalesce(edition_said, edition)")
    op.create_index("ix_mentions_forum_id_counted", "mentions", ["forum_id", counted])
    op.execute("ANALYZE mentions")  # else it would not know for long how many mentions an edition has
