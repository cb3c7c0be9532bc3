"""Stored values → the rows that leave the program, under the values' own field names.

One function per kind of row, a plain dict each; JSON, JSONL and CSV print the same fields.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, fields
from datetime import datetime
from functools import lru_cache
from typing import Any

from crawler.domains import domain_of
from crawler.patterns import lazily
from storage.articles.save import StoredArticle
from storage.mentions.cursors import StoredChange
from storage.mentions.stream import StoredMention
from storage.records import CONTEXT, Article, Mention
from storage.reports.counts import ForumCount
from storage.sources.state import SourceStatus
from storage.stories.told import called
from storage.text.clean import host_of

Row = dict[str, Any]
# Control characters and those that reorder or hide text: in a terminal they are commands, on a page they lie.
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
UNSAFE = lazily(f"[\x00-\x1f\x7f-\x9f\u00ad{BIDI}\u2028\u2029\u2060-\u2064\ufeff\ud800-\udfff]+")
PART_OF_WORD = 20  # code points: what is longer is no part of a word
COMMANDS = re.compile(f"[\x7f-\x9f{BIDI}\u2028\u2029\ud800-\udfff]")  # JSON escapes those below by itself
_NO_CELL = lazily("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_FORMULA = lazily(r"[\t\r\n]|\s*[=+@-]|\s*[＝＋－＠]")  # East Asian spreadsheets take full-width signs too


def fields_of(kind: type[Any]) -> tuple[str, ...]:
    """The field names of a dataclass, which are those of its rows."""
    return tuple(field.name for field in fields(kind))


_MENTION_HEAD = ("id", "position")
_MENTION_TAIL = (
    "url",
    "title",
    "language",
    "published_at",
    "site_name",
    "outlet",
    "source_id",
    "article_id",
    "story_id",
    "removed_at",
    "found_at",
    "triage",
    "reason",
    "note",
    "triaged_by",
    "triaged_at",
    "triages",
    "edition_ruled",
    "edition_by",
)
MENTION_FIELDS = (*_MENTION_HEAD, *fields_of(Mention), *_MENTION_TAIL)
_CHANGE_HEAD = ("change_position", "at", "what", "before")
CHANGE_FIELDS = (*_CHANGE_HEAD, *MENTION_FIELDS)
_SAID = ("reason", "note", "triaged_by", "triaged_at", "edition_by")  # by a person
_NOT_KEPT = ("next_page", "archivable")  # how its page is read on: a row would say what no page said
_STORED = tuple(name for name in fields_of(StoredArticle) if name not in ("id", "article", "source_name"))
_ARTICLE_TAIL = (*_STORED, "outlet")


@lru_cache(maxsize=10_000)
def _site(url: str) -> str:
    host = host_of(url)
    return domain_of(host) or host


def outlet_of(found: StoredMention | StoredArticle) -> str:
    """What the outlet of an article is called: as its source in sources.yaml, else as its page says, else by its host."""
    article = found.article if isinstance(found, StoredArticle) else found
    return called(found, article.url, article.site_name, _site)


def mention_row(found: StoredMention) -> Row:
    """A mention with its evidence, and the head of its article."""
    names = {name: outlet_of(found) if name == "outlet" else getattr(found, name) for name in _MENTION_TAIL}
    return {**_picked(found, _MENTION_HEAD), **asdict(found.mention), **names}


def change_row(found: StoredChange) -> Row:
    """What became of a mention, and the mention as it is now."""
    said = (found.position, found.at, found.what, found.before)
    return {**dict(zip(_CHANGE_HEAD, said, strict=True)), **mention_row(found.mention)}


def told_before(before: Row | None) -> Row:
    """What differs of a mention, as it was, under words for people, without what nobody had said of it yet."""
    found = {name: value for name, value in (before or {}).items() if value is not None or name not in _SAID}
    return {name.replace("_", " "): value for name, value in found.items()}


def article_fields(full: bool) -> tuple[str, ...]:
    """The fields of `article_row`."""
    own = (name for name in fields_of(Article) if name not in _NOT_KEPT and (full or name != "text"))
    return ("id", *own, *_ARTICLE_TAIL)


def article_row(stored: StoredArticle, full: bool) -> Row:
    """An article without its text, or with it when `full`."""
    values = asdict(stored.article)
    for name in (*_NOT_KEPT, *(() if full else ("text",))):
        values.pop(name)
    return {"id": stored.id, **values, **_picked(stored, _STORED), "outlet": outlet_of(stored)}


COUNTED = ("mentions", "articles", "texts", "outlets", "last_found_at", "by_edition")


def forum_row(known: Row, count: ForumCount | None) -> Row:
    """What is known of a forum, and how often it was in the news: the columns COUNTED."""
    if count is None:
        return {**known, **dict.fromkeys(COUNTED, 0), "last_found_at": None, "by_edition": ()}
    counted = asdict(count)
    counted["by_edition"] = counted.pop("editions")
    return {**known, **counted}


def source_row(status: SourceStatus) -> Row:
    """A source with its state and counts."""
    return asdict(status)


def _picked(value: Any, names: tuple[str, ...]) -> Row:
    return {name: getattr(value, name) for name in names}


def plain(value: Any) -> Any:
    """What json cannot write by itself."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, (tuple, set, frozenset)):
        return list(value)
    raise TypeError(f"{type(value).__name__} in a row")


def cell(value: Any) -> Any:
    """The value as a cell of CSV that no spreadsheet takes for a formula."""
    if value is None or isinstance(value, (int, float)):
        return value
    if isinstance(value, datetime):
        return value.isoformat()
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=plain)
    text = _NO_CELL.sub("\ufffd", text.replace("\r\n", "\n"))
    return "'" + text if _FORMULA.match(text) else text


def from_word(text: str) -> str:
    """A piece that a cut begins, from its first whole word on; all of it where words have no spaces between them."""
    lead, space, rest = text.partition(" ")
    return rest if space and rest.strip() and len(lead) <= PART_OF_WORD else text


def behind(suffix: str) -> str:
    """What stands behind a quote, up to its last whole word, and "…" where the field goes on."""
    return f"{to_word(suffix)}…" if len(suffix) == CONTEXT else suffix


def to_word(text: str) -> str:
    """A piece that a cut ends, up to its last whole word; likewise."""
    rest, space, tail = text.rpartition(" ")
    return rest if space and rest.strip() and len(tail) <= PART_OF_WORD else text
