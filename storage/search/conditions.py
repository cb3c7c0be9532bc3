"""The fields of a query → conditions on the columns of articles or of mentions.

A mention knows what it is counted by: its forum, edition, role, language, source, outlet, story and day are its own
columns. An article is asked for a mention that has all that is asked of it together: ``forum:gdec edition:2025``
is one mention, not two.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, and_, case, func, not_, or_, select

from storage import schema
from storage.search.asked import And, Field, Near, Node, Not, Or, Words
from storage.search.written_in import written_in

Of = Literal["articles", "mentions", "behind"]  # behind: the few mentions behind a cursor
_A, _M, _S, _T = schema.articles, schema.mentions, schema.sources, schema.stories
_OF_MENTIONS = ("forum", "edition", "role")
# by which an article speaks of a forum: lists of articles and stories hide what a person rejected, as counts do
SPEAKING = (_M.c.gone_at.is_(None), _M.c.triage != "rejected")
_told_at = case((_A.c.published_at <= _A.c.stored_at, _A.c.published_at), else_=_A.c.stored_at)


@dataclass(frozen=True, slots=True)
class Same:
    """Fields that one mention of the article has all."""

    fields: tuple[Field, ...]


def prepared(node: Node, of: Of) -> Any:
    """The tree with its NOTs at the leaves and, for articles, what is asked of one mention together."""
    return _grouped(_pushed(node, False), of)


def _pushed(node: Node, negated: bool) -> Node:
    if isinstance(node, Not):
        return _pushed(node.part, not negated)
    if isinstance(node, (And, Or)):
        parts = tuple(_pushed(part, negated) for part in node.parts)
        return And(parts) if isinstance(node, And) != negated else Or(parts)
    return Not(node) if negated else node


def _grouped(node: Any, of: Of) -> Any:
    if isinstance(node, Or):
        return Or(tuple(_grouped(part, of) for part in node.parts))
    if not isinstance(node, And):
        return node
    flat: list[Any] = [
        part for whole in node.parts for part in (whole.parts if isinstance(whole, And) else (whole,))
    ]
    together: Any = tuple(part for part in flat if isinstance(part, Field) and part.name in _OF_MENTIONS)
    together = together if of == "articles" else ()
    others = tuple(_grouped(part, of) for part in flat if part not in together)
    return And((*others, *((Same(together),) if together else ())))


def forum_of(few: bool) -> ColumnElement[Any]:
    """A mention's forum; where `few` are asked, not by the index of forums, which holds years of them."""
    return _M.c.forum_id + "" if few else _M.c.forum_id


def leaf_condition(leaf: Field | Same, of: Of) -> Any:
    """Whether a row has it; never NULL."""
    if isinstance(leaf, Same) or (of == "articles" and leaf.name in _OF_MENTIONS):
        fields = leaf.fields if isinstance(leaf, Same) else (leaf,)
        spoken = select(_M.c.article_id).where(*SPEAKING)
        return _A.c.id.in_(spoken.where(*(_COLUMNS[f.name](_values(f), "mentions") for f in fields)))
    return _COLUMNS[leaf.name](_values(leaf), of)


def _values(field: Field) -> list[Any]:
    return [value.value for value in field.values]


def _table(of: Of) -> Any:
    return _A.c if of == "articles" else _M.c


def _source(values: list[Any], of: Of) -> Any:
    return _table(of).source_id.in_(values)


def _country(values: list[Any], of: Of) -> Any:
    there = select(_S.c.id).where(_S.c.country.in_(values))
    return _table(of).source_id.in_(there)


def _language(values: list[Any], of: Of) -> Any:
    return written_in(func.coalesce(_table(of).language, ""), values)


def _outlet(values: list[Any], of: Of) -> ColumnElement[bool]:
    """The address of a site, or of one below it. A mention knows its site alone: of what lies below one, or at a port,
    its article's host tells.
    """
    name = _A.c.host if of == "articles" else _M.c.outlet
    asked = or_(*(_at(name, v) for v in values))
    if of == "articles":
        return asked
    bare = [v.partition(":")[0] for v in values]
    above = {host.split(".", n)[n] for host in bare for n in range(host.count(".") + 1)}
    there = select(_A.c.id).where(_A.c.id == _M.c.article_id, or_(*(_at(_A.c.host, v) for v in values)))
    return or_(asked, and_(name.in_(above), there.correlate(_M).exists()))


def _at(name: ColumnElement[Any], site: str) -> ColumnElement[bool]:
    return or_(name == site, name.endswith(f".{site}", autoescape=True))


def _story(values: list[Any], of: Of) -> Any:
    """Those of the story that it was joined into, where it was."""
    there = select(func.coalesce(_T.c.joined_to, _T.c.id)).where(_T.c.id.in_(values))
    return _table(of).story_id.in_(there)


def _before(values: list[Any], of: Of) -> Any:
    return (_told_at if of == "articles" else _M.c.told_at) < max(values)


def _after(values: list[Any], of: Of) -> Any:
    return (_told_at if of == "articles" else _M.c.told_at) >= min(values)


_COLUMNS: dict[str, Callable[[list[Any], Of], Any]] = {
    "source": _source,
    "country": _country,
    "lang": _language,
    "outlet": _outlet,
    "story": _story,
    "before": _before,
    "after": _after,
    "forum": lambda values, of: forum_of(of == "behind").in_(values),
    "role": lambda values, of: _M.c.role.in_(values),
    "edition": lambda values, of: or_(*(schema.counted_edition.between(*years) for years in values)),
}


def joined(node: Any, leaf: Callable[[Words | Near], ColumnElement[bool]], of: Of) -> ColumnElement[bool]:
    """The condition of a prepared tree, of whose words `leaf` says the condition."""
    if isinstance(node, And):
        return and_(*(joined(part, leaf, of) for part in node.parts))
    if isinstance(node, Or):
        return or_(*(joined(part, leaf, of) for part in node.parts))
    if isinstance(node, Not):
        return not_(joined(node.part, leaf, of))
    return leaf(node) if isinstance(node, (Words, Near)) else leaf_condition(node, of)
