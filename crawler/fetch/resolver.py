"""A host name → its addresses, asked of the system in threads of our own and remembered for a minute.

The threads are daemons: a name server that does not answer neither fills the event loop's own threads, where
the store works, nor holds up the end of the program.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import queue
import socket
import threading
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable

import httpx

from .faults import NoRoom, Unreachable, is_own

Resolve = Callable[[str], Awaitable[tuple[str, ...]]]

THREADS = 64  # as many as requests are under way: names that nobody answers for keep no other waiting
KEEP_S = 60.0  # the system does not tell the time to live; a minute is below nearly all of them
KEPT = 10_000
NEEDED = 8  # files that the system has open to answer for one name, and some that were closed since

_UNKNOWN = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
_Job = tuple[str, asyncio.AbstractEventLoop, "asyncio.Future[tuple[str, ...]]"]


class Resolver:
    """Asks the system's resolver. Its threads begin with the first question and end with `close`."""

    def __init__(
        self,
        look_up: Callable[[str], tuple[str, ...]] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._look_up = look_up or _getaddrinfo
        self._clock = clock
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._threads = 0
        self._open = 0  # jobs not done yet; also those whose asker is gone while a thread still waits
        self._known: OrderedDict[str, tuple[float, tuple[str, ...]]] = OrderedDict()

    async def __call__(self, host: str) -> tuple[str, ...]:
        """The addresses of `host`, in the system's order. Raises Unreachable, NoRoom."""
        known = self._known.get(host)
        if known and known[0] > self._clock():
            return known[1]
        addresses = await self._ask(host)
        self._known[host] = (self._clock() + KEEP_S, addresses)
        self._known.move_to_end(host)
        if len(self._known) > KEPT:
            self._known.popitem(last=False)
        return addresses

    def close(self) -> None:
        """Let the threads end once they are free."""
        for _ in range(self._threads):
            self._jobs.put(None)
        self._threads = 0

    async def _ask(self, host: str) -> tuple[str, ...]:
        loop = asyncio.get_running_loop()
        future: asyncio.Future[tuple[str, ...]] = loop.create_future()
        self._jobs.put((host, loop, future))
        with self._lock:
            self._open += 1
            lacking = self._threads < min(THREADS, self._open)
            self._threads += lacking
        if lacking:
            threading.Thread(target=self._work, name="resolver", daemon=True).start()
        try:
            return await future
        except OSError as err:
            raise _unreachable(host, err) from None

    def _work(self) -> None:
        while job := self._jobs.get():
            host, loop, future = job
            if not future.cancelled():  # else nobody waits any more
                with contextlib.suppress(RuntimeError):  # the loop closed meanwhile
                    loop.call_soon_threadsafe(_answer, future, self._found(host))
            with self._lock:
                self._open -= 1

    def _found(self, host: str) -> tuple[str, ...] | OSError:
        try:
            return self._look_up(host)
        except OSError as err:
            return _bound() or err


def _bound() -> OSError | None:
    """The bound of this machine that a question may have met: without files to open, the system knows no name at all."""
    opened: list[int] = []
    try:
        while len(opened) < NEEDED:
            opened.append(os.open(os.devnull, os.O_RDONLY))
    except OSError as err:
        return err if is_own(err) else None
    finally:
        for each in opened:
            os.close(each)
    return None


def _answer(future: asyncio.Future[tuple[str, ...]], found: tuple[str, ...] | OSError) -> None:
    if future.done():
        return
    if isinstance(found, OSError):
        future.set_exception(found)
    else:
        future.set_result(found)


def _getaddrinfo(host: str) -> tuple[str, ...]:
    # bytes, because str passes an encoder that raises on labels no name server would mind
    found = socket.getaddrinfo(host.encode("ascii"), None, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


def _unreachable(host: str, err: OSError) -> httpx.ConnectError:
    if is_own(err):
        return NoRoom(err.strerror or str(err))
    if isinstance(err, socket.gaierror) and err.errno in _UNKNOWN:
        return Unreachable("hard", f"unknown host {host}", unreached=True)
    said = f"no name server answers for {host}: {err.strerror or err}"
    return Unreachable("temporary", said, unreached=True)
