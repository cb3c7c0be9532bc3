"""Feeds in which not even the items can be told apart → drafts, by feedparser; with bounds, because it is slow on what is hostile.

It is given bytes that are valid UTF-8, never a str: a str that looks like an address is fetched. Its dates are
not taken, only what was written: it makes UTC of every date without a known offset.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from .drafts import Draft

MAX_CHARS = 500_000  # of a feed that is read this way: costs about a second
MAX_TAGS = 20_000  # of them; deep nesting costs most
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")  # it may name the encoding the text had before


@dataclass(slots=True)
class Loose:
    """What feedparser found."""

    drafts: list[Draft] = field(default_factory=list)
    title: str | None = None
    link: str | None = None
    language: str | None = None


def read_loose(text: str) -> Loose:
    """The links that feedparser finds in `text`."""
    import feedparser  # 40 ms and 6 MB that most processes never need

    data = _DECLARATION.sub("", _bounded(text)).encode("utf-8", "replace")
    try:
        found = feedparser.parse(
            BytesIO(data),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except (ValueError, AssertionError, LookupError, AttributeError, TypeError, RecursionError):
        return Loose()  # its parser for tag soup gives up on some soups
    feed: Any = found.get("feed", {})
    return Loose(
        [_draft(entry) for entry in found.get("entries", ())],
        feed.get("title"),
        feed.get("link"),
        feed.get("language"),
    )


def _bounded(text: str) -> str:
    text = text[:MAX_CHARS]
    if text.count("<") <= MAX_TAGS:
        return text
    end = 0
    for _ in range(MAX_TAGS):
        end = text.index("<", end) + 1
    return text[: end - 1]


def _draft(entry: Any) -> Draft:
    links = [entry.get("feedburner_origlink"), entry.get("link"), entry.get("id")]
    content = entry.get("content") or [{}]
    return Draft(
        links=tuple(link for link in links if link),
        title=entry.get("title"),
        summary=entry.get("summary") or content[0].get("value"),
        dates=tuple(d for d in (entry.get("published"), entry.get("created")) if d),
        changed=dict.get(entry, "updated"),  # its own get() takes "published" for it, and warns
        language=entry.get("language"),
    )
