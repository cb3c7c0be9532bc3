"""Alerts, which nothing ever wrote, are gone: readers have cursors and feeds."""

from __future__ import annotations

from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """The table is empty in every store."""
    op.drop_table("alerts")
