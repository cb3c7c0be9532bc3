"""An address → its origin (who may see a password) and its site (whose pages they are)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import ada_url

from crawler.domains import is_number, registrable

_PORTS = {"http": "80", "https": "443"}
_ALIASES = frozenset(
    ("m", "mobile", "mobil", "amp", "wap", "3g", "touch", "iphone", "pda", "lite", "www")
    + tuple(f"www{n}" for n in range(10))
)


class Parts(NamedTuple):
    """An http address taken apart by the one parser that also says what is fetched (WHATWG)."""

    scheme: str
    host: str  # lower case, punycode, no trailing dot; IPv6 in brackets
    port: str  # "" for the scheme's own
    path: str  # begins with "/"
    query: str  # without "?"
    fragment: str  # without "#"


def parts_of(url: str) -> Parts | None:
    """The parts of an http or https address; None for anything else."""
    try:
        href = ada_url.URL(url).href
    except ValueError:  # not an address, or a lone surrogate that UTF-8 cannot hold
        return None
    scheme, colon, rest = href.partition("://")
    if not colon or scheme not in _PORTS:
        return None
    rest, _, fragment = rest.partition("#")
    rest, _, query = rest.partition("?")
    authority, _, path = rest.partition("/")
    host, port = _host_port(authority.rpartition("@")[2])
    return Parts(scheme, host, port, "/" + path, query, fragment) if host else None


def origin(url: str) -> str:
    """Scheme, host and port: what a password given for one address may be sent to.

    Anything that is no http address is an origin of its own.
    """
    parts = parts_of(url)
    if parts is None:
        return url
    return f"{parts.scheme}://{parts.host}:{parts.port or _PORTS[parts.scheme]}"


def site(url: str) -> str:
    """The registrable name that an address or a bare host belongs to: `example.co.uk` of `news.example.co.uk:80`.

    Numbers and single names (127.0.0.1, localhost) are sites of their own at each port. "" where there is no host.
    """
    scheme, colon, rest = url.partition("://")
    rest = rest if colon else scheme
    for end in "/?#\\":
        rest = rest.partition(end)[0]
    return _site(rest.rpartition("@")[2])


def bare_host(host: str) -> str:
    """`host` without the labels that dress the same pages for another device: www, m, mobile, amp.

    They are cut in front of the registrable name alone: `www.gov.uk`, `m.me` and `amp.dev` stay.
    """
    first = host.partition(".")[0]
    if first not in _ALIASES and _ALIASES.isdisjoint(host.split(".")):
        return host
    return _bare(host)


@lru_cache(maxsize=65_536)
def _site(authority: str) -> str:
    parts = parts_of("https://" + authority)
    if parts is None:
        return authority.casefold()
    name = registrable(parts.host)
    if name is None and ("." not in parts.host or is_number(parts.host)):
        return parts.host + (":" + parts.port if parts.port else "")
    return name or parts.host


@lru_cache(maxsize=65_536)
def _bare(host: str) -> str:
    name = registrable(host)
    if name is None:
        return host
    front = host[: -len(name)].split(".")
    return ".".join(label for label in (*front, name) if label and label not in _ALIASES)


def _host_port(authority: str) -> tuple[str, str]:
    host, colon, port = authority.rpartition(":")
    if not colon or port.endswith("]"):
        host, port = authority, ""
    return host.rstrip("."), port
