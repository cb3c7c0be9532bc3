"""Links as written → absolute http addresses, normalised by the one parser whose output is fetched."""

from __future__ import annotations

import re

import ada_url

MAX_URL = 2000  # characters; longer ones are data, not addresses
_ROUTES = ("!", "/")  # a fragment that begins so names a page of its own, not a place on a page
_BREAK = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")
_ODD = re.compile(r"[\s\x00-\x1f\x7f\u200b\ufeff]+")
# by a template that puts the scheme before an address
_DOUBLED = re.compile(r"^https?:/?/?(?=https?://)", re.I)
_HOST = re.compile(r"www\.[^/?#.]+\.[^/?#]+/", re.I)  # somebody left out the scheme: no folder is called so
_SURROGATE = re.compile("[\ud800-\udfff]")


def absolute(link: str | None, base: str) -> str | None:
    """The address `link` means on a page at `base`; None for anything but http and https.

    Line breaks inside are dropped, ``&amp;`` left over from double escaping is decoded, a scheme that is doubled or
    left out is put right, names and passwords are removed, and a fragment stays only where it routes (``#!/news/1``).
    """
    if not link or len(link) > MAX_URL * 2:
        return None
    link = _ODD.sub(" ", _BREAK.sub("", link)).strip().replace("&amp;", "&")
    link = _DOUBLED.sub("", link)
    link = f"//{link}" if _HOST.match(link) else link
    if not link or _SURROGATE.search(link):
        return None
    try:
        url = ada_url.join_url(base, link)
    except ValueError:
        return None
    if not url.startswith(("http://", "https://")) or len(url) > MAX_URL:
        return None
    head, hash_, fragment = url.partition("#")
    if "@" in head:
        head = _anonymous(head)
    return f"{head}#{fragment}" if hash_ and fragment.startswith(_ROUTES) else head


def site_of(url: str) -> str:
    """The host of an absolute address without the names that only say how it is shown."""
    host = url.partition("://")[2].partition("/")[0].partition("?")[0].rpartition("@")[2].lower()
    for label in ("www.", "m.", "wap."):
        host = host.removeprefix(label)
    return host


def path_of(url: str) -> str:
    """Path and query of an absolute address."""
    return "/" + url.partition("://")[2].partition("/")[2]


def _anonymous(url: str) -> str:
    scheme, _, rest = url.partition("://")
    authority, slash, path = rest.partition("/")
    return f"{scheme}://{authority.rpartition('@')[2]}{slash}{path}"
