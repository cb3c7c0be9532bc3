"""What was announced of an article since it was read, in words that name a forum, as the article does not.

    announce ─keep→ (its page is looked at) ─the page was read→ forget
                                           └─it is kept from us→ the article's next version, forget

Kept beside the article, for an announcement never takes a text's place by itself. An entry that waits to be read bears
the last words itself; a reading that ends it must have heard them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, delete, select

from storage import entries, schema
from storage.clean import storable
from storage.dialects import insert_missing
from storage.records import Article, Entry, Waiting
from storage.stories import find_article

_E, _H = schema.entries, schema.headlines


def keep(conn: Connection, article_id: int, told: Entry) -> None:
    """Keep what was announced of the article, in the place of what was before."""
    forget(conn, article_id)
    words = {"title": storable(told.title), "summary": storable(told.summary)}
    insert_missing(conn, _H, [{"article_id": article_id, **words}])


def retold(conn: Connection, article_id: int) -> Article | None:
    """The article under the words that are kept of it, with its text; None where there are none."""
    words = conn.execute(select(_H.c.title, _H.c.summary).where(_H.c.article_id == article_id)).first()
    found = find_article(conn, article_id) if words else None
    if words is None or found is None:
        return None
    before = found.article
    return replace(before, title=words.title or before.title, summary=words.summary or before.summary)


def forget(conn: Connection, article_id: int) -> None:
    """Its page says what the article is by now, or they are told."""
    conn.execute(delete(_H).where(_H.c.article_id == article_id))


def as_told(conn: Connection, waiting: Waiting) -> Waiting:
    """The entry in the words in which it was announced last: a poll may have brought others since it was claimed."""
    row = conn.execute(select(_E.c.title, _E.c.summary).where(_E.c.id == waiting.id)).one()
    return replace(waiting, title=row.title, summary=row.summary)


def end_as_told(
    conn: Connection,
    told: Waiting,
    end: Callable[[Connection, int, str, datetime], None],
    message: str,
    now: datetime,
    soon: datetime,
) -> bool:
    """End its reading as it was `told`; False, and it waits until `soon`, where a poll has brought other words since."""
    if as_told(conn, told) == told:
        end(conn, told.id, message, now)
        return True
    entries.retry(conn, told.id, soon, message, now, tried=False)
    return False
