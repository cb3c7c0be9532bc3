"""The time that decides what is due, lent and over: of the store's server where machines share one, else of this machine.

A machine whose clock is minutes ahead would take what others have on loan for a dead one's, and poll before it is due.
Between two looks at the server's clock goes time that nobody can set, and that a machine's sleep does not stop.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from storage.engine.servertime import server_time

# where a system has no clock that counts its sleep, what it slept shows at the next look
_RUNS = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


def ran() -> float:
    """Seconds that have gone by, those of a machine's sleep among them."""
    return time.clock_gettime(_RUNS)


class StoreClock:
    """Called, it tells the time; `look` sets it by the store's server."""

    def __init__(self, runs: Callable[[], float] = ran) -> None:
        self._runs = runs
        self._known: tuple[datetime, float] | None = None

    def __call__(self) -> datetime:
        if self._known is None:
            return datetime.now(UTC)
        at, then = self._known
        return at + timedelta(seconds=self._runs() - then)

    def look(self, conn: Connection) -> datetime:
        """Look at the server's clock, if there is one; returns the time."""
        asked = self._runs()
        at = server_time(conn)
        if at is not None:
            self._known = at, (asked + self._runs()) / 2
        return self()
