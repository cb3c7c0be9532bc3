"""What became of mentions after they were found, in an order of its own that readers follow.

A row says which mention, what, and how it was before:

    changed  {"edition": 2024, "role": "passing", "score": 0.6, "evidence": ["GDEC", …]}: what differs alone; of one
             of which a person said the edition, that of the rules as "edition_ruled";
             {"story_id": 31}: its article's story turned out to be an elder one
    gone     the same, all of it: a later version or rule does not hold it
    back     likewise what it was when it left; null after its page was away
    removed  null: its article's page was taken away
    triaged  {"triage": "new", "reason": null …}: what a person said before, as far as it differs;
             {"edition": 2024, "edition_by": null}: of which edition it was, and by whose word

With ``"correction": "…"`` in it where the new version says by these words that it corrects; a mention of such a
version has a row whether it differs or not.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from storage import schema
from storage.records import Mention

_X, _M = schema.changes, schema.mentions
_head = select(func.max(_X.c.position))


def record(
    conn: Connection, mention_id: int, what: str, before: Mapping[str, Any] | None, now: datetime
) -> int:
    """Write a row; returns its position.

    Positions are handed out in the writer's transaction, which no other writer enters before its commit: so they
    become visible in their order, as those of mentions do.
    """
    position = (conn.execute(_head).scalar() or 0) + 1
    row = {"position": position, "mention_id": mention_id, "at": now, "what": what, "before": before}
    conn.execute(insert(_X).values(row))
    return position


def record_article(conn: Connection, article_id: int, what: str, now: datetime) -> int:
    """Write a row for each standing mention of an article; returns how many."""
    standing = select(_M.c.id).where(_M.c.article_id == article_id, _M.c.gone_at.is_(None)).order_by(_M.c.id)
    ids = conn.execute(standing).scalars().all()
    for mention_id in ids:
        record(conn, mention_id, what, None, now)
    return len(ids)


def record_joined(conn: Connection, story_id: int, now: datetime) -> None:
    """Write a row for each standing mention of the story, which is about to be joined into another."""
    standing = select(_M.c.id).where(_M.c.story_id == story_id, _M.c.gone_at.is_(None)).order_by(_M.c.id)
    ids = conn.execute(standing).scalars().all()
    head = conn.execute(_head).scalar() or 0
    said = {"at": now, "what": "changed", "before": {"story_id": story_id}}
    if ids:
        rows = [{"position": head + n, "mention_id": i, **said} for n, i in enumerate(ids, 1)]
        conn.execute(insert(_X), rows)


def told(mention: Mention) -> dict[str, Any]:
    """A mention as far as readers hear of its changes."""
    exacts = [quote.exact for quote in mention.evidence]
    return {"edition": mention.edition, "role": mention.role, "score": mention.score, "evidence": exacts}


def differing(before: Mention, after: Mention) -> dict[str, Any]:
    """What of `before` a reader should hear of; {} where the two say the same: a score counts to a tenth."""
    was, now = told(before), told(after)
    return {
        name: value
        for name, value in was.items()
        if (round(value, 1) != round(now[name], 1) if name == "score" else value != now[name])
    }
