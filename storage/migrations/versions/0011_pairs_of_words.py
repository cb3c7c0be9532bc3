"""PostgreSQL's index of words knows which words stand together, so that a phrase is looked for among few rows."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.search import fulltext

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """The index is made beside the old one, which readers go on asking meanwhile; no row changes, on SQLite nothing."""
    conn = op.get_bind()
    if conn.dialect.name == "postgresql":
        fulltext.prove_free(conn)
        op.execute(sa.text(fulltext.GIN))
        op.execute(sa.text(f"DROP INDEX IF EXISTS ix_{fulltext.NAME}_blocks"))
