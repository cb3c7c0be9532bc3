"""The words of a prepared query → what PostgreSQL's index of words, rows of tsvector with GIN, is asked.

windows of the latest articles ─GIN, no row read─→ their ids, the last first ─as many as are taken─→ proved
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    Connection,
    Integer,
    Select,
    bindparam,
    case,
    cast,
    column,
    or_,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from storage import schema
from storage.asked import And, Field, Near, Not, Or, Words
from storage.conditions import Same
from storage.fts5 import Span
from storage.fulltext import NAME
from storage.matching import Held, verdict
from storage.prepared import Prepared
from storage.tokens import Phrase

_A = schema.articles
_TEXTS = (_A.c.title, _A.c.summary, _A.c.text)
ROW = table(NAME, column("article_id"), column("cut"), column("tokens"))
PLACE = (ROW.c.article_id + 0).label("id")  # + 0: not by walking from the last article on, proving each
_PAST_ALL = 2**63 - 1  # ids


def in_row(asked: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the row is a hit of `asked`, a tsquery as text.

    A query that it sees, PostgreSQL takes to find next to nothing where it has two words, and reads all that it finds.
    """
    unseen = select(cast(asked, TSQUERY)).scalar_subquery()
    return ROW.c.tokens.op("@@", is_comparison=True)(unseen)


def lately(given: Select[Any], late: ColumnElement[bool] | None, near: Any, proved: bool) -> Select[Any]:
    """What is `given`, with an `id` and `cut`, the last first, and of each only then whether `late` holds of its row.

    The index holds no places: whether words stand together is read from the row's tokens, which takes 25 µs, and so of
    as many rows as are taken. `proved`: with the texts of those that must be proved by them, which are `near` or cut.
    """
    hits = given.order_by(PLACE.desc()).subquery("hits")
    found = select(*hits.c).order_by(hits.c.id.desc())
    if late is not None:
        found = found.where(select(late).where(ROW.c.article_id == hits.c.id).scalar_subquery())
    for text in _TEXTS if proved else ():
        said = select(case((or_(near, hits.c.cut), text))).where(_A.c.id == hits.c.id)
        found = found.add_columns(said.scalar_subquery().label(f"said_{text.name}"))
    return found


def _of_words(placed: bool, bounded: bool) -> Prepared:
    wide, narrow = (bindparam(name, type_=TSQUERY) for name in ("wide", "narrow"))
    given = select(PLACE, ROW.c.cut).where(
        in_row(wide), ROW.c.article_id < bindparam("end", type_=BigInteger)
    )
    if bounded:
        given = given.where(ROW.c.article_id >= bindparam("first", type_=BigInteger))
    late = or_(ROW.c.cut, in_row(narrow)) if placed else None
    found = lately(given, late, bindparam("near", type_=Boolean) if placed else None, placed)
    return Prepared(found.limit(bindparam("most", type_=Integer)))


_ways = {
    (placed, bounded): _of_words(placed, bounded) for placed in (False, True) for bounded in (False, True)
}


def newest(conn: Connection, tree: Any, span: Span, limit: int) -> list[int]:
    """The ids of the hits of a tree of words in `span`, the last stored first."""
    first, end = span
    wide, narrow = tsquery(tree, False), tsquery(tree, True)
    near = any(isinstance(leaf, Near) for leaf in leaves(tree))
    placed = near or not all(map(exact, leaves(tree)))
    proves = proof(tree, {}, near) if placed else None
    found: list[int] = []
    given = {"wide": wide, "narrow": narrow, "near": near, "first": first, "most": limit}
    while True:
        rows = _ways[placed, first is not None].rows(conn, given | {"end": end or _PAST_ALL})
        found += [row.id for row in rows if proves is None or proves(row)]
        if len(rows) < limit or len(found) >= limit:
            return found[:limit]
        end = rows[-1].id


def leaves(node: Any) -> Iterator[Any]:
    """The leaves of a prepared tree, without their NOT."""
    if isinstance(node, (And, Or)):
        for part in node.parts:
            yield from leaves(part)
    else:
        yield node.part if isinstance(node, Not) else node


def only_words(node: Any) -> bool:
    """Whether nothing else is asked."""
    return all(isinstance(leaf, (Words, Near)) for leaf in leaves(node))


def proof(tree: Any, said: Mapping[Field | Same, str], near: bool) -> Callable[[Any], bool]:
    """Whether a row is a hit: by its text, where the index cannot tell."""

    def proves(row: Any) -> bool:
        if not row.cut and not near:
            return True
        held = Held(row.said_title, row.said_summary, row.said_text)
        return verdict(tree, lambda leaf: getattr(row, said[leaf]) if leaf in said else held.holds(leaf))  # type: ignore[arg-type, index]

    return proves


def sayable(tree: Any) -> bool:
    """Whether it is a tree of words that some word must stand for."""
    return only_words(tree) and tsquery(tree, False) is not None


def exact(leaf: Any) -> bool:
    """Whether a row without places tells it as well: single tokens of anywhere."""
    return isinstance(leaf, Words) and not leaf.title and all(len(p.tokens) == 1 for p in leaf.spellings)


def tsquery(node: Any, places: bool) -> str | None:
    """The tree as a tsquery, as narrow as rows with `places`, or without, can tell; None: of any row."""
    if isinstance(node, And):
        parts = [part for part in (tsquery(part, places) for part in node.parts) if part is not None]
        return f"({' & '.join(parts)})" if parts else None
    if isinstance(node, Or):
        ways = [tsquery(part, places) for part in node.parts]
        return None if None in ways else f"({' | '.join(map(str, ways))})"
    if isinstance(node, Not):
        known = exact(node.part) or (places and isinstance(node.part, Words))
        return f"!{tsquery(node.part, places)}" if known else None
    if isinstance(node, Near):
        return f"({tsquery(node.left, places)} & {tsquery(node.right, places)})"
    sign, weight = (" <-> ", "A" if node.title else "") if places else (" & ", "")
    ways = [sign.join(_lexemes(phrase, weight)) for phrase in node.spellings]
    return f"({' | '.join(f'({way})' for way in ways)})"


def _lexemes(phrase: Phrase, weight: str) -> Iterator[str]:
    for at, token in enumerate(phrase.tokens, 1):
        marks = weight + ("*" if phrase.prefix and at == len(phrase.tokens) else "")
        yield f"'{token}'{':' + marks if marks else ''}"
