"""What a query is once it is understood: a tree of values, and the error that says why it is not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage.text.tokens import Phrase

MOST_TERMS = 50  # words, phrases and fields of one query


class QueryError(ValueError):
    """A query that cannot be understood: why, and at which character of it (from 0)."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.message, self.position = message, position


@dataclass(frozen=True, slots=True)
class Words:
    """A word or a phrase: one of its spellings must stand in the title, the summary or the text."""

    spellings: tuple[Phrase, ...]
    title: bool  # only in the title
    at: int  # where the query says so


@dataclass(frozen=True, slots=True)
class Near:
    """Two of them in one field, in any order, with at most `apart` tokens between."""

    left: Words
    right: Words
    apart: int

    @property
    def title(self) -> bool:
        """Whether it is sought only in the title."""
        return self.left.title


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a field, as it is compared: a text, an id, a range of years (low, high), a moment."""

    value: str | int | tuple[int, int] | datetime
    at: int


@dataclass(frozen=True, slots=True)
class Field:
    """A field that has one of the values."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class And:
    """All of them."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """One of them."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Not that."""

    part: Node


Node = Words | Near | Field | And | Or | Not


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was written and as it was understood; `root` is None where nothing is asked."""

    text: str
    root: Node | None
