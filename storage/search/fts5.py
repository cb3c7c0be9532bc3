"""The words of a prepared query → what SQLite's index of words, FTS5, is asked."""

from __future__ import annotations

from itertools import product
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Integer,
    Text,
    bindparam,
    column,
    literal,
    select,
    table,
)

from storage.engine.prepared import Prepared
from storage.search.asked import And, Near, Not, Or, Words
from storage.search.fulltext import NAME
from storage.text.tokens import Phrase

INDEX = table(NAME, column("rowid"), column(NAME))
Span = tuple[int | None, int | None]  # the first article, and the one behind the last; None: no bound
EVERYWHERE: Span = (None, None)
_PAST_ALL = 2**63 - 1  # ids
_said = INDEX.c[NAME].op("MATCH", is_comparison=True)(bindparam("words", type_=Text))
_newest = Prepared(
    select(INDEX.c.rowid)
    .where(_said, INDEX.c.rowid < bindparam("before", type_=BigInteger))
    .order_by(INDEX.c.rowid.desc())
    .limit(bindparam("most", type_=Integer))
)


def within(ids: ColumnElement[Any], span: Span) -> list[ColumnElement[bool]]:
    """The conditions of `span`."""
    first, end = span
    return ([] if first is None else [ids >= first]) + ([] if end is None else [ids < end])


def newest(conn: Connection, words: str, before: int | None, limit: int | None) -> list[int]:
    """The ids of the hits before that article, the last stored first."""
    given = {"words": words, "before": before or _PAST_ALL, "most": -1 if limit is None else limit}
    return [row.rowid for row in _newest.rows(conn, given)]


def split(tree: Any) -> tuple[str | None, list[Any]]:
    """(what one MATCH asks; None: nothing, the parts of the tree that it leaves), all of which must hold."""
    parts = tree.parts if isinstance(tree, And) else (tree,)
    words = [part for part in parts if match(part) or (isinstance(part, Not) and match(part.part))]
    whole = match(And(tuple(words))) if words else None
    return whole, [part for part in parts if whole is None or part not in words]


def hit(ids: ColumnElement[Any], words: str, span: Span) -> ColumnElement[bool]:
    """Whether an article is among the hits of `span`; gathering them takes 0.1 to 0.4 µs each, asking for one 75."""
    index = INDEX.alias()
    return ids.in_(select(index.c.rowid).where(*conditions(index, words, span)))


def conditions(index: Any, words: str, span: Span) -> list[ColumnElement[bool]]:
    """That the row of `index` is a hit in `span`."""
    return [index.c[NAME].op("MATCH", is_comparison=True)(literal(words)), *within(index.c.rowid, span)]


def match(node: Any) -> str | None:
    """The tree as FTS5 asks for it; None for one that it cannot: with fields, or with no word that must stand."""
    if isinstance(node, (Words, Near)):
        return _leaf(node)
    if isinstance(node, Or):
        found = [match(part) for part in node.parts]
        return None if None in found else f"({' OR '.join(map(str, found))})"
    if not isinstance(node, And):
        return None
    held = [match(part) for part in node.parts if not isinstance(part, Not)]
    barred = [match(part.part) for part in node.parts if isinstance(part, Not)]
    if not held or None in held or None in barred:
        return None
    words = " AND ".join(map(str, held))
    return f"(({words}) NOT ({' OR '.join(map(str, barred))}))" if barred else f"({words})"


def _leaf(leaf: Words | Near) -> str:
    if isinstance(leaf, Words):
        said = " OR ".join(map(_quoted, leaf.spellings))
        return f"(title : ({said}))" if leaf.title else f"({said})"
    both = product(leaf.left.spellings, leaf.right.spellings)
    said = " OR ".join(f"NEAR({_quoted(one)} {_quoted(other)}, {leaf.apart})" for one, other in both)
    return f"(title : ({said}))" if leaf.left.title else f"({said})"


def _quoted(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.tokens)}"{" *" if phrase.prefix else ""}'
