"""What an article says of forums, with the words that prove it, and what people say of that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["main", "substantial", "passing"]
Triage = Literal["new", "confirmed", "rejected"]


CONTEXT = 40  # code points that are kept of what stands before and behind a quote


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that prove a mention. Offsets count code points of the named field, end exclusive."""

    field: Literal["title", "summary", "text"]
    start: int
    end: int
    exact: str  # article.field[start:end]
    prefix: str  # up to CONTEXT code points before
    suffix: str  # up to CONTEXT code points after
    rule: str  # which rule saw it, with its version: "name/1"


FactKind = Literal[
    "dates", "place", "theme", "organiser", "person", "organisation", "participants", "agreement", "amount"
]


@dataclass(frozen=True, slots=True)
class Fact:
    """What an article says of an event that it mentions.

    `value` by kind: dates "2025-07-02/2025-07-05" (one day: both alike); participants a whole number, "800";
    amount "CNY 10000000000"; place, theme, organiser, person, organisation and agreement as the text writes them,
    a name in Latin letters where the text gives one.
    """

    kind: FactKind
    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Mention:
    """One article speaks of one forum; of one edition of it where that is known."""

    forum_id: str
    edition: int | None  # year; None: the series, or not resolved
    role: Role
    score: float  # 0..1
    evidence: tuple[Evidence, ...]
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event of the watched kind that is not on the watchlist, named in one article."""

    key: str  # the name folded, without year and ordinal: one event, one key
    name: str  # as the article writes it
    language: str | None
    edition: int | None  # year, where the article tells it
    score: float  # 0..1
    evidence: tuple[Evidence, ...]
