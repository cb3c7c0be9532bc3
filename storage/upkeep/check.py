"""The store → what is wrong with it: damage, and rows that contradict each other. Reads only."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from sqlalchemy import Connection, func, inspect, select, text

from storage import schema
from storage.engine.dialects import damage
from storage.search import fulltext
from storage.stories.postings import every, unsound

FETCHED = 500  # mentions, or ids of articles, in memory at a time
SHOWN = 5  # rows named for one kind of contradiction; the rest is counted

_A, _M, _V = schema.articles, schema.mentions, schema.versions

# what is wrong → the ids of the rows; nothing else reads these tables as a whole, so they stand as plain SQL
CONTRADICTIONS = {
    "articles without a story": "SELECT a.id FROM articles a LEFT JOIN stories s ON s.id = a.story_id WHERE s.id IS NULL",
    "stories without an article": "SELECT s.id FROM stories s WHERE s.joined_to IS NULL AND NOT EXISTS (SELECT 1 FROM articles a WHERE a.story_id = s.id)",
    "stories joined into one that is not there, or no elder one": "SELECT s.id FROM stories s LEFT JOIN stories e ON e.id = s.joined_to WHERE s.joined_to IS NOT NULL AND (e.id IS NULL OR e.joined_to IS NOT NULL OR e.id >= s.id)",
    "articles of a story that was joined into another": "SELECT a.id FROM stories s JOIN articles a ON a.story_id = s.id WHERE s.joined_to IS NOT NULL",
    "mentions of another story than their article's": "SELECT m.id FROM mentions m JOIN articles a ON a.id = m.article_id WHERE m.story_id <> a.story_id",
    "articles without the row of their version": "SELECT a.id FROM articles a LEFT JOIN versions v ON v.article_id = a.id AND v.version = a.version WHERE v.version IS NULL",
    "articles that lack an earlier version": "SELECT a.id FROM articles a WHERE a.version > 1 AND a.version <> (SELECT count(*) FROM versions v WHERE v.article_id = a.id)",
    "earlier versions without their words": "SELECT v.article_id FROM versions v JOIN articles a ON a.id = v.article_id WHERE v.version < a.version AND (v.title IS NULL OR v.text IS NULL)",
    "articles without a fingerprint": "SELECT a.id FROM articles a LEFT JOIN fingerprints f ON f.article_id = a.id WHERE f.article_id IS NULL",
    "totals that differ from their tables (DELETE FROM totals has them counted anew)": "SELECT name FROM totals WHERE number <> (SELECT count(*) FROM articles WHERE name = 'articles' AND id <= place) + (SELECT count(*) FROM stories WHERE name = 'stories' AND id <= place AND joined_to IS NULL)",
    "articles under one address": "SELECT max(id) FROM articles GROUP BY key_hash HAVING count(*) > 1",
    "articles said to copy one that is not there": "SELECT a.id FROM articles a LEFT JOIN articles o ON o.id = a.copy_of WHERE a.copy_of IS NOT NULL AND o.id IS NULL",
    "originals of a story that has an earlier article": "SELECT a.id FROM articles a WHERE a.relation = 'original' AND EXISTS (SELECT 1 FROM articles o WHERE o.story_id = a.story_id AND o.id < a.id)",
    "entries read without an article": "SELECT e.id FROM entries e LEFT JOIN articles a ON a.id = e.article_id WHERE e.state = 'read' AND a.id IS NULL",
    "entries with an article that are not read": "SELECT id FROM entries WHERE article_id IS NOT NULL AND state <> 'read'",
    "entries on loan without an end": "SELECT id FROM entries WHERE leased_by IS NOT NULL AND wake_at IS NULL",
    "looks on loan without an end": "SELECT article_id FROM revisits WHERE leased_by IS NOT NULL AND due_at IS NULL",
    "changes of a mention that is not there": "SELECT c.position FROM changes c LEFT JOIN mentions m ON m.id = c.mention_id WHERE m.id IS NULL",
    "mentions without an article": "SELECT m.id FROM mentions m LEFT JOIN articles a ON a.id = m.article_id WHERE a.id IS NULL",
    "mentions without evidence": "SELECT id FROM mentions WHERE CAST(evidence AS VARCHAR) IN ('', '[]', 'null')",
    "mentions of an article's earlier version that still stand": "SELECT m.id FROM mentions m JOIN articles a ON a.id = m.article_id WHERE m.gone_at IS NULL AND m.version <> a.version",
    "cursors beyond the last mention": "SELECT name FROM cursors WHERE position > (SELECT coalesce(max(position), 0) FROM mentions)",
}


def check(conn: Connection) -> list[str]:
    """What is wrong, a sentence each; [] for a sound store."""
    found = damage(conn) + _missing(conn)
    if found:  # the rows of a damaged store say little
        return found
    for what, query in CONTRADICTIONS.items():
        ids = [str(row[0]) for row in conn.execute(text(query))]
        found += _told(what, ids)
    broken = [
        f"{table.name} {low}"
        for table in (schema.fingerprint_blocks, schema.anchor_blocks)
        for low in unsound(conn, table)
    ]
    found += _told("blocks of keys that are damaged, so that copies are not found", broken)
    if not broken:
        found += _told("keys of an article that is not there", _kept_for_nobody(conn))
    found += _told("articles that searching does not see", fulltext.lacking(conn))
    return found + _told("mentions whose evidence is not in their article", list(_unproved(conn)))


def _missing(conn: Connection) -> list[str]:
    """Tables that are not there, as where a copy was restored in part."""
    there = {*inspect(conn).get_table_names()}
    lost = sorted({*schema.metadata.tables, fulltext.NAME} - there)
    return [f"no table {name}: restore the store from a whole copy" for name in lost]


def _told(what: str, ids: list[str]) -> list[str]:
    if not ids:
        return []
    more = f" and {len(ids) - SHOWN} more" if len(ids) > SHOWN else ""
    return [f"{len(ids)} {what}: {', '.join(ids[:SHOWN])}{more}"]


def _kept_for_nobody(conn: Connection) -> list[str]:
    """The ids that keys of copies and translations lead to and that no article has."""
    there = bytearray((conn.execute(select(func.max(_A.c.id))).scalar() or 0) + 1)
    with conn.execute(select(_A.c.id).execution_options(yield_per=FETCHED)) as rows:
        for id_ in rows.scalars():
            there[id_] = True
    kept = chain(every(conn, schema.fingerprint_blocks), every(conn, schema.anchor_blocks))
    found = {i for _, i in kept if i >= len(there) or not there[i]}
    return list(map(str, sorted(found)))


def _unproved(conn: Connection) -> Iterator[str]:
    """The ids of mentions with a quote that does not stand at its place in the version it was found in."""
    then = (_V.c.article_id == _M.c.article_id) & (_V.c.version == _M.c.version)
    query = (
        select(_M.c.id, _M.c.evidence, _M.c.version, _A.c.version.label("present"))
        .add_columns(*(_A.c[name] for name in ("title", "text", "summary")))
        .add_columns(*(_V.c[name].label(f"then_{name}") for name in ("title", "text", "summary")))
        .join(_A, _A.c.id == _M.c.article_id)
        .outerjoin(_V, then)
        .order_by(_M.c.id)
    )
    with conn.execute(query.execution_options(yield_per=FETCHED)) as rows:
        for row in rows:
            if not all(_stands(row, said) for said in row.evidence):
                yield str(row.id)


def _stands(row: Any, said: dict[str, Any]) -> bool:
    then = "" if row.version == row.present else "then_"
    words = getattr(row, then + said["field"]) or ""
    return bool(words[said["start"] : said["end"]] == said["exact"])
