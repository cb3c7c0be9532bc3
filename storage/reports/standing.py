"""The store → how the watch is doing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, case, func, select, text

from storage import schema
from storage.articles import revisits, watched
from storage.database import Database
from storage.records import NO_ROOM, OVERDUE_AFTER
from storage.sources.blind import unshown
from storage.sources.outage import offline_since
from storage.sources.statuses import STANDS, Noticed, left_out, noticed, silences, state_word
from storage.stories.totals import total
from storage.upkeep.check import check
from storage.waiting import entries
from storage.waiting.errors import StoredError, list_errors

__all__ = ["Status", "StoredError", "check", "list_errors", "recounted", "status", "status_of"]

NAMED = 20  # sources named in one list
EDITS_OF = timedelta(days=7)

_T, _A, _M, _X = schema.sources, schema.articles, schema.mentions, schema.errors
_V = schema.versions


@dataclass(frozen=True, slots=True)
class Status:
    """The watch at one moment. Sources are counted under the first of these that fits, in this order."""

    at: datetime
    sources: int
    disabled: int
    gone: int  # answered 410
    failing: int  # the last poll brought nothing but a failure
    new: int  # not polled yet
    blind: int  # most of their pages bring no text: sources/blind.py
    silent: int  # answered, but is empty or brought nothing new for longer than is usual: sources/statuses.py
    healthy: int
    overdue: int  # of all enabled: due for longer than OVERDUE_AFTER
    possible_losses: int  # sources with a window in the last month in which entries may have been missed
    left_out: int  # of all: some of what they announce now is not taken, and may be new
    falling: int  # of all: what is read of them is worse than before: sources/quality.py
    failing_sources: tuple[str, ...]  # with what went wrong
    blind_sources: tuple[str, ...]  # with the reason and a remedy
    silent_sources: tuple[str, ...]  # with what was usual
    loss_sources: tuple[str, ...]  # with the time in which entries may have been missed
    left_out_sources: tuple[str, ...]  # with how many, and a remedy
    falling_sources: tuple[str, ...]  # with the figures
    entries_waiting: int
    entries_overdue: int  # of those: announced, and ready to be read, for longer than OVERDUE_AFTER
    entries_in_vain: int  # of those that wait: asked for in vain, and to be tried again
    entries_unshown_7d: (
        int  # announced this week, asked for to the end, and never shown: given up, or behind a wall
    )
    entries_paused: int  # their source is not polled any more
    entries_read: int
    entries_skipped: int  # announce no forum, and their source is read on match only
    entries_dismissed: int  # no article
    entries_given_up: int
    articles: int
    stories: int
    copies: int  # articles that are not the first of their story
    edited: int  # articles of which several versions were seen
    edits_7d: int  # versions of the last week that are edits
    removed: int  # articles whose page was found to be taken away
    revisits: int  # articles with mentions, and live blogs, that are looked at again
    mentions: int  # that nobody rejected
    mentions_main: int
    mentions_substantial: int
    mentions_passing: int
    errors_24h: int
    last_poll_at: datetime | None
    last_answer_at: datetime | None
    last_new_entry_at: datetime | None
    last_article_at: datetime | None
    last_mention_at: datetime | None
    schema_revision: str | None
    # since when nobody can be reached from the machine that polls, if that is so
    offline_since: datetime | None
    no_room: int  # of those that fail: that machine had no room for a connection to them
    unstored: int  # articles that were read, and wait for a store that did not take them
    refused_since: datetime | None = None  # since when the store has taken nothing, if that is so
    # forums of sources.yaml that the rules of who crawls do not find in examples of them
    misread_forums: tuple[str, ...] = ()


def status(conn: Connection, now: datetime, found: Noticed | None = None) -> Status:
    """How the watch is doing; `found`: what was noticed of its sources, where it is known."""
    return Status(
        at=now,
        **stand(conn, now, found),
        **_entries(conn, now),
        **_articles(conn, now),
        **_mentions(conn),
        errors_24h=_count(conn, _X, _X.c.at >= now - timedelta(days=1)),
        schema_revision=conn.execute(text("SELECT version_num FROM alembic_version")).scalar(),
        offline_since=offline_since(conn),
        unstored=entries.unstored(conn),
        misread_forums=watched.doubted(conn),
    )


def status_of(db: Database, now: datetime) -> Status:
    """How the watch is doing, and whether its store takes what is found."""
    return replace(db.read(status, now), refused_since=db.refused_since())


def recounted(conn: Connection, last: Status) -> Status:
    """`last` with its mentions counted anew, after a triage."""
    return replace(last, **_mentions(conn))


def stand(conn: Connection, now: datetime, found: Noticed | None = None) -> dict[str, Any]:
    """How sources stand: what a Status says of them, by its field names; `found` as above."""
    found = found or noticed(conn, now)
    kinds: dict[str, list[str]] = {}
    rows = conn.execute(select(*STANDS).where(_T.c.configured).order_by(_T.c.id)).all()
    unseen, lost, worse = found.blind, found.losses, found.falling
    silent = silences(conn, rows, now)
    for row in rows:
        kinds.setdefault(state_word(row, unseen, silent), []).append(row.id)
    kinds["healthy"] = kinds.pop("ok", [])
    polled = [row for row in rows if row.enabled and not row.gone]
    failing = set(kinds.get("failing", ()))
    named = {
        "failing_sources": [f"{row.id}: {row.error}" for row in rows if row.id in failing],
        "blind_sources": [f"{name}: {unseen[name]}" for name in kinds.get("blind", [])],
        "silent_sources": [f"{name}: {silent[name]}" for name in kinds.get("silent", [])],
        "loss_sources": [f"{row.id}: {lost[row.id]}" for row in polled if row.id in lost],
        "left_out_sources": [f"{row.id}: {told}" for row in polled if (told := left_out(row))],
        "falling_sources": [f"{row.id}: {worse[row.id]}" for row in polled if row.id in worse],
    }
    words = ("disabled", "gone", "failing", "new", "blind", "silent", "healthy")
    return {
        **{word: len(kinds.get(word, ())) for word in words},
        **{name: tuple(ids[:NAMED]) for name, ids in named.items()},
        "sources": len(rows),
        "no_room": sum(row.id in failing and (row.error or "").startswith(NO_ROOM) for row in rows),
        "overdue": sum(row.next_at is not None and row.next_at < now - OVERDUE_AFTER for row in polled),
        "possible_losses": len(named["loss_sources"]),
        "left_out": len(named["left_out_sources"]),
        "falling": len(named["falling_sources"]),
        "last_poll_at": max((row.polled_at for row in rows if row.polled_at), default=None),
        "last_answer_at": max((row.succeeded_at for row in rows if row.succeeded_at), default=None),
        "last_new_entry_at": max((row.new_at for row in rows if row.new_at), default=None),
    }


def _entries(conn: Connection, now: datetime) -> dict[str, Any]:
    counts = entries.counts(conn)
    states = ("waiting", "paused", "read", "skipped", "dismissed", "given_up")
    found = {f"entries_{state}": counts.get(state, 0) for state in states}
    return found | {
        "entries_overdue": entries.overdue(conn, now),
        "entries_in_vain": entries.in_vain(conn),
        "entries_unshown_7d": unshown(conn, now),
    }


def _articles(conn: Connection, now: datetime) -> dict[str, Any]:
    """Counted in the small tables and the indexes: to read through the articles takes a minute a million."""
    articles, stories = total(conn, _A), total(conn, schema.stories)
    return {
        "articles": articles,
        "stories": stories,
        "copies": articles - stories,
        **_edits(conn, now),
        "removed": sum(revisits.removed(conn).values()),
        "revisits": _count(conn, schema.revisits, schema.REVISITED),
        "last_article_at": conn.execute(select(func.max(_A.c.stored_at))).scalar(),
    }


def _edits(conn: Connection, now: datetime) -> dict[str, int]:
    late = _V.c.stored_at >= now - EDITS_OF
    counted = select(func.sum(case((_V.c.version == 2, 1), else_=0)), func.sum(case((late, 1), else_=0)))
    edited, lately = conn.execute(counted.where(schema.EDITS)).one()
    return {"edited": int(edited or 0), "edits_7d": int(lately or 0)}


def _mentions(conn: Connection) -> dict[str, Any]:
    """As lists show them: without those that somebody rejected."""
    # summed in the order of their index, in half the time of looking at each
    parts = select(_M.c.role, func.count().label("number")).where(schema.SHOWN)
    by_source = parts.group_by(_M.c.source_id, _M.c.role).subquery()
    summed = select(by_source.c.role, func.sum(by_source.c.number)).group_by(by_source.c.role)
    of: dict[str, int] = {role: int(number) for role, number in conn.execute(summed)}
    last = select(_M.c.found_at)  # in the stream
    return {
        "mentions": sum(of.values()),
        **{f"mentions_{role}": of.get(role, 0) for role in ("main", "substantial", "passing")},
        "last_mention_at": conn.execute(last.order_by(_M.c.position.desc()).limit(1)).scalar(),
    }


def _count(conn: Connection, table: Table, condition: Any) -> int:
    return conn.execute(select(func.count()).select_from(table).where(condition)).scalar_one()
