"""What is kept for a while only, each for as long as its own module says; nothing that was read or told is among it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from storage.mentions.candidates import prune_candidates
from storage.sources.heard import prune_polls
from storage.sources.hosts import prune_words
from storage.sources.losses import prune_losses
from storage.sources.robots import prune_rules
from storage.stories.translations import prune_anchors
from storage.waiting.daily import sum_days
from storage.waiting.errors import prune_errors


def prune(conn: Connection, now: datetime) -> dict[str, int]:
    """Forget what is kept for a while only, and sum the days that are over; returns how many rows of each table went."""
    sum_days(conn, now)
    return {
        "errors": prune_errors(conn),
        "candidates": prune_candidates(conn, now),
        "robots": prune_rules(conn, now),
        "hosts": prune_words(conn, now),
        "losses": prune_losses(conn, now),
        "polls": prune_polls(conn, now),
        "anchor_keys": prune_anchors(conn, now),
    }
