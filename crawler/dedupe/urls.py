"""An address → its identity: what stays the same however a reader came to the page.

    url ─WHATWG parser→ parts ─rules→ host, path, query, fragment ─→ key

The key reads like an address but is none to fetch: scheme and dress (mobile, AMP) are cut away. Rules are kept
from merging different articles before they are kept from missing a copy: near copies catch what is missed.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, unquote_to_bytes

from crawler.dedupe.sites import bare_host, parts_of
from crawler.dedupe.tracking import is_tracking
from crawler.dedupe.wrappers import may_wrap, unwrapped

_PLAIN_PATH = re.compile(r"[A-Za-z0-9\-._~/!$&'()*+,=:@]*")
_SAFE = "!$&'()*+,;=:@~"  # stand for themselves in a segment of a path (RFC 3986)
_SAFE_QUERY = "!$'()*,:@~/?-._"
_INDEX = re.compile(r"(?:index|default)(?:\.amp)?\.(?:html?|php\d?|s?html|aspx?|jsp|cgi|do)", re.IGNORECASE)
_SESSION_SEGMENT = re.compile(r";(?:jsessionid|phpsessid|sessionid|sid)=[^;/]*", re.IGNORECASE)
_SESSION_FOLDER = re.compile(  # ASP.NET's, where cookies are refused
    r"\((?:[A-Z]\([0-9A-Za-z_-]+\))*[A-Z]\([0-9A-Za-z_-]{8,}\)(?:[A-Z]\([0-9A-Za-z_-]+\))*\)"
)
_AMP = frozenset(["amp", "amp.html", "amphtml"])
_COMMENTS = re.compile(r"comment-page-\d+")  # WordPress: the article once more, above other comments
_PRINT = re.compile(r"print(?:\.html?)?", re.IGNORECASE)
_SLUG = re.compile(r".*\d.*|[^-]+(?:-[^-]+){2,}")  # an article's last folder, and not a section's or a word
_BLANKS = " \t\r\n\xa0\u200b\u200e\u200f\ufeff"  # at the end of an address somebody copied
# a campaign put behind an address without "?"
_MISPUT = re.compile(r"&(?:amp;)?(?:utm_[a-z]+|fbclid|gclid)=.*")
_PARAMETER = re.compile(r"&|\?(?=(?:utm_[a-z]+|fbclid|gclid)=)")  # or with a second one
_ESCAPED_TWICE = re.compile(r"^(?:amp;)+")
_BLOGSPOT = re.compile(r"\.blogspot\.(?:com?\.)?[a-z]{2,3}$")  # the same blog under the name of each country
_AMP_ENDING = re.compile(r"(?:\.amp(?=\.html?$)|\.amp$)", re.IGNORECASE)
_BLOG_POST = re.compile(r"/\d{4}/\d{2}/[^/]+\.html$")  # where ?m=1 is the mobile dress
_NOWHERE = ("", ".", "..")  # segments that lead nowhere else


def url_key(url: str) -> str:
    """The identity of an address: equal for two addresses that lead to the same article.

    Never raises; what is no http address is its own key. A key is its own key, too.
    """
    parts = parts_of(url)
    if parts is None:
        return url
    segments = _segments(parts.path)
    while may_wrap(parts.host):
        inner = unwrapped(parts, segments, _undressed(segments), _pairs(parts.query))
        if inner is None:
            break
        parts, segments = inner, _segments(inner.path)
    port = "" if parts.port in ("", "443") else ":" + parts.port
    path, query = "/" + "/".join(_undressed(segments)), _query(parts.query, parts.path)
    fragment = "#" + parts.fragment if _is_route(parts.fragment) else ""
    host = _BLOGSPOT.sub(".blogspot.com", bare_host(parts.host))
    return f"https://{host}{port}{path}{'?' + query if query else ''}{fragment}"


def _segments(path: str) -> list[str]:
    """What stands between slashes, each in the one way of writing it, without empty ones."""
    if not _PLAIN_PATH.fullmatch(path):
        path = "/".join(map(_segment, path.split("/")))
    if "&" in path:
        path = "/".join([_MISPUT.sub("", segment) for segment in path.split("/")])
    segments = [segment for segment in path.split("/") if segment not in _NOWHERE]
    return [s for s in segments if not _SESSION_FOLDER.fullmatch(s)] if "/(" in path else segments


def _undressed(segments: list[str]) -> list[str]:
    """The path without index files and what marks it as an AMP page."""
    last = len(segments) - 1
    segments = [s for at, s in enumerate(segments) if at == last or s.casefold() != "index.php"]
    while segments:
        plain = _AMP_ENDING.sub("", segments[-1])
        plain = segments[-1] if plain in _NOWHERE else plain
        if _INDEX.fullmatch(plain) or _is_amp(segments, -1) or _is_other_view(segments):
            segments.pop()
        elif plain != segments[-1]:
            segments[-1] = plain
        else:
            break
    while _is_amp(segments, 0):
        segments.pop(0)
    return segments


def _is_amp(segments: list[str], at: int) -> bool:
    """Whether that segment is AMP's; one that stands alone is a page's name."""
    return len(segments) > 1 and segments[at].casefold() in _AMP


def _is_other_view(segments: list[str]) -> bool:
    """Whether the last segment shows the article of the one before once more: to print, or with other comments."""
    if len(segments) < 2:
        return False
    if _PRINT.fullmatch(segments[-1]):
        return _SLUG.fullmatch(segments[-2]) is not None
    return _COMMENTS.fullmatch(segments[-1]) is not None


def _segment(segment: str) -> str:
    """One segment in the one way of writing it: NFC, UTF-8, escapes in capitals and only where needed."""
    raw = unquote_to_bytes(segment)
    try:
        text = unicodedata.normalize("NFC", raw.decode())
    except UnicodeDecodeError:  # a legacy encoding's bytes
        return quote(raw, safe=_SAFE)
    return quote(_SESSION_SEGMENT.sub("", text).strip(_BLANKS), safe=_SAFE)


def _query(query: str, path: str) -> str:
    """The parameters that name content, by name; those of one name stay in their order."""
    if not query:
        return ""
    kept = [(n, v) for n, v in _pairs(query) if (n or v) and not is_tracking(n, v)]
    if any(name == "__biz" for name, _ in kept):  # WeChat, where `scene` tells who opened the article
        kept = [pair for pair in kept if pair[0] != "scene"]
    if _BLOG_POST.search(path):
        kept = [pair for pair in kept if pair not in (("m", "0"), ("m", "1"))]
    kept = list(dict.fromkeys(kept))
    kept.sort(key=lambda pair: pair[0])
    return "&".join(_quoted(n) + ("=" + _quoted(v) if v else "") for n, v in kept)


def _pairs(query: str) -> list[tuple[str, str]]:
    """The parameters, decoded; an ampersand may have been escaped for HTML once more."""
    said = (parameter.partition("=") for parameter in _PARAMETER.split(query))
    return [(_ESCAPED_TWICE.sub("", _value(name)), _value(value)) for name, _, value in said]


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
