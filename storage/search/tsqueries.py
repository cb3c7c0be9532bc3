"""The words of a prepared query → what PostgreSQL's index of words is asked for them. Pure.

tree ─→ a tsquery, as narrow as rows with places can tell, or rows without
     └→ pairs of words of which every hit has one
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from itertools import chain, pairwise, product
from typing import Any

from storage.search.asked import And, Near, Not, Or, Words
from storage.text.tokens import Phrase

MOST_LEXEMES = 200  # of one NEAR: each distance is asked for in both directions, and a tsquery has a bound
ASKED_PAIRS = 2  # of a phrase: one row of some twenty has one by chance, and more are asked in vain
PAIRS = tuple((f"first_{at}", f"second_{at}") for at in range(ASKED_PAIRS))  # parameters
Ways = frozenset[tuple[str, str]]


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


def sayable(tree: Any) -> bool:
    """Whether it is a tree of words of which some must stand."""
    return only_words(tree) and tsquery(tree, False) is not None


def exact(leaf: Any) -> bool:
    """Whether a row without places tells it as well: single tokens of anywhere."""
    return isinstance(leaf, Words) and not leaf.title and all(len(p.tokens) == 1 for p in leaf.spellings)


def pairs(node: Any) -> frozenset[Ways]:
    """Pairs of tokens of which every hit of the tree has one, of each set: these stand together, one behind the other."""
    if isinstance(node, And):
        return frozenset[Ways]().union(*map(pairs, node.parts))
    if isinstance(node, Or):
        return reduce(frozenset.intersection, map(pairs, node.parts))
    if isinstance(node, Near):
        return pairs(node.left) | pairs(node.right)
    if not isinstance(node, Words):
        return frozenset()
    whole = (one.tokens[:-1] if one.prefix else one.tokens for one in node.spellings)
    held = [dict.fromkeys(pairwise(tokens)) for tokens in whole]
    shared = reduce(frozenset.intersection, map(frozenset, held))
    own = ([pair for pair in spelling if pair not in shared] for spelling in held)  # around a space of Korean
    return frozenset(frozenset([pair]) for pair in shared) | frozenset(
        map(frozenset, zip(*own, strict=False))
    )


def said(found: frozenset[Ways]) -> dict[str, list[str]]:
    """Some of these as parameters, what stands first in each way and what stands behind it; {} where there is none.

    Those that tell spellings apart lead, for they are not within one word; then the longest, which are the rarer ones.
    """
    order = sorted(found, key=lambda ways: (-len(ways), -len("".join(min(ways))), sorted(ways)))
    told = [list(map(list, zip(*sorted(ways), strict=True))) for ways in order[:ASKED_PAIRS]]
    return dict(zip(chain(*PAIRS), chain(*told * ASKED_PAIRS), strict=False)) if told else {}


def tsquery(node: Any, places: bool) -> str | None:
    """What the tree asks of words as a tsquery, as narrow as rows with `places`, or without, can tell; None: of any row."""
    if isinstance(node, And):
        parts = [part for part in (tsquery(part, places) for part in node.parts) if part is not None]
        return f"({' & '.join(parts)})" if parts else None
    if isinstance(node, Or):
        said = [tsquery(part, places) for part in node.parts]
        return None if None in said else f"({' | '.join(map(str, said))})"
    if isinstance(node, Not):
        known = exact(node.part) or (places and isinstance(node.part, Words))
        return f"!{tsquery(node.part, places)}" if known else None
    if isinstance(node, Near):
        close = _close(node) if places else []
        return f"({' | '.join(close) or _both(node, places)})"
    if not isinstance(node, Words):
        return None
    weight = "A" if places and node.title else ""
    ways = [list(_lexemes(phrase, weight)) for phrase in node.spellings]
    return f"({' | '.join(map(' <-> '.join, ways))})" if places else _apart(ways)


def _apart(ways: list[list[str]]) -> str:
    """The lexemes of one of the spellings, wherever they stand; those that all have are asked for once."""
    if len(ways) > 1 and len({len(way) for way in ways}) == 1:
        # of Korean: at each place with a space or without; said so it is a third of what all spellings are
        places = (" | ".join(dict.fromkeys(place)) for place in zip(*ways, strict=True))
        return f"({' & '.join(f'({some})' for some in dict.fromkeys(places))})"
    shared = [one for one in dict.fromkeys(ways[0]) if all(one in way for way in ways)]
    others = [" & ".join(one for one in way if one not in shared) for way in ways]
    some = [f"({' | '.join(f'({other})' for other in others)})"] if all(others) else []
    return f"({' & '.join([*shared, *some])})"


def _both(near: Near, places: bool) -> str:
    return f"{tsquery(near.left, places)} & {tsquery(near.right, places)}"


def _close(near: Near) -> list[str]:
    """The ways in which the words may stand near each other; [] where these are too many, or one may stand over the other.

    Some of them lead from a field to the next: a row that has one is yet to be proved.
    """
    both = list(product(near.left.spellings, near.right.spellings))
    lexemes = sum(len(one.tokens) + len(other.tokens) for one, other in both) * 2 * (near.apart + 1)
    if lexemes > MOST_LEXEMES or any(_meet(one, other) or _meet(other, one) for one, other in both):
        return []
    weight = "A" if near.left.title else ""
    written = [tuple(f"({' <-> '.join(_lexemes(phrase, weight))})" for phrase in pair) for pair in both]
    ways = [pair for one, other in written for pair in ((one, other), (other, one))]
    return [f"{first} <{places}> {then}" for first, then in ways for places in range(1, near.apart + 2)]


def _meet(one: Phrase, other: Phrase) -> bool:
    """Whether a word of the text may belong to both phrases, a beginning of the first to those of the other."""
    begins = one.prefix and any(token.startswith(one.tokens[-1]) for token in other.tokens)
    return begins or not {*one.tokens}.isdisjoint(other.tokens)


def _lexemes(phrase: Phrase, weight: str) -> Iterator[str]:
    for at, token in enumerate(phrase.tokens, 1):
        marks = weight + ("*" if phrase.prefix and at == len(phrase.tokens) else "")
        yield f"'{token}'{':' + marks if marks else ''}"
