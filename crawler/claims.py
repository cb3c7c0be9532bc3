"""What one process takes on loan from the store: sources to poll, entries to read, articles to look at again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeVar

import structlog
from sqlalchemy import Connection

from crawler.domains import domain_of
from crawler.giving_way import GivingWay, domain_or_host
from crawler.membership import LEASE_S, NAMED, Membership
from storage.articles import revisits, watched
from storage.database import Database
from storage.records import Revisit, SourceState, Waiting
from storage.sources import losses
from storage.sources import state as sources
from storage.sources.losses import Loss
from storage.waiting import entries, leases
from storage.waiting.elsewhere import hosts_elsewhere, hosts_waiting

NEIGHBOURS_S = 60  # between two looks at whose sources are in the store
LOOK_S = 3600  # an article that is looked at again: four of a host in a row, each at its deadline, and nothing hurries

Lent = TypeVar("Lent", SourceState, Waiting, Revisit, Loss)

Hear = Callable[[Connection, Collection[str]], object]  # what hosts said to the others of these names

log = structlog.get_logger("forumwatch")


def _nothing(conn: Connection, others: Collection[str]) -> None: ...


@dataclass(frozen=True, slots=True)
class Beside:
    """What others that crawl into the store are to a claim."""

    hear: Hear = _nothing
    left: Collection[str] = ()  # hosts that are left to them for a while


ALONE = Beside()


class Neighbours:
    """What the sources.yaml of other machines that crawl into one store makes of its sources.

    What they brought is left to them. What the last one that started let go of, as it has not heard of it, is taken up
    again where it is watched here: both are polled then.

    All ids of a store are gone through for that, so that it is done once in a while only; until then what another
    machine has begun with may be claimed here. That is handed back, and asked about anew.
    """

    def __init__(self, sources: Container[str], membership: Membership, hear: Hear = _nothing) -> None:
        self._watched, self._membership, self._hear = sources, membership, hear
        self._giving_way = GivingWay()
        self._strangers: list[str] = []
        self._asked: float | None = None

    async def strangers(self, db: Database, at: float) -> list[str]:
        """The ids of what is left to others; `at` is a moment of the loop's clock."""
        if self._asked is None or at - self._asked >= NEIGHBOURS_S:
            self._asked = at
            if own := await db.run(sources.take_up, self._watched):
                log.warning(
                    "another forumwatch on this store watches other sources: these are polled on by this one",
                    number=len(own),
                    sources=own[:NAMED],
                )
            self._strangers = await db.run(sources.strangers, self._watched)
            if self._strangers:
                await self._give_way(db, at)
        return self._strangers

    @property
    def beside(self) -> Beside:
        """What these others are to a claim."""
        return Beside(self._hear, self._giving_way.left if self._strangers else ())

    async def _give_way(self, db: Database, at: float) -> None:
        """Leave hosts to others for a while where what they alone watch would wait for ever."""
        worker, now = self._membership.worker, self._membership.now()
        known = self._giving_way.domains
        standing = await db.run(_standing, worker, self._strangers, now, known)
        self._giving_way.review(*standing, at)

    async def own(self, db: Database, claimed: Sequence[Lent]) -> list[Lent]:
        """What of it is of sources that are watched here; the rest is handed back: kept, it would be polled by nobody."""
        others = [lent for lent in claimed if lent.source_id not in self._watched]
        if others:
            await db.run(_hand_back, self._membership.worker, others)
            self._asked = None
        return [lent for lent in claimed if lent.source_id in self._watched]


def claim_sources(
    conn: Connection,
    due_by: datetime,
    now: datetime,
    limit: int,
    worker: str,
    without: Collection[str] = (),
    beside: Beside = ALONE,
) -> list[SourceState]:
    """Those due by `due_by`, none of the sources `without`, nor of hosts that others ask."""
    take = partial(sources.due_sources, worker=worker, lease_s=LEASE_S, due_by=due_by, domain_of=domain_of)
    return take(conn, now, limit, without=without, elsewhere=_elsewhere(conn, worker, now, beside))


def claim_entries(
    conn: Connection,
    now: datetime,
    limit: int,
    worker: str,
    without: Collection[str] = (),
    beside: Beside = ALONE,
) -> list[Waiting]:
    """The newest that wait, none of the sources `without`, nor of hosts that others ask."""
    take = partial(entries.claim, worker=worker, lease_s=LEASE_S, domain_of=domain_of)
    return take(conn, now, limit, without=without, elsewhere=_elsewhere(conn, worker, now, beside))


def claim_revisits(
    conn: Connection,
    now: datetime,
    limit: int,
    worker: str,
    busy: Mapping[str, int],
    without: Collection[str] = (),
    beside: Beside = ALONE,
) -> list[Revisit]:
    """Those that are due, none of the sources `without`, of hosts that have room beside the looks under way, `busy`, and that
    nobody else asks."""
    take = partial(revisits.claim, worker=worker, lease_s=LOOK_S, busy=busy, domain_of=domain_of)
    return take(conn, now, limit, without=without, elsewhere=_elsewhere(conn, worker, now, beside))


def claim_searches(
    conn: Connection,
    now: datetime,
    limit: int,
    worker: str,
    without: Collection[str] = (),
    beside: Beside = ALONE,
) -> list[Loss]:
    """Windows that are to be searched for, none of the sources `without`, nor of hosts that others ask."""
    take = partial(losses.claim, worker=worker, domain_of=domain_of)
    return take(conn, now, limit, without=without, elsewhere=_elsewhere(conn, worker, now, beside))


def _standing(
    conn: Connection, worker: str, strangers: Sequence[str], now: datetime, known: Collection[str]
) -> tuple[Collection[str], Collection[str], Collection[str]]:
    """The hosts of which something of `strangers` waits, those that `worker` asks, and those that others ask; looked for
    are only those of domains that `worker` asks, or that are `known` to be in question.
    """
    others = watched.others(conn, worker, now)
    if not others:
        return (), (), ()
    own = hosts_elsewhere(conn, [worker], now)
    asked = {*map(domain_or_host, own), *known}
    waiting = hosts_waiting(conn, strangers, now, lambda host: domain_or_host(host) in asked) if asked else ()
    return waiting, own, hosts_elsewhere(conn, others, now)


def _hand_back(
    conn: Connection, worker: str, claimed: Sequence[SourceState | Waiting | Revisit | Loss]
) -> None:
    """As if the worker had never claimed it."""
    for lent in claimed:
        match lent:
            case Loss():
                losses.give_back(conn, worker, lent.id)
            case Revisit():
                revisits.give_back(conn, worker, lent.article_id)
    leases.hand_back(conn, worker, [lent.source_id for lent in claimed if isinstance(lent, SourceState)])
    leases.hand_back(conn, worker, [lent.id for lent in claimed if isinstance(lent, Waiting)])


def _elsewhere(conn: Connection, worker: str, now: datetime, beside: Beside) -> Collection[str]:
    """Asked with each claim: who has just begun to crawl beside this one is not asked over, not for a minute either.

    Told with it, in the one moment in which a host passes from hand to hand, is what hosts said to the others.
    """
    others = watched.others(conn, worker, now)
    beside.hear(conn, others)
    return hosts_elsewhere(conn, others, now).union(beside.left) if others else ()
