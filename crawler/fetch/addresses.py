"""An IP address → whether it may be connected to: public ones, and those of networks the operator allowed."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from functools import lru_cache

from crawler.domains import is_number

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
IPNetwork = ipaddress.IPv4Network | ipaddress.IPv6Network

# Said here and not left to `is_global`, whose answers for some of these changed between Python releases.
_NEVER = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8",  # this network
        "100.64.0.0/10",  # carrier-grade NAT
        "192.0.0.0/24",  # protocol assignments
        "192.88.99.0/24",  # 6to4 relays
        "198.18.0.0/15",  # benchmarks
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
        "2001::/32",  # Teredo: a tunnel to any IPv4 address
        "3fff::/20",  # documentation
    )
)
JUDGED = 10_000  # addresses whose judgement is kept: it walks through thirty networks, at each connect
_UNICAST6 = ipaddress.IPv6Network("2000::/3")  # all that was ever given out of IPv6; meshes live in the rest
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class Judge:
    """Tells addresses that may be connected to from those that may not."""

    def __init__(self, allowed: Iterable[str] = ()) -> None:
        self._allowed: tuple[IPNetwork, ...] = tuple(ipaddress.ip_network(n, strict=False) for n in allowed)
        self.allows = lru_cache(maxsize=JUDGED)(self._allows)  # the same address is judged alike for ever

    def _allows(self, text: str) -> bool:
        """Whether a socket may be connected to the address written in `text`."""
        try:
            address = ipaddress.ip_address(text)
        except ValueError:
            return False
        meant = embedded(address)
        if any(address in network or meant in network for network in self._allowed):
            return True
        return is_public(address) and (meant is address or is_public(meant))


def embedded(address: IPAddress) -> IPAddress:
    """The IPv4 address that an IPv6 one leads to (mapped, 6to4, NAT64), else the address itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or address


def is_public(address: IPAddress) -> bool:
    """Whether the address is one of the public internet's unicast addresses."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.scope_id is not None:
            return False
        if address.ipv4_mapped or address in _NAT64:
            return is_public(embedded(address))
        if address not in _UNICAST6:
            return False
    return address.is_global and not any(address in network for network in _NEVER)


def literal(host: str) -> str | None:
    """The address in an address's host where that is no name: ``[::1]`` → ``::1``."""
    return host.strip("[]") if is_number(host) else None
