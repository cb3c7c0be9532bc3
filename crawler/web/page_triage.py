"""What a person says of a mention on its page: stored, or asked for once more with all that was typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from storage.database import StoreBusy
from storage.mentions import stream as mentions
from storage.mentions.stream import StoredMention
from storage.mentions.triage import REASONS, Conflict, edition_of

from .asked import BIGGEST
from .problems import RETRY_S
from .rendering import page
from .requested import desk_at, local, visitor_at
from .saying import say

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody wrote that is not stored."""

    reason: str
    note: str | None
    year: str


@router.post("/mentions/{mention_id}/triage")
def triage_mention(
    request: Request,
    mention_id: int,
    verdict: Annotated[str, Form(max_length=20)],
    seen: Annotated[int, Form(ge=0, le=BIGGEST)],
    reason: Annotated[str, Form(max_length=40)] = "",
    note: Annotated[str | None, Form(max_length=4000)] = None,
    year: Annotated[str, Form(max_length=40)] = "",
    edition: Annotated[str, Form(max_length=40)] = "",
    back: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:
    """Say that it is right or wrong, and of which edition; without a script the person comes back to where they were.

    A `year` is typed; an `edition` is the word of a button, and counts before it.
    """
    desk, visitor = desk_at(request), visitor_at(request)
    if not 0 < mention_id <= BIGGEST:
        raise HTTPException(404, f"no mention {mention_id}")
    typed = Typed(reason, note, year)
    why = reason if verdict == "rejected" else None
    try:
        of = edition_of(edition or year) if edition or year.strip() else None
        done = say(desk, visitor, mention_id, verdict=verdict, reason=why, note=note, seen=seen, edition=of)
    except ValueError as err:
        found = desk.read(mentions.one, mention_id)
        if found is None:
            raise HTTPException(422, str(err)) from None
        return _again(request, 422, found, _sentence(err), back, typed)
    except Conflict as err:
        return _again(
            request, 409, err.mention, f"{_sentence(err)} Look at it again before you speak.", back, typed
        )
    except StoreBusy as err:
        found = desk.read(mentions.one, mention_id)
        if found is None:
            raise
        return _again(request, 503, found, _sentence(err), back, typed)
    if _for_script(request):
        return page(
            request, "triage_part.html", m=done, said=None, typed=None, back=local(back), reasons=REASONS
        )
    return RedirectResponse(f"{local(back)}#mention-{mention_id}", 303)


def _again(
    request: Request, status: int, mention: StoredMention, why: str, back: str, typed: Typed
) -> Response:
    """What to say once more, with all that was typed: it cannot be said so, somebody else spoke meanwhile, or the
    store is busy.
    """
    template = "triage_part.html" if _for_script(request) else "triage.html"
    said = page(
        request, template, status, m=mention, said=why, typed=typed, back=local(back), reasons=REASONS
    )
    if status == 503:
        said.headers["retry-after"] = RETRY_S
    return said


def _sentence(err: Exception) -> str:
    said = str(err)
    return f"{said[:1].upper()}{said[1:]}."


def _for_script(request: Request) -> bool:
    """Whether our script asks, which puts the part in the old one's place."""
    return request.headers.get("x-part") == "triage"
