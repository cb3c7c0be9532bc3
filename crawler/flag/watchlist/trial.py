"""The examples of a watchlist → those that its own forums get wrong."""

from __future__ import annotations

from collections.abc import Iterable

from crawler.flag.mentions import find_mentions
from crawler.flag.watchlist.forum import Forum
from crawler.flag.watchlist.load import Watchlist
from storage.records import Article


def failing(watchlist: Watchlist, forums: Iterable[Forum]) -> list[str]:
    """What is wrong with the examples of `forums`, a line each: one that is not flagged, or one that is."""
    out = []
    for forum in forums:
        for kind, texts in forum.examples.items():
            for text in texts:
                flagged = forum.id in {m.forum_id for m in find_mentions(_article(text), watchlist)}
                if flagged != (kind == "yes"):
                    said = "is flagged, and is an example of what must not be"
                    out.append(f"{forum.id}: “{text}” {said if flagged else 'is not flagged'}")
    return out


def _article(text: str) -> Article:
    return Article(url="https://example.org/example", title="", text=text)
