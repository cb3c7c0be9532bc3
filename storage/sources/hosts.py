"""What hosts said of when and how often they may be asked, for whoever asks them next: another machine, or the next start."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from storage import schema
from storage.engine.prepared import Prepared
from storage.text.clean import storable

_H = schema.hosts
_WORD = (_H.c.id, _H.c.name, _H.c.quiet_until, _H.c.refusals, _H.c.pause_s, _H.c.slow_until, _H.c.until)
_insert = Prepared(insert(_H), [column.name for column in _WORD[1:]], added=_H.c.id)


@dataclass(frozen=True, slots=True)
class KeptWord:
    """What one host, or one domain, said."""

    name: str
    quiet_until: datetime
    refusals: int  # answers in a row that wanted peace
    pause_s: float  # between two requests at least
    slow_until: datetime  # as long as that holds
    until: datetime  # as long as any of it matters


def save_word(conn: Connection, word: KeptWord) -> int:
    """Keep a word in the place of what that host said before; returns its number, above those of all others."""
    row = {name: getattr(word, name) for name in KeptWord.__slots__} | {"name": storable(word.name)}
    conn.execute(delete(_H).where(_H.c.name == row["name"]))
    return _insert.add(conn, row)


def words_since(conn: Connection, after: int) -> list[tuple[int, KeptWord]]:
    """The words that were kept after the one of that number, each with its own; 0: all."""
    rows = conn.execute(select(*_WORD).where(_H.c.id > after).order_by(_H.c.id))
    return [(number, KeptWord(*said)) for number, *said in rows]


def prune_words(conn: Connection, now: datetime) -> int:
    """Forget what matters no more; returns how many."""
    return conn.execute(delete(_H).where(_H.c.until < now)).rowcount
