"""Who may ask now: so many at one time, of one host one after the other with a pause in between, and none while
the host asked for peace.

What is remembered of a host is dropped once it no longer matters, so a hundred thousand hosts cost what the few
that are being asked cost.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from .faults import FetchError

MAX_WAIT_S = 60.0  # for a host that asked for peace; longer, and the asker is sent away with the time


@dataclass(slots=True)
class _Lock:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    users: int = 0  # its holder and who awaits it


class Locks:
    """A lock for each key, there for as long as somebody holds or awaits it."""

    def __init__(self) -> None:
        self._locks: dict[str, _Lock] = {}

    def __len__(self) -> int:
        return len(self._locks)

    @asynccontextmanager
    async def hold(self, key: str) -> AsyncIterator[None]:
        """Wait for the key's lock and hold it."""
        shared = self._locks.setdefault(key, _Lock())
        shared.users += 1
        try:
            async with shared.lock:
                yield
        finally:
            shared.users -= 1
            if not shared.users:
                del self._locks[key]


@dataclass(slots=True)
class _Host:
    free_at: float = float("-inf")  # the pause after the last request is over
    quiet_until: float = float("-inf")  # what the host asked for by Retry-After


class Places:
    """A number of requests that may be under way at one time. All methods run on one event loop."""

    def __init__(self, count: int) -> None:
        self._free = count
        self._first: deque[asyncio.Future[None]] = deque()
        self._others: deque[asyncio.Future[None]] = deque()

    @asynccontextmanager
    async def one(self, *, first: bool) -> AsyncIterator[None]:
        """Wait for a place and hold it; who is `first` waits for others of that sort alone."""
        if self._free:
            self._free -= 1
        else:
            await self._handed_over(self._first if first else self._others)
        try:
            yield
        finally:
            self._leave()

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


class Hosts:
    """The turns of all hosts. All methods run on one event loop."""

    def __init__(self, clock: Callable[[], float], sleep: Callable[[float], Awaitable[None]]) -> None:
        self._clock = clock
        self._sleep = sleep
        self._locks = Locks()
        self._hosts: OrderedDict[str, _Host] = OrderedDict()

    def __len__(self) -> int:
        return max(len(self._hosts), len(self._locks))

    @asynccontextmanager
    async def turn(self, site: str, delay_s: float) -> AsyncIterator[None]:
        """Wait until `site` may be asked; `delay_s` after the block it may be asked again.

        Raises FetchError (temporary) where the host wants peace for longer than is reasonable to wait.
        """
        self._check(site)
        async with self._locks.hold(site):
            self._check(site)
            if (wait := self._wait(site)) > 0:
                await self._sleep(wait)
            try:
                yield
            finally:
                self._used(site, delay_s)

    def put_off(self, site: str, seconds: float) -> None:
        """The host asked for no request for that long."""
        host = self._hosts.setdefault(site, _Host())
        host.quiet_until = max(host.quiet_until, self._clock() + seconds)

    def _wait(self, site: str) -> float:
        host = self._hosts.get(site)
        return max(host.free_at, host.quiet_until) - self._clock() if host else 0.0

    def _check(self, site: str) -> None:
        host = self._hosts.get(site)
        wait = host.quiet_until - self._clock() if host else 0.0
        if wait > MAX_WAIT_S:
            name = site.removesuffix(":80").removesuffix(":443")
            message = f"{name} asked for no further request for {wait:.0f} s"
            raise FetchError("temporary", message, retry_after_s=int(wait) + 1)

    def _used(self, site: str, delay_s: float) -> None:
        host = self._hosts.pop(site, None) or _Host()
        host.free_at = max(host.free_at, self._clock() + delay_s)
        self._hosts[site] = host
        self._forget()

    def _forget(self) -> None:
        """Look at the two hosts least recently asked, so that the rest stays as few as matter."""
        now = self._clock()
        for _ in range(min(2, len(self._hosts))):
            site, host = next(iter(self._hosts.items()))
            if max(host.free_at, host.quiet_until) <= now:
                del self._hosts[site]
            else:
                self._hosts.move_to_end(site)
