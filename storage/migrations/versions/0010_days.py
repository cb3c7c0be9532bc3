"""Days that are over, summed, and an index of the polls that ended a time without an answer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_SAID = {
    "polls": "on that day",
    "failed": "of them",
    "unchanged": "of them: answered, and announced nothing",
    "new": "entries that they brought",
    "announced": "entries that were seen for the first time, also by searches",
}
_OVER = 2  # days that are kept open behind the last one of which anything is known
# days of polls and of entries (their moments are microseconds since 1970), all that are over
_FILL = """
INSERT INTO days (day, polls, failed, unchanged, new, announced)
SELECT day, sum(polls), sum(failed), sum(unchanged), sum(new), sum(announced) FROM (
  SELECT day, sum(polls) AS polls, sum(failed) AS failed, sum(unchanged) AS unchanged, sum(new) AS new, 0 AS announced
  FROM polls GROUP BY day
  UNION ALL
  SELECT seen_at / 86400000000, 0, 0, 0, 0, count(*) FROM entries GROUP BY seen_at / 86400000000
) AS known WHERE day <= :last GROUP BY day
"""


def upgrade() -> None:
    """What is known already is summed by the database, in one pass over an index of each table."""
    op.create_table(
        "days",
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False, comment="since 1970, UTC"),
        *(sa.Column(name, sa.Integer(), nullable=False, comment=said) for name, said in _SAID.items()),
        sa.PrimaryKeyConstraint("day", name="pk_days"),
    )
    unheard = sa.text("unheard_s > 0")
    op.create_index(
        "ix_polls_unheard",
        "polls",
        ["day", "source_id", "unheard_s"],
        sqlite_where=unheard,
        postgresql_where=unheard,
    )
    conn = op.get_bind()
    polled = conn.execute(sa.text("SELECT max(day) FROM polls")).scalar()
    seen = conn.execute(sa.text("SELECT max(seen_at) / 86400000000 FROM entries")).scalar()
    conn.execute(sa.text(_FILL), {"last": max(polled or 0, seen or 0) - _OVER})
