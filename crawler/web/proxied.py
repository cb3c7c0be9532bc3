"""A request that came through a proxy of ours → the request as the proxy got it: its scheme, its host, who asked.

Only a proxy that `web: proxies:` names is believed. What anybody else says of where a request comes from is left
out; what says that it came through one is refused where nobody needs a token, for behind a proxy that is not named
the whole world would be let in. A proxy may say nothing: README asks for `proxies:` or a token wherever there is one.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.types import Scope

TOLD = (
    b"x-forwarded-for",
    b"x-forwarded-host",
    b"x-forwarded-proto",
    b"forwarded",
    b"x-real-ip",
    b"via",
    b"x-forwarded-port",
    b"x-forwarded-server",
    b"true-client-ip",
)
SCHEMES = ("http", "https")
_PORT = re.compile(r"(?<=\]):\d+$|(?<=\.\d):\d+$|(?<=\.\d\d):\d+$|(?<=\.\d\d\d):\d+$")


@dataclass(frozen=True, slots=True)
class Networks:
    """The addresses of proxies."""

    of: tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...] = ()

    @classmethod
    def named(cls, networks: Iterable[str]) -> Networks:
        """Those of the configuration, which has checked them."""
        return cls(tuple(ipaddress.ip_network(each) for each in networks))

    def __contains__(self, address: object) -> bool:
        try:
            found = ipaddress.ip_address(str(address))
        except ValueError:
            return False
        found = getattr(found, "ipv4_mapped", None) or found
        return any(found in network for network in self.of)


NONE = Networks()


def through_proxy(scope: Scope) -> bool:
    """Whether the request says that somebody passed it on."""
    return any(name in TOLD for name, _ in scope["headers"])


def as_asked(scope: Scope, proxies: Networks) -> Scope:
    """The request as the last proxy got it that is not one of ours; as it is where it comes from none of them."""
    client = scope.get("client")
    if not client or client[0] not in proxies:
        return scope
    headers = Headers(scope=scope)
    asked = {**scope, "client": (_asker(headers, client[0], proxies), 0)}
    scheme = _last(headers, "x-forwarded-proto").lower()
    if scheme in SCHEMES:
        asked["scheme"] = scheme
    if host := _last(headers, "x-forwarded-host"):
        asked["headers"] = [
            *((name, value) for name, value in scope["headers"] if name != b"host"),
            (b"host", host.encode("latin-1")),
        ]
    return asked


def _asker(headers: Headers, proxy: str, proxies: Networks) -> str:
    """Who asked: of those that passed it on, from the last to the first, the first that is no proxy of ours, or the farthest."""
    said, farthest = ",".join(headers.getlist("x-forwarded-for")).split(","), proxy
    for each in reversed(said):
        address = _PORT.sub("", each.strip()).strip("[]")
        try:
            ipaddress.ip_address(address)
        except ValueError:  # "unknown", or nothing: what stands before it nobody vouches for
            return farthest
        if address not in proxies:
            return address
        farthest = address
    return farthest


def _last(headers: Headers, name: str) -> str:
    """What the nearest proxy said."""
    return ",".join(headers.getlist(name)).rsplit(",", 1)[-1].strip()
