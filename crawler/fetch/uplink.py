"""Whether this machine still reaches anybody.

    answered, unreached ─→ down: no way was found to ENOUGH domains in a row, and nobody answered meanwhile

What fails while the machine's own line is down says nothing of those who were asked: nobody is left in peace for a
day because the newsroom's router was off for the night.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from crawler.domains import domain_of

ENOUGH = 5  # domains to which no way was found; with fewer sources, all of theirs


class Uplink:
    """What one process knows of its line. All methods run on one event loop."""

    def __init__(self, now: Callable[[], datetime], enough: int = ENOUGH) -> None:
        self._now = now
        self._enough = enough
        self._unreached: set[str] = set()  # domains since the last answer
        self.answered_at: datetime | None = None  # when anybody answered last
        self.outages = 0  # that are over

    @property
    def down(self) -> bool:
        """Whether nobody can be reached."""
        return len(self._unreached) >= self._enough

    def answered(self) -> None:
        """Somebody answered, whatever it was."""
        self.answered_at = self._now()
        if self._unreached:
            self.outages += self.down
            self._unreached.clear()

    def unreached(self, host: str) -> None:
        """There was no way to `host`: no address, no route, no connection in time."""
        if not self.down:
            self._unreached.add(domain_of(host) or host)
