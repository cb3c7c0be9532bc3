"""``mentions --explain ID``: the words and rules behind one mention."""

from __future__ import annotations

import click

from crawler import flag
from crawler.explained import Explained, explained
from crawler.rows import Row
from storage.articles import replay as kept
from storage.mentions import stream as stored
from storage.mentions.triage import edition_named
from storage.records import Evidence

from .crawl import checked_watchlist
from .output import shown, write_values, zoned
from .settings import EXIT_USAGE, Settings


def print_explanation(settings: Settings, mention_id: int, form: str) -> None:
    """Print why the mention of that id is there, and whether today's rules say the same; exit 2 for no such id."""
    watchlist = checked_watchlist(settings.config())
    with settings.open() as db:
        found = db.read(stored.one, mention_id)
        article = db.read(kept.with_mention, mention_id)
    if found is None or article is None:
        gone = "; it was there, and a later version or rule took it back" if article else ""
        click.echo(f"no mention {mention_id}{gone}; `forumwatch mentions` tells which there are", err=True)
        raise SystemExit(EXIT_USAGE)
    said = explained(found, article, watchlist)
    write_values(_told(said) if form == "table" else said.row(), form)


def _told(said: Explained) -> Row:
    """A line for each thing that a person asks."""
    found, seen, mention = said.found, said.seen, said.found.mention
    told: Row = {
        "mention": f"{found.id}: {mention.forum_id} {mention.edition or '(no edition)'}",
        "article": found.title,
        "url": found.url,
        "published": found.published_at,
        "role": f"{mention.role}, score {mention.score:.2f}",
        "named": f"{'once' if seen.times == 1 else f'{seen.times} times'}, {'in the title too' if seen.in_title else 'not in the title'}",
    }
    for number, quote in enumerate(mention.evidence, 1):
        told[f"quote {number}"] = f"{_quoted(quote)}: {flag.meaning(quote.rule, quote.exact)}"
    for number, fact in enumerate(mention.facts, 1):
        told[f"fact {number}"] = f"{fact.kind}: {fact.value}, in {_quoted(fact.evidence)}"
    for number, quote in enumerate(seen.unbelieved, 1):
        told[f"not counted {number}"] = f"{_quoted(quote)}: nothing near it says that this forum is meant"
    if found.edition_by:
        told["edition"] = (
            f"{edition_named(found)}, says {found.edition_by}; the rules say "
            f"{found.edition_ruled or 'no edition'}"
        )
    if found.triaged_by and found.triaged_at:
        why = f", {found.reason}" if found.reason else ""
        told["triage"] = f"{found.triage}{why}: {found.triaged_by}, {zoned(found.triaged_at)}"
    if found.note:
        told["note"] = found.note
    return {**told, "today": said.today}


def _quoted(quote: Evidence) -> str:
    """The words between those around them, and where they stand."""
    around = f"{'…' if quote.start else ''}{quote.prefix}[{quote.exact}]{quote.suffix}{'…' if quote.suffix else ''}"
    return f"{shown(around)} ({quote.field} {quote.start}–{quote.end})"
