"""A site → the document that announces its posts: feeds of every family, sitemaps, a listing page."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.utils import format_datetime
from html import escape
from urllib.parse import quote

from .calendars import shown
from .content import Post, Site


@dataclass(frozen=True, slots=True)
class Feed:
    """One way to announce posts. ``document(site, base, path)`` is None for a path that is none of its own."""

    kind: str
    path: str
    content_type: str
    document: Callable[[Site, str, str], str | None]
    select: Mapping[str, str] | None = None


def _link(base: str, post: Post) -> str:
    return base + quote(post.via or post.path)


def _xml(site: Site, body: str) -> str:
    return f'<?xml version="1.0" encoding="{site.encoding}"?>\n{body}'


def _teaser(post: Post) -> str:
    return post.text[0] if post.text else post.title


def _rss(site: Site, base: str, date: Callable[[Post], str]) -> str:
    items = "".join(
        f"<item><title>{escape(post.title)}</title><link>{_link(base, post)}</link>"
        f"<guid isPermaLink='false'>{site.id}-{number}</guid><pubDate>{date(post)}</pubDate>"
        f"<description><![CDATA[<p>{escape(_teaser(post))}</p>]]></description></item>\n"
        for number, post in enumerate(site.posts)
    )
    head = f"<title>{escape(site.name)}</title><link>{base}/</link><language>{site.language}</language>"
    return _xml(site, f'<rss version="2.0"><channel>{head}\n{items}</channel></rss>')


def _rss_dated(site: Site, base: str, path: str) -> str | None:
    return _rss(site, base, lambda post: format_datetime(post.at)) if path == "/feed/" else None


def _rss_naive(site: Site, base: str, path: str) -> str | None:
    """Dates without an offset, as some Chinese portals write them."""
    return _rss(site, base, lambda post: f"{post.at:%Y-%m-%d %H:%M:%S}") if path == "/rss/news.xml" else None


def _atom(site: Site, base: str, path: str) -> str | None:
    if path != "/atom.xml":
        return None
    entries = "".join(
        f"<entry><title type='html'>{escape(escape(post.title))}</title><id>tag:{site.id},{number}</id>"
        f"<link rel='alternate' href='{_link(base, post)}'/><published>{post.at.isoformat()}</published>"
        f"<updated>{post.at.isoformat()}</updated><summary>{escape(_teaser(post))}</summary></entry>\n"
        for number, post in enumerate(site.posts)
    )
    head = f"<title>{escape(site.name)}</title><id>tag:{site.id},0</id><link rel='self' href='{base}{path}'/>"
    root = f"<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='{site.language}'>"
    return _xml(site, f"{root}{head}<updated>{site.posts[0].at.isoformat()}</updated>\n{entries}</feed>")


def _rdf(site: Site, base: str, path: str) -> str | None:
    if path != "/index.rdf":
        return None
    links = [_link(base, post) for post in site.posts]
    items = "".join(
        f"<item rdf:about='{link}'><title>{escape(post.title)}</title><link>{link}</link>"
        f"<description>{escape(_teaser(post))}</description><dc:date>{post.at.isoformat()}</dc:date></item>\n"
        for link, post in zip(links, site.posts, strict=True)
    )
    order = "".join(f"<rdf:li rdf:resource='{link}'/>" for link in links)
    spaces = (
        "xmlns='http://purl.org/rss/1.0/' xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
        f"xmlns:dc='http://purl.org/dc/elements/1.1/' xml:lang='{site.language}'"
    )
    head = f"<title>{escape(site.name)}</title><link>{base}/</link><items><rdf:Seq>{order}</rdf:Seq></items>"
    return _xml(
        site, f"<rdf:RDF {spaces}><channel rdf:about='{base}{path}'>{head}</channel>\n{items}</rdf:RDF>"
    )


def _json(site: Site, base: str, path: str) -> str | None:
    if path != "/feed.json":
        return None
    items = [
        {
            "id": f"{site.id}-{number}",
            "url": _link(base, post),
            "title": post.title,
            "summary": _teaser(post),
            "date_published": post.at.isoformat(),
        }
        for number, post in enumerate(site.posts)
    ]
    head = {"version": "https://jsonfeed.org/version/1.1", "title": site.name, "language": site.language}
    return json.dumps(head | {"items": items}, ensure_ascii=False)


_SITEMAP = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"


def _urlset(site: Site, base: str, posts: tuple[Post, ...]) -> str:
    urls = "".join(
        f"<url><loc>{_link(base, post)}</loc><lastmod>{post.at.isoformat()}</lastmod></url>\n"
        for post in posts
    )
    return _xml(site, f"<urlset {_SITEMAP}>\n{urls}</urlset>")


def _sitemap(site: Site, base: str, path: str) -> str | None:
    return _urlset(site, base, site.posts) if path == "/sitemap.xml" else None


def _sitemap_index(site: Site, base: str, path: str) -> str | None:
    years = {f"/sitemap-{post.at.year}.xml": post.at.year for post in site.posts}
    if path in years:
        return _urlset(site, base, tuple(post for post in site.posts if post.at.year == years[path]))
    if path != "/sitemap.xml":
        return None
    maps = "".join(f"<sitemap><loc>{base}{child}</loc></sitemap>" for child in years)
    return _xml(site, f"<sitemapindex {_SITEMAP}>{maps}</sitemapindex>")


def _news_sitemap(site: Site, base: str, path: str) -> str | None:
    if path != "/sitemap-news.xml":
        return None
    outlet = f"<news:name>{escape(site.name)}</news:name><news:language>{site.language}</news:language>"
    urls = "".join(
        f"<url><loc>{_link(base, post)}</loc><news:news><news:publication>{outlet}</news:publication>"
        f"<news:publication_date>{post.at.isoformat()}</news:publication_date>"
        f"<news:title>{escape(post.title)}</news:title></news:news></url>\n"
        for post in site.posts
    )
    space = "xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'"
    return _xml(site, f"<urlset {_SITEMAP} {space}>\n{urls}</urlset>")


def _listing(site: Site, base: str, path: str) -> str | None:
    """A page of links, relative ones among them, for a source with selectors."""
    if path != "/news/":
        return None
    rows = "".join(
        f"<tr class=news><td class=date>{shown(post.at, site.dates)}</td>"
        f"<td><a href='{quote(post.via or post.path)}'>{escape(post.title)}</a></td></tr>\n"
        for post in site.posts
    )
    head = f"<meta charset='{site.encoding}'><title>{escape(site.name)}</title>"
    more = "<tr class=nav><td colspan=2><a href='/'>|&lt;&lt;</a> <a href='/news/'>1</a></td></tr>"
    return f"<html lang={site.language}><head>{head}</head><body><table>\n{rows}{more}</table></body></html>"


FEEDS: Mapping[str, Feed] = {
    "rss": Feed("feed", "/feed/", "application/rss+xml", _rss_dated),
    "rss-naive": Feed("feed", "/rss/news.xml", "text/xml", _rss_naive),
    "atom": Feed("feed", "/atom.xml", "application/atom+xml", _atom),
    "rdf": Feed("feed", "/index.rdf", "application/rdf+xml", _rdf),
    "json": Feed("feed", "/feed.json", "application/feed+json", _json),
    "sitemap": Feed("sitemap", "/sitemap.xml", "application/xml", _sitemap),
    "sitemap-index": Feed("sitemap", "/sitemap.xml", "application/xml", _sitemap_index),
    "sitemap-news": Feed("sitemap", "/sitemap-news.xml", "application/xml", _news_sitemap),
    "listing": Feed(
        "listing",
        "/news/",
        "text/html",
        _listing,
        {"item": "tr.news", "link": "a", "title": "a", "date": "td.date"},
    ),
}
