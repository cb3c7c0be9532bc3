"""Results from a thread → the futures of an event loop, which is woken once for all that come together.

concurrent.futures would do, at a lock, two callbacks and a byte through a socket for each: a tenth of a poll.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import Any


class Replies:
    """What one event loop is still to be told."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self._ready: deque[tuple[asyncio.Future[Any], Any, BaseException | None]] = deque()
        self._rung = False

    def one(self) -> Reply:
        """A reply that the loop awaits from now on."""
        return Reply(self)

    def put(self, future: asyncio.Future[Any], result: Any, error: BaseException | None) -> None:
        """Have the loop settle `future`; from any thread."""
        self._ready.append((future, result, error))
        if not self._rung:
            self._rung = True
            with suppress(RuntimeError):  # the loop closed meanwhile, and nobody waits
                self.loop.call_soon_threadsafe(self._settle)

    def _settle(self) -> None:
        self._rung = False  # first: what is put from here on rings anew
        while self._ready:
            future, result, error = self._ready.popleft()
            if future.done():  # it was cancelled
                continue
            if error is None:
                future.set_result(result)
            else:
                future.set_exception(error)


class Reply:
    """One of them, with the face of a concurrent future towards the thread."""

    __slots__ = ("_replies", "future")

    def __init__(self, replies: Replies) -> None:
        self._replies = replies
        self.future: asyncio.Future[Any] = replies.loop.create_future()

    def set_running_or_notify_cancel(self) -> bool:
        """Whether anybody still waits."""
        return not self.future.cancelled()

    def set_result(self, result: Any) -> None:
        """Tell what came of it; of two tidings the first holds."""
        self._replies.put(self.future, result, None)

    def set_exception(self, error: BaseException) -> None:
        """Tell why nothing came of it."""
        self._replies.put(self.future, None, error)
