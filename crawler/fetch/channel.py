"""A socket's bytes as they come → a bounded buffer that one reader takes from.

asyncio's streams would do, at twice the CPU of this for a small answer; httpcore's over anyio at five times.
"""

from __future__ import annotations

import asyncio
import select

HUNG_UP = getattr(select, "POLLRDHUP", 0)  # Linux alone tells
HIGH = 256 * 1024  # bytes waiting to be taken above which the socket is left alone


class Channel(asyncio.Protocol):
    """One connection. At most one task reads it."""

    __slots__ = ("_loop", "_paused", "_waiter", "buffer", "ended", "error", "transport")

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.buffer = bytearray()
        self.ended = False  # no more bytes will come
        self.error: Exception | None = None  # why, where that was not the other side's wish
        self.transport: asyncio.Transport | None = None
        self._loop = loop
        self._paused = False
        self._waiter: asyncio.Future[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        if len(self.buffer) > HIGH and self.transport and not self._paused:
            self._paused = True
            self.transport.pause_reading()
        self._wake()

    def eof_received(self) -> None:
        self.ended = True
        self._wake()

    def connection_lost(self, error: Exception | None) -> None:
        self.ended = True
        self.error = self.error or error
        self._wake()

    def write(self, data: bytes) -> None:
        """Send, without waiting: a request is small."""
        if self.transport and not self.ended:
            self.transport.write(data)

    async def more(self, timeout_s: float) -> bool:
        """Wait until bytes were added; False at the connection's end. Raises OSError, TimeoutError."""
        if self.ended:
            return self._at_end()
        if self._paused and self.transport:
            self._paused = False
            self.transport.resume_reading()
        before = len(self.buffer)
        waiter = self._waiter = self._loop.create_future()
        timer = self._loop.call_later(timeout_s, _expire, waiter)
        try:
            await waiter
        finally:
            timer.cancel()
            self._waiter = None
        return len(self.buffer) > before or self._at_end()

    def take(self, most: int) -> bytes:
        """Up to `most` bytes out of the buffer."""
        data = bytes(self.buffer[:most])
        del self.buffer[:most]
        return data

    def hung_up(self) -> bool:
        """Whether the other side has ended the connection, also where a busy loop has yet to hear of it: what was sent
        into it now would be read by nobody, and nobody could say so.
        """
        socket = self.transport and self.transport.get_extra_info("socket")
        if self.ended or not socket or not HUNG_UP:
            return self.ended
        if (descriptor := socket.fileno()) < 0:
            return True
        poll = select.poll()
        poll.register(descriptor, HUNG_UP)
        return bool(poll.poll(0))

    def abort(self) -> None:
        """Close at once."""
        self.ended = True
        if self.transport:
            self.transport.abort()

    def _at_end(self) -> bool:
        if self.error is not None:
            raise self.error if isinstance(self.error, OSError) else OSError(str(self.error))
        return False

    def _wake(self) -> None:
        if self._waiter and not self._waiter.done():
            self._waiter.set_result(None)


def _expire(waiter: asyncio.Future[None]) -> None:
    if not waiter.done():
        waiter.set_exception(TimeoutError())
