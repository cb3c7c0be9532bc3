"""What somebody asks for → a tree of words, phrases and fields. One language for every face.

    digital economy            both words           "digital economy"   in this order, together
    summit OR forum            either               -sports, NOT sports not this one
    gdec NEAR/5 beijing        at most 5 words apart    conf*           words that begin so
    title:gdec  source:a,b  edition:2024..2026  after:30d  (…)

    parse: lexemes (storage.search.lexemes) → or → and → not → near → word | "phrase" | (…) | field:values (storage.search.fields)

Adjacent words mean AND. Time is linear in the length; whatever is given, a QueryError is all that is raised.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from storage.search.asked import MOST_TERMS, And, Field, Near, Node, Not, Or, Query, QueryError, Words
from storage.search.fields import NAMES, check_known, check_span, values_of
from storage.search.lexemes import Kind, Lexeme, Lexemes
from storage.text.tokens import Phrase, sought

__all__ = ["And", "Field", "Near", "Node", "Not", "Or", "Query", "QueryError", "Words", "parse"]

MAX_LENGTH = 2_000  # characters
MAX_DEPTH = 20  # brackets in brackets
MAX_TOKENS = 200  # of one phrase
MAX_APART = 100  # words
MOST_NEAR = 10  # spellings of each of two words near each other: of the longest, those with one space
APART = 10  # where NEAR does not say
LEAST_PREFIX = 2  # letters: every word begins with some letter
TITLE = "title"  # the field of words
_NEEDS = {"and": "AND", "or": "OR", "not": "NOT", "near": "NEAR"}


def parse(text: str, now: datetime | None = None) -> Query:
    """The query that `text` writes; `now` is what ages (``after:30d``) count from, by default this moment.

    Blank text asks nothing. Raises QueryError, which names the character.
    """
    if len(text) > MAX_LENGTH:
        raise QueryError(f"longer than {MAX_LENGTH:,} characters", MAX_LENGTH)
    return _Parser(text, now or datetime.now(UTC)).query()


class _Parser:
    """One query being read; every method leaves the lexemes behind what it has taken."""

    def __init__(self, text: str, now: datetime) -> None:
        self._text, self._now = text, now
        self._lexemes = Lexemes(text, (TITLE, *NAMES))
        self._terms = self._depth = 0

    def query(self) -> Query:
        if not self._text.strip():
            return Query(self._text, None)
        if self._kind() == "end":
            raise QueryError("no letter and no digit to search for", 0)
        root = self._either(self._primary)
        last = self._lexemes.next
        if last.kind == "close":
            raise QueryError("this bracket closes none", last.at)
        return Query(self._text, root)

    def _kind(self) -> Kind:
        return self._lexemes.next.kind

    def _either(self, one: Callable[[], Node]) -> Node:
        parts = [self._all(one)]
        while self._kind() == "or":
            self._operator()
            parts.append(self._all(one))
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _all(self, one: Callable[[], Node]) -> Node:
        parts = [self._maybe_not(one)]
        while self._kind() not in ("or", "close", "end"):
            if self._kind() == "and":
                self._operator()
            parts.append(self._maybe_not(one))
        check_span(parts)
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _maybe_not(self, one: Callable[[], Node]) -> Node:
        negated = False
        while self._kind() == "not":
            self._operator()
            negated = not negated
        found = self._near(one)
        return Not(found) if negated else found

    def _near(self, one: Callable[[], Node]) -> Node:
        at, left = self._lexemes.next.at, one()
        joined: list[Node] = []
        while self._kind() == "near":
            near = self._operator()
            right_at, right = self._lexemes.next.at, one()
            if not isinstance(left, Words) or not isinstance(right, Words):
                raise QueryError(
                    "NEAR joins two words or phrases", at if not isinstance(left, Words) else right_at
                )
            if left.title != right.title:
                raise QueryError("NEAR joins words of the title, or words of anywhere; not both", near.at)
            joined.append(Near(_fewer(left), _fewer(right), _apart(near)))
            at, left = right_at, right
        if not joined:
            return left
        return joined[0] if len(joined) == 1 else And(tuple(joined))

    def _operator(self) -> Lexeme:
        """The operator that comes next, if something stands on its right for it to work on."""
        found = self._lexemes.take()
        kind = self._kind()
        if kind in ("and", "or", "near", "close", "end"):
            raise QueryError(f"{_NEEDS[found.kind]} needs something behind it", found.at)
        return found

    def _primary(self) -> Node:
        found = self._lexemes.take()
        if found.kind == "open":
            return self._bracket(found, lambda: self._either(self._primary))
        if found.kind == "field":
            return self._field(found)
        return self._words(found)

    def _bracket(self, opened: Lexeme, inside: Callable[[], Node]) -> Node:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise QueryError(f"more than {MAX_DEPTH} brackets in each other", opened.at)
        if self._kind() == "close":
            raise QueryError("nothing in these brackets", opened.at)
        node = inside()
        if self._kind() != "close":
            raise QueryError("this bracket is not closed", opened.at)
        self._lexemes.take()
        self._depth -= 1
        return node

    def _words(self, found: Lexeme, title: bool = False) -> Words:
        if found.kind not in ("word", "phrase"):
            what = _NEEDS.get(found.kind)
            raise QueryError(
                f"{what} needs something before it" if what else "something is missing", found.at
            )
        self._count(found.at)
        phrases = sought(found.text, found.prefix)
        if not phrases:
            raise QueryError("no letter and no digit to search for", found.at)
        if found.prefix:
            _check_prefix(phrases[0], found)
        if len(phrases[0].tokens) > MAX_TOKENS:
            raise QueryError(f"a phrase of more than {MAX_TOKENS} words", found.at)
        return Words(phrases, title, found.at)

    def _count(self, at: int) -> None:
        self._terms += 1
        if self._terms > MOST_TERMS:
            raise QueryError(f"more than {MOST_TERMS} words, phrases and fields", at)

    def _field(self, found: Lexeme) -> Node:
        if found.text == TITLE:
            return self._title(found)
        if found.text not in NAMES:
            raise _no_field(found)
        self._count(found.at)
        return values_of(found, self._lexemes, self._now)

    def _title(self, field: Lexeme) -> Node:
        def one() -> Node:
            found = self._lexemes.take()
            if found.kind == "open":
                return self._bracket(found, lambda: self._either(one))
            if found.kind == "field":
                raise QueryError("title: holds words and phrases, no other field", found.at)
            if found.kind not in ("word", "phrase"):
                raise QueryError("title: needs a word", field.at)
            return self._words(found, title=True)

        self._lexemes.go_on()
        return one()


def _fewer(words: Words) -> Words:
    """Of two words near each other the product of their spellings is asked for."""
    return replace(words, spellings=words.spellings[:MOST_NEAR])


def _apart(near: Lexeme) -> int:
    said = int(near.text or APART)
    if not 1 <= said <= MAX_APART:
        raise QueryError(f"NEAR reaches 1 to {MAX_APART} words: NEAR/{APART}", near.at)
    return said


def _check_prefix(phrase: Phrase, found: Lexeme) -> None:
    (first, *more) = phrase.tokens
    if phrase.prefix and not more and first.isascii() and len(first) < LEAST_PREFIX:
        raise QueryError(f"{LEAST_PREFIX} letters at least before *", found.at)


def _no_field(found: Lexeme) -> QueryError:
    import difflib

    if found.text in ("http", "https"):
        return QueryError("an address is no query: `forumwatch articles show ADDRESS` tells of it", found.at)
    near = difflib.get_close_matches(found.text, (TITLE, *NAMES), 1)
    guess = f"did you mean {near[0]}:?" if near else f"there are: {', '.join((TITLE, *NAMES))}."
    return QueryError(f"no field {found.text!r}; {guess} The word itself is sought in quotes", found.at)


def checked(query: Query, known: Mapping[str, Collection[str]]) -> Query:
    """`query` with the values of fields as `known` writes them, by field's name. Raises QueryError for others."""
    return Query(query.text, query.root and _checked(query.root, known))


def _checked(node: Node, known: Mapping[str, Collection[str]]) -> Node:
    if isinstance(node, And):
        return And(tuple(_checked(part, known) for part in node.parts))
    if isinstance(node, Or):
        return Or(tuple(_checked(part, known) for part in node.parts))
    if isinstance(node, Not):
        return Not(_checked(node.part, known))
    return check_known(node, known) if isinstance(node, Field) else node


def fields(node: Node | None) -> Iterator[Field]:
    """The fields of a tree, from left to right."""
    if isinstance(node, (And, Or)):
        for part in node.parts:
            yield from fields(part)
    elif isinstance(node, Not):
        yield from fields(node.part)
    elif isinstance(node, Field):
        yield node


def wanted_words(node: Node | None) -> Iterator[Words | Near]:
    """The words and pairs that a hit may hold: those under no NOT."""
    if isinstance(node, (And, Or)):
        for part in node.parts:
            yield from wanted_words(part)
    elif isinstance(node, (Words, Near)):
        yield node
