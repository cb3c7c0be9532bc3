"""What every request is answered from: the store, the watchlist, and the daemon beside it where there is one."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection

from crawler.flag import Watchlist
from crawler.tally import Tally
from storage import reports
from storage.database import Database
from storage.reports import Status

P = ParamSpec("P")
T = TypeVar("T")
STATUS_S = 5.0  # so long a status serves: to count a million rows takes a moment


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class Desk:
    """All that answers need. Its methods block: call them in a thread."""

    db: Database
    watchlist: Watchlist
    tally: Tally | None = None  # of the daemon in this process; None: nobody crawls here
    now: Callable[[], datetime] = _now
    authority: str = "forumwatch"  # in whose name the ids of feeds are made
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)
    _status: tuple[float, Status] | None = None

    def read(self, fn: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """`fn` on a snapshot of the store."""
        return self.db.read(fn, *args, **kwargs)

    def status(self) -> Status:
        """How the watch is doing, or was a few seconds ago; while one counts anew, the others take the last."""
        known = self._status
        if known is not None and time.monotonic() - known[0] < STATUS_S:
            return known[1]
        if not self._lock.acquire(blocking=known is None):
            assert known is not None
            return known[1]
        try:
            if self._status is known:
                self._status = (time.monotonic(), self.read(reports.status, self.now()))
            assert self._status is not None
            return self._status[1]
        finally:
            self._lock.release()

    def tick_age_s(self) -> float | None:
        """How long ago the daemon in this process looked for what is due; None where there is none."""
        if self.tally is None or self.tally.ticked_at is None:
            return None
        return max(0.0, (self.now() - self.tally.ticked_at).total_seconds())
