"""What people say of a mention: new, confirmed or rejected, with who, when and why.

    StoredMention, as a person saw it → triage → the same mention, one `triages` further
                                          └──→ Conflict: somebody else spoke since

It is kept over later versions of the article and over new rules.
"""

from __future__ import annotations

from datetime import datetime
from typing import get_args

from sqlalchemy import Connection, select, update

from storage import schema
from storage.changes import record
from storage.clean import storable
from storage.mentions import StoredMention, one
from storage.records import Triage

REASONS = (
    "false-positive",  # the article does not speak of it
    "wrong-edition",
    "wrong-forum",  # it speaks of another one
    "duplicate",
    "irrelevant",  # it does speak of it, and nobody need know
    "other",  # as the note says
)
VERDICTS: tuple[Triage, ...] = get_args(Triage)
NOT_REJECTED: tuple[Triage, ...] = ("new", "confirmed")  # what lists show
MAX_NOTE, MAX_NAME = 4000, 200  # characters

_M = schema.mentions
SAID = ("triage", "reason", "note", "triaged_by")


class NoMention(LookupError):
    """There is no such mention, or it does not stand any more."""


class Conflict(Exception):
    """Somebody else spoke of the mention since it was seen; `mention` is how it stands now."""

    def __init__(self, mention: StoredMention) -> None:
        self.mention = mention
        who, when = mention.triaged_by or "somebody", mention.triaged_at
        at = f" at {when:%Y-%m-%d %H:%M} UTC" if when else ""
        super().__init__(f"mention {mention.id} is {mention.triage} by now: {who} said so{at}")


def triage(
    conn: Connection,
    mention_id: int,
    verdict: Triage,
    *,
    by: str,
    now: datetime,
    reason: str | None = None,
    note: str | None = None,
    seen: int | None = None,
) -> StoredMention:
    """Say what a mention is; returns it as it then stands.

    A rejection has one of REASONS, and no other verdict has one. `note` takes the place of the last note, "" of
    none; None leaves it. `seen` is the `triages` of the mention as the person saw it: another by now raises
    Conflict. Saying the same again changes nothing, so that a request may be repeated. Raises NoMention, and
    ValueError for what cannot be said.
    """
    by = _checked(verdict, by, reason, note)
    found = one(conn, mention_id)
    if found is None:
        raise NoMention(_missing(conn, mention_id))
    kept = found.note if note is None else storable(note.strip()) or None
    said, was = (verdict, reason, kept, by), tuple(getattr(found, name) for name in SAID)
    if said == was:
        return found
    if seen is not None and seen != found.triages:
        raise Conflict(found)
    values = dict(zip(SAID, said, strict=True))
    told = update(_M).where(_M.c.id == mention_id)
    conn.execute(told.values(**values, triaged_at=now, triages=_M.c.triages + 1))
    differs = {name: old for name, old, new in zip(SAID, was, said, strict=True) if old != new}
    record(conn, mention_id, "triaged", differs, now)
    after = one(conn, mention_id)
    assert after is not None
    return after


def _checked(verdict: str, by: str, reason: str | None, note: str | None) -> str:
    """The name of who speaks. Raises ValueError."""
    name = storable(by.strip())
    if verdict not in VERDICTS:
        raise ValueError(f"no verdict {verdict!r}; there are {', '.join(VERDICTS)}")
    if verdict == "rejected" and reason not in REASONS:
        raise ValueError(f"a rejection has a reason: {', '.join(REASONS)}")
    if verdict != "rejected" and reason is not None:
        raise ValueError(f"a reason is for a rejection; what is {verdict} may have a note")
    if not name or len(name) > MAX_NAME:
        raise ValueError(f"who says so has a name of 1 to {MAX_NAME} characters")
    if len(note or "") > MAX_NOTE:
        raise ValueError(f"a note has {MAX_NOTE} characters at most")
    return name


def _missing(conn: Connection, mention_id: int) -> str:
    known = conn.execute(select(_M.c.id).where(_M.c.id == mention_id)).scalar()
    gone = "; it was there, and a later version or rule took it back" if known is not None else ""
    return f"no mention {mention_id}{gone}"
