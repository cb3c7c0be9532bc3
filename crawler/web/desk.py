"""What every request is answered from: the store, the watchlist, and the daemon beside it where there is one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection

from crawler import dedupe
from crawler.flag import Watchlist
from crawler.sure import Ahead
from crawler.tally import Tally
from storage.database import Database
from storage.reports import counts
from storage.reports import standing as reports
from storage.reports.counts import ForumCount, Place
from storage.reports.standing import Status
from storage.sources.state import SourceStatus, statuses
from storage.sources.statuses import Noticed, noticed, recounted

from .kept import Kept, Shared
from .labels import labels

WRITES_S = 3.0  # so long somebody at a browser waits for a store that others write to
P = ParamSpec("P")
T = TypeVar("T")


def _now() -> datetime:
    return datetime.now(UTC)


def _nothing_ahead(conn: Connection, now: datetime) -> Ahead:
    return Ahead()


@dataclass(slots=True)
class Desk:
    """All that answers need. Its methods block: call them in a thread."""

    db: Database
    watchlist: Watchlist
    tally: Tally | None = None  # of the daemon in this process; None: nobody crawls here
    now: Callable[[], datetime] = _now
    # of the sources.yaml that it was started with
    ahead: Callable[[Connection, datetime], Ahead] = _nothing_ahead
    authority: str = "forumwatch"  # in whose name the ids of feeds are made
    labels: dict[str, str] = field(init=False, repr=False)  # of forums, on tags
    _noticed: Shared[Noticed] = field(init=False, repr=False)
    _status: Kept[Status] = field(init=False, repr=False)
    _sources: Kept[list[SourceStatus]] = field(init=False, repr=False)
    _forums: Kept[dict[str, ForumCount]] = field(init=False, repr=False)
    _ahead: Kept[Ahead] = field(init=False, repr=False)
    _counted: tuple[Place | None, dict[str, ForumCount]] = field(init=False, repr=False, default=(None, {}))

    def __post_init__(self) -> None:
        self.labels = labels(self.watchlist.known)
        moment = self.db.moment
        self._noticed = Shared(lambda: self.read(noticed, self.now()), moment)
        self._status = Kept(
            lambda: self.read(reports.status, self.now(), self._noticed.value()),
            moment,
            lambda last: self.read(reports.recounted, last),
        )
        self._sources = Kept(
            lambda: self.read(statuses, self.now(), self._noticed.value()),
            moment,
            lambda last: self.read(recounted, last),
        )
        self._forums = Kept(lambda: self.read(self._counted_forums), moment)
        self._ahead = Kept(lambda: self.read(self.ahead, self.now()), moment)

    def read(self, fn: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """`fn` on a snapshot of the store. Raises StoreError, also where its file was replaced: what is read of the old
        one is told for ever, and what is said of it would be written into the new one.
        """
        self.db.prove_there()
        return self.db.read(fn, *args, **kwargs)

    def write(self, fn: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """`fn` in a transaction. Raises StoreBusy, with nothing done, where it does not come to its turn in WRITES_S."""
        self.db.prove_there()
        return self.db.call_within(WRITES_S, fn, *args, **kwargs)

    def status(self) -> Status:
        """How the watch is doing, or was a little while ago."""
        return replace(self._status.value(), refused_since=self.db.refused_since())

    def sources(self) -> list[SourceStatus]:
        """Every source, likewise."""
        return list(self._sources.value())

    def foreseen(self) -> Ahead:
        """What sources.yaml says ahead, likewise."""
        return self._ahead.value()

    def forums(self) -> dict[str, ForumCount]:
        """How often each forum is mentioned, likewise."""
        return self._forums.value()

    def _counted_forums(self, conn: Connection) -> dict[str, ForumCount]:
        """Counted anew are those alone of which something has changed since the last count."""
        place, (since, known) = counts.place(conn), self._counted
        of = None if since is None else counts.touched(conn, since)
        fresh = {count.forum_id: count for count in counts.forum_counts(conn, dedupe.site, of=of)}
        kept = {forum: count for forum, count in known.items() if of is not None and forum not in of}
        self._counted = (place, dict(sorted((kept | fresh).items())))
        return self._counted[1]

    def changed(self) -> None:
        """Whoever has triaged finds the mentions counted anew."""
        for kept in (self._status, self._forums, self._sources):
            kept.changed()

    def count_behind(self) -> None:
        """Count what takes long before anybody asks."""
        for kept in (self._status, self._forums, self._sources, self._ahead):
            kept.count_behind()

    def rest(self, seconds: float) -> None:
        """Wait so long for what is being counted."""
        for kept in (self._status, self._forums, self._sources, self._ahead):
            kept.rest(seconds / 4)

    def tick_age_s(self) -> float | None:
        """How long ago the daemon in this process looked for what is due; None where there is none."""
        if self.tally is None or self.tally.ticked_at is None:
            return None
        return max(0.0, (self.now() - self.tally.ticked_at).total_seconds())
