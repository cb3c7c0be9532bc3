"""A feed's text in whatever state → drafts.

    XML (nine of ten) → expat          common faults → repaired, expat          names of no vocabulary → feedparser
    else item by item → expat, and the first words of each part where even an item is no XML
    no item to be seen → feedparser

feedparser costs six times as much as expat for the same feed (97 KB, 30 items: 13 against 2.1 ms of CPU), and a
single wrong end tag costs it every item after; so it comes last, and with bounds.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from crawler.patterns import lazily

from . import loose
from .drafts import Draft
from .feed import FeedText, scanned
from .xmltext import Scan, mended, prepared, uncommented

MAX_ITEMS = 10_000  # of a malformed feed
MAX_ITEM = 20_000  # characters of a malformed item

_CUT_SHORT = ("no element found", "unclosed")  # what expat says of a document that ends too early
_ANY_ITEM = lazily(r"<(?:[\w.-]{1,40}:)?(?:item|entry)[\s>]", re.I)
_END = lazily(r"</(item|entry)\s*>")
_PART = lazily(
    r"<(?P<name>title|link|guid|id|pubDate|published|updated|dc:date|description|summary)\b(?P<said>[^<>]*)>"
    r"\s*(?:<!\[CDATA\[(?P<data>.*?)\]\]>|(?P<text>[^<]*))",
    re.S,
)
_HREF = lazily(r"""\bhref\s*=\s*["']?([^"'\s>]+)""")
_ELSEWHERE = lazily(r"""\brel\s*=\s*["']?(?!alternate)\w""")


def read_feed(text: str) -> FeedText:
    """The links of a feed, as far as anybody can read it. Never raises."""
    text = prepared(text)
    feed, scan = scanned(text)
    if scan.line is None or scan.closed:
        return feed if feed.drafts else _of_no_vocabulary(text, feed)
    repaired, again = scanned(mended(text))
    if again.line is None or again.closed:
        return repaired
    return _salvaged(text, max(repaired, feed, key=lambda f: len(f.drafts)), again)


def _of_no_vocabulary(text: str, feed: FeedText) -> FeedText:
    """A sound document without an item: an empty feed, or one whose items bear names that only feedparser knows."""
    if not _ANY_ITEM.search(uncommented(text)):
        return feed
    rest = loose.read_loose(text)
    problem = None if rest.drafts else "items of a vocabulary that nobody knows"
    return FeedText(rest.drafts, rest.title, rest.link, rest.language, problem=problem)


def _salvaged(text: str, feed: FeedText, scan: Scan) -> FeedText:
    found = [
        draft for block, _ in zip(_blocks(text), range(MAX_ITEMS), strict=False) for draft in _item(block)
    ]
    if not found and not feed.drafts:
        rest = loose.read_loose(text)
        found = rest.drafts
        feed = FeedText([], rest.title, rest.link, rest.language)
    cut = scan.reason.startswith(_CUT_SHORT)
    where = f" in line {scan.line}" if scan.line else ""
    if len(found) > len(feed.drafts):
        feed.drafts = found
    feed.broken = cut or feed.drafts is not found
    said = "entries read all the same" if feed.drafts is found else "entries read before it"
    feed.problem = (
        f"{'cut short' if cut else 'malformed XML'}{where} ({scan.reason}), {len(feed.drafts)} {said}"
    )
    return feed


def _blocks(text: str) -> Iterator[str]:
    """The text of every item that ends, from its own beginning on: one left open before it is lost alone."""
    at = 0
    for end in _END.finditer(text):
        start = text.rfind("<" + end[1], at, end.start())
        if start >= 0:
            yield text[start : end.end()]
        at = end.end()


def _item(block: str) -> list[Draft]:
    feed, scan = scanned(mended(f"<rss><channel>{block}</channel></rss>"))
    if scan.line is None and feed.drafts:
        return feed.drafts
    draft = _first_words(block[:MAX_ITEM])
    return [draft] if draft.links else []


def _first_words(block: str) -> Draft:
    """What an item says before its markup goes wrong."""
    parts: dict[str, str] = {}
    links: list[str] = []
    for m in _PART.finditer(block):
        said = m["data"] if m["data"] is not None else html.unescape(m["text"])
        if m["name"] != "link":
            parts.setdefault(m["name"], said)
        elif not _ELSEWHERE.search(m["said"]):
            links.append(href[1] if (href := _HREF.search(m["said"])) else said)
    identities = (parts.get("guid", ""), parts.get("id", ""))
    return Draft(
        links=tuple(
            link for link in (*links, *(i for i in identities if i.startswith("http"))) if link.strip()
        ),
        title=parts.get("title"),
        summary=parts.get("description", parts.get("summary")),
        dates=tuple(parts[name] for name in ("pubDate", "published", "dc:date") if name in parts),
        changed=parts.get("updated"),
    )
