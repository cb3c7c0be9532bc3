"""One crawler among those of a store: the name by which it has things on loan, for as long as the others hold it to live.

    stand_by, each minute ─→ the dead are buried, this one lives, its loans are renewed
    SURE_S without a word ─→ each transaction, and each request to a host, looks first whether it was buried itself
    it was                ─→ Superseded, until begin_anew: under another name, with nothing on loan

A machine that slept, or was stopped, goes on in the middle of what others have taken over since. Its name is what is
looked for in the transaction that would write: that holds the writer's lock, under which alone others bury and claim.
A store that is a file has one crawler, whose lock lasts through any sleep.
"""

from __future__ import annotations

import asyncio
import os
import secrets
import socket
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from functools import partial

import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from crawler.storetime import StoreClock, ran
from storage.articles import watched
from storage.database import Database, StoreError, refuse_outgrown
from storage.sources.dead import bury_silent
from storage.waiting import leases

LEASE_S = 600  # after it what was lent to nobody knows whom is others'; more than half is left while its crawler lives
SURE_S = 75.0  # since the last word; nobody buries before storage.sources.dead.KILLED
UNKNOWN_S = 5.0  # until a store that did not answer is asked again, by the hundreds that wait to ask a host
NAMED = 5  # forums in a line of the log

log = structlog.get_logger("forumwatch")


class Superseded(StoreError):
    """Others took this crawler for dead, and have taken over what it had on loan."""

    def __init__(self) -> None:
        super().__init__("this crawler said nothing for so long that others took over what it had begun")


def worker_name() -> str:
    """A name for a crawler in leases; containers may share host name and number."""
    return f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(3)}"


class Membership:
    """What one crawler is to the others of its store. All but `check` runs on one event loop."""

    def __init__(
        self,
        db: Database,
        now: Callable[[], datetime] | None = None,
        runs: Callable[[], float] = ran,
        worker: str | None = None,
    ) -> None:
        self.worker = worker or worker_name()
        self._db, self._runs = db, runs
        self._clock = StoreClock(runs)
        self.now = now or self._clock
        self._alone = db.dialect == "sqlite"
        self._said: float | None = None  # the beginning of the last word that the store took
        self._cuts = 0  # of the connection, until then
        self._confirming = asyncio.Lock()
        self._unknown_at: float | None = None  # the store did not answer
        self._marks: Mapping[str, str] = {}
        self._lists = 1
        self._guard()

    @property
    def sure(self) -> bool:
        """Whether nobody can have buried this one; so it is before its first word, when it has nothing on loan.

        Who starts while the server counts no daemon, as right after its own restart, takes all before it for dead.
        """
        if self._alone or self._said is None:
            return True
        return self._runs() - self._said < SURE_S and self._cuts == self._db.cuts

    def check(self, conn: Connection, worker: str) -> None:
        """What each transaction begins with that `worker` handed in: this one, or who it was.

        Raises Superseded; and StoreOutgrown, for while no connection counts it the store may be upgraded.
        """
        if self._alone or (worker == self.worker and self.sure):
            return
        refuse_outgrown(conn)
        if not watched.stands(conn, worker, self.now()):
            raise Superseded

    async def stand_by(self, marks: Mapping[str, str], held: Collection[str | int] = ()) -> None:
        """Say that this crawler lives, watches these forums, and works on these sources and entries.

        Raises Superseded, and StoreOutgrown: then it must live no more.
        """
        self._marks, began = marks, self._runs()
        let_go, lists, cuts = await self._db.run(self._stand_by, self._db.seat, frozenset(held))
        self._said, self._cuts = began, cuts
        self._compare_forums(let_go, lists)

    async def look_at_clock(self) -> datetime:
        """The time, by the store's server if it has one."""
        return await self._db.run(self._clock.look)

    async def leave_to_ask(self) -> bool:
        """Whether a host may be asked; not where the store does not answer. Who was buried is cancelled: others ask by now."""
        if self.sure:
            return True
        async with self._confirming:
            if self._unknown_at is not None and self._runs() - self._unknown_at < UNKNOWN_S:
                return False
            try:
                if not self.sure:
                    await self.stand_by(self._marks)
            except Superseded:
                raise asyncio.CancelledError from None
            except (StoreError, DBAPIError):
                self._unknown_at = self._runs()
                return False
        return True

    def begin_anew(self) -> None:
        """Live on as another, who has nothing on loan."""
        self.worker, self._said = worker_name(), None
        self._guard()

    def _guard(self) -> None:
        """Let the writer look, too, for what is handed in from now on; what waits there is of who it was."""
        self._db.guard = partial(self.check, worker=self.worker)

    def _stand_by(
        self, conn: Connection, seat: int | None, held: Collection[str | int]
    ) -> tuple[list[str], int, int]:
        refuse_outgrown(conn)
        if not (self._alone or self._said is None or watched.is_known(conn, self.worker)):
            raise Superseded  # within a moment of its last word: the server's clock was set
        self._clock.look(conn)
        now = self.now()
        for name in bury_silent(conn, self.worker, now):
            log.warning(
                "another forumwatch on this store has died: what it had begun is taken over", which=name
            )
        leases.renew(conn, self.worker, held, now, LEASE_S)
        return *watched.stand_by(conn, self.worker, self._marks, now, seat), self._db.cuts

    def _compare_forums(self, let_go: list[str], lists: int) -> None:
        """What is read is not flagged for forums that are watched elsewhere alone: that is written down as owed
        (storage.articles.watched).
        """
        if lists > self._lists or let_go:
            log.warning(
                "another forumwatch on this store watches other forums: what it reads is not flagged for those that are "
                "watched here alone",
                number=len(let_go),
                forums=let_go[:NAMED],
            )
        self._lists = lists
