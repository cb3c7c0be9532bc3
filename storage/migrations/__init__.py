"""How tables of older versions become those of today. A fresh schema equals all of them replayed."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from storage.search.fulltext import Told


def migrate(conn: Connection, to: str = "head", told: Told | None = None) -> None:
    """Run every migration up to `to` that the store has not seen, inside the caller's transaction.

    `told` hears how many articles are indexed, of how many: what takes long in a large store.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes.update(connection=conn, told=told)
    command.upgrade(config, to)
