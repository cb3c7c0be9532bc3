"""What an article says of an event it mentions, and events that are not on the watchlist."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Mentions flagged before have no facts until they are flagged again."""
    facts = "what the article says of the event, with quotes; null: nothing"
    op.add_column("mentions", sa.Column("facts", sa.JSON(), comment=facts))
    op.create_table(
        "candidates",
        sa.Column("id", ID, nullable=False, comment="for people to name it"),
        sa.Column("key", sa.Text(), nullable=False, comment="the name, folded, without its year"),
        sa.Column("name", sa.Text(), nullable=False, comment="as it was first written"),
        sa.Column("language", sa.Text(), comment="of the article that wrote it so"),
        sa.Column(
            "state",
            sa.String(length=10),
            nullable=False,
            server_default="open",
            comment="open, accepted or rejected",
        ),
        sa.Column("first_at", sa.BigInteger(), nullable=False, comment="when it was first seen"),
        sa.Column("last_at", sa.BigInteger(), nullable=False, comment="when it was last seen"),
        sa.PrimaryKeyConstraint("id", name="pk_candidates"),
        sa.UniqueConstraint("key", name="uq_candidates_key"),
    )
    op.create_table(
        "candidate_sightings",
        sa.Column("candidate_id", ID, nullable=False, comment="what was seen"),
        sa.Column("article_id", ID, nullable=False, comment="where"),
        sa.Column("host", sa.Text(), nullable=False, comment="the outlet: independent ones are counted"),
        sa.Column("score", sa.Float(), nullable=False, comment="0..1"),
        sa.Column("evidence", sa.JSON(), nullable=False, comment="quotes with field, offsets and rule"),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidates.id"], name="fk_candidate_sightings_candidate_id"
        ),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_candidate_sightings_article_id"),
        sa.PrimaryKeyConstraint("candidate_id", "article_id", name="pk_candidate_sightings"),
    )
    op.create_index("ix_candidate_sightings_article_id", "candidate_sightings", ["article_id"])
