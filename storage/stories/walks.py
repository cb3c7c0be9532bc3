"""What near copies are found and judged by → forgotten after 90 days; that a text was there is known for ever.

    sketches:  up through the articles as they grow old: the sketch goes, the text's hash and the title stay
    keys:      round through all keys, once a day: those of articles as old as that go
    anchors:   round through those of translations (storage.stories.translations)

A call looks at one slice, so that nobody waits long for the writer, and says whether there is more to do. Keys have
no index by article, which would be as large as they are; one in ninety goes in a day, so a round costs little.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from storage import schema
from storage.stories.postings import FLOOR, forget

KEPT_FOR = timedelta(days=90)  # a text is copied within days, told again within weeks
ROUND_EVERY = timedelta(days=1)
BLOCKS, SKETCHES = 150, 50  # rows of a slice: 2 ms, also where all of them go

_A, _F, _B, _W = schema.articles, schema.fingerprints, schema.fingerprint_blocks, schema.walks
_KEPT = (_F.c.article_id, _F.c.version, _F.c.text_hash, _F.c.head, _F.c.length)


def forget_copies(conn: Connection, now: datetime) -> bool:
    """Look at the next slice; False where nothing is left to do today."""
    old = select(_A.c.id).where(_A.c.stored_at < now - KEPT_FOR)
    horizon = conn.execute(old.order_by(_A.c.stored_at.desc(), _A.c.id.desc()).limit(1)).scalar()
    if horizon is None:
        return False
    return _forget_sketches(conn, now, horizon) or _forget_keys(conn, now, horizon)


def _forget_sketches(conn: Connection, now: datetime, horizon: int) -> bool:
    """Of the next articles up to `horizon`; False where there are none.

    The rows are made anew: SQLite gives back the room of rows that go, and not that of rows that become shorter.
    """
    known = walk(conn, "sketches")
    start = known.place if known else 0
    if start >= horizon:
        return False
    end = min(start + SKETCHES, horizon)
    some = _F.c.article_id.between(start + 1, end)
    rows = [
        row._asdict() | {"sketch": b"", "numbers": b""} for row in conn.execute(select(*_KEPT).where(some))
    ]
    if rows:
        conn.execute(delete(_F).where(some))
        conn.execute(insert(_F), rows)
    stop_at(conn, "sketches", end, known.begun_at if known else now)
    return True


def _forget_keys(conn: Connection, now: datetime, horizon: int) -> bool:
    """Of articles up to `horizon`, among the next keys; False where today's round is over."""
    known = walk(conn, "keys")
    if known is None or (known.place is None and abs(now - known.begun_at) >= ROUND_EVERY):
        start, begun_at = FLOOR - 1, now
    elif known.place is None:
        return False
    else:
        start, begun_at = known.place, known.begun_at
    _, end = forget(conn, _B, start, horizon, BLOCKS)
    stop_at(conn, "keys", end, begun_at)
    return end is not None


def walk(conn: Connection, name: str) -> Any:
    """How far the walk of that name has come: its `place` and `begun_at`; None: it has not begun."""
    return conn.execute(select(_W).where(_W.c.name == name)).one_or_none()


def stop_at(conn: Connection, name: str, place: int | None, begun_at: datetime) -> None:
    """Remember where the walk goes on; None: it came to the end."""
    values = {"place": place, "begun_at": begun_at}
    if not conn.execute(update(_W).where(_W.c.name == name).values(values)).rowcount:
        conn.execute(insert(_W).values(name=name, **values))
