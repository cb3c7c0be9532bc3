"""Who searches for what may have been missed: its host is left to that one meanwhile."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """Of a search that is under way nobody knows whose it is: it runs out after an hour."""
    op.add_column("losses", sa.Column("leased_by", sa.Text(), comment="the worker that searches now"))
