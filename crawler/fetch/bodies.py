"""A response's stream → its body, plain and bounded."""

from __future__ import annotations

import asyncio

import httpx

from .codings import Chain, Undecodable
from .faults import FetchError

HEAVY = 1_000_000  # bytes from which a body takes one of a few places: 64 at once would be half a gigabyte
HEAVY_PLACES = 8
LEFTOVER = 16_384  # bytes of an unwanted body that are read so that its connection can serve again


class Bodies:
    """Reads bodies, few large ones at a time."""

    def __init__(self) -> None:
        self._heavy = asyncio.Semaphore(HEAVY_PLACES)

    async def read(self, response: httpx.Response, most: int, where: str, *, cut: bool = False) -> bytes:
        """The body; of one larger than `most` its first bytes if `cut`, else FetchError (hard)."""
        chain = Chain(response.headers.get("content-encoding", ""), most)
        announced = response.headers.get("content-length", "")
        too_large = not cut and announced.isdecimal() and int(announced) > most
        try:
            body = None if too_large else await self._collect(response, chain, most, cut)
        except Undecodable as err:
            raise FetchError("temporary", f"undecodable bytes from {where}: {err}") from None
        if body is None:
            raise FetchError("hard", f"more than {most} bytes from {where}", status=response.status_code)
        return body

    async def _collect(self, response: httpx.Response, chain: Chain, most: int, cut: bool) -> bytes | None:
        """The body; None for one that is too large."""
        body, heavy = bytearray(), False
        assert isinstance(response.stream, httpx.AsyncByteStream)
        try:
            async for data in response.stream:
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


async def use_up(response: httpx.Response) -> None:
    """Read a small unwanted body to its end: cheaper than a new connection."""
    assert isinstance(response.stream, httpx.AsyncByteStream)
    left = LEFTOVER
    async for data in response.stream:
        left -= len(data)
        if left < 0:
            return
