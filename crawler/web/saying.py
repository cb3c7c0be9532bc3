"""/api/v1, where something is said: what a mention is, and how far a reader has come."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from crawler.rows import mention_row, plain
from storage.mentions import cursors, marks
from storage.mentions import stream as mentions
from storage.mentions.triage import MAX_NOTE, REASONS, YEARS, Conflict, NoMention, triage

from . import shapes
from .api import At, Number, Who, answer
from .asked import Asked, Mark, NewAsked
from .desk import Desk
from .problems import problem, responses
from .security import Visitor

router = APIRouter(prefix="/api/v1", responses=responses(401, 404, 422, 429, 503))
Note = Annotated[str, Field(max_length=MAX_NOTE)] | None


def _integral(value: Any) -> Any:
    """A number of JSON without a fraction is whole, however it is written."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


EXACT = 2**53 - 1  # beyond it not every program that reads JSON tells whole numbers apart
JsonWhole = Annotated[int, Field(ge=0, le=EXACT), BeforeValidator(_integral)]
Seen = JsonWhole | None
Year = Annotated[int, Field(ge=YEARS.start, le=YEARS.stop - 1), BeforeValidator(_integral)]
EditionSaid = Year | Literal["none", "machine"] | None
MAX_CURSOR = 200  # characters of a name
Cursor = Annotated[
    str,
    Path(
        min_length=1,
        max_length=MAX_CURSOR,
        pattern=r"^[^\x00-\x20\x7f/]([^\x00-\x1f\x7f/]*[^\x00-\x20\x7f/])?$",
    ),
]


class Said(BaseModel):
    """What a person says of a mention that is right, or new again."""

    model_config = ConfigDict(extra="forbid", strict=True)

    verdict: Literal["new", "confirmed"]
    reason: None = None
    note: Note = Field(None, description='"" of none; null leaves it')
    edition: EditionSaid = Field(
        None, description="which it is of, in the place of what the rules say (machine); null leaves it"
    )
    seen: Seen = Field(None, description="the mention's `triages` as you saw it: 409 if it is another by now")


class Rejection(Said):
    """What a person says of one that is not."""

    verdict: Literal["rejected"]  # type: ignore[assignment]
    reason: Literal[REASONS]  # type: ignore[valid-type]


Verdict = Annotated[Said | Rejection, Field(discriminator="verdict")]


@router.post(
    "/mentions/{mention_id}/triage",
    response_model=shapes.MentionRow,
    responses={**responses(400, 403, 413), 409: {"model": shapes.Disagreement, "description": "Conflict"}},
    tags=["mentions"],
)
def triage_mention(desk: At, visitor: Who, mention_id: Number, said: Verdict) -> Response:
    """Say that a mention is right or wrong, and of which edition. It takes a token of the scope triage."""
    try:
        done = say(desk, visitor, mention_id, **said.model_dump())
    except Conflict as err:
        return problem(409, str(err), mention=json.loads(json.dumps(mention_row(err.mention), default=plain)))
    except ValueError as err:
        raise HTTPException(422, str(err)) from None
    return answer(mention_row(done))


def say(desk: Desk, visitor: Visitor, mention_id: int, **said: Any) -> mentions.StoredMention:
    """Triage in the visitor's name. Raises Conflict, 403, 404, and ValueError for what cannot be said."""
    if not visitor.may_triage:
        raise HTTPException(403, f"the token {visitor.name!r} may read; to triage takes one of that scope")
    try:
        done = desk.write(triage, mention_id, by=visitor.name, now=desk.now(), **said)
    except NoMention as err:
        raise HTTPException(404, str(err)) from None
    desk.changed()
    return done


@router.get("/cursors", response_model=shapes.List[shapes.CursorRow], tags=["cursors"])  # type: ignore[valid-type]
def all_cursors(desk: At, asked: Annotated[Asked, Query()]) -> Response:
    """Who reads the streams, and how far behind each of them is."""
    return answer({"items": [asdict(each) for each in desk.read(cursors.cursors)], "next": None})


@router.get("/cursors/{cursor}/mentions", response_model=shapes.News[shapes.MentionRow], tags=["cursors"])  # type: ignore[valid-type]
def news(desk: At, cursor: Cursor, asked: Annotated[NewAsked, Query()]) -> Response:
    """What the cursor has not passed, in order; it stays where it is until `reached` is posted to it."""

    def look(conn: Any) -> dict[str, Any]:
        position, head = cursors.position_of(conn, cursor), mentions.head(conn)
        found = mentions.since(conn, position, limit=asked.limit)
        reached = found[-1].position if len(found) == asked.limit else max(head, position)
        place = {"position": position, "head": head, "reached": reached, "mark": marks.mark_of(conn, reached)}
        return place | {"items": [mention_row(each) for each in found]}

    return answer({"cursor": cursor} | desk.read(look))


def advance(
    conn: Connection, cursor: str, position: int, marked: str | None, now: datetime, past: int | None = None
) -> None:
    """Move the cursor on to what its reader came to, from `past` alone where that is given. Raises BeyondHead, SetBack,
    CursorMoved.
    """
    marks.hold(conn, position, marked)
    cursors.advance(conn, cursor, position, now, past=past)


class Reached(BaseModel):
    """Up to where a reader has dealt with the stream."""

    model_config = ConfigDict(extra="forbid", strict=True)

    position: JsonWhole
    mark: Mark = Field(None, description="that came with `reached`: 409 if another mention stands there now")
    past: Seen = Field(
        None,
        alias="from",
        description="the cursor's `position` as you read: 409 if another reader has moved it since",
    )


@router.post(
    "/cursors/{cursor}",
    response_model=shapes.Place,
    responses=responses(400, 403, 409, 413),
    tags=["cursors"],
)
def move_cursor(desk: At, visitor: Who, cursor: Cursor, reached: Reached) -> Response:
    """Move the cursor on to a position; it never goes back. 409 where the stream has not come so far, or has come there
    anew, as `mark` tells, and where another reader of that name moved it meanwhile, as `from` tells.

    A token moves the cursors that bear its name: NAME, NAME:anything and the dashboard's.
    """
    if not visitor.may_move(cursor):
        raise HTTPException(
            403,
            f"the token {visitor.name!r} moves cursors of its own: {visitor.name!r}, or {f'{visitor.name}:…'!r}",
        )
    try:
        desk.write(advance, cursor, reached.position, reached.mark, desk.now(), reached.past)
    except (cursors.BeyondHead, cursors.CursorMoved, marks.SetBack) as err:
        raise HTTPException(409, str(err)) from None
    return answer({"cursor": cursor, "position": desk.read(cursors.position_of, cursor)})
