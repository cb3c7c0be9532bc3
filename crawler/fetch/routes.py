"""Where a request goes and by which way: what one connection can be used for."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from .faults import FetchError

_PROXY_PORTS = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy as the operator configured it; connected to wherever it is, since that was the choice."""

    scheme: str
    host: str
    port: int
    login: tuple[str, str] | None = field(default=None, repr=False)

    @property
    def way(self) -> str:
        """Its address without the login: by what it is told from others, also to people."""
        return f"{self.scheme}://{self.host}:{self.port}"

    @property
    def tunnels(self) -> bool:
        """Whether it hands on bytes and reads no requests."""
        return self.scheme.startswith("socks5")

    @property
    def headers(self) -> list[tuple[bytes, bytes]]:
        """What proves to an HTTP proxy that one may use it."""
        if self.login is None:
            return []
        return [(b"Proxy-Authorization", basic(*self.login))]


@dataclass(frozen=True, slots=True)
class Route:
    """A host reached in one way."""

    scheme: str
    host: str  # without brackets
    port: int
    proxy: Proxy | None = None

    @property
    def authority(self) -> bytes:
        """Host and port, always both."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}".encode("ascii")

    @property
    def forwarded(self) -> bool:
        """Whether an HTTP proxy reads the request and asks it itself."""
        return self.proxy is not None and not self.proxy.tunnels and self.scheme == "http"


def parse_proxy(url: str) -> Proxy:
    """The proxy an operator wrote down. Raises FetchError (refused)."""
    try:
        parts = urlsplit(url)
        port = parts.port or _PROXY_PORTS[parts.scheme]
        host = (parts.hostname or "").encode("ascii").decode("ascii")
    except (ValueError, KeyError):
        host, port = "", 0
    if not host:
        raise FetchError("refused", "the proxy is not http://, https:// or socks5:// and a host")
    login = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    return Proxy(parts.scheme, host, port, login)


def way_of(proxy: str | None) -> str | None:
    """Which way leads through a proxy that an operator wrote down; "" straight on; None: none, it cannot be asked."""
    try:
        return parse_proxy(proxy).way if proxy else ""
    except FetchError:
        return None


def basic(username: str, password: str) -> bytes:
    """The value of an Authorization header."""
    return b"Basic " + base64.b64encode(f"{username}:{password}".encode())
