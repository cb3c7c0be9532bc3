"""HTTP/2 over a channel, by httpcore's connection; its many errors become httpx's."""

from __future__ import annotations

from typing import Any

import h2.exceptions
import hpack
import httpcore
import httpx
import hyperframe.exceptions

from .channel import Channel
from .http1 import Answer, Body, Fields

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
    """A channel as httpcore reads and writes one."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - httpcore's face
        if not self._channel.buffer:
            await self._channel.more(timeout or 60.0)
        return self._channel.take(max_bytes)

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
        self._core = httpcore.AsyncHTTP2Connection(httpcore.Origin(scheme, host, port), Stream(channel))

    @property
    def usable(self) -> bool:
        """Whether another request may be sent."""
        return self._core.is_idle() and not self._core.has_expired()

    async def ask(
        self, method: str, target: bytes, headers: Fields, content: bytes, timeout_s: float
    ) -> Answer:
        """Status, headers and body of the answer. Raises httpx.TransportError, OSError, TimeoutError."""
        scheme, host, port = self._url
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
        return response.status, fields, _body(response)


async def _body(response: httpcore.Response) -> Body:
    try:
        async for data in response.aiter_stream():
            yield data
        await response.aclose()
    except _FAULTS as err:
        raise _broken(err) from None


def _broken(err: Exception) -> httpx.RemoteProtocolError:
    return httpx.RemoteProtocolError(f"HTTP/2: {str(err)[:200] or type(err).__name__}")
