"""Words that somebody asks for → whether a text holds them; the same answer on every database.

SQLite's LIKE folds ASCII alone and PostgreSQL's follows the server's locale, so the comparing is done here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, or_


def fold(text: str) -> str:
    """`text` without differences of case and of width."""
    return unicodedata.normalize("NFKC", text).casefold()


def holder(query: str | None) -> Callable[[str, str], bool] | None:
    """Whether (title, text) hold every word of `query`, inside longer words too; None where nothing is asked.

    Words are split at white space and taken literally.
    """
    words = fold(query or "").split()
    if not words:
        return None

    def holds(title: str, text: str) -> bool:
        both = fold(f"{title}\n{text}")
        return all(word in both for word in words)

    return holds


def written_in(column: ColumnElement[Any], languages: Sequence[str]) -> ColumnElement[bool]:
    """Whether the column names one of the languages, whatever script or region either of them adds."""
    folded = func.lower(column)
    conditions: list[ColumnElement[bool]] = []
    for language in languages:
        primary = language.strip().lower().replace("_", "-").partition("-")[0]
        longer = (folded.startswith(f"{primary}{mark}", autoescape=True) for mark in "-_")
        conditions += [folded == primary, *longer]
    return or_(*conditions)
