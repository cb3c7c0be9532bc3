"""What became of an article → what its page shows of it."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.changed import places, version_rows
from crawler.rows import Row
from storage.articles.history import Happened, Said, history
from storage.stories.lists import StoredArticle

from .desk import Desk

VERSIONS, PLACES, CHANGES = 20, 40, 100  # of an article's history on its page; the API has all


@dataclass(frozen=True, slots=True)
class Changed:
    """A version with the places that it changed: (headline, summary or text; the pieces), and how many more."""

    row: Row
    places: tuple[tuple[str, list[tuple[str, str]]], ...]
    more: int


@dataclass(frozen=True, slots=True)
class Lasting:
    """What became of an article: its later versions, the newest first, and its mentions."""

    versions: tuple[Changed, ...]
    earlier: int  # versions before those
    mentions: tuple[Said, ...]
    changes: tuple[Happened, ...]


def told_history(desk: Desk, article: StoredArticle) -> Lasting | None:
    """None of an article that nobody edited, of whose mentions nothing is told."""
    found = desk.read(history, article.id)
    if found is None or (len(found.versions) < 2 and not found.changes):
        return None
    late = found.versions[-VERSIONS - 1 :]
    rows = list(version_rows(late))[1:] if len(late) > 1 else []
    edited = tuple(_changed(row) for row in reversed(rows))
    return Lasting(edited, len(found.versions) - len(late), found.mentions, found.changes[-CHANGES:])


def _changed(row: Row) -> Changed:
    names = {"title": "headline"}
    all_ = [
        (names.get(part, part), place)
        for part, passages in row["changed"].items()
        for place in places(passages)
    ]
    return Changed(row, tuple(all_[:PLACES]), max(0, len(all_) - PLACES))
