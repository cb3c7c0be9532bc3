"""What was announced of an article since it was read, in words that name a forum, until its page says so itself."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """What was announced before is not known any more."""
    article = sa.Column("article_id", ID, nullable=False, comment="which names no forum itself")
    op.create_table(
        "headlines",
        article,
        sa.Column("title", sa.Text(), comment="as it was announced since, in words that name one"),
        sa.Column("summary", sa.Text(), comment="likewise"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_headlines_article_id"),
        sa.PrimaryKeyConstraint("article_id", name="pk_headlines"),
    )
