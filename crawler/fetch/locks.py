"""Keys and places that are held by one, or by a few, at a time; who comes later waits in turn."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial


class Held:
    """A context that takes something and gives it back: contextlib's, at a third of the price."""

    __slots__ = ("_give", "_take")

    def __init__(self, take: Callable[[], Awaitable[None]], give: Callable[[], None]) -> None:
        self._take = take
        self._give = give

    def __aenter__(self) -> Awaitable[None]:
        return self._take()

    async def __aexit__(self, *exc: object) -> None:
        self._give()


@dataclass(slots=True)
class _Lock:
    lock: asyncio.Semaphore
    users: int = 0  # its holders and who awaits it


class Locks:
    """A lock for each key, there for as long as somebody holds or awaits it; `count` may hold it at one time."""

    def __init__(self, count: int = 1) -> None:
        self._count = count
        self._locks: dict[str, _Lock] = {}

    def __len__(self) -> int:
        return len(self._locks)

    def hold(self, key: str) -> Held:
        """Wait for the key's lock and hold it."""
        return Held(partial(self.take, key), partial(self.give, key))

    async def take(self, key: str) -> None:
        """Wait for the key's lock; `give` is owed from then on."""
        shared = self._locks.get(key)
        if shared is None:
            shared = self._locks[key] = _Lock(asyncio.Semaphore(self._count))
        shared.users += 1
        try:
            await shared.lock.acquire()
        except BaseException:
            self._left(key, shared)
            raise

    def give(self, key: str) -> None:
        """Let the next have it."""
        shared = self._locks[key]
        shared.lock.release()
        self._left(key, shared)

    def _left(self, key: str, shared: _Lock) -> None:
        shared.users -= 1
        if not shared.users:
            del self._locks[key]


class Places:
    """A number of requests that may be under way at one time. All methods run on one event loop."""

    def __init__(self, count: int) -> None:
        self._free = count
        self._first: deque[asyncio.Future[None]] = deque()
        self._others: deque[asyncio.Future[None]] = deque()

    def one(self, *, first: bool) -> Held:
        """Wait for a place and hold it; who is `first` waits for others of that sort alone."""
        return Held(partial(self._take, first), self._leave)

    async def _take(self, first: bool) -> None:
        if self._free:
            self._free -= 1
        else:
            await self._handed_over(self._first if first else self._others)

    async def _handed_over(self, queue: deque[asyncio.Future[None]]) -> None:
        waiter = asyncio.get_running_loop().create_future()
        queue.append(waiter)
        try:
            await waiter
        except asyncio.CancelledError:
            if not waiter.cancelled():  # it was handed over in the same moment
                self._leave()
            raise

    def _leave(self) -> None:
        while queue := self._first or self._others:
            waiter = queue.popleft()
            if not waiter.done():  # else it was cancelled
                waiter.set_result(None)
                return
        self._free += 1
