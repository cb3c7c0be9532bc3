"""An article's history → its rows: each version with what it changed, and the changed places for people to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from crawler.dedupe.edits import Passage, counts, edits
from crawler.rows import Row, article_row
from storage.articles.history import History, Said, Version

AROUND = 40  # characters of what stayed, on each side of a change
PARTS = ("title", "summary", "text")


def history_row(found: History, full: bool) -> Row:
    """An article with its mentions, versions and changes; its text when `full`."""
    watched = asdict(found.watched) if found.watched else None
    return {
        **article_row(found.stored, full),
        "updated_at": found.updated_at,
        "mentions": [said_row(said) for said in found.mentions],
        "versions": list(version_rows(found.versions)),
        "changes": [asdict(happened) for happened in found.changes],
        "looks": watched,
    }


def said_row(said: Said) -> Row:
    """A mention of the article as its history tells it: without facts, and with when it was gone."""
    mention = {name: value for name, value in asdict(said.mention).items() if name != "facts"}
    names = ("edition_ruled", "edition_by", "found_at", "gone_at", "triage")
    return {"id": said.id, **mention, **{name: getattr(said, name) for name in names}}


def version_rows(versions: Sequence[Version]) -> Iterator[Row]:
    """Each version but its text, with what differs from the one before: passages by title, summary and text."""
    for before, now in zip((None, *versions), versions, strict=False):
        head = {name: value for name, value in asdict(now).items() if name != "text"}
        told = _differs(before, now) if before else {}
        removed, added = counts(passage for passages in told.values() for passage in passages)
        changed = {part: [asdict(passage) for passage in passages] for part, passages in told.items()}
        yield {**head, "removed": removed, "added": added, "changed": changed}


def _differs(before: Version, now: Version) -> dict[str, tuple[Passage, ...]]:
    both = {part: (getattr(before, part) or "", getattr(now, part) or "") for part in PARTS}
    return {part: edits(was, is_now) for part, (was, is_now) in both.items() if was != is_now}


def places(passages: Sequence[Row]) -> Iterator[list[tuple[str, str]]]:
    """The changed places one by one, as (what, text), each with a little of what stands around it."""
    place: list[tuple[str, str]] = []
    open_ = False
    for at, passage in enumerate(passages):
        what, text = passage["what"], passage["text"]
        if what != "equal":
            place.append((what, text))
            open_ = True
        elif open_ and at + 1 < len(passages) and len(text) <= 2 * AROUND:
            place.append((what, text))
        else:
            if open_:
                yield [*place, (what, _start(text))]
            place, open_ = [(what, _end(text))], False
    if open_:
        yield place


def _start(text: str) -> str:
    return text if len(text) <= AROUND else text[:AROUND] + "…"


def _end(text: str) -> str:
    return text if len(text) <= AROUND else "…" + text[-AROUND:]
