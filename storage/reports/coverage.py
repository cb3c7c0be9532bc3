"""What was heard in a time and what was not: the proof that "nothing new" needs.

sources ─┬─ as they stand (storage.reports.standing)
polls ───┼─ as they were on each day (storage.reports.heard_days)
losses ──┤                                     ─→ Coverage
entries ─┴─ announced and not read
mentions ── texts that came by one kind of source, by the other, by both
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import Any

from sqlalchemy import Connection, Text, case, cast, func, select

from storage import schema
from storage.reports.heard_days import HeardDay, History, history
from storage.reports.standing import Status, stand
from storage.reports.volumes import Scope, standing_in
from storage.sources.blind import blind
from storage.sources.heard import STANDING, unheard_now
from storage.sources.statuses import Noticed
from storage.waiting.daily import announced

_T, _E, _L, _M, _X = schema.sources, schema.entries, schema.losses, schema.mentions, schema.errors
NAMED = 20  # sources named in one list
LATELY = timedelta(days=1)
_STORY = cast(_M.c.story_id, Text)
# a row for each source and outlet: to group by text takes both databases twice as long
_BROUGHT = select(
    _M.c.source_id,
    _M.c.outlet,
    func.aggregate_strings(_STORY, " "),
    func.aggregate_strings(case((_M.c.credited, _STORY)), " "),
).group_by(_M.c.source_id, _M.c.outlet)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was listened to. Sources are counted as they stand now, the rest within the scope's time.

    What is told of polls is of whole days (UTC), up to now.
    """

    since: datetime
    until: datetime
    sources: int  # that are asked
    healthy: int
    failing: int
    blind: int
    silent: int
    not_polled: int  # met, and not polled yet
    overdue: int  # due for longer than OVERDUE_AFTER: nobody polls them
    # hours of the time in which answers were due and did not come, of those that fail or are overdue, summed
    unheard_hours: float
    history_from: datetime | None  # since when polls are known, on the days of the time; None: of none
    history_until: datetime  # where the last of these days ends
    history_sources: int  # whose polls are known
    history_stopped: int  # of them, those that are asked no more: they count until their last poll
    heard_throughout: int  # of them, those that were heard all the time
    history_hours: float  # of all of them
    history_unheard_hours: float  # of these, without an answer that was due: sources/heard.py
    unheard_sources: tuple[str, ...]  # the longest unheard first, with the days
    polls: int
    polls_failed: int
    polls_unchanged: int  # answered, and announced nothing that had not been there before
    polled_lately: int  # within a day
    oldest_poll_at: datetime | None  # of those that were polled
    asked_every_s: int | None  # the middle one of the times to their next polls
    brought_nothing: int  # asked, and without a new entry since the time began
    failing_sources: tuple[str, ...]  # with the last answer
    blind_sources: tuple[str, ...]
    silent_sources: tuple[str, ...]
    nothing_sources: tuple[str, ...]
    windows: int  # in which entries may have been missed
    windows_open: int  # of them, those that no search has proved to be whole
    open_hours: float  # that those last, all sources together
    open_sources: int
    announced: int  # entries
    waiting: int  # of them, not read yet
    given_up: int
    errors: int
    texts_feeds: int  # distinct texts with a mention that a feed brought
    texts_pages: int  # that a sitemap or a listing page brought
    texts_both: int
    # of these texts, those that go round: one of their articles credits an agency or another outlet
    round_feeds: int
    round_pages: int
    round_both: int
    outlets_feeds: int
    outlets_pages: int
    days: tuple[HeardDay, ...]


def coverage(conn: Connection, scope: Scope, now: datetime, seen: Status | None = None) -> Coverage:
    """What was heard within `scope`, which bounds only the texts by their forums; `seen`: the status, where it is known."""
    # how well pages are read, and what is open of late, is told of elsewhere
    standing = asdict(seen) if seen else stand(conn, now, Noticed(blind(conn, now), {}, {}))
    told = ("healthy", "failing", "blind", "silent", "blind_sources", "silent_sources", "overdue")
    return Coverage(
        since=scope.since,
        until=scope.until,
        **{name: standing[name] for name in told},
        not_polled=standing["new"],
        **_asked(conn, scope, now),
        **_heard_then(history(conn, scope.since, scope.until, now, NAMED)),
        **_windows(conn, scope),
        **_unread(conn, scope),
        **_channels(conn, scope),
    )


def _asked(conn: Connection, scope: Scope, now: datetime) -> dict[str, Any]:
    rows = conn.execute(select(*STANDING, _T.c.new_at).where(schema.POLLED).order_by(_T.c.id)).all()
    polled = [row.polled_at for row in rows if row.polled_at]
    waits = [(row.next_at - row.polled_at).total_seconds() for row in rows if row.polled_at and row.next_at]
    nothing = [row.id for row in rows if row.new_at is None or row.new_at < scope.since]
    failing = [f"{row.id}: {_heard(row.succeeded_at)}" for row in rows if row.failures]
    late = (unheard_now(row, scope.since, scope.until, now) for row in rows)
    unheard = sum((end - begun).total_seconds() for begun, end in filter(None, late))
    return {
        "sources": len(rows),
        "unheard_hours": unheard / 3600,
        "polled_lately": sum(at >= now - LATELY for at in polled),
        "oldest_poll_at": min(polled, default=None),
        "asked_every_s": round(median(waits)) if waits else None,
        "brought_nothing": len(nothing),
        "nothing_sources": tuple(nothing[:NAMED]),
        "failing_sources": tuple(failing[:NAMED]),
    }


def _heard_then(found: History) -> dict[str, Any]:
    return {
        "history_from": found.begins_at,
        "history_until": found.ends_at,
        "history_sources": found.sources,
        "history_stopped": found.stopped,
        "heard_throughout": found.throughout,
        "history_hours": round(found.hours, 2),
        "history_unheard_hours": round(found.unheard_hours, 2),
        "unheard_sources": tuple(map(str, found.worst)),
        "polls": sum(day.polls for day in found.days),
        "polls_failed": sum(day.failed for day in found.days),
        "polls_unchanged": sum(day.unchanged for day in found.days),
        "days": found.days,
    }


def _heard(at: datetime | None) -> str:
    return f"last answer {at:%Y-%m-%d %H:%M} UTC" if at else "never answered"


def _windows(conn: Connection, scope: Scope) -> dict[str, Any]:
    """Windows that reach into the time, cut to it."""
    said = select(_L.c.source_id, _L.c.from_at, _L.c.to_at, _L.c.proved)
    rows = conn.execute(said.where(_L.c.to_at > scope.since, _L.c.from_at < scope.until)).all()
    left = [row for row in rows if not row.proved]
    lasting = [min(row.to_at, scope.until) - max(row.from_at, scope.since) for row in left]
    return {
        "windows": len(rows),
        "windows_open": len(left),
        "open_hours": sum(lasting, timedelta()) / timedelta(hours=1),
        "open_sources": len({row.source_id for row in left}),
    }


def _unread(conn: Connection, scope: Scope) -> dict[str, Any]:
    inside = (_E.c.seen_at >= scope.since, _E.c.seen_at < scope.until)
    left = _E.c.state.in_(("waiting", "given_up"))
    counted = select(_E.c.state, func.count()).where(schema.UNREAD, left, *inside).group_by(_E.c.state)
    unread: dict[str, int] = dict(conn.execute(counted).all())
    wrong = select(func.count()).where(_X.c.at >= scope.since, _X.c.at < scope.until)
    return {
        "announced": announced(conn, scope.since, scope.until),
        "waiting": unread.get("waiting", 0),
        "given_up": unread.get("given_up", 0),
        "errors": conn.execute(wrong).scalar_one(),
    }


def _channels(conn: Connection, scope: Scope) -> dict[str, Any]:
    """Texts and outlets by the kind of the source that brought them; of the texts also those that go round: what one
    outlet alone has, the other way cannot see.

    That a text goes round is told by its credit, which stands in it whoever brought it. That several outlets were seen
    with it is no such sign: of two outlets, each read one way, both ways would have seen every text that counts.
    """
    feeds = set(conn.execute(select(_T.c.id).where(_T.c.kind == "feed")).scalars())
    texts: dict[bool, list[str]] = {True: [], False: []}  # that feeds brought, and that others did
    sites: dict[bool, set[str]] = {True: set(), False: set()}
    crediting: list[str] = []
    for source_id, outlet, stories, credited in conn.execute(_BROUGHT.where(*standing_in(scope))):
        by_feed = source_id in feeds
        texts[by_feed].append(stories)
        sites[by_feed].add(outlet)
        crediting.append(credited or "")
    fed, paged, goes = (set(" ".join(ids).split()) for ids in (texts[True], texts[False], crediting))
    ways = {"feeds": fed, "pages": paged, "both": fed & paged}
    return {
        **{f"texts_{way}": len(came) for way, came in ways.items()},
        **{f"round_{way}": len(came & goes) for way, came in ways.items()},
        "outlets_feeds": len(sites[True]),
        "outlets_pages": len(sites[False]),
    }
