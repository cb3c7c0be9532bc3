"""What every writer of exports knows of its rows, and how text is made fit for a format."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from crawler.rows import Row, behind, from_word

Kind = Literal["mentions", "articles", "stories"]
KINDS: tuple[Kind, ...] = ("mentions", "articles", "stories")
MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "csv-semicolon": "text/csv; charset=utf-8",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "parquet": "application/vnd.apache.parquet",
    "atom": "application/atom+xml",
    "jsonfeed": "application/feed+json",
    "bibtex": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
}

# what neither XML nor a line of text may hold: control characters, lone surrogates, non-characters, and those that
# turn the order of what is around them
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class About:
    """What the rows are."""

    kind: Kind
    fields: Sequence[str]  # of each row, in order
    made_at: datetime
    title: str = "forumwatch"
    authority: str = "forumwatch"  # a domain or an e-mail address, in whose name ids are made (RFC 4151)
    home: str | None = None  # the address of a page with the same, where there is one
    # the address of the feed itself, by which readers subscribe to what somebody sent them
    own: str | None = None
    # by what the rows were chosen, as an address says it: readers of feeds take two of one id for one
    chosen: str = ""
    sure: str = ""  # what that there is nothing more rests on


def clean(text: Any) -> str:
    """`text` without what no format takes, each such character replaced; line breaks stay."""
    return _FORBIDDEN.sub("\ufffd", str(text))


def line(text: Any) -> str:
    """`text` in one line."""
    return _SPACE.sub(" ", clean(text)).strip()


def rfc3339(moment: datetime) -> str:
    """The moment as feeds write it."""
    return moment.isoformat(timespec="seconds") if moment.tzinfo else f"{moment.isoformat()}Z"


def tag(row: Row, about: About) -> str:
    """An id of the row that never changes, whatever becomes of its words (a tag: URI, RFC 4151)."""
    return f"tag:{about.authority},2026:forumwatch/{about.kind}/{row['id']}"


def moment_of(row: Row) -> datetime:
    """When the row came to be, or was last changed: of a mention, an article or a story."""
    triaged_at: datetime | None = row.get("triaged_at")
    return triaged_at.astimezone(UTC) if triaged_at else found_of(row)


def found_of(row: Row) -> datetime:
    """When the row came to be, whatever was said of it later."""
    for name in ("found_at", "stored_at", "opened_at"):
        if row.get(name) is not None:
            moment: datetime = row[name]
            return moment.astimezone(UTC)
    raise KeyError("found_at")


def subjects(row: Row) -> list[str]:
    """What the row is about: the forum and its edition, or the forums of a story, or an article's own tags."""
    if "forum_id" in row:
        return [f"{row['forum_id']} {row['edition'] or ''}".strip()]
    return [line(name) for name in (*row.get("forums", ()), *row.get("tags", ())) if line(name)]


def said(row: Row) -> str:
    """A few words for people: a mention's quotes, an article's summary, how often a story was told."""
    if "evidence" in row:
        return " … ".join(map(_words_of, _quoted(row["evidence"])))
    if "articles" in row:
        counts = ((row["outlets"], "outlet"), (row["articles"], "article"))
        return "told by {} in {}".format(*(f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts))
    return line(row.get("summary") or "")


def _words_of(quote: Row) -> str:
    """The quote with the whole words around it."""
    before = quote["prefix"]
    if quote["start"] > len(before):  # the field begins before it
        before = from_word(before)
    return line(before + quote["exact"] + behind(quote["suffix"]).removesuffix("…"))


def _quoted(evidence: Sequence[Row]) -> list[Row]:
    """The quotes of which each tells more than those before it: a year within a name was quoted with the name."""
    kept: list[Row] = []
    for quote in evidence:
        if not any(
            quote["field"] == one["field"]
            and one["start"] - len(one["prefix"]) <= quote["start"]
            and quote["end"] <= one["end"] + len(one["suffix"])
            for one in kept
        ):
            kept.append(quote)
    return kept
