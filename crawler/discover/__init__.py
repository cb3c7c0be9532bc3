"""A polled page → the entries it announces. Pure: bytes in, values out, no exception for any bytes.

    page.body ─encoding→ text ─sniff→ feed | jsonfeed | sitemap | listing → drafts → entries

What the document is decides how it is read; what sources.yaml calls it decides only what is a problem:
a sitemap where a feed was expected is read, an HTML page there is not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from crawler.directives import read_directives
from crawler.patterns import lazily
from crawler.refresh import sends_on
from storage.records import Discovery, Page, Source, SourceKind

from .addresses import absolute, site_of
from .drafts import Draft, Reading, at_the_latest, entries_of, from_both_ends, reading
from .encoding import decode, mistaken, unpack
from .feed import FeedText
from .jsonfeed import read_json
from .listing import read_listing
from .offers import (
    USUAL_FEEDS,
    USUAL_SITEMAPS,
    Offers,
    is_aside,
    offers_of,
    own_places,
    sitemaps_named,
    usual_places,
)
from .older import older_part
from .plain import TITLE_MAX, plain, tidy
from .salvage import read_feed
from .sitemap import SitemapText, newest_children, read_lines, read_sitemap
from .xmltext import ROOT, uncommented

__all__ = [
    "USUAL_FEEDS",
    "USUAL_SITEMAPS",
    "Offers",
    "at_the_latest",
    "discover",
    "from_both_ends",
    "is_aside",
    "kind_of",
    "mislabelled",
    "offers_of",
    "own_places",
    "sitemaps_named",
    "usual_places",
]

Format = Literal["feed", "json", "sitemap", "html", "lines", "unknown"]
SHARED = 3  # headlines that lead where others do, from which that is told
CONTROLS_MOST = 50  # characters of a text for each control sign that it may hold
SNIFFED = 65_536  # characters in which a document must have shown what it is

_ROOTS: Mapping[str, Format] = {
    "rss": "feed",
    "rdf": "feed",
    "feed": "feed",
    "urlset": "sitemap",
    "sitemapindex": "sitemap",
    "html": "html",
}
_REMEDY = "poll a feed or a sitemap of its site, or set fetch: {robots: false} where you have leave to"
_KINDS: Mapping[Format, SourceKind] = {
    "feed": "feed",
    "json": "feed",
    "sitemap": "sitemap",
    "lines": "sitemap",
    "html": "listing",
}
# but noughts, with which a file is filled up, and the signs by which ISO 2022 changes its letters
_CONTROLS = lazily(r"[\x01-\x08\x10-\x1a\x1c-\x1f]")
_WANTED: Mapping[SourceKind, str] = {"feed": "a feed", "sitemap": "a sitemap", "listing": "a listing page"}


def discover(page: Page, source: Source, obeys: str | None = None) -> Discovery:
    """What `page`, polled for `source`, announces; what was wrong with it stands in ``problem``.

    A listing page that forbids the program `obeys` to follow its links announces nothing. A page that only sends
    on (meta refresh) has the page that it sends to for a child.
    """
    text = _text(page, source)
    how = reading(page, source, obeys)
    found = _READERS[_format(text)](text, how) if text.strip() else Discovery(problem="empty body")
    if found.problem is None:
        return found
    return replace(found, problem=f"discover: {found.problem}")


def kind_of(page: Page, source: Source) -> SourceKind | None:
    """What the document is, whatever `source` calls it; None for what nobody can poll."""
    return _KINDS.get(_format(_text(page, source)))


def mislabelled(page: Page) -> str | None:
    """The encoding that a document is in where the declared one reads it without a fault, and wrongly."""
    host = site_of(page.final_url or page.url).partition(":")[0]
    return mistaken(unpack(page.body), page.content_type, host)


def _text(page: Page, source: Source) -> str:
    text = decode(
        unpack(page.body),
        override=source.encoding,
        content_type=page.content_type,
        host=site_of(page.final_url or page.url).partition(":")[0],
    )
    return text.lstrip("\ufeff")  # templates that are put together bring a mark each


def _format(text: str) -> Format:
    """What a document is, by its root; PHP's warnings before it and a wrong Content-Type do not count."""
    start = text[:SNIFFED].lstrip()
    if _is_no_text(start):
        return "unknown"
    if start[:1] in ("{", "["):
        return "json"
    lower = start[:1000].lower()
    if lower.startswith("<!doctype html"):
        return "html"
    if root := ROOT.search(uncommented(start)):
        return _ROOTS[root[1].lower()]
    if start.startswith(("http://", "https://")):
        return "lines"
    return "html" if "<" in start and "<?xml" not in lower else "unknown"


def _read_feed(text: str, how: Reading) -> Discovery:
    return _of_feed(read_feed(text), how)


def _read_json(text: str, how: Reading) -> Discovery:
    return _of_feed(read_json(text), how)


def _of_feed(feed: FeedText, how: Reading) -> Discovery:
    base = absolute(feed.link, how.base) or how.base
    taken = entries_of(feed.drafts, Reading(how.source, base, how.clock), feed.language)
    entries, left = taken.entries, taken.problem
    lacking, count = sum(not any(draft.links) for draft in feed.drafts), len(feed.drafts)
    without = f"{lacking} of {count} entries have no address" if lacking and entries else None
    shared = None if left else _sharing(feed.drafts, len(entries))
    problem = _joined(feed.problem, left, without, shared)
    if feed.drafts and not entries:
        problem = problem or f"{count} entries, none with an address"
    older = older_part(feed.older, feed.generator, how.base)
    title = plain(feed.title, TITLE_MAX)
    return Discovery(
        entries, problem=problem, title=title, older=older, broken=feed.broken, left_at=taken.left_at
    )


def _sharing(drafts: Sequence[Draft], addresses: int) -> str | None:
    """How many headlines lead where another does: places on one page, of which nothing is new once it was read."""
    shared = len({draft.title for draft in drafts if any(draft.links)}) - addresses
    many = shared >= SHARED and 2 * shared >= len(drafts)
    return f"{shared} of {len(drafts)} entries share the address of another" if many else None


def _read_sitemap(text: str, how: Reading) -> Discovery:
    return _of_sitemap(read_sitemap(text), how)


def _read_lines(text: str, how: Reading) -> Discovery:
    return _of_sitemap(read_lines(text), how)


def _of_sitemap(found: SitemapText, how: Reading) -> Discovery:
    children, told, unnamed = newest_children(found, how.base, how.clock)
    taken = entries_of(found.drafts, how)
    problem = _joined(found.problem, unnamed, taken.problem)
    ranked = told or not children
    return Discovery(
        taken.entries, children, problem, broken=found.broken, left_at=taken.left_at, ranked=ranked
    )


def _read_html(text: str, how: Reading) -> Discovery:
    """A listing page; for any other source HTML is what came instead: an error page, a consent page, a move."""
    page = read_listing(text, how.source.select, how.base, how.clock)
    title = tidy(page.title, 80) if page.title else None
    said = read_directives(how.robots_tag, page.metas, how.obeys, how.clock.now)
    listing = how.source.kind == "listing"
    to = absolute(sends_on(page.metas["refresh"][0]), how.base) if "refresh" in page.metas else None
    if to and to != how.base and not said.nofollow and not (listing and page.drafts):
        return Discovery(children=(to,), title=title)
    if not listing:
        named = f", titled {title!r}" if title else ""
        announced = f" (it announces {page.feeds[0]})" if page.feeds else ""
        return Discovery(problem=f"HTML instead of {_WANTED[how.source.kind]}{named}{announced}")
    if said.nofollow:
        page.drafts, page.problem = (
            [],
            f"the page forbids robots to follow its links ({said.said}); {_REMEDY}",
        )
    announced = f"; the page announces the feed {page.feeds[0]}" if page.problem and page.feeds else ""
    problem = f"{page.problem}{announced}" if page.problem else None
    taken = entries_of(page.drafts, how)
    problem = _joined(problem, taken.problem)
    return Discovery(taken.entries, problem=problem, title=title, older=page.older, left_at=taken.left_at)


def _joined(*problems: str | None) -> str | None:
    return "; ".join(problem for problem in problems if problem) or None


def _is_no_text(start: str) -> bool:
    """Whether these are bytes of another kind, read as letters; of those one in ten is a control sign."""
    return len(_CONTROLS.findall(start)) * CONTROLS_MOST > len(start)


def _refuse(text: str, how: Reading) -> Discovery:
    if _is_no_text(text[:SNIFFED]):
        return Discovery(
            problem="no text, but bytes that nothing here unpacks: a picture, an archive, a broken gzip"
        )
    start = tidy(text[:60], 40)
    return Discovery(problem=f"neither feed, sitemap nor HTML; it begins {start!r}")


_READERS: Mapping[Format, Callable[[str, Reading], Discovery]] = {
    "feed": _read_feed,
    "json": _read_json,
    "sitemap": _read_sitemap,
    "lines": _read_lines,
    "html": _read_html,
    "unknown": _refuse,
}
