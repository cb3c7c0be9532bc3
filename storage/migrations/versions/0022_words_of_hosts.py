"""What hosts said of when and how often they may be asked outlives the process that heard it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """What was said before is not known: each host says it once more."""
    op.create_table(
        "hosts",
        sa.Column("id", ID, nullable=False, comment="in the order of being said"),
        sa.Column("name", sa.Text(), nullable=False, comment="the host with its port, or *. and a domain"),
        sa.Column("quiet_until", sa.BigInteger(), nullable=False, comment="it wants no request until then"),
        sa.Column("refusals", sa.SmallInteger(), nullable=False, comment="answers in a row that said so"),
        sa.Column("pause_s", sa.Float(), nullable=False, comment="between two requests at least"),
        sa.Column("slow_until", sa.BigInteger(), nullable=False, comment="as long as that holds"),
        sa.Column("until", sa.BigInteger(), nullable=False, comment="as long as any of it matters"),
        sa.PrimaryKeyConstraint("id", name="pk_hosts"),
        sa.UniqueConstraint("name", name="uq_hosts_name"),
    )
    op.create_index("ix_hosts_until", "hosts", ["until"])
