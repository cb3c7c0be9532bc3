"""Whether this machine still reaches anybody.

    answered, unreached ─→ down: no way was found to ENOUGH watched domains in a row, and nobody answered meanwhile
                         → closed: likewise, of those behind one proxy while others are reached

Only watched domains count: what a page links to may be a list of names that nobody has. Numbers and single names do
not: what serves feeds on this machine, or beside it, answers whether its line is down or not.

What fails meanwhile says nothing of those who were asked: nobody is left in peace for a day because the newsroom's
router was off for the night.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from crawler.domains import domain_of

from .faults import FetchError
from .urls import parse

ENOUGH = 5  # domains to which no way was found; with fewer sources, all of theirs


def domains(urls: Iterable[str]) -> frozenset[str]:
    """Whose the addresses are; numbers and single names are nobody's."""
    found: set[str | None] = set()
    for url in urls:
        try:
            found.add(domain_of(parse(url).site))
        except FetchError:
            continue
    return frozenset(filter(None, found))


@dataclass(slots=True)
class _Way:
    """Straight on, or through one proxy."""

    watched: Collection[str]  # domains
    unreached: set[str] = field(default_factory=set)  # of them, since the last answer
    answers: int = 0  # so far
    tried: bool = False  # by somebody just now, though it is shut


class Uplink:
    """What one process knows of its line, by the `watched` domains, and of the proxies that others are `behind`.

    Who is behind a proxy says nothing of who is not. All methods run on one event loop.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        enough: int = ENOUGH,
        watched: Collection[str] = frozenset(),
        behind: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        self._now = now
        self._enough = enough
        self._straight = _Way(watched)
        self._proxies = {way: _Way(domains) for way, domains in (behind or {}).items()}
        self.answered_at: datetime | None = None  # when anybody answered last
        self.outages = 0  # that are over

    @property
    def down(self) -> bool:
        """Whether nobody can be reached, by any way."""
        ways = (self._straight, *self._proxies.values())
        lost = sum(len(way.unreached) for way in ways)
        return lost >= self._enough and all(self._lost(way) for way in ways)

    def closed(self, way: str = "") -> bool:
        """Whether nobody can be reached through the proxy `way`, or straight on; others may be."""
        whole = self._of(way)
        return self.down or (len(whole.unreached) > 1 and self._lost(whole))

    @contextmanager
    def trial(self, site: str, way: str) -> Iterator[bool]:
        """Whether `site` may be asked now. By a proxy that is shut one at a time is asked whether it still is: a thousand
        sources behind one that says nothing would take all places for good.
        """
        whole = self._proxies.get(way)
        if whole is None or self.down or not self.closed(way) or domain_of(site) is None:
            yield True
        elif whole.tried:
            yield False
        else:
            whole.tried = True
            try:
                yield True
            finally:
                whole.tried = False

    def answers(self, way: str = "") -> int:
        """How many answers there were by that way."""
        return self._of(way).answers

    def answered(self, site: str, way: str = "") -> None:
        """Somebody answered, whatever it was."""
        if domain_of(site) is None:
            return
        whole = self._of(way)
        whole.answers += 1
        self.answered_at = self._now()
        if whole.unreached:
            self.outages += self.closed(way)
            whole.unreached.clear()

    def unreached(self, site: str, answers: int, way: str = "") -> None:
        """There was no way to `site`: no address, no route, no connection in time, no proxy that reaches anybody.

        `answers` is how many there were when that was begun: where somebody answered since, the line was not down.
        """
        whose, whole = domain_of(site), self._of(way)
        if answers == whole.answers and not self.closed(way) and whose is not None and whose in whole.watched:
            whole.unreached.add(whose)

    def _of(self, way: str) -> _Way:
        return self._proxies.get(way, self._straight)

    def _lost(self, way: _Way) -> bool:
        """Whether so many are unreached by it that it may be shut; true of one by which nobody is watched."""
        return len(way.unreached) >= min(self._enough, len(way.watched))
