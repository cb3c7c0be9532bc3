"""What is stored → what today's rules make of it: gained, lost, changed; and whether each mention still holds.

Flagged ─flag.find_mentions─→ compare → Change ─revisions→ storage.articles.replay.revise
                                                └─ revisit.late_look, for what mentions a forum only now ─┘
Flagged ─quotes, find_mentions─→ Doubt
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection

from crawler import dedupe
from crawler.arrivals import announced
from crawler.flag import Watchlist, find_mentions
from crawler.revisit import Ages, late_look
from storage.articles import replay as stored
from storage.articles.replay import Flagged
from storage.database import Database
from storage.mentions.pairing import Editions, Revision, pair
from storage.records import Article, Evidence, Mention

AT_ONCE = 200  # articles in memory, and in one transaction
_COMPARED = tuple(field.name for field in fields(Mention) if field.name != "forum_id")
Progress = Callable[[int], None]  # articles gone through


@dataclass(frozen=True, slots=True)
class Change:
    """A mention that today's rules see otherwise than those it was flagged by."""

    what: Literal["gained", "lost", "changed"]
    mention_id: int | None  # None: gained
    before: Mention | None
    after: Mention | None
    differs: tuple[str, ...]  # the fields that do, of a changed one

    @property
    def revision(self) -> Revision:
        """What becomes of the stored mention."""
        return Revision(self.mention_id, self.after)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A stored mention that does not hold, and why."""

    mention_id: int
    mention: Mention
    why: str


@dataclass(frozen=True, slots=True)
class Made:
    """What today's rules make of an article."""

    article: Flagged
    changes: list[Change]
    look_at: datetime | None  # when its page is to be looked at first, where nobody does; None: not at all

    def __bool__(self) -> bool:
        return bool(self.changes) or self.look_at is not None


def compare(
    before: Mapping[int, Mention], after: Sequence[Mention], said: Editions | None = None
) -> list[Change]:
    """What turns the stored mentions of an article, by their ids, into those of today; `said` are the editions that
    people said of them.
    """
    out: list[Change] = []
    for revision in pair(before, after, said):
        mention_id, mention = revision.mention_id, revision.mention
        if mention_id is None:
            out.append(Change("gained", None, None, mention, ()))
        elif mention is None:
            out.append(Change("lost", mention_id, before[mention_id], None, ()))
        elif mention != before[mention_id]:
            out.append(_changed(mention_id, before[mention_id], mention))
    return out


def _changed(mention_id: int, before: Mention, after: Mention) -> Change:
    differs = tuple(name for name in _COMPARED if getattr(before, name) != getattr(after, name))
    return Change("changed", mention_id, before, after, differs)


def reflag(
    db: Database,
    watchlist: Watchlist,
    *,
    apply: bool,
    forums: Collection[str] = (),
    since: datetime | None = None,
    ages: Ages = (),
    drop: bool = False,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    progress: Progress | None = None,
) -> Iterator[tuple[Flagged, Change]]:
    """Go through the stored articles under today's rules; each change, after it was written where `apply` says so.

    Only the mentions of `forums` are looked at where some are named. An article that a crawl changes meanwhile is
    read again. The page of one that mentions a forum and is not looked at is from now on, at those of the `ages`
    (see crawler.revisit) that it has not reached. What was told of forums that nobody watches any more is kept, unless
    they are to `drop`: no rule has anything against it.
    """

    def todays(article: Flagged) -> Made:
        found = compare(article.mentions, find_mentions(article.article, watchlist), article.said)
        asked = [c for c in found if not forums or _forum(c) in forums]
        changes = asked if drop else [c for c in asked if _forum(c) in watchlist.forums]
        speaks = len(article.mentions) + _more(changes) > 0
        unwatched = article.unwatched_since if speaks else None
        return Made(article, changes, late_look(ages, article.article, unwatched, now()))

    for articles in _articles(db, since=since, progress=progress):
        made = [told for article in articles if (told := todays(article))]
        if apply and made:
            made = db.call(_apply, made, todays, now())
        for told in made:
            for change in told.changes:
                yield told.article, change


def reopen(
    db: Database,
    watchlist: Watchlist,
    *,
    apply: bool,
    forums: Collection[str] = (),
    since: datetime | None = None,
) -> int:
    """Have those entries read that were skipped and whose words name a forum by now; returns how many they are."""
    count = last = 0
    while some := db.read(stored.skipped, last, AT_ONCE, since=since):
        last = max(some)
        told = {at: find_mentions(announced(entry), watchlist) for at, entry in some.items()}
        ids = [at for at, found in told.items() if any(not forums or m.forum_id in forums for m in found)]
        if apply and ids:
            db.call(stored.reopen, ids)
        count += len(ids)
    return count


def _more(changes: Sequence[Change]) -> int:
    """How many mentions more than before there are."""
    return sum(c.what == "gained" for c in changes) - sum(c.what == "lost" for c in changes)


def _apply(
    conn: Connection, made: Sequence[Made], todays: Callable[[Flagged], Made], now: datetime
) -> list[Made]:
    """Write them; what was changed by others since it was read is judged anew, where no other writer can be."""
    done: list[Made] = []
    for told in made:
        if _revise(conn, told, now):
            done.append(told)
            continue
        for again in stored.flagged(conn, told.article.id - 1, 1):
            if again.id == told.article.id and (fresh := todays(again)):
                _revise(conn, fresh, now)
                done.append(fresh)
    return done


def _revise(conn: Connection, made: Made, now: datetime) -> bool:
    """Write what becomes of one article; False where it was changed since it was read."""
    of, revisions = made.article, [change.revision for change in made.changes]
    outlet = dedupe.site(of.article.url)
    return stored.revise(conn, of.id, of.version, revisions, now, outlet, made.look_at, of.said)


def verify(
    db: Database, watchlist: Watchlist, *, forums: Collection[str] = (), progress: Progress | None = None
) -> Iterator[tuple[Flagged, Doubt]]:
    """The stored mentions that do not hold: a quote is not where it says, or today's rules say otherwise.

    Of forums that nobody watches any more the rules say nothing.
    """
    for articles in _articles(db, mentioning=True, progress=progress):
        for article in articles:
            for doubt in doubts(article, find_mentions(article.article, watchlist)):
                forum_id = doubt.mention.forum_id
                if forum_id in watchlist.forums and (not forums or forum_id in forums):
                    yield article, doubt


def doubts(article: Flagged, today: Sequence[Mention]) -> list[Doubt]:
    """Those of the article's mentions that its text and today's rules do not bear out."""
    out = []
    for mention_id, mention in article.mentions.items():
        why = [_misquoted(article.article, quote) for quote in mention.evidence] or ["it has no quote"]
        editions = [m.edition for m in today if m.forum_id == mention.forum_id]
        if not editions:
            why.append("today's rules do not find this forum here")
        elif mention.edition not in editions:
            said = ", ".join(str(edition or "none") for edition in editions)
            why.append(f"today's rules find edition {said}")
        if told := "; ".join(filter(None, why)):
            out.append(Doubt(mention_id, mention, told))
    return out


def _misquoted(article: Article, quote: Evidence) -> str:
    """What is wrong with a quote; empty where the words stand where it says."""
    field = getattr(article, quote.field) or ""
    if field[quote.start : quote.end] == quote.exact != "":
        return ""
    return f"“{quote.exact}” does not stand at {quote.start} to {quote.end} of the {quote.field}"


def _articles(
    db: Database,
    *,
    since: datetime | None = None,
    mentioning: bool = False,
    progress: Progress | None,
) -> Iterator[list[Flagged]]:
    """All stored articles, a few at a time, each few from a moment of the store."""
    after = gone_through = 0
    while articles := db.read(stored.flagged, after, AT_ONCE, since=since, mentioning=mentioning):
        yield articles
        after = articles[-1].id
        gone_through += len(articles)
        if progress is not None:
            progress(gone_through)


def _forum(change: Change) -> str:
    mention = change.after or change.before
    assert mention is not None
    return mention.forum_id
