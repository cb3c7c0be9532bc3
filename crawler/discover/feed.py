"""RSS 0.9x to 2.0, RSS 1.0 (RDF) and Atom, as far as they are XML → drafts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

from .drafts import MAX_DRAFTS, Draft
from .xmltext import Scan, elements

_ATOM = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
_RSS = ("", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://channel.netscape.com/rdf/simple/0.9/", "http://backend.userland.com/rss2", "http://blogs.law.harvard.edu/tech/rss")  # fmt: skip
_SPACES = dict.fromkeys((*_RSS, *_ATOM), "") | {
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
}
# "mended" by templates
_SPACES |= {space.replace("http:", "https:"): name for space, name in _SPACES.items()}
_XML = "{http://www.w3.org/XML/1998/namespace}"
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_ITEMS = frozenset({"item", "entry"})
_DATES = ("pubDate", "published", "dc:date", "issued", "created", "dcterms:issued", "dcterms:created", "date")
_SUMMARIES = ("description", "summary", "content:encoded", "content", "dc:description")
_HTTP = re.compile(r"https?://", re.I)
_ROOTED = re.compile(r"[/?#]|[a-z][a-z0-9+.-]*:", re.I)  # means no folder below or above another


@dataclass(slots=True)
class FeedText:
    """What a feed's text holds."""

    drafts: list[Draft] = field(default_factory=list)
    title: str | None = None
    link: str | None = None  # of the site; relative links of RSS are meant against it
    language: str | None = None
    older: str | None = None  # where it goes on with older entries (RFC 5005), as written
    generator: str | None = None  # the program that wrote it
    problem: str | None = None
    broken: bool = False  # it breaks off: what else stood in it nobody knows


def scanned(text: str) -> tuple[FeedText, Scan]:
    """The links of a feed up to where it stops being XML, and where that is. Never raises."""
    feed, scan = FeedText(), Scan()
    item_depth = 0
    bases: list[str | None] = []  # xml:base of the elements around
    for event, element, depth in elements(text, scan):
        if event == "end" and depth == item_depth > 0:
            if len(feed.drafts) == MAX_DRAFTS:
                feed.problem, scan.closed = f"only the first {MAX_DRAFTS} entries read", True
                break
            feed.drafts.append(_draft(element, bases.pop()))
            element.clear()
            item_depth = 0
        elif item_depth:
            continue
        elif event == "start":
            bases.append(_based(element, bases[-1] if bases else None))
            item_depth = depth if _name(element.tag) in _ITEMS else 0
            feed.language = element.get(_XML + "lang") if not depth else feed.language
        else:
            bases.pop()
            _of_the_feed(feed, _name(element.tag), element, depth)
    return feed, scan


def _of_the_feed(feed: FeedText, name: str, element: ET.Element, depth: int) -> None:
    if 0 < depth <= 2 and name in _FEED_FIELDS:
        _FEED_FIELDS[name](feed, element)


def _set_title(feed: FeedText, element: ET.Element) -> None:
    feed.title = feed.title or _text(element)


def _set_link(feed: FeedText, element: ET.Element) -> None:
    rel = element.get("rel", "alternate")
    if rel == "alternate":
        feed.link = feed.link or element.get("href") or _text(element)
    elif rel in ("prev-archive", "next"):
        feed.older = feed.older or element.get("href")


def _set_language(feed: FeedText, element: ET.Element) -> None:
    feed.language = feed.language or _text(element)


def _set_generator(feed: FeedText, element: ET.Element) -> None:
    feed.generator = feed.generator or element.get("uri") or _text(element)


_FEED_FIELDS: Mapping[str, Callable[[FeedText, ET.Element], None]] = {
    "title": _set_title,
    "link": _set_link,
    "language": _set_language,
    "dc:language": _set_language,
    "generator": _set_generator,
}


def _draft(item: ET.Element, base: str | None) -> Draft:
    parts: dict[str, ET.Element] = {}
    links: list[str] = []
    for child in item:
        name = _name(child.tag)
        if name == "link" and _leads_to_the_page(child):
            href = child.get("href") or _text(child) or ""
            links.append(_against(child.get(_XML + "base"), href, otherwise=href))
        else:
            parts.setdefault(name, child)
    origin, title = parts.get("feedburner:origLink"), parts.get("title", parts.get("dc:title"))
    return Draft(
        links=(*([_text(origin) or ""] if origin is not None else ()), *links, *_identities(item, parts)),
        title=_text(title),
        summary=next((said for name in _SUMMARIES if name in parts and (said := _text(parts[name]))), None),
        dates=tuple(said for name in _DATES if name in parts and (said := _text(parts[name]))),
        changed=_text(parts.get("updated", parts.get("modified"))),
        language=_text(parts.get("dc:language")) or item.get(_XML + "lang"),
        base=base,
    )


def _leads_to_the_page(link: ET.Element) -> bool:
    """Whether a link is ``alternate``, which Atom (RFC 4287, 4.2.7.2) also knows by its whole address."""
    rel = (link.get("rel") or "alternate").rpartition("/")[2].strip().lower()
    return rel == "alternate" and _is_text(link)


def _is_text(link: ET.Element) -> bool:
    return not (link.get("type") or "").startswith(("image/", "audio/", "video/"))


def _based(element: ET.Element, around: str | None) -> str | None:
    """What relative addresses in an element are meant against, where `around` is that of the elements around it."""
    own = element.get(_XML + "base")
    return around if own is None else _against(around, own, otherwise=around)


def _against(base: str | None, link: str, otherwise: str | None) -> str:
    """`link` as `base` means it, both may be relative; `otherwise` where one of them is no address.

    Of two that are, the steps upwards stay for whoever knows where the document stands: urljoin would drop them.
    """
    if base and link and not _ROOTED.match(base) and not _ROOTED.match(link):
        folder, slash, _ = base.partition("?")[0].rpartition("/")
        return folder + slash + link
    try:
        return urljoin(base or "", link)
    except ValueError:  # brackets that hold no address
        return otherwise or ""


def _identities(item: ET.Element, parts: Mapping[str, ET.Element]) -> tuple[str, ...]:
    """Identities that are addresses, and where the content is: of an item without a link they are the only ones."""
    said = [_text(parts[name]) or "" for name in ("guid", "id") if name in parts]
    said.append(item.get(_ABOUT, ""))
    found = [identity for identity in said if _HTTP.match(identity.strip())]
    if "guid" in parts and parts["guid"].get("isPermaLink") == "true" and said[0].startswith("/"):
        found.append(said[0])
    if "content" in parts and _is_text(parts["content"]):
        found.append(parts["content"].get("src", ""))
    return tuple(found)


def _text(element: ET.Element | None) -> str | None:
    """The text of an element and of what is in it (Atom's XHTML), None where there is none."""
    if element is None:
        return None
    if not len(element):
        return (element.text or "").strip() or None
    return " ".join("".join(element.itertext()).split()) or None


@lru_cache(maxsize=4096)
def _name(tag: str) -> str:
    """``{namespace}local`` → ``dc:date``; elements of namespaces nobody asked for get a name nobody asks for."""
    space, brace, local = tag.rpartition("}")
    if not brace:
        return tag
    return _SPACES.get(space[1:], "?:") + local
