"""A status → the lines that a person reads: first whether "nothing new" can be trusted, then what the watch has."""

from __future__ import annotations

from collections.abc import Iterator

from crawler.rows import Row
from crawler.sure import counted
from storage.reports.standing import NAMED
from storage.search.fields import ROLES

from .output import Column, shown, write_rows

TRUST = {"sound": "can be trusted", "doubt": "is in doubt", "unknown": "says nothing"}
SOURCES = ("healthy", "failing", "blind", "silent", "gone", "new", "disabled")  # each source is one of these
ENTRIES = ("read", "waiting", "paused", "skipped", "dismissed", "given_up")  # likewise
LISTS = {  # of sources: their name → how many there are
    "failing_sources": "failing",
    "blind_sources": "blind",
    "silent_sources": "silent",
    "loss_sources": "possible_losses",
    "left_out_sources": "left_out",
    "falling_sources": "falling",
}
NAMES = {
    "new": "not asked yet",
    "gone": "gone for good",
    "dismissed": "no article",
    "given_up": "given up",
    "loss_sources": "possible losses",
    "left_out_sources": "left out",
    "falling_sources": "read worse",
}
LAST = ("poll", "answer", "new_entry", "article", "mention")
COLUMNS: list[Column] = [("what", "what"), ("value", "value")]


def write_standing(row: Row) -> None:
    """Print the row of a status for a person."""
    write_rows(({"what": what, "value": value} for what, value in lines(row)), "table", COLUMNS, ())


def lines(row: Row) -> Iterator[tuple[str, str]]:
    """What is said, and of what; a line of its own for each source that something is wrong with."""
    yield '"nothing new"', f"{TRUST[row['sure']]}: {row['proof']}"
    overdue = f"; {row['overdue']:,} overdue" if row["overdue"] else ""
    yield "sources", f"{row['sources']:,} in the store: {_parts(row, SOURCES)}{overdue}"
    for field, number in LISTS.items():
        yield from _named(NAMES.get(field, number), row[field], row[number])
    yield from _named(
        "cannot be kept", row["cannot_be_kept"][:NAMED], len(row["cannot_be_kept"]), "--format json"
    )
    yield from _named("not looked for", row["not_looked_for"], len(row["not_looked_for"]))
    yield from _named(
        "misread", row["misread_forums"][:NAMED], len(row["misread_forums"]), "`forumwatch forums`"
    )
    yield from _named("twice as often", row["events_on"], len(row["events_on"]))
    entries = {name: row[f"entries_{name}"] for name in ENTRIES}
    tried = f"; {row['entries_in_vain']:,} asked for in vain so far" * bool(row["entries_in_vain"])
    tried += f"; {row['unstored']:,} read and not taken by the store" * bool(row["unstored"])
    yield "entries", f"{sum(entries.values()):,} announced: {_parts(entries, ENTRIES)}{tried}"
    stories, copies = counted(row["stories"], "story", "stories"), counted(row["copies"], "copy", "copies")
    yield "articles", f"{row['articles']:,} in {stories}: {copies}"
    edits = counted(row["edits_7d"], "edit", "edits")
    yield "", f"{row['edited']:,} edited ({edits} this week), {row['removed']:,} removed"
    yield "mentions", f"{row['mentions']:,}: {_parts({r: row[f'mentions_{r}'] for r in ROLES}, ROLES)}"
    yield "", f"{counted(row['revisits'], 'article', 'articles')} to be looked at again"
    yield (
        "errors",
        f"{row['errors_24h']:,} in the last 24 hours"
        + ("; see `forumwatch errors`" * bool(row["errors_24h"])),
    )
    for name in LAST:
        at = row[f"last_{name}_at"]
        yield f"last {name.replace('_', ' ')}", f"{shown(at)} UTC" if at else "never"
    yield "now", f"{shown(row['at'])} UTC"


def _parts(counts: Row, names: tuple[str, ...]) -> str:
    """The counts that are not zero."""
    return ", ".join(f"{counts[n]:,} {NAMES.get(n, n)}" for n in names if counts[n]) or "none"


def _named(
    what: str, told: tuple[str, ...], number: int, where: str = "`forumwatch sources list`"
) -> Iterator[tuple[str, str]]:
    """A line for each of the sources that are `told`, and how many more there are."""
    for said in told:
        yield what, said
        what = ""
    if more := number - len(told):
        yield what, f"and {more:,} more, which {where} tells"
