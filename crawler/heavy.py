"""Work that would hold the event loop → done in one thread, with a bound on what waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")

HEAVY_BYTES = 600_000  # a larger page is worked on in a thread: a 10 MB page holds the loop for half a second
HEAVY_TEXT = 100_000  # characters; likewise
MOST_WAITING = 16_000_000  # bytes of heavy pages; while more await their turn, no page is asked for


class Heavy:
    """Work that would hold the loop: one at a time in a thread, and a word for those who would bring more."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="forumwatch-heavy")
        self._bytes = 0
        self._calm = asyncio.Event()
        self._calm.set()

    async def calm(self) -> None:
        """Wait until what awaits its turn is little enough to bring more."""
        await self._calm.wait()

    async def run(self, size: int, work: Callable[[], T]) -> T:
        """``work()`` in the thread; `size` bytes of memory wait with it."""
        self._count(size)
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        finally:
            self._count(-size)

    async def worked(self, size: int, bound: int, work: Callable[[], T]) -> T:
        """``work()``: in the thread where `size` is above `bound`, else at once."""
        return await self.run(size, work) if size > bound else work()

    def close(self) -> None:
        """Begin nothing more; what is begun ends by itself."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _count(self, size: int) -> None:
        self._bytes += size
        if self._bytes <= MOST_WAITING:
            self._calm.set()
        else:
            self._calm.clear()
