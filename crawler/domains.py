"""A host → the registrable name it belongs to: whose machines they are, most of the time."""

from __future__ import annotations

import ipaddress
from functools import cache, lru_cache
from importlib.resources import files

import ada_url
from publicsuffixlist import PublicSuffixList


@lru_cache(maxsize=65_536)
def registrable(host: str) -> str | None:
    """`example.co.uk` of `news.example.co.uk`; None for numbers, single names and public suffixes.

    `host` is as an address has it after parsing: lower case, punycode, IPv6 in brackets. A name under the suffix
    of a place where everybody may have one is registrable itself: `me.github.io`.
    """
    if "." not in host or is_number(host):
        return None
    found: str | None = _suffixes().privatesuffix(host)
    return found


@lru_cache(maxsize=65_536)
def domain_of(authority: str) -> str | None:
    """The registrable name of a host with or without a port; also of one as people write it, in any script."""
    if not authority.isascii():
        authority = _as_parsed(authority)
    host, colon, port = authority.rpartition(":")
    return registrable((host if colon and port.isdigit() else authority).rstrip("."))


def _as_parsed(authority: str) -> str:
    try:
        return ada_url.URL(f"http://{authority}").host
    except ValueError:
        return authority


def is_listed(host: str) -> bool:
    """Whether a name ends in a public suffix, as hosts do and accounts seldom."""
    return _suffixes().publicsuffix(host, accept_unknown=False) is not None


def is_number(host: str) -> bool:
    """Whether a host is an IP address."""
    bare = host.strip("[]")
    # most are names; to be told so by an exception costs 15 µs
    if not bare[-1:].isdigit() and ":" not in bare:
        return False
    try:
        ipaddress.ip_address(bare)
    except ValueError:
        return False
    return True


@cache
def _suffixes() -> PublicSuffixList:
    """The library's own list; it would write each of 10,000 names in punycode, of which 460 are not in ASCII: 20 ms."""
    text = (files("publicsuffixlist") / "public_suffix_list.dat").read_text("utf-8")
    names = [line for line in text.splitlines() if line and not line.startswith("//")]
    written = [_in_punycode(name) for name in names if not name.isascii()]
    return PublicSuffixList([*names, *written], accept_encoded_idn=False)


def _in_punycode(rule: str) -> str:
    name = rule.removeprefix("!")  # of an exception
    return rule[: len(rule) - len(name)] + name.encode("idna").decode()
