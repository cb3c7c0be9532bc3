"""Connections that lie idle between requests: one for each route, for a short while, a bounded number."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from .channel import Channel
from .http1 import Answer, Fields
from .routes import Route

MAX_IDLE = 64  # connections; a TLS one is a quarter of a megabyte
IDLE_S = 15.0  # long enough for the next page under the usual delays


class Speaks(Protocol):
    """A connection in one version of HTTP."""

    @property
    def usable(self) -> bool: ...

    async def ask(
        self, method: str, target: bytes, headers: Fields, content: bytes, timeout_s: float
    ) -> Answer: ...


@dataclass(frozen=True, slots=True, eq=False)
class Connection:
    """An open connection and what it speaks."""

    route: Route
    channel: Channel
    speaks: Speaks
    http2: bool


class Idle:
    """What is kept, the longest kept first. It is lent to nobody: whoever takes a connection has it alone."""

    def __init__(self, most: int, idle_s: float, clock: Callable[[], float]) -> None:
        self._most = most
        self._idle_s = idle_s
        self._clock = clock
        self._kept: OrderedDict[Route, tuple[float, Connection]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def take(self, route: Route) -> Connection | None:
        """The connection of a route; None where there is none, or none that is surely alive."""
        since, connection = self._kept.pop(route, (0.0, None))
        if connection is None:
            return None
        fresh = self._clock() - since <= self._idle_s
        if fresh and connection.speaks.usable and not connection.channel.hung_up():
            return connection
        connection.channel.abort()
        return None

    def keep(self, connection: Connection) -> bool:
        """Keep it for who asks next; False where it cannot be used again, or another of its route is kept."""
        if not connection.speaks.usable or connection.route in self._kept:
            return False
        self._kept[connection.route] = self._clock(), connection
        self._close_old()
        return True

    def _close_old(self) -> None:
        """Close what lies idle too long, and the longest idle of too many."""
        oldest_kept = self._clock() - self._idle_s
        while self._kept:
            since, connection = next(iter(self._kept.values()))
            if since >= oldest_kept and len(self._kept) <= self._most:
                return
            self._kept.popitem(last=False)
            connection.channel.abort()

    async def close(self) -> None:
        """Close all of it: at the end, or to make room for whoever is to be asked now."""
        while self._kept:
            _, (_, connection) = self._kept.popitem(last=False)
            connection.channel.abort()
        await asyncio.sleep(0)  # the sockets close in the loop's next round
