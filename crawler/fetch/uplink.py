"""Whether this machine still reaches anybody.

    answered, unreached ─→ down: no way was found to ENOUGH watched domains in a row, and nobody answered meanwhile

Only watched domains count: what a page links to may be a list of names that nobody has. Numbers and single names do
not: what serves feeds on this machine, or beside it, answers whether its line is down or not.

What fails meanwhile says nothing of those who were asked: nobody is left in peace for a day because the newsroom's
router was off for the night.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
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


class Uplink:
    """What one process knows of its line, by the `watched` domains. All methods run on one event loop."""

    def __init__(
        self, now: Callable[[], datetime], enough: int = ENOUGH, watched: Collection[str] = frozenset()
    ) -> None:
        self._now = now
        self._enough = enough
        self._watched = watched
        self._unreached: set[str] = set()  # domains since the last answer
        self.answers = 0  # so far
        self.answered_at: datetime | None = None  # when anybody answered last
        self.outages = 0  # that are over

    @property
    def down(self) -> bool:
        """Whether nobody can be reached."""
        return len(self._unreached) >= self._enough

    def answered(self, site: str) -> None:
        """Somebody answered, whatever it was."""
        if domain_of(site) is None:
            return
        self.answers += 1
        self.answered_at = self._now()
        if self._unreached:
            self.outages += self.down
            self._unreached.clear()

    def unreached(self, site: str, answers: int) -> None:
        """There was no way to `site`: no address, no route, no connection in time, no proxy that reaches anybody.

        `answers` is how many there were when that was begun: where somebody answered since, the line was not down.
        """
        whose = domain_of(site)
        if answers == self.answers and not self.down and whose is not None and whose in self._watched:
            self._unreached.add(whose)
