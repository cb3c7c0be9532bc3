"""PostgreSQL keeps an article's row of words whole on its page: it is stored and read faster."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.search import fulltext

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Of articles that are stored from now on; those that there are stay as they are, and `db copy` writes all anew."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(sa.text(f"ALTER TABLE {fulltext.NAME} SET (toast_tuple_target = {fulltext.WHOLE})"))
