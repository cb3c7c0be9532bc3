"""The examples of a watchlist → those that its own forums get wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crawler.flag.mentions import find_mentions
from crawler.flag.watchlist.forum import Forum
from crawler.flag.watchlist.load import Watchlist
from storage.records import Article


@dataclass(frozen=True, slots=True)
class Misread:
    """An example that is not flagged, or one that is and must not be."""

    forum_id: str
    text: str
    flagged: bool

    def __str__(self) -> str:
        said = "is flagged, and is an example of what must not be" if self.flagged else "is not flagged"
        return f"{self.forum_id}: “{self.text}” {said}"


def failing(watchlist: Watchlist, forums: Iterable[Forum]) -> list[Misread]:
    """The examples of `forums` that are read otherwise than they say."""
    out = []
    for forum in forums:
        for kind, texts in forum.examples.items():
            for text in texts:
                flagged = forum.id in {m.forum_id for m in find_mentions(_article(text), watchlist)}
                if flagged != (kind == "yes"):
                    out.append(Misread(forum.id, text, flagged))
    return out


def _article(text: str) -> Article:
    return Article(url="https://example.org/example", title="", text=text)
