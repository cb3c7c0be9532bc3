"""Articles, or mentions, that a query finds → their rows, with the words that were found told apart.

Each list is one page: the newest first from a place on, or the most relevant of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from sqlalchemy import Connection, select

from crawler.rows import Row, article_row, mention_row
from storage import schema
from storage.mentions import stream as stored
from storage.mentions.stream import StoredMention
from storage.mentions.triage import NOT_REJECTED
from storage.search.find import Piece, Query, excerpts, marked
from storage.stories.lists import StoredArticle, list_articles
from storage.stories.relevance import most_relevant

SHOWN_FIELDS = ("title_pieces", "excerpt")
PARAMETERS = 500  # of one statement


def articles_found(
    conn: Connection, query: Query, *, limit: int | None, before: int | None = None, by: str = "newest"
) -> list[Row]:
    """Rows of articles with SHOWN_FIELDS; `by` relevance they begin with the best and have no place."""
    if by == "relevance":
        found: Sequence[StoredArticle] = most_relevant(conn, query, limit)
    else:
        found = list_articles(conn, full=True, limit=limit, before=before, query=query)
    return [article_row(one, False) | _shown(query, one.article.title, one.article.text) for one in found]


def mentions_found(
    conn: Connection, query: Query, *, limit: int | None, before: int | None = None
) -> list[Row]:
    """Rows of mentions that nobody rejected, with SHOWN_FIELDS, the last found first."""
    found = stored.newest(conn, limit=limit, before=before, query=query, triage=NOT_REJECTED)
    return [row for part in _parts(found) for row in _with_words(conn, query, part)]


def _with_words(conn: Connection, query: Query, part: Sequence[StoredMention]) -> Iterator[Row]:
    a = schema.articles.c
    wanted = select(a.id, a.text).where(a.id.in_({one.article_id for one in part}))
    texts = {row.id: row.text for row in conn.execute(wanted)}
    for one in part:
        yield mention_row(one) | _shown(query, one.title, texts[one.article_id])


def _parts(found: Sequence[StoredMention]) -> Iterator[Sequence[StoredMention]]:
    return (found[start : start + PARAMETERS] for start in range(0, len(found), PARAMETERS))


def _shown(query: Query, title: str, text: str) -> Row:
    return {
        "title_pieces": _rows(marked(query, title)),
        "excerpt": _rows(excerpts(query, title, text)) if text else [],
    }


def _rows(pieces: Iterable[Piece]) -> list[Row]:
    return [asdict(piece) for piece in pieces]
