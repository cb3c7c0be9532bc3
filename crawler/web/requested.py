"""A request → what it asks of a page: of which desk, by whom, which rows in which form, and where to go back to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_origin

from fastapi import Request
from pydantic import ValidationError
from starlette.exceptions import HTTPException

from storage.text.languages import language_of

from .asked import A, Page
from .desk import Desk
from .files import FORMATS
from .problems import in_words
from .security import Visitor


def desk_at(request: Request) -> Desk:
    """What this application answers from."""
    desk = request.app.state.desk
    assert isinstance(desk, Desk)
    return desk


def visitor_at(request: Request) -> Visitor:
    """Who asks."""
    visitor = request.state.visitor
    assert isinstance(visitor, Visitor)
    return visitor


def local(back: str) -> str:
    """`back` where it is a path of ours."""
    fit = (
        back.startswith("/") and not back.startswith(("//", "/\\")) and back.isprintable() and "#" not in back
    )
    return back if fit else "/"


def read_query(request: Request, kind: type[A], formats: Sequence[str] = FORMATS) -> tuple[A, str | None]:
    """What a form or a link asks, and the format it wants; fields left empty ask nothing. Raises 422."""
    given: dict[str, Any] = {}
    for name, value in request.query_params.multi_items():
        if value.strip():
            given.setdefault(name, []).append(value.strip())
    form = (given.pop("format", None) or [None])[-1]
    if form is not None and form not in formats:
        raise HTTPException(422, f"format: there are {', '.join(formats)}")
    for name in kind.model_fields.keys() & given.keys():
        if _several(kind, name):
            given[name] = [part for value in given[name] for part in _parts(value)]
        else:
            given[name] = given[name][-1]
    try:
        return kind.model_validate(given), form
    except ValidationError as err:
        said = "; ".join(
            f"{'.'.join(part for part in wrong['loc'] if isinstance(part, str))}: {in_words(wrong)}"
            for wrong in err.errors()
        )
        raise HTTPException(422, said[:500]) from None


def _parts(value: str) -> list[str]:
    """The ids and codes in the one field that a form has for them: blanks stand in names of languages alone."""
    pieces = (piece.strip() for piece in value.split(","))
    return [part for piece in pieces for part in ([piece] if language_of(piece) else piece.split())]


def bound(asked: Page) -> int | None:
    """How many rows a file of a list without end has: all, where nothing is said."""
    return asked.limit if "limit" in asked.model_fields_set else None


def _several(kind: type[A], name: str) -> bool:
    return get_origin(kind.model_fields[name].annotation) is list
