"""``reflag`` and ``verify``: what is stored, under today's rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime

import click

from crawler import replay
from crawler.flag import Watchlist
from crawler.rows import Row
from crawler.watched import NAMED, marks
from storage.articles import replay as stored
from storage.articles import watched
from storage.articles.replay import Flagged
from storage.database import Database
from storage.reports.counts import forum_counts

from .crawl import checked_watchlist
from .known import forum_ids
from .mentions import quote
from .options import format_option, forums_option, since_option
from .output import Column, bar, plural, write_rows
from .settings import EXIT_FAILED, Settings

CHANGE_COLUMNS: list[Column] = [
    ("what", "what"),
    ("id", "mention_id"),
    ("forum", lambda row: _named(row["after"] or row["before"])),
    ("role", lambda row: (row["after"] or row["before"])["role"]),
    ("was", lambda row: _was(row)),
    ("title", "title"),
    ("evidence", lambda row: quote(row["after"] or row["before"])),
]
CHANGE_FIELDS = ("what", "mention_id", "article_id", "url", "title", "differs", "before", "after")
DOUBT_COLUMNS: list[Column] = [
    ("id", "mention_id"),
    ("forum", lambda row: _named(row)),
    ("why", "why"),
    ("title", "title"),
]
DOUBT_FIELDS = ("mention_id", "forum_id", "edition", "article_id", "url", "title", "why")


@click.command()
@click.option("--dry-run", is_flag=True, help="Say what would change; write nothing.")
@click.option(
    "--drop", is_flag=True, help="Take out what was told of forums that are not watched any more, too."
)
@forums_option
@since_option("stored")
@format_option
@click.pass_obj
def reflag(
    settings: Settings, /, dry_run: bool, drop: bool, forum: Sequence[str], since: datetime | None, form: str
) -> None:
    """Flag every stored article anew, by today's watchlist and rules.

    For the day a forum was added, a name mended or the program upgraded. Prints what is gained, lost and changed, and has
    read what sources of `read: on_match` announced and did not read.
    What was told of forums that `watch:` leaves out by now is kept, unless you say --drop.
    What people said of a mention stays with it. Only what is gained is new to cursors; a mention whose edition or
    role changed is told to nobody twice. The page of an article that mentions a forum only now is looked at again, as
    far as its age allows (`revisit:`). Start a running daemon anew before: it knows the rules that it began with, and
    leaves unread what names a forum by others alone.

    \b
    forumwatch reflag --dry-run                  what today's rules would change
    forumwatch reflag --forum gdec --since 90d   only these, and write it
    forumwatch reflag --drop --dry-run           what it would take out beside
    """
    config = settings.config()
    watchlist = checked_watchlist(config)
    with settings.open() as db:
        forums = forum_ids(settings, db, forum, told=False)
        total, counts = db.read(stored.count, since=since), Counter[str]()
        last = db.read(watched.last_article)
        with _moving(total, "flagging") as progress:
            changes = replay.reflag(
                db,
                watchlist,
                apply=not dry_run,
                forums=forums,
                since=since,
                ages=config.revisit,
                drop=drop,
                progress=progress,
            )
            write_rows(_told(changes, counts), form, CHANGE_COLUMNS, CHANGE_FIELDS, empty="")
        kept = () if drop else _unwatched(db, watchlist, forums)
        opened = replay.reopen(db, watchlist, apply=not dry_run, forums=forums, since=since)
        if since is None and not dry_run:
            all_marks = marks(config.add, watchlist)
            looked = {name: all_marks[name] for name in forums or all_marks if name in all_marks}
            db.call(watched.look_through, looked, last, datetime.now(UTC), reopened=opened)
    said = ", ".join(f"{counts[what]} {what}" for what in ("gained", "lost", "changed"))
    done = "nothing was written (--dry-run)" if dry_run else "written" if counts else "nothing to write"
    click.echo(f"{plural(total, 'article')} read under today's rules: {said}; {done}", err=True)
    for said in kept:
        click.echo(f"{said}, not watched any more: kept; --drop takes them out", err=True)
    if opened:
        which = "1 entry that names" if opened == 1 else f"{opened:,} entries that name"
        click.echo(f"{which} a forum now {'would be' if dry_run else 'can be'} read", err=True)


@click.command()
@forums_option
@format_option
@click.pass_obj
def verify(settings: Settings, /, forum: Sequence[str], form: str) -> None:
    """Derive every stored mention again from the stored text, and print those that do not hold.

    A mention holds when each of its quotes stands where it says and today's rules find the same forum and edition.
    Ends with exit code 1 where one does not. `forumwatch reflag` sets right what the rules see otherwise.

    \b
    forumwatch verify
    forumwatch verify --forum gdec --format json
    """
    watchlist = checked_watchlist(settings.config())
    with settings.open() as db:
        forums = forum_ids(settings, db, forum, told=False)
        counts = db.read(forum_counts, rejected=True)
        asked = [c for c in counts if c.forum_id in watchlist.forums]
        total = sum(c.mentions for c in asked if not forums or c.forum_id in forums)
        left_out = _unwatched(db, watchlist, forums)
        with _moving(db.read(stored.count, mentioning=True), "verifying") as progress:
            found = (
                _doubt_row(*each) for each in replay.verify(db, watchlist, forums=forums, progress=progress)
            )
            count = write_rows(found, form, DOUBT_COLUMNS, DOUBT_FIELDS, empty="")
    said = f"{count} do{'es' if count == 1 else ''} not hold" if count else "all hold"
    click.echo(f"{plural(total, 'mention')} looked at: {said}", err=True)
    for other in left_out:
        click.echo(f"{other}, not watched any more: not looked at", err=True)
    if count:
        raise SystemExit(EXIT_FAILED)


def _unwatched(db: Database, watchlist: Watchlist, forums: Sequence[str]) -> Sequence[str]:
    """How much was told of forums, of those that are asked for, that nobody watches any more, in a line at most."""
    counts = {c.forum_id: c.mentions for c in db.read(forum_counts, rejected=True)}
    left = sorted(f for f in counts if f not in watchlist.forums and (not forums or f in forums))
    if not left:
        return ()
    more = f" and {len(left) - NAMED:,} more" if len(left) > NAMED else ""
    return (f"{plural(sum(counts[f] for f in left), 'mention')} of {', '.join(left[:NAMED])}{more}",)


def _told(changes: Iterator[tuple[Flagged, replay.Change]], counts: Counter[str]) -> Iterator[Row]:
    for article, change in changes:
        counts[change.what] += 1
        yield {
            "what": change.what,
            "mention_id": change.mention_id,
            "article_id": article.id,
            "url": article.article.url,
            "title": article.article.title,
            "differs": change.differs,
            "before": change.before and asdict(change.before),
            "after": change.after and asdict(change.after),
        }


def _doubt_row(article: Flagged, doubt: replay.Doubt) -> Row:
    return {
        "mention_id": doubt.mention_id,
        "forum_id": doubt.mention.forum_id,
        "edition": doubt.mention.edition,
        "article_id": article.id,
        "url": article.article.url,
        "title": article.article.title,
        "why": doubt.why,
    }


def _named(mention: Row) -> str:
    return f"{mention['forum_id']} {mention['edition'] or ''}".strip()


def _was(row: Row) -> str:
    """What it was before, where it changed: the edition, the role, or which other field differs."""
    if row["what"] != "changed":
        return ""
    shown = {"edition": row["before"]["edition"] or "no edition", "role": row["before"]["role"]}
    return ", ".join(str(shown.get(name, f"other {name}")) for name in row["differs"])


@contextmanager
def _moving(total: int, words: str) -> Iterator[replay.Progress | None]:
    """A bar over so many articles; None where there is no terminal."""
    with bar(total, words) as shown:
        if shown is None:
            yield None
        else:
            yield lambda done: shown(done, total, f"{words} {done} of {total} articles")
