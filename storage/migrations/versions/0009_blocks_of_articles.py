"""PostgreSQL's index of words knows the blocks of articles, so that the latest can be asked alone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.search import fulltext

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """The index is made beside the old one, which readers go on asking meanwhile; no row changes, on SQLite nothing."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(sa.text(fulltext.GIN))
        op.execute(sa.text(f"DROP INDEX IF EXISTS ix_{fulltext.NAME}_tokens"))
