"""What kind of article it is, whether all of it was shown, and where its dates come from."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Articles stored before are taken for whole and plain, their dates for ones of unknown place."""
    columns: tuple[sa.Column[Any], ...] = (
        sa.Column(
            "kind",
            sa.String(10),
            nullable=False,
            server_default="article",
            comment="article, live (a blog of timed posts) or gallery",
        ),
        sa.Column(
            "partial",
            sa.Boolean(),
            nullable=False,
            server_default=sa.text("false"),
            comment="its page shows only a part of it",
        ),
        sa.Column("published_from", sa.Text(), comment="the place that told published_at"),
        sa.Column(
            "published_confidence",
            sa.Float(),
            nullable=False,
            server_default=sa.text("0"),
            comment="share of the dates of such a place that are right",
        ),
        sa.Column("modified_from", sa.Text(), comment="the place that told modified_at"),
        sa.Column(
            "modified_confidence",
            sa.Float(),
            nullable=False,
            server_default=sa.text("0"),
            comment="share of the dates of such a place that are right",
        ),
    )
    sqlite = op.get_bind().dialect.name == "sqlite"  # there the table is written anew, its text last
    with op.batch_alter_table("articles", recreate="always" if sqlite else "never") as table:
        after = "image_url"
        for column in columns:
            table.add_column(column, insert_after=after if sqlite else None)
            after = column.name
