"""Who of many sources of one domain is polled now, and who waits: the others' places are not for them.

The fetch room asks the hosts of a domain a few at a time; a thousand of its sources that waited there would keep
all others from being polled meanwhile.
"""

from __future__ import annotations

from collections import deque

from crawler.domains import domain_of
from storage.records import SourceState
from storage.text.clean import host_of

SHARE = 32  # polls of one domain under way: four that ask, and whoever waits for the pause of one host


class Shares:
    """The polls under way of each domain, and those that wait behind them."""

    def __init__(self) -> None:
        self._under_way: dict[str, int] = {}
        self._waiting: dict[str, deque[SourceState]] = {}

    def enter(self, url: str, state: SourceState) -> bool:
        """Whether the poll of `url` may begin; `leave` must follow then. Else it waits, and `leave` gives it out."""
        domain = domain_of(host_of(url))
        if domain is None:
            return True
        count = self._under_way.get(domain, 0)
        if count >= SHARE:
            self._waiting.setdefault(domain, deque()).append(state)
            return False
        self._under_way[domain] = count + 1
        return True

    def leave(self, url: str) -> SourceState | None:
        """A poll has ended: the one that begins in its place; None where nobody waits."""
        domain = domain_of(host_of(url))
        if domain is None:
            return None
        if waiting := self._waiting.get(domain):
            return waiting.popleft()
        self._waiting.pop(domain, None)
        self._under_way[domain] -= 1
        if not self._under_way[domain]:
            del self._under_way[domain]
        return None
