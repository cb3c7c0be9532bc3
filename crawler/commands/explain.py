"""``mentions --explain ID``: the words and rules behind one mention."""

from __future__ import annotations

from dataclasses import asdict

import click

from crawler import flag, replay
from crawler.flag import Explanation
from crawler.rows import Row, mention_row
from storage import mentions as stored
from storage import replay as kept
from storage.mentions import StoredMention
from storage.records import Evidence
from storage.replay import Flagged

from .crawl import checked_watchlist
from .output import shown, write_values
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
    today = flag.find_mentions(article.article, watchlist)
    changes = [c for c in replay.compare(article.mentions, today) if c.mention_id == mention_id]
    verdict = _verdict(changes[0]) if changes else "today's rules say the same"
    seen = flag.explain(article.article, watchlist, found.mention.forum_id)
    if form == "table":
        write_values(_told(found, seen, verdict), form)
    else:
        write_values(_row(found, article, seen, verdict), form)


def _verdict(change: replay.Change) -> str:
    if change.after is None:
        return "today's rules do not find it any more; `forumwatch reflag` takes it back"
    mention, said = change.after, ", ".join(change.differs)
    return (
        f"today's rules see it otherwise ({said}): {mention.forum_id} {mention.edition or ''} {mention.role} "
        f"{mention.score:.2f}; `forumwatch reflag` changes it"
    )


def _told(found: StoredMention, seen: Explanation, verdict: str) -> Row:
    """A line for each thing that a person asks."""
    mention = found.mention
    told: Row = {
        "mention": f"{found.id}: {mention.forum_id} {mention.edition or '(no edition)'}",
        "article": found.title,
        "url": found.url,
        "published": found.published_at,
        "role": f"{mention.role}, score {mention.score:.2f}",
        "named": f"{seen.times} times, {'in the title too' if seen.in_title else 'not in the title'}",
    }
    for number, quote in enumerate(mention.evidence, 1):
        told[f"quote {number}"] = f"{_quoted(quote)}: {flag.meaning(quote.rule)}"
    for number, fact in enumerate(mention.facts, 1):
        told[f"fact {number}"] = f"{fact.kind}: {fact.value}, in {_quoted(fact.evidence)}"
    for number, quote in enumerate(seen.unbelieved, 1):
        told[f"not counted {number}"] = f"{_quoted(quote)}: nothing near it says that this forum is meant"
    if found.triaged_by:
        why = f", {found.reason}" if found.reason else ""
        told["triage"] = f"{found.triage}{why}: {found.triaged_by}, {shown(found.triaged_at)} UTC"
    if found.note:
        told["note"] = found.note
    return {**told, "today": verdict}


def _quoted(quote: Evidence) -> str:
    """The words between those around them, and where they stand."""
    around = f"{'…' if quote.start else ''}{quote.prefix}[{quote.exact}]{quote.suffix}{'…' if quote.suffix else ''}"
    return f"{shown(around)} ({quote.field} {quote.start}–{quote.end})"


def _row(found: StoredMention, article: Flagged, seen: Explanation, verdict: str) -> Row:
    row = mention_row(found)
    meanings = [flag.meaning(quote.rule) for quote in found.mention.evidence]
    return row | {
        "version": article.version,
        "meanings": meanings,
        "times": seen.times,
        "in_title": seen.in_title,
        "unbelieved": [asdict(quote) for quote in seen.unbelieved],
        "today": verdict,
    }
