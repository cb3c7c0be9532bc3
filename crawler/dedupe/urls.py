"""An address → its identity: what stays the same however a reader came to the page.

    url ─WHATWG parser→ parts ─rules→ host, path, query, fragment ─→ key

The key reads like an address but is none to fetch: scheme and dress (mobile, AMP) are cut away. Rules are kept
from merging different articles before they are kept from missing a copy: near copies catch what is missed.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, unquote_to_bytes

from crawler.dedupe.sites import Parts, bare_host, parts_of
from crawler.dedupe.tracking import is_tracking

_PLAIN_PATH = re.compile(r"[A-Za-z0-9\-._~/!$&'()*+,=:@]*")
_SAFE = "!$&'()*+,;=:@~"  # stand for themselves in a segment of a path (RFC 3986)
_SAFE_QUERY = "!$'()*,:@~/?-._"
_INDEX = re.compile(r"(?:index|default)(?:\.amp)?\.(?:html?|php\d?|s?html|aspx?|jsp|cgi|do)", re.IGNORECASE)
_SESSION_SEGMENT = re.compile(r";(?:jsessionid|phpsessid|sessionid|sid)=[^;/]*", re.IGNORECASE)
_AMP_ENDING = re.compile(r"(?:\.amp(?=\.html?$)|\.amp$)", re.IGNORECASE)
_BLOG_POST = re.compile(r"/\d{4}/\d{2}/[^/]+\.html$")  # where ?m=1 is the mobile dress
_AMP_CACHE = re.compile(r"/(?:[civ]/)?(?:s/)?([^/]+\.[^/]+(?:/.*)?)$")
_AMP_CACHE_HOST = ".cdn.ampproject.org"
_AMP_VIEWER = re.compile(r"/amp/(?:s/)?([^/]+\.[^/]+/.+)$")
_AMP_VIEWER_HOST = re.compile(r"(?:www\.)?google(?:\.[a-z]{2,3}){1,2}")


def url_key(url: str) -> str:
    """The identity of an address: equal for two addresses that lead to the same article.

    Never raises; what is no http address is its own key. A key is its own key, too.
    """
    parts = parts_of(url)
    while parts is not None and (inner := _inside_cache(parts)):
        parts = parts_of(inner)
    if parts is None:
        return url
    port = "" if parts.port in ("", "443") else ":" + parts.port
    path, query = _path(parts.path), _query(parts.query, parts.path)
    fragment = "#" + parts.fragment if _is_route(parts.fragment) else ""
    return f"https://{bare_host(parts.host)}{port}{path}{'?' + query if query else ''}{fragment}"


def _inside_cache(parts: Parts) -> str | None:
    """The address that an AMP cache or viewer shows under its own name."""
    if parts.host.endswith(_AMP_CACHE_HOST):
        found = _AMP_CACHE.match(parts.path)
    elif _AMP_VIEWER_HOST.fullmatch(parts.host):
        found = _AMP_VIEWER.match(parts.path)
    else:
        return None
    return f"https://{found[1]}?{parts.query}" if found else None


def _path(path: str) -> str:
    """The path without its dress; "" becomes "/", no other path ends with one."""
    if not _PLAIN_PATH.fullmatch(path):
        path = "/".join(map(_segment, path.split("/")))
    segments = [segment for segment in path.split("/") if segment]
    while True:
        if segments and _INDEX.fullmatch(segments[-1]):
            segments.pop()
        elif len(segments) > 1 and segments[-1].casefold() == "amp":
            segments.pop()
        elif len(segments) > 1 and segments[0].casefold() == "amp":
            segments.pop(0)
        else:
            break
    if segments:
        segments[-1] = _AMP_ENDING.sub("", segments[-1]) or segments[-1]
    return "/" + "/".join(segments)


def _segment(segment: str) -> str:
    """One segment in the one way of writing it: NFC, UTF-8, escapes in capitals and only where needed."""
    raw = unquote_to_bytes(segment)
    try:
        text = unicodedata.normalize("NFC", raw.decode())
    except UnicodeDecodeError:  # a legacy encoding's bytes
        return quote(raw, safe=_SAFE)
    return quote(_SESSION_SEGMENT.sub("", text), safe=_SAFE)


def _query(query: str, path: str) -> str:
    """The parameters that name content, by name; those of one name stay in their order."""
    if not query:
        return ""
    pairs = [(_value(name), _value(value)) for name, _, value in (p.partition("=") for p in query.split("&"))]
    kept = [(n, v) for n, v in pairs if (n or v) and not is_tracking(n, v)]
    if _BLOG_POST.search(path):
        kept = [pair for pair in kept if pair not in (("m", "0"), ("m", "1"))]
    kept = list(dict.fromkeys(kept))
    kept.sort(key=lambda pair: pair[0])
    return "&".join(_quoted(n) + ("=" + _quoted(v) if v else "") for n, v in kept)


def _value(text: str) -> str:
    raw = unquote_to_bytes(text.replace("+", " "))
    try:
        return unicodedata.normalize("NFC", raw.decode())
    except UnicodeDecodeError:
        return raw.decode("utf-8", "surrogateescape")


def _quoted(text: str) -> str:
    return quote(text.encode("utf-8", "surrogateescape"), safe=_SAFE_QUERY)


def _is_route(fragment: str) -> bool:
    """Whether a page's script reads the fragment as the address of what it shows: `#!/story/1`, `#/story/1`."""
    return len(fragment) > 2 and fragment.startswith(("!", "/"))
