"""Which hosts are left to others for a while, since what they alone can ask for waits there, and this crawler keeps them off.

    theirs waits where this one asks ─PATIENCE_S→ given way, until this one's loans have ended and for SLICE_S more
                                                      │ they came, and left ─→ given way again after as long
                                                      └ nobody came ────────→ not again within AGAIN_S

Whoever has articles of a domain without end would have it for ever: each loan begins before the last one ends. Where
all watch the same sources nothing of that is needed, for whoever has a domain does all that waits there.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from crawler.domains import domain_of

PATIENCE_S = 120.0  # a loan mostly ends by itself within
SLICE_S = 300.0  # for others, and then for this one
AGAIN_S = 3_600.0  # whose sources they are has gone, and nobody has told the store


@dataclass(slots=True)
class _Case:
    """A domain of which something waits for others."""

    host: str
    since: float  # this one has kept them off; after a slice that is over it lies ahead
    until: float | None = None  # given way; None: not now
    came: bool = False  # somebody, meanwhile

    def review(self, mine: bool, theirs: bool, at: float) -> None:
        """Begin to give way, or end it."""
        if self.until is None:
            if not mine:
                self.since = max(self.since, at)  # it is not this one that keeps them off
            elif at - self.since >= PATIENCE_S:
                self.until, self.came = at + SLICE_S, False
            return
        left = self.came and not theirs
        self.came |= theirs
        if mine:
            self.until = at + SLICE_S
        elif left or at >= self.until:
            rest = SLICE_S if self.came else AGAIN_S
            self.since, self.until = at + rest - PATIENCE_S, None


class GivingWay:
    """The domains in question; moments are of a clock that nobody sets."""

    def __init__(self) -> None:
        self._cases: dict[str, _Case] = {}

    @property
    def left(self) -> tuple[str, ...]:
        """A host of each domain that is left to others now."""
        return tuple(case.host for case in self._cases.values() if case.until is not None)

    @property
    def domains(self) -> frozenset[str]:
        """All that are in question."""
        return frozenset(self._cases)

    def review(
        self, waiting: Collection[str], own: Collection[str], others: Collection[str], at: float
    ) -> None:
        """See where something `waiting` is for others, by its hosts, and whose loans the hosts `own` and of `others` are."""
        waits = {domain_or_host(host): host for host in waiting}
        mine, theirs = set(map(domain_or_host, own)), set(map(domain_or_host, others))
        for domain in self._cases.keys() - waits.keys():
            del self._cases[domain]
        for domain, host in waits.items():
            if case := self._cases.get(domain):
                case.review(domain in mine, domain in theirs, at)
            elif domain in mine:
                self._cases[domain] = _Case(host, at)


def domain_or_host(host: str) -> str:
    """Whose pauses a host shares."""
    return domain_of(host) or host
