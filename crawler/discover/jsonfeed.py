"""JSON Feed, and the JSON of article lists in general → drafts.

JSON Feed names its parts one way, the programming faces of publishing systems and search services others;
the tables below hold the names.
"""

from __future__ import annotations

import json
from typing import Any

from .drafts import MAX_DRAFTS, Draft
from .feed import FeedText

MAX_PARTS = 500_000  # objects and lists of one document: of empty ones a megabyte takes thirty

_LISTS = (
    "items",
    "articles",
    "entries",
    "posts",
    "results",
    "data",
    "list",
    "rows",
    "docs",
    "news",
    "stories",
)
_ENVELOPES = ("data", "result", "response", "feed", "body", "payload")  # around such a list
_LINKED = ("url", "external_url", "link")  # addresses also where they are relative, and no identities
_LINKS = ("url", "external_url", "link", "guid", "id")
_TITLES = ("title", "headline", "name")
_SUMMARIES = ("summary", "description", "excerpt", "content_text", "content_html", "content")
_DATES = ("date_published", "published_at", "publishedAt", "published", "pubDate", "date", "seendate")
_CHANGES = ("date_modified", "updated_at", "updatedAt", "modified")
_ADDRESSES = ("http://", "https://", "/")


def read_json(text: str) -> FeedText:
    """The links of a JSON document. Never raises."""
    if text.count("{") + text.count("[") > MAX_PARTS:
        return FeedText(problem=f"JSON of more than {MAX_PARTS} objects and lists")
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as err:
        return FeedText(problem=f"malformed JSON ({str(err).partition(': line')[0]})")
    top = data if isinstance(data, dict) else {}
    items = data if isinstance(data, list) else _list_in(top)
    if items is None:
        return FeedText(problem="JSON without a list of items")
    return FeedText(
        [_draft(item) for item in items[:MAX_DRAFTS] if isinstance(item, dict)],
        title=_said(top, ("title",)),
        link=_said(top, ("home_page_url",)),
        language=_said(top, ("language",)),
        older=_said(top, ("next_url",)),
        problem=f"only the first {MAX_DRAFTS} entries read" if len(items) > MAX_DRAFTS else None,
    )


def _list_in(top: dict[str, Any]) -> list[Any] | None:
    """The list of items in an object, or in what it is an envelope of."""
    around = [top, *(inner for name in _ENVELOPES if isinstance(inner := top.get(name), dict))]
    return next((v for each in around for n in _LISTS if isinstance(v := each.get(n), list)), None)


def _draft(item: dict[str, Any]) -> Draft:
    links = {name: link.strip() for name in _LINKS if (link := _said(item, (name,)))}
    return Draft(
        links=tuple(u for name, u in links.items() if name in _LINKED or u.startswith(_ADDRESSES)),
        title=_said(item, _TITLES),
        summary=_said(item, _SUMMARIES),
        dates=tuple(said for name in _DATES if (said := _said(item, (name,)))),
        changed=_said(item, _CHANGES),
        language=_said(item, ("language", "lang")),
    )


def _said(item: dict[str, Any], names: tuple[str, ...]) -> str | None:
    """The first of the named values that holds text; a number is text too, and so is {"rendered": text}."""
    for name in names:
        value = item.get(name)
        if isinstance(value, dict):
            value = value.get("rendered")
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            value = f"{value:.0f}" if isinstance(value, float) else str(value)
        if isinstance(value, str) and value.strip():
            return value
    return None
