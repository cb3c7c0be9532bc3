"""The words of a prepared query → what PostgreSQL's index of words, rows of tsvector with GIN, is asked.

the latest articles ─GIN, of their blocks alone─→ their ids, the last first ─as many as are taken─→ proved
      ├─ none ─→ all before them, in the same question
      └─ too few ─→ as many as should hold more than are wanted, by what was found there; or all
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Any, Literal

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Connection,
    Integer,
    Select,
    SmallInteger,
    Text,
    any_,
    bindparam,
    cast,
    column,
    exists,
    func,
    literal,
    literal_column,
    or_,
    select,
    table,
    text,
    union_all,
)

from storage import schema
from storage.engine.prepared import Prepared
from storage.engine.statements import TSQUERY
from storage.search import fts5, tsqueries
from storage.search.asked import Field, Near
from storage.search.conditions import Same
from storage.search.fts5 import Span
from storage.search.fulltext import ANY_PAIR, BLOCKS, COARSE, FINE, NAME, PAIR, PAIRS
from storage.search.matching import Held, verdict

_A = schema.articles
TEXTS = (_A.c.title, _A.c.summary, _A.c.text)
Where = Literal["latest", "blocks", "all"]
ROW = table(NAME, column("article_id", BigInteger), column("cut"), column("tokens"))
WORDS = ARRAY(Text)
_PAST_ALL = 2**63 - 1  # ids
AT_ONCE = 1_000  # hits looked at, at most, where the first of them did not hold
TEXTS_AT_ONCE = 50  # in memory
AT_FIRST = 4_000  # of the latest articles; how far is looked next is seen by the hits among them
WINDOWS = (AT_FIRST, 32_000)  # likewise, where not words alone are asked for: fields may lead to few sooner
SPARE = 1.2  # so many times as many as are wanted should stand in a window
MOST_OF = 0.15  # of the articles: of more than these, going through all costs no more
MOST_BLOCKS = 20  # asked for at once: each is looked at for each hit
_last = Prepared(select(func.max(ROW.c.article_id).label("id")))


def within(conn: Connection, span: Span) -> list[ColumnElement[bool]]:
    """The conditions of `span`, so that the index of words goes through the hits of its blocks alone, where it can."""
    first, end = span
    if first is None:
        return fts5.within(ROW.c.article_id, span)
    named = blocks(first, end or (_last.rows(conn, {})[0].id or 0) + 1)
    if named is None:
        return fts5.within(ROW.c.article_id, span)
    return [*fts5.within(ROW.c.article_id + 0, span), _in_blocks(literal(named, ARRAY(BigInteger)))]


def windows(end: int) -> list[int]:
    """Where windows of the latest articles before that one begin, each at the beginning of a block."""
    begin = [end - size >> FINE << FINE for size in WINDOWS]
    return [first for first in begin if first > 0]


def blocks(first: int, end: int) -> list[int] | None:
    """The few blocks that hold the articles from `first` up to `end`; None where they are too many."""
    for bits, named in ((FINE, range), (COARSE, _coarse)):
        numbers = named(first >> bits, (end - 1 >> bits) + 1)
        if len(numbers) <= MOST_BLOCKS:
            return list(numbers)
    return None


def _coarse(first: int, end: int) -> range:
    return range(-1 - first, -1 - end, -1)


def _in_blocks(asked: ColumnElement[Any]) -> ColumnElement[bool]:
    # in a subquery, as the words: what the planner guesses of a value that it sees is wrong for both together
    seen = select(cast(asked, ARRAY(BigInteger))).scalar_subquery()
    return literal_column(BLOCKS.format(f"{NAME}.")).op("&&", is_comparison=True)(seen)


def in_row(asked: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the row is a hit of `asked`, a tsquery."""
    return ROW.c.tokens.op("@@", is_comparison=True)(asked)


def together(tree: Any, conditions: Sequence[ColumnElement[bool]]) -> ColumnElement[Any] | None:
    """The articles that the index of words gives for a tree with phrases, as an array; None for one without.

    Asked by itself: PostgreSQL would else make the pairs of articles that it has found in other ways, which takes
    half a millisecond each.
    """
    asked = tsqueries.said(tsqueries.pairs(tree))
    if not asked:
        return None
    wide = select(cast(literal(tsqueries.tsquery(tree, False)), TSQUERY)).scalar_subquery()
    paired = (_may_have(*(literal(asked[name], WORDS) for name in names)) for names in tsqueries.PAIRS)
    given = select(ROW.c.article_id).where(in_row(wide), *paired, *conditions)
    return func.array(given.correlate(None).scalar_subquery(), type_=ARRAY(BigInteger))


def _may_have(firsts: ColumnElement[Any], seconds: ColumnElement[Any]) -> ColumnElement[bool]:
    """That the row may have one of the pairs of those arrays of words, for all that the index knows."""
    numbers = ARRAY(SmallInteger)
    words = func.unnest(firsts, seconds).table_valued("one", "other", name="words").render_derived()
    number = func.array_agg(literal_column(PAIR.format("one", "other"), SmallInteger), type_=numbers)
    known = func.array_append(number, cast(ANY_PAIR, SmallInteger), type_=numbers)
    seen = select(known).select_from(words).scalar_subquery()
    return literal_column(PAIRS.format(f"{NAME}."), numbers).op("&&", is_comparison=True)(seen)


# where the first window begins, and ends: at the article `before`, or behind the last one
_latest = (
    text(
        f"""SELECT block << {FINE} AS first, until, ARRAY[block, until - 1 >> {FINE}] AS blocks FROM (
          SELECT greatest(until - {AT_FIRST}, 0) >> {FINE} AS block, until FROM (
            SELECT coalesce(:before, max(article_id) + 1, 1) AS until FROM {NAME}) AS ends) AS ends"""
    )
    .bindparams(bindparam("before", type_=BigInteger))
    .columns(first=BigInteger, until=BigInteger, blocks=ARRAY(BigInteger))
    .cte("latest")
)


def _hits(placed: bool, where: Where, paired: bool) -> Prepared:
    """The ids of articles that the index of words gives, the last first, and whether their rows are cut.

    Of the latest where they begin and end, too; where none of them is a hit, in the same question those of all before.
    """
    if where != "latest":
        edges = [bindparam(edge.name, type_=edge.type) for edge in _latest.c]
        return Prepared(_found(placed, paired, edges[0], edges[1], edges[2] if where == "blocks" else None))
    first, end, named = (select(edge).scalar_subquery() for edge in _latest.c)
    lately = _found(placed, paired, first, end, named).cte("lately")
    before = _found(placed, paired, literal(0), first, None, ~exists(select(lately.c.id))).subquery("before")
    unknown: ColumnElement[Any] = literal_column("NULL::BIGINT")
    found = union_all(
        select(lately, first.label("first"), end.label("until")),
        select(before, unknown.label("first"), unknown.label("until")),
    )
    return Prepared(found.order_by(found.selected_columns.id.desc()))


def _found(
    placed: bool,
    paired: bool,
    first: ColumnElement[Any],
    end: ColumnElement[Any],
    named: ColumnElement[Any] | None,
    *others: ColumnElement[bool],
) -> Select[Any]:
    """The hits from `first` up to `end`, in the blocks `named`, as many as `most`.

    The index holds no places, and pairs of words under numbers that they share: whether words stand together is read
    from the row's tokens, and so only of as many rows as are taken. A condition of the query itself would be asked of
    all of them.
    """
    # a tsquery that it sees, PostgreSQL takes to find next to nothing where it has two words, and reads all it finds
    wide, narrow = (select(cast(bindparam(name), TSQUERY)).scalar_subquery() for name in ("wide", "narrow"))
    place = ROW.c.article_id + 0  # + 0: not by walking from the last article on, proving each
    given = select(place.label("id"), ROW.c.cut).where(in_row(wide), place >= first, place < end, *others)
    if named is not None:
        given = given.where(_in_blocks(named))
    if paired:
        pairs = ([bindparam(name, type_=WORDS) for name in names] for names in tsqueries.PAIRS)
        given = given.where(*(_may_have(*pair) for pair in pairs))
    hits = given.order_by(given.selected_columns.id.desc()).subquery("hits")
    found = select(hits.c.id, hits.c.cut).order_by(hits.c.id.desc())
    found = found.limit(bindparam("most", type_=Integer))
    if not placed:
        return found
    late = select(or_(ROW.c.cut, in_row(narrow))).where(ROW.c.article_id == hits.c.id)
    return found.where(late.scalar_subquery())


_WHERE: tuple[Where, ...] = ("latest", "blocks", "all")
_ways = {way: _hits(*way) for way in product((False, True), _WHERE, (False, True))}
_texts = Prepared(select(_A.c.id, *TEXTS).where(_A.c.id == any_(bindparam("ids", type_=ARRAY(BigInteger)))))


def newest(conn: Connection, tree: Any, before: int | None, limit: int) -> list[int]:
    """The ids of the hits of a tree that is sayable (see tsqueries.py) before that article, the last stored first."""
    hits = _Hits(conn, tree)
    found, first, density = hits.latest(before, limit)
    while len(found) < limit and first:
        behind = first
        first = _reached(behind, density, limit - len(found))
        more = hits.within(first, behind, limit - len(found))
        found += more
        density = len(more) / (behind - first)
    return found


def _reached(behind: int, density: float, wanted: int) -> int:
    """Where the window before `behind` begins in which there should be more than are wanted; 0 where that is no gain.

    To go through all costs no more than some blocks where there are few hits.
    """
    far = SPARE * wanted / density if density else behind
    if far > min(MOST_OF * behind, MOST_BLOCKS - 1 << COARSE):
        return 0
    bits = FINE if far < MOST_BLOCKS - 1 << FINE else COARSE
    return behind - int(far) >> bits << bits


class _Hits:
    """The hits of a tree as the index of words gives them."""

    def __init__(self, conn: Connection, tree: Any) -> None:
        self._conn, self._tree = conn, tree
        wide, narrow = tsqueries.tsquery(tree, False), tsqueries.tsquery(tree, True)
        self._near = any(isinstance(leaf, Near) for leaf in tsqueries.leaves(tree))
        self._placed = wide != narrow
        self._paired = tsqueries.said(tsqueries.pairs(tree))
        self._given = {"wide": wide, "narrow": narrow, **self._paired}

    def latest(self, before: int | None, limit: int) -> tuple[list[int], int, float]:
        """Those of the first window, where it begins, and how many of its articles are hits.

        Where it has none those of all before it, which begin at 0.
        """
        rows = self._rows("latest", {"before": before, "most": limit})
        first, until = (rows[0].first or 0, rows[0].until or _PAST_ALL) if rows else (0, _PAST_ALL)
        found = self._proved(rows)
        if len(rows) == limit > len(found):
            found += self.within(first, rows[-1].id, limit - len(found))
        return found, first, len(found) / (until - first)

    def within(self, first: int, end: int, limit: int) -> list[int]:
        """Those of the articles from `first` up to `end`, the last first; all there are, or `limit`."""
        named = blocks(first, end) if first else None
        where: Where = "all" if named is None else "blocks"
        found: list[int] = []
        most = limit
        while True:
            rows = self._rows(where, {"first": first, "until": end, "blocks": named, "most": most})
            found += self._proved(rows)
            if len(rows) < most or len(found) >= limit:
                return found[:limit]
            end, most = rows[-1].id, min(most * 2, AT_ONCE)

    def _rows(self, where: Where, given: dict[str, Any]) -> list[Any]:
        way = _ways[self._placed, where, bool(self._paired)]
        return way.rows(self._conn, {**self._given, **given})

    def _proved(self, rows: Sequence[Any]) -> list[int]:
        """The ids of the rows that are hits: by their texts, where the index cannot tell."""
        doubtful = [row.id for row in rows if self._near or (row.cut and self._placed)]
        parts = (doubtful[at : at + TEXTS_AT_ONCE] for at in range(0, len(doubtful), TEXTS_AT_ONCE))
        texts = (text for part in parts for text in _texts.rows(self._conn, {"ids": part}))
        wrong = {text.id for text in texts if not self._says(text)}
        return [row.id for row in rows if row.id not in wrong]

    def _says(self, text: Any) -> bool:
        held = Held(text.title, text.summary, text.text)
        return verdict(self._tree, lambda leaf: held.holds(leaf))  # type: ignore[arg-type]


def proof(tree: Any, said: Mapping[Field | Same, str], near: bool) -> Callable[[Any], bool]:
    """Whether a row is a hit: by its text, where the index cannot tell."""

    def proves(row: Any) -> bool:
        if not row.cut and not near:
            return True
        held = Held(row.said_title, row.said_summary, row.said_text)
        return verdict(tree, lambda leaf: getattr(row, said[leaf]) if leaf in said else held.holds(leaf))  # type: ignore[arg-type, index]

    return proves
