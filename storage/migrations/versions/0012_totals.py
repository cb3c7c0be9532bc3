"""How many articles and stories there are, counted once, and small indexes of what is counted each time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

_SHOWN = sa.text("gone_at IS NULL AND NOT (triage = 'rejected')")
_MISSING = sa.text("missing_at IS NOT NULL")


def upgrade() -> None:
    """Those that there are already are counted in one pass over an index of each table."""
    op.create_table(
        "totals",
        sa.Column("name", sa.Text(), nullable=False, comment="of the table: articles or stories"),
        sa.Column("place", sa.BigInteger(), nullable=False, comment="the last id that is counted"),
        sa.Column("number", sa.BigInteger(), nullable=False, comment="how many rows there are up to it"),
        sa.PrimaryKeyConstraint("name", name="pk_totals"),
    )
    for table in ("articles", "stories"):
        counted = f"SELECT '{table}', coalesce((SELECT max(id) FROM {table}), 0), count(*) FROM {table}"
        op.execute(sa.text(f"INSERT INTO totals (name, place, number) {counted}"))
    _index("ix_mentions_shown", "mentions", ["source_id", "role"], _SHOWN)
    _index("ix_revisits_missing_at", "revisits", ["missing_at"], _MISSING)


def _index(name: str, table: str, columns: list[str], where: sa.TextClause) -> None:
    op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)
