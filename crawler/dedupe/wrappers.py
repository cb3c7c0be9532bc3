"""An address that leads on, or shows another site's page under its own name → the address that is meant.

Only hosts that are known to do nothing else are believed: of any other site an address in a parameter may be what
the page is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from crawler.dedupe.sites import Parts, bare_host, parts_of
from crawler.patterns import lazily

_CACHE = lazily(r"/(?:[civ]/)?(?:s/)?([^/]+\.[^/]+(?:/.*)?)")
_CACHE_HOST = re.compile(r"(?:.+\.)?cdn\.ampproject\.org|.+\.bing-amp\.com")
_VIEWER = lazily(r"/amp/(?:s/)?([^/]+\.[^/]+/.+)")
_VIEWER_HOST = re.compile(r"google(?:\.[a-z]{2,3}){1,2}|bing\.com")
_ARCHIVED = lazily(r"/web/\d{4,14}(?:[a-z]{2}_)?/(https?):/{1,2}([^/].*)")
_SEARCHED = lazily(r"/RU=(https?(?::|%3a)[^/]+)/R[A-Z]=", re.IGNORECASE)
_TRANSLATED = ".translate.goog"

REDIRECTS = (  # host, path, the parameters that may hold the address
    (re.compile(r"google(?:\.[a-z]{2,3}){1,2}"), "/url", ("url", "q")),
    (re.compile(r"bing\.com"), "/news/apiclick.aspx", ("url",)),
    (re.compile(r"lm?\.facebook\.com"), "/l.php", ("u",)),
    (re.compile(r"l\.(?:instagram|threads)\.com"), "/", ("u",)),
    (re.compile(r"flipboard\.com"), "/redirect", ("url",)),
    (re.compile(r"getpocket\.com"), "/redirect", ("url",)),
    (re.compile(r"link\.(?:zhihu|juejin|csdn)\.(?:com|cn|net)"), "/", ("target",)),
    (re.compile(r"(?:away\.)?vk\.com"), "/away.php", ("to",)),
    (re.compile(r"linkedin\.com"), "/redir/redirect", ("url",)),
    (re.compile(r"youtube\.com"), "/redirect", ("q",)),
    (re.compile(r"t\.umblr\.com"), "/redirect", ("z",)),
    (re.compile(r".+\.safelinks\.protection\.outlook\.com"), "/", ("url",)),
)


@lru_cache(maxsize=65_536)
def may_wrap(host: str) -> bool:
    """Whether any of a host's addresses may lead on."""
    host = bare_host(host)
    known = (_CACHE_HOST, _VIEWER_HOST, *(host for host, _, _ in REDIRECTS))
    named = host in ("web.archive.org", "r.search.yahoo.com") or host.endswith(_TRANSLATED)
    return named or any(pattern.fullmatch(host) for pattern in known)


def unwrapped(
    parts: Parts, segments: Sequence[str], undressed: Sequence[str], pairs: Sequence[tuple[str, str]]
) -> Parts | None:
    """The address that `parts` leads to, None where it leads nowhere else.

    `segments` of its path, and `undressed` those without AMP's; `pairs` of its query, decoded.
    """
    host, path = bare_host(parts.host), "/" + "/".join(segments)
    if parts.port:
        return None
    if host.endswith(_TRANSLATED):
        name = host.removesuffix(_TRANSLATED).replace("--", "\0").replace("-", ".").replace("\0", "-")
        return parts_of(f"https://{name}{path}?{parts.query}") if "." in name else None
    if _CACHE_HOST.fullmatch(host):
        return _shown(_CACHE.fullmatch("/" + "/".join(undressed)), parts.query)
    if _VIEWER_HOST.fullmatch(host) and (found := _VIEWER.fullmatch(path)):
        return _shown(found, parts.query)
    if host == "web.archive.org" and (found := _ARCHIVED.fullmatch(path)):
        return parts_of(f"{found[1]}://{found[2]}?{parts.query}")
    if host == "r.search.yahoo.com" and (found := _SEARCHED.search(path)):
        return parts_of(
            re.sub("%2f", "/", re.sub("%3a", ":", found[1], flags=re.IGNORECASE), flags=re.IGNORECASE)
        )
    for known, at, names in REDIRECTS:
        if path == at and known.fullmatch(host):
            values = [value for name in names for key, value in pairs if key == name]
            return parts_of(values[0]) if values else None
    return None


def _shown(found: re.Match[str] | None, query: str) -> Parts | None:
    """What a cache or viewer of AMP pages shows; an escaped question mark is the page's own."""
    if not found:
        return None
    path, _, own = found[1].partition("%3F")
    return parts_of(f"https://{path}?{own}&{query}")
