"""A query → the articles or mentions that it means, with the same hits on SQLite and on PostgreSQL.

    prepared tree ─words alone─→ one MATCH of FTS5, which comes newest first by itself      (SQLite)
                  ─fields──────→ columns (storage.search.conditions)
                  ─words───────→ a tsquery on the article's row of tokens                   (PostgreSQL)

PostgreSQL cannot tell whether NEAR leads from one field into the next, nor prove a phrase where a row has no places:
there what SQL asks is wider than the query, and each row is proved by its text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Select, and_, any_, bindparam, column, or_, true

from storage import schema
from storage.search import fts5
from storage.search.asked import And, Field, Near, Or, Query, QueryError, Words
from storage.search.conditions import Of, Same, joined, leaf_condition, prepared
from storage.search.excerpts import Piece, excerpts, marked
from storage.search.fts5 import EVERYWHERE, Span
from storage.search.query import parse
from storage.search.tsqueries import exact, leaves, only_words, tsquery
from storage.search.vectors import ROW, TEXTS, in_row, proof, together, within

__all__ = ["Piece", "Query", "QueryError", "excerpts", "marked", "narrow", "parse"]

Way = Literal["words", "streamed", "fields"]
PROVED_AT_ONCE = 200  # rows in memory at a time while they are proved

_A, _M = schema.articles, schema.mentions
_ids = {"articles": _A.c.id, "mentions": _M.c.article_id, "behind": _M.c.article_id}


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A select that asks what the query asks."""

    wanted: Select[Any]
    newest: ColumnElement[Any]  # what to order by, the last stored article first
    proves: Callable[[Any], bool] | None  # what remains to be proved of each of its rows; None: nothing

    def rows(self, conn: Connection, wanted: Select[Any], limit: int | None) -> Iterator[Any]:
        """The rows of `wanted`, made of ours, that are proved; read on only as far as they are taken."""
        if self.proves is None:
            yield from conn.execute(wanted.limit(limit))
            return
        found = 0
        at_once = min(limit or PROVED_AT_ONCE, PROVED_AT_ONCE)
        with conn.execute(wanted.execution_options(yield_per=at_once)) as result:
            for row in result:
                if self.proves(row):
                    yield row
                    found += 1
                    if found == limit:
                        return


def narrow(
    conn: Connection,
    wanted: Select[Any],
    asked: str | Query | None,
    of: Of,
    *,
    way: Way = "words",
    span: Span = EVERYWHERE,
) -> Narrowed:
    """`wanted`, a select from articles or mentions, with what is asked.

    `span` holds the articles of all rows of `wanted`, where that is known: hits are looked for there alone.
    `way` matters to SQLite: "streamed" for rows ordered by `Narrowed.newest`, of which a few are taken; "fields"
    where these leave fewer articles than the words. Raises QueryError.
    """
    query = parse(asked) if isinstance(asked, str) else asked
    if query is None or query.root is None:
        return Narrowed(wanted, _ids[of].desc(), None)
    tree = prepared(query.root, of)
    if conn.dialect.name == "sqlite":
        return _on_sqlite(wanted, tree, of, way, span)
    return _on_postgresql(conn, wanted, tree, of, span)


# SQLite


def _on_sqlite(wanted: Select[Any], tree: Any, of: Of, way: Way, span: Span) -> Narrowed:
    words, others = fts5.split(tree)
    ids, order = _ids[of], _ids[of].desc()
    if words is not None and way == "streamed":
        # "between", not "=": so SQLite may look into an index that holds all it asks, not at the articles
        wanted = wanted.where(
            ids.between(fts5.INDEX.c.rowid, fts5.INDEX.c.rowid), *fts5.conditions(fts5.INDEX, words, span)
        )
        order = fts5.INDEX.c.rowid.desc()
    elif words is not None:
        # + 0: else the hits lead to their articles one by one, where the fields would to fewer
        wanted = wanted.where(fts5.hit(ids + 0 if way == "fields" else ids, words, span))
    for part in others:
        wanted = wanted.where(joined(part, lambda leaf: fts5.hit(ids, fts5.match(leaf) or "", span), of))
    return Narrowed(wanted, order, None)


# PostgreSQL


def _on_postgresql(conn: Connection, wanted: Select[Any], tree: Any, of: Of, span: Span) -> Narrowed:
    held = list(leaves(tree))
    words = [leaf for leaf in held if isinstance(leaf, (Words, Near))]
    order = _ids[of].desc()
    if not words:
        return Narrowed(wanted.where(joined(tree, lambda leaf: true(), of)), order, None)
    fields = [leaf for leaf in held if isinstance(leaf, (Field, Same))]
    said = {field: f"says_{at}" for at, field in enumerate(fields)}
    near = any(isinstance(leaf, Near) for leaf in words)
    proves = None
    if near or not all(map(exact, words)):
        proves = proof(tree, said, near)
        says = (leaf_condition(field, of).label(name) for field, name in said.items())
        wanted = wanted.add_columns(*says, ROW.c.cut)
        wanted = wanted.add_columns(*(said_.label(f"said_{said_.name}") for said_ in TEXTS))
    near_by = within(conn, span)
    candidates = together(tree, near_by)
    if candidates is not None:
        wanted, near_by = wanted.where(_ids[of] == any_(candidates)), []
    asks = _asks(tree, of, candidates is None)
    wanted = wanted.where(ROW.c.article_id == _ids[of], asks, *near_by)
    # + 0: along the index of ids PostgreSQL, hoping for frequent hits, would prove every article from the last on
    if span[0] is None and candidates is None:
        order = (_ids[of] + 0).desc()
    return Narrowed(wanted, order, proves)


def _asks(tree: Any, of: Of, by_index: bool) -> ColumnElement[bool]:
    """The tree as a condition, the words that stand together in one tsquery, which the index answers at once."""
    if only_words(tree):
        wide, narrow_ = tsquery(tree, False), tsquery(tree, True)
        if wide == narrow_:
            return _in_row(wide, by_index)
        return and_(_in_row(wide, by_index), or_(ROW.c.cut, _in_row(narrow_, by_index)))
    if isinstance(tree, And):
        words = tuple(part for part in tree.parts if only_words(part))
        others = [_asks(part, of, by_index) for part in tree.parts if part not in words]
        return and_(*others, _asks(And(words), of, by_index)) if words else and_(*others)
    if isinstance(tree, Or):
        return or_(*(_asks(part, of, by_index) for part in tree.parts))
    return joined(tree, lambda leaf: true(), of)


def _in_row(asked: str | None, by_index: bool) -> ColumnElement[bool]:
    if asked is None:
        return true()
    said = in_row(bindparam(None, asked).op("::")(column("tsquery")))
    return said if by_index else said.is_(true())  # which no index answers
