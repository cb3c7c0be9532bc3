"""What is new to a reader of the dashboard: the mentions behind their cursor, story by story, and what may be missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from crawler.sure import Ahead
from storage import schema
from storage.mentions import stream as mentions
from storage.mentions.marks import mark_of
from storage.mentions.stream import StoredMention
from storage.mentions.triage import NOT_REJECTED
from storage.reports.standing import Status
from storage.search.fields import ROLES

from .rendering import count
from .security import DASHBOARDS, Visitor

SHOWN = 100  # mentions on the first page; the rest is one link away
DAY = timedelta(days=1)
COUNTED = 10_000  # mentions counted above a list


@dataclass(frozen=True, slots=True)
class Told:
    """A story with what is new of it, the newest mention first."""

    story_id: int
    mentions: tuple[StoredMention, ...]

    @property
    def lead(self) -> StoredMention:
        """The mention that stands for it: the one with most to say."""
        return max(self.mentions, key=lambda m: (m.mention.role == "main", m.mention.score, m.position))

    @property
    def others(self) -> tuple[StoredMention, ...]:
        """The rest."""
        lead = self.lead
        return tuple(m for m in self.mentions if m is not lead)


@dataclass(frozen=True, slots=True)
class News:
    """What is new to a reader."""

    found: tuple[StoredMention, ...]  # the newest first
    head: int
    mark: str  # of the head
    moved_at: datetime | None  # when the reader last said that all is read; None: never
    more: bool
    place: int | None = None  # up to which all is read
    # how many there are in all, also beyond `found`, by forum and role; of more than COUNTED, of the last of them
    parts: Mapping[tuple[str, str], int] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many there are in all; of those of a day, of which there are more, how many are found."""
        return sum(self.parts.values())

    @property
    def told(self) -> str:
        """The same in words."""
        return numbered(self.count, COUNTED)

    @property
    def all_counted(self) -> bool:
        """Whether there are more than are found, and it is known how many."""
        return self.more and self.place is not None and self.count <= COUNTED

    def by_role(self) -> list[tuple[str, int]]:
        """How many there are of each role."""
        return [(name, sum(n for (_, role), n in self.parts.items() if role == name)) for name in ROLES]

    def by_forum(self) -> Counter[str]:
        """How many there are of each forum."""
        found: Counter[str] = Counter()
        for (forum_id, _), number in self.parts.items():
            found[forum_id] += number
        return found


def cursor_of(visitor: Visitor, closed: bool) -> str:
    """The reader's cursor: one for this machine, one for each token."""
    return f"{DASHBOARDS}{visitor.name}" if closed else "dashboard"


def news_for(conn: Connection, cursor: str, now: datetime) -> News:
    """What the cursor has not passed; of the last day where it never moved."""
    c = schema.cursors
    row = conn.execute(select(c.c.position, c.c.moved_at).where(c.c.name == cursor)).one_or_none()
    found = mentions.newest(conn, limit=SHOWN + 1, triage=NOT_REJECTED)
    if row is None:  # asked for the day's, the database would go on to the first mention where they are few
        fresh = [m for m in found if m.found_at >= now - DAY]
    else:
        fresh = [m for m in found if m.position > row.position]
    shown, more = tuple(fresh[:SHOWN]), len(fresh) > SHOWN
    head = mentions.head(conn)
    mark = mark_of(conn, head)
    if row is None:
        return News(shown, head, mark, None, more, parts=_parts(shown))
    parts = _parts(shown)
    if more:
        parts = Counter(mentions.parts_behind(conn, row.position, NOT_REJECTED, COUNTED + 1))
    return News(shown, head, mark, row.moved_at, more, row.position, parts)


def numbered(number: int, most: int) -> str:
    """So many mentions, where no more than `most` and one are counted."""
    return f"more than {most:,} mentions" if number > most else count(number, "mention")


def _parts(found: Sequence[StoredMention]) -> Counter[tuple[str, str]]:
    return Counter((m.mention.forum_id, m.mention.role) for m in found)


def by_story(found: Sequence[StoredMention]) -> list[Told]:
    """The mentions, those of one story together."""
    stories: dict[int, list[StoredMention]] = {}
    for mention in found:
        stories.setdefault(mention.story_id, []).append(mention)
    return [Told(story_id, tuple(members)) for story_id, members in stories.items()]


def weight(told: Told) -> int:
    """What is about a forum comes before what names one in passing."""
    return ROLES.index(told.lead.mention.role)


def missing(seen: Status, ahead: Ahead) -> list[tuple[str, str]]:
    """What may not be here though it was told: in words, and where more is said of it."""
    found = (
        (seen.possible_losses, "source", "sources", "left a gap between two polls", "/losses"),
        (seen.entries_waiting, "article", "articles", "announced and not read yet", "/sources"),
        (
            seen.entries_paused,
            "article",
            "articles",
            "announced by sources that are asked no more",
            "/sources",
        ),
        (seen.left_out, "source", "sources", "announcing more than is taken", "/sources"),
        (seen.falling, "source", "sources", "read worse than before", "/sources"),
        (
            len(ahead.cannot_be_kept),
            "thing",
            "things",
            "in sources.yaml that cannot be kept",
            "/sources#plan",
        ),
        (
            len(ahead.not_looked_for),
            "note",
            "notes",
            "on forums that were added, and not looked for in what was stored before",
            "/sources#added",
        ),
    )
    return [
        (f"{count(number, one, many)} {said}", address)
        for number, one, many, said, address in found
        if number
    ]
