"""Functions → transactions of the store's one writer, many functions in each.

    run(fn)  ─gathered for a moment─┐
    call(fn) ───────────────────────┴→ queue → the one thread → one transaction for up to 200 calls → each
                                                               caller's result

A call that fails fails alone: its group is rolled back and the others are run again, so what is handed in must
be safe to run twice.
"""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, event

from storage.engine.refusals import StoreError
from storage.engine.replies import Replies, Reply

T = TypeVar("T")
Work = tuple[
    Callable[[Connection], Any], Future[Any] | Reply
]  # what one caller wants done, and where it hears of it

BATCH = 200  # calls in one transaction at most
GATHER_S = 0.05  # how long calls wait for others where the last ones came together
GIVE_WAY_S = 0.05  # how long an event loop rests for the thread


class Writer:
    """The thread that writes, and the queue before it."""

    def __init__(self, engine: Engine, shown: str, told: Callable[[BaseException], BaseException]) -> None:
        """Write through `engine`; `shown` names the store, `told` turns a driver's error into the callers'."""
        self._engine, self._shown, self._told = engine, shown, told
        self.connected = 0  # times since then: the connection was cut before
        event.listen(engine, "connect", self._count)
        self._gives_way = engine.dialect.name == "sqlite"
        self._queue: queue.SimpleQueue[list[Work] | None] = queue.SimpleQueue()
        self._under_way: list[Work] = []
        self._gathered: list[Work] = []
        self._gathering: asyncio.AbstractEventLoop | None = None
        self._together = False
        self._replies: Replies | None = None
        self._rests = threading.Event()  # the thread has nothing to do
        self._closed, self._closing = False, threading.Lock()
        self._thread = threading.Thread(target=self._write, name="forumwatch-writer", daemon=True)
        self._thread.start()

    def _count(self, connection: Any, record: Any) -> None:
        self.connected += 1

    def call(self, fn: Callable[[Connection], T]) -> Future[T]:
        """Have `fn` run as soon as may be."""
        future: Future[T] = Future()
        self._submit([(fn, future)])
        return future

    async def run(self, fn: Callable[[Connection], T]) -> T:
        """What `fn` returns, after its commit.

        Where calls come together they are gathered, and the loop rests while the thread works: on SQLite the
        two would ask each other for the interpreter's lock some forty times an article.
        """
        loop = asyncio.get_running_loop()
        if self._replies is None or self._replies.loop is not loop:
            self._replies = Replies(loop)
        reply = self._replies.one()
        self._gathered.append((fn, reply))
        if self._gathering is not loop:  # a loop that ended leaves what it gathered to the next
            self._gathering = loop
            loop.call_later(GATHER_S if self._together else 0, self._hand_over)
        result: T = await reply.future
        return result

    def _hand_over(self) -> None:
        work, self._gathered, self._gathering = self._gathered, [], None
        self._together = len(work) > 1
        rests = self._gives_way and not self._under_way
        self._submit(work)
        if rests:
            self._rests.wait(GIVE_WAY_S)

    def _submit(self, work: list[Work]) -> None:
        with self._closing:
            if not self._closed:
                self._rests.clear()
                self._queue.put(work)
                return
        _fail(work, StoreError(f"{self._shown} was closed"))

    def close(self, timeout_s: float | None = None) -> None:
        """Finish what was handed in, then let go of the connection.

        After `timeout_s` the thread is left to itself: whoever still waits for it gets a StoreError, and what
        it had begun may yet be written.
        """
        with self._closing:
            if self._closed:
                return
            self._closed = True
            self._queue.put(self._gathered)
            self._queue.put(None)
        self._thread.join(timeout_s)
        if self._thread.is_alive():
            late = StoreError(f"{self._shown}: closed after {timeout_s:g} s of waiting for it")
            _fail([*self._under_way, *self._queued()], late)
            self._queue.put(None)  # the thread's own may have been among those

    def _queued(self) -> list[Work]:
        """Take back what the thread has not begun."""
        found: list[Work] = []
        with suppress(queue.Empty):
            while True:
                found += self._queue.get_nowait() or ()
        return found

    def _write(self) -> None:
        more = True
        while more:
            batch: list[Work] = []
            handed = self._queue.get()
            with suppress(queue.Empty):
                while handed is not None:
                    batch += handed
                    if len(batch) >= BATCH:
                        break
                    handed = self._queue.get_nowait()
            more = handed is not None
            work = [item for item in batch if item[1].set_running_or_notify_cancel()]
            self._under_way = work
            try:
                self._transact(work)
            except Exception as err:  # in telling of an error: the callers hear of it, and the thread goes on
                _fail(work, err)
            self._under_way = []
            if self._queue.empty():
                self._rests.set()
        self._engine.dispose()

    def _transact(self, work: list[Work]) -> None:
        if not work:
            return
        results: list[Any] = []
        begun = False
        try:
            with self._engine.begin() as conn:
                begun = True
                for fn, _ in work:
                    results.append(fn(conn))  # how far it came says who failed
        except BaseException as err:  # whatever a call raises belongs to its caller, never to the thread
            self._undone(work, len(results) if begun else len(work), err)
            return
        for (_, future), result in zip(work, results, strict=True):
            _settle(future, result)

    def _undone(self, work: list[Work], failed: int, err: BaseException) -> None:
        """Tell the call at `failed` and run the others again; where no call is at fault, tell all of them."""
        lost = getattr(
            err, "connection_invalidated", False
        )  # or one that lets only read: each call would meet it
        if lost or failed == len(work):  # BEGIN or COMMIT: a lock, a full disk, a lost server
            _fail(work, self._told(err))
            return
        _fail([work[failed]], self._told(err))
        for others in (work[:failed], work[failed + 1 :]):
            self._transact(others)


def _settle(future: Future[Any] | Reply, result: Any) -> None:
    with suppress(InvalidStateError):  # the store was closed without waiting for the thread
        future.set_result(result)


def _fail(work: Sequence[Work], err: BaseException) -> None:
    """Tell everybody who waits for `work` and knows nothing yet."""
    for _, future in work:
        with suppress(InvalidStateError):
            future.set_exception(err)
