"""Rows → a file that the browser saves, sent as it is read: a million rows need no memory.

A list is read a page at a time, each in a transaction of its own, so that whoever reads slowly holds no moment of the
store open. Its order is that of places, which never change: no row comes twice, and none that was there is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import partial
from itertools import chain
from typing import Any, TypeVar

from starlette.responses import Response, StreamingResponse

from crawler import dedupe
from crawler.exports import BOM, MARKED, MEDIA_TYPES, About, Kind, written
from crawler.rows import Row, article_row, change_row, mention_row
from storage.engine.pages import each
from storage.mentions import stream as mentions
from storage.mentions.cursors import StoredChange
from storage.search.find import Query
from storage.stories.lists import list_articles, list_stories

from .desk import Desk

FORMATS = ("csv", "csv-semicolon", "json", "jsonl")
CITED = (*FORMATS, "bibtex", "ris")  # of mentions, articles and stories
SIGNED = ("atom", "jsonfeed", "bibtex", "ris")  # formats that name authors
ENDINGS = {"bibtex": "bib", "csv-semicolon": "csv"}
PIECE = 64 * 1024  # bytes that are gathered before they are sent
T = TypeVar("T")


def file_of(
    desk: Desk, form: str, name: str, rows: Iterable[Row], fields: Sequence[str], kind: Kind = "articles"
) -> Response:
    """The rows in that one of CITED; the first of them are read before anything is sent."""
    about = About(kind, fields, desk.now(), f"forumwatch: {name}", desk.authority)
    pieces = _gathered(written(rows, form, about))
    first = next(pieces, b"")
    body = chain((BOM + first if form in MARKED else first,), pieces)
    saved = {"content-disposition": f'attachment; filename="forumwatch-{name}.{ENDINGS.get(form, form)}"'}
    return StreamingResponse(body, media_type=MEDIA_TYPES[form], headers=saved)


def mentions_of(
    desk: Desk, form: str, limit: int | None, before: int | None, **filters: Any
) -> Iterator[Row]:
    """Rows of mentions, the last found first."""
    found = _each(desk, mentions.newest, lambda m: m.position, limit, before, filters)
    return (mention_row(m) | ({"authors": m.authors} if form in SIGNED else {}) for m in found)


def articles_of(desk: Desk, limit: int | None, before: int | None, **filters: Any) -> Iterator[Row]:
    """Rows of articles, the last stored first."""
    found = _each(desk, list_articles, lambda a: a.id, limit, before, filters)
    return (article_row(a, False) for a in found)


def stories_of(desk: Desk, limit: int | None, before: int | None, **filters: Any) -> Iterator[Row]:
    """Rows of stories, the last opened first."""
    found = _each(desk, partial(list_stories, site=dedupe.site), lambda s: s.id, limit, before, filters)
    return (asdict(story) for story in found)


def records_of(
    desk: Desk, lists: Callable[..., Sequence[Any]], limit: int | None, before: int | None, **filters: Any
) -> Iterator[Row]:
    """Rows of errors or of losses, in the order in which `lists` has them."""
    return map(asdict, _each(desk, lists, lambda each: each.id, limit, before, filters))


def changes_of(
    desk: Desk, lists: Callable[..., Sequence[StoredChange]], limit: int | None, before: int | None
) -> Iterator[Row]:
    """Rows of what became of mentions, the last first."""
    return map(change_row, _each(desk, lists, lambda change: change.position, limit, before, {}))


def hits_of(
    desk: Desk,
    found: Callable[..., list[Row]],
    place: str,
    query: Query,
    limit: int | None,
    before: int | None,
) -> Iterator[Row]:
    """Rows of what a query finds, the newest first; `place` is the field that tells where a row stands."""
    return _each(desk, found, lambda row: row[place], limit, before, {"query": query})


def _each(
    desk: Desk,
    lists: Callable[..., Sequence[T]],
    place: Callable[[T], int],
    limit: int | None,
    start: int | None,
    filters: dict[str, Any],
) -> Iterator[T]:
    def part(*, before: int | None, limit: int) -> Sequence[T]:
        return desk.read(lists, before=before or start, limit=limit, **filters)

    return each(part, place, limit)


def _gathered(pieces: Iterable[bytes]) -> Iterator[bytes]:
    held, size = [], 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= PIECE:
            yield b"".join(held)
            held, size = [], 0
    if held:
        yield b"".join(held)
