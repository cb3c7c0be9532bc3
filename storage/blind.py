"""Sources that answer, and whose pages hold no text all the same: drawn by scripts, behind a log-in, refused to robots.

    the entries of the last week ─counted by source→ {source: Blind(reason, pages, of)}

Nobody misses an article that never came: a site that changes its pages must be told apart from one with no news.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import get_args

from sqlalchemy import Connection, Integer, case, cast, func, select

from storage import schema
from storage.records import NotArticleReason

SINCE = timedelta(days=7)
NEWEST = 50_000  # entries looked at, so that a store of many years answers as fast as a new one
LEAST = 3  # pages without text: fewer happen anywhere
SHARE = 0.5  # of all that was read of the source
DISMISSED = "parse: not an article: "  # how the pipeline begins what it says of such an entry
REMEDIES = {
    "shell": "set render: true on the source (needs forumwatch[browser])",
    "login": "give the source auth: or headers:",
    "consent": "give the source headers: with the cookie of a consent",
    "noindex": "ask its publisher, and with leave from there set fetch: {robots: false}",
}

_E = schema.entries


@dataclass(frozen=True, slots=True)
class Blind:
    """What most pages of a source are instead of articles."""

    reason: NotArticleReason
    pages: int
    of: int  # pages read since

    def __str__(self) -> str:
        remedy = REMEDIES.get(self.reason)
        what = "may not be kept" if self.reason == "noindex" else "hold no text"
        said = f"{self.pages} of {self.of} pages this week {what} ({self.reason})"
        return f"{said}: {remedy}" if remedy else said


def blind(conn: Connection, now: datetime) -> dict[str, Blind]:
    """Every source of which at least half of what was read this week was no article."""
    reasons: tuple[NotArticleReason, ...] = get_args(NotArticleReason)
    counts = [
        func.sum(
            cast(case((_E.c.message.startswith(DISMISSED + reason, autoescape=True), 1), else_=0), Integer)
        )
        for reason in reasons
    ]
    newest = select(func.coalesce(func.max(_E.c.id), 0) - NEWEST).scalar_subquery()
    query = (
        select(_E.c.source_id, func.count(), *counts)
        .where(_E.c.id > newest, _E.c.seen_at >= now - SINCE, _E.c.state.in_(("read", "dismissed")))
        .group_by(_E.c.source_id)
        .having(func.sum(cast(case((_E.c.state == "dismissed", 1), else_=0), Integer)) >= LEAST)
    )
    found = {}
    for source_id, of, *pages in conn.execute(query):
        most = max(range(len(reasons)), key=pages.__getitem__)
        if pages[most] >= max(LEAST, SHARE * of):
            found[source_id] = Blind(reasons[most], pages[most], of)
    return found
