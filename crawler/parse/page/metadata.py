"""What a page declares of itself and its article → the plain properties of an article.

Declared for the article first (JSON-LD), then for the page (OpenGraph, meta names). Title, authors, dates and
language have files of their own.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit

from crawler.parse.page.blocks import Outline
from crawler.parse.page.clean import letters, plain
from crawler.parse.page.jsonld import Declared

MAX_TAGS = 40
MAX_URL = 2_000  # characters; what is longer holds data and leads nowhere

_MACHINE = re.compile(  # "Page Type: Article", "@post-id:19", "k1_brain", "sections/sport", a lone quote
    r"[\w -]{2,20}:|@|[a-z0-9]+[_/=][\w/=&+ -]*$|\W*$"
)
_NUMBER = re.compile(r"\d{6,}")  # anywhere in one
_PART = re.compile(r"\s+[|–—·•»:-]\s+|\s*[|｜_]\s*")
_HOST = re.compile(r"(?:https?:)?//(?:www\.)?([\w.-]{4,100})")
_PLAIN = re.compile(  # whole addresses that come out as they are: in a tenth of the time
    r"https?://[a-z0-9.-]+/(?:[\w./%=&?~+,:@!-]*[\w/%=-])?", re.ASCII
)
_CONTROL = re.compile(r"[\x00-\x20\x7f-\xa0\ud800-\udfff]")

_SITE = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "publisher",
    "apple-mobile-web-app-title",
    "cre",
    "al:ios:app_name",
)
_SECTION = (
    "article:section",
    "og:article:section",
    "section",
    "parsely-section",
    "category",
    "cxenseparse:recs:category",
)
_TAGS = ("article:tag", "news_keywords", "keywords", "parsely-tags", "sailthru.tags")
_IMAGE = (
    "og:image:secure_url",
    "og:image",
    "og:image:url",
    "twitter:image",
    "twitter:image:src",
    "thumbnailurl",
    "image",
)
_SUMMARY = ("og:description", "description", "twitter:description", "dc.description")


def first(page: Outline, names: tuple[str, ...], limit: int = 2_000) -> str | None:
    """The first of the named metas that says something."""
    return next((v for n in names for c in page.metas.get(n, ()) if (v := plain(c, limit))), None)


def read_site_name(page: Outline, declared: Declared) -> str | None:
    """The name of the medium, as its readers know it: declared, or what <title> ends in where the host is called so."""
    name = (
        first(page, _SITE, 120)
        or plain(declared.publisher, 120)
        or plain(next(iter(declared.outlets), None), 120)
        or _named_in_title(page)
    )
    return name if name and not name.startswith(("http:", "https:", "@")) else None


def _named_in_title(page: Outline) -> str | None:
    addresses = (page.links.get("canonical"), *page.metas.get("og:url", ()))
    host = next((found[1] for address in addresses if address and (found := _HOST.match(address))), "")
    labels = {letters(label).lower() for label in host.split(".") if len(label) > 2}
    parts = _PART.split(page.title or "")
    return next((p for p in (parts[-1], parts[0]) if len(parts) > 1 and _names_host(p, labels)), None)


def _names_host(name: str, labels: set[str]) -> bool:
    key = letters(name.split(".")[0]).lower()
    return key in labels or letters(name).lower() in labels


def read_section(page: Outline, declared: Declared) -> str | None:
    """The part of the medium that the article stands in; the first where several are named."""
    section = plain(declared.section, 120) or first(page, _SECTION, 120)
    return section.split(",")[0].strip() or None if section and section.count(",") > 1 else section


def read_tags(page: Outline, declared: Declared) -> tuple[str, ...]:
    """What the publisher says the article is about, in its order, none twice, without what only machines read."""
    words = list(declared.keywords) or [c for n in _TAGS if n in page.metas for c in page.metas[n]]
    found: dict[str, str] = {}
    for word in words[: 4 * MAX_TAGS]:
        for part in _split(word, alone=len(words) == 1):
            tag = plain(part, 80)
            if tag and not (_MACHINE.match(tag) or _NUMBER.search(tag)):
                found.setdefault(tag.casefold(), tag)
    return tuple(found.values())[:MAX_TAGS]


def _split(words: str, *, alone: bool) -> list[str]:
    """The words of one value: a list, unless a comma stands in it by chance ("Paris, Texas")."""
    words = words[: 100 * MAX_TAGS].replace("，", ",").replace("、", ",").replace(";", ",")
    return words.split(",") if alone or words.count(",") > 1 else [words]


def read_image(page: Outline, declared: Declared, url: str | None) -> str | None:
    """The picture that stands for the article, absolute."""
    said = (first(page, _IMAGE, MAX_URL + 1), declared.image, page.links.get("image_src"))
    return next((found for value in said if (found := absolute(value, url, page))), None)


def read_summary(page: Outline, declared: Declared) -> str | None:
    """What the publisher says the article tells; a summary of the site's is not told apart."""
    return first(page, _SUMMARY) or plain(declared.description)


def read_canonical(page: Outline, declared: Declared, url: str | None) -> str | None:
    """The address the page gives itself, absolute; a front page's address is none for an article."""
    for value in (page.links.get("canonical"), *page.metas.get("og:url", ()), declared.url):
        found = absolute(value, url, page)
        if found and (urlsplit(found).path.strip("/") or urlsplit(found).query):
            return found
    return None


def absolute(address: str | None, url: str | None, page: Outline) -> str | None:
    """An address against the page's own; None unless it comes out as http or https and of bounded length."""
    if not address or len(address) > 2 * MAX_URL or address.startswith("data:"):
        return None
    if len(address) <= MAX_URL and _PLAIN.fullmatch(address):
        return address
    try:
        found = urljoin(urljoin(url or "", page.base or ""), address.strip())
        parts = urlsplit(found)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc or len(found) > MAX_URL:
        return None
    return _CONTROL.sub(lambda odd: quote(odd[0], errors="replace"), found)


def declares_article(page: Outline) -> bool:
    """Whether a page's head says that it is an article, or when it appeared."""
    metas = page.metas
    return "article:published_time" in metas or any(
        kind.lower().endswith("article") for kind in metas.get("og:type", ())
    )
