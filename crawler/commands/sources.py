"""``sources list``, ``check``, ``losses`` and more: what is polled, how it fares, whether a source or address would work."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from datetime import UTC, datetime

import click

from crawler.ahead import complaints
from crawler.ahead import known as known_of_hosts
from crawler.plan import Known
from crawler.prove import Verdict
from crawler.rows import Row, fields_of, source_row
from storage.database import StoreMissing
from storage.records import Source
from storage.sources import state as stored

from .adding import add_sources
from .crawl import check_ways
from .known import tell_difference
from .lists import export_sources, import_sources
from .losses import show_losses
from .options import format_option
from .output import Column, shown, write_rows, zoned
from .planned import tell_plan
from .proving import chosen_of, print_stanza, prove_all, without_known
from .settings import EXIT_SOME_SOURCES, Settings


def _told(row: Row) -> str:
    """What a person is to know of a source, the gravest first."""
    lost, moved = row["loss_from"], row["moved_to"]
    said = (
        row["error"] or row["blind"] or row["reason"] or row["silent"],
        lost and f"entries may be missing since {shown(lost)} UTC",
        row["quality"],
        moved and f"moved to {moved}: write that into sources.yaml",
    )
    return "; ".join(filter(None, said))


COLUMNS: list[Column] = [
    ("source", "source_id"),
    ("kind", "kind"),
    ("lang", "language"),
    ("state", "state"),
    ("polled (UTC)", "polled_at"),
    ("next (UTC)", "next_at"),
    ("articles", "articles"),
    ("mentions", "mentions"),
    ("unread", lambda row: row["given_up"] or None),  # after every retry
    ("losses", lambda row: row["losses"] or None),
    ("again", lambda row: row["revisits"] or None),  # articles with mentions, to be looked at
    ("removed", lambda row: row["removed"] or None),
    ("error", _told),
]
ROOMY = (
    "kind",
    "lang",
    "next (UTC)",
    "unread",
    "losses",
    "again",
    "removed",
)  # only where there is room for them

SLIM = ("polled (UTC)", "articles", "mentions")  # not where the fault itself would have no room

CHECK_COLUMNS: list[Column] = [
    ("source", "source_id"),
    ("verdict", "verdict"),
    ("entries", "entries"),
    ("dated", "dated"),
    ("article", "title"),
    ("published", lambda row: row["published_at"] and zoned(row["published_at"])),
    ("why", lambda row: "; ".join(row["reasons"])),
]


@click.group()
def sources() -> None:
    """Look at the sources, prove that they work, or find new ones.

    \b
    forumwatch sources list --failing
    forumwatch sources check blognone
    forumwatch sources check https://www.blognone.com/
    forumwatch sources losses --since 7d
    """


sources.add_command(show_losses)


@sources.command("list", short_help="Every source of sources.yaml, and how it stands.")
@click.option("--failing", is_flag=True, help="Only those whose last poll failed.")
@format_option
@click.pass_obj
def list_sources(settings: Settings, failing: bool, form: str) -> None:
    """Print every source of sources.yaml with its state: when it was polled, what it brought, what went wrong.

    \b
    forumwatch sources list
    forumwatch sources list --failing --format csv
    """
    config, now = settings.config(), datetime.now(UTC)
    known, seen = _known(settings, now)
    fresh = (source_row(stored.unpolled(source)) for source in config.sources)
    listed = [(known or {}).get(row["source_id"], row) for row in fresh]
    rows = [row for row in listed if not failing or row["state"] == "failing"]
    empty = "no source is failing" if failing else "no sources"
    write_rows(rows, form, COLUMNS, fields_of(stored.SourceStatus), empty=empty, roomy=ROOMY, slim=SLIM)
    if known is not None:
        tell_difference(config, known)
    tell_plan(complaints(config, seen, now))


def _known(settings: Settings, now: datetime) -> tuple[dict[str, Row] | None, Known]:
    """The sources of the store by their ids, None where there is no store yet; and what it says of their hosts."""
    try:
        with settings.open() as db:
            rows = {s.source_id: source_row(s) for s in db.read(stored.statuses, now)}
            return rows, db.read(known_of_hosts, settings.config(), now)
    except StoreMissing:
        return None, Known()


@sources.command("check", short_help="Ask sources or addresses now, and say whether they work.")
@click.argument("names", metavar="[ID|URL]...", nargs=-1)
@format_option
@click.pass_obj
def check_sources(settings: Settings, names: tuple[str, ...], form: str) -> None:
    """Ask sources now, without storing anything, and say whether they work.

    Each is fetched under robots.txt, its entries are read, and one of the newest as an article.
    Of an address that is no source yet (a front page, a section, a feed, a sitemap) the best way to poll it is
    looked for, and its stanza for sources.yaml printed; so is what works in the place of a source that does not.
    Exit 3 when one does not work.

    \b
    forumwatch sources check                        all enabled ones
    forumwatch sources check blognone               one, enabled or not
    forumwatch sources check https://www.blognone.com/
    """
    config = settings.config()
    chosen = [chosen_of(config, name) for name in names] or [s for s in config.sources if s.enabled]
    check_ways([source for source in chosen if isinstance(source, Source)])
    verdicts = [without_known(config, verdict) for verdict in asyncio.run(prove_all(config, chosen))]
    write_rows((asdict(v) for v in verdicts), form, CHECK_COLUMNS, fields_of(Verdict))
    if form == "table":
        for verdict in verdicts:
            print_stanza(verdict)
    if any(v.verdict == "broken" for v in verdicts):
        raise SystemExit(EXIT_SOME_SOURCES)


for command in (add_sources, import_sources, export_sources):
    sources.add_command(command)
