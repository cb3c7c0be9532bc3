"""What of sources.yaml cannot be kept, by what the store knows of hosts and sources; told where somebody will see it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from crawler.compose import fetch_settings
from crawler.config import Config
from crawler.fetch import product_token
from crawler.plan import Known, Pace, unkept
from storage.entries import ready_by_host
from storage.robots import crawl_delays
from storage.sources import gone
from storage.traps import brought

from .logs import tell
from .output import harmless

TOLD = 5  # in notes; `status` tells all


def known(conn: Connection, config: Config, now: datetime) -> Known:
    """What the store says of the hosts and sources of `config`."""
    token = product_token(fetch_settings(config).user_agent)
    least = min((source.max_new for source in config.sources), default=1)
    return Known(
        crawl_delays(conn, token, config.fetch.min_delay),
        ready_by_host(conn),
        brought(conn, now, least),
        gone(conn),
    )


def complaints(config: Config, seen: Known, now: datetime) -> list[str]:
    """A sentence for each thing that cannot be kept."""
    pace = Pace(config.fetch.min_delay, config.fetch.concurrency, config.fetch.robots)
    return unkept(config.sources, pace, seen, now)


def tell_plan(found: Sequence[str]) -> None:
    """Say on stderr what cannot be kept."""
    for said in found[:TOLD]:
        tell(harmless(f"note: cannot be kept: {said}"))
    if len(found) > TOLD:
        tell(f"note: {len(found) - TOLD:,} more things that cannot be kept; `forumwatch status` tells them")
