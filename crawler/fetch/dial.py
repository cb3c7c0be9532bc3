"""A route → an open channel: resolve, judge every address, connect to a judged one, through a proxy, into TLS.

The address that was judged is the one that is connected to, so a name server that answers differently the next
moment gains nothing. Through a proxy the name is the proxy's to resolve; addresses written as such are judged
all the same.
"""

from __future__ import annotations

import asyncio
import errno
import socket
import ssl
from collections.abc import Callable
from itertools import chain, zip_longest

import httpx

from . import http1, socks5
from .addresses import Judge, literal
from .channel import Channel
from .faults import NoRoom, NoWay, ProxyDown, Unreachable, is_own
from .resolver import Resolve
from .routes import Proxy, Route

HUNG_UP = "closed during the TLS handshake"  # of which asyncio raises an error without words
MAX_ADDRESSES = 6  # tried for one host
# until the next address of a host is tried beside the one before (RFC 8305): where a machine has no way for IPv6, or
# one of several is dead, each connection would wait for half its time
STAGGER_S = 0.3
REACHES_NOBODY = {502, 503, 504}  # what a proxy answers that has no way itself
NO_WAY = {errno.ENETDOWN, errno.ENETUNREACH, errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ETIMEDOUT}


class Dialler:
    """Opens connections."""

    def __init__(
        self, judge: Judge, resolve: Resolve, tls: Callable[[], ssl.SSLContext], *, http2: bool
    ) -> None:
        self._judge = judge
        self._resolve = resolve
        self._tls = tls
        self._http2 = http2
        self._contexts: dict[bool, ssl.SSLContext] = {}

    async def dial(self, route: Route, timeout_s: float, *, http2: bool = True) -> Channel:
        """A channel to the route's host; HTTP/2 is offered if `http2` says so. Raises httpx.TransportError."""
        http2 = http2 and self._http2
        try:
            async with asyncio.timeout(timeout_s):
                if route.proxy is None:
                    return await self._direct(route, http2)
                return await self._through(route, route.proxy, timeout_s, http2)
        except TimeoutError:
            raise httpx.ConnectTimeout("") from None
        except ssl.SSLError as err:
            raise _tls_failed(route.host, err) from None
        except OSError as err:
            kind_of = NoRoom if is_own(err) else NoWay if err.errno in NO_WAY else httpx.ConnectError
            raise kind_of(err.strerror or str(err) or HUNG_UP) from None

    async def _direct(self, route: Route, http2: bool) -> Channel:
        addresses = await self._judged(route.host)
        context = self._context(http2=http2) if route.scheme == "https" else None
        return await self._connect(addresses, route.port, context, route.host)

    async def _through(self, route: Route, proxy: Proxy, timeout_s: float, http2: bool) -> Channel:
        address = literal(route.host)
        if address and not self._judge.allows(address):
            raise _inside(route.host)
        channel = await self._to_proxy(proxy)
        try:
            if proxy.tunnels:
                await socks5.open_tunnel(channel, route.host, route.port, proxy.login, timeout_s)
            elif not route.forwarded:
                await _open_tunnel(channel, route, proxy, timeout_s)
            if route.scheme == "https":
                await self._start_tls(channel, route.host, http2)
        except BaseException:
            channel.abort()
            raise
        return channel

    async def _to_proxy(self, proxy: Proxy) -> Channel:
        """A channel to the proxy. Raises ProxyDown: whoever is behind it is not at fault."""
        address = literal(proxy.host)
        context = self._context(http2=False) if proxy.scheme == "https" else None
        try:
            addresses = (address,) if address else await self._resolve(proxy.host)
            return await self._connect(addresses, proxy.port, context, proxy.host)
        except ssl.SSLError as err:
            raise ProxyDown(str(_tls_failed(proxy.host, err))) from None
        except OSError as err:
            if is_own(err):
                raise
            raise ProxyDown(f"no connection to it: {err.strerror or str(err) or HUNG_UP}") from None
        except NoRoom:
            raise
        except httpx.ConnectError as err:
            raise ProxyDown(str(err)) from None

    async def _judged(self, host: str) -> tuple[str, ...]:
        """The addresses of `host` that may be connected to. Raises Unreachable."""
        address = literal(host)
        found = (address,) if address else await self._resolve(host)
        if not found:
            raise Unreachable("hard", f"{host} has no address")
        allowed = tuple(a for a in found if self._judge.allows(a))
        if not allowed:
            raise _inside(host)
        return _in_turn(allowed)[:MAX_ADDRESSES]

    async def _connect(
        self,
        addresses: tuple[str, ...],
        port: int,
        context: ssl.SSLContext | None,
        host: str,
    ) -> Channel:
        loop = asyncio.get_running_loop()
        connected = await _first_socket(loop, addresses, port)
        name = _server_name(host) if context else None
        _, channel = await loop.create_connection(
            lambda: Channel(loop), sock=connected, ssl=context, server_hostname=name
        )
        return channel

    async def _start_tls(self, channel: Channel, host: str, http2: bool) -> None:
        assert channel.transport is not None
        if channel.buffer:
            raise httpx.ProxyError("it speaks before it is asked")
        loop = asyncio.get_running_loop()
        context = self._context(http2=http2)
        channel.transport = await loop.start_tls(
            channel.transport, channel, context, server_hostname=_server_name(host)
        )
        if channel.transport is None:
            raise ConnectionResetError(HUNG_UP)

    def _context(self, *, http2: bool) -> ssl.SSLContext:
        context = self._contexts.get(http2)
        if context is None:
            context = self._contexts[http2] = self._tls()
            context.set_alpn_protocols(["h2", "http/1.1"] if http2 else ["http/1.1"])
        return context


async def _first_socket(
    loop: asyncio.AbstractEventLoop, addresses: tuple[str, ...], port: int
) -> socket.socket:
    """A socket connected to that of the addresses which lets itself be first; they are begun in their order."""
    if len(addresses) == 1:
        return await _socket(loop, addresses[0], port)
    begun: list[asyncio.Task[socket.socket]] = []
    won: asyncio.Task[socket.socket] | None = None
    try:
        for address in addresses:
            begun.append(loop.create_task(_socket(loop, address, port)))
            if won := await _connected(begun, STAGGER_S):
                return won.result()
        while not won and not all(task.done() for task in begun):
            won = await _connected(begun, None)
        return (won or next(filter(_is_own, begun), begun[-1])).result()
    finally:
        for task in begun:
            if not task.cancel() and task is not won and not task.cancelled() and not task.exception():
                task.result().close()


def _is_own(failed: asyncio.Task[socket.socket]) -> bool:
    err = failed.exception()
    return err is not None and is_own(err)


async def _connected(
    tasks: list[asyncio.Task[socket.socket]], wait_s: float | None
) -> asyncio.Task[socket.socket] | None:
    """One of the tasks that has a socket, once one of them has ended, or None; after `wait_s` None."""
    under_way = [task for task in tasks if not task.done()]
    await asyncio.wait(under_way, timeout=wait_s, return_when=asyncio.FIRST_COMPLETED)
    return next((task for task in tasks if task.done() and not task.exception()), None)


async def _socket(loop: asyncio.AbstractEventLoop, address: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    connected = socket.socket(family, socket.SOCK_STREAM)
    try:
        connected.setblocking(False)
        await loop.sock_connect(connected, (address, port))
    except BaseException:
        connected.close()
        raise
    return connected


async def _open_tunnel(channel: Channel, route: Route, proxy: Proxy, timeout_s: float) -> None:
    headers = [(b"Host", route.authority), *proxy.headers]
    channel.write(http1.request_bytes("CONNECT", route.authority, headers, b""))
    head = await http1.read_head(channel, timeout_s)
    if not 200 <= head.status < 300:
        kind_of = ProxyDown if head.status in REACHES_NOBODY else httpx.ProxyError
        raise kind_of(f"it answers {head.status}")


def agreed(channel: Channel) -> str | None:
    """The protocol that was agreed upon in the TLS handshake (ALPN)."""
    tls = channel.transport.get_extra_info("ssl_object") if channel.transport else None
    return tls.selected_alpn_protocol() if tls is not None else None


def _server_name(host: str) -> str:
    return host.rstrip(".")


def _in_turn(addresses: tuple[str, ...]) -> tuple[str, ...]:
    """Those of IPv6 and of IPv4 by turns (RFC 8305, 4): a host may have more of one than are tried."""
    six = [address for address in addresses if ":" in address]
    four = [address for address in addresses if ":" not in address]
    pair = (six, four) if ":" in addresses[0] else (four, six)
    return tuple(filter(None, chain.from_iterable(zip_longest(*pair))))


def _inside(host: str) -> Unreachable:
    return Unreachable("refused", f"{host} is not on the public internet, nor in allow_networks")


def _tls_failed(host: str, err: ssl.SSLError) -> httpx.ConnectError:
    if isinstance(err, (ssl.SSLEOFError, ssl.SSLZeroReturnError)):
        return httpx.ConnectError(HUNG_UP)
    said = getattr(err, "verify_message", "") or err.reason or str(err)
    # a certificate expires on a Friday and is renewed on Monday, a balancer refuses TLS while its servers change
    return Unreachable("temporary", f"no trust in {host}: TLS says {said}")
