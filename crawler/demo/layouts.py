"""A post → its page, laid out as one family of publishing systems does, with the furniture around the news.

cms     JSON-LD and OpenGraph, <article>, figure, share bar, related cards
blog    WordPress-like: entry-content, share, related, newsletter, comments, most read; a visible date only
divs    paragraphs are <div>s, navigation before and after
breaks  one cell of nested tables, paragraphs made of <br>
wire    a press-release service: dateline, plain <p>, contact block
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from html import escape
from urllib.parse import quote

from .calendars import shown
from .content import Post, Site

TEASERS = 5  # headlines of other posts around an article


def page(site: Site, post: Post, base: str) -> str:
    """The whole HTML page of a post."""
    head, body = (_tag_page if post.kind == "tag" else LAYOUTS[site.layout])(site, post, base)
    title = f"<title>{escape(post.title)} - {escape(site.name)}</title>"
    return (
        f'<!DOCTYPE html>\n<html lang="{site.language}"{_direction(site)}><head><meta charset="{site.encoding}">'
        f"{title}\n{head}</head>\n<body>\n{body}\n</body></html>\n"
    )


def front(site: Site) -> str:
    """The front page: headlines."""
    head = f'<meta charset="{site.encoding}"><title>{escape(site.name)}</title>'
    body = f"<h1>{escape(site.name)}</h1><ul>{_headlines(site.posts)}</ul>"
    return f'<!DOCTYPE html>\n<html lang="{site.language}"{_direction(site)}><head>{head}</head><body>{body}</body></html>'


def missing(site: Site) -> str:
    """The page behind a link that leads nowhere."""
    return f'<!DOCTYPE html><html lang="{site.language}"><title>404</title><h1>404</h1></html>'


def _direction(site: Site) -> str:
    return ' dir="rtl"' if site.language == "ar" else ""


def _headlines(posts: tuple[Post, ...], tag: str = "li") -> str:
    return "".join(
        f'<{tag}><a href="{quote(post.path)}">{escape(post.title)}</a></{tag}>\n' for post in posts
    )


def _teasers(site: Site, post: Post, tag: str = "li") -> str:
    """Headlines beside an article: those it asks for, else those of the posts next to it."""
    if post.teasers:
        return "".join(f'<{tag}><a href="/">{escape(title)}</a></{tag}>\n' for title in post.teasers)
    at = site.posts.index(post)
    return _headlines((site.posts[at + 1 :] + site.posts[:at])[:TEASERS], tag)


def _paragraphs(post: Post, open_tag: str, close_tag: str) -> str:
    return "\n".join(f"{open_tag}{escape(text, quote=False)}{close_tag}" for text in post.text)


def _date(site: Site, post: Post) -> str:
    return shown(post.at, site.dates)


def _player(post: Post) -> str:
    return (
        f'<video controls poster="/poster.jpg"><source src="{quote(post.path)}.mp4" type="video/mp4"></video>'
    )


def _body(post: Post, open_tag: str = "<p>", close_tag: str = "</p>") -> str:
    return _player(post) if post.kind == "video" else _paragraphs(post, open_tag, close_tag)


def _cms(site: Site, post: Post, base: str) -> tuple[str, str]:
    url, words = base + quote(post.path), site.words
    metadata = {
        "@context": "https://schema.org",
        "@type": "VideoObject" if post.kind == "video" else "NewsArticle",
        "headline": post.title,
        "datePublished": post.at.isoformat(),
        "author": [{"@type": "Person", "name": post.author}] if post.author else [],
        "publisher": {"@type": "Organization", "name": site.name},
        "articleSection": post.section,
        "mainEntityOfPage": url,
    }
    tags = "".join(f'<meta property="article:tag" content="{escape(tag)}">' for tag in post.tags)
    head = (
        f'<link rel="canonical" href="{url}"><meta property="og:type" content="article">'
        f'<meta property="og:title" content="{escape(post.title)}"><meta property="og:url" content="{url}">'
        f'<meta property="og:site_name" content="{escape(site.name)}">'
        f'<meta property="article:published_time" content="{post.at.isoformat()}">{tags}'
        f'<script type="application/ld+json">{json.dumps(metadata, ensure_ascii=site.encoding != "utf-8")}</script>'
    )
    byline = f'<span class="author">{escape(post.author)}</span> ' if post.author else ""
    body = (
        f'<header><a href="/">{escape(site.name)}</a><nav><ul><li>{words["home"]}</li><li>{words["section"]}</li></ul></nav></header>\n'
        f'<main><article><h1>{escape(post.title)}</h1><div class="meta">{byline}'
        f'<time datetime="{post.at.isoformat()}">{_date(site, post)}</time></div>\n'
        f'<figure><img src="/photo.jpg" alt=""><figcaption>{words["photo"]}</figcaption></figure>\n'
        f'<div class="article-body">{_body(post)}</div>\n'
        f'<div class="share-bar"><span>{words["share"]}</span><a href="#">X</a> <a href="#">Facebook</a></div></article>\n'
        f'<aside class="related"><h2>{words["related"]}</h2><div class="cards">{_teasers(site, post, "h3")}</div></aside></main>\n'
        f"<footer><p>© {site.name}. {words['rights']}</p></footer>"
    )
    return head, body


def _blog(site: Site, post: Post, base: str) -> tuple[str, str]:
    words = site.words
    tags = " ".join(f'<a rel="tag" href="/">{escape(tag)}</a>' for tag in post.tags)
    body = (
        f'<div id="page"><header id="masthead"><p class="site-title">{escape(site.name)}</p></header>\n'
        f'<div id="content"><article class="post type-post"><h1 class="entry-title">{escape(post.title)}</h1>\n'
        f'<div class="entry-meta"><span class="posted-on">{_date(site, post)}</span> '
        f'<span class="byline">{words["by"]} <a rel="author" href="/">{escape(post.author or site.name)}</a></span></div>\n'
        f'<div class="entry-content">{_body(post)}\n'
        f'<div class="sharedaddy"><h3>{words["share"]}</h3><ul><li>LINE</li><li>Facebook</li><li>X</li></ul></div>\n'
        f'<div class="jp-relatedposts"><h3>{words["related"]}</h3><ul>{_teasers(site, post)}</ul></div></div>\n'
        f'<footer class="entry-footer">{tags}</footer></article>\n'
        f'<div class="newsletter-box"><h3>{words["newsletter"]}</h3><form><input type="email"><button>OK</button></form></div>\n'
        f'<div id="comments"><h2>{words["comments"]}</h2><ol><li class="comment"><p>{words["comment"]}</p></li></ol></div></div>\n'
        f'<aside id="secondary"><section class="widget most-read"><h2>{words["most_read"]}</h2><ol>{_teasers(site, post)}</ol></section></aside></div>'
    )
    return '<meta name="generator" content="WordPress 6.6">', body


def _divs(site: Site, post: Post, base: str) -> tuple[str, str]:
    words = site.words
    body = (
        f'<div class="top"><a href="/">{escape(site.name)}</a> | {words["home"]} | {words["section"]}</div>\n'
        f'<div class="crumb">{words["home"]} &gt; {escape(post.section or words["section"])}</div>\n'
        f'<div class="art"><div class="art_title"><h2>{escape(post.title)}</h2></div>\n'
        f'<div class="art_info">{_date(site, post)}&nbsp;&nbsp;{words["by"]}{escape(post.author or site.name)}</div>\n'
        f'<div class="art_txt">{_body(post, "<div>", "</div>")}</div></div>\n'
        f'<div class="next">{words["related"]}<br>{_teasers(site, post, "div")}</div>\n'
        f'<div class="copyright">{words["rights"]}</div>'
    )
    return "", body


def _breaks(site: Site, post: Post, base: str) -> tuple[str, str]:
    words = site.words
    text = (
        _player(post)
        if post.kind == "video"
        else "<br>\n<br>\n".join(escape(t, quote=False) for t in post.text)
    )
    body = (
        f'<table width="980" align="center"><tr><td colspan="2" bgcolor="#003366"><font color="white">{escape(site.name)}</font></td></tr>\n'
        f'<tr><td width="180" valign="top"><b>{words["related"]}</b><br>{_teasers(site, post, "div")}</td>\n'
        f'<td valign="top"><table cellpadding="6"><tr><td><font size="5"><b>{escape(post.title)}</b></font></td></tr>\n'
        f'<tr><td><font color="gray">{_date(site, post)}</font></td></tr>\n'
        f'<tr><td class="detail">{text}</td></tr>\n'
        f'<tr><td align="right">{words["by"]} {escape(post.author or site.name)}</td></tr></table></td></tr>\n'
        f'<tr><td colspan="2" align="center"><small>{words["rights"]}</small></td></tr></table>'
    )
    return "", body


def _wire(site: Site, post: Post, base: str) -> tuple[str, str]:
    words = site.words
    head = f'<meta name="date" content="{post.at.isoformat()}"><meta name="author" content="{escape(post.author or site.name)}">'
    body = (
        f'<div class="banner"><a href="/">{escape(site.name)}</a></div>\n'
        f'<section class="release"><h1>{escape(post.title)}</h1>\n'
        f'<p class="release-date">{_date(site, post)}</p>\n<div class="release-body">{_body(post)}</div>\n'
        f'<div class="contact"><strong>{words["contact"]}</strong><br>{escape(post.author or site.name)}<br>press@example.org</div></section>\n'
        f'<section class="more-releases"><h4>{words["related"]}</h4><ul>{_teasers(site, post)}</ul></section>\n'
        f"<footer>{words['rights']}</footer>"
    )
    return head, body


def _tag_page(site: Site, post: Post, base: str) -> tuple[str, str]:
    body = f'<div id="page"><h1>{escape(post.title)}</h1>\n<ul class="archive">{_headlines(site.posts, "li")}</ul></div>'
    return "", body


LAYOUTS: Mapping[str, Callable[[Site, Post, str], tuple[str, str]]] = {
    "cms": _cms,
    "blog": _blog,
    "divs": _divs,
    "breaks": _breaks,
    "wire": _wire,
}
