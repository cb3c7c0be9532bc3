"""Articles that mention a forum, and live blogs that may come to, and when their pages are looked at again: to see edits,
corrections and removals.

    save_article ─watch→ due ─claim→ (on loan) ─record→ due again, later and later … no more
                          ↑              │
                          └──give_back───┘     a loan that ended with its reader's death is due again, too

Who dies with hundreds on loan says nothing of any of them. Of those that he had, the next reader writes down when
their page is about to be parsed: who dies then may have died of it, and the article waits a day.

What a look decides is not said here but by crawler/revisit.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Integer, and_, case, cast, func, select, update

from storage import schema
from storage.engine.statements import insert_missing
from storage.mentions.changes import record_article
from storage.records import Company, Revisit, Seen, Watch
from storage.shape.columns import EPOCH
from storage.text.clean import at_offset, storable
from storage.waiting.errors import record_error
from storage.waiting.room import Room

WINDOW = 8  # times the looks wanted are looked through for hosts that have room
MOST_LOOKS = 60  # at one article: what kills every reader must end
UNPOLLED = timedelta(days=1)  # between two questions whether its source is polled again
# looks of a day gone through; a bound keeps SQLite from walking through all articles instead
MOST_KNOWN = 100_000
DIED = "read: its reader died"  # it was only on loan then, for all that is known
OVER = "read: its reader died while its page was read"  # so it is, where he leaves this behind
AGAIN = timedelta(days=1)  # after a second reader in a row that died, and over it

_R, _A, _T, _M = schema.revisits, schema.articles, schema.sources, schema.mentions
_OWN = (_R.c.article_id, _R.c.visits, _R.c.missing_at, _R.c.etag, _R.c.last_modified, _R.c.message)
_ITS = (
    *(
        _A.c.source_id,
        _A.c.url,
        _A.c.host,
        _A.c.title,
        _A.c.language,
        _A.c.published_at,
        _A.c.partial,
        _A.c.kind,
        _A.c.announced,
    ),
    *(
        _A.c.published_from,
        _A.c.published_confidence,
        _A.c.published_offset_min,
        _A.c.stored_at,
        _A.c.removed_at,
        func.length(_A.c.text).label("length"),
        select(_M.c.id).where(_M.c.article_id == _A.c.id, _M.c.gone_at.is_(None)).exists().label("mentions"),
    ),
)
_polled = (_T.c.configured & _T.c.enabled).label("polled")


def watch(conn: Connection, article_id: int, wanted: Watch) -> None:
    """Have the page of an article looked at again; one that is already keeps its turn."""
    told = {"etag": storable(wanted.etag), "last_modified": storable(wanted.last_modified)}
    known = update(_R).where(_R.c.article_id == article_id).values(**told)
    if not conn.execute(known).rowcount and wanted.due_at is not None:
        insert_missing(conn, _R, [{"article_id": article_id, "due_at": wanted.due_at, **told}])


def begin(conn: Connection, article_id: int, due_at: datetime) -> None:
    """Have the page of an article looked at then; one that is looked at already, or was, keeps its turn."""
    insert_missing(conn, _R, [{"article_id": article_id, "due_at": due_at}])


def hasten(conn: Connection, article_id: int, now: datetime) -> bool:
    """Have the page of an article looked at at once, and in full; False where somebody is looking at it already."""
    known = conn.execute(select(_R.c.leased_by).where(_R.c.article_id == article_id)).first()
    if known is None:
        begin(conn, article_id, now)
        return True
    if known.leased_by is None:
        _set(conn, article_id, due_at=now, etag=None, last_modified=None)
    return known.leased_by is None


def claim(
    conn: Connection,
    now: datetime,
    limit: int,
    *,
    worker: str,
    lease_s: int,
    busy: Mapping[str, int] | None = None,
    per_host: int = 4,
    per_domain: int = 8,
    domain_of: Callable[[str], str | None] = lambda host: None,
    without: Collection[str] = (),
    elsewhere: Collection[str] = (),
) -> list[Revisit]:
    """Lend up to `limit` articles that are due, none of the sources `without`, the longest due first; `busy`: looks under
    way, by host. None is of a host, or of its domain, that is asked `elsewhere` now.

    An article whose source is not polled any more waits.
    """
    room = Room(per_host, per_domain, domain_of)
    for host in elsewhere:
        room.close(host)
    for host, count in (busy or {}).items():
        room.add(host, count)
    due = (
        select(*_OWN, *_ITS, _R.c.leased_by, _polled)
        .join(_A, _A.c.id == _R.c.article_id)
        .join(_T, _T.c.id == _A.c.source_id)
        .where(schema.REVISITED, _R.c.due_at <= now, _A.c.host.not_in(room.full()))
        .where(_A.c.source_id.not_in(without))
        .order_by(_R.c.due_at, _R.c.article_id)
        .limit(limit * WINDOW)
    )
    taken: list[Revisit] = []
    for row in conn.execute(due).all():
        if not row.polled:
            _set(conn, row.article_id, due_at=now + UNPOLLED, leased_by=None)
        elif row.visits >= MOST_LOOKS:
            _set(conn, row.article_id, due_at=None, leased_by=None)
        elif row.leased_by is not None and row.message == OVER:
            _set(conn, row.article_id, due_at=now + AGAIN, leased_by=None)
        elif len(taken) < limit and room.takes(row.host):
            died = row.leased_by is not None or row.message in (DIED, OVER)
            said = {"message": DIED} if died else {}
            # where it was only on loan the look is still to come: restarts by the minute must not use all of them up
            visits = row.visits + (row.leased_by is None)
            until = now + timedelta(seconds=lease_s)
            _set(conn, row.article_id, due_at=until, leased_by=worker, visits=visits, **said)
            taken.append(_revisit(row, visits, died))
    return taken


def begin_reading(conn: Connection, article_id: int) -> None:
    """Its page is about to be parsed; whatever ends the look in an orderly way takes this back.

    Asked for articles alone that a reader died with before: the others need not pay for it.
    """
    _set(conn, article_id, message=OVER)


def free_dead(conn: Connection, worker: str | None = None) -> None:
    """Free what a dead reader has on loan, or all of them, where none lives: the next claim sees that they died."""
    theirs = _R.c.leased_by.is_not(None) if worker is None else _R.c.leased_by == worker
    held = theirs & schema.REVISITED
    conn.execute(update(_R).where(held).values(due_at=EPOCH))


def record(conn: Connection, look: Revisit, seen: Seen, now: datetime) -> int:
    """Keep what a look came to; returns for how many mentions readers are told of a removal or a return."""
    values = {
        "due_at": seen.watch.due_at,
        "leased_by": None,
        "missing_at": seen.missing_at,
        "etag": storable(seen.watch.etag),
        "last_modified": storable(seen.watch.last_modified),
        "message": storable(seen.message and seen.message[:1000]),
        **({"seen_at": now} if seen.answered else {}),
    }
    _set(conn, look.article_id, **values)
    if seen.message:
        record_error(conn, look.source_id, look.url, seen.message, now)
    if seen.removed is None:
        return 0
    return remove(conn, look.article_id, now) if seen.removed else stands(conn, look.article_id, now)


def remove(conn: Connection, article_id: int, now: datetime) -> int:
    """The page of an article was taken away; text, versions and mentions stay."""
    gone = update(_A).where(_A.c.id == article_id, _A.c.removed_at.is_(None)).values(removed_at=now)
    return record_article(conn, article_id, "removed", now) if conn.execute(gone).rowcount else 0


def stands(conn: Connection, article_id: int, now: datetime) -> int:
    """The page of an article is there; one that was removed is back."""
    back = update(_A).where(_A.c.id == article_id, _A.c.removed_at.is_not(None)).values(removed_at=None)
    if not conn.execute(back).rowcount:
        return 0
    _set(conn, article_id, missing_at=None)
    return record_article(conn, article_id, "back", now)


def put_off(conn: Connection, look: Revisit, until: datetime | None, message: str, now: datetime) -> None:
    """The look failed in an unforeseen way."""
    _set(conn, look.article_id, due_at=until, leased_by=None, message=storable(message[:1000]))
    record_error(conn, look.source_id, look.url, message, now)


def give_back(conn: Connection, worker: str, only: int | None = None) -> None:
    """Free what `worker` has on loan, or one article `only`, as if it had never begun."""
    held = (_R.c.leased_by == worker) & schema.REVISITED
    held = held if only is None else held & (_R.c.article_id == only)
    free = {"due_at": EPOCH, "leased_by": None, "visits": _R.c.visits - 1}
    conn.execute(update(_R).where(held).values(free))


def company(conn: Connection, look: Revisit, since: datetime) -> Company:
    """How the other articles of the host of `look` fare, of those that were looked at since then."""
    lately = _R.c.missing_at.is_not(None) | (_R.c.seen_at >= since)
    looked = select(_R.c.article_id, _R.c.missing_at).where(lately).limit(MOST_KNOWN).subquery()
    missing = looked.c.missing_at.is_not(None) & _A.c.removed_at.is_(None)
    standing = looked.c.missing_at.is_(None)
    query = (
        select(_counted(missing), _counted(standing))
        .join_from(looked, _A, _A.c.id == looked.c.article_id)
        .where(_A.c.host == look.host, _A.c.id != look.article_id)
    )
    found = conn.execute(query).one()
    return Company(int(found[0] or 0), int(found[1] or 0))


def text_of(conn: Connection, article_id: int) -> str:
    """The text of an article as it is kept."""
    text: str = conn.execute(select(_A.c.text).where(_A.c.id == article_id)).scalar_one()
    return text


def waiting(conn: Connection) -> dict[str, int]:
    """How many articles of each source are to be looked at again."""
    return _by_source(conn, schema.REVISITED)


def removed(conn: Connection) -> dict[str, int]:
    """How many articles of each source were found to be taken away."""
    return _by_source(conn, and_(schema.MISSING, _A.c.removed_at.is_not(None)))


def _by_source(conn: Connection, condition: Any) -> dict[str, int]:
    """Counted here: asked to group them, SQLite would walk through all articles instead of these few."""
    query = select(_A.c.source_id).join_from(_R, _A, _A.c.id == _R.c.article_id).where(condition)
    return dict(Counter(conn.execute(query).scalars()))


def _counted(condition: Any) -> Any:
    return func.sum(cast(case((condition, 1), else_=0), Integer))


def _set(conn: Connection, article_id: int, **values: Any) -> None:
    conn.execute(update(_R).where(_R.c.article_id == article_id).values(**values))


def _revisit(row: Any, visits: int, died: bool) -> Revisit:
    names = (f.name for f in fields(Revisit) if f.name not in ("visits", "published_at", "died", "message"))
    published_at = at_offset(row.published_at, row.published_offset_min)
    known = {name: getattr(row, name) for name in names}
    said = None if row.message in (DIED, OVER) else row.message  # which no answer of the site's is
    return Revisit(**known, visits=visits, published_at=published_at, died=died, message=said)
