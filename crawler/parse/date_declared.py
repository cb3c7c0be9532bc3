"""The head of a page → the dates that it declares: JSON-LD and metas.

An article's JSON-LD speaks first; that of a page, a film or a podcast after the metas, since it may be of something
that only stands in the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.parse.blocks import Outline
from crawler.parse.date_values import Context, Seen, has_hour, read_date
from crawler.parse.jsonld import Declared

PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
    "parsely-pub-date", "cxenseparse:recs:publishtime", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dc.date.created", "article.published", "publishdate", "publish-date", "publication_date", "pubdate", "date", "dc.date",
    "dcterms.date", "article_date_original", "citation_publication_date", "citation_online_date", "citation_date", "published_at",
    "article:post_date", "rnews:datepublished", "originalpublicationdate", "pub_date", "publishtime", "publish_date", "datecreated",
    "created", "article:created", "weibo:article:create_at", "bt:pubdate", "release_date", "og:pubdate", "dateposted", "article:date",
    "displaydate",
)  # fmt: skip
MODIFIED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "article:modified", "datemodified", "dcterms.modified",
    "lastmod", "last-modified", "dc.date.modified", "revised", "modified", "updated_time", "og:modified_time", "utime",
    "article:updated_time", "updated", "lastupdated", "last-updated", "last-published", "lastpublisheddate",
)  # fmt: skip
_NAMED = re.compile(
    r"(?:pub|issue|creat|post|release)[a-z]*[-_.:]?(?:date|time|on|at)\b|date[-_.:]?(?:pub|issue|creat|posted)"
)
_NOT_ITS = ("video", "music", "book", "product", "event", "og:video")  # of a thing that the article shows
_VAGUE = frozenset(("date", "dc.date", "dcterms.date", "created", "datecreated", "displaydate", "pubdate"))
JSON_LD, META, VAGUE, OTHER = 0.97, 0.96, 0.9, 0.8  # of JSON-LD of an article; OTHER of a page or a film


def declared_dates(page: Outline, declared: Declared, context: Context) -> tuple[Seen | None, Seen | None]:
    """When the article appeared and when it last changed, as its head says."""
    return _published(page, declared, context), _modified(page, declared, context)


def _published(page: Outline, declared: Declared, context: Context) -> Seen | None:
    told = declared.published and read_date(declared.published, context)
    if told and declared.article:
        return Seen(told, "json-ld", JSON_LD, has_hour(told))
    for name, content in _metas(page):
        if at := read_date(content, context):
            return Seen(at, f"meta:{name}", VAGUE if name in _VAGUE else META, has_hour(at))
    return Seen(told, "json-ld", OTHER, has_hour(told)) if told else None


def _metas(page: Outline) -> Iterator[tuple[str, str]]:
    """What the metas say of the publication: known names first, then names of a publisher's own making."""
    metas = page.metas
    for name in PUBLISHED:
        for content in metas.get(name, ()):
            yield name, content
    for name, contents in metas.items():
        if _NAMED.search(name) and not name.startswith(_NOT_ITS):
            for content in contents:
                yield name, content


def _modified(page: Outline, declared: Declared, context: Context) -> Seen | None:
    if declared.modified and (at := read_date(declared.modified, context)):
        return Seen(at, "json-ld", JSON_LD if declared.article else OTHER, has_hour(at), updated=True)
    for name in MODIFIED:
        for content in page.metas.get(name, ()):
            if at := read_date(content, context):
                return Seen(at, f"meta:{name}", META, has_hour(at), updated=True)
    return None
