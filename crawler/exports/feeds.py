"""Rows → a feed: Atom (RFC 4287) or JSON Feed 1.1. The newest come first, as the rows do."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from crawler.rows import Row, plain

from .about import About, clean, line, moment_of, rfc3339, said, subjects, tag


def atom(rows: Iterable[Row], about: About) -> Iterator[bytes]:
    """One entry for each row; its `updated` is when it was found, or a person last spoke of it."""
    first, rows = _first(rows)
    updated = moment_of(first) if first else about.made_at
    links = (("alternate", about.home), ("self", about.own))
    linked = "".join(f"  <link rel='{rel}' href={_attribute(url)}/>\n" for rel, url in links if url)
    subtitle = f"  <subtitle>{_words(about.sure)}</subtitle>\n" if about.sure else ""
    chosen = f"?{about.chosen}" if about.chosen else ""
    yield (
        "<?xml version='1.0' encoding='utf-8'?>\n"
        "<feed xmlns='http://www.w3.org/2005/Atom'>\n"
        f"  <title>{_words(about.title)}</title>\n{subtitle}"
        f"  <id>{_words(f'tag:{about.authority},2026:forumwatch/{about.kind}{chosen}')}</id>\n"
        f"  <updated>{rfc3339(updated)}</updated>\n"
        f"  <generator>forumwatch</generator>\n{linked}"
    ).encode()
    for row in rows:
        yield "".join(f"{part}\n" for part in _entry(row, about)).encode()
    yield b"</feed>\n"


def _entry(row: Row, about: About) -> Iterator[str]:
    language = row.get("language")
    yield f"  <entry xml:lang={_attribute(language)}>" if language else "  <entry>"
    yield f"    <title>{_words(row['title']) or 'untitled'}</title>"
    yield f"    <id>{_words(tag(row, about))}</id>"
    yield f"    <link rel='alternate' href={_attribute(row['url'])}/>"
    yield f"    <updated>{rfc3339(moment_of(row))}</updated>"
    if row.get("published_at"):
        yield f"    <published>{rfc3339(row['published_at'])}</published>"
    for author in _authors(row):
        yield f"    <author><name>{_words(author)}</name></author>"
    for subject in subjects(row):
        yield f"    <category term={_attribute(subject)}/>"
    yield f"    <summary>{_words(said(row))}</summary>"
    yield "  </entry>"


def jsonfeed(rows: Iterable[Row], about: About) -> Iterator[bytes]:
    """One item for each row, with the whole row under `_forumwatch`."""
    head = {"version": "https://jsonfeed.org/version/1.1", "title": line(about.title)}
    if about.sure:
        head["description"] = line(about.sure)
    if about.home:
        head["home_page_url"] = about.home
    if about.own:
        head["feed_url"] = about.own
    yield (_dumps(head)[:-1] + ', "items": [').encode()
    for number, row in enumerate(rows):
        yield ((",\n" if number else "\n") + _dumps(_item(row, about))).encode()
    yield b"\n]}\n"


def _item(row: Row, about: About) -> Row:
    item = {
        "id": tag(row, about),
        "url": row["url"],
        "title": line(row["title"]),
        "content_text": clean(row.get("text") or said(row)),
        "date_published": rfc3339(row.get("published_at") or moment_of(row)),
        "date_modified": rfc3339(moment_of(row)),
        "authors": [{"name": name} for name in _authors(row)],
        "tags": subjects(row),
    }
    if row.get("language"):
        item["language"] = row["language"]
    return {**item, "_forumwatch": {"about": "a row of forumwatch", **row}}


def _dumps(value: Any) -> str:
    return clean(json.dumps(value, ensure_ascii=False, default=plain))


def _first(rows: Iterable[Row]) -> tuple[Row | None, Iterable[Row]]:
    """The first row, and all of them."""
    rest = iter(rows)
    for row in rest:
        return row, chain((row,), rest)
    return None, ()


def _authors(row: Row) -> list[str]:
    """Who signed it, else the outlet: an entry without an author is none to Atom."""
    names = [line(name) for name in row.get("authors") or ()]
    return [name for name in names if name] or [line(row.get("outlet") or row["source_id"])]


def _words(text: Any) -> str:
    return escape(line(text))


def _attribute(text: Any) -> str:
    return quoteattr(line(text))
