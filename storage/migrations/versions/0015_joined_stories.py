"""Where a story was joined into an elder one, its row says into which."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

_JOINED = sa.text("joined_to IS NOT NULL")


def upgrade() -> None:
    """No row changes: both databases only note that there is a column, and look once through the stories for its index."""
    joined = sa.Column(
        "joined_to", sa.BigInteger(), comment="the elder story that it turned out to be; null: itself"
    )
    op.add_column("stories", joined)
    op.create_index(
        "ix_stories_joined_to", "stories", ["joined_to"], sqlite_where=_JOINED, postgresql_where=_JOINED
    )
