"""What people say of a mention: new, confirmed or rejected, with who, when and why; and of which edition it is.

    StoredMention, as a person saw it → triage → the same mention, one `triages` further
                                          └──→ Conflict: somebody else spoke since

It is kept over later versions of the article and over new rules, which go on saying what they say beside it.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal, get_args

from sqlalchemy import Connection, select, update

from storage import schema
from storage.mentions.changes import record
from storage.mentions.stream import StoredMention, one
from storage.records import Triage
from storage.text.clean import storable

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
YEARS = range(1900, 2200)  # of editions: what lies beyond is a slip
Said = int | Literal["none", "machine"]  # of an edition: a year; the series; what the rules say
WORDS: dict[str, Said] = {"none": "none", "machine": "machine"}
NO_YEAR = "an edition is a year like 2025, none, or machine (what the rules say)"

_M = schema.mentions
SAID = ("triage", "reason", "note", "triaged_by", "edition", "edition_by")


class NoMention(LookupError):
    """There is no such mention, or it does not stand any more."""


class Conflict(Exception):
    """Somebody else spoke of the mention since it was seen; `mention` is how it stands now."""

    def __init__(self, mention: StoredMention) -> None:
        self.mention = mention
        who, when = mention.triaged_by or "somebody", mention.triaged_at
        at = f" at {when:%Y-%m-%d %H:%M} UTC" if when else ""
        of = f", of {edition_named(mention)}," if mention.edition_by else ""
        super().__init__(f"mention {mention.id} is {mention.triage}{of} by now: {who} said so{at}")


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
    edition: Said | None = None,
) -> StoredMention:
    """Say what a mention is; returns it as it then stands.

    A rejection has one of REASONS, and no other verdict has one. `note` takes the place of the last note, "" of
    none; None leaves it, and likewise the edition, which stays whatever the verdict. `seen` is the `triages` of the
    mention as the person saw it: another by now raises Conflict. Saying the same again changes nothing, so that a
    request may be repeated. Raises NoMention, and ValueError for what cannot be said.
    """
    by = _checked(verdict, by, reason, note)
    _check_edition(edition)
    found = one(conn, mention_id)
    if found is None:
        raise NoMention(_missing(conn, mention_id))
    kept = found.note if note is None else storable(note.strip()) or None
    of = _edition(found, edition, by)
    said, was = (verdict, reason, kept, by, *of), _told(found)
    if said == was:
        return found
    if seen is not None and seen != found.triages:
        raise Conflict(found)
    if verdict != "rejected" and (of[0] != found.mention.edition or found.triage == "rejected"):
        _refuse_twice(conn, found, of[0])
    values = dict(zip(SAID, said, strict=True))
    values["edition_said"] = None if of[1] is None else of[0] or 0
    del values["edition"]  # what the rules say stays beside it
    told = update(_M).where(_M.c.id == mention_id)
    conn.execute(told.values(**values, triaged_at=now, triages=_M.c.triages + 1))
    differs = {name: old for name, old, new in zip(SAID, was, said, strict=True) if old != new}
    record(conn, mention_id, "triaged", differs, now)
    after = one(conn, mention_id)
    assert after is not None
    return after


def edition_of(written: str) -> Said:
    """What a person wrote of an edition. Raises ValueError for what is none."""
    said = written.strip().lower()
    if said in WORDS:
        return WORDS[said]
    if not said.isascii() or not said.isdigit() or len(said) > 4:
        raise ValueError(NO_YEAR)
    _check_edition(int(said))
    return int(said)


def edition_named(mention: StoredMention) -> str:
    """The edition that counts, for people."""
    return str(mention.mention.edition or "no edition")


def _told(found: StoredMention) -> tuple[object, ...]:
    """What was said of it, in the order of SAID."""
    said = (found.triage, found.reason, found.note, found.triaged_by)
    return (*said, found.mention.edition, found.edition_by)


def _edition(found: StoredMention, edition: Said | None, by: str) -> tuple[int | None, str | None]:
    """Which edition it is of from now on, and who says so: None for the rules."""
    if edition == "machine":
        return found.edition_ruled, None
    year = None if edition == "none" else edition
    if edition is None or (found.edition_by and year == found.mention.edition):
        return found.mention.edition, found.edition_by
    return year, by


def _refuse_twice(conn: Connection, found: StoredMention, edition: int | None) -> None:
    """Raise ValueError where the article mentions that edition already: it is counted once."""
    same = (_M.c.article_id == found.article_id, _M.c.forum_id == found.mention.forum_id, _M.c.id != found.id)
    stands = (_M.c.gone_at.is_(None), _M.c.triage != "rejected", schema.counted_edition == (edition or 0))
    other = conn.execute(select(_M.c.id).where(*same, *stands)).scalar()
    if other is not None:
        of = f"{found.mention.forum_id} {edition or 'without an edition'}"
        what = ("leave", "rejected") if found.triage == "rejected" else ("reject", "as a duplicate")
        raise ValueError(
            f"mention {other} of the same article is of {of} already; {what[0]} mention {found.id} {what[1]}"
        )


def _check_edition(edition: Said | None) -> None:
    if edition is None or edition in WORDS:
        return
    if not isinstance(edition, int) or isinstance(edition, bool):
        raise ValueError(NO_YEAR)
    if edition not in YEARS:
        raise ValueError(f"an edition is of a year from {YEARS.start} to {YEARS.stop - 1}")


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
