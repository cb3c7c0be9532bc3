"""A step that failed in an unforeseen way → a line in the log, and when it is tried again.

What the store cannot take down at once is owed to it: the next pump that reaches it settles that.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import timedelta
from functools import partial
from typing import Any

import structlog
from sqlalchemy.exc import DBAPIError, IntegrityError

from crawler.fetch.faults import is_own
from crawler.membership import Superseded
from crawler.pipeline import Pipeline
from crawler.retries import retry_at
from crawler.schedule import next_state
from crawler.tally import Tally
from storage.articles import revisits
from storage.database import RowRefused, StoreError
from storage.records import UNSTORED, Failure, FailureKind, Outcome, Revisit, SourceState, Waiting
from storage.sources import losses
from storage.sources import state as sources
from storage.sources.losses import Loss
from storage.waiting import entries

PUT_OFF = timedelta(hours=6)  # a look that failed

log = structlog.get_logger("forumwatch")

Record = Callable[[], Coroutine[Any, Any, None]]


class Setbacks:
    """What failed in one crew, and what of it the store does not know yet."""

    def __init__(self, pipeline: Pipeline, tally: Tally) -> None:
        self._pipeline, self._tally = pipeline, tally
        self._owed: list[Record] = []  # records that the store refused
        self._store_said = ""  # its last complaint: one line for each outage

    async def visit(self, state: SourceState, err: Exception) -> None:
        """A poll failed: its source is asked again as after any failure."""
        await self._put_off("visit", state.source_id, err, partial(self._visit, state, err))

    async def reading(self, waiting: Waiting, err: Exception) -> None:
        """The reading of an entry failed: it waits again, or is given up."""
        await self._put_off("read", waiting.url, err, partial(self._reading, waiting, err))

    async def search(self, loss: Loss, err: Exception) -> None:
        """A search for what may have been missed failed."""
        said = f"search: {type(err).__name__}: {err}"
        record = partial(self._pipeline.db.run, losses.put_off, loss, said, self._pipeline.now())
        await self._put_off("search", loss.source_id, err, record)

    async def look(self, look: Revisit, err: Exception) -> None:
        """A look at an article failed."""
        said, now = f"read: {type(err).__name__}: {err}", self._pipeline.now()
        record = partial(self._pipeline.db.run, revisits.put_off, look, now + PUT_OFF, said, now)
        await self._put_off("look", look.url, err, record)

    async def settle(self) -> None:
        """Record what could not be recorded; raises where the store still refuses."""
        while self._owed:
            await self._owed[-1]()
            self._owed.pop()

    def store_works(self) -> None:
        """The store was reached: its next outage is another one."""
        self._store_said = ""
        self._pipeline.db.takes()

    def report(self, stage: str, what: str, err: Exception) -> None:
        """Log what was unforeseen; an outage of the store is said once, until it is reached again."""
        self._tally.crashes += 1
        if isinstance(err, RowRefused) and what:  # a crew that can begin nothing at all meets a damaged store
            log.error("the store refuses one thing", stage=stage, what=what, why=str(err))
            return
        if not isinstance(err, (StoreError, DBAPIError)):
            log.error("step failed", stage=stage, what=what, exc_info=err)
            return
        if isinstance(err, StoreError):
            self._pipeline.db.refuses(self._pipeline.now())
        if not self._store_said:
            self._store_said = str(err).partition("\n")[0]
            log.error("the store fails; trying again", why=self._store_said)

    async def _put_off(self, stage: str, what: str, err: Exception, record: Record) -> None:
        """Log a crash and record it; where the store cannot even do that, it is owed. What others took over is theirs."""
        if isinstance(err, Superseded):
            return
        self.report(stage, what, err)
        try:
            await record()
        except Superseded:
            return
        except IntegrityError as failed:
            # its source is none any more: owed, it would keep the pumps from all others
            self.report("record", what, failed)
        except Exception as failed:
            self._owed.append(record)
            self.report("record", what, failed)

    async def _visit(self, state: SourceState, err: Exception) -> None:
        source, now = self._pipeline.sources[state.source_id], self._pipeline.now()
        failure = Failure(source.url, _kind(err), f"visit: {type(err).__name__}: {err}", now)

        def decide(known: int) -> SourceState:
            return next_state(source, state, Outcome(now, failure=failure), now)

        await self._pipeline.db.run(sources.record_visit, source.id, (), decide, now)

    async def _reading(self, waiting: Waiting, err: Exception) -> None:
        now = self._pipeline.now()
        said = f"{UNSTORED}: {err}" if isinstance(err, StoreError) else f"read: {type(err).__name__}: {err}"
        failure = Failure(waiting.url, _kind(err), said, now)
        again, db = retry_at(waiting.tries + 1, failure, now), self._pipeline.db
        if again is None:
            await db.run(entries.give_up, waiting.id, failure.message, now)
        else:
            tried = failure.kind != "offline"
            await db.run(entries.retry, waiting.id, again, failure.message, now, tried=tried)


def _kind(err: Exception) -> FailureKind:
    """What a crash counts as: a store without room is no fault of who was asked, and no try of an entry; nor is a machine
    that can open no more files.
    """
    ours = isinstance(err, StoreError) and not isinstance(err, RowRefused)
    return "offline" if ours or is_own(err) else "temporary"
