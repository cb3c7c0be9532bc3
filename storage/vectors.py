"""The words of a prepared query → what PostgreSQL's index of words, rows of tsvector with GIN, is asked.

windows of the latest articles ─GIN, of their blocks alone─→ their ids, the last first ─as many as are taken─→ proved
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import reduce
from itertools import pairwise, product
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Connection,
    Integer,
    SmallInteger,
    bindparam,
    case,
    cast,
    column,
    func,
    literal,
    literal_column,
    or_,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR

from storage import fts5, schema
from storage.asked import And, Field, Near, Not, Or, Words
from storage.conditions import Same
from storage.fts5 import Span
from storage.fulltext import ANY_PAIR, BLOCKS, COARSE, FINE, NAME, PAIRS
from storage.matching import Held, verdict
from storage.prepared import Prepared
from storage.tokens import Phrase

_A = schema.articles
TEXTS = (_A.c.title, _A.c.summary, _A.c.text)
ROW = table(NAME, column("article_id"), column("cut"), column("tokens"))
_PAST_ALL = 2**63 - 1  # ids
AT_ONCE = 1_000  # hits looked at where the first of them did not hold
WINDOWS = ((4_000, FINE), (32_000, FINE), (256_000, COARSE))  # of the latest articles; bits of their blocks
MOST_BLOCKS = 20  # asked for at once: each is looked at for each hit
ASKED_PAIRS = 2  # of a phrase: one row of some twenty has one by chance, and more are asked in vain
Ways = frozenset[tuple[str, str]]
_PAIRS = [f"pair_{at}" for at in range(ASKED_PAIRS)]
_last = select(func.max(ROW.c.article_id))


def within(conn: Connection, span: Span) -> list[ColumnElement[bool]]:
    """The conditions of `span`, so that the index of words goes through the hits of its blocks alone, where it can."""
    first, end = span
    if first is None:
        return fts5.within(ROW.c.article_id, span)
    named = blocks(first, end or (conn.execute(_last).scalar() or 0) + 1)
    if named is None:
        return fts5.within(ROW.c.article_id, span)
    return [*fts5.within(ROW.c.article_id + 0, span), _in_blocks(literal(named, ARRAY(BigInteger)))]


def windows(end: int, pure: bool) -> list[int]:
    """Where windows of the latest articles before that one begin, each at the beginning of a block.

    The last one only where nothing but words is asked for: what has few hits for its fields, these may lead to sooner.
    """
    begin = [end - size >> bits << bits for size, bits in (WINDOWS if pure else WINDOWS[:-1])]
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


def _may_have(name: str) -> ColumnElement[bool]:
    """That the row may have one of the pairs of that parameter, a tsvector, for all that the index knows."""
    numbers = ARRAY(SmallInteger)
    number = func.word_pairs(cast(bindparam(name), TSVECTOR), type_=numbers)
    asked = select(func.array_append(number, cast(ANY_PAIR, SmallInteger), type_=numbers)).scalar_subquery()
    return literal_column(PAIRS.format(f"{NAME}."), numbers).op("&&", is_comparison=True)(asked)


def _hits(placed: bool, of_blocks: bool, paired: bool) -> Prepared:
    """The ids of articles that the index of words gives, the last first, and of each only then what it cannot tell.

    It holds no places, and pairs of words under numbers that they share: whether words stand together is read from
    the row's tokens, which takes 15 to 25 µs, and so only of as many rows as are taken. A condition of the query itself
    would be asked of all of them. Texts are there for rows that are cut.
    """
    # a tsquery that it sees, PostgreSQL takes to find next to nothing where it has two words, and reads all it finds
    wide, narrow = (select(cast(bindparam(name), TSQUERY)).scalar_subquery() for name in ("wide", "narrow"))
    place = ROW.c.article_id + 0  # + 0: not by walking from the last article on, proving each
    first, end = (bindparam(name, type_=BigInteger) for name in ("first", "end"))
    given = select(place.label("id"), ROW.c.cut).where(in_row(wide), place >= first, place < end)
    if of_blocks:
        given = given.where(_in_blocks(bindparam("blocks")))
    if paired:
        given = given.where(*map(_may_have, _PAIRS))
    hits = given.order_by(given.selected_columns.id.desc()).subquery("hits")
    found = select(hits.c.id, hits.c.cut).order_by(hits.c.id.desc()).limit(bindparam("most", type_=Integer))
    if not placed:
        return Prepared(found)
    for text in TEXTS:
        said = select(case((hits.c.cut, text))).where(_A.c.id == hits.c.id)
        found = found.add_columns(said.scalar_subquery().label(f"said_{text.name}"))
    late = select(or_(ROW.c.cut, in_row(narrow))).where(ROW.c.article_id == hits.c.id)
    return Prepared(found.where(late.scalar_subquery()))


_ways = {way: _hits(*way) for way in product((False, True), repeat=3)}


def newest(conn: Connection, tree: Any, span: Span, limit: int) -> list[int]:
    """The ids of the hits of a `sayable` tree in `span`, the last stored first."""
    first, end = span
    wide, narrow = tsquery(tree, False), tsquery(tree, True)
    placed = wide != narrow
    named = None if first is None or end is None else blocks(first, end)
    together = _said(pairs(tree))
    given = {"wide": wide, "narrow": narrow, "first": first or 0, "blocks": named, **together}
    way = _ways[placed, named is not None, bool(together)]
    proves = proof(tree, {}, False)
    found: list[int] = []
    most = limit
    while True:
        rows = way.rows(conn, given | {"end": end or _PAST_ALL, "most": most})
        found += [row.id for row in rows if not placed or proves(row)]
        if len(rows) < most or len(found) >= limit:
            return found[:limit]
        end, most = rows[-1].id, AT_ONCE


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
    """Whether it is a tree of words, not NEAR each other, of which some must stand."""
    words = all(isinstance(leaf, Words) for leaf in leaves(tree))
    return words and tsquery(tree, False) is not None


def exact(leaf: Any) -> bool:
    """Whether a row without places tells it as well: single tokens of anywhere."""
    return isinstance(leaf, Words) and not leaf.title and all(len(p.tokens) == 1 for p in leaf.spellings)


def pairs(node: Any) -> frozenset[Ways]:
    """Pairs of tokens of which every hit of the tree has one, of each set: these stand together, one behind the other."""
    if isinstance(node, And):
        return frozenset[Ways]().union(*map(pairs, node.parts))
    if isinstance(node, Or):
        return reduce(frozenset.intersection, map(pairs, node.parts))
    if not isinstance(node, Words):
        return frozenset()
    whole = (one.tokens[:-1] if one.prefix else one.tokens for one in node.spellings)
    held = [dict.fromkeys(pairwise(tokens)) for tokens in whole]
    shared = reduce(frozenset.intersection, map(frozenset, held))
    own = ([pair for pair in spelling if pair not in shared] for spelling in held)  # around a space of Korean
    return frozenset(frozenset([pair]) for pair in shared) | frozenset(
        map(frozenset, zip(*own, strict=False))
    )


def _said(found: frozenset[Ways]) -> dict[str, str]:
    """Some of these as parameters; {} where there is none.

    Those that tell spellings apart lead, for they are not within one word; then the longest, which are the rarer ones.
    """
    order = sorted(found, key=lambda ways: (-len(ways), -len("".join(min(ways))), sorted(ways)))
    said = [
        " ".join(
            f"'{one}':{3 * at + 1} '{other}':{3 * at + 2}" for at, (one, other) in enumerate(sorted(ways))
        )
        for ways in order[:ASKED_PAIRS]
    ]
    return dict(zip(_PAIRS, said * ASKED_PAIRS, strict=False)) if said else {}


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
