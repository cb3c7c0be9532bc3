"""Sources that answer, and whose pages bring no text all the same: drawn by scripts, behind a log-in, refused to robots.

    the entries of the last week ─counted by source→ {source: Blind(reason, pages, of)}

Nobody misses an article that never came: a site that changes its pages must be told apart from one with no news.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from typing import Literal, get_args

from sqlalchemy import Connection, func, or_, select, union_all

from storage import schema
from storage.records import FORBIDDEN, NotArticleReason
from storage.sources.quality import edge, sought

SINCE = timedelta(days=7)
NEWEST = 50_000  # entries looked at, so that a store of many years answers as fast as a new one
LEAST = 3  # pages without text: fewer happen anywhere
SHARE = 0.5  # of all that was read of the source
IN_A_ROW = 5  # the newest pages, with none read since: where one page in four is odd, one time in a thousand
DISMISSED = "parse: not an article: "  # how the pipeline begins what it says of such an entry
WALLS: tuple[NotArticleReason, ...] = (
    "bot-wall",
    "consent",
    "login",
    "paywall",
    "shell",
)  # the article is behind
REMEDIES = {
    "shell": "set render: true on the source (needs forumwatch[browser])",
    "login": "give the source auth: or headers:",
    "consent": "give the source headers: with the cookie of a consent",
    "noindex": "ask its publisher, and with leave from there set fetch: {robots: false}",
    "unread": "`forumwatch errors` says why",
}

Reason = NotArticleReason | Literal["unread"]  # given up: refused, not there, or never answered

_E = schema.entries
_REASONS: tuple[Reason, ...] = (*get_args(NotArticleReason), "unread")


@dataclass(frozen=True, slots=True)
class Blind:
    """What most pages of a source are instead of articles."""

    reason: Reason
    pages: int
    of: int  # pages read since
    newest: bool = False  # all of the newest, since the last that was read

    def __str__(self) -> str:
        remedy = REMEDIES.get(self.reason)
        whats = {
            "noindex": "may not be kept (noindex)",
            "unread": "could not be read",
            "list-page": "list articles (list-page)",
            "other-page": "show nothing that makes them articles (other-page)",
        }
        what = whats.get(self.reason, f"hold no text ({self.reason})")
        whose = (
            f"its {self.pages} newest pages" if self.newest else f"{self.pages} of {self.of} pages this week"
        )
        said = f"{whose} {what}"
        return f"{said}: {remedy}" if remedy else said


def blind(conn: Connection, now: datetime) -> dict[str, Blind]:
    """Every source of which half of what was announced and tried this week, or all of the newest, brought no article."""
    lately = (_E.c.id > edge(conn, _E.c.id, NEWEST), _E.c.seen_at >= now - SINCE, ~sought(conn))
    said = select(_E.c.source_id, _E.c.id, _E.c.state, _E.c.message).where(*lately)
    ended = said.where(schema.UNREAD, _E.c.state.in_(("dismissed", "given_up")))
    passing = [_E.c.message.startswith(what, autoescape=True) for what in (DISMISSED, FORBIDDEN)]
    put_off = said.where(schema.ASLEEP, or_(*passing))  # it may pass
    in_vain = union_all(ended, put_off).cte()
    suspects = select(in_vain.c.source_id).group_by(in_vain.c.source_id).having(func.count() >= LEAST)
    pages: dict[str, list[tuple[int, tuple[Reason, ...]]]] = {}
    for source_id, at, state, message in conn.execute(
        select(in_vain).where(in_vain.c.source_id.in_(suspects))
    ):
        pages.setdefault(source_id, []).append((at, tuple(_reasons(state, message or ""))))
    if not pages:  # as on most days: what was read is counted for suspects alone
        return {}
    of_them = (_E.c.source_id.in_(suspects), *lately)
    read = select(_E.c.source_id, func.count(), func.max(_E.c.id)).where(_E.c.state == "read", *of_them)
    ends = {name: (count, last) for name, count, last in conn.execute(read.group_by(_E.c.source_id))}
    judged = {name: _judged(tried, *ends.get(name, (0, 0))) for name, tried in pages.items()}
    return {name: why for name, why in judged.items() if why}


def unshown(conn: Connection, now: datetime) -> int:
    """How many articles announced this week were asked for to the end, and never shown: given up, or behind a wall."""
    walled = or_(*(_E.c.message.startswith(DISMISSED + reason, autoescape=True) for reason in WALLS))
    without = (_E.c.state == "given_up") | ((_E.c.state == "dismissed") & walled)
    ended = _E.c.state.in_(("dismissed", "given_up")), _E.c.seen_at >= now - SINCE
    asked = select(func.count()).select_from(_E).where(schema.UNREAD, *ended, without)
    return int(conn.execute(asked).scalar_one())


def _judged(tried: list[tuple[int, tuple[Reason, ...]]], read: int, last: int) -> Blind | None:
    """What is said of a source with these pages in vain, so many that were read, and the last of those."""
    reason, count = _most(why for _, why in tried)
    if count >= max(LEAST, SHARE * (read + len(tried))):
        return Blind(reason, count, read + len(tried))
    since = [why for at, why in tried if at > last]
    reason, count = _most(since)
    return Blind(reason, count, count, newest=True) if count == len(since) >= IN_A_ROW else None


def _most(reasons: Iterable[tuple[Reason, ...]]) -> tuple[Reason, int]:
    counted = Counter(chain.from_iterable(reasons))
    return max(((why, counted[why]) for why in _REASONS), key=lambda each: each[1])


def _reasons(state: str, message: str) -> Iterator[Reason]:
    """Why that entry was given up, or dismissed where its page was no article."""
    if state == "given_up" or message.startswith(FORBIDDEN):
        yield "unread"
    elif message.startswith(DISMISSED):
        said = message.removeprefix(DISMISSED)
        yield from (reason for reason in _REASONS if said.startswith(reason))
