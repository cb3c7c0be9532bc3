"""A page or a robots.txt → the addresses that may be polled instead of it: feeds, sitemaps, the page itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from crawler.bounds import bounded
from crawler.patterns import lazily
from storage.records import Page

from .addresses import absolute, path_of, site_of
from .encoding import decode, unpack
from .listing import base_of, feeds_of, title_of

MAX_LINKS = 5000  # of a page that are looked at
MAX_SITEMAPS = 100  # lines of a robots.txt; some sites name thousands
USUAL_FEEDS = ("feed/", "feed", "rss.xml", "atom.xml", "feed.xml", "index.xml", "rss")
USUAL_SITEMAPS = ("news-sitemap.xml", "sitemap.xml", "sitemap_index.xml")

_FEED_PATH = lazily(
    r"(?:^|/)(?:rss2?|feeds?|atom|rdf)(?:[/._-]\w{1,20}){0,2}(?:\.(?:xml|rss|atom|rdf|json|php|aspx?))?/?$|"
    r"[._-](?:rss2?|feed|atom|rdf)(?:\.xml)?/?$|\.(?:rss|atom|rdf|xml)$",
    re.I,
)
_FEED_QUERY = lazily(r"[?&](?:feed|format|type|output|alt)=(?:rss2?|atom|rdf|feed)\b", re.I)
_SITEMAP_LINE = lazily(r"^[^\S\n]*site-?map[^\S\n]*:[^\S\n]*(\S+)", re.I | re.M)
_SIDE = lazily(r"comment|podcast|replies", re.I)
_NEWS = re.compile(r"news", re.I)
_ITEM = re.compile(rb"<(?:item|entry)[\s>]", re.I)
_SOUND = re.compile(rb"<(?:enclosure|link|media:content)\b[^<>]{0,1000}\b(?:audio|video)/", re.I)


@dataclass(frozen=True, slots=True)
class Offers:
    """What an HTML page offers to be polled."""

    title: str | None = None
    feeds: tuple[str, ...] = ()  # that it declares, those of comments last
    anchors: tuple[str, ...] = ()  # of links that look like feeds: of its own site first, then the shorter
    links: frozenset[str] = frozenset()  # every address that it links to


def offers_of(page: Page) -> Offers:
    """What an HTML page offers. Takes any bytes."""
    where = page.final_url or page.url
    text = decode(unpack(page.body), override=None, content_type=page.content_type)
    tree = LexborHTMLParser(bounded(text.encode("utf-8", "replace")))
    base = base_of(tree, where)
    nodes = (node for node, _ in zip(tree.css("a[href]"), range(MAX_LINKS), strict=False))
    links = list(dict.fromkeys(filter(None, (absolute(n.attributes.get("href"), base) for n in nodes))))
    feeds, own = feeds_of(tree, where), site_of(where)
    anchors = [url for url in links if _looks_like_feed(url) and url not in feeds and url != where]
    anchors.sort(key=lambda url: (bool(_SIDE.search(url)), site_of(url) != own, "?" in url, url.count("/")))
    return Offers(title_of(tree), feeds, tuple(anchors), frozenset(links))


def sitemaps_named(robots: bytes, base: str) -> tuple[str, ...]:
    """The sitemaps that the lines of a robots.txt name, those of news first."""
    found = (absolute(m[1], base) for m in _SITEMAP_LINE.finditer(robots.decode("utf-8-sig", "replace")))
    urls = list(dict.fromkeys(filter(None, found)))
    return tuple(sorted(urls, key=lambda url: not _NEWS.search(path_of(url)))[:MAX_SITEMAPS])


def usual_places(url: str, names: Iterable[str]) -> tuple[str, ...]:
    """Where `names` would stand at the root of the site."""
    return tuple(filter(None, (absolute(f"/{name}", url) for name in names)))


def own_places(url: str) -> tuple[str, ...]:
    """Where the feed of a section would stand; none for a front page and for a page that is no folder."""
    folder = path_of(url).partition("?")[0].rstrip("/")
    if not folder or "." in folder.rpartition("/")[2]:
        return ()
    return tuple(filter(None, (absolute(f"{folder}/{name}", url) for name in ("feed", "rss"))))


def is_aside(page: Page) -> bool:
    """Whether a feed is one of comments, or of sound and films, by its address or by most of its items."""
    items = len(_ITEM.findall(page.body))
    return bool(_SIDE.search(path_of(page.url))) or 0 < items <= 2 * len(_SOUND.findall(page.body))


def _looks_like_feed(url: str) -> bool:
    path, _, query = path_of(url).partition("?")
    return bool(_FEED_PATH.search(path) or _FEED_QUERY.search("?" + query))
