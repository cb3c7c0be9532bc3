"""Sitemaps → drafts, or the addresses of further sitemaps: plain, news, index, and lists of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from itertools import chain, groupby, islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.bounds import bounded

from .addresses import absolute
from .dates import Clock
from .drafts import Draft, from_both_ends
from .xmltext import Scan, elements, mended, prepared

MAX_LINKS = 50_000  # in one sitemap, by its protocol
MAX_CHILDREN = 1000  # of an index that are named; a visit reads far fewer

_FIELDS = frozenset({"loc", "lastmod", "publication_date", "title", "language", "description"})
_NOT_NEWS = re.compile(r"categor|tag|author|page|image|video|product|taxonom|static|topic", re.I)
_NEWS = re.compile(r"news", re.I)
_DATED = re.compile(r"(20\d\d)[-_/]?(0[1-9]|1[0-2])?")


@dataclass(slots=True)
class SitemapText:
    """What a sitemap's text holds."""

    drafts: list[Draft] = field(default_factory=list)
    children: list[tuple[str, str | None]] = field(default_factory=list)  # (address, lastmod) as written
    problem: str | None = None
    broken: bool = False  # it breaks off: what else stood in it nobody knows


def read_sitemap(text: str) -> SitemapText:
    """The links of an XML sitemap, as far as anybody can read it. Never raises."""
    text = prepared(text)
    found, scan = _scanned(text)
    if scan.line is None or scan.closed:
        return found
    found, scan = _scanned(mended(text))
    if scan.line is None or scan.closed:
        return found
    rest = _as_markup(text)
    if len(rest.drafts) + len(rest.children) > len(found.drafts) + len(found.children):
        found = rest
    count, found.broken = len(found.drafts) + len(found.children), found is not rest
    found.problem = f"malformed XML in line {scan.line} ({scan.reason}), {count} addresses read"
    return found


def read_lines(text: str) -> SitemapText:
    """The addresses of a sitemap that is a list of lines."""
    lines = (line.strip() for line in text[: MAX_LINKS * 200].splitlines()[:MAX_LINKS])
    return SitemapText([Draft(links=(line,)) for line in lines if line.startswith(("http://", "https://"))])


def newest_children(found: SitemapText, base: str, clock: Clock) -> tuple[tuple[str, ...], bool, str | None]:
    """The addresses of an index, those first whose sitemaps are likeliest to hold the newest articles; whether the very
    first is before all others; and how many of how many these are, where they are not all. Of numbered ones the first is,
    or the last.
    """
    urls: dict[str, tuple[bool, float, str, bool]] = {}
    for link, lastmod in found.children:
        url = absolute(link, base)
        if url is not None:
            urls.setdefault(url, _promise(url, clock.read(lastmod)))
    problem = f"{MAX_CHILDREN} of {len(urls)} sitemaps taken" if len(urls) > MAX_CHILDREN else None
    ranked = sorted(urls, key=urls.__getitem__, reverse=True)
    alike = [from_both_ends(list(group)) for _, group in groupby(ranked, key=urls.__getitem__)]
    told = bool(alike) and len(alike[0]) == 1
    return tuple(islice(chain.from_iterable(alike), MAX_CHILDREN)), told, problem


def _promise(url: str, changed: datetime | None) -> tuple[bool, float, str, bool]:
    name = url.partition("://")[2].partition("/")[2]
    dated = max((m[1] + (m[2] or "") for m in _DATED.finditer(name)), default="")
    news = bool(_NEWS.search(name))
    return news or not _NOT_NEWS.search(name), changed.timestamp() if changed else 0.0, dated, news


def _scanned(text: str) -> tuple[SitemapText, Scan]:
    found, scan = SitemapText(), Scan()
    values: dict[str, str] = {}
    for event, element, depth in elements(text, scan):
        if event == "start":
            continue
        name = _local(element.tag)
        if name in _FIELDS and element.text:
            values.setdefault(name, element.text)
        elif depth == 1:
            if name in ("url", "sitemap"):
                _keep(found, name, values)
            values = {}
            element.clear()
            if len(found.drafts) > MAX_LINKS:
                found.drafts.pop()
                found.problem = f"only the first {MAX_LINKS} links read"
                scan.line, scan.closed = None, True
                break
    return found, scan


def _keep(found: SitemapText, name: str, values: Mapping[str, str]) -> None:
    if "loc" not in values:
        return
    if name == "sitemap":
        found.children.append((values["loc"], values.get("lastmod")))
        return
    found.drafts.append(
        Draft(
            links=(values["loc"],),
            title=values.get("title"),
            dates=(values["publication_date"],) if "publication_date" in values else (),
            changed=values.get("lastmod"),
            language=values.get("language"),
        )
    )


def _as_markup(text: str) -> SitemapText:
    """The same by an HTML parser, which has no notion of malformed."""
    found = SitemapText()
    tree = LexborHTMLParser(bounded(text.encode("utf-8", "replace"), 10 * MAX_LINKS))
    for node in tree.css("url, sitemap")[:MAX_LINKS]:
        _keep(found, node.tag or "", dict(reversed([*_parts(node)])))  # the first of a name counts
    return found


def _parts(node: LexborNode) -> Iterator[tuple[str, str]]:
    for part in node.traverse():
        name = _local(part.tag or "")
        if name in _FIELDS and (text := part.text(strip=True)):
            yield name, text


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    """A tag's name without its namespace; pictures and films have addresses and titles of their own."""
    space, _, name = tag.rpartition("}" if "}" in tag else ":")
    return "" if "image" in space or "video" in space else name.rpartition(":")[2]
