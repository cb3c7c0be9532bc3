"""An address as somebody wrote it → the one that is fetched. One parser (WHATWG), and only its output goes out."""

from __future__ import annotations

import re
from dataclasses import dataclass

import ada_url

from .faults import FetchError

MAX_URL = 8192  # characters; longer ones are traps or data: servers refuse them anyway

# ada writes a special address as scheme://host[:port]/path; user names would stand before an "@".
# Of a host's labels it bears what no name has, and what TLS raises an error of its own for.
_LABEL = r"[^/:@?#\[\].]{1,63}"
_PARTS = re.compile(rf"(https?)://(\[[0-9a-f:.]+\]|{_LABEL}(?:\.{_LABEL})*\.?)(?::(\d+))?(/.*)", re.DOTALL)
PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Target:
    """Where one request goes."""

    url: str  # without a fragment
    scheme: str
    host: str  # as in the address: IPv6 in brackets, IDN in its ASCII form
    port: int
    path: str  # with the query

    @property
    def authority(self) -> str:
        """Host, and port where it is not the scheme's own: what the Host header says and people read."""
        return self.host if self.port == PORTS[self.scheme] else f"{self.host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: whom a secret belongs to."""
        return f"{self.scheme}://{self.authority}"

    @property
    def site(self) -> str:
        """Whom politeness is owed to: the host, http and https alike; on a port of its own apart."""
        host = self.host.rstrip(".")
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    def trusts(self, other: Target) -> bool:
        """Whether what is told to this target in confidence may be told to `other` too.

        That is the same origin, or the same host reached over TLS now: http on its own port to https on its.
        """
        if self.origin == other.origin:
            return True
        upgrade = (self.scheme, self.port, other.scheme, other.port) == ("http", 80, "https", 443)
        return upgrade and self.host == other.host


def parse(url: str, base: str | None = None) -> Target:
    """The target that `url` means, relative to `base`. Raises FetchError (refused)."""
    if len(url) > MAX_URL:
        raise FetchError("refused", f"an address of {len(url)} characters")
    try:
        href = ada_url.URL(url, base).href
    except ValueError:  # UnicodeEncodeError of lone surrogates is one too
        raise FetchError("refused", f"not an address: {_shown(url)}") from None
    href = href.partition("#")[0]
    parts = _PARTS.fullmatch(href)
    if not parts:
        raise FetchError("refused", _complaint(href))
    scheme, host, port, path = parts.groups()
    return Target(href, scheme, host, int(port) if port else PORTS[scheme], path)


def _complaint(href: str) -> str:
    scheme, _, rest = href.partition(":")
    if scheme not in PORTS:
        return f"only http and https are fetched, not {scheme[:20]}:"
    if "@" in rest.split("/", 3)[2]:
        return "an address with a user name or password in it"
    return f"not an address: {_shown(href)}"


def _shown(url: str) -> str:
    return ascii(url if len(url) <= 120 else url[:120] + "…")
