"""Polls, counted by source and day, and since when a source is unheard."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_SAID = {
    "polls": "on that day; 0: unheard all day, as was found later",
    "failed": "of them",
    "unchanged": "of them: answered, and announced nothing",
    "new": "entries that they brought",
    "unheard_s": "of the day, without an answer that was due",
}


def upgrade() -> None:
    """What was polled before is not known: counting begins with the next poll of each source."""
    for name, said in (
        ("heard_from", "since when its polls are counted; null: not polled since they are"),
        ("heard_until", "when a poll was due after the last answer; unheard from then on"),
    ):
        op.add_column("sources", sa.Column(name, sa.BigInteger(), comment=said))
    day = sa.Column("day", sa.Integer(), autoincrement=False, nullable=False, comment="since 1970, UTC")
    op.create_table(
        "polls",
        day,
        sa.Column("source_id", sa.Text(), nullable=False, comment="who was polled"),
        *(sa.Column(name, sa.Integer(), nullable=False, comment=said) for name, said in _SAID.items()),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name="fk_polls_source_id"),
        sa.PrimaryKeyConstraint("day", "source_id", name="pk_polls"),
        sqlite_with_rowid=False,
    )
