"""A query and the words of an article → whether it holds them, and where. Pure: what databases must agree with.

Words stand in one field together: a phrase does not begin in the title and end in the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import product

from storage.search.asked import And, Field, Near, Node, Not, Or, Words
from storage.text.tokens import MAX_TITLE, Phrase, tokens

Leaf = Words | Near | Field
Places = dict[str, list[int]]  # token → where it stands, counted in tokens


def verdict(node: Node, says: Callable[[Leaf], bool]) -> bool:
    """What the tree comes to when each of its leaves is what `says` says."""
    if isinstance(node, And):
        return all(verdict(part, says) for part in node.parts)
    if isinstance(node, Or):
        return any(verdict(part, says) for part in node.parts)
    return not verdict(node.part, says) if isinstance(node, Not) else says(node)


class Held:
    """The tokens of an article, by field."""

    def __init__(self, title: str, summary: str | None, text: str) -> None:
        self.title = placed(tokens(title, MAX_TITLE))
        self._fields = (self.title, placed(tokens(summary or "", MAX_TITLE)), placed(tokens(text)))

    def holds(self, leaf: Words | Near) -> bool:
        """Whether the words stand in it."""
        title = leaf.left.title if isinstance(leaf, Near) else leaf.title
        fields = (self.title,) if title else self._fields
        return any(next(spans(leaf, places), None) for places in fields)


def placed(found: Sequence[str]) -> Places:
    """Where each token stands."""
    places: Places = {}
    for at, token in enumerate(found):
        places.setdefault(token, []).append(at)
    return places


def starts(phrase: Phrase, places: Places) -> list[int]:
    """Where the phrase begins, in order."""
    *whole, last = phrase.tokens
    found: set[int] | None = None
    for at, token in enumerate(whole):
        here = {place - at for place in places.get(token, ())}
        found = here if found is None else found & here
        if not found:
            return []
    back = len(whole)
    words = [token for token in places if token.startswith(last)] if phrase.prefix else [last]
    at_end = {place - back for word in words for place in places.get(word, ())}
    return sorted(at_end if found is None else found & at_end)


def spans(leaf: Words | Near, places: Places) -> Iterator[tuple[int, int]]:
    """The (first, behind the last) tokens of what proves the leaf."""
    if isinstance(leaf, Words):
        for phrase in leaf.spellings:
            for start in starts(phrase, places):
                yield start, start + len(phrase.tokens)
        return
    for left, right in product(leaf.left.spellings, leaf.right.spellings):
        yield from _close(left, right, leaf.apart, places)
        yield from _close(right, left, leaf.apart, places)


def _close(one: Phrase, other: Phrase, apart: int, places: Places) -> Iterator[tuple[int, int]]:
    """Where `one` stands at most `apart` tokens before or behind `other`, or over it."""
    others = starts(other, places)
    for start in starts(one, places):
        at = bisect_left(others, start - apart - len(other.tokens))
        if at < len(others) and others[at] <= start + len(one.tokens) + apart:
            yield start, start + len(one.tokens)
