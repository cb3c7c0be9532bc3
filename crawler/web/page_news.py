"""The first look of the day, the list of mentions, and what a person says of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Request
from sqlalchemy import Connection, select
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from crawler.rows import MENTION_FIELDS
from crawler.sure import Ahead, last_asked, sure
from storage import cursors, mentions, schema, volumes
from storage.database import StoreBusy
from storage.fields import ROLES
from storage.mentions import StoredMention
from storage.reports import Status
from storage.triage import NOT_REJECTED, REASONS, Conflict

from . import charts
from .api import forum_known, reached
from .asked import BIGGEST, Asked, MentionsAsked
from .files import CITED, file_of, mentions_of
from .problems import RETRY_S
from .querying import understood
from .rendering import bound, count, desk_at, page, read_query, visitor_at
from .saying import say
from .security import DASHBOARDS, Visitor

router = APIRouter()
SHOWN = 100  # mentions on the first page; the rest is one link away
LATEST = 20  # shown where nothing is new
DAY = timedelta(days=1)
CHART_DAYS = 30
COUNTED, COUNTED_QUERY = 10_000, 1_000  # mentions counted above a list; PostgreSQL proves words in each text


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
class Typed:
    """What somebody wrote that is not stored."""

    reason: str
    note: str | None


@dataclass(frozen=True, slots=True)
class News:
    """What is new to a reader."""

    found: tuple[StoredMention, ...]  # the newest first
    head: int
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
    if row is None:
        return News(shown, mentions.head(conn), None, more, parts=_parts(shown))
    parts = _parts(shown)
    if more:
        parts = Counter(mentions.parts_behind(conn, row.position, NOT_REJECTED, COUNTED + 1))
    return News(shown, mentions.head(conn), row.moved_at, more, row.position, parts)


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


def _weight(told: Told) -> int:
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
        (seen.falling, "source", "sources", "read worse than before", "/sources"),
        (
            len(ahead.cannot_be_kept),
            "thing",
            "things",
            "in sources.yaml that cannot be kept",
            "/sources#plan",
        ),
    )
    return [
        (f"{count(number, one, many)} {said}", address)
        for number, one, many, said, address in found
        if number
    ]


@router.get("/")
def first_look(request: Request) -> Response:
    """What is new, told story by story."""
    desk = desk_at(request)
    read_query(request, Asked)
    cursor = cursor_of(visitor_at(request), request.app.state.rules.closed)
    now = desk.now()
    news = desk.read(news_for, cursor, now)
    seen = desk.status()
    latest = () if news.found else desk.read(mentions.newest, limit=LATEST, triage=NOT_REJECTED)
    counts = desk.read(volumes.per_day, now - CHART_DAYS * DAY, now)
    forums = news.by_forum() or Counter(m.mention.forum_id for m in latest)
    chart = charts.by_day("Mentions by day", counts)
    return page(
        request,
        "new.html",
        news=news,
        stories=sorted(by_story(news.found), key=_weight) or by_story(latest),
        sure=sure(seen),
        last_asked=last_asked(seen, now),
        seen=seen,
        missing=missing(seen, desk.foreseen()),
        roles=news.by_role(),
        forums=forums.most_common(12),
        chart=chart,
        reasons=REASONS,
    )


@router.post("/read")
def all_read(request: Request, position: Annotated[int, Form(ge=0, le=BIGGEST)]) -> Response:
    """Move the reader's cursor on to where the page ended."""
    desk = desk_at(request)
    cursor = cursor_of(visitor_at(request), request.app.state.rules.closed)
    reached = min(position, desk.read(mentions.head))
    desk.write(cursors.advance, cursor, reached, desk.now())
    return RedirectResponse("/", 303)


@router.get("/mentions")
def all_mentions(request: Request) -> Response:
    """The newest mentions that pass the filters. 409 where the stream has not come to `after`, as in the API."""
    desk = desk_at(request)
    asked, form = read_query(request, MentionsAsked, CITED)
    if asked.after is not None:
        desk.read(reached, asked.after)
    filters = asked.filters() | {
        "forum": forum_known(desk, asked.forum),
        "query": understood(desk, asked.q),
        "after": asked.after,
        "triage": asked.triage or NOT_REJECTED,
    }
    if form:
        rows = mentions_of(desk, form, bound(asked), asked.before, **filters)
        return file_of(desk, form, "mentions", rows, MENTION_FIELDS, "mentions")
    found = desk.read(mentions.newest, limit=asked.limit, before=asked.before, **filters)
    more = found[-1].position if len(found) == asked.limit else None
    most = COUNTED_QUERY if asked.q else COUNTED
    said = numbered(desk.read(mentions.number, most=most + 1, **filters), most)
    forums = sorted(desk.watchlist.forums.values(), key=lambda forum: forum.name.lower())
    more_said = {"forums": forums, "chosen": filters["forum"], "number": said, "reasons": REASONS}
    return page(request, "mentions.html", found=found, asked=asked, more=more, **more_said)


@router.get("/mentions/{mention_id}")
def one_mention(request: Request, mention_id: int) -> Response:
    """Its article, where its words stand."""
    found = desk_at(request).read(mentions.one, mention_id) if 0 < mention_id <= BIGGEST else None
    if found is None:
        raise HTTPException(404, f"no mention {mention_id}, or a later version of its article took it back")
    return RedirectResponse(f"/articles/{found.article_id}#mention-{mention_id}", 303)


@router.post("/mentions/{mention_id}/triage")
def triage_mention(
    request: Request,
    mention_id: int,
    verdict: Annotated[str, Form(max_length=20)],
    seen: Annotated[int, Form(ge=0, le=BIGGEST)],
    reason: Annotated[str, Form(max_length=40)] = "",
    note: Annotated[str | None, Form(max_length=4000)] = None,
    back: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:
    """Say that it is right or wrong; without a script the person comes back to where they were."""
    desk, visitor = desk_at(request), visitor_at(request)
    if not visitor.may_triage:
        raise HTTPException(403, f"the token {visitor.name!r} may read; to triage takes one of that scope")
    if not 0 < mention_id <= BIGGEST:
        raise HTTPException(404, f"no mention {mention_id}")
    typed = Typed(reason, note)
    why = reason if verdict == "rejected" else None
    try:
        done = say(desk, visitor, mention_id, verdict=verdict, reason=why, note=note, seen=seen)
    except Conflict as err:
        return _again(
            request, 409, err.mention, f"{_sentence(err)} Look at it again before you speak.", back, typed
        )
    except StoreBusy as err:
        found = desk.read(mentions.one, mention_id)
        if found is None:
            raise
        return _again(request, 503, found, _sentence(err), back, typed)
    if _for_script(request):
        return page(
            request, "triage_part.html", m=done, said=None, typed=None, back=local(back), reasons=REASONS
        )
    return RedirectResponse(f"{local(back)}#mention-{mention_id}", 303)


def _again(
    request: Request, status: int, mention: StoredMention, why: str, back: str, typed: Typed
) -> Response:
    """What to say once more, with all that was typed: somebody else spoke meanwhile, or the store is busy."""
    template = "triage_part.html" if _for_script(request) else "triage.html"
    said = page(
        request, template, status, m=mention, said=why, typed=typed, back=local(back), reasons=REASONS
    )
    if status == 503:
        said.headers["retry-after"] = RETRY_S
    return said


def _sentence(err: Exception) -> str:
    said = str(err)
    return f"{said[:1].upper()}{said[1:]}."


def _for_script(request: Request) -> bool:
    """Whether our script asks, which puts the part in the old one's place."""
    return request.headers.get("x-part") == "triage"


def local(back: str) -> str:
    """`back` where it is a path of ours."""
    fit = (
        back.startswith("/") and not back.startswith(("//", "/\\")) and back.isprintable() and "#" not in back
    )
    return back if fit else "/"
