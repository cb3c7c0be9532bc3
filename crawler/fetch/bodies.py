"""A response's stream → its body, plain and bounded."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping

import httpx

from .codings import Chain

HEAVY = 1_000_000  # bytes from which a body takes one of a few places: 64 at once would be half a gigabyte
HEAVY_PLACES = 8
LEFTOVER = 16_384  # bytes of an unwanted body that are read so that its connection can serve again
LEFTOVER_S = 1.0  # what is waited for them: a new connection takes less


class Bodies:
    """Reads bodies, few large ones at a time."""

    def __init__(self) -> None:
        self._heavy = asyncio.Semaphore(HEAVY_PLACES)

    async def read(
        self, stream: httpx.AsyncByteStream, headers: Mapping[str, str], most: int, *, cut: bool = False
    ) -> bytes | None:
        """The body; of one larger than `most` its first bytes if `cut`, else None. Raises Undecodable, FetchError."""
        chain = Chain(headers.get("content-encoding", ""), most)
        announced = headers.get("content-length", "")
        if not cut and announced.isdecimal() and int(announced) > most:
            return None
        body, heavy = bytearray(), False
        try:
            async for data in stream:
                body += chain.feed(data)
                if chain.overflowed:
                    return bytes(body[:most]) if cut else None
                if len(body) > HEAVY and not heavy:
                    await self._heavy.acquire()
                    heavy = True
            chain.finish()
            return bytes(body)
        finally:
            if heavy:
                self._heavy.release()


async def use_up(stream: httpx.AsyncByteStream) -> None:
    """Read a small unwanted body to its end: cheaper than a new connection. One that breaks changes nothing."""
    if isinstance(stream, httpx.ByteStream):  # it is all there
        return
    left = LEFTOVER
    with contextlib.suppress(httpx.TransportError, TimeoutError):
        async with asyncio.timeout(LEFTOVER_S):
            async for data in stream:
                left -= len(data)
                if left < 0:
                    return
