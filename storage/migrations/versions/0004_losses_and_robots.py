"""What may have been missed, a source's rhythm and its new address, and robots.txt rules that outlive a restart."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Rhythms are learned from the next polls on; a window of possible loss that stands becomes a row, which no search follows."""
    said = "smoothed time between polls that brought something new"
    op.add_column("sources", sa.Column("rhythm_s", sa.Integer(), comment=said))
    said = "where its address leads for good, by the last answers"
    op.add_column("sources", sa.Column("moved_to", sa.Text(), comment=said))
    moves = sa.Column(
        "moves",
        sa.SmallInteger(),
        nullable=False,
        server_default=sa.text("0"),
        comment="such answers in a row",
    )
    op.add_column("sources", moves)
    said = "since when its new entries are counted; begun anew after a day"
    op.add_column("sources", sa.Column("day_from", sa.BigInteger(), comment=said))
    day_new = sa.Column(
        "day_new",
        sa.Integer(),
        nullable=False,
        server_default=sa.text("0"),
        comment="new entries since then",
    )
    op.add_column("sources", day_new)
    op.create_table(
        "losses",
        sa.Column("id", ID, nullable=False, comment="in the order of being noticed"),
        sa.Column("source_id", sa.Text(), nullable=False, comment="whose entries may be missing"),
        sa.Column(
            "from_at", sa.BigInteger(), nullable=False, comment="the last poll before it that was answered"
        ),
        sa.Column(
            "to_at", sa.BigInteger(), nullable=False, comment="the poll that shared nothing with that one"
        ),
        sa.Column(
            "search_at",
            sa.BigInteger(),
            comment="to be searched for then, or on loan until then; null: no more",
        ),
        sa.Column(
            "tries", sa.SmallInteger(), nullable=False, server_default=sa.text("0"), comment="searches begun"
        ),
        sa.Column(
            "searched_at",
            sa.BigInteger(),
            comment="when its source's site was searched for it; null: not yet",
        ),
        sa.Column("found", sa.Integer(), comment="entries that the search brought"),
        sa.Column(
            "proved", sa.Boolean(), comment="whether the search reached back to from_at; null: no search"
        ),
        sa.Column("message", sa.Text(), comment="where the search looked, or why it failed"),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name="fk_losses_source_id"),
        sa.PrimaryKeyConstraint("id", name="pk_losses"),
    )
    op.create_index("ix_losses_source_id_to_at", "losses", ["source_id", "to_at"])
    wanted = sa.text("search_at IS NOT NULL")
    op.create_index(
        "ix_losses_search_at", "losses", ["search_at"], sqlite_where=wanted, postgresql_where=wanted
    )
    op.execute(
        "INSERT INTO losses (source_id, from_at, to_at) SELECT id, loss_from, coalesce(succeeded_at, loss_from)"
        " FROM sources WHERE loss_from IS NOT NULL"
    )
    op.drop_column("sources", "loss_from")
    op.create_table(
        "robots",
        sa.Column("key", sa.Text(), nullable=False, comment="origin, and the proxy it was asked through"),
        sa.Column(
            "token", sa.Text(), nullable=False, comment="the program that the rules were picked out for"
        ),
        sa.Column(
            "rules", sa.Text(), nullable=False, comment="robots.txt as far as it concerns that program"
        ),
        sa.Column("delay_s", sa.Float(), nullable=False, comment="Crawl-delay"),
        sa.Column("until", sa.BigInteger(), nullable=False, comment="to be asked again then"),
        sa.PrimaryKeyConstraint("key", name="pk_robots"),
    )
    op.create_index("ix_robots_until", "robots", ["until"])
