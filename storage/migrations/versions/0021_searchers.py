"""Who searches for what may have been missed, whose host is left to that one meanwhile; and what is polled now is found."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """Of a search that is under way nobody knows whose it is: it runs out after an hour."""
    op.add_column("losses", sa.Column("leased_by", sa.Text(), comment="the worker that searches now"))
    leased = sa.text("leased_by IS NOT NULL")
    op.create_index(
        "ix_sources_leased", "sources", ["leased_by"], sqlite_where=leased, postgresql_where=leased
    )
