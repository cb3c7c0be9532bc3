"""HTTP/2 over a channel, by httpcore's connection; its many errors become httpx's.

Two things it does not do are done to the bytes before it sees them: they are bounded, whatever the frames are, and
a server that says good-bye (GOAWAY without an error) before it has answered is let finish.
"""

from __future__ import annotations

from typing import Any

import h2.exceptions
import hpack
import httpcore
import httpx
import hyperframe.exceptions

from .channel import Channel
from .http1 import Answer, Body, Fields

OVERHEAD = 256 * 1024  # bytes that frames may take beyond twice what they carry: heads, pings, padding
_FRAME_HEAD = 9  # bytes: length (3), type, flags, stream (4)
_GOAWAY = b"\x07"
_LONGEST = _FRAME_HEAD + 16_384  # bytes of a frame where a client says nothing else; h2 refuses a longer one
_NUMBER = 0x7FFF_FFFF  # of a stream: a reserved bit stands before it

# What httpcore lets through of a peer that breaks the protocol: its own errors, those of the layers below, and
# the plain ones of pseudo-headers that are no numbers and events of streams that are none.
_FAULTS = (
    httpcore.ProtocolError,
    httpcore.ConnectionNotAvailable,
    h2.exceptions.H2Error,
    hpack.HPACKError,
    hyperframe.exceptions.HyperframeError,
    ValueError,
    KeyError,
    AttributeError,
    AssertionError,
)


class Stream(httpcore.AsyncNetworkStream):
    """A channel as httpcore reads and writes one, less the good-byes of a server that goes on."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self.asked = 0  # requests; the stream of each has the next odd number
        self.taken = self.carried = 0  # bytes of the answer to the last one, and of them its body's
        self.leaving = False  # the server takes no further request
        self._begun = b""  # a frame's head, or a good-bye, of which the rest is to come
        self._left = 0  # bytes of the frame before it that are to come

    def ask(self) -> None:
        """Another request is sent."""
        self.asked += 1
        self.taken = self.carried = 0

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - httpcore's face
        while True:
            if not self._channel.buffer:
                await self._channel.more(timeout or 60.0)
            data = self._channel.take(max_bytes)
            self.taken += len(data)
            if self.taken > 2 * self.carried + OVERHEAD:
                raise httpx.RemoteProtocolError("HTTP/2: more frames than body")
            if not data or (data := self._without_goodbye(data)):
                return data

    def _without_goodbye(self, data: bytes) -> bytes:
        """The bytes as far as frames are begun, without those that say good-bye."""
        data, kept, at = self._begun + data, bytearray(), 0
        end = self._left
        while end <= len(data):  # of the frame at `at`
            kept += data[at:end]
            at, head = end, data[end : end + _FRAME_HEAD]
            end = at + _FRAME_HEAD + int.from_bytes(head[:3], "big")
            goodbye = head[3:4] == _GOAWAY and end - at <= _LONGEST
            if len(head) < _FRAME_HEAD or (goodbye and end > len(data)):
                self._begun, self._left = data[at:], 0
                return bytes(kept)
            if goodbye and not self._is_the_end(data[at:end]):
                at = end
        self._begun, self._left = b"", end - len(data)
        return bytes(kept) + data[at:]

    def _is_the_end(self, goaway: bytes) -> bool:
        """Whether a GOAWAY (RFC 9113, 6.8) means the request that was sent last, or an error."""
        self.leaving = True
        last, error = int.from_bytes(goaway[9:13], "big") & _NUMBER, int.from_bytes(goaway[13:17], "big")
        return len(goaway) < 17 or error != 0 or last < 2 * self.asked - 1

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - httpcore's face
        self._channel.write(buffer)

    async def aclose(self) -> None:
        self._channel.abort()

    def get_extra_info(self, info: str) -> Any:
        return bool(self._channel.buffer or self._channel.ended) if info == "is_readable" else None


class Http2:
    """One connection on which requests follow each other."""

    def __init__(self, channel: Channel, scheme: bytes, host: bytes, port: int) -> None:
        self._url = (scheme, host, port)
        self._stream = Stream(channel)
        self._core = httpcore.AsyncHTTP2Connection(httpcore.Origin(scheme, host, port), self._stream)

    @property
    def usable(self) -> bool:
        """Whether another request may be sent."""
        return self._core.is_idle() and not self._core.has_expired() and not self._stream.leaving

    async def ask(
        self, method: str, target: bytes, headers: Fields, content: bytes, timeout_s: float
    ) -> Answer:
        """Status, headers and body of the answer. Raises httpx.TransportError, OSError, TimeoutError."""
        scheme, host, port = self._url
        self._stream.ask()
        request = httpcore.Request(
            method,
            httpcore.URL(scheme=scheme, host=host, port=port, target=target),
            headers=headers,
            content=content or None,
            extensions={"timeout": {"read": timeout_s, "write": timeout_s}},
        )
        try:
            response = await self._core.handle_async_request(request)
        except _FAULTS as err:
            raise _broken(err) from None
        fields = [(name.lower(), value) for name, value in response.headers]
        return response.status, fields, _body(response, self._stream)


async def _body(response: httpcore.Response, stream: Stream) -> Body:
    try:
        async for data in response.aiter_stream():
            stream.carried += len(data)
            yield data
        await response.aclose()
    except _FAULTS as err:
        raise _broken(err) from None


def _broken(err: Exception) -> httpx.RemoteProtocolError:
    return httpx.RemoteProtocolError(f"HTTP/2: {str(err)[:200] or type(err).__name__}")
