"""A language that somebody asks for → the condition that a column names it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, or_

from storage.text.languages import codes_of


def written_in(column: ColumnElement[Any], languages: Sequence[str]) -> ColumnElement[bool]:
    """Whether the column names one of the languages, whatever script or region either of them adds.

    By any of their codes: pages, and versions before codes were made one, wrote `eng` and `jp`.
    """
    folded = func.lower(column)
    tags = (language.strip().lower().replace("_", "-").partition("-")[0] for language in languages)
    codes = dict.fromkeys(code for tag in tags for code in codes_of(tag))
    longer: dict[int, list[str]] = {}
    for code in codes:
        longer.setdefault(len(code) + 1, []).extend((f"{code}-", f"{code}_"))
    begun = (func.substr(folded, 1, length).in_(begins) for length, begins in longer.items())
    return or_(folded.in_(codes), *begun)
