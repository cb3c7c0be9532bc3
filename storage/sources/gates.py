"""A page that answers in place of several articles: a region to be chosen, a notice, an app that draws everything.

    entry ─read→ known article, of another headline ─did other headlines lead there, too?→ all of them wait again

An article that several addresses lead to is told apart by its headline: the entries bear it. Those of a sitemap may bear
none; an article has two or three addresses then, as for a printer and a telephone, and not four. Asked in the
transaction that stored the reading, so that of two read at one moment the second sees the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, Select, select, union_all, update

from storage import schema
from storage.records import Waiting
from storage.sources.blind import DISMISSED
from storage.text.clean import key_hash
from storage.waiting.errors import record_error

# entries of a source on either side among which others are looked for: a gate shuts out what is read together
NEAR = 200
SPAN = 20_000  # numbers of entries on either side, of all sources: what a day or two announce
NAMELESS = 4  # entries without a headline that lead to one article of another address
MOST_TRIES = 5  # as of a page that is not found
IN_PLACE = DISMISSED + "not-found (one page answers in place of several articles)"

_E, _A = schema.entries, schema.articles


def sent_back(
    conn: Connection, waiting: Waiting, own_key: str, article_id: int, again_at: datetime, now: datetime
) -> bool:
    """Whether an entry of the identity `own_key`, read as a known article, led like others to what is none of theirs.

    They all wait until `again_at`; what was tried so often before is dismissed.
    """
    there = conn.execute(select(_A.c.title, _A.c.key_hash, _A.c.kind).where(_A.c.id == article_id)).one()
    own = there.key_hash == key_hash(own_key) or there.kind == "live"  # each of its posts leads to the whole
    if own or _alike(waiting.title, there.title):
        return False
    led_there = (_E.c.article_id == article_id) & (_E.c.key_hash != there.key_hash)
    rows = conn.execute(
        select(_E.c.id, _E.c.url, _E.c.title, _E.c.tries).where(_E.c.id.in_(_near(waiting)), led_there)
    )
    strays = [row for row in rows if not _alike(row.title, there.title)]
    titles = [*(row.title for row in strays), *_shut_out(conn, waiting)]
    if not _several(titles, waiting.title):
        return False
    for row in strays:
        ends = row.tries + 1 >= MOST_TRIES
        anew = {"state": "dismissed" if ends else "waiting", "wake_at": None if ends else again_at}
        anew |= {"article_id": None, "message": IN_PLACE, "tries": row.tries + 1}
        conn.execute(update(_E).where(_E.c.id == row.id).values(**anew))
        record_error(conn, waiting.source_id, row.url, IN_PLACE, now)
    return True


def _near(waiting: Waiting) -> Select[int]:
    """What is read of the entries that its source announced about when it did that one: a backlog is read from its
    newest on.
    """
    theirs = select(_E.c.id).where(_E.c.source_id == waiting.source_id, _E.c.state == "read")
    later = theirs.where(_E.c.id > waiting.id).order_by(_E.c.id).limit(NEAR).subquery()
    until = theirs.where(_E.c.id <= waiting.id).order_by(_E.c.id.desc()).limit(NEAR).subquery()
    return select(union_all(select(later.c.id), select(until.c.id)).subquery().c.id)


def _shut_out(conn: Connection, waiting: Waiting) -> Sequence[str | None]:
    """The headlines, or none, of those that were sent back before it: where they led is not known of them any more."""
    near = _E.c.id.between(waiting.id - SPAN, waiting.id + SPAN)  # no walk through all, for there may be none
    back = (_E.c.source_id == waiting.source_id) & (_E.c.state == "waiting") & (_E.c.message == IN_PLACE)
    titles = select(_E.c.title).where(near, back).limit(NEAR)
    return conn.execute(titles).scalars().all()


def _several(titles: Sequence[str | None], own: str | None) -> bool:
    """Whether these are headlines of several articles, of which one has its `own`, or none."""
    others = bool(own) and not all(_alike(title, own) for title in titles if title)
    return others or titles.count(None) >= NAMELESS


def _alike(one: str | None, other: str | None) -> bool:
    """Whether one headline holds the other, whatever its case and spaces: a page's often names its site as well."""
    if not one or not other:
        return False
    first, second = (" ".join(said.casefold().split()) for said in (one, other))
    return first in second or second in first
