"""Stored articles with their mentions, for rules that have changed since; and what the rules say now → rows.

flagged(after, limit) → articles in the order of their ids, a few at a time: memory does not grow with the store
skipped(after, limit) → likewise the entries that were not read because they named no forum; reopen → they wait again
revise(…) → mentions gone, changed in their place, or new in the stream (storage/mentions/revisions.py); looks to come
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select, update

from storage import schema
from storage.articles.revisits import begin
from storage.mentions.pairing import Editions, Revision
from storage.mentions.revisions import carry_out, editions_said, remembered, standing_of
from storage.mentions.stream import about_mentions
from storage.records import Article, Entry, Mention
from storage.text.clean import at_offset

_A, _E, _M, _R = schema.articles, schema.entries, schema.mentions, schema.revisits
_SAID = ("url", "title", "summary", "published_at", "language")
_READ = (
    *(_A.c.id, _A.c.version, _A.c.url, _A.c.title, _A.c.text, _A.c.summary, _A.c.language),
    *(_A.c.published_at, _A.c.published_offset_min, _A.c.announced, _A.c.stored_at),
    _R.c.article_id.label("watched"),
)


@dataclass(frozen=True, slots=True)
class Flagged:
    """An article as flagging reads it, and the mentions that stand, by their ids."""

    id: int
    version: int
    article: Article
    mentions: Mapping[int, Mention]  # as the rules saw them
    unwatched_since: datetime | None = None  # when it was stored, if its page was read and no look is planned
    said: Editions = field(default_factory=dict)  # by people, also of mentions that are gone


def flagged(
    conn: Connection, after: int, limit: int, *, since: datetime | None = None, mentioning: bool = False
) -> list[Flagged]:
    """The next `limit` articles behind the id `after`; with `mentioning` those alone that mention a forum."""
    read = select(*_READ).outerjoin_from(_A, _R, _R.c.article_id == _A.c.id)
    wanted = _asked(read, since, mentioning).where(_A.c.id > after).order_by(_A.c.id).limit(limit)
    rows = conn.execute(wanted).all()
    told: dict[int, list[Any]] = {row.id: [] for row in rows}
    for row in remembered(conn, list(told)) if told else ():
        told[row.article_id].append(row)
    return [_flagged(row, told[row.id]) for row in rows]


def _flagged(row: Any, spoken: Sequence[Any]) -> Flagged:
    mentions, said = standing_of(spoken), editions_said(spoken)
    return Flagged(row.id, row.version, _article(row), mentions, _unwatched(row), said)


def skipped(conn: Connection, after: int, limit: int, *, since: datetime | None = None) -> dict[int, Entry]:
    """The next `limit` entries behind the id `after` that announced no forum and were left unread for it, by their ids."""
    # by the state alone SQLite would find and sort all of them, for each few
    of = (_E.c.state + "" == "skipped", _E.c.id > after)
    recent = () if since is None else (_E.c.seen_at >= since,)
    wanted = select(_E.c.id, *(_E.c[name] for name in _SAID)).where(*of, *recent)
    rows = conn.execute(wanted.order_by(_E.c.id).limit(limit))
    return {row.id: Entry(**{name: getattr(row, name) for name in _SAID}) for row in rows}


def reopen(conn: Connection, entry_ids: Sequence[int]) -> None:
    """Let these of the skipped entries wait to be read."""
    theirs = _E.c.id.in_(entry_ids) & (_E.c.state == "skipped")
    conn.execute(update(_E).where(theirs).values(state="waiting", message=None, wake_at=None, tries=0))


def with_mention(conn: Connection, mention_id: int) -> Flagged | None:
    """The article of that mention, whether it still stands or not."""
    of = conn.execute(select(_M.c.article_id).where(_M.c.id == mention_id)).scalar()
    return next(iter(flagged(conn, of - 1, 1)), None) if of is not None else None


def count(conn: Connection, *, since: datetime | None = None, mentioning: bool = False) -> int:
    """How many articles `flagged` goes through."""
    wanted = _asked(select(func.count()).select_from(_A), since, mentioning)
    return int(conn.execute(wanted).scalar_one())


def _asked(wanted: Select[Any], since: datetime | None, mentioning: bool) -> Select[Any]:
    if since is not None:
        wanted = wanted.where(_A.c.stored_at >= since)
    if mentioning:
        wanted = wanted.where(_A.c.id.in_(select(_M.c.article_id).where(_M.c.gone_at.is_(None))))
    return wanted


def revise(
    conn: Connection,
    article_id: int,
    version: int,
    revisions: Sequence[Revision],
    now: datetime,
    outlet: str,
    look_at: datetime | None = None,
    said: Editions | None = None,
) -> bool:
    """Carry out `revisions`; False, and nothing is done, where the article has another version by now, or people say
    otherwise than `said` which editions it mentions.

    `outlet` is the registrable name of the article's address. Its page is looked at again at `look_at`, where that
    is given and nobody does already.
    """
    if conn.execute(select(_A.c.version).where(_A.c.id == article_id)).scalar() != version:
        return False
    of = [r.mention_id for r in revisions if r.mention_id is not None]
    gone = select(_M.c.id).where(_M.c.id.in_(of), _M.c.gone_at.is_not(None))
    if conn.execute(gone.limit(1)).first():
        return False  # another replay was quicker
    if revisions and said is not None and said != editions_said(remembered(conn, (article_id,))):
        return False
    if revisions:
        carry_out(conn, article_id, version, revisions, now, about_mentions(conn, article_id, outlet))
    if look_at is not None:
        begin(conn, article_id, look_at)
    return True


def _unwatched(row: Any) -> datetime | None:
    return None if row.announced or row.watched is not None else row.stored_at


def _article(row: Any) -> Article:
    """What flagging reads of an article."""
    return Article(
        url=row.url,
        title=row.title,
        text=row.text,
        summary=row.summary,
        language=row.language,
        published_at=at_offset(row.published_at, row.published_offset_min),
    )
