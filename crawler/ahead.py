"""What sources.yaml says ahead, by what the store knows: which forums are on, what of the plan cannot be kept, and which
forums were looked for in no article stored before.

    sources.yaml, watchlist, store ─ahead─→ Ahead(events_on, cannot_be_kept, not_looked_for)

The command line, the API and the dashboard say the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from crawler.compose import fetch_settings
from crawler.config import Config
from crawler.fetch import product_token
from crawler.flag import Watchlist
from crawler.occasions import Occasion, occasions
from crawler.plan import Known, Pace, unkept
from crawler.sure import Ahead, counted
from crawler.watched import AT_START, BY_NOW, not_taken_up, owed
from storage.sources.robots import crawl_delays
from storage.sources.state import gone, stored_ids
from storage.sources.traps import brought
from storage.waiting.entries import ready_by_host


def ahead(
    conn: Connection, config: Config, watchlist: Watchlist, now: datetime, as_read: str = BY_NOW
) -> Ahead:
    """Of all that `config` says, also what the store has not heard of yet; `as_read`: see crawler.watched."""
    on = occasions(conn, watchlist, config.sources, now)
    kept_not = (*config.retired, *complaints(config, known(conn, config, now), now))
    unlooked = (*not_taken_up(conn, config.add, config.watch, as_read), *owed(conn, watchlist, now))
    return Ahead(tuple(map(_told, on)), kept_not, unlooked)


def ahead_of_polled(conn: Connection, config: Config, watchlist: Watchlist, now: datetime) -> Ahead:
    """Of what `config` and the store have in common: what is served may be another's store."""
    polled = stored_ids(conn)
    common = tuple(source for source in config.sources if source.id in polled)
    return ahead(conn, replace(config, sources=common), watchlist, now, AT_START)


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


def complaints(config: Config, seen: Known, now: datetime) -> Sequence[str]:
    """A sentence for each thing that cannot be kept."""
    pace = Pace(config.fetch.min_delay, config.fetch.concurrency, config.fetch.robots)
    return unkept(config.sources, pace, seen, now)


def _told(occasion: Occasion) -> str:
    return f"{occasion.name}: {counted(len(occasion.sources), 'source', 'sources')} twice as often"
