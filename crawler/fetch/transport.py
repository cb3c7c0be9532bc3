"""A request → status, headers and body, over connections that are kept one per host and thrown away when in doubt.

There is no pool with places in it, so a cancelled request cannot leak one: a connection is either lent to one
request or lies idle; whatever ends otherwise than with a whole answer closes it.

Whoever offers HTTP/2 and breaks its protocol is asked over HTTP/1.1 the next time, for a day where that works.
What may be sent a second time is not sent at once: the host may have had the first (AskAgain).
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import httpx

from .dial import Dialler, agreed
from .faults import NoRoom
from .http1 import Body, Fields, Http1
from .idle import IDLE_S, MAX_IDLE, Connection, Idle
from .routes import Route
from .urls import PORTS

TIMEOUT_S = 20.0  # of an httpx request that says none
BROKEN_S = 86_400.0  # a host that spoke HTTP/2 badly is asked over HTTP/1.1 for so long
MAX_BROKEN = 10_000  # such hosts kept in mind

_AGAIN = ("GET", "HEAD")  # may be sent a second time when a kept connection turns out to be dead


@dataclass(frozen=True, slots=True)
class Request:
    """One request, whole: nothing is added to its headers."""

    route: Route
    target: bytes  # path and query, as they are sent
    headers: Fields
    timeout_s: float  # for a connection, and for each further piece of the answer
    method: str = "GET"
    content: bytes = b""
    again: bool = False  # it is sent for the second time: over a connection of its own, and for the last time


class AskAgain(httpx.TransportError):
    """Nothing came of a request, but it may do over another connection, once the host has had its pause."""


Response = tuple[int, Fields, httpx.AsyncByteStream]  # status, headers with names in lower case, body


class Transport(httpx.AsyncBaseTransport):
    """Lends connections to requests. httpx's client may be built on it; who needs no client asks it directly."""

    def __init__(
        self,
        dialler: Dialler,
        *,
        max_idle: int = MAX_IDLE,
        idle_s: float = IDLE_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._dialler = dialler
        self._clock = clock
        self._idle = Idle(max_idle, idle_s, clock)
        self._lent: set[Connection] = set()
        self._broken: OrderedDict[Route, float] = OrderedDict()  # who speaks HTTP/2 badly, and until when
        # who broke it, and by what fault where nothing was answered
        self._doubted: OrderedDict[Route, httpx.RemoteProtocolError | None] = OrderedDict()

    def __len__(self) -> int:
        return len(self._idle) + len(self._lent)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Of a request's extensions, ``timeout`` (read) is obeyed. Raises httpx.TransportError alone."""
        url = request.url
        if url.scheme not in PORTS:
            raise httpx.UnsupportedProtocol(f"only http and https are spoken, not {url.scheme}")
        route = Route(url.scheme, url.raw_host.decode("ascii"), url.port or PORTS[url.scheme])
        timeout_s = request.extensions.get("timeout", {}).get("read") or TIMEOUT_S
        content = await request.aread()
        asked = Request(route, url.raw_path, request.headers.raw, timeout_s, request.method, content)
        try:
            status, fields, stream = await self.ask(asked)
        except AskAgain:
            status, fields, stream = await self.ask(replace(asked, again=True))
        return httpx.Response(status, headers=fields, stream=stream, request=request)

    async def ask(self, request: Request) -> Response:
        """The answer; its body is to be read or closed. Raises httpx.TransportError alone; the body too.

        AskAgain, once, where the request may be sent `again`.
        """
        route, may = request.route, request.method in _AGAIN and not request.again
        if route in self._doubted:
            failed = self._doubted.pop(route)
            if answer := await self._over_http1(request):
                return answer
            if failed:
                raise failed
        kept = None if request.again else self._idle.take(route)
        connection = kept or await self._open(route, request.timeout_s)
        try:
            return await self._ask(connection, request)
        except (httpx.RemoteProtocolError, httpx.ReadError) as err:
            broke = connection.http2 and not kept
            if broke and isinstance(err, httpx.RemoteProtocolError):
                self._doubt(route, err if may else None)
            elif not kept:
                raise
            if not may:
                raise
            raise AskAgain(str(err)) from err

    async def _over_http1(self, request: Request) -> Response | None:
        """The answer of a host that broke HTTP/2; None where it offers nothing else."""
        route = request.route
        try:
            channel = await self._dialler.dial(route, request.timeout_s, http2=False)
        except httpx.ConnectError:
            return None
        if agreed(channel) != "http/1.1":
            channel.abort()
            return None
        response = await self._ask(Connection(route, channel, Http1(channel), http2=False), request)
        if response[0] >= 400:  # a wall that knows old clients by HTTP/1.1: the next time HTTP/2 may do
            return response
        self._broken[route] = self._clock() + BROKEN_S
        if len(self._broken) > MAX_BROKEN:
            self._broken.popitem(last=False)
        return response

    async def aclose(self) -> None:
        """Close every connection, also those that are in use."""
        for connection in [*self._lent]:
            connection.channel.abort()
        self._lent.clear()
        await self._idle.close()

    async def _open(self, route: Route, timeout_s: float) -> Connection:
        well = self._broken.get(route, 0.0) <= self._clock()
        try:
            channel = await self._dialler.dial(route, timeout_s, http2=well)
        except NoRoom:
            if not self._idle:
                raise
            await self._idle.close()
            channel = await self._dialler.dial(route, timeout_s, http2=well)
        if route.scheme != "https" or agreed(channel) != "h2":
            return Connection(route, channel, Http1(channel), http2=False)
        from .http2 import Http2  # 30 ms that are paid once, where it is spoken

        speaks = Http2(channel, route.scheme.encode(), route.host.encode("ascii"), route.port)
        return Connection(route, channel, speaks, http2=True)

    async def _ask(self, connection: Connection, request: Request) -> Response:
        self._lent.add(connection)
        target, headers = _as_sent(request)
        try:
            status, fields, body = await connection.speaks.ask(
                request.method, target, headers, request.content, request.timeout_s
            )
        except TimeoutError:
            self._drop(connection)
            raise httpx.ReadTimeout("") from None
        except OSError as err:
            self._drop(connection)
            raise httpx.ReadError(err.strerror or str(err)) from None
        except BaseException:
            self._drop(connection)
            raise
        if isinstance(body, bytes):
            self._keep(connection)
            return status, fields, httpx.ByteStream(body)
        stream = _Body(body, lambda whole: self._keep(connection) if whole else self._drop(connection))
        if connection.http2:
            stream.broken = partial(self._doubt, connection.route)
        return status, fields, stream

    def _doubt(self, route: Route, failed: httpx.RemoteProtocolError | None = None) -> None:
        """Have HTTP/1.1 tried the next time: many that reset their HTTP/2 streams serve the same page well over it.

        Where nothing was answered, who speaks nothing else is not asked a second time: it `failed`.
        """
        self._doubted[route] = failed
        if len(self._doubted) > MAX_BROKEN:
            self._doubted.popitem(last=False)

    def _keep(self, connection: Connection) -> None:
        if connection in self._lent and self._idle.keep(connection):
            self._lent.discard(connection)
        else:
            self._drop(connection)

    def _drop(self, connection: Connection) -> None:
        self._lent.discard(connection)
        connection.channel.abort()


class _Body(httpx.AsyncByteStream):
    """An answer's body; tells `done` once whether it was read to its end."""

    def __init__(self, chunks: Body, done: Callable[[bool], None]) -> None:
        self._chunks = chunks
        self._done: Callable[[bool], None] | None = done
        self.broken: Callable[[], None] | None = None  # is told of a broken protocol

    def __aiter__(self) -> _Body:
        return self

    async def __anext__(self) -> bytes:
        try:
            return await anext(self._chunks)
        except StopAsyncIteration:
            self._end(True)
            raise
        except httpx.RemoteProtocolError:
            if self.broken is not None:
                self.broken()
            raise
        except TimeoutError:
            raise httpx.ReadTimeout("") from None
        except OSError as err:
            raise httpx.ReadError(err.strerror or str(err)) from None

    async def aclose(self) -> None:
        await self._chunks.aclose()
        self._end(False)

    def _end(self, whole: bool) -> None:
        done, self._done = self._done, None
        if done is not None:
            done(whole)


def _as_sent(request: Request) -> tuple[bytes, Fields]:
    route = request.route
    if route.proxy is not None and route.forwarded:
        where = route.authority.removesuffix(b":80")
        return b"http://" + where + request.target, request.headers + route.proxy.headers
    return request.target, request.headers
