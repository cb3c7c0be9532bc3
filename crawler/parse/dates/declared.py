"""The head of a page → the dates that it declares: JSON-LD and metas.

An article's JSON-LD speaks first; that of a page, a film or a podcast after the metas, since it may be of something
that only stands in the article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from crawler.parse.dates.places import place_of
from crawler.parse.dates.values import Neighbourhood, Seen, has_hour
from crawler.parse.page.blocks import Mark, Outline
from crawler.parse.page.jsonld import Declared
from crawler.parse.page.labels import ELSEWHERE

PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
    "parsely-pub-date", "cxenseparse:recs:publishtime", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.available", "dcterms.created",
    "dc.date.created", "article.published", "publishdate", "publish-date", "publication_date", "pubdate", "date", "dc.date",
    "dcterms.date", "article_date_original", "citation_publication_date", "citation_online_date", "citation_date", "published_at",
    "article:post_date", "rnews:datepublished", "originalpublicationdate", "pub_date", "publishtime", "publish_date", "datecreated",
    "created", "article:created", "weibo:article:create_at", "bt:pubdate", "release_date", "og:pubdate", "dateposted", "article:date",
    "displaydate", "ptime", "pdate",
)  # fmt: skip
MODIFIED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "article:modified", "datemodified", "dcterms.modified",
    "lastmod", "last-modified", "dc.date.modified", "revised", "modified", "updated_time", "og:modified_time", "utime",
    "article:updated_time", "updated", "lastupdated", "last-updated", "last-published", "lastpublisheddate",
)  # fmt: skip
_PUBLISHED, _MODIFIED = frozenset(PUBLISHED), frozenset(MODIFIED)
_NAMED = re.compile(  # parts of names that publishers made up
    r"(?:pub|issue|creat|post|release)[a-z]*[-_.:]?(?:date|time|on|at)\b|date[-_.:]?(?:pub|issue|creat|posted|available)"
    r"|(?:first_?|[-_.:]|^)(?:published|issued)$|datestamp$|(?:article|story|news|entry|online)[-_.:]?date$|dc:(?:created|date)\b"
)
_NOT_ITS = ("video", "music", "book", "product", "event", "og:video")  # of a thing that the article shows
_VAGUE = frozenset(
    ("date", "dc.date", "dcterms.date", "created", "datecreated", "displaydate", "pubdate", "ptime", "pdate")
)
_IN_JSON = re.compile(r'"(?:pub_?date|published_?(?:at|time)|datePublished)"\s*:\s*"([^"]{8,40})"', re.I)
_UNTYPED = re.compile(r'"(pubDate|upDate)"\s*:\s*"([^"]{8,40})"')  # as Chinese search engines ask for
_OF_A_PAGE = frozenset(("webpage", "itempage", "medicalwebpage", "aboutpage", "qapage"))
JSON_LD, META, VAGUE, OTHER = 0.97, 0.96, 0.9, 0.8  # of JSON-LD of an article; OTHER of a page
SHOWN = 0.6  # of a film or podcast that stands in the article: no end of the search


Reading = Callable[[str], datetime | None]


def declared_dates(
    page: Outline, declared: Declared, around: Neighbourhood, read: Reading
) -> tuple[Seen | None, Seen | None]:
    """When the article appeared and when it last changed, as its head and its microdata say."""
    return _published(page, declared, around, read), _modified(page, declared, around, read)


def _published(page: Outline, declared: Declared, around: Neighbourhood, read: Reading) -> Seen | None:
    told = declared.published and read(declared.published)
    if told and declared.article:
        return Seen(told, "json-ld", JSON_LD, has_hour(told))
    for name, content in _metas(page):
        if at := read(content):
            return Seen(at, f"meta:{name}", VAGUE if name in _VAGUE else META, has_hour(at))
    if item := _item(page, around, "datepublished", read):
        return item
    if not declared.article and (untyped := _untyped(page, "pubDate", read)):
        return untyped
    trust = OTHER if declared.kind in _OF_A_PAGE else SHOWN
    return Seen(told, "json-ld", trust, has_hour(told)) if told else None


def _metas(page: Outline) -> Iterator[tuple[str, str]]:
    """What the metas say of the publication: known names first, then names of a publisher's own making."""
    metas = page.metas
    for name in PUBLISHED if not _PUBLISHED.isdisjoint(metas) else ():
        for content in metas.get(name, ()):
            yield name, content
    for content in metas.get("parsely-page", ()):
        if found := _IN_JSON.search(content):
            yield "parsely-page", found[1]
    for name, contents in metas.items():
        if _is_named(name):
            for content in contents:
                yield name, content


@lru_cache(maxsize=4096)  # pages use the same names over and over
def _is_named(name: str) -> bool:
    return _NAMED.search(name) is not None and not name.startswith(_NOT_ITS)


def _modified(page: Outline, declared: Declared, around: Neighbourhood, read: Reading) -> Seen | None:
    told = None
    if declared.modified and (at := read(declared.modified)):
        told = Seen(at, "json-ld", JSON_LD if declared.article else OTHER, has_hour(at), updated=True)
        if declared.modified[:10] != (declared.published or "")[:10]:
            return told
    for name in MODIFIED if not _MODIFIED.isdisjoint(page.metas) else ():
        for content in page.metas.get(name, ()):
            if told and content[:10] == (declared.modified or "")[:10]:
                return told
            if at := read(content):
                return _later(told, Seen(at, f"meta:{name}", META, has_hour(at)))
    item = _item(page, around, "datemodified", read)
    return _later(told, item if item or declared.article else _untyped(page, "upDate", read))


def _later(told: Seen | None, other: Seen | None) -> Seen | None:
    """`other` as the date of a change, unless it tells no later day than what is told already: a copy of the publication's."""
    if other is None or (told is not None and other.at.date() <= told.at.date()):
        return told
    return replace(other, updated=True)


def _untyped(page: Outline, name: str, read: Reading) -> Seen | None:
    """The date under a name in JSON-LD that says no type: it is of the page alone."""
    for script in page.json_ld:
        for found in _UNTYPED.finditer(script) if '"@type"' not in script else ():
            if found[1] == name and (at := read(found[2])):
                return Seen(at, "json-ld", META, has_hour(at))
    return None


def _item(page: Outline, around: Neighbourhood, name: str, read: Reading) -> Seen | None:
    """The date that a <meta itemprop> in the body gives to the article; those of comments and teasers are theirs."""
    for mark in page.marks:
        named = mark.tag == "meta" and name in mark.label and _is_own(mark, around)
        if named and mark.value and (at := read(mark.value)):
            return Seen(at, f"meta:{name}", META, has_hour(at))
    return None


def _is_own(mark: Mark, around: Neighbourhood) -> bool:
    """Whether the innermost element with text that holds a mark holds the article's beginning, or stands beside it."""
    element = mark.element
    while element.parent is not None and element.first == element.last:
        element = element.parent
    if element.first <= around.start < element.last or element.first <= around.headline < element.last:
        return True
    return not mark.element.every & ELSEWHERE and place_of(around, mark.block) not in (None, "after")
