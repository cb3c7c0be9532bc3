"""Stories that turn out to be one → the eldest, with all that named the others; and where a story went.

    a new text proves it (crawler/dedupe/joins.py) → articles, mentions: the elder's id
                                                   → the younger's first article: a copy or translation of that text
                                                   → changes: "changed", with the story as it was, for each mention
                                                   → the younger's id leads to the elder, for good

In the transaction that saves the text. Ids and positions of mentions stay: no reader is told of one twice. The row of
the younger story stays, too, so that its number is never another story's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, func, or_, select, update

from storage import schema
from storage.mentions.changes import record_joined
from storage.records import Joining, Relation, Verdict
from storage.stories.totals import count_off

# articles moved for one text: 0.1 s of the writer's on SQLite, 0.3 on PostgreSQL; of ten times as many 1.2 and 2.8
MOST_MOVED = 1_000
# of a translation, below which one that was put in a story by mistake may bring another story into it
SURE = 0.9
MOST_LONGER = (
    1.25  # than the text it copies; what is more may be another article, which the page holds beside it
)
MOST_STEPS = 32  # from an article to the first one of its story

_A, _F, _M, _T = schema.articles, schema.fingerprints, schema.mentions, schema.stories


def joinable(conn: Connection, verdict: Verdict) -> Verdict:
    """The verdict with those of the stories that may be joined; what it is without them where none may be.

    Each was proved against the story of the best match: where that stays what it is, so do all.
    """
    if not verdict.joins:
        return verdict
    apart = verdict.apart or replace(verdict, joins=())
    left, kept = MOST_MOVED, list[Joining]()
    if not _belongs(conn, verdict.article_id):
        return apart
    for joining in sorted(verdict.joins, key=lambda joining: joining.story_id != apart.story_id):
        count = _count(conn, joining.story_id, left + 1)
        if count <= left and _belongs(conn, joining.article_id):
            left -= count
            kept.append(joining)
        elif joining.story_id == apart.story_id:
            return apart
    return replace(verdict, joins=tuple(kept)) if kept else apart


def join(conn: Connection, joinings: Sequence[Joining], elder: int, article_id: int, now: datetime) -> None:
    """Move these stories into the story `elder`, as the article proves that is stored just now."""
    for joining in joinings:
        first = select(func.min(_A.c.id)).where(_A.c.story_id == joining.story_id)
        _follow(conn, conn.execute(first).scalar_one(), joining, article_id)
        _move(conn, joining.story_id, elder, now)


def led_to(conn: Connection, story_id: int) -> int | None:
    """The story that the one of that id was joined into; None where it was not."""
    return conn.execute(select(_T.c.joined_to).where(_T.c.id == story_id)).scalar()


def _count(conn: Connection, story_id: int, most: int) -> int:
    some = select(_A.c.id).where(_A.c.story_id == story_id).limit(most).subquery()
    return conn.execute(select(func.count()).select_from(some)).scalar_one()


def _belongs(conn: Connection, article_id: int | None) -> bool:
    """Whether the article is surely of its story, and tells no other: each step from copy to copy that leads to the
    story's first article.
    """
    copied = schema.fingerprints.alias()
    step = select(_A.c.relation, _A.c.similarity, _A.c.copy_of, _F.c.length, copied.c.length.label("of"))
    step = step.outerjoin(_F, _F.c.article_id == _A.c.id).outerjoin(
        copied, copied.c.article_id == _A.c.copy_of
    )
    for _ in range(MOST_STEPS):
        if article_id is None:
            return True
        row = conn.execute(step.where(_A.c.id == article_id)).first()
        if row is None:  # a damaged store: see `db check`
            return False
        if row.relation == "translated" and row.similarity < SURE:
            return False
        if row.relation == "near" and (row.length or 0) > MOST_LONGER * (row.of or 0):
            return False
        article_id = row.copy_of
    return False


def _move(conn: Connection, younger: int, elder: int, now: datetime) -> None:
    record_joined(conn, younger, now)
    for table in (_A, _M):
        conn.execute(update(table).where(table.c.story_id == younger).values(story_id=elder))
    led = or_(_T.c.id == younger, _T.c.joined_to == younger)
    conn.execute(update(_T).where(led).values(joined_to=elder))
    count_off(conn, _T, younger)


def _follow(conn: Connection, first: int, joining: Joining, article_id: int) -> None:
    """Let the first article of the younger story be a copy or a translation, as no story has two originals."""
    relation = joining.relation if first == joining.article_id else _between(conn, first, article_id)
    told = {"relation": relation, "copy_of": article_id, "similarity": joining.similarity}
    reasons = list(joining.reasons) or None
    conn.execute(update(_A).where(_A.c.id == first).values(**told, reasons=reasons))
    conn.execute(update(_M).where(_M.c.article_id == first).values(relation=relation))


def _between(conn: Connection, first: int, second: int) -> Relation:
    """What two articles of one story are, of which one is known to tell the other."""
    told = conn.execute(select(_A.c.language).where(_A.c.id.in_((first, second)))).scalars()
    return "translated" if len({(language or "").partition("-")[0] for language in told}) > 1 else "near"
