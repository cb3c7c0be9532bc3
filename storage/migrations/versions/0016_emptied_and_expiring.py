"""Since when the document of a source is empty, and whether that is its way; until when a token serves."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Of a source whose document is empty by now nobody knows since when: it counts from the next time."""
    since = "since when its document is empty or broken off, as it was not before"
    op.add_column("sources", sa.Column("empty_from", sa.BigInteger(), comment=since))
    rests: sa.Column[bool] = sa.Column(
        "rests",
        sa.Boolean(),
        nullable=False,
        server_default=sa.text("false"),
        comment="it was empty before and came back with nothing but news",
    )
    op.add_column("sources", rests)
    op.add_column(
        "tokens", sa.Column("expires_at", sa.BigInteger(), comment="from then on it is refused; null: never")
    )
