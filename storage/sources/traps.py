"""What a source may announce as new: bounded by the day, and less where it leads to nothing.

    new addresses ─old ones in new dress?→ held ─more than a day's?→ the newest taken, the rest held → entries

What is held is not stored: it is new again with the next poll, and taken when there is room. Nothing that a
source still announces is lost by it; and no trap (calendars without end, parameters in every order, addresses
that change with every answer) fills the store.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Integer, bindparam, case, func, select, update

from storage import schema
from storage.engine.prepared import Prepared
from storage.records import HELD, Entry

DAY = timedelta(days=1)
FEW = 3  # new addresses that nobody suspects
MANY = 500  # new addresses of a day from which it is asked what came of them
JUDGED = 200  # readings from which that can be told; the last as many are looked at
FRUIT = 0.1  # share of them that must have brought an article
BARREN_A_DAY = 100  # new entries of a source that brings hardly any
TRAP = "looks like a trap"
DAILY = 5000  # of any other, where its stanza says nothing

Redressed = Callable[[Sequence[Entry], Iterable[Entry]], Collection[int]]
_E, _T, _A = schema.entries, schema.sources, schema.articles
_source = _T.c.id == bindparam("source")
_day = Prepared(select(_T.c.day_from, _T.c.day_new).where(_source))
_count = Prepared(update(_T).where(_source).values(day_from=bindparam("begun"), day_new=bindparam("count")))
_last = Prepared(
    select(_E.c.url, _E.c.title, _E.c.published_at)
    .where(_E.c.source_id == bindparam("source"))
    .order_by(_E.c.id.desc())
    .limit(bindparam("most", type_=Integer))
)


@dataclass(frozen=True, slots=True)
class Admitted:
    """Which of the new addresses become entries."""

    fresh: list[bytes]  # hashes of their identities
    known: int = 0  # others that are known in another dress
    complaint: str | None = None


def admit(
    conn: Connection,
    source_id: str,
    fresh: list[bytes],
    announced: Mapping[bytes, Entry],
    now: datetime,
    *,
    most: int = DAILY,
    redressed: Redressed | None = None,
) -> Admitted:
    """What of `fresh`, the newest last, the source may bring now; `announced` is its whole document.

    `most` is its bound for 24 hours, `redressed` tells which of the new ones are old ones.
    """
    if redressed is not None and len(fresh) >= max(FEW, len(announced) / 2):
        rows = _last.rows(conn, {"source": source_id, "most": 2 * len(announced)})
        before = [Entry(row.url, row.title, published_at=row.published_at) for row in rows]
        held = redressed([announced[digest] for digest in fresh], before) if before else ()
        if held:
            left = [digest for at, digest in enumerate(fresh) if at not in held]
            said = f"{len(held)} entries are announced again under new addresses: they are not read again"
            return _counted(conn, source_id, left, now, most, len(held), said)
    return _counted(conn, source_id, fresh, now, most)


def brought(conn: Connection, now: datetime, least: int) -> dict[str, int]:
    """The new entries of the last 24 hours, as they are counted here, of each source that had at least `least`."""
    today = (_T.c.day_from > now - DAY) & (_T.c.day_new >= least)
    return dict(conn.execute(select(_T.c.id, _T.c.day_new).where(schema.POLLED, today)).all())


def _counted(
    conn: Connection,
    source_id: str,
    fresh: list[bytes],
    now: datetime,
    most: int,
    known: int = 0,
    said: str | None = None,
) -> Admitted:
    complaints = [said] if said else []
    (row,) = _day.rows(conn, {"source": source_id})
    same_day = row.day_from is not None and row.day_from <= now < row.day_from + DAY
    begun, count = (row.day_from, row.day_new) if same_day else (now, 0)
    if count + len(fresh) > MANY and (barren := _barren(conn, source_id, now)):
        most = min(most, BARREN_A_DAY)
        complaints.append(f"{barren}: {TRAP}; {most} new addresses a day are taken")
    room = max(most - count, 0)
    if len(fresh) > room:
        complaints.append(f"{len(fresh) - room} of {len(fresh)} new addresses held ({most} a day; {HELD}")
        fresh = fresh[len(fresh) - room :]
    if fresh:
        _count.run(conn, {"source": source_id, "begun": begun, "count": count + len(fresh)})
    return Admitted(fresh, known, "discover: " + "; ".join(complaints) if complaints else None)


def _barren(conn: Connection, source_id: str, now: datetime) -> str | None:
    """What came of the source's last readings, where that was next to nothing.

    An entry brought something if it led to an article that no other entry of the source led to, and that is
    no copy of what the source had already.
    """
    ended = _E.c.source_id == source_id, _E.c.state.in_(("read", "dismissed")), _E.c.seen_at > now - 2 * DAY
    last = select(_E.c.article_id).where(*ended).order_by(_E.c.id.desc()).limit(JUDGED).subquery()
    of = _A.alias()
    own_copy = (_A.c.relation != "original") & (of.c.source_id == source_id)
    fruit = func.count(case((own_copy, None), else_=_A.c.id).distinct())
    query = select(func.count().label("read"), fruit.label("fruit")).select_from(
        last.outerjoin(_A, _A.c.id == last.c.article_id).outerjoin(of, of.c.id == _A.c.copy_of)
    )
    found: Any = conn.execute(query).one()
    if found.read < JUDGED or found.fruit >= FRUIT * found.read:
        return None
    return f"of the last {found.read} pages read {found.fruit} held an article of their own"
