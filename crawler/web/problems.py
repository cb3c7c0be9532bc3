"""What a request did wrong, as the API says it (RFC 9457) and as a page says it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

RETRY_S = "3"  # when what found the store busy may be tried again
MACHINES = ("/api/", "/feeds/", "/metrics", "/healthz")  # what programs ask

_WORDS = {  # by pydantic's name for what is wrong
    "extra_forbidden": "there is nothing of that name to ask for",
    "missing": "is missing",
    "int_parsing": "must be a whole number",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "int_parsing_size": "is larger than any number here",
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "none_required": "must be left out",
    "string_type": "must be text",
    "string_unicode": "holds half a character",
    "string_too_short": "must not be empty",
    "string_too_long": "must have {max_length} characters at most",
    "string_pattern_mismatch": "holds a character that cannot stand there",
    "too_long": "must be {max_length} at most, not {actual_length}",
    "greater_than_equal": "must be {ge} at least",
    "less_than_equal": "must be {le} at most",
    "literal_error": "must be {expected}",
    "union_tag_invalid": "{discriminator} must be one of {expected_tags}",
    "union_tag_not_found": "{discriminator} is missing",
    "model_attributes_type": "must be an object",
    "json_invalid": "is not JSON",
}


class Wrong(BaseModel):
    """One thing that is wrong with a request."""

    place: str = Field(description="where: query.limit, path.mention_id, body.position")
    message: str


class Problem(BaseModel):
    """Why a request was not answered (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[Wrong] = []


class ProblemResponse(Response):
    """A Problem as its media type."""

    media_type = "application/problem+json"


def problem(
    status: int,
    detail: str,
    errors: Sequence[Wrong] = (),
    headers: Mapping[str, str] | None = None,
    **more: Any,
) -> Response:
    """The answer that says so; `more` are members beside the usual ones."""
    said = (
        Problem(title=_phrase(status), status=status, detail=detail, errors=list(errors)).model_dump() | more
    )
    body = json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")
    return ProblemResponse(body, status, dict(headers or {}))


def for_machine(path: str) -> bool:
    """Whether a program asks."""
    return path.startswith(MACHINES)


def wrongs(found: Sequence[Mapping[str, Any]]) -> list[Wrong]:
    """pydantic's errors, without what was given: that may be a secret, or no text at all."""
    return [Wrong(place=".".join(map(str, each["loc"])), message=in_words(each)) for each in found]


def in_words(wrong: Mapping[str, Any]) -> str:
    """pydantic's error as a person says it."""
    said = _WORDS.get(wrong["type"])
    return said.format(**wrong.get("ctx", {})) if said else str(wrong["msg"]).removeprefix("Value error, ")


def _phrase(status: int) -> str:
    return HTTPStatus(status).phrase


async def on_invalid(request: Request, err: Exception) -> Response:
    """422, with each parameter that is wrong."""
    assert isinstance(err, RequestValidationError)
    found = wrongs(err.errors())
    return problem(422, "; ".join(f"{each.place}: {each.message}" for each in found)[:1000], found)


async def on_http(request: Request, err: Exception) -> Response:
    """A status that was raised."""
    assert isinstance(err, HTTPException)
    return problem(err.status_code, str(err.detail), headers=err.headers)


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of the problems that an operation may answer with."""
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        status: {"description": _phrase(status), "content": {"application/problem+json": {"schema": schema}}}
        for status in statuses
    }
