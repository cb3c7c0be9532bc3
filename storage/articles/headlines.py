"""What was announced of an article since it was read, in words that name a forum, as the article does not.

    announce ─keep→ (its page is looked at) ─the page was read→ forget
                                           └─it is kept from us→ the article's next version, forget

Kept beside the article, for an announcement never takes a text's place by itself. An entry that waits to be read bears
the last words itself; a reading that ends it must have heard them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, select, union_all, update

from storage import schema
from storage.engine.statements import insert_missing
from storage.records import Article, Entry, Waiting
from storage.stories.lists import find_article
from storage.text.clean import host_of, storable
from storage.waiting import entries

MIDNIGHT = (0, 15, 30, 45)  # minutes past an hour of UTC at which it is midnight somewhere
NEWEST = 500  # mentions of a source among which an article is looked for that has moved
LATELY = 50  # entries of a source by which is known whether it tells hours or only days
LEAST = 8  # of them, or nothing is known
STATES = ("waiting", "paused", "read", "skipped", "dismissed", "given_up")  # of entries
HOUR = timedelta(hours=1)  # by which clocks are changed
OFTEN = 1 / 4  # of them of one hour: the source may tell days, beside moments of today

_A, _E, _H, _M = schema.articles, schema.entries, schema.headlines, schema.mentions


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


def retry_as_told(
    conn: Connection, told: Waiting, at: datetime, message: str, now: datetime, soon: datetime, *, tried: bool
) -> None:
    """Let an entry that was read as it was `told` wait until `at`, or `soon` where a poll has brought other words since."""
    entries.retry(
        conn, told.id, at if as_told(conn, told) == told else min(at, soon), message, now, tried=tried
    )


def told_elsewhere(conn: Connection, told: Waiting) -> bool:
    """Whether an article of its source with that headline mentions a forum, which is the same at another address: there
    is no text by which the two would be known to be one.
    """
    return _same_elsewhere(conn, told.source_id, told) is not None


def taken_up(conn: Connection, source_id: str, entry_id: int, digest: bytes) -> int | None:
    """The article that was told by its headline alone, and whose page this entry brings at another address: it stands
    there from now on, under that `digest`, and its own entry leads to it. None: there is none.
    """
    own = conn.execute(select(_E.c.url, _E.c.title, _E.c.published_at).where(_E.c.id == entry_id)).one()
    found = _same_elsewhere(conn, source_id, own, _A.c.announced)
    if found is None:
        return None
    led = {"state": "read", "article_id": found.id, "message": None, "leased_by": None, "wake_at": None}
    conn.execute(update(_E).where(_E.c.key_hash == found.key_hash).values(**led))
    conn.execute(update(_A).where(_A.c.id == found.id).values(key_hash=digest))
    return int(found.id)


def _same_elsewhere(conn: Connection, source_id: str, told: Any, *which: Any) -> Any:
    """The row of an article, with `which`, that has the headline told of an entry at another address, and mentions a forum:
    at another host with the same address behind it, for its site has moved; or of the very moment, for it was given
    another address.
    """
    newest = select(_M.c.article_id).where(schema.SHOWN, _M.c.source_id == source_id)
    newest = newest.order_by(_M.c.id.desc()).limit(NEWEST)
    there = _A.c.id.in_(newest), _A.c.title == storable(told.title), _A.c.url != storable(told.url)
    host, behind = _parts(told.url)
    for row in conn.execute(
        select(_A.c.id, _A.c.url, _A.c.key_hash, _A.c.published_at).where(*there, *which)
    ):
        other, path = _parts(row.url)
        if other != host and path == behind:
            return row
        at = told.published_at
        if at is not None and at == row.published_at and _is_moment(conn, source_id, at):
            return row
    return None


def _is_moment(conn: Connection, source_id: str, at: datetime) -> bool:
    """Whether that is more than a day, which is told as midnight where its publisher is.

    What might be midnight somewhere is none where the source tells other hours: who gives days alone gives the same hour
    of UTC each time, or one of two around the change of clocks, of which the new one is rare at first.
    """
    if not (at.minute in MIDNIGHT and at.second == at.microsecond == 0):
        return True
    lately = _told_lately(conn, source_id)
    hours = Counter(one.time() for one in lately)
    often = max(hours[(at + shift).time()] for shift in (-HOUR, timedelta(0), HOUR))
    return len(lately) >= LEAST and often < OFTEN * len(lately)


def _told_lately(conn: Connection, source_id: str) -> list[datetime]:
    """When the entries of the source that came last were published, by its own words.

    Each state is asked apart, for in the index the entries of one stand in their order: all of them need not be sorted.
    """
    each = [
        select(_E.c.id, _E.c.published_at)
        .where(_E.c.source_id == source_id, _E.c.state == state)
        .order_by(_E.c.id.desc())
        .limit(LATELY)
        .subquery()
        for state in STATES
    ]
    found = union_all(*map(select, each)).subquery()
    newest = select(found.c.published_at).order_by(found.c.id.desc()).limit(LATELY)
    return [at for at in conn.execute(newest).scalars() if at is not None]


def _parts(url: str) -> tuple[str, str]:
    """The host of an address, and what is behind it."""
    return host_of(url), url.partition("://")[2].partition("/")[2].rstrip("/")
