"""What one process takes on loan from the store: sources to poll, entries to read, articles to look at again."""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import Collection, Container, Mapping
from datetime import datetime
from functools import partial

from sqlalchemy import Connection

from crawler.domains import domain_of
from storage import entries, leases, losses, revisits, sources
from storage.losses import Loss
from storage.records import SourceState, Waiting
from storage.revisits import Revisit

LEASE_S = 600  # after it what a dead process had is others'; machines' clocks may differ by half of it
LOOK_S = 3600  # an article that is looked at again: four of a host in a row, each at its deadline, and nothing hurries


def worker_name() -> str:
    """A name for this process in leases; containers may share host name and number."""
    return f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(3)}"


def claim_sources(
    conn: Connection, due_by: datetime, now: datetime, limit: int, worker: str, watched: Container[str]
) -> list[SourceState]:
    """Those due by `due_by`, of the sources `watched`: those of another machine's sources.yaml are left to it."""
    others = sources.strangers(conn, watched)
    return sources.due_sources(
        conn, now, limit, worker=worker, lease_s=LEASE_S, due_by=due_by, without=others
    )


def claim_entries(
    conn: Connection, now: datetime, limit: int, worker: str, watched: Container[str]
) -> list[Waiting]:
    """The newest that wait, of the sources `watched`."""
    others = sources.strangers(conn, watched)
    return entries.claim(
        conn, now, limit, worker=worker, lease_s=LEASE_S, domain_of=domain_of, without=others
    )


def claim_losses(conn: Connection, now: datetime, limit: int, watched: Container[str]) -> list[Loss]:
    """Those to be searched for, of the sources `watched`."""
    return losses.claim(conn, now, limit, without=sources.strangers(conn, watched))


def claim_revisits(
    conn: Connection,
    now: datetime,
    limit: int,
    worker: str,
    busy: Mapping[str, int],
    watched: Container[str],
) -> list[Revisit]:
    """Those that are due, of the sources `watched` and of hosts that have room beside the looks under way, `busy`."""
    take = partial(revisits.claim, worker=worker, lease_s=LOOK_S, busy=busy, domain_of=domain_of)
    return take(conn, now, limit, without=sources.strangers(conn, watched))


def keep_claims(conn: Connection, now: datetime, held: Collection[str | int], worker: str) -> None:
    """Say that the worker still works on these sources and entries."""
    leases.renew(conn, worker, held, now, LEASE_S)
