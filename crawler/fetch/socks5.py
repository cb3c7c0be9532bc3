"""The two or three messages that make a SOCKS5 proxy (RFC 1928, 1929) hand on a connection's bytes."""

from __future__ import annotations

import ipaddress

import httpx

from .channel import Channel
from .faults import ProxyDown

REACHES_NOBODY = {1, 3, 4, 6}  # replies of a proxy that has no way itself
_REPLIES = {
    1: "general failure",
    2: "not allowed",
    3: "network unreachable",
    4: "host unreachable",
    5: "connection refused",
    6: "time to live expired",
    7: "command not supported",
    8: "address type not supported",
}


async def open_tunnel(
    channel: Channel, host: str, port: int, login: tuple[str, str] | None, timeout_s: float
) -> None:
    """From here on the channel's other end is `host`. Names are resolved by the proxy. Raises httpx.ProxyError."""
    channel.write(b"\x05\x01\x02" if login else b"\x05\x01\x00")
    version, method = await _exactly(channel, 2, timeout_s)
    if version != 5 or method != (2 if login else 0):
        raise httpx.ProxyError("it is no SOCKS5 proxy, or wants another login")
    if login:
        await _log_in(channel, login, timeout_s)
    channel.write(b"\x05\x01\x00" + _address(host) + port.to_bytes(2, "big"))
    _, reply, _, kind = await _exactly(channel, 4, timeout_s)
    if reply:
        kind_of = ProxyDown if reply in REACHES_NOBODY else httpx.ProxyError
        raise kind_of(f"{_REPLIES.get(reply, reply)}")
    length = {1: 4, 4: 16}.get(kind) or (await _exactly(channel, 1, timeout_s))[0]
    await _exactly(channel, length + 2, timeout_s)


async def _log_in(channel: Channel, login: tuple[str, str], timeout_s: float) -> None:
    name, password = (part.encode()[:255] for part in login)
    channel.write(b"\x01" + bytes([len(name)]) + name + bytes([len(password)]) + password)
    if (await _exactly(channel, 2, timeout_s))[1]:
        raise httpx.ProxyError("it refuses the login")


def _address(host: str) -> bytes:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        name = host.encode("ascii")
        if len(name) > 255:
            raise httpx.ProxyError("a host name of more than 255 characters") from None
        return b"\x03" + bytes([len(name)]) + name
    return (b"\x01" if address.version == 4 else b"\x04") + address.packed


async def _exactly(channel: Channel, length: int, timeout_s: float) -> bytes:
    while len(channel.buffer) < length:
        if not await channel.more(timeout_s):
            raise httpx.ProxyError("it hung up")
    return channel.take(length)
