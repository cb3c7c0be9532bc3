"""A language that somebody asks for → the condition that a column names it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, or_


def written_in(column: ColumnElement[Any], languages: Sequence[str]) -> ColumnElement[bool]:
    """Whether the column names one of the languages, whatever script or region either of them adds."""
    folded = func.lower(column)
    conditions: list[ColumnElement[bool]] = []
    for language in languages:
        primary = language.strip().lower().replace("_", "-").partition("-")[0]
        longer = (folded.startswith(f"{primary}{mark}", autoescape=True) for mark in "-_")
        conditions += [folded == primary, *longer]
    return or_(*conditions)
